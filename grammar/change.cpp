// What a text says happened to a figure: "rose 5%" (up), "rose to 5%" (a level), "up 6% from $83.40" (with where it began), and
// what it restates in brackets. Looks back a few tokens inside the clause, so the work is in proportion to the mentions.
#include <algorithm>

#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

constexpr int reach = 6;    // tokens between the verb of change and its figure
constexpr int by_far = 14;  // where "by" leads back to it: "cuts the time needed to test a sample by 60%"

UnitId percent() {
  static UnitId const id = find_unit("%");
  return id;
}

struct ChangeWord {
  Change direction = Change::level;
  std::uint32_t tokens = 0;
  bool weak = false;  // counts only with a percentage, points or "by"
};

ChangeWord change_word(Cursor const& at, Category category) {
  auto const m = at.phrase(category);
  if (!m) return {};
  auto const& row = vocabulary(category)[std::size_t(m.row)];
  return {row.column[0] == "up" ? Change::up : Change::down, m.tokens, row.column[1] == "weak"};
}

bool breaks_clause(Token const& t) {
  constexpr auto bit = [](auto... of) { return ((1u << static_cast<int>(of)) | ...); };
  constexpr auto marks = bit(TokenKind::comma, TokenKind::semicolon, TokenKind::colon, TokenKind::stop, TokenKind::dash,
                             TokenKind::open_bracket, TokenKind::close_bracket);
  return (marks & bit(t.kind)) != 0;
}

// Percent, percentage points, basis points, points of an index: what a change is told in.
bool is_step(Scene const& scene, QuantityMention const& m) {
  if (m.unit != no_unit) {
    auto const dimension = dimension_of(m.unit);
    return dimension == "percent" || dimension == "percentage_point";
  }
  return m.counted_last > m.counted_first && word_info(scene.tokens[m.counted_last - 1].word).noun_lemma == joints::point;
}

// "38 metres below the street", "310 m above the sea floor": where it is. "2 m above normal" is how much it changed.
bool is_position(Cursor const& behind, UnitId unit) {
  static WordSet const places{"above", "below"};
  static WordSet const norms{"normal",   "average", "usual", "mean",   "norm",    "expected", "forecast", "record",
                             "previous", "last",    "limit", "target", "earlier", "its",      "their"};
  if (!places.has(behind->word) || dimension_of(unit) != "length") return false;
  for (int i = 1; i <= 4; ++i) {
    Token const& t = behind.peek(i);
    if (norms.has(t.word) || t.is(TokenKind::figure)) return false;
    if (!t.is(TokenKind::word)) break;
  }
  return true;
}

// "rain fell within 24 hours", "came down in the 72 hours up to noon", "prices rose in 14 cities": when, where and how long
// something changed.
bool is_setting(Cursor const& before) {
  static WordSet const settings{"within", "in",    "during",  "for",        "after",   "since", "until",  "at",
                                "across", "among", "through", "throughout", "between", "per",   "around", "near"};
  static WordSet const between{"the", "these", "those", "its", "last", "past", "first", "next"};
  Cursor at = before;
  for (int i = 0; i < 2 && at.at > at.scene->first && between.has(at->word); ++i) --at.at;
  return settings.has(at->word);
}

// "Sank with 12 on board", "fell on 30 houses", "came down on a bus carrying 42": whom or what it struck.
bool is_company(Token const& before) {
  static WordSet const company{"with", "on", "onto", "upon", "against"},
      reached{"averaging", "reaching", "totaling", "totalling", "hitting", "approaching", "nearing", "exceeding"};
  if (company.has(before.word)) return true;
  return before.is(TokenKind::word) && before.word != unknown_word && !before.begins(Category::change_verbs) &&
         !before.begins(Category::function_words) && word_info(before.word).usual_part == verb &&
         word_text(before.word).ends_with("ing") && !reached.has(before.word);
}

// "Fell below the target of 6 mg", "rose past the mark of 40": what the mark is.
bool is_of_mark(Cursor const& before) {
  static WordSet const marks{"target",  "limit",   "threshold", "goal",     "ceiling",   "cap",
                             "floor",   "mark",    "level",     "barrier",  "benchmark", "norm",
                             "minimum", "maximum", "budget",    "estimate", "forecast"};
  return joints::is(*before, joints::of) && before.at > before.scene->first && marks.has(before.peek(-1).word);
}

// The word of change before a figure that begins at `at`, and whether "to" or "at" between them makes the figure a level.
struct Before {
  Change direction = Change::level;
  bool level = false;  // "rose to", "ended up at", "fell below"
  bool past = false;   // "soared past"
  bool from = false;   // "fell from"
  bool weak = false;
  bool by = false;       // "cut … by"
  bool contest = false;  // "lost by 40 votes": how close it was
};

