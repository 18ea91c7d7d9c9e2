// The schema, which is a public interface: `counterclaim query --sql` and other programs read it. Version 1, in user_version;
// application_id says whose file it is. A change of the schema is a new version and a step in schema.cpp that leads there
// from the one before; the file is copied to FILE.v<old> first. A file of a newer version is refused.
//
//   meta      key, value                     what claims and findings were made with (findings: empty while a run is
//                                            unfinished), and a count of changes
//   file      path, size, mtime, ctime, inode, checked, hash, articles
//                                            what is known of each file that was read; times in nanoseconds
//   article   article, id, file, hash, title, date, updated, source, author, url, tier, warnings, claims,
//             kept
//                                            one row each; `article` is its number in the other tables; claims: in the
//                                            table, kept: in the blob
//   body      article, raw, parts, found     raw: its text; parts, found: blobs (codec.hpp) of what else the article is and of
//                                            its claims, from which checks go on
//   claim     claim, article, ..., subject, attribute, period_from, period_to, low, high, unit, ...
//                                            what `extract` prints, a row a claim; claim = article * 2^24 + its number there.
//                                            Numbers are rounded to doubles, `value` has every digit
//   alias     spelling, entity               names of the set that stand for one thing, where that is not the spelling itself
//   pair      a, b, score, keys, subject, attribute, period, sum
//                                            claims that speak of the same thing
//   finding   finding, rule, severity, fingerprint, message, subject, attribute, period, explanation
//                                            a finding keeps its number for as long as it stands; numbers are in no order
//   place     finding, number, article, start, end, line, column, quote, label
//   run       run, at, articles, added, changed, removed, claims, findings, errors, warnings, infos
//                                            runs that changed something; `at` is UTC
//   history   fingerprint, rule, severity, message, place, appeared, vanished
//                                            of each finding the run that first had it, and the first that had it no more
//   result    name, bytes                    blobs: `report`, from which an unchanged set is answered; `cases`, which findings
//                                            were decided together; `articles`, `names` and `counts`, what is known of the set
//                                            as a whole (set_state.hpp)
//   passage   full-text index (FTS5) over body.raw
//
// Sizes that guided this: 20,000 articles of 3 kB are 60 MB of text, some 400,000 claims and as many pairs. Everything a check
// goes on from is in blobs with check sums; the other columns are for asking and are never trusted.
#pragma once
#include <cstdint>
#include <span>
#include <string>

namespace SQLite {
class Database;
}

namespace counterclaim::store {

inline constexpr int application_id = 0x43436c6d;  // "CClm"
inline constexpr int schema_version = 1;
inline constexpr int claim_bits = 24;  // of a claim's number: those of its place in the article

struct Migration {
  int to;           // leads from to - 1
  char const* sql;  // may hold several statements
};
std::span<Migration const> migrations();

// Brings the file to the newest version, copying it to `path`.v<old> before that where it holds anything. StoreError if it is
// another program's file or a newer one's, or if its tables are not those of its version.
void bring_up_to_date(SQLite::Database& db, std::string const& path);
void check_schema(SQLite::Database& db, std::string const& path);  // the same without changing anything

}  // namespace counterclaim::store
