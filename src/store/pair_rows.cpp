#include "src/store/pair_rows.hpp"

#include "counterclaim/store.hpp"
#include "src/store/codec.hpp"
#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

std::int64_t sum_of(PairRow const& p) {
  auto const text = std::to_string(p.a) + " " + std::to_string(p.b) + " " + std::to_string(p.score) + " " +
                    std::to_string(p.keys) + "\x1f" + p.subject + "\x1f" + p.attribute + "\x1f" + p.period;
  return static_cast<std::int64_t>(check_sum(text));
}

constexpr char const* columns = "SELECT a, b, score, keys, subject, attribute, period, sum FROM pair WHERE ";

void bind_article(SQLite::Statement& statement, std::int64_t row) {
  statement.bind(1, row << claim_bits);
  statement.bind(2, ((row + 1) << claim_bits) - 1);
}

}  // namespace

PairTable::PairTable(SQLite::Database& db)
    : db_(db),
      from_(db, std::string(columns) + "a BETWEEN ? AND ?"),
      to_(db, std::string(columns) + "b BETWEEN ? AND ?"),
      ends_from_(db, "SELECT a, b FROM pair WHERE a BETWEEN ? AND ?"),
      ends_to_(db, "SELECT a, b FROM pair WHERE b BETWEEN ? AND ?"),
      no_from_(db, "DELETE FROM pair WHERE a BETWEEN ? AND ?"),
      no_to_(db, "DELETE FROM pair WHERE b BETWEEN ? AND ?"),
      put_(db, "INSERT INTO pair (a, b, score, keys, subject, attribute, period, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      has_from_(db, "SELECT 1 FROM pair WHERE a = ? LIMIT 1"),
      has_to_(db, "SELECT 1 FROM pair WHERE b = ? LIMIT 1") {}

std::vector<PairRow> PairTable::rows(SQLite::Statement& query, std::int64_t article) {
  std::vector<PairRow> out;
  bind_article(query, article);
  while (query.executeStep()) {
    PairRow p;
    p.a = query.getColumn(0).getInt64();
    p.b = query.getColumn(1).getInt64();
    p.score = query.getColumn(2).getInt();
    p.keys = static_cast<std::uint8_t>(query.getColumn(3).getInt());
    p.subject = query.getColumn(4).getString();
    p.attribute = query.getColumn(5).getString();
    p.period = query.getColumn(6).getString();
    if (sum_of(p) != query.getColumn(7).getInt64()) damaged("what is aligned is not as it was stored");
    out.push_back(std::move(p));
  }
  query.reset();
  return out;
}

std::vector<PairRow> PairTable::from_article(std::int64_t row) { return rows(from_, row); }

std::vector<PairRow> PairTable::of_article(std::int64_t row, std::uint32_t expected) {
  auto out = rows(from_, row);
  for (auto& p : rows(to_, row))
    if (p.a >> claim_bits != row) out.push_back(std::move(p));  // a headline and its own text are there already
  if (out.size() != expected) damaged("what is aligned is not as it was stored");
  return out;
}

std::vector<std::pair<ClaimNumber, ClaimNumber>> PairTable::take_out(std::int64_t row) {
  std::vector<std::pair<ClaimNumber, ClaimNumber>> ends;
  for (auto* query : {&ends_from_, &ends_to_}) {
    bind_article(*query, row);
    while (query->executeStep()) {
      auto const a = query->getColumn(0).getInt64(), b = query->getColumn(1).getInt64();
      if (query == &ends_from_ || a >> claim_bits != row) ends.emplace_back(a, b);
    }
    query->reset();
  }
  for (auto* statement : {&no_from_, &no_to_}) {
    bind_article(*statement, row);
    statement->exec();
    statement->reset();
  }
  return ends;
}

void PairTable::put(AlignedPair const& pair, ClaimNumber a, ClaimNumber b) {
  PairRow const row{a, b, pair.score, pair.keys, pair.subject, pair.attribute, pair.period};
  Binder(put_)
      .number(a)
      .number(b)
      .number(row.score)
      .number(row.keys)
      .text(row.subject)
      .text(row.attribute)
      .text(row.period)
      .number(sum_of(row))
      .run();
}

bool PairTable::has(ClaimNumber claim) {
  for (auto* query : {&has_from_, &has_to_}) {
    query->bind(1, claim);
    bool const found = query->executeStep();
    query->reset();
    if (found) return true;
  }
  return false;
}

void PairTable::clear() { SQLite::Statement(db_, "DELETE FROM pair").exec(); }

std::int64_t PairTable::count_claims() {
  SQLite::Statement query(db_, "SELECT count(*) FROM (SELECT a FROM pair UNION SELECT b FROM pair)");
  query.executeStep();
  return query.getColumn(0).getInt64();
}

}  // namespace counterclaim::store
