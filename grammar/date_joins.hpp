// Phrases that stand together: a day with its hour, the two ends of a range, days that share a month ("8–9 January 1923").
#pragma once
#include <optional>
#include <vector>

#include "grammar/date_items.hpp"
#include "grammar/timex.hpp"

namespace counterclaim::dates {

struct Joined {
  Item item;
  std::optional<Phrase> clock{};
  std::optional<Item> end{};            // `item` to `end`, one mention
  int weekday = 0;                      // "Saturday, three weeks from now": of the week that the item falls in
  std::uint32_t begin = 0, finish = 0;  // words
};

// In narratives the two ends of a range stay two mentions, as TIMEX3 has it.
void join_items(std::vector<Word> const& words, std::vector<Item> const& items, bool narrative, std::vector<Joined>& out);

// "March to July 2011", "21 June 2015 to 23 June": the year that is written once counts for both ends; "November to February
// 2017" begins the year before.
void align_years(Point& from, Point& to);

}  // namespace counterclaim::dates
