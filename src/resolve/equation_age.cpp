// Ages: today's against the date of birth, at an event against both dates. A date of birth is a range of days, so an age has
// two values where only the year is told.
#include <algorithm>
#include <set>

#include "src/resolve/equation_span.hpp"

namespace counterclaim::equation {
namespace {

// Whole years from a date to a day, as an age is counted.
Interval age_on(DayRange born, Day day) {
  auto const years = [&](Day birth) {
    Civil const b = to_civil(birth), d = to_civil(day);
    return d.year - b.year - (d.month < b.month || (d.month == b.month && d.day < b.day) ? 1 : 0);
  };
  return {Decimal(years(born.to)), Decimal(years(born.from)), false, false};
}
Interval age_in(DayRange born, DayRange days) {
  return {age_on(born, days.from).low, age_on(born, days.to).high, false, false};
}

// "22-year-old", "22 years old", a bare 22: the age it says.
std::optional<Decimal> age_of(Context const& c, Item const& item) {
  if (item.amount < 0) return std::nullopt;
  Amount const& a = c.row.amounts[std::size_t(item.amount)];
  if (a.bound != Bound::exact || !a.value.is_point() || !middle(a).is_whole() || middle(a) > Decimal(1000)) return std::nullopt;
  return middle(a);
}
bool says_old(Context const& c, Item const& item) {
  static WordId const old = find_word("old"), olds = find_word("olds");
  for (auto i = item.first; i < item.last + 4 && i < c.tokens.tokens.size(); ++i)
    if (c.tokens.tokens[i].word == old || c.tokens.tokens[i].word == olds) return true;
  return false;
}

void emit_age(Context const& c, Item const& item, Decimal age, Interval computed, std::string fact,
              std::vector<Span> const& operands) {
  Amount a = c.row.amounts[std::size_t(item.amount)];
  Interval const stated = Interval::exactly(age);
  if (disjoint(stated, computed)) fact += ", not " + to_string(age);
  emit(c, EquationKind::span, a, stated, computed, std::move(fact), operands);
}

enum Age : int { old_now, bare_now, at_death, at_event, old_thing };
constexpr PatternText age_texts[] = {
    {"born ..3 {d} ..16 the|a|this {y}", old_now},
    {"the|a {y} ..4 was born ..8 {d}", old_now},
    {"the|a {y} , born ..6 {d}", old_now},
    {"( born ..3 {d} ) ,? {a} ,", bare_now},
    {"born ..2 in|on {d} ,|) is ..1 {a}", bare_now},
    {"born ..2 in|on {d} ,|) the|he|she ..1 is ..1 {a} ,|.|;", bare_now},
    {"the|a|this {y} ..3 was built|founded|established|opened|constructed ..1 in {d}", old_thing},
    {"built|founded|established|opened|constructed|launched ..1 in {d} ..1 || it|she|he is ..1 {y}", old_thing},
    {"built|founded|established|opened|constructed|launched ..1 in {d} ,? and|which is ..1 {y}", old_thing},
    {"built|founded|established|opened|constructed|launched ..1 in {d} ,? which|that? makes|making it|her|him {y}", old_thing},
    {", {a} , ..3 was born ..6 in|on {d}", bare_now},
    {"born ..3 {d} ,? which|that makes|made him|her|them|it|me {a}", bare_now},
    {"born ..3 {d} ,? which|that would make him|her|them|it|me {a}", bare_now},
    {"born ..3 {d} ,? making him|her|them|it|me {a}", bare_now},
    {"is {a} and was born ..6 in|on {d}", bare_now},
    {"is {a} , ..1 born ..3 in|on {d}", bare_now},
    {"born ..2 in|on {d} , ..3 is {a} ,|.|and", bare_now},
    {"born ..8 {d} ..14 died ..8 {e} ..3 aged|of {z}", at_death},
    {"born ..8 {d} ..14 died ..8 {e} , ..1 at|aged {z}", at_death},
    {"born ..8 {d} ..14 died ..8 {e} ,? at the? age of {z}", at_death},
    {", {a} , ..20 in {d} ,? ..1 at? the? age of {z}", at_event},
    {", {a} , ..20 in {d} ,? aged|at {z}", at_event},
    {", {a} , ..20 || he|she ..12 in {d} ,? ..1 at? the? age of {z}", at_event},
    {", {a} , ..20 || he|she ..12 in {d} ,? aged|at {z}", at_event},
    {"{y} ..14 || he|she ..12 in {d} ,? ..1 at? the? age of {z}", at_event},
};

// ", 50," is a bare number, or an age to the grammar.
bool is_bare_age(Amount const& a) { return !a.counted && (a.unit == no_unit || unit(a.unit).symbol == "yr"); }

// Between an age and "She joined in 1993 …" somebody else is named, who may be meant.
bool names_another(Context const& c, Match const& m) {
  auto const first = m.at('y') >= 0 ? m.at('y') : m.at('a');
  auto const& sentence = c.row.items[std::size_t(first)];
  if (m.at('z') < 0 || c.row.items[std::size_t(m.at('z'))].sentence == sentence.sentence) return false;
  for (auto i = sentence.last; i < c.tokens.sentences[sentence.sentence].last; ++i)
    if (c.tokens.tokens[i].has(capital)) return true;
  return false;
}

void find_ages_today(Context const& c, std::set<std::int32_t>& used) {
  static auto const patterns = compile(age_texts);
  each_match(c, patterns, [&](Match const& m, int tag) {
    DateMention const& d = date(c, m, 'd');
    if (!is_bounded(d) || d.bound != Bound::exact) return false;
    auto const place = tag == at_death ? m.at('z') : m.at('y') >= 0 ? m.at('y') : m.at('a');
    Item const& item = c.row.items[std::size_t(place)];
    if (used.contains(place)) return true;
    auto const age = age_of(c, item);
    if (!age || (tag != old_thing && *age > Decimal(120)) || (m.at('y') >= 0 && (!says_old(c, item) || names_another(c, m))))
      return false;
    if (m.at('a') >= 0 && (!is_bare_age(figure(c, m, 'a')) || names_another(c, m))) return false;
    Interval computed;
    std::string fact;
    std::vector<Span> operands{d.at.span};
    if (tag == at_death) {
      DateMention const& e = date(c, m, 'e');
      if (!is_bounded(e) || e.days.from < d.days.to) return false;
      computed = age_in(d.days, e.days);
      fact = "born " + written(c, d.at) + " and died " + written(c, e.at) + " is an age of " + to_string(computed);
      operands.push_back(e.at.span);
    } else {
      if (!c.article.date || *c.article.date < d.days.to) return false;
      DayRange now{*c.article.date, std::max(*c.article.date, c.article.updated.value_or(*c.article.date))};
      if (tag == at_event) {
        auto const then = age_of(c, c.row.items[std::size_t(m.at('z'))]);
        if (!then || *then >= *age + Decimal(1)) return false;
        computed = {*then + Decimal(year_of(now.from) - year_of(d.days.to) - 1),
                    *then + Decimal(year_of(now.to) - year_of(d.days.from) + 1), false, false};
        fact = to_string(*then) + " in " + written(c, d.at) + " is " + to_string(computed) + " at the date of the article";
        operands.push_back(figure(c, m, 'z').span);
      } else {
        if (tag == old_thing) {  // counted by the year, and in round figures
          Decimal const slack = age->exponent > 0 ? Decimal(5) : Decimal(1);
          computed = age_in(d.days, now);
          computed = {*computed.low - slack, *computed.high + slack, false, false};
          emit_age(c, item, *age, computed, written(c, d.at) + " is " + to_string(computed) + " years before the article",
                   operands);
          used.insert(place);
          return true;
        }
        // A birth month without its day, or a page dated a day late, moves an age by a day, never by a year: one day of grace.
        computed = age_in(d.days, {now.from - 1, now.to + 1});
        fact = "born " + written(c, d.at) + " is an age of " + to_string(computed) + " at the date of the article";
      }
    }
    emit_age(c, item, *age, computed, std::move(fact), std::move(operands));
    used.insert(place);
    return true;
  });
}

// Age at an event ---------------------------------------------------------------------------------------------------------
enum Told : int { same_clause, next_sentence, birthday };
constexpr PatternText event_texts[] = {
    {"born ..6 {d} ,|)? and? ..3 was|is ..2 {a} when|as ..16 in|on {e}", same_clause},
    {"born ..6 {d} , he|she was ..2 {a} when|as ..16 in|on {e}", same_clause},
    {"was|is ..2 {a} when|as ..16 in|on {e} ..2 ;|,|.|and ..1 he|she was born ..4 {d}", same_clause},
    {"born ..4 {d} ,|) ..14 in|on {e} ..1 at the? age of {a}", same_clause},
    {"born ..4 {d} ,|) ..14 in|on {e} ,? aged|at {a}", same_clause},
    {"born ..2 in|on {d} and ..10 in|on {e} ,? ..1 at {a} ,|.|;", same_clause},
    {"born ..4 {d} ,|) ..14 at the? age of {a} ,? in|on {e}", same_clause},
    {"born ..4 {d} ,|) ..14 aged|at {a} ,? in|on {e}", same_clause},
    {"at {a} , ..6 born ..4 {d} ,|) ..12 in|on {e}", same_clause},
    {"born ..2 in {d} ,|and? ..3 turned|turns {a} in {e}", same_clause},
    {"built|opened|founded ..1 in {d} ,|and? ..3 turned|turns {a} in {e}", same_clause},
    {"born ..2 in|on {d} ,|and? ..3 turned|turns {a} in|on? {e}", birthday},
    {"born ..6 {d} || he|she was ..2 {a} when|as ..16 in|on {e}", next_sentence},
    {"born ..6 {d} || ..1 in {e} ,? ..1 at the? age of {a} , he|she", next_sentence},
    {"born ..6 {d} || at the? age of {a} , in {e} , he|she", next_sentence},
    {"born ..6 {d} || he|she ..10 in {e} ,? ..1 at the? age of {a}", next_sentence},
    {"born ..6 {d} || he|she ..10 in {e} ,? aged|at {a}", next_sentence},
};

// "His son was 40 when …": another's age.
bool speaks_of_kin(Context const& c, Match const& m) {
  static WordSet const words{"son",   "daughter", "wife",    "husband", "father", "mother", "brother", "sister",
                             "whose", "child",    "partner", "parents", "who",    "that",   "which"};
  bool behind_born = false;
  for (auto i = m.begin; i < m.end; ++i) {
    Item const& item = c.row.items[i];
    behind_born = behind_born || std::int32_t(i) > m.at('d') || m.at('e') < m.at('d');
    if (behind_born && words.has(item.word)) return true;
  }
  return false;
}

// A name between a birth and an age may be somebody else's, unless it opens the clause ("Born in 1966, Petra Holm …").
bool changes_person(Context const& c, Match const& m, int tag) {
  auto const& items = c.row.items;
  auto const from = std::uint32_t(m.at('d')) + 1, to = std::uint32_t(m.at('a'));
  if (tag == next_sentence) {  // who else stands between the birth and the sentence's end
    for (auto i = from; i < to && items[i].kind != ItemKind::sentence_end; ++i)
      if (items[i].kind == ItemKind::word && c.tokens.tokens[items[i].first].has(capital)) return true;
    for (auto i = std::uint32_t(m.begin); i-- > 0 && items[i].sentence == items[m.begin].sentence;)
      if (items[i].mark == ',' || items[i].mark == ';') return true;
    return false;
  }
  if (m.begin == 0 || items[m.begin - 1].sentence != items[m.begin].sentence ||
      items[m.begin - 1].kind == ItemKind::sentence_end)
    return false;
  static WordId const was = find_word("was"), is_word = find_word("is");
  for (auto i = from; i < to; ++i)
    if (items[i].word == was || items[i].word == is_word)
      for (auto k = from; k < i; ++k)
        if (items[k].kind == ItemKind::word && c.tokens.tokens[items[k].first].has(capital)) return true;
  return false;
}

void find_ages_at_events(Context const& c, std::set<std::int32_t>& used) {
  static auto const patterns = compile(event_texts);
  each_match(c, patterns, [&](Match const& m, int tag) {
    DateMention const &d = date(c, m, 'd'), &e = date(c, m, 'e');
    if (used.contains(m.at('a'))) return true;
    if (!is_bounded(d) || !is_bounded(e) || d.bound != Bound::exact || e.bound != Bound::exact) return false;
    if (d.relative || (e.relative && tag != birthday) || d.days.to >= e.days.from ||
        std::int64_t(e.days.to) - e.days.from > 366)
      return false;
    Item const& item = c.row.items[std::size_t(m.at('a'))];
    auto const age = age_of(c, item);
    if (!age || *age > Decimal(120) || !is_bare_age(figure(c, m, 'a'))) return false;
    if (speaks_of_kin(c, m) || changes_person(c, m, tag)) return false;
    Interval const computed = age_in(d.days, e.days);
    if (!computed.low || !computed.high) return false;
    std::string const low = to_string(*computed.low), high = to_string(*computed.high);
    std::string fact = "born " + written(c, d.at) + " is an age of " + (low == high ? low : low + " or " + high) +
                       (e.relative ? " " : " in ") + written(c, e.at);
    emit_age(c, item, *age, computed, std::move(fact), {d.at.span, e.at.span});
    used.insert(m.at('a'));
    return true;
  });
}

}  // namespace

void find_ages(Context const& c) {
  std::set<std::int32_t> used;  // items of ages that were checked
  find_ages_today(c, used);
  find_ages_at_events(c, used);
}

}  // namespace counterclaim::equation
