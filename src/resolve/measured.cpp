#include "src/resolve/measured.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"

namespace counterclaim {
namespace {

using WordClass::preposition, WordClass::base_verb, WordClass::ing_verb;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), word) != all.end();
}
// Rows of what only has degrees: "efficiency", "punctuality". No figure is of them by its unit.
bool is_quality(std::int32_t row) { return vocabulary(Category::concepts)[std::size_t(row)].column[0] == "quality"; }

}  // namespace

std::string_view name_of_row(std::int32_t row) { return vocabulary(Category::concepts)[std::size_t(row)].phrase; }

bool less_is_better(std::string_view measure_class) {
  for (auto const& row : vocabulary(Category::concepts))
    if (row.phrase == measure_class) return row.column[2] == "lower";
  return false;
}

std::string Measures::word(std::uint32_t i) const { return lower(text_of(c_.tokens.tokens[i], c_.article.view)); }
std::string_view Measures::text(std::uint32_t first, std::uint32_t last) const {
  return joined(c_.tokens, first, last, c_.article.view, c_.kept);
}
bool Measures::in_side(ComparisonMention const& k, std::uint32_t i) const {
  return (i >= k.left_first && i < k.left_last) || (i >= k.right_first && i < k.right_last);
}

// "faster": the class of its row; "better" and "greater" say nothing by themselves.
bool Measures::read_adjective(std::uint32_t i, Measured& out) {
  auto const& t = c_.tokens.tokens[i];
  if (!t.begins(Category::measures)) return false;
  auto const m = match_phrase(Category::measures, c_.tokens.tokens, i, i + 1, c_.article.view);
  if (!m) return false;
  auto const& row = vocabulary(Category::measures)[std::size_t(m.row)];
  auto const of = row.column[2];
  if (of == "any") return true;
  if (!of.empty()) return add_measures(out.classes, of), true;
  auto const base = row.phrase;
  auto const id = find_word(base);
  bool found = false;
  if (id != unknown_word && begins(word_info(id), Category::concepts)) {
    Token one = t;
    one.word = id;
    one.categories = word_info(id).categories;
    for_each_phrase(Category::concepts, {&one, 1}, 0, 1, base, [&](PhraseMatch p) {
      add_measure(out.classes, name_of_row(p.row));
      found = true;
    });
  }
  if (!found) add_measure(out.classes, base);
  return true;
}

void Measures::read_measure(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, Measured& out) {
  // "Faster memory" is not more of it.
  static WordSet const stores{"memory", "storage"}, quick{"faster", "quicker", "slower"};
  if (last == first + 1 && first > 0 && stores.has(c_.tokens.tokens[first].word) &&
      quick.has(c_.tokens.tokens[first - 1].word)) {
    add_measure(out.classes, "speed");
    add_measure(out.settings, c_.kept.keep("of: " + std::string(lemma_text(c_, first))));
    return;
  }
  // "The younger brother of"
  static WordSet const kin{"brother", "sister", "sibling", "cousin", "twin", "half-brother", "half-sister", "stepbrother"};
  if (last == first + 1 && first > 0 && kin.has(c_.tokens.tokens[first].word)) {
    Measured by;
    if (read_adjective(first - 1, by) && by.classes == std::vector<std::string_view>{"age"})
      return add_measure(out.classes, "age");
  }
  std::uint32_t covered = first;
  concepts_.each_row(sentence, first, last, [&](std::int32_t row, std::uint32_t from, std::uint32_t to) {
    if (c_.chunks.classes[from] == WordClass::adjective && to == from + 1) return;
    // "A little lower": no cut
    if (to == from + 1 && c_.tokens.tokens[from].begins(Category::measures) &&
        vocabulary(Category::concepts)[std::size_t(row)].column[0] == "event")
      return;
    add_measure(out.classes, name_of_row(row));
    if (to == from + 1) add_measure(out.classes, lemma_text(c_, from));
    covered = std::max(covered, to);
  });
  if (last > first) {
    read_unit(last - 1, out);
    // "More people ride the Red Line": riders
    concepts_.each_row(sentence, first, c_.tokens.sentences[sentence].last,
                       [&](auto row, std::uint32_t from, std::uint32_t to) {
                         if (from < last && to > last && to <= last + 2 && c_.chunks.classes[last] != preposition)
                           add_measure(out.classes, name_of_row(row));
                       });
  }
  if (covered > first) return;
  for (auto i = first; i < last; ++i) {
    if (read_adjective(i, out)) continue;
    auto const k = c_.chunks.classes[i];
    if (i + 1 == last && (k == WordClass::noun || k == WordClass::adjective || k == WordClass::adverb || k == ing_verb) &&
        !c_.tokens.tokens[i].begins(Category::function_words))
      add_measure(out.classes, lemma_text(c_, i));
  }
}

