// Articles and what is known of files, to and from their tables.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "counterclaim/lint.hpp"
#include "src/store/listing.hpp"

namespace counterclaim::store {

struct KnownArticle {
  std::int64_t row = 0;
  std::string id, file, hash;  // file: the path it was read from; empty: none. hash: of its content, 32 bytes
  std::string warnings;        // a line each
  std::uint32_t kept = 0;      // claims in the blob, if the row is sound
};
struct Known {
  std::map<std::string, std::string> meta;
  std::vector<KnownFile> files;
  std::vector<KnownArticle> articles;  // by row
  std::string value(std::string const& key) const;
};
Known load_known(SQLite::Database& db);
std::string load_known_value(SQLite::Database& db, std::string const& key);  // of meta

void put_meta(SQLite::Database& db, std::string const& key, std::string const& value);

// StoreError: "the database is damaged: `what`; ...".
[[noreturn]] void damaged(std::string const& what);

// Of the table `result`; empty if there is none of the name.
void put_blob(SQLite::Database& db, char const* name, std::string const& blob);
std::string blob_named(SQLite::Database& db, char const* name);

// Texts and numbers into the parameters of a statement from the first on; an empty text is NULL.
class Binder {
 public:
  explicit Binder(SQLite::Statement& statement) : statement_(statement) {}
  Binder& text(std::string_view v);
  Binder& blob(std::string const& v);  // must live until the statement has run
  Binder& number(std::int64_t v);
  Binder& real(double v);
  Binder& null();
  void run();

 private:
  SQLite::Statement& statement_;
  int next_ = 1;
};

// Statements that are made once and used for many articles.
class ArticleWriter {
 public:
  explicit ArticleWriter(SQLite::Database& db);
  KnownArticle add(Article const& article, std::string const& file, std::string const& hash, std::vector<Claim> const& claims,
                   std::string const& found);
  void remove(std::int64_t row);
  void put_file(KnownFile const& file);
  void remove_file(std::string const& path);

 private:
  SQLite::Database& db_;
  SQLite::Statement article_, body_, passage_, claim_, file_, no_file_, raw_, no_passage_, no_claims_, no_pairs_, no_pairs_b_,
      no_body_, no_article_;
};

// Articles by row, with their claims as resolve() found them. StoreError where a blob is not what was written.
class ArticleReader {
 public:
  explicit ArticleReader(SQLite::Database& db);
  Article article(std::int64_t row, std::string const& id);
  // The article, and its claims with `index` as their article at the end of `claims`.
  Article with_claims(std::int64_t row, std::string const& id, std::uint32_t index, std::vector<Claim>& claims, Arena& kept);

 private:
  std::string_view column(int number);
  SQLite::Statement body_;
};

}  // namespace counterclaim::store
