#include "src/resolve/clause_at.hpp"

#include <algorithm>
#include <array>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/describing_verb.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

template <class... T>
constexpr auto table_of(T... all) {
  std::array<bool, 32> out{};
  ((out[std::size_t(all)] = true), ...);
  return out;
}
// What a clause may break at, by the token's kind and class.
constexpr auto breaking_marks = table_of(TokenKind::semicolon, TokenKind::colon, TokenKind::stop, TokenKind::dash,
                                         TokenKind::open_bracket, TokenKind::close_bracket);
constexpr auto openers = table_of(subordinator, wh, conjunction);

class Finder {
 public:
  Finder(Context const& c, MentionPlace const& at)
      : c_(c),
        at_(at),
        tokens_(c.tokens.tokens.data()),
        classes_(c.chunks.classes_of(at.sentence)),
        sentence_(c.tokens.sentences[at.sentence]) {}

  ClauseAt run() {
    find_clause();
    if ((c_.covered[at_.first] & 1) != 0) out_.item = item_without_verb();
    if (out_.item < 0)
      find_verb();
    else
      out_.first = c_.chunks.phrases[std::size_t(out_.item)].first;
    return out_;
  }
  ClauseAt without_verb() {
    find_clause();
    return out_;
  }

 private:
  Phrase const* phrase_at(std::uint32_t token) const {
    if (token >= sentence_.last) return nullptr;
    auto const p = c_.chunks.phrase_of[token];
    return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  }
  WordClass cls(std::uint32_t i) const { return classes_[i]; }
  // "According to the office" is no clause of its own.
  bool is_verb(std::int32_t p) const {
    auto const& v = c_.chunks.phrases[std::size_t(p)];
    if (v.kind != PhraseKind::verb) return false;
    static WordId const according = find_word("according");
    return !v.has(non_finite) || tokens_[v.head].word != according;
  }

  bool breaks(std::uint32_t i) const {
    auto const& t = tokens_[i];
    if (!breaking_marks[std::size_t(t.kind)] && !openers[std::size_t(cls(i))]) return false;  // nearly all
    if (t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || (t.is(TokenKind::stop) && i + 1 != sentence_.last)) return true;
    if (t.is(TokenKind::dash)) return true;
    if (t.is(TokenKind::open_bracket) || t.is(TokenKind::close_bracket)) return !tokens_[at_.first].has(in_brackets);
    // ", and the …", ", which …", "while": a new clause when a verb comes before the next mark.
    bool const opener = cls(i) == subordinator || cls(i) == wh || cls(i) == conjunction;
    if (!opener) return false;
    bool const after_comma = i > sentence_.first && tokens_[i - 1].is(TokenKind::comma);
    if (cls(i) == wh || cls(i) == subordinator) return true;
    return after_comma && verb_follows(i + 1);
  }
  bool verb_follows(std::uint32_t i) const {
    for (auto end = std::min(sentence_.last, i + 12); i < end; ++i) {
      if (tokens_[i].is(TokenKind::semicolon)) return false;
      // "… and a ferry, the Annabel, sank"
      if (tokens_[i].is(TokenKind::comma)) return ends_aside(i);
      auto const* p = phrase_at(i);
      if (p && p->kind == PhraseKind::verb && !p->has(non_finite)) return true;
    }
    return false;
  }

  // A few words between the comma and another one that a verb stands behind.
  bool ends_aside(std::uint32_t comma) const {
    constexpr std::uint32_t longest = 6;
    for (auto i = comma + 1; i < sentence_.last && i < comma + longest; ++i) {
      if (tokens_[i].is(TokenKind::comma)) return finite_begins(i + 1);
      if (finite_begins(i)) return false;
    }
    return false;
  }

  // "The mill opened as a brewery (OBH) in 1931": where a few words in brackets begin that end before the token, and
  // the clause goes on before them; the token itself if there are none.
  std::uint32_t aside_before(std::uint32_t i) const {
    constexpr std::uint32_t longest = 6;
    if (!tokens_[i - 1].is(TokenKind::close_bracket) || tokens_[at_.first].has(in_brackets)) return i;
    auto const least = std::max(sentence_.first, i - std::min(i, longest));
    for (auto k = i - 1; k > least + 1; --k) {
      if (c_.covered[k - 1] != 0) return i;
      if (tokens_[k - 1].is(TokenKind::open_bracket)) return k - 1;
    }
    return i;
  }

