// The program's command line, and the only place that catches.
#include <CLI/CLI.hpp>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "counterclaim/memory.hpp"
#include "counterclaim/report.hpp"
#include "counterclaim/text.hpp"

namespace {

using namespace counterclaim;
using namespace counterclaim::cli;

std::string message(CLI::App const& app, CLI::Error const& error, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-' || !app.get_subcommands().empty()) return error.what();
  std::vector<std::string> names;
  for (auto const* command : app.get_subcommands([](CLI::App const*) { return true; })) names.push_back(command->get_name());
  auto const near = nearest(argv[1], names);
  return "unknown command '" + std::string(argv[1]) + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?");
}

ExitStatus usage_error(CLI::App const& app, CLI::Error const& error, int argc, char** argv) {
  complain(message(app, error, argc, argv));
  std::string command = "counterclaim";
  for (auto const* chosen : app.get_subcommands()) command += " " + chosen->get_name();
  complain("`" + command + " --help` lists what can be given");
  return ExitStatus::usage;
}

ExitStatus run(int argc, char** argv) {
  CLI::App app(
      "Finds facts that disagree: reads articles, and reports the figures, dates, ranks and comparisons in them that\n"
      "cannot all be true, that do not add up, or that nobody can check.",
      "counterclaim");
  app.set_version_flag("--version", "counterclaim " + std::string(version()), "Print the program's version");
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(1);
  app.formatter(help_formatter());
  app.footer(
      "`counterclaim COMMAND --help` says more of each.\n\n"
      "Example:\n"
      "  counterclaim check articles/\n");
  Run chosen;
  add_check(app, chosen);
  add_extract(app, chosen);
  add_read(app, chosen);
  add_compare(app, chosen);
  add_explain(app, chosen);
  add_rules(app, chosen);
  add_fetch(app, chosen);
  add_query(app, chosen);
  add_history(app, chosen);
  add_report(app, chosen);
  add_watch(app, chosen);
  add_config(app, chosen);
  add_init(app, chosen);
  add_accept(app, chosen);
  add_generate(app, chosen);  // last: it describes all of them
  for (auto* command : app.get_subcommands([](CLI::App*) { return true; })) command->group("Commands");
  try {
    app.parse(argc, argv);
    return chosen();
  } catch (CLI::CallForHelp const&) {
    print(app.help());
  } catch (CLI::CallForVersion const& version) {
    print(std::string(version.what()) + "\n");
  } catch (CLI::Error const& error) {
    return usage_error(app, error, argc, argv);
  }
  return ExitStatus::clean;
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  prepare_streams();
  try {
    return static_cast<int>(run(argc, argv));
  } catch (StoreError const& error) {
    complain(error.what());
    return static_cast<int>(status_of(error));
  } catch (OutputError const& error) {
    complain(error.what());
    return static_cast<int>(ExitStatus::usage);
  } catch (std::bad_alloc const&) {
    complain("out of memory");
  } catch (std::exception const& error) {
    complain(std::string("internal error: ") + error.what());
  }
  return static_cast<int>(ExitStatus::internal);
}
