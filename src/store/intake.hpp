// From what a check is about to what is new of it: files and articles against what is known.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "counterclaim/store.hpp"
#include "src/store/rows.hpp"

namespace counterclaim::store {

// What has become of one file, or of one article that the caller read.
struct Intake {
  std::string path;       // empty: an article of the caller's, or standard input
  bool is_known = false;  // nothing was read: its articles are those that are known
  KnownFile file;         // what is to be noted of it; with an empty path nothing is
  struct Fresh {
    std::string hash;
    ClaimSet of_one;    // it alone
    std::string found;  // their blob
  };
  std::vector<std::int64_t> kept;  // rows of articles that are as they were
  std::vector<Fresh> fresh;
  std::vector<Diagnostic> unreadable;
};

// What is known, by the names it is asked for by.
struct Index {
  explicit Index(Known const& known);
  std::map<std::string_view, KnownFile const*> files;
  std::map<std::string_view, std::vector<KnownArticle const*>> by_file, by_id;
};

// Safe to call from many threads. `settings`: their tiers count. `reuse`: what is known was found by a program that finds the
// same.
enum class Reuse : std::uint8_t { nothing, known };
Intake take_file(std::string const& path, Index const& index, Reuse reuse, Settings const& settings);
Intake take_article(Article article, Index const& index, Reuse reuse, Settings const& settings);

}  // namespace counterclaim::store
