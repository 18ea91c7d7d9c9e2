// Fetching from a server of our own: what is stored, what is asked for, and what is asked for again.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "counterclaim/read.hpp"
#include "counterclaim/sha256.hpp"
#include "tests/fetch_fixture.hpp"

namespace counterclaim::test {
namespace {

using namespace std::chrono_literals;

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

// What comes, and what of it a reader of the stored file sees.
TEST_F(Fetch, StoresWhatAReaderSees) {
  struct Row {
    std::string type, body;
    std::string title, text;  // empty title: whatever is made of it
  };
  auto const in_paragraph = [](std::string const& text) {
    return "<html><head><title>A title</title></head><body><article><p>" + text +
           " and the rest of a paragraph that is long enough to be the text of a page.</p></article></body></html>";
  };
  std::vector<Row> const rows = {
      {"text/html; charset=windows-1252",
       in_paragraph("caf\xe9 \x80"
                    "5"),
       "A title", "café €5"},
      {"text/html; charset=\"iso-8859-2\"", in_paragraph("\xb1 sign"), "A title", "ą sign"},
      {"text/html; charset=windows-1251", "<meta charset=utf-8>" + in_paragraph("\xcc\xe8\xf0 peace"), "", "Мир peace"},
      {"text/html; charset=windows-1252", "\xEF\xBB\xBF" + in_paragraph("caf\xc3\xa9"), "", "café"},
      {"text/html", "<meta charset=windows-1252>" + in_paragraph("caf\xe9"), "", "café"},
      {"text/html; charset=><script>", in_paragraph("plain"), "A title", "plain"},
      {"application/xhtml+xml", "<?xml version='1.0'?><!-- c --><!DOCTYPE html>" + in_paragraph("strict"), "A title", "strict"},
      {"", in_paragraph("unsaid"), "A title", "unsaid"},
      {"TEXT/HTML ;x", in_paragraph("loud"), "A title", "loud"},
      {"text/plain", "A headline\n\nThe text of it, in one plain line.\n", "", "The text of it, in one plain line."},
      {"text/markdown", "---\ntitle: Own\ndate: 2031-03-04\n---\n\n# Own\n\nWritten **by hand**.\n", "Own", "Written by hand."},
      {"text/html", "<title>a \\ \"b\": c # d 'e'</title><p>" + in_paragraph("quoted"), "a \\ \"b\": c # d 'e'", "quoted"},
  };
  std::size_t at = 0;
  Server const server([&](Request const& request, int fd) {
    if (request.target == "/robots.txt") return void(put(fd, answer(404, "", "")));
    put(fd, answer(200, rows[at].type.empty() ? "" : "Content-Type: " + rows[at].type + "\r\n", rows[at].body));
  });
  for (; at < rows.size(); ++at) {
    auto const result = run(server, {"/x"});
    ASSERT_EQ(result.pages.size(), 1u) << rows[at].body;
    auto const article = read_paths({result.pages[0].file}).articles.at(0);
    EXPECT_TRUE(holds(visible_text(article), rows[at].text)) << article.raw;
    if (!rows[at].title.empty()) {
      EXPECT_EQ(article.title, rows[at].title) << article.raw;
    }
  }
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

TEST_F(Fetch, FollowsFeedsAndSitemaps) {
  auto const xml = "Content-Type: application/xml\r\n";
  Server const server([&](Request const& request, int fd) {
    auto const& target = request.target;
    if (target == "/rss")
      put(fd,
          answer(200, "Content-Type: application/rss+xml\r\n",
                 "<?xml version='1.0'?><rss version='2.0'><channel><title>Vale Courier</title>"
                 "<item><title>New &amp; old</title><link>/new</link><pubDate>Tue, 04 Mar 2031 08:00:00 +0000</pubDate></item>"
                 "<item><title>Old</title><link>/old</link><pubDate>Tue, 05 Mar 2030 08:00:00 +0000</pubDate></item>"
                 "<item><title>Undated</title><guid>http://" +
                     request.header("Host") +
                     "/undated</guid></item>"
                     "</channel></rss>"));
    else if (target == "/atom")
      put(fd, answer(200, "Content-Type: text/xml\r\n",
                     "<feed xmlns='http://www.w3.org/2005/Atom'><title>Notes</title><entry><title>E</title><link rel='self' "
                     "href='/self'/><link href='entry'/><updated>2031-03-05T00:00:00Z</updated></entry></feed>"));
    else if (target == "/index")
      put(fd, answer(200, xml,
                     "<sitemapindex><sitemap><loc>http://" + request.header("Host") + "/map</loc></sitemap></sitemapindex>"));
    else if (target == "/map")
      put(fd, answer(200, xml,
                     "<urlset><url><loc>http://" + request.header("Host") +
                         "/mapped</loc><lastmod>2031-01-01</lastmod></url>"
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

TEST_F(Fetch, ReadsCompressedSitemaps) {
  auto const zipped =
      unhex("1f8b0800000000000203b3292dca294e2db1b301d2763639f9c976fa55990505a92936fa208e8d3e585c1faa0a001f43b1d22e000000");
  Server const server(
      routes({{"/map.xml.gz", answer(200, "Content-Type: application/x-gzip\r\n", zipped)}, {"/zipped", page(reservoir)}}));
  auto const result = run(server, {"/map.xml.gz"});
  ASSERT_EQ(result.pages.size(), 1u);
  EXPECT_EQ(result.pages[0].url, server.url("/zipped"));
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

TEST_F(Fetch, APageOfTwoAddressesIsStoredOnce) {
  Server const server(
      routes({{"/a", redirect("/c", 301)}, {"/b", redirect("c?#x", 308)}, {"/c", page(reservoir)}, {"/c?", page(reservoir)}}));
  auto const result = run(server, {"/a", "/c", "/c#part", "/a"});
  EXPECT_EQ(result.pages.size(), 1u);
  EXPECT_EQ(result.failures.size(), 0u);
  EXPECT_EQ(server.targets(), (std::vector<std::string>{"/a", "/c"}));
}

}  // namespace
}  // namespace counterclaim::test
