// What to ask for, and what an answer means: one run from the addresses given to the files stored.
//
// An address goes through admit(), where robots.txt and earlier runs may settle it without a request, into the schedule, and
// out of it as a transfer; the answer settles it, sends it on (a redirect, a retry) or, for a list, admits what it names.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "counterclaim/fetch.hpp"
#include "robots.hpp"
#include "schedule.hpp"
#include "state.hpp"
#include "transfer.hpp"

namespace counterclaim {

class Crawl {
 public:
  explicit Crawl(FetchOptions const& options);
  ~Crawl();
  Crawl(Crawl const&) = delete;
  Crawl& operator=(Crawl const&) = delete;

  FetchResult run(std::vector<std::string> const& urls);

 private:
  // What is known of an origin's robots.txt, and who waits to know it.
  struct Origin {
    enum class Robots { unasked, asked, read, unreadable } state = Robots::unasked;
    counterclaim::Robots rules;
    std::string reason;  // unreadable: why
    std::vector<Job> waiting;
  };
  struct Running {
    Job job;
    std::unique_ptr<Transfer> transfer;
  };

  // crawl.cpp: what happens to a job
  void add(std::string const& asked, ParsedUrl parsed, Job job);
  void admit(Job job);
  // Why no request may go there, where a proxy makes the connection and Transfer cannot see whereto; empty if it may.
  std::string refusal(Url const& url) const;
  bool is_settled_before(Job const& job);  // and settles it
  void start(Job job);
  void drive();
  void collect();
  void settle(Job const& job);
  void fail(Job const& job, std::string const& reason);
  void report(std::string const& host);

  // answer.cpp: what an answer means
  void answer(Job job, Transfer& transfer);
  void retry(Job job, std::chrono::seconds asked_for);
  void redirect(Job job, std::string const& location);
  void unchanged(Job const& job, FetchOutcome outcome);
  void receive(Job const& job, Transfer& transfer);
  void receive_list(Job const& job, std::string const& body);
  void robots_answer(Job const& job, Transfer const& transfer);
  void robots_known(std::string const& origin, counterclaim::Robots rules);
  void robots_unreadable(std::string const& origin, std::string reason);
  void add_page(Job const& job, FetchOutcome outcome);

  FetchOptions const& options_;
  TransferLimits limits_;
  Descriptor folder_;
  State state_;
  Schedule schedule_;
  std::map<std::string, Origin> origins_;
  std::unordered_map<CURL*, Running> running_;
  std::unordered_set<std::string> asked_;           // addresses that were added
  std::unordered_set<std::string> settled_;         // addresses, after redirects, that were stored or found unchanged
  std::map<std::string, std::size_t> passed_over_;  // pages of a list: above the limit
  std::size_t listed_ = 0;
  FetchProgress progress_;
  FetchResult result_;
  CURLM* multi_ = nullptr;
  curl_slist* resolved_ = nullptr;
};

}  // namespace counterclaim
