// What the parts of lives.hpp share.
#pragma once
#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "counterclaim/claim.hpp"
#include "counterclaim/mention.hpp"

namespace counterclaim::life {

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
inline bool is_day_or_year(DateMention const& d) {
  return d.shape == DateShape::date && d.days.from != no_lower_day && d.days.to != no_upper_day && !d.impossible && !d.relative;
}
inline bool is_one_year(DateMention const& d) { return is_day_or_year(d) && d.days.to - d.days.from <= 366; }
// What a date of so many tokens means: a year, a month of it, a day.
inline DayRange of_tokens(std::uint32_t tokens, Day day) {
  auto const d = to_civil(day);
  return tokens == 1 ? year_range(d.year) : tokens == 2 ? month_range(d.year, d.month) : DayRange{day, day};
}

// A name is the subject, by itself or for a pronoun.
inline bool has_subject(Claim const& c) {
  return std::any_of(c.names.begin(), c.names.end(),
                     [&](NameRef const& n) { return n.role == TermRole::subject && n.name == c.subject; });
}

}  // namespace counterclaim::life