  // A finite verb group whose first word token i is.
  bool finite_begins(std::uint32_t i) const {
    auto const* p = i < sentence_.last ? phrase_at(i) : nullptr;
    return p && p->kind == PhraseKind::verb && p->first == i && !p->has(non_finite);
  }
  // "The group, traded in Dorne, rose", "The mill, idle since Orla closed in 1961, made": the token behind the comma that ends
  // an aside of more than a name behind the subject that the sentence begins with; 0 if there is none before the mention.
  std::uint32_t behind_aside() {
    auto i = sentence_.first;
    auto const* p = phrase_at(i);
    if (!p || p->kind != PhraseKind::noun || p->first != i || c_.covered[p->head] != 0) return 0;
    i = p->last;
    for (int led = 0; led < 2 && i + 1 < sentence_.last && cls(i) == preposition; ++led) {
      p = phrase_at(i + 1);
      if (!p || p->kind != PhraseKind::noun) return 0;
      i = p->last;
    }
    if (i + 3 >= at_.first || !tokens_[i].is(TokenKind::comma) || (tokens_[i + 1].is(TokenKind::word) && !opens_aside(i + 1)))
      return 0;
    auto const open = i;
    bool const led = cls(open + 1) == preposition;  // "in a vote that lasted until midnight"
    for (++i; i < at_.first && !(tokens_[i].is(TokenKind::comma) && finite_begins(i + 1)); ++i)
      if (tokens_[i].is(TokenKind::semicolon) || (cls(i) == wh && !led)) return 0;
    if (i + 1 >= at_.first) return 0;
    out_.resumes = open;
    return i + 1;
  }
  // A participle ("traded in Dorne", "having sold it") or an adjective with "since", "after" or "when" behind it.
  bool opens_aside(std::uint32_t i) const {
    constexpr std::uint32_t reach = 5;
    static WordSet const whens{"since", "after", "when", "until"};
    static WordId const having = find_word("having");
    if (cls(i) == ing_verb || tokens_[i].word == having || cls(i) == subordinator || cls(i) == preposition) return true;
    bool const past = (word_info(tokens_[i].word).forms & past_verb_form) != 0;
    for (auto k = i + 1; k < i + reach && k < sentence_.last && !tokens_[k].is(TokenKind::comma); ++k)
      if ((past && cls(k) == preposition) || whens.has(tokens_[k].word)) return true;
    return false;
  }

  // "The tram line that links both towns opens in June": the verb behind the one that only says which; 0 if there is none
  // before the mention.
  std::uint32_t behind_description() {
    std::uint32_t main = 0;
    bool told = false;
    for (auto i = at_.first; i > sentence_.first + 1; --i) {
      auto const& t = tokens_[i - 1];
      auto const k = cls(i - 1);
      if (t.is(TokenKind::comma) || k == subordinator || k == conjunction || breaking_marks[std::size_t(t.kind)]) return 0;
      if (k == wh) {
        auto const* p = phrase_at(i - 2);
        if (!told || !p || p->kind != PhraseKind::noun || p->last + 1 != i) return 0;
        out_.resumes = i - 1;
        return main;
      }
      if (!finite_begins(i - 1)) continue;
      if (told) return 0;
      told = main != 0;
      if (!told) main = i - 1;
    }
    return 0;
  }

  // A finite verb behind a comma that ends a relative clause: the token behind the comma, 0 if there is none before the
  // mention.
  std::uint32_t resumed() {
    static WordId const where = find_word("where");
    if (auto const behind = behind_description()) return behind;
    if (!sentence_.holds(TokenKind::comma)) return 0;
    if (auto const behind = behind_aside()) return behind;
    auto comma = at_.first < sentence_.first + 2 ? sentence_.first : at_.first - 2;  // the mention is not that verb itself
    while (comma > sentence_.first && !(tokens_[comma].is(TokenKind::comma) && finite_begins(comma + 1))) --comma;
    bool told = false;  // a verb of the relative clause
    for (auto i = comma; i > sentence_.first + 1; --i) {
      told |= finite_begins(i - 1);
      bool const relative = cls(i - 1) == wh || tokens_[i - 1].word == where;
      if ((cls(i - 1) == subordinator && !relative) || tokens_[i - 1].is(TokenKind::semicolon)) return 0;
      if (!relative) continue;
      auto open = i - 1;
      if (cls(open - 1) == preposition) --open;
      if (!told || open == sentence_.first || !tokens_[open - 1].is(TokenKind::comma)) return 0;
      out_.resumes = open - 1;
      return comma + 1;
    }
    return 0;
  }