// "fell below 5%", "rose above 30": the figure is what was crossed. "Rose over 5%" is a step.
bool is_threshold(std::string_view word) {
  return word == "below" || word == "above" || word == "beyond" || word == "under" || word == "past";
}

// "The pier collapse killed 12", "a price rise cost them 400 members": what happened did it, and nothing rose or fell by that.
bool is_noun_of_verb(Scene const& scene, Cursor const& at, std::uint32_t tokens) {
  static WordSet const measures{"reach", "average", "total", "amount", "follow", "come", "mean", "equal", "measure", "exceed"};
  if (at.at + tokens >= scene.last || at->word == unknown_word || word_info(at->word).noun_lemma != at->word) return false;
  auto const next = Cursor { &scene, at.at + tokens } -> word;
  if (next == unknown_word || scene.tokens[at.at + tokens].begins(Category::function_words)) return false;
  auto const& w = word_info(next);
  auto const form = VerbForm(w.verb_form);
  return (form == VerbForm::third || form == VerbForm::past) && w.usual_part == verb && !measures.has(w.verb_lemma) &&
         !scene.tokens[at.at + tokens].begins(Category::change_verbs);
}

// "Grown-ups", "fell ill": no change of a figure.
bool is_other_sense(Scene const& scene, Cursor const& at, std::uint32_t tokens) {
  static constexpr std::string_view states[] = {"ill", "sick", "asleep", "silent", "short", "victim", "victims"};
  auto const next = at.at + tokens < scene.last ? Cursor{&scene, at.at + tokens}.text() : std::string_view();
  // "The rocket carries 22 tonnes"
  static WordSet const flying{"rocket", "rockets"};
  if (flying.has(at->word) && at.peek(1).is(TokenKind::word) && at.peek(1).word != unknown_word &&
      (word_info(at.peek(1).word).usual_part == verb || at.peek(1).begins(Category::function_words)) &&
      !joints::is(at.peek(1), joints::by) && !joints::is(at.peek(1), joints::to) && !joints::is(at.peek(1), joints::from))
    return true;
  Cursor const behind{&scene, at.at + tokens};
  bool const opens_compound = behind.at + 1 < scene.last && behind->is(TokenKind::hyphen) && behind->has(glued) &&
                              behind.peek(1).is(TokenKind::word) && behind.peek(1).has(glued);
  return opens_compound || (at->has(glued) && at.at > scene.first && at.peek(-1).is(TokenKind::hyphen)) ||
         std::find(std::begin(states), std::end(states), next) != std::end(states);
}

// "Rents up 8%", "shares off 11%": things that are up or off; not "makes up 8%".
bool is_of_things(Token const& t) {
  static WordSet const phrasal{"makes",  "takes",  "eats",     "gives",  "adds",  "uses",   "buys",   "snaps",
                               "lays",   "sells",  "pays",     "writes", "puts",  "cuts",   "sets",   "turns",
                               "breaks", "holds",  "shuts",    "picks",  "kicks", "shaves", "knocks", "takes",
                               "drives", "brings", "swallows", "soaks",  "racks", "builds", "opens",  "frees"};
  auto const& w = word_info(t.word);
  return VerbForm(w.verb_form) == VerbForm::third && w.noun_lemma != t.word && !phrasal.has(t.word);
}

// "The campaign ate up $41 million", "the mill laid off 300": a part of the verb. What moves or trades may be up or down.
bool is_particle(Scene const& scene, Cursor const& at, bool step) {
  static constexpr std::string_view movers[] = {"be",    "go",   "move",  "come",  "get",   "end",   "stay", "remain", "finish",
                                                "close", "open", "trade", "start", "begin", "drift", "tick", "turn",   "have"};
  if (at.at == scene.first) return false;
  Token const& before = at.peek(-1);
  if (!before.is(TokenKind::word) || before.word == unknown_word || before.begins(Category::change_verbs)) return false;
  auto const& w = word_info(before.word);
  if (w.usual_part != verb || before.begins(Category::function_words) || (step && is_of_things(before))) return false;
  return std::find(std::begin(movers), std::end(movers), word_text(w.verb_lemma)) == std::end(movers);
}

