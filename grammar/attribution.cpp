#include "grammar/productions.hpp"

namespace counterclaim {

void parse_attributions(Article const&, Tokens const&, Chunks const&, Mentions&) {}

}  // namespace counterclaim
