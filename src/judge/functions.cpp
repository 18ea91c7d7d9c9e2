#include "src/judge/functions.hpp"

#include <algorithm>
#include <set>

#include "counterclaim/text.hpp"
#include "src/judge/relations.hpp"
#include "src/judge/wording.hpp"

namespace counterclaim::rules {
namespace {

using Arguments = std::span<Value const>;

Number const& number(Value const& v) { return std::get<Number>(v); }
DayRange days(Value const& v) { return std::get<DayRange>(v); }
ClaimRef claim(Value const& v) { return std::get<ClaimRef>(v); }
std::string const& text(Value const& v) { return std::get<std::string>(v); }

template <auto Test>
Value of_numbers(Arguments a, Context const&) {
  if (!comparable(number(a[0]), number(a[1]))) return {};
  return Test(number(a[0]).interval, number(a[1]).interval);
}
template <auto Test>
Value of_days(Arguments a, Context const&) {
  return Test(days(a[0]), days(a[1]));
}
template <auto Test>
Value of_pair(Arguments a, Context const& context) {
  return Test(claim(a[0]), claim(a[1]), context);
}
template <auto Test>
Value of_claim(Arguments a, Context const& context) {
  return Test(claim(a[0]), context);
}

constexpr auto intervals_contain = [](Interval const& a, Interval const& b) { return contains(a, b); };
constexpr auto days_contain = [](DayRange a, DayRange b) { return contains(a, b); };

Value numbers_disjoint(Arguments a, Context const& context) {
  if (!comparable(number(a[0]), number(a[1]))) return {};
  return apart(number(a[0]), number(a[1]), context.tolerance);
}
Value days_disjoint(Arguments a, Context const& context) { return apart(days(a[0]), days(a[1]), context.tolerance); }

Value ratio(Arguments a, Context const&) {
  if (!comparable(number(a[0]), number(a[1]))) return {};
  auto const quotient = divide(number(a[0]).interval, number(a[1]).interval);
  if (!quotient) return {};
  return Number{*quotient, any_unit};
}

// How many days from the first to the second, as far as is known.
Value days_between(Arguments a, Context const&) {
  DayRange const from = days(a[0]), to = days(a[1]);
  Interval out;
  if (to.from != no_lower_day && from.to != no_upper_day) out.low = Decimal(std::int64_t{to.from} - from.to);
  if (to.to != no_upper_day && from.from != no_lower_day) out.high = Decimal(std::int64_t{to.to} - from.from);
  if (!out.low && !out.high) return {};
  return Number{out, any_unit};
}

// "By noon on Friday", "by the 21st": two states of what grows.
Value ends_apart(Arguments a, Context const&) {
  DayRange const x = days(a[0]), y = days(a[1]);
  bool const open = x.from == no_lower_day || y.from == no_lower_day;
  return open && x.to != no_upper_day && y.to != no_upper_day && x.to != y.to;
}

Value same_text(Arguments a, Context const&) { return lower(text(a[0])) == lower(text(a[1])); }
Value known(Arguments a, Context const&) { return is_known(a[0]); }

std::vector<Function> make_functions() {
  using enum Type;
  return {
      {"known", {any}, boolean, known, Unknowns::seen},
      {"disjoint", {Type::number, Type::number}, boolean, numbers_disjoint},
      {"disjoint", {Type::days, Type::days}, boolean, days_disjoint},
      {"contains", {Type::number, Type::number}, boolean, of_numbers<intervals_contain>},
      {"contains", {Type::days, Type::days}, boolean, of_days<days_contain>},
      {"ratio", {Type::number, Type::number}, Type::number, ratio},
      {"days_between", {Type::days, Type::days}, Type::number, days_between},
      {"ends_apart", {Type::days, Type::days}, boolean, ends_apart},
      {"same_text", {Type::text, Type::text}, boolean, same_text},
      {"conflict", {Type::claim, Type::claim}, boolean, of_pair<values_conflict>},
      {"agree", {Type::claim, Type::claim}, boolean, of_pair<values_agree>},
      {"same_digits", {Type::claim, Type::claim}, boolean, of_pair<same_digits>},
      {"same_number", {Type::claim, Type::claim}, boolean, of_pair<same_number>},
      {"limits_differ", {Type::claim, Type::claim}, boolean, of_pair<limits_differ>},
      {"other_unit", {Type::claim, Type::claim}, boolean, of_pair<other_unit>},
      {"outgrows", {Type::claim, Type::claim}, boolean, of_pair<outgrows>},
      {"later", {Type::claim, Type::claim}, boolean, of_pair<later>},
      {"corrects", {Type::claim, Type::claim}, boolean, of_pair<corrects>},
      {"independent", {Type::claim, Type::claim}, boolean, of_pair<independent>},
      {"confirmed", {Type::claim}, boolean, of_claim<confirmed>},
      {"echoed", {Type::claim}, boolean, of_claim<echoed>},
      {"first_said", {Type::claim}, boolean, of_claim<first_said>},
      {"traced", {Type::claim}, Type::text, of_claim<traced>},
      {"traced_in", {Type::claim}, Type::text, of_claim<traced_in>},
      {"thing", {Type::claim}, Type::text, of_claim<thing>},
      {"said", {Type::claim}, Type::text, of_claim<said>},
      {"hearsay", {Type::claim}, Type::text, of_claim<hearsay>},
      {"shown", {Type::claim}, Type::text, of_claim<shown>},
      {"dated", {Type::claim}, Type::text, of_claim<dated>},
      {"told", {Type::claim}, Type::text, of_claim<told>},
      {"elsewhere", {Type::claim, Type::claim}, Type::text, of_pair<elsewhere>},
  };
}

bool same_value(Value const& a, Value const& b) {
  if (a.index() != b.index()) return false;
  struct Same {
    Value const& other;
    bool operator()(std::monostate) const { return true; }
    bool operator()(bool v) const { return v == std::get<bool>(other); }
    bool operator()(Number const& v) const { return v.interval == std::get<Number>(other).interval; }
    bool operator()(std::string const& v) const { return lower(v) == lower(std::get<std::string>(other)); }
    bool operator()(DayRange v) const { return v == std::get<DayRange>(other); }
    bool operator()(ClaimRef v) const { return v.index == std::get<ClaimRef>(other).index; }
    bool operator()(ArticleRef v) const { return v.index == std::get<ArticleRef>(other).index; }
  };
  return std::visit(Same{b}, a);
}

Value count(std::span<Value const> values) {
  std::int64_t n = 0;
  for (auto const& v : values) n += std::holds_alternative<bool>(v) ? is_true(v) : is_known(v);
  return Number{Interval::exactly(n), any_unit};
}

Value distinct(std::span<Value const> values) {
  std::vector<Value const*> seen;
  for (auto const& v : values) {
    if (!is_known(v)) continue;
    if (std::none_of(seen.begin(), seen.end(), [&](auto const* s) { return same_value(*s, v); })) seen.push_back(&v);
  }
  return Number{Interval::exactly(static_cast<std::int64_t>(seen.size())), any_unit};
}

// Kleene's "and" (every) and "or" (some).
Value quantify(std::span<Value const> values, bool decisive) {
  bool unknown = false;
  for (auto const& v : values) {
    if (!is_known(v))
      unknown = true;
    else if (std::get<bool>(v) == decisive)
      return decisive;
  }
  return unknown ? Value() : Value(!decisive);
}

// Sums, extremes and common values need all members known and in units that convert.
Value combine(Fold kind, std::span<Value const> values) {
  if (values.empty() || !is_known(values.front())) return {};
  Number all = number(values.front());
  for (auto const& v : values.subspan(1)) {
    if (!is_known(v) || !comparable(all, number(v))) return {};
    auto const& next = number(v).interval;
    if (kind == Fold::sum) {
      all.interval = all.interval + next;
      continue;
    }
    if (!next.low || !next.high || !all.interval.low || !all.interval.high) return {};
    bool const smaller = *next.high < *all.interval.high;
    if (smaller == (kind == Fold::smallest)) all.interval = next;
  }
  return all;
}

// Whether one value would satisfy all members.
Value agree(std::span<Value const> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!is_known(values[i])) return {};
    for (std::size_t j = 0; j < i; ++j) {
      if (!comparable(number(values[i]), number(values[j]))) return {};
      if (disjoint(number(values[i]).interval, number(values[j]).interval))
        return false;  // intervals that meet in pairs have a common value
    }
  }
  return true;
}

