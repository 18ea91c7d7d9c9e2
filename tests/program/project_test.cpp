// counterclaim.toml, --set, `config` and `init`, from outside.
#include <gtest/gtest.h>

#include "tests/golden.hpp"
#include "tests/program/run.hpp"

namespace counterclaim::test {
namespace {

bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

// Two articles whose figure disagrees, in a folder below the configuration's.
struct Project : testing::Test {
  Folder folder;
  std::string const first = folder.write("site/news/a.txt", "Lake Orrin covers 120 square kilometres.\n");
  std::string const second = folder.write("site/news/b.txt", "Lake Orrin covers an area of 126 square kilometres.\n");
  std::string const news = folder.path() + "/site/news";
  void configure(std::string const& text) const { folder.write("site/counterclaim.toml", text); }
  Outcome in(std::string const& where, std::vector<std::string> arguments) const {
    return run(Invocation{std::move(arguments), {}, {}, folder.path() + "/" + where});
  }
};

TEST_F(Project, IsFoundUpwardFromTheInputs) {
  EXPECT_EQ(run({"check", news}).status, 1);
  configure("[tolerance]\nfigures = \"10%\"\n");
  EXPECT_EQ(run({"check", news}).status, 0);
  EXPECT_EQ(run({"check", first, second}).status, 0);
  EXPECT_EQ(in("site/news", {"check", "a.txt", "b.txt"}).status, 0);
  EXPECT_EQ(in("site/news", {"check", "."}).status, 0);
  EXPECT_EQ(in("site", {"check", "news/"}).status, 0);
  EXPECT_EQ(in("site/news", {"compare", "a.txt", "b.txt"}).status, 0);
  EXPECT_EQ(run({"check", "--no-config", news}).status, 1);
  EXPECT_EQ(run({"check", "--set", "tolerance.figures=0%", news}).status, 1) << "the command line outweighs the file";
  EXPECT_EQ(run({"check", "--config", folder.path() + "/site/counterclaim.toml", news}).status, 0);
}

TEST_F(Project, SeveritiesAndFailOn) {
  configure("fail-on = \"warning\"\n[rules]\nfigure-conflict = \"warning\"\n");
  auto const got = run({"check", news});
  EXPECT_EQ(got.status, 1);
  EXPECT_TRUE(holds(got.out, "warning[figure-conflict]")) << got.out;
  EXPECT_EQ(run({"check", "--fail-on", "error", news}).status, 0);
  EXPECT_EQ(run({"check", "--set", "rules.figure-conflict=off", news}).status, 0);
  EXPECT_TRUE(holds(in("site", {"rules"}).out, "figure-conflict           warning"));
}

TEST_F(Project, FaultsAreStatusTwoWithTheirPlace) {
  struct Row {
    std::string text, says, help;
  };
  Row const rows[] = {
      {"fail-no = 1\n", "site/counterclaim.toml:1:1: error: unknown key 'fail-no'", "did you mean 'fail-on'?"},
      {"[rules]\nfigure-conflikt = \"off\"\n", "counterclaim.toml:2:1: error: unknown rule 'figure-conflikt'",
       "did you mean 'figure-conflict'?"},
      {"fail-on = \"x", "counterclaim.toml:1:", ""},
      {"rule-folders = [\"gone\"]\n", "site/gone", ""},
  };
  for (auto const& row : rows) {
    configure(row.text);
    for (auto const* command : {"check", "compare"}) {
      auto const got = run({command, first, second});
      EXPECT_EQ(got.status, 2) << row.text;
      EXPECT_EQ(got.out, "");
      EXPECT_TRUE(holds(got.err, row.says)) << got.err;
      EXPECT_TRUE(holds(got.err, row.help)) << got.err;
    }
  }
  configure("");
  folder.write("other/counterclaim.toml", "");
  auto const other = folder.write("other/c.txt", "Nothing.\n");
  auto const got = run({"check", first, other});
  EXPECT_EQ(got.status, 2);
  EXPECT_TRUE(holds(got.err, "choose one with --config")) << got.err;
  EXPECT_EQ(run({"check", "--config", folder.path() + "/none.toml", first}).status, 2);
  EXPECT_EQ(run({"check", "--set", "fail-no=1", first}).status, 2);
}

TEST_F(Project, ShowSaysWhereValuesComeFrom) {
  configure("fail-on = \"info\"\n");
  auto const got = in("site/news", {"config", "show", "--set", "tolerance.days=2", "--rules", source_path("rules")});
  EXPECT_EQ(got.status, 0) << got.err;
  EXPECT_TRUE(holds(got.out, "# ../counterclaim.toml:1")) << got.out;
  EXPECT_TRUE(holds(got.out, "# option --set")) << got.out;
  EXPECT_TRUE(holds(got.out, "# option --rules")) << got.out;
  EXPECT_TRUE(holds(run({"config", "schema"}).out, "\"fail-on\""));
}

TEST_F(Project, InitWritesAFileOnce) {
  auto const got = in("site", {"init"});
  EXPECT_EQ(got.status, 0) << got.err;
  EXPECT_EQ(got.out, "counterclaim.toml\n");
  auto const path = folder.path() + "/site/counterclaim.toml";
  auto const written = bytes_of(path);
  EXPECT_TRUE(holds(written, "fail-on")) << written;
  EXPECT_EQ(run({"check", news}).status, 1) << "nothing in it counts before it is changed";
  configure("fail-on = \"never\"\n");
  auto const again = in("site", {"init"});
  EXPECT_EQ(again.status, 2);
  EXPECT_TRUE(holds(again.err, "stays as it is")) << again.err;
  EXPECT_EQ(bytes_of(path), "fail-on = \"never\"\n");
  EXPECT_EQ(in("site", {"init", "nowhere"}).status, 2);
}

}  // namespace
}  // namespace counterclaim::test
