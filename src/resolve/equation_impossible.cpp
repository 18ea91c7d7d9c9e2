// What cannot be true on its face: days that no calendar has, weekdays that do not fit, more than all of a group, a part larger
// than its whole, and events told in the past tense that lie behind the article's own date.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

constexpr std::string_view weekday_names[] = {"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::string_view month_names[] = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                            "July", "August",  "September", "October", "November", "December"};

std::string spoken(Day day) {
  Civil const d = to_civil(day);
  return std::string(month_names[d.month]) + " " + std::to_string(d.day) + ", " + std::to_string(d.year);
}

// What "120% of …" is a share of: people or firms in the plural, a body of them, or "them" where they were named before.
bool is_group(Context const& c, std::size_t sentence_first, std::size_t at) {
  static WordSet const bodies{"staff", "workforce", "population", "electorate", "membership", "crew", "audience", "people"};
  static WordId const them = find_word("them");
  auto const& items = c.row.items;
  if (items[at].word == them && them != unknown_word) {
    for (auto i = sentence_first; i < at; ++i)
      if (is(items[i], class_people) && word_info(items[i].word).noun_lemma != items[i].word) return true;
    return false;
  }
  if (bodies.has(items[at].word)) return at + 2 >= items.size() || items[at + 2].date < 0;
  return is(items[at], class_people) && word_info(items[at].word).noun_lemma != items[at].word;
}

// "Won 104% of his aerial duels", "answers 120% of the questions": of each of them it is done or not.
bool is_done_to_each(Context const& c, std::size_t figure, std::size_t at) {
  static WordSet const verbs{"win",  "answer", "save", "convert", "solve", "resolve",
                             "pass", "attend", "miss", "block",   "return"};
  auto const& items = c.row.items;
  if (figure == 0 || items[figure - 1].kind != ItemKind::word || items[figure - 1].word == unknown_word) return false;
  if (!verbs.has(word_info(items[figure - 1].word).verb_lemma)) return false;
  for (std::size_t n = 0; n < 3 && at + n < items.size() && items[at + n].kind == ItemKind::word; ++n) {
    auto const w = items[at + n].word;
    if (w == unknown_word || (word_info(w).parts & noun) == 0) continue;
    if (word_info(w).noun_lemma != w) return true;
  }
  return false;
}

// "120% of respondents": at most all of them.
void find_overfull_shares(Context const& c) {
  static WordId const of = find_word("of");
  static WordSet const determiners{"the", "all", "our", "its", "their", "his", "her", "surveyed", "eligible", "registered"};
  static WordSet const comparing{"to", "at", "by", "from", "reached", "equals", "earned", "up"};
  auto const& items = c.row.items;
  for (auto const i : c.row.told) {
    if (items[i].amount < 0 || i + 2 >= items.size() || items[i + 1].word != of || of == unknown_word) continue;
    Amount const& a = c.row.amounts[std::size_t(items[i].amount)];
    if (!is_percent(a) || a.unit == no_unit || !a.value.low || *a.value.low <= Decimal(100) || a.mention < 0) continue;
    QuantityMention const& q = c.mentions.quantities[std::size_t(a.mention)];
    if (q.change != Change::level) continue;
    if (i > 0 && (is(items[i - 1], class_up) || is(items[i - 1], class_down) || comparing.has(items[i - 1].word))) continue;
    std::size_t next = i + 2;
    for (int n = 0; n < 3 && next + 1 < items.size() && determiners.has(items[next].word); ++n) ++next;
    auto first = std::size_t(i);
    while (first > 0 && items[first - 1].kind != ItemKind::sentence_end && items[first - 1].kind != ItemKind::block_end)
      --first;
    if ((!is_group(c, first, next) && !is_done_to_each(c, i, next)) ||
        (next + 1 < items.size() && items[next + 1].mark == '\''))
      continue;
    Claim& claim = emit_problem(c, ClaimKind::quantity, q.at, text_of(c, a) + " is more than all of them");
    claim.value = claim.compared = a.value, claim.unit = a.unit;
  }
}

// "an availability of 103%": a share of time, of answers, of cases is at most all of them.
enum Full : int { measured, of_time };
constexpr PatternText full_texts[] = {
    {"availability|uptime|accuracy|turnout|purity|punctuality|literacy|sensitivity|specificity|recall|probability|likelihood "
     "..4 "
     "of|was|is|to|at|reached|hit {p}",
     0},
    {"efficacy|effectiveness|unemployment|mortality|survival|vacancy|incidence ..4 of|was|is|to|at|reached|hit {p}", 0},
    {"{p} of the time", of_time},
    {"{p} effective|efficacious|accurate|reliable", 0},
    {"{p} "
     "availability|uptime|accuracy|turnout|purity|punctuality|literacy|sensitivity|specificity|recall|probability|likelihood",
     0},
};
void find_overfull_measures(Context const& c) {
  static auto const patterns = compile(full_texts);
  each_match(c, patterns, [&](Match const& m, int tag) {
    Amount const& a = figure(c, m, 'p');
    if (a.mention < 0 || a.unit == no_unit || !a.value.low || *a.value.low <= Decimal(100) || a.bound != Bound::exact)
      return false;
    QuantityMention const& q = c.mentions.quantities[std::size_t(a.mention)];
    // "103% of last year's" has another base.
    static WordId const of = find_word("of");
    auto const next = std::size_t(m.at('p')) + 1;
    if (q.change != Change::level || (tag != of_time && next < c.row.items.size() && c.row.items[next].word == of))
      return false;
    Claim& claim = emit_problem(c, ClaimKind::quantity, q.at, text_of(c, a) + " is more than all of it");
    claim.value = claim.compared = a.value, claim.unit = a.unit;
    return true;
  });
}

// "The price fell by 120 percent": only what can be owed, or taken back, loses more than all of it.
void find_overfull_falls(Context const& c) {
  static WordSet const below_zero{"profit",    "profits",      "income",       "earnings", "result",  "results",  "ebit",
                                  "ebitda",    "margin",       "margins",      "cash",     "balance", "surplus",  "growth",
                                  "return",    "returns",      "loss",         "losses",   "carbon",  "emission", "emissions",
                                  "footprint", "budget",       "position",     "equity",   "inflow",  "inflows",  "flow",
                                  "net",       "contribution", "target",       "quota",    "savings", "spread",   "rate",
                                  "rates",     "temperature",  "temperatures", "trade",    "value"},
      lead{"by", "down", "nearly", "almost", "another", "about", "some", "a"}, of{"of", "points", "point", "to"},
      downs{"fall",   "drop",  "decline", "decrease", "cut",  "reduce", "lower",
            "shrink", "slump", "plunge",  "tumble",   "shed", "slash",  "shorten"};
  auto const& items = c.row.items;
  for (auto const i : c.row.figures) {
    Amount const& a = c.row.amounts[std::size_t(items[i].amount)];
    if (a.unit == no_unit || !is_percent(a) || a.mention < 0 || !a.value.low || *a.value.low <= Decimal(100) ||
        *a.value.low > Decimal(999) || a.bound == Bound::range || i == 0)
      continue;
    QuantityMention const& q = c.mentions.quantities[std::size_t(a.mention)];
    auto const* stretch = c.row.stretch(i);
    if (!stretch || q.change != Change::down || (i + 1 < items.size() && of.has(items[i + 1].word))) continue;
    bool falls = false, apart = false;
    for (auto k = std::size_t(stretch->first); k < stretch->last; ++k) {
      if (items[k].kind != ItemKind::word || items[k].word == unknown_word) continue;
      apart = apart || below_zero.has(items[k].word);
      falls = falls || (k < i && i - k < 7 && downs.has(word_info(items[k].word).verb_lemma));
    }
    if (!falls || apart ||
        (items[i - 1].kind == ItemKind::word && !lead.has(items[i - 1].word) &&
         !downs.has(word_info(items[i - 1].word).verb_lemma)))
      continue;
    Claim& claim = emit_problem(c, ClaimKind::quantity, q.at, text_of(c, a) + " less is less than nothing");
    claim.value = claim.compared = a.value, claim.unit = a.unit;
  }
}

// "14 of the 12 jurors"
enum Part : int { named, opening };
constexpr PatternText part_texts[] = {{"{a} of the|his|her|its|their|our|my|your {b}", named},
                                      {"{a} out of {b}", named},
                                      {"of the|their|our? {b} ..2 , {a}", opening}};

void find_overfull_parts(Context const& c) {
  static auto const patterns = compile(part_texts);
  auto const begins = [&](std::size_t i) {
    return i == 0 || c.row.items[i - 1].kind == ItemKind::sentence_end || c.row.items[i - 1].kind == ItemKind::block_end;
  };
  each_match(c, patterns, [&](Match const& m, int tag) {
    if (tag == opening && !begins(m.begin)) return false;  // and not "by a majority of six votes, 33 to 27"
    Amount const &a = figure(c, m, 'a'), &b = figure(c, m, 'b');
    auto const plain = [](Amount const& x) {
      return x.unit == no_unit && x.bound == Bound::exact && x.value.is_point() && middle(x).is_whole() && x.mention >= 0 &&
             !x.share;
    };
    if (!plain(a) || !plain(b) || middle(a) <= middle(b) || middle(b) < Decimal(2)) return false;
    auto const& all = c.mentions.quantities;
    if (a.counted && all[std::size_t(a.mention)].counted_first != all[std::size_t(b.mention)].counted_first) return false;
    if (!b.counted || b.scale > 0 || a.scale > 0) return false;
    // "the 12 best", "the 2025 season": a year is no whole
    if (middle(b) >= Decimal(1900) && middle(b) <= Decimal(2100)) return false;
    QuantityMention const& q = c.mentions.quantities[std::size_t(a.mention)];
    Claim& claim = emit_problem(c, ClaimKind::quantity, q.at, text_of(c, a) + " is more than the whole, " + text_of(c, b));
    claim.value = claim.compared = a.value;
    return true;
  });
}

// Past tense ----------------------------------------------------------------------------------------------------------
bool is_past(WordId w) {
  if (w == unknown_word) return false;
  WordInfo const& info = word_info(w);
  if (info.verb_lemma == w || (info.parts & verb) == 0 || (info.parts & function_word) != 0) return false;
  auto const text = word_text(w);
  return !text.ends_with("ing") && !text.ends_with("s");
}

// The year is written with the date.
bool has_year(Context const& c, DateMention const& d) {
  for (auto i = d.at.first; i < d.at.last; ++i) {
    auto const& t = c.tokens.tokens[i];
    if (t.is(TokenKind::figure) && c.tokens.figures[t.figure].value >= Decimal(1000)) return true;
  }
  return false;
}
bool names_month(DateMention const& d) { return d.timex.size() >= 7 && std::int64_t(d.days.to) - d.days.from <= 31; }

// A year written nearby, before the date and behind the article's, may be the year that a date without one is of.
bool earlier_year_near(Context const& c, DateMention const& d, int year) {
  auto const block = c.tokens.sentences[d.at.sentence].block;
  constexpr std::size_t farthest = 100;  // dates back
  auto const own = std::size_t(&d - c.mentions.dates.data());
  for (auto i = own; i-- > 0 && own - i <= farthest;) {
    DateMention const& other = c.mentions.dates[i];
    if (c.tokens.sentences[other.at.sentence].block + 1 < block) return false;
    if (other.days.from != no_lower_day && has_year(c, other) && to_civil(other.days.from).year < year) return true;
  }
  return false;
}

// The weekday that a date names beside its day, 1 for Monday; 0 if it names none, or no day.
int weekday_named(Context const& c, DateMention const& d) {
  static std::array<WordId, 8> const ids{unknown_word,           find_word("monday"),   find_word("tuesday"),
                                         find_word("wednesday"), find_word("thursday"), find_word("friday"),
                                         find_word("saturday"),  find_word("sunday")};
  bool day_written = false;
  int named = 0;
  for (auto i = d.at.first; i < d.at.last; ++i) {
    Token const& t = c.tokens.tokens[i];
    if (t.is(TokenKind::figure)) day_written |= c.tokens.figures[t.figure].value == Decimal(to_civil(d.days.from).day);
    for (int n = 1; n <= 7; ++n)
      if (t.word != unknown_word && t.word == ids[std::size_t(n)]) named = n;
  }
  return day_written ? named : 0;
}

// "From Thursday, April 16, to Saturday, April 17": the first is right in the article's year.
bool another_fits(Context const& c, DateMention const& d) {
  return std::ranges::any_of(c.mentions.dates, [&](DateMention const& other) {
    return other.at.sentence == d.at.sentence && &other != &d && other.days.from != no_lower_day && !has_year(c, other) &&
           weekday_named(c, other) == int(weekday(other.days.from));
  });
}

// "Thursday, May 6" without a year, within weeks of the article.
bool is_wrong_weekday_near(Context const& c, DateMention const& d) {
  if (!c.article.date || has_year(c, d) || d.impossible) return false;
  if (d.bound != Bound::exact && d.bound != Bound::range) return false;
  if (std::abs(d.days.from - *c.article.date) > 45 || earlier_year_near(c, d, to_civil(*c.article.date).year)) return false;
  int const named = weekday_named(c, d);
  if (named == 0 || int(weekday(d.days.from)) == named) return false;
  constexpr Day week = 6;  // no paper announces next year's day so
  if (another_fits(c, d) || std::abs(d.days.from - *c.article.date) <= week) return true;
  // A weekday that fits the year before or after may be of that year: "the autumn sale opens on Friday, October 9".
  Civil const date = to_civil(d.days.from);
  for (int year = date.year - 1; year <= date.year + 1; ++year)
    if (Civil const other{year, date.month, date.day}; is_valid(other) && int(weekday(to_day(other))) == named) return false;
  return true;
}

// "Friday 5/12": the fifth or the twelfth.
bool is_ambiguous(Context const& c, DateMention const& d) {
  for (auto i = d.at.first; i < d.at.last; ++i)
    if (c.tokens.tokens[i].is(TokenKind::slash)) return true;
  return false;
}

// "From 12 May 2025 to 3 April 2025": both days with their years.
bool runs_backwards(DateMention const& d) {
  constexpr std::size_t day = 10;  // characters of "2025-05-12"
  std::string_view const t = d.timex;
  if (t.size() < 2 * day + 2 || t[0] != '(' || t[day + 1] != ',' || t[2 * day + 2] != ',') return false;
  auto const from = t.substr(1, day), to = t.substr(day + 2, day);
  auto const is_day = [](std::string_view text) {
    return std::ranges::all_of(text, [](char ch) { return ch == '-' || (ch >= '0' && ch <= '9'); });
  };
  return is_day(from) && is_day(to) && from > to;
}

void find_bad_dates(Context const& c) {
  for (auto const& d : c.mentions.dates) {
    bool const one_day = d.days.from == d.days.to && d.days.from != no_lower_day && !is_ambiguous(c, d);
    if (one_day && (d.weekday_mismatch || is_wrong_weekday_near(c, d)))
      emit_problem(c, ClaimKind::date, d.at,
                   spoken(d.days.from) + (c.article.date && d.days.from > *c.article.date ? " is a " : " was a ") +
                       std::string(weekday_names[int(weekday(d.days.from))]))
          .days = d.days;
    else if (runs_backwards(d))
      emit_problem(c, ClaimKind::date, d.at, visible(c.article.view, d.at.span) + " ends before it begins");
    else if (d.impossible)
      emit_problem(c, ClaimKind::date, d.at, "there is no " + visible(c.article.view, d.at.span));
  }
}

// The day that the text means if it lies behind the article's date: the date as read, or, without a year, the nearest such day.
std::optional<Day> future_day(Context const& c, DateMention const& d, Day published) {
  if (d.days.from == no_lower_day || d.impossible || d.bound != Bound::exact || !names_month(d)) return std::nullopt;
  if (has_year(c, d)) return d.days.from > published + 1 ? std::optional(d.days.from) : std::nullopt;
  int const year = to_civil(published).year;
  Civil date = to_civil(d.days.from);
  if (date.year > year + 1 || date.year < year - 1) return std::nullopt;
  date.year = year;
  if (!is_valid(date)) return std::nullopt;
  Day const day = to_day(date);
  if (day <= published + 1 || day > published + 60 || earlier_year_near(c, d, year)) return std::nullopt;
  return day;
}

// "On May 3, the council rejected …", "the bridge collapsed on May 3". Verbs of planning and saying speak of what is to come.
std::optional<WordId> past_event(Context const& c, std::size_t at) {
  static WordId const on = find_word("on"), was = find_word("was"), were = find_word("were"), in = find_word("in");
  auto const& items = c.row.items;
  auto const starts = [&](std::size_t i) {
    return i == 0 || items[i - 1].kind == ItemKind::sentence_end || items[i - 1].kind == ItemKind::block_end;
  };
  auto const plain_past = [&](Item const& i) {
    return i.kind == ItemKind::word && is_past(i.word) && !c.tokens.tokens[i.first].has(capital) && !is(i, class_plan) &&
           !is(i, class_modal);
  };
  bool const preposition = at > 0 && (items[at - 1].word == on || items[at - 1].word == in) && on != unknown_word;
  auto const begin = preposition ? at - 1 : at;
  Token const& first_token = c.tokens.tokens[items[at].first];
  bool const own_preposition = first_token.word == on || first_token.word == in;
  if (starts(begin) && (preposition || own_preposition)) {
    auto i = at + 1;
    if (i < items.size() && items[i].mark == ',') ++i;
    int words = 0;
    for (; i < items.size() && words < 9; ++i, ++words) {
      if (items[i].kind != ItemKind::word) return std::nullopt;
      if (is(items[i], class_modal)) return std::nullopt;
      if (is(items[i], class_plan) && words > 0 && is_past(items[i].word)) return std::nullopt;
      WordInfo const& info = word_info(items[i].word);
      if (items[i].word != unknown_word && words > 0 && plain_past(items[i]) &&
          (info.usual_part == verb || info.usual_part == 0)) {
        auto const next = i + 1 < items.size() ? items[i + 1].word : unknown_word;
        static WordId const to = find_word("to"), that = find_word("that");
        // "the 300 invited guests", "a convicted man": an adjective before its noun
        if (next == to || next == that) return std::nullopt;
        WordId const before = items[i - 1].word;
        if (before != was && before != were && word_info(before).parts == function_word) return std::nullopt;
        return items[i].word;
      }
    }
    return std::nullopt;
  }
  if ((preposition || own_preposition) && begin >= 2) {
    Item const &verb_item = items[begin - 1], &before = items[begin - 2];
    if (!plain_past(verb_item)) return std::nullopt;
    // "The summit, held on May 30, 2024, ended"
    if (before.mark == ',' && has_year(c, c.mentions.dates[std::size_t(items[at].date)])) return verb_item.word;
    if (before.kind != ItemKind::word) return std::nullopt;
    for (auto i = begin; i-- > 0 && begin - i < 8 && items[i].kind != ItemKind::sentence_end;)
      if (is(items[i], class_modal) || is(items[i], class_plan)) {
        WordId const w = items[i].word;
        if (w != was && w != were) return std::nullopt;
      }
    if (before.word == was || before.word == were || verb_item.word == find_word("died")) return verb_item.word;
  }
  return std::nullopt;
}

void find_future_past(Context const& c) {
  if (!c.article.date) return;
  Day const published = std::max(*c.article.date, c.article.updated.value_or(*c.article.date));
  for (auto const at : c.row.told) {
    Item const& item = c.row.items[at];
    if (item.kind != ItemKind::date) continue;
    DateMention const& d = c.mentions.dates[std::size_t(item.date)];
    if (d.shape != DateShape::date || c.tokens.tokens[item.first].has(in_quotes)) continue;
    auto const day = future_day(c, d, published);
    if (!day || !past_event(c, at)) continue;
    std::string const when = d.days.from == d.days.to ? spoken(*day) : visible(c.article.view, d.at.span);
    emit_problem(c, ClaimKind::date, d.at, "told as past, but " + when + " lies after the article's date, " + spoken(published))
        .days = d.days;
  }
}

}  // namespace

void find_impossible(Context const& c) {
  find_bad_dates(c);
  find_overfull_shares(c);
  find_overfull_parts(c);
  find_overfull_measures(c);
  find_overfull_falls(c);
  find_future_past(c);
}

}  // namespace counterclaim::equation
