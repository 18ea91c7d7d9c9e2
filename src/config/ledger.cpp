// .counterclaim/accepted.toml: an entry a finding, as a reviewer reads it.
#include <algorithm>

#include "counterclaim/config.hpp"
#include "counterclaim/text.hpp"
#include "src/config/toml.hpp"

namespace counterclaim {
namespace {

using toml_tree::Kind;
using toml_tree::Node;

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

class Reader {
 public:
  Reader(std::string const& file, std::string_view text) : file_(file), text_(text) {}

  ReadLedger run() {
    auto parsed = toml_tree::parse(file_, text_, "mend the entry, or take it out and let `counterclaim accept` write it");
    out_.errors = std::move(parsed.errors);
    for (auto const& member : parsed.root.items) {
      if (member.key != "accepted")
        complain(member.key_at, "unknown key '" + member.key + "'", "entries begin with [[accepted]]");
      else if (member.kind != Kind::array)
        complain(member.key_at, "'accepted' is a list of tables", "entries begin with [[accepted]]");
      else
        for (auto const& item : member.items) entry(item);
    }
    return std::move(out_);
  }

 private:
  void complain(Place at, std::string message, std::string help = {}) {
    out_.errors.push_back(toml_tree::complaint(file_, text_, at, std::move(message), std::move(help)));
  }

  void entry(Node const& node) {
    if (node.kind != Kind::table) return complain(node.at, "an entry is a table", "entries begin with [[accepted]]");
    static std::vector<std::string> const known = {"fingerprint", "rule", "message", "reason", "until"};
    Accepted entry;
    auto const before = out_.errors.size();
    for (auto const& member : node.items) {
      std::string* const texts[] = {&entry.fingerprint, &entry.rule, &entry.message, &entry.reason};
      auto const key = std::find(known.begin(), known.end(), member.key) - known.begin();
      if (key == static_cast<std::ptrdiff_t>(known.size())) {
        auto const near = nearest(member.key, known);
        complain(member.key_at, "unknown key '" + member.key + "'", near.empty() ? "" : "did you mean '" + near + "'?");
      } else if (member.key == "until") {
        if (member.kind == Kind::date || member.kind == Kind::text) entry.until = parse_iso_date(member.text);
        if (!entry.until || member.text.size() != 10) complain(member.at, "'until' is a day like 2027-01-31");
      } else if (member.kind != Kind::text) {
        complain(member.at, "'" + member.key + "' is a text, not " + std::string(name_of(member.kind)));
      } else {
        *texts[key] = member.text;
      }
    }
    if (out_.errors.size() == before && !is_fingerprint(entry.fingerprint))
      complain(node.find("fingerprint") ? node.find("fingerprint")->at : node.at,
               "an entry has a 'fingerprint' of 16 hexadecimal digits", "copy it from the report");
    if (out_.errors.size() == before && trimmed(entry.reason).empty()) complain(node.at, "an entry has a 'reason'");
    entry.place = {file_, node.at.line, node.at.column, {}, {}, {}};
    out_.entries.push_back(std::move(entry));
  }

  std::string const& file_;
  std::string_view text_;
  ReadLedger out_;
};

}  // namespace

ReadLedger read_ledger(std::string const& file, std::string_view text) { return Reader(file, text).run(); }

std::string with_entry(std::string_view ledger, Accepted const& entry) {
  std::string out(ledger);
  if (out.empty())
    out =
        "# Findings that were reviewed and are accepted; `counterclaim accept` adds to them. Take an entry out once what\n"
        "# disagreed is settled: entries that match nothing are reported.\n";
  if (!out.ends_with('\n')) out += '\n';
  out += "\n[[accepted]]\nfingerprint = " + toml_tree::quoted(entry.fingerprint) + "\n";
  if (!entry.rule.empty()) out += "rule = " + toml_tree::quoted(entry.rule) + "\n";
  if (!entry.message.empty()) out += "message = " + toml_tree::quoted(entry.message) + "\n";
  out += "reason = " + toml_tree::quoted(entry.reason) + "\n";
  if (entry.until) out += "until = " + to_iso(*entry.until) + "\n";
  return out;
}

}  // namespace counterclaim
