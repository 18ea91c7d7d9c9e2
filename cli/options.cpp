#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "cli/input_file.hpp"
#include "cli/replace_file.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

namespace fs = std::filesystem;

constexpr int file_width = 100;  // columns of a text report in a file

// An output format is a row here and a file in src/report.
struct Format {
  char const* name;
  std::string (*write)(Report const&, RuleBook const&, TextStyle);
  bool prints_claims = false;  // those without a finding as well
};
using Rules = RuleBook const&;
constexpr Format formats[] = {
    {"text", [](Report const& report, Rules, TextStyle style) { return text_report(report, style); }},
    {"concise", [](Report const& report, Rules, TextStyle style) { return concise_report(report, style); }},
    {"json", [](Report const& report, Rules, TextStyle) { return json_report(report); }},
    {"jsonl", [](Report const& report, Rules, TextStyle) { return jsonl_report(report); }},
    {"sarif", [](Report const& report, Rules rules, TextStyle) { return sarif_report(report, rules.rules()); }},
    {"junit", [](Report const& report, Rules, TextStyle) { return junit_report(report); }},
    {"checkstyle", [](Report const& report, Rules, TextStyle) { return checkstyle_report(report); }},
    {"github", [](Report const& report, Rules, TextStyle) { return github_report(report); }},
    {"gitlab", [](Report const& report, Rules, TextStyle) { return gitlab_report(report); }},
    {"markdown", [](Report const& report, Rules, TextStyle) { return markdown_report(report); }},
    {"html", [](Report const& report, Rules rules, TextStyle) { return html_report(report, rules.rules()); }, true},
    {"csv", [](Report const& report, Rules, TextStyle) { return csv_report(report); }},
};

Format const* find_format(std::string_view name) {
  for (auto const& format : formats)
    if (name == format.name) return &format;
  return nullptr;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (auto const& format : formats) names.emplace_back(format.name);
  return names;
}

OutputFile output_file(std::string const& text) {
  auto const colon = text.find(':');
  return colon == text.npos ? OutputFile{} : OutputFile{text.substr(0, colon), text.substr(colon + 1)};
}

// What is wrong with a FORMAT:PATH; empty: nothing.
std::string output_problem(std::string const& text) {
  auto const file = output_file(text);
  if (file.path.empty()) return "'" + text + "' is not FORMAT:PATH, as in html:report.html";
  if (find_format(file.format)) return {};
  auto const names = format_names();
  auto const meant = nearest(file.format, names);
  return "there is no format '" + file.format + "'" + (meant.empty() ? "" : "; did you mean '" + meant + "'?");
}

// The *.rule files of a folder in order of name, or the file itself.
std::vector<std::string> rule_files(std::string const& path, std::error_code& error) {
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".rule") files.push_back(entry->path().string());
  std::sort(files.begin(), files.end());
  return files;
}

Diagnostic unreadable_rules(std::string const& path, std::string message) {
  return {path, 0, 0, std::move(message), {}, "name a folder of *.rule files, or one such file"};
}

}  // namespace

void add_inputs(CLI::App& command, InputOptions& options) {
  auto* const paths =
      command.add_option("PATH", options.paths, "A file, a folder (read with all its subfolders) or - for standard input");
  auto* const jsonl =
      command.add_option("--jsonl", options.jsonl,
                         "In place of PATH: a file, or -, with one article a line as JSON: "
                         "{\"id\", \"text\" or \"html\", \"title\"?, \"date\"?, \"source\"?, \"url\"?, \"tier\"?}");
  jsonl->type_name("FILE");
  paths->excludes(jsonl);
}

ReadResult read_inputs(InputOptions const& options) {
  require_inputs(options);
  auto result = options.jsonl.empty() ? read_paths(options.paths) : read_jsonl(options.jsonl);
  std::vector<std::string> warnings;
  for (auto const& article : result.articles)
    for (auto const& warning : article.warnings) warnings.push_back(article.id + ": " + warning);
  complain_of_inputs(result.unreadable, warnings, result.articles.size());
  return result;
}

void require_inputs(InputOptions const& options) {
  if (options.paths.empty() && options.jsonl.empty()) throw CLI::RequiredError("PATH or --jsonl FILE");
}

void complain_of_inputs(std::vector<Diagnostic> const& unreadable, std::vector<std::string> const& warnings,
                        std::size_t articles) {
  for (auto const& diagnostic : unreadable) complain(diagnostic);
  for (auto const& warning : warnings) complain(warning);
  if (articles == 0 && unreadable.empty()) complain("there is no article in what was given");
}

