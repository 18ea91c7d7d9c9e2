// A check with a database. Everything it changes is one transaction, so that a file holds finished runs only; a long run puts
// what it has read into the file every few seconds, and the findings of the run before then stand as they were until the end.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_set>

#include "counterclaim/parallel.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/sha256.hpp"
#include "counterclaim/store.hpp"
#include "src/store/database.hpp"
#include "src/store/findings.hpp"
#include "src/store/history.hpp"
#include "src/store/intake.hpp"
#include "src/store/result.hpp"

namespace counterclaim::store {
namespace {

constexpr std::size_t batch = 256;                      // files that are read before they are written
constexpr auto longest_loss = std::chrono::seconds(5);  // of work, if the program is ended

// What a check is about, each file once.
struct Inputs {
  std::vector<std::string> files;
  std::vector<Article> articles;  // of the caller, and of standard input
  std::vector<Diagnostic> unreadable;
};

Inputs list_inputs(CheckRequest& request) {
  Inputs inputs;
  FileList list;
  if (request.jsonl == "-") {
    auto read = read_jsonl("-");
    inputs.articles = std::move(read.articles);
    inputs.unreadable = std::move(read.unreadable);
  } else if (!request.jsonl.empty()) {
    list.files.push_back(request.jsonl);
  } else {
    list = list_files(request.paths);
  }
  std::move(list.unreadable.begin(), list.unreadable.end(), std::back_inserter(inputs.unreadable));
  std::set<std::string_view> seen;
  for (auto const& file : list.files) {
    if (!seen.insert(file).second) continue;
    if (file != "-") {
      inputs.files.push_back(file);
      continue;
    }
    auto read = read_file(file);
    std::move(read.articles.begin(), read.articles.end(), std::back_inserter(inputs.articles));
  }
  std::move(request.articles.begin(), request.articles.end(), std::back_inserter(inputs.articles));
  return inputs;
}

// Each text with its length before it, so that no two settings give the same.
void put(std::string& out, std::string_view text) { out.append(std::to_string(text.size())).append(":").append(text); }

std::string tiers_text(Settings const& settings) {
  std::string out;
  for (auto const& entry : settings.tiers) {
    put(out, entry.source);
    put(out, to_string(entry.tier));
  }
  return out;
}

std::string settings_text(Settings const& settings) {
  std::string out = tiers_text(settings);
  auto const& tolerance = settings.tolerance;
  put(out, to_string(tolerance.figures) + " " + to_string(tolerance.about) + " " + std::to_string(tolerance.days));
  for (auto const& [dimension, share] : tolerance.dimensions) {
    put(out, dimension);
    put(out, to_string(share));
  }
  for (auto const* lists : {&settings.aliases, &settings.synonyms}) {
    put(out, "lists");
    for (auto const& list : *lists) {
      put(out, "list");
      for (auto const& word : list) put(out, word);
    }
  }
  return out;
}

class Check {
 public:
  Check(CheckRequest& request, RuleBook const& rules)
      : request_(request),
        rules_(rules),
        db_(open_for_writing(request.database, request.rebuild ? Existing::throw_away : Existing::keep)) {}

  Checked run() {
    auto inputs = list_inputs(request_);
    checked_.report.unreadable = inputs.unreadable;
    {
      SQLite::Transaction reading(db_);
      load();
      if (nothing_to_do(inputs)) return std::move(checked_);
    }
    do {
      begin();
      if (load_known_value(db_, "generation") != known_.value("generation")) load();  // another process was at work
    } while (!take_all(inputs));
    remove_others();
    judge();
    commit();
    return std::move(checked_);
  }

 private:
  // What claims and findings depend on beside the articles.
  std::string claims_key() const { return engine_digest().claims + " " + sha256(tiers_text(request_.settings)); }
  std::string findings_key() const {
    return engine_digest().findings + " " + rules_.digest() + " " + sha256(settings_text(request_.settings));
  }

  void load() {
    known_ = load_known(db_);
    reuse_ = known_.value("claims") == claims_key() ? Reuse::known : Reuse::nothing;
    standing_.emplace(db_, request_.settings);
    if (reuse_ == Reuse::nothing || known_.value("findings") != findings_key()) standing_->give_up();
  }

