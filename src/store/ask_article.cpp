#include <algorithm>
#include <map>

#include "src/store/claim_rows.hpp"
#include "src/store/database.hpp"
#include "src/store/rows.hpp"
#include "src/store/schema.hpp"

namespace counterclaim {
namespace store {
namespace {

// Articles that are asked about again and again.
class Loader {
 public:
  explicit Loader(SQLite::Database& db) : reader_(db), id_(db, "SELECT id FROM article WHERE article = ?") {}
  struct Loaded {
    Article article;
    std::vector<Claim> claims;
    Arena kept;
  };
  Loaded const& at(std::int64_t row) {
    auto const [place, is_new] = loaded_.try_emplace(row);
    if (!is_new) return place->second;
    id_.reset();
    id_.bind(1, row);
    auto const id = id_.executeStep() ? id_.getColumn(0).getString() : std::string();
    place->second.article = reader_.with_claims(row, id, 0, place->second.claims, place->second.kept);
    return place->second;
  }

 private:
  ArticleReader reader_;
  SQLite::Statement id_;
  std::map<std::int64_t, Loaded> loaded_;
};

bool both_can_be_true(Claim const& a, Claim const& b) {
  if (a.kind == ClaimKind::statement) return share_holder(a, b);
  return a.kind == ClaimKind::date ? !disjoint(a.days, b.days) : !disjoint(a.compared, b.compared);
}

void append(std::string& list, std::string const& item) {
  if (list.find(item) == list.npos) list += (list.empty() ? "" : ", ") + item;
}

}  // namespace
}  // namespace store

Answer ask_article(std::string const& database, std::string const& id) {
  return store::guarded(database, [&] {
    auto db = store::open_for_reading(database);
    SQLite::Transaction reading(db);
    SQLite::Statement find(db,
                           "SELECT article FROM article WHERE id = ?1 OR id LIKE '%/' || ?1 ORDER BY id = ?1 DESC, id LIMIT 1");
    find.bind(1, id);
    if (!find.executeStep()) throw StoreError(StoreError::Kind::usage, database + " holds no article '" + id + "'");
    auto const row = find.getColumn(0).getInt64();
    store::Loader loader(db);
    auto const& own = loader.at(row);
    auto const first = row << store::claim_bits, last = ((row + 1) << store::claim_bits) - 1;
    constexpr std::int64_t index_mask = (std::int64_t{1} << store::claim_bits) - 1;
    std::map<std::int64_t, std::vector<std::int64_t>> partners;
    SQLite::Statement pairs(
        db, "SELECT a, b FROM pair WHERE a BETWEEN ?1 AND ?2 UNION SELECT b, a FROM pair WHERE b BETWEEN ?1 AND ?2");
    pairs.bind(1, first);
    pairs.bind(2, last);
    while (pairs.executeStep()) partners[pairs.getColumn(0).getInt64()].push_back(pairs.getColumn(1).getInt64());

    Answer answer;
    answer.full.columns = {"line",      "column", "figure", "value",   "unit",   "subject",
                           "attribute", "kind",   "agrees", "differs", "passage"};
    answer.brief.columns = {"place", "figure", "subject", "attribute", "agrees", "differs"};
    for (std::size_t i = 0; i < own.claims.size(); ++i) {
      auto const& c = own.claims[i];
      if (!is_public(c.kind)) continue;
      std::string agrees, differs;
      for (auto const other : partners[first | static_cast<std::int64_t>(i)]) {
        auto const& there = loader.at(other >> store::claim_bits);
        auto const index = static_cast<std::size_t>(other & index_mask);
        if (index >= there.claims.size()) continue;
        auto const& said = there.claims[index];
        auto const figure = visible(there.article.view, said.span);
        store::both_can_be_true(c, said) ? store::append(agrees, there.article.id)
                                         : store::append(differs, there.article.id + " (" + figure + ")");
      }
      auto const at = place_of(own.article.raw, c.span.begin);
      auto const figure = visible(own.article.view, c.span);
      auto const subject =
          c.kind == ClaimKind::comparison ? std::string(c.left) + " / " + std::string(c.right) : std::string(c.subject);
      auto const attribute = c.attribute.empty() ? c.counted : c.attribute;
      answer.full.rows.push_back({Cell::number(at.line), Cell::number(at.column), Cell::of(figure),
                                  Cell::of(store::interval_text(c.value)), Cell::of(unit(c.unit).symbol), Cell::of(subject),
                                  Cell::of(attribute), Cell::of(to_string(c.kind)), Cell::of(agrees), Cell::of(differs),
                                  Cell::of(visible(own.article.view, c.sentence))});
      answer.brief.rows.push_back({Cell::of(std::to_string(at.line) + ":" + std::to_string(at.column)), Cell::of(figure),
                                   Cell::of(subject), Cell::of(attribute), Cell::of(agrees), Cell::of(differs)});
    }
    return answer;
  });
}

}  // namespace counterclaim
