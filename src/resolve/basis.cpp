#include "src/resolve/basis.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

struct Often {
  std::string_view word, unit;
};
constexpr Often often[] = {{"annual", "yr"},  {"annually", "yr"}, {"yearly", "yr"}, {"annualized", "yr"}, {"annualised", "yr"},
                           {"monthly", "mo"}, {"weekly", "wk"},   {"daily", "d"},   {"hourly", "h"}};

// "annual sales", "daily output"
UnitId adjective_of(Claim const& c) {
  for (auto const& t : c.terms) {
    if (t.role > TermRole::modifier && t.role != TermRole::subject) continue;
    if ((t.word & unknown_bit) != 0) continue;
    auto const text = word_text(t.word);
    auto const found = std::find_if(std::begin(often), std::end(often), [&](Often const& o) { return o.word == text; });
    if (found != std::end(often)) return find_unit(found->unit);
  }
  return no_unit;
}

// What so much of comes together in a year: money, tonnes, gigawatt-hours.
bool adds_up(UnitId id) {
  auto const dimension = dimension_of(id);
  return is_monetary(id) || dimension == "mass" || dimension == "volume" || dimension == "energy";
}

// A day and longer: "rows per second" is a measure of its own.
bool is_long(UnitId time) {
  auto const u = unit(time);
  return time != no_unit && u.dimension == "time" && u.factor >= Decimal(86400);
}

// "Doubled" is up by 100 percent, "halved" down by 50.
std::optional<Decimal> change_of(QuantityMention const& m) {
  static UnitId const times = find_unit("x");
  if (m.unit != times || m.change == Change::level || !m.value.is_point()) return std::nullopt;
  auto const v = *m.value.low;
  if (m.change == Change::up && v > Decimal(1)) return (v - Decimal(1)) * Decimal(100);
  if (m.change == Change::down && v > Decimal(0) && v < Decimal(1)) return (Decimal(1) - v) * Decimal(100);
  return std::nullopt;
}
bool is_part(QuantityMention const& m) {
  // "a third of", "4 in 10"; what is written as a decimal has its own places
  return m.unit == no_unit && m.value.is_point() && *m.value.low > Decimal(0) && *m.value.low < Decimal(1) &&
         (m.share || (m.spelled && m.change != Change::level));
}

}  // namespace

bool is_share(QuantityMention const& m) { return is_part(m) || change_of(m); }

void set_basis(Claim& c, QuantityMention const& m) {
  static UnitId const percent = find_unit("%");
  c.basis = c.unit;
  if (is_share(m) && m.bound != Bound::range && (c.compared.low || c.compared.high)) {
    auto const change = change_of(m);
    // by the value, for a third has no last written place
    auto const hundredths = change ? *change : *c.value.low * Decimal(100), spread = hundredths * Decimal::scaled(8, -2);
    c.compared = {hundredths - spread, hundredths + spread, false, false};
    if (m.bound == Bound::above || m.bound == Bound::at_least) c.compared.high.reset();
    if (m.bound == Bound::below || m.bound == Bound::at_most) c.compared.low.reset();
    c.basis = percent;
    return;
  }
  auto const parts = rate_parts(c.unit);
  if (is_long(parts.denominator)) {
    bool const noun = is_counted_noun(parts.numerator);
    if (!noun && !adds_up(parts.numerator)) return;
    // per second, as the base of a rate is, to per its own time
    c.compared = scaled(c.compared, unit(parts.denominator).factor);
    c.basis = noun ? no_unit : parts.numerator;
    c.per = parts.denominator;
    return;
  }
  // "50,000 connections per node": many texts leave the node out
  if (is_counted_noun(parts.denominator)) {
    bool const noun = is_counted_noun(parts.numerator);
    if (noun || dimension_of(parts.numerator) == "money") {
      c.basis = noun ? no_unit : parts.numerator;
      c.per = parts.denominator;
      c.per_adjective = true;
    }
    return;
  }
  if (c.unit != no_unit && !adds_up(c.unit)) return;
  c.per = adjective_of(c);
  c.per_adjective = c.per != no_unit;
}

