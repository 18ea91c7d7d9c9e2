// What ranks are counted among and by: "the third-largest port in the country", "fifth in Europe by fleet".
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// "In the county" and "in Europe", "rail tunnel" and "road tunnel": ranks among others.
bool other_fields(Claim const& a, Claim const& b);
// "The fourth storm of the season", "the seventh since 2010", "her fourth goal of the season": places in other rows.
bool are_in_other_rows(Claim const& a, Claim const& b);
bool is_in_row(Claim const& c);
// "Second-largest" and "third-oldest"
bool other_scales(Claim const& a, Claim const& b);
bool are_on_one_scale(Claim const& a, Claim const& b);  // "second-largest" and "third-biggest"
// "By fleet" and "by revenue"; "by that measure" may be any.
bool are_ranked_otherwise(Claim const& a, Claim const& b);
// How strongly two ranks say that they are places in one order, in hundredths of the logarithm of the odds: the same
// superlative of one kind of thing, the same reach, the same measure.
int scale_shared(Claim const& a, Claim const& b, bool one_subject);

}  // namespace counterclaim
