// Comparatives without a right side: "Norra has the larger fleet", "is the cheaper of them", "the K7 was faster", "acts more
// slowly". Of two, the other of which is named elsewhere; src/resolve/sides.cpp looks for it. No claim of capability is read
// into them.
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

bool is_when(Clause const& c, std::uint32_t i) {
  return one_of(c.word(i), {"further", "farther", "earlier", "later", "sooner"});
}

// "The heavier team", "the shorter one", "the cheaper option": the noun says nothing that is measured.
bool is_plain_kind(Clause const& c, std::uint32_t head) {
  auto const& t = c.token(head);
  return !t.begins(Category::measure_nouns) && !t.begins(Category::concepts);
}

// A name, or what stands for one in its article: "the powder", "it".
bool is_told(Clause const& c, TokenRange left, std::uint32_t before) {
  auto const* p = left.empty() ? nullptr : c.noun(left.first);
  if (!p || left.last > before) return false;
  if (p->has(pronominal)) return left.last == left.first + 1 && c.word(left.first) == "it";
  return c.is_name(left) || (p->has(definite) && !p->has(plural) && c.word(left.first) == "the");
}

// Behind the words of degree nothing is told but where, for whom and by how much.
bool is_whole(Clause const& c, std::uint32_t i) {
  static WordSet const leads{"on",     "in",       "for",   "by",      "at",   "with", "because",
                             "though", "although", "while", "whereas", "when", "to"};
  return i >= c.last || c.cls(i) == WordClass::mark || c.cls(i) == WordClass::conjunction || leads.has(c.token(i).word);
}

// "Is faster now", "this year it is cheaper": than it was.
bool is_of_times(Clause const& c) {
  static WordSet const times{"now",    "again",    "today",   "this",         "before", "previously", "usual",
                             "lately", "recently", "ever",    "since",        "once",   "soon",       "until",
                             "after",  "nowadays", "already", "increasingly", "even"};
  for (auto i = c.first; i < c.last; ++i)
    if (times.has(c.token(i).word)) return true;
  return false;
}

// The finite verb that the words of degree at i are said with: "is far faster", "acts more slowly", "charges its battery
// faster".
Phrase const* verb_of_degree(Clause const& c, std::uint32_t i) {
  static WordSet const little{"bit", "little", "touch", "shade", "tad", "lot"};
  while (i > c.first && (c.cls(i - 1) == WordClass::adverb || little.has(c.token(i - 1).word) ||
                         (c.cls(i - 1) == WordClass::determiner && little.has(c.token(i).word))))
    --i;
  auto const* v = i > c.first ? c.verb(i - 1) : nullptr;
  if (!v && i > c.first)
    if (auto const* object = c.noun(i - 1); object && object->last == i && object->first > c.first)
      v = c.verb(object->first - 1);
  bool const said = v && v->last <= i && !v->has(negated) && !v->has(non_finite) && !v->has(passive_voice);
  return said ? v : nullptr;
}

std::optional<Cue> of_subject(Clause const& c, std::uint32_t i, Degree const& d) {
  static WordSet const changes{"make", "close", "open", "end",  "trade", "start", "feel", "seem",
                               "look", "go",    "come", "stay", "stand", "edge",  "move", "let"};
  auto const* v = verb_of_degree(c, i);
  if (!v || !is_whole(c, d.last) || is_of_times(c)) return {};
  auto const lemma = verb_of(c.token(v->head).word);
  if (d.last > d.measure.last && !d.bare) return {};  // "offers cheaper tickets"
  if (changes.has(lemma) || c.token(v->head).begins(Category::change_verbs)) return {};
  Cue cue;
  cue.alone = true;
  cue.left = subject_before(c, v->head);
  auto subject = v->first;
  while (subject > cue.left.last && c.cls(subject - 1) == WordClass::adverb) --subject;
  if (cue.left.last != subject) return {};  // "for the K7 it is easier"
  if (!is_told(c, cue.left, v->first) || is_supposed(c, cue.left)) return {};
  cue.at = {i, d.last};
  cue.relation = relation_of(is_turned(c, d) ? -d.direction : d.direction);
  cue.measure = d.measure;
  return cue;
}

}  // namespace

