// A tree of TOML to a Config: every key is looked up in the table of keys, every value checked against its type.
#include "counterclaim/config.hpp"

#include <algorithm>
#include <filesystem>

#include "counterclaim/text.hpp"
#include "src/config/keys.hpp"
#include "src/config/toml.hpp"

namespace counterclaim {
namespace {

namespace fs = std::filesystem;

using config_keys::Key;
using config_keys::Type;
using toml_tree::Kind;
using toml_tree::Node;

std::optional<Severity> parse_severity(std::string_view text) {
  for (auto const severity : {Severity::info, Severity::warning, Severity::error})
    if (text == to_string(severity)) return severity;
  return {};
}

// "1%", "0.5 %" as a share from 0 to 1.
std::optional<Decimal> parse_share(std::string_view text) {
  if (!text.ends_with('%')) return {};
  auto const number = parse_decimal(trimmed(text.substr(0, text.size() - 1)));
  if (!number || number->is_negative() || *number > Decimal(100)) return {};
  return Decimal::scaled(number->digits, number->exponent - 2);
}

class Reader {
 public:
  Reader(std::string file, std::string_view text, Config& config, std::string where)
      : file_(std::move(file)), text_(text), config_(config), where_(std::move(where)) {}

  std::vector<Diagnostic> run() {
    auto parsed = toml_tree::parse(file_, text_, "`counterclaim init` writes a file to compare with");
    if (!parsed.errors.empty()) return std::move(parsed.errors);
    table(parsed.root, "");
    return std::move(errors_);
  }

 private:
  void complain(Place at, std::string message, std::string help = {}) {
    errors_.push_back(toml_tree::complaint(file_, text_, at, std::move(message), std::move(help)));
  }
  static std::string one_of(std::vector<std::string> const& names) {
    std::string out;
    for (auto const& name : names) out += (out.empty() ? "one of: " : ", ") + name;
    return out;
  }
  void unknown(Place at, std::string const& what, std::string const& name, std::vector<std::string> const& known) {
    auto const near = nearest(name, known);
    complain(at, "unknown " + what + " '" + name + "'", near.empty() ? one_of(known) : "did you mean '" + near + "'?");
  }
  void wrong(Node const& node, std::string const& wanted) {
    complain(node.at, "'" + node.key + "' is " + wanted + ", not " + std::string(name_of(node.kind)));
  }

