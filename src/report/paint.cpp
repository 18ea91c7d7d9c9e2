#include "src/report/paint.hpp"

#include "src/report/places.hpp"

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
  return text + found_line(s, paint) + "\n";
}

}  // namespace counterclaim
