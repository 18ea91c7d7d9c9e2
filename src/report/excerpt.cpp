#include "src/report/excerpt.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::string_view ellipsis = "…";

bool continues(char c) { return (c & 0xC0) == 0x80; }
int character_width(std::string_view text, std::size_t at, std::size_t bytes) { return display_width(text.substr(at, bytes)); }

// Bytes of the longest prefix that takes no more than `width` columns.
std::size_t prefix_within(std::string_view text, int width) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const bytes = decode(text, at).bytes;
    width -= character_width(text, at, bytes);
    if (width < 0) break;
    at += bytes;
  }
  return at;
}

// Where the longest suffix begins that takes no more than `width` columns.
std::size_t suffix_within(std::string_view text, int width) {
  std::size_t at = text.size();
  while (at > 0) {
    std::size_t start = at - 1;
    while (start > 0 && continues(text[start])) --start;
    width -= character_width(text, start, at - start);
    if (width < 0) break;
    at = start;
  }
  return at;
}

// "…" and the end of `text`, from the start of a word, in `width` columns.
std::string cut_front(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  auto const start = suffix_within(text, width - 2);
  auto tail = text.substr(start);
  bool const is_whole = text[start - 1] == ' ';
  if (auto const blank = tail.find(' '); !is_whole && blank != tail.npos && blank + 1 < tail.size())
    tail.remove_prefix(blank + 1);
  return std::string(ellipsis) + " " + std::string(tail);
}

// The start of `text`, to the end of a word, and "…".
std::string cut_back(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  auto const end = prefix_within(text, width - 2);
  auto head = text.substr(0, end);
  bool const is_whole = text[end] == ' ';
  if (auto const blank = head.rfind(' '); !is_whole && blank != head.npos && blank > 0) head = head.substr(0, blank);
  return std::string(head) + " " + std::string(ellipsis);
}

// One line's worth of text before and behind the span: a line may be a whole book, so only what could be shown is looked at.
std::string_view before(std::string_view raw, std::size_t at, std::size_t most) {
  std::size_t start = at > most ? at - most : 0;
  while (start < at && continues(raw[start])) ++start;
  auto const text = raw.substr(start, at - start);
  return text.substr(text.rfind('\n') + 1);
}

std::string_view behind(std::string_view raw, std::size_t at, std::size_t most) {
  std::size_t end = std::min(raw.size(), at + most);
  while (end < raw.size() && end > at && continues(raw[end])) --end;
  auto const text = raw.substr(at, end - at);
  return text.substr(0, text.find('\n'));
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '\r', ' ');
  std::string out;
  for (char const c : printable(spaced)) {
    bool const is_blank = c == ' ' || c == '\n' || c == '\t';
    if (!is_blank)
      out += c;
    else if (out.empty() || out.back() != ' ')
      out += ' ';
  }
  return out;
}

std::string fitted(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  return std::string(text.substr(0, prefix_within(text, std::max(0, width - 1)))) + std::string(ellipsis);
}

Excerpt excerpt(Article const& article, Span span, int width) {
  width = std::max(width, 20);
  std::string_view raw = article.raw;
  auto const body = std::min<std::size_t>(article.body_size, raw.size());
  std::size_t const begin = std::min<std::size_t>(span.begin, raw.size());
  // The title behind the body is a text of its own.
  std::size_t const floor = begin >= body && body < raw.size() ? body : 0;
  std::size_t const ceiling = floor == 0 ? body : raw.size();
  std::size_t const end = std::clamp<std::size_t>(span.end, begin, std::max(begin, ceiling));
  raw = raw.substr(0, ceiling);

  // A character takes four bytes at most, but marks of no width may come in any number: eight for each column is enough.
  auto const most = static_cast<std::size_t>(width) * 8;
  auto const marked = fitted(one_line(raw.substr(begin, std::min(end - begin, most))), width - 6);
  auto left = one_line(before(raw.substr(floor), begin - floor, most));
  auto right = one_line(behind(raw, end, most));
  if (!left.empty() && left.front() == ' ') left.erase(0, 1);
  if (!right.empty() && right.back() == ' ') right.pop_back();

  // The context that one side does not need goes to the other.
  int const room = width - display_width(marked);
  int const left_width = display_width(left), right_width = display_width(right);
  int const left_room = std::max(room / 2, room - right_width);
  left = cut_front(left, left_room);
  right = cut_back(right, std::max(room - std::min(left_width, left_room), 2));

  Excerpt e;
  e.mark_column = display_width(left);
  e.mark_width = std::max(1, display_width(marked));
  e.text = left + marked + right;
  return e;
}

MarkedBytes marked_bytes(Excerpt const& e) {
  auto const begin = prefix_within(e.text, e.mark_column);
  return {begin, begin + prefix_within(std::string_view(e.text).substr(begin), e.mark_width)};
}

}  // namespace counterclaim
