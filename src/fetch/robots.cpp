#include "robots.hpp"

#include <algorithm>
#include <charconv>

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest_file = 512'000;
constexpr std::size_t longest_pattern = 2000;
constexpr std::size_t longest_path = 2000;  // what is compared of one: with the file's size it bounds the time
constexpr double longest_delay = 60;        // seconds

// %41 and A are the same path; what is left escaped is written in upper case.
std::string decoded(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    unsigned byte = 0;
    bool const is_escape = path[i] == '%' && i + 2 < path.size() &&
                           std::from_chars(path.data() + i + 1, path.data() + i + 3, byte, 16).ptr == path.data() + i + 3;
    if (!is_escape) {
      out += path[i];
      continue;
    }
    char const c = static_cast<char>(byte);
    bool const stays = byte <= 0x20 || byte == 0x7f || c == '/' || c == '%' || c == '*' || c == '$' || c == '?' || c == '#';
    if (stays) {
      constexpr char digits[] = "0123456789ABCDEF";
      (out += '%') += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
    i += 2;
  }
  return out;
}

// Greedy with one place to fall back to: time is pattern times path at worst, both of them short.
bool matches(std::string_view pattern, std::string_view path) {
  bool const is_anchored = pattern.ends_with('$');
  if (is_anchored) pattern.remove_suffix(1);
  std::size_t p = 0, at = 0, star = std::string_view::npos, from = 0;
  while (true) {
    if (p == pattern.size() && (!is_anchored || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      from = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p;
      ++at;
    } else if (star != std::string_view::npos && from < path.size()) {
      p = star;
      at = ++from;
    } else {
      return false;
    }
  }
}

enum class Audience { others, all, us };

// The product token of a User-Agent line: letters, "-" and "_".
Audience audience_of(std::string_view agent, std::string_view product) {
  if (agent.starts_with('*')) return Audience::all;
  auto const token = lower(agent);
  std::size_t end = 0;
  while (end < token.size() && ((token[end] >= 'a' && token[end] <= 'z') || token[end] == '-' || token[end] == '_')) ++end;
  return end > 0 && token.substr(0, end) == product ? Audience::us : Audience::others;
}

void add_line(Robots& group, std::string const& key, std::string_view value) {
  if (key == "allow" || key == "disallow") {
    if (!value.empty() && value.size() <= longest_pattern) group.rules.push_back({decoded(value), key == "allow"});
  } else if (key == "crawl-delay") {
    double seconds = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), seconds).ec != std::errc() || !(seconds > 0)) return;
    group.delay = std::chrono::milliseconds(static_cast<int>(std::min(seconds, longest_delay) * 1000));
  }
}

}  // namespace

Robots parse_robots(std::string_view text, std::string_view product) {
  Robots all, us;
  bool names_us = false;                 // some group does
  bool in_agents = false;                // the last line was a User-Agent line: the next one belongs to the same group
  bool for_all = false, for_us = false;  // the group at hand
  text = text.substr(0, longest_file);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    auto const end = std::min(text.find_first_of("\r\n"), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    auto const colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    auto const key = lower(trimmed(line.substr(0, colon)));
    auto const value = trimmed(line.substr(colon + 1));
    if (key == "user-agent") {
      if (!in_agents) for_all = for_us = false;
      in_agents = true;
      auto const audience = audience_of(value, product);
      for_all = for_all || audience == Audience::all;
      for_us = for_us || audience == Audience::us;
      names_us = names_us || for_us;
    } else if (key == "allow" || key == "disallow" || key == "crawl-delay") {
      in_agents = false;
      if (for_all) add_line(all, key, value);
      if (for_us) add_line(us, key, value);
    }
  }
  return names_us ? us : all;
}

bool is_allowed(Robots const& robots, std::string_view target) {
  auto const path = decoded(target.substr(0, longest_path));
  std::size_t longest = 0;
  bool allowed = true;
  for (auto const& rule : robots.rules) {
    auto const size = rule.pattern.size();
    if (size < longest || (size == longest && !rule.is_allowed) || !matches(rule.pattern, path)) continue;
    longest = size;
    allowed = rule.is_allowed;
  }
  return allowed;
}

}  // namespace counterclaim
