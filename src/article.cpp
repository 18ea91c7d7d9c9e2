#include "counterclaim/article.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace counterclaim {
namespace {

constexpr std::array<std::string_view, 5> tier_names{"reference", "trusted", "press", "self", "unknown"};

// Eight bytes of ASCII with no line break among them.
bool is_plain_line(char const* at) {
  std::uint64_t x;
  std::memcpy(&x, at, sizeof x);
  constexpr std::uint64_t ones = 0x0101010101010101, high = ones * 0x80;
  auto const breaks = x ^ ones * '\n';
  return ((x | ((breaks - ones) & ~breaks)) & high) == 0;
}

}  // namespace

std::optional<Tier> parse_tier(std::string_view name) {
  auto const at = std::find(tier_names.begin(), tier_names.end(), name);
  if (at == tier_names.end()) return std::nullopt;
  return static_cast<Tier>(at - tier_names.begin());
}

std::string_view to_string(Tier tier) { return tier_names[static_cast<std::size_t>(tier)]; }

Place PlaceCursor::at(std::uint32_t offset) {
  offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(raw.size()));
  if (offset < reached) {
    reached = 0;
    place = {};
  }
  while (reached < offset) {
    if (offset - reached >= 8 && is_plain_line(raw.data() + reached)) {
      place.column += 8;
      reached += 8;
      continue;
    }
    auto const byte = static_cast<unsigned char>(raw[reached]);
    if (byte == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((byte & 0xC0) != 0x80) {
      ++place.column;
    }
    ++reached;
  }
  return place;
}

Place place_of(std::string_view raw, std::uint32_t offset) { return PlaceCursor{raw, 0, {}}.at(offset); }

std::string visible(std::string_view view, Span span) {
  std::string out;
  out.reserve(span.size());
  bool gap = false;
  for (char const c : view.substr(span.begin, span.size())) {
    if (c == '\0') continue;
    bool const blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank && gap && !out.empty()) out += ' ';
    if (!blank) out += c;
    gap = blank;
  }
  return out;
}

std::string visible_text(Article const& article) {
  std::string out;
  Block const* before = nullptr;
  for (auto const& block : article.blocks) {
    if (block.kind == BlockKind::title) continue;
    bool const same_row =
        before && block.kind == BlockKind::table_cell && block.table == before->table && block.row == before->row;
    if (before) out += same_row ? "\t" : "\n";
    out += visible(article.view, block.span);
    before = &block;
  }
  return out;
}

}  // namespace counterclaim
