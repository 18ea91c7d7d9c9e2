#include "src/store/rows.hpp"

#include "counterclaim/report.hpp"
#include "counterclaim/store.hpp"
#include "src/store/blobs.hpp"
#include "src/store/claim_rows.hpp"
#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

std::string day_text(std::optional<Day> day) { return day ? to_iso(*day) : std::string(); }

std::string lines(std::vector<std::string> const& texts) {
  std::string out;
  for (auto const& text : texts) out += (out.empty() ? "" : "\n") + text;
  return out;
}

}  // namespace

void damaged(std::string const& what) {
  throw StoreError(StoreError::Kind::damaged, "the database is damaged: " + what + "; `--rebuild` starts anew");
}

std::string Known::value(std::string const& key) const {
  auto const found = meta.find(key);
  return found == meta.end() ? std::string() : found->second;
}

Known load_known(SQLite::Database& db) {
  Known known;
  SQLite::Statement meta(db, "SELECT key, value FROM meta");
  while (meta.executeStep()) known.meta[meta.getColumn(0).getString()] = meta.getColumn(1).getString();
  SQLite::Statement file(db, "SELECT path, size, mtime, ctime, inode, checked, hash, articles FROM file");
  while (file.executeStep())
    known.files.push_back({file.getColumn(0).getString(),
                           {file.getColumn(1).getInt64(), file.getColumn(2).getInt64(), file.getColumn(3).getInt64(),
                            file.getColumn(4).getInt64()},
                           file.getColumn(5).getInt64(),
                           file.getColumn(6).getString(),
                           static_cast<std::size_t>(file.getColumn(7).getInt64())});
  SQLite::Statement article(db, "SELECT article, id, file, hash, warnings, kept FROM article ORDER BY article");
  while (article.executeStep())
    known.articles.push_back({article.getColumn(0).getInt64(), article.getColumn(1).getString(),
                              article.getColumn(2).getString(), article.getColumn(3).getString(),
                              article.getColumn(4).getString(), article.getColumn(5).getUInt()});
  return known;
}

