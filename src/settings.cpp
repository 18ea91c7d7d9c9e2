#include "counterclaim/settings.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

// "https://news.example.org:8080/a" -> "news.example.org"
std::string host_of(std::string_view url) {
  auto const scheme = url.find("://");
  if (scheme == url.npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (auto const user = url.rfind('@'); user != url.npos) url.remove_prefix(user + 1);
  return lower(url.substr(0, url.find(':')));
}

}  // namespace

Decimal Tolerances::of(std::string_view dimension) const {
  auto const own = std::find_if(dimensions.begin(), dimensions.end(), [&](auto const& d) { return d.first == dimension; });
  return own == dimensions.end() ? figures : own->second;
}

void apply_tiers(std::vector<SourceTier> const& tiers, std::vector<Article>& articles) {
  for (auto const& [source, tier] : tiers) {
    auto const wanted = lower(source);
    for (auto& article : articles)
      if (lower(article.source) == wanted || host_of(article.url) == wanted) article.tier = tier;
  }
}

}  // namespace counterclaim
