// How far the work is, on a terminal: a line on standard error that shows after a second and goes when the work is done.
#pragma once
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

namespace counterclaim::cli {

enum class Visibility { automatic, never };  // automatic: where standard error is a terminal

class Progress {
 public:
  explicit Progress(Visibility visibility);
  ~Progress();
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;
  // From any thread. `what` lives as long as the program: "aligning"; a total of 1 or less is not shown.
  void at(char const* what, std::size_t done, std::size_t total);

 private:
  void run();
  std::atomic<char const*> what_{"reading"};
  std::atomic<std::size_t> done_{0}, total_{0};
  std::mutex mutex_;
  std::condition_variable stop_;
  bool is_over_ = false;
  std::thread thread_;
};

}  // namespace counterclaim::cli
