#include "grammar/productions.hpp"

namespace counterclaim {

void parse_ranks(Article const&, Tokens const&, Chunks const&, Mentions&) {}

}  // namespace counterclaim
