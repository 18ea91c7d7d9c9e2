// Full dates as articles print them about themselves: datelines, bylines, front matter. (What a sentence says of dates is the
// grammar's business; here only a day, a month and a year together count.)
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "counterclaim/calendar.hpp"

namespace counterclaim {

struct ProseDate {
  Day day = 0;
  std::size_t begin = 0, end = 0;  // bytes of the text
};

// Which of 03/04/2025 is the month, where both could be.
enum class SlashOrder : std::uint8_t { month_first, day_first };

// The first full date of the text: "May 9, 2023", "9th of May 2023", "9. Mai 2023", "2023-05-09", "09.05.2023",
// "2023年5月9日". Years 1900 to 2099. Time in proportion to the text.
std::optional<ProseDate> find_date(std::string_view text, SlashOrder order = SlashOrder::month_first);

// "SKARNVIK, May 9, 2023 —": the date of a dateline that the text begins with.
std::optional<Day> dateline(std::string_view text);

// The same of a dateline without a year ("SKARNVIK, May 9 —") that begins `text`, a block of `article`. Its year is the one
// that the article gives for that very day elsewhere; else the only one, among those that the article speaks of, in which the
// day is the day of the week that the block tells first. Nothing where neither decides.
std::optional<Day> dateline_of_year(std::string_view text, std::string_view article);

// The date that an article gives of itself in one of its first blocks: that of a dateline, or a short line that is a byline or
// little more than a date ("By Ida Brem, May 9, 2023", "Sunday, May 9, 2023, by Ida Brem", "Ida Brem, Harbor Gazette, 9 May
// 2023").
std::optional<Day> own_date(std::string_view text);

}  // namespace counterclaim
