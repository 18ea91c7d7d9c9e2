#include "grammar/attribution_cues.hpp"

#include "counterclaim/word_set.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {

bool foretells(Clause const& c, std::uint32_t i) {
  static WordSet const levels{"reach", "hit", "top", "exceed", "surpass", "pass", "double", "triple", "total"};
  while (c.cls(i) == WordClass::adverb) ++i;
  return c.in(i) && (levels.has(c.token(i).word) || c.token(i).begins(Category::change_verbs));
}

bool claims_lives(Clause const& c, std::uint32_t i) {
  static WordId const claim = find_word("claim");
  static WordSet const taken{"life", "victim", "casualty", "title", "medal"};
  auto const word = c.token(i).word;
  auto const* p = word != unknown_word && word_info(word).verb_lemma == claim ? c.noun(i + 1) : nullptr;
  auto const head = p ? c.token(p->head).word : unknown_word;
  return head != unknown_word && taken.has(word_info(head).noun_lemma);
}

namespace {

WordSet const foretold{"expect", "anticipate", "forecast", "predict", "project", "foresee", "see"};
WordSet const of{"speak", "talk", "whisper"}, with{"reckon"}, out_for{"look"}, dreads{"fear", "worry"};
WordSet const guesses{"estimates", "forecasts", "predictions", "guesses", "projections"};

}  // namespace

bool may_foretell(Clause const& c, std::uint32_t i) {
  constexpr std::uint32_t reach = 48;
  if (guesses.has(c.token(i).word)) return true;
  for (auto const end = std::min(c.last, i + reach); ++i < end;) {
    auto const word = c.token(i).word;
    if (word == unknown_word) continue;
    auto const lemma = word_info(word).verb_lemma;
    if (foretold.has(lemma) || with.has(lemma) || out_for.has(lemma) || of.has(lemma) || dreads.has(lemma)) return true;
  }
  return i < c.last;
}

std::uint32_t foretold_from(Clause const& c, Phrase const& verb) {
  static WordId const saw = find_word("saw");  // "observers saw 40 whales"
  auto const word = c.token(verb.head).word;
  if (word == unknown_word || word == saw) return 0;
  auto const lemma = word_info(word).verb_lemma;
  auto i = verb.last;
  auto const behind = c.word(i);
  if ((behind == "of" && of.has(lemma)) || (behind == "with" && with.has(lemma)) || (behind == "for" && out_for.has(lemma)))
    ++i;
  else if (behind == "that" && dreads.has(lemma))  // "experts fear that"
    ++i;
  else if (!foretold.has(lemma))
    return 0;
  bool const amount = c.word(i) == "as" && (c.word(i + 1) == "much" || c.word(i + 1) == "many");
  return amount || c.noun(i) ? i : 0;
}

bool guesses_reach(Clause const& c, std::uint32_t i, Phrase const& verb) {
  static WordSet const reach{"run", "range", "vary", "go", "reach", "stand"};
  auto const word = c.token(verb.head).word;
  return guesses.has(c.token(i).word) && word != unknown_word && reach.has(word_info(word).verb_lemma);
}

bool ends_in_or_so(Clause const& c, std::uint32_t i) {
  if (i < c.first + 3 || c.word(i - 1) != "so") return false;
  return c.is(i - 2, TokenKind::comma) || (c.word(i - 2) == "or" && c.is(i - 3, TokenKind::comma));
}

namespace {

bool reports(WordId word) {
  static WordSet const verbs{"report", "disclose", "reveal", "announce", "publish", "confirm", "write"};
  return word != unknown_word && verbs.has(word_info(word).verb_lemma);
}

}  // namespace

bool may_tell_back(Clause const& c) {
  for (auto i = c.first; i < c.last; ++i) {
    auto const& t = c.token(i);
    if (t.begins(Category::reporting_verbs) && reports(t.word)) return true;
    auto const m = c.match(Category::sources, i);
    if (m && vocabulary(Category::sources)[std::size_t(m.row)].column[0] == "figure") return true;
  }
  return false;
}

