#include "cli/stats.hpp"

#include <algorithm>
#include <cstdio>

namespace counterclaim::cli {
namespace {

char const* doing(Watch::Stage stage) {
  static constexpr char const* names[] = {"extracting claims", "resolving names", "aligning", "judging"};
  return names[static_cast<std::size_t>(stage)];
}

std::string row(std::string name, std::string const& value, std::string const& note = {}) {
  name.resize(std::max<std::size_t>(name.size() + 1, 24), ' ');
  return "  " + name + std::string(value.size() < 12 ? 12 - value.size() : 0, ' ') + value + (note.empty() ? "" : "  " + note) +
         "\n";
}

std::string milliseconds(Seconds time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f ms", time.count() * 1000);
  return text;
}

}  // namespace

Watch watch(Stats& stats, Progress& progress) {
  Watch out;
  out.stage = [&stats, &progress](Watch::Stage stage, std::size_t done, std::size_t total) {
    progress.at(doing(stage), done, total);
    bool const begins = done == 0;
    bool const is_new = stats.stages.empty() || stats.stages.back().name != doing(stage);
    if (begins && is_new) {
      stats.stage_watch.lap();
      stats.rule_watch.lap();
      stats.stages.push_back({doing(stage), {}, 0});
    } else if (!begins && !is_new) {
      stats.stages.back().time += stats.stage_watch.lap();
    }
  };
  out.rule = [&stats](std::string const& rule, std::size_t hits) {
    auto const time = stats.rule_watch.lap();
    auto const same = std::find_if(stats.rules.begin(), stats.rules.end(), [&](auto const& r) { return r.name == rule; });
    if (same == stats.rules.end()) return stats.rules.push_back({rule, time, hits});
    same->time += time;
    same->hits += hits;
  };
  return out;
}

std::string stats_table(Stats const& stats, Report const& report) {
  auto const s = summarize(report);
  std::size_t bytes = 0;
  for (auto const& article : report.set.articles) bytes += article.raw.size();
  std::string out = "statistics\n";
  out += row("articles", std::to_string(s.articles), std::to_string(bytes) + " bytes");
  out += row("claims", std::to_string(s.claims));
  out += row("pairs compared", std::to_string(report.alignment.compared));
  out += row("pairs aligned", std::to_string(report.alignment.pairs.size()));
  out += row("claims aligned", std::to_string(s.aligned));
  out += row("claims undecided", std::to_string(s.undecided));
  out += row("findings", std::to_string(report.findings.size()));
  Seconds all{};
  for (auto const& stage : stats.stages) {
    out += row(stage.name, milliseconds(stage.time));
    all += stage.time;
  }
  out += row("in all", milliseconds(all));
  auto rules = stats.rules;
  std::stable_sort(rules.begin(), rules.end(), [](auto const& a, auto const& b) { return a.time > b.time; });
  for (auto const& rule : rules)
    out += row("rule " + rule.name, milliseconds(rule.time), std::to_string(rule.hits) + (rule.hits == 1 ? " hit" : " hits"));
  return out;
}

}  // namespace counterclaim::cli
