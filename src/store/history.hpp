// Runs, and what appeared and vanished between them.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include "counterclaim/store.hpp"

namespace counterclaim::store {

// Notes a run that changed something, and of each finding whether it is new or gone.
void note_run(SQLite::Database& db, Report const& report, RunFigures const& figures);

}  // namespace counterclaim::store
