// Words: an id for each, its lemma, parts of speech, frequency, vector, and the vocabulary it begins.
//
// The tables are made at build time from grammar/vocabulary/*.tsv, WordNet 3.0 and word vectors, and lie in the program as
// read-only data: nothing is built at start-up. Words are lower case. Id 0 is "not in the lexicon".
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace counterclaim {

using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

enum PartOfSpeech : std::uint8_t { noun = 1, verb = 2, adjective = 4, adverb = 8, function_word = 16 };

// One vocabulary file each, by its name: grammar/vocabulary/<name>.tsv. A word has the bit of a category when an entry of
// that category begins with it. The list is generated from the folder (vocabulary_categories.inc).
enum class Category : std::uint8_t {
#define COUNTERCLAIM_CATEGORY(name) name,
#include "vocabulary_categories.inc"
#undef COUNTERCLAIM_CATEGORY
  count
};

// Fields of meaning: the numbers of WordNet's lexicographer files (wordnet.princeton.edu/documentation/lexnames5wn), as far as
// anything here asks for them.
namespace lexname {
inline constexpr std::uint8_t act = 4, animal = 5, artifact = 6, attribute = 7, body = 8, cognition = 9, communication = 10,
                              event = 11, food = 13, group = 14, location = 15, object = 17, person = 18, plant = 20,
                              possession = 21, quantity = 23, substance = 27, time = 28;
inline constexpr std::uint8_t creation_verb = 36, possession_verb = 40, being_verb = 42;
}  // namespace lexname

struct WordInfo {
  WordId noun_lemma;          // the word itself where it has no other
  WordId verb_lemma;          // "employs" -> "employ"
  WordId family;              // the least id among the words derived from one another: employ, employee, employer, employment
  std::uint32_t rank;         // by frequency in English, 1 = "the"; 0xFFFFFFFF if not among the known
  std::uint64_t categories;   // bit per Category
  std::uint8_t parts;         // PartOfSpeech bits that WordNet knows for the word or its lemmas
  std::uint8_t usual_part;    // the one bit that is most frequent in WordNet's sense counts, 0 if unknown
  std::uint8_t noun_field;    // the field of the first noun sense, 0 if none
  std::uint8_t verb_field;    // of the first verb sense, 0 if none
  std::uint8_t verb_form;     // a VerbForm of grammar/word_class.hpp
  std::uint8_t closed_class;  // the WordClass of its row in function_words.tsv, WordClass::mark if it has none
  std::uint8_t forms;         // WordForm bits
};
static_assert(sizeof(WordInfo) == 32);

// By spelling alone.
enum WordForm : std::uint8_t {
  form_of_be = 1,  // "is", "weren't"
  form_of_have = 2,
  class_by_place = 4,  // a closed-class word whose class hangs on its neighbours: "that", "most"
  holds_not = 8,       // "isn't", "cannot"
  plural_noun_form = 16,
  past_verb_form = 32,  // or a past participle
  opens_phrases = 64,   // begins entries of several words in a category that it is no entry of alone
};

WordId find_word(std::string_view lower_case);
// What is asked of an id with the top bit set, as terms of claims that are no word of the lexicon have it, is told of
// unknown_word.
constexpr WordId known_word(WordId id) { return id >> 31 != 0 ? 0 : id; }
std::string_view word_text(WordId id);
extern "C" char const counterclaim_lexicon_data[];
inline constexpr std::size_t word_info_offset = 128;  // of the words' table in the lexicon's data
inline WordInfo const& word_info(WordId id) {
  return reinterpret_cast<WordInfo const*>(counterclaim_lexicon_data + word_info_offset)[known_word(id)];
}
std::uint32_t word_count();

float cosine(WordId a, WordId b);       // of the word vectors, -1..1; 0 if either has none
bool share_synset(WordId a, WordId b);  // among the four most frequent senses of each, any part of speech
bool are_antonyms(WordId a, WordId b);
bool is_hypernym(WordId general, WordId special);  // within four steps up from the first two noun senses

template <class... C>
constexpr std::uint64_t bits_of(C... categories) {  // of Category
  return ((std::uint64_t(1) << static_cast<int>(categories)) | ...);
}
inline bool begins(WordInfo const& w, Category c) { return (w.categories >> static_cast<int>(c) & 1) != 0; }

}  // namespace counterclaim
