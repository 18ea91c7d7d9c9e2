#include "src/resolve/figure_dates.hpp"

#include <algorithm>
#include <tuple>

#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

// "closed on Tuesday at $12.40"
bool stands_behind_at(Context const& context, Claim const& c) {
  auto const before = std::string_view(context.article.view).substr(0, c.span.begin);
  return before.ends_with(" at ");
}
// "opened in May 2024 with five trams", "… for a fee of $2 million": the day is not that of the figure alone.
bool is_aside(Context const& context, Claim const& c) {
  auto const before = std::string_view(context.article.view).substr(0, c.span.begin);
  return before.ends_with(" with ") || before.ends_with(" of ") || before.ends_with(" for ");
}
// "Set up the firm in 2017, with $15,000": what happened is told beside the figure.
bool has_event(Claim const& c) {
  return std::any_of(c.terms.begin(), c.terms.end(),
                     [](Term const& t) { return is_concept(t.word) && t.role <= TermRole::clause; });
}
// "Before 2040 the lake loses its fish, and boats need a third less fuel": another clause begins between them.
bool apart(Context const& context, std::uint32_t from, std::uint32_t to) {
  if (from >= to) return false;
  auto const between = std::string_view(context.article.view).substr(from, to - from);
  return between.find(", and ") < between.size() || between.find(", but ") < between.size() ||
         between.find(';') < between.size();
}
// "Founded in 1902 with 30 members": a day of its own, whatever figure stands beside it.
bool happens_once(std::uint32_t verb) {
  return (verb & unknown_bit) == 0 && (word_info(verb).categories >> int(Category::once_events) & 1) != 0;
}
std::uint32_t verb_of(Claim const& c) {
  for (auto const& t : c.terms)
    if (t.role == TermRole::verb && !is_concept(t.word)) return t.word;
  return 0;
}

}  // namespace

void leave_dates_to_figures(Context const& context, std::vector<Claim>& claims) {
  using When = std::tuple<std::uint32_t, Day, Day>;
  struct Period {
    When when;
    std::uint32_t verb, begin;
    auto operator<=>(Period const&) const = default;
  };
  std::vector<Period> periods;  // of measured figures, by sentence, with the verb that they hang on
  for (auto const& q : claims)
    if (q.kind == ClaimKind::quantity && q.period_stated && dimension_of(q.unit) != "age" && !is_bare(context, q) &&
        (q.period.from != q.period.to || stands_behind_at(context, q)))
      periods.push_back(
          {When(q.sentence.begin, q.period.from, q.period.to), is_aside(context, q) ? 0 : verb_of(q), q.span.begin});
  std::sort(periods.begin(), periods.end());
  for (auto& d : claims) {
    if (d.kind != ClaimKind::date) continue;
    When const when(d.sentence.begin, d.days.from, d.days.to);
    auto q = std::lower_bound(periods.begin(), periods.end(), Period{when, 0, 0});
    auto const verb = verb_of(d);
    for (; q != periods.end() && q->when == when; ++q)
      d.restated = d.restated || (!has_event(d) && !apart(context, d.span.end, q->begin)) ||
                   (verb != 0 && q->verb == verb && !(happens_once(verb) && d.certainty == Certainty::stated));
  }
}

}  // namespace counterclaim
