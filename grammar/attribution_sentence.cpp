// Whose word it is. A cue is a verb of speech with its subject ("the company said", "said Ana Ruiz"), a phrase that leads a
// source ("according to"), or a word that names nobody ("reportedly"). A source covers what it says: the rest of the sentence,
// or all of it when the cue stands last, and the quotation around it. "It added" carries the source of the sentence before.
#include "grammar/attribution_sentence.hpp"

#include <algorithm>
#include <optional>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/attribution_cues.hpp"
#include "grammar/attribution_works.hpp"
#include "grammar/productions.hpp"
#include "grammar/scope.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {

namespace {

class Attributions {
 public:
  Attributions(Clause const& c, SourcesBefore& before) : c_(c), before_(before) {}

  std::vector<AttributionMention> run() {
    for (auto i = c_.next(c_.first, attribution_cues); i < c_.last; i = c_.next(i + 1, attribution_cues)) {
      auto const& t = c_.token(i);
      if (t.begins(Category::sources) && phrase(i)) continue;
      if (t.begins(Category::reporting_verbs)) verb(i);
    }
    if (!forecast_.empty()) forecast();
    return std::move(out_);
  }

 private:
  Asides const& asides() {
    if (!asides_) asides_ = find_asides(c_);
    return *asides_;
  }
  // Sources are no lists of clauses: "according to Norra, 300 homes …" names Norra.
  TokenRange one_source(TokenRange source, std::uint32_t cue) const {
    if (cue > c_.first + 1 &&
        (source.last >= c_.last || c_.is(source.last, TokenKind::stop) || c_.is(source.last, TokenKind::quote)))
      return source;
    for (auto i = source.first + 1; i < source.last; ++i)
      if (c_.is(i, TokenKind::comma)) return {source.first, i};
    return source;
  }
  std::string_view column(Category category, PhraseMatch m) const { return vocabulary(category)[std::size_t(m.row)].column[0]; }

  // "experts", "a study": nobody that could be asked, unless a name stands with it.
  bool is_vague(TokenRange source) const {
    if (source.empty()) return true;
    if (c_.is_name(source)) return false;
    auto const* p = c_.noun(source.first);
    if (!p || (p->has(definite) && !is_behind_opening(c_, *p))) return false;
    auto const m = c_.match(Category::sources, p->head);
    auto const kind = m ? column(Category::sources, m) : std::string_view();
    return (kind == "people" || kind == "study") && !is_named_behind(c_, source.last);
  }
  void add(TokenRange at, TokenRange source, TokenRange cue, TokenRange scope, bool vague, bool citing) {
    if (!out_.empty() && out_.back().at.last > at.first) return;
    out_.push_back(mention(at, source, cue, scope, vague));
    out_.back().citing = citing;
  }
  AttributionMention mention(TokenRange at, TokenRange source, TokenRange cue, TokenRange scope, bool vague) const {
    AttributionMention a;
    a.at = c_.place(at);
    a.source_first = source.first, a.source_last = source.last;
    a.cue_first = cue.first, a.cue_last = cue.last;
    a.scope_first = scope.first, a.scope_last = scope.last;
    a.vague = vague;
    return a;
  }

  AttributionMention const* last() const { return out_.empty() ? before_.last_before(c_.sentence) : &out_.back(); }

  // "It added": who spoke before.
  TokenRange spoken_by(TokenRange source) const {
    auto const* p = c_.noun(source.first);
    if (!p || !p->has(pronominal)) return source;
    if (!one_of(c_.word(source.first), {"it", "he", "she", "they"})) return source;
    auto const* const by = last();
    bool const near = by && c_.sentence - by->at.sentence <= carried_over &&
                      c_.sentences[by->at.sentence].block + 1 >= c_.sentences[c_.sentence].block;
    if (!near || by->source_first >= by->source_last || by->citing) return source;
    return {by->source_first, by->source_last};
  }

