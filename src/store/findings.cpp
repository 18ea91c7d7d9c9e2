#include "src/store/findings.hpp"

#include <algorithm>
#include <iterator>

#include "src/store/case_blob.hpp"
#include "src/store/schema.hpp"

namespace counterclaim::store {

namespace {

SetOrder order_of(SQLite::Database& db, std::vector<KnownArticle> const& articles) {
  std::vector<KnownArticle const*> by_id;
  for (auto const& article : articles) by_id.push_back(&article);
  std::sort(by_id.begin(), by_id.end(), [](auto const* a, auto const* b) { return a->id < b->id; });
  SetOrder order;
  ArticleReader reader(db);
  auto const put = [&](std::int64_t row, std::string const& id) {
    order.place_of.emplace(row, static_cast<std::uint32_t>(order.rows.size()));
    order.rows.push_back(row);
    order.ids.push_back(id);
  };
  for (std::size_t first = 0, last = 0; first < by_id.size(); first = last) {
    while (last < by_id.size() && by_id[last]->id == by_id[first]->id) ++last;
    if (last == first + 1) {
      put(by_id[first]->row, by_id[first]->id);
      continue;
    }
    // Of one id the whole decides, as in extract_claims().
    std::vector<std::pair<Article, std::int64_t>> same;
    for (auto i = first; i < last; ++i) same.emplace_back(reader.article(by_id[i]->row, by_id[i]->id), by_id[i]->row);
    std::stable_sort(same.begin(), same.end(),
                     [](auto const& a, auto const& b) { return counterclaim::comes_before(a.first, b.first); });
    for (std::size_t i = 0; i < same.size(); ++i)
      if (i == 0 || counterclaim::comes_before(same[i - 1].first, same[i].first)) put(same[i].second, same[i].first.id);
  }
  return order;
}

// A change of these is a change of how any two claims compare.
bool differ_for_all(SetFacts const& a, SetFacts const& b) {
  return a.common != b.common || a.articles < large_set || b.articles < large_set;
}

template <typename T>
std::vector<T> differing(std::vector<T> const& a, std::vector<T> const& b) {
  std::vector<T> out;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

}  // namespace

bool Standing::is_there() {
  if (is_lost_) return false;
  if (state_) return true;
  state_.emplace();
  if (!load_state(db_, *state_)) {
    give_up();
    return false;
  }
  names_ = learned_of(*state_);
  for (std::uint32_t i = 0; i < state_->articles.size(); ++i) place_of_.emplace(state_->articles[i].row, i);
  return true;
}

void Standing::take_out(std::int64_t row, std::string const& id) {
  if (!is_there() || !place_of_.contains(row)) return;
  ResolvedReader reader(db_, names_, settings_);
  count_claims(state_->counts, reader.read(row, id).set.claims, -1);
  PairTable pairs(db_);
  gone_.insert(row);
  for (auto const& link : state_->articles[place_of_.at(row)].links) cut_.insert(link.hash);
  if (!take_out_pairs(pairs, row, *state_, place_of_, touched_)) return give_up();
  place_of_.erase(row);  // the next article may get the number
}

class Finder {
 public:
  Finder(SQLite::Database& db, Standing& before, std::vector<KnownArticle> const& articles, RuleBook const& rules,
         Settings const& settings)
      : db_(db),
        before_(before),
        rules_(rules),
        settings_(settings),
        order_(order_of(db, articles)),
        pairs_(db),
        goes_on_(before.is_there()) {}

  FoundAll run(Parts parts) {
    if (goes_on_) take_out_doubles();
    take_over();
    learn_names();
    count();
    find_fresh();
    ResolvedReader reader(db_, names_, settings_);
    align(reader);
    auto collected = judge(reader);
    FoundAll found;
    found.aligned_all = all_;
    Result result{order_.rows, order_.ids, commented(), std::move(collected.findings), counts()};
    put_result(db_, result);
    put_state(db_, now_);
    put_aliases();
    auto const rows = order_.rows;
    found.report = report_of(db_, std::move(result), parts, settings_, Pairs::stored);
    put_finding_rows(db_, rows, found.report, collected.numbers, collected.is_new);
    return found;
  }

