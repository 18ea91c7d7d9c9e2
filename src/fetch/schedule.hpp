// Who may be asked now: a queue a host, one request at a time and a pause between the starts of two.
#pragma once
#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/feed.hpp"
#include "url.hpp"

namespace counterclaim {

using Clock = std::chrono::steady_clock;

enum class JobKind { page, robots };  // a page may turn out to be a list

struct Job {
  JobKind kind = JobKind::page;
  std::string asked;              // as the user or a list named it
  Url url;                        // the hop at hand
  std::vector<std::string> hops;  // those before it
  unsigned tries = 0;             // of this hop, that failed
  int depth = 0;                  // lists it was found through
  bool may_be_list = true;        // named by the user or by a sitemap index
  FeedEntry listed;               // what the list said of it
  std::string list_title;
  std::string origin;  // robots: whom it speaks for
};

class Schedule {
 public:
  explicit Schedule(std::chrono::milliseconds delay) : delay_(delay) {}

  void add(Job job) { hosts_[job.url.host].jobs.push_back(std::move(job)); }
  void add_first(Job job) { hosts_[job.url.host].jobs.push_front(std::move(job)); }
  // A job whose host may be asked; the host is busy until free() is called.
  std::optional<Job> take(Clock::time_point now);
  void free(std::string const& host) { hosts_[host].is_busy = false; }
  void hold(std::string const& host, Clock::time_point until);          // it asked for a pause
  void slow(std::string const& host, std::chrono::milliseconds delay);  // it asks for longer pauses than ours
  bool is_empty() const;
  // When take() may have something, no host becoming free before; nothing if that is what it waits for.
  std::optional<Clock::time_point> next() const;

 private:
  struct Host {
    std::deque<Job> jobs;
    bool is_busy = false;
    Clock::time_point next{};
    std::chrono::milliseconds delay{0};
  };
  std::map<std::string, Host> hosts_;
  std::chrono::milliseconds delay_;
};

}  // namespace counterclaim
