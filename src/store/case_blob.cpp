#include "src/store/case_blob.hpp"

#include <algorithm>
#include <numeric>

#include "src/store/codec.hpp"
#include "src/store/field_count.hpp"

namespace counterclaim::store {
namespace {

constexpr std::uint8_t version = 1;

// What the report does not say of a finding.
struct Mark {
  std::uint64_t place = 0;    // in the report
  std::int64_t number = 0;    // in the table
  std::string_view original;  // the fingerprint before it was told apart; empty: the same
};
struct CaseMarks {
  std::vector<ClaimNumber> claims;
  std::vector<std::uint64_t> meanings;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> hits;
  std::vector<Mark> findings;
};
static_assert(field_count<StoredCase> == 4 && field_count<StoredFinding> == 3 && field_count<CaseMarks> == 4);

template <typename Archive, typename C>
void case_fields(Archive& a, C& one) {
  a.list(one.claims, [](auto& archive, auto& claim) { archive.whole(claim); });
  a.list(one.meanings, [](auto& archive, auto& meaning) { archive.whole(meaning); });
  a.list(one.hits, [](auto& archive, auto& hit) {
    archive.whole(hit.first);
    archive.whole(hit.second);
  });
  a.list(one.findings, [](auto& archive, auto& mark) {
    archive.whole(mark.place);
    archive.whole(mark.number);
    archive.text(mark.original);
  });
}

}  // namespace

bool load_cases(SQLite::Database& db, Result&& report, SetOrder const& order, std::vector<StoredCase>& cases) {
  auto const blob = blob_named(db, "cases");
  Reader in(blob, version);
  std::vector<CaseMarks> marks;
  in.list(marks, [](auto& archive, auto& one) { case_fields(archive, one); });
  if (!in.finished()) return false;
  std::vector<std::uint32_t> place_now;
  for (auto const row : report.rows) {
    auto const found = order.place_of.find(row);
    place_now.push_back(found == order.place_of.end() ? UINT32_MAX : found->second);
  }
  std::size_t found = 0;
  for (auto& one : marks) {
    auto& into = cases.emplace_back();
    into.claims = std::move(one.claims);
    into.meanings = std::move(one.meanings);
    into.hits = std::move(one.hits);
    for (auto const& mark : one.findings) {
      if (mark.place >= report.findings.size() || report.findings[mark.place].locations.empty()) return false;
      auto& stored = into.findings.emplace_back();
      stored.finding = std::move(report.findings[mark.place]);
      stored.number = mark.number;
      stored.shown = stored.finding.fingerprint;
      if (!mark.original.empty()) stored.finding.fingerprint = mark.original;
      for (auto& location : stored.finding.locations) location.article = place_now[location.article];
      ++found;
    }
  }
  return found == report.findings.size();
}

Collected collect(std::vector<StoredCase> cases, SQLite::Database& db) {
  struct Place {
    std::size_t one, finding;
  };
  std::vector<Place> order;
  std::int64_t last = 0;
  for (std::size_t i = 0; i < cases.size(); ++i)
    for (std::size_t f = 0; f < cases[i].findings.size(); ++f) {
      order.push_back({i, f});
      last = std::max(last, cases[i].findings[f].number);
    }
  auto const at = [&](Place p) -> StoredFinding& { return cases[p.one].findings[p.finding]; };
  std::stable_sort(order.begin(), order.end(), [&](Place x, Place y) { return comes_before(at(x).finding, at(y).finding); });
  Collected out;
  std::vector<std::string> original;
  for (auto const place : order) {
    original.push_back(at(place).finding.fingerprint);
    out.findings.push_back(std::move(at(place).finding));
  }
  tell_apart(out.findings);
  std::vector<CaseMarks> marks(cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    marks[i].claims = std::move(cases[i].claims);
    marks[i].meanings = std::move(cases[i].meanings);
    marks[i].hits = std::move(cases[i].hits);
  }
  for (std::size_t n = 0; n < order.size(); ++n) {
    auto const& stored = at(order[n]);
    bool const is_new = stored.number == 0 || stored.shown != out.findings[n].fingerprint;
    out.is_new.push_back(is_new);
    out.numbers.push_back(is_new ? ++last : stored.number);
    bool const same = original[n] == out.findings[n].fingerprint;
    marks[order[n].one].findings.push_back({n, out.numbers[n], same ? std::string_view() : std::string_view(original[n])});
  }
  Writer blob;
  blob.list(marks, [](auto& archive, auto const& one) { case_fields(archive, one); });
  put_blob(db, "cases", blob.finish(version));
  return out;
}

Collected numbered(std::vector<Finding> findings, SQLite::Database& db) {
  put_blob(db, "cases", {});
  Collected out{std::move(findings), {}, {}};
  out.numbers.resize(out.findings.size());
  std::iota(out.numbers.begin(), out.numbers.end(), 1);
  out.is_new.assign(out.findings.size(), true);
  return out;
}

}  // namespace counterclaim::store