namespace {

constexpr std::pair<std::string_view, std::string_view> lengths[] = {{"P1Y", "yr"}, {"P1M", "mo"}, {"P1W", "wk"}, {"P1D", "d"}};

UnitId time_of(DateMention const& d) {
  for (auto const& [timex, symbol] : lengths)
    if (d.timex == timex) return find_unit(symbol);
  return no_unit;
}

// The time that a date tells how often by: "every year", "annually", "in a year"; no_unit for another date.
UnitId time_told(Context const& context, DateMention const& d, std::uint32_t sentence_first) {
  static WordSet const leads{"each", "every", "per", "a", "an"},  // not "monthly users", "on any one day"
      adverbs{"annually", "yearly", "daily", "weekly", "monthly"}, one{"a", "one"};
  static WordId const in = find_word("in");
  auto const& tokens = context.tokens.tokens;
  auto const is_adverb = [&] {
    if (!adverbs.has(tokens[d.at.last - 1].word)) return false;
    auto const next = d.at.last < context.chunks.classes.size() ? context.chunks.classes[d.at.last] : WordClass::mark;
    return next != WordClass::noun && next != WordClass::adjective && next != WordClass::name;
  };
  bool const set = d.shape == DateShape::set && (leads.has(tokens[d.at.first].word) || is_adverb());
  bool const within = d.at.first > sentence_first && d.at.last == d.at.first + 2 && tokens[d.at.first - 1].word == in &&
                      one.has(tokens[d.at.first].word);
  if (!set && !within) return no_unit;
  if (auto const time = set ? time_of(d) : no_unit; time != no_unit) return time;
  // "In a year" from now is a date; what is told of is as well so many in a year.
  static WordId const times[] = {find_word("year"), find_word("month"), find_word("week"), find_word("day")};
  for (std::size_t i = 0; within && i < std::size(times); ++i)
    if (tokens[d.at.last - 1].word == times[i]) return find_unit(lengths[i].second);
  return no_unit;
}

}  // namespace

// "$20 per user per month", "9 euros per seat monthly": the time behind a rate by the piece; no_unit if there is none.
static UnitId time_behind(Context const& context, std::uint32_t i, std::uint32_t last) {
  static WordSet const leads{"each", "every", "per", "a", "an"};
  static constexpr std::string_view symbols[] = {"yr", "mo", "wk", "d", "h"};
  static WordId const times[] = {find_word("year"), find_word("month"), find_word("week"), find_word("day"), find_word("hour")};
  auto const& tokens = context.tokens.tokens;
  if (i >= last) return no_unit;
  if (i + 1 < last && (leads.has(tokens[i].word) || text_of(tokens[i], context.article.view) == "/"))
    for (std::size_t k = 0; k < std::size(times); ++k)
      if (tokens[i + 1].word == times[k]) return find_unit(symbols[k]);
  auto const text = word_text(tokens[i].word);
  auto const found = std::find_if(std::begin(often), std::end(often), [&](Often const& o) { return o.word == text; });
  return found == std::end(often) ? no_unit : find_unit(found->unit);
}

void set_time_of_clause(Context const& context, Frame const& frame, QuantityMention const& m, Claim& c) {
  if (c.per_adjective && is_counted_noun(c.per))
    if (auto const time = time_behind(context, m.at.last, context.tokens.sentences[m.at.sentence].last); time != no_unit)
      c.per = time;
  if (c.per != no_unit || c.change != Change::level || (c.unit != no_unit && !adds_up(c.unit))) return;
  auto const& dates = context.mentions.dates;
  auto const& tokens = context.tokens.tokens;
  auto const first = context.tokens.sentences[m.at.sentence].first;
  static WordSet const apart{"and", "but", "while", "which", "who", "that"};
  auto const alone = [&](std::uint32_t from, std::uint32_t to) {  // no other figure is nearer
    for (auto i = from; i < to; ++i)
      if ((context.covered[i] & 1) != 0 || tokens[i].is(TokenKind::comma)) return false;
    return true;
  };
  auto const begin = std::lower_bound(dates.begin(), dates.end(), first,
                                      [](DateMention const& d, std::uint32_t token) { return d.at.first < token; });
  // "28 million weekly users": as many a week
  for (auto d = begin; d != dates.end() && d->at.first < m.counted_last; ++d)
    if (d->at.first >= m.counted_first && d->shape == DateShape::set)
      if (auto const time = time_of(*d); time != no_unit) {
        c.per = time, c.per_adjective = true;
        return;
      }
  for (auto d = begin; d != dates.end() && d->at.first < frame.clause_last; ++d) {
    bool const behind = d->at.first >= m.at.last && d->at.last <= frame.clause_last && alone(m.at.last, d->at.first);
    // "Every year 90 million doses", "In a day the line carries 40,000 riders"
    bool const before = d->at.last <= m.at.first && d->at.first <= first + 1 && alone(d->at.last, m.at.first) &&
                        std::none_of(tokens.begin() + d->at.last, tokens.begin() + m.at.first,
                                     [&](Token const& t) { return apart.has(t.word); });
    if (!behind && !before) continue;
    if (auto const time = time_told(context, *d, first); time != no_unit) c.per = time, c.per_adjective = true;
    return;
  }
}

}  // namespace counterclaim