Before look_back(Scene const& scene, std::uint32_t first, std::uint32_t limit, bool step) {
  static WordSet const lose{"lose", "loses", "lost", "losing"}, passed{"past", "through"};
  constexpr auto words = bits_of(Category::change_adverbs, Category::change_verbs);
  Before found;
  for (int back = 1; back <= (found.by && step ? by_far : reach) && first >= std::uint32_t(back) + limit; ++back) {
    Cursor const c{&scene, first - std::uint32_t(back)};
    if (breaks_clause(*c)) return {};
    if (back == 1) {
      if (is_setting(c) || (!step && is_company(*c)) || is_of_mark(c)) return {};
      if (joints::is(*c, joints::to)) found.level = true;
      if (joints::is(*c, joints::from)) found.from = true;
      if (passed.has(c->word) && !c->has(capital)) found.past = found.level = true;
    }
    if (back <= 2 && joints::is(*c, joints::by)) {
      found.by = true;
      Token const& done = c.at > scene.first ? c.peek(-1) : *c;  // "was backed by 62%": who did it
      if (step && done.word != unknown_word && VerbForm(word_info(done.word).verb_form) == VerbForm::past &&
          word_info(done.word).usual_part == verb && !done.begins(Category::change_verbs))
        return {};
    }
    if ((c->categories & words) == 0 && !c->is(TokenKind::figure)) continue;
    for (auto const category : {Category::change_adverbs, Category::change_verbs}) {
      auto const w = change_word(c, category);
      if (w.tokens == 0 || c.at + w.tokens > first || is_other_sense(scene, c, w.tokens)) continue;
      // An adverb stands right before its figure: "up 5%", "up by about 5%"; "up to 5" was read as a bound.
      std::uint32_t const gap = first - (c.at + w.tokens);
      if (category == Category::change_adverbs && (gap > 2 || is_particle(scene, c, step))) continue;
      if (category == Category::change_adverbs && gap == 2 && joints::is(c.peek(1), joints::to)) continue;  // "up to today 212"
      if (category == Category::change_adverbs && gap > 0 && is_form_of_be(c.peek(int(w.tokens)).word)) continue;
      found.direction = w.direction;
      found.weak = w.weak || is_noun_of_verb(scene, c, w.tokens);
      found.contest = found.by && lose.has(c->word);
      if (gap == 0 && is_threshold(Cursor{&scene, first}.text())) found.level = true;
      return found;
    }
    // Another figure stands between: the word of change is its own.
    if (c->is(TokenKind::figure)) return {};
  }
  return {};
}

// "Under Velin's lamp", "over that of its rival": not "5% under Moor", who ruled then.
bool names_a_thing(Cursor const& at, std::uint32_t end) {
  static WordSet const those{"that", "those"};
  if (at.at + 1 < end && those.has(at->word)) return joints::is(at.peek(1), joints::of);
  for (auto i = at; i.at < end && i.at < at.at + 4 && i->is(TokenKind::word) && i->has(capital); ++i.at)
    if (i.at + 1 < end && i.peek(1).is(TokenKind::possessive)) return true;
  return false;
}

// "$4 million over its first budget", "12 under the limit": by how much something is past what restrictors.tsv calls a measure
// or an aim; "60% under Velin's lamp".
Change beside_limit(Cursor const& behind, std::uint32_t end, bool share) {
  constexpr std::uint32_t longest = 4;
  static WordId const over = find_word("over"), under = find_word("under");
  if (behind->word != over && behind->word != under) return Change::level;
  if (share && names_a_thing({behind.scene, behind.at + 1}, end)) return behind->word == over ? Change::up : Change::down;
  for (std::uint32_t i = 1; i <= longest && behind.at + i < end; ++i) {
    Cursor const c{behind.scene, behind.at + i};
    if (!c->is(TokenKind::word)) break;
    if (!c->begins(Category::restrictors)) continue;
    auto const m = c.phrase(Category::restrictors);
    auto const kind = m ? vocabulary(Category::restrictors)[std::size_t(m.row)].column[0] : std::string_view();
    if (kind != "measure" && kind != "limit" && kind != "aim" && kind != "intent") continue;
    Cursor const next{behind.scene, c.at + m.tokens};
    bool const ends = next.at >= end || !next->is(TokenKind::word) || next->begins(Category::function_words);
    if (ends) return behind->word == over ? Change::up : Change::down;
  }
  return Change::level;
}

}  // namespace

