// Articles, claims and what was found, as blobs (codec.hpp) and back. A blob that cannot be what was written yields nothing.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/lint.hpp"

namespace counterclaim::store {

// All of an article but `raw`, which has a column of its own; of `view` only where it differs from `raw`.
std::string article_blob(Article const& article);
std::optional<Article> article_of(std::string const& id, std::string raw, std::string_view blob);

// What resolve() found in one article, before names are resolved over the set: fixed by the article alone.
std::string claims_blob(std::vector<Claim> const& claims);
// With `index` as their article; their texts show the copy of the blob that is put into the arena. False where the blob is not
// sound or speaks of places the article does not have.
bool add_claims(std::string_view blob, std::uint32_t index, Article const& article, std::vector<Claim>& claims, Arena& kept);

}  // namespace counterclaim::store
