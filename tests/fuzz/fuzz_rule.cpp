// Any bytes as a rule file: parsed and typed, or refused with a place and a reason.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "counterclaim/rule.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace counterclaim;
  auto const loaded = load_rules({{"fuzz.rule", std::string(reinterpret_cast<char const*>(data), size)}});
  for (auto const& error : loaded.errors)
    if (error.message.empty() || to_string(error).empty()) std::abort();
  return 0;
}
