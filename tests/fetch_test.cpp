// Fetching from a server of our own: what is stored, what is asked for again, and how servers that misbehave are met.
#include "counterclaim/fetch.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "counterclaim/read.hpp"
#include "counterclaim/sha256.hpp"
#include "tests/fetch_folder.hpp"
#include "tests/fetch_server.hpp"

namespace counterclaim::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::string const reservoir =
    "<html><head><title>The reservoir</title><meta property=\"article:published_time\" content=\"2031-03-04T08:00:00Z\">"
    "</head><body><article><h1>The reservoir</h1><p>The reservoir above Harrow Vale held 42 million cubic metres of water in "
    "March, the utility said on Tuesday.</p><p>A year earlier it had held 31 million cubic metres, and the valley below it had "
    "gone without irrigation for six weeks.</p></article></body></html>";

std::string unhex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  return bytes;
}

class Fetch : public testing::Test {
 protected:
  FetchResult run(Server const& server, std::vector<std::string> const& paths) {
    std::vector<std::string> urls;
    for (auto const& path : paths) urls.push_back(server.url(path));
    options.reachable = {server.endpoint()};
    return fetch(urls, options);
  }
  // The reason why one page failed; "stored" if it did not.
  std::string outcome(Server const& server, std::string const& path) {
    auto const result = run(server, {path});
    return result.failures.empty() ? "stored" : result.failures[0].reason;
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::count_if(fs::directory_iterator(folder.into()), fs::directory_iterator(),
                                                  [](auto const& entry) { return entry.is_regular_file(); }));
  }

  FetchFolder folder;
  FetchOptions options = quick(folder.into());
};

bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

TEST_F(Fetch, StoresAPageThatCheckReads) {
  Server const server(routes({{"/news/reservoir.html", page(reservoir)}}));
  auto const result = run(server, {"/news/reservoir.html#top"});
  ASSERT_EQ(result.pages.size(), 1u);
  EXPECT_EQ(result.pages[0].outcome, FetchOutcome::stored);
  auto const text = bytes_of(result.pages[0].file);
  EXPECT_TRUE(text.starts_with("---\ntitle: \"The reservoir\"\nsource: ")) << text;
  EXPECT_TRUE(holds(text, "\ndate: 2031-03-04\n")) << text;
  EXPECT_TRUE(holds(text, "\nurl: \"" + server.url("/news/reservoir.html") + "\"\n")) << text;
  EXPECT_TRUE(holds(text, "\nsha256: \"" + sha256(reservoir) + "\"\n")) << text;

  auto const read = read_paths({folder.into()});
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].title, "The reservoir");
  EXPECT_EQ(read.articles[0].url, server.url("/news/reservoir.html"));
  EXPECT_TRUE(holds(visible_text(read.articles[0]), "42 million cubic metres"));
}

TEST_F(Fetch, DecodesWhatItAsksFor) {
  auto const gzip = unhex(
      "1f8b08000000000002033d8e410ac3300c04bfb22f8809ed51e80d3df4038aa36293c436b2a0e4f73569e969d9d9c30e253f76a6a5ae279398e7b82b"
      "539af92171438e4a61146afc4c8af6633095987485c0538e5bd1de515fb84d771ceaa61db98c4951aa8db08245ce01c4f1cec5d5260a8d29fc0fc357"
      "205c361fb26bbb9994000000");
  auto const brotli = unhex(
      "1b9300e08c9354f9bd4cdd96ea423a88e6a7ae32f9837ab8c5e2a17283130d107a4b87071b7c9966de6d6c0d11a27044c3ca76d05035c2686545871e"
      "e593ea1a421b1180f0e5219ef9739889bb50a561d3e4239e9914e5e8bf3f625e472e25f5684b5500");
  Server const server([&](Request const& request, int fd) {
    EXPECT_EQ(request.header("Accept-Encoding"), "gzip, br");
    bool const is_gzip = request.target == "/gzip";
    put(fd, request.target == "/robots.txt" ? answer(404, "", "")
            : is_gzip                       ? page(gzip, "Content-Encoding: gzip\r\n")
                                            : page(brotli, "Content-Encoding: br\r\n"));
  });
  auto const result = run(server, {"/gzip", "/brotli"});
  ASSERT_EQ(result.pages.size(), 2u);
  for (auto const& stored : result.pages) EXPECT_TRUE(holds(bytes_of(stored.file), "thickness of 3.4 metres")) << stored.url;
  EXPECT_EQ(result.bytes, gzip.size() + brotli.size());
}

