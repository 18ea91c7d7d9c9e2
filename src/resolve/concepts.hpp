// Which figures are of one thing though the words differ: "weighed", "a weight of"
// (grammar/vocabulary/concepts.tsv).
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "counterclaim/vocabulary.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// What concepts.tsv calls a figure in this unit: "count", "money", another dimension.
std::string_view measured_by(UnitId unit_id);

// Adds to a frame's terms the rows of concepts.tsv that its sentence names and that fit what is measured, each in the nearest
// role that one of its words plays. A sentence's rows are found once and kept for its other mentions.
class Concepts {
 public:
  explicit Concepts(Context const& context) : c_(context), ranges_(context.tokens.sentences.size()) {}
  void add(Frame& frame, std::uint32_t sentence, std::string_view measured);
  // The same of the heads of a table's row and column.
  void add_heads(Frame& frame, std::uint32_t block, std::string_view measured);
  // Each row that tokens [first, last) of the sentence name, whatever is measured: use(row, first, last).
  template <class Use>
  void each_row(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, Use use) {
    of_sentence(sentence);
    auto const range = ranges_[sentence];
    for (auto i = range.first; i < range.last; ++i)  // by index: `use` may ask for another sentence, whose rows are added
      if (auto const f = found_[i]; f.first >= first && f.last <= last) use(f.row, f.first, f.last);
  }

 private:
  struct Found {
    std::int32_t row;
    std::uint32_t first, last;
  };
  struct Range {
    std::uint32_t first = not_yet, last = 0;  // of found_
  };
  static constexpr std::uint32_t not_yet = UINT32_MAX;
  std::span<Found const> of_sentence(std::uint32_t sentence);
  void find(std::uint32_t sentence);
  bool is_verb(std::uint32_t token) const;  // the head of a verb group
  bool is_body(std::uint32_t token, PhraseMatch m) const;
  bool is_adjective_of(std::uint32_t token, PhraseMatch m) const;
  bool is_price_told(std::uint32_t token) const;
  bool is_of_name(std::uint32_t token, PhraseMatch m) const;
  bool is_said_with(Found const& found, std::uint32_t term) const;  // between its first word and its last
  void match(std::uint32_t lemma);                                  // the entries that begin there
  void find_as_written(std::uint32_t lemma);
  void find_around_object(std::uint32_t verb);
  void add_apart(Frame& frame, std::string_view measured);
  Token base_form(std::uint32_t token) const;
  bool leads_figure(std::uint32_t token) const;

  Context const& c_;
  std::vector<Found> found_;
  std::vector<Range> ranges_;      // by sentence
  std::vector<Token> lemmas_;      // the sentence's tokens but for figures, words in their base form
  std::vector<std::uint32_t> at_;  // and where they stand
  std::uint32_t count_ = 0;        // how many they are: the lists are used again
  std::vector<Token> around_;      // a verb and what stands behind its object
};

}  // namespace counterclaim
