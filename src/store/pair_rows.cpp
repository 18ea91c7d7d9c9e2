#include "src/store/pair_rows.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "src/store/codec.hpp"
#include "src/store/rows.hpp"
#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

constexpr std::uint8_t version = 1;

std::int64_t sum_of(std::int64_t a, std::int64_t b, AlignedPair const& p) {
  auto const text = std::to_string(a) + " " + std::to_string(b) + " " + std::to_string(p.score) + " " + std::to_string(p.keys) +
                    "\x1f" + p.subject + "\x1f" + p.attribute + "\x1f" + p.period;
  return static_cast<std::int64_t>(check_sum(text));
}

struct Basis {
  struct Article {
    std::int64_t row = 0;
    std::uint64_t sum = 0;
  };
  std::string text;
  std::vector<Article> articles;
};

template <typename Archive, typename B>
void basis_fields(Archive& a, B& b) {
  a.text(b.text);
  a.list(b.articles, [](auto& archive, auto& article) {
    archive.whole(article.row);
    archive.whole(article.sum);
  });
}

bool load_basis(SQLite::Database& db, Basis& basis) {
  SQLite::Statement query(db, "SELECT bytes FROM result WHERE name = 'basis'");
  if (!query.executeStep()) return false;
  auto const bytes = query.getColumn(0).getString();
  Reader in(bytes, version);
  basis_fields(in, basis);
  return in.finished();
}

}  // namespace

ClaimNumbers numbers_before_names(std::vector<Claim> const& claims, std::vector<std::int64_t> const& rows) {
  ClaimNumbers numbers;
  std::uint32_t article = UINT32_MAX;
  std::int64_t next = 0;
  for (auto const& claim : claims) {
    if (claim.article != article) next = 0;
    article = claim.article;
    if (claim.kind != ClaimKind::name) numbers.push_back(rows[article] << claim_bits | next);
    ++next;
  }
  return numbers;
}

