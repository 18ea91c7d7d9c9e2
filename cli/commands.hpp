// The subcommands: each adds itself to the command line and, when it is the one chosen, leaves in `chosen` what to run.
#pragma once
#include <functional>

#include "cli/exit_status.hpp"

namespace CLI {
class App;
}

namespace counterclaim::cli {

using Run = std::function<ExitStatus()>;

void add_check(CLI::App& app, Run& chosen);
void add_extract(CLI::App& app, Run& chosen);
void add_read(CLI::App& app, Run& chosen);
void add_compare(CLI::App& app, Run& chosen);
void add_explain(CLI::App& app, Run& chosen);
void add_rules(CLI::App& app, Run& chosen);
void add_fetch(CLI::App& app, Run& chosen);
void add_query(CLI::App& app, Run& chosen);
void add_history(CLI::App& app, Run& chosen);
void add_report(CLI::App& app, Run& chosen);
void add_watch(CLI::App& app, Run& chosen);
void add_config(CLI::App& app, Run& chosen);
void add_init(CLI::App& app, Run& chosen);
void add_accept(CLI::App& app, Run& chosen);
void add_generate(CLI::App& app, Run& chosen);

}  // namespace counterclaim::cli