bool reports_back(Clause const& c, std::uint32_t i, std::uint32_t after) {
  static WordSet const told{"news", "story",   "talks",     "figure",   "figures",   "number", "numbers", "plan", "plans",
                            "deal", "details", "valuation", "estimate", "estimates", "offer",  "bid",     "move"};
  if (c.sentence == 0 || !reports(c.token(i).word)) return false;
  auto k = after;
  if (one_of(c.word(after), {"that", "this"})) {
    ++k;
  } else if (auto const* p = c.noun(after); p && p->first == after && p->has(definite) && told.has(c.token(p->head).word)) {
    static WordSet const first{"first"};
    bool const led = (i > c.first && first.has(c.token(i - 1).word)) || (c.in(p->last) && first.has(c.token(p->last).word));
    if (!led) return false;
    k = p->last;
  } else {
    return false;
  }
  constexpr std::uint32_t reach = 7;
  constexpr auto times = bits_of(Category::date_names, Category::date_references);
  auto const led = k >= c.last || c.is(k, TokenKind::comma) || c.is(k, TokenKind::stop) || c.cls(k) == WordClass::preposition ||
                   c.cls(k) == WordClass::adverb || (c.token(k).categories & times) != 0;
  for (auto const end = k + reach; led && k < end; ++k) {
    if (k >= c.last || c.is(k, TokenKind::stop) || c.is(k, TokenKind::comma)) return true;
    if (c.verb(k) && !c.verb(k)->has(non_finite)) return false;
  }
  return false;
}

std::uint32_t behind_parting(Clause const& c, std::uint32_t after) {
  constexpr std::uint32_t longest = 5;
  if (!c.is(after, TokenKind::comma)) return after;
  for (auto k = after + 1; k + 1 < c.last && k <= after + longest; ++k) {
    if (c.is(k, TokenKind::comma)) return c.word(k + 1) == "that" ? k + 1 : after;
    if (c.is(k, TokenKind::quote) || c.verb(k)) break;
  }
  return after;
}

bool is_time(Clause const& c, TokenRange source) {
  static WordSet const edges{"end", "start", "close", "middle", "beginning", "week", "month", "year", "night", "evening"};
  if (source.empty()) return false;
  auto const* p = c.noun(source.first);
  auto const& head = c.token(p ? p->head : source.first);
  if (head.is(TokenKind::figure)) return true;
  return head.begins(Category::date_names) || head.begins(Category::date_references) || edges.has(head.word);
}

TokenRange without_time(Clause const& c, TokenRange source) {
  while (source.last > source.first + 1) {
    auto const& t = c.token(source.last - 1);
    if (!t.is(TokenKind::word) || t.has(capital) || !t.begins(Category::date_references)) break;
    --source.last;
  }
  return source;
}

bool is_behind_opening(Clause const& c, Phrase const& p) {
  return p.first == c.first + 1 && p.last >= p.first + 3 && c.cls(c.first) == WordClass::preposition &&
         one_of(c.word(p.last - 2), {"hand", "time", "end", "moment", "meantime", "while"});
}

bool is_named_behind(Clause const& c, std::uint32_t i) {
  constexpr std::uint32_t reach = 12;
  for (auto const end = std::min(c.last, i + reach); i + 1 < end; ++i) {
    if (c.is(i, TokenKind::comma) || c.is(i, TokenKind::semicolon) || c.is(i, TokenKind::stop)) return false;
    auto const k = c.cls(i);
    bool const leads = k == WordClass::wh || k == WordClass::preposition || c.word(i) == "that";
    if (!leads && c.verb(i) && !c.verb(i)->has(non_finite)) return false;
    auto const next = c.cls(i + 1) == WordClass::determiner ? i + 2 : i + 1;
    if (leads && c.word(i) != "in" && c.is_name({next, next + 1})) return true;
  }
  return false;
}

bool tells_somebody(Clause const& c, std::uint32_t i) {
  static WordId const told = find_word("told");
  if (c.token(i).word != told || c.cls(i) != WordClass::participle || i == c.first) return false;
  return !c.verb(i - 1) && c.noun(i - 1) && c.noun(i + 1) && c.noun(i + 1)->first == i + 1;
}

}  // namespace counterclaim