// "In throughput A beats B", "A has kept to its timetable better than B", "for battery life": nouns beside the two sides.
void Measures::read_beside(ComparisonMention const& k, std::uint32_t first, std::uint32_t last, Measured& out) {
  std::uint32_t told = 0;
  concepts_.each_row(k.at.sentence, first, last, [&](std::int32_t row, std::uint32_t from, std::uint32_t to) {
    bool const phrase = to > from + 1 && (is_quality(row) || c_.chunks.classes[from] == preposition);
    bool const says_so = from >= k.at.first && to <= k.at.last && to > from + 1 &&
                         c_.tokens.tokens[from + 1].begins(Category::comparison_phrases);
    if (says_so) return;  // "in front of"
    if (c_.tokens.tokens[from].begins(Category::test_words)) return;
    static WordSet const ends{"line", "tape", "post", "wire", "flag", "finish"};
    if (ends.has(c_.tokens.tokens[to - 1].word)) return;  // "beat her to the line"
    static WordSet const our{"our", "my"};
    if (from > first && our.has(c_.tokens.tokens[from - 1].word)) return;  // "in our run", "in my book"
    // "By a wide margin": by how much, and not in what
    auto how_far = from;
    while (how_far > first && c_.chunks.classes[how_far - 1] == WordClass::adjective) --how_far;
    static WordId const by = find_word("by");
    if (how_far > first + 1 && c_.chunks.classes[how_far - 1] == WordClass::determiner &&
        c_.tokens.tokens[how_far - 2].word == by)
      return;
    auto const cls = c_.chunks.classes[to - 1];
    if (in_side(k, from) || is_aside(c_, c_.tokens.sentences[k.at.sentence].first, from) || c_.name_of[from] >= 0 ||
        (c_.covered[from] != 0) || (!phrase && cls != WordClass::noun))
      return;
    // The noun that a preposition leads, or the object before the words of degree.
    auto const p = c_.chunks.phrase_of[to - 1];
    auto begin = p >= 0 ? std::min(c_.chunks.phrases[std::size_t(p)].first, from) : from;
    bool const head = p < 0 || c_.chunks.phrases[std::size_t(p)].head < to || in_side(k, to);
    bool const led =
        c_.chunks.classes[from] == preposition ||
        (begin > first && (c_.chunks.classes[begin - 1] == preposition || c_.chunks.classes[begin - 1] == WordClass::to));
    bool const object = begin > k.left_last && to <= k.at.first;
    if (!phrase && !(head && (led || object))) return;
    add_measure(out.classes, name_of_row(row));
    if (told == 0 && out.words.empty()) out.words = text(from, to), told = to;
  });
  if (!out.classes.empty()) return;
  for (auto i = first + 1; i < last; ++i) {
    auto const& t = c_.tokens.tokens[i];
    if (!t.begins(Category::measure_nouns) || t.begins(Category::test_words) || in_side(k, i) ||
        c_.chunks.classes[i] != WordClass::noun)
      continue;
    auto const p = c_.chunks.phrase_of[i];
    if (p < 0 || c_.chunks.phrases[std::size_t(p)].head != i) continue;
    auto const begin = c_.chunks.phrases[std::size_t(p)].first;
    if (begin <= first || (c_.chunks.classes[begin - 1] != preposition && c_.chunks.classes[begin - 1] != WordClass::to))
      continue;
    if (word(begin - 1) == "by" && c_.chunks.classes[begin] == WordClass::determiner) continue;  // "by a wide margin"
    add_measure(out.classes, lemma_text(c_, i));
    if (out.words.empty()) out.words = text(begin, i + 1);
  }
  if (out.classes.empty()) read_task(k, first, last, out);
}

// "More miles to the gallon", "81 percent of them on time"
void Measures::read_quality(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, Measured& out) {
  concepts_.each_row(sentence, first, last, [&](std::int32_t row, std::uint32_t from, std::uint32_t to) {
    if (is_quality(row) && to > from + 1) add_measure(out.classes, name_of_row(row));
  });
}

