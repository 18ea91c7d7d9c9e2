// Every set of corpus/ against its expected report. UPDATE_EXPECT=1 rewrites them; read the difference with EXPECTED.md beside
// it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/golden.hpp"
#include "tests/program/run.hpp"

namespace counterclaim::test {
namespace {

std::vector<std::string> sets() {
  std::vector<std::string> names;
  for (auto const& entry : std::filesystem::directory_iterator(source_path("corpus")))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Corpus : public testing::TestWithParam<std::string> {};

TEST_P(Corpus, GivesTheExpectedReport) {
  auto const folder = "corpus/" + GetParam();
  auto const got = run({"check", "--format", "json", folder + "/articles"});
  EXPECT_LE(got.status, 1) << got.err;
  expect_golden(folder + "/expected.json", got.out);
}

INSTANTIATE_TEST_SUITE_P(Sets, Corpus, testing::ValuesIn(sets()), [](auto const& set) {
  auto name = set.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace counterclaim::test
