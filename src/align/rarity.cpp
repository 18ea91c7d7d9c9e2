#include "src/align/rarity.hpp"

#include <algorithm>
#include <bit>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

// The rows of exclusions.tsv that a word is in: the scale it lies on and the side of it.
struct Sides {
  struct Side {
    int scale = 0, row = 0;
  };
  std::size_t count = 0;
  Side at[4];
};

Sides sides_of(std::uint32_t word) {
  Sides out;
  if ((word & unknown_bit) != 0 || !begins(word_info(word), Category::exclusions)) return out;
  Token t;
  t.word = word;
  t.categories = word_info(word).categories;
  for_each_phrase(Category::exclusions, {&t, 1}, 0, 1, word_text(word), [&](PhraseMatch m) {
    if (out.count == std::size(out.at)) return;
    int scale = 0;
    for (char const c : vocabulary(Category::exclusions)[std::size_t(m.row)].column[0]) scale = scale * 10 + (c - '0');
    out.at[out.count++] = {scale, m.row};
  });
  return out;
}

}  // namespace

int Rarity::word(std::uint32_t term) const {
  int base = 100;
  // By the rank's bits: the 128th word weighs 20, the 16,384th and rarer ones 100.
  if ((term & unknown_bit) == 0) base = std::clamp(20 + (int(std::bit_width(word_info(term).rank)) - 7) * 12, 10, 100);
  return std::binary_search(facts_.common.begin(), facts_.common.end(), term) ? base / 2 : base;
}

int Rarity::name(std::string_view entity) const {
  auto const n = std::lower_bound(facts_.telling.begin(), facts_.telling.end(), entity,
                                  [](auto const& entry, std::string_view name) { return entry.first < name; });
  return n == facts_.telling.end() || n->first != entity ? 100 : n->second;
}

std::string_view nature_of(std::uint32_t term) {
  return is_concept(term) ? vocabulary(Category::concepts)[term & ~concept_term].column[1] : std::string_view();
}

bool exclude_each_other(std::uint32_t a, std::uint32_t b) {
  if (a == b) return false;
  auto const x = sides_of(a), y = sides_of(b);
  bool apart = false;
  for (std::size_t i = 0; i < x.count; ++i)
    for (std::size_t k = 0; k < y.count; ++k) {
      if (x.at[i].row == y.at[k].row) return false;  // "maximum" and "limit" are one side of another scale
      apart |= x.at[i].scale == y.at[k].scale;
    }
  return apart;
}

int likeness(std::uint32_t a, std::uint32_t b) {
  if (a == b) return 100;
  if (((a | b) & unknown_bit) != 0) return 0;
  if (exclude_each_other(a, b)) return -100;
  if (word_info(a).family == word_info(b).family) return 90;
  if (are_antonyms(a, b)) return -60;
  if (share_synset(a, b)) return 85;
  float const c = cosine(a, b);
  if (c >= 0.78f) return 75;
  if (c >= 0.70f) return 60;
  if (c >= 0.62f) return 45;
  if (c >= 0.54f) return 25;
  return 0;
}

}  // namespace counterclaim
