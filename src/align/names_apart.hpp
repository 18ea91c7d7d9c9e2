// Which names keep two claims apart: other versions, other models, other tests.
#pragma once
#include <string_view>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// "Harrow Wing of Elmsworth" and "Harrow Wing"; not "Orin 2" and "Orin", which may be two models.
bool extends(std::string_view longer, std::string_view shorter);
bool own_name(Claim const& claim);  // is a name its subject or object
// "Orin 3.0" and "Version 2.4": each is said of a name with a number of its own.
bool other_models(Claim const& a, Claim const& b);
// "The release of Orin-V2 in May" and "the first big Orin release": of a model that the other does not speak of.
bool of_a_model(Claim const& claim, Claim const& other);
// "71% on CodeBench" and "88% on MathTest"
bool other_tests(Claim const& a, Claim const& b);

}  // namespace counterclaim
