// The statements that make and change the tables; what they mean is in schema.hpp.
#pragma once

namespace counterclaim::store {

// From nothing, or from the previews that had no version: those kept only what findings had been seen.
inline constexpr char const* schema_1 = R"sql(
CREATE TABLE IF NOT EXISTS seen (fingerprint TEXT, rule TEXT, severity TEXT, message TEXT, at TEXT);
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE file (
  path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, checked INTEGER, hash BLOB,
  articles INTEGER
) WITHOUT ROWID;
CREATE TABLE article (
  article INTEGER PRIMARY KEY, id TEXT, file TEXT, hash BLOB, title TEXT, date TEXT, updated TEXT, source TEXT, author TEXT,
  url TEXT, tier TEXT, warnings TEXT, claims INTEGER, kept INTEGER
);
CREATE INDEX article_by_id ON article (id);
CREATE TABLE body (article INTEGER PRIMARY KEY, raw TEXT, parts BLOB, found BLOB);
CREATE TABLE claim (
  claim INTEGER PRIMARY KEY, article INTEGER, kind TEXT, start INTEGER, "end" INTEGER, line INTEGER, "column" INTEGER,
  quote TEXT, sentence_start INTEGER, sentence_end INTEGER, subject TEXT COLLATE NOCASE, attribute TEXT COLLATE NOCASE, about TEXT, scope TEXT, counted TEXT,
  value TEXT, low REAL, high REAL, bound TEXT, change TEXT, unit TEXT, dimension TEXT, period_from TEXT, period_to TEXT,
  attribution TEXT, cue TEXT, certainty TEXT, quoted INTEGER, headline INTEGER, timex TEXT, "left" TEXT, relation TEXT,
  "right" TEXT, measure TEXT, benchmark TEXT
);
CREATE INDEX claim_by_subject ON claim (subject);
CREATE INDEX claim_by_attribute ON claim (attribute);
CREATE TABLE alias (spelling TEXT PRIMARY KEY, entity TEXT) WITHOUT ROWID;
CREATE TABLE pair (
  a INTEGER, b INTEGER, score INTEGER, keys INTEGER, subject TEXT, attribute TEXT, period TEXT, sum INTEGER,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX pair_by_b ON pair (b, a);
CREATE TABLE finding (
  finding INTEGER PRIMARY KEY, rule TEXT, severity TEXT, fingerprint TEXT, message TEXT, subject TEXT, attribute TEXT,
  period TEXT, explanation TEXT
);
CREATE TABLE place (
  finding INTEGER, number INTEGER, article INTEGER, start INTEGER, "end" INTEGER, line INTEGER, "column" INTEGER, quote TEXT,
  label TEXT, PRIMARY KEY (finding, number)
) WITHOUT ROWID;
CREATE TABLE run (
  run INTEGER PRIMARY KEY, at TEXT, articles INTEGER, added INTEGER, changed INTEGER, removed INTEGER, claims INTEGER,
  findings INTEGER, errors INTEGER, warnings INTEGER, infos INTEGER
);
CREATE TABLE history (
  fingerprint TEXT, rule TEXT, severity TEXT, message TEXT, place TEXT, appeared INTEGER, vanished INTEGER
);
CREATE INDEX history_by_fingerprint ON history (fingerprint);
INSERT INTO run (run, at) SELECT 1, min(at) FROM seen HAVING count(*) > 0;
INSERT INTO history (fingerprint, rule, severity, message, appeared) SELECT fingerprint, rule, severity, message, 1 FROM seen;
DROP TABLE seen;
CREATE TABLE result (name TEXT PRIMARY KEY, bytes BLOB) WITHOUT ROWID;
CREATE VIRTUAL TABLE passage USING fts5 (
  raw, content = 'body', content_rowid = 'article', tokenize = 'unicode61 remove_diacritics 2'
);
)sql";

}  // namespace counterclaim::store