// "cheaper to run", "faster at charging", "a faster processor": another matter than cheaper and faster alone.
void Measures::read_manner(ComparisonMention const& k, Measured& out) {
  auto const& tokens = c_.tokens.tokens;
  auto const end = c_.tokens.sentences[k.at.sentence].last;
  if (k.measure_last <= k.measure_first) return;
  auto const i = k.measure_last;
  bool const infinitive = i + 1 < end && c_.chunks.classes[i] == WordClass::to && c_.chunks.classes[i + 1] == base_verb;
  bool const gerund = i + 1 < end && word(i) == "at" && c_.chunks.classes[i + 1] == ing_verb;
  if (infinitive || gerund) add_measure(out.settings, c_.kept.keep("to: " + std::string(lemma_text(c_, i + 1))));
  for (auto j = std::max(i + 1, k.at.first); j + 1 < k.at.last; ++j)  // "costs more to insure than"
    if (c_.chunks.classes[j] == WordClass::to && c_.chunks.classes[j + 1] == base_verb)
      add_measure(out.settings, c_.kept.keep("to: " + std::string(lemma_text(c_, j + 1))));
  auto const p = c_.chunks.phrase_of[k.measure_last - 1];
  if (p < 0) return;
  auto const& phrase = c_.chunks.phrases[std::size_t(p)];
  if (phrase.kind != PhraseKind::noun || phrase.head < k.measure_last || phrase.head >= end) return;
  if (in_side(k, phrase.head) || c_.name_of[phrase.head] >= 0 || c_.covered[phrase.head] != 0) return;
  auto const& info = word_info(tokens[phrase.head].word);
  if (c_.chunks.classes[phrase.head] == WordClass::noun && !begins(word_info(info.noun_lemma), Category::nominals) &&
      !is_one_of(word(phrase.head),
                 {"one", "option", "choice", "deal", "buy", "two", "thing", "side", "team", "squad", "outfit", "route", "way",
                  "road", "path", "alternative", "candidate", "contender", "performer"}))
    add_measure(out.settings, c_.kept.keep("of: " + std::string(lemma_text(c_, phrase.head))));
}

bool Measures::has_verb(std::uint32_t first, std::uint32_t last) const {
  for (auto i = first; i < last; ++i)
    if (auto const p = c_.chunks.phrase_of[i]; p >= 0) {
      auto const& phrase = c_.chunks.phrases[std::size_t(p)];
      if (phrase.kind == PhraseKind::verb && !phrase.has(non_finite)) return true;
    }
  return false;
}

// "Solves 61 of them on X and so beats B": what follows from a figure is of its test.
bool Measures::follows(std::uint32_t i) const {
  static WordSet const so{"so", "thus", "hence", "thereby", "therefore"};
  for (auto j = i - 1; j < i + 2 && j < c_.tokens.tokens.size(); ++j)
    if (so.has(c_.tokens.tokens[j].word)) return true;
  return false;
}

// "Scores 61 on X, which puts it ahead of", "…, moving ahead of", "…, two points behind": so does what comes of it.
bool Measures::is_result(ComparisonMention const& k) const {
  static WordSet const which{"which", "enough"}, order{"ahead", "front", "behind", "above", "below"};
  if (k.measure_first < k.measure_last || k.at.last < 2) return false;
  bool ordered = false;
  for (auto i = k.at.first; i < k.at.last; ++i) ordered = ordered || order.has(c_.tokens.tokens[i].word);
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  for (auto i = k.at.first; ordered && i > begin && i + 7 > k.at.first; --i)
    if (c_.tokens.tokens[i - 1].is(TokenKind::comma))
      return i == k.at.first || which.has(c_.tokens.tokens[i].word) || c_.chunks.classes[i] == WordClass::ing_verb;
  return false;
}

// The clause around the words of comparison, without clauses that "and" joins to it.
std::pair<std::uint32_t, std::uint32_t> Measures::stretch(ComparisonMention const& k) const {
  auto const& sentence = c_.tokens.sentences[k.at.sentence];
  auto const clause = clause_at(c_, k.at);
  auto first = clause.resumes != 0 ? clause.resumes : clause.first,
       last = std::max(clause.last, std::min(k.right_last, sentence.last));
  auto const joins = [&](std::uint32_t i) { return c_.chunks.classes[i] == WordClass::conjunction && !in_side(k, i); };
  // "On price but not on range": what is taken back is of another comparison.
  static WordId const not_ = find_word("not");
  for (auto i = std::max(k.at.last, k.right_last); i < last; ++i)
    if ((i + 1 < last && c_.tokens.tokens[i + 1].word == not_ && !in_side(k, i)) || (joins(i) && has_verb(i + 1, last)))
      last = i;
  if (c_.tokens.tokens[k.at.last - 1].word == not_) {
    auto end = k.at.last;
    auto const ends = [&](std::uint32_t i) {
      return c_.chunks.classes[i] == WordClass::mark || c_.chunks.classes[i] == WordClass::conjunction;
    };
    while (end < sentence.last && !ends(end)) ++end;
    return {k.at.first, end};
  }
  for (auto i = k.at.first; i > first; --i)
    if (joins(i - 1) && has_verb(i, k.at.last) && has_verb(first, i - 1)) first = i;
  // "In the sprint: A beats B"
  if (first > sentence.first && c_.tokens.tokens[first - 1].is(TokenKind::colon) && !has_verb(sentence.first, first))
    first = sentence.first;
  return {first, last};
}

