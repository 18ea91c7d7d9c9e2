#include "grammar/vocabulary/wordnet.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace wordnet {
namespace {

char const* const part_names[] = {"noun", "verb", "adj", "adv"};

std::ifstream open(std::string const& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return in;
}

int part_of(char c) { return c == 'n' ? noun : c == 'v' ? verb : c == 'r' ? adverb : adjective; }

void read_index(Data& data, std::string const& folder, int part) {
  auto in = open(folder + "/index." + part_names[part]);
  std::string line;
  while (std::getline(in, line)) {
    if (line.starts_with("  ")) continue;  // the licence
    std::istringstream s(line);
    std::string lemma, pos, skip;
    int senses = 0, pointers = 0;
    s >> lemma >> pos >> senses >> pointers;
    if (lemma.find('_') != lemma.npos) continue;
    for (int i = 0; i < pointers + 2; ++i) s >> skip;
    auto& e = data.entries[part][lemma];
    for (std::uint32_t offset; s >> offset;) e.synsets.push_back(offset * 4 + std::uint32_t(part));
  }
}

std::string plain(std::string word) {
  if (auto const bracket = word.find('('); bracket != word.npos) word.resize(bracket);  // adjective markers
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  return word;
}

// A line of data.*: "offset field type words word lex_id … pointers symbol target part source/target …" (wndb(5WN)).
struct Line {
  std::uint32_t synset = 0;  // file offset x 4 + part
  int field = 0;
  std::vector<std::string> words;
  struct Pointer {
    std::string symbol, ends;  // ends: the joined words of both synsets, counted from 1, two hexadecimal digits each
    std::uint32_t target = 0;
  };
  std::vector<Pointer> pointers;
};

template <class Use>
void each_line(std::string const& folder, Use use) {
  for (int part = 0; part < 4; ++part) {
    auto in = open(folder + "/data." + part_names[part]);
    for (std::string text; std::getline(in, text);) {
      if (text.starts_with("  ")) continue;  // the licence
      std::istringstream s(text);
      Line line;
      std::uint32_t offset = 0;
      int words = 0, pointers = 0;
      std::string type, word, skip;
      s >> offset >> line.field >> type >> std::hex >> words >> std::dec;
      line.synset = offset * 4 + std::uint32_t(part);
      for (int i = 0; i < words; ++i) s >> word >> skip, line.words.push_back(plain(word));
      s >> pointers;
      for (int i = 0; i < pointers; ++i) {
        Line::Pointer p;
        std::string pos;
        s >> p.symbol >> p.target >> pos >> p.ends;
        p.target = p.target * 4 + std::uint32_t(part_of(pos[0]));
        line.pointers.push_back(std::move(p));
      }
      use(line);
    }
  }
}

// Synsets in one pass; derivations and antonyms, which join words and so need the words of both synsets, in a second.
void read_data(Data& data, std::string const& folder) {
  std::unordered_map<std::uint32_t, std::vector<std::string>> words_of;
  each_line(folder, [&](Line const& line) {
    auto& synset = data.synsets[line.synset];
    synset.field = line.field;
    for (auto const& p : line.pointers)
      if (p.symbol == "@" || p.symbol == "@i") synset.hypernyms.push_back(p.target);
    words_of[line.synset] = line.words;
  });
  each_line(folder, [&](Line const& line) {
    for (auto const& p : line.pointers) {
      if ((p.symbol != "+" && p.symbol != "!") || p.ends.size() != 4) continue;
      auto const from = std::size_t(std::stoi(p.ends.substr(0, 2), nullptr, 16));
      auto const to = std::size_t(std::stoi(p.ends.substr(2), nullptr, 16));
      auto const& other = words_of[p.target];
      if (from == 0 || from > line.words.size() || to == 0 || to > other.size()) continue;
      (p.symbol == "+" ? data.derived : data.antonyms).emplace_back(line.words[from - 1], other[to - 1]);
    }
  });
}

// One vowel letter, and one consonant behind it that is doubled before an ending: "tap", "stop"; not "play", "look", "add".
bool is_short(std::string const& stem) {
  constexpr std::string_view vowels = "aeiouy";
  auto const vowel = [&](char ch) { return vowels.find(ch) != vowels.npos; };
  auto const n = stem.size();
  if (n < 2 || std::count_if(stem.begin(), stem.end(), vowel) != 1) return false;
  return vowel(stem[n - 2]) && !std::strchr("wxy", stem[n - 1]);
}

}  // namespace

