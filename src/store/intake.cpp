#include "src/store/intake.hpp"

#include <algorithm>

#include "counterclaim/read.hpp"
#include "src/store/blobs.hpp"

namespace counterclaim::store {
namespace {

std::string article_hash(Article const& article) { return hash_of(article_blob(article) + article.raw); }

void take(Intake& into, Article read, std::vector<KnownArticle const*> const& candidates, Settings const& settings) {
  std::vector<Article> one;
  one.push_back(std::move(read));
  apply_tiers(settings.tiers, one);
  auto const& article = one.front();
  auto hash = article_hash(article);
  for (auto const* known : candidates) {
    if (known->id != article.id || known->hash != hash) continue;
    if (std::find(into.kept.begin(), into.kept.end(), known->row) != into.kept.end()) continue;
    into.kept.push_back(known->row);
    return;
  }
  auto set = extract_claims(std::move(one), 1);
  drop_unstated(set);
  auto found = claims_blob(set.claims);
  into.fresh.push_back({std::move(hash), std::move(set), std::move(found)});
}

std::vector<KnownArticle const*> const& at(std::map<std::string_view, std::vector<KnownArticle const*>> const& map,
                                           std::string const& key, Reuse reuse) {
  static std::vector<KnownArticle const*> const none;
  auto const found = map.find(key);
  return found == map.end() || reuse == Reuse::nothing ? none : found->second;
}

}  // namespace

Index::Index(Known const& known) {
  for (auto const& file : known.files) files.emplace(file.path, &file);
  for (auto const& article : known.articles) {
    if (!article.file.empty()) by_file[article.file].push_back(&article);
    if (article.file.empty()) by_id[article.id].push_back(&article);
  }
}

Intake take_file(std::string const& path, Index const& index, Reuse reuse, Settings const& settings) {
  Intake intake;
  intake.path = path;
  intake.file.path = path;
  intake.file.checked = clock_now();
  intake.file.state = state_of(path);
  auto const known = index.files.find(path);
  auto const& past = at(index.by_file, path, reuse);
  bool const has_past = reuse == Reuse::known && known != index.files.end() && known->second->articles == past.size();
  auto const keep = [&] {
    for (auto const* article : past) intake.kept.push_back(article->row);
    intake.file.articles = past.size();
  };
  if (has_past && is_unchanged(*known->second, intake.file.state)) {
    intake.is_known = true;
    keep();
    return intake;
  }
  if (intake.file.state.size >= 0) intake.file.hash = hash_of_file(path);
  if (has_past && !intake.file.hash.empty() && known->second->hash == intake.file.hash) {
    keep();
    return intake;
  }
  auto read = read_file(path);
  for (auto& article : read.articles) take(intake, std::move(article), past, settings);
  intake.file.articles = intake.kept.size() + intake.fresh.size();
  intake.unreadable = std::move(read.unreadable);
  if (!intake.unreadable.empty()) intake.file.hash.clear();  // so that it is complained of again the next time
  return intake;
}

Intake take_article(Article article, Index const& index, Reuse reuse, Settings const& settings) {
  Intake intake;
  auto const id = article.id;
  take(intake, std::move(article), at(index.by_id, id, reuse), settings);
  return intake;
}

}  // namespace counterclaim::store
