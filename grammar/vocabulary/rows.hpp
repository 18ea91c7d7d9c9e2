// The vocabulary's files (*.tsv) read into rows and phrases, and the rows written out as a C++ table. Build time only.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace counterclaim::vocabulary_files {

struct Row {
  std::vector<std::string> cells;
};
struct PhraseIn {
  std::vector<std::string> words;
  std::string exact;  // as written, without blanks; empty where case is free
  int category = 0, row = 0;
};

// The rows of one file; its phrases, cut as the lexer will see them, are added to `phrases`. Throws std::runtime_error naming
// file and line.
std::vector<Row> read_rows(std::filesystem::path const& file, int category, std::vector<PhraseIn>& phrases);
// rows[c] are those of category c.
void write_rows(std::filesystem::path const& file, std::vector<std::vector<Row>> const& rows);

}  // namespace counterclaim::vocabulary_files
