// --output: files that are replaced whole or not at all.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/program/run.hpp"

namespace counterclaim::test {
namespace {

namespace fs = std::filesystem;

std::string bytes(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Output : testing::Test {
  Folder folder;
  std::string const article = folder.write("a.txt", "Lake Orvel covers 120 square kilometers.\n");
  std::string at(std::string const& name) const { return folder.path() + "/" + name; }
};

TEST_F(Output, EveryFormatGoesToItsFile) {
  std::vector<std::string> arguments = {"check", article};
  std::vector<std::string> const formats = {"text",       "concise", "json",   "jsonl",    "sarif", "junit",
                                            "checkstyle", "github",  "gitlab", "markdown", "html",  "csv"};
  for (auto const& format : formats) {
    arguments.push_back("--output");
    arguments.push_back(format + ":" + at("r." + format));
  }
  auto const outcome = run(arguments);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  for (auto const& format : formats) {
    EXPECT_TRUE(fs::exists(at("r." + format))) << format;
    EXPECT_EQ(run({"check", "--format", format, article}).out, bytes(at("r." + format)));
  }
}

TEST_F(Output, WhatCannotBeWrittenIsStatusTwoAndOneLine) {
  struct Row {
    std::string output, says;
  };
  Row const rows[] = {
      {"html:" + at("gone/r.html"), "there is no folder"},
      {"html:" + folder.path(), "is a folder"},
      {"html:" + article + "/r.html", "there is no folder"},
      {"html", "is not FORMAT:PATH"},
      {"html:", "is not FORMAT:PATH"},
      {"sarf:" + at("r.sarif"), "did you mean 'sarif'?"},
  };
  for (auto const& row : rows) {
    auto const outcome = run({"check", article, "--output", row.output});
    EXPECT_EQ(outcome.status, 2) << row.output;
    EXPECT_NE(outcome.err.find(row.says), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
  auto const twice = run({"check", article, "--output", "html:" + at("r"), "--output", "json:" + at("r")});
  EXPECT_EQ(twice.status, 2);
  EXPECT_FALSE(fs::exists(at("r")));
}

TEST_F(Output, ReplacesAFileAndKeepsItsModeAndLinks) {
  auto const real = folder.write("real.json", "old");
  ASSERT_EQ(chmod(real.c_str(), 0640), 0);
  ASSERT_EQ(symlink(real.c_str(), at("link.json").c_str()), 0);
  EXPECT_EQ(run({"check", article, "--output", "json:" + at("link.json")}).status, 0);
  EXPECT_TRUE(fs::is_symlink(at("link.json")));
  EXPECT_EQ(bytes(real).substr(0, 10), "{\"schema\":");
  struct stat status {};
  ASSERT_EQ(stat(real.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0640u);
  for (auto const& entry : fs::directory_iterator(folder.path()))
    EXPECT_EQ(entry.path().filename().string().rfind(".counterclaim", 0), std::string::npos) << entry.path();
}

TEST_F(Output, WritesToADeviceAsItIs) {
  EXPECT_EQ(run({"check", article, "--output", "json:/dev/null"}).status, 0);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  auto const full = run({"check", article, "--output", "json:/dev/full"});
  EXPECT_EQ(full.status, 2);
  EXPECT_NE(full.err.find("/dev/full: cannot be written"), std::string::npos) << full.err;
}

TEST_F(Output, AStandardOutputThatTakesNoMoreIsStatusTwo) {
  Invocation small{{"check", "--format", "json", article}, {}, {}, {}};
  small.largest_file = 100;
  auto const full = run(small);
  EXPECT_EQ(full.status, 2);
  EXPECT_TRUE(full.err.starts_with("counterclaim: standard output cannot be written: ")) << full.err;
}

}  // namespace
}  // namespace counterclaim::test
