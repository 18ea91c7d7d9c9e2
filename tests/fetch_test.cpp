// Fetching from a server of our own: pages, and the pages that lists name.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "counterclaim/read.hpp"
#include "counterclaim/sha256.hpp"
#include "tests/fetch_fixture.hpp"

namespace counterclaim::test {
namespace {

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
