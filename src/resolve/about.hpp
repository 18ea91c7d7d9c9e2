// The words of what a number is about, as they stand in the text: the noun phrase whose property the figure is.
//
//   "The price of copper rose 5%"          price, copper        the subject with what hangs on it
//   "a tank of 4,850 liters"               tank                 what the figure is "of"
//   "12% of farmers"                       farmers              what a share is of
//   "Acme raised its forecast by 3%"       Acme, forecast       subject and object
//   "A cost $3 million; B, $5 million"     A for the first, B for the second: the phrase before a figure that has no verb
// What is counted has a field of its own: "300 residents left" is about nothing else. A pronoun gives the subject that its
// sentence has named before, if any.
#pragma once
#include <span>
#include <string_view>

#include "src/resolve/frame.hpp"

namespace counterclaim {

std::span<std::string_view const> words_about(Context const& context, MentionPlace const& at, Frame const& frame,
                                              std::uint32_t counted_first, std::uint32_t counted_last,
                                              std::vector<std::string_view>& scratch);

}  // namespace counterclaim
