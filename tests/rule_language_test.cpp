// Rule files as text: what is wrong with them is said with line, column and what was expected; nothing crashes.
#include <gtest/gtest.h>

#include <random>

#include "counterclaim/rule.hpp"
#include "counterclaim/rule_syntax.hpp"

namespace counterclaim {
namespace {

// A rule that is right but for what a row puts into it. Its lines: 1 to 4 fixed, the row's from 5 on, then the end.
std::string around(std::string const& clauses, std::string const& form = "pair a, b of quantity") {
  return "rule sample {\n  title \"x\"\n  severity error\n  match " + form + "\n" + clauses +
         "\n  message \"m\"\n  report a \"r\"\n}\n";
}

struct Row {
  std::string text;
  std::string place;  // "line:column"
  std::string message;
  std::string help;  // not looked at if empty
};

// Syntax first, then types; each row has exactly this one error.
std::vector<Row> const wrong = {
    {"rul x {}", "1:1", "expected 'rule', 'list', 'define' or 'pack', found 'rul'", "did you mean 'rule'?"},
    {"rule {", "1:6", "expected a name, found '{'", ""},
    {"rule x", "1:7", "expected '{', found the end of the file", ""},
    {"rule x {\n  titel \"t\"\n}", "2:3", "expected a clause or '}', found 'titel'", "did you mean 'title'?"},
    {"rule x {\n  title t\n}", "2:9", "expected text in quotation marks, found 't'", ""},
    {"rule x {\n  title \"t\n}", "2:11", "expected a closing quotation mark on the same line, found the end of the line", ""},
    {"rule x {\n  title \"t\"", "2:12", "expected a clause or '}', found the end of the file", ""},
    {"rule x {\n  match pairs a, b of date\n}", "2:9", "expected one of: claim, pair, set, cycle, found 'pairs'", ""},
    {"rule x {\n  match pair a b of date\n}", "2:16", "expected 'of', found 'b'", ""},
    {"rule x {\n  where (a.x\n}", "3:1", "expected ')', found '}'", ""},
    {"rule x {\n  where a. == 1\n}", "2:12", "expected a name, found '='", ""},
    {"rule x {\n  where a and\n}", "3:1", "expected an expression, found '}'", ""},
    {"rule x {\n  test maybe { }\n}", "2:8", "expected 'conflict' or 'ok', found 'maybe'", ""},
    {"rule x {\n  test ok { artikel a \"t\" }\n}", "2:13", "expected 'article' or '}', found 'artikel'", ""},
    {"rule x {\n  test ok { article a 2024-5-1 \"t\" }\n}", "2:23", "expected text in quotation marks, found '2024-5-1'", ""},
    {"list x \"a\"", "1:8", "expected '=', found '\"'", ""},
    {"define f(a = 1", "1:12", "expected ')', found '='", ""},
    {"rule ß { }", "1:6", "expected a name, found 'ß'", ""},
    {around("  where a.valeu == 1"), "5:11", "unknown field 'valeu' of a claim", "did you mean 'value'?"},
    {around("  where a.article.dat == b.article.date"), "5:19", "unknown field 'dat' of an article", "did you mean 'date'?"},
    {around("  where disjont(a.value, b.value)"), "5:9", "unknown function 'disjont'", "did you mean 'disjoint'?"},
    {around("  where disjoint(a.value, b.subject)"), "5:9",
     "disjoint() takes (a number, a number) or (a date, a date), not (a number, text)", ""},
    {around("  where disjoint(a.value)"), "5:9", "disjoint() takes (a number, a number) or (a date, a date), not (a number)",
     ""},
    {around("  where c.value == 1"), "5:9", "unknown variable 'c'", "variables are: a, b"},
    {around("  where value == 1"), "5:9", "unknown name 'value'", ""},
    {around("  where a.value"), "5:9", "this must be a condition, not a number", ""},
    {around("  where not a.subject"), "5:13", "this must be a condition, not text", ""},
    {around("  where a.value == 'x'"), "5:9", "cannot compare a number with text", ""},
    {around("  where a.subject < b.subject"), "5:9", "'<' compares numbers and dates, not text", ""},
    {around("  where a.certainty == hedge"), "5:24", "'hedge' is not a certainty", "did you mean 'hedged'?"},
    {around("  where a.certainty in (stated, planed)"), "5:33", "'planed' is not a certainty", "did you mean 'planned'?"},
    {around("  where a.subject in nowhere"), "5:22", "unknown list 'nowhere'", ""},
    {around("  where a.value in (1, 2)"), "5:9", "'in' asks for text, not a number", ""},
    {around("  where a.value.low == 1"), "5:17", "a number has no fields", ""},
    {around("  where a.value + a.subject == 1"), "5:19", "this must be a number, not text", ""},
    {around("  where (a.factor else 'none') == 1"), "5:25", "this must be a number, not text", ""},
    {around("  where count(a) == 1"), "5:9", "count() works on sets and cycles only", ""},
    {around("  where every(some(a.vague))", "set a of quantity"), "5:15",
     "some() cannot stand inside another function over members", ""},
    {around("  severity fatal"), "5:3", "'severity' stands in this rule already", ""},
    {around("    same subjct"), "5:10", "unknown key 'subjct'", "did you mean 'subject'?"},
    {around("    length 2 .. 8"), "5:12", "only cycles have a length", ""},
    {around("    length 1 .. 9", "cycle a of comparison"), "5:12", "a cycle has 2 to 8 comparisons", ""},
    {around("    same article different article"), "5:18", "which articles is said twice", ""},
    {around("    cross a.left = b.value"), "5:20", "'cross' joins a text field of the first variable to one of the second", ""},
    {around("", "claim a, b of date"), "4:18", "'match claim' names one variable, not 2", ""},
    {around("", "claim a of dates"), "4:20", "unknown kind of claim 'dates'", ""},
    {around("", "cycle a of date"), "4:20", "a cycle goes over comparisons only", ""},
    {around("    same subject", "claim a of date"), "5:10", "one claim alone has nothing to share", ""},
    {around("  note c \"n\""), "5:8", "unknown variable 'c'", ""},
    {around("  note b \"{b.vlue}\""), "5:14", "unknown field 'vlue' of a claim", "did you mean 'value'?"},
    {around("  note b \"{b.value\""), "5:11", "the '{' is not closed", ""},
    {around("  note b \"x {b.value +} y\""), "5:23", "expected an expression, found '}'", ""},
    {around("  note b \"first\"\n    \"{b.valu}\""), "6:9", "unknown field 'valu' of a claim", ""},
    {around("  before figure-conflict"), "5:10", "unknown rule 'figure-conflict'", ""},
    {around("  test ok { article a 2024-02-30 \"t\" }"), "5:23", "there is no day 2024-02-30", ""},
    {around("  test ok { article a tier best \"t\" }"), "5:28", "unknown tier 'best'", ""},
    {around("  test ok { article a \"t\" article a \"u\" }"), "5:35", "the article 'a' is named twice", ""},
    {around("  test ok { }"), "5:3", "a test has at least one article", ""},
    {"rule x {\n  severity error\n  match claim a of date\n  message \"m\"\n  report a \"r\"\n}", "1:6",
     "rule 'x' has no 'title'", ""},
    {"rule x {\n  title \"t\"\n  severity error\n  message \"m\"\n  report a \"r\"\n}", "1:6", "rule 'x' has no 'match'", ""},
    {"rule x {\n  title \"t\"\n  severity fatal\n  match claim a of date\n  message \"m\"\n  report a \"r\"\n}", "3:12",
     "unknown severity 'fatal'", "one of: info, warning, error"},
    {"define f(a) = a.vleu == 1", "1:17", "unknown field 'vleu' of a claim", ""},
    {"define known(a) = a.vague", "1:8", "'known' is a function of the language", ""},
    {"define f(a) = f(a)", "1:15", "definitions nest too deeply", ""},
    {around("  where f(a)") + "define f(x, y) = x.vague", "5:9", "f() takes 2 claims, not 1", ""},
};

TEST(RuleLanguage, SaysWhereAndWhatIsWrong) {
  for (auto const& row : wrong) {
    auto const loaded = load_rules({{"x.rule", row.text}});
    ASSERT_EQ(loaded.errors.size(), 1U) << row.text << (loaded.errors.size() > 1 ? to_string(loaded.errors[1]) : "");
    auto const& error = loaded.errors.front();
    EXPECT_EQ(std::to_string(error.line) + ":" + std::to_string(error.column), row.place) << row.text;
    EXPECT_EQ(error.message, row.message) << row.text;
    EXPECT_EQ(error.file, "x.rule");
    if (!row.help.empty()) {
      EXPECT_EQ(error.help, row.help) << row.text;
    }
  }
}

TEST(RuleLanguage, GoesOnAtTheNextRule) {
  auto const loaded = load_rules(
      {{"x.rule", "rule a {\n  titel \"t\"\n}\n" + around("  where a.x == 1") + "rule c {\n  where\n}\nlist l =\nrule d {"}});
  std::vector<std::uint32_t> lines;
  for (auto const& error : loaded.errors) lines.push_back(error.line);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{2, 8, 14, 16, 16}));
}

