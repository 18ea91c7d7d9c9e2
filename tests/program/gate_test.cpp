// A gate in a pipeline: --baseline, --new-only, `accept`, and that a fault overwrites nothing.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/golden.hpp"
#include "tests/program/run.hpp"

namespace counterclaim::test {
namespace {

namespace fs = std::filesystem;

bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

struct Gate : testing::Test {
  Folder folder;
  Gate() {
    folder.write("site/a.md", "Lake Orrin covers 120 square kilometres.\n\nIt has 14 ferries.\n");
    folder.write("site/b.md", "Lake Orrin covers an area of 310 square kilometres.\n");
  }
  std::string at(std::string const& name) const { return folder.path() + "/" + name; }
  Outcome in(std::vector<std::string> arguments,
             std::vector<std::string> environment = {"SOURCE_DATE_EPOCH=1893456000"}) const {
    return run(Invocation{std::move(arguments), {}, std::move(environment), folder.path()});  // 2030-01-01
  }
  std::string fingerprint() const {
    auto const out = in({"check", "--format", "json", "site"}).out;
    auto const key = out.find("\"fingerprint\":\"");
    return key == out.npos ? out : out.substr(key + 15, 16);
  }
};

TEST_F(Gate, FailsOnWhatIsNew) {
  EXPECT_EQ(in({"check", "--output", "json:base.json", "--output", "sarif:base.sarif", "site"}).status, 1);
  for (auto const* baseline : {"base.json", "base.sarif"}) {
    auto const got = in({"check", "--baseline", baseline, "--new-only", "site"});
    EXPECT_EQ(got.status, 0) << got.out << got.err;
    EXPECT_TRUE(holds(got.out, "no findings; 0 new, 0 gone since the baseline")) << got.out;
    EXPECT_EQ(in({"check", "--baseline", baseline, "site"}).status, 1) << "known findings count unless --new-only";
  }
  folder.write("site/c.md", "The Orrin Dam opened on 12 May 1998.\n");
  folder.write("site/d.md", "The Orrin Dam opened on 3 June 1998.\n");
  auto const got = in({"check", "--baseline", "base.json", "--new-only", "site"});
  EXPECT_EQ(got.status, 1);
  EXPECT_TRUE(holds(got.out, "date-conflict") && holds(got.out, "= baseline: new") && !holds(got.out, "figure-conflict"))
      << got.out;
  folder.write("counterclaim.toml", "baseline = \"base.json\"\n");
  EXPECT_EQ(in({"check", "--new-only", "site"}).status, 1);
  fs::remove(at("site/d.md"));
  EXPECT_EQ(in({"check", "--new-only", "site"}).status, 0);
}

TEST_F(Gate, AFaultyBaselineIsStatusTwoAndNothingIsOverwritten) {
  struct Row {
    std::string bytes, says;
  };
  auto const whole = in({"check", "--format", "json", "site"}).out;
  Row const rows[] = {
      {whole.substr(0, whole.size() - 30), "base.json:"},
      {"", "ends too early"},
      {"<html>", "is not JSON"},
      {"{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"vale\"}}}]}", "is a report of 'vale'"},
  };
  for (auto const& row : rows) {
    folder.write("base.json", row.bytes);
    auto const got = in({"check", "--baseline", "base.json", "--output", "json:base.json", "site"});
    EXPECT_EQ(got.status, 2) << row.says;
    EXPECT_EQ(got.out, "");
    EXPECT_TRUE(holds(got.err, row.says)) << got.err;
    EXPECT_TRUE(holds(got.err, "= help: write it with")) << got.err;
    EXPECT_EQ(bytes_of(at("base.json")), row.bytes);
  }
  EXPECT_EQ(in({"check", "--baseline", "none.json", "site"}).status, 2);
  EXPECT_EQ(in({"check", "--new-only", "site"}).status, 2);
}

TEST_F(Gate, AcceptedFindingsPassUntilTheirDay) {
  auto const print = fingerprint();
  ASSERT_EQ(print.size(), 16u);
  EXPECT_TRUE(holds(in({"check", "site"}).out, "= accept: counterclaim accept " + print + " --reason"))
      << in({"check", "site"}).out;
  auto const got = in({"accept", print, "--reason", "  the \"old\" survey ", "--until", "2030-06-30"});
  EXPECT_EQ(got.status, 0) << got.err;
  EXPECT_EQ(got.out, ".counterclaim/accepted.toml\n");
  auto const ledger = bytes_of(at(".counterclaim/accepted.toml"));
  EXPECT_TRUE(holds(ledger, "fingerprint = \"" + print + "\"\nreason = \"the \\\"old\\\" survey\"\nuntil = 2030-06-30\n"))
      << ledger;
  auto const passed = in({"check", "site"});
  EXPECT_EQ(passed.status, 0) << passed.out;
  EXPECT_TRUE(holds(passed.out, "no findings; 1 accepted")) << passed.out;
  auto const expired = in({"check", "site"}, {"SOURCE_DATE_EPOCH=1909180800"});  // 2030-07-02
  EXPECT_EQ(expired.status, 1);
  EXPECT_TRUE(
      holds(expired.err, ".counterclaim/accepted.toml:4:1: warning: the acceptance of " + print + " ended on 2030-06-30"))
      << expired.err;
  EXPECT_EQ(in({"accept", print, "--reason", "again"}).status, 2) << "it is there already";
  EXPECT_EQ(bytes_of(at(".counterclaim/accepted.toml")), ledger);
  fs::remove(at("site/b.md"));
  auto const unused = in({"check", "site"});
  EXPECT_EQ(unused.status, 0);
  EXPECT_TRUE(holds(unused.err, "warning: nothing that was found has the fingerprint " + print)) << unused.err;
}

TEST_F(Gate, CompareCountsNeitherWhatIsAcceptedNorWhatIsAllowed) {
  auto const before = in({"compare", "site/a.md", "site/b.md"});
  EXPECT_EQ(before.status, 1);
  EXPECT_TRUE(holds(before.out, "verdict: contradiction")) << before.out;
  in({"accept", fingerprint(), "--reason", "x"});
  in({"accept", "00000000000000ff", "--reason", "of other articles"});
  auto const after = in({"compare", "site/a.md", "site/b.md"});
  EXPECT_EQ(after.status, 0);
  EXPECT_TRUE(holds(after.out, "no findings; 1 accepted\nverdict: none")) << after.out;
  EXPECT_EQ(after.err, "") << "two texts cannot tell that an entry is of no use";
  folder.write("pairs.jsonl",
               "{\"id\":1,\"text_a\":\"Lake Orrin covers 120 square kilometres.\","
               "\"text_b\":\"Lake Orrin covers an area of 310 square kilometres.\"}\n");
  EXPECT_TRUE(holds(in({"compare", "--jsonl", "pairs.jsonl"}).out, "\"verdict\":\"none\""));
  folder.write("empty.toml", "");
  EXPECT_EQ(in({"compare", "site/a.md", "site/b.md", "--accepted", "empty.toml"}).status, 1);
  EXPECT_EQ(in({"compare", "site/a.md", "site/b.md", "--accepted", "none.toml"}).status, 2);
  folder.write("site/b.md",
               "Lake Orrin covers an area of 310 square kilometres. <!-- counterclaim allow figure-conflict: old -->\n");
  EXPECT_EQ(in({"compare", "site/a.md", "site/b.md", "--accepted", "empty.toml"}).status, 0);
}

TEST_F(Gate, AReportGivesTheEntryItsRuleAndMessage) {
  auto const print = fingerprint();
  in({"check", "--output", "sarif:r.sarif", "site"});
  EXPECT_EQ(in({"accept", print.substr(0, 6), "--reason", "x", "--report", "r.sarif"}).status, 0);
  auto const ledger = bytes_of(at(".counterclaim/accepted.toml"));
  EXPECT_TRUE(holds(ledger, "rule = \"figure-conflict\"\nmessage = \"")) << ledger;
  EXPECT_EQ(in({"check", "site"}).status, 0);
}

TEST_F(Gate, WrongAcceptancesAreStatusTwoAndWriteNothing) {
  auto const print = fingerprint();
  in({"check", "--output", "json:r.json", "site"});
  struct Row {
    std::vector<std::string> arguments;
    std::string says;
  };
  Row const rows[] = {
      {{print}, "--reason"},
      {{print, "--reason", " "}, "is empty"},
      {{print, "--reason", "x", "--until", "soon"}, "not a day"},
      {{print, "--reason", "x", "--until", "2030-02-30"}, "not a day"},
      {{print, "--reason", "x", "--until", "2029-01-01"}, "is past"},
      {{print.substr(0, 6), "--reason", "x"}, "fewer are enough with --report"},
      {{"x\"y", "--reason", "x"}, "no fingerprint"},
      {{"ffffff", "--reason", "x", "--report", "r.json"}, "no finding whose fingerprint begins"},
      {{print, "--reason", "x", "--report", "none.json"}, "cannot be read"},
      {{print, "--reason", "x", "--accepted", "none/accepted/x/\n/"}, ""},
  };
  for (auto const& row : rows) {
    auto arguments = row.arguments;
    arguments.insert(arguments.begin(), "accept");
    auto const got = in(arguments);
    EXPECT_EQ(got.status, 2) << row.says;
    EXPECT_TRUE(holds(got.err, row.says)) << got.err;
    EXPECT_FALSE(fs::exists(at(".counterclaim"))) << row.says;
  }
}

TEST_F(Gate, ALedgerWithAFaultIsStatusTwoAndStays) {
  auto const print = fingerprint();
  std::string const broken = "[[accepted]]\nfingerprint = \"" + print + "\"\nreason = \"no end\n";
  folder.write(".counterclaim/accepted.toml", broken);
  for (auto const& arguments :
       {std::vector<std::string>{"check", "site"}, std::vector<std::string>{"accept", "00000000000000ff", "--reason", "x"}}) {
    auto const got = in(arguments);
    EXPECT_EQ(got.status, 2);
    EXPECT_EQ(got.out, "");
    EXPECT_TRUE(holds(got.err, ".counterclaim/accepted.toml:3:")) << got.err;
    EXPECT_TRUE(holds(got.err, "^")) << got.err;
    EXPECT_EQ(bytes_of(at(".counterclaim/accepted.toml")), broken);
  }
}

TEST_F(Gate, ARuleThatNamesAnUnknownFieldIsStatusTwoWithItsPlace) {
  folder.write("house/x.rule",
               "rule x {\n  title \"x\"\n  severity error\n  match claim c of quantity\n  where c.valeu > 3\n  message \"x\"\n "
               " report c "
               "\"x\"\n}\n");
  auto const got = in({"check", "--rules", "house", "--output", "json:r.json", "site"});
  EXPECT_EQ(got.status, 2);
  EXPECT_TRUE(holds(got.err, "house/x.rule:5:11: error: ")) << got.err;
  EXPECT_TRUE(holds(got.err, "did you mean 'value'?")) << got.err;
  EXPECT_FALSE(fs::exists(at("r.json")));
}

TEST_F(Gate, CommentsAllow) {
  folder.write("site/a.md",
               "Lake Orrin covers 120 square kilometres. <!-- counterclaim allow figure-conflict: the old survey -->\n");
  auto const got = in({"check", "site"});
  EXPECT_EQ(got.status, 0) << got.out;
  EXPECT_EQ(got.err, "");
  fs::remove(at("site/b.md"));
  EXPECT_TRUE(holds(in({"check", "site"}).err, "site/a.md:1:42: warning: nothing is found here that this comment allows"))
      << in({"check", "site"}).err;
}

}  // namespace
}  // namespace counterclaim::test
