// Writes lexicon.bin (layout: grammar/lexicon_layout.hpp), vocabulary_rows.cpp and unit_table.cpp from the vocabulary, WordNet
// and the vectors. usage: compile_vocabulary VOCABULARY_DIR WORDNET_DIR OUTPUT_DIR
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>

#include "counterclaim/vocabulary.hpp"
#include "grammar/lexicon_layout.hpp"
#include "grammar/vocabulary/rows.hpp"
#include "grammar/vocabulary/units.hpp"
#include "grammar/vocabulary/wordnet.hpp"
#include "grammar/word_forms.hpp"

namespace {
using namespace counterclaim;
using namespace counterclaim::vocabulary_files;
namespace fs = std::filesystem;

constexpr char const* category_names[] = {
#define COUNTERCLAIM_CATEGORY(name) #name,
#include "vocabulary_categories.inc"
#undef COUNTERCLAIM_CATEGORY
};

struct Vectors {
  std::uint32_t dimensions = 0;
  struct Entry {
    std::uint32_t rank;
    float scale;
    std::string bytes;
  };
  std::map<std::string, Entry> entries;
};

Vectors read_vectors(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  char mark[4];
  std::uint32_t count = 0;
  Vectors v;
  if (!in.read(mark, 4) || std::memcmp(mark, "CCWV", 4) != 0)
    throw std::runtime_error(file.string() + ": not a file of word vectors");
  in.read(reinterpret_cast<char*>(&count), 4).read(reinterpret_cast<char*>(&v.dimensions), 4);
  for (std::uint32_t i = 0; i < count; ++i) {
    unsigned char length = 0;
    in.read(reinterpret_cast<char*>(&length), 1);
    std::string word(length, '\0');
    in.read(word.data(), length);
    Vectors::Entry e{};
    in.read(reinterpret_cast<char*>(&e.rank), 4).read(reinterpret_cast<char*>(&e.scale), 4);
    e.bytes.resize(v.dimensions);
    if (!in.read(e.bytes.data(), v.dimensions)) throw std::runtime_error(file.string() + ": cut short");
    v.entries.emplace(std::move(word), std::move(e));
  }
  return v;
}

// The blob under construction.
struct Blob {
  std::string bytes;
  std::uint32_t put(void const* data, std::size_t size) {
    bytes.resize((bytes.size() + 7) & ~std::size_t(7));
    auto const at = std::uint32_t(bytes.size());
    bytes.append(static_cast<char const*>(data), size);
    return at;
  }
  template <class T>
  std::uint32_t put(std::vector<T> const& v) {
    return put(v.data(), v.size() * sizeof(T));
  }
};

class Compiler {
 public:
  Compiler(Vectors vectors, wordnet::Data wordnet, std::vector<PhraseIn> phrases, std::vector<std::vector<Row>> const& rows)
      : vectors_(std::move(vectors)), wordnet_(std::move(wordnet)), phrases_(std::move(phrases)), rows_(rows) {
    std::set<std::string> all;
    for (auto const& [w, e] : vectors_.entries) all.insert(w);
    for (auto const& p : phrases_) all.insert(p.words.begin(), p.words.end());
    std::set<std::string> lemmas;
    for (auto const& w : all)
      for (int part = 0; part < 3; ++part)
        for (auto const& l : wordnet_.lemmas(w, wordnet::Part(part))) lemmas.insert(l);
    all.merge(lemmas);
    words_.push_back("");  // id 0 is unknown
    words_.insert(words_.end(), all.begin(), all.end());
    for (std::uint32_t i = 1; i < words_.size(); ++i) id_[words_[i]] = i;
  }

  std::string compile() {
    layout::Header h{};
    Blob blob;
    blob.put(&h, sizeof h);
    h.magic = layout::magic;
    h.words = std::uint32_t(words_.size());
    h.dimensions = vectors_.dimensions;
    fill_info();
    blob.bytes.resize(word_info_offset);
    static_assert(sizeof h <= word_info_offset);
    blob.put(info_);  // its place; filled in at the end
    put_text(h, blob);
    put_vectors(h, blob);
    put_synsets(h, blob);
    put_antonyms(h, blob);
    put_phrases(h, blob);
    std::memcpy(blob.bytes.data(), &h, sizeof h);
    std::memcpy(blob.bytes.data() + word_info_offset, info_.data(), info_.size() * sizeof info_[0]);
    return std::move(blob.bytes);
  }

