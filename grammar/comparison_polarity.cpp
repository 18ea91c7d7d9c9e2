// What words of degree tell the other way round: of what is spent less is better, and so it is of harm that a thing does; of
// harm that it finds, mends or keeps off more is better.
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

bool is_lower_better(Clause const& c, std::uint32_t noun) {
  auto const m = c.match(Category::measure_nouns, noun);
  return m && vocabulary(Category::measure_nouns)[std::size_t(m.row)].column[0] == "lower";
}

// The verb before words of degree: "needs far less power".
Phrase const* verb_before(Clause const& c, Degree const& d) {
  auto k = with_factor(c, d.first);
  while (k > c.first && !c.verb(k - 1) && c.cls(k - 1) != WordClass::mark && !c.noun(k - 1) && d.first - k < 4) --k;
  return k > c.first ? c.verb(k - 1) : nullptr;
}

// "easier to hack": of what a thing had better not be, less is better.
bool is_harm(Clause const& c, Degree const& d) {
  if (!one_of(c.word(d.first), {"easier", "harder", "simpler", "likelier", "likely"}) &&
      !one_of(c.word(d.last - 1), {"difficult", "likely", "prone"}))
    return false;
  auto const* v = c.verb(d.last);
  return v && v->has(infinitive) && is_lower_better(c, v->head);
}

// "needs less power", "uses more memory": of what is spent, less is better.
bool is_spent(Clause const& c, Degree const& d) {
  if (d.measure.empty() || d.bare || d.measure.first < d.first + 1) return false;
  if (is_lower_better(c, d.measure.last - 1)) return false;
  if (!one_of(c.word(d.first), {"more", "less", "fewer", "higher", "lower"})) return false;
  auto const* v = verb_before(c, d);
  if (!v) return false;
  auto const verb = word_text(verb_of(c.token(v->head).word));
  // "gets by on less memory"
  auto const behind = c.word(v->last);
  static WordId const make = find_word("make");
  bool const makes_do = verb == "do" && behind == "with" && v->head > c.first && verb_of(c.token(v->head - 1).word) == make;
  if (makes_do || (verb == "get" && behind == "by") || (one_of(verb, {"make", "manage"}) && one_of(behind, {"do", "with"})))
    return true;
  // "Draws more riders"
  auto const of = c.token(d.measure.last - 1).word;
  if (verb != "need" && verb != "lose" && of != unknown_word &&
      word_info(word_info(of).noun_lemma).noun_field == lexname::person)
    return false;
  // "takes more points"
  static WordSet const prizes{"point", "goal", "win", "title", "medal", "trophy", "set", "game", "wicket", "prize", "award"};
  if (verb == "take" && of != unknown_word && prizes.has(word_info(of).noun_lemma)) return false;
  return one_of(verb,
                {"need", "use", "consume", "draw", "require", "waste", "take", "burn", "spend", "drink", "demand", "lose"});
}

// "resolves more issues", "prevents fewer deaths"
bool is_mended(Clause const& c, Degree const& d) {
  static WordSet const mends{"resolve", "fix",       "solve",     "find",   "catch",   "detect",    "spot",     "close",
                             "prevent", "avert",     "avoid",     "remove", "block",   "treat",     "stop",     "repair",
                             "correct", "handle",    "tackle",    "clear",  "cure",    "heal",      "filter",   "eliminate",
                             "uncover", "identify",  "intercept", "flag",   "settle",  "recognize", "suppress", "discover",
                             "expose",  "patch",     "cancel",    "absorb", "address", "cut",       "reduce",   "foil",
                             "unearth", "recognise", "swallow",   "save"};
  static WordSet const amounts{"more", "less", "fewer"};
  if (d.measure.empty() || d.bare || d.measure.first < d.first + 1 || !amounts.has(c.token(d.first).word)) return false;
  if (!is_lower_better(c, d.measure.last - 1)) return false;
  auto const* v = verb_before(c, d);
  return v && mends.has(verb_of(c.token(v->head).word));
}

}  // namespace

bool is_turned(Clause const& c, Degree const& d) { return is_spent(c, d) || is_harm(c, d) || is_mended(c, d); }

bool is_hardness(Clause const& c, Degree const& d, TokenRange left, TokenRange right) {
  if (c.word(d.first) != "harder" || d.last != d.first + 1 || c.word(d.last) != "than") return false;
  auto const is_stuff = [&](TokenRange r) {
    auto const* p = c.noun(r.first);
    auto const& head = c.token(p && p->head < r.last ? p->head : r.last - 1);
    return head.word != unknown_word && word_info(head.word).noun_field == lexname::substance;
  };
  if (is_stuff(left) || is_stuff(right)) return true;
  auto const* v = d.first > c.first ? c.verb(d.first - 1) : nullptr;
  return v && !is_form_of_be(c.token(v->head).word) && c.cls(v->head) != WordClass::auxiliary;
}

}  // namespace counterclaim::comparison
