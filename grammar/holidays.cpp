// When a named day falls in a year, by the rules of holidays.tsv.
#include "counterclaim/vocabulary.hpp"
#include "grammar/timex.hpp"

namespace counterclaim::dates {
namespace {

int integer(std::string_view text) {
  bool const negative = !text.empty() && (text[0] == '-');
  int v = 0;
  for (char c : text.substr(negative || (!text.empty() && text[0] == '+') ? 1 : 0))
    if (c >= '0' && c <= '9') v = v * 10 + (c - '0');
  return negative ? -v : v;
}

// Western Easter (Meeus, Jones, Butcher).
Day easter(int year) {
  int const a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  int const h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int const m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return to_day({year, n / 31, n % 31 + 1});
}

Day nth_weekday(int year, int month, int nth, int which) {
  if (nth < 0) {
    Day const last = to_day({year, month, days_in_month(year, month)});
    return last - (static_cast<int>(weekday(last)) - which + 7) % 7;
  }
  Day const first = to_day({year, month, 1});
  return first + (which - static_cast<int>(weekday(first)) + 7) % 7 + 7 * (nth - 1);
}

}  // namespace

// "12-25", "11/4/4+1", "easter-2"
std::optional<Day> holiday_in(std::int16_t row, int year) {
  auto const rule = vocabulary(Category::holidays)[static_cast<std::size_t>(row)].column[0];
  if (rule.starts_with("easter")) return easter(year) + integer(rule.substr(6));
  if (rule.size() < 5 || rule[0] < '0' || rule[0] > '9') return std::nullopt;
  int const month = integer(rule.substr(0, 2));
  if (rule[2] == '-') return to_day({year, month, integer(rule.substr(3))});
  auto const slash = rule.find('/', 3);
  auto const plus = rule.find('+', slash);
  return nth_weekday(year, month, integer(rule.substr(3, slash - 3)), integer(rule.substr(slash + 1, 1))) +
         (plus == rule.npos ? 0 : integer(rule.substr(plus)));
}

}  // namespace counterclaim::dates
