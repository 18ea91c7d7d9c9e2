#include "schedule.hpp"

#include <algorithm>

namespace counterclaim {

std::optional<Job> Schedule::take(Clock::time_point now) {
  for (auto& [name, host] : hosts_) {
    if (host.is_busy || host.jobs.empty() || host.next > now) continue;
    auto job = std::move(host.jobs.front());
    host.jobs.pop_front();
    host.is_busy = true;
    host.next = now + std::max(delay_, host.delay);
    return job;
  }
  return std::nullopt;
}

void Schedule::hold(std::string const& name, Clock::time_point until) {
  auto& host = hosts_[name];
  host.next = std::max(host.next, until);
}

void Schedule::slow(std::string const& name, std::chrono::milliseconds delay) {
  auto& host = hosts_[name];
  host.delay = std::max(host.delay, delay);
}

bool Schedule::is_empty() const {
  return std::all_of(hosts_.begin(), hosts_.end(), [](auto const& host) { return host.second.jobs.empty(); });
}

std::optional<Clock::time_point> Schedule::next() const {
  std::optional<Clock::time_point> first;
  for (auto const& [name, host] : hosts_)
    if (!host.is_busy && !host.jobs.empty() && (!first || host.next < *first)) first = host.next;
  return first;
}

}  // namespace counterclaim
