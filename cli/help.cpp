#include "cli/help.hpp"

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

constexpr int name_width = 24;
constexpr int text_width = 76;

std::string wrapped(std::string_view text) {
  std::string out;
  int column = 0;
  while (!text.empty()) {
    auto const word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    int const width = display_width(word);
    if (column != 0 && column + 1 + width > text_width) {
      out += '\n';  // the library indents what follows
      column = 0;
    }
    if (column != 0) out += ' ';
    out += word;
    column += width + (column != 0);
  }
  return out;
}

class Formatter : public CLI::Formatter {
 public:
  Formatter() {
    column_width(name_width);
    label("SUBCOMMAND", "COMMAND");
  }

  std::string make_option_opts(CLI::Option const* option) const override {
    bool const is_plain_text = option->get_type_name().starts_with("TEXT");
    if (option->get_type_size() == 0 || option->get_positional() || is_plain_text) return {};
    auto const name = option->get_type_name();
    return " " + name.substr(0, name.find(':'));
  }

  std::string make_option_desc(CLI::Option const* option) const override {
    auto text = option->get_description();
    // A choice's type name is "TEXT:{one,other}".
    auto const type = option->get_type_name();
    if (auto const choices = type.find('{'); choices != type.npos)
      text += ": " + spaced(type.substr(choices + 1, type.size() - choices - 2));
    if (!option->get_default_str().empty()) text += " (default: " + option->get_default_str() + ")";
    return wrapped(text);
  }

 private:
  static std::string spaced(std::string_view list) {
    std::string out;
    for (char const c : list) out += c == ',' ? std::string(", ") : std::string(1, c);
    return out;
  }
};

}  // namespace

std::shared_ptr<CLI::Formatter> help_formatter() { return std::make_shared<Formatter>(); }

}  // namespace counterclaim::cli
