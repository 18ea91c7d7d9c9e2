// No spelling of an address leads to where --allow-private would be needed, neither asked for nor by redirect: a canary on
// all interfaces of this machine is never contacted.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "counterclaim/fetch.hpp"
#include "src/fetch/address.hpp"
#include "tests/fetch_folder.hpp"
#include "tests/fetch_server.hpp"

namespace counterclaim::test {
namespace {

struct Form {
  std::string address;  // {port} is the canary's
  std::string reason;   // part of it
};

std::vector<Form> const forms = {
    // IPv4 loopback as inet_aton reads it
    {"http://127.0.0.1:{port}/", "loopback"},
    {"http://127.1:{port}/", "loopback"},
    {"http://127.0.1:{port}/", "loopback"},
    {"http://127.255.255.254:{port}/", "loopback"},
    {"http://2130706433:{port}/", "loopback"},
    {"http://0177.0.0.1:{port}/", "loopback"},
    {"http://017700000001:{port}/", "loopback"},
    {"http://0x7f.0.0.1:{port}/", "loopback"},
    {"http://0x7f000001:{port}/", "loopback"},
    {"http://0x7F.1:{port}/", "loopback"},
    {"http://0X7F.0x0.0x0.0x1:{port}/", "loopback"},
    {"http://0177.0x0.0.01:{port}/", "loopback"},
    {"http://127.0x000001:{port}/", "loopback"},
    {"http://00000177.0.0.1:{port}/", "loopback"},
    {"http://127.000.000.001:{port}/", "loopback"},
    {"http://127.0.0.1.:{port}/", "loopback"},
    {"http://0.0.0.0:{port}/", "this host"},
    {"http://0:{port}/", "this host"},
    {"http://0x0:{port}/", "this host"},
    {"http://0.0.0.1:{port}/", "this host"},
    // the same through encodings of the host
    {"http://%31%32%37.0.0.1:{port}/", "loopback"},
    {"http://127%2e0%2e0%2e1:{port}/", "loopback"},
    {"http://127。0。0。1:{port}/", "loopback"},
    {"http://１２７.０.０.１:{port}/", "loopback"},
    {"http://①②⑦.⓪.⓪.①:{port}/", "loopback"},
    {"http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/", "loopback"},
    {"HTTP://127.0.0.1:{port}/", "loopback"},
    {"http:///127.0.0.1:{port}/", "loopback"},
    {"http:127.0.0.1:{port}/", "not an address"},
    {"http:/127.0.0.1:{port}/", "loopback"},
    {"http://127.0.0.1:{port}/../../etc/passwd", "loopback"},
    {"https://127.0.0.1:{port}/", "loopback"},
    // names
    {"http://localhost:{port}/", "loopback"},
    {"http://LocalHost:{port}/", "loopback"},
    {"http://localhost.:{port}/", "loopback"},
    {"http://deep.below.localhost:{port}/", "loopback"},
    {"http://inside.example:{port}/", "loopback"},
    {"http://INSIDE.example.:{port}/", "loopback"},
    {"http://inside6.example:{port}/", "loopback"},
    {"http://mapped.example:{port}/", "IPv4-mapped"},
    {"http://metadata.example:{port}/", "link-local"},
    {"http://both.example:{port}/", ""},  // a public address, where nobody answers, and the canary's
    {"http://both6.example:{port}/", ""},
    {"http://two.example:{port}/", "loopback"},
    // user names in front
    {"http://user@127.0.0.1:{port}/", "user name"},
    {"http://user:word@127.0.0.1:{port}/", "user name"},
    {"http://news.example@127.0.0.1:{port}/", "user name"},
    {"http://news.example:80@127.0.0.1:{port}/", "user name"},
    {"http://news.example%2f@127.0.0.1:{port}/", "user name"},
    {"http://127.0.0.1:{port}#@news.example/", "loopback"},
    {"http://127.0.0.1:{port}?@news.example/", "loopback"},
    {"http://127.0.0.1:{port}\\@news.example/", ""},
    {"http://news.example\\@127.0.0.1:{port}/", ""},
    {"http://news.example @127.0.0.1:{port}/", ""},
    // IPv6
    {"http://[::1]:{port}/", "loopback"},
    {"http://[0:0:0:0:0:0:0:1]:{port}/", "loopback"},
    {"http://[0000:0000:0000:0000:0000:0000:0000:0001]:{port}/", "loopback"},
    {"http://[::]:{port}/", "this host"},
    {"http://[::ffff:127.0.0.1]:{port}/", "IPv4-mapped"},
    {"http://[::ffff:7f00:1]:{port}/", "IPv4-mapped"},
    {"http://[::FFFF:7F00:0001]:{port}/", "IPv4-mapped"},
    {"http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/", "IPv4-mapped"},
    {"http://[::ffff:8.8.8.8]:{port}/", "IPv4-mapped"},
    {"http://[::127.0.0.1]:{port}/", "IPv4-compatible"},
    {"http://[::7f00:1]:{port}/", "IPv4-compatible"},
    {"http://[64:ff9b::127.0.0.1]:{port}/", "NAT64"},
    {"http://[64:ff9b::7f00:1]:{port}/", "NAT64"},
    {"http://[64:ff9b:1::7f00:1]:{port}/", "NAT64"},
    {"http://[2002:7f00:1::]:{port}/", "6to4"},
    {"http://[2002:7f00:0001::1]:{port}/", "6to4"},
    {"http://[2001:0:7f00:1::]:{port}/", "Teredo"},
    {"http://[2001:db8::1]:{port}/", "documentation"},
    {"http://[2001:2::1]:{port}/", "reserved"},
    {"http://[3fff::1]:{port}/", "documentation"},
    {"http://[100::1]:{port}/", "reserved"},
    {"http://[4000::1]:{port}/", "reserved"},
    {"http://[fe80::1]:{port}/", "link-local"},
    {"http://[fe80::1%25lo]:{port}/", "link-local"},
    {"http://[fe80::1%25eth0]:{port}/", "link-local"},
    {"http://[fe80::1%251]:{port}/", "link-local"},
    {"http://[::1%25lo]:{port}/", ""},
    {"http://[fec0::1]:{port}/", "site-local"},
    {"http://[fc00::1]:{port}/", "private"},
    {"http://[fd00::2]:{port}/", "private"},
    {"http://[ff02::1]:{port}/", "multicast"},
    {"http://[ff02::1%25lo]:{port}/", "multicast"},
    // IPv4 that is not public
    {"http://10.0.0.1:{port}/", "private"},
    {"http://10.1:{port}/", "private"},
    {"http://172.16.0.1:{port}/", "private"},
    {"http://172.31.255.255:{port}/", "private"},
    {"http://192.168.0.1:{port}/", "private"},
    {"http://192.168.257:{port}/", "private"},
    {"http://3232235521:{port}/", "private"},
    {"http://0xc0a80001:{port}/", "private"},
    {"http://0300.0250.0.1:{port}/", "private"},
    {"http://100.64.0.1:{port}/", "carrier-grade"},
    {"http://169.254.169.254/latest/meta-data/", "link-local"},
    {"http://0xa9fea9fe/latest/meta-data/", "link-local"},
    {"http://2852039166/", "link-local"},
    {"http://169.254.43518/", "link-local"},
    {"http://192.0.0.8:{port}/", "reserved"},
    {"http://192.0.2.2:{port}/", "documentation"},
    {"http://198.51.100.7:{port}/", "documentation"},
    {"http://203.0.113.9:{port}/", "documentation"},
    {"http://198.18.0.1:{port}/", "benchmarking"},
    {"http://192.88.99.1:{port}/", "6to4 relay"},
    {"http://224.0.0.1:{port}/", "multicast"},
    {"http://239.255.255.250:{port}/", "multicast"},
    {"http://240.0.0.1:{port}/", "reserved"},
    {"http://255.255.255.255:{port}/", "reserved"},
    // other schemes
    {"file:///etc/passwd", "only http and https"},
    {"file://127.0.0.1/etc/passwd", "only http and https"},
    {"ftp://127.0.0.1:{port}/", "only http and https"},
    {"gopher://127.0.0.1:{port}/_GET%20/", "only http and https"},
    {"dict://127.0.0.1:{port}/x", "only http and https"},
    {"ldap://127.0.0.1:{port}/", "only http and https"},
    {"smb://127.0.0.1:{port}/x", "only http and https"},
    {"telnet://127.0.0.1:{port}/", "only http and https"},
    {"ws://127.0.0.1:{port}/", "only http and https"},
};

std::string with_port(std::string text, std::string const& port) {
  if (auto const at = text.find("{port}"); at != std::string::npos) text.replace(at, 6, port);
  return text;
}

FetchOptions options_for(std::string const& into, Canary const& canary) {
  auto options = quick(into);
  options.longest_request = std::chrono::milliseconds(1500);
  options.retries = 0;
  auto const port = ":" + canary.port() + ":";
  options.resolved = {"inside.example" + port + "127.0.0.1",
                      "inside6.example" + port + "[::1]",
                      "mapped.example" + port + "[::ffff:127.0.0.1]",
                      "metadata.example" + port + "169.254.169.254",
                      "both.example" + port + "8.8.8.8,127.0.0.1",
                      "both6.example" + port + "[2600::1],127.0.0.1,[::1]",
                      "two.example" + port + "127.0.0.1,[::1]",
                      "news.example" + port + "127.0.0.1",
                      "news.example:80:127.0.0.1"};
  return options;
}

TEST(FetchAddress, NoSpellingReachesTheInside) {
  Canary const canary;
  FetchFolder const folder;
  for (auto const& form : forms) {
    auto const url = with_port(form.address, canary.port());
    auto const result = fetch({url}, options_for(folder.into(), canary));
    ASSERT_EQ(result.failures.size(), 1u) << url;
    EXPECT_NE(result.failures[0].reason.find(form.reason), std::string::npos) << url << ": " << result.failures[0].reason;
    EXPECT_TRUE(result.pages.empty()) << url;
    EXPECT_EQ(canary.connections(), 0) << url;
  }
}

TEST(FetchAddress, NoRedirectReachesTheInside) {
  Canary const canary;
  FetchFolder const folder;
  Server const server([&](Request const& request, int fd) {
    if (!request.target.starts_with("/form/")) return void(put(fd, answer(404, "", "")));
    auto const& form = forms[std::stoul(request.target.substr(6))];
    put(fd, redirect(with_port(form.address, canary.port())));
  });
  auto options = options_for(folder.into(), canary);
  options.reachable = {server.endpoint()};
  for (std::size_t i = 0; i < forms.size(); ++i) {
    auto const result = fetch({server.url("/form/" + std::to_string(i))}, options);
    ASSERT_EQ(result.failures.size(), 1u) << forms[i].address;
    EXPECT_TRUE(result.pages.empty()) << forms[i].address;
    EXPECT_EQ(canary.connections(), 0) << forms[i].address;
    EXPECT_NE(result.failures[0].reason.find(forms[i].reason), std::string::npos)
        << forms[i].address << ": " << result.failures[0].reason;
  }
}

// The canary is worth something only if it can be found.
TEST(FetchAddress, AllowedItIsReached) {
  for (std::string const host : {"127.0.0.1", "2130706433", "[::1]", "localhost", "0x7f.1", "inside.example"}) {
    Canary const canary;
    FetchFolder const folder;
    auto options = options_for(folder.into(), canary);
    options.reach = Reach::anywhere;
    EXPECT_EQ(fetch({"http://" + host + ":" + canary.port() + "/"}, options).pages.size(), 1u) << host;
    EXPECT_GT(canary.connections(), 0) << host;
  }
}

TEST(FetchAddress, NeitherRobotsNorListsLeadInside) {
  Canary const canary;
  FetchFolder const folder;
  auto const inside = "http://127.0.0.1:" + canary.port();
  Server const server(routes({
      {"/robots.txt", redirect(inside + "/robots.txt")},
      {"/page", page("<p>Nobody should ask for this one.</p>")},
  }));
  Server const lists(routes({
      {"/feed", answer(200, "Content-Type: application/rss+xml\r\n",
                       "<rss><channel><item><link>" + inside + "/a</link></item></channel></rss>")},
      {"/map", answer(200, "Content-Type: text/xml\r\n",
                      "<sitemapindex><sitemap><loc>" + inside + "/b</loc></sitemap></sitemapindex>")},
  }));
  auto options = options_for(folder.into(), canary);
  options.reachable = {server.endpoint(), lists.endpoint()};
  auto const result = fetch({server.url("/page"), lists.url("/feed"), lists.url("/map")}, options);
  EXPECT_EQ(result.failures.size(), 3u);
  for (auto const& failure : result.failures) EXPECT_NE(failure.reason.find("loopback"), std::string::npos) << failure.reason;
  EXPECT_EQ(canary.connections(), 0);
}

TEST(FetchAddress, TheEnvironmentNamesNoProxy) {
  Canary const canary;
  FetchFolder const folder;
  auto const proxy = "http://127.0.0.1:" + canary.port();
  for (auto const* name : {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
    setenv(name, proxy.c_str(), 1);
  Server const server(routes({{"/page", page("<p>The lake rose by two metres in the spring of that year.</p>")}}));
  auto options = options_for(folder.into(), canary);
  options.reach = Reach::anywhere;
  EXPECT_EQ(fetch({server.url("/page")}, options).pages.size(), 1u);
  for (auto const* name : {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) unsetenv(name);
  EXPECT_EQ(canary.connections(), 0);
}

// A proxy that was asked for makes the connections: what can be seen of an address is refused before it hears of it.
TEST(FetchAddress, AProxyIsNotAskedForTheInside) {
  FetchFolder const folder;
  Server const proxy([&](Request const& request, int fd) {
    auto const& target = request.target;  // the whole address: that is how a proxy is asked
    if (target.ends_with("/robots.txt"))
      put(fd, target.find("turned") != std::string::npos ? redirect("http://[::1]/robots.txt") : answer(404, "", ""));
    else
      put(fd, target.ends_with("/in") ? redirect("http://0x7f.1/") : page("<p>A paragraph that came by way of a proxy.</p>"));
  });
  auto options = quick(folder.into());
  options.proxy = proxy.url("");
  auto const result = fetch({"http://paper.example/out", "http://turned.example/out", "http://paper.example/in",
                             "http://10.0.0.1/", "http://[::ffff:127.0.0.1]/"},
                            options);
  EXPECT_EQ(result.pages.size(), 2u);
  EXPECT_EQ(result.failures.size(), 3u);
  for (auto const& failure : result.failures)
    EXPECT_NE(failure.reason.find("--allow-private"), std::string::npos) << failure.reason;
  for (auto const& request : proxy.requests()) EXPECT_NE(request.target.find(".example/"), std::string::npos) << request.target;
}

TEST(FetchAddress, PublicOnesArePublic) {
  for (auto const* host : {"1.1.1.1",
                           "9.255.255.255",
                           "11.0.0.0",
                           "100.63.255.255",
                           "100.128.0.0",
                           "126.255.255.255",
                           "128.0.0.1",
                           "169.253.255.255",
                           "172.15.255.255",
                           "172.32.0.0",
                           "192.167.255.255",
                           "192.169.0.0",
                           "198.17.255.255",
                           "198.20.0.0",
                           "223.255.255.255",
                           "[2600::1]",
                           "[2001:4860:4860::8888]",
                           "[2a00:1450::1]",
                           "[2003::1]",
                           "example.org",
                           "[3ffe::1]"})
    EXPECT_EQ(kind_of_literal(host), "") << host;
}

}  // namespace
}  // namespace counterclaim::test
