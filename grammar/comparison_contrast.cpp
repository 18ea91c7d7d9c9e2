// "The K6 is quiet, but the K7 is quieter": a comparative without "than" sets its subject against a thing of the same kind
// that the sentence has named in another clause. No claim of capability is read into it.
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

constexpr std::uint32_t reach = 40;

bool is_thing(Clause const& c, Phrase const& p) {
  if (p.kind != PhraseKind::noun || p.has(pronominal)) return false;
  auto const k = c.cls(p.head);
  return k == WordClass::name || c.is_name({p.first, p.last}) ||
         (k == WordClass::noun && c.token(p.head).has(capital) && !c.token(p.head).has(sentence_first));
}

bool is_contrast(std::string_view w) {
  return one_of(w, {"but", "while", "whereas", "though", "although", "versus", "vs", "yet", "when"});
}
bool holds_contrast(Clause const& c, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i)
    if (is_contrast(c.word(i))) return true;
  return false;
}
// Do the tokens [first, last) hold a verb or a word of contrast, so that what stands before and behind them are two sides and
// no list?
bool parts_sides(Clause const& c, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i)
    if (c.verb(i) || (c.cls(i) == WordClass::adjective && !c.noun(i)) || is_contrast(c.word(i))) return true;
  return false;
}
// "unlike A, B is faster", "compared with A, B is faster"
bool is_led_aside(Clause const& c, Phrase const& p) {
  return p.first > c.first && one_of(c.word(p.first - 1), {"unlike", "versus", "to", "with"}) &&
         (c.word(p.first - 1) == "unlike" ||
          (p.first > c.first + 1 && one_of(c.word(p.first - 2), {"compared", "relative", "next", "comparison"})));
}
// Things of one kind are set against one another: two names, or two nouns that are near by meaning.
bool is_of_kind(Clause const& c, Phrase const& p, TokenRange subject) {
  constexpr float near = 0.4F;
  if (p.kind != PhraseKind::noun || p.has(pronominal)) return false;
  // "Java is fine": a bare noun that opens the sentence may be a name.
  bool const opens = c.token(p.head).has(sentence_first) && c.token(p.head).has(capital) && !p.has(plural);
  return is_thing(c, p) || likeness(c, {p.first, p.last}, subject) > (opens ? near / 2 : near);
}

// "Golf is dull, tennis is a better sport": two clauses side by side, each with its verb, and subjects of one kind.
bool is_spliced(Clause const& c, Phrase const& p, TokenRange subject) {
  constexpr float kin = 0.5F;
  auto const* v = c.verb(p.last);
  bool const side =
      subject.first > c.first && (c.is(subject.first - 1, TokenKind::comma) || c.is(subject.first - 1, TokenKind::semicolon));
  return side && v && !v->has(non_finite) && likeness(c, {p.first, p.last}, subject) > kin;
}

// The last thing of the kind of `thing` before the clause of `subject`.
TokenRange rival_before(Clause const& c, TokenRange subject, TokenRange thing) {
  auto from = subject.first;
  while (from > c.first && c.chunks->phrase_of[from] < 0) --from;
  auto const own = c.chunks->phrase_of[from];
  auto const* phrases = c.chunks->phrases;
  TokenRange best;
  float most = -1;
  for (auto k = own - 1; k >= 0 && phrases[k].sentence == c.sentence && own - k < 16; --k) {
    auto const& p = phrases[k];
    bool const aside = is_led_aside(c, p);
    // "Compared with rolazine, Mirvex acts": a word of no language is a name, too.
    bool const coined = aside && p.kind == PhraseKind::noun && c.token(p.head).word == unknown_word;
    if (!coined && !is_of_kind(c, p, thing)) continue;
    bool const parted = is_thing(c, p) ? parts_sides(c, p.last, subject.first)
                                       : holds_contrast(c, p.last, subject.first) || is_spliced(c, p, subject);
    if (!aside && !parted) continue;
    // What a verb says something of is a side rather than what stands in its clause.
    auto const* verb = c.verb(p.last);
    bool const acts = verb && !verb->has(non_finite);
    auto const value = likeness(c, {p.first, p.last}, thing) + (acts ? 0.3F : 0.0F) - 0.01F * float(own - k);
    if (value > most) most = value, best = {p.first, p.last};
  }
  return best;
}

