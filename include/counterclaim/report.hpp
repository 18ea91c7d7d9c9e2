// Output formats: each a function of a report. src/report/<format>.cpp.
#pragma once
#include <string>
#include <vector>

#include "counterclaim/claim.hpp"
#include "counterclaim/lint.hpp"

namespace counterclaim {

struct TextStyle {
  int width = 100;       // columns
  bool color = false;    // ANSI colours
};
std::string text_report(Report const& report, RuleBook const& rules, TextStyle style);
std::string json_report(Report const& report);                  // ../contract: "counterclaim/findings/1"
std::string json_claim(Claim const& claim, Article const& article);  // one line of `extract`, without line end
std::string json_article(Article const& article);               // one line of `read`

std::string_view version();  // of the program

}  // namespace counterclaim
