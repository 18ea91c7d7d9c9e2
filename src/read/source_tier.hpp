// Whether a source's name says that the subject speaks for itself.
#pragma once
#include <string_view>

namespace counterclaim {

// "Orrin Labs (press release)", "Ferrowell newsroom", "GlobeNewswire".
bool is_self_published(std::string_view source);

// "https://ferrowell.example/newsroom/2024/pump": the address says so.
bool is_self_published_address(std::string_view url);

}  // namespace counterclaim
