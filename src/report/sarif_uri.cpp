#include "src/report/sarif_uri.hpp"

#include "counterclaim/report.hpp"

namespace counterclaim {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// A percent sign that is allowed is kept only where it escapes something.
std::string escaped(std::string_view text, std::string_view allowed) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    bool const is_allowed = allowed.find(c) != allowed.npos;
    bool const escapes = i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    if (is_unreserved(c) || (is_allowed && (c != '%' || escapes))) {
      out += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += '%';
    out += hex[byte >> 4];
    out += hex[byte & 15];
  }
  return out;
}

}  // namespace

std::string uri_path(std::string_view path) { return escaped(path, "/"); }

std::string uri_reference(std::string_view id) {
  while (id.starts_with("./")) id.remove_prefix(2);
  if (id.starts_with("http://") || id.starts_with("https://")) return escaped(id, "/:?&=+,;@!$'()*%");
  auto const path = uri_path(id);
  if (path.starts_with("/")) return "file://" + path;
  return path.empty() ? "-" : path;
}

}  // namespace counterclaim
