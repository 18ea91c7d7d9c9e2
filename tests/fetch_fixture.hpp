// What the tests of fetching by a server of our own share.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/fetch.hpp"
#include "tests/fetch_folder.hpp"
#include "tests/fetch_server.hpp"

namespace counterclaim::test {

namespace fs = std::filesystem;

inline std::string const reservoir =
    "<html><head><title>The reservoir</title><meta property=\"article:published_time\" content=\"2031-03-04T08:00:00Z\">"
    "</head><body><article><h1>The reservoir</h1><p>The reservoir above Harrow Vale held 42 million cubic metres of water in "
    "March, the utility said on Tuesday.</p><p>A year earlier it had held 31 million cubic metres, and the valley below it had "
    "gone without irrigation for six weeks.</p></article></body></html>";

inline std::string unhex(std::string_view digits) {
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

inline bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

}  // namespace counterclaim::test
