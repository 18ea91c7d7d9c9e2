// counterclaim read PATH...
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace counterclaim::cli {
namespace {

ExitStatus read(InputOptions const& options) {
  auto const result = read_inputs(options);
  for (auto const& article : result.articles)
    if (!print(json_article(article) + "\n")) break;
  return status_of(result);
}

}  // namespace

void add_read(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<InputOptions>();
  auto* const command = app.add_subcommand("read", "Print articles as they were read, one JSON object a line");
  add_inputs(*command, *options);
  command->footer(
      "Title, date, source, author, address and tier as they were found, and the text that a reader sees.\n\n"
      "Example:\n"
      "  counterclaim read page.html | jq -r .text\n");
  command->callback([options, &chosen] { chosen = [options] { return read(*options); }; });
}

}  // namespace counterclaim::cli
