// What one date phrase says, before it is read against a reference date; and the grammars that fill it.
//
// A fixed struct: alternatives that fail restore it whole, and nothing is allocated while a sentence is tried.
#pragma once
#include "counterclaim/interval.hpp"
#include "counterclaim/mention.hpp"
#include "grammar/date_words.hpp"

namespace counterclaim::dates {

enum class Form : std::uint8_t {
  none,
  calendar,  // parts of a date: "January 10", "Q3 2025", "the 1990s"
  pointer,   // a unit, weekday, month or part of day counted from the reference: "last week", "next Monday", "that morning"
  offset,    // a length before or behind something: "two days later", "three years ago", "a week after" (its anchor follows)
  part,      // a unit within what follows: "the first week of", "the end of", "Tuesday of"
  duration,
  period,  // a length that ends or begins at the reference: "the past two weeks"
  set,
  clock,      // a time of day alone
  reference,  // now, recently
};
enum class Edge : std::uint8_t { none, start, mid, end };
enum class Needs : std::uint8_t { nothing, container, anchor };  // what must follow for the phrase to be whole
enum class YearKind : std::uint8_t { none, full, two_digits, before_christ };

constexpr Decimal one_of_them() {
  Decimal d;
  d.digits = 1;
  return d;
}
struct Amount {
  Decimal count = one_of_them();
  Grain unit = Grain::none;
  bool vague = false;  // "several days": no count
};
inline constexpr int max_amounts = 4;

struct Phrase {
  Form form = Form::none;
  Needs needs = Needs::nothing;
  Edge edge = Edge::none;
  // calendar: 0 where the text does not say
  YearKind year_kind = YearKind::none;
  std::int32_t year = 0;
  std::int8_t month = 0, day = 0, weekday = 0, quarter = 0, half = 0, season = 0, week = 0;
  std::int16_t decade = 0;   // 199 for the 1990s; 9 for the nineties
  std::int16_t century = 0;  // 21 for the 21st
  std::int16_t holiday = -1;
  bool fiscal = false, school = false, day_only = false;
  bool weekend = false;  // "Labor Day weekend"
  bool weak = false;     // a date or time only in company: "at 6", "weeks"
  // pointer and period
  Grain grain = Grain::none;
  std::int8_t step = 0;         // last -1, this 0, next 1, the one after next 2
  bool container_only = false;  // "the month", said of a part of it
  bool anaphoric = false;       // "that day", "the following week": counted from the date before in the text
  bool calendar_step = false;   // "next Monday" is next week's, "coming Monday" the nearest
  // part: the nth unit, -1 the last; the container's unit is free
  std::int8_t nth = 0;
  // offset, duration, period, set
  Amount amounts[max_amounts];
  std::int8_t amount_count = 0;
  std::int8_t direction = 0;  // -1 before, 1 after
  bool from_start = false;    // "three days starting next Monday": the days themselves
  bool from_now = false;      // counted from the article's date even in narratives: "ago", "from now"
  Bound bound = Bound::exact;
  WordRow const* often = nullptr;
  // clock
  std::int8_t hour = -1, minute = -1, second = -1;
  std::int8_t meridiem = -1;     // 0 am, 1 pm
  bool ambiguous_hour = false;   // "at 6", "10 past 9": of twelve, no am or pm
  std::uint8_t part_of_day = 0;  // index into part_letters
  std::int16_t zone = INT16_MIN;
  std::int8_t until_hour = -1, until_minute = -1, until_meridiem = -1;  // "from 11:45 to noon"

  bool has_clock() const { return hour >= 0 || part_of_day != 0; }
};

// Each tries its family at `first`, moves `first` behind what it read and fills the phrase, which means nothing when it fails.
using Place = Word const*;
bool parse_absolute(Place& first, Place last, Phrase& out);
bool parse_relative(Place& first, Place last, Phrase& out);
bool parse_duration(Place& first, Place last, Phrase& out);
bool parse_clock(Place& first, Place last, Phrase& out);

}  // namespace counterclaim::dates
