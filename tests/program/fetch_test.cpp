// `fetch`, `check` with web addresses, and that everything else stays off the network.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/fetch_server.hpp"
#include "tests/program/run.hpp"

namespace counterclaim::test {
namespace {

std::string const lake =
    "<html><head><title>The lake</title><meta property=\"article:published_time\" content=\"2031-03-04\"></head><body><article>"
    "<h1>The lake</h1><p>Lake Orrin covers an area of 310 square kilometres, and the ferry across it takes forty minutes in "
    "calm weather.</p><p>The towns on its shore have asked for a second ferry since the bridge was "
    "closed.</p></article></body></html>";

bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

class FetchProgram : public testing::Test {
 protected:
  Outcome fetch(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"fetch", "--allow-private", "--delay", "0", "--into", into});
    return run(std::move(arguments));
  }

  Folder folder;
  std::string into = folder.path() + "/pages";
  std::string ours = folder.write(
      "ours.md", "---\ndate: 2031-03-04\nsource: Harbour Post\n---\n# Ferries\n\nLake Orrin covers 120 square kilometres.\n");
  Server server{routes({{"/lake", page(lake, "ETag: \"1\"\r\n")}})};
};

TEST_F(FetchProgram, PrintsWhatItStoredAndNothingTheSecondTime) {
  auto const first = fetch({server.url("/lake")});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_TRUE(first.out.starts_with(into + "/127-0-0-1-")) << first.out;
  EXPECT_TRUE(first.out.ends_with(".md\n")) << first.out;
  EXPECT_TRUE(holds(first.err, "1 stored, 0 unchanged")) << first.err;
  EXPECT_EQ(first.err.find_first_of("\r\x1b"), std::string::npos) << "a progress line, and no terminal";
  auto const second = fetch({server.url("/lake")});
  EXPECT_EQ(second.out, "");
  EXPECT_TRUE(holds(second.err, "0 stored, 1 unchanged")) << second.err;
}

TEST_F(FetchProgram, ListsFailuresAtTheEndAndStoresTheRest) {
  auto const got = fetch({server.url("/none"), server.url("/lake"), "ftp://paper.example/"});
  EXPECT_EQ(got.status, 3);
  EXPECT_TRUE(holds(got.out, ".md\n")) << got.out;
  EXPECT_TRUE(holds(got.err, "not fetched: 2\n")) << got.err;
  EXPECT_TRUE(holds(got.err, "/none: HTTP 404\n")) << got.err;
  EXPECT_TRUE(holds(got.err, "ftp://paper.example/: only http and https are fetched, not ftp\n")) << got.err;
}

TEST_F(FetchProgram, StaysOutUnlessAllowed) {
  auto const got = run({"fetch", server.url("/lake"), "--into", into});
  EXPECT_EQ(got.status, 3);
  EXPECT_TRUE(holds(got.err, "127.0.0.1 is a loopback address, and not contacted without --allow-private")) << got.err;
  EXPECT_EQ(server.connections(), 0);
}

TEST_F(FetchProgram, WrongUsageIsStatusTwo) {
  struct Row {
    std::vector<std::string> arguments;
    std::string says;
  };
  auto const url = server.url("/lake");
  Row const rows[] = {
      {{"fetch"}, "required"},
      {{"fetch", url}, "--into"},
      {{"fetch", "--into", into}, "URL"},
      {{"fetch", url, "--into", into, "--since", "yesterday"}, "not a date"},
      {{"fetch", url, "--into", into, "--since", "2031-02-30"}, "not a date"},
      {{"fetch", url, "--into", into, "--delay", "-1"}, "--delay"},
      {{"fetch", url, "--into", into, "--parallel", "0"}, "--parallel"},
      {{"fetch", url, "--into", into, "--max-size", "0"}, "--max-size"},
      {{"fetch", url, "--into", into, "--user-agent", "a\nCookie: b"}, "printable"},
  };
  for (auto const& row : rows) {
    auto const got = run(row.arguments);
    EXPECT_EQ(got.status, 2) << row.says;
    EXPECT_TRUE(holds(got.err, row.says)) << got.err;
  }
  EXPECT_EQ(server.connections(), 0);
  EXPECT_EQ(run({"fetch", url, "--into", ours}).status, 4) << "a file is no folder";
}

TEST_F(FetchProgram, CheckTakesAddressesToo) {
  auto const got = run({"check", "--allow-private", ours, server.url("/lake")});
  EXPECT_EQ(got.status, 1) << got.err;
  EXPECT_TRUE(holds(got.out, "figure-conflict")) << got.out;
  EXPECT_TRUE(holds(got.out, server.url("/lake") + ":")) << got.out;
  EXPECT_FALSE(std::filesystem::exists(into));

  auto const kept = run({"check", "--allow-private", "--into", into, ours, server.url("/lake")});
  EXPECT_EQ(kept.status, 1) << kept.err;
  EXPECT_TRUE(holds(kept.out, into + "/127-0-0-1-")) << kept.out;
  EXPECT_EQ(run({"check", ours, into}).status, 1);

  auto const partly = run({"check", "--allow-private", ours, server.url("/lake"), server.url("/none")});
  EXPECT_EQ(partly.status, 3);
  EXPECT_TRUE(holds(partly.out, "figure-conflict")) << partly.out;
  EXPECT_TRUE(holds(partly.err, "HTTP 404")) << partly.err;
}

TEST_F(FetchProgram, WithoutAddressesNoSocketIsOpened) {
  auto const page = folder.write("page.html", lake);
  auto const feed = folder.write(
      "hostile.html",
      "<!DOCTYPE html SYSTEM \"http://127.0.0.1/x.dtd\"><html><head><base href=\"http://127.0.0.1/\">"
      "<link rel=stylesheet href=\"http://127.0.0.1/a.css\"><script src=\"http://127.0.0.1/a.js\"></script></head>"
      "<body><iframe src=\"http://127.0.0.1/\"></iframe><img src=\"http://127.0.0.1/\"><p>Nothing here.</p></body></html>");
  auto const records = folder.write("a.jsonl", "{\"id\":\"x\",\"html\":\"<p>Ten boats.</p>\",\"url\":\"http://127.0.0.1/\"}\n");
  struct Row {
    std::vector<std::string> arguments;
    int status;
  };
  Row const rows[] = {
      {{"check", ours, page, feed}, 1},
      {{"check", "--format", "json", "--fail-on", "never", folder.path()}, 0},
      {{"check", "--jsonl", records}, 0},
      {{"check", "--allow-private", "--into", into, ours}, 0},
      {{"extract", page}, 0},
      {{"read", feed}, 0},
      {{"compare", ours, page}, 1},
      {{"rules"}, 0},
      {{"fetch", "--help"}, 0},
  };
  for (auto const& row : rows) {
    auto const got = run(Invocation{row.arguments, {}, {}, {}, Sockets::deadly});
    EXPECT_EQ(got.status, row.status) << row.arguments[0] << ": " << got.err;
  }
  // The filter works: with an address, the same program does not survive it.
  for (auto const* command : {"check", "fetch"})
    EXPECT_EQ(
        run(Invocation{{command, "--allow-private", "--into", into, server.url("/lake")}, {}, {}, {}, Sockets::deadly}).status,
        128 + 31)
        << command;
  EXPECT_EQ(server.connections(), 0);
}

}  // namespace
}  // namespace counterclaim::test
