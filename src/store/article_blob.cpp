#include <algorithm>

#include "src/store/blobs.hpp"
#include "src/store/codec.hpp"
#include "src/store/field_count.hpp"

namespace counterclaim::store {
namespace {

constexpr std::uint8_t version = 1;

// A member that is added has to be added to the lists below, and `version` counted up.
static_assert(field_count<Article> == 14 && field_count<Block> == 8);

// Where the view is not the raw text: bytes passed over, bytes other than there, and these.
struct Stretch {
  std::uint32_t same = 0;
  std::string other;
};

std::vector<Stretch> stretches(std::string_view raw, std::string_view view) {
  std::vector<Stretch> out;
  std::size_t at = 0;
  while (at < view.size()) {
    auto const begin = at;
    while (at < view.size() && at < raw.size() && raw[at] == view[at]) ++at;
    auto const differs = at;
    while (at < view.size() && (at >= raw.size() || raw[at] != view[at])) ++at;
    out.push_back({static_cast<std::uint32_t>(differs - begin), std::string(view.substr(differs, at - differs))});
  }
  return out;
}

template <typename Archive, typename B>
void block_fields(Archive& a, B& b) {
  a.one_of(b.kind, BlockKind::code);
  span(a, b.span);
  all_whole(a, b.heading, b.lead_in, b.table, b.row, b.column);
  a.flag(b.head);
}

template <typename Archive, typename A, typename S>
void article_fields(Archive& a, A& article, S& view) {
  a.text(article.id);
  a.text(article.title);
  maybe_day(a, article.date);
  maybe_day(a, article.updated);
  all_texts(a, article.source, article.author, article.url);
  a.one_of(article.tier, Tier::unknown);
  texts(a, article.corrects);
  a.whole(article.body_size);
  a.list(article.blocks, [](auto& archive, auto& block) { block_fields(archive, block); });
  texts(a, article.warnings);
  a.list(view, [](auto& archive, auto& stretch) {
    archive.whole(stretch.same);
    archive.text(stretch.other);
  });
}

// Every index of a block is one of an earlier stage's array, every span lies in the text.
bool is_sound(Article const& article) {
  auto const blocks = static_cast<std::int64_t>(article.blocks.size());
  return article.body_size <= article.raw.size() && article.view.size() == article.raw.size() &&
         std::all_of(article.blocks.begin(), article.blocks.end(), [&](Block const& b) {
           return b.span.end <= article.raw.size() && b.heading >= -1 && b.heading < blocks && b.lead_in >= -1 &&
                  b.lead_in < blocks;
         });
}

}  // namespace

std::string article_blob(Article const& article) {
  Writer out;
  auto const view = stretches(article.raw, article.view);
  auto const sum = check_sum(article.raw);
  out.number(sum);
  article_fields(out, article, view);
  return out.finish(version);
}

std::optional<Article> article_of(std::string const& id, std::string raw, std::string_view blob) {
  Reader in(blob, version);
  Article article;
  std::vector<Stretch> view;
  auto const sum = in.number();
  article_fields(in, article, view);
  if (!in.finished() || sum != check_sum(raw) || article.id != id) return {};
  article.view.reserve(raw.size());
  for (auto const& stretch : view) {
    if (article.view.size() > raw.size()) return {};
    article.view.append(raw, article.view.size(), stretch.same);
    article.view += stretch.other;
  }
  article.raw = std::move(raw);
  if (!is_sound(article)) return {};
  return article;
}

}  // namespace counterclaim::store
