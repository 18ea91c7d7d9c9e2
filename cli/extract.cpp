// counterclaim extract PATH...
#include "counterclaim/extract.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "counterclaim/parallel.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  InputOptions inputs;
  unsigned threads = 0;
};

// Articles whose lines are held before they are written.
constexpr std::size_t batch_size = 1024;

ExitStatus extract(Options const& options) {
  auto read = read_inputs(options.inputs);
  auto& articles = read.articles;
  std::stable_sort(articles.begin(), articles.end(), [](Article const& a, Article const& b) { return a.id < b.id; });

  std::vector<std::string> lines;
  for (std::size_t first = 0; first < articles.size(); first += batch_size) {
    lines.assign(std::min(batch_size, articles.size() - first), {});
    parallel_for(lines.size(), options.threads, [&](std::size_t i) {
      auto& article = articles[first + i];
      Arena kept;
      lines[i] = json_claims(resolve_figures(article, static_cast<std::uint32_t>(first + i), kept), article);
      article = {};  // its text is not needed any more
    });
    std::string all;
    for (auto const& line : lines) all += line;
    if (!print(all)) break;
  }
  return status_of(read);
}

}  // namespace

void add_extract(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("extract", "Print the claims of articles, one JSON object a line");
  add_inputs(*command, options->inputs);
  add_threads(*command, options->threads);
  command->footer(
      "Quantities, dates, durations, ranks and comparisons, each with its place, value, unit, subject, attribution and\n"
      "certainty, in order of article and place.\n\n"
      "Examples:\n"
      "  counterclaim extract article.md\n"
      "  echo 'The dam holds 3.2 million cubic metres.' | counterclaim extract -\n"
      "  counterclaim extract --jsonl articles.jsonl | jq 'select(.dimension == \"money\")'\n");
  command->callback([options, &chosen] { chosen = [options] { return extract(*options); }; });
}

}  // namespace counterclaim::cli
