// Which sentences are asked whose word they are, and in which order: "it added" carries the source of the sentence before.
#include "grammar/attribution_cues.hpp"
#include "grammar/attribution_sentence.hpp"
#include "grammar/productions.hpp"
#include "grammar/scope.hpp"

namespace counterclaim {

namespace {

// The attributions of an article, in the order of its sentences. A sentence whose source may be that of one before ("it
// added") has those before it read first.
class Sourced final : public SourcesBefore {
 public:
  Sourced(Article const& article, Tokens const& tokens, Chunks const& chunks, std::vector<AttributionMention>& out)
      : article_(article), tokens_(tokens), chunks_(chunks), out_(out), is_read_(tokens.sentences.size()) {}

  void read(std::uint32_t sentence);
  // Of those that stand farther back than `carried_over` any may be missing.
  AttributionMention const* last_before(std::uint32_t sentence) override;

 private:
  bool holds_cue(std::uint32_t sentence) const { return tokens_.sentences[sentence].holds(attribution_cues); }

  Article const& article_;
  Tokens const& tokens_;
  Chunks const& chunks_;
  std::vector<AttributionMention>& out_;
  SentenceFlags is_read_;
};

void Sourced::read(std::uint32_t sentence) {
  if (is_read_[sentence] != 0 || !holds_cue(sentence)) return;
  auto const c = clause_of(article_, tokens_, chunks_, sentence);
  auto const own = attributions_of(c, *this);
  out_.insert(out_.end(), own.begin(), own.end());
  is_read_[sentence] = 1;
}

AttributionMention const* Sourced::last_before(std::uint32_t sentence) {
  auto first = sentence;                                               // what is carried there may have been carried
  auto const known = out_.empty() ? 0u : out_.back().at.sentence + 1;  // nothing is carried past it
  for (auto s = sentence; s > known && first - s < carried_over;)
    if (is_read_[--s] == 0 && holds_cue(s)) first = s;
  for (; first < sentence; ++first) read(first);
  return out_.empty() ? nullptr : &out_.back();
}

// What is said in the sentence reaches over one of `wanted`.
bool reaches(Article const& article, Tokens const& tokens, Chunks const& chunks, std::uint32_t sentence,
             SentenceFlags const& wanted) {
  if (wanted[sentence] != 0) return true;
  if (sentence > 0 && wanted[sentence - 1] != 0 && may_tell_back(clause_of(article, tokens, chunks, sentence))) return true;
  auto const& all = tokens.sentences;
  auto const reach = with_quotation(tokens.tokens, all, sentence, {all[sentence].first, all[sentence].last});
  for (auto s = sentence; s > 0 && all[s].first > reach.first;)
    if (wanted[--s] != 0) return true;
  for (auto s = sentence; ++s < all.size() && all[s].first < reach.last;)
    if (wanted[s] != 0) return true;
  return false;
}

}  // namespace

void parse_attributions(Article const& article, Tokens const& tokens, Chunks const& chunks, SentenceFlags const& wanted,
                        Mentions& mentions) {
  Sourced sourced(article, tokens, chunks, mentions.attributions);
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s)
    if (tokens.sentences[s].holds(attribution_cues) && reaches(article, tokens, chunks, s, wanted)) sourced.read(s);
}

}  // namespace counterclaim
