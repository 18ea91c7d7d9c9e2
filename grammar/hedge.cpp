#include "grammar/productions.hpp"

namespace counterclaim {

void parse_hedges(Article const&, Tokens const&, Chunks const&, Mentions&) {}

}  // namespace counterclaim