  bool phrase(std::uint32_t i) {
    auto const m = c_.match(Category::sources, i);
    if (!m) return false;
    auto const kind = column(Category::sources, m);
    auto const after = i + m.tokens;
    if (kind == "leads" || kind == "citing") {
      bool const citing = kind == "citing";
      if (citing && c_.cls(i) != WordClass::ing_verb && c_.word(i) == "cited") return false;
      auto source = one_source(noun_chain_from(c_, after), i);
      if (source.empty() || is_time(c_, source)) return false;
      add({i, source.last}, source, {i, after}, {c_.first, c_.last}, !citing && is_vague(source), citing);
      return true;
    }
    if (kind == "vague") {
      add({i, after}, {}, {i, after}, clause_around(c_, asides(), i), true, false);
      return true;
    }
    if (kind == "hearsay") return hearsay(i);
    if (kind == "people") return expected_by(i);
    if (kind == "study" || kind == "work") return provenance(told_by_work(c_, i)) || (kind == "study" && expected_by(i));
    if (kind == "figure") return provenance(told_of_figure(c_, i));
    if (kind == "passive" || kind == "forecast") {
      auto const* v = i > c_.first ? c_.verb(i) : nullptr;
      if (!v || !v->has(passive_voice) || v->has(non_finite) || v->has(negated)) return false;
      if (kind == "forecast") {
        if (foretells(c_, after)) forecast_ = {i, after};
        return true;
      }
      auto const source = carried();
      add({v->first, after}, source, {i, after}, clause_around(c_, asides(), i), source.empty(), false);
      return true;
    }
    return false;
  }

  bool provenance(std::optional<Provenance> const& told) {
    if (!told) return false;
    add(told->at, told->source, told->cue,
        told->of_sentence_before && c_.sentence > 0 ? told_back() : TokenRange{c_.first, c_.last}, false, true);
    return true;
  }

  // "Word in the town is that", "the talk of the trade is that", "gossip has it that"
  bool hearsay(std::uint32_t i) {
    constexpr std::uint32_t reach = 9;
    static WordId const have = find_word("have");
    auto const* p = c_.noun(i);
    if (!p || p->head != i || c_.is_name({p->first, p->last}) || !leads(p->first)) return false;
    for (auto k = p->last; k < std::min(c_.last, i + reach); ++k) {
      auto const* v = c_.verb(k);
      if (!v) continue;
      auto that = v->last;
      if (c_.word(that) == "it" && verb_of(c_.token(v->head).word) == have) ++that;
      bool const tells = that > v->last || is_form_of_be(c_.token(v->head).word);
      if (!tells || v->has(negated) || c_.word(that) != "that") return false;
      add({p->first, that}, {}, {p->first, that}, {that, c_.last}, true, false);
      return true;
    }
    return false;
  }

  // "Analysts expect the market to grow to $3 billion": nobody that could be asked.
  bool expected_by(std::uint32_t i) {
    if (!may_foretell(c_, i)) return false;
    auto const* p = c_.noun(i);
    if (!p || p->head != i || p->last >= c_.last) return false;
    auto k = p->last;
    while (c_.cls(k) == WordClass::adverb) ++k;
    auto const* v = c_.verb(k);
    if (!v || v->has(negated) || v->has(passive_voice) || v->has(non_finite)) return false;
    auto const told = guesses_reach(c_, i, *v) ? v->last : foretold_from(c_, *v);
    if (told == 0) return false;
    TokenRange const source{p->first, p->last};
    if (c_.cls(p->first) == WordClass::number || c_.token(p->first).begins(Category::numerals))
      return false;  // asked by somebody
    if (!is_vague(source) || (told == v->last && opens_clause(told))) return false;
    add({p->first, v->last}, source, {v->first, v->last}, {p->first, end_of_speech(c_, asides(), i)}, true, false);
    return true;
  }

  // "According to Orvel Bank, the talks go on. The price is expected to reach …": whose word the paragraph goes on with.
  TokenRange carried() const {
    auto const* const by = last();
    if (!by) return {};
    bool const near =
        c_.sentence - by->at.sentence <= 2 && c_.sentences[by->at.sentence].block == c_.sentences[c_.sentence].block;
    return near && !by->vague ? TokenRange{by->source_first, by->source_last} : TokenRange{};
  }
  // Nobody else of the sentence or the quotation has said it: the paragraph's source has, or nobody.
  void forecast() {
    auto const i = forecast_.first;
    if (c_.token(i).has(in_quotes)) return;
    for (auto const& a : out_)
      if (a.scope_first <= i && a.scope_last > i) return;
    auto const at = std::partition_point(out_.begin(), out_.end(), [&](auto const& a) { return a.at.first < i; });
    auto const source = at == out_.begin() ? carried() : TokenRange{};
    out_.insert(at, mention(forecast_, source, forecast_, clause_around(c_, asides(), i), source.empty()));
  }