TEST(RuleLanguage, ReadsEveryConstruction) {
  auto const loaded = load_rules(
      {{"x.rule",
        "pack house version 2  # comment\n"
        "list sports = \"rowing\", 'judo'\n"
        "define loud(x) = x.words like sports or x.value * 2 > 10 and not x.vague\n" +
            around("    same subject, attribute\n    different article\n    cross a.left = b.right, a.right = b.left\n"
                   "  tags one, two-three\n"
                   "  where a.value + 1 - b.value * 2 / 3 >= -4\n"
                   "  where ((a.relation == better)) and b.relation in (better, equal) or not not loud(a)\n"
                   "  unless a.subject == \"it's\" or b.subject == 'say \"x\"' or known(b.article.date)\n"
                   "  note b \"two\" \"parts {b.subject else b.days else 'none'} and \\{ text\"\n"
                   "  explain \"e\"\n  help \"h\"\n  fixhint \"f\"\n"
                   "  test todo conflict \"named\" { article a 2024-01-31 source \"S\" tier self title \"T\" \"one\" \"two\" "
                   "article b-2 \"x\" }\n"
                   "  test ok { article a \"t\" }")}});
  for (auto const& error : loaded.errors) ADD_FAILURE() << to_string(error);
  ASSERT_EQ(loaded.book.rules().size(), 1U);
  auto const& rule = loaded.book.rules().front();
  EXPECT_EQ(rule.help, "h\nf");
  EXPECT_EQ(rule.tags, (std::vector<std::string>{"one", "two-three"}));
  EXPECT_TRUE(rule.source.starts_with("rule sample {") && rule.source.ends_with("}"));
  ASSERT_EQ(rule.examples.size(), 2U);
  auto const& example = rule.examples.front();
  EXPECT_TRUE(example.todo && example.conflict);
  EXPECT_EQ(example.name, "named");
  EXPECT_EQ(example.line, 19U);
  EXPECT_EQ(example.articles[0].text, "one two");
  EXPECT_EQ(example.articles[0].date, "2024-01-31");
  EXPECT_EQ(example.articles[0].tier, "self");
  EXPECT_EQ(example.articles[1].id, "b-2");
  EXPECT_FALSE(rule.examples[1].conflict);
}

