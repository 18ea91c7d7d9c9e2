// Checks that a text offers on its own numbers: "from X to Y, an increase of P%", parts and a total, a conversion in brackets,
// an age against a birth date. Right ones too: whether a check holds is the rules' business (disjoint(stated, computed)).
//
// An equation is made only where every operand is certain: a wrong arithmetic alarm is the worst there is. Both sides carry
// the rounding and the hedges of the figures as they were written.
#pragma once
#include <cstdint>
#include <vector>

#include "counterclaim/claim.hpp"
#include "counterclaim/mention.hpp"
#include "counterclaim/token.hpp"

namespace counterclaim {

// Appends claims of kind `equation` (kind, stated, computed, arithmetic, operands; span = the stated figure), and claims of
// kind `date` or `quantity` with `problem` set for what cannot be true on its face ("February 30", "120% of respondents", a
// past-tense event dated behind the article). In order of family, then place. Time linear in the article.
void find_equations(Article const& article, Tokens const& tokens, Mentions const& mentions, std::uint32_t article_index,
                    std::vector<Claim>& out, Arena& kept);

}  // namespace counterclaim
