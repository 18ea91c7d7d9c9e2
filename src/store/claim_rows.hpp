// Claims as rows for asking: what `extract` prints.
#pragma once
#include "counterclaim/claim.hpp"
#include "src/store/rows.hpp"

namespace counterclaim::store {

extern char const* const claim_insert;

// Places in one article, asked for in order.
struct ClaimPlaces {
  explicit ClaimPlaces(Article const& a) : article(a), cursor{a.raw, 0, {}} {}
  Article const& article;
  PlaceCursor cursor;
};
// The claim with number `index` in the article of row `article`, into the parameters of `claim_insert`.
Binder& bind_claim(Binder&& to, std::int64_t article, std::size_t index, Claim const& claim, ClaimPlaces& places);

std::string interval_text(Interval const& value);  // "120", "119.5..120.5", "> 20", ">= 300", "< 5", "<= 7"; every digit

}  // namespace counterclaim::store
