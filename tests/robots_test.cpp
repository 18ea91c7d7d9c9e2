// robots.txt by table: the file, a path, whether it may be asked for.
#include "src/fetch/robots.hpp"

#include <gtest/gtest.h>

namespace counterclaim {
namespace {

TEST(Robots, AllowsAndDisallows) {
  struct Row {
    char const *file, *path;
    bool allowed;
  };
  for (auto const& [file, path, allowed] : {
           Row{"", "/a", true},
           Row{"User-agent: *\nDisallow:\n", "/a", true},
           Row{"User-agent: *\nDisallow: /\n", "/a", false},
           Row{"user-AGENT :*\r\nDISALLOW : /a # why\r\n", "/abc", false},
           Row{"User-agent: *\rDisallow: /a", "/abc", false},
           Row{"\xEF\xBB\xBFUser-agent: *\nDisallow: /a\n", "/a", false},
           Row{"User-agent: *\nDisallow: /a\n", "/b/a", true},
           Row{"User-agent: *\nDisallow: /a\nAllow: /a/open\n", "/a/open/x", true},
           Row{"User-agent: *\nAllow: /a/open\nDisallow: /a\n", "/a/shut", false},
           Row{"User-agent: *\nAllow: /a\nDisallow: /a\n", "/a", true},
           Row{"User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", true},
           Row{"User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf", false},
           Row{"User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf?z", true},
           Row{"User-agent: *\nDisallow: /*/private/*\n", "/x/private/", false},
           Row{"User-agent: *\nDisallow: /*a*b$\n", "/xaxxbxb", false},
           Row{"User-agent: *\nDisallow: /*a*b$\n", "/xaxxbxc", true},
           Row{"User-agent: *\nDisallow: /a$\n", "/ab", true},
           Row{"User-agent: *\nDisallow: /?q=\n", "/?q=1", false},
           Row{"User-agent: *\nDisallow: /caf%C3%A9\n", "/caf\xC3\xA9", false},
           Row{"User-agent: *\nDisallow: /%61bc\n", "/abc", false},
           Row{"User-agent: *\nDisallow: /a%2Fb\n", "/a/b", true},
           Row{"User-agent: *\nDisallow: /a%2fb\n", "/a%2Fb", false},
           // who is meant
           Row{"User-agent: other\nDisallow: /\n", "/a", true},
           Row{"User-agent: counterclaim\nDisallow: /\n", "/a", false},
           Row{"User-agent: CounterClaim/1.0\nDisallow: /\n", "/a", false},
           Row{"User-agent: counterclaimant\nDisallow: /\n", "/a", true},
           Row{"User-agent: *\nDisallow: /\n\nUser-agent: counterclaim\nDisallow: /b\n", "/a", true},
           Row{"User-agent: counterclaim\nDisallow: /b\n\nUser-agent: *\nDisallow: /\n", "/b", false},
           Row{"User-agent: counterclaim\nDisallow: /b\nUser-agent: *\nDisallow: /\nUser-agent: counterclaim\nDisallow: /c\n",
               "/c", false},
           Row{"User-agent: other\nUser-agent: counterclaim\nDisallow: /\n", "/a", false},
           Row{"User-agent: counterclaim\nSitemap: http://x/\nUser-agent: other\nDisallow: /\n", "/a", false},
           Row{"User-agent: *\nDisallow: /\nUser-agent: counterclaim\nDisallow:\n", "/a", true},
           Row{"Disallow: /\n", "/a", true},
           Row{"<html>Disallow: /</html>", "/a", true},
       })
    EXPECT_EQ(is_allowed(parse_robots(file, "counterclaim"), path), allowed) << file << " | " << path;
}

TEST(Robots, ReadsTheDelay) {
  struct Row {
    char const* file;
    int milliseconds;
  };
  for (auto const& [file, milliseconds] :
       {Row{"User-agent: *\nCrawl-delay: 2\n", 2000}, Row{"User-agent: *\nCrawl-delay: 0.5\n", 500},
        Row{"User-agent: *\nCrawl-delay: 99999999999\n", 60000}, Row{"User-agent: *\nCrawl-delay: -3\n", 0},
        Row{"User-agent: *\nCrawl-delay: nan\n", 0}, Row{"User-agent: *\nCrawl-delay: soon\n", 0},
        Row{"User-agent: other\nCrawl-delay: 9\n", 0}})
    EXPECT_EQ(parse_robots(file, "counterclaim").delay.count(), milliseconds) << file;
}

TEST(Robots, HostilePatternsCostLittle) {
  std::string stars = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 900; ++i) stars += "*a";
  EXPECT_TRUE(is_allowed(parse_robots(stars + "*b$\n", "counterclaim"), "/" + std::string(8000, 'a')));
  auto const many = parse_robots("User-agent: *\n" + std::string(10'000'000, 'x') + "\nDisallow: /\n", "counterclaim");
  EXPECT_TRUE(many.rules.empty());  // beyond what is read
}

}  // namespace
}  // namespace counterclaim
