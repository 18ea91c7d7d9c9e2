#include "cli/describe.hpp"

#include <CLI/CLI.hpp>
#include <string_view>

namespace counterclaim::cli {
namespace {

// A choice's type name is "TEXT:{one,other}".
std::vector<std::string> choices_of(std::string_view type) {
  auto const open = type.find('{'), close = type.rfind('}');
  std::vector<std::string> out;
  if (open == type.npos || close == type.npos) return out;
  for (auto list = type.substr(open + 1, close - open - 1); !list.empty();) {
    auto const comma = list.find(',');
    out.emplace_back(list.substr(0, comma));
    list = comma == list.npos ? std::string_view() : list.substr(comma + 1);
  }
  return out;
}

// "N" of "N:INT in [1 - 8]", "FORMAT:PATH" as it is: what a check adds is no word in capitals.
std::string value_name(std::string const& type) {
  auto const colon = type.find(':');
  auto const rest = colon == type.npos ? std::string() : type.substr(colon + 1);
  bool const is_word = !rest.empty() && rest.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == rest.npos;
  return is_word ? type : type.substr(0, colon);
}

OptionPage describe_option(CLI::Option const& option) {
  OptionPage page;
  page.is_argument = option.get_positional();
  if (page.is_argument) page.names.push_back(option.get_name(true));
  for (auto const& name : option.get_snames()) page.names.push_back("-" + name);
  for (auto const& name : option.get_lnames()) page.names.push_back("--" + name);
  page.is_argument = page.is_argument && page.names.size() == 1;
  auto const type = option.get_type_size() == 0 ? std::string() : option.get_type_name();
  page.choices = choices_of(type);
  page.value = value_name(type);
  if (page.value == "TEXT" && !page.choices.empty()) page.value = "WORD";
  page.text = option.get_description();
  page.initial = option.get_default_str();
  page.is_repeatable = option.get_items_expected_max() > 1;
  page.is_required = option.get_required();
  return page;
}

}  // namespace

CommandPage describe(CLI::App const& app) {
  CommandPage page{app.get_name(), app.get_description(), app.get_footer(), {}, {}};
  for (auto const* option : app.get_options()) page.options.push_back(describe_option(*option));
  for (auto const* command : app.get_subcommands([](CLI::App const*) { return true; }))
    page.commands.push_back(describe(*command));
  return page;
}

}  // namespace counterclaim::cli
