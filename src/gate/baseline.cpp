// Earlier reports.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "counterclaim/gate.hpp"

namespace counterclaim {
namespace {

using nlohmann::json;

// Reads for the place of the first fault alone.
class FaultFinder : public nlohmann::json_sax<json> {
 public:
  std::size_t at = 0;
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, string_t const&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const&) override {
    at = position;
    return false;
  }
};

Diagnostic complaint(std::string const& file, std::string message) {
  return {file, 0, 0, std::move(message), {}, "write it with `counterclaim check --output json:" + file + " PATH...`"};
}

Diagnostic not_json(std::string const& file, std::string_view text) {
  FaultFinder finder;
  json::sax_parse(text, &finder);
  bool const is_cut = finder.at >= text.size();
  auto const offset = static_cast<std::uint32_t>(std::min(finder.at == 0 ? 0 : finder.at - 1, text.size()));
  auto const place = place_of(text, offset);
  auto fault = complaint(file, is_cut ? "ends too early: it was not written to its end" : "is not JSON");
  fault.line = place.line;
  fault.column = place.column;
  return fault;
}

std::string text_of(json const& object, char const* key) {
  auto const found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}
json const& member(json const& object, char const* key) {
  static json const nothing;
  auto const found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? *found : nothing;
}
void add_texts(json const& list, std::vector<std::string>& to) {
  for (auto const& item : list)
    if (item.is_string()) to.push_back(item.get<std::string>());
}

void read_findings(json const& list, std::vector<KnownFinding>& to) {
  for (auto const& item : list) {
    KnownFinding known{{text_of(item, "fingerprint")}, text_of(item, "rule"), text_of(item, "message")};
    add_texts(member(item, "also"), known.fingerprints);
    if (!known.fingerprints.front().empty()) to.push_back(std::move(known));
  }
}

// The name of the program that wrote a run of SARIF.
std::string driver(json const& run) { return text_of(member(member(run, "tool"), "driver"), "name"); }

void read_results(json const& list, std::vector<KnownFinding>& to) {
  for (auto const& item : list) {
    if (text_of(item, "baselineState") == "absent") continue;
    KnownFinding known{{}, text_of(item, "ruleId"), text_of(member(item, "message"), "text")};
    for (auto const& print : member(item, "partialFingerprints"))
      if (print.is_string()) known.fingerprints.push_back(print.get<std::string>());
    add_texts(member(member(item, "properties"), "also"), known.fingerprints);
    if (!known.fingerprints.empty()) to.push_back(std::move(known));
  }
}

}  // namespace

ReadBaseline read_baseline(std::string const& file, std::string_view text) {
  ReadBaseline out;
  auto const root = json::parse(text, nullptr, false);
  if (root.is_discarded()) {
    out.errors.push_back(not_json(file, text));
    return out;
  }
  auto const& runs = member(root, "runs");
  if (text_of(root, "schema").starts_with("counterclaim/findings/") && member(root, "findings").is_array()) {
    read_findings(member(root, "findings"), out.findings);
    read_findings(member(root, "accepted"), out.findings);
  } else if (runs.is_array()) {
    for (auto const& run : runs) {
      if (driver(run) == "counterclaim")
        read_results(member(run, "results"), out.findings);
      else
        out.errors.push_back(complaint(file, "is a report of '" + driver(run) + "', not of counterclaim"));
    }
  } else {
    out.errors.push_back(complaint(file, "is no report of counterclaim in json or sarif"));
  }
  return out;
}

void compare_with(Report& report, std::vector<KnownFinding> const& known) {
  std::unordered_map<std::string_view, std::size_t> by_print;
  for (std::size_t i = 0; i < known.size(); ++i)
    for (auto const& print : known[i].fingerprints) by_print.emplace(print, i);
  std::vector<bool> is_there(known.size());
  auto const judge_one = [&](Finding& finding) {
    finding.baseline = Baseline::fresh;
    auto const look = [&](std::string const& print) {
      auto const found = by_print.find(print);
      if (found == by_print.end()) return;
      finding.baseline = Baseline::known;
      is_there[found->second] = true;
    };
    look(finding.fingerprint);
    for (auto const& print : finding.also) look(print);
  };
  for (auto& finding : report.findings) judge_one(finding);
  for (auto& finding : report.suppressed) judge_one(finding);
  report.gone = static_cast<std::size_t>(std::count(is_there.begin(), is_there.end(), false));
}

void keep_fresh(Report& report) {
  std::erase_if(report.findings, [](Finding const& finding) { return finding.baseline == Baseline::known; });
}

}  // namespace counterclaim