 private:
  std::uint32_t id(std::string const& w) const {
    auto const i = id_.find(w);
    return i == id_.end() ? 0 : i->second;
  }

  void fill_info() {
    info_.resize(words_.size());
    info_[0].closed_class = std::uint8_t(WordClass::mark);
    families();
    static constexpr std::uint8_t bit[] = {noun, verb, adjective, adverb};
    for (std::uint32_t i = 1; i < words_.size(); ++i) {
      auto const& w = words_[i];
      auto& f = info_[i];
      auto const v = vectors_.entries.find(w);
      f.rank = v == vectors_.entries.end() ? 0xFFFFFFFF : v->second.rank;
      f.noun_lemma = f.verb_lemma = i;
      int best = -1;
      for (int part = 0; part < 4; ++part) {
        auto const lemmas = wordnet_.lemmas(w, wordnet::Part(part));
        if (lemmas.empty()) continue;
        auto const& entry = wordnet_.entries[part].at(lemmas[0]);
        f.parts |= bit[part];
        if (part == wordnet::noun)
          f.noun_lemma = id(lemmas[0]), f.noun_field = std::uint8_t(wordnet_.synsets.at(entry.synsets[0]).field);
        if (part == wordnet::verb)
          f.verb_lemma = id(lemmas[0]), f.verb_field = std::uint8_t(wordnet_.synsets.at(entry.synsets[0]).field);
        int total = 0;
        for (auto const& l : lemmas) total += wordnet_.entries[part].at(l).frequency;
        if (total > best) best = total, f.usual_part = bit[part];
      }
      // Younger than WordNet 3.0: "compute dies", "of computing capacity", seldom what somebody does.
      if (w == "compute" || w == "computing") f.parts |= noun, f.usual_part = noun;
      f.family = family_of(f);
      f.verb_form = std::uint8_t(word_forms::verb_form_of(w, (f.parts & verb) != 0, f.verb_lemma == i));
      f.forms = word_forms::forms_of(w, f, f.noun_lemma == i, f.verb_lemma == i);
      f.closed_class = std::uint8_t(WordClass::mark);
    }
  }

