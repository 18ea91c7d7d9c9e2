// The generated table of units (src/unit_table.hpp). Build time only.
#pragma once
#include "grammar/vocabulary/rows.hpp"

namespace counterclaim::vocabulary_files {

void write_units(std::filesystem::path const& file, std::vector<Row> const& units, std::vector<Row> const& currencies);

}  // namespace counterclaim::vocabulary_files
