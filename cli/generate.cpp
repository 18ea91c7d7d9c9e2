// counterclaim generate man|bash|zsh|fish
#include "cli/generate.hpp"

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/output.hpp"

namespace counterclaim::cli {
namespace {

struct Kind {
  char const* name;
  char const* text;
  std::string (*make)(CommandPage const&);
};
constexpr Kind kinds[] = {
    {"man", "The manual page, for man(1)", manual},
    {"bash", "Completions for bash: source them, or put them into bash-completion's folder", bash_completion},
    {"zsh", "Completions for zsh: _counterclaim in a folder of $fpath", zsh_completion},
    {"fish", "Completions for fish: counterclaim.fish in its folder of completions", fish_completion},
};

}  // namespace

void add_generate(CLI::App& app, Run& chosen) {
  auto* const command = app.add_subcommand("generate", "Print the manual page, or completions for a shell");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n"
      "  counterclaim generate man | man -l -\n"
      "  source <(counterclaim generate bash)\n");
  for (auto const& kind : kinds)
    command->add_subcommand(kind.name, kind.text)->callback([&app, &chosen, make = kind.make] {
      chosen = [&app, make] {
        print(make(describe(app)));
        return ExitStatus::clean;
      };
    });
}

}  // namespace counterclaim::cli
