#include "counterclaim/amount.hpp"

#include <array>
#include <utility>

namespace counterclaim {
namespace {

constexpr int shown_digits = 6;

Decimal short_form(Decimal v) {
  std::int64_t digits = v.digits;
  std::int32_t exponent = v.exponent;
  constexpr std::int64_t limit = 1'000'000;  // 10^shown_digits
  std::int64_t rest = 0, unit = 1;
  while (digits >= limit || digits <= -limit) {
    rest += digits % 10 * unit;
    unit *= 10;
    digits /= 10;
    ++exponent;
  }
  if (rest * 2 >= unit && unit > 1) ++digits;
  if (rest * 2 <= -unit && unit > 1) --digits;
  return Decimal::scaled(digits, exponent);
}

// "20 billion", "1,250", "0.14"
std::string scaled_words(Decimal value) {
  value = short_form(value);
  static constexpr std::pair<int, char const*> scales[] = {{12, " trillion"}, {9, " billion"}, {6, " million"}};
  for (auto const& [power, word] : scales) {
    if (abs(value) < Decimal::scaled(1, power)) continue;
    Decimal const part = Decimal::scaled(value.digits, value.exponent - power);
    if (part < Decimal(1'000'000)) return to_grouped_string(part) + word;
  }
  return to_grouped_string(value);
}

// Seconds in the largest unit that they fill.
struct TimeScale {
  std::int64_t seconds;
  char const* name;
};
TimeScale const* time_scale(Interval const& v, UnitId id) {
  static constexpr TimeScale scales[] = {{31556952, " years"}, {86400, " days"}, {3600, " hours"}, {60, " minutes"}};
  auto const most = v.high ? v.high : v.low;
  if (id == any_unit || id == no_unit || unit(id).symbol != "s" || !most) return nullptr;
  for (auto const& scale : scales) {
    if (abs(*most) >= Decimal(scale.seconds)) return &scale;
  }
  return nullptr;
}

struct Dress {
  std::string before, after;
  bool names_things = false;  // "tokens", "parameters"
};
Dress dress(UnitId id) {
  if (id == any_unit || id == no_unit) return {};
  Unit const u = unit(id);
  static constexpr std::pair<std::string_view, char const*> signs[] = {
      {"USD", "$"}, {"EUR", "€"}, {"GBP", "£"}, {"JPY", "¥"}, {"INR", "₹"}};
  for (auto const& [code, sign] : signs) {
    if (u.symbol == code) return {sign, {}, false};
  }
  if (u.dimension == "money" && u.symbol.size() == 3) return {std::string(u.symbol) + " ", {}, false};
  if (u.symbol == "%") return {{}, "%", false};
  if (u.symbol == "x") return {{}, " times", false};
  if (u.symbol == "pp") return {{}, " percentage points", false};
  constexpr std::size_t shortest = 4;
  std::string after(1, ' ');
  after += u.symbol;
  return {{}, std::move(after), u.symbol == u.dimension && u.symbol.size() > shortest};
}

// Out of the base unit into the one to print; nothing where that does not divide.
std::optional<Interval> in_unit(Interval const& base, UnitId id) {
  if (id == any_unit || id == no_unit) return base;
  Unit const u = unit(id);
  auto convert = [&](Decimal v) { return divide(v - u.offset, u.factor); };
  Interval out = base;
  if (base.low) out.low = convert(*base.low);
  if (base.high) out.high = convert(*base.high);
  if ((base.low && !out.low) || (base.high && !out.high)) return std::nullopt;
  return out;
}

}  // namespace

std::string amount_text(Interval const& base, UnitId id) {
  UnitId shown = id;
  auto interval = in_unit(base, shown);
  if (!interval) {
    interval = base;
    shown = unit(id).base;
  }
  auto clothes = dress(shown);
  if (auto const* scale = time_scale(*interval, shown)) {
    if (auto const whole = divide(*interval, Interval::exactly(Decimal(scale->seconds)))) {
      interval = whole;
      clothes.after = scale->name;
    }
  }
  auto one = [&](Decimal v) {
    bool const minus = v.is_negative() && !clothes.before.empty();
    auto const many = clothes.names_things && v != Decimal(1) ? "s" : "";
    return (minus ? "-" : "") + clothes.before + scaled_words(minus ? -v : v) + clothes.after + many;
  };
  auto const& [low, high, low_open, high_open] = *interval;
  if (low && high) {
    if (*low == *high) return one(*low);
    auto const first = scaled_words(*low);
    return clothes.before + first + (clothes.after == "%" ? "%" : "") + " to " + one(*high);
  }
  if (low) return (low_open ? "more than " : "at least ") + one(*low);
  if (high) return (high_open ? "less than " : "at most ") + one(*high);
  return "any number";
}

std::string days_text(DayRange days) {
  static constexpr std::array<char const*, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                         "July",    "August",   "September", "October", "November", "December"};
  if (days.is_unbounded()) return {};
  if (days.from == no_lower_day) return "until " + to_iso(days.to);
  if (days.to == no_upper_day) return "from " + to_iso(days.from);
  if (days.from == days.to) return to_iso(days.from);
  Civil const from = to_civil(days.from);
  if (days == year_range(from.year)) return std::to_string(from.year);
  if (days == month_range(from.year, from.month)) {
    return std::string(months[static_cast<std::size_t>(from.month - 1)]) + " " + std::to_string(from.year);
  }
  return to_iso(days.from) + " to " + to_iso(days.to);
}

}  // namespace counterclaim
