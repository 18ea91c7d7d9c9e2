#include "src/align/telling.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "src/align/gates.hpp"

namespace counterclaim {
namespace {

std::string_view sentence_of(Claim const& c, ClaimSet const& set) {
  return std::string_view(set.articles[c.article].raw).substr(c.sentence.begin, c.sentence.size());
}

}  // namespace

bool lies_ahead(DayRange days, Day today) { return days.from == no_lower_day ? days.to > today : days.from > today; }

bool is_ahead(Claim const& c, ClaimSet const& set) {
  if (auto const& day = set.articles[c.article].date; c.kind == ClaimKind::date && day && lies_ahead(c.days, *day)) return true;
  // "may be up to 16 MB" allows, and expects nothing
  bool const limit = c.bound != Bound::exact && c.bound != Bound::about && c.bound != Bound::range;
  return c.certainty == Certainty::planned || c.certainty == Certainty::hypothetical ||
         (c.certainty == Certainty::hedged && !limit);
}

bool is_writers_measure(Claim const& c, Surroundings const& surroundings) {
  if (!surroundings.first_person(c.article)) return false;
  auto const& set = surroundings.set();
  bool const verb = std::any_of(c.terms.begin(), c.terms.end(),
                                [](Term const& t) { return t.role == TermRole::verb && !is_concept(t.word); });
  if (verb || c.basis == no_unit || set.articles[c.article].blocks[c.block].table >= 0) return true;
  return counts_first_person(sentence_of(c, set)) > 0;
}

bool is_of_other_row(Claim const& cell, Claim const& other, ClaimSet const& set) {
  constexpr int akin = 45;
  if (set.articles[cell.article].blocks[cell.block].table < 0) return false;
  bool heads = false;
  for (auto const& t : cell.terms) {
    if (t.role != TermRole::head) continue;
    if (is_concept(t.word)) return false;
    heads = true;
    for (auto const& u : other.terms)
      if (u.role <= TermRole::sentence && likeness(t.word, u.word) >= akin) return false;
  }
  return heads && !(cell.value == other.value);
}

bool are_both_allowed(Claim const& a, Claim const& b, ClaimSet const& set) {
  auto const says = [&](Claim const& c, std::string_view modal) {
    return sentence_of(c, set).find(modal) != std::string_view::npos;
  };
  return (says(a, " may ") && says(b, " can ")) || (says(a, " can ") && says(b, " may "));
}

bool is_total_of(Claim const& total, Claim const& part, ClaimSet const& set) {
  static WordId const so_far = find_word("cumulative");
  auto const sums = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) { return t.word == so_far && is_near(t.role); });
  };
  auto const& day = set.articles[total.article].date;
  return sums(total) && !sums(part) && part.period_stated && day && part.period.to < *day;
}

}  // namespace counterclaim
