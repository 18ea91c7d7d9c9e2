#include "cli/web.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "cli/output.hpp"
#include "cli/signals.hpp"
#include "cli/temporary_folder.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

namespace fs = std::filesystem;

constexpr char const* clear_line = "\r\x1b[K";

void show(FetchProgress const& progress) {
  auto line = std::to_string(progress.done) + " of " + std::to_string(progress.total);
  if (progress.failed > 0) line += ", " + std::to_string(progress.failed) + " failed";
  line += "  " + progress.host;
  winsize size{};
  std::size_t const width = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  while (line.size() >= width) line.pop_back();  // hosts are ASCII
  std::fprintf(stderr, "%s%s", clear_line, line.c_str());
}

}  // namespace

void add_allow_private(CLI::App& command, FetchOptions& options) {
  command.add_flag_callback(
      "--allow-private", [&options] { options.reach = Reach::anywhere; },
      "Also contact addresses that are not public: this machine, the local network, documentation ranges");
}

void add_fetch_options(CLI::App& command, FetchOptions& options) {
  command
      .add_option_function<std::string>(
          "--since",
          [&options](std::string const& text) {
            options.since = parse_iso_date(text);
            if (!options.since || text.size() != 10)
              throw CLI::ValidationError("--since", "not a date like 2025-01-31: " + text);
          },
          "Pass over what a feed or sitemap dates before this day (YYYY-MM-DD)")
      ->type_name("DATE");
  command.add_option("--limit", options.most_listed, "Pages to take from feeds and sitemaps in one run")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str()
      ->type_name("N");
  command
      .add_option_function<double>(
          "--delay",
          [&options](double seconds) { options.delay = std::chrono::milliseconds(static_cast<long>(seconds * 1000)); },
          "Seconds between two requests to one host")
      ->check(CLI::Range(0.0, 3600.0))
      ->default_str("1")
      ->type_name("SECONDS");
  command.add_option("--parallel", options.parallel, "Requests at once, never two to one host")
      ->check(CLI::Range(1, 64))
      ->capture_default_str()
      ->type_name("N");
  command
      .add_option_function<std::size_t>(
          "--max-size", [&options](std::size_t megabytes) { options.most_bytes = megabytes * 1'000'000; },
          "Megabytes a page may have after decompression")
      ->check(CLI::Range(1, 1000))
      ->default_str("10")
      ->type_name("MB");
  command
      .add_option_function<unsigned>(
          "--time-limit", [&options](unsigned seconds) { options.longest_request = std::chrono::seconds(seconds); },
          "Seconds a request may take")
      ->check(CLI::Range(1, 3600))
      ->default_str("60")
      ->type_name("SECONDS");
  command.add_option("--user-agent", options.user_agent, "What to call ourselves in place of counterclaim/VERSION")
      ->check([](std::string const& name) {
        bool const is_clean = std::all_of(name.begin(), name.end(), [](unsigned char c) { return c >= ' ' && c < 0x7f; });
        return is_clean ? std::string() : std::string("only printable ASCII can be sent");
      })
      ->type_name("NAME");
  command
      .add_option(
          "--proxy", options.proxy,
          "A proxy to go through; those of the environment are not used. It resolves the names, so the addresses behind "
          "them are its business")
      ->type_name("URL");
  add_allow_private(command, options);
}

FetchResult fetch_with_progress(std::vector<std::string> const& urls, FetchOptions options) {
  bool const is_terminal = isatty(STDERR_FILENO) == 1;
  if (is_terminal) options.progress = show;
  options.is_stopped = [] { return is_signalled(); };
  SignalsNoted const signals;
  auto result = fetch(urls, options);
  if (is_terminal) std::fputs(clear_line, stderr);

  for (auto const& note : result.notes) complain(note);
  if (result.is_interrupted) complain("interrupted: the same command goes on from here");
  if (!result.failures.empty()) complain("not fetched: " + std::to_string(result.failures.size()));
  for (auto const& failure : result.failures) complain("  " + failure.url + ": " + failure.reason);
  return result;
}

ExitStatus status_of(FetchResult const& result) {
  return result.failures.empty() && !result.is_interrupted ? ExitStatus::clean : ExitStatus::unreadable;
}

std::vector<std::string> take_web_addresses(std::vector<std::string>& paths) {
  auto const first = std::stable_partition(paths.begin(), paths.end(), [](auto const& path) { return !is_web_address(path); });
  std::vector<std::string> urls(std::make_move_iterator(first), std::make_move_iterator(paths.end()));
  paths.erase(first, paths.end());
  return urls;
}

ReadResult read_web(std::vector<std::string> const& urls, FetchOptions options) {
  std::optional<TemporaryFolder> temporary;
  if (options.into.empty()) options.into = temporary.emplace().path();
  auto const fetched = fetch_with_progress(urls, options);
  ReadResult result;
  for (auto const& page : fetched.pages) {
    auto read = read_paths({page.file});
    for (auto& article : read.articles) {
      if (temporary) article.id = page.url;
      result.articles.push_back(std::move(article));
    }
    std::move(read.unreadable.begin(), read.unreadable.end(), std::back_inserter(result.unreadable));
  }
  for (auto const& failure : fetched.failures) result.unreadable.push_back({failure.url, 0, 0, failure.reason, {}, {}});
  if (fetched.is_interrupted) result.unreadable.push_back({{}, 0, 0, "interrupted before all pages were fetched", {}, {}});
  return result;
}

}  // namespace counterclaim::cli
