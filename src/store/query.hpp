// Questions about what the set says.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace counterclaim::store {

// Spellings of the set that mean `name`: those that hold its words, and all that stand for one thing with one of them.
std::vector<std::string> spellings_of(SQLite::Database& db, std::string const& name);
bool holds_words(std::string_view text, std::string_view words);  // whole words, without regard to case

}  // namespace counterclaim::store