  // From the sentence before, which may end the paragraph before, to the end of this one.
  TokenRange told_back() const {
    auto const& before = c_.sentences[c_.sentence - 1];
    auto const* const by = last();
    bool const sourced = by && by->at.sentence + 1 == c_.sentence;
    bool const near = !sourced && before.block + 1 >= c_.sentences[c_.sentence].block;
    return {near ? before.first : c_.first, c_.last};
  }

  bool opens_clause(std::uint32_t i) const {
    if (c_.word(i) == "that" || c_.is(i, TokenKind::quote) || c_.is(i, TokenKind::colon)) return true;
    if (c_.is(i, TokenKind::comma)) return c_.is(i + 1, TokenKind::quote);
    auto k = i;
    while (c_.cls(k) == WordClass::adverb) ++k;
    if (c_.in(k) && c_.token(k).begins(Category::numerals) && c_.verb(k + 1))
      return !c_.verb(k + 1)->has(non_finite);  // "nine had"
    // A noun phrase and its verb: "reported sales rose"; a time may stand between.
    for (int n = 0; n < 3 && c_.in(k); ++n) {
      auto const* p = c_.noun(k);
      if (!p) break;
      k = p->last;
      if (auto const* v = c_.verb(k)) return !v->has(non_finite);
      if (c_.cls(k) == WordClass::subordinator || c_.word(k) == "that") return true;
      if (c_.cls(k) == WordClass::preposition) ++k;
    }
    return c_.cls(i) == WordClass::preposition && c_.noun(i + 1) && opens_clause_after_time(c_.noun(i + 1)->last);
  }
  // "reported on Monday that", "told reporters that"
  bool opens_clause_after_time(std::uint32_t i) const {
    if (c_.word(i) == "that" || c_.is(i, TokenKind::quote)) return true;
    auto const* p = c_.noun(i);
    return p && c_.verb(p->last);
  }

