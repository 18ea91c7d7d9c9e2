// What the tests of fetching share: a folder that goes when the test ends, and options that do not wait.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "counterclaim/fetch.hpp"

namespace counterclaim::test {

class FetchFolder {
 public:
  FetchFolder() {
    auto name = (std::filesystem::temp_directory_path() / "counterclaim-fetch-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    outer_ = name;
  }
  ~FetchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(outer_, ignored);
  }
  FetchFolder(FetchFolder const&) = delete;
  FetchFolder& operator=(FetchFolder const&) = delete;

  std::string outer() const { return outer_; }  // nothing but `into` may ever appear in it
  std::string into() const { return outer_ + "/pages"; }

 private:
  std::string outer_;
};

inline std::string bytes_of(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

inline FetchOptions quick(std::string const& into) {
  FetchOptions options;
  options.into = into;
  options.delay = std::chrono::milliseconds(0);
  options.backoff = std::chrono::milliseconds(10);
  options.longest_request = std::chrono::milliseconds(10'000);
  return options;
}

}  // namespace counterclaim::test