  void find_clause() {
    auto const behind = resumed();
    out_.first = at_.first;
    bool const brackets = sentence_.holds(TokenKind::close_bracket);
    while (out_.first > std::max(sentence_.first, behind)) {
      if (auto const open = brackets ? aside_before(out_.first) : out_.first; open < out_.first)
        out_.first = open;
      else if (!breaks(out_.first - 1))
        --out_.first;
      else
        break;
    }
    if (out_.first > behind) out_.resumes = 0;  // another clause has begun
    // A bracket's own words are few: what it stands behind counts too.
    if (tokens_[at_.first].has(in_brackets) && at_.first - out_.first < 3)
      while (out_.first > sentence_.first && !breaks_plain(out_.first - 1)) --out_.first;
    out_.last = std::min(at_.last, sentence_.last);
    while (out_.last < sentence_.last && !breaks(out_.last)) ++out_.last;
  }
  bool breaks_plain(std::uint32_t i) const { return tokens_[i].is(TokenKind::semicolon) || tokens_[i].is(TokenKind::dash); }

  bool is_finite(std::int32_t p) const {
    auto const& v = c_.chunks.phrases[std::size_t(p)];
    return v.kind == PhraseKind::verb && !v.has(non_finite);
  }
  // The verb of whatever phrase token i is in, where that is a finite one; -1 otherwise.
  std::int32_t finite_at(std::uint32_t i) const {
    if (i >= sentence_.last) return -1;
    auto const p = c_.chunks.phrase_of[i];
    return p >= 0 && is_finite(p) ? p : -1;
  }
  // "When the kiln burst, 40 potters fled", "and 310 weavers lost their jobs": the verb of which the mention is the subject,
  // where a comma or a conjunction parts it from the verb before it; -1 if it is none's.
  std::int32_t verb_it_begins(std::int32_t before) const {
    auto first = at_.first;
    if (auto const* p = phrase_at(first); p && p->kind == PhraseKind::noun) first = p->first;
    while (first > sentence_.first && cls(first - 1) == adverb) --first;
    if (first < sentence_.first + 2) return -1;
    bool const comma = tokens_[first - 1].is(TokenKind::comma);
    if (!comma && cls(first - 1) != conjunction) return -1;
    auto i = at_.last;
    if (auto const* p = phrase_at(i - 1); p && p->kind == PhraseKind::noun) i = std::max(i, p->last);
    if (auto const* p = phrase_at(i); p && p->kind == PhraseKind::noun && p->first < i + 1) i = p->last;
    for (int led = 0; led < 3 && i + 1 < out_.last && cls(i) == preposition; ++led) {
      auto const* p = phrase_at(i + 1);
      if (!p || p->kind != PhraseKind::noun) break;
      i = p->last;
    }
    // "To keep the roof up, 64 props, each four metres tall, will be wedged"
    if (comma && i < out_.last && tokens_[i].is(TokenKind::comma) && c_.chunks.phrases[std::size_t(before)].has(non_finite)) {
      auto k = i + 1;
      while (k < out_.last && !tokens_[k].is(TokenKind::comma) && finite_at(k) < 0) ++k;
      if (k + 1 < out_.last && tokens_[k].is(TokenKind::comma)) i = k + 1;
    }
    while (i < out_.last && cls(i) == adverb) ++i;
    if (i >= out_.last) return -1;
    // "and 310 weavers lost their jobs": with an object it is no participle.
    auto const p = c_.chunks.phrase_of[i];
    bool const past = p >= 0 && cls(i) == participle && i + 1 < out_.last && phrase_at(i + 1) &&
                      phrase_at(i + 1)->kind == PhraseKind::noun && c_.chunks.phrases[std::size_t(p)].last == i + 1;
    return past ? p : finite_at(i);
  }

  // "60 percent of those who took the test passed": the verb behind a relative clause.
  std::int32_t behind_relative() const {
    constexpr std::uint32_t reach = 20;
    if (out_.last >= sentence_.last || cls(out_.last) != wh || tokens_[out_.last - 1].is(TokenKind::comma)) return -1;
    std::int32_t own = -1;
    for (auto i = out_.last + 1; i < std::min(sentence_.last, out_.last + reach) && !breaks(i); ++i) {
      if (tokens_[i].is(TokenKind::comma)) return -1;
      auto const p = finite_at(i);
      if (p < 0 || p == own) continue;
      if (own >= 0) return cls(i - 1) == conjunction ? -1 : p;
      own = p;
    }
    return -1;
  }

  // "12 workers building the tunnel were killed", "40 people treated there died": the verb behind a participle, which only
  // tells who they are; `participle` itself where none follows.
  std::int32_t behind_participle(std::int32_t participle) const {
    auto const& v = c_.chunks.phrases[std::size_t(participle)];
    if (!v.has(non_finite) || v.has(infinitive)) return participle;
    for (auto i = v.last; i < out_.last; ++i) {
      if (tokens_[i].is(TokenKind::comma) || cls(i) == wh || cls(i) == subordinator || cls(i) == conjunction) break;
      if (auto const p = finite_at(i); p >= 0) return p;
    }
    return participle;
  }

