#include "src/resolve/describing_verb.hpp"

#include <algorithm>

#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

class Describing {
 public:
  Describing(Context const& c, MentionPlace const& at, ClauseAt const& out)
      : c_(c), at_(at), out_(out), tokens_(c.tokens.tokens.data()), sentence_(c.tokens.sentences[at.sentence]) {}

  bool run(Phrase const& v) const { return is_closed_aside(v) || is_told_of_party(v) || is_contact_clause(v) || is_purpose(v); }

 private:
  WordClass cls(std::uint32_t i) const { return c_.chunks.classes[i]; }
  // "Orla bought Velin, founded in 1987, for $30 million": a participle between commas that the mention stands behind, where
  // the clause has a verb before it.
  bool is_closed_aside(Phrase const& v) const {
    if (!v.has(non_finite) || v.has(infinitive) || v.first < out_.first + 2 || !tokens_[v.first - 1].is(TokenKind::comma))
      return false;
    auto i = v.last;
    while (i < at_.first && !tokens_[i].is(TokenKind::comma)) ++i;
    return i < at_.first && has_verb_before(v.first - 1);
  }
  bool has_verb_before(std::uint32_t i) const {
    constexpr std::uint32_t reach = 64;
    for (auto const end = std::max(out_.first, i - std::min(i, reach)); i > end; --i)
      if (finite_at(i - 1) >= 0) return true;
    return false;
  }

  // "It raised $40 million from funds led by Brack at a valuation of $310 million": what the participle tells of ends where the
  // terms of the deal begin, which are its verb's.
  static constexpr std::uint32_t near = 24;  // tokens
  bool is_told_of_party(Phrase const& v) const {
    static WordSet const terms{"valuation", "value", "price", "cost", "premium", "discount"}, by{"by"}, includes{"including"};
    static WordId const at = find_word("at");
    if (!v.has(non_finite) || v.has(infinitive) || v.first < out_.first + 2 || v.last + near < at_.first) return false;
    if (!includes.has(tokens_[v.head].word) && !(v.last < at_.first && by.has(tokens_[v.last].word))) return false;
    bool ends = false;
    for (auto i = v.last; i < at_.last; ++i) {
      ends |= tokens_[i].word == at;
      if (ends && terms.has(tokens_[i].word)) return has_verb_before(v.first - 1);
    }
    return false;
  }

  // "Released Quill, its model for programming, on May 3": what a thing is for, and nothing that anybody does on a day.
  bool is_purpose(Phrase const& v) const {
    if (cls(v.head) != ing_verb || !v.has(non_finite) || v.last >= at_.first || !tokens_[v.last].is(TokenKind::comma))
      return false;
    auto first = v.first;
    while (first > out_.first + 2 && cls(first - 1) == conjunction && cls(first - 2) == ing_verb) first -= 2;
    return first > out_.first + 1 && cls(first - 1) == preposition && has_verb_before(first - 1);
  }

  // "It is the lightest we have tested this year at 19.4 kg": "we have tested" tells which, and the weight is not ours.
  bool is_contact_clause(Phrase const& v) const {
    static WordSet const who{"we", "i", "you", "they", "he", "she"}, with{"at", "with"};
    if (v.has(non_finite) || v.first < out_.first + 4 || at_.first <= v.last || v.last + near < at_.first) return false;
    if (!with.has(tokens_[at_.first - 1].word)) return false;
    bool const of_thing = cls(v.first - 2) == noun || cls(v.first - 2) == adjective;
    return who.has(tokens_[v.first - 1].word) && of_thing && has_verb_before(v.first - 2);
  }

  // The verb of whatever phrase token i is in, where that is a finite one; -1 otherwise.
  std::int32_t finite_at(std::uint32_t i) const {
    if (i >= sentence_.last) return -1;
    auto const p = c_.chunks.phrase_of[i];
    if (p < 0) return -1;
    auto const& v = c_.chunks.phrases[std::size_t(p)];
    return v.kind == PhraseKind::verb && !v.has(non_finite) ? p : -1;
  }

  Context const& c_;
  MentionPlace const& at_;
  ClauseAt const& out_;
  Token const* tokens_;
  Sentence const& sentence_;
};

}  // namespace

bool only_describes(Context const& context, MentionPlace const& at, ClauseAt const& clause, Phrase const& verb) {
  return Describing(context, at, clause).run(verb);
}

}  // namespace counterclaim
