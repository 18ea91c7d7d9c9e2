// Baselines, accepted findings and comments that allow one.
#include "counterclaim/gate.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "counterclaim/config.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/report.hpp"
#include "tests/report_fixture.hpp"

namespace counterclaim {
namespace {

std::string print_of(std::size_t finding) { return test::lakes().findings[finding].fingerprint; }

// A text with one fault: how its message begins, and its line.
struct Fault {
  std::string text, says;
  std::uint32_t line;
};
Diagnostic expect_fault(Fault const& row, std::vector<Diagnostic> const& errors) {
  EXPECT_EQ(errors.size(), 1u) << row.text;
  if (errors.empty()) return {};
  EXPECT_TRUE(errors[0].message.starts_with(row.says)) << errors[0].message;
  EXPECT_EQ(errors[0].line, row.line) << row.text;
  return errors[0];
}

TEST(Baseline, FaultsNameTheirPlaceAndTheRemedy) {
  auto const whole = json_report(test::lakes());
  Fault const rows[] = {
      {"", "ends too early", 1},
      {whole.substr(0, whole.size() / 2), "ends too early", 3},
      {"{\n\"a\": x}", "is not JSON", 2},
      {"[]", "is no report of counterclaim", 0},
      {"{\"schema\":\"counterclaim/findings/1\"}", "is no report of counterclaim", 0},
      {"{\"schema\":\"other/findings/1\",\"findings\":[]}", "is no report of counterclaim", 0},
      {"{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"other\"}},\"results\":[]}]}", "is a report of 'other'", 0},
      {"{\"runs\":[3]}", "is a report of ''", 0},
  };
  for (auto const& row : rows) {
    auto const fault = expect_fault(row, read_baseline("b.json", row.text).errors);
    EXPECT_NE(fault.help.find("--output json:b.json"), std::string::npos) << row.text;
  }
}

TEST(Baseline, ReadsReportsOfLaterVersionsAndPassesOverWhatItDoesNotKnow) {
  for (auto const* text :
       {"{\"schema\":\"counterclaim/findings/7\",\"findings\":[{\"fingerprint\":\"9f3c1e0b5a7d2c44\",\"odd\":[1]},{},3,null]}",
        "{\"schema\":\"counterclaim/findings/1\",\"findings\":[{\"fingerprint\":\"x\",\"also\":[\"9f3c1e0b5a7d2c44\",2]}]}",
        "{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"counterclaim\"}},\"results\":[{\"partialFingerprints\":{\"meaning/v9\":"
        "\"9f3c1e0b5a7d2c44\"}},{\"partialFingerprints\":[]},4]}]}"}) {
    auto const read = read_baseline("b", text);
    ASSERT_TRUE(read.errors.empty()) << text;
    ASSERT_EQ(read.findings.size(), 1u) << text;
    EXPECT_EQ(read.findings[0].fingerprints.back(), "9f3c1e0b5a7d2c44");
  }
}

TEST(Baseline, TellsNewKnownAndGone) {
  auto report = test::lakes();
  compare_with(report, {{{"other", print_of(0)}, "", ""}, {{"gone"}, "", ""}});
  EXPECT_EQ(report.findings[0].baseline, Baseline::known);
  EXPECT_EQ(report.findings[1].baseline, Baseline::fresh);
  EXPECT_EQ(*report.gone, 1u);
  auto const json = nlohmann::json::parse(json_report(report));
  EXPECT_EQ(json["baseline"]["new"], 2);
  EXPECT_EQ(json["baseline"]["known"], 1);
  EXPECT_EQ(json["findings"][0]["baseline"], "known");
  auto const sarif = nlohmann::json::parse(sarif_report(report, {}));
  EXPECT_EQ(sarif["runs"][0]["results"][0]["baselineState"], "unchanged");
  EXPECT_EQ(sarif["runs"][0]["results"][1]["baselineState"], "new");
  keep_fresh(report);
  EXPECT_EQ(report.findings.size(), 2u);
  EXPECT_NE(text_report(report, {}).find("2 new, 1 gone since the baseline"), std::string::npos);
}

Accepted entry(std::string fingerprint, std::optional<Day> until = {}) {
  return {std::move(fingerprint), {}, {}, "on purpose", until, {"accepted.toml", 4, 1, {}, {}, {}}};
}

TEST(Accepted, FindingsAreToldButNotCounted) {
  auto report = test::lakes();
  apply_accepted(report, {entry(print_of(0), to_day({2031, 1, 1}))}, to_day({2031, 1, 1}));
  ASSERT_EQ(report.findings.size(), 2u);
  ASSERT_EQ(report.suppressed.size(), 1u);
  EXPECT_TRUE(report.notes.empty());
  EXPECT_EQ(summarize(report).errors, 0u);
  EXPECT_EQ(summarize(report).accepted, 1u);
  auto const sarif = nlohmann::json::parse(sarif_report(report, {}))["runs"][0]["results"];
  ASSERT_EQ(sarif.size(), 3u);
  EXPECT_EQ(sarif[2]["suppressions"][0]["kind"], "external");
  EXPECT_EQ(sarif[2]["suppressions"][0]["justification"], "on purpose");
  EXPECT_EQ(sarif[0]["suppressions"].size(), 0u) << "all results of a run have the list, or none";
  auto const json = nlohmann::json::parse(json_report(report));
  EXPECT_EQ(json["accepted"][0]["suppression"]["reason"], "on purpose");
  EXPECT_EQ(read_baseline("b", json_report(report)).findings.size(), 2u) << "what is accepted is known";
}

TEST(Accepted, ExpiredAndUnusedEntriesAreNoted) {
  auto report = test::lakes();
  report.findings[1].also = {"00000000000000aa"};
  apply_accepted(report,
                 {entry(print_of(0), to_day({2030, 12, 31})), entry("00000000000000bb"), entry("00000000000000aa"),
                  entry("00000000000000cc", to_day({2030, 1, 1}))},
                 to_day({2031, 1, 1}));
  EXPECT_EQ(report.findings.size(), 2u) << "one is known by another of its fingerprints, one has expired";
  ASSERT_EQ(report.notes.size(), 3u);
  EXPECT_EQ(report.notes[0].message, "the acceptance of 9f3c1e0b5a7d2c44 ended on 2030-12-31");
  EXPECT_EQ(report.notes[1].message, "nothing that was found has the fingerprint 00000000000000bb");
  EXPECT_EQ(report.notes[2].message, "the acceptance of 00000000000000cc ended on 2030-01-01");
  EXPECT_EQ(report.notes[2].help, "take the entry out");
  EXPECT_NE(sarif_report(report, {}).find("toolConfigurationNotifications"), std::string::npos);
}

TEST(Ledger, WhatIsWrittenIsRead) {
  Accepted all{"9f3c1e0b5a7d2c44", "figure-conflict", "a \"quoted\"\n\\ message\x01", "because\tso", to_day({2031, 2, 3}), {}};
  auto const first = with_entry("", all);
  auto const both = with_entry(first + "# a reviewer's remark", {"00000000000000ff", {}, {}, "x", {}, {}});
  EXPECT_TRUE(both.starts_with(first + "# a reviewer's remark\n")) << both;
  auto const read = read_ledger("l", both);
  ASSERT_TRUE(read.errors.empty()) << to_string(read.errors[0]);
  ASSERT_EQ(read.entries.size(), 2u);
  EXPECT_EQ(read.entries[0].message, all.message);
  EXPECT_EQ(read.entries[0].reason, all.reason);
  EXPECT_EQ(read.entries[0].until, all.until);
  EXPECT_GT(read.entries[1].place.line, read.entries[0].place.line);
}

TEST(Ledger, FaultsNameTheirPlace) {
  std::string const head = "[[accepted]]\nfingerprint = \"9f3c1e0b5a7d2c44\"\n";
  Fault const rows[] = {
      {"[[accepted]]\nreason = \"x\n", "not TOML", 2},
      {"[[acepted]]\n", "unknown key 'acepted'", 1},
      {"accepted = 3\n", "'accepted' is a list of tables", 1},
      {"accepted = [3]\n", "an entry is a table", 1},
      {head, "an entry has a 'reason'", 1},
      {head + "reason = \" \"\n", "an entry has a 'reason'", 1},
      {head + "reason = 3\n", "'reason' is a text, not a whole number", 3},
      {head + "reason = \"x\"\nuntill = 2031-01-01\n", "unknown key 'untill'", 4},
      {head + "reason = \"x\"\nuntil = \"soon\"\n", "'until' is a day", 4},
      {"[[accepted]]\nfingerprint = \"9F\"\nreason = \"x\"\n", "an entry has a 'fingerprint'", 2},
      {"[[accepted]]\nreason = \"x\"\n", "an entry has a 'fingerprint'", 1},
  };
  for (auto const& row : rows) expect_fault(row, read_ledger("accepted.toml", row.text).errors);
}

std::string const comment = "<!-- counterclaim allow figure-conflict: quoted on purpose -->";

// A report of two articles that disagree about a lake, after the comments in them were looked at.
Report allowed(std::string const& text, std::string const& name = "a.md") {
  static auto const book = load_rules(built_in_rules()).book;
  auto report =
      lint({read_text(name, text), read_text("b.md", "Lake Orrin covers an area of 310 square kilometres.\n")}, book, 1);
  std::vector<std::string> ids;
  for (auto const& rule : book.rules()) ids.push_back(rule.id);
  allow_in_source(report, ids);
  return report;
}

TEST(Allow, CommentsCoverTheParagraphTheyStandInOrBefore) {
  std::string const lake = "Lake Orrin covers 120 square kilometres.";
  for (auto const& text :
       {lake + " " + comment + "\n", comment + "\n\n" + lake + "\n", comment + "\n" + lake + "\n",
        "# Lake\n\n" + comment + "\n\n" + lake, "- One\n- " + lake + " " + comment + "\n",
        std::string("<!--counterclaim allow date-conflict, figure-conflict:\n  quoted on purpose -->\n\n") + lake}) {
    auto const report = allowed(text);
    EXPECT_TRUE(report.findings.empty()) << text;
    ASSERT_EQ(report.suppressed.size(), 1u) << text;
    EXPECT_EQ(report.suppressed[0].suppression->reason, "quoted on purpose") << text;
    EXPECT_TRUE(report.notes.empty()) << text << report.notes[0].message;
  }
}

TEST(Allow, PagesHaveCommentsToo) {
  std::string const rest = "<p>The harbour was quiet on that morning, and nobody counted the boats that lay there.</p>";
  for (auto const& text : {"<html><body><article><h1>Lake</h1>" + rest + "<p>Lake Orrin covers 120 square kilometres." +
                               comment + "</p>" + rest + "</article></body></html>",
                           "<html><body><article><h1>Lake</h1>" + rest + comment +
                               "<p>Lake Orrin covers 120 square kilometres.</p>" + rest + "</article></body></html>"}) {
    auto const report = allowed(text, "a.html");
    EXPECT_TRUE(report.findings.empty()) << report.set.articles[0].raw;
    EXPECT_EQ(report.suppressed.size(), 1u) << report.set.articles[0].raw;
  }
}

TEST(Allow, WhatAllowsNothingIsNoted) {
  std::string const lake = "Lake Orrin covers 120 square kilometres.";
  Fault const rows[] = {
      {lake + "\n\nNothing here. " + comment + "\n", "nothing is found here", 3},
      {lake + "\n\n" + comment + "\n", "nothing is found here", 3},
      {lake + " <!-- counterclaim allow date-conflict: x -->", "nothing is found here", 1},
      {lake + " <!-- counterclaim allow figure-conflikt: x -->", "unknown rule 'figure-conflikt'", 1},
      {lake + " <!-- counterclaim allow figure-conflict -->", "this comment gives no reason", 1},
      {lake + " <!-- counterclaim allow figure-conflict: -->", "this comment gives no reason", 1},
      {lake + " <!-- counterclaim allow: x -->", "unknown rule ''", 1},
      {lake + " <!-- counterclaim ignore figure-conflict: x -->", "counterclaim knows no 'ignore'", 1},
  };
  for (auto const& row : rows) {
    auto const report = allowed(row.text);
    EXPECT_EQ(report.findings.size(), 1u) << row.text;
    EXPECT_FALSE(expect_fault(row, report.notes).help.empty());
  }
}

TEST(Allow, OnlyCommentsDo) {
  std::string const lake = "Lake Orrin covers 120 square kilometres.";
  for (auto const& text : {lake + "\n\n```\n" + comment + "\n```\n", lake + " `" + comment + "`",
                           lake + " <!-- allow figure-conflict: x -->", lake + " <!-- counterclaim allow figure-conflict: x"}) {
    EXPECT_EQ(allowed(text).findings.size(), 1u) << text;
    EXPECT_TRUE(allowed(text).notes.empty()) << text;
  }
  EXPECT_EQ(allowed(lake + " " + comment, "a.txt").findings.size(), 1u) << "plain text has no comments";
}

}  // namespace
}  // namespace counterclaim
