// What stands before a date and bounds it: "since", "by", "after".
#include "grammar/date_company.hpp"
#include "grammar/date_items.hpp"

namespace counterclaim::dates {

Bound bound_before(std::vector<Word> const& words, std::uint32_t at) {
  Sentence const s{words};
  if (at > 1 && s.before(at, {Class::the})) --at;
  if (s.before(at, {Class::since})) return Bound::at_least;
  if (s.before(at, {Class::by, Class::until})) return Bound::at_most;
  if (s.before(at, {Class::after})) return Bound::above;
  if (s.before(at, {Class::before})) return Bound::below;
  if (s.before(at, {Class::about})) return Bound::about;
  return Bound::exact;
}

}  // namespace counterclaim::dates