std::string load_known_value(SQLite::Database& db, std::string const& key) {
  SQLite::Statement query(db, "SELECT value FROM meta WHERE key = ?");
  query.bind(1, key);
  return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

void put_meta(SQLite::Database& db, std::string const& key, std::string const& value) {
  SQLite::Statement put(db, "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
  Binder(put).text(key).text(value).run();
}

Binder& Binder::text(std::string_view v) {
  if (v.empty()) return null();
  statement_.bind(next_++, std::string(v));
  return *this;
}
Binder& Binder::blob(std::string const& v) {
  statement_.bindNoCopy(next_++, v.data(), static_cast<int>(v.size()));
  return *this;
}
Binder& Binder::number(std::int64_t v) {
  statement_.bind(next_++, v);
  return *this;
}
Binder& Binder::real(double v) {
  statement_.bind(next_++, v);
  return *this;
}
Binder& Binder::null() {
  statement_.bind(next_++);
  return *this;
}
void Binder::run() {
  statement_.exec();
  statement_.reset();
}

void put_blob(SQLite::Database& db, char const* name, std::string const& blob) {
  SQLite::Statement put(db, "INSERT OR REPLACE INTO result (name, bytes) VALUES (?, ?)");
  Binder(put).text(name).blob(blob).run();
}

std::string blob_named(SQLite::Database& db, char const* name) {
  SQLite::Statement query(db, "SELECT bytes FROM result WHERE name = ?");
  query.bind(1, name);
  return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

ArticleWriter::ArticleWriter(SQLite::Database& db)
    : db_(db),
      article_(db,
               "INSERT INTO article (id, file, hash, title, date, updated, source, author, url, tier, warnings, claims, kept) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      body_(db, "INSERT INTO body (article, raw, parts, found) VALUES (?, ?, ?, ?)"),
      passage_(db, "INSERT INTO passage (rowid, raw) VALUES (?, ?)"),
      claim_(db, claim_insert),
      file_(db,
            "INSERT OR REPLACE INTO file (path, size, mtime, ctime, inode, checked, hash, articles) VALUES (?, ?, ?, ?, ?, ?, "
            "?, ?)"),
      no_file_(db, "DELETE FROM file WHERE path = ?"),
      raw_(db, "SELECT raw FROM body WHERE article = ?"),
      no_passage_(db, "INSERT INTO passage (passage, rowid, raw) VALUES ('delete', ?, ?)"),
      no_claims_(db, "DELETE FROM claim WHERE claim BETWEEN ? AND ?"),
      no_pairs_(db, "DELETE FROM pair WHERE a BETWEEN ? AND ?"),
      no_pairs_b_(db, "DELETE FROM pair WHERE b BETWEEN ? AND ?"),
      no_body_(db, "DELETE FROM body WHERE article = ?"),
      no_article_(db, "DELETE FROM article WHERE article = ?") {}

KnownArticle ArticleWriter::add(Article const& a, std::string const& file, std::string const& hash,
                                std::vector<Claim> const& claims, std::string const& found) {
  std::int64_t shown = 0;
  for (auto const& claim : claims) shown += is_public(claim.kind);
  Binder(article_)
      .text(a.id)
      .text(file)
      .blob(hash)
      .text(a.title)
      .text(day_text(a.date))
      .text(day_text(a.updated))
      .text(a.source)
      .text(a.author)
      .text(a.url)
      .text(to_string(a.tier))
      .text(lines(a.warnings))
      .number(shown)
      .number(static_cast<std::int64_t>(claims.size()))
      .run();
  auto const row = db_.getLastInsertRowid();
  auto const parts = article_blob(a);
  body_.bind(1, row);
  body_.bindNoCopy(2, a.raw);
  body_.bindNoCopy(3, parts.data(), static_cast<int>(parts.size()));
  body_.bindNoCopy(4, found.data(), static_cast<int>(found.size()));
  body_.exec();
  body_.reset();
  passage_.bind(1, row);
  passage_.bindNoCopy(2, a.raw);
  passage_.exec();
  passage_.reset();
  ClaimPlaces places(a);
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (is_public(claims[i].kind)) bind_claim(Binder(claim_), row, i, claims[i], places).run();
  return {row, a.id, file, hash, lines(a.warnings), static_cast<std::uint32_t>(claims.size())};
}

void ArticleWriter::remove(std::int64_t row) {
  raw_.bind(1, row);
  std::string raw;
  if (raw_.executeStep()) raw = raw_.getColumn(0).getString();
  raw_.reset();
  no_passage_.bind(1, row);
  no_passage_.bindNoCopy(2, raw);
  no_passage_.exec();
  no_passage_.reset();
  auto const first = row << claim_bits, last = ((row + 1) << claim_bits) - 1;
  for (auto* statement : {&no_claims_, &no_pairs_, &no_pairs_b_}) Binder(*statement).number(first).number(last).run();
  for (auto* statement : {&no_body_, &no_article_}) Binder(*statement).number(row).run();
}

void ArticleWriter::put_file(KnownFile const& file) {
  Binder(file_)
      .text(file.path)
      .number(file.state.size)
      .number(file.state.mtime)
      .number(file.state.ctime)
      .number(file.state.inode)
      .number(file.checked)
      .blob(file.hash)
      .number(static_cast<std::int64_t>(file.articles))
      .run();
}

void ArticleWriter::remove_file(std::string const& path) { Binder(no_file_).text(path).run(); }

ArticleReader::ArticleReader(SQLite::Database& db) : body_(db, "SELECT raw, parts, found FROM body WHERE article = ?") {}

std::string_view ArticleReader::column(int number) {
  auto const value = body_.getColumn(number);
  auto const* const data = static_cast<char const*>(value.getBlob());
  return {data, data == nullptr ? 0 : static_cast<std::size_t>(value.getBytes())};
}

Article ArticleReader::article(std::int64_t row, std::string const& id) {
  body_.reset();
  body_.bind(1, row);
  if (!body_.executeStep()) damaged("'" + id + "' has no text");
  auto article = article_of(id, std::string(column(0)), column(1));
  if (!article) damaged("'" + id + "' is not as it was stored");
  return std::move(*article);
}

Article ArticleReader::with_claims(std::int64_t row, std::string const& id, std::uint32_t index, std::vector<Claim>& claims,
                                   Arena& kept) {
  auto article = this->article(row, id);
  if (!add_claims(column(2), index, article, claims, kept)) damaged("'" + id + "' is not as it was stored");
  return article;
}

}  // namespace counterclaim::store