 private:
  // Articles that are another one's double now are no part of the set.
  void take_out_doubles() {
    std::vector<std::int64_t> doubles;
    for (auto const& [row, place] : before_.place_of_)
      if (!order_.place_of.contains(row)) doubles.push_back(row);
    for (auto const row : doubles) before_.take_out(row, id_of(row));
    goes_on_ = before_.is_there();
  }
  std::string id_of(std::int64_t row) {
    SQLite::Statement query(db_, "SELECT id FROM article WHERE article = ?");
    query.bind(1, row);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
  }

  // The state of the set as it is now, what is known of articles that stay, and what new ones name.
  void take_over() {
    std::size_t known = 0;
    for (auto const row : order_.rows) known += goes_on_ && before_.place_of_.contains(row);
    all_ = !goes_on_ || known * 2 < order_.rows.size();
    if (all_) {
      now_ = {};
      entities_before_.clear();
      pairs_.clear();
    } else {
      now_ = std::move(*before_.state_);
      entities_before_ = now_.entities;
    }
    auto articles = std::exchange(now_.articles, {});
    now_.articles.resize(order_.rows.size());
    ArticleReader reader(db_);
    for (std::uint32_t place = 0; place < order_.rows.size(); ++place) {
      auto const row = order_.rows[place];
      auto const old = all_ ? before_.place_of_.end() : before_.place_of_.find(row);
      if (!all_ && old != before_.place_of_.end()) {
        now_.articles[place] = std::move(articles[old->second]);
        continue;
      }
      std::vector<Claim> claims;
      Arena kept;
      auto const article = reader.with_claims(row, order_.ids[place], 0, claims, kept);
      now_.articles[place] = footprint_of(row, article, claims, now_.texts);
      fresh_.push_back(place);
    }
  }

  void learn_names() {
    names_ = learn(now_, settings_.aliases);
    now_.entities = entities_of(names_, now_.texts);
    if (all_) return;
    std::vector<bool> changed(now_.texts.size());
    for (TextNumber n = 0; n < changed.size(); ++n)
      changed[n] = n < entities_before_.size() && !(entities_before_[n] == now_.entities[n]);
    for (TextNumber n = static_cast<TextNumber>(entities_before_.size()); n < changed.size(); ++n)
      changed[n] = now_.entities[n].name != n || now_.entities[n].is_variant;
    std::vector<std::uint32_t> renamed;
    for (std::uint32_t place = 0; place < now_.articles.size(); ++place) {
      auto const& names = now_.articles[place].names;
      if (!std::binary_search(fresh_.begin(), fresh_.end(), place) &&
          std::any_of(names.begin(), names.end(), [&](auto const& n) { return changed[n.text]; }))
        renamed.push_back(place);
    }
    // They are counted by other names from now on.
    ResolvedReader reader(db_, before_.names_, settings_);
    for (auto const place : renamed) {
      count_claims(now_.counts, reader.read(order_.rows[place], order_.ids[place]).set.claims, -1);
      take_out(place);
    }
    add_fresh(renamed);
  }

  void add_fresh(std::vector<std::uint32_t> const& more) {
    std::vector<std::uint32_t> both;
    std::set_union(fresh_.begin(), fresh_.end(), more.begin(), more.end(), std::back_inserter(both));
    fresh_ = std::move(both);
  }

  void take_out(std::uint32_t place) {
    if (!take_out_pairs(pairs_, order_.rows[place], now_, order_.place_of, before_.touched_))
      damaged("what is aligned is not what was counted");
  }

