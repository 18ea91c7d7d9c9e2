// What the productions of quantities hand one another, by the order in which they are tried at a token.
#pragma once
#include <algorithm>
#include <optional>

#include "counterclaim/mention.hpp"
#include "grammar/measure.hpp"

namespace counterclaim {

// A figure in the making: its bounds, its one or two ends and where they stand.
struct Draft {
  Bound bound = Bound::exact;
  Change change = Change::level;
  Measure low;
  std::optional<Measure> high;       // the upper end of a range
  std::uint32_t begin = 0, end = 0;  // tokens, bound words included
  std::uint32_t number_first = 0;    // the first token of the number itself
  std::uint32_t counted_first = 0, counted_last = 0;
  bool one_of = false, share = false;
  bool between = false;              // "between 3 and 5", "from 3 to 5": the words say that it is a range
  std::optional<Interval> interval;  // when the bounds of two figures were joined ("above 3 and below 5")
};

// bounds.cpp: "more than", "up to about", and behind the figure "or more".
struct BoundWords {
  Bound bound = Bound::exact;
};
bool parse_bound(Cursor& first, Cursor const& last, BoundWords& out);
bool parse_bound_behind(Cursor& first, Cursor const& last, BoundWords& out);
Interval interval_of(Bound bound, Decimal value);

// range.cpp: "between 3 and 5", "from 3 to 5"; a measure, two of them that make a range, or one with its uncertainty.
bool parse_word_range(Cursor& first, Cursor const& last, Draft& out);
bool parse_measured(Cursor& first, Cursor const& last, Draft& out);

// multiple.cpp: "tripled", "twice as"; "one in five", "one over twenty"; "one of the", "a single".
bool parse_multiple(Cursor& first, Cursor const& last, Draft& out);
bool parse_ratio(Cursor& first, Cursor const& last, Draft& out);
// Behind the counted thing: "[one patient] in ten" makes the figure a share.
bool parse_counted_ratio(Cursor& first, Cursor const& last, Draft& draft);
bool parse_one_of(Cursor& first, Cursor const& last, Draft& out);

// counted.cpp: the noun phrase that the number counts, from `first` on; tokens [counted_first, counted_last).
void find_counted(Cursor const& first, Draft& draft);

// complement.cpp: what stands behind the number and its unit: the counted thing, a rate, a share's "of", a bound behind them.
void complete(Cursor const& at, Cursor const& last, Draft& d);
// "The 70B model" has so many parameters; "a 128K context window" and "4K video" count no windows.
void read_size(Scene const& scene, Draft& d);

// age.cpp: gives the unit to a figure that is an age.
void take_age(Scene const& scene, Draft& draft);

// guards.cpp: is the number of this draft a name, a score, a year, a telephone number?
bool is_no_quantity(Scene const& scene, Draft const& draft);
inline Cursor cursor_at(Scene const& scene, std::uint32_t at) { return {&scene, at}; }
inline bool has_counted(Draft const& d) { return d.counted_last > d.counted_first; }
bool counts_plural(Scene const& scene, Draft const& draft);  // a common noun in the plural
inline bool is_acronym_plural(std::string_view word) {       // "GPUs", "EVs"
  if (word.size() < 3 || word.back() != 's') return false;
  return std::ranges::all_of(word.substr(0, word.size() - 1), [](char const c) { return c >= 'A' && c <= 'Z'; });
}
// guard_names.cpp
bool is_name(Scene const& scene, Draft const& draft);             // "Section 4", "Planet 9"
bool is_model_that_acts(Scene const& scene, Draft const& draft);  // "Marl 4 turns out": the 4, read as a number of turns
bool continues_names(Scene const& scene, Draft const& draft);     // the 7 of "sections 4 and 7"

// gapping.cpp: "the K7 reached 310 tokens a second, the P4 280": is token `figure` such a 280?
bool is_gapped(Scene const& scene, std::uint32_t figure);

// change.cpp: over the finished mentions of an article: "rose 5% to 30", "up 6% from $83.40", "(62 miles)".
void mark_changes(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t from);
// shared_units.cpp: "30 and 60 mg", "4.1% from 4.3", "30 million of the 2 billion yen": a unit said once for several figures.
void share_units(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t from);
void mark_brackets(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t from);

}  // namespace counterclaim
