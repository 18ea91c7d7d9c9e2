#include "src/judge/relations.hpp"

#include <algorithm>
#include <cstdlib>

#include "counterclaim/clock.hpp"
#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/unnamed_company.hpp"

namespace counterclaim::rules {
namespace {

constexpr int longest_chain = 8;  // citations followed

bool same_name(std::string_view a, std::string_view b) { return !a.empty() && lower(a) == lower(b); }

// Of papers and agencies: "The Orvel Post" is "Orvel Post" too.
bool same_source(std::string_view a, std::string_view b) {
  auto const bare = [](std::string_view name) {
    bool const article = name.size() > 4 && same_name(name.substr(0, 4), "the ");
    return article ? name.substr(4) : name;
  };
  return same_name(bare(a), bare(b));
}

std::string_view origin(Claim const& c) { return c.attribution.origin.empty() ? c.attribution.source : c.attribution.origin; }

// Of the first side against the second of `like`; nothing if the two claims compare other things.
std::optional<Relation> relation_as(Claim const& c, Claim const& like) {
  if (same_name(c.left, like.left) && same_name(c.right, like.right)) return c.relation;
  if (!same_name(c.left, like.right) || !same_name(c.right, like.left)) return std::nullopt;
  if (c.relation == Relation::equal) return Relation::equal;
  return c.relation == Relation::better ? Relation::worse : Relation::better;
}

int digit_count(std::int64_t digits) {
  int n = 1;
  for (digits = std::abs(digits); digits >= 10; digits /= 10) ++n;
  return n;
}

// Rounded half up to `wanted` significant digits.
Decimal rounded_to(Decimal v, int wanted) {
  std::int64_t digits = v.digits;
  std::int32_t exponent = v.exponent;
  for (int n = digit_count(digits); n > wanted; --n) {
    std::int64_t const last = digits % 10;
    digits /= 10;
    if (n == wanted + 1 && last >= 5) ++digits;
    ++exponent;
  }
  return Decimal::scaled(digits, exponent);
}

std::optional<Day> published(Article const& a) { return a.date ? a.date : a.updated; }

bool states_the_same(Claim const& c, Claim const& other, ClaimRef a, ClaimRef b, Context const& context) {
  if (c.kind != other.kind || other.certainty == Certainty::denied || other.certainty == Certainty::hypothetical) return false;
  return is_true(values_agree(a, b, context));
}

// What "about 40" can mean where more is tolerated than by default.
Interval reach(Claim const& c, Tolerances const& tolerance) {
  auto const middle = midpoint(c.value);
  if (c.basis != c.unit || c.bound != Bound::about || !middle || !c.compared.low || !c.compared.high) return c.compared;
  auto const spread = abs(*middle) * tolerance.about;
  auto const least = c.change == Change::level ? to_base({*middle - spread, *middle + spread, false, false}, c.unit)
                                               : as_difference({*middle - spread, *middle + spread, false, false}, c.unit);
  return {std::min(*c.compared.low, *least.low), std::max(*c.compared.high, *least.high), c.compared.low_open,
          c.compared.high_open};
}

// Half of what is tolerated on either side.
Interval widened(Interval v, Decimal share) {
  auto const half = share * Decimal::scaled(5, -1);
  if (v.low) v.low = *v.low - abs(*v.low) * half;
  if (v.high) v.high = *v.high + abs(*v.high) * half;
  return v;
}

// "Up to 4 MB", "the largest message is 4 MB": as far as it goes.
std::optional<Decimal> limit_of(Claim const& c) {
  static constexpr std::string_view ends[] = {"largest", "longest", "maximum", "highest", "limit"};
  if (c.vague || c.certainty == Certainty::denied) return std::nullopt;
  if (c.bound == Bound::at_most) return c.compared.high;
  bool const is_end = c.bound == Bound::exact && std::ranges::find_first_of(c.scope, ends) != c.scope.end();
  return is_end ? midpoint(c.compared) : std::nullopt;
}

// "A power envelope of 1,100 watts; the air-cooled card is limited to 800": an article that tells both limits has them of two
// things. Its claims stand beside each other.
bool tells_too(ClaimRef one, Claim const& other, Decimal limit, Context const& context) {
  auto const& claims = context.set.claims;
  auto const is_limit = [&](Claim const& c) {
    return c.kind == ClaimKind::quantity && c.basis == other.basis && c.compared.high && c.value.high &&
           (midpoint(c.compared) == limit || (c.bound == Bound::at_most && *c.compared.high == limit));
  };
  auto const article = claims[one.index].article;
  for (auto i = one.index; i-- > 0 && claims[i].article == article;)
    if (is_limit(claims[i])) return true;
  for (auto i = one.index + 1; i < claims.size() && claims[i].article == article; ++i)
    if (is_limit(claims[i])) return true;
  return false;
}

}  // namespace

bool apart(Number const& a, Number const& b, Tolerances const& tolerance) {
  if (!disjoint(a.interval, b.interval)) return false;
  auto const id = a.unit == any_unit ? b.unit : a.unit;
  auto const share = tolerance.of(id == any_unit || id == no_unit ? "count" : dimension_of(id));
  return share.is_zero() || disjoint(widened(a.interval, share), widened(b.interval, share));
}

bool apart(DayRange a, DayRange b, Tolerances const& tolerance) {
  if (!disjoint(a, b)) return false;
  auto const gap = a.to < b.from ? std::int64_t{b.from} - a.to : std::int64_t{a.from} - b.to;
  return gap > tolerance.days;
}

Value values_conflict(ClaimRef first, ClaimRef second, Context const& context) {
  Claim const& a = context.claim(first);
  Claim const& b = context.claim(second);
  if (a.kind != b.kind) return {};
  switch (a.kind) {
    case ClaimKind::date:
      if ((a.days.is_unbounded() || b.days.is_unbounded()) && (!has_clock(a) || !has_clock(b))) return {};
      return apart(a.days, b.days, context.tolerance) || clocks_apart(a, b) || stretches_apart(a, b) ||
             begins_or_ends_apart(a, b);
    case ClaimKind::comparison: {
      auto const relation = relation_as(b, a);
      if (!relation || lower(a.measure) != lower(b.measure) || lower(a.benchmark) != lower(b.benchmark)) return {};
      return *relation != a.relation;
    }
    case ClaimKind::quantity:
    case ClaimKind::duration:
    case ClaimKind::rank:
      if (!comparable(a, b)) return {};
      return apart({reach(a, context.tolerance), a.basis}, {reach(b, context.tolerance), b.basis}, context.tolerance);
    case ClaimKind::statement:
      return !share_holder(a, b);
    default:
      return {};
  }
}

Value values_agree(ClaimRef a, ClaimRef b, Context const& context) {
  auto const conflict = values_conflict(a, b, context);
  return is_known(conflict) ? Value(!std::get<bool>(conflict)) : conflict;
}

Value limits_differ(ClaimRef first, ClaimRef second, Context const& context) {
  Claim const& a = context.claim(first);
  Claim const& b = context.claim(second);
  if (a.kind != ClaimKind::quantity || !comparable(a, b) || (a.bound != Bound::at_most && b.bound != Bound::at_most)) return {};
  auto const x = limit_of(a), y = limit_of(b);
  if (!x || !y || *x <= Decimal(0) || *y <= Decimal(0)) return {};
  // "As many as 480", "up to 500": a limit is told roundly.
  if (std::max(*x, *y) * Decimal(4) < std::min(*x, *y) * Decimal(5)) return false;
  return a.article == b.article || (!tells_too(first, b, *y, context) && !tells_too(second, a, *x, context));
}

Value same_digits(ClaimRef first, ClaimRef second, Context const& context) {
  Claim const& a = context.claim(first);
  Claim const& b = context.claim(second);
  if (a.unit != b.unit && !convertible(a.unit, b.unit)) return {};
  auto x = point(to_base(a.value, a.unit)), y = point(to_base(b.value, b.unit));
  if (!x || !y) return {};
  if (x->is_zero() || y->is_zero()) return false;
  int const wanted = std::min(digit_count(x->digits), digit_count(y->digits));
  if (wanted < 2 && digit_count(x->digits) != digit_count(y->digits)) return false;
  x = rounded_to(*x, wanted);
  y = rounded_to(*y, wanted);
  return x->digits == y->digits && x->exponent != y->exponent;
}

Value same_number(ClaimRef first, ClaimRef second, Context const& context) {
  Claim const& a = context.claim(first);
  Claim const& b = context.claim(second);
  auto const x = midpoint(a.value), y = midpoint(b.value);
  return x && y && *x == *y && a.unit == b.unit;
}

Value other_unit(ClaimRef first, ClaimRef second, Context const& context) {
  Claim const& a = context.claim(first);
  Claim const& b = context.claim(second);
  if (a.unit == no_unit || b.unit == no_unit) return false;
  auto const x = point(a.value), y = point(b.value);
  if (!x || !y) return {};
  if (*x != *y || x->is_zero() || abs(*x) == Decimal(1) || a.unit == b.unit) return false;
  if (is_short_for(a.unit, b.unit) || is_short_for(b.unit, a.unit)) return false;
  // "41 million euros", "a gain of 41 million euros a year": a word less, and no other unit
  bool const one_basis = a.basis == b.basis && (a.per == b.per || a.per == no_unit || b.per == no_unit);
  return one_basis || comparable(a, b) ? disjoint(a.compared, b.compared) : true;
}

Value outgrows(ClaimRef first, ClaimRef second, Context const& context) {
  Claim const& a = context.claim(first);
  Claim const& b = context.claim(second);
  if (a.kind != ClaimKind::quantity || !comparable(a, b)) return {};
  bool const bounded = b.bound == Bound::at_least || b.bound == Bound::above;
  return bounded && a.compared.low && b.compared.low && *a.compared.low > *b.compared.low;
}

Value later(ClaimRef a, ClaimRef b, Context const& context) {
  auto const x = published(context.article_of(context.claim(a))), y = published(context.article_of(context.claim(b)));
  if (!x || !y) return {};
  return *x > *y;
}

Value corrects(ClaimRef a, ClaimRef b, Context const& context) {
  auto const& target = context.article_of(context.claim(b));
  auto const& named = context.article_of(context.claim(a)).corrects;
  return std::any_of(named.begin(), named.end(),
                     [&](auto const& n) { return n == target.id || (!n.empty() && n == target.url); });
}

Value independent(ClaimRef first, ClaimRef second, Context const& context) {
  Claim const& a = context.claim(first);
  Claim const& b = context.claim(second);
  auto const& here = context.article_of(a);
  auto const& there = context.article_of(b);
  if (a.article == b.article || same_source(here.source, there.source)) return false;
  if (a.attribution.self || b.attribution.self || here.tier == Tier::self || there.tier == Tier::self) return false;
  return !same_source(origin(a), origin(b)) && !same_source(origin(a), there.source) && !same_source(origin(b), here.source);
}

Value confirmed(ClaimRef c, Context const& context) {
  Claim const& claim = context.claim(c);
  auto const confirms = [&](std::uint32_t other) {
    ClaimRef const o{other};
    Claim const& said = context.claim(o);
    // The claim itself may be the maker's own word; what confirms it may not.
    bool const own = said.attribution.self || context.article_of(said).tier == Tier::self;
    if (own || said.article == claim.article || !states_the_same(claim, said, c, o, context)) return false;
    bool const repeats = same_source(origin(said), context.article_of(claim).source) ||
                         same_source(origin(said), origin(claim)) ||
                         same_source(context.article_of(said).source, context.article_of(claim).source);
    return !repeats && said.certainty == Certainty::stated;
  };
  auto const& partners = context.partners[c.index];
  return std::any_of(partners.begin(), partners.end(), confirms);
}

Value echoed(ClaimRef c, Context const& context) {
  Claim const& claim = context.claim(c);
  auto const& partners = context.partners[c.index];
  return std::any_of(partners.begin(), partners.end(), [&](std::uint32_t other) {
    Claim const& said = context.set.claims[other];
    return said.article == claim.article && !said.headline && is_true(values_agree(c, ClaimRef{other}, context));
  });
}

Value first_said(ClaimRef ref, Context const& context) {
  auto const& claims = context.set.claims;
  Claim const& c = claims[ref.index];
  for (auto i = ref.index; i > 0; --i) {
    Claim const& before = claims[i - 1];
    if (before.article != c.article || before.sentence != c.sentence) break;
    bool const figure = before.kind == ClaimKind::quantity || before.kind == ClaimKind::rank ||
                        before.kind == ClaimKind::comparison || before.kind == ClaimKind::duration;
    if (figure && before.attribution.vague == c.attribution.vague && before.attribution.cue == c.attribution.cue) return false;
  }
  return true;
}

namespace {

// Whether one of the claims that the article told last before `end`, an index into the set's claims, is such a one; which.
template <typename Is>
Claim const* told_before(std::uint32_t end, std::uint32_t article, Context const& context, Is is) {
  constexpr std::uint32_t reach = 60;  // claims
  auto const& claims = context.set.claims;
  for (auto i = end; i-- > 0 && end - i <= reach && claims[i].article == article;)
    if (is(claims[i])) return &claims[i];
  return nullptr;
}

// "The $30 million valuation", behind "according to the Dispatch, its valuation is past $30 million": the source that the
// article gave to the figure.
std::string_view given_before(ClaimRef c, Context const& context) {
  Claim const& claim = context.claim(c);
  if (!claim.value.low) return {};
  auto const* said = told_before(c.index, claim.article, context, [&](Claim const& other) {
    return other.kind == claim.kind && other.unit == claim.unit && other.value.low == claim.value.low &&
           same_name(other.subject, claim.subject) && !origin(other).empty();
  });
  return said ? origin(*said) : std::string_view();
}

// "The company says", where another article has the same from Norra, and Norra is named here too: Norra.
std::string_view named_elsewhere(ClaimRef c, Context const& context) {
  auto const& claims = context.set.claims;
  auto const is_named = [&](std::string_view name) {
    return told_before(c.index + 1, claims[c.index].article, context, [&](Claim const& said) {
      return same_name(said.entity, name) ||
             std::any_of(said.names.begin(), said.names.end(), [&](NameRef const& n) { return same_name(n.name, name); });
    });
  };
  for (auto const other : context.partners[c.index]) {
    auto const name = origin(claims[other]);
    if (claims[other].article != claims[c.index].article && !name.empty() && name != unnamed_company && is_named(name))
      return name;
  }
  return unnamed_company;
}

}  // namespace

// "Reports from The Dispatch": the paper's name has the article, where one of these claims, or one told before it, writes it so
// within a sentence.
std::string with_article(std::string_view name, ClaimRef ref, Context const& context) {
  auto const full = "The " + std::string(name);
  auto const written_so = [&](std::uint32_t claim) {
    return told_before(claim + 1, context.set.claims[claim].article, context, [&](Claim const& said) {
      auto const at = said.attribution.source.find(full);
      return at != std::string_view::npos && at > 0;
    });
  };
  auto const& partners = context.partners[ref.index];
  bool const so = !name.empty() && (written_so(ref.index) || std::any_of(partners.begin(), partners.end(), written_so));
  return so ? full : std::string(name);
}

Value traced(ClaimRef c, Context const& context) {
  std::string_view current = origin(context.claim(c));
  auto const& partners = context.partners[c.index];
  if (current.empty()) current = given_before(c, context);
  if (current == unnamed_company) current = named_elsewhere(c, context);
  for (int step = 0; step < longest_chain && !current.empty(); ++step) {
    auto const next = std::find_if(partners.begin(), partners.end(), [&](std::uint32_t other) {
      Claim const& said = context.set.claims[other];
      return same_source(context.article_of(said).source, current) && !origin(said).empty() &&
             !same_source(origin(said), current);
    });
    if (next == partners.end()) break;
    current = origin(context.set.claims[*next]);
  }
  return text_or_unknown(with_article(current, c, context));
}

Value traced_in(ClaimRef c, Context const& context) {
  return is_known(traced(c, context)) ? text_or_unknown(context.article_of(context.claim(c)).id) : Value();
}

}  // namespace counterclaim::rules