  void count() {
    ResolvedReader reader(db_, names_, settings_);
    for (auto const place : fresh_) {
      auto const read = reader.read(order_.rows[place], order_.ids[place]);
      count_claims(now_.counts, read.set.claims, 1);
      auto const joined = links(rules_, read.set);
      auto& article = now_.articles[place];
      for (auto const& link : article.links) before_.cut_.insert(link.hash);
      article.links.clear();
      for (std::size_t i = 0; i < joined.size(); ++i)
        for (auto const hash : joined[i])
          article.links.push_back({static_cast<std::uint32_t>(read.numbers[i] & ((ClaimNumber(1) << claim_bits) - 1)), hash});
      if (place % 4096 == 0) settle();
    }
    settle();
    facts_before_ = std::exchange(now_.facts, facts_of(now_));
  }
  void settle() {
    now_.counts.words.settle();
    now_.counts.keys.settle();
  }

  // What is to be aligned: articles that are new, changed or renamed, and those for which the facts have changed.
  void find_fresh() {
    if (all_) return;
    if (differ_for_all(facts_before_, now_.facts)) {
      all_ = true;
      pairs_.clear();
      for (auto& article : now_.articles) article.pairs = 0;
      fresh_.clear();
      for (std::uint32_t place = 0; place < order_.rows.size(); ++place) fresh_.push_back(place);
      return;
    }
    std::vector<std::uint32_t> more;
    auto names = differing(facts_before_.everywhere, now_.facts.everywhere);
    for (auto const& [name, telling] : differing(facts_before_.telling, now_.facts.telling)) names.push_back(name);
    if (!names.empty()) {
      std::vector<bool> is_one(now_.texts.size());
      for (auto const& name : names) is_one[now_.texts.number_of(name)] = true;
      is_one.resize(now_.texts.size());
      for (std::uint32_t place = 0; place < now_.articles.size(); ++place)
        if (std::any_of(now_.articles[place].names.begin(), now_.articles[place].names.end(),
                        [&](auto const& n) { return n.is_listed && is_one[now_.entities[n.text].name]; }))
          more.push_back(place);
    }
    if (auto const keys = differing(facts_before_.wide, now_.facts.wide); !keys.empty()) with_keys(keys, more);
    std::sort(more.begin(), more.end());
    more.erase(std::unique(more.begin(), more.end()), more.end());
    std::erase_if(more, [&](auto place) { return std::binary_search(fresh_.begin(), fresh_.end(), place); });
    for (auto const place : more) take_out(place);
    add_fresh(more);
  }

  // Articles with a claim of one of these keys: seldom asked for, so that no table says it.
  void with_keys(std::vector<std::uint64_t> const& wanted, std::vector<std::uint32_t>& places) {
    ResolvedReader reader(db_, names_, settings_);
    for (std::uint32_t place = 0; place < order_.rows.size(); ++place) {
      auto const read = reader.read(order_.rows[place], order_.ids[place]);
      if (std::any_of(read.set.claims.begin(), read.set.claims.end(), [&](Claim const& c) {
            auto const keys = keys_of(c);
            return std::any_of(keys.begin(), keys.end(),
                               [&](auto key) { return std::binary_search(wanted.begin(), wanted.end(), key); });
          }))
        places.push_back(place);
    }
  }

  void align(ResolvedReader& reader) { align_fresh(now_, order_, fresh_, reader, pairs_, all_ ? nullptr : &before_.touched_); }

  Collected judge(ResolvedReader& reader) {
    std::vector<StoredCase> cases;
    auto report = all_ ? std::nullopt : load_result(db_);
    if (report) {
      ids_before_ = report->ids;
      rows_before_ = report->rows;
      require_same_ids();
      aligned_before_ = report->counts.aligned;
    }
    bool const from_cases = report && load_cases(db_, std::move(*report), order_, cases);
    if (!from_cases) cases.clear();
    CaseFinder finder(now_, order_, rules_, settings_, reader, pairs_, std::move(cases));
    if (from_cases) {
      auto other = before_.gone_;
      for (auto const place : fresh_) other.insert(order_.rows[place]);
      finder.judge_without(other);
      for (auto const link : before_.cut_) finder.judge_linked(link);
      for (auto const place : fresh_) finder.judge_article(place);
      for (auto const place : called_otherwise()) finder.judge_article(place);
      for (auto const* claims : {&before_.touched_.lost, &before_.touched_.won})
        for (auto const claim : *claims) finder.judge_claim(claim);
      finder.run();
    } else {
      finder.judge_all();
    }
    std::vector<StoredCase> found;
    return finder.finish(found) ? collect(std::move(found), db_) : numbered(judge_whole(), db_);
  }

