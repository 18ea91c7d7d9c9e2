// WordNet 3.0's data files (format: wndb(5WN)), as far as the lexicon needs them. Build time only.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace wordnet {

enum Part { noun, verb, adjective, adverb };  // in the order of the files

struct Entry {
  std::vector<std::uint32_t> synsets;  // most frequent sense first; a synset is file offset x 4 + part
  int frequency = 0;                   // sum of the senses' tag counts
};
struct Synset {
  int field = 0;  // lexicographer file number
  std::vector<std::uint32_t> hypernyms;
};
struct Data {
  std::unordered_map<std::string, Entry> entries[4];  // by lemma; single words only
  std::unordered_map<std::uint32_t, Synset> synsets;
  std::unordered_map<std::string, std::vector<std::string>> exceptions[4];  // inflected -> lemmas
  std::vector<std::pair<std::string, std::string>> derived;                 // lemmas derived from one another
  std::vector<std::pair<std::string, std::string>> antonyms;

  // Lemmas of an inflected or plain form (morphy's rules of detachment), most frequent first.
  std::vector<std::string> lemmas(std::string const& word, Part part) const;
};
Data read(std::string const& folder);  // throws std::runtime_error naming the file

}  // namespace wordnet
