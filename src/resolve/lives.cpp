#include "src/resolve/lives.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/concept_row.hpp"
#include "src/resolve/life_words.hpp"

namespace counterclaim {

using namespace life;

namespace {

constexpr std::uint32_t longest_bracket = 60, longest_name = 12;  // tokens
constexpr int shortest_life = 15;                                 // years: of fewer, a bracket tells a term of office

// Whole years from a birth to some day of a range.
Interval age_in(DayRange born, DayRange then) {
  auto const years = [](Day birth, Day day) {
    Civil const b = to_civil(birth), d = to_civil(day);
    return Decimal(d.year - b.year - (d.month < b.month || (d.month == b.month && d.day < b.day) ? 1 : 0));
  };
  return {years(born.to, then.from), years(born.from, then.to), false, false};
}

}  // namespace

bool Lives::breaks(std::uint32_t i) const {
  auto const& t = c_.tokens.tokens[i];
  return t.is(TokenKind::semicolon) || t.is(TokenKind::stop) || t.is(TokenKind::open_bracket) || t.is(TokenKind::dash);
}
std::string_view Lives::word(std::uint32_t i) const { return text_of(c_.tokens.tokens[i], c_.article.view); }

bool Lives::is_of_name(Token const& t) const {
  if (t.is(TokenKind::figure)) return t.has(ordinal_suffix);
  if (!t.is(TokenKind::word))
    return t.is(TokenKind::comma) || t.is(TokenKind::quote) || t.is(TokenKind::point) || t.is(TokenKind::hyphen) ||
           t.is(TokenKind::code) || t.is(TokenKind::ampersand);
  return t.has(capital) || is_one_of(text_of(t, c_.article.view), {"of", "de", "van", "von", "the", "and"});
}

Lives::Lives(Context const& context) : c_(context) {
  auto const& t = c_.tokens.tokens;
  auto const& dates = c_.mentions.dates;
  for (std::size_t d = 0; d < dates.size();) {
    auto const s = dates[d].at.sentence;
    auto const from = d;
    while (d < dates.size() && dates[d].at.sentence == s) ++d;
    for (auto i = from; i < d;) i = t[dates[i].at.first].has(in_brackets) ? read_bracket(i, d) : i + 1;
  }
}

// The bracket around a date that stands in one, and the name that it stands behind; returns the first date behind it. `end` is
// the first date of another sentence.
std::size_t Lives::read_bracket(std::size_t from, std::size_t end) {
  auto const& t = c_.tokens.tokens;
  auto const& dates = c_.mentions.dates;
  auto const* const inner = &dates[from];
  auto const& sentence = c_.tokens.sentences[inner->at.sentence];
  auto past = from + 1;
  while (past < end && dates[past].at.first < inner->at.first + longest_bracket && t[dates[past].at.first].has(in_brackets))
    ++past;
  auto open = inner->at.first;
  while (open > sentence.first && open + longest_bracket > inner->at.first && !t[open].is(TokenKind::open_bracket)) --open;
  if (!t[open].is(TokenKind::open_bracket)) return past;
  auto last = open;
  while (last > sentence.first && t[last - 1].is(TokenKind::close_bracket)) do {
      --last;
    } while (last > sentence.first && !t[last].is(TokenKind::open_bracket));
  auto first = last;
  while (first > sentence.first && first + longest_name > last && is_of_name(t[first - 1])) --first;
  bool const leads = first == sentence.first;  // the sentence begins with that name
  while (first < last && !t[first].has(capital)) ++first;
  if (first == last) return past;
  auto close = open, deep = 0u;
  for (; close < sentence.last && close < open + longest_bracket; ++close) {
    if (t[close].is(TokenKind::open_bracket)) ++deep;
    if (t[close].is(TokenKind::close_bracket) && --deep == 0) break;
  }
  if (close + 2 >= sentence.last || !t[close].is(TokenKind::close_bracket)) return past;
  auto behind = close + 1;
  if (t[behind].is(TokenKind::comma)) ++behind;
  bool const defined = is_one_of(word(behind), {"was", "is", "were", "are"});
  if (!defined && !(behind > close + 1)) return past;
  std::vector<std::size_t> inside;
  for (auto i = from; i < end; ++i)
    if (dates[i].at.first > open && dates[i].at.last <= close && is_day_or_year(dates[i])) inside.push_back(i);
  // In the midst of a sentence a bracket tells a life only by its days.
  bool const by_day = inside.size() == 2 && dates[inside[0]].timex.size() == 10 && dates[inside[1]].timex.size() == 10;
  if (inside.empty() || (!leads && !(by_day && defined))) return past;
  // "Ida Moor, MD,": what stands behind the comma is no part of it
  for (auto i = first + 1; i < last; ++i)
    if (t[i].is(TokenKind::comma)) last = i;
  auto const use = c_.name_of[last - 1];
  auto const full = joined(c_.tokens, first, last, c_.article.view, c_.kept);
  auto const name = use >= 0 ? c_.names.names[c_.names.uses[std::size_t(use)].name] : full;
  auto const put = [&](std::size_t i, bool birth) {
    if (brackets_.empty()) brackets_.resize(dates.size());
    brackets_[i] = Bracket{name, full, birth};
  };
  auto const led_by = [&](DateMention const& m, std::initializer_list<std::string_view> words) {
    for (auto i = m.at.first;
         i > open + 1 && i + 10 > m.at.first && !t[i - 1].is(TokenKind::semicolon) && !t[i - 1].is(TokenKind::dash); --i)
      if (is_one_of(word(i - 1), words)) return true;
    return false;
  };
  auto const dash_in = [&](DateMention const& m) -> std::uint32_t {
    for (auto i = m.at.first + 1; i + 1 < m.at.last; ++i)
      if (t[i].is(TokenKind::dash) || t[i].is(TokenKind::hyphen)) return i;
    return 0;
  };
  auto const parted_by_dash = [&](DateMention const& a, DateMention const& b) {
    for (auto i = a.at.last; i < b.at.first; ++i)
      if (t[i].is(TokenKind::dash) || t[i].is(TokenKind::hyphen)) return true;
    return false;
  };
  auto const &a = dates[inside[0]], &b = dates[inside.back()];
  bool const two = inside.size() >= 2 && is_one_year(a) && is_one_year(b) && a.days.to < b.days.from &&
                   (parted_by_dash(a, b) || led_by(b, {"died", "d"})) &&
                   to_civil(b.days.to).year - to_civil(a.days.from).year >=
                       (led_by(a, {"born", "b", "foaled"}) || a.timex.size() == 10 ? 0 : shortest_life);
  if (two && defined)
    put(inside[0], true), put(inside.back(), false);
  else if (auto const dash = dash_in(a);
           inside.size() == 1 && dash != 0 && defined && !led_by(a, {"from"}) &&
           (a.at.last - dash > 2 || to_civil(a.days.to).year - to_civil(a.days.from).year >= shortest_life)) {
    put(inside[0], true);
    brackets_[inside[0]]->dash = dash;
  } else if (inside.size() == 1 && led_by(a, {"born", "b", "foaled"}))
    put(inside[0], true);
  else if (inside.size() == 1 && (led_by(a, {"died", "d"})))
    put(inside[0], false);
  return past;
}

std::optional<Lives::Bracket> Lives::bracket_of(std::size_t date) const {
  return date < brackets_.size() ? brackets_[date] : std::nullopt;
}

// The day of the death that a bracket tells beside a birth; unbounded if it tells none.
DayRange Lives::died_on(std::size_t birth) const {
  auto const own = bracket_of(birth);
  if (!own || !own->birth) return {};
  auto const& dates = c_.mentions.dates;
  if (own->dash != 0)
    return dates[birth].days.to == no_upper_day ? DayRange{} : DayRange{dates[birth].days.to, dates[birth].days.to};
  for (auto i = birth + 1; i < brackets_.size() && dates[i].at.sentence == dates[birth].at.sentence; ++i)
    if (brackets_[i] && !brackets_[i]->birth) return dates[i].days;
  return {};
}

void Lives::tell(Bracket const& bracket, Claim& c) const {
  static std::uint32_t const born = concept_of("born");
  static WordId const bear = find_word("bear"), die = find_word("die");
  c.subject = bracket.name;
  c.attribute = bracket.birth ? "bear" : "die";
  std::vector<Term> terms{{bracket.birth ? bear : die, TermRole::verb}};
  if (bracket.birth) terms.push_back({born, TermRole::verb});
  for (auto const& t : c.terms)
    if (t.role >= TermRole::clause && !is_concept(t.word)) terms.push_back(t);
  c.terms = c_.kept.keep(terms);
  std::vector<NameRef> names{{bracket.name, TermRole::subject}};
  for (auto const& n : c.names)
    if (n.name != bracket.name) names.push_back({n.name, std::max(n.role, TermRole::sentence)});
  c.names = c_.kept.keep(names);
  c.vague = c.restated = false;
  if (bracket.dash == 0) return;
  auto const& t = c_.tokens.tokens;
  std::uint32_t first = bracket.dash, last = bracket.dash + 1;
  while (first > 0 && t[first - 1].begin >= c.span.begin) --first;
  while (last < t.size() && t[last].end <= c.span.end) ++last;
  if (bracket.birth) {
    c.days = of_tokens(bracket.dash - first, c.days.from);
    c.span.end = t[bracket.dash - 1].end;
  } else {
    c.days = of_tokens(last - bracket.dash - 1, c.days.to);
    c.span.begin = t[bracket.dash + 1].begin;
  }
  c.timex = c_.kept.keep(bracket.dash - first > 1 ? to_iso(c.days.from) : to_iso(c.days.from).substr(0, 4));
  c.bound = Bound::exact;
}

void Lives::find(std::vector<Claim>& claims, Concepts& concepts, std::uint32_t article) {
  deaths(claims);
  births(claims);
  ages(claims, concepts);
  birthdays(claims, concepts, article);
  spans(claims);
  lengths(claims);
}

// A statement at the place of a claim and with its words.
Claim& Lives::state(std::vector<Claim>& claims, std::size_t like, std::string_view attribute, std::string_view subject) const {
  auto& c = claims.emplace_back();
  auto const& from = claims[like];
  c.article = from.article;
  c.kind = ClaimKind::statement;
  c.span = from.span, c.sentence = from.sentence, c.block = from.block;
  c.headline = from.headline, c.quoted = from.quoted;
  c.certainty = from.certainty, c.attribution = from.attribution;
  c.measure = "life";
  c.attribute = attribute;
  c.subject = subject;
  std::vector<NameRef> names{{subject, TermRole::subject}};
  for (auto const& n : from.names)
    if (n.name != subject) names.push_back({n.name, std::max(n.role, TermRole::clause)});
  c.names = c_.kept.keep(names);
  c.terms = from.terms;
  return c;
}

// "(May 8, 1922 - June 4, 1988)" read as one date: its second half is a claim of its own.
void Lives::deaths(std::vector<Claim>& claims) {
  auto const first_date = c_.mentions.quantities.size();
  for (std::size_t i = 0; i < brackets_.size(); ++i) {
    if (!brackets_[i] || brackets_[i]->dash == 0) continue;
    auto const& d = c_.mentions.dates[i];
    auto& c = claims.emplace_back(claims[first_date + i]);
    c.span = d.at.span, c.days = d.days;
    auto death = *brackets_[i];
    death.birth = false;
    tell(death, c);
  }
}

void Lives::births(std::vector<Claim>& claims) {
  auto const size = claims.size();
  auto const is_told = [](Claim const& c) {
    return c.kind == ClaimKind::date && c.days.from != no_lower_day && c.days.to != no_upper_day && !c.vague && !c.impossible &&
           c.days.to - c.days.from <= 366 && has_subject(c);
  };
  std::unordered_map<std::string_view, DayRange> born;  // by name; of two births of one name, one is somebody else's
  for (std::size_t i = 0; i < size; ++i) {
    auto const& from = claims[i];
    // "Born on the 24th of May": a day of some year
    bool const of_some_year = from.kind == ClaimKind::date && from.timex.size() == 10 && from.timex.starts_with("XXXX-") &&
                              from.timex[5] != 'X' && has_subject(from);
    if (from.attribute != "bear" || !(is_told(from) || of_some_year) || from.bound != Bound::exact) continue;
    auto const days = of_some_year ? DayRange{} : from.days;
    auto const timex = from.timex;
    if (!born.try_emplace(from.subject, days).second) continue;
    auto const date = i - c_.mentions.quantities.size();
    auto& c = state(claims, i, "birth", bracket_of(date) ? bracket_of(date)->full : from.subject);
    c.days = days;
    c.period = died_on(date);
    c.timex = timex;
    c.right = c_.kept.keep(std::string("born ").append(visible(c_.article.view, c.span)));
  }
  if (born.empty()) return;
  Day latest = no_lower_day;  // that the text tells of
  for (std::size_t i = 0; i < size; ++i) {
    auto& c = claims[i];
    if (c.attribute == "bear" || !is_told(c)) continue;
    if (c.certainty == Certainty::stated && c.bound == Bound::exact) latest = std::max(latest, c.days.from);
    if (auto const birth = born.find(c.subject);
        birth != born.end() && birth->second.from != no_lower_day && birth->second.to < c.days.from)
      c.computed = age_in(birth->second, c.days);
  }
  // Who is told of later is at least as old.
  for (auto i = size; i < claims.size(); ++i)
    if (auto& c = claims[i]; c.attribute == "birth" && c.days.to != no_upper_day && c.days.to < latest)
      c.computed.low = age_in(c.days, {latest, latest}).low;
}

}  // namespace counterclaim
