// Which names join two claims, and which keep them apart: other subjects, versions, models, tests.
#pragma once
#include <string_view>

#include "counterclaim/claim.hpp"
#include "src/align/surroundings.hpp"

namespace counterclaim {

// The names that two claims have and have not in common.
struct NamesCompared {
  // 0, or 60 to 100 by rarity, of the best name shared: both subjects; near both; the subject of one and what the other article
  // is about; anywhere
  int subject = 0, near = 0, topic = 0, far = 0;
  std::string_view name;            // that is shared
  bool both_have_subjects = false;  // a name is the subject, by itself or for a pronoun
  bool near_one = false;            // a name stands near one of them
  bool two_subjects = false;        // each sentence names what it speaks of, and neither name stands near the other figure
  bool subjects_differ = false;     // that, or the subject of one is unknown to the other article
  bool known_as_others = false;     // that, and the article whose subject it is knows the other's subject as well
  bool shared() const { return subject + near + topic + far > 0; }
};
NamesCompared compare_names(Surroundings const& surroundings, Claim const& a, Claim const& b);

// "Harrow Wing of Elmsworth" and "Harrow Wing"; not "Orin 2" and "Orin", which may be two models.
bool extends(std::string_view longer, std::string_view shorter);
bool own_name(Claim const& claim);  // is a name its subject or object
// "Orin 3.0" and "Version 2.4": each is said of a name with a number of its own.
bool other_models(Claim const& a, Claim const& b);
// "Orin 5" and "Orin 5 Mini", "Halden 8 Pro" and "Halden 8 Max", by what stands next to each figure; where nothing does, by
// what its article is about.
bool other_variants(Surroundings const& surroundings, Claim const& a, Claim const& b);
// "The release of Orin-V2 in May" and "the first big Orin release": of a model that the other does not speak of.
bool of_a_model(Claim const& claim, Claim const& other);
// "The lumarin trial has enrolled 120", "the dormavel trial 340": each says which, by a word that only names.
bool other_small_names(Claim const& a, Claim const& b);
// "I paid $45", "my model has $4 billion"
bool of_writer(Claim const& claim);
// "71% on CodeBench" and "88% on MathTest"
bool other_tests(Claim const& a, Claim const& b);

}  // namespace counterclaim
