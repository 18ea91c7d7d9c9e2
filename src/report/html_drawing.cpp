// Drawings without scripts or styles of their own: an SVG as wide as its column, places in percent of it, so that its letters
// keep their size on every screen.
#include <algorithm>
#include <cmath>
#include <optional>

#include "counterclaim/calendar.hpp"
#include "counterclaim/units.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/html_parts.hpp"

namespace counterclaim::html {
namespace {

struct Bar {
  std::string label;
  std::optional<double> low, high;  // nothing: goes on past the edge
  bool primary = false;
};

struct Tick {
  double at = 0;
  std::string label;
};

struct Scale {
  double from = 0, to = 1;
  std::vector<Tick> ticks;
  // Labels at the edges stay inside.
  std::string anchor(double x) const {
    auto const part = (x - from) / (to - from);
    return part < 0.05 ? "start" : part > 0.95 ? "end" : "middle";
  }
  std::string place(double x) const {  // "37.25%"
    auto const hundredths = std::lround(std::clamp((x - from) / (to - from), 0.0, 1.0) * 9400 + 300);
    auto const rest = hundredths % 100;
    return std::to_string(hundredths / 100) + "." + (rest < 10 ? "0" : "") + std::to_string(rest) + "%";
  }
};

constexpr int row_height = 44;

std::string svg(std::vector<Bar> const& bars, Scale const& scale, std::string_view caption) {
  auto const height = std::to_string(static_cast<int>(bars.size()) * row_height + 30);
  std::string out = "<figure><figcaption>" + markup_text(caption) + "</figcaption><svg role=\"img\"" +
                    attribute("aria-label", caption) + " width=\"100%\" height=\"" + height + "\">";
  auto const bottom = std::to_string(static_cast<int>(bars.size()) * row_height + 8);
  for (auto const& tick : scale.ticks) {
    auto const x = scale.place(tick.at);
    out.append("<line class=\"tick\" x1=\"").append(x).append("\" x2=\"").append(x);
    out.append("\" y1=\"0\" y2=\"").append(bottom).append("\"/>");
    out += "<text class=\"axis\" text-anchor=\"" + scale.anchor(tick.at) + "\" x=\"" + x + "\" y=\"" +
           std::to_string(std::stoi(bottom) + 16) + "\">" + markup_text(tick.label) + "</text>";
  }
  int y = 0;
  for (auto const& bar : bars) {
    auto const from = bar.low ? scale.place(*bar.low) : "0%";
    auto const to = bar.high ? scale.place(*bar.high) : "100%";
    auto const middle = std::to_string(y + 30);
    out += "<text class=\"who\" x=\"0\" y=\"" + std::to_string(y + 16) + "\">" + markup_text(fitted(bar.label, 72)) + "</text>";
    out.append("<line class=\"bar").append(bar.primary ? " primary" : "");
    out.append("\" x1=\"").append(from).append("\" x2=\"").append(to);
    out.append("\" y1=\"").append(middle).append("\" y2=\"").append(middle).append("\"/>");
    y += row_height;
  }
  return out + "</svg></figure>";
}

// "1.5 billion", "120", "0.25"
std::string short_number(Decimal value) {
  struct Word {
    int power;
    char const* name;
  };
  static constexpr Word words[] = {{12, " trillion"}, {9, " billion"}, {6, " million"}};
  for (auto const& word : words)
    if (abs(value) >= Decimal::scaled(1, word.power))
      return to_string(Decimal::scaled(value.digits, value.exponent - word.power)) + word.name;
  return to_grouped_string(value);
}

// Four to eight round numbers, `least` apart or more, that hold low and high between them.
Scale round_scale(double low, double high, double least) {
  if (!(high > low)) {
    auto const room = std::max(std::abs(low) * 0.1, 1e-9);
    low -= room;
    high += room;
  }
  auto const rough = std::max((high - low) / 4, least);
  auto const power = static_cast<int>(std::floor(std::log10(rough)));
  auto const base = std::pow(10.0, power);
  int const digit = rough / base <= 1.5 ? 1 : rough / base <= 3.5 ? 2 : rough / base <= 7.5 ? 5 : 10;
  auto const step = digit * base;
  auto const first = static_cast<std::int64_t>(std::floor(low / step));
  auto const last = static_cast<std::int64_t>(std::ceil(high / step));
  Scale scale{static_cast<double>(first) * step, static_cast<double>(last) * step, {}};
  // On a narrow screen there is room for few labels.
  auto const every = std::max<std::int64_t>(1, (last - first + 2) / 4);
  for (auto k = first; k <= last && last - first < 40; k += every)
    scale.ticks.push_back({static_cast<double>(k) * step, short_number(Decimal::scaled(k * digit, power))});
  return scale;
}

// Beyond this there is nothing to see.
bool is_drawable(Bar const& bar) {
  constexpr double far = 1e100;
  return std::abs(bar.low.value_or(0)) < far && std::abs(bar.high.value_or(0)) < far;
}

// Things are counted one by one: between 3 and 4 of them there is nothing to mark.
bool is_count(Claim const& claim) {
  auto const is_whole = [](Interval const& v) { return (!v.low || v.low->is_whole()) && (!v.high || v.high->is_whole()); };
  return claim.kind == ClaimKind::rank || (claim.unit == no_unit && is_whole(claim.value));
}

Scale scale_of(std::vector<Bar> const& bars, double least) {
  std::optional<double> low, high;
  for (auto const& bar : bars) {
    for (auto const& end : {bar.low, bar.high}) {
      if (!end) continue;
      low = std::min(low.value_or(*end), *end);
      high = std::max(high.value_or(*end), *end);
    }
  }
  return round_scale(low.value_or(0), high.value_or(1), least);
}

// Seconds as the largest unit that leaves a number of more than one.
struct Measure {
  double factor = 1, offset = 0;  // base = shown x factor + offset
  std::string unit;
};
Measure time_measure(double seconds) {
  struct Row {
    double seconds;
    char const* name;
  };
  static constexpr Row rows[] = {{31557600, "years"}, {86400, "days"}, {3600, "hours"}, {60, "minutes"}};
  for (auto const& row : rows)
    if (std::abs(seconds) >= row.seconds * 2) return {row.seconds, 0, row.name};
  return {1, 0, "seconds"};
}

std::optional<Measure> measure_of(Claim const& claim) {
  if (claim.kind == ClaimKind::rank) return Measure{1, 0, "place, 1 = first"};
  if (claim.kind == ClaimKind::duration) {
    auto const middle = midpoint(claim.compared);
    return time_measure(middle ? to_double(*middle) : 1);
  }
  if (claim.kind != ClaimKind::quantity) return {};
  if (claim.unit == no_unit) return Measure{1, 0, std::string(claim.counted)};
  auto const u = unit(claim.unit);
  auto const factor = to_double(u.factor);
  if (!(factor > 0)) return {};
  return Measure{factor, to_double(u.offset), std::string(u.symbol)};
}

UnitId base_of(Claim const& claim) { return claim.unit == no_unit ? no_unit : unit(claim.unit).base; }

std::string label(Page const& page, Location const& location) {
  auto const& article = page.places.article(location);
  auto const from = origin(article);
  return (from.empty() ? one_line(article.id) : from) + (location.label.empty() ? "" : ": " + one_line(location.label));
}

// to_double() knows no values past a double's range.
double drawn(Decimal value) { return value.exponent > 100 ? HUGE_VAL : to_double(value); }

Bar bar_of(Interval const& v, Measure const& m, std::string text, bool primary) {
  Bar bar{std::move(text), {}, {}, primary};
  if (v.low) bar.low = (drawn(*v.low) - m.offset) / m.factor;
  if (v.high) bar.high = (drawn(*v.high) - m.offset) / m.factor;
  return bar;
}

std::string number_line(Page const& page, Finding const& finding) {
  if (!finding.locations.empty() && page.equation_at(finding.locations.front())) return {};  // its parts are no rivals
  std::vector<Bar> bars;
  Claim const* first = nullptr;
  Measure measure;
  bool are_counts = true;
  for (auto const& location : finding.locations) {
    auto const* const claim = page.claim_at(location);
    if (!claim || (!claim->compared.low && !claim->compared.high)) continue;
    if (!first) {
      auto const m = measure_of(*claim);
      if (!m) continue;
      measure = *m;
      first = claim;
    }
    if (claim->kind != first->kind || base_of(*claim) != base_of(*first)) continue;
    auto bar = bar_of(claim->compared, measure, label(page, location), location.primary);
    are_counts = are_counts && is_count(*claim);
    if (is_drawable(bar) && bars.size() < most_passages) bars.push_back(std::move(bar));
  }
  if (bars.size() < 2) return {};
  return svg(bars, scale_of(bars, are_counts ? 1 : 0),
             "The ranges compared" + (measure.unit.empty() ? "" : ", in " + measure.unit));
}

// What a text says and what its own figures give.
std::string sum_line(Page const& page, Finding const& finding) {
  for (auto const& location : finding.locations) {
    auto const* const claim = page.equation_at(location);
    if (!claim || !midpoint(claim->stated) || !midpoint(claim->computed)) continue;
    std::vector<Bar> const bars = {bar_of(claim->stated, {}, "The text says", true),
                                   bar_of(claim->computed, {}, "Its figures give", false)};
    if (!is_drawable(bars[0]) || !is_drawable(bars[1])) continue;
    bool const is_list = claim->equation == EquationKind::list_count;
    return svg(bars, scale_of(bars, is_list ? 1 : 0), "What the text says and what its figures give");
  }
  return {};
}

Scale calendar_scale(Day from, Day to) {
  Scale scale{static_cast<double>(from) - 1, static_cast<double>(to) + 2, {}};
  auto const first = to_civil(from), last = to_civil(to);
  auto const add = [&](Day day, std::string text) {
    if (day >= from - 1 && day <= to + 2) scale.ticks.push_back({static_cast<double>(day), std::move(text)});
  };
  if (int const years = last.year - first.year; years >= 4) {
    for (int year = first.year; year <= last.year + 1; year += (years + 3) / 4) add(to_day({year, 1, 1}), std::to_string(year));
  } else if (int const months = years * 12 + last.month - first.month; months >= 3) {
    for (int m = 0; m <= months + 1; m += (months + 3) / 4) {
      int const month = first.month - 1 + m;
      auto const day = to_day({first.year + month / 12, month % 12 + 1, 1});
      add(day, to_iso(day).substr(0, 7));
    }
  } else {
    auto const step = std::max<Day>(1, (to - from + 2) / 3);
    for (Day day = from; day <= to + 1; day += step) add(day, to_iso(day));
  }
  return scale;
}

std::string timeline(Page const& page, Finding const& finding) {
  std::vector<Bar> bars;
  Day from = no_upper_day, to = no_lower_day;
  for (auto const& location : finding.locations) {
    auto const* const claim = page.claim_at(location);
    if (!claim || claim->kind != ClaimKind::date || claim->days.is_unbounded() || claim->impossible) continue;
    Bar bar{label(page, location), {}, {}, location.primary};
    if (claim->days.from != no_lower_day) bar.low = claim->days.from;
    if (claim->days.to != no_upper_day) bar.high = static_cast<double>(claim->days.to) + 1;
    for (Day const day : {claim->days.from, claim->days.to}) {
      if (day == no_lower_day || day == no_upper_day) continue;
      from = std::min(from, day);
      to = std::max(to, day);
    }
    bars.push_back(std::move(bar));
    if (bars.size() == most_passages) break;
  }
  if (bars.size() < 2 || from > to) return {};
  return svg(bars, calendar_scale(from, to), "The dates named");
}

}  // namespace

std::string drawing(Page const& page, Finding const& finding) {
  for (auto const draw : {sum_line, timeline, number_line})
    if (auto drawn = draw(page, finding); !drawn.empty()) return drawn;
  return {};
}

}  // namespace counterclaim::html