// What each says, one behind the other; what a neighbour has said is not said again.
Value listed(std::span<Value const> values) {
  std::string out;
  Value const* before = nullptr;
  for (auto const& v : values) {
    if (!is_known(v) || (before && same_value(*before, v))) continue;
    out += (out.empty() ? "" : ", ") + text(v);
    before = &v;
  }
  return out.empty() ? Value() : Value(out);
}

}  // namespace

std::span<Function const> functions() {
  static std::vector<Function> const rows = make_functions();
  return rows;
}

std::span<FoldRow const> folds() {
  static constexpr FoldRow rows[] = {
      {"count", Type::any, Type::number, Fold::count},        {"distinct", Type::any, Type::number, Fold::distinct},
      {"every", Type::boolean, Type::boolean, Fold::every},   {"some", Type::boolean, Type::boolean, Fold::some},
      {"sum", Type::number, Type::number, Fold::sum},         {"smallest", Type::number, Type::number, Fold::smallest},
      {"largest", Type::number, Type::number, Fold::largest}, {"all_agree", Type::number, Type::boolean, Fold::agree},
      {"listed", Type::text, Type::text, Fold::listed},
  };
  return rows;
}

Value fold(Fold kind, std::span<Value const> values) {
  switch (kind) {
    case Fold::count:
      return count(values);
    case Fold::distinct:
      return distinct(values);
    case Fold::every:
      return quantify(values, false);
    case Fold::some:
      return quantify(values, true);
    case Fold::agree:
      return agree(values);
    case Fold::listed:
      return listed(values);
    default:
      return combine(kind, values);
  }
}

}  // namespace counterclaim::rules
