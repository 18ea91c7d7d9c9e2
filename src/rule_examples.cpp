#include "counterclaim/rule_examples.hpp"

#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"

namespace counterclaim {
namespace {

Article to_article(RuleExample::Text const& text) {
  // A first line with a blank line behind it is read as the headline.
  Article article = read_plain(text.id, text.title.empty() ? text.text : text.title + "\n\n" + text.text);
  if (!text.date.empty()) article.date = parse_iso_date(text.date);
  if (!text.source.empty()) article.source = text.source;
  if (auto const tier = parse_tier(text.tier)) article.tier = *tier;
  return article;
}

ExampleOutcome run(RuleBook const& book, RuleSummary const& rule, RuleExample const& example) {
  std::vector<Article> articles;
  for (auto const& text : example.articles) articles.push_back(to_article(text));
  Report const report = lint(std::move(articles), book, 1);
  ExampleOutcome outcome{rule.id, rule.shape, rule.file, example.name, example.line, example.conflict, example.todo, false, {}};
  bool found = false;
  for (auto const& finding : report.findings) {
    if (finding.rule != rule.id) continue;
    found = true;
    outcome.found += finding.message + "\n";
  }
  outcome.holds = found == example.conflict;
  return outcome;
}

}  // namespace

std::vector<ExampleOutcome> run_examples(RuleBook const& book) {
  std::vector<ExampleOutcome> outcomes;
  for (auto const& rule : book.rules()) {
    for (auto const& example : rule.examples) outcomes.push_back(run(book, rule, example));
  }
  return outcomes;
}

}  // namespace counterclaim
