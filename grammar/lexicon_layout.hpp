// The lexicon's binary form, shared by its compiler (vocabulary/compile.cpp) and its reader (lexicon.cpp). One blob of
// sections, each aligned to 8 bytes; offsets in the header count from its start. Little-endian, as the machine that built it.
#pragma once
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "counterclaim/lexicon.hpp"

namespace counterclaim::layout {

inline constexpr std::uint32_t magic = 0x314C4343;  // "CCL1"
inline constexpr std::uint32_t no_vector = 0xFFFFFFFF;

struct Header {
  std::uint32_t magic, words, slots, dimensions;
  // Section offsets.
  std::uint32_t slot;            // Slot[slots]; linear probing from hash & (slots - 1)
  std::uint32_t text_offset;     // u32[words + 1] into text
  std::uint32_t text;            // eight bytes longer than what it holds
  std::uint32_t vector_of;       // u32[words]: row in vectors, or no_vector
  std::uint32_t vectors;         // int8[rows][dimensions]
  std::uint32_t vector_scale;    // float[rows]
  std::uint32_t synset_offset;   // u32[words + 1] into synsets
  std::uint32_t synsets;         // u32 synset numbers, at most four per part of speech, most frequent first
  std::uint32_t antonym_offset;  // u32[words + 1] into antonyms
  std::uint32_t antonyms;        // u32 word ids
  std::uint32_t parent_offset;   // u32[synset numbers + 1] into parents
  std::uint32_t parents;         // u32 synset numbers
  std::uint32_t synset_count;
  std::uint32_t phrase_offset;  // u32[words + 1] into phrases, by first word; by category, longest first
  std::uint32_t phrases;        // Phrase[]
  std::uint32_t phrase_words;   // u32 word ids of the words behind the first
  std::uint32_t openings;       // Opening[opening_slots]; linear probing from opening_hash & (opening_slots - 1)
  std::uint32_t opening_slots;
};

// What may begin with a word of the form opens_phrases: of most places where "the" or "in" stands, nothing.
struct Opening {
  WordId first, second;      // second 0: the word alone; both 0 where empty
  std::uint64_t categories;  // of the entries of the first word alone and of those that go on with the second
};
inline std::uint32_t opening_hash(WordId first, WordId second) {
  auto const h = first * 0x85EBCA6Bu ^ second * 0xC2B2AE35u;
  return (h ^ h >> 15) * 0x27D4EB2Fu >> 8;
}

struct Phrase {
  std::uint32_t rest;  // index into phrase_words
  std::uint32_t text;  // offset into text of the phrase as written, for case-sensitive ones; ends with '\0'; 0 if case is free
  std::int32_t row;    // in the category's rows
  std::uint8_t category;
  std::uint8_t words;   // 1 = the first word alone
  std::uint16_t group;  // how many from this one on are of its category
};

// Behind the header, at counterclaim::word_info_offset: WordInfo[words].

struct Slot {
  std::uint64_t head;    // the word's first eight bytes
  std::uint32_t id;      // 0 if empty
  std::uint32_t length;  // bytes of the word
};

// Eight bytes of a word, behind its end zeros; the first byte lowest.
inline std::uint64_t bytes_at(char const* p, std::uint32_t n) {
  std::uint64_t v = 0;
  std::memcpy(&v, p, n < 8 ? n : 8);
  return v;
}
// The hash of a word goes over it by eights.
inline constexpr std::uint64_t hash_start = 0x9E3779B97F4A7C15u;
inline std::uint64_t hash_step(std::uint64_t h, std::uint64_t bytes) {
  h = (h ^ bytes) * 0xD6E8FEB86659FD93u;
  return h ^ h >> 32;
}
inline std::uint64_t hash(char const* p, std::uint32_t n) {
  auto h = hash_start;
  for (std::uint32_t i = 0; i < n; i += 8) h = hash_step(h, bytes_at(p + i, n - i));
  return h;
}

}  // namespace counterclaim::layout

namespace counterclaim {

namespace layout {
inline Header const& header() { return *reinterpret_cast<Header const*>(counterclaim_lexicon_data); }
template <class T>
T const* section(std::uint32_t offset) {
  return reinterpret_cast<T const*>(counterclaim_lexicon_data + offset);
}
}  // namespace layout

// find_word() for a word in small letters whose hash and first eight bytes (layout::bytes_at) are known.
inline WordId find_hashed(char const* word, std::uint32_t length, std::uint64_t head, std::uint64_t hash) {
  auto const& h = layout::header();
  auto const* slots = layout::section<layout::Slot>(h.slot);
  for (auto s = hash & (h.slots - 1);; s = (s + 1) & (h.slots - 1)) {
    auto const& slot = slots[s];
    if (slot.id == 0) return unknown_word;
    if (slot.head == head && slot.length == length &&
        (length <= 8 || word_text(slot.id).substr(8) == std::string_view(word + 8, length - 8)))
      return slot.id;
  }
}

// Bits of the categories that have an entry of the first word alone, or of both and maybe more. For words of the form
// opens_phrases.
inline std::uint64_t opened(WordId first, WordId second) {
  auto const& h = layout::header();
  auto const* slots = layout::section<layout::Opening>(h.openings);
  for (auto s = layout::opening_hash(first, second);; ++s) {
    auto const& slot = slots[s & (h.opening_slots - 1)];
    if (slot.first == first && slot.second == second) return slot.categories;
    if (slot.first != unknown_word) continue;
    if (second == unknown_word) return 0;
    second = unknown_word, s = layout::opening_hash(first, second) - 1;  // of the first alone
  }
}

// The words that may stand second in the entries of some categories that begin with a word; others may pass for one by chance.
struct SecondWords {  // a Bloom filter of two hashes: "the" goes before some sixty words, and must let the others pass
  std::uint64_t bits[8] = {};
  bool any = false;  // the case of an entry counts: a look at the text must decide
  static std::uint32_t hash(WordId word) { return (word * 0x9E3779B1u) >> 23; }
  static std::uint32_t other_hash(WordId word) { return (word * 0x85EBCA6Bu) >> 23; }
  void add(WordId word) {
    bits[hash(word) / 64] |= std::uint64_t(1) << hash(word) % 64;
    bits[other_hash(word) / 64] |= std::uint64_t(1) << other_hash(word) % 64;
  }
  bool has(WordId word) const {
    auto const is_set = [&](std::uint32_t h) { return (bits[h / 64] >> h % 64 & 1) != 0; };
    return any || (is_set(hash(word)) && is_set(other_hash(word)));
  }
};
std::span<layout::Phrase const> entries_of(WordId word);  // all that begin with it
WordId second_word(layout::Phrase const& entry);          // of several words

}  // namespace counterclaim
