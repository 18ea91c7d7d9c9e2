// What is kept between runs, without a network.
#include <gtest/gtest.h>

#include "src/fetch/folder.hpp"
#include "src/fetch/state.hpp"
#include "src/fetch/url.hpp"
#include "tests/fetch_folder.hpp"

namespace counterclaim {
namespace {

constexpr long long noon = 2'000'000'000;  // seconds

TEST(FetchState, RemembersTheLastAndStaysSmall) {
  test::FetchFolder const place;
  auto const folder = open_folder(place.into());
  std::string const odd = "http://paper.example/\t\n\\t\r\\";
  {
    State state(folder, noon);
    for (int i = 0; i < 5000; ++i) state.record("http://paper.example/a", {"digest", "\"" + std::to_string(i) + "\"", "", ""});
    state.record(odd, {"d", "e\\\t", "l\n", "u"});
    state.finish();
  }
  auto const log = place.into() + "/.counterclaim-fetch/log";
  EXPECT_GT(std::filesystem::file_size(log), 100'000u);
  for (int i = 0; i < 2; ++i) {
    State const state(folder, noon);
    ASSERT_TRUE(state.find("http://paper.example/a"));
    EXPECT_EQ(state.find("http://paper.example/a")->etag, "\"4999\"");
    ASSERT_TRUE(state.find(odd));
    EXPECT_EQ(state.find(odd)->etag, "e\\\t");
    EXPECT_EQ(state.find(odd)->last_modified, "l\n");
    EXPECT_FALSE(state.find("http://paper.example/b"));
    EXPECT_LT(std::filesystem::file_size(log), 1000u);
  }
}

TEST(FetchState, ResumesForADay) {
  struct Row {
    long long later;
    bool finished, resumed;
  };
  for (auto const& [later, finished, resumed] : {Row{10, false, true}, Row{10, true, false}, Row{86'000, false, true},
                                                 Row{90'000, false, false}, Row{-10, false, false}}) {
    test::FetchFolder const place;
    auto const folder = open_folder(place.into());
    {
      State state(folder, noon);
      state.record("http://paper.example/a", {});
      if (finished) state.finish();
    }
    { State const again(folder, noon + later / 2); }  // broke off too, before it had brought anything
    EXPECT_EQ(State(folder, noon + later).is_resumed("http://paper.example/a"), resumed) << later;
  }
}

TEST(FetchUrl, IsBroughtIntoOneForm) {
  struct Row {
    std::string base, text, url;  // empty url: none
  };
  for (auto const& [base, text, url] : {
           Row{"", "HTTP://Paper.Example:80/A%20b?q#part", "http://paper.example/A%20b?q"},
           Row{"", "https://paper.example:443", "https://paper.example/"},
           Row{"", "https://paper.example:80/", "https://paper.example:80/"},
           Row{"", "http://paper.example./a/../b/./c", "http://paper.example/b/c"},
           Row{"", "http://paper.example/a b", "http://paper.example/a%20b"},
           Row{"", "http://user@paper.example/", ""},
           Row{"", "http://:secret@paper.example/", ""},
           Row{"", "http://@paper.example/", ""},
           Row{"", "http://", ""},
           Row{"", "", ""},
           Row{"", "paper.example/a", ""},
           Row{"", "http://paper.example:99999/", ""},
           Row{"", "http://paper.example/" + std::string(9000, 'a'), ""},
           Row{"", "mailto:a@paper.example", ""},
           Row{"http://paper.example/a/b?c", "d", "http://paper.example/a/d"},
           Row{"http://paper.example/a/b?c", "../../d", "http://paper.example/d"},
           Row{"http://paper.example/a/b?c", "?e", "http://paper.example/a/b?e"},
           Row{"http://paper.example/a/b", "//other.example/x", "http://other.example/x"},
           Row{"https://paper.example/a/b", "http://other.example", "http://other.example/"},
           Row{"https://paper.example/a/b", "file:///etc/passwd", ""},
       }) {
    auto const parsed = base.empty() ? parse_url(text) : resolve_url(base, text);
    EXPECT_EQ(parsed.url ? parsed.url->text : "", url) << base << " " << text.substr(0, 100) << " " << parsed.error;
    EXPECT_EQ(parsed.error.empty(), parsed.url.has_value()) << text.substr(0, 100);
  }
}

TEST(FetchFolder, NamesAreMadeOfTheAddressAlone) {
  struct Row {
    std::string host, url, begin;
  };
  for (auto const& [host, url, begin] : {
           Row{"paper.example", "https://paper.example/news/Lake_Levels-2031.html", "paper-example-lake-levels-2031-"},
           Row{"paper.example", "https://paper.example/", "paper-example-"},
           Row{"paper.example", "https://paper.example/news/?id=7", "paper-example-news-"},
           Row{"[2600::1]", "http://[2600::1]/..", "2600-1-"},
           Row{"paper.example", "https://paper.example/" + std::string(500, 'x'), "paper-example-xxxx"},
       }) {
    auto const name = page_name(host, url);
    EXPECT_TRUE(name.starts_with(begin)) << name;
    EXPECT_LT(name.size(), 110u);
  }
  EXPECT_NE(page_name("a.example", "https://a.example/x?1"), page_name("a.example", "https://a.example/x?2"));
}

}  // namespace
}  // namespace counterclaim