ExitStatus status_of(ReadResult const& read) { return read.unreadable.empty() ? ExitStatus::clean : ExitStatus::unreadable; }

void add_threads(CLI::App& command, unsigned& threads) {
  command.add_option("-j,--threads", threads, "Articles worked on at once (default: as many as the machine has cores)")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
}

void add_rule_folders(CLI::App& command, std::vector<std::string>& folders) {
  command
      .add_option("--rules", folders,
                  "A folder of *.rule files, or one such file, beside the built-in rules; one with the id of an earlier rule "
                  "replaces it. May be given several times")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

std::optional<RuleBook> load_rule_book(std::vector<std::string> const& folders) {
  auto sources = built_in_rules();
  bool is_complete = true;
  for (auto const& folder : folders) {
    std::error_code error;
    auto const files = rule_files(folder, error);
    if (files.empty() || error) {
      complain(
          unreadable_rules(folder, error ? "cannot be read: " + error.message() : "there is no *.rule file in this folder"));
      is_complete = false;
      continue;
    }
    for (auto const& file : files) {
      auto text = bytes_of(file);
      if (!text) complain(unreadable_rules(file, "cannot be read"));
      is_complete = is_complete && text;
      if (text) sources.push_back({file, std::move(*text)});
    }
  }

  auto loaded = load_rules(sources);
  for (auto const& error : loaded.errors) complain(error);
  if (!is_complete || !loaded.errors.empty()) return {};
  return std::move(loaded.book);
}

void add_report_options(CLI::App& command, ReportOptions& options) {
  command.add_option("--format", options.format, "How to print the report")
      ->check(CLI::IsMember(format_names()))
      ->capture_default_str();
  command
      .add_option("--output", options.outputs,
                  "Also write the report to a file, in any of these formats: html:report.html. May be given several times")
      ->type_name("FORMAT:PATH")
      ->check(CLI::Validator(output_problem, ""))
      ->allow_extra_args(false);
  command.add_option("--fail-on", options.fail_on, "The least severity that makes the exit status 1")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}))
      ->default_str("error");
  add_color(command, options.color);
}

void add_color(CLI::App& command, std::string& color) {
  command.add_option("--color", color, "Colours; auto: on a terminal, unless NO_COLOR is set")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

ColorChoice color_choice(std::string const& color) {
  return color == "always" ? ColorChoice::always : color == "never" ? ColorChoice::never : ColorChoice::automatic;
}

std::string rendered(Report const& report, RuleBook const& rules, ReportOptions const& options) {
  auto const* const format = find_format(options.format);
  return format ? format->write(report, rules, text_style(color_choice(options.color))) : std::string();
}

bool needs_claims(ReportOptions const& options) {
  auto const asks = [](std::string const& name) { return find_format(name) && find_format(name)->prints_claims; };
  return asks(options.format) || std::any_of(options.outputs.begin(), options.outputs.end(),
                                             [&](auto const& output) { return asks(output_file(output).format); });
}

bool can_write_outputs(ReportOptions const& options) {
  std::vector<std::string> paths;
  for (auto const& output : options.outputs) {
    auto const path = output_file(output).path;
    auto problem = write_problem(path);
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) problem = "is named by two --output options";
    if (!problem.empty()) {
      complain(path + ": " + problem);
      return false;
    }
    paths.push_back(path);
  }
  return true;
}

bool write_outputs(Report const& report, RuleBook const& rules, ReportOptions const& options) {
  TextStyle const style{file_width, options.color == "always", {}};
  bool all = true;
  for (auto const& output : options.outputs) {
    auto const file = output_file(output);
    auto const problem = replace_file(file.path, find_format(file.format)->write(report, rules, style));
    if (!problem.empty()) complain(file.path + ": " + problem);
    all = all && problem.empty();
  }
  return all;
}

ExitStatus status_of(Report const& report, ReportOptions const& options, Config const& config) {
  auto const& fail_on = options.fail_on.empty() ? config.fail_on : options.fail_on;
  if (!report.unreadable.empty()) return ExitStatus::unreadable;
  for (auto const& finding : report.findings) {
    bool const counts = fail_on == "info" || (fail_on == "warning" && finding.severity != Severity::info) ||
                        (fail_on == "error" && finding.severity == Severity::error);
    if (counts) return ExitStatus::found;
  }
  return ExitStatus::clean;
}

}  // namespace counterclaim::cli