TEST(RuleLanguage, LaterRuleReplacesEarlierOne) {
  auto const loaded = load_rules({{"a.rule", around("")}, {"b.rule", around("  tags mine")}});
  EXPECT_TRUE(loaded.errors.empty());
  ASSERT_EQ(loaded.book.rules().size(), 1U);
  EXPECT_EQ(loaded.book.rules().front().file, "b.rule");
  EXPECT_EQ(load_rules({{"a.rule", around("") + around("")}}).errors.size(), 1U);
}

std::string repeated(std::string const& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

TEST(RuleLanguage, HostileTextIsAnErrorAndNoHang) {
  std::vector<std::string> const hostile = {
      std::string(10'000'000, '('),
      around("  where " + repeated("(", 5000) + "a" + repeated(")", 5000)),
      around("  where " + repeated("not ", 100'000) + "a.vague or"),
      around("  where " + repeated("-", 100'000) + "a.value"),
      around("  where " + repeated("a.vague and ", 20'000) + "a.vague"),
      around(repeated("  title \"t\"\n", 30'000)),
      around("  where a" + repeated(".article", 50'000) + " == 1"),
      repeated("rule x {\n", 50'000),
      repeated("\"", 500'000),
      std::string("rule x {\0}", 10),
      repeated("\xff\xfe", 1000),
      "define f(a) = a.vague\n" + repeated("define g(a) = f(a) or f(a)\n", 20'000) + "rule",
      "define a0(x) = x.vague\ndefine a1(x) = a0(x) or a0(x) or a0(x) or a0(x) or a0(x) or a0(x)\n"
      "define a2(x) = a1(x) or a1(x) or a1(x) or a1(x) or a1(x) or a1(x)\ndefine a3(x) = a2(x) or a2(x) or a2(x) or a2(x) or "
      "a2(x)\n"
      "define a4(x) = a3(x) or a3(x) or a3(x) or a3(x) or a3(x) or a3(x)\ndefine a5(x) = a4(x) or a4(x) or a4(x) or a4(x) or "
      "a4(x)\n"
      "define a6(x) = a5(x) or a5(x) or a5(x) or a5(x) or a5(x) or a5(x)\n",
  };
  for (auto const& text : hostile) EXPECT_FALSE(load_rules({{"x.rule", text}}).errors.empty()) << text.substr(0, 60);
}

TEST(RuleLanguage, DamagedRulesNeverCrash) {
  std::mt19937 random(20240501);
  auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
  static constexpr std::string_view signs = "(){}\"'#\\,.=<>-+*/\n {}ab0\xc3\xff";
  auto const sources = built_in_rules();
  ASSERT_FALSE(sources.empty());
  for (int round = 0; round < 400; ++round) {
    auto source = sources[below(sources.size())];
    for (std::size_t edits = 1 + below(6); edits > 0 && !source.text.empty(); --edits) {
      std::size_t const at = below(source.text.size());
      switch (below(4)) {
        case 0:
          source.text[at] = signs[below(signs.size())];
          break;
        case 1:
          source.text.erase(at, 1 + below(30));
          break;
        case 2:
          source.text.insert(at, 1, signs[below(signs.size())]);
          break;
        default:
          source.text.insert(at, source.text.substr(below(source.text.size()), below(40)));
          break;
      }
    }
    auto const loaded = load_rules({source});
    for (auto const& error : loaded.errors) EXPECT_FALSE(to_string(error).empty());
  }
}

}  // namespace
}  // namespace counterclaim