ClaimNumbers numbers_after_names(std::vector<Claim> const& claims, ClaimNumbers const& before) {
  ClaimNumbers numbers(claims.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (claims[i].kind != ClaimKind::name) numbers[i] = before[next++];
  return numbers;
}

std::vector<std::uint64_t> name_sums(ClaimSet const& set) {
  std::vector<std::uint64_t> sums(set.articles.size());
  std::string text;
  for (std::size_t i = 0; i < set.claims.size();) {
    auto const article = set.claims[i].article;
    text.clear();
    for (; i < set.claims.size() && set.claims[i].article == article; ++i) {
      auto const& c = set.claims[i];
      if (c.kind == ClaimKind::name) continue;
      for (auto const part : {c.entity, c.left, c.right}) text.append(part).append("\x1f");
      for (auto const& name : c.names) text.append(name.name).append("\x1e");
    }
    sums[article] = check_sum(text);
  }
  return sums;
}

AlignedAgain align_again(ClaimSet const& set, AlignedBefore const& before) {
  auto const facts = facts_of(set);
  AlignedAgain again;
  if (facts.articles >= large_set) {
    for (auto const word : facts.common) again.basis += std::to_string(word) + " ";
    for (auto const& [name, value] : facts.telling) again.basis += "\n" + name + "=" + std::to_string(value);
    for (auto const& name : facts.everywhere) again.basis += "|" + name;
    for (auto const key : facts.wide) again.basis += "," + std::to_string(key);
  }
  again.all = again.basis.empty() || again.basis != before.basis || before.fresh.size() != set.articles.size();
  again.alignment = align_part(set, facts, again.all ? std::vector<bool>() : before.fresh);
  auto& pairs = again.alignment.pairs;
  if (!again.all) {
    for (auto const& p : before.pairs)
      if (!before.fresh[set.claims[p.a].article] && !before.fresh[set.claims[p.b].article]) pairs.push_back(p);
    std::sort(pairs.begin(), pairs.end(),
              [](AlignedPair const& x, AlignedPair const& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  }
  again.alignment.groups = groups_of(pairs, set.claims.size());
  return again;
}

AlignedBefore load_aligned(SQLite::Database& db, std::vector<std::int64_t> const& rows, std::vector<std::uint64_t> const& sums,
                           ClaimNumbers const& numbers) {
  Basis basis;
  if (!load_basis(db, basis)) return {};
  std::unordered_map<std::int64_t, std::uint64_t> sum_of_row;
  for (auto const& article : basis.articles) sum_of_row.emplace(article.row, article.sum);
  AlignedBefore before;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const known = sum_of_row.find(rows[i]);
    before.fresh.push_back(known == sum_of_row.end() || known->second != sums[i]);
  }
  std::vector<std::pair<std::int64_t, std::uint32_t>> places;
  for (std::uint32_t i = 0; i < numbers.size(); ++i)
    if (numbers[i] != 0) places.emplace_back(numbers[i], i);
  std::sort(places.begin(), places.end());
  auto const place_of_number = [&](std::int64_t number) -> std::int64_t {
    auto const at = std::lower_bound(places.begin(), places.end(), std::pair(number, std::uint32_t(0)));
    return at == places.end() || at->first != number ? -1 : at->second;
  };
  SQLite::Statement query(db, "SELECT a, b, score, keys, subject, attribute, period, sum FROM pair");
  while (query.executeStep()) {
    auto const a = query.getColumn(0).getInt64(), b = query.getColumn(1).getInt64();
    AlignedPair p;
    p.score = query.getColumn(2).getInt();
    p.keys = static_cast<std::uint8_t>(query.getColumn(3).getInt());
    p.subject = query.getColumn(4).getString();
    p.attribute = query.getColumn(5).getString();
    p.period = query.getColumn(6).getString();
    auto const from = place_of_number(a), to = place_of_number(b);
    if (from < 0 || to <= from || sum_of(a, b, p) != query.getColumn(7).getInt64()) return {};
    p.a = static_cast<std::uint32_t>(from);
    p.b = static_cast<std::uint32_t>(to);
    before.pairs.push_back(std::move(p));
  }
  before.basis = std::move(basis.text);
  return before;
}

void put_aligned(SQLite::Database& db, AlignedAgain const& again, ClaimSet const& set, std::vector<std::int64_t> const& rows,
                 std::vector<std::uint64_t> const& sums, ClaimNumbers const& numbers, std::vector<bool> const& fresh) {
  auto const is_new = [&](AlignedPair const& p) {
    return again.all || fresh[set.claims[p.a].article] || fresh[set.claims[p.b].article];
  };
  if (again.all) {
    SQLite::Statement(db, "DELETE FROM pair").exec();
  } else {
    SQLite::Statement from(db, "DELETE FROM pair WHERE a BETWEEN ? AND ?"), to(db, "DELETE FROM pair WHERE b BETWEEN ? AND ?");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!fresh[i]) continue;
      auto const first = rows[i] << claim_bits, last = ((rows[i] + 1) << claim_bits) - 1;
      for (auto* statement : {&from, &to}) Binder(*statement).number(first).number(last).run();
    }
  }
  std::vector<AlignedPair const*> pairs;
  for (auto const& p : again.alignment.pairs)
    if (is_new(p)) pairs.push_back(&p);
  std::sort(pairs.begin(), pairs.end(), [&](auto const* x, auto const* y) {  // in the order of the table
    return std::pair(numbers[x->a], numbers[x->b]) < std::pair(numbers[y->a], numbers[y->b]);
  });
  SQLite::Statement put(
      db, "INSERT INTO pair (a, b, score, keys, subject, attribute, period, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (auto const* p : pairs) {
    auto const a = numbers[p->a], b = numbers[p->b];
    Binder(put)
        .number(a)
        .number(b)
        .number(p->score)
        .number(p->keys)
        .text(p->subject)
        .text(p->attribute)
        .text(p->period)
        .number(sum_of(a, b, *p))
        .run();
  }
  Basis basis;
  basis.text = again.basis;
  for (std::size_t i = 0; i < rows.size(); ++i) basis.articles.push_back({rows[i], sums[i]});
  Writer out;
  basis_fields(out, basis);
  auto const blob = out.finish(version);
  SQLite::Statement keep(db, "INSERT OR REPLACE INTO result (name, bytes) VALUES ('basis', ?)");
  Binder(keep).blob(blob).run();
}

}  // namespace counterclaim::store
