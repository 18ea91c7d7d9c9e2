#include "counterclaim/lexicon.hpp"

#include <algorithm>
#include <span>

#include "counterclaim/vocabulary.hpp"
#include "grammar/lexicon_layout.hpp"

namespace counterclaim {
namespace {

using layout::header, layout::section;

// Row `id` of a section of lists: offsets[id] .. offsets[id + 1] in items.
template <class T = std::uint32_t>
std::span<T const> list(std::uint32_t offsets, std::uint32_t items, std::uint32_t id) {
  auto const* o = section<std::uint32_t>(offsets);
  return {section<T>(items) + o[id], o[id + 1] - o[id]};
}
std::span<std::uint32_t const> synsets(WordId w) { return list(header().synset_offset, header().synsets, known_word(w)); }

bool is_exactly(char const* exact, std::span<Token const> tokens, std::size_t at, std::size_t count, std::string_view view) {
  for (std::size_t i = at; i < at + count; ++i)
    for (char const c : text_of(tokens[i], view)) {
      if (c == '\0') continue;
      if (*exact++ != c) return false;
    }
  return *exact == '\0';
}

}  // namespace

WordId find_word(std::string_view lower_case) {
  if (lower_case.empty()) return unknown_word;
  auto const n = std::uint32_t(lower_case.size());
  return find_hashed(lower_case.data(), n, layout::bytes_at(lower_case.data(), n), layout::hash(lower_case.data(), n));
}

std::string_view word_text(WordId id) {
  id = known_word(id);
  auto const* offsets = section<std::uint32_t>(header().text_offset);
  return {section<char>(header().text) + offsets[id], offsets[id + 1] - offsets[id]};
}

std::uint32_t word_count() { return header().words; }

float cosine(WordId a, WordId b) {
  a = known_word(a), b = known_word(b);
  auto const& h = header();
  auto const* rows = section<std::uint32_t>(h.vector_of);
  if (rows[a] == layout::no_vector || rows[b] == layout::no_vector) return 0;
  auto const* x = section<std::int8_t>(h.vectors) + std::size_t(rows[a]) * h.dimensions;
  auto const* y = section<std::int8_t>(h.vectors) + std::size_t(rows[b]) * h.dimensions;
  std::int32_t sum = 0;  // whole numbers: the same on every machine
  for (std::uint32_t i = 0; i < h.dimensions; ++i) sum += x[i] * y[i];
  auto const* scale = section<float>(h.vector_scale);
  return float(sum) * scale[rows[a]] * scale[rows[b]];
}

bool share_synset(WordId a, WordId b) {
  if (a == b) return a != unknown_word;
  for (auto const s : synsets(a))
    for (auto const t : synsets(b))
      if (s == t) return true;
  return false;
}

bool are_antonyms(WordId a, WordId b) {
  auto const of = list(header().antonym_offset, header().antonyms, known_word(a));
  return std::find(of.begin(), of.end(), b) != of.end();
}

bool is_hypernym(WordId general, WordId special) {
  auto const& h = header();
  auto const wanted = synsets(general);
  auto climb = [&](auto const& self, std::uint32_t synset, int steps) -> bool {
    if (std::find(wanted.begin(), wanted.end(), synset) != wanted.end()) return true;
    if (steps == 0) return false;
    for (auto const up : list(h.parent_offset, h.parents, synset))
      if (self(self, up, steps - 1)) return true;
    return false;
  };
  auto const own = synsets(special);
  for (std::size_t i = 0; i < own.size() && i < 2; ++i)
    if (climb(climb, own[i], 4)) return true;
  return false;
}

std::span<layout::Phrase const> entries_of(WordId word) {
  return list<layout::Phrase>(header().phrase_offset, header().phrases, word);
}
WordId second_word(layout::Phrase const& entry) { return section<std::uint32_t>(header().phrase_words)[entry.rest]; }

namespace {
// Calls use(PhraseMatch) for every phrase there, longest first, until it returns true.
template <class Use>
void until(Category category, std::span<Token const> tokens, std::size_t at, std::size_t end, std::string_view view, Use use) {
  auto const& h = header();
  auto const* words = section<std::uint32_t>(h.phrase_words);
  auto const all = list<layout::Phrase>(h.phrase_offset, h.phrases, tokens[at].word);
  auto const wanted = static_cast<std::uint8_t>(category);
  auto const* p = all.data();
  auto const* const last = p + all.size();
  while (p != last && p->category < wanted) p += p->group;
  if (p == last || p->category != wanted) return;
  auto const next = at + 1 < end ? tokens[at + 1].word : unknown_word;
  for (auto const* const past = p + p->group; p != past; ++p) {
    bool same = p->words == 1 || (words[p->rest] == next && at + p->words <= end);
    for (std::uint32_t i = 2; same && i < p->words; ++i) same = tokens[at + i].word == words[p->rest + i - 1];
    if (!same || (p->text != 0 && !is_exactly(section<char>(h.text) + p->text, tokens, at, p->words, view))) continue;
    if (use(PhraseMatch{p->row, p->words})) return;
  }
}
}  // namespace

void each_phrase(Category category, std::span<Token const> tokens, std::size_t at, std::size_t end, std::string_view view,
                 void (*use)(void*, PhraseMatch), void* data) {
  if (at >= end || !tokens[at].begins(category)) return;
  until(category, tokens, at, end, view, [&](PhraseMatch m) { return use(data, m), false; });
}

PhraseMatch longest_phrase(Category category, std::span<Token const> tokens, std::size_t at, std::size_t end,
                           std::string_view view) {
  PhraseMatch longest;
  until(category, tokens, at, end, view, [&](PhraseMatch m) { return longest = m, true; });
  return longest;
}

}  // namespace counterclaim
