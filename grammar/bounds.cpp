#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

Bound bound_named(std::string_view name) {
  return name == "about"      ? Bound::about
         : name == "above"    ? Bound::above
         : name == "at_least" ? Bound::at_least
         : name == "below"    ? Bound::below
         : name == "at_most"  ? Bound::at_most
                              : Bound::exact;
}

bool bound_at(Cursor const& at, Category category, Bound& bound, std::uint32_t& tokens) {
  auto const m = at.phrase(category);
  if (!m) return false;
  bound = bound_named(vocabulary(category)[std::size_t(m.row)].column[0]);
  tokens = m.tokens;
  return true;
}

// "Passed three tests", "crossed 12 rivers": no bound but of money and of what is counted in thousands.
bool is_small_step(Cursor const& at) {
  static WordSet const steps{"passed", "passes", "crossed", "crosses"};
  if (!at->is(TokenKind::word) || !steps.has(at->word)) return false;
  Token const& next = at.peek(1);
  if (next.is(TokenKind::currency)) return false;
  if (next.is(TokenKind::figure) && at.plus(1).figure().value >= Decimal(1000)) return false;
  return !at.peek(2).begins(Category::scales);
}

// "take over 12 shops", but "took over 40 minutes", "takes over $3 million to build"
bool is_taken(Cursor const& over) {
  Token const& number = over.peek(1);
  if (!number.is(TokenKind::figure) && !number.begins(Category::numerals)) return false;
  Token const& behind = over.peek(2);
  return behind.is(TokenKind::word) && !behind.begins(Category::scales) && !behind.begins(Category::units) &&
         !behind.begins(Category::date_units) && !behind.begins(Category::function_words);
}

// "Runs from the station to Orvel over 7 kilometres": along them.
bool is_along(Cursor const& over) {
  static WordSet const runs{"run", "extend", "stretch", "lead", "wind"};
  constexpr int reach = 12;
  if (!over.peek(2).begins(Category::units) && !over.peek(3).begins(Category::units)) return false;
  bool bound_for = false;
  for (int i = 1; i <= reach && over.at >= over.scene->first + std::uint32_t(i); ++i) {
    Token const& t = over.peek(-i);
    if (!t.is(TokenKind::word)) return false;
    bound_for |= joints::is(t, joints::to);
    if (t.word != unknown_word && runs.has(word_info(t.word).verb_lemma)) return bound_for;
  }
  return false;
}

// "Crept up to 86 percent", "took the toll up to 40", "price target up to $9": where it went, and no end that it may reach.
bool is_course(Cursor const& up) {
  static WordSet const courses{"crept",  "creeps", "edged", "edges", "inched", "inches",
                               "ticked", "ticks",  "went",  "moved", "nudged", "drifted"};
  static WordSet const brings{"took", "brought", "pushed", "lifted", "nudged", "drove", "takes", "brings", "pushes", "lifts"};
  static WordSet const levels{"target", "toll", "tally", "forecast", "guidance", "outlook", "turnout", "rating"};
  if (!joints::is(up.peek(1), joints::to)) return false;
  if (courses.has(up.peek(-1).word)) return true;
  if (up.peek(-1).begins(Category::function_words)) return false;  // "a crew of up to 40"
  bool level = levels.has(up.peek(-1).word);
  constexpr int reach = 5;
  for (int i = 1; i <= reach; ++i) {
    if (up.at < up.scene->first + std::uint32_t(i)) return level;
    Token const& t = up.peek(-i);
    if (!t.is(TokenKind::word)) return level && (t.is(TokenKind::comma) || t.is(TokenKind::colon));
    if (brings.has(t.word)) return i > 1;
    if (t.begins(Category::function_words)) level = false;
  }
  return false;
}

