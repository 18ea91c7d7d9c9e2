// Whether a source's name says that the subject speaks for itself.
#pragma once
#include <string_view>

namespace counterclaim {

// "Orrin Labs (press release)", "Ferrowell newsroom", "GlobeNewswire".
bool is_self_published(std::string_view source);

}  // namespace counterclaim