// "StreamLoop." alone, a word of nobody else's: "Deep Trouble" over a paragraph names no test.
bool Measures::is_coined(NameUse const& use, Sentence const& head) const {
  if (use.first != head.first || use.last + 1 < head.last) return false;
  for (auto i = use.first; i < use.last; ++i) {
    auto const& t = c_.tokens.tokens[i];
    if (t.is(TokenKind::code) || (t.is(TokenKind::word) && (t.word == unknown_word || word_info(t.word).parts == 0)))
      return true;
  }
  return false;
}

// A short sentence without a verb, or a heading, says what is told under it: "Battery life." And a setting holds on.
void Measures::from_above(std::uint32_t sentence, Names without, Measured& out) {
  constexpr std::uint32_t short_one = 7;
  auto const& s = c_.tokens.sentences[sentence];
  auto const read = [&](std::uint32_t above) {
    auto const& head = c_.tokens.sentences[above];
    if (head.last - head.first > short_one || has_verb(head.first, head.last)) return;
    if (out.classes.empty() && out.test.empty())
      concepts_.each_row(above, head.first, head.last,
                         [&](std::int32_t row, std::uint32_t, std::uint32_t) { add_measure(out.classes, name_of_row(row)); });
    for (auto i = head.first; i < head.last && out.test.empty(); ++i) {
      if (c_.name_of[i] < 0) continue;
      auto const& use = c_.names.uses[std::size_t(c_.name_of[i])];
      if (!is_test(c_, use) && !is_coined(use, head)) continue;
      auto const name = test_at(use);
      bool topic = false;
      for (auto const t : c_.names.topics) topic = topic || c_.names.names[t] == name;
      if (!topic && std::find(without.begin(), without.end(), name) == without.end()) out.test = name;
    }
  };
  auto const first = c_.first_sentence[s.block];
  if (first < sentence) read(first);
  if (auto const h = c_.article.blocks[s.block].heading;
      h >= 0 && c_.first_sentence[std::size_t(h)] < c_.first_sentence[std::size_t(h) + 1])
    read(c_.first_sentence[std::size_t(h)]);
  // What a thing measures it measures on weekends, too.
  static WordSet const lasting{"length", "height", "width", "depth", "size", "age", "area", "thickness", "population"};
  bool const lasts = std::any_of(out.classes.begin(), out.classes.end(), [](auto of) { return lasting.has(find_word(of)); });
  if (out.settings.empty() && sentence > first && !lasts)
    find_settings(c_.tokens.sentences[sentence - 1].first, c_.tokens.sentences[sentence - 1].last, out);
}

// "Its battery lasts longer": of battery life, and of no part.
static bool is_in_class(std::string_view part, Measured const& out) {
  return std::any_of(out.classes.begin(), out.classes.end(), [&](std::string_view of) {
    return of.size() > part.size() && of.starts_with(part) && of[part.size()] == ' ';
  });
}