// Behind the words of degree, without a word of contrast: a name of the subject's kind that acts itself ("Velo is quieter,
// Norra rattles") or that a preposition sets against it ("the better choice over Norra").
bool stands_against(Clause const& c, Phrase const& p, TokenRange subject) {
  constexpr float kin = 0.4F;
  if (!is_thing(c, p) || likeness(c, {p.first, p.last}, subject) < kin) return false;
  auto const* v = c.verb(p.last);
  return (v && !v->has(non_finite)) ||
         (p.first > c.first && one_of(c.word(p.first - 1), {"over", "versus", "unlike", "to", "against", "for", "of"}));
}

// Such a thing before, or the first one behind the words of degree and a word of contrast.
TokenRange rival(Clause const& c, TokenRange subject, std::uint32_t degree_last) {
  if (auto const before = rival_before(c, subject, subject); !before.empty()) return before;
  bool contrast = false;
  for (auto i = degree_last; i < c.last && i < degree_last + reach; ++i) {
    contrast = contrast || is_contrast(c.word(i));
    auto const* p = c.noun(i);
    if (!p || p->first != i) continue;
    if ((contrast && is_of_kind(c, *p, subject)) || stands_against(c, *p, subject)) return {p->first, p->last};
  }
  return {};
}

// "Is getting better": better than it was, not than another thing.
bool grows(Clause const& c, Degree const& d) {
  if (c.noun(d.last - 1)) return false;  // "gets better grades"
  auto i = d.first;
  while (i > c.first && (c.cls(i - 1) == WordClass::adverb || c.cls(i - 1) == WordClass::conjunction ||
                         word_at(c, i - 1).grade == Grade::comparative))
    --i;
  auto const* v = i > c.first ? c.verb(i - 1) : nullptr;
  return v && one_of(word_text(verb_of(c.token(v->head).word)), {"get", "grow", "become", "turn"});
}

// "To make payments easier": what is made so is no side.
bool is_made(Clause const& c, TokenRange left, std::uint32_t i) {
  while (i > left.last && c.cls(i - 1) == WordClass::adverb) --i;
  if (left.last != i || left.first == c.first || c.is_name(left)) return false;
  auto const* v = c.verb(left.first - 1);
  return v && one_of(word_text(verb_of(c.token(v->head).word)), {"make", "render", "keep"});
}

}  // namespace

// "If the K7 is faster", "when the K7 is cheaper"
bool is_supposed(Clause const& c, TokenRange left) {
  auto k = left.first;
  while (k > c.first && c.cls(k - 1) == WordClass::adverb) --k;
  if (k == c.first || !one_of(c.word(k - 1), {"if", "when", "unless", "until", "once", "whenever"})) return false;
  // "Why take Norra when Velo is so much better?"
  if (c.word(k - 1) == "when")
    for (auto i = left.last; i < left.last + 5; ++i)
      if (c.word(i) == "so") return false;
  return true;
}

