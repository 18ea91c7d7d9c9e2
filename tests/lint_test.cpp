// Threads and verdicts, on reports made by hand; the whole job is tested in corpus_test.cpp.
#include "counterclaim/lint.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "counterclaim/parallel.hpp"

namespace counterclaim {
namespace {

TEST(Parallel, DoesEachThingOnce) {
  for (unsigned const threads : {0u, 1u, 2u, 7u}) {
    for (std::size_t const count : {0u, 1u, 3u, 1000u}) {
      std::vector<std::atomic<int>> done(count);
      parallel_for(count, threads, [&](std::size_t i) { ++done[i]; });
      for (auto const& n : done) EXPECT_EQ(n, 1);
    }
  }
}

TEST(Parallel, PassesAnExceptionOn) {
  for (unsigned const threads : {1u, 4u})
    EXPECT_THROW(parallel_for(100, threads,
                              [](std::size_t i) {
                                if (i == 50) throw std::runtime_error("fifty");
                              }),
                 std::runtime_error);
}

Claim figure(std::uint32_t article, Interval value) {
  Claim c;
  c.article = article;
  c.value = c.compared = value;
  return c;
}

Report of_two(std::vector<Claim> claims, bool aligned) {
  Report r;
  r.set.articles.resize(2);
  r.set.articles[0].id = "a";
  r.set.articles[1].id = "b";
  r.set.claims = std::move(claims);
  if (aligned) {
    r.alignment.pairs.resize(1);
    r.alignment.pairs[0].b = 1;
  }
  return r;
}

TEST(Verdict, AgreementAsksForEveryClaimOfTheSecond) {
  Interval const exact = Interval::exactly(42), rough = {Decimal(36), Decimal(44), false, false};
  EXPECT_EQ(verdict(of_two({figure(0, exact), figure(1, rough)}, true), "a", "b"), Verdict::agreement);
  EXPECT_EQ(verdict(of_two({figure(0, rough), figure(1, exact)}, true), "a", "b"), Verdict::none)
      << "known less exactly than said";
  EXPECT_EQ(verdict(of_two({figure(0, exact), figure(1, exact)}, false), "a", "b"), Verdict::none) << "not aligned";
  EXPECT_EQ(verdict(of_two({figure(0, exact), figure(1, exact), figure(1, exact)}, true), "a", "b"), Verdict::none)
      << "one left over";
  EXPECT_EQ(verdict(of_two({figure(0, exact)}, false), "a", "b"), Verdict::none) << "nothing said";
}

TEST(Verdict, AnyErrorIsAContradiction) {
  auto r = of_two({figure(0, Interval::exactly(1)), figure(1, Interval::exactly(1))}, true);
  r.findings.resize(1);
  r.findings[0].severity = Severity::warning;
  EXPECT_EQ(verdict(r, "a", "b"), Verdict::agreement);
  r.findings[0].severity = Severity::error;
  EXPECT_EQ(verdict(r, "a", "b"), Verdict::contradiction);
}

TEST(Verdict, ComparisonsMayBeTurnedRound) {
  auto const beats = [](std::uint32_t article, std::string_view left, Relation relation, std::string_view right) {
    Claim c;
    c.article = article;
    c.kind = ClaimKind::comparison;
    c.left = left;
    c.right = right;
    c.relation = relation;
    return c;
  };
  auto const first = beats(0, "X", Relation::better, "Y");
  EXPECT_EQ(verdict(of_two({first, beats(1, "Y", Relation::worse, "X")}, true), "a", "b"), Verdict::agreement);
  EXPECT_EQ(verdict(of_two({first, beats(1, "Y", Relation::better, "X")}, true), "a", "b"), Verdict::none);
  EXPECT_EQ(verdict(of_two({first, beats(1, "Y", Relation::equal, "X")}, true), "a", "b"), Verdict::none);
}

}  // namespace
}  // namespace counterclaim