std::optional<Cue> of_two(Clause const& c, std::uint32_t i, Word const& w) {
  i = degree_begin(c, i);
  if (i < c.first + 2 || c.word(i - 1) != "the" || !is_degree(c, i, w)) return {};
  auto const d = degree_alone(c, i, w);
  if (d.direction == 0 || d.measure.empty() || is_when(c, i)) return {};
  auto const* p = c.noun(i);
  auto const the = i - 1;
  // "Is the cheaper"
  bool const bare =
      !p || p->head < i || c.cls(p->head) == WordClass::adjective || word_at(c, p->head).grade == Grade::comparative;
  if (p && p->first != the && p->first != i) return {};
  auto k = the - 1;
  while (k > c.first && c.cls(k) == WordClass::adverb) --k;
  auto const* v = c.verb(k);
  if (!v || v->last > the || v->has(negated) || v->has(non_finite) || v->has(passive_voice)) return {};
  auto const lemma = word_text(verb_of(c.token(v->head).word));
  bool const is = one_of(lemma, {"be", "remain"}), has = is_form_of_have(c.token(v->head).word);
  auto const last = bare ? d.last : p->last;
  auto const head = bare ? d.last - 1 : p->head;
  bool const measured = !is_plain_kind(c, head);
  bool const whole = last >= c.last || c.word(last) != "of";  // "the larger part of it"
  if (!whole || head < i || !(is || has || measured)) return {};
  if (bare && !(is && is_whole(c, last))) return {};
  Cue cue;
  cue.left = subject_before(c, v->head);
  // "The way over Tannery Hill is the shorter one"
  static WordSet const leads{"over", "via", "through", "along", "from", "by"};
  if (auto const near = noun_chain_before(c, v->first);
      !c.is_name(cue.left) && c.is_name(near) && near.first > c.first && leads.has(c.token(near.first - 1).word))
    cue.left = near;
  if (!c.is_name(cue.left)) return {};
  cue.at = {i, d.last};
  cue.relation = relation_of(d.direction);
  cue.measure = d.measure;
  // "Is the heavier team"
  if (is && d.measure.last > i + 1 && is_plain_kind(c, head) && word_at(c, i).grade == Grade::comparative) {
    cue.measure = {i, i + 1};
    cue.relation = relation_of(word_at(c, i).better);
  }
  return cue;
}

std::optional<Cue> alone(Clause const& c, std::uint32_t i, Word const& w) {
  i = degree_begin(c, i);
  if (is_when(c, i) || i < c.first + 2) return {};
  if (!is_degree(c, i, w)) return {};
  auto const d = degree_alone(c, i, w);
  if (d.direction == 0 || d.measure.empty()) return {};
  return of_subject(c, i, d);
}

std::optional<Cue> alone_at_noun(Clause const& c, std::uint32_t i) {
  static WordSet const amounts{"more", "less", "fewer"};
  if (i > c.first + 1 && amounts.has(c.token(i - 1).word)) {
    auto const d = degree_alone(c, i - 1, {});
    return d.direction == 0 || d.measure.empty() ? std::nullopt : of_subject(c, i - 1, d);
  }
  // "Costs less", "weighs more"
  auto const* v = c.verb(i);
  if (!v || v->head != i || !amounts.has(c.token(i + 1).word)) return {};
  auto const d = degree_from(c, i + 1);
  if (!d.bare || than_follows(c, d.last) || denial_before(c, i + 1) != Denial::none || is_asked(c, i + 1)) return {};
  auto cue = of_subject(c, i + 1, d);
  if (cue) measure_by_verb(c, i, *cue);
  return cue;
}

}  // namespace counterclaim::comparison
