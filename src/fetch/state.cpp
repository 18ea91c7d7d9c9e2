#include "state.hpp"

#include <charconv>
#include <vector>

#include "counterclaim/sha256.hpp"

namespace counterclaim {
namespace {

constexpr char const* log_name = "log";
constexpr std::size_t largest_log = 200'000'000;  // bytes
constexpr long long longest_resume = 86'400;      // seconds: a day

void add_field(std::string& line, std::string_view text) {
  line += '\t';
  for (char const c : text) {
    if (c == '\\' || c == '\t' || c == '\n' || c == '\r') line += '\\';
    line += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
  }
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    char c = line[i];
    if (c == '\t') {
      fields.emplace_back();
      continue;
    }
    if (c == '\\' && i + 1 < line.size()) {
      c = line[++i];
      c = c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    fields.back() += c;
  }
  return fields;
}

std::string line_of(std::string const& url, Known const& known) {
  std::string line = "got";
  for (auto const* field : {&url, &known.sha256, &known.etag, &known.last_modified, &known.changed}) add_field(line, *field);
  return line + '\n';
}

std::string list_name(std::string const& url) { return sha256(url) + ".list"; }

}  // namespace

State::State(Descriptor const& folder, long long now)
    : folder_(open_folder_in(folder, ".counterclaim-fetch")), log_(open_log(folder_, log_name)) {
  read_log(now);
  if (lines_ > 2 * known_.size() + 1000) rewrite_log();
  append(log_, (resumed_.empty() ? "\nend\nrun\t" : "\nrun\t") + std::to_string(now) + '\n');  // the first ends a torn line
}

void State::read_log(long long now) {
  auto const bytes = file_bytes(folder_, log_name, largest_log).value_or("");
  long long begun = 0;  // the first of the runs that broke off since the last one that ended
  bool is_open = false;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const end = std::min(bytes.find('\n', at), bytes.size());
    bool const is_torn = end == bytes.size();
    auto const fields = fields_of(std::string_view(bytes).substr(at, end - at));
    at = end + 1;
    ++lines_;
    if (is_torn) break;
    if (fields[0] == "run" && fields.size() == 2) {
      if (!is_open) std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), begun);
      is_open = true;
    } else if (fields[0] == "end") {
      is_open = false;
      resumed_.clear();
    } else if (fields[0] == "got" && fields.size() == 6) {
      known_[fields[1]] = {fields[2], fields[3], fields[4], fields[5]};
      resumed_.insert(fields[1]);
    }
  }
  if (!is_open || begun > now || now - begun > longest_resume) resumed_.clear();
}

// Appears whole or not at all, like every file; the lock moves to it.
void State::rewrite_log() {
  std::string lines;
  for (auto const& [url, known] : known_) lines += line_of(url, known);
  write_file(folder_, log_name, lines);
  log_ = open_log(folder_, log_name);
}

Known const* State::find(std::string const& url) const {
  auto const at = known_.find(url);
  return at == known_.end() ? nullptr : &at->second;
}

void State::record(std::string const& url, Known known) {
  append(log_, line_of(url, known));
  known_[url] = std::move(known);
}

void State::finish() { append(log_, "end\n"); }

std::optional<std::string> State::list_body(std::string const& url, std::size_t most) const {
  return file_bytes(folder_, list_name(url), most);
}

void State::keep_list_body(std::string const& url, std::string_view body) { write_file(folder_, list_name(url), body); }

}  // namespace counterclaim