// "hand over 45 million", "adds up to 40": the words belong to the verb.
bool is_particle(Cursor const& at) {
  if (at.at == at.scene->first) return false;
  Token const& verb = at.peek(-1);
  // "from Friday's close to 412 kroner": the close of trading
  static WordSet const of_trading{"close"}, determiners{"the", "its", "their", "previous", "last"};
  if (at->is(TokenKind::word) && of_trading.has(at->word) &&
      (verb.is(TokenKind::possessive) || (verb.is(TokenKind::word) && determiners.has(verb.word))))
    return true;
  // "The ministry reported 40 cases": said, where "a reported 40" is a bound.
  static WordSet const telling{"reported", "estimated"};
  if (at->is(TokenKind::word) && telling.has(at->word)) {
    auto const m = Cursor{at.scene, at.at - 1}.phrase(Category::function_words);
    if (m) return vocabulary(Category::function_words)[std::size_t(m.row)].column[0] == "pronoun";
    bool const known = verb.is(TokenKind::word) && verb.word != unknown_word;
    return verb.has(capital) || (known && word_info(verb.word).usual_part == noun);
  }
  if (!verb.is(TokenKind::word) || verb.word == unknown_word) return false;
  auto const lemma = word_text(word_info(verb.word).verb_lemma);
  // "spread over 24 rooms": across them
  static WordSet const taking_over{"hand", "fork", "turn", "roll", "spread", "scatter", "distribute", "stretch"};
  static WordSet const takes{"take", "takes", "took", "taken", "taking"};
  if (joints::is(*at, joints::over) && takes.has(verb.word)) return is_taken(at);
  if (joints::is(*at, joints::over)) return taking_over.has(word_info(verb.word).verb_lemma);
  if (at.text() != "up") return false;
  if (lemma == "add" || lemma == "sum" || lemma == "tot") return true;
  if (is_course(at)) return true;
  // "Rents are up to $1,200 from $1,050"
  constexpr int reach = 7;
  for (int i = 3; lemma == "be" && i < reach; ++i) {
    Token const& t = at.peek(i);
    if (t.is(TokenKind::comma) || t.is(TokenKind::stop)) return false;
    if (joints::is(t, joints::from)) return true;
  }
  return false;
}

}  // namespace

// "up to about", "at least some": of several the one that sets an end wins over the one that blurs.
bool parse_bound(Cursor& first, Cursor const& last, BoundWords& out) {
  Cursor at = first;
  bool found = false;
  if (is_particle(at) || is_small_step(at) || (joints::is(*at, joints::over) && is_along(at))) return false;
  for (int i = 0; i < 3 && !(at == last); ++i) {
    Bound bound;
    std::uint32_t tokens = 0;
    if (!bound_at(at, Category::bounds, bound, tokens)) break;
    if (!found || out.bound == Bound::exact || out.bound == Bound::about)
      out.bound = bound == Bound::exact && found ? out.bound : bound;
    found = true;
    at = at.plus(tokens);
  }
  if (!found) return false;
  // "the hole is as deep as 3.1%": so deep it is
  static WordSet const sizes{"large", "big", "long", "wide", "tall", "heavy", "deep", "thick", "great", "old"};
  Token const& verb = first.peek(-1);
  if (out.bound == Bound::at_most && first.text() == "as" && first.at > first.scene->first && sizes.has(first.peek(1).word) &&
      verb.word != unknown_word && is_form_of_be(verb.word))
    out.bound = Bound::exact;
  first = at;
  return true;
}

bool parse_bound_behind(Cursor& first, Cursor const& last, BoundWords& out) {
  Cursor at = first;
  if (at == last) return false;
  if (at->is(TokenKind::comma)) return false;
  if (at->is(TokenKind::hyphen)) at = at.plus(1);
  std::uint32_t tokens = 0;
  if (at.ended() || !bound_at(at, Category::bounds_behind, out.bound, tokens)) return false;
  if (at->has(capital) && (!at->has(all_capitals) || at.peek(-1).is(TokenKind::figure))) return false;  // "Model 7 Max"
  // "30 or greater than 20": the words belong to the next figure.
  Token const& next = at.peek(int(tokens));
  if (next.is(TokenKind::figure) || next.begins(Category::numerals) || next.is(TokenKind::currency)) return false;
  first = at.plus(tokens);
  return true;
}

Interval interval_of(Bound bound, Decimal v) {
  switch (bound) {
    case Bound::above:
      return {v, std::nullopt, true, false};
    case Bound::at_least:
      return {v, std::nullopt, false, false};
    case Bound::below:
      return {std::nullopt, v, false, true};
    case Bound::at_most:
      return {std::nullopt, v, false, false};
    default:
      return Interval::exactly(v);
  }
}

}  // namespace counterclaim
