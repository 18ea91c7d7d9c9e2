// Alignment of what is fresh in a set with the rest of it, a few thousand articles at a time.
#pragma once
#include <unordered_map>
#include <unordered_set>

#include "src/store/pair_rows.hpp"
#include "src/store/set_state.hpp"

namespace counterclaim::store {

// Where the articles of a set are, and what they are called.
struct SetOrder {
  std::vector<std::int64_t> rows;  // by place
  std::vector<std::string> ids;
  std::unordered_map<std::int64_t, std::uint32_t> place_of;  // by row
};

// Claims whose pairs are others than before.
struct Touched {
  std::unordered_set<ClaimNumber> lost, won;  // a pair
  std::int64_t aligned = 0;                   // how many more claims are in any pair, `lost` not counted yet
};
// The pairs of an article go; those of its partners are counted anew. False if the state does not fit the table.
bool take_out_pairs(PairTable& pairs, std::int64_t row, SetState& state,
                    std::unordered_map<std::int64_t, std::uint32_t> const& place_of, Touched& touched);

// Aligns the articles at `fresh` (sorted), whose pairs were taken out, with each other and with all others. Without `touched`
// nobody asks which claims won a pair.
void align_fresh(SetState& state, SetOrder const& order, std::vector<std::uint32_t> const& fresh, ResolvedReader& reader,
                 PairTable& pairs, Touched* touched);

}  // namespace counterclaim::store
