#include "src/resolve/frame_counts.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/antecedent.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/question.hpp"

namespace counterclaim {
Phrase const* FrameCounts::phrase_at(std::uint32_t token) const {
  if (token >= c_.chunks.phrase_of.size()) return nullptr;
  auto const p = c_.chunks.phrase_of[token];
  return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
}

// "unveiled the Marl 4, a card with 40 fans and a price of $90": the name that a thing of some kind is set behind.
std::int32_t FrameCounts::apposed(std::uint32_t from) const {
  constexpr std::uint32_t longest = 16;
  static WordSet const one{"a", "an"};
  auto i = from;
  while (i > sentence_.first && from - i < longest && !tokens_[i - 1].is(TokenKind::comma)) {
    auto const& t = tokens_[i - 1];
    auto const* p = phrase_at(i - 1);
    if ((p && p->kind == PhraseKind::verb && !p->has(non_finite)) || cls(i - 1) == WordClass::wh) return -1;
    if (t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || t.is(TokenKind::dash) || t.is(TokenKind::quote)) return -1;
    --i;
  }
  if (i < sentence_.first + 2 || !tokens_[i - 1].is(TokenKind::comma) || !one.has(tokens_[i].word)) return -1;
  auto const name = c_.name_of[i - 2];
  auto const* p = phrase_at(i);
  if (name < 0 || !p || p->kind != PhraseKind::noun || p->first >= from) return -1;
  auto const noun = tokens_[p->head].word;
  bool const thing = kinds_of_noun(c_.tokens, p->head, c_.article.view) != 0 ||
                     (noun != unknown_word && word_info(noun).noun_field == lexname::artifact);
  // "In Dorne, a bank with 40 desks closed"
  auto const* own = phrase_at(i - 2);
  bool const where = own && own->first == sentence_.first + 1 && cls(sentence_.first) == WordClass::preposition;
  return thing && !where ? name : -1;
}

bool FrameCounts::is_kind(Phrase const& p) const {
  return !p.has(definite) && !p.has(proper) && !p.has(pronominal) && !p.has(plural) && cls(p.first) != WordClass::determiner &&
         cls(p.first) != WordClass::possessive;
}

// "it took a year and cost $9 million" is two verbs.
bool FrameCounts::opens_item(Phrase const& p) const {
  auto const before = p.first - 1;
  if (!tokens_[before].is(TokenKind::comma) && !tokens_[before].is(TokenKind::semicolon) &&
      cls(before) != WordClass::conjunction)
    return false;
  auto const word = tokens_[p.first].word;
  return cls(p.first) == WordClass::determiner || word == unknown_word || (word_info(word).parts & verb) == 0;
}

// "The sale cost Orla $9 million", "wore the shirt of Orla 12 times": the name only stands before the figure.
bool FrameCounts::is_payer(std::uint32_t name) const {
  static WordSet const costs{"cost", "pay", "charge", "fine", "owe", "bill", "earn", "save", "win", "lose"};
  auto const first = c_.names.uses[std::size_t(c_.name_of[name])].first;
  if (first == sentence_.first || f_.verb < 0) return false;
  auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
  if (v.first >= first || v.first == sentence_.first) return false;
  if (cls(first - 1) == WordClass::preposition) return v.last + 1 < first;
  return v.last == first && tokens_[v.head].word != unknown_word && costs.has(word_info(tokens_[v.head].word).verb_lemma);
}

// "32 of Dunlow's 63 goals": whose the figure is.
bool FrameCounts::add_object(Phrase const& p) {
  static WordId const it = find_word("it");
  add_phrase(p, TermRole::object);
  bool named = false;
  for (auto i = p.first; i < p.last; ++i) add_name(c_.name_of[i], TermRole::object), named |= c_.name_of[i] >= 0;
  if (tokens_[p.head].word == it) add_name_text(antecedent(c_, at_, nullptr), TermRole::object);
  return named;
}

bool FrameCounts::is_place_among(Phrase const& p, Phrase const& link) const {
  static WordSet const with{"at", "with"};
  if (light(link.head) != "link" || !with.has(tokens_[at_.first - 1].word)) return false;
  for (auto i = p.first; i < p.last; ++i)
    if (tokens_[i].begins(Category::measures) && word(i).ends_with("est")) return true;
  return false;
}

void FrameCounts::owner() {
  auto i = at_.first;
  // "Union 44, Front 37": what a list gives each of its names
  bool const item = at_.last == sentence_.last || tokens_[at_.last].is(TokenKind::comma) ||
                    tokens_[at_.last].is(TokenKind::stop) || cls(at_.last) == WordClass::conjunction;
  bool const uncounted = counted_last_ <= counted_first_ || counted_last_ <= i;
  if (item && i > sentence_.first && c_.name_of[i - 1] >= 0 && uncounted && !is_payer(i - 1)) {
    add_name(c_.name_of[i - 1], TermRole::subject);
    owned_ = true;
    return;
  }
  // "The state pays $9 million, the region $5 million": one verb for both
  if (auto const* own = phrase_at(i); own && item && own->first < i && own->first > sentence_.first && own->last <= at_.last &&
                                      f_.verb >= 0 && c_.chunks.phrases[std::size_t(f_.verb)].last < own->first &&
                                      cls(i - 1) == WordClass::noun && opens_item(*own)) {
    for (auto k = own->first; k < i; ++k) add_name(c_.name_of[k], TermRole::subject), add(k, TermRole::subject);
    owned_ = true, item_ = own;
    return;
  }
  auto const own = phrase_at(i) ? phrase_at(i)->first : i;
  bool const hangs = own < i || (own > sentence_.first && cls(own - 1) == WordClass::preposition);
  if (auto const name = hangs && sentence_.holds(TokenKind::comma) ? apposed(i) : -1; name >= 0) {
    add_name(name, TermRole::subject);
    owned_ = apposed_ = true;
    return;
  }
  while (i > f_.clause_first && (cls(i - 1) == WordClass::adjective || cls(i - 1) == WordClass::adverb)) --i;
  if (i < f_.clause_first + 2 || !tokens_[i - 1].is(TokenKind::possessive) || c_.name_of[i - 2] < 0) return;
  add_name(c_.name_of[i - 2], TermRole::subject);
  owned_ = true;
}

void FrameCounts::counted() {
  if (counted_last_ <= counted_first_) return;
  auto last = counted_last_;
  add(last - 1, TermRole::counted);
  // "four other hospitals": the rest of them
  static WordId const other = find_word("other");
  if (at_.last < last && tokens_[at_.last].word == other) append(other, TermRole::modifier);
  for (auto i = counted_first_; i + 1 < last; ++i) add(i, TermRole::modifier);
  if (f_.attribute.empty() && is_content(last - 1)) f_.attribute = lemma_text(c_, last - 1);
  // "Nineteen of the cars": some of those that were counted before. "58 of the 150 seats" says of how many itself.
  static WordSet const known{"the", "those", "these", "its", "their", "his", "her"};
  bool const told = at_.last + 2 < counted_first_ && (c_.covered[at_.last + 2] & 1) != 0;
  if (at_.last + 1 < sentence_.last && word(at_.last) == "of" && known.has(tokens_[at_.last + 1].word) && !told &&
      !is_of_a_kind())
    f_.terms.push_back({lemma_id(c_, last - 1), TermRole::whole});
  some_of_them();
  // "310 people who spin at the mill", "120 jobs lost": what they do narrows them.
  auto const behind = last < sentence_.last && cls(last) == WordClass::wh ? last + 1 : last;
  if (auto const* p = phrase_at(behind); p && p->kind == PhraseKind::verb && (behind > last || p->has(non_finite)))
    add(p->head, TermRole::modifier);
}

// "Some 4,500 shoppers are members of the club", "61 of them are sponges": what those counted are said to be.
void FrameCounts::said_to_be() {
  if (f_.verb < 0) return;
  constexpr std::uint32_t of_them = 2;  // tokens
  auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
  auto const behind = std::max(at_.last, counted_last_);
  if (v.first < behind || v.first > behind + (is_count() ? 1 : of_them) || v.last >= sentence_.last) return;
  auto const* p = phrase_at(v.last);
  if (!p || p->kind != PhraseKind::noun || !p->has(plural) || light(v.head) != "link" || c_.covered[p->head] != 0) return;
  if (cls(p->first) == WordClass::possessive) return;  // "300 workers lost their jobs"
  if (!is_count()) {
    static WordId const be = find_word("be");
    if (tokens_[v.head].word == unknown_word || word_info(tokens_[v.head].word).verb_lemma != be) return;
    static WordId const of = find_word("of");
    static WordSet const those{"them", "these", "those", "whom", "which"};
    bool const alone = v.first == at_.last || (tokens_[at_.last].word == of && those.has(tokens_[at_.last + 1].word));
    if (!alone || !is_bare_count() || !is_content(p->head)) return;
    f_.counted = p->head;
    f_.attribute = lemma_text(c_, p->head);
  }
  add_phrase(*p, TermRole::counted);
}

// "1,940 were hurt, of whom 402", "including 402 children": some of those that were counted before.
void FrameCounts::some_of_them() {
  static WordId const them = find_word("them"), of = find_word("of"), whom = find_word("whom"), which = find_word("which");
  auto i = at_.first;
  while (i > sentence_.first && cls(i - 1) == WordClass::adverb) --i;
  static WordId const including = find_word("including");
  if (i > sentence_.first && tokens_[i - 1].word == including) append(them, TermRole::whole);
  // "The blaze hurt 12, three of them seriously": what they did was said before
  bool const own_verb = f_.verb >= 0 && c_.chunks.phrases[std::size_t(f_.verb)].first >= at_.last;
  if (at_.last + 1 < sentence_.last && tokens_[at_.last].word == of && tokens_[at_.last + 1].word == them && !own_verb) {
    // "312 people, 40 of them children"
    auto const* p = phrase_at(at_.last + 2);
    if (!p || p->kind != PhraseKind::noun || !p->has(plural) || c_.covered[p->head] != 0 || !is_content(p->head))
      return append(them, TermRole::whole);
    f_.counted = p->head;
    f_.attribute = lemma_text(c_, p->head);
    return add_phrase(*p, TermRole::counted);
  }
  if (i < sentence_.first + 2 || tokens_[i - 2].word != of) return;
  if (auto const w = tokens_[i - 1].word; (w == whom || w == which || w == them) && f_.counted == 0)
    append(them, TermRole::whole);
}

// How far from it, and nothing that it has.
bool FrameCounts::is_distance() const {
  static WordId const within = find_word("within");
  for (auto i = at_.first > sentence_.first ? at_.first - 1 : at_.first; i < at_.last; ++i)
    if (tokens_[i].word == within) return true;
  return false;
}

bool FrameCounts::is_with_another_figure(std::uint32_t name) const {
  constexpr std::uint32_t reach = 5;
  if (c_.name_of[name] < 0 || name == f_.clause_first || cls(name - 1) != WordClass::preposition) return false;
  for (auto i = name - 1; i > f_.clause_first && i + reach > name; --i)
    if ((c_.covered[i - 1] & 1) != 0) return true;
  return false;
}

void FrameCounts::predicate(Phrase const& v) {
  auto const i = v.last;
  bool const behind = v.first >= std::max(at_.last, counted_last_) && v.first <= std::max(at_.last, counted_last_) + 1;
  if (behind && i < sentence_.last && light(v.head) == "link" && cls(i) == WordClass::adjective) add(i, TermRole::verb);
}

bool FrameCounts::is_adjunct(Phrase const& v) const {
  if (counted_last_ <= counted_first_ || at_.first <= v.last + 1 || cls(at_.first - 1) != WordClass::preposition) return false;
  auto const* p = phrase_at(v.last);
  return p && p->kind == PhraseKind::noun && p->last < at_.first;
}

bool FrameCounts::is_money() const {
  for (auto i = at_.first; i < at_.last; ++i)
    if (tokens_[i].is(TokenKind::currency) || tokens_[i].begins(Category::currencies)) return true;
  return false;
}

void FrameCounts::label() {
  constexpr std::uint32_t longest = 5;
  auto colon = at_.first;
  while (colon > sentence_.first && (tokens_[colon - 1].is(TokenKind::quote) || tokens_[colon - 1].is(TokenKind::currency)))
    --colon;
  auto first = sentence_.first;
  if (colon == first && at_.sentence > c_.first_sentence[sentence_.block]) first = c_.tokens.sentences[at_.sentence - 1].first;
  if (colon < first + 2 || colon > first + longest + 1 || !tokens_[colon - 1].is(TokenKind::colon)) return;
  if (!is_label(first, colon - 1)) return;
  auto const role = is_count() ? TermRole::modifier : TermRole::head;
  for (auto i = first; i + 1 < colon; ++i) {
    add(i, role);
    if (f_.attribute.empty() && is_content(i) && !is_count()) f_.attribute = lemma_text(c_, i);
  }
}

void FrameCounts::run_in_label() {
  constexpr std::uint32_t longest = 4;
  auto const first = c_.first_sentence[sentence_.block];
  if (at_.sentence != first + 1) return;
  auto const& lead = c_.tokens.sentences[first];
  auto const end = lead.last > lead.first + 1 && !tokens_[lead.last - 1].is(TokenKind::word) ? lead.last - 1 : lead.last;
  auto const begin = lead.first + (cls(lead.first) == WordClass::determiner ? 1 : 0);                // "The savings."
  bool const adverb = end == begin + 1 && cls(begin) == WordClass::adverb && c_.name_of[begin] < 0;  // "Online."
  if (end > begin + longest || (!adverb && !is_label(begin, end))) return;
  // "Online" makes the sales behind it a part; what else a label says is said around them.
  for (auto i = begin; i < end; ++i) add(i, tokens_[i].begins(Category::restrictors) ? TermRole::modifier : TermRole::clause);
}

void FrameCounts::run_in() {
  for (auto const& n : f_.names)
    if (n.role == TermRole::subject) return;
  auto const lead = lead_name(c_, sentence_.block);
  if (lead < 0) return;
  auto const& use = c_.names.uses[std::size_t(lead)];
  if (use.sentence == at_.sentence && at_.first <= use.last) return;
  add_name_text(c_.names.names[use.name], TermRole::subject);
}

// Common words only, no article, and nothing is said of anything: "Jobs lost", "Price per litre".
bool FrameCounts::is_label(std::uint32_t first, std::uint32_t last) const {
  for (auto i = first; i < last; ++i) {
    auto const k = cls(i);
    bool const narrows = i > first && (k == WordClass::preposition || k == WordClass::participle ||
                                       (k == WordClass::finite_verb && i + 1 == last));
    bool const names = k == WordClass::noun || k == WordClass::adjective || (k == WordClass::ing_verb && i == first);
    if (!(names || narrows) || !tokens_[i].is(TokenKind::word) || c_.name_of[i] >= 0) return false;
  }
  return first < last;
}

// "940 watts on average", "$1.1 billion to date": as an adjective before the figure would say.
void FrameCounts::overall(std::uint32_t i) {
  struct Adverbial {
    Adverbial(std::string_view a, std::string_view b, std::string_view c)
        : first(find_word(a)), second(find_word(b)), means(find_word(c)) {}
    WordId first, second, means;
  };
  static Adverbial const table[] = {{"on", "average", "average"}, {"at", "peak", "peak"},      {"at", "most", "maximum"},
                                    {"to", "date", "cumulative"}, {"so", "far", "cumulative"}, {"in", "total", "total"},
                                    {"in", "all", "total"},       {"all", "told", "total"},    {"net", "of", "net"}};
  static WordSet const begins{"on", "at", "to", "so", "in", "all", "net"};
  if (i + 1 >= sentence_.last || !begins.has(tokens_[i].word)) return;
  for (auto const& a : table)
    if (tokens_[i].word == a.first && tokens_[i + 1].word == a.second) append(a.means, TermRole::modifier);
}

// "Another 900,000 doses", "71.2% on CodeBench"
void FrameCounts::beside() {
  label();
  static WordSet const rest{"another", "further", "additional", "extra", "other", "remaining"};
  bool const title = at_.first > sentence_.first && tokens_[at_.first - 1].has(capital) && word(at_.first - 1) != "another";
  if (at_.first > sentence_.first && rest.has(tokens_[at_.first - 1].word) && !title)  // "Other 7%" in a row of heads
    append(lemma_id(c_, at_.first - 1), TermRole::modifier);
  auto const last = std::max(at_.last, counted_last_);
  overall(last);
  // "damaged 6,400 more", "3,600 more seats"
  static WordId const more = find_word("more"), than = find_word("than"), additional = find_word("additional");
  auto const ahead = std::max(at_.last + 1, counted_last_);
  if (at_.last < sentence_.last && tokens_[at_.last].word == more && is_bare_count() &&
      !(ahead < sentence_.last && tokens_[ahead].word == than))
    append(additional, TermRole::modifier);
  // "120,000 riders daily"
  static WordSet const often{"daily", "weekly", "monthly", "yearly", "annually", "hourly"};
  if (is_count() && last < sentence_.last && often.has(tokens_[last].word)) append(tokens_[last].word, TermRole::modifier);
  // "the required 61": what is needed, whatever there is
  static WordSet const needed{"required", "needed", "necessary", "requisite"};
  if (at_.first > sentence_.first && needed.has(tokens_[at_.first - 1].word))
    append(tokens_[at_.first - 1].word, TermRole::modifier);
  // "61 of 120 votes": all there are
  static WordId const of = find_word("of"), total = find_word("total");
  static WordSet const owners{"its", "their", "his", "her", "our", "my"};  // "41 of her 62 games"
  auto const led = at_.first > sentence_.first && owners.has(tokens_[at_.first - 1].word) ? at_.first - 1 : at_.first;
  if (led > sentence_.first + 1 && tokens_[led - 1].word == of && (c_.covered[led - 2] & 1) != 0)
    append(total, TermRole::modifier);
  if (last + 1 >= sentence_.last || cls(last) != WordClass::preposition) return;
  auto const* p = phrase_at(last + 1);
  if (!p || p->kind != PhraseKind::noun) return;
  static WordSet const places{"in", "at", "across", "around"};
  f_.in_place = c_.name_of[p->head] >= 0 && places.has(tokens_[last].word);
  add_names(*p, TermRole::object);
  // "312 people on the payroll", "900 homes without power"
  static WordSet const narrowing{"on", "without", "with", "under"};
  if (is_count() && narrowing.has(tokens_[last].word) && !p->has(proper) && !p->has(pronominal) && c_.covered[p->head] == 0)
    add(p->head, TermRole::modifier);
}

void FrameCounts::answer() {
  if (f_.verb >= 0) return;
  for (auto i = sentence_.first; i < at_.first; ++i)
    if (c_.covered[i] != 0) return;
  f_.question = question_before(c_, at_.sentence);
  if (f_.question < 0) return;
  auto const asked = read_question(c_, std::uint32_t(f_.question));
  if (asked.counted != 0) add(asked.counted, TermRole::counted);
  if (asked.quality != 0) add(asked.quality, TermRole::head);
  if (asked.verb != 0) add(asked.verb, TermRole::verb);
  for (auto i = asked.first; i < asked.last; ++i) {
    add_name(c_.name_of[i], TermRole::subject);
    add(i, TermRole::subject);
  }
  auto const of = asked.counted != 0 ? asked.counted : asked.verb;
  if (of != 0 && is_content(of) && light(of).empty()) f_.attribute = lemma_text(c_, of);
}

Phrase const* FrameCounts::set_apart() {
  constexpr std::uint32_t longest = 16;
  if (f_.verb < 0 || c_.chunks.phrases[std::size_t(f_.verb)].first < at_.last) return nullptr;
  auto const acts = c_.chunks.phrases[std::size_t(f_.verb)].first;
  auto comma = at_.first;
  while (comma > f_.clause_first && !tokens_[comma - 1].is(TokenKind::comma)) --comma;
  if (comma <= f_.clause_first + 1 || acts > comma + longest || !tokens_[acts - 1].is(TokenKind::comma)) return nullptr;
  for (auto i = at_.last; i + 1 < acts; ++i)
    if (tokens_[i].is(TokenKind::comma)) return nullptr;
  auto const* p = phrase_at(comma - 2);
  if (!p || p->kind != PhraseKind::noun || c_.covered[p->head] != 0) return nullptr;
  f_.verb = -1;
  // "Unemployment in Dorne, at 4.1%, rose"
  auto const* of =
      p->first > f_.clause_first + 1 && cls(p->first - 1) == WordClass::preposition ? phrase_at(p->first - 2) : nullptr;
  bool const whole = of && of->kind == PhraseKind::noun && of->first == f_.clause_first && !of->has(proper) && p->has(proper);
  return whole && c_.covered[of->head] == 0 && cls(at_.first - 1) == WordClass::preposition ? of : p;
}

Phrase const* FrameCounts::put_at() const {
  static WordId const at = find_word("at");
  static WordSet const puts{"put", "estimate", "value", "peg", "price", "assess", "set", "fix", "reckon"};
  if (f_.verb < 0 || at_.first < 2 || tokens_[at_.first - 1].word != at) return nullptr;
  auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
  auto const* p = phrase_at(at_.first - 2);
  bool const object = p && p->kind == PhraseKind::noun && p->first == v.last && !p->has(proper) && !p->has(pronominal);
  return object && puts.has(word_info(tokens_[v.head].word).verb_lemma) ? p : nullptr;
}

std::uint32_t FrameCounts::sized() const {
  static WordSet const dimensions{"high", "tall", "long", "wide", "deep", "thick", "across", "square"};
  auto const* own = phrase_at(at_.first);
  if (!own || own->first >= at_.first || at_.last >= sentence_.last || !dimensions.has(tokens_[at_.last].word)) return 0;
  return cls(at_.first - 1) == WordClass::noun && is_content(at_.first - 1) ? at_.first - 1 : 0;
}

Phrase const* FrameCounts::behind_bracket() const {
  constexpr std::uint32_t longest = 8;
  if (at_.last >= sentence_.last || !tokens_[at_.last].is(TokenKind::open_bracket)) return nullptr;
  bool hyphened = false;
  for (auto i = at_.first; i < at_.last; ++i) hyphened |= tokens_[i].is(TokenKind::hyphen);
  auto i = at_.last;
  while (i < sentence_.last && i < at_.last + longest && !tokens_[i].is(TokenKind::close_bracket)) ++i;
  auto const* p = hyphened && i + 1 < sentence_.last && tokens_[i].is(TokenKind::close_bracket) ? phrase_at(i + 1) : nullptr;
  return p && p->kind == PhraseKind::noun && p->first == i + 1 && !p->has(proper) && !p->has(definite) ? p : nullptr;
}

bool FrameCounts::is_put_at(Phrase const& v) const {
  static WordId const at = find_word("at");
  return v.has(passive_voice) && v.last + 1 == at_.first && tokens_[v.last].word == at;
}

}  // namespace counterclaim