  // Articles that stay are called as they were: the column is for asking, and is not trusted.
  void require_same_ids() const {
    for (std::size_t i = 0; i < rows_before_.size(); ++i) {
      auto const place = order_.place_of.find(rows_before_[i]);
      if (place == order_.place_of.end() || before_.gone_.contains(rows_before_[i])) continue;
      if (order_.ids[place->second] != ids_before_[i]) damaged("'" + ids_before_[i] + "' has another name");
    }
  }

  // Articles that messages call by another name than before: another file of theirs came or went.
  std::vector<std::uint32_t> called_otherwise() {
    std::vector<std::uint32_t> out;
    if (rows_before_ == order_.rows && ids_before_ == order_.ids) return out;
    auto const names = [](std::vector<std::string> const& ids) {
      return article_names(std::vector<std::string_view>(ids.begin(), ids.end()));
    };
    auto const before = names(ids_before_), now = names(order_.ids);
    for (std::size_t i = 0; i < rows_before_.size(); ++i)
      if (auto const place = order_.place_of.find(rows_before_[i]);
          place != order_.place_of.end() && before[i] != now[place->second])
        out.push_back(place->second);
    return out;
  }

  std::vector<Finding> judge_whole() {
    auto const report = report_of(db_, {order_.rows, order_.ids, {}, {}, {}}, Parts::all, settings_, Pairs::stored);
    return counterclaim::judge(rules_, report.set, report.alignment, settings_.tolerance);
  }

  std::vector<std::uint32_t> commented() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t place = 0; place < now_.articles.size(); ++place)
      if (now_.articles[place].has_comment) out.push_back(place);
    return out;
  }

  Counts counts() {
    Counts out;
    for (auto const& article : now_.articles) {
      out.claims += article.claims;
      out.undecided += article.undecided;
    }
    if (all_) {
      out.aligned = static_cast<std::size_t>(pairs_.count_claims());
    } else {
      auto const& touched = before_.touched_;
      auto more = touched.aligned - static_cast<std::int64_t>(touched.lost.size());
      for (auto const claim : touched.lost) more += pairs_.has(claim);
      out.aligned = static_cast<std::size_t>(static_cast<std::int64_t>(aligned_before_) + more);
    }
    return out;
  }

  void put_aliases() {
    SQLite::Statement put(db_, "INSERT OR REPLACE INTO alias (spelling, entity) VALUES (?, ?)"),
        remove(db_, "DELETE FROM alias WHERE spelling = ?");
    if (all_) SQLite::Statement(db_, "DELETE FROM alias").exec();
    for (TextNumber n = 0; n < now_.entities.size(); ++n) {
      auto const before = all_ || n >= entities_before_.size() ? n : entities_before_[n].name;
      auto const entity = now_.entities[n].name;
      if (entity == before) continue;
      entity == n ? Binder(remove).text(now_.texts[n]).run() : Binder(put).text(now_.texts[n]).text(now_.texts[entity]).run();
    }
  }

  SQLite::Database& db_;
  Standing& before_;
  RuleBook const& rules_;
  Settings const& settings_;
  SetOrder order_;
  PairTable pairs_;
  bool goes_on_;
  bool all_ = true;  // nothing is taken over
  SetState now_;
  LearnedNames names_;
  std::vector<Entity> entities_before_;
  SetFacts facts_before_;
  std::vector<std::uint32_t> fresh_;  // places, sorted
  std::vector<std::string> ids_before_;
  std::vector<std::int64_t> rows_before_;
  std::size_t aligned_before_ = 0;
};

FoundAll find_all(SQLite::Database& db, Standing standing, std::vector<KnownArticle> const& articles, RuleBook const& rules,
                  Settings const& settings, Parts parts) {
  return Finder(db, standing, articles, rules, settings).run(parts);
}

}  // namespace counterclaim::store