  // Union-find over derivations whose words begin alike: "employ" and "employment", not "see" and "sight".
  void families() {
    parent_.resize(words_.size());
    std::iota(parent_.begin(), parent_.end(), 0u);
    for (auto const& [a, b] : wordnet_.derived) {
      auto const x = id(a), y = id(b);
      if (x == 0 || y == 0) continue;
      std::size_t common = 0;
      while (common < a.size() && common < b.size() && a[common] == b[common]) ++common;
      if (common < 3 || common * 5 < std::min(a.size(), b.size()) * 3) continue;
      auto const r = root(x), s = root(y);
      parent_[std::max(r, s)] = std::min(r, s);
    }
  }
  std::uint32_t root(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  std::uint32_t family_of(WordInfo const& f) {
    bool const is_verb = f.usual_part == verb;
    return root(is_verb ? f.verb_lemma : f.noun_lemma);
  }

  void put_text(layout::Header& h, Blob& blob) {
    std::vector<std::uint32_t> offsets;
    text_.push_back('\0');
    for (auto const& w : words_) {
      offsets.push_back(std::uint32_t(text_.size()));
      text_ += w;
    }
    offsets.push_back(std::uint32_t(text_.size()));
    h.text_offset = blob.put(offsets);
    std::uint32_t slots = 1;
    while (slots < words_.size() * 2) slots *= 2;
    std::vector<layout::Slot> table(slots);
    for (std::uint32_t i = 1; i < words_.size(); ++i) {
      auto const& w = words_[i];
      auto const n = std::uint32_t(w.size());
      auto s = layout::hash(w.data(), n) & (slots - 1);
      while (table[s].id != 0) s = (s + 1) & (slots - 1);
      table[s] = {layout::bytes_at(w.data(), n), i, n};
    }
    h.slots = slots;
    h.slot = blob.put(table);
  }

  void put_vectors(layout::Header& h, Blob& blob) {
    std::vector<std::uint32_t> of(words_.size(), layout::no_vector);
    std::vector<float> scales;
    std::string rows;
    for (std::uint32_t i = 1; i < words_.size(); ++i) {
      auto const v = vectors_.entries.find(words_[i]);
      if (v == vectors_.entries.end()) continue;
      of[i] = std::uint32_t(scales.size());
      scales.push_back(v->second.scale);
      rows += v->second.bytes;
    }
    h.vector_of = blob.put(of);
    h.vector_scale = blob.put(scales);
    h.vectors = blob.put(rows.data(), rows.size());
  }

  void put_synsets(layout::Header& h, Blob& blob) {
    std::map<std::uint32_t, std::uint32_t> number;  // synset -> dense number
    std::vector<std::uint32_t> queue;
    auto add = [&](std::uint32_t synset) {
      auto const [it, fresh] = number.emplace(synset, std::uint32_t(number.size()));
      if (fresh) queue.push_back(synset);
      return it->second;
    };
    std::vector<std::uint32_t> offsets, all;
    for (auto const& w : words_) {
      offsets.push_back(std::uint32_t(all.size()));
      for (int part = 0; part < 4; ++part) {
        auto const lemmas = wordnet_.lemmas(w, wordnet::Part(part));
        if (lemmas.empty()) continue;
        auto const& senses = wordnet_.entries[part].at(lemmas[0]).synsets;
        for (std::size_t i = 0; i < senses.size() && i < 4; ++i) all.push_back(add(senses[i]));
      }
    }
    offsets.push_back(std::uint32_t(all.size()));
    std::vector<std::vector<std::uint32_t>> up;
    for (std::size_t i = 0; i < queue.size(); ++i) {  // grows as parents are met
      std::vector<std::uint32_t> mine;
      for (auto const parent : wordnet_.synsets.at(queue[i]).hypernyms) mine.push_back(add(parent));
      up.push_back(std::move(mine));
    }
    std::vector<std::uint32_t> parent_offsets, parents;
    for (auto const& mine : up) {
      parent_offsets.push_back(std::uint32_t(parents.size()));
      parents.insert(parents.end(), mine.begin(), mine.end());
    }
    parent_offsets.push_back(std::uint32_t(parents.size()));
    h.synset_offset = blob.put(offsets);
    h.synsets = blob.put(all);
    h.parent_offset = blob.put(parent_offsets);
    h.parents = blob.put(parents);
    h.synset_count = std::uint32_t(up.size());
  }

  void put_antonyms(layout::Header& h, Blob& blob) {
    std::vector<std::set<std::uint32_t>> of(words_.size());
    for (auto const& [a, b] : wordnet_.antonyms)
      if (id(a) != 0 && id(b) != 0) of[id(a)].insert(id(b));
    std::vector<std::uint32_t> offsets, all;
    for (auto const& mine : of) {
      offsets.push_back(std::uint32_t(all.size()));
      all.insert(all.end(), mine.begin(), mine.end());
    }
    offsets.push_back(std::uint32_t(all.size()));
    h.antonym_offset = blob.put(offsets);
    h.antonyms = blob.put(all);
  }

  void put_phrases(layout::Header& h, Blob& blob) {
    std::stable_sort(phrases_.begin(), phrases_.end(), [&](PhraseIn const& a, PhraseIn const& b) {
      auto const x = id(a.words[0]), y = id(b.words[0]);
      if (x != y) return x < y;
      if (a.category != b.category) return a.category < b.category;
      if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
      return a.exact.size() > b.exact.size();  // the exact spelling before the free one
    });
    std::vector<std::uint32_t> offsets(words_.size() + 1), rest;
    std::map<std::pair<WordId, WordId>, std::uint64_t> openings;
    std::vector<layout::Phrase> out;
    std::size_t at = 0;
    for (std::uint32_t w = 0; w < words_.size(); ++w) {
      offsets[w] = std::uint32_t(out.size());
      for (; at < phrases_.size() && id(phrases_[at].words[0]) == w; ++at) {
        auto const& p = phrases_[at];
        layout::Phrase q{};
        q.rest = std::uint32_t(rest.size());
        q.row = p.row;
        q.category = std::uint8_t(p.category);
        q.words = std::uint8_t(p.words.size());
        if (!p.exact.empty()) {
          q.text = std::uint32_t(text_.size());
          text_ += p.exact;
          text_.push_back('\0');
        }
        for (std::size_t i = 1; i < p.words.size(); ++i) rest.push_back(id(p.words[i]));
        info_[w].categories |= std::uint64_t(1) << p.category;
        openings[{w, p.words.size() > 1 ? id(p.words[1]) : unknown_word}] |= std::uint64_t(1) << p.category;
        if (p.category == int(Category::function_words)) close(info_[w], p);
        out.push_back(q);
      }
      for (auto i = out.size(); i-- > offsets[w];)
        out[i].group = std::uint16_t(i + 1 < out.size() && out[i + 1].category == out[i].category ? out[i + 1].group + 1 : 1);
    }
    offsets[words_.size()] = std::uint32_t(out.size());
    h.phrase_offset = blob.put(offsets);
    h.phrases = blob.put(out);
    h.phrase_words = blob.put(rest);
    put_openings(h, blob, openings);
    text_.append(8, '\0');
    h.text = blob.put(text_.data(), text_.size());
  }
  void put_openings(layout::Header& h, Blob& blob, std::map<std::pair<WordId, WordId>, std::uint64_t> const& all) {
    auto const alone = [&](WordId w) {
      auto const it = all.find({w, unknown_word});
      return it == all.end() ? std::uint64_t(0) : it->second;
    };
    h.opening_slots = 1;
    while (h.opening_slots < all.size() * 2) h.opening_slots *= 2;
    std::vector<layout::Opening> table(h.opening_slots);
    for (auto const& [words, categories] : all) {
      auto const [first, second] = words;
      if (info_[first].categories == alone(first)) continue;
      info_[first].forms |= opens_phrases;
      auto s = layout::opening_hash(first, second) & (h.opening_slots - 1);
      while (table[s].first != unknown_word) s = (s + 1) & (h.opening_slots - 1);
      table[s] = {first, second, categories | alone(first)};
    }
    h.openings = blob.put(table);
  }
  // The first row of a word decides.
  void close(WordInfo& f, PhraseIn const& p) const {
    if (p.words.size() != 1 || !p.exact.empty())
      throw std::runtime_error("function_words.tsv: one word, in any case, an entry");
    if (f.closed_class == std::uint8_t(WordClass::mark))
      f.closed_class = std::uint8_t(word_forms::closed_class_of(rows_[std::size_t(p.category)][std::size_t(p.row)].cells[1]));
    if (p.words[0].ends_with("nt")) f.forms |= holds_not;  // "dont", without its apostrophe
  }

  Vectors vectors_;
  wordnet::Data wordnet_;
  std::vector<PhraseIn> phrases_;
  std::vector<std::vector<Row>> const& rows_;  // by category
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> id_;
  std::vector<std::uint32_t> parent_;
  std::vector<WordInfo> info_;
  std::string text_;
};

int run(fs::path const& folder, std::string const& wordnet_folder, fs::path const& output) {
  static_assert(int(Category::count) <= 64, "WordInfo::categories has 64 bits");
  std::vector<PhraseIn> phrases;
  std::vector<std::vector<Row>> rows;
  for (int c = 0; c < int(Category::count); ++c)
    rows.push_back(read_rows(folder / (std::string(category_names[c]) + ".tsv"), c, phrases));
  Compiler compiler(read_vectors(folder / "word_vectors.bin"), wordnet::read(wordnet_folder), std::move(phrases), rows);
  auto const blob = compiler.compile();
  std::ofstream(output / "lexicon.bin", std::ios::binary).write(blob.data(), std::streamsize(blob.size()));
  write_rows(output / "vocabulary_rows.cpp", rows);
  write_units(output / "unit_table.cpp", rows[int(Category::units)], rows[int(Category::currencies)]);
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) return std::cerr << "usage: compile_vocabulary VOCABULARY_DIR WORDNET_DIR OUTPUT_DIR\n", 2;
  return run(argv[1], argv[2], argv[3]);
} catch (std::exception const& e) {
  std::cerr << "error: " << e.what() << '\n';
  return 1;
}
