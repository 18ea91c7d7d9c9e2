// The claim database: what a set of articles says, what was found in it, and what has come and gone. One SQLite file (schema
// and how it changes: src/store/schema.hpp) that holds the set of the last run.
//
// A check with a database gives byte for byte what a check without one gives, only sooner: files that are as they were are not
// read, articles that are as they were not parsed. Every function throws StoreError for what is wrong with the file.
#pragma once
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "counterclaim/lint.hpp"
#include "counterclaim/table.hpp"

namespace counterclaim {

class StoreError : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t {
    usage,    // no such file, another program's, of a newer program; a faulty query
    damaged,  // the file is not what was written; starting anew helps
    trouble,  // locked for too long, disk full, not to be written
  };
  StoreError(Kind kind, std::string const& message) : std::runtime_error(message), kind(kind) {}
  Kind kind;
};

// SHA-256 of the sources, in hexadecimal: of what makes claims of articles, and of what makes findings of claims as well.
struct EngineDigest {
  std::string claims, findings;
};
EngineDigest engine_digest();

inline constexpr char const* default_database = ".counterclaim/claims.db";

enum class Parts : std::uint8_t {
  shown,  // of articles without a finding only name, title, date and source, and no claims: all that most formats print
  all,
};

struct CheckRequest {
  std::string database;            // path; made if it is missing, unless its folder is
  bool rebuild = false;            // a file that is there is thrown away first, whatever it holds
  std::vector<std::string> paths;  // as read_paths() takes them
  std::string jsonl;               // as read_jsonl() takes it; empty: none
  std::vector<Article> articles;   // read by the caller (from the web)
  Settings settings;
  unsigned threads = 0;
  Parts parts = Parts::shown;
};

struct RunFigures {
  std::size_t added = 0, changed = 0, removed = 0;  // articles
  std::size_t read = 0;                             // files whose bytes were read
  bool judged = false;                              // false: the findings of the run before were taken as they are
  bool aligned_all = false;                         // false: what was aligned before, of articles as they were, was taken over
};

struct Checked {
  Report report;
  RunFigures figures;
  std::vector<std::string> warnings;  // of reading: "a.md: 3 invalid UTF-8 sequences, first at byte 120"
};
Checked check_with_store(CheckRequest request, RuleBook const& rules);

// The report of the last run; with other settings than it had, all its claims are aligned by these.
Report stored_report(std::string const& database, Parts parts, Settings const& settings);

// Questions. Each answers of the last finished run, in a fixed order, from a file that is only read.
struct Question {
  std::string subject;          // words of its name, or of another name of the same thing; empty: any
  std::string attribute;        // words of the attribute, of what is counted or of what it is about
  std::string kind;             // "quantity", ...
  std::string source;           // words of the source that the text names, or of the article's own
  std::optional<Day> from, to;  // of the article
};
struct Answer {
  Table full;                       // every column
  Table brief;                      // those that fit a terminal
  std::vector<Timeline> timelines;  // of quantities, one for each unit that does not convert into another
};
Answer ask_claims(std::string const& database, Question const& question);
// What an article claims, in the order of its text, and which others say the same or something else.
Answer ask_article(std::string const& database, std::string const& id);
// Articles that hold all these words, the best first, with the words' surroundings.
Answer ask_text(std::string const& database, std::string const& words);
// Any one SELECT over the tables of src/store/schema.hpp; what would change or reach anything is refused.
Answer ask_sql(std::string const& database, std::string const& sql);
// Runs that changed something, the last first, and the findings that appeared and vanished with each.
Answer ask_history(std::string const& database, std::size_t runs);

}  // namespace counterclaim