std::vector<std::string> Data::lemmas(std::string const& word, Part part) const {
  struct Detachment {
    Part part;
    char const *suffix, *ending;
  };
  static constexpr Detachment detachments[] = {
      {noun, "s", ""},      {noun, "ses", "s"},    {noun, "xes", "x"},     {noun, "zes", "z"},     {noun, "ches", "ch"},
      {noun, "shes", "sh"}, {noun, "men", "man"},  {noun, "ies", "y"},     {verb, "s", ""},        {verb, "ies", "y"},
      {verb, "es", "e"},    {verb, "es", ""},      {verb, "ed", "e"},      {verb, "ed", ""},       {verb, "ing", "e"},
      {verb, "ing", ""},    {adjective, "er", ""}, {adjective, "est", ""}, {adjective, "er", "e"}, {adjective, "est", "e"}};
  std::vector<std::string> out;
  auto add = [&](std::string const& w) {
    if (entries[part].contains(w) && std::find(out.begin(), out.end(), w) == out.end()) out.push_back(w);
  };
  auto const e = exceptions[part].find(word);
  if (e != exceptions[part].end())
    for (auto const& w : e->second) add(w);
  add(word);
  if (e == exceptions[part].end()) {
    for (auto const& d : detachments) {
      std::string const suffix = d.suffix;
      if (d.part != part || word.size() < suffix.size() + 2 || !word.ends_with(suffix)) continue;
      auto stem = word.substr(0, word.size() - suffix.size()) + d.ending;
      // One short syllable doubles its consonant: "taped" is of "tape", and no form of "tap".
      if (part == verb && *d.ending == '\0' && (suffix == "ed" || suffix == "ing") && is_short(stem) &&
          entries[verb].contains(stem + "e"))
        continue;
      // "-es" stands for "-s" behind a hiss or an o only: "sites" are of no "sit", "passes" of "pass".
      if (part == verb && suffix == "es" && *d.ending == '\0' &&
          !(std::strchr("sxzo", stem.back()) || stem.ends_with("ch") || stem.ends_with("sh")))
        continue;
      add(stem);
      // Doubled consonants: "planned" -> "plan".
      if (part == verb && stem.size() > 3 && stem.back() == stem[stem.size() - 2]) add(stem.substr(0, stem.size() - 1));
    }
  }
  auto frequency = [&](std::string const& w) { return entries[part].at(w).frequency; };
  std::stable_sort(out.begin(), out.end(), [&](auto const& a, auto const& b) { return frequency(a) > frequency(b); });
  return out;
}

Data read(std::string const& folder) {
  Data data;
  for (int part = 0; part < 4; ++part) {
    read_index(data, folder, part);
    auto in = open(folder + "/" + part_names[part] + ".exc");
    for (std::string line; std::getline(in, line);) {
      std::istringstream s(line);
      std::string inflected, lemma;
      s >> inflected;
      while (s >> lemma) data.exceptions[part][inflected].push_back(lemma);
    }
  }
  auto in = open(folder + "/cntlist.rev");  // "employ%2:41:00:: 1 5": sense key, sense number, times tagged
  for (std::string line; std::getline(in, line);) {
    std::istringstream s(line);
    std::string key;
    int sense = 0, count = 0;
    s >> key >> sense >> count;
    auto const mark = key.find('%');
    if (mark == key.npos || mark + 1 >= key.size()) continue;
    int const type = key[mark + 1] - '0';
    int const part = type == 1 ? noun : type == 2 ? verb : type == 4 ? adverb : adjective;
    auto const e = data.entries[part].find(key.substr(0, mark));
    if (e != data.entries[part].end()) e->second.frequency += count;
  }
  read_data(data, folder);
  return data;
}

}  // namespace wordnet
