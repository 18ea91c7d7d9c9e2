// Lines are put together to blocks twice over: blank lines divide groups, and inside a group a line goes on in the next where
// the next line's first word would not have fitted, as in text wrapped at a column. Texts without blank lines whose lines
// are long have a paragraph a line.
#include "plain.hpp"

#include <algorithm>

#include "bytes.hpp"
#include "counterclaim/read.hpp"
#include "outline.hpp"
#include "prose_date.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t widest_wrapped = 120;    // bytes; nobody wraps prose by hand past this
constexpr std::uint32_t narrowest_wrapped = 40;  // below it, short lines are lines on purpose
constexpr std::uint32_t longest_headline = 200;
constexpr std::uint32_t longest_heading = 80;

using Lines = std::vector<Span>;  // trimmed; one empty span for any run of blank lines

Lines lines_of(std::string_view view) {
  Lines lines;
  for (std::uint32_t at = 0; at < view.size();) {
    auto const line = line_at(view, at);
    auto const shown = trimmed(view, line);
    if (shown.size() > 0 || lines.empty() || lines.back().size() > 0) lines.push_back(shown);
    at = line.end + 1;
  }
  return lines;
}

// Bytes of "- ", "* ", "• ", "1. ", "a) " at the start of a line; 0 if it is no list item.
std::uint32_t list_mark(std::string_view line) {
  std::uint32_t size = 0;
  if (line.starts_with("•") || line.starts_with("‣") || line.starts_with("▪")) return 3;
  if (!line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '+')) size = 1;
  if (size == 0) {
    while (size < line.size() && size < 3 && is_digit(line[size])) ++size;
    if (size == 0 || size >= line.size() || (line[size] != '.' && line[size] != ')')) return 0;
    ++size;
  }
  return size < line.size() && line[size] == ' ' ? size : 0;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == ')' || line.back() == '\'')) line.remove_suffix(1);
  if (line.ends_with("”") || line.ends_with("’")) line.remove_suffix(3);
  return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?');
}

bool is_heading_like(std::string_view line) {
  if (line.size() > longest_heading || line.empty() || is_lower(line[0])) return false;
  if (line.starts_with("By ") || find_date(line)) return false;  // byline, dateline
  auto const last = line.back();
  return is_word_byte(last) || (last == '?' && !is_lower(line[0])) || last == ')';
}

// "…, according to": the line below goes on, whatever it begins with.
bool ends_open(std::string_view line) {
  constexpr std::string_view open[] = {"to",   "of",   "by",  "in", "on", "at",  "for",
                                       "with", "from", "the", "a",  "an", "and", "than"};
  auto const blank = line.rfind(' ');
  return blank != line.npos && std::find(std::begin(open), std::end(open), line.substr(blank + 1)) != std::end(open);
}

// The first line of the text, given the next line that is not blank.
bool is_headline(std::string_view line, std::string_view next, bool blank_between) {
  if (next.empty() || line.size() > longest_headline || list_mark(line) > 0) return false;
  bool const full_stop = line.ends_with(".") && !line.ends_with("..");
  if (full_stop || line.ends_with(",") || line.ends_with(":") || line.ends_with(";"))
    return full_stop && line.size() < 100 && next.size() > 3 * line.size();
  return blank_between || next.size() > line.size() + line.size() / 2;
}

class PlainReader {
 public:
  PlainReader(Article& article, Headline headline) : article_(article), outline_(article), lines_(lines_of(article.view)) {
    for (auto const& line : lines_)
      if (line.size() <= widest_wrapped) width_ = std::max(width_, line.size());
    std::size_t at = 0;
    skip_blank_lines(at);
    if (headline == Headline::look_for) read_headline(at);
    while (skip_blank_lines(at), at < lines_.size()) read_group(at);
    outline_.finish();
  }

 private:
  std::string_view text(std::size_t i) const { return slice(article_.view, lines_[i]); }

  void skip_blank_lines(std::size_t& at) const {
    while (at < lines_.size() && lines_[at].size() == 0) ++at;
  }

  void read_headline(std::size_t& at) {
    if (at >= lines_.size()) return;
    std::size_t next = at + 1;
    skip_blank_lines(next);
    if (next >= lines_.size() || !is_headline(text(at), text(next), next > at + 1)) return;
    outline_.add(BlockKind::title, lines_[at]);
    article_.title = visible(article_.view, lines_[at]);
    ++at;
  }

  // Does line i of a group run on in line i + 1?
  bool runs_on(std::size_t i, std::uint32_t widest_of_group) const {
    if (widest_of_group > widest_wrapped || list_mark(text(i + 1)) > 0) return false;
    auto const next = text(i + 1);
    auto const word = std::min(next.find(' '), next.size());
    bool const full = lines_[i].size() + 1 + word > width_;
    if (width_ >= narrowest_wrapped && full) return true;
    return (is_lower(next[0]) && !ends_sentence(text(i))) || ends_open(text(i));
  }

  void read_group(std::size_t& at) {
    std::size_t last = at;
    std::uint32_t widest = 0;
    for (; last < lines_.size() && lines_[last].size() > 0; ++last) widest = std::max(widest, lines_[last].size());
    bool const alone = last == at + 1;
    for (; at < last; ++at) {
      auto const first = at;
      while (at + 1 < last && runs_on(at, widest)) ++at;
      add({lines_[first].begin, lines_[at].end}, first == at && (alone || at + 1 < last) && followed_by_longer(at));
    }
  }

  bool followed_by_longer(std::size_t at) const {
    std::size_t next = at + 1;
    skip_blank_lines(next);
    return next < lines_.size() && lines_[next].size() > lines_[at].size() + lines_[at].size() / 2;
  }

  void add(Span span, bool may_be_heading) {
    auto const shown = slice(article_.view, span);
    if (auto const mark = list_mark(shown); mark > 0)
      outline_.add(BlockKind::list_item, {span.begin + mark, span.end});
    else
      outline_.add(may_be_heading && is_heading_like(shown) ? BlockKind::heading : BlockKind::paragraph, span);
  }

  Article& article_;
  Outline outline_;
  Lines lines_;
  std::uint32_t width_ = 0;  // the longest line that may be a wrapped one
};

}  // namespace

void read_plain_blocks(Article& article, Headline headline) {
  PlainReader(article, headline);
  date_from_text(article);
}

Article read_plain(std::string id, std::string bytes) {
  auto article = start_article(std::move(id), std::move(bytes));
  read_plain_blocks(article, Headline::look_for);
  return article;
}

}  // namespace counterclaim
