#include "counterclaim/calendar.hpp"

#include <gtest/gtest.h>

namespace counterclaim {
namespace {

TEST(Calendar, DaysAndDates) {
  struct Row {
    Civil date;
    Day day;
    Weekday weekday;
    char const* iso;
  };
  using enum Weekday;
  for (auto const& r : std::initializer_list<Row>{{{1970, 1, 1}, 0, thursday, "1970-01-01"},
                                                  {{1969, 12, 31}, -1, wednesday, "1969-12-31"},
                                                  {{2000, 2, 29}, 11016, tuesday, "2000-02-29"},
                                                  {{2000, 3, 1}, 11017, wednesday, "2000-03-01"},
                                                  {{1900, 3, 1}, -25508, thursday, "1900-03-01"},
                                                  {{2025, 1, 10}, 20098, friday, "2025-01-10"},
                                                  {{1600, 2, 29}, -135081, tuesday, "1600-02-29"},
                                                  {{2038, 1, 19}, 24855, tuesday, "2038-01-19"},
                                                  {{1, 1, 1}, -719162, monday, "0001-01-01"},
                                                  {{9999, 12, 31}, 2932896, friday, "9999-12-31"}}) {
    EXPECT_EQ(to_day(r.date), r.day) << r.iso;
    EXPECT_EQ(to_civil(r.day), r.date) << r.iso;
    EXPECT_EQ(weekday(r.day), r.weekday) << r.iso;
    EXPECT_EQ(to_iso(r.day), r.iso);
    EXPECT_EQ(parse_iso_date(r.iso), r.day) << r.iso;
  }
}

TEST(Calendar, EveryDayOfFourCenturiesFollowsTheLast) {
  Civil expected{1799, 12, 31};
  for (Day day = to_day(expected); day < to_day({2200, 1, 1}); ++day) {
    ASSERT_EQ(to_civil(day), expected);
    ASSERT_EQ(to_day(expected), day);
    if (++expected.day > days_in_month(expected.year, expected.month)) expected.day = 1, ++expected.month;
    if (expected.month > 12) expected.month = 1, ++expected.year;
  }
}

TEST(Calendar, Validity) {
  EXPECT_TRUE(is_leap(2024) && is_leap(2000) && !is_leap(1900) && !is_leap(2025));
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2023, 2), 28);
  for (Civil const bad : {Civil{2025, 2, 30}, {2025, 2, 29}, {2025, 13, 1}, {2025, 0, 1}, {2025, 4, 31}, {2025, 1, 0}})
    EXPECT_FALSE(is_valid(bad));
  EXPECT_TRUE(is_valid({2024, 2, 29}));
}

TEST(Calendar, IsoDates) {
  EXPECT_EQ(parse_iso_date("2024-05-01T12:00:00Z"), to_day({2024, 5, 1}));
  EXPECT_EQ(parse_iso_date("2024-05-01 12:00"), to_day({2024, 5, 1}));
  for (auto text : {"", "2024", "2024-05", "2024-5-1", "2024-02-30", "2024-13-01", "2024/05/01", "20240501", "2024-05-011",
                    "x024-05-01", "2024-05-0"})
    EXPECT_FALSE(parse_iso_date(text)) << text;
}

TEST(Calendar, Ranges) {
  auto const days = [](DayRange r) { return to_iso(r.from) + ".." + to_iso(r.to); };
  EXPECT_EQ(days(year_range(2024)), "2024-01-01..2024-12-31");
  EXPECT_EQ(days(month_range(2024, 2)), "2024-02-01..2024-02-29");
  EXPECT_EQ(days(quarter_range(2025, 1)), "2025-01-01..2025-03-31");
  EXPECT_EQ(days(quarter_range(2025, 4)), "2025-10-01..2025-12-31");
  EXPECT_EQ(days(week_range(2025, 1)), "2024-12-30..2025-01-05");
  EXPECT_EQ(days(week_range(2021, 1)), "2021-01-04..2021-01-10");
  EXPECT_EQ(days(week_range(2020, 53)), "2020-12-28..2021-01-03");
  EXPECT_TRUE(disjoint(year_range(2024), year_range(2025)));
  EXPECT_FALSE(disjoint(year_range(2024), month_range(2024, 12)));
  EXPECT_TRUE(contains(year_range(2024), month_range(2024, 12)));
  EXPECT_FALSE(contains(month_range(2024, 12), year_range(2024)));
  EXPECT_TRUE(DayRange().is_unbounded());
  EXPECT_FALSE(disjoint(DayRange(), year_range(2024)));
}

}  // namespace
}  // namespace counterclaim
