// What a good citizen asks for, when, and how often.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

#include "tests/fetch_fixture.hpp"

namespace counterclaim::test {
namespace {

using namespace std::chrono_literals;

TEST_F(Fetch, ObeysRobots) {
  Server const server([&](Request const& request, int fd) {
    put(fd, request.target == "/robots.txt" ? answer(200, "", "User-agent: *\nDisallow: /private/\n") : page(reservoir));
  });
  auto const result = run(server, {"/private/a", "/open"});
  ASSERT_EQ(result.failures.size(), 1u);
  EXPECT_EQ(result.failures[0].reason, "robots.txt of 127.0.0.1 does not allow it");
  EXPECT_EQ(server.targets(), std::vector<std::string>{"/open"});
  EXPECT_EQ(server.requests().size(), 2u);

  Server const broken([&](Request const& request, int fd) {
    put(fd, request.target == "/robots.txt" ? answer(503, "", "") : page(reservoir));
  });
  EXPECT_EQ(outcome(broken, "/open"), "its robots.txt cannot be read, so nothing is asked for: HTTP 503");
  EXPECT_TRUE(broken.targets().empty());

  Server const moved([&](Request const& request, int fd) {
    put(fd, request.target == "/robots.txt"  ? redirect("/other.txt")
            : request.target == "/other.txt" ? answer(200, "", "User-agent: counterclaim\nDisallow: /\n")
                                             : page(reservoir));
  });
  EXPECT_EQ(outcome(moved, "/open"), "robots.txt of 127.0.0.1 does not allow it");
  Server const circle([&](Request const& request, int fd) {
    put(fd, request.target == "/robots.txt" ? redirect("/robots.txt") : page(reservoir));
  });
  EXPECT_EQ(outcome(circle, "/open"), "stored");
}

TEST_F(Fetch, TriesAgainWhatMayPass) {
  std::atomic<int> count = 0;
  std::string first = answer(503, "", "");
  Server const server([&](Request const& request, int fd) {
    if (request.target == "/robots.txt") return void(put(fd, answer(404, "", "")));
    put(fd, count++ < 2 ? first : page(reservoir));
  });
  struct Row {
    std::string answer, outcome;
    int requests;
  };
  for (auto const& row : {Row{answer(503, "", ""), "stored", 3}, Row{answer(429, "", ""), "stored", 3}, Row{"", "stored", 3},
                          Row{"HTTP/1.1 200 X\r\nContent-Length: 99\r\n\r\nhalf", "stored", 3},
                          Row{answer(404, "", ""), "HTTP 404", 1}, Row{answer(410, "", ""), "HTTP 410", 1},
                          Row{answer(501, "", ""), "HTTP 501", 1}, Row{answer(403, "", ""), "HTTP 403", 1},
                          Row{answer(503, "Retry-After: 3600\r\n", ""), "HTTP 503, to be asked again after 3600 s", 1}}) {
    count = 0;
    first = row.answer;
    fs::remove_all(folder.into());
    EXPECT_EQ(outcome(server, "/x"), row.outcome) << row.answer;
    EXPECT_EQ(count, row.requests) << row.answer;
  }
  count = -100;
  first = answer(503, "", "");
  EXPECT_EQ(outcome(server, "/y"), "HTTP 503 after 4 tries");
  EXPECT_EQ(count, -96);
}

TEST_F(Fetch, WaitsAsLongAsTheServerAsks) {
  std::atomic<int> count = 0;
  Server const server([&](Request const& request, int fd) {
    if (request.target == "/robots.txt") return void(put(fd, answer(404, "", "")));
    put(fd, count++ == 0 ? answer(429, "Retry-After: 1\r\n", "") : page(reservoir));
  });
  auto const begin = std::chrono::steady_clock::now();
  EXPECT_EQ(outcome(server, "/x"), "stored");
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 1s);
}

TEST_F(Fetch, AsksAHostOnceAtATimeAndRarely) {
  std::atomic<int> here = 0, most_here = 0, everywhere = 0, most_everywhere = 0;
  auto const enter = [](std::atomic<int>& count, std::atomic<int>& most) {
    int const now = ++count;
    for (int before = most; now > before && !most.compare_exchange_weak(before, now);) {
    }
  };
  Server const server([&](Request const& request, int fd) {
    bool const is_one = request.header("Host").starts_with("one.");
    enter(everywhere, most_everywhere);
    if (is_one) enter(here, most_here);
    std::this_thread::sleep_for(30ms);
    if (is_one) --here;
    --everywhere;
    put(fd, request.target == "/robots.txt" ? answer(404, "", "") : page(reservoir));
  });
  std::vector<std::string> urls;
  for (std::string const host : {"one", "two", "three", "four", "five"}) {
    options.resolved.push_back(host + ".example:" + server.port() + ":127.0.0.1");
    for (std::string const path : {"/a", "/b", "/c"}) urls.push_back("http://" + host + ".example:" + server.port() + path);
  }
  options.reachable = {server.endpoint()};
  options.delay = 20ms;
  options.parallel = 3;
  auto const begin = std::chrono::steady_clock::now();
  EXPECT_EQ(fetch(urls, options).pages.size(), 15u);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 60ms);  // robots.txt and three pages: three pauses
  EXPECT_EQ(most_here, 1);
  EXPECT_LE(most_everywhere, 3);
  EXPECT_GE(most_everywhere, 2);
}

TEST_F(Fetch, RobotsMayAskForLongerPauses) {
  Server const server([&](Request const& request, int fd) {
    put(fd, request.target == "/robots.txt" ? answer(200, "", "User-agent: *\nCrawl-delay: 0.3\n") : page(reservoir));
  });
  auto const begin = std::chrono::steady_clock::now();
  EXPECT_EQ(run(server, {"/a", "/b"}).pages.size(), 2u);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 300ms);
}

}  // namespace
}  // namespace counterclaim::test
