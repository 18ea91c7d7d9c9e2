// --stats: what was done and how long it took, on standard error.
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "cli/progress.hpp"
#include "counterclaim/report.hpp"

namespace counterclaim::cli {

using Seconds = std::chrono::duration<double>;

class Stopwatch {
 public:
  Seconds lap() {
    auto const now = std::chrono::steady_clock::now();
    return now - std::exchange(start_, now);
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

struct Stats {
  struct Row {
    std::string name;
    Seconds time{};
    std::size_t hits = 0;  // of rules
  };
  std::vector<Row> stages, rules;
  Stopwatch rule_watch, stage_watch;
};

Watch watch(Stats& stats, Progress& progress);
std::string stats_table(Stats const& stats, Report const& report);

}  // namespace counterclaim::cli