  void verb(std::uint32_t i) {
    auto const m = c_.match(Category::reporting_verbs, i);
    if (!m) return;
    auto const kind = column(Category::reporting_verbs, m);
    auto const k = c_.cls(i);
    auto const* v = c_.verb(i);
    bool const of_figure = c_.word(i + m.tokens) == "of" && c_.cls(i + m.tokens + 1) == WordClass::number;
    if (k == WordClass::noun && kind != "denial" && (of_figure || c_.word(i + m.tokens) == "that")) return noun_of_speech(i);
    bool const tells = tells_somebody(c_, i);
    if (auto const told = told_by(c_, i)) return void(provenance(told));
    if (kind == "speech" && claims_lives(c_, i)) return;
    if (kind == "denial" || !v || v->has(negated) || (v->has(passive_voice) && !tells)) return;
    if (k != WordClass::finite_verb && k != WordClass::ing_verb && k != WordClass::participle) return;
    auto const after = behind_parting(c_, i + m.tokens);
    auto const before = v->first;
    if (kind == "figure") return estimate(i, after);
    bool const quoted_before = before > c_.first && (c_.is(before - 1, TokenKind::quote) || ends_in_or_so(c_, before) ||
                                                     (c_.is(before - 1, TokenKind::comma) && before > c_.first + 1));
    // ", said Ana Ruiz of Acme"; a comma may also end what stands aside behind the subject.
    bool const aside_before = before > c_.first + 1 && c_.is(before - 1, TokenKind::comma) && asides().holding(before - 2);
    // "Ida Moor, 58, told analysts": behind "told" stands who heard it.
    static WordId const tell = find_word("tell");
    bool const inverted = word_info(c_.token(i).word).verb_lemma != tell;
    if (k == WordClass::finite_verb && quoted_before && inverted && (!aside_before || ends_with_name(after)) &&
        c_.noun(after)) {
      auto const source = noun_chain_from(c_, after);
      auto const* s = c_.noun(after);
      bool const has_verb = c_.verb(s->last) && !c_.verb(s->last)->has(non_finite);
      if (!has_verb) {
        add({i, source.last}, spoken_by(source), {i, after}, with_quotation(c_.first, c_.last), is_vague(source), false);
        return;
      }
    }
    auto source = subject_before(c_, i);
    auto own = before > c_.first ? noun_chain_before(c_, before) : TokenRange{};
    if (source.empty() || !c_.is_name(own))
      if (auto const work = named_work_before(c_, before); !work.empty()) source = own = work;
    if (source.empty()) return;
    // "People who said so were wrong": who they are, and nothing that is told on their word.
    if (before > c_.first && c_.cls(before - 1) == WordClass::wh && is_vague(source)) return;
    bool const pronoun = c_.noun(before - (before > c_.first)) && c_.noun(before - (before > c_.first))->has(pronominal);
    source = pronoun ? spoken_by(own.empty() ? source : own) : without_time(c_, source);
    // "the Hollin Institute, a think tank, has found"
    bool const described = own.empty() && source.last < before && c_.is(source.last, TokenKind::comma) &&
                           c_.is(before - 1, TokenKind::comma) && source.first > c_.first &&
                           c_.is(source.first - 1, TokenKind::comma);
    auto const place = TokenRange{described ? source.first : own.empty() ? i : std::min(own.first, i), after};
    // At the end, behind a comma or a quotation: "…, the company said."
    auto end = after;
    if (c_.word(i).starts_with("t") && c_.noun(after) && c_.noun(after)->first == after)
      end = c_.noun(after)->last;  // "told the council"
    bool const last = c_.is(end, TokenKind::stop) || end >= c_.last || c_.is(end, TokenKind::comma);
    bool const behind =
        place.first > c_.first && (c_.is(place.first - 1, TokenKind::comma) || c_.is(place.first - 1, TokenKind::quote) ||
                                   c_.word(place.first - 1) == "as" || ends_in_or_so(c_, place.first));
    bool const told = tells || k == WordClass::finite_verb || (k == WordClass::participle && v->has(perfect));
    if (behind && c_.word(place.first - 1) == "as" && !own.empty()) source = own;
    bool const vague = is_vague(source) && !names_journal(c_, after);
    if (told && behind && (last || c_.cls(after) == WordClass::preposition)) {
      bool const confirms = word_text(word_info(c_.token(i).word).verb_lemma) == "confirm";  // no rumor
      add(place, source, {i, after}, with_quotation(c_.first, c_.last), vague && !confirms, false);
      return;
    }
    if (told && reports_back(c_, i, after)) return add(place, source, {i, after}, told_back(), vague, false);
    // "Found 1,900 stars that nobody knew": behind what was found, no clause of what was said
    auto const* heard = c_.noun(after);
    bool const relative = heard && !tells && (heard->has(plural) || c_.cls(after) == WordClass::number) &&
                          c_.word(heard->last) == "that" && !is_time(c_, {heard->first, heard->last});
    bool const clause = !relative && (opens_clause(after) || (heard && opens_clause_after_time(heard->last)));
    bool const object = kind == "speech" && (c_.noun(after) || c_.verb(after));
    if (!clause && !object) return estimate(i, after);  // "experts reckon the odds at"
    if (k == WordClass::participle && !v->has(perfect) && !tells) return;
    auto const* aside = asides().holding(i);
    auto const first = aside ? std::max(aside->first, place.first) : leads(place.first) ? c_.first : place.first;
    add(place, source, {i, after}, with_quotation(first, end_of_speech(c_, asides(), i)), vague, false);
  }

  // "says Ida Moor of Orvel University": a name right behind the verb, and the end of what it says.
  bool ends_with_name(std::uint32_t i) const {
    if (!c_.noun(i) || c_.noun(i)->first != i || !c_.noun(i)->has(proper)) return false;
    auto const source = noun_chain_from(c_, i);
    return source.last >= c_.last || c_.is(source.last, TokenKind::stop) || c_.is(source.last, TokenKind::comma) ||
           c_.is(source.last, TokenKind::semicolon);
  }

