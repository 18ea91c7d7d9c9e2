// The command line as data, read off the parser's own tree: what manuals and completions are made of, so that they cannot say
// anything else than --help.
#pragma once
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace counterclaim::cli {

struct OptionPage {
  std::vector<std::string> names;    // "-j", "--threads"; of arguments: "PATH"
  std::string value;                 // "N", "FILE"; empty for flags
  std::string text;                  // without choices and default
  std::vector<std::string> choices;  // of the value
  std::string initial;               // the default; empty if none
  bool is_argument = false, is_repeatable = false, is_required = false;
  bool takes_value() const { return !value.empty(); }
};
struct CommandPage {
  std::string name, text, footer;
  std::vector<OptionPage> options;  // arguments among them
  std::vector<CommandPage> commands;
};
CommandPage describe(CLI::App const& app);

}  // namespace counterclaim::cli
