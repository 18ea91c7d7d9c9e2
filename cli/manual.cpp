// counterclaim(1) in man(7)'s language.
#include <string>
#include <string_view>

#include "cli/generate.hpp"
#include "counterclaim/report.hpp"

namespace counterclaim::cli {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  bool at_line_start = true;
  for (char const c : text) {
    if (at_line_start && (c == '.' || c == '\'')) out += "\\&";
    at_line_start = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '"')
      out += "\\(dq";
    else if (c == '`')
      out += "\\(ga";
    else if (c == '~')
      out += "\\(ti";
    else if (c == '^')
      out += "\\(ha";
    else if (static_cast<unsigned char>(c) >= 0x80)
      out += c;  // UTF-8, which groff takes with -K
    else
      out += c;
  }
  return out;
}

std::string capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return text;
}

std::string names_of(OptionPage const& option) {
  std::string out;
  for (auto const& name : option.names) out += (out.empty() ? "" : ", ") + std::string("\\fB") + escaped(name) + "\\fR";
  if (option.takes_value() && !option.is_argument) out += " \\fI" + escaped(option.value) + "\\fR";
  return out + (option.is_argument && option.is_repeatable ? " ..." : "");
}

std::string text_of(OptionPage const& option) {
  auto text = option.text;
  for (std::size_t i = 0; i < option.choices.size(); ++i) text += (i == 0 ? ": " : ", ") + option.choices[i];
  if (!option.initial.empty()) text += " (default: " + option.initial + ")";
  return escaped(text);
}

std::string options_of(CommandPage const& command) {
  std::string out;
  for (auto const& option : command.options) out += ".TP\n" + names_of(option) + "\n" + text_of(option) + "\n";
  return out;
}

std::string usage(CommandPage const& command, std::string const& name) {
  std::string out = "\\fB" + escaped(name) + "\\fR";
  bool has_options = false;
  for (auto const& option : command.options) has_options = has_options || !option.is_argument;
  if (has_options) out += " [\\fIOPTION\\fR]...";
  if (!command.commands.empty()) out += " \\fICOMMAND\\fR";
  for (auto const& option : command.options)
    if (option.is_argument)
      out += " " + std::string(option.is_required ? "" : "[") + "\\fI" + escaped(option.names.front()) + "\\fR" +
             (option.is_required ? "" : "]") + (option.is_repeatable ? "..." : "");
  return out;
}

// Paragraphs stay paragraphs; lines that are set in stay lines.
std::string footer(std::string_view text) {
  std::string out = ".PP\n";
  bool is_set_in = false;
  while (!text.empty()) {
    auto const end = text.find('\n');
    auto const line = text.substr(0, end);
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    bool const is_example = line.starts_with("  ");
    if (is_example != is_set_in) out += is_example ? ".RS 4\n.nf\n" : ".fi\n.RE\n";
    is_set_in = is_example;
    if (line.empty())
      out += ".PP\n";
    else
      out += escaped(is_example ? line.substr(2) : line) + "\n";
  }
  if (is_set_in) out += ".fi\n.RE\n";
  // A break before or after another, or before examples, is one too many.
  for (std::string_view const two : {".PP\n.PP\n", ".PP\n.RS"}) {
    for (auto at = out.find(two); at != out.npos; at = out.find(two)) out.erase(at, 4);
  }
  while (out.ends_with(".PP\n")) out.resize(out.size() - 4);
  return out;
}

void one_command(std::string& out, CommandPage const& command, std::string const& name) {
  out += ".SS " + usage(command, name) + "\n" + escaped(command.text) + ".\n" + options_of(command);
  if (!command.footer.empty()) out += footer(command.footer);
  for (auto const& inner : command.commands) one_command(out, inner, name + " " + inner.name);
}

}  // namespace

std::string manual(CommandPage const& program) {
  std::string out = ".TH " + capitals(program.name) + " 1 \"\" \"" + program.name + " " + std::string(version()) + "\"\n";
  out += ".SH NAME\n" + program.name + " \\- find facts that disagree in a set of articles\n";
  out += ".SH SYNOPSIS\n" + usage(program, program.name) + "\n";
  out += ".SH DESCRIPTION\n" + escaped(program.text) + "\n.SH OPTIONS\n" + options_of(program) + ".SH COMMANDS\n";
  for (auto const& command : program.commands) one_command(out, command, command.name);
  out +=
      ".SH FILES\n.TP\n\\fIcounterclaim.toml\\fR\nThe configuration, found from the inputs upward; "
      "\\fBcounterclaim init\\fR writes one.\n.TP\n\\fI.counterclaim/accepted.toml\\fR\nThe findings that were reviewed and "
      "accepted.\n.TP\n\fI.counterclaim/claims.db\fR\nThe claim database, kept beside the configuration.\n";
  out +=
      ".SH ENVIRONMENT\n.TP\n\\fBNO_COLOR\\fR, \\fBTERM\\fR, \\fBCOLUMNS\\fR\nColours and width of what is printed.\n.TP\n"
      "\\fBSOURCE_DATE_EPOCH\\fR\nThe day that acceptances are counted against, in place of today.\n";
  out +=
      ".SH EXIT STATUS\n.TP\n0\nnothing at or above \\fB\\-\\-fail\\-on\\fR\n.TP\n1\nsomething\n.TP\n2\nwrong usage, "
      "configuration or rule file\n.TP\n3\nan input could not be read; the others were still checked\n.TP\n4\ninternal error\n";
  return out;
}

}  // namespace counterclaim::cli
