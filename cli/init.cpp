// counterclaim init
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/replace_file.hpp"
#include "counterclaim/config.hpp"

namespace counterclaim::cli {
namespace {

ExitStatus init(std::string const& folder) {
  auto const path = (std::filesystem::path(folder) / config_name).lexically_normal().string();
  return told(path, create_file(path, starter_config()));
}

}  // namespace

void add_init(CLI::App& app, Run& chosen) {
  auto const folder = std::make_shared<std::string>(".");
  auto* const command = app.add_subcommand("init", "Write a commented counterclaim.toml to start from");
  command->add_option("DIR", *folder, "The folder it is written to; a file that is there stays as it is")
      ->capture_default_str();
  command->footer("Example:\n  counterclaim init && counterclaim config show\n");
  command->callback([folder, &chosen] { chosen = [folder] { return init(*folder); }; });
}

}  // namespace counterclaim::cli