void mark_changes(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t from) {
  static WordId const off_word = find_word("off"), into = find_word("into");
  for (std::size_t i = from; i < mentions.size(); ++i) {
    auto& m = mentions[i];
    if (m.change != Change::level) continue;
    std::uint32_t const limit = i > from ? mentions[i - 1].at.last : scene.first;
    Before const before = look_back(scene, m.at.first, limit, is_step(scene, m));
    // "87 off 64 balls" is no fall.
    bool const off = m.at.first > scene.first && Cursor{&scene, m.at.first}.peek(-1).word == off_word;
    bool const bare = m.unit == no_unit && !is_step(scene, m);
    bool const placed = is_position(Cursor{&scene, m.at.last}, m.unit);
    // "Sank $9 million into the mill": put there
    bool const put_in = is_money(m.unit) && joints::is(*Cursor{&scene, m.at.last}, into);
    bool const counts =
        !put_in && (!before.weak || before.by || is_step(scene, m)) && !(bare && (off || before.contest)) && !placed;
    if (before.direction != Change::level && counts && !before.level && !before.from) m.change = before.direction;
    if (before.past && before.direction == Change::up && m.bound == Bound::exact && m.value.is_point()) {
      m.bound = Bound::above;
      m.value = {m.value.low, std::nullopt, true, false};
    }
    // "5% higher", "a 5% rise"
    if (m.change == Change::level && m.at.last < scene.last) {
      Cursor const behind{&scene, m.at.last};
      auto word = change_word(behind, Category::change_nouns);
      if (word.tokens == 0) word = change_word(behind, Category::change_comparatives);
      // "12 more were hurt", "3,600 more seats" are so many others; "five more than in May" tell a change.
      Cursor const ahead{&scene, std::max(m.at.last + 1, m.counted_last)};
      bool const others = m.unit == no_unit && joints::is(*behind, joints::more) && m.value.low && *m.value.low > Decimal(1) &&
                          !joints::is(*ahead, joints::than);
      if (!placed && !others)
        m.change = word.tokens != 0 ? word.direction : beside_limit(behind, scene.last, is_step(scene, m));
    }
    // "fell 30 points, or 2%"
    if (m.change == Change::level && i > from && mentions[i - 1].change != Change::level &&
        m.at.first <= std::max(mentions[i - 1].at.last, mentions[i - 1].counted_last) + 2 &&
        joints::is(Cursor{&scene, m.at.first}.peek(-1), joints::or_))
      m.change = mentions[i - 1].change;
    // "-1.3%" in a list of prices
    if (m.change == Change::level && m.value.is_point() && m.unit == percent() &&
        !scene.tokens[m.at.first].is(TokenKind::word)) {
      auto const sign = Cursor{&scene, m.at.first}.text();
      if (sign == "-" || sign == "−") m.change = Change::down;
      if (sign == "+" ||
          (scene.tokens[m.at.first].has(glued) && m.at.first > scene.first && Cursor{&scene, m.at.first - 1}.text() == "+"))
        m.change = Change::up;
    }
    // "from X": where the figure before it began.
    Token const& word = Cursor{&scene, m.at.first}.peek(-1);
    bool const starts = joints::is(word, joints::from);
    if (starts && i > from && m.at.first - mentions[i - 1].at.last <= 4) {
      auto& earlier = mentions[i - 1];
      if (earlier.baseline < 0 && (earlier.change != Change::level || earlier.unit == m.unit))
        earlier.baseline = std::int32_t(i);
    }
    if (before.level && i > from && mentions[i - 1].unit == m.unit && m.at.first - mentions[i - 1].at.last <= 2) {
      Token const& lead = Cursor{&scene, mentions[i - 1].at.first}.peek(-1);
      if (joints::is(lead, joints::from)) m.baseline = std::int32_t(i) - 1;
    }
  }
}

void mark_brackets(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t from) {
  std::int32_t head = -1;                     // the figure before the open bracket
  UnitId told = no_unit, restated = no_unit;  // the money of the last such pair
  for (std::size_t i = from; i < mentions.size(); ++i) {
    auto& m = mentions[i];
    bool const inside = scene.tokens[m.at.first].has(in_brackets);
    if (!inside) {
      head = std::int32_t(i);
      continue;
    }
    if (head < 0) continue;
    auto& outer = mentions[std::size_t(head)];
    std::uint32_t open = m.at.first;
    while (open > outer.at.last && !scene.tokens[open - 1].is(TokenKind::open_bracket)) --open;
    bool const near = open > outer.at.last && open - 1 - outer.at.last <= 4;
    // "2.4 million yen ($22,480) and 2.1 million ($19,700)": told in the money of the pair before.
    if (near && outer.unit == no_unit && outer.counted_last == outer.counted_first && m.unit == restated && restated != no_unit)
      outer.unit = told;
    if (near && is_money(outer.unit) && is_money(m.unit)) told = outer.unit, restated = m.unit;
    // Only one unit or a conversion restates: "100 km (62 miles)", "2 million yuan ($280,000)"; not "12 games (30%)".
    auto const a = dimension_of(outer.unit), b = dimension_of(m.unit);
    if (!near || outer.unit == no_unit || m.unit == no_unit || a != b) continue;
    m.bracket_of = head;
    // "just under 90 hp (67 kW)": what bounds the figure bounds what restates it.
    if (m.bound == Bound::exact && m.value.is_point() && outer.bound != Bound::range) {
      m.bound = outer.bound;
      m.value = interval_of(m.bound, *m.value.low);
    }
  }
}

}  // namespace counterclaim