TEST_F(Fetch, SaysWhoAsksAndNothingElse) {
  auto const home = folder.outer() + "/.netrc";
  std::ofstream(home) << "machine 127.0.0.1 login someone password secret\n";
  setenv("HOME", folder.outer().c_str(), 1);
  setenv("NETRC", home.c_str(), 1);
  Server const server(routes({{"/a", page(reservoir, "Set-Cookie: id=1; Path=/\r\n")}, {"/b", page(reservoir)}}));
  EXPECT_EQ(run(server, {"/a", "/b"}).pages.size(), 2u);
  for (auto const& request : server.requests()) {
    EXPECT_TRUE(request.header("User-Agent").starts_with("counterclaim/")) << request.head;
    for (auto const* name : {"Cookie", "Authorization", "Referer", "From"}) EXPECT_EQ(request.header(name), "") << request.head;
  }
}

TEST_F(Fetch, ASecondRunMovesAlmostNothing) {
  Server const server([&](Request const& request, int fd) {
    bool const is_same = request.header("If-None-Match") == "\"v1\"" ||
                         request.header("If-Modified-Since") == "Tue, 04 Mar 2031 08:00:00 GMT";
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

TEST_F(Fetch, FollowsFeedsAndSitemaps) {
  auto const xml = "Content-Type: application/xml\r\n";
  Server const server([&](Request const& request, int fd) {
    auto const& target = request.target;
    if (target == "/rss")
      put(fd, answer(200, "Content-Type: application/rss+xml\r\n",
                     "<?xml version='1.0'?><rss version='2.0'><channel><title>Vale Courier</title>"
                     "<item><title>New &amp; old</title><link>/new</link><pubDate>Tue, 04 Mar 2031 08:00:00 +0000</pubDate></item>"
                     "<item><title>Old</title><link>/old</link><pubDate>Tue, 05 Mar 2030 08:00:00 +0000</pubDate></item>"
                     "<item><title>Undated</title><guid>http://" + request.header("Host") + "/undated</guid></item>"
                     "</channel></rss>"));
    else if (target == "/atom")
      put(fd, answer(200, "Content-Type: text/xml\r\n",
                     "<feed xmlns='http://www.w3.org/2005/Atom'><title>Notes</title><entry><title>E</title><link rel='self' "
                     "href='/self'/><link href='entry'/><updated>2031-03-05T00:00:00Z</updated></entry></feed>"));
    else if (target == "/index")
      put(fd, answer(200, xml, "<sitemapindex><sitemap><loc>http://" + request.header("Host") + "/map</loc></sitemap></sitemapindex>"));
    else if (target == "/map")
      put(fd, answer(200, xml, "<urlset><url><loc>http://" + request.header("Host") + "/mapped</loc><lastmod>2031-01-01</lastmod></url>"
                               "</urlset>"));
    else if (target == "/self" || target == "/old" || target == "/robots.txt")
      put(fd, answer(404, "", ""));
    else
      put(fd, page("<p>Nothing but a paragraph about " + target.substr(1) + " stands here, of a fair length though.</p>"));
  });
  options.since = parse_iso_date("2031-01-01");
  auto const result = run(server, {"/rss", "/atom", "/index"});
  EXPECT_EQ(result.failures.size(), 0u);
  std::set<std::string> got;
  for (auto const& stored : result.pages) got.insert(stored.url.substr(server.url("").size()));
  EXPECT_EQ(got, (std::set<std::string>{"/new", "/undated", "/entry", "/mapped"}));
  for (auto const& stored : result.pages) {
    auto const text = bytes_of(stored.file);
    if (!stored.url.ends_with("/new")) continue;
    EXPECT_TRUE(holds(text, "title: \"New & old\"")) << text;
    EXPECT_TRUE(holds(text, "source: \"Vale Courier\"")) << text;
    EXPECT_TRUE(holds(text, "date: 2031-03-04")) << text;
  }

  auto const asked = server.targets().size();  // what a sitemap or Atom feed dates as before is not asked for again
  EXPECT_EQ(run(server, {"/atom", "/index"}).pages.size(), 2u);
  EXPECT_EQ(server.targets().size(), asked + 3);
}

TEST_F(Fetch, TakesNoMoreOfListsThanAskedFor) {
  std::string list = "<urlset>";
  for (int i = 0; i < 50; ++i) list += "<url><loc>/p" + std::to_string(i) + "</loc></url>";
  Server const server([&](Request const& request, int fd) {
    put(fd, request.target == "/map" ? answer(200, "Content-Type: text/xml\r\n", list + "</urlset>") : page(reservoir));
  });
  options.most_listed = 5;
  auto const result = run(server, {"/map"});
  EXPECT_EQ(result.pages.size(), 5u);
  ASSERT_EQ(result.notes.size(), 1u);
  EXPECT_TRUE(result.notes[0].starts_with("45 further pages of http://")) << result.notes[0];
}

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
  options.delay = 100ms;
  options.parallel = 3;
  auto const begin = std::chrono::steady_clock::now();
  EXPECT_EQ(fetch(urls, options).pages.size(), 15u);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 300ms);  // robots.txt and three pages: three pauses
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

TEST_F(Fetch, APageOfTwoAddressesIsStoredOnce) {
  Server const server(routes({{"/a", redirect("/c", 301)}, {"/b", redirect("c?#x", 308)}, {"/c", page(reservoir)}, {"/c?", page(reservoir)}}));
  auto const result = run(server, {"/a", "/c", "/c#part", "/a"});
  EXPECT_EQ(result.pages.size(), 1u);
  EXPECT_EQ(result.failures.size(), 0u);
  EXPECT_EQ(server.targets(), (std::vector<std::string>{"/a", "/c"}));
}

// What a server can do to us: a clear line, in bounded time and memory.
TEST_F(Fetch, MisbehavingServers) {
  // 64 KiB of zeros as gzip, and again as often as one likes.
  auto const bomb_head = unhex("1f8b0800000000000203");
  auto const bomb = unhex("ecc101010000008090feafee080a") + std::string(64, '\0') + unhex("6a000000ffff");
  auto const until_gone = [](int fd, std::string const& bytes, long most = 1L << 40) {
    for (long sent = 0; sent < most && put(fd, bytes); sent += static_cast<long>(bytes.size())) {
    }
  };
  auto const html = std::string("HTTP/1.1 200 X\r\nContent-Type: text/html\r\n");
  std::string const filler(65536, 'x');
  std::string many_lines;
  for (int i = 0; i < 1000; ++i) many_lines += "X-Filler-" + std::to_string(i) + ": " + std::string(50, 'y') + "\r\n";

  struct Row {
    std::string reason;  // part of it
    std::function<void(int fd, Server const&)> behave;
  };
  std::vector<Row> const rows = {
      {"larger than 10 MB",
       [&](int fd, Server const&) {
         put(fd, html + "Content-Encoding: gzip\r\n\r\n" + bomb_head);
         until_gone(fd, bomb);
       }},
      {"larger than 10 MB", [&](int fd, Server const&) { put(fd, html + "\r\n"), until_gone(fd, filler); }},
      {"larger than 10 MB", [&](int fd, Server const&) { put(fd, html + "Content-Length: 99999999999\r\n\r\n"), until_gone(fd, filler); }},
      {"larger than 10 MB",  // chunks, and a trailer
       [&](int fd, Server const&) {
         put(fd, html + "Transfer-Encoding: chunked\r\n\r\n");
         until_gone(fd, "10000\r\n" + filler + "\r\n");
       }},
      {"larger than 10 MB",  // gzip of nothing at all
       [&](int fd, Server const&) {
         put(fd, html + "Content-Encoding: gzip\r\n\r\n" + bomb_head);
         std::string empty_blocks;
         for (int i = 0; i < 10000; ++i) empty_blocks += std::string("\0\0\0\xff\xff", 5);
         until_gone(fd, empty_blocks);
       }},
      {"HTTP 404", [&](int fd, Server const&) { put(fd, "HTTP/1.1 404 X\r\n\r\n"), until_gone(fd, filler); }},
      {"header is larger", [&](int fd, Server const&) { put(fd, html), until_gone(fd, many_lines, 200'000'000); }},
      {"header is larger", [&](int fd, Server const&) { put(fd, html + "X-Long: "), until_gone(fd, filler, 200'000'000); }},
      {"header is larger", [&](int fd, Server const&) { until_gone(fd, "HTTP/1.1 100 Continue\r\n\r\n"); }},
      {"header is larger",  // as a trailer
       [&](int fd, Server const&) {
         put(fd, html + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n");
         until_gone(fd, many_lines, 200'000'000);
       }},
      {"redirects in a circle", [&](int fd, Server const& server) { put(fd, redirect(server.url("/x"))); }},
      {"a redirect that leads nowhere", [&](int fd, Server const&) { put(fd, answer(301, "", "")); }},
      {"not followed", [&](int fd, Server const&) { put(fd, redirect("http://[bad")); }},
      {"not followed", [&](int fd, Server const&) { put(fd, redirect("javascript:alert(1)")); }},
      {"not followed", [&](int fd, Server const&) { put(fd, redirect("/" + std::string(20000, 'a'))); }},
      {"fewer than 100 bytes a second",  // drop by drop, in the header
       [&](int fd, Server const& server) {
         put(fd, html + "X: ");
         while (!server.is_over() && put(fd, "x")) std::this_thread::sleep_for(5ms);
       }},
      {"no complete answer within 2 s",  // and in the body
       [&](int fd, Server const& server) {
         put(fd, html + "\r\n");
         while (!server.is_over() && put(fd, "<p>word ")) std::this_thread::sleep_for(5ms);
       }},
      {"fewer than 100 bytes a second",
       [&](int fd, Server const& server) {
         put(fd, html + "\r\n");
         while (!server.is_over() && put(fd, "x")) std::this_thread::sleep_for(50ms);
       }},
      {"cannot be decompressed", [&](int fd, Server const&) { put(fd, page(reservoir, "Content-Encoding: gzip\r\n")); }},
      {"cannot be decompressed", [&](int fd, Server const&) { put(fd, page(reservoir, "Content-Encoding: br\r\n")); }},
      {"cannot be decompressed", [&](int fd, Server const&) { put(fd, page(reservoir, "Content-Encoding: zip, rot13\r\n")); }},
      {"type application/pdf", [&](int fd, Server const&) { put(fd, answer(200, "Content-Type: application/pdf\r\n", "%PDF-1.7")); }},
      {"type image/png", [&](int fd, Server const&) { put(fd, html.substr(0, 16) + "Content-Type: image/png\r\n\r\n"), until_gone(fd, filler); }},
      {"neither HTML", [&](int fd, Server const&) { put(fd, answer(200, "", std::string("\x7f" "ELF\0\1", 6))); }},
      {"without text", [&](int fd, Server const&) { put(fd, page("<html><script>var a = 1;</script></html>")); }},
      {"without text", [&](int fd, Server const&) { put(fd, page("")); }},
      {"HTTP 204", [&](int fd, Server const&) { put(fd, answer(204, "", "")); }},
      {"HTTP 304", [&](int fd, Server const&) { put(fd, answer(304, "", "")); }},  // to a question without conditions
      {"HTTP 999", [&](int fd, Server const&) { put(fd, answer(999, "", "")); }},
      {"", [&](int fd, Server const&) { put(fd, "SSH-2.0-OpenSSH_9.2\r\n"); }},
      {"", [&](int fd, Server const&) { put(fd, "HTTP/9.9 200 X\r\n\r\n"); }},
      {"", [&](int fd, Server const&) { put(fd, html + "Content-Length: -5\r\n\r\nabc"); }},
      {"", [&](int fd, Server const&) { put(fd, html + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"); }},
      {"a list of pages", [&](int fd, Server const&) { put(fd, page("<rss><item><link>/y</link></item></rss>")); }},
  };
  std::size_t at = 0;
  Server const* self = nullptr;
  Server const server([&](Request const& request, int fd) {
    if (request.target == "/robots.txt") return void(put(fd, answer(404, "", "")));
    if (request.target == "/list") return void(put(fd, answer(200, "Content-Type: text/xml\r\n", "<urlset><url><loc>/x</loc></url></urlset>")));
    rows[at].behave(fd, *self);
  });
  self = &server;
  options.longest_request = 2s;
  options.longest_stall = 1s;
  options.retries = 0;
  for (; at < rows.size(); ++at) {
    auto const reason = outcome(server, rows[at].reason == "a list of pages" ? "/list" : "/x");
    EXPECT_NE(reason, "stored") << at;
    EXPECT_TRUE(holds(reason, rows[at].reason)) << at << ": " << rows[at].reason << " | " << reason;
    EXPECT_LT(reason.size(), 400u) << at;
  }
  EXPECT_EQ(files(), 0u);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  EXPECT_LT(usage.ru_maxrss, 300 * 1024) << "kilobytes";
}

TEST_F(Fetch, FollowsFiveRedirectsAndNoSixth) {
  Server const server([&](Request const& request, int fd) {
    if (request.target == "/robots.txt") return void(put(fd, answer(404, "", "")));
    int const left = std::stoi(request.target.substr(1));
    put(fd, left == 0 ? page(reservoir) : redirect(std::to_string(left - 1)));
  });
  EXPECT_EQ(outcome(server, "/5"), "stored");
  EXPECT_EQ(outcome(server, "/6"), "more than 5 redirects");
}

TEST_F(Fetch, NoFileOutsideTheFolder) {
  auto const hostile = "<html><head><title>../../x\n---\ndate: 1999-01-01\n\"\\ &#0;&#27;[31m &#x202e;</title></head><body><p>The canal is 12 "
                       "kilometres long and was opened in the reign of its builder.</p></body></html>";
  Server const server([&](Request const& request, int fd) {
    put(fd, request.target == "/robots.txt" ? answer(404, "", "") : page(hostile + ("<!--" + request.target + "-->")));
  });
  std::vector<std::string> const paths = {"/../../../etc/passwd",  "/..%2f..%2f..%2fescape.md", "/%2e%2e/%2e%2e/x", "/a%00b",
                                          "/" + std::string(3000, 'l'), "/.hidden", "/-rf", "/CON", "/a/..", "//", "/?../../x",
                                          "/%5c..%5c..%5cx", "/name.md", "/~", "/\xc3\xa4\xf0\x9f\x98\x80"};
  auto const result = run(server, paths);
  EXPECT_EQ(result.pages.size(), paths.size());
  for (auto const& entry : fs::directory_iterator(folder.outer())) EXPECT_EQ(entry.path().filename(), "pages");
  for (auto const& entry : fs::directory_iterator(folder.into())) {
    auto const name = entry.path().filename().string();
    if (name == ".counterclaim-fetch") continue;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-."), std::string::npos) << name;
    EXPECT_TRUE(name.ends_with(".md") && name[0] != '.' && name[0] != '-' && name.size() < 120) << name;
    auto const text = bytes_of(entry.path().string());
    EXPECT_FALSE(holds(text, "\n---\ndate: 1999")) << text;
    EXPECT_FALSE(holds(text, "\x1b")) << text;
  }
  for (auto const& article : read_paths({folder.into()}).articles) EXPECT_FALSE(article.date) << article.raw;
}

TEST_F(Fetch, LinksInTheFolderAreNotFollowed) {
  Server const server(routes({{"/a", page(reservoir)}}));
  auto const file = run(server, {"/a"}).pages.at(0).file;
  auto const victim = folder.outer() + "/victim";
  std::ofstream(victim) << "precious";
  fs::remove(file);
  fs::create_symlink(victim, file);
  EXPECT_EQ(outcome(server, "/a"), "stored");
  EXPECT_EQ(bytes_of(victim), "precious");
  EXPECT_FALSE(fs::is_symlink(file));

  fs::remove_all(folder.into() + "/.counterclaim-fetch");
  fs::create_directory_symlink(folder.outer(), folder.into() + "/.counterclaim-fetch");
  EXPECT_THROW(run(server, {"/a"}), std::system_error);
  EXPECT_FALSE(fs::exists(folder.outer() + "/log"));
  options.into = victim;
  EXPECT_THROW(run(server, {"/a"}), std::system_error);
}

TEST_F(Fetch, ACertificateNobodyVouchesForIsNotTrusted) {
  if (std::system("command -v openssl >/dev/null 2>&1") != 0) GTEST_SKIP() << "needs the openssl program";
  auto const dir = folder.outer();
  auto const make = "cd '" + dir + "' && openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -days 2 -subj /CN=127.0.0.1 "
                    "-addext subjectAltName=IP:127.0.0.1 >/dev/null 2>&1";
  ASSERT_EQ(std::system(make.c_str()), 0);
  // A free port, for the moment.
  std::string port;
  {
    Server const server(routes({}));
    port = server.port();
  }
  auto const serve = "cd '" + dir + "' && { timeout 20 openssl s_server -accept 127.0.0.1:" + port +
                     " -key key -cert cert -www >/dev/null 2>&1 & echo $! >pid; }";
  ASSERT_EQ(std::system(serve.c_str()), 0);
  options.reach = Reach::anywhere;
  FetchResult result;
  for (int i = 0; i < 50; ++i) {
    result = fetch({"https://127.0.0.1:" + port + "/"}, options);
    if (holds(result.failures.at(0).reason, "certificate")) break;
    std::this_thread::sleep_for(100ms);
  }
  EXPECT_TRUE(holds(result.failures.at(0).reason, "its certificate cannot be trusted")) << result.failures.at(0).reason;
  std::system(("kill $(cat '" + dir + "/pid')").c_str());
}

}  // namespace
}  // namespace counterclaim::test
