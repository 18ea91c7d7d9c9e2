#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <string>

#include "cli/output.hpp"

namespace counterclaim::cli {

Progress::Progress(Visibility visibility) {
  if (visibility == Visibility::automatic && isatty(STDERR_FILENO) == 1) thread_ = std::thread([this] { run(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard const lock(mutex_);
    is_over_ = true;
  }
  stop_.notify_one();
  thread_.join();
  clear_status();
}

void Progress::at(char const* what, std::size_t done, std::size_t total) {
  what_ = what;
  done_ = done;
  total_ = total;
}

void Progress::run() {
  using namespace std::chrono_literals;
  auto pause = 1000ms;
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, pause, [this] { return is_over_; })) {
    pause = 200ms;
    std::string line = what_.load();
    if (auto const total = total_.load(); total > 1)
      line += " " + std::to_string(done_.load()) + " of " + std::to_string(total);
    show_status(line);
  }
}

}  // namespace counterclaim::cli