  bool is_number(std::uint32_t i) const {
    return c_.cls(i) == WordClass::number || c_.is(i, TokenKind::currency) || c_.token(i).begins(Category::numerals);
  }
  // "At 31", "at about $30 million", "at well over a third": a figure, with how near it is before it.
  bool stands_before_figure(std::uint32_t i) const {
    constexpr std::uint32_t most = 4;
    auto k = i + 1;
    while (k <= i + most && c_.in(k) && !is_number(k) &&
           (c_.cls(k) == WordClass::adverb || c_.token(k).begins(Category::bounds)))
      ++k;
    return c_.in(k) && is_number(k);
  }

  // "the union put the number at 31"
  void estimate(std::uint32_t i, std::uint32_t after) {
    // "put the yearly gain for hotels and shops at 31": a chain of nouns may stand between
    constexpr std::uint32_t reach = 18;
    auto const* p = c_.noun(after);
    if (!p || p->first != after) return;
    auto k = p->last;
    auto const ends = [&](std::uint32_t i) { return (c_.word(i) == "at" || c_.word(i) == "as") && stands_before_figure(i); };
    while (k < std::min(c_.last, after + reach) && !ends(k) && !(c_.verb(k) && !c_.verb(k)->has(non_finite)) &&
           !c_.is(k, TokenKind::semicolon) && !c_.is(k, TokenKind::stop)) {
      // "the share of guests who used to fly at 30 percent"
      bool const relative = c_.cls(k) == WordClass::wh && c_.verb(k + 1);
      k = relative ? c_.verb(k + 1)->last : k + 1;
    }
    static WordId const give = find_word("give");  // "gives the age as 9", "put it at 9"
    if (c_.word(k) != (word_info(c_.token(i).word).verb_lemma == give ? "as" : "at")) return;
    auto const source = subject_before(c_, i);
    if (!stands_before_figure(k) || source.empty()) return;
    auto const from = std::max(clause_around(c_, asides(), i).first, c_.first);
    add({i, after}, spoken_by(source), {i, after}, {from, end_of_speech(c_, asides(), i)}, is_vague(source), false);
  }

  // "Acme's claim that", "its report that"
  void noun_of_speech(std::uint32_t i) {
    auto const* p = c_.noun(i);
    if (!p || p->head != i) return;
    // "This mirrored Acme's claims": the verb took a participle's place in the phrase
    auto const second = c_.token(p->first + 1).word;
    bool const verb = one_of(c_.word(p->first), {"this", "that", "it"}) && second != unknown_word &&
                      word_info(second).usual_part == PartOfSpeech::verb;
    auto const first = verb ? p->first + 2 : p->first;
    TokenRange source;
    for (auto k = first + 1; k < i; ++k)
      if (c_.is(k, TokenKind::possessive)) source = {first, k};
    if (source.empty() && c_.cls(p->first) == WordClass::possessive) source = subject_before(c_, p->first);
    if (source.empty()) return;
    add({p->first, i + 1}, source, {i, i + 1}, {i, clause_around(c_, asides(), i).last}, is_vague(source), false);
  }

  // Nothing but times and places stands before the source: "In May, the bank said".
  bool leads(std::uint32_t i) const {
    for (auto k = c_.first; k < i; ++k)
      if (c_.verb(k) && !c_.verb(k)->has(non_finite)) return false;
    return true;
  }

  TokenRange with_quotation(std::uint32_t first, std::uint32_t last) const {
    return counterclaim::with_quotation(c_.tokens, c_.sentences, c_.sentence, {first, last});
  }

  Clause const& c_;
  SourcesBefore& before_;
  std::vector<AttributionMention> out_;  // of this sentence
  TokenRange forecast_;                  // the last cue of a forecast in the sentence
  std::optional<Asides> asides_;         // looked for once, where there is a cue
};

}  // namespace

std::vector<AttributionMention> attributions_of(Clause const& sentence, SourcesBefore& before) {
  return Attributions(sentence, before).run();
}

}  // namespace counterclaim
