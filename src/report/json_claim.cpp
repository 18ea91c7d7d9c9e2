// A claim as a line of `extract`. The format is public: keys are only ever added.
#include <string>
#include <vector>

#include "counterclaim/report.hpp"
#include "counterclaim/units.hpp"
#include "src/report/json_place.hpp"
#include "src/report/json_writer.hpp"

namespace counterclaim {
namespace {

using namespace json;

void iso_day(std::string& out, std::string_view name, Day day) {
  bool const is_open = day == no_lower_day || day == no_upper_day;
  pair_or_null(out, name, is_open ? std::string() : to_iso(day));
}

void days(std::string& out, DayRange range) {
  iso_day(out, "from", range.from);
  iso_day(out, "to", range.to);
}

void period(std::string& out, DayRange range) {
  key(out, "period");
  if (range.is_unbounded()) return null(out);
  open(out, '{');
  days(out, range);
  close(out, '}');
}

void attribution(std::string& out, Attribution const& a) {
  key(out, "attribution");
  if (a.source.empty() && a.cue.empty()) return null(out);
  open(out, '{');
  pair_or_null(out, "source", a.source);
  pair_or_null(out, "cue", a.cue);
  flag(out, "self", a.self);
  close(out, '}');
}

void unit_fields(std::string& out, Claim const& claim) {
  Unit const u = claim.unit == no_unit ? Unit{} : unit(claim.unit);
  pair_or_null(out, "unit", u.symbol);
  pair_or_null(out, "unit_name", u.name);
  pair(out, "dimension", u.dimension.empty() ? "count" : u.dimension);
}

void value(std::string& out, std::string_view name, Interval const& v) {
  key(out, name);
  interval(out, v);
}

void what_about(std::string& out, Claim const& claim) {
  pair_or_null(out, "subject", claim.subject);
  pair_or_null(out, "attribute", claim.attribute);
  key(out, "about");
  strings(out, claim.about);
}

void quantity(std::string& out, Claim const& claim) {
  value(out, "value", claim.value);
  pair_of_ours(out, "bound", to_string(claim.bound));
  pair_of_ours(out, "change", to_string(claim.change));
  unit_fields(out, claim);
  pair_or_null(out, "counted", claim.counted);
  what_about(out, claim);
}

void date(std::string& out, Claim const& claim) {
  pair(out, "timex", claim.timex);
  days(out, claim.days);
  what_about(out, claim);
}

void comparison(std::string& out, Claim const& claim) {
  bool const has_factor = claim.factor.low || claim.factor.high;
  pair_or_null(out, "left", claim.left_name.empty() ? claim.left : claim.left_name);
  pair_of_ours(out, "relation", to_string(claim.relation));
  pair_or_null(out, "right", claim.right_name.empty() ? claim.right : claim.right_name);
  pair_or_null(out, "measure", claim.measure);
  key(out, "factor");
  has_factor ? interval(out, claim.factor) : null(out);
  pair_or_null(out, "benchmark", claim.benchmark);
  pair_or_null(out, "score", claim.score);
  flag(out, "self", claim.attribution.self);
}

void by_kind(std::string& out, Claim const& claim) {
  switch (claim.kind) {
    case ClaimKind::date:
    case ClaimKind::duration:
      return date(out, claim);
    case ClaimKind::rank:
      value(out, "value", claim.value);
      return what_about(out, claim);
    case ClaimKind::comparison:
      return comparison(out, claim);
    default:
      return quantity(out, claim);
  }
}

void claim_object(std::string& out, Claim const& claim, Article const& article, PlaceIndex const& places) {
  auto const at = places.address(claim.span);
  auto const sentence = places.stretch(claim.sentence);
  open(out, '{');
  pair(out, "article", article.id);
  pair_of_ours(out, "kind", to_string(claim.kind));
  if (at.in_title) pair(out, "part", "title");
  address(out, at);
  quote(out, "text", article, claim.span);
  key(out, "sentence");
  open(out, '[');
  number(out, std::uint64_t{sentence.begin});
  number(out, std::uint64_t{sentence.end});
  close(out, ']');
  by_kind(out, claim);
  period(out, claim.period);
  key(out, "scope");
  strings(out, claim.scope);
  attribution(out, claim.attribution);
  pair_of_ours(out, "certainty", to_string(claim.certainty));
  flag(out, "quoted", claim.quoted);
  close(out, '}');
}

}  // namespace

std::string json_claim(Claim const& claim, Article const& article) {
  std::string out;
  claim_object(out, claim, article, PlaceIndex(article));
  return out;
}

std::string json_claims(std::span<Claim const> claims, Article const& article) {
  PlaceIndex const places(article);
  std::string out;
  out.reserve(claims.size() * 640);
  // What one date says of two events is told once, and so is a length of time that a date was counted by.
  auto const told = [&](std::size_t i) {
    auto const& c = claims[i];
    if (c.kind != ClaimKind::date) return false;
    if (i > 0 && claims[i - 1].kind == ClaimKind::date && claims[i - 1].span == c.span) return true;
    return c.timex.empty() && i + 1 < claims.size() && claims[i + 1].kind == ClaimKind::duration &&
           claims[i + 1].span == c.span;
  };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    auto const& claim = claims[i];
    if (!is_public(claim.kind) || told(i)) continue;
    claim_object(out, claim, article, places);
    out += '\n';
  }
  return out;
}

}  // namespace counterclaim