  // "In May, before the road was cut, they sold 40 tons": behind the comma that ends the clause between two of them; the token
  // itself where there is none.
  std::uint32_t behind_inset(std::uint32_t i) const {
    static WordSet const openers_of_time{"before", "after", "while", "until", "once", "as"};
    if (i + 2 >= out_.last || !tokens_[i].is(TokenKind::comma) || !openers_of_time.has(tokens_[i + 1].word)) return i;
    bool told = false;
    for (auto k = i + 2; k < out_.last; ++k) {
      told |= finite_at(k) >= 0;
      if (tokens_[k].is(TokenKind::comma)) return told && k + 1 < out_.last ? k + 1 : i;
    }
    return i;
  }

  // "Nausea was seen in 12 percent, fatigue in 9 percent": its noun phrase stands between a comma or "and" and the preposition
  // that led the figure before it. -1 if it is no such item.
  std::int32_t item_without_verb() const {
    static WordSet const leads{"in", "among", "by", "for", "with"}, opens{"a", "an", "this", "that"};
    constexpr std::uint32_t reach = 20;
    if (at_.first < sentence_.first + 6 || cls(at_.first - 1) != preposition || !leads.has(tokens_[at_.first - 1].word))
      return -1;
    auto const lead = tokens_[at_.first - 1].word;
    auto const* p = phrase_at(at_.first - 2);
    if (!p || p->kind != PhraseKind::noun || p->last + 1 != at_.first || p->has(proper) || p->has(pronominal) ||
        opens.has(tokens_[p->first].word) || c_.covered[p->head] != 0 || p->first < sentence_.first + 4)
      return -1;
    auto k = p->first - 1;
    if (!tokens_[k].is(TokenKind::comma) && cls(k) != conjunction) return -1;
    if (cls(k) == conjunction && tokens_[k - 1].is(TokenKind::comma)) --k;
    bool told = false;  // a figure behind the same preposition, and nothing told since
    for (; k > sentence_.first && k + reach > p->first; --k) {
      auto const* v = phrase_at(k - 1);
      if (v && v->kind == PhraseKind::verb) return told && !v->has(non_finite) ? c_.chunks.phrase_of[p->head] : -1;
      if (tokens_[k - 1].is(TokenKind::semicolon) || cls(k - 1) == wh || cls(k - 1) == subordinator) return -1;
      told |= tokens_[k - 1].word == lead && (c_.covered[k] & 1) != 0;
    }
    return -1;
  }

  void find_verb() {
    std::int32_t aside = -1;
    for (auto i = at_.first; i > out_.first; --i) {
      auto const p = c_.chunks.phrase_of[i - 1];
      if (p < 0 || !is_verb(p) || (tokens_[i - 1].has(in_brackets) && !tokens_[at_.first].has(in_brackets))) continue;
      if (auto const own = verb_it_begins(p); own >= 0) {
        out_.verb = own;
        return;
      }
      auto const& v = c_.chunks.phrases[std::size_t(p)];
      if (only_describes(c_, at_, out_, v)) {
        i = v.first;
        continue;
      }
      // "said", but not "written in 1961"
      if (light_kind(tokens_[v.head].word) == "report" && !v.has(passive_voice) && aside < 0 && i - 1 == v.first &&
          v.first > out_.first) {
        aside = p;
        continue;
      }
      out_.verb = p;
      return;
    }
    for (auto i = behind_inset(at_.last); i < out_.last; ++i) {
      auto const p = c_.chunks.phrase_of[i];
      if (p < 0 || !is_verb(p)) continue;
      // "The server admits 40 guests and refuses the rest"
      auto const begin = c_.chunks.phrases[std::size_t(p)].first;
      bool const joined = aside >= 0 && begin > at_.last && cls(begin - 1) == conjunction;
      out_.verb = joined ? aside : behind_participle(p);
      return;
    }
    out_.verb = aside >= 0 ? aside : behind_relative();
  }

  Context const& c_;
  MentionPlace const& at_;
  Token const* tokens_;
  WordClass const* classes_;
  Sentence const& sentence_;
  ClauseAt out_;
};

}  // namespace

std::string_view light_kind(WordId word) {
  auto const lemma = word_info(word).verb_lemma;
  if (lemma == unknown_word || !begins(word_info(lemma), Category::light_verbs)) return {};
  Token t;
  t.word = lemma;
  t.categories = word_info(lemma).categories;
  auto const m = match_phrase(Category::light_verbs, {&t, 1}, 0, 1, word_text(lemma));
  return m ? vocabulary(Category::light_verbs)[std::size_t(m.row)].column[0] : std::string_view();
}

ClauseAt clause_at(Context const& context, MentionPlace const& at) { return Finder(context, at).run(); }
ClauseAt clause_around(Context const& context, MentionPlace const& at) { return Finder(context, at).without_verb(); }

}  // namespace counterclaim
