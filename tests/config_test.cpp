// counterclaim.toml: what is read, what is complained of and where, what is made of the table of keys.
#include "counterclaim/config.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/golden.hpp"

namespace counterclaim {
namespace {

TEST(Config, FaultsNameTheirPlaceAndWhatIsMeant) {
  struct Row {
    std::string text, says, help;
    std::uint32_t line, column;
  };
  Row const rows[] = {
      {"fail-no = \"error\"\n", "unknown key 'fail-no'", "did you mean 'fail-on'?", 1, 1},
      {"\n\nfail-on = \"eror\"\n", "unknown value 'eror'", "did you mean 'error'?", 3, 11},
      {"fail-on = 3", "'fail-on' is a text, not a whole number", "", 1, 11},
      {"[tolerance]\nfigure = \"1%\"", "unknown key 'figure'", "did you mean 'figures'?", 2, 1},
      {"[tolerance]\nfigures = \"1\"", "'1' is no share", "write a percentage from 0% to 100%, as in \"1%\"", 2, 11},
      {"[tolerance]\nfigures = \"-1%\"", "'-1%' is no share", "write a percentage from 0% to 100%, as in \"1%\"", 2, 11},
      {"tolerance.days = -1", "'days' is a whole number of days from 0 to 36500", "", 1, 18},
      {"[tolerance.dimension]\nmonney = \"1%\"", "unknown dimension 'monney'", "did you mean 'money'?", 2, 1},
      {"[rules]\nfigure-conflict = \"eror\"", "unknown value 'eror'", "did you mean 'error'?", 2, 19},
      {"[tiers]\n\"Port Herald\" = \"trustd\"", "unknown value 'trustd'", "did you mean 'trusted'?", 2, 17},
      {"aliases = []", "'aliases' is a table, not a list", "", 1, 11},
      {"[aliases]\nOMW = \"Orrin\"", "'OMW' is a list of names, not a text", "", 2, 7},
      {"synonyms = [\"staff\"]", "'' is a list of words, not a text", "", 1, 13},
      {"rule-folders = [\"a\", 3]", "an entry of a list of paths is a text, not a whole number", "", 1, 22},
      {"fail-on = \"error", "not TOML", "`counterclaim init` writes a file to compare with", 1, 17},
      {"fail-on = \"error\"\nfail-on = \"info\"\n", "not TOML", "`counterclaim init` writes a file to compare with", 2, 11},
  };
  for (auto const& row : rows) {
    Config config;
    auto const errors = read_config("counterclaim.toml", row.text, config);
    ASSERT_EQ(errors.size(), 1u) << row.text;
    auto const& e = errors.front();
    EXPECT_TRUE(e.message.starts_with(row.says)) << e.message;
    EXPECT_EQ(e.help, row.help) << row.text;
    EXPECT_EQ(e.line, row.line) << row.text;
    EXPECT_EQ(e.column, row.column) << row.text;
    EXPECT_EQ(e.file, "counterclaim.toml");
    EXPECT_FALSE(e.source_line.empty()) << row.text;
  }
}

TEST(Config, EveryFaultIsListed) {
  Config config;
  EXPECT_EQ(read_config("c", "a = 1\nfail-on = \"x\"\n[tiers]\nb = 2\n", config).size(), 3u);
}

TEST(Config, ReadsEveryKey) {
  Config config;
  auto const errors =
      read_config("house/counterclaim.toml",
                  "fail-on = \"warning\"\nrule-folders = [\"rules\", \"/etc/rules\"]\nbaseline = \"b.json\"\n"
                  "accepted = \"ok.toml\"\nsynonyms = [[\"Staff\", \"headcount\"]]\n"
                  "[rules]\nvague-source = \"off\"\nname-variant = \"error\"\nrank-conflict = true\nsingle-origin = false\n"
                  "[tolerance]\nfigures = \"1.5%\"\nabout = \"10 %\"\ndays = 2\ndimension.money = \"0%\"\n"
                  "[tiers]\n\"Port Herald\" = \"trusted\"\n[aliases]\n\"Orrin Motors\" = [\"OMW\"]\n",
                  config);
  ASSERT_TRUE(errors.empty()) << to_string(errors.front());
  EXPECT_EQ(config.fail_on, "warning");
  EXPECT_EQ(config.rule_folders, (std::vector<std::string>{"house/rules", "/etc/rules"}));
  EXPECT_EQ(config.baseline, "house/b.json");
  EXPECT_EQ(config.ledger, "house/ok.toml");
  EXPECT_EQ(config.settings.synonyms, (std::vector<std::vector<std::string>>{{"staff", "headcount"}}));
  ASSERT_EQ(config.rules.size(), 4u);
  EXPECT_TRUE(config.rules[0].off);
  EXPECT_EQ(config.rules[1].severity, Severity::error);
  EXPECT_FALSE(config.rules[2].has_severity || config.rules[2].off);
  EXPECT_TRUE(config.rules[3].off);
  EXPECT_EQ(to_string(config.settings.tolerance.figures), "0.015");
  EXPECT_EQ(to_string(config.settings.tolerance.about), "0.1");
  EXPECT_EQ(config.settings.tolerance.days, 2);
  EXPECT_TRUE(config.settings.tolerance.of("money").is_zero());
  EXPECT_EQ(to_string(config.settings.tolerance.of("length")), "0.015");
  EXPECT_EQ(config.settings.tiers.at(0).tier, Tier::trusted);
  EXPECT_EQ(config.settings.aliases, (std::vector<std::vector<std::string>>{{"Orrin Motors", "OMW"}}));
}

TEST(Config, SettingsOfTheCommandLineComeLastAndNeedNoQuotationMarks) {
  Config config;
  ASSERT_TRUE(read_config("c.toml", "[rules]\nvague-source = \"error\"\n", config).empty());
  for (auto const* assignment : {"rules.vague-source=off", "tolerance.figures = 2%", "tolerance.days=3", "fail-on=\"never\"",
                                 "rule-folders=[\"x\"]", "tiers.\"Port Herald\"=self"})
    EXPECT_TRUE(read_setting(assignment, config).empty()) << assignment;
  ASSERT_EQ(config.rules.size(), 1u);
  EXPECT_TRUE(config.rules[0].off);
  EXPECT_EQ(config.fail_on, "never");
  EXPECT_EQ(config.settings.tolerance.days, 3);
  for (auto const* assignment : {"", "fail-on", "=x", "fail-on=", "fail-on=sometimes", "nothing=1", "a b=c"})
    EXPECT_FALSE(read_setting(assignment, config).empty()) << assignment;
}

TEST(Config, ShowsWhereEachValueComesFrom) {
  Config config;
  ASSERT_TRUE(read_config("c.toml", "fail-on = \"info\"\n[rules]\nvague-source = \"off\"\n", config).empty());
  ASSERT_TRUE(read_setting("tolerance.days=1", config).empty());
  set_by_option(config, "rule-folders", std::vector<std::string>{"mine"}, "--rules");
  auto const shown = show_config(config);
  auto const line = [&](std::string const& begin) {
    auto const at = shown.find(begin);
    return at == shown.npos ? std::string() : shown.substr(at, shown.find('\n', at) - at);
  };
  EXPECT_TRUE(line("fail-on = \"info\"").ends_with("# c.toml:1")) << shown;
  EXPECT_TRUE(line("rules.vague-source = \"off\"").ends_with("# c.toml:3")) << shown;
  EXPECT_TRUE(line("tolerance.days = 1").ends_with("# option --set")) << shown;
  EXPECT_TRUE(line("rule-folders = [\"mine\"]").ends_with("# option --rules")) << shown;
  EXPECT_TRUE(line("tolerance.about = \"8%\"").ends_with("# default")) << shown;
}

// Without the marks of its examples' lines, the starter file is a configuration that uses every key.
TEST(Config, TheStarterFileIsValidWithAndWithoutItsExamples) {
  auto const starter = starter_config();
  Config config;
  EXPECT_TRUE(read_config("c", starter, config).empty());
  EXPECT_TRUE(config.said.empty());
  std::string with_examples;
  for (std::size_t at = 0; at < starter.size(); at = starter.find('\n', at) + 1) {
    auto line = starter.substr(at, starter.find('\n', at) - at + 1);
    auto const equals = line.find(" = ");
    bool const example = line.starts_with("# ") && equals != line.npos && line.find(' ', 2) == equals;
    bool const quoted = line.starts_with("# \"");
    with_examples += example || quoted ? line.substr(2) : line;
  }
  auto const errors = read_config("c", with_examples, config);
  EXPECT_TRUE(errors.empty()) << to_string(errors.front()) << with_examples;
  EXPECT_GE(config.said.size(), 12u) << with_examples;
}

// The copy in the repository, which editors and schema catalogues point at.
TEST(Config, TheSchemaInTheRepositoryIsUpToDate) {
  auto const schema = config_schema();
  auto const parsed = nlohmann::json::parse(schema, nullptr, false);
  ASSERT_FALSE(parsed.is_discarded()) << schema;
  EXPECT_TRUE(parsed["properties"]["tolerance"]["properties"].contains("figures"));
  test::expect_golden("counterclaim.schema.json", schema);
}

}  // namespace
}  // namespace counterclaim
