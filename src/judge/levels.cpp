// Severities and rules switched off, apart from what rule files say.
#include "counterclaim/rule.hpp"
#include "src/judge/node.hpp"

namespace counterclaim {

RuleBook with_levels(RuleBook const& book, std::map<std::string, std::optional<Severity>> const& levels) {
  if (levels.empty()) return book;
  auto changed = std::make_shared<RuleBook::Impl>();
  changed->digest = book.impl->digest;
  for (std::size_t i = 0; i < book.impl->compiled.size(); ++i) {
    auto summary = book.impl->summaries[i];
    auto compiled = book.impl->compiled[i];
    if (auto const level = levels.find(summary.id); level != levels.end()) {
      if (!level->second) continue;
      summary.severity = compiled.severity = *level->second;
    }
    changed->summaries.push_back(std::move(summary));
    changed->compiled.push_back(std::move(compiled));
  }
  RuleBook out;
  out.impl = std::move(changed);
  return out;
}

}  // namespace counterclaim
