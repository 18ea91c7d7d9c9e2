#include "src/store/query.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"
#include "src/store/claim_rows.hpp"
#include "src/store/database.hpp"
#include "src/store/rows.hpp"
#include "src/store/schema.hpp"

namespace counterclaim {
namespace store {
namespace {

// A claim that answers, with its article.
struct Found {
  std::int64_t number = 0;
  std::int64_t article = 0;
  std::string id, publisher;
  std::optional<Day> date;
};

std::string words_joined(std::span<std::string_view const> words) {
  std::string out;
  for (auto const word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

std::string days_text(DayRange days) {
  if (days.is_unbounded()) return {};
  auto const from = days.from == no_lower_day ? std::string() : to_iso(days.from);
  auto const to = days.to == no_upper_day ? std::string() : to_iso(days.to);
  return from == to ? from : from + ".." + to;
}

// "19,500,000,000..20,500,000,000": what the figure can mean, in the base unit of its dimension.
std::string compared_text(Interval const& v) {
  auto const end = [](Decimal d) { return to_grouped_string(d); };
  if (v.is_point()) return end(*v.low);
  if (v.low && v.high) return end(*v.low) + ".." + end(*v.high);
  if (v.low) return (v.low_open ? "> " : ">= ") + end(*v.low);
  if (v.high) return (v.high_open ? "< " : "<= ") + end(*v.high);
  return {};
}

std::string base_symbol(UnitId id) {
  if (id == no_unit) return {};
  auto const base = unit(id).base;
  return std::string(unit(base == no_unit ? id : base).symbol);
}

bool begins_before(Found const& a, Found const& b) {
  auto const day = [](Found const& f) { return f.date.value_or(INT32_MAX); };
  return std::tuple(day(a), std::string_view(a.id), a.number) < std::tuple(day(b), std::string_view(b.id), b.number);
}

Found found_in(SQLite::Statement& query) {
  Found f;
  f.number = query.getColumn(0).getInt64();
  f.article = query.getColumn(1).getInt64();
  f.id = query.getColumn(2).getString();
  f.publisher = query.getColumn(3).getString();
  f.date = parse_iso_date(query.getColumn(4).getString());
  return f;
}

// The questions that columns answer; the rest is asked of the claims themselves.
std::vector<Found> candidates(SQLite::Database& db, Question const& question) {
  constexpr char const* columns =
      "SELECT c.claim, c.article, a.id, a.source, a.date FROM claim c JOIN article a USING (article) ";
  constexpr char const* rest =
      "AND (?1 IS NULL OR c.kind = ?1) AND (?2 IS NULL OR a.date >= ?2) AND (?3 IS NULL OR a.date <= ?3)";
  std::vector<Found> all;
  auto const ask = [&](std::string const& sql, std::string const* subject) {
    SQLite::Statement query(db, sql);
    if (!question.kind.empty()) query.bind(1, question.kind);
    if (question.from) query.bind(2, to_iso(*question.from));
    if (question.to) query.bind(3, to_iso(*question.to));
    if (subject != nullptr) query.bind(4, *subject);
    while (query.executeStep()) all.push_back(found_in(query));
  };
  if (question.subject.empty()) {
    ask(std::string(columns) + "WHERE 1 " + rest, nullptr);
  } else {
    for (auto const& spelling : spellings_of(db, question.subject)) {
      ask(std::string(columns) + "WHERE c.subject = ?4 " + rest, &spelling);
      ask(std::string(columns) + "WHERE c.\"left\" = ?4 COLLATE NOCASE " + rest, &spelling);
      ask(std::string(columns) + "WHERE c.\"right\" = ?4 COLLATE NOCASE " + rest, &spelling);
    }
  }
  std::sort(all.begin(), all.end(), begins_before);
  all.erase(std::unique(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.number == b.number; }), all.end());
  return all;
}

std::string source_of(Claim const& c, std::string const& publisher) {
  return c.attribution.source.empty() ? publisher : std::string(c.attribution.source);
}

bool fits(Question const& question, Claim const& c, std::string const& publisher) {
  if (!question.attribute.empty()) {
    auto const about = std::string(c.attribute) + " " + std::string(c.counted) + " " + words_joined(c.about) + " " +
                       words_joined(c.scope) + " " + std::string(c.measure);
    if (!holds_words(about, question.attribute)) return false;
  }
  return question.source.empty() || holds_words(source_of(c, publisher) + " | " + publisher, question.source);
}

void drop(Table& table, std::size_t column) {
  table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
  for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
}

// "a.md:3" of "articles/2024/a.md".
std::string short_place(std::string const& id, Place at) {
  auto const slash = id.rfind('/');
  auto const name = slash == id.npos || slash + 1 == id.size() ? id : id.substr(slash + 1);
  return name + ":" + std::to_string(at.line);
}

// One timeline a base unit, with a title that says what was asked for.
class Timelines {
 public:
  void add(Found const& f, Claim const& c, std::string figure, std::string place) {
    if (c.kind != ClaimKind::quantity || (!c.compared.low && !c.compared.high)) return;
    auto const symbol = base_symbol(c.unit);
    auto& timeline = by_unit_[symbol];
    timeline.unit = symbol;
    TimelinePoint p;
    p.date = f.date;
    if (!p.date && c.period_stated && c.period.from != no_lower_day) p.date = c.period.from;
    p.open_below = !c.compared.low;
    p.open_above = !c.compared.high;
    p.low = to_double(c.compared.low ? *c.compared.low : *c.compared.high);
    p.high = to_double(c.compared.high ? *c.compared.high : *c.compared.low);
    p.figure = std::move(figure);
    p.source = source_of(c, f.publisher);
    p.source += (p.source.empty() ? "" : ", ") + place;
    timeline.points.push_back(std::move(p));
  }
  std::vector<Timeline> finish(Question const& question) {
    std::vector<Timeline> all;
    for (auto& [symbol, timeline] : by_unit_) {
      timeline.title = question.subject.empty() ? "all subjects" : question.subject;
      if (!question.attribute.empty()) timeline.title += ", " + question.attribute;
      all.push_back(std::move(timeline));
    }
    return all;
  }

 private:
  std::map<std::string, Timeline> by_unit_;
};

}  // namespace

bool holds_words(std::string_view text, std::string_view words) {
  auto const is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  };
  auto const in = lower(text), what = lower(trimmed(words));
  for (auto at = in.find(what); at != in.npos; at = in.find(what, at + 1)) {
    auto const end = at + what.size();
    if ((at == 0 || !is_word(in[at - 1])) && (end == in.size() || !is_word(in[end]))) return true;
  }
  return false;
}

std::vector<std::string> spellings_of(SQLite::Database& db, std::string const& name) {
  std::set<std::string> all, entities;
  SQLite::Statement subject(
      db,
      "SELECT DISTINCT subject FROM claim WHERE subject IS NOT NULL UNION SELECT DISTINCT \"left\" FROM "
      "claim WHERE \"left\" IS NOT NULL UNION SELECT DISTINCT \"right\" FROM claim WHERE \"right\" IS NOT NULL");
  while (subject.executeStep())
    if (auto text = subject.getColumn(0).getString(); holds_words(text, name)) all.insert(std::move(text));
  std::vector<std::pair<std::string, std::string>> aliases;
  SQLite::Statement alias(db, "SELECT spelling, entity FROM alias");
  while (alias.executeStep()) aliases.emplace_back(alias.getColumn(0).getString(), alias.getColumn(1).getString());
  for (auto const& [spelling, entity] : aliases)
    if (all.contains(spelling) || holds_words(spelling, name) || holds_words(entity, name)) entities.insert(entity);
  for (auto const& [spelling, entity] : aliases)
    if (entities.contains(entity)) {
      all.insert(spelling);
      all.insert(entity);
    }
  return {all.begin(), all.end()};
}

}  // namespace store

Answer ask_claims(std::string const& database, Question const& question) {
  return store::guarded(database, [&] {
    auto db = store::open_for_reading(database);
    SQLite::Transaction reading(db);
    Answer answer;
    answer.full.columns = {"date",          "figure",  "value",     "unit",      "low",    "high", "compared",
                           "compared_unit", "subject", "attribute", "certainty", "period", "kind", "source",
                           "publisher",     "article", "line",      "column",    "passage"};
    answer.brief.columns = {"date", "figure", "interval", "subject", "attribute", "source", "place", "passage"};
    store::Timelines timelines;
    store::ArticleReader reader(db);
    std::int64_t loaded = -1;
    Article article;
    std::vector<Claim> claims;
    Arena kept;
    for (auto const& f : store::candidates(db, question)) {
      if (f.article != loaded) {
        claims.clear();
        kept = {};
        article = reader.with_claims(f.article, f.id, 0, claims, kept);
        loaded = f.article;
      }
      auto const index = static_cast<std::size_t>(f.number & ((std::int64_t{1} << store::claim_bits) - 1));
      if (index >= claims.size())
        throw StoreError(StoreError::Kind::damaged, database + " is damaged; `--rebuild` starts anew");
      auto const& c = claims[index];
      if (!store::fits(question, c, f.publisher)) continue;
      auto const at = place_of(article.raw, c.span.begin);
      auto const figure = visible(article.view, c.span), passage = visible(article.view, c.sentence);
      auto const date = f.date ? to_iso(*f.date) : std::string();
      auto const subject =
          c.kind == ClaimKind::comparison ? std::string(c.left) + " / " + std::string(c.right) : std::string(c.subject);
      auto const end = [](std::optional<Decimal> const& d) { return d ? Cell::number(to_string(*d)) : Cell{}; };
      auto const place = f.id + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
      auto const symbol = unit(c.unit).symbol;
      auto const compared = store::compared_text(c.compared), base = store::base_symbol(c.unit);
      auto const attribute = c.attribute.empty() ? c.counted : c.attribute;
      answer.full.rows.push_back({Cell::of(date), Cell::of(figure), Cell::of(store::interval_text(c.value)), Cell::of(symbol),
                                  end(c.value.low), end(c.value.high), Cell::of(compared), Cell::of(base), Cell::of(subject),
                                  Cell::of(attribute), Cell::of(to_string(c.certainty)),
                                  Cell::of(store::days_text(c.kind == ClaimKind::date ? c.days : c.period)),
                                  Cell::of(to_string(c.kind)), Cell::of(c.attribution.source), Cell::of(f.publisher),
                                  Cell::of(f.id), Cell::number(at.line), Cell::number(at.column), Cell::of(passage)});
      answer.brief.rows.push_back({Cell::of(date), Cell::of(figure),
                                   Cell::of(compared.empty() ? compared : compared + " " + base), Cell::of(subject),
                                   Cell::of(attribute), Cell::of(store::source_of(c, f.publisher)),
                                   Cell::of(store::short_place(f.id, at)), Cell::of(passage)});
      timelines.add(f, c, figure, place);
    }
    // The same in every line is what was asked for.
    auto const subject = std::size_t(std::find(answer.brief.columns.begin(), answer.brief.columns.end(), "subject") -
                                     answer.brief.columns.begin());
    auto const& rows = answer.brief.rows;
    bool const one =
        std::all_of(rows.begin(), rows.end(), [&](auto const& row) { return row[subject].text == rows[0][subject].text; });
    if (one && !question.subject.empty()) store::drop(answer.brief, subject);
    answer.timelines = timelines.finish(question);
    return answer;
  });
}

}  // namespace counterclaim
