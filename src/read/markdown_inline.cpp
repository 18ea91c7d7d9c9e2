// One pass from left to right with a stack of open brackets and one of open emphasis marks for each sign. Code spans are found
// first, by pairing runs of backticks of one length, so that no search runs over the block twice.
#include "markdown_inline.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "bytes.hpp"
#include "counterclaim/text.hpp"
#include "entities.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest_label = 200;
constexpr int deepest_target = 3;  // brackets inside a link's target; keeps the search for its end linear

// Tags that stand inside a word or between words without dividing them.
constexpr auto inline_tags =
    std::to_array<std::string_view>({"a",    "abbr", "b", "cite",  "code", "del",    "em",     "font", "i",   "ins", "kbd",
                                     "mark", "q",    "s", "small", "span", "strike", "strong", "sub",  "sup", "u",   "var"});
constexpr auto other_tags = std::to_array<std::string_view>(
    {"address",    "article", "aside",   "blockquote", "br",      "center", "dd",     "details", "div", "dl",   "dt",
     "figcaption", "figure",  "h1",      "h2",         "h3",      "hr",     "iframe", "img",     "li",  "main", "ol",
     "p",          "picture", "section", "source",     "summary", "table",  "td",     "th",      "tr",  "ul"});

struct Mark {
  std::uint32_t at, size;
};

class Inline {
 public:
  Inline(std::string& view, Span span, Labels const& labels) : view_(view), span_(span), labels_(labels) {}

  void run() {
    pair_backticks();
    for (at_ = span_.begin; at_ < span_.end;) step();
  }

 private:
  char look(std::uint32_t at) const { return at < span_.end && at >= span_.begin ? view_[at] : ' '; }
  std::string_view rest() const { return std::string_view(view_).substr(at_, span_.end - at_); }
  void clear(std::uint32_t begin, std::uint32_t end, char with = '\0') {
    for (; begin < end; ++begin)
      if (view_[begin] != '\n') view_[begin] = with;
  }

  void step() {
    switch (view_[at_]) {
      case '\\':
        return escape();
      case '`':
        return code();
      case '*':
      case '_':
      case '~':
        return emphasis();
      case '[':
        return open_bracket();
      case ']':
        return close_bracket();
      case '!':
        if (look(at_ + 1) != '[') break;
        brackets_.push_back({at_, 2});
        at_ += 2;
        return;
      case '<':
        return angle();
      case '&':
        return entity();
      default:
        break;
    }
    ++at_;
  }

  void escape() {
    auto const next = static_cast<unsigned char>(look(at_ + 1));
    bool const punctuation = next > ' ' && next < 0x7F && !is_word_byte(static_cast<char>(next));
    if (punctuation) view_[at_] = '\0';
    if (next == '\n') view_[at_] = ' ';
    at_ += punctuation ? 2 : 1;
  }