  // Members of the root (prefix "") or of a table that only groups keys ("tolerance.").
  void table(Node const& node, std::string const& prefix) {
    for (auto const& member : node.items) {
      auto const name = prefix + member.key;
      if (auto const* key = config_keys::find(name)) {
        read(*key, member);
      } else if (groups(name + ".")) {
        if (member.kind == Kind::table)
          table(member, name + ".");
        else
          wrong(member, "a table");
      } else {
        unknown(member.key_at, "key", member.key, names_in(prefix));
      }
    }
  }
  static bool groups(std::string const& prefix) {
    auto const keys = config_keys::keys();
    return std::any_of(keys.begin(), keys.end(), [&](Key const& key) { return key.name.starts_with(prefix); });
  }
  static std::vector<std::string> names_in(std::string const& prefix) {
    std::vector<std::string> names;
    for (auto const& key : config_keys::keys()) {
      if (!key.name.starts_with(prefix)) continue;
      auto const rest = key.name.substr(prefix.size());
      std::string name(rest.substr(0, rest.find('.')));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return names;
  }

  std::string where(Place at) const { return where_.empty() ? file_ + ":" + std::to_string(at.line) : where_; }
  void say(std::string const& key, Node const& value, Place at) { config_.said[key] = {written(value), where(at)}; }

  std::optional<std::string> text(Node const& node, std::string const& wanted) {
    if (node.kind == Kind::text) return node.text;
    wrong(node, wanted);
    return {};
  }
  std::string from_here(std::string const& path) const {
    if (path.empty() || !where_.empty() || fs::path(path).is_absolute()) return path;
    return (fs::path(file_).parent_path() / path).string();
  }
  std::optional<std::string> choice(Key const& key, Node const& node) {
    if (node.kind == Kind::boolean && key.type == Type::levels) return node.boolean ? "on" : "off";
    auto const word = text(node, "a text");
    if (!word) return {};
    std::vector<std::string> const known(key.choices.begin(), key.choices.end());
    if (std::find(known.begin(), known.end(), *word) != known.end()) return word;
    unknown(node.at, "value", *word, known);
    return {};
  }
  std::optional<Decimal> share(Node const& node) {
    auto const word = text(node, "a share such as \"1%\"");
    if (!word) return {};
    auto const value = parse_share(*word);
    if (!value) complain(node.at, "'" + *word + "' is no share", "write a percentage from 0% to 100%, as in \"1%\"");
    return value;
  }
  // A list of texts.
  std::optional<std::vector<std::string>> texts(Node const& node, std::string const& wanted) {
    if (node.kind != Kind::array) {
      wrong(node, wanted);
      return {};
    }
    std::vector<std::string> out;
    for (auto const& item : node.items) {
      if (item.kind == Kind::text && !item.text.empty()) {
        out.push_back(item.text);
        continue;
      }
      complain(item.at, "an entry of " + wanted + " is a text, not " +
                            std::string(item.kind == Kind::text ? "an empty one" : name_of(item.kind)));
      return {};
    }
    return out;
  }
  bool is_table(Node const& node) {
    if (node.kind != Kind::table) wrong(node, "a table");
    return node.kind == Kind::table;
  }

  void read(Key const& key, Node const& node) {
    auto const before = errors_.size();
    switch (key.type) {
      case Type::choice:
        if (auto const word = choice(key, node)) config_.fail_on = *word;
        break;
      case Type::path:
        if (auto const path = text(node, "a path"))
          (key.name == "baseline" ? config_.baseline : config_.ledger) = from_here(*path);
        break;
      case Type::paths:
        if (auto const paths = texts(node, "a list of paths")) {
          config_.rule_folders.clear();
          for (auto const& path : *paths) config_.rule_folders.push_back(from_here(path));
        }
        break;
      case Type::share:
        if (auto const value = share(node))
          (key.name == "tolerance.about" ? config_.settings.tolerance.about : config_.settings.tolerance.figures) = *value;
        break;
      case Type::days:
        if (node.kind != Kind::whole || node.whole < 0 || node.whole > 36500)
          complain(node.at, "'" + node.key + "' is a whole number of days from 0 to 36500");
        else
          config_.settings.tolerance.days = static_cast<int>(node.whole);
        break;
      case Type::groups:
        synonyms(node);
        break;
      case Type::shares:
      case Type::levels:
      case Type::tiers:
      case Type::names:
        return members(key, node);
    }
    if (errors_.size() == before) say(std::string(key.name), node, node.key_at);
  }

  void members(Key const& key, Node const& node) {
    if (!is_table(node)) return;
    for (auto const& member : node.items) {
      auto const before = errors_.size();
      if (key.type == Type::shares) dimension(member);
      if (key.type == Type::levels) level(key, member);
      if (key.type == Type::tiers) tier(key, member);
      if (key.type == Type::names) alias(member);
      if (errors_.size() == before)
        say(std::string(key.name) + "." + toml_tree::written_key(member.key), member, member.key_at);
    }
  }
  void dimension(Node const& node) {
    auto const& known = config_keys::dimensions();
    if (!std::binary_search(known.begin(), known.end(), node.key)) return unknown(node.key_at, "dimension", node.key, known);
    auto const value = share(node);
    if (!value) return;
    auto& all = config_.settings.tolerance.dimensions;
    std::erase_if(all, [&](auto const& d) { return d.first == node.key; });
    all.emplace_back(node.key, *value);
  }
  void level(Key const& key, Node const& node) {
    auto const word = choice(key, node);
    if (!word) return;
    std::erase_if(config_.rules, [&](RuleLevel const& r) { return r.rule == node.key; });
    auto place = toml_tree::complaint(file_, text_, node.key_at, "unknown rule '" + node.key + "'");
    // What is "on" stays in the list with no severity of its own, so that its name is checked too.
    RuleLevel said{node.key, *word == "off", Severity::error, std::move(place), parse_severity(*word).has_value()};
    said.severity = parse_severity(*word).value_or(Severity::error);
    config_.rules.push_back(std::move(said));
  }
  void tier(Key const& key, Node const& node) {
    if (auto const word = choice(key, node)) config_.settings.tiers.push_back({node.key, *parse_tier(*word)});
  }
  void alias(Node const& node) {
    auto const others = texts(node, "a list of names");
    if (!others) return;
    auto& all = config_.settings.aliases;
    std::erase_if(all, [&](auto const& group) { return group.front() == node.key; });
    all.push_back({node.key});
    all.back().insert(all.back().end(), others->begin(), others->end());
  }
  void synonyms(Node const& node) {
    if (node.kind != Kind::array) return wrong(node, "a list of lists of words");
    std::vector<std::vector<std::string>> groups;
    for (auto const& item : node.items) {
      auto group = texts(item, "a list of words");
      if (!group) return;
      for (auto& word : *group) {
        if (word.find_first_of(" \t") != word.npos)
          return complain(item.at, "'" + word + "' is more than one word",
                          "synonyms are single words; names of several words go under [aliases]");
        word = lower(word);
      }
      groups.push_back(std::move(*group));
    }
    config_.settings.synonyms = std::move(groups);
  }

  std::string file_;
  std::string_view text_;
  Config& config_;
  std::string where_;
  std::vector<Diagnostic> errors_;
};

}  // namespace

std::vector<Diagnostic> read_config(std::string const& file, std::string_view text, Config& config, std::string const& where) {
  return Reader(file, text, config, where).run();
}

std::vector<Diagnostic> read_setting(std::string const& assignment, Config& config) {
  std::string const option = "--set";
  auto const equals = assignment.find('=');
  if (equals == assignment.npos || equals == 0)
    return {{option, 0, 0, "'" + assignment + "' is not KEY=VALUE, as in rules.vague-source=off", {}, {}}};
  auto const key = trimmed(std::string_view(assignment).substr(0, equals));
  auto const value = trimmed(std::string_view(assignment).substr(equals + 1));
  auto line = std::string(key) + " = " + std::string(value);
  // off, 1%, error and house-rules/ need no quotation marks.
  if (value.empty() || !toml_tree::parse(option, line).errors.empty())
    line = std::string(key) + " = " + toml_tree::quoted(value);
  return read_config(option, line, config, "option " + option);
}

void set_by_option(Config& config, std::string const& key, std::vector<std::string> const& value, std::string const& option) {
  std::string list;
  for (auto const& entry : value) list += (list.empty() ? "" : ", ") + toml_tree::quoted(entry);
  config.said[key] = {"[" + list + "]", "option " + option};
}

void set_by_option(Config& config, std::string const& key, std::string const& value, std::string const& option) {
  config.said[key] = {toml_tree::quoted(value), "option " + option};
}

std::string find_upward(std::string const& path, std::string const& name) {
  std::error_code error;
  fs::path const start(path.empty() ? "." : path);
  bool const is_folder = fs::is_directory(start, error);
  auto const folder = is_folder ? start : start.has_parent_path() ? start.parent_path() : fs::path(".");
  // Upward by name as long as the path as given has names, so that what is printed looks like what was typed.
  auto here = folder.lexically_normal();
  if (here.has_relative_path() && !here.has_filename()) here = here.parent_path();
  if (here.empty()) here = ".";
  auto const absolute = fs::weakly_canonical(fs::absolute(here, error), error);
  auto up = absolute;
  for (;;) {
    auto const found = here / name;
    if (fs::is_regular_file(found, error)) return found.lexically_normal().string();
    if (up == up.parent_path()) return {};
    up = up.parent_path();
    bool const named = here != "." && here.filename() != ".." && here.has_filename();
    if (here.is_absolute())
      here = here.parent_path();
    else if (named)
      here = here.has_parent_path() ? here.parent_path() : fs::path(".");
    else
      here = here == "." ? fs::path("..") : here / "..";
  }
}

}  // namespace counterclaim
