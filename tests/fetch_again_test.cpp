// Fetching once more: what is not asked for again, and what a run leaves behind.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "tests/fetch_fixture.hpp"

namespace counterclaim::test {
namespace {

using namespace std::chrono_literals;

TEST_F(Fetch, ASecondRunMovesAlmostNothing) {
  Server const server([&](Request const& request, int fd) {
    bool const is_same =
        request.header("If-None-Match") == "\"v1\"" || request.header("If-Modified-Since") == "Tue, 04 Mar 2031 08:00:00 GMT";
    if (request.target == "/robots.txt") return void(put(fd, answer(404, "", "")));
    if (request.target == "/tagged" && !is_same) return void(put(fd, page(reservoir, "ETag: \"v1\"\r\n")));
    if (request.target == "/dated" && !is_same)
      return void(put(fd, page(reservoir, "Last-Modified: Tue, 04 Mar 2031 08:00:00 GMT\r\n")));
    if (request.target == "/feed" && !is_same)
      return void(put(fd, answer(200, "Content-Type: application/rss+xml\r\nETag: \"v1\"\r\n",
                                 "<rss><channel><title>Vale Courier</title><item><link>" + request.target +
                                     "/../dated</link></item></channel></rss>")));
    if (request.target == "/silent") return void(put(fd, page(reservoir)));
    put(fd, "HTTP/1.1 304 X\r\nConnection: close\r\n\r\n");
  });
  auto const first = run(server, {"/tagged", "/feed", "/silent"});
  ASSERT_EQ(first.pages.size(), 3u);
  EXPECT_EQ(first.failures.size(), 0u);
  auto const before = bytes_of(first.pages[0].file);
  auto const second = run(server, {"/tagged", "/feed", "/silent"});
  ASSERT_EQ(second.pages.size(), 3u);
  for (auto const& stored : second.pages) EXPECT_EQ(stored.outcome, FetchOutcome::unchanged) << stored.url;
  EXPECT_EQ(second.bytes, reservoir.size());  // /silent gives nothing to ask by
  EXPECT_EQ(bytes_of(second.pages[0].file), before);

  fs::remove(first.pages[0].file);  // what is gone is asked for in full
  fs::remove(first.pages[1].file);
  fs::remove(first.pages[2].file);
  EXPECT_EQ(run(server, {"/tagged", "/feed", "/silent"}).failures.size(), 0u);
  EXPECT_EQ(files(), 3u);
}

TEST_F(Fetch, AChangedPageTakesThePlaceOfTheOld) {
  std::atomic<int> version = 1;
  Server const server([&](Request const& request, int fd) {
    if (request.target == "/robots.txt") return void(put(fd, answer(404, "", "")));
    put(fd, page("<p>The harbour handled " + std::to_string(version) + "00 containers a day in this spring.</p>"));
  });
  EXPECT_EQ(run(server, {"/x"}).pages.at(0).outcome, FetchOutcome::stored);
  version = 2;
  auto const result = run(server, {"/x"});
  EXPECT_EQ(result.pages.at(0).outcome, FetchOutcome::stored);
  EXPECT_TRUE(holds(bytes_of(result.pages[0].file), "200 containers"));
  EXPECT_EQ(files(), 1u);
}

TEST_F(Fetch, AnInterruptedRunContinues) {
  std::vector<std::string> paths;
  for (int i = 0; i < 8; ++i) paths.push_back("/page" + std::to_string(i));
  Server const server([&](Request const& request, int fd) {
    put(fd, request.target == "/robots.txt" ? answer(404, "", "") : page(reservoir + "<!--" + request.target + "-->"));
  });
  std::size_t done = 0;
  options.progress = [&](FetchProgress const& progress) { done = progress.done; };
  options.is_stopped = [&] { return done >= 3; };
  auto const first = run(server, paths);
  EXPECT_TRUE(first.is_interrupted);
  auto const brought = first.pages.size();
  EXPECT_GE(brought, 3u);
  EXPECT_LT(brought, 8u);
  done = 0;
  options.is_stopped = [&] { return done >= brought + 2; };  // twice
  auto const second = run(server, paths);
  EXPECT_TRUE(second.is_interrupted);

  options.is_stopped = nullptr;
  auto const third = run(server, paths);
  EXPECT_FALSE(third.is_interrupted);
  EXPECT_EQ(third.pages.size(), 8u);
  auto asked = server.targets();
  std::sort(asked.begin(), asked.end());
  auto const in_flight = asked.size() - std::set(asked.begin(), asked.end()).size();
  EXPECT_LE(in_flight, 2u);  // one request at a time may have been lost by each interruption
  auto const before = server.targets().size();
  EXPECT_EQ(run(server, paths).pages.size(), 8u);  // the run before this one ended: everything is asked for again
  EXPECT_EQ(server.targets().size(), before + 8);
}

TEST_F(Fetch, ALogThatWasTornOrTamperedWithIsPassedOver) {
  Server const server(routes({{"/a", page(reservoir, "ETag: \"x\"\r\n")}}));
  EXPECT_EQ(run(server, {"/a"}).pages.size(), 1u);
  std::ofstream(folder.into() + "/.counterclaim-fetch/log", std::ios::app)
      << "got\t" << server.url("/a") << "\tshort\nrun\tnever\n\\\ngot\t" << std::string(5, '\0') << "\ngot\thttp://half";
  EXPECT_EQ(run(server, {"/a"}).pages.size(), 1u);
  EXPECT_EQ(run(server, {"/a"}).failures.size(), 0u);
}

TEST_F(Fetch, TwoRunsNeverShareAFolder) {
  Server const server([&](Request const& request, int fd) {
    if (request.target == "/robots.txt") return void(put(fd, answer(404, "", "")));
    auto other = quick(folder.into());
    EXPECT_THROW(fetch({"http://127.0.0.1/"}, other), std::system_error);
    put(fd, page(reservoir));
  });
  EXPECT_EQ(run(server, {"/a"}).pages.size(), 1u);
}

}  // namespace
}  // namespace counterclaim::test
