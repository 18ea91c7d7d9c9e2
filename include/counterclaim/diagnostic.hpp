// What is wrong with an input, an option or a rule file, and where: the one form of all the program's own complaints.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim {

struct Diagnostic {
  std::string file;          // path as given; empty if it concerns none
  std::uint32_t line = 0;    // from 1; 0 if it concerns the whole file
  std::uint32_t column = 0;  // code points from 1; 0 if it concerns the whole line
  std::string message;       // one sentence without a full stop: "unknown field 'valeu'"
  std::string source_line;   // the line itself, shown with a caret; empty if there is none to show
  std::string help;          // "did you mean 'value'?"; empty if there is nothing to say
};

// "rules/x.rule:3:9: error: unknown field 'valeu'\n  3 | where disjoint(a.valeu…\n    |         ^\n  = help: …\n"
// `grade` stands in the place of "error". Text of the file is made printable (see text.hpp).
std::string to_string(Diagnostic const& diagnostic, std::string_view grade = "error");

}  // namespace counterclaim
