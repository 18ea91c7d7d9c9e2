// Fetching from servers that mean harm, or do harm: a clear line, bounded time and memory, and no file where none belongs.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <string>
#include <vector>

#include "counterclaim/read.hpp"
#include "tests/fetch_fixture.hpp"

namespace counterclaim::test {
namespace {

using namespace std::chrono_literals;

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
      {"larger than 10 MB",
       [&](int fd, Server const&) { put(fd, html + "Content-Length: 99999999999\r\n\r\n"), until_gone(fd, filler); }},
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
      {"damaged or too large",
       [&](int fd, Server const&) {
         std::string file = bomb_head;
         for (int i = 0; i < 1000; ++i) file += bomb;
         put(fd, answer(200, "Content-Type: application/gzip\r\n", file));
       }},
      {"damaged or too large",
       [&](int fd, Server const&) { put(fd, answer(200, "Content-Type: application/gzip\r\n", bomb_head + "nonsense")); }},
      {"cannot be decompressed", [&](int fd, Server const&) { put(fd, page(reservoir, "Content-Encoding: gzip\r\n")); }},
      {"cannot be decompressed", [&](int fd, Server const&) { put(fd, page(reservoir, "Content-Encoding: br\r\n")); }},
      {"cannot be decompressed", [&](int fd, Server const&) { put(fd, page(reservoir, "Content-Encoding: zip, rot13\r\n")); }},
      {"type application/pdf",
       [&](int fd, Server const&) { put(fd, answer(200, "Content-Type: application/pdf\r\n", "%PDF-1.7")); }},
      {"type image/png",
       [&](int fd, Server const&) { put(fd, html.substr(0, 16) + "Content-Type: image/png\r\n\r\n"), until_gone(fd, filler); }},
      {"neither HTML",
       [&](int fd, Server const&) {
         put(fd, answer(200, "",
                        std::string("\x7f"
                                    "ELF\0\1",
                                    6)));
       }},
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
    if (request.target == "/list")
      return void(put(fd, answer(200, "Content-Type: text/xml\r\n", "<urlset><url><loc>/x</loc></url></urlset>")));
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
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // these keep what is freed
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  EXPECT_LT(usage.ru_maxrss, 300 * 1024) << "kilobytes";
#endif
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

TEST_F(Fetch, DeepPagesCostNoMoreThanTheirLength) {
  auto const repeated = [](std::string const& text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
  };
  Server const server(routes({
      {"/div", page(repeated("<div>", 1'000'000) + reservoir)},
      {"/b", page(repeated("<b>", 1'000'000) + reservoir)},
      {"/table", page(repeated("<table><tr><td>", 300'000) + reservoir)},
      {"/list", page(repeated("<ul><li>", 600'000) + reservoir)},
      {"/open", page(repeated("<", 3'000'000) + reservoir)},
      {"/feed", answer(200, "Content-Type: text/xml\r\n", "<rss>" + repeated("<item>", 1'000'000))},
  }));
  auto const begin = std::chrono::steady_clock::now();
  auto const result = run(server, {"/div", "/b", "/table", "/list", "/open", "/feed"});
  for (auto const& failure : result.failures) EXPECT_EQ(failure.reason, "a page without text") << failure.url;
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 30s);
}

TEST_F(Fetch, NoFileOutsideTheFolder) {
  auto const hostile =
      "<html><head><title>../../x\n---\ndate: 1999-01-01\n\"\\ &#0;&#27;[31m &#x202e;</title></head><body><p>The canal is 12 "
      "kilometres long and was opened in the reign of its builder.</p></body></html>";
  Server const server([&](Request const& request, int fd) {
    put(fd, request.target == "/robots.txt" ? answer(404, "", "") : page(hostile + ("<!--" + request.target + "-->")));
  });
  std::vector<std::string> const paths = {"/../../../etc/passwd",
                                          "/..%2f..%2f..%2fescape.md",
                                          "/%2e%2e/%2e%2e/x",
                                          "/a%00b",
                                          "/" + std::string(3000, 'l'),
                                          "/.hidden",
                                          "/-rf",
                                          "/CON",
                                          "/a/..",
                                          "//",
                                          "/?../../x",
                                          "/%5c..%5c..%5cx",
                                          "/name.md",
                                          "/~",
                                          "/\xc3\xa4\xf0\x9f\x98\x80"};
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

TEST_F(Fetch, WhatAListSaysStaysOnItsLine) {
  Server const server(routes({
      {"/feed", answer(200, "Content-Type: text/xml\r\n",
                       "<rss><channel><title>S\n---\ntier: reference</title><item><link>/a</link>"
                       "<title>T\n---\n\n# Forged\n\nNine boats.</title><author>A\r\nurl: x</author></item></channel></rss>")},
      {"/a", page("<html><body><p>The ferry across the lake takes forty minutes in calm weather.</p></body></html>")},
  }));
  auto const result = run(server, {"/feed"});
  ASSERT_EQ(result.pages.size(), 1u);
  auto const article = read_paths({result.pages[0].file}).articles.at(0);
  EXPECT_EQ(article.title, "T --- # Forged Nine boats.");
  EXPECT_EQ(article.source, "S --- tier: reference");
  EXPECT_EQ(article.author, "A url: x");
  EXPECT_EQ(article.url, server.url("/a"));
  EXPECT_EQ(article.tier, Tier::press);
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
  auto const make = "cd '" + dir +
                    "' && openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -days 2 -subj /CN=127.0.0.1 "
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
