#include "src/store/claim_rows.hpp"

#include "counterclaim/units.hpp"
#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

std::string joined(std::span<std::string_view const> words) {
  std::string out;
  for (auto const& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

std::string day_text(Day day) { return day == no_lower_day || day == no_upper_day ? std::string() : to_iso(day); }

void bind_end(Binder& to, std::optional<Decimal> const& end) { end ? to.real(to_double(*end)) : to.null(); }

}  // namespace

char const* const claim_insert =
    "INSERT INTO claim (claim, article, kind, start, \"end\", line, \"column\", quote, sentence_start, sentence_end, subject, "
    "attribute, about, scope, counted, value, low, high, bound, change, unit, dimension, period_from, period_to, attribution, "
    "cue, certainty, quoted, headline, timex, \"left\", relation, \"right\", measure, benchmark) VALUES "
    "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

std::string interval_text(Interval const& v) {
  if (v.is_point()) return to_string(*v.low);
  if (v.low && v.high) return to_string(*v.low) + ".." + to_string(*v.high);
  if (v.low) return (v.low_open ? "> " : ">= ") + to_string(*v.low);
  if (v.high) return (v.high_open ? "< " : "<= ") + to_string(*v.high);
  return {};
}

Binder& bind_claim(Binder&& to, std::int64_t article, std::size_t index, Claim const& c, ClaimPlaces& places) {
  auto const at = places.cursor.at(c.span.begin);
  bool const compares = c.kind == ClaimKind::comparison;
  auto const& value = compares ? c.factor : c.value;
  auto const u = unit(c.unit);
  bool const has_dimension = c.kind == ClaimKind::quantity || c.unit != no_unit;
  to.number(article << claim_bits | static_cast<std::int64_t>(index)).number(article).text(to_string(c.kind));
  to.number(c.span.begin).number(c.span.end).number(at.line).number(at.column).text(visible(places.article.view, c.span));
  to.number(c.sentence.begin).number(c.sentence.end);
  to.text(c.subject).text(c.attribute).text(joined(c.about)).text(joined(c.scope)).text(c.counted).text(interval_text(value));
  bind_end(to, value.low);
  bind_end(to, value.high);
  to.text(to_string(c.bound)).text(to_string(c.change)).text(u.symbol);
  to.text(!has_dimension ? std::string_view() : c.unit == no_unit ? "count" : u.dimension);
  auto const& period = c.kind == ClaimKind::date ? c.days : c.period;
  to.text(day_text(period.from)).text(day_text(period.to)).text(c.attribution.source).text(c.attribution.cue);
  to.text(to_string(c.certainty)).number(c.quoted).number(c.headline).text(c.timex);
  to.text(c.left).text(compares ? to_string(c.relation) : std::string_view()).text(c.right).text(c.measure).text(c.benchmark);
  return to;
}

}  // namespace counterclaim::store
