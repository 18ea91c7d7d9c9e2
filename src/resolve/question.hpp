// Questions and their answers: "When does the line open? On May 3."
#pragma once
#include <cstdint>

#include "src/resolve/context.hpp"

namespace counterclaim {

bool asks(Context const& context, std::uint32_t sentence);  // it ends with a question mark
// Two or more of its questions stand by themselves, or open a block, and one asks "you".
// A text that tells of the firm that it comes from: "we" is the firm.
bool is_of_its_source(Context const& context);
bool is_interview(Context const& context);
// The sentence that the one at `sentence` answers, where it stands right behind a question of its block or is the first under a
// heading that asks one; -1 if there is none.
std::int32_t question_before(Context const& context, std::uint32_t sentence);

// What a question asks for. Tokens; 0 for what it does not have, as no question begins with these words.
struct Question {
  std::uint32_t first = 0, last = 0;  // its sentence
  std::uint32_t counted = 0;          // "how many people"
  std::uint32_t quality = 0;          // "how long"
  std::uint32_t verb = 0;             // "when does it open"
};
Question read_question(Context const& context, std::uint32_t sentence);

}  // namespace counterclaim
