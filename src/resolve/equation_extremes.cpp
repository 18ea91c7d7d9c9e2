// What is told to stand above another and has the smaller figure: a minimum above its maximum, the largest behind the next,
// more votes than a body has members.
#include <algorithm>

#include "src/resolve/equation_sum.hpp"

namespace counterclaim::equation {
namespace {

// The least and the most of one scale.
struct Ends {
  WordSet least, most;
  bool told_of = false;  // "a low of 40": the words say many other things
};
std::span<Ends const> ends_of_scales() {
  static Ends const ends[] = {
      {WordSet{"minimum"}, WordSet{"maximum"}},
      {WordSet{"lowest"}, WordSet{"highest"}},
      {WordSet{"smallest"}, WordSet{"largest", "biggest"}},
      {WordSet{"shortest"}, WordSet{"longest", "tallest"}},
      {WordSet{"youngest"}, WordSet{"oldest"}},
      {WordSet{"cheapest"}, WordSet{"dearest", "costliest", "priciest"}},
      {WordSet{"lightest"}, WordSet{"heaviest"}},
      {WordSet{"narrowest"}, WordSet{"widest"}},
      {WordSet{"coldest", "coolest"}, WordSet{"warmest", "hottest"}},
      {WordSet{"low", "floor"}, WordSet{"high", "peak", "ceiling"}, true},
  };
  return ends;
}

struct Told {
  std::uint32_t token = 0;  // of the figure
  Decimal value = 0;
  Amount amount;
  std::vector<WordId> nouns;  // between the word and the figure
};

bool is_noun(WordId w) {
  return w != unknown_word && (word_info(w).parts & noun) != 0 && word_info(w).usual_part != verb &&
         (word_info(w).parts & function_word) == 0;
}

// The figure behind the word at `from`: "minimum pressure of 12 bar", "lowest bid was $4".
std::optional<Told> told_behind(Context const& c, std::uint32_t from, std::uint32_t last, bool told_of) {
  static WordSet const between{"of",   "was",   "is",    "were",   "are",     "at",       "stood",  "about",   "just", "only",
                               "a",    "the",   "has",   "have",   "had",     "holds",    "held",   "seats",   "cost", "costs",
                               "took", "takes", "lasts", "weighs", "weighed", "measures", "counts", "contains"};
  auto const& tokens = c.tokens.tokens;
  constexpr std::uint32_t reach = 6;
  Told out;
  for (auto i = from + 1; i < last && i <= from + reach; ++i) {
    Token const& t = tokens[i];
    if (t.is(TokenKind::figure)) {
      out.token = i, out.value = c.tokens.figures[t.figure].value;
      return out;
    }
    if (t.is(TokenKind::currency)) continue;
    if (!t.is(TokenKind::word)) return std::nullopt;
    if (between.has(t.word)) continue;
    if (told_of || !is_noun(t.word)) return std::nullopt;
    out.nouns.push_back(word_info(t.word).noun_lemma);
  }
  return std::nullopt;
}
// "90 euros at the lowest"
std::optional<Told> told_before(Context const& c, std::uint32_t at, std::uint32_t first) {
  static WordId const at_word = find_word("at"), the = find_word("the"), its = find_word("their");
  auto const& tokens = c.tokens.tokens;
  if (at < first + 3 || tokens[at - 2].word != at_word || (tokens[at - 1].word != the && tokens[at - 1].word != its))
    return std::nullopt;
  for (auto i = at - 2; i-- > first && at - i <= 6;)
    if (tokens[i].is(TokenKind::figure)) return Told{i, c.tokens.figures[tokens[i].figure].value, {}, {}};
  return std::nullopt;
}

std::optional<std::size_t> quantity_at(Context const& c, Row::Stretch const& s, std::uint32_t token) {
  for (auto const i : figures_in(c, s.first, s.last)) {
    Amount const& a = amount_at(c, i);
    if (a.first <= token && token < a.last) return i;
  }
  return std::nullopt;
}

// Nothing between the first figure and the other word but what joins them, and no time, place or case behind the second.
bool are_joined(Context const& c, std::uint32_t first, std::uint32_t last, std::uint32_t behind, std::uint32_t end,
                WordSet const& own) {
  static WordSet const joins{"and", "to", "a", "an", "the", "its", "their", "per", "day", "hour", "at", "with", "but"},
      cases{"in", "for", "on", "during", "among", "when", "if", "with", "at", "before", "after", "of"};
  auto const& tokens = c.tokens.tokens;
  for (auto i = first; i < last; ++i) {
    Token const& t = tokens[i];
    if (t.is(TokenKind::comma) || t.is(TokenKind::currency) ||
        (t.is(TokenKind::word) && (joins.has(t.word) || own.has(t.word))))
      continue;
    return false;
  }
  return behind >= end || !cases.has(tokens[behind].word);
}

void find_crossed_ends(Context const& c) {
  auto const& tokens = c.tokens.tokens;
  constexpr std::uint32_t longest = 4;  // tokens of a figure without such words
  for (auto const at : c.row.telling[1]) {
    auto const& stretch = c.row.sentences[at];
    // Words inside a figure ("from a minimum of 30 to a maximum of 12") are none of the row.
    bool const within = std::ranges::any_of(figures_in(c, stretch.first, stretch.last), [&](std::size_t i) {
      return amount_at(c, i).last - amount_at(c, i).first > longest;
    });
    if (stretch.figures < 2 && !within) continue;
    for (auto const& ends : ends_of_scales()) {
      if (((stretch.signs.words & ends.least.bits()) == 0 || (stretch.signs.words & ends.most.bits()) == 0) && !within)
        continue;
      Sentence const& s = c.tokens.sentences[c.row.items[stretch.last - 1].sentence];
      std::optional<std::uint32_t> least, most;
      bool several = false;
      for (auto i = s.first; i < s.last; ++i) {
        if (ends.least.has(tokens[i].word)) several = several || least, least = i;
        if (ends.most.has(tokens[i].word)) several = several || most, most = i;
      }
      if (!least || !most || several) continue;
      auto const told = [&](std::uint32_t word) {
        auto before = told_before(c, word, s.first);
        return before ? before : told_behind(c, word, s.last, ends.told_of);
      };
      auto low = told(*least), high = told(*most);
      if (!low || !high || low->token == high->token) continue;
      if (!high->nouns.empty() && !low->nouns.empty() && high->nouns != low->nouns) continue;
      if ((*least < *most ? high : low)->nouns.size() > (*least < *most ? low : high)->nouns.size()) continue;
      auto const a = quantity_at(c, stretch, low->token), b = quantity_at(c, stretch, high->token);
      if (!a || !b) continue;
      Amount const &x = amount_at(c, *a), &y = amount_at(c, *b);
      auto const first_end = [&](Amount const& f) {
        return f.mention < 0 ? f.last : std::max(f.last, c.mentions.quantities[std::size_t(f.mention)].counted_last);
      };
      if (*a != *b) {
        bool const forward = low->token < high->token;
        auto behind = forward ? first_end(y) : first_end(x);
        auto const word = forward ? *most : *least;
        if (word >= behind && word < behind + 3) behind = word + 1;  // "60 euros at the highest"
        auto const joint = std::min(word, forward ? high->token : low->token);
        if (!are_joined(c, forward ? first_end(x) : first_end(y), joint, behind, s.last, forward ? ends.least : ends.most))
          continue;
        Amount p = x, q = y;
        WordId const h = counted_head(c, p), g = counted_head(c, q);
        if (h != unknown_word && g != unknown_word && h != g) continue;
        if (is_percent(p) != is_percent(q) || !same_kind(p, q)) continue;
        auto const edge = [](Amount const& f) { return f.value.low ? *f.value.low : f.value.high.value_or(0); };
        low->value = edge(p), high->value = edge(q);
      } else if (x.scale != 0 || x.value.low != std::min(low->value, high->value)) {
        continue;
      }
      if (low->value <= high->value) continue;
      bool const one = *a == *b;
      std::string const problem = "the " + std::string(word_text(tokens[*least].word)) + ", " +
                                  (one ? to_string(low->value) : text_of(c, x)) + ", is above the " +
                                  std::string(word_text(tokens[*most].word)) + ", " +
                                  (one ? to_string(high->value) : text_of(c, y));
      Claim& claim = emit_problem(c, ClaimKind::quantity, c.mentions.quantities[std::size_t(y.mention)].at, problem);
      claim.value = claim.compared = y.value, claim.unit = y.unit;
      break;
    }
  }
}

// "The largest with 200 staff, ahead of Lund with 340"
enum Reading : int { ahead, behind };
constexpr PatternText lead_texts[] = {
    {"largest|biggest|most|highest|won|win|wins|leads|led|topped ..7 {x} ..3 ,? ahead of ..4 with|on|at "
     "{y}",
     ahead},
    {"largest|biggest|most|highest|won|win|wins|leads|led|topped ..7 {x} ..3 ,? followed by ..4 "
     "with|on|at "
     "{y}",
     ahead},
    {"second|third|runner-up ..5 {x} ..3 ,? behind ..4 with|on|at {y}", behind},
};

void find_crossed_leads(Context const& c) {
  static auto const patterns = compile(lead_texts);
  // Where the less wins.
  static WordSet const against{"race",  "regatta", "sail",    "sailing", "boat",   "yacht",   "fleet", "penalty",  "penalties",
                               "fault", "faults",  "stroke",  "strokes", "golf",   "par",     "error", "errors",   "handicap",
                               "time",  "seconds", "latency", "lowest",  "fewest", "fastest", "least", "cheapest", "rider"};
  static WordSet const size{"largest", "biggest", "most", "highest"},
      table{"table", "league", "standings", "group", "division"}, points{"point"};
  each_match(c, patterns, [&](Match const& m, int tag) {
    Amount x = figure(c, m, 'x'), y = figure(c, m, 'y');
    if (x.bound != Bound::exact || y.bound != Bound::exact || !x.value.is_point() || !y.value.is_point() || x.share || y.share)
      return false;
    bool by_size = false, in_table = false;
    auto const* stretch = c.row.stretch(m.begin);
    for (auto i = stretch ? stretch->first : m.begin; i < (stretch ? stretch->last : m.end); ++i) {
      WordId const w = c.row.items[i].word;
      if (against.has(w)) return false;
      by_size = by_size || size.has(w), in_table = in_table || table.has(w);
    }
    // "with 40,000 people, is ahead of Ghent with 60,000 in tax income"
    static WordSet const verbs{"is", "are", "was", "were", "and", "remains"},
        of_what{"in", "last", "of", "for", "at", "on", "when"};
    for (auto i = std::size_t(m.at('x')); i < std::size_t(m.at('y')); ++i)
      if (verbs.has(c.row.items[i].word)) return false;
    for (auto i = std::size_t(m.at('y')) + 1; i < m.end + std::size_t(3) && i < c.row.items.size() && !ends(c.row.items[i]);
         ++i)
      if (of_what.has(c.row.items[i].word) || c.row.items[i].kind == ItemKind::date) return false;
    WordId const head = counted_head(c, x), other = counted_head(c, y);
    if (other != unknown_word && other != head) return false;
    if (!same_kind(x, y) || dimension_of(x.unit) == "time") return false;
    static WordSet const won{"vote", "seat", "medal", "goal", "delegate", "mandate", "title", "win", "victory"};
    bool const counted = won.has(head) || (points.has(head) && in_table);
    if (!by_size && !is_percent(x) && !counted) return false;
    if (tag == behind ? middle(x) <= middle(y) : middle(x) >= middle(y)) return false;
    Claim& claim = emit_problem(c, ClaimKind::quantity, c.mentions.quantities[std::size_t(y.mention)].at,
                                text_of(c, y) + " is " + (tag == behind ? "less" : "more") + " than " + text_of(c, x) +
                                    ", which is told as " + (tag == behind ? "behind it" : "ahead of it"));
    claim.value = claim.compared = y.value, claim.unit = y.unit;
    return true;
  });
}

// "The seven-member panel voted 5 to 3"
constexpr PatternText vote_texts[] = {
    {"{n} -? member|judge|justice|seat|person|strong ..6 {x} ..1 to|- ..1 {y}", 0},
    {"{x} to|- {y} ..1 on|in|by|at the|a ..2 {n} -? member|judge|justice|seat|person|strong", 0},
};
void find_overfull_votes(Context const& c) {
  static auto const patterns = compile(vote_texts);
  static WordSet const voting{"vote",   "split", "rule",  "decide",  "approve", "pass",
                              "reject", "back",  "adopt", "support", "uphold"};
  each_match(c, patterns, [&](Match const& m, int) {
    Amount const &n = figure(c, m, 'n'), &x = figure(c, m, 'x'), &y = figure(c, m, 'y');
    static WordId const vote = find_word("vote");
    for (auto const* a : {&n, &x, &y}) {
      WordId const head = counted_head(c, *a);
      if (a->unit != no_unit || a->scale != 0 || a->bound != Bound::exact || !a->value.is_point() || a->mention < 0 ||
          (a != &n && head != unknown_word && head != vote))
        return false;
    }
    auto const* stretch = c.row.stretch(m.begin);
    bool voted = false;
    for (auto i = stretch ? stretch->first : m.begin; i < (stretch ? stretch->last : m.end); ++i) {
      Item const& item = c.row.items[i];
      if (item.kind != ItemKind::word || item.word == unknown_word) continue;
      voted = voted || voting.has(word_info(item.word).verb_lemma) || voting.has(word_info(item.word).noun_lemma);
    }
    Decimal const all = middle(x) + middle(y);
    // "A council of 21 voted 11 to 10 on the 12-member jury": another body
    if (stretch)
      for (auto const i : figures_in(c, stretch->first, stretch->last))
        if (middle(amount_at(c, i)) >= all) return false;
    if (!voted || all <= middle(n) || all > middle(n) * Decimal(3)) return false;
    QuantityMention const& q = c.mentions.quantities[std::size_t(x.mention)];
    Claim& claim = emit_problem(c, ClaimKind::quantity, q.at,
                                text_of(c, x) + " and " + text_of(c, y) + " are " + to_string(all) +
                                    " votes, more than there are members, " + text_of(c, n));
    claim.value = claim.compared = x.value;
    return true;
  });
}

}  // namespace

void find_crossed(Context const& c) {
  find_crossed_ends(c);
  find_crossed_leads(c);
  find_overfull_votes(c);
}

}  // namespace counterclaim::equation
