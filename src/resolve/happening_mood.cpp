#include "src/resolve/happening_mood.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

constexpr std::uint32_t reach = 16;  // tokens that a cue is looked for in

class Moods {
 public:
  Moods(Context const& c, std::uint32_t sentence) : c_(c), tokens_(c.tokens.tokens), sentence_(c.tokens.sentences[sentence]) {}

  Mood of_verb(Phrase const& v) const {
    if (v.has(negated)) return {};
    bool const past = v.has(past_tense) || v.has(perfect);
    bool const hedges = sentence_.holds(bits_of(Category::hedges));
    if (auto const m = modal_of(v); m != unknown_word) {
      if (is_may(m)) return {Mood::hedged, v.has(perfect)};
      if (!is_will(m)) return {};
      if (hedges && under_doubt(v)) return {Mood::hedged, false};
      return told(v) || (hedges && doubted(v)) ? Mood{} : Mood{Mood::flat, false};
    }
    if (v.has(non_finite)) {
      if (hedges && governed(v)) return {Mood::hedged, v.has(passive_voice) || v.has(perfect)};
      // "the blaze, set off by a firework": a clause without its "was"
      bool const by = v.has(passive_voice) && v.last < sentence_.last && c_.word(v.last) == "by";
      return by && !told(v) && !(hedges && doubted(v)) ? Mood{Mood::flat, true} : Mood{};
    }
    if (hedges && under_doubt(v)) return {Mood::hedged, past};
    if (told(v) || (hedges && doubted(v))) return {};
    return {Mood::flat, past};
  }

  Mood of_noun(Phrase const& n) const {
    // "is considering a sale of", "hopes for a recall"
    for (auto i = n.first; i > sentence_.first && n.first - i < reach; --i) {
      if (ends_clause(i - 1)) break;
      auto const cue = cue_over(i - 1);
      if (cue.hedged && cue.last <= n.first && cue.shape != "modal" && cue.shape != "opened" && !cue.infinitive &&
          !denied(cue, i - 1))
        return {Mood::hedged, false};
      if (auto const* v = verb_at(i - 1); v && !v->has(non_finite) && cue.shape.empty()) {
        if (auto const m = modal_of(*v); m != unknown_word && is_may(m) && brings(*v) && !v->has(negated))
          return {Mood::hedged, v->has(perfect)};
        break;
      }
    }
    // "A sale is an option", "a recall could follow"
    for (auto i = n.last; i < sentence_.last && i < n.last + reach; ++i) {
      if (ends_clause(i)) break;
      auto const cue = cue_at(i);
      if (cue.hedged && cue.shape == "opened") return {Mood::hedged, false};
      if (auto const* v = verb_at(i); v && !v->has(non_finite) && cue.shape.empty()) {
        auto const m = modal_of(*v);
        if (m != unknown_word && is_may(m) && !v->has(negated) && happens(*v)) return {Mood::hedged, v->has(perfect)};
        if (!is_form_be(v->head)) break;
        i = std::max(i, v->first);
      }
    }
    return {};
  }

  // "Would" and "should" say nothing of a noun.
  bool may_hedge_nouns() const {
    for (auto i = sentence_.first; i < sentence_.last; ++i)
      if (tokens_[i].begins(Category::hedges) && (is_may(tokens_[i].word) || hedges_plainly(cue_at(i)))) return true;
    return false;
  }

