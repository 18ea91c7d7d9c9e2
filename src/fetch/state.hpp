// What earlier runs brought, kept in DIR/.counterclaim-fetch/: `log`, and a file for each list as it was last seen.
//
// The log is only ever appended to, a line a fact, so a run that is killed loses at most its last line: a run ends with the
// line "end", and one without it has broken off. Fields are divided by tabs; backslash, tab and line ends are escaped.
//   run <unix seconds>
//   got <url> <sha256 of the body> <ETag> <Last-Modified> <changed, as the list that named the page said>
//   end
// The last line of a url counts; a line that cannot be read is passed over. When most lines are outdated the log is written
// anew at the start of a run. (A database was left out: a few hundred lines a run need none, and the folder stays readable.)
#pragma once
#include <map>
#include <string>
#include <unordered_set>

#include "folder.hpp"

namespace counterclaim {

struct Known {
  std::string sha256;
  std::string etag, last_modified;  // as the server gave them; empty if it did not
  std::string changed;              // FeedEntry::updated; empty if no list said
};

class State {
 public:
  // Throws std::system_error if the folder cannot be used or another run is using it. `now` is in Unix seconds.
  State(Descriptor const& folder, long long now);

  Known const* find(std::string const& url) const;
  // Brought by the run before this one, which broke off less than a day ago.
  bool is_resumed(std::string const& url) const { return resumed_.contains(url); }

  void record(std::string const& url, Known known);
  void finish();  // nothing is left to do for this run

  std::optional<std::string> list_body(std::string const& url, std::size_t most) const;
  void keep_list_body(std::string const& url, std::string_view body);

 private:
  void read_log(long long now);
  void rewrite_log();

  Descriptor folder_, log_;
  std::map<std::string, Known> known_;
  std::unordered_set<std::string> resumed_;
  std::size_t lines_ = 0;
};

}  // namespace counterclaim
