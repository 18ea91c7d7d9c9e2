// "{expression}" inside the texts of a rule. Offsets stay those of the file, so that an error points into the text.
#include <algorithm>

#include "src/judge/typing.hpp"

namespace counterclaim::rules {

Template Typing::text(syntax::Text const& written) {
  Template result;
  result.parts.emplace_back();
  bool first = true;
  for (auto const& piece : written.pieces) {
    std::string_view const raw = piece.raw;
    if (!first) result.parts.back().text += ' ';
    first = false;
    std::size_t at = 0;
    while (at < raw.size()) {
      std::size_t open = at;
      while (open < raw.size() && raw[open] != '{') open += raw[open] == '\\' ? 2 : 1;
      open = std::min(open, raw.size());
      result.parts.back().text += syntax::unescaped(raw.substr(at, open - at));
      if (open >= raw.size()) break;
      auto const offset = piece.at + static_cast<std::uint32_t>(open);
      auto const close = raw.find('}', open);
      if (close == std::string_view::npos) {
        complain(offset, "the '{' is not closed", "write \\{ for a bracket that is text");
        break;
      }
      auto parsed = syntax::parse_template_expr(file_.text, offset + 1, static_cast<std::uint32_t>(close - open - 1));
      for (auto& error : parsed.errors) {
        error.file = file_.name;
        errors_.push_back(std::move(error));
      }
      in_template_ = true;
      if (parsed.errors.empty()) result.parts.back().field.push_back(type(parsed.expr));
      in_template_ = false;
      result.parts.emplace_back();
      at = close + 1;
    }
  }
  return result;
}

}  // namespace counterclaim::rules
