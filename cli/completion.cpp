// Completions for bash, zsh and fish. All three know the commands at two levels, every option, the words a value can be, and
// whether a file or a folder is wanted.
#include <string>
#include <string_view>
#include <vector>

#include "cli/generate.hpp"

namespace counterclaim::cli {
namespace {

enum class Wanted { words, files, folders, formats, anything };
Wanted wanted(OptionPage const& option) {
  if (!option.choices.empty()) return Wanted::words;
  if (option.value == "DIR") return Wanted::folders;
  if (option.value == "FORMAT:PATH") return Wanted::formats;
  bool const is_file = option.value == "FILE" || (option.is_argument && option.names.front() != "RULE" &&
                                                  option.names.front() != "FINGERPRINT" && option.names.front() != "URL");
  return is_file ? Wanted::files : Wanted::anything;
}

std::string joined(std::vector<std::string> const& words, std::string const& divider) {
  std::string out;
  for (auto const& word : words) out += (out.empty() ? "" : divider) + word;
  return out;
}

std::vector<std::string> switches(CommandPage const& command) {
  std::vector<std::string> out;
  for (auto const& option : command.options)
    if (!option.is_argument) out.insert(out.end(), option.names.begin(), option.names.end());
  return out;
}
std::vector<std::string> names(std::vector<CommandPage> const& commands) {
  std::vector<std::string> out;
  for (auto const& command : commands) out.push_back(command.name);
  return out;
}
std::vector<std::string> formats(CommandPage const& program) {
  for (auto const& command : program.commands)
    for (auto const& option : command.options)
      if (option.names.back() == "--format") return option.choices;
  return {};
}

// In single quotation marks of a shell.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char const c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string bash_values(CommandPage const& command, std::string const& indent) {
  std::string out;
  for (auto const& option : command.options) {
    if (option.is_argument || !option.takes_value()) continue;
    auto const kind = wanted(option);
    if (kind == Wanted::formats) continue;  // below, for a colon divides words
    out += indent + joined(option.names, "|") + ") ";
    if (kind == Wanted::words)
      out += "COMPREPLY=($(compgen -W " + quoted(joined(option.choices, " ")) + " -- \"$current\"))";
    else if (kind == Wanted::files)
      out += "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$current\"))";
    else if (kind == Wanted::folders)
      out += "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$current\"))";
    else
      out += "COMPREPLY=()";
    out += "; return ;;\n";
  }
  return out;
}

void bash_command(std::string& out, CommandPage const& command, std::string const& path) {
  out += "    " + quoted(path) + ")\n      case \"$previous\" in\n" + bash_values(command, "        ") + "      esac\n";
  out += "      words=" +
         quoted(joined(switches(command), " ") + (command.commands.empty() ? "" : " ") + joined(names(command.commands), " ")) +
         " ;;\n";
  for (auto const& inner : command.commands) bash_command(out, inner, path + " " + inner.name);
}

// A text in a bracketed description of zsh's _arguments.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (char const c : text.substr(0, text.find('\n'))) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(OptionPage const& option, CommandPage const& program) {
  switch (wanted(option)) {
    case Wanted::words:
      return "(" + joined(option.choices, " ") + ")";
    case Wanted::files:
      return "_files";
    case Wanted::folders:
      return "_files -/";
    case Wanted::formats:
      return "(" + joined(formats(program), "\\: ") + "\\:)";
    case Wanted::anything:
      break;
  }
  return " ";
}

std::string zsh_arguments(CommandPage const& command, CommandPage const& program, std::string const& indent) {
  std::string out = indent + "_arguments -s";
  for (auto const& option : command.options) {
    if (option.is_argument) {
      out += " \\\n" + indent + "  " +
             quoted((option.is_repeatable ? "*:" : ":") + zsh_text(option.names.front()) + ":" + zsh_action(option, program));
      continue;
    }
    auto const value = option.takes_value() ? ":" + zsh_text(option.value) + ":" + zsh_action(option, program) : "";
    for (auto const& name : option.names) {
      auto const others = option.is_repeatable ? "*" : "(" + joined(option.names, " ") + ")";
      out += " \\\n" + indent + "  " + quoted(others + name + "[" + zsh_text(option.text) + "]" + value);
    }
  }
  return out + "\n";
}

std::string zsh_list(std::vector<CommandPage> const& commands, std::string const& indent) {
  std::string out = indent + "local -a commands=(\n";
  for (auto const& command : commands) out += indent + "  " + quoted(command.name + ":" + zsh_text(command.text)) + "\n";
  return out + indent + ")\n" + indent + "_describe -t commands command commands\n";
}

std::string fish_value(OptionPage const& option, CommandPage const& program) {
  switch (wanted(option)) {
    case Wanted::words:
      return " -x -a " + quoted(joined(option.choices, " "));
    case Wanted::formats:
      return " -x -a " + quoted(joined(formats(program), ": ") + ":");
    case Wanted::files:
      return " -r -F";
    case Wanted::folders:
      return " -x -a '(__fish_complete_directories)'";
    case Wanted::anything:
      break;
  }
  return " -x";
}