void Measures::of_words(ComparisonMention const& k, SidePair const& sides, Measured& out) {
  auto const [first, last] = stretch(k);
  out = {};
  out.words = text(k.measure_first, k.measure_last);
  read_measure(k.at.sentence, k.measure_first, k.measure_last, out);
  read_part(k, out);
  if (is_place_of_season(k)) {
    std::erase_if(out.classes, [](auto of) { return of != "point"; });
    add_measure(out.classes, out.words = "place");
  }
  if (out.classes.empty()) read_by_verb(k, out);
  read_by_verb_before(k, out);
  read_done(k, out);
  read_changed(k, out);
  if (!out.classes.empty() && k.measure_first >= k.measure_last) read_field(k, out);
  auto const noun = is_ordered(k) ? measured_noun(k, sides) : no_token;
  if (noun != no_token)
    read_ordered(k.at.sentence, noun, out);
  else if (out.classes.empty() && k.measure_first >= k.measure_last && read_risen(k, sides, last, out))
    ;
  else if (out.classes.empty() && !sides.left.part.empty())
    add_measure(out.classes, sides.left.part), out.words = sides.left.part;
  else if (!sides.left.part.empty() && sides.left.part != out.words && !is_in_class(sides.left.part, out))
    add_measure(out.settings, c_.kept.keep("of: " + std::string(sides.left.part)));
  auto const without = {sides.left.name, sides.right.name};
  if (k.benchmark_last > k.benchmark_first && k.benchmark_first >= first && k.benchmark_last <= last) {
    out.test = text(k.benchmark_first, k.benchmark_last);
  } else {
    find_test(k.at.sentence, first, last, &k, without, out);
    if (out.test.empty() && first > c_.tokens.sentences[k.at.sentence].first && (follows(first) || is_result(k)))
      find_test(k.at.sentence, c_.tokens.sentences[k.at.sentence].first, first, &k, without, out);
    if (out.test.empty()) find_test_before(k, first, without, out);
  }
  if (!out.classes.empty()) {
    turn_spent(k, out);
    settle_spent(k, out);
    read_manner(k, out), read_manner_behind(k, out);
    read_process(k, out);
    read_quality(k.at.sentence, first, last, out);
  } else if (read_quality(k.at.sentence, k.at.first, k.at.last, out); !out.classes.empty()) {
    out.words = out.classes.front();  // "gets more out of every watt"
  } else if (!read_amount(k, last, out) && out.test.empty()) {
    out.words = {};
    read_beside(k, first, last, out);
  }
  read_between_places(k, out);
  read_moves(k, out);
  read_often(k, out);
  read_ranked_by(k, out);
  find_settings(first, last, out, &k);
  std::erase(out.settings, "statistic: on average");  // a team that is heavier is so on average
  // "Its import is quicker", of a trade that a word tells already
  if (!sides.left.part.empty())
    std::erase_if(out.settings, [&](std::string_view one) {
      return one.starts_with("of: ") && one.substr(4) == sides.left.part &&
             std::any_of(out.settings.begin(), out.settings.end(), [&](std::string_view other) {
               return other != one && other.ends_with(sides.left.part) &&
                      other.find(": ") + 2 + sides.left.part.size() == other.size();
             });
    });
  read_opening(k.at.sentence, out);
  // "Was bigger until 2010", "was once bigger": and may be smaller now.
  static WordSet const past{"once", "formerly", "previously", "originally"}, until{"until", "till"};
  static WordId const used = find_word("used"), after = find_word("after");
  for (auto i = first; i < last; ++i) {
    auto const w = c_.tokens.tokens[i].word;
    bool const dated = until.has(w) && i + 1 < last && (c_.covered[i + 1] & 2) != 0;
    bool const former = w == used && i + 1 < last && c_.chunks.classes[i + 1] == WordClass::to;  // "used to be bigger"
    if (dated || former || past.has(w)) add_measure(out.settings, "then");
    // "After the latest price cut, it is cheaper": before, it may not have been.
    if (w == after && changed_after(i, last)) add_measure(out.settings, "then");
  }
  // "Is not slower than": as fast or faster.
  if (k.relation == Relation::equal && word(k.at.last - 1) == "than") add_measure(out.settings, "at least");
  from_above(k.at.sentence, without, out);
}

void Measures::around(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, std::string_view owner, Measured& out) {
  read_quality(sentence, first, last, out);
  find_test(sentence, first, last, nullptr, {owner}, out);
  find_settings(first, last, out);
  from_above(sentence, {owner}, out);
}

QuantityMention const* margin_of(Context const& c, ComparisonMention const& k) {
  constexpr std::uint32_t reach = 14;  // tokens
  auto const& all = c.mentions.quantities;
  auto const q = std::lower_bound(all.begin(), all.end(), k.at.last,
                                  [](QuantityMention const& m, std::uint32_t token) { return m.at.first < token; });
  if (q == all.end() || q->at.sentence != k.at.sentence || q->at.first > k.at.last + reach || q->vague) return nullptr;
  for (auto i = k.at.last; i < q->at.first; ++i)
    if (auto const& t = c.tokens.tokens[i]; t.is(TokenKind::comma) || t.is(TokenKind::semicolon)) return nullptr;
  auto const led = q->at.first > k.at.last && c.word(q->at.first - 1) == "by";
  return led || c.word(q->at.first) == "by" ? &*q : nullptr;
}

}  // namespace counterclaim
