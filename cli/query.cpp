// counterclaim query, counterclaim history
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/options.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  std::string database, format = "table", color = "auto";
  std::string article, text, sql;
  Question question;
  std::string from, to;
  bool timeline = false;
  std::size_t runs = 20;
};

ExitStatus show(Answer const& answer, Options const& options) {
  auto const style = text_style(color_choice(options.color));
  if (options.format == "json")
    print(json_table(answer.full));
  else if (options.format == "csv")
    print(csv_table(answer.full));
  else if (options.format == "svg")
    print(svg_timelines(answer.timelines));
  else if (options.timeline)
    print(text_timelines(answer.timelines, style));
  else
    print(text_table(answer.brief, style));
  if (answer.full.rows.empty()) complain("nothing in the database answers that");
  return ExitStatus::clean;
}

std::string not_a_day(std::string const& text) {
  return parse_iso_date(text) ? std::string() : "'" + text + "' is no date as in 2025-01-31";
}

ExitStatus query(Options options) {
  if (!options.sql.empty()) return show(ask_sql(options.database, options.sql), options);
  if (!options.text.empty()) return show(ask_text(options.database, options.text), options);
  if (!options.article.empty()) return show(ask_article(options.database, options.article), options);
  options.question.from = parse_iso_date(options.from);
  options.question.to = parse_iso_date(options.to);
  return show(ask_claims(options.database, options.question), options);
}

void add_formats(CLI::App& command, Options& options, std::vector<std::string> const& names) {
  command.add_option("--format", options.format, "How to print the answer")->check(CLI::IsMember(names))->capture_default_str();
  add_color(command, options.color);
}

}  // namespace

void add_query(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("query", "Ask a claim database what was ever claimed, by whom and when");
  auto& question = options->question;
  command->add_option("--subject", question.subject, "Claims about this: words of its name, or another name of it")
      ->type_name("NAME");
  command
      ->add_option("--attribute", question.attribute, "Claims of this attribute: words of it, of what is counted or measured")
      ->type_name("WORDS");
  command->add_option("--kind", question.kind, "Claims of this kind")
      ->check(CLI::IsMember({"quantity", "date", "duration", "rank", "comparison"}));
  command->add_option("--source", question.source, "Claims of this source: words of its name")->type_name("NAME");
  command->add_option("--from", options->from, "Claims of articles from this day on")
      ->type_name("DATE")
      ->check(CLI::Validator(not_a_day, ""));
  command->add_option("--to", options->to, "Claims of articles up to this day")
      ->type_name("DATE")
      ->check(CLI::Validator(not_a_day, ""));
  auto* const timeline =
      command->add_flag("--timeline", options->timeline, "Draw the figures by date; with --format svg for a file");
  auto* const article =
      command->add_option("--article", options->article, "What this article claims, and which others agree or differ");
  article->type_name("ID");
  auto* const text = command->add_option("--text", options->text, "Articles that hold all these words");
  text->type_name("WORDS");
  auto* const sql =
      command->add_option("--sql", options->sql, "Any SELECT over the tables of the database; nothing can be changed");
  sql->type_name("SELECT");
  for (auto* const one : {article, text, sql})
    for (auto* const other : {article, text, sql, timeline})
      if (one != other) one->excludes(other);
  add_database(*command, options->database);
  add_formats(*command, *options, {"table", "json", "csv", "svg"});
  command->footer(
      "The table shows what fits; json and csv have every column.\n\n"
      "Examples:\n"
      "  counterclaim query --subject 'Orrin Motors' --attribute 'valuation'\n"
      "  counterclaim query --subject 'Lake Mora' --timeline\n"
      "  counterclaim query --subject 'Lake Mora' --timeline --format svg > mora.svg\n"
      "  counterclaim query --article a.md --format json\n"
      "  counterclaim query --text 'water level'\n"
      "  counterclaim query --sql 'SELECT subject, count(*) FROM claim GROUP BY subject ORDER BY 2 DESC LIMIT 10'\n");
  command->callback([options, &chosen] { chosen = [options] { return query(*options); }; });
}

void add_history(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command =
      app.add_subcommand("history", "Say which findings appeared and vanished between runs with a claim database");
  command->add_option("--runs", options->runs, "How many runs, from the last one back")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  add_database(*command, options->database);
  add_formats(*command, *options, {"table", "json", "csv"});
  command->footer(
      "Runs that changed nothing are not listed. +2 ~1 -0 are articles that came, changed and went.\n\n"
      "Example:\n"
      "  counterclaim history --db claims.db --runs 5\n");
  command->callback(
      [options, &chosen] { chosen = [options] { return show(ask_history(options->database, options->runs), *options); }; });
}

}  // namespace counterclaim::cli
