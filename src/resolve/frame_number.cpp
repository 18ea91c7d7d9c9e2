// "The number of": what follows is counted, wherever the figure stands; of what a figure in front is a part, whether "of the
// cards" are some of those counted before; and what a size behind a comma is of.
#include <algorithm>

#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/frame_counts.hpp"

namespace counterclaim {
namespace {

bool said_of_them(WordClass c) {  // "the number of injured", "of missing"
  return c == WordClass::participle || c == WordClass::adjective || c == WordClass::ing_verb;
}

}  // namespace

// A number of something, and no measure, share or money.
bool FrameCounts::is_bare_count() const {
  for (auto i = at_.first; i < at_.last; ++i)
    if (auto const& t = tokens_[i];
        t.begins(Category::units) || t.begins(Category::currencies) || t.is(TokenKind::currency) || t.is(TokenKind::percent))
      return false;
  return true;
}

// "The number of injured is put at 204", "the number of visitors reached 900,000": what `of` leads to is counted. "Observers,
// 340 in number": what stands before. False where it is no such head.
bool FrameCounts::number_of(Phrase const& p) {
  static WordId const number = find_word("number"), of = find_word("of");
  if (tokens_[p.head].word != number || !is_bare_count() || p.last + 1 >= sentence_.last || tokens_[p.last].word != of)
    return false;
  auto i = p.last + 1;
  if (auto const* q = phrase_at(i); q && q->kind == PhraseKind::noun) {
    if (q->has(proper) || q->has(pronominal) || c_.covered[q->head] != 0 || !is_content(q->head)) return false;
    f_.counted = q->head;
    add_phrase(*q, TermRole::counted);
    // "the number of people killed", "of workers in Dorn who drowned": what became of them
    auto next = q->last;
    if (next + 1 < at_.first && cls(next) == WordClass::preposition)
      if (auto const* place = phrase_at(next + 1); place && place->kind == PhraseKind::noun) {
        add_names(*place, TermRole::subject);
        next = place->last;
      }
    bool const who = next < at_.first && cls(next) == WordClass::wh;
    for (auto const* v = phrase_at(who ? next + 1 : next);
         v && v->kind == PhraseKind::verb && v->last <= at_.first && (who || v->has(non_finite)); v = phrase_at(v->last))
      add(v->head, TermRole::modifier);
  } else {
    while (i < sentence_.last && (cls(i) == WordClass::determiner || cls(i) == WordClass::adverb)) ++i;
    if (i == sentence_.last || !is_content(i) || !said_of_them(cls(i))) return false;
    f_.counted = i;
    add(i, TermRole::counted);
  }
  f_.attribute = lemma_text(c_, f_.counted);
  return true;
}

// "The deficit of last season, $4 million, is": what is measured stands before "of", where one measures it.
Phrase const& FrameCounts::measured_of(Phrase const& p) const {
  static WordId const of = find_word("of");
  if (p.first < sentence_.first + 2 || tokens_[p.first - 1].word != of || is_count()) return p;
  auto const* over = phrase_at(p.first - 2);
  bool const measure = over && over->kind == PhraseKind::noun && !over->has(proper) &&
                       (tokens_[over->head].categories & bits_of(Category::concepts, Category::measure_nouns)) != 0;
  return measure ? *over : p;
}

Phrase const* FrameCounts::number_before() const {
  constexpr std::uint32_t longest = 30;  // words of what is counted
  static WordId const of = find_word("of"), number = find_word("number");
  if (f_.verb < 0 || is_count()) return nullptr;
  auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
  if (v.last > at_.first || at_.first > v.last + 1) return nullptr;
  for (auto i = v.first; i > sentence_.first + 1 && v.first < i + longest && !tokens_[i].is(TokenKind::comma); --i)
    if (tokens_[i].word == of && tokens_[i - 1].word == number) return phrase_at(i - 1);
  return nullptr;
}

// "has ordered 6,000 of the cards", "with 1,536 of the chips in each": they are of a kind, and nowhere are there more of them.
bool FrameCounts::is_of_a_kind() const {
  static WordSet const gets{"order", "buy",     "sell",    "ship",   "deliver", "hold",       "house",  "build",
                            "make",  "produce", "install", "use",    "need",    "want",       "run",    "have",
                            "get",   "own",     "lease",   "rent",   "supply",  "purchase",   "deploy", "fit",
                            "carry", "acquire", "receive", "employ", "operate", "manufacture"};
  static WordSet const each{"each", "apiece"};
  static WordId const with = find_word("with");
  auto const behind = counted_last_;
  if (behind < sentence_.last && (cls(behind) == WordClass::wh || cls(behind) == WordClass::participle)) return false;
  bool const apiece = (behind < sentence_.last && each.has(tokens_[behind].word)) ||
                      (behind + 1 < sentence_.last && each.has(tokens_[behind + 1].word));
  bool got = apiece || (at_.first > sentence_.first && tokens_[at_.first - 1].word == with);
  if (!got && f_.verb >= 0) {
    auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
    auto const word = tokens_[v.head].word;
    got = v.last <= at_.first && !v.has(passive_voice) && word != unknown_word && gets.has(word_info(word).verb_lemma);
  }
  if (!got) return false;
  QuantityMention const* own = nullptr;
  for (auto const& q : c_.mentions.quantities)
    if (&q.at == &at_) own = &q;
  if (!own || !own->value.low) return false;
  auto const noun = c_.terms[behind - 1];
  return noun != 0 && std::none_of(c_.mentions.quantities.begin(), c_.mentions.quantities.end(), [&](QuantityMention const& q) {
           return q.counted_last > q.counted_first && c_.terms[q.counted_last - 1] == noun && q.unit == no_unit &&
                  q.value.low && *q.value.low > *own->value.low;
         });
}

// "The trains, 24 in number, cost", "Observers sent by other states, 340 in number".
void FrameCounts::counted_before() {
  auto i = at_.first;
  while (i > sentence_.first && cls(i - 1) == WordClass::adverb) --i;
  if (i < sentence_.first + 2 || !tokens_[i - 1].is(TokenKind::comma)) return;
  auto const* p = phrase_at(i - 2);
  while (p && p->kind == PhraseKind::noun && p->first > sentence_.first + 1 && cls(p->first - 1) == WordClass::preposition) {
    auto const* q = phrase_at(p->first - 2);
    if (q && q->kind == PhraseKind::verb && q->has(non_finite) && q->first > sentence_.first) q = phrase_at(q->first - 1);
    if (!q) break;
    p = q;
  }
  if (!p || p->kind != PhraseKind::noun || !p->has(plural) || !is_content(p->head)) return;
  f_.counted = p->head;
  add_phrase(*p, TermRole::counted);
  f_.attribute = lemma_text(c_, p->head);
}

std::int32_t FrameCounts::verb_within() const {
  auto const* v = phrase_at(at_.first);
  bool const figure = (c_.covered[at_.first] & 1) != 0;
  bool const begins = figure && v && v->kind == PhraseKind::verb && v->head == at_.first && !v->has(non_finite);
  return begins ? c_.chunks.phrase_of[at_.first] : -1;
}

bool FrameCounts::is_area() const {
  auto const& all = c_.mentions.quantities;
  auto const q = std::lower_bound(all.begin(), all.end(), at_.first, [](auto const& m, auto at) { return m.at.first < at; });
  return q != all.end() && q->at.first == at_.first && q->unit != no_unit && dimension_of(q->unit) == "area";
}

Phrase const* FrameCounts::size_behind() const {
  static WordSet const sizes{"long", "tall", "high", "wide", "deep", "thick", "across", "broad", "square"};
  static WordId const of = find_word("of");
  if (counted_last_ > counted_first_ || at_.first < f_.clause_first + 2 || !tokens_[at_.first - 1].is(TokenKind::comma))
    return nullptr;
  if (f_.verb < 0 || c_.chunks.phrases[std::size_t(f_.verb)].last >= at_.first - 1) return nullptr;
  auto const& v = tokens_[c_.chunks.phrases[std::size_t(f_.verb)].head];
  if (v.word != unknown_word && (word_info(v.word).forms & form_of_be) != 0)
    return nullptr;  // "is no bigger than an atlas, 10 inches long"
  auto const behind = at_.last < sentence_.last ? tokens_[at_.last].word : unknown_word;
  if (!sizes.has(behind) && (behind != of || !is_area())) return nullptr;
  auto const* p = phrase_at(at_.first - 2);
  if (!p || p->kind != PhraseKind::noun || p->has(pronominal) || c_.covered[p->head] != 0) return nullptr;
  // "a model of the ship, 1.2 metres long": the model
  while (p->first > f_.clause_first + 1 && tokens_[p->first - 1].word == of) {
    auto const* q = phrase_at(p->first - 2);
    if (!q || q->kind != PhraseKind::noun) break;
    p = q;
  }
  return p;
}

Phrase const* FrameCounts::fronted_whole() const {
  static WordId const among = find_word("among"), of = find_word("of");
  auto i = sentence_.first;
  if (f_.whole_phrase >= 0 || i >= at_.first || !tokens_[i].has(capital)) return nullptr;
  if (tokens_[i].word == among) {
    auto const* p = phrase_at(i + 1);
    bool const there =
        p && p->kind == PhraseKind::noun && f_.verb >= 0 && p->last <= c_.chunks.phrases[std::size_t(f_.verb)].first;
    return there ? p : nullptr;
  }
  if (tokens_[i].word != of) return gapped_whole();
  while (i < at_.first && !tokens_[i].is(TokenKind::comma)) ++i;
  if (i == at_.first) return nullptr;
  for (auto k = sentence_.first + 1; k < i; ++k)
    if (auto const* p = phrase_at(k); p && p->kind == PhraseKind::noun) return p;
  return nullptr;
}

Phrase const* FrameCounts::gapped_whole() const {
  constexpr std::uint32_t reach = 8;  // tokens
  static WordId const of = find_word("of");
  auto const& all = c_.mentions.quantities;
  auto const own = std::lower_bound(all.begin(), all.end(), at_.first,
                                    [](QuantityMention const& q, std::uint32_t first) { return q.at.first < first; });
  if (own == all.begin() || own == all.end() || own->at.first != at_.first || is_count()) return nullptr;
  auto const& before = own[-1];
  if (before.unit == no_unit || before.unit != own->unit || before.at.sentence != at_.sentence) return nullptr;
  auto const behind = std::max(before.at.last, before.counted_last);
  auto const* p = behind + 1 < at_.first && tokens_[behind].word == of ? phrase_at(behind + 1) : nullptr;
  if (!p || p->kind != PhraseKind::noun || p->has(proper) || p->last + reach < at_.first) return nullptr;
  bool joined = false;
  for (auto i = p->last; i < at_.first; ++i) {
    auto const* q = phrase_at(i);
    if ((q && q->kind != PhraseKind::noun) || cls(i) == WordClass::preposition || c_.covered[i] != 0) return nullptr;
    joined = joined || tokens_[i].is(TokenKind::comma) || cls(i) == WordClass::conjunction;
  }
  return joined ? p : nullptr;
}

}  // namespace counterclaim
