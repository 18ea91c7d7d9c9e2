#include "bytes.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

// Eight bytes that are all printable ASCII.
bool is_plain(char const* at) {
  std::uint64_t x;
  std::memcpy(&x, at, sizeof x);
  constexpr std::uint64_t ones = 0x0101010101010101, high = ones * 0x80;
  auto const del = x ^ ones * 0x7F;
  return ((x | (x - ones * 0x20) | (del - ones)) & high) == 0;
}

bool is_invisible(std::uint32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF; }

}  // namespace

Article start_article(std::string id, std::string bytes) {
  Article article;
  article.id = std::move(id);
  article.raw = std::move(bytes);
  article.view = article.raw;
  article.body_size = static_cast<std::uint32_t>(article.raw.size());
  auto& view = article.view;
  bool const cr_breaks = view.find('\n') == std::string::npos;
  std::size_t invalid = 0, first_invalid = 0, nul = 0;
  for (std::size_t at = 0; at < view.size();) {
    if (at + 8 <= view.size() && is_plain(&view[at])) {
      at += 8;
      continue;
    }
    auto const byte = static_cast<unsigned char>(view[at]);
    if (byte >= 0x80) {
      auto const c = decode(view, at);
      bool const bad = c.value == 0xFFFD && c.bytes == 1;
      if (bad && invalid++ == 0) first_invalid = at;
      if (bad || (c.value >= 0x80 && c.value <= 0x9F))
        std::fill_n(view.begin() + static_cast<std::ptrdiff_t>(at), c.bytes, ' ');
      if (is_invisible(c.value)) std::fill_n(view.begin() + static_cast<std::ptrdiff_t>(at), c.bytes, '\0');
      at += c.bytes;
      continue;
    }
    nul += byte == 0;
    if (byte == '\r') view[at] = cr_breaks ? '\n' : ' ';
    if ((byte < 0x20 && byte != 0 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F) view[at] = ' ';
    ++at;
  }
  if (invalid > 0)
    article.warnings.push_back(std::to_string(invalid) +
                               (invalid == 1 ? " invalid UTF-8 byte, at byte " : " invalid UTF-8 bytes, first at byte ") +
                               std::to_string(first_invalid));
  if (nul > 0) article.warnings.push_back(std::to_string(nul) + (nul == 1 ? " NUL byte" : " NUL bytes"));
  return article;
}

Span trimmed(std::string_view view, Span span) {
  while (span.begin < span.end && is_blank(view[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(view[span.end - 1])) --span.end;
  return span;
}

Span line_at(std::string_view view, std::uint32_t at) {
  auto const end = view.find('\n', at);
  return {at, static_cast<std::uint32_t>(end == std::string_view::npos ? view.size() : end)};
}

std::string_view slice(std::string_view view, Span span) { return view.substr(span.begin, span.size()); }

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_blank(c); });
}

void blank(std::string& view, Span span, char with) { std::fill(view.begin() + span.begin, view.begin() + span.end, with); }

}  // namespace counterclaim
