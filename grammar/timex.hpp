// Phrases read against a reference date: points of the calendar, their days and their TIMEX3 values.
#pragma once
#include <climits>
#include <optional>
#include <string>

#include "grammar/date_phrase.hpp"

namespace counterclaim::dates {

inline constexpr int unknown_year = INT_MIN;

// A time on the calendar as far as it is known: 0 and unknown_year stand for what is not.
struct Point {
  Grain grain = Grain::none;  // the finest part it names
  int year = unknown_year;    // astronomical: 1 BC is 0
  int month = 0, day = 0, weekday = 0;
  int quarter = 0, half = 0, season = 0;
  int week = 0;                 // ISO 8601, of `year`; with a month, the nth week of the month
  int decade = 0, century = 0;  // as in Phrase, of years AD; negative for BC
  bool fiscal = false, school = false, weekend = false;
  bool year_written = false;  // the text gave the year itself
  bool written = false;       // day and month stand in the text (an unwritten year prints XXXX in ranges)
  Edge edge = Edge::none;
  int hour = -1, minute = -1, second = -1;
  std::uint8_t part_of_day = 0;
  bool ambiguous_hour = false;
  bool impossible = false, weekday_mismatch = false;
  bool has_year() const { return year != unknown_year; }
};

enum class Tense : std::uint8_t { unknown, past, present, future };

struct Reference {
  std::optional<Day> written;                     // the article's date
  bool narrative = false;                         // dates are counted from those before in the text
  Point last;                                     // the date mentioned before; grain none if none
  bool in_passing = false;                        // `last` is no year that an undated text goes on in
  bool last_here = false;                         // `last` stands in this sentence
  bool told_here = false;                         // `last` or a date before it in the same paragraph named its year and month
  int last_month = 0, month_year = unknown_year;  // of the last date that named a month
  Tense tense = Tense::unknown;
};

struct Reading {
  Point point;
  std::string timex;  // set where the point does not give it: durations, sets, periods, references
  DayRange days;
  Interval length;  // seconds
  DateShape shape = DateShape::date;
  Bound bound = Bound::exact;
  bool relative = false;
};

// `outer` is the reading of the container or anchor that the phrase needs, null if it needs none.
Reading read_phrase(Phrase const& phrase, Reference const& reference, Reading const* outer);

bool known(Point const& point);             // has days
Point anaphor(Reference const& reference);  // where "that day" counts from: the date before, else the article's
Point now(Reference const& reference);      // where "ago" counts from: the article's date, else the date before
Reading read_offset(Phrase const& phrase, Reference const& reference, Reading const* outer);
Reading read_period(Phrase const& phrase, Reference const& reference);
Point read_calendar(Phrase const& phrase, Reference const& reference);
int of_24(int hour, int meridiem);  // 12 am is 0; the hour itself when neither is written
// 0 before noon, 1 behind it: of an hour "in the morning", "at night".
std::int8_t half_of_day(Phrase const& phrase);
void put_clock(Point& point, Phrase const& phrase);
std::optional<Day> holiday_in(std::int16_t row, int year);  // row of holidays.tsv; nothing when it cannot be computed
Point point_of_day(Day day);
Point shifted(Point point, Grain unit, int count);  // by whole units; the point keeps the coarser of its grain and the unit
Point of_grain(Day day, Grain grain);               // the week, month, … that holds the day
std::optional<Day> first_day(Point const& point);   // nothing when year, month or day are unknown
DayRange days_of(Point const& point);

std::string print(Point const& point);           // TIMEX3: "1939-09", "2025-Q3", "XXXX-WXX-5", "2014-05-06T09:00"
std::string print_clock(Point const& point);     // "T08:00", "TMO"; empty if none
std::string print_length(Phrase const& phrase);  // "P2M", "PT1H30M", "PXD"
Interval length_of(Phrase const& phrase);
// "(1994-01-01,1997-01-01,P3Y)": both ends as far as they are written, and the length when it is known.
std::string print_range(Point const& first, Point const& last);

}  // namespace counterclaim::dates