  // Whether all files are known by their times and everything known is asked for: the answer is the last one.
  bool nothing_to_do(Inputs const& inputs) {
    if (!inputs.articles.empty() || reuse_ == Reuse::nothing || known_.value("findings") != findings_key()) return false;
    if (inputs.files.size() != known_.files.size()) return false;
    Index const index(known_);
    for (auto const& file : inputs.files) {
      auto const known = index.files.find(file);
      if (known == index.files.end() || !is_unchanged(*known->second, state_of(file))) return false;
      auto const past = index.by_file.find(file);
      if ((past == index.by_file.end() ? 0 : past->second.size()) != known->second->articles) return false;
    }
    for (auto const& article : known_.articles)
      if (article.file.empty()) return false;
    auto result = load_result(db_);
    if (!result) return false;
    for (auto const& article : known_.articles) warn(article.id, article.warnings);
    auto unreadable = std::move(checked_.report.unreadable);
    checked_.report = report_of(db_, std::move(*result), request_.parts, request_.settings, Pairs::stored);
    checked_.report.unreadable = std::move(unreadable);
    return true;
  }

  void warn(std::string const& id, std::string const& lines) {
    for (std::size_t from = 0; from < lines.size();) {
      auto const to = std::min(lines.find('\n', from), lines.size());
      checked_.warnings.push_back(id + ": " + lines.substr(from, to - from));
      from = to + 1;
    }
  }

  void begin() {
    change_.emplace(db_, SQLite::TransactionBehavior::IMMEDIATE);
    begun_ = std::chrono::steady_clock::now();
  }
  void commit() {
    auto const next = std::to_string(std::strtoll(known_.value("generation").c_str(), nullptr, 10) + 1);
    put_meta(db_, "generation", next);
    known_.meta["generation"] = next;
    change_->commit();
    change_.reset();
  }
  void put_findings_key(std::string const& key) {
    put_meta(db_, "findings", key);
    known_.meta["findings"] = key;
  }
  // What has been read is kept. False if another process came in between: what is known is not what it was.
  bool save() {
    put_findings_key({});
    commit();
    begin();
    return load_known_value(db_, "generation") == known_.value("generation");
  }

  // False: to be begun again.
  bool take_all(Inputs& inputs) {
    kept_.clear();
    files_.clear();
    added_.clear();
    gone_.clear();
    gone_rows_.clear();
    checked_.figures = {};
    checked_.report.unreadable = inputs.unreadable;
    if (reuse_ == Reuse::nothing) forget_all();
    Index const index(known_);
    ArticleWriter writer(db_);
    for (std::size_t first = 0; first < inputs.files.size() + inputs.articles.size(); first += batch) {
      std::vector<Intake> taken(std::min(batch, inputs.files.size() + inputs.articles.size() - first));
      parallel_for(taken.size(), request_.threads, [&](std::size_t i) {
        auto const n = first + i;
        taken[i] = n < inputs.files.size()
                       ? take_file(inputs.files[n], index, reuse_, request_.settings)
                       : take_article(inputs.articles[n - inputs.files.size()], index, reuse_, request_.settings);
      });
      for (auto& intake : taken) keep(intake, index, writer);
      if (std::chrono::steady_clock::now() - begun_ > longest_loss && !save()) return false;
    }
    return true;
  }

  // Another grammar or other tiers: nothing that is known holds.
  void forget_all() {
    for (auto const* table : {"body", "claim", "article", "file", "pair", "alias", "result"})
      SQLite::Statement(db_, std::string("DELETE FROM ") + table).exec();
    SQLite::Statement(db_, "INSERT INTO passage (passage) VALUES ('delete-all')").exec();
    put_meta(db_, "claims", claims_key());
    put_findings_key({});
    for (auto const& article : known_.articles) gone_.insert(article.id);
    known_.articles.clear();
    known_.files.clear();
  }

