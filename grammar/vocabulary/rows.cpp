#include "grammar/vocabulary/rows.hpp"

#include <fstream>
#include <stdexcept>

#include "counterclaim/fold.hpp"
#include "counterclaim/vocabulary.hpp"
#include "grammar/scan.hpp"

namespace counterclaim::vocabulary_files {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(std::string const& s, char by) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t at; (at = s.find(by, from)) != s.npos; from = at + 1) out.push_back(s.substr(from, at - from));
  out.push_back(s.substr(from));
  return out;
}

// Tokens of a phrase as the lexer will see them, in lower case.
std::vector<std::string> tokens_of(std::string const& phrase) {
  std::vector<std::string> out;
  RawToken t;
  for (std::uint32_t at = 0; scan_token(phrase, at, std::uint32_t(phrase.size()), t); at = t.end) {
    Folded f;
    fold(std::string_view(phrase).substr(t.begin, t.end - t.begin), f);
    out.emplace_back(f.text());
  }
  return out;
}

std::string literal(std::string const& s) {
  std::string out = "\"";
  for (char const c : s) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::vector<Row> read_rows(fs::path const& file, int category, std::vector<PhraseIn>& phrases) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  std::vector<Row> rows;
  int line_number = 0;
  for (std::string line; std::getline(in, line);) {
    ++line_number;
    if (line.empty() || line[0] == '#') continue;
    auto cells = split(line, '\t');
    auto fail = [&](std::string const& what) {
      throw std::runtime_error(file.string() + ":" + std::to_string(line_number) + ": " + what);
    };
    if (cells.size() > 1 + vocabulary_columns)
      fail("more than " + std::to_string(vocabulary_columns) + " columns behind the phrase");
    for (auto variant : split(cells[0], '|')) {
      bool const exact = variant.size() > 1 && variant[0] == '=';
      if (exact) variant.erase(0, 1);
      PhraseIn p{tokens_of(variant), {}, category, int(rows.size())};
      if (p.words.empty() || p.words.size() > 12) fail("a phrase of no words or too many: '" + variant + "'");
      if (exact) {
        p.exact = variant;
        std::erase(p.exact, ' ');
      }
      phrases.push_back(std::move(p));
    }
    rows.push_back({std::move(cells)});
  }
  return rows;
}

void write_rows(fs::path const& file, std::vector<std::vector<Row>> const& rows) {
  std::ofstream out(file);
  out << "// Made by compile_vocabulary from grammar/vocabulary/*.tsv.\n#include \"counterclaim/vocabulary.hpp\"\n\nnamespace "
         "counterclaim {\nnamespace {\n";
  for (std::size_t c = 0; c < rows.size(); ++c) {
    out << "constexpr VocabularyRow rows_" << c << "[] = {\n";
    for (auto const& r : rows[c]) {
      out << "    {" << literal(split(r.cells[0], '|')[0]) << ", {";
      for (std::size_t i = 1; i < r.cells.size(); ++i) out << literal(r.cells[i]) << ", ";
      out << "}},\n";
    }
    if (rows[c].empty()) out << "    {},\n";
    out << "};\n";
  }
  out << "constexpr std::span<VocabularyRow const> all[] = {\n";
  for (std::size_t c = 0; c < rows.size(); ++c) out << "    {rows_" << c << ", " << rows[c].size() << "},\n";
  out << "};\n}  // namespace\nstd::span<VocabularyRow const> vocabulary(Category category) { return "
         "all[static_cast<int>(category)]; }\n"
         "}  // namespace counterclaim\n";
}

}  // namespace counterclaim::vocabulary_files
