#include "entities.hpp"

#include <libxml/HTMLparser.h>

#include <charconv>
#include <string>

namespace counterclaim {
namespace {

constexpr std::size_t longest_name = 10;  // "&thetasym;" has 8 letters, "&#1114111;" 8 signs
// What browsers read in the C1 range: windows-1252.
constexpr std::uint16_t c1_of_windows[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

std::uint32_t numbered(std::string_view digits) {
  int const base = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X') ? 16 : 10;
  if (base == 16) digits.remove_prefix(1);
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc{} || end != digits.data() + digits.size()) return 0;
  if (value < 0x100) value = windows_1252(static_cast<unsigned char>(value));
  bool const valid = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) && (value < 0x7F || value > 0x9F);
  return valid ? value : value == '\t' || value == '\n' ? ' ' : 0;
}

std::uint32_t named(std::string_view name) {
  if (name == "apos") return '\'';
  std::string const terminated(name);
  auto const* entity = htmlEntityLookup(reinterpret_cast<xmlChar const*>(terminated.c_str()));
  return entity ? entity->value : 0;
}

}  // namespace

std::uint32_t windows_1252(unsigned char byte) { return byte >= 0x80 && byte < 0xA0 ? c1_of_windows[byte - 0x80] : byte; }

Entity entity_at(std::string_view text, std::size_t at) {
  auto const body = text.substr(at + 1, longest_name + 1);
  auto const end = body.find(';');
  if (end == std::string_view::npos || end == 0) return {};
  auto const name = body.substr(0, end);
  auto const value = name[0] == '#' ? numbered(name.substr(1)) : named(name);
  return value == 0 ? Entity{} : Entity{value, static_cast<std::uint32_t>(end + 2)};
}

}  // namespace counterclaim
