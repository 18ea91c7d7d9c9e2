#include "src/report/paint.hpp"

#include "src/report/places.hpp"
#include "src/report/sarif_uri.hpp"

namespace counterclaim {

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::info:
      return "1;36";
  }
  return strong;
}

std::string linked(TextStyle const& style, std::string const& id, std::string const& text) {
  if (style.links.empty() || id.starts_with('<')) return text;
  auto const uri = uri_reference(id);
  bool const is_address = uri.find("://") != uri.npos;
  // file:///srv/a.md and file://host/home/b.md: the host tells a terminal whether the file is its own.
  auto const host = style.links.substr(0, style.links.find('/', 7));
  auto const address = !is_address ? style.links + uri : uri.starts_with("file://") ? host + uri.substr(7) : uri;
  return "\x1b]8;;" + address + "\x1b\\" + text + "\x1b]8;;\x1b\\";
}

std::string found_line(Summary const& s, Painter const& paint) {
  std::string found;
  auto const add = [&](std::size_t n, Severity severity, std::string_view many) {
    if (n == 0) return;
    if (!found.empty()) found += ", ";
    found += paint(color_of(severity), counted(n, to_string(severity), many));
  };
  add(s.errors, Severity::error, "errors");
  add(s.warnings, Severity::warning, "warnings");
  add(s.infos, Severity::info, "info");
  return found.empty() ? "no findings" : found;
}

std::string summary_line(Summary const& s, Painter const& paint) {
  std::string text = counted(s.articles, "article", "articles") + ", ";
  if (s.unreadable != 0) text += std::to_string(s.unreadable) + " unreadable, ";
  text += counted(s.claims, "claim", "claims") + ", " + std::to_string(s.aligned) + " aligned, " + std::to_string(s.undecided) +
          " undecided: ";
  text += found_line(s, paint);
  if (s.fresh) text += "; " + std::to_string(*s.fresh) + " new, " + std::to_string(s.gone) + " gone since the baseline";
  if (s.accepted != 0) text += "; " + std::to_string(s.accepted) + " accepted";
  return text + "\n";
}

}  // namespace counterclaim
