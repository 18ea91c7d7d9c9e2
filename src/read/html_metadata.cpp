#include "html_metadata.hpp"

namespace counterclaim {
void read_metadata(Page const&, Article&) {}
}  // namespace counterclaim
