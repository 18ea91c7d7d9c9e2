// What the README shows is what the program does; and what packaging/action makes of the inputs of action.yml.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/golden.hpp"
#include "tests/program/run.hpp"

namespace counterclaim::test {
namespace {

namespace fs = std::filesystem;

// The block of the README that begins behind `opening`, up to its end.
struct Block {
  std::size_t begin = 0, size = 0;
};
Block block_behind(std::string const& readme, std::string const& opening) {
  auto const at = readme.find(opening);
  if (at == readme.npos) return {};
  auto const begin = at + opening.size();
  return {begin, readme.find("```\n", begin) - begin};
}

// UPDATE_EXPECT=1 rewrites the block.
TEST(Corpus, ItsReportInTheReadmeIsTheProgramsOwn) {
  auto readme = bytes_of(source_path("README.md"));
  auto const shown =
      block_behind(readme, "```\n$ counterclaim check --output html:report.html corpus/regional-hospital/articles\n");
  ASSERT_GT(shown.size, 0u);
  auto const out = run({"check", "corpus/regional-hospital/articles"}).out;
  auto const last_line = out.rfind('\n', out.size() - 2) + 1;
  auto const printed = out.substr(0, out.find("\n\n") + 1) + "…\n" + out.substr(last_line);
  if (readme.substr(shown.begin, shown.size) == printed) return;
  if (!is_update()) FAIL() << "the README shows another report than this; UPDATE_EXPECT=1 rewrites it:\n" << printed;
  readme.replace(shown.begin, shown.size, printed);
  expect_golden("README.md", readme);
}

// Writes the block as a file.
void write_block(Folder const& folder, std::string const& name, std::string const& opening) {
  auto const readme = bytes_of(source_path("README.md"));
  auto const block = block_behind(readme, opening);
  EXPECT_GT(block.size, 0u) << opening;
  folder.write(name, readme.substr(block.begin, block.size));
}

TEST(Readme, ItsRuleHoldsItsExamples) {
  Folder const folder;
  write_block(folder, "house-rules/press.rule", "no compiler is needed:\n\n```\n");
  Invocation test{{"rules", "test", "--rules", "house-rules/"}, {}, {}, folder.path()};
  auto const got = run(test);
  EXPECT_EQ(got.status, 0) << got.out << got.err;
  EXPECT_NE(got.out.find(" 0 failed"), std::string::npos) << got.out;
}

TEST(Readme, ItsConfigurationIsTaken) {
  Folder const folder;
  write_block(folder, "counterclaim.toml", "```toml\n");
  fs::copy(source_path("rules"), folder.path() + "/house-rules");
  auto const got = run(Invocation{{"config", "show"}, {}, {}, folder.path()});
  EXPECT_EQ(got.status, 0) << got.err;
}

struct Action : testing::Test {
  Folder folder;
  Action() {
    folder.write("site/a.md", "Lake Orrin covers 120 square kilometres.\n");
    folder.write("site/b.md", "Lake Orrin covers an area of 310 square kilometres.\n");
    folder.write("other/c.md", "Nothing here.\n");
    fs::create_directory(folder.path() + "/bin");
    fs::create_symlink(COUNTERCLAIM_PROGRAM, folder.path() + "/bin/counterclaim");
  }
  // The exit status; `arguments` as action.yml gives them.
  int act(std::string const& arguments) const {
    auto const command = "cd '" + folder.path() + "' && PATH=\"$PWD/bin:$PATH\" sh '" + source_path("packaging/action") + "' " +
                         arguments + " > out.txt 2> err.txt";
    return WEXITSTATUS(std::system(command.c_str()));
  }
  std::string text(std::string const& name) const { return bytes_of(folder.path() + "/" + name); }
};

TEST_F(Action, EmptyInputsAreAsIfTheyWereNotGiven) {
  EXPECT_EQ(act("site '' '' '' ''"), 1);
  EXPECT_TRUE(text("out.txt").starts_with("::error file=site/a.md,")) << text("out.txt") << text("err.txt");
  EXPECT_EQ(act("'' '' '' '' ''"), 1);
  EXPECT_TRUE(text("out.txt").starts_with("::error file=./site/a.md,")) << text("out.txt") << text("err.txt");
}

TEST_F(Action, EveryInputCounts) {
  EXPECT_EQ(act("'site other' never '' known.sarif report.html"), 0) << text("err.txt");
  EXPECT_TRUE(text("known.sarif").starts_with("{")) << text("err.txt");
  EXPECT_TRUE(text("report.html").starts_with("<!DOCTYPE html>"));
  EXPECT_NE(text("out.txt").find("3 articles"), std::string::npos) << text("out.txt");
  EXPECT_EQ(act("'site other' warning known.sarif '' ''"), 0) << text("out.txt");
  EXPECT_EQ(act("'site other' '' none.json '' ''"), 2);
  EXPECT_EQ(act("'site *' '' '' '' ''"), 3) << "no patterns";
}

}  // namespace
}  // namespace counterclaim::test