 private:
  struct Cue {
    bool hedged = false, hypothetical = false, planned = false, infinitive = false;
    std::uint32_t first = 0, last = 0;
    std::string_view shape;
  };
  // The cue that the token is in: "not ruled out" at "ruled".
  Cue cue_over(std::uint32_t i) const {
    constexpr std::uint32_t longest = 4;
    for (auto k = i; k >= sentence_.first && k + longest > i; --k) {
      if (tokens_[k].begins(Category::hedges))
        if (auto const cue = cue_at(k); !cue.shape.empty() && cue.last > i) return cue;
      if (k == 0) break;
    }
    return {};
  }
  Cue cue_at(std::uint32_t i) const {
    Cue out;
    auto const& t = tokens_[i];
    if (!t.begins(Category::hedges)) return out;
    auto const m = match_phrase(Category::hedges, tokens_, i, sentence_.last, c_.article.view);
    if (!m) return out;
    auto const& row = vocabulary(Category::hedges)[std::size_t(m.row)];
    out.shape = row.column[1];
    out.first = i, out.last = i + m.tokens;
    auto const k = cls(i);
    bool const verbal = k == finite_verb || k == ing_verb || k == participle || k == base_verb;
    if (out.shape == "verb" && !verbal) return {};
    out.hedged = row.column[0] == "hedged";
    out.hypothetical = row.column[0] == "hypothetical";
    out.planned = row.column[0] == "planned";
    out.infinitive = c_.word(out.last - 1) == "to";
    return out;
  }
  static bool hedges_plainly(Cue const& cue) { return cue.hedged && cue.shape != "modal"; }
  WordClass cls(std::uint32_t i) const { return c_.chunks.classes[i]; }
  Phrase const* verb_at(std::uint32_t i) const {
    auto const p = c_.chunks.phrase_of[i];
    if (p < 0) return nullptr;
    auto const& q = c_.chunks.phrases[std::size_t(p)];
    return q.kind == PhraseKind::verb ? &q : nullptr;
  }
  static bool is_may(WordId w) {
    static WordSet const words{"may", "might", "could"};
    return words.has(w);
  }
  static bool is_will(WordId w) {
    static WordSet const words{"will", "'ll", "shall"};
    return words.has(w);
  }
  WordId modal_of(Phrase const& v) const {
    if (!v.has(modal_verb)) return unknown_word;
    for (auto i = v.first; i < v.head; ++i)
      if (cls(i) == modal) return tokens_[i].word;
    return find_word("must");  // some other one
  }
  bool is_form_be(std::uint32_t i) const {
    auto const w = tokens_[i].word;
    return w != unknown_word && (word_info(w).forms & form_of_be) != 0;
  }
  bool ends_clause(std::uint32_t i) const {
    auto const& t = tokens_[i];
    return t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || t.is(TokenKind::dash) || t.is(TokenKind::stop);
  }
  bool denied(Cue const& cue, std::uint32_t i) const {
    auto const* v = verb_at(i);
    if (!v || !v->has(negated)) return false;
    auto const first = c_.word(cue.first);  // "has not ruled out" denies nothing
    return first != "not" && first != "cannot" && !first.ends_with("n't");
  }
  // "Leads to", "ends in", "orders": what brings about what stands behind it.
  bool brings(Phrase const& v) const {
    static WordSet const verbs{"lead",   "result", "end",      "order",   "ask",  "require", "force",  "prompt",
                               "demand", "follow", "mean",     "bring",   "make", "take",    "see",    "begin",
                               "start",  "come",   "be",       "trigger", "need", "reach",   "give",   "include",
                               "agree",  "decide", "announce", "get",     "have", "seek",    "attract"};
    auto const w = tokens_[v.head].word;
    return w != unknown_word && verbs.has(word_info(w).verb_lemma);
  }
  bool happens(Phrase const& v) const {
    static WordSet const verbs{"follow", "come", "happen", "occur", "ensue", "be", "begin", "start", "go", "take"};
    auto const w = tokens_[v.head].word;
    return w != unknown_word && verbs.has(word_info(w).verb_lemma);
  }

