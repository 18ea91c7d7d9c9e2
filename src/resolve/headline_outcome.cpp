// How something ended: a headline and the top of its article say the opposite of one subject ("Moor wins final", "Moor lost the
// final"), and no word of the article is for the headline.
#include <array>
#include <utility>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/headline_body.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t top = 3, most_tokens = 1500;  // sentences that tell the story; tokens that may bear the headline out

using Poles = std::pair<WordSet, WordSet>;
std::array<Poles, 6> const& outcomes() {
  static std::array<Poles, 6> const all{
      Poles{WordSet{"win", "wins", "won", "winning", "beat", "beats", "beaten", "victory", "defeats", "triumph", "triumphs"},
            WordSet{"lose", "loses", "lost", "losing", "loss", "defeat", "defeated"}},
      Poles{WordSet{"profit", "profits", "earn", "earns", "earned", "earnings", "profitable"},
            WordSet{"loss", "losses", "lose", "loses", "lost", "losing", "unprofitable"}},
      Poles{WordSet{"approve", "approves", "approved", "back", "backs", "backed", "pass", "passes", "passed", "adopt", "adopts",
                    "adopted", "accept", "accepts", "accepted", "endorse", "endorses", "endorsed"},
            WordSet{"reject", "rejects", "rejected", "refuse", "refuses", "refused", "veto", "vetoed", "vetoes"}},
      Poles{WordSet{"acquit", "acquits", "acquitted", "clear", "clears", "cleared", "innocent"},
            WordSet{"convict", "convicts", "convicted", "guilty", "jailed", "sentenced"}},
      Poles{WordSet{"survive", "survives", "survived", "survivor", "survivors", "alive"},
            WordSet{"die", "dies", "died", "dead", "killed", "death"}},
      Poles{WordSet{"succeed", "succeeds", "succeeded", "success", "successful", "works"},
            WordSet{"fail", "fails", "failed", "failure", "failing"}}};
  return all;
}

class HeadlineOutcome {
 public:
  HeadlineOutcome(HeadlineBody& body, std::uint32_t article)
      : body_(body), article_(article), c_(body.context()), tokens_(c_.tokens.tokens) {}

  void run() const {
    auto const& h = c_.tokens.sentences[0];
    for (auto const& [one, other] : outcomes())
      for (auto const& [told, opposite] : {std::pair(&one, &other), std::pair(&other, &one)})
        for (auto i = h.first + 1; i < h.last; ++i)
          if (told->has(tokens_[i].word)) {
            judge(i, *told, *opposite);
            break;
          }
  }

 private:
  std::uint32_t end() const {
    return std::min<std::uint32_t>(std::uint32_t(tokens_.size()), c_.tokens.sentences[0].last + most_tokens);
  }
  bool is_denied(std::uint32_t i, std::uint32_t first) const {
    static WordSet const words{"not",  "never",  "no",     "without", "n't",    "neither", "may",  "might",   "could", "would",
                               "if",   "almost", "nearly", "avoid",   "avoids", "avoided", "to",   "against", "had",   "say",
                               "says", "said",   "claim",  "claims",  "fear",   "fears",   "last", "previous"};
    for (auto k = i; k > first && k + 6 > i; --k)
      if (words.has(tokens_[k - 1].word)) return true;
    return tokens_[i].has(in_quotes);
  }
  // The nearest noun or name before the word in its sentence: who won, who made a loss.
  std::uint32_t bearer(std::uint32_t i, std::uint32_t first) const {
    for (auto k = i; k-- > first;) {
      if (tokens_[k].is(TokenKind::comma) || tokens_[k].is(TokenKind::semicolon)) return UINT32_MAX;
      auto const p = c_.chunks.phrase_of[k];
      if (p < 0 || c_.chunks.phrases[std::size_t(p)].kind != PhraseKind::noun) continue;
      if (i < c_.chunks.phrases[std::size_t(p)].last) continue;  // its own phrase: "a loss"
      return c_.chunks.phrases[std::size_t(p)].head;
    }
    return UINT32_MAX;
  }
  bool are_one(std::uint32_t a, std::uint32_t b) const {
    if (tokens_[a].word == tokens_[b].word && tokens_[a].word != unknown_word) return true;
    if (c_.name_of[a] >= 0 || c_.name_of[b] >= 0)
      return c_.name_of[a] >= 0 && c_.name_of[b] >= 0 &&
             c_.names.uses[std::size_t(c_.name_of[a])].name == c_.names.uses[std::size_t(c_.name_of[b])].name;
    return c_.terms[a] != 0 && HeadlineBody::same(c_.terms[a], c_.terms[b]);
  }

  // "Lost its mine", "won much from": something, and no match or case.
  bool is_of_things(std::uint32_t i) const {
    static WordSet const words{"its", "their", "his", "her", "much", "more", "less", "money", "time", "ground", "interest"};
    return i + 1 < tokens_.size() && words.has(tokens_[i + 1].word);
  }
  void judge(std::uint32_t at, WordSet const& told, WordSet const& opposite) const {
    auto const& h = c_.tokens.sentences[0];
    for (auto i = h.first; i < h.last; ++i)
      if (opposite.has(tokens_[i].word)) return;  // "loses and wins"
    static WordSet const asks{"how", "why", "what", "who", "when", "where", "should", "will", "can"};
    if (asks.has(tokens_[h.first].word) || is_denied(at, h.first) || is_of_things(at)) return;
    auto const who = bearer(at, h.first);
    if (who == UINT32_MAX) return;
    std::uint32_t found = 0;
    for (auto i = h.last; i < end(); ++i) {
      if (told.has(tokens_[i].word)) return;
      if (found == 0 && opposite.has(tokens_[i].word)) {
        auto s = std::uint32_t(1);
        while (s < c_.tokens.sentences.size() && c_.tokens.sentences[s].last <= i) ++s;
        auto const first = s < c_.tokens.sentences.size() ? c_.tokens.sentences[s].first : i;
        if (s > top || is_denied(i, first) || is_of_things(i)) return;
        auto const other = bearer(i, first);
        if (other == UINT32_MAX || !are_one(who, other)) return;
        found = i;
      }
    }
    if (found == 0) return;
    Claim like;
    like.article = article_;
    like.span = {tokens_[at].begin, tokens_[at].end};
    like.sentence = h.span, like.block = h.block;
    Span const there{tokens_[found].begin, tokens_[found].end};
    body_.offer(like, Interval::exactly(Decimal(1)), Interval::exactly(Decimal(0)), visible(c_.article.view, there), {there});
  }

  HeadlineBody& body_;
  std::uint32_t article_;
  Context const& c_;
  std::vector<Token> const& tokens_;
};

}  // namespace

void find_headline_outcome(HeadlineBody& body, std::uint32_t article) { HeadlineOutcome(body, article).run(); }

}  // namespace counterclaim