namespace {

// "It is simpler to mend on Velo", "runs better on a Velo": the name that a preposition leads to behind the words of degree.
TokenRange led_behind(Clause const& c, Degree const& d) {
  for (auto k = d.last; k < c.last && k < d.last + 8; ++k) {
    if (c.cls(k) == WordClass::mark || c.cls(k) == WordClass::conjunction || c.cls(k) == WordClass::subordinator) return {};
    auto const* v = c.verb(k);
    if (v && !v->has(non_finite)) return {};
    if (!one_of(c.word(k), {"with", "on", "in", "using", "at", "under", "by", "from"})) continue;
    auto const* p = c.noun(k + 1);
    if (p && is_thing(c, *p)) return {p->first, p->last};
  }
  return {};
}

// "The Torvi is a better Velo", "sold as a 'cheaper Velo'": the name that the words of degree stand before, if nothing follows
// in its phrase.
TokenRange renewed(Clause const& c, Degree const& d) {
  auto const* p = c.noun(d.first);
  auto const name = d.measure.empty() ? d.last : d.measure.last;
  if (!p || p->last != name + 1 || c.cls(name) != WordClass::name) return {};
  auto before = d.first - 1;
  if (c.is(before, TokenKind::quote) && before > c.first) --before;
  return d.first > c.first && one_of(c.word(before), {"a", "an"}) ? TokenRange{name, name + 1} : TokenRange{};
}
// Of what "a better Velo" at `phrase` is said: the subject, or what stands before "as".
TokenRange bearer(Clause const& c, std::uint32_t phrase) {
  auto k = phrase;
  while (k > c.first && (c.is(k - 1, TokenKind::quote) || one_of(c.word(k - 1), {"a", "an", "as"}))) --k;
  if (k == c.first) return {};
  auto const before = c.word(k) == "as" ? noun_chain_before(c, k) : TokenRange{};
  return c.is_name(before) ? before : subject_before(c, k - 1);
}

}  // namespace

std::uint32_t degree_begin(Clause const& c, std::uint32_t i) {
  return i > c.first && one_of(c.word(i - 1), {"more", "less"}) && word_at(c, i).grade == Grade::positive ? i - 1 : i;
}

namespace {

// "For better or worse", "to better serve", "the better part of": no comparison.
bool is_idiom(Clause const& c, std::uint32_t i) {
  auto const before = i > c.first ? c.word(i - 1) : std::string_view();
  auto const w = c.word(i), next = c.word(i + 1);
  if (w == "worse") return before == "or" && i > c.first + 1 && c.word(i - 2) == "better";
  return w == "better" && (before == "to" || next == "part" || (before == "for" && next == "or"));
}

}  // namespace

bool is_degree(Clause const& c, std::uint32_t i, Word const& w) {
  return w.grade == Grade::comparative || one_of(c.word(i), {"more", "less", "fewer"});
}

bool than_follows(Clause const& c, std::uint32_t i) {
  constexpr std::uint32_t near = 15;
  for (auto k = i; k < c.last && k < i + near; ++k) {
    if (c.word(k) == "than" || c.word(k) == "then") return true;
    // "Is the heavier team, five kilos a head more than": an amount of it
    if (c.is(k, TokenKind::semicolon) ||
        (c.is(k, TokenKind::comma) && (c.cls(k + 1) == WordClass::number || c.token(k + 1).begins(Category::numerals))))
      return false;
  }
  return false;
}

Degree degree_alone(Clause const& c, std::uint32_t i, Word const& w) {
  if (!is_degree(c, i, w)) return {};
  auto const d = degree_from(c, i);
  if (d.direction == 0 || d.bare) return {};
  if (than_follows(c, d.last)) return {};
  // "Than the newer one from Norra": a side of another comparison
  if (auto const* p = c.noun(i); p && p->first > c.first && one_of(c.word(p->first - 1), {"than", "then"})) return {};
  return is_idiom(c, i) || denial_before(c, i) != Denial::none || is_asked(c, i) || grows(c, d) ? Degree{} : d;
}

