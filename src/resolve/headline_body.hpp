// What a headline's figure is held to: the figures of the article below it, and what a sentence shares with the headline.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/concepts.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Figures are told by the index of their mention, which is that of their claim.
class HeadlineBody {
 public:
  static constexpr int enough = 2;  // of what a headline and a sentence share, to speak of one thing

  HeadlineBody(Context const& context, Concepts& concepts, std::vector<Claim>& claims)
      : c_(context), concepts_(concepts), out_(claims) {}

  Context const& context() const { return c_; }
  Claim const& claim(std::size_t i) const { return out_[i]; }
  MentionPlace const& at(std::size_t i) const { return c_.mentions.quantities[i].at; }
  std::size_t figures() const {  // that are looked at
    constexpr std::size_t most = 400;
    return std::min(c_.mentions.quantities.size(), most);
  }
  WordId word_id(std::uint32_t token) const {
    return token < c_.tokens.tokens.size() ? c_.tokens.tokens[token].word : unknown_word;
  }
  std::string_view quote(std::size_t i) const {
    auto const s = claim(i).span;
    return std::string_view(c_.article.view).substr(s.begin, s.size());
  }
  // Words, concepts and names that the headline up to token `before` and sentences [first, last] share: two for a word or
  // concept, one for a name.
  int shared(std::uint32_t headline, std::uint32_t first, std::uint32_t last, std::uint32_t before = UINT32_MAX);
  static bool same(std::uint32_t term, std::uint32_t other);  // words of one family
  // Appends the claim that the headline says `stated` where the figures at `operands` give `computed`, both in percent.
  Claim& offer(Claim like, Interval const& stated, Interval const& computed, std::string const& text,
               std::vector<Span> const& operands);

 private:
  std::string_view text(std::uint32_t token) const { return text_of(c_.tokens.tokens[token], c_.article.view); }

  Context const& c_;
  Concepts& concepts_;
  std::vector<Claim>& out_;
};

// "Turnout leaps by 12 points", where the article tells of 9.2.
void find_headline_points(HeadlineBody& body);
// "Sixth title", "3-1", "nine bridges closed", where the article counts otherwise.
void find_headline_counts(HeadlineBody& body, std::uint32_t article);
// "Moor wins final", where she lost it.
void find_headline_outcome(HeadlineBody& body, std::uint32_t article);
// "Exports slip", where the article tells of a rise first.
void find_headline_direction(HeadlineBody& body, std::uint32_t heading);

}  // namespace counterclaim
