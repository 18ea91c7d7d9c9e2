#include "src/resolve/standings_figure.hpp"

#include <algorithm>
#include <utility>

#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {

// "4.1 million tons of wheat": wheat
static void counted_as(Claim const& c, Measured& by) {
  for (auto const& t : c.terms)
    if ((t.role == TermRole::counted || t.role == TermRole::whole) && !is_concept(t.word) && (t.word & unknown_bit) == 0) {
      add_measure(by.classes, word_text(t.word));
      return;
    }
}

void FigureReader::measure(Owned& o) const {
  if (std::exchange(o.measured, true)) return;
  for (auto const& t : claims_[o.claim].terms)
    if (is_concept(t.word) && t.role <= TermRole::clause)
      o.by.classes.push_back(vocabulary(Category::concepts)[t.word & ~concept_term].phrase);
  measures_.around(o.sentence, o.from, o.end, o.owner, o.by);
  // "Rose 4 percent in March"
  auto const& tokens = c_.tokens.tokens;
  for (auto i = o.end; i < c_.tokens.sentences[o.sentence].last && (c_.covered[i] & 1) == 0; ++i)
    if ((c_.covered[i] & 2) != 0 && tokens[i].begins(Category::date_names) && tokens[i].has(capital))
      add_measure(o.by.settings, c_.kept.keep("when: " + std::string(c_.word(i))));
  static WordSet const travels{"go", "travel", "drive", "drove", "cover", "run", "fly", "manage", "get", "last"};
  auto const dimension = dimension_of(claims_[o.claim].unit);
  add_measure(o.by.classes, class_of_dimension(dimension));
  if (o.by.classes.empty() && dimension == "length" && (is_done(travels, o.from, o.first) || is_away(o)))
    o.by.classes.push_back("distance");
  if (o.by.test == o.owner) o.by.test = {};
  static WordSet const takes{"take", "need", "require", "finish", "complete", "occupy", "occupied", "busy"};
  o.taken = is_done(takes, o.from, o.first);
  static WordSet const makes{"produce", "make", "mine", "grow", "harvest", "have", "own", "hold", "turn"};
  if (o.by.classes.empty() || is_done(makes, o.from, o.first)) counted_as(claims_[o.claim], o.by);
  done_as(o);
  sold(claims_[o.claim], o.by);
}
// "48 km from the capital"
bool FigureReader::is_away(Owned const& o) const {
  static WordSet const away{"from", "away"};
  auto const& t = c_.tokens.tokens;
  auto const end = claims_[o.claim].span.end;
  auto const behind =
      std::size_t(std::partition_point(t.begin(), t.end(), [&](Token const& x) { return x.begin < end; }) - t.begin());
  return behind < c_.tokens.tokens.size() && away.has(c_.tokens.tokens[behind].word);
}
// "Was paid $4 million", "spends $40": the verb, as "paid more than" has it, where no other end of it is the better one.
void FigureReader::done_as(Owned& o) const {
  static WordSet const light{"be",  "have",  "stand", "get",  "do",  "come", "see",
                             "say", "reach", "make",  "take", "put", "show", "lie"};
  for (auto const& t : claims_[o.claim].terms)
    if (t.role == TermRole::verb && !is_concept(t.word) && (t.word & unknown_bit) == 0 && !light.has(t.word)) {
      o.verb = word_text(t.word);
      return;
    }
}
// "Sold 4,000 cars": of cars, as "sold more cars than" has it
void FigureReader::sold(Claim const& c, Measured& by) const {
  if (c.unit != no_unit || std::find(by.classes.begin(), by.classes.end(), "sell") == by.classes.end()) return;
  for (auto const& t : c.terms)
    if ((t.role == TermRole::head || t.role == TermRole::counted) && !is_concept(t.word) && (t.word & unknown_bit) == 0)
      return add_measure(by.settings, c_.kept.keep("in: " + std::string(word_text(t.word))));
}
bool FigureReader::is_done(WordSet const& verbs, std::uint32_t from, std::uint32_t first) const {
  for (auto i = first; i > from; --i)
    if (auto const word = c_.tokens.tokens[i - 1].word;
        word != unknown_word && (verbs.has(word) || verbs.has(word_info(word).verb_lemma)))
      return true;
  return false;
}
Way FigureReader::way_of(Owned const& a, Owned& b) const {
  Claim const &x = claims_[a.claim], &y = claims_[b.claim];
  if (dimension_of(x.unit) == "time") return Way::level;
  auto const way = [](Change c) { return c == Change::up ? Way::up : c == Change::down ? Way::down : Way::level; };
  auto const first = way(x.change), second = way(y.change);
  if (first == second) return first;
  if (second != Way::level || a.sentence != b.sentence) return Way::apart;
  if (!leaves_verb_out(b)) return Way::apart;
  b.moved_alone = true;
  return first;
}
bool FigureReader::leaves_verb_out(Owned const& o) const {
  for (auto i = o.from; i < o.first; ++i)
    if (auto const p = c_.chunks.phrase_of[i]; p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb)
      if (!c_.chunks.phrases[std::size_t(p)].has(non_finite)) return false;
  return true;
}
void FigureReader::read_moved(Owned const& o, Way way, Measured& by) const {
  static WordSet const brings{"lower", "cut",   "reduce", "shrink",   "curb",    "decrease",
                              "raise", "boost", "lift",   "increase", "improve", "diminish"};
  static WordId const percent = find_word("percent");
  static WordSet const ways{"increase", "rise", "growth", "gain", "fall", "drop", "decline", "decrease"};
  std::string_view head, object;
  for (auto const& t : claims_[o.claim].terms) {
    if (is_concept(t.word) || (t.word & unknown_bit) != 0 || t.word == percent || ways.has(t.word)) continue;
    if (t.role == TermRole::object && object.empty()) object = word_text(t.word);
    if (t.role == TermRole::head && head.empty() && !(o.plain && lower(o.owner).find(word_text(t.word)) != std::string::npos))
      head = word_text(t.word);
  }
  if (!object.empty() && is_done(brings, o.from, o.first))
    by.classes = {c_.kept.keep((way == Way::down ? "lower: " : "raise: ") + std::string(object))};
  else if (!head.empty())
    by.settings.push_back(c_.kept.keep("of: " + std::string(head)));
}

}  // namespace counterclaim