  void keep(Intake& intake, Index const& index, ArticleWriter& writer) {
    kept_.insert(intake.kept.begin(), intake.kept.end());
    if (!intake.path.empty()) files_.insert(intake.path);
    if (intake.is_known) return;
    if (!intake.path.empty()) {
      ++checked_.figures.read;
      if (intake.file.state.size >= 0) writer.put_file(intake.file);
      // What the file held before goes in the same breath, so that each article is whole or absent.
      if (auto const past = index.by_file.find(intake.path); past != index.by_file.end())
        for (auto const* article : past->second) remove(*article, writer);
    }
    for (auto& fresh : intake.fresh) {
      added_.push_back(writer.add(fresh.of_one.articles.front(), intake.path, fresh.hash, fresh.of_one.claims, fresh.found));
    }
    std::move(intake.unreadable.begin(), intake.unreadable.end(), std::back_inserter(checked_.report.unreadable));
  }

  void remove(KnownArticle const& article, ArticleWriter& writer) {
    if (!kept_.insert(article.row).second) return;  // kept, or removed before
    gone_.insert(article.id);
    gone_rows_.insert(article.row);
    standing_->take_out(article.row, article.id);
    writer.remove(article.row);
  }

  void remove_others() {
    ArticleWriter writer(db_);
    for (auto const& article : known_.articles) remove(article, writer);
    for (auto const& file : known_.files)
      if (!files_.contains(file.path)) writer.remove_file(file.path);
    auto& figures = checked_.figures;
    for (auto const& article : added_) {
      auto const before = gone_.find(article.id);
      before == gone_.end() ? ++figures.added : ++figures.changed;
      if (before != gone_.end()) gone_.erase(before);
    }
    figures.removed = gone_.size();
  }

  void judge() {
    std::erase_if(known_.articles, [&](KnownArticle const& article) { return gone_rows_.contains(article.row); });
    known_.articles.insert(known_.articles.end(), added_.begin(), added_.end());
    for (auto const& article : known_.articles) warn(article.id, article.warnings);
    auto& figures = checked_.figures;
    bool const as_before = figures.added + figures.changed + figures.removed == 0 && known_.value("findings") == findings_key();
    auto unreadable = std::move(checked_.report.unreadable);
    auto result = as_before ? load_result(db_) : std::nullopt;
    if (result) {
      checked_.report = report_of(db_, std::move(*result), request_.parts, request_.settings, Pairs::stored);
    } else {
      auto found = find_all(db_, std::move(*standing_), known_.articles, rules_, request_.settings, request_.parts);
      checked_.report = std::move(found.report);
      figures.aligned_all = found.aligned_all;
      put_findings_key(findings_key());
      note_run(db_, checked_.report, figures);
      figures.judged = true;
    }
    checked_.report.unreadable = std::move(unreadable);
  }

  CheckRequest& request_;
  RuleBook const& rules_;
  SQLite::Database db_;
  Known known_;
  Reuse reuse_ = Reuse::nothing;
  std::optional<Standing> standing_;
  std::optional<SQLite::Transaction> change_;
  std::chrono::steady_clock::time_point begun_;
  std::set<std::int64_t> kept_;
  std::multiset<std::string> gone_;  // ids of articles that were known
  std::set<std::string> files_;
  std::unordered_set<std::int64_t> gone_rows_;
  std::vector<KnownArticle> added_;
  Checked checked_;
};

}  // namespace
}  // namespace counterclaim::store

namespace counterclaim {

Report stored_report(std::string const& database, Parts parts, Settings const& settings) {
  return store::guarded(database, [&] {
    auto db = store::open_for_reading(database);
    SQLite::Transaction reading(db);
    auto result = store::load_result(db);
    if (!result || store::load_known_value(db, "findings").empty())
      throw StoreError(StoreError::Kind::usage, database + " holds no finished run: `counterclaim check --db` goes on with it");
    return store::report_of(db, std::move(*result), parts, settings, store::Pairs::anew);
  });
}

Checked check_with_store(CheckRequest request, RuleBook const& rules) {
  return store::guarded(request.database, [&] { return store::Check(request, rules).run(); });
}

}  // namespace counterclaim
