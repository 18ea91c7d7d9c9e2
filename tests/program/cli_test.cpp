// The built program, from outside: exit statuses, streams, and that its output depends on the articles alone.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/program/run.hpp"

namespace counterclaim::test {
namespace {

// Two articles with a figure that disagrees.
class Ferries : public testing::Test {
 protected:
  Folder folder;
  std::string first = folder.write(
      "a.md", "---\ndate: 2031-03-04\nsource: Harbour Post\n---\n# Ferries\n\nLake Orrin covers 120 square kilometres.\n");
  std::string second =
      folder.write("b.md", "---\ndate: 2031-03-04\n---\n# The lake\n\nLake Orrin covers an area of 310 square kilometres.\n");
  std::string calm = folder.write("c.txt", "The harbour was quiet on that morning, and nobody counted the boats.\n");
};

TEST(Cli, WrongUsageIsStatusTwoAndSaysWhatIsMeant) {
  struct Row {
    std::vector<std::string> arguments;
    std::string says;
  };
  Row const rows[] = {
      {{}, "required"},
      {{"chek", "x"}, "did you mean 'check'?"},
      {{"check"}, "PATH or --jsonl FILE is required"},
      {{"check", "--format", "xml", "x"}, "--format"},
      {{"check", "--fail-on", "sometimes", "x"}, "--fail-on"},
      {{"check", "-j", "0", "x"}, "--threads"},
      {{"check", "--jsonl", "x", "y"}, "--jsonl"},
      {{"check", "--nonsense", "x"}, "--nonsense"},
      {{"compare", "x"}, "A and B"},
      {{"explain"}, "RULE is required"},
      {{"explain", "figure-conflikt"}, "did you mean 'figure-conflict'?"},
      {{"explain", "quite-another-thing"}, "unknown rule"},
      {{"check", "--rules", "/nonexistent", "x"}, "/nonexistent"},
  };
  for (auto const& row : rows) {
    auto const got = run(row.arguments);
    EXPECT_EQ(got.status, 2) << row.says;
    EXPECT_EQ(got.out, "") << row.says;
    EXPECT_NE(got.err.find(row.says), std::string::npos) << got.err;
  }
}

TEST(Cli, EveryCommandHasHelpWithAnExample) {
  EXPECT_EQ(run({"--help"}).status, 0);
  for (auto const* command : {"check", "extract", "read", "compare", "explain", "rules"}) {
    auto const got = run({command, "--help"});
    EXPECT_EQ(got.status, 0);
    EXPECT_NE(got.out.find("counterclaim " + std::string(command)), std::string::npos) << got.out;
    EXPECT_NE(got.out.find("Example"), std::string::npos) << got.out;
  }
}

TEST(Cli, SaysItsVersion) {
  auto const got = run({"--version"});
  EXPECT_EQ(got.status, 0);
  EXPECT_TRUE(got.out.starts_with("counterclaim ")) << got.out;
}

TEST_F(Ferries, StatusTellsWhetherSomethingWasFound) {
  EXPECT_EQ(run({"check", first, calm}).status, 0);
  auto const got = run({"check", first, second});
  EXPECT_EQ(got.status, 1);
  EXPECT_NE(got.out.find("error[figure-conflict]"), std::string::npos) << got.out;
  EXPECT_EQ(run({"check", "--fail-on", "never", first, second}).status, 0);
  EXPECT_EQ(run({"compare", first, second}).status, 1);
}

TEST_F(Ferries, WhySaysWhatEachPairWasWeighedBy) {
  auto const wider =
      folder.write("d.md", "---\ndate: 2031-03-04\n---\n# The lake\n\nLake Orrin is 31 km long and costs $9 million a year.\n");
  auto const out = run({"compare", "--why", first, second}).out + run({"compare", "--why", first, wider}).out;
  for (auto const* part : {": aligned\n", "  -320  to begin with\n", "  = ", "error[figure-conflict]", "verdict: none"})
    EXPECT_NE(out.find(part), std::string::npos) << part << '\n' << out;
  EXPECT_EQ(out.find("$9 million"), std::string::npos) << "square kilometres are no money\n" << out;
}

TEST_F(Ferries, AnUnreadableInputIsStatusThreeAndTheOthersAreChecked) {
  auto const got = run({"check", "--format", "json", first, second, folder.path() + "/missing.md"});
  EXPECT_EQ(got.status, 3);
  EXPECT_NE(got.err.find("missing.md"), std::string::npos);
  EXPECT_NE(got.out.find("\"unreadable\":1"), std::string::npos);
  EXPECT_NE(got.out.find("figure-conflict"), std::string::npos);
}

TEST_F(Ferries, AFaultyRuleIsStatusTwoAndShowsItsPlace) {
  auto const rule = folder.write("house.rule", "rule broken {\n  titel \"x\"\n}\n");
  auto const got = run({"check", "--rules", rule, first});
  EXPECT_EQ(got.status, 2);
  EXPECT_NE(got.err.find("house.rule:2:"), std::string::npos) << got.err;
}

TEST_F(Ferries, SameBytesForAnyThreadsAndOrder) {
  for (auto const* format : {"text", "json"}) {
    auto const expected = run({"check", "--format", format, first, second, calm}).out;
    EXPECT_NE(expected, "");
    EXPECT_EQ(run({"check", "--format", format, "-j", "1", first, second, calm}).out, expected);
    EXPECT_EQ(run({"check", "--format", format, "-j", "8", calm, second, first}).out, expected);
    EXPECT_EQ(run({"check", "--format", format, first, second, calm, first}).out, expected) << "an article given twice";
    EXPECT_EQ(
        run(Invocation{{"check", "--format", format, first, second, calm}, {}, {"LC_ALL=tr_TR.UTF-8", "TZ=Asia/Tokyo"}, {}})
            .out,
        expected);
  }
}

TEST_F(Ferries, ColoursOnlyWhenAsked) {
  auto const escape = [](Outcome const& o) { return o.out.find('\x1b') != std::string::npos; };
  EXPECT_FALSE(escape(run({"check", first, second}))) << "no terminal";
  EXPECT_TRUE(escape(run({"check", "--color", "always", first, second})));
  EXPECT_FALSE(escape(run({"check", "--color", "never", first, second})));
  EXPECT_FALSE(escape(run(Invocation{{"check", first, second}, {}, {"NO_COLOR=1", "TERM=xterm"}, {}})));
}

TEST_F(Ferries, EscapeSequencesOfAnArticleStayHarmless) {
  auto const evil = folder.write("evil\x1b[2J.md",
                                 "# \x1b]0;title\x07\n\nLake Orrin\x1b[31m covers an area of 310 square kilometres\xC2\x9B.\n");
  for (auto const* command : {"check", "compare"}) {
    auto const got = run({command, first, evil});
    for (char const c : got.out + got.err) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << int{c};
    EXPECT_EQ(got.out.find("\xC2\x9B"), std::string::npos);
  }
}

TEST_F(Ferries, WidthIsTakenFromColumns) {
  auto const got = run(Invocation{{"check", first, second}, {}, {"COLUMNS=50"}, {}});
  EXPECT_NE(got.out.find("…"), std::string::npos) << got.out;
}

TEST_F(Ferries, ReadsStandardInput) {
  auto const got = run(Invocation{{"extract", "-"}, "The dam holds 40 million cubic metres.", {}, {}});
  EXPECT_EQ(got.status, 0);
  EXPECT_NE(got.out.find("\"article\":\"<stdin>\""), std::string::npos) << got.out;
  EXPECT_NE(got.out.find("40000000"), std::string::npos) << got.out;
}

TEST(Cli, PairsAnswerInInputOrder) {
  std::string input, ids;
  for (int i = 0; i < 2000; ++i) {
    auto const n = std::to_string(i);
    input += "{\"id\":" + n + ",\"text_a\":\"Mount Brell is " + n +
             " metres high.\",\"text_b\":\"Mount Brell is 9000 metres high.\"}\n";
    ids += "{\"id\":" + n + ",\n";
  }
  auto const got = run(Invocation{{"compare", "--jsonl", "-", "-j", "4"}, input, {}, {}});
  std::string got_ids;
  for (std::size_t at = 0; at < got.out.size(); at = got.out.find('\n', at) + 1)
    got_ids += got.out.substr(at, got.out.find(',', at) - at + 1) + "\n";
  EXPECT_EQ(got_ids, ids);
  EXPECT_EQ(got.out, run(Invocation{{"compare", "--jsonl", "-", "-j", "1"}, input, {}, {}}).out);
}

TEST(Cli, ALineThatIsNoPairIsPassedOver) {
  auto const got =
      run(Invocation{{"compare", "--jsonl", "-"}, "[]\n{\"id\":\"x\",\"text_a\":\"\",\"text_b\":\"\"}\n{\"id\":1}\n{", {}, {}});
  EXPECT_EQ(got.status, 3);
  EXPECT_EQ(got.out, "{\"id\":\"x\",\"verdict\":\"none\",\"findings\":[]}\n");
  EXPECT_NE(got.err.find("<stdin>:1: error: this line is not a JSON object"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("<stdin>:3: "), std::string::npos) << got.err;
}

TEST(Cli, RuleFilesKeepTheirOwnExamples) {
  auto const got = run({"rules", "test"});
  EXPECT_EQ(got.status, 0) << got.out << got.err;
  EXPECT_NE(run({"rules"}).out.find("figure-conflict"), std::string::npos);
}

TEST(Cli, ExplainsEveryRule) {
  auto const list = run({"rules", "list"}).out;
  EXPECT_NE(list, "");
  for (std::size_t at = 0; at < list.size(); at = list.find('\n', at) + 1) {
    auto const id = list.substr(at, list.find(' ', at) - at);
    auto const got = run({"explain", id});
    EXPECT_EQ(got.status, 0) << id;
    EXPECT_NE(got.out.find("\nReported"), std::string::npos) << id << " has no example of what it reports";
  }
}

}  // namespace
}  // namespace counterclaim::test
