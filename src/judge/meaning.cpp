#include "src/judge/meaning.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"

namespace counterclaim::rules {
namespace {

constexpr char separator = '\x1f';

std::string what_is_said(Claim const& c, Context const& context) {
  switch (c.kind) {
    case ClaimKind::date:
      return c.problem.empty() && !c.days.is_unbounded() ? print(c.days) : lower(quote(c, context));
    case ClaimKind::comparison: {
      bool const swap = c.relation == Relation::worse || (c.relation == Relation::equal && lower(c.right) < lower(c.left));
      auto const& first = swap ? c.right : c.left;
      auto const& second = swap ? c.left : c.right;
      char const sign = c.relation == Relation::equal ? '=' : '>';
      return lower(first) + sign + lower(second) + separator + lower(c.measure) + separator + lower(c.benchmark);
    }
    case ClaimKind::statement:
      return lower(quote(c, context));
    case ClaimKind::equation:
      return to_string(c.stated) + separator + to_string(c.computed);
    case ClaimKind::name:
      return std::string(c.subject);  // the spelling: case counts
    case ClaimKind::quantity:
    case ClaimKind::duration:
    case ClaimKind::rank: {
      auto const symbol = c.unit == no_unit ? std::string_view() : unit(unit(c.unit).base).symbol;
      return to_string(c.compared) + std::string(symbol);
    }
  }
  return {};
}

std::string hex(std::uint64_t hash) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) out[i] = digits[hash & 15];
  return out;
}

}  // namespace

std::string fingerprint(std::string const& rule, Hit const& hit, Context const& context) {
  Claim const& first = context.set.claims[hit.claims.front()];
  std::vector<std::string> values;
  for (auto const i : hit.claims) values.push_back(what_is_said(context.set.claims[i], context));
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());

  bool const has_pair = hit.pair != nullptr;
  auto const named = first.entity.empty() ? first.subject : first.entity;
  auto const subject = has_pair && !hit.pair->subject.empty() ? std::string_view(hit.pair->subject) : named;
  auto const attribute = has_pair && !hit.pair->attribute.empty() ? std::string_view(hit.pair->attribute) : first.attribute;
  auto const period = has_pair ? hit.pair->period : first.period_stated ? print(first.period) : std::string();
  std::string meaning = rule + separator + lower(subject) + separator + lower(attribute) + separator + period;
  // A claim that is about nothing known is told from others by its words.
  if (subject.empty() && attribute.empty()) values.push_back(lower(quote(first, context)));
  for (auto const& value : values) meaning += separator + value;

  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (char const c : meaning) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hex(hash);
}

}  // namespace counterclaim::rules
