#include "cli/pairs.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "counterclaim/lint.hpp"
#include "counterclaim/parallel.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/report.hpp"

namespace counterclaim::cli {
namespace {

using nlohmann::json;

constexpr std::size_t batch_size = 512;
constexpr char const* first_id = "text_a";
constexpr char const* second_id = "text_b";

struct Answer {
  std::string line;  // empty where there is a problem
  std::string problem;
  ExitStatus status = ExitStatus::clean;
};

std::string field(json const& record, char const* name) {
  auto const at = record.find(name);
  return at != record.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::string missing(json const& record) {
  if (!record.is_object()) return "this line is not a JSON object";
  for (char const* const name : {first_id, second_id})
    if (auto const at = record.find(name); at == record.end() || !at->is_string())
      return "'" + std::string(name) + "' is missing or not a string";
  return {};
}

Article side(json const& record, char const* text, char const* date) {
  auto article = read_plain(text, field(record, text));
  if (auto const day = parse_iso_date(field(record, date))) article.date = day;
  return article;
}

Answer answer(std::string const& line, Project const& project, Gate const& gate, ReportOptions const& options) {
  auto const record = json::parse(line, nullptr, false);
  if (auto problem = missing(record); !problem.empty()) return {{}, std::move(problem), ExitStatus::unreadable};

  std::vector<Article> articles;
  articles.push_back(side(record, first_id, "date_a"));
  articles.push_back(side(record, second_id, "date_b"));
  auto report = lint(std::move(articles), project.rules, 1, project.config.settings);
  pass_reviewed(report, gate, project.all_rules);

  auto const id = record.contains("id") ? record["id"].dump(-1, ' ', false, json::error_handler_t::replace) : "null";
  std::string out = "{\"id\":" + id;
  out += ",\"verdict\":\"" + std::string(to_string(verdict(report, first_id, second_id)));
  out += "\",\"findings\":" + json_findings(report) + "}\n";
  return {std::move(out), {}, status_of(report, options, project.config)};
}

struct Line {
  std::uint32_t number = 0;
  std::string text;
};

std::vector<Line> next_batch(std::istream& in, std::uint32_t& number) {
  std::vector<Line> batch;
  std::string text;
  while (batch.size() < batch_size && std::getline(in, text)) {
    ++number;
    if (text.find_first_not_of(" \t\r") != text.npos) batch.push_back({number, std::move(text)});
  }
  return batch;
}

void complain_of(std::string const& path, std::uint32_t line, std::string message) {
  Diagnostic diagnostic;
  diagnostic.file = path == "-" ? "<stdin>" : path;
  diagnostic.line = line;
  diagnostic.message = std::move(message);
  complain(diagnostic);
}

}  // namespace

ExitStatus compare_pairs(std::string const& path, Project const& project, Gate const& gate, ReportOptions const& options,
                         unsigned threads) {
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  auto& in = path == "-" ? std::cin : file;
  if (!in || in.peek() == std::char_traits<char>::eof()) {
    if (in.eof()) return ExitStatus::clean;
    complain_of(path, 0, "cannot be read");
    return ExitStatus::unreadable;
  }

  auto status = ExitStatus::clean;
  std::uint32_t number = 0;
  for (auto batch = next_batch(in, number); !batch.empty(); batch = next_batch(in, number)) {
    std::vector<Answer> answers(batch.size());
    parallel_for(batch.size(), threads, [&](std::size_t i) { answers[i] = answer(batch[i].text, project, gate, options); });
    std::string out;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      out += answers[i].line;
      status = std::max(status, answers[i].status);
      if (!answers[i].problem.empty()) complain_of(path, batch[i].number, answers[i].problem);
    }
    if (!print(out)) break;
  }
  return status;
}

}  // namespace counterclaim::cli