  // "Hopes to sell", "is considering selling", "may be forced to close".
  bool governed(Phrase const& v) const {
    for (auto i = v.head; i > sentence_.first && v.head - i < reach; --i) {
      if (ends_clause(i - 1)) return false;
      auto const cue = cue_over(i - 1);
      if (cue.planned && cue.infinitive && cue.last + 1 >= v.head) return false;
      bool const joins = cue.infinitive ? cue.last + 1 >= v.first && cue.last <= v.head : cue.last <= v.head;
      if (cue.hedged && joins && cue.shape != "modal" && cue.shape != "opened") return !denied(cue, i - 1);
      if (cue.hypothetical && c_.word(i - 1) == "whether") return true;
      if (i - 1 >= v.first) continue;
      if (auto const* g = verb_at(i - 1); g && !g->has(non_finite)) {
        if (cue.shape == "before" || cue.shape == "verb" || cue.shape == "open") continue;
        auto const m = modal_of(*g);
        return m != unknown_word && is_may(m) && !g->has(negated) && v.has(infinitive);
      }
    }
    return false;
  }
  // "Whether a rat caused it", "suspects that the bolts were cut", "perhaps it sold".
  bool under_doubt(Phrase const& v) const {
    for (auto i = v.first; i > sentence_.first && v.first - i < reach; --i) {
      if (ends_clause(i - 1)) break;
      auto const cue = cue_over(i - 1);
      if (cue.hypothetical && c_.word(i - 1) == "whether") return true;
      if (cue.hedged && !cue.infinitive && (cue.shape == "verb" || cue.shape == "open")) return !denied(cue, i - 1);
      if (cue.hedged && cue.shape == "clause") return true;
      if (auto const* g = verb_at(i - 1); g && !g->has(non_finite) && cue.shape.empty()) break;
    }
    for (auto i = v.first; i < v.head; ++i)
      if (auto const cue = cue_at(i); cue.hedged && (cue.shape == "clause" || cue.shape == "open")) return true;
    return false;
  }
  // "Critics say it is selling": somebody's word.
  bool told(Phrase const& v) const {
    if (!sentence_.holds(bits_of(Category::reporting_verbs))) return false;
    for (auto i = sentence_.first; i < v.first; ++i) {
      if (!tokens_[i].begins(Category::reporting_verbs)) continue;
      auto const word = tokens_[i].word;
      auto const* g = verb_at(i);
      if (g ? !g->has(infinitive) && !g->has(passive_voice) : word != unknown_word && word_info(word).usual_part == verb)
        return true;
    }
    return false;
  }
  // Something before the verb or around it takes certainty back, or a condition stands anywhere.
  bool doubted(Phrase const& v) const {
    for (auto i = sentence_.first; i < sentence_.last; ++i) {
      if (!tokens_[i].begins(Category::hedges)) continue;
      auto const cue = cue_at(i);
      if (cue.shape.empty()) continue;
      if (cue.hypothetical) return true;
      bool const own = i >= v.first && i < v.last;
      if (cue.shape == "modal" && (own || cue.planned)) continue;  // another verb's "will" doubts nothing
      if ((cue.hedged || cue.planned) && i < v.last + 6 && !(cue.planned && cue.shape == "before" && c_.word(i) == "due"))
        return true;
    }
    return false;
  }

  Context const& c_;
  std::vector<Token> const& tokens_;
  Sentence const& sentence_;
};

}  // namespace

bool happens(Context const& c, Phrase const& v) {
  static WordId const come = find_word("come"), no = find_word("no");
  static WordSet const with{"with", "from"};
  auto const& t = c.tokens.tokens;
  auto const end = c.tokens.sentences[v.sentence].last;
  auto const& info = word_info(t[v.head].word);
  if ((info.forms & form_of_be) != 0) return false;
  // "Comes with 144 GB of memory", "comes from Dorne": nothing arrives.
  if (info.verb_lemma == come && v.last < end && with.has(t[v.last].word)) return false;
  if ((info.forms & form_of_have) == 0) return true;
  // "The moon has an ocean", though no "has to", "had had" or "has none".
  if (v.has(past_tense) || v.has(perfect) || v.has(non_finite) || v.last >= end) return false;
  auto const p = c.chunks.phrase_of[v.last];
  if (p < 0) return false;
  auto const& object = c.chunks.phrases[std::size_t(p)];
  if (object.kind != PhraseKind::noun || object.has(pronominal)) return false;
  for (auto i = object.first; i < object.last; ++i)
    if (c.covered[i] != 0 || t[i].word == no) return false;
  return true;
}

Mood mood_of_verb(Context const& context, Phrase const& verb) { return Moods(context, verb.sentence).of_verb(verb); }
Mood mood_of_noun(Context const& context, Phrase const& noun) { return Moods(context, noun.sentence).of_noun(noun); }
bool may_hedge_nouns(Context const& context, std::uint32_t sentence) { return Moods(context, sentence).may_hedge_nouns(); }

}  // namespace counterclaim