void fish_options(std::string& out, CommandPage const& command, CommandPage const& program, std::string const& condition) {
  for (auto const& option : command.options) {
    if (option.is_argument) continue;
    out += "complete -c " + program.name + " -n " + quoted(condition);
    for (auto const& name : option.names) out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (option.takes_value()) out += fish_value(option, program);
    out += " -d " + quoted(option.text.substr(0, option.text.find('\n'))) + "\n";
  }
}

}  // namespace

std::string bash_completion(CommandPage const& program) {
  std::string out = "# bash completion for " + program.name + "\n_" + program.name +
                    "() {\n  local current=${COMP_WORDS[COMP_CWORD]} previous= path= word words= i\n"
                    "  ((COMP_CWORD > 0)) && previous=${COMP_WORDS[COMP_CWORD-1]}\n"
                    "  for ((i = 1; i < COMP_CWORD; ++i)); do\n    word=${COMP_WORDS[i]}\n    case \"$path $word\" in\n      ";
  std::vector<std::string> paths;
  for (auto const& command : program.commands) {
    paths.push_back(quoted(" " + command.name));
    for (auto const& inner : command.commands) paths.push_back(quoted(command.name + " " + inner.name));
  }
  out += joined(paths, "|") + ") path=${path:+$path }$word ;;\n    esac\n  done\n";
  out +=
      "  if [[ $current == : || $previous == : ]]; then  # --output FORMAT:PATH\n    [[ $current == : ]] && current=\n"
      "    compopt -o filenames; COMPREPLY=($(compgen -f -- \"$current\")); return\n  fi\n";
  out += "  if [[ $previous == --output ]]; then\n    compopt -o nospace; COMPREPLY=($(compgen -S : -W " +
         quoted(joined(formats(program), " ")) + " -- \"$current\")); return\n  fi\n";
  out += "  case \"$path\" in\n";
  auto top = program;
  for (auto& command : top.commands) {
    std::string entry;
    bash_command(entry, command, command.name);
    out += entry;
  }
  out +=
      "    *) words=" + quoted(joined(switches(program), " ") + " " + joined(names(program.commands), " ")) + " ;;\n  esac\n";
  out +=
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "  if [[ -n $path && $current != -* ]]; then\n    compopt -o filenames; COMPREPLY+=($(compgen -f -- \"$current\"))\n  "
      "fi\n";
  return out + "}\ncomplete -F _" + program.name + " " + program.name + "\n";
}

std::string zsh_completion(CommandPage const& program) {
  std::string out = "#compdef " + program.name + "\n\n_" + program.name +
                    "() {\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n"
                    "  _arguments -C '(-h --help)'{-h,--help}'[Print this help]' '--version[Print the version]' "
                    "'1: :->command' '*:: :->rest'\n  case $state in\n  command)\n" +
                    zsh_list(program.commands, "    ") + "    ;;\n  rest)\n    case $words[1] in\n";
  for (auto const& command : program.commands) {
    out += "    " + command.name + ")\n";
    if (command.commands.empty()) {
      out += zsh_arguments(command, program, "      ");
    } else {
      out += "      if (( CURRENT == 2 )); then\n" + zsh_list(command.commands, "        ") + "      fi\n";
      out += "      case $words[2] in\n";
      for (auto const& inner : command.commands)
        out += "      " + inner.name + ")\n        shift words; (( CURRENT-- ))\n" + zsh_arguments(inner, program, "        ") +
               "        ;;\n";
      out += "      esac\n";
    }
    out += "      ;;\n";
  }
  return out + "    esac\n    ;;\n  esac\n}\n\n_" + program.name + " \"$@\"\n";
}

std::string fish_completion(CommandPage const& program) {
  std::string out = "# fish completion for " + program.name + "\n";
  auto const all = joined(names(program.commands), " ");
  auto const none = "not __fish_seen_subcommand_from " + all;
  fish_options(out, program, program, none);
  for (auto const& command : program.commands) {
    out +=
        "complete -c " + program.name + " -f -n " + quoted(none) + " -a " + command.name + " -d " + quoted(command.text) + "\n";
    auto const here = "__fish_seen_subcommand_from " + command.name;
    fish_options(out, command, program, here);
    auto const inner_names = joined(names(command.commands), " ");
    for (auto const& inner : command.commands) {
      out += "complete -c " + program.name + " -f -n " + quoted(here + "; and not __fish_seen_subcommand_from " + inner_names) +
             " -a " + inner.name + " -d " + quoted(inner.text) + "\n";
      fish_options(out, inner, program, here + "; and __fish_seen_subcommand_from " + inner.name);
    }
  }
  return out;
}

}  // namespace counterclaim::cli
