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
    case ClaimKind::standing:
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

// A value as it is written, free of what is tolerated or learned from other articles.
std::string as_written(Claim const& c, Context const& context) {
  switch (c.kind) {
    case ClaimKind::standing:
    case ClaimKind::comparison: {
      auto const& left = c.left_name.empty() ? c.left : c.left_name;
      auto const& right = c.right_name.empty() ? c.right : c.right_name;
      bool const swap = c.relation == Relation::worse || (c.relation == Relation::equal && lower(right) < lower(left));
      return lower(swap ? right : left) + (c.relation == Relation::equal ? '=' : '>') + lower(swap ? left : right) + separator +
             lower(c.measure) + separator + lower(c.benchmark) + std::string(c.arithmetic);
    }
    case ClaimKind::quantity:
    case ClaimKind::duration:
    case ClaimKind::rank: {
      if (c.vague) return lower(quote(c, context));
      auto const value = c.change == Change::level ? to_base(c.value, c.unit) : as_difference(c.value, c.unit);
      auto const symbol = c.unit == no_unit ? std::string_view() : unit(unit(c.unit).base).symbol;
      return std::string(to_string(c.bound)) + ' ' + std::string(to_string(c.change)) + ' ' + to_string(value) + ' ' +
             std::string(symbol);
    }
    default:
      return what_is_said(c, context);
  }
}

// What a claim says, as its article alone gives it.
std::string own_words(Claim const& c, Context const& context) {
  std::string out(to_string(c.kind));
  for (auto const* part : {&c.subject, &c.attribute, &c.counted}) out += separator + lower(*part);
  out += separator + (c.period_stated ? print(c.period) : std::string()) + separator + as_written(c, context);
  // A claim that is about nothing known is told from others by its words.
  if (!c.subject.empty() || !c.attribute.empty()) return out;
  for (auto const& word : c.about) out += separator + lower(word);
  return c.about.empty() ? out + separator + lower(quote(c, context)) : out;
}

std::string hex(std::uint64_t hash) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) out[i] = digits[hash & 15];
  return out;
}

}  // namespace

std::string meaning(std::string const& rule, Hit const& hit, Context const& context) {
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
  std::string all = rule + separator + lower(subject) + separator + lower(attribute) + separator + period;
  // A claim that is about nothing known is told from others by its words.
  if (subject.empty() && attribute.empty()) values.push_back(lower(quote(first, context)));
  for (auto const& value : values) all += separator + value;
  return all;
}

std::vector<std::string> fingerprints(CompiledRule const& rule, Hit const& hit, Context const& context) {
  std::vector<std::string> said;
  for (auto const i : hit.claims) said.push_back(own_words(context.set.claims[i], context));
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  if (rule.form == Form::set) {  // who else joins it is another matter
    for (auto& one : said) one = fingerprint_of(rule.id + separator + one);
    return said;
  }
  std::string all = rule.id;
  for (auto const& one : said) (all += separator) += one;
  return {fingerprint_of(all)};
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

std::string fingerprint_of(std::string_view text) { return hex(hash_of(text)); }

}  // namespace counterclaim::rules
