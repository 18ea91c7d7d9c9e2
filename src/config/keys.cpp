#include "src/config/keys.hpp"

#include <algorithm>
#include <set>

#include "counterclaim/vocabulary.hpp"

namespace counterclaim::config_keys {

std::span<Key const> keys() {
  static std::vector<std::string_view> const levels = {"error", "warning", "info", "off", "on"};
  static std::vector<std::string_view> const tiers = {"reference", "trusted", "press", "self", "unknown"};
  static std::vector<Key> const all = {
      {"fail-on",
       Type::choice,
       "\"error\"",
       "\"warning\"",
       "The least severity that makes the exit status 1.",
       {"error", "warning", "info", "never"}},
      {"rule-folders",
       Type::paths,
       "[]",
       "[\"house-rules\"]",
       "Folders of *.rule files, or such files, beside the built-in rules. Relative to this file.",
       {}},
      {"baseline",
       Type::path,
       "\"\"",
       "\"counterclaim-baseline.json\"",
       "An earlier json or sarif report: what it has is known, the rest is new. Relative to this file.",
       {}},
      {"accepted",
       Type::path,
       "\".counterclaim/accepted.toml\"",
       "\".counterclaim/accepted.toml\"",
       "The findings that were reviewed and accepted, written by `counterclaim accept`. Relative to this file.",
       {}},
      {"synonyms",
       Type::groups,
       "[]",
       "[[\"staff\", \"headcount\", \"workforce\"]]",
       "Words that mean the same in these articles, one word each.",
       {}},
      {"rules", Type::levels, "{}", "vague-source = \"off\"\nsingle-origin = \"warning\"",
       "The severity of a rule, or \"off\". `counterclaim rules` lists them; \"on\" leaves a rule as it is.", levels},
      {"tolerance.figures",
       Type::share,
       "\"0%\"",
       "\"1%\"",
       "Figures that are nearer to one another than this are the same.",
       {}},
      {"tolerance.about", Type::share, "\"8%\"", "\"10%\"", "How far \"about 40\" reaches to either side; at least 8%.", {}},
      {"tolerance.days", Type::days, "0", "1", "Dates that are no further apart than this are the same.", {}},
      {"tolerance.dimension",
       Type::shares,
       "{}",
       "money = \"0.5%\"\ntemperature = \"2%\"",
       "In place of tolerance.figures, for figures of one dimension.",
       {}},
      {"tiers", Type::tiers, "{}", "\"Harbour Authority\" = \"reference\"\n\"press.example.org\" = \"self\"",
       "How near a source is to the facts: by its name as articles give it, or by the host of their addresses.", tiers},
      {"aliases",
       Type::names,
       "{}",
       "\"Orrin Motors\" = [\"Orrin Motor Works\", \"OMW\"]",
       "Other names of one thing. The first is the one that is printed.",
       {}},
  };
  return all;
}

Key const* find(std::string_view name) {
  auto const all = keys();
  auto const found = std::find_if(all.begin(), all.end(), [&](Key const& key) { return key.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> const& dimensions() {
  static auto const all = [] {
    std::set<std::string> names = {"count"};
    for (auto const category : {Category::units, Category::currencies})
      for (auto const& row : vocabulary(category)) names.emplace(row.column[2]);
    return std::vector<std::string>(names.begin(), names.end());
  }();
  return all;
}

}  // namespace counterclaim::config_keys
