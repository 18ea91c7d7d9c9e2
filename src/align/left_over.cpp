#include "src/align/left_over.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "counterclaim/units.hpp"
#include "src/align/beside.hpp"

namespace counterclaim {

bool is_left_over(Claim const& c, ClaimSet const& set) {
  constexpr std::size_t reach = 40;  // bytes: a counted thing may stand between
  static constexpr std::array<std::string_view, 8> behind{" left",        " remain",    " unspent",     " unused",
                                                          " still to be", " yet to be", " outstanding", " still missing"};
  static constexpr std::array<std::string_view, 3> before{" remaining ", "Remaining ", " other "};
  auto const view = std::string_view(set.articles[c.article].view);
  auto const end = std::min<std::size_t>(c.span.end + reach, c.sentence.end);
  if (end <= c.span.end) return false;
  auto rest = view.substr(c.span.end, end - c.span.end);
  rest = rest.substr(0, rest.find_first_of(",;:"));
  // "120 people left the firm" went, "95 remain in hospital" are; "120 million left of it", "120 beds remain."
  for (auto const word : behind) {
    auto const at = rest.find(word);
    if (at == rest.npos) continue;
    if (word != behind[0] && word != behind[1]) return true;
    auto next = rest.substr(at + word.size());
    if (next.starts_with("s ") || next.starts_with("s.")) next.remove_prefix(1);
    bool const money = is_monetary(c.unit);  // "40 people left for Orl"
    if (next.empty() || next[0] == '.' || next.starts_with(" of ") || next.starts_with(" to ") ||
        (money && next.starts_with(" for ")))
      return true;
  }
  auto const lead = sentence_before(c, view);
  return std::ranges::any_of(before, [&](auto word) { return lead.ends_with(word); });
}

}  // namespace counterclaim
