#include "src/store/align_step.hpp"

#include <algorithm>
#include <optional>

#include "counterclaim/align_again.hpp"
#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

constexpr std::size_t most_at_once = 2000;  // articles in memory, unless one has more that speak of the same things

class Step {
 public:
  Step(SetState& state, SetOrder const& order, ResolvedReader& reader, PairTable& pairs, Touched* touched)
      : state_(state), order_(order), reader_(reader), pairs_(pairs), touched_(touched), done_(order.rows.size()) {
    if (order.rows.size() >= large_set) relations_.emplace(related_names(state));
  }

  void run(std::vector<std::uint32_t> const& fresh) {
    std::vector<std::uint32_t> now;
    std::unordered_set<std::uint32_t> part;
    for (auto const article : fresh) {
      now.push_back(article);
      part.insert(article);
      if (relations_) {
        for (auto const other : relations_->of(article)) part.insert(other);
      }
      if (!relations_ || part.size() < most_at_once) continue;
      align(now, part);
      now.clear();
      part.clear();
    }
    if (now.empty()) return;
    if (!relations_)
      for (std::uint32_t i = 0; i < order_.rows.size(); ++i) part.insert(i);
    align(now, part);
  }

 private:
  void align(std::vector<std::uint32_t> const& now, std::unordered_set<std::uint32_t> const& part) {
    std::vector<std::uint32_t> places;
    for (auto const place : part)
      if (!done_[place]) places.push_back(place);  // what is done has found its pairs in these
    std::sort(places.begin(), places.end());
    std::vector<std::int64_t> rows;
    std::vector<std::string> ids;
    std::vector<bool> fresh;
    for (auto const place : places) {
      rows.push_back(order_.rows[place]);
      ids.push_back(order_.ids[place]);
      fresh.push_back(std::binary_search(now.begin(), now.end(), place));
    }
    auto const read = reader_.read(rows, ids);
    auto const found = align_part(read.set, state_.facts, fresh);
    for (auto const& pair : found.pairs) {
      auto const a = read.numbers[pair.a], b = read.numbers[pair.b];
      if (touched_ != nullptr)
        for (auto const end : {a, b})
          if (!touched_->lost.contains(end) && touched_->won.insert(end).second) touched_->aligned += !pairs_.has(end);
      pairs_.put(pair, a, b);
      auto const x = places[read.set.claims[pair.a].article], y = places[read.set.claims[pair.b].article];
      ++state_.articles[x].pairs;
      if (x != y) ++state_.articles[y].pairs;
    }
    for (auto const place : now) done_[place] = true;
  }

  SetState& state_;
  SetOrder const& order_;
  ResolvedReader& reader_;
  PairTable& pairs_;
  Touched* touched_;
  std::vector<bool> done_;
  std::optional<Relations> relations_;
};

}  // namespace

bool take_out_pairs(PairTable& pairs, std::int64_t row, SetState& state,
                    std::unordered_map<std::int64_t, std::uint32_t> const& place_of, Touched& touched) {
  auto const one = [&](std::int64_t article) {
    auto const place = place_of.find(article);
    if (place == place_of.end() || state.articles[place->second].pairs == 0) return false;
    --state.articles[place->second].pairs;
    return true;
  };
  for (auto const& [a, b] : pairs.take_out(row)) {
    touched.lost.insert(a);
    touched.lost.insert(b);
    auto const x = a >> claim_bits, y = b >> claim_bits;
    if (!one(x) || (x != y && !one(y))) return false;
  }
  return true;
}

void align_fresh(SetState& state, SetOrder const& order, std::vector<std::uint32_t> const& fresh, ResolvedReader& reader,
                 PairTable& pairs, Touched* touched) {
  Step(state, order, reader, pairs, touched).run(fresh);
}

}  // namespace counterclaim::store
