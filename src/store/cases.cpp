#include "src/store/cases.hpp"

#include <algorithm>
#include <map>
#include <ranges>

#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

constexpr std::size_t most_at_once = 3000;  // articles in memory, unless more are one case

std::vector<std::string> names_of(SetOrder const& order) {
  std::vector<std::string_view> ids(order.ids.begin(), order.ids.end());
  return article_names(ids);
}

}  // namespace

CaseFinder::CaseFinder(SetState const& state, SetOrder const& order, RuleBook const& rules, Settings const& settings,
                       ResolvedReader& reader, PairTable& pairs, std::vector<StoredCase> standing)
    : state_(state),
      order_(order),
      rules_(rules),
      settings_(settings),
      reader_(reader),
      pairs_(pairs),
      names_(names_of(order)),
      cases_(std::move(standing)) {
  for (std::size_t i = 0; i < cases_.size(); ++i) {
    for (auto const claim : cases_[i].claims) case_of_claim_[claim] = i;
    for (auto const meaning : cases_[i].meanings) case_of_meaning_[meaning] = i;
  }
  for (auto const& article : state.articles)
    for (auto const& link : article.links)
      linked_[link.hash].push_back(article.row << claim_bits | static_cast<ClaimNumber>(link.claim));
}

void CaseFinder::judge_article(std::uint32_t place) {
  auto const& numbers = load(place).one.numbers;
  waiting_.insert(waiting_.end(), numbers.begin(), numbers.end());
}

void CaseFinder::judge_linked(std::uint64_t link) {
  if (auto const found = linked_.find(link); found != linked_.end())
    waiting_.insert(waiting_.end(), found->second.begin(), found->second.end());
}

void CaseFinder::judge_without(std::unordered_set<std::int64_t> const& rows) {
  for (std::size_t i = 0; i < cases_.size(); ++i)
    if (std::ranges::any_of(cases_[i].claims, [&](ClaimNumber c) { return rows.contains(c >> claim_bits); })) dissolve(i);
}

CaseFinder::Loaded& CaseFinder::load(std::uint32_t place) {
  auto const [it, fresh] = loaded_.try_emplace(place);
  if (fresh) {
    auto const row = order_.rows[place];
    it->second.one = reader_.read(row, order_.ids[place]);
    it->second.pairs = pairs_.of_article(row, state_.articles[place].pairs);
    it->second.joined = joins_of(it->second.one, it->second.pairs, row, state_.articles[place].links);
  }
  return it->second;
}

// Claims of one place are joined each with the next: all are reached from any.
std::vector<CaseFinder::Join> CaseFinder::joins_of(Resolved const& one, std::vector<PairRow> const& pairs, std::int64_t row,
                                                   std::vector<Link> const& links) {
  std::vector<Join> out;
  auto const both = [&](ClaimNumber a, ClaimNumber b) {
    out.push_back({a, Join::By::claim, static_cast<std::uint64_t>(b)});
    out.push_back({b, Join::By::claim, static_cast<std::uint64_t>(a)});
  };
  for (auto const& pair : pairs) both(pair.a, pair.b);
  for (auto const& link : links)
    out.push_back({row << claim_bits | static_cast<ClaimNumber>(link.claim), Join::By::link, link.hash});
  std::vector<std::pair<std::uint32_t, ClaimNumber>> places;
  for (std::size_t i = 0; i < one.numbers.size(); ++i) places.emplace_back(one.set.claims[i].span.begin, one.numbers[i]);
  std::ranges::sort(places);
  for (std::size_t i = 1; i < places.size(); ++i)
    if (places[i - 1].first == places[i].first) both(places[i - 1].second, places[i].second);
  std::ranges::sort(out, {}, &Join::claim);
  return out;
}

void CaseFinder::dissolve(std::size_t one) {
  auto const gone = std::exchange(cases_[one], {});
  waiting_.insert(waiting_.end(), gone.claims.begin(), gone.claims.end());
}

// Everything that decides together with what is waiting.
void CaseFinder::close() {
  while (!waiting_.empty()) {
    auto const claim = waiting_.back();
    waiting_.pop_back();
    if (!reached_.contains(claim)) reach(claim);
  }
}

void CaseFinder::reach(ClaimNumber claim) {
  auto const place = order_.place_of.find(claim >> claim_bits);
  if (place == order_.place_of.end()) return;  // it went with its article
  auto const& [one, pairs, joined] = load(place->second);
  if (!std::ranges::binary_search(one.numbers, claim)) return;  // a name that is spelled in one way now
  reached_.insert(claim);
  for (auto const& join : std::ranges::equal_range(joined, claim, {}, &Join::claim)) {
    if (join.by == Join::By::claim)
      waiting_.push_back(ClaimNumber(join.to));
    else if (followed_.insert(join.to).second)
      judge_linked(join.to);
  }
  if (auto const found = case_of_claim_.find(claim); found != case_of_claim_.end()) dissolve(found->second);
}

