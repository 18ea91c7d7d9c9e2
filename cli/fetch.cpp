// counterclaim fetch URL... --into DIR
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/web.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  std::vector<std::string> urls;
  FetchOptions fetch;
};

ExitStatus fetch_pages(Options const& options) try {
  auto const result = fetch_with_progress(options.urls, options.fetch);
  auto const count = [&](FetchOutcome outcome) {
    return std::to_string(
        std::count_if(result.pages.begin(), result.pages.end(), [&](auto const& p) { return p.outcome == outcome; }));
  };
  for (auto const& page : result.pages)
    if (page.outcome == FetchOutcome::stored && !print(page.file + "\n")) break;
  complain(count(FetchOutcome::stored) + " stored, " + count(FetchOutcome::unchanged) + " unchanged, " +
           count(FetchOutcome::resumed) + " from the run before, " + std::to_string(result.failures.size()) + " failed; " +
           std::to_string(result.requests) + " requests, " + std::to_string((result.bytes + 999) / 1000) + " kB");
  return status_of(result);
} catch (std::system_error const& error) {
  complain("pages cannot be stored: " + std::string(error.what()));
  return ExitStatus::internal;
}

}  // namespace

void add_fetch(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("fetch", "Bring pages, feeds and sitemaps from the web into a folder");
  command->add_option("URL", options->urls, "A page, or an RSS or Atom feed or a sitemap whose pages are wanted")->required();
  command->add_option("--into", options->fetch.into, "The folder the pages are stored in; made if it is missing")
      ->required()
      ->type_name("DIR");
  add_fetch_options(*command, options->fetch);
  command->footer(
      "Each page becomes a Markdown file with front matter that `counterclaim check DIR` reads. A second run asks only for "
      "what\n"
      "has changed, and one that was interrupted goes on. robots.txt is obeyed. Files that were stored anew are printed, one "
      "a\n"
      "line; what failed is listed at the end.\n\n"
      "Exit status: 0 all was fetched, 2 wrong usage, 3 something could not be fetched (the rest was stored), 4 nothing can "
      "be\n"
      "stored there, or internal error.\n\n"
      "Examples:\n"
      "  counterclaim fetch https://example.org/news/lake-levels --into articles\n"
      "  counterclaim fetch --since 2025-01-01 https://example.org/feed.xml --into articles && counterclaim check articles\n");
  command->callback([options, &chosen] { chosen = [options] { return fetch_pages(*options); }; });
}

}  // namespace counterclaim::cli
