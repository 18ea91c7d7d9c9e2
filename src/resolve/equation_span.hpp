// What spans between dates and ages share.
#pragma once
#include <string>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {

inline DateMention const& date(Context const& c, Match const& m, char name) {
  return c.mentions.dates[std::size_t(c.row.items[std::size_t(m.at(name))].date)];
}
inline bool is_bounded(DateMention const& d) {
  return d.days.from != no_lower_day && d.days.to != no_upper_day && !d.impossible;
}
inline int year_of(Day day) { return to_civil(day).year; }

inline std::string written(Context const& c, MentionPlace const& at) { return visible(c.article.view, at.span); }

void find_ages(Context const& c);
void find_clock_spans(Context const& c);

}  // namespace counterclaim::equation