void CaseFinder::dissolve_those_of(std::vector<std::uint64_t> const& meanings) {
  for (auto const meaning : meanings) {
    auto const found = case_of_meaning_.find(meaning);
    if (found != case_of_meaning_.end()) dissolve(found->second);
  }
}

// What is found among the claims that were reached.
std::vector<StoredCase> CaseFinder::judge_once() {
  ClaimSet part;
  std::vector<ClaimNumber> numbers;
  std::vector<std::uint32_t> places;
  for (auto const& [place, loaded] : loaded_)
    if (std::ranges::any_of(loaded.one.numbers, [&](auto n) { return reached_.contains(n); })) places.push_back(place);
  std::ranges::sort(places);
  std::vector<std::string> names;
  std::unordered_map<ClaimNumber, std::uint32_t> index;
  for (auto const place : places) {
    auto& one = loaded_.at(place).one;
    for (std::size_t i = 0; i < one.numbers.size(); ++i) {
      if (!reached_.contains(one.numbers[i])) continue;
      index.emplace(one.numbers[i], static_cast<std::uint32_t>(numbers.size()));
      numbers.push_back(one.numbers[i]);
      part.claims.push_back(one.set.claims[i]);
      part.claims.back().article = static_cast<std::uint32_t>(part.articles.size());
    }
    part.articles.push_back(std::move(one.set.articles.front()));
    names.push_back(names_[place]);
  }
  Alignment alignment;
  for (std::size_t i = 0; i < places.size(); ++i)
    for (auto const& row : loaded_.at(places[i]).pairs) {
      auto const a = index.find(row.a), b = index.find(row.b);
      if (a == index.end() || b == index.end() || part.claims[a->second].article != i) continue;
      alignment.pairs.push_back({a->second, b->second, row.score, row.keys, row.subject, row.attribute, row.period});
    }
  std::ranges::sort(alignment.pairs, {}, [](AlignedPair const& p) { return std::pair(p.a, p.b); });
  alignment.groups = groups_of(alignment.pairs, part.claims.size());
  std::vector<StoredCase> out;
  for (auto& found : judge_cases(rules_, part, alignment, settings_.tolerance, names)) {
    auto& one = out.emplace_back();
    for (auto const claim : found.claims) one.claims.push_back(numbers[claim]);
    one.meanings = std::move(found.meanings);
    one.hits = std::move(found.hits);
    for (auto& finding : found.findings) {
      for (auto& location : finding.locations) location.article = places[location.article];
      one.findings.push_back({std::move(finding), 0, {}});
    }
  }
  for (std::size_t i = 0; i < places.size(); ++i) loaded_.at(places[i]).one.set.articles.front() = std::move(part.articles[i]);
  return out;
}

void CaseFinder::judge_reached() {
  std::vector<StoredCase> found;
  do {
    close();
    found = judge_once();
    for (auto const& one : found) dissolve_those_of(one.meanings);
  } while (!waiting_.empty());
  for (auto& one : found) {
    for (auto const claim : one.claims) case_of_claim_[claim] = cases_.size();
    for (auto const meaning : one.meanings) case_of_meaning_[meaning] = cases_.size();
    cases_.push_back(std::move(one));
  }
}

void CaseFinder::judge_all() {
  std::unordered_set<ClaimNumber> done;
  auto const judge = [&] {
    judge_reached();
    done.merge(reached_);
    reached_.clear();
    followed_.clear();
    loaded_.clear();
  };
  for (std::uint32_t place = 0; place < order_.rows.size(); ++place) {
    for (auto const claim : load(place).one.numbers)
      if (!done.contains(claim)) waiting_.push_back(claim);
    close();
    if (loaded_.size() >= most_at_once) judge();
  }
  judge();
}

bool CaseFinder::finish(std::vector<StoredCase>& cases) {
  std::erase_if(cases_, [](StoredCase const& one) { return one.claims.empty(); });
  std::map<std::uint32_t, std::uint64_t> hits;
  for (auto const& one : cases_)
    for (auto const& [rule, count] : one.hits) hits[rule] += count;
  if (std::ranges::any_of(hits, [](auto const& entry) { return entry.second > most_hits; })) return false;
  cases = std::move(cases_);
  return true;
}

}  // namespace counterclaim::store