std::optional<Cue> continued(Clause const& c, std::uint32_t i, TokenRange left, TokenRange right) {
  i = degree_begin(c, i);
  if (right.empty() || left.empty() || right.last >= i || i - right.last > reach / 2) return {};
  auto k = right.last;
  while (k < i && c.cls(k) != WordClass::conjunction) ++k;
  if (k == i || !one_of(c.word(k), {"and", "but", "yet"})) return {};
  for (auto j = right.last; j < k; ++j)
    if (auto const* v = c.verb(j); (v && !v->has(non_finite)) || c.is(j, TokenKind::semicolon)) return {};
  // No subject of its own: behind what prepositions lead comes the verb or the word of degree.
  for (++k; k < i;) {
    auto const* p = c.phrase(k);
    if (p && p->kind == PhraseKind::verb) break;
    if (k + 1 == i && verb_form(c.token(k).word) == VerbForm::third) break;  // "and, in town, goes farther"
    if (c.noun(k) && c.noun(k)->first < i && c.noun(k)->last > i) break;
    if (c.noun(k) && c.cls(c.noun(k)->first - 1) != WordClass::preposition) return {};
    k = p ? std::max(p->last, k + 1) : k + 1;
  }
  auto const d = degree_alone(c, i, word_at(c, i));
  if (d.direction == 0) return {};
  Cue cue;
  cue.at = {i, d.last};
  cue.left = left;
  cue.right = right;
  cue.relation = relation_of(d.direction);
  cue.measure = d.measure;
  return cue;
}

// "The powder acts more slowly": read as one phrase, of which the last word is the verb.
static TokenRange without_verb(Clause const& c, TokenRange left, std::uint32_t degree) {
  while (degree > left.last && c.cls(degree - 1) == WordClass::adverb) --degree;
  if (left.last != degree || left.last < left.first + 2 || c.cls(left.last - 1) == WordClass::name) return left;
  auto const& t = c.token(left.last - 1);
  bool const acts =
      t.is(TokenKind::word) && verb_form(t.word) == VerbForm::third && c.cls(left.last - 2) != WordClass::determiner;
  return acts ? TokenRange{left.first, left.last - 1} : left;
}

std::optional<Cue> contrasted(Clause const& c, std::uint32_t i, Word const& w) {
  i = degree_begin(c, i);
  auto const d = degree_alone(c, i, w);
  // "To further refine it", "earlier this week": how far, and when.
  if (d.direction == 0 || one_of(c.word(i), {"further", "farther", "earlier", "later", "sooner"})) return {};
  Cue cue;
  cue.contrast = true;
  cue.at = {i, d.last};
  cue.relation = relation_of(d.direction);
  cue.measure = d.measure;
  cue.right = renewed(c, d);
  if (!cue.right.empty()) {
    cue.left = bearer(c, c.noun(i)->first);
    // "The same holds for Norra, but Velo is a better IDE": capitals may name a kind.
    auto const rival = c.token(cue.right.first).has(all_capitals) ? rival_before(c, cue.left, cue.left) : TokenRange{};
    if (!rival.empty()) cue.right = rival;
    if (c.is_name(cue.left)) return cue;
    cue.right = {};
  }
  cue.left = left_of(c, i, {});
  auto const* p = cue.left.empty() ? nullptr : c.noun(cue.left.first);
  bool const told = p && !p->has(pronominal) && cue.left.first < i;
  if (!told || !c.is_name(cue.left)) {
    auto const led = led_behind(c, d);
    if (!led.empty()) cue.right = rival_before(c, {i, i + 1}, led);
    if (!cue.right.empty()) return cue.left = led, cue;
  }
  if (!told) return {};
  if (is_made(c, cue.left, i) || is_supposed(c, cue.left)) return {};
  cue.left = without_verb(c, cue.left, i);
  cue.right = rival(c, cue.left, d.last);
  // "Quay Road is shorter, but freight blocks it"
  auto const* other = cue.right.empty() ? nullptr : c.noun(cue.right.first);
  if (other && cue.right.first >= d.last && c.is_name(cue.left) && !is_thing(c, *other) && !other->has(definite)) return {};
  if (!c.is_name(cue.left)) {  // "The wire is handy but the sound is better with the cable"
    auto const led = one_of(c.word(d.last), {"with", "on", "in", "using", "at"}) ? c.noun(d.last + 1) : nullptr;
    if (led && !led->has(pronominal)) {
      TokenRange const thing{led->first, led->last};
      if (auto const other = rival_before(c, cue.left, thing); !other.empty()) cue.left = thing, cue.right = other;
    }
  }
  return cue.right.empty() ? std::nullopt : std::optional(cue);
}

}  // namespace counterclaim::comparison