  // For each run of backticks the next one of the same length.
  void pair_backticks() {
    std::vector<Mark> runs;
    for (auto at = span_.begin; at < span_.end; ++at) {
      if (view_[at] != '`') continue;
      auto const begin = at;
      while (look(at) == '`') ++at;
      runs.push_back({begin, at - begin});
    }
    std::unordered_map<std::uint32_t, std::uint32_t> nearest;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
      if (auto const found = nearest.find(run->size); found != nearest.end()) code_ends_[run->at] = found->second;
      nearest[run->size] = run->at;
    }
  }

  void code() {
    auto size = std::uint32_t{0};
    while (look(at_ + size) == '`') ++size;
    if (auto const end = code_ends_.find(at_); end != code_ends_.end()) {
      clear(at_, at_ + size);
      clear(end->second, end->second + size);
      at_ = end->second;
    }
    at_ += size;
  }

  void emphasis() {
    char const sign = view_[at_];
    auto const begin = at_;
    while (look(at_) == sign) ++at_;
    char const before = look(begin - 1), after = look(at_);
    if (sign == '~' && at_ - begin < 2) return;  // "~5" is about five
    bool const inside_word = is_word_byte(before) && is_word_byte(after);
    if (inside_word && (sign == '_' || (is_digit(before) && is_digit(after) && at_ - begin == 1))) return;  // 2*3
    auto& open = open_marks_[sign == '*' ? 0 : sign == '_' ? 1 : 2];
    auto left = at_ - begin;
    auto close_at = begin;
    if (!is_blank(before))
      while (left > 0 && !open.empty()) {
        auto& mark = open.back();
        auto const size = std::min(left, mark.size);
        if (sign == '~') clear(mark.at, close_at + size, ' ');  // struck out: no longer said
        clear(mark.at + mark.size - size, mark.at + mark.size);
        clear(close_at, close_at + size);
        mark.size -= size;
        close_at += size;
        left -= size;
        if (mark.size == 0) open.pop_back();
      }
    if (left > 0 && !is_blank(after)) open.push_back({close_at, left});
  }

  void open_bracket() {
    if (look(at_ + 1) == '^') {  // footnote mark
      auto const end = rest().substr(0, longest_label).find(']');
      if (end != std::string_view::npos) {
        clear(at_, at_ + static_cast<std::uint32_t>(end) + 1);
        at_ += static_cast<std::uint32_t>(end) + 1;
        return;
      }
    }
    brackets_.push_back({at_, 1});
    ++at_;
  }

  void close_bracket() {
    auto const close = at_++;
    if (brackets_.empty()) return;
    auto const open = brackets_.back();
    brackets_.pop_back();
    auto const end = link_end(open, close);
    if (end == 0) return;
    bool const image = open.size == 2;
    clear(open.at, image ? end : open.at + 1, image ? ' ' : '\0');
    clear(close, end, image ? ' ' : '\0');
    at_ = end;
  }

  // Past the link whose text ends at `close`: "](target)", "][label]", "]"; 0 if there is none.
  std::uint32_t link_end(Mark open, std::uint32_t close) const {
    if (look(close + 1) == '(')
      if (auto const end = target_end(close + 2); end != 0) return end;
    if (look(close + 1) == '[') {
      auto const label = std::string_view(view_).substr(close + 2, longest_label);
      auto const end = label.find(']');
      bool const own = end == 0 && labels_.contains(label_of(open, close));
      if (end != std::string_view::npos && (own || labels_.contains(lower(label.substr(0, end)))))
        return std::min(close + 3 + static_cast<std::uint32_t>(end), span_.end);
    }
    return !labels_.empty() && labels_.contains(label_of(open, close)) ? close + 1 : 0;
  }

  std::string label_of(Mark open, std::uint32_t close) const {
    auto const begin = open.at + open.size;
    return close - begin > longest_label ? "" : lower(std::string_view(view_).substr(begin, close - begin));
  }

  // Past the bracket that closes a target: an address without blanks, then at most a title in quotes.
  std::uint32_t target_end(std::uint32_t at) const {
    int depth = 1;
    char quote = 0;
    bool address = false, address_over = false;
    for (; at < span_.end; ++at) {
      char const c = view_[at];
      if (c == '\\') {
        ++at;
      } else if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == ')') {
        if (--depth == 0) return at + 1;
      } else if (is_blank(c)) {
        address_over = address;
      } else if (address_over && (c == '"' || c == '\'')) {
        quote = c;
      } else if (address_over || (c == '(' && ++depth > deepest_target)) {
        return 0;
      } else {
        address = true;
      }
    }
    return 0;
  }

  void angle() {
    auto const text = rest();
    if (text.starts_with("<!--")) {
      if (at_ >= no_comment_end_from_) return void(++at_);
      auto const end = text.find("-->", 4);
      if (end == std::string_view::npos) {
        no_comment_end_from_ = at_;
        return void(++at_);
      }
      clear(at_, at_ + static_cast<std::uint32_t>(end) + 3, ' ');
      at_ += static_cast<std::uint32_t>(end) + 3;
      return;
    }
    auto const end = text.find_first_of("<>", 1);
    if (end == std::string_view::npos || text[end] != '>') return void(++at_);
    auto const tag = text.substr(0, end + 1);
    auto const past = at_ + static_cast<std::uint32_t>(end) + 1;
    if (bool const link = is_autolink(tag); link || is_tag(tag)) {
      bool const divides = !link && !std::binary_search(inline_tags.begin(), inline_tags.end(), tag_name(tag));
      if (link)
        view_[at_] = view_[past - 1] = '\0';
      else
        clear(at_, past, divides ? ' ' : '\0');
      at_ = past;
      return;
    }
    ++at_;
  }

  static std::string tag_name(std::string_view tag) {
    std::size_t begin = tag.starts_with("</") ? 2 : 1, end = begin;
    while (end < tag.size() && (is_letter(tag[end]) || is_digit(tag[end]))) ++end;
    return lower(tag.substr(begin, end - begin));
  }
  static bool is_tag(std::string_view tag) {
    auto const name = tag_name(tag);
    return std::binary_search(inline_tags.begin(), inline_tags.end(), name) ||
           std::binary_search(other_tags.begin(), other_tags.end(), name);
  }
  static bool is_autolink(std::string_view tag) {
    return tag.find(' ') == std::string_view::npos &&
           (tag.find("://") != std::string_view::npos || tag.find('@') != std::string_view::npos);
  }

  void entity() {
    auto const entity = entity_at(view_, at_);
    if (entity.bytes == 0 || at_ + entity.bytes > span_.end) return void(++at_);
    std::string decoded;
    append_utf8(decoded, entity.code_point);
    clear(at_, at_ + entity.bytes);
    std::copy(decoded.begin(), decoded.end(), view_.begin() + at_);
    at_ += entity.bytes;
  }

  std::string& view_;
  Span span_;
  Labels const& labels_;
  std::uint32_t at_ = 0;
  std::uint32_t no_comment_end_from_ = UINT32_MAX;
  std::vector<Mark> brackets_;
  std::array<std::vector<Mark>, 3> open_marks_;
  std::unordered_map<std::uint32_t, std::uint32_t> code_ends_;
};

}  // namespace

void blank_inline_marks(std::string& view, Span span, Labels const& labels) { Inline(view, span, labels).run(); }

std::string reference_label(std::string_view line) {
  if (!line.starts_with("[") || line.starts_with("[^")) return {};
  auto const close = line.substr(0, longest_label).find("]:");
  if (close == std::string_view::npos || close < 2 || is_blank(line.substr(close + 2))) return {};
  return lower(line.substr(1, close - 1));
}

}  // namespace counterclaim
