#include "html_markdown.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "boilerplate.hpp"
#include "bytes.hpp"
#include "counterclaim/article.hpp"
#include "entities.hpp"
#include "markdown_lines.hpp"
#include "prose_date.hpp"

namespace counterclaim {
namespace {

constexpr int deepest_list = 6;
constexpr std::size_t widest_cell = 300;  // bytes; a longer one makes the table a layout

class Writer {
 public:
  Writer(Page const& page, std::string_view title) : page_(page), title_(title) {}

  std::string run(std::uint32_t root) {
    std::vector<std::uint32_t> open;  // blocks whose end is still to come
    for (auto i = root; i < page_.nodes[root].end;) {
      while (!open.empty() && page_.nodes[open.back()].end <= i) leave(open);
      auto const& node = page_.nodes[i];
      if (node.removed) {
        if (!is_inline(node.tag)) line_ += ' ';
        i = node.end;
        continue;
      }
      if (node.tag == Tag::table && is_data_table(i)) {
        flush();
        write_headings();
        write_table(i);
        i = node.end;
        continue;
      }
      if (node.tag == Tag::sup) {
        line_ += superscript(i);
        i = node.end;
        continue;
      }
      enter(i, open);
      ++i;
    }
    while (!open.empty()) leave(open);
    flush();
    return std::move(out_);
  }

 private:
  void enter(std::uint32_t i, std::vector<std::uint32_t>& open) {
    auto const& node = page_.nodes[i];
    if (node.tag == Tag::text) {
      line_ += node.value;
      return;
    }
    if (node.tag == Tag::comment) return comment(node.value);
    if (node.tag == Tag::br) return line_break();
    if (is_inline(node.tag)) {
      breaks_ = 0;
      return;
    }
    flush();
    if (is_heading(node.tag)) heading_ = 1 + static_cast<int>(node.tag) - static_cast<int>(Tag::h1);
    if (node.tag == Tag::ul || node.tag == Tag::ol || node.tag == Tag::menu) ++list_;
    if (node.tag == Tag::li) item_ = true;
    if (node.tag == Tag::blockquote) ++quote_;
    if (node.tag == Tag::pre) ++code_;
    open.push_back(i);
  }

  void leave(std::vector<std::uint32_t>& open) {
    flush();
    auto const tag = page_.nodes[open.back()].tag;
    open.pop_back();
    if (is_heading(tag)) heading_ = 0;
    if (tag == Tag::ul || tag == Tag::ol || tag == Tag::menu) --list_;
    if (tag == Tag::li) item_ = false;
    if (tag == Tag::blockquote) --quote_;
    if (tag == Tag::pre) --code_;
  }

  // One <br> goes on in the paragraph, two begin the next.
  void line_break() {
    if (is_blank(std::string_view(line_).substr(last_break_)) && breaks_ > 0) return flush();
    line_ += ' ';
    last_break_ = line_.size();
    breaks_ = 1;
  }

  // Digits raised are powers or footnotes: "10⁶", "km²"; what is linked or in brackets is a footnote.
  std::string superscript(std::uint32_t i) const {
    constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    auto const text = page_.text(i);
    for (auto at = i; at < page_.nodes[i].end; ++at)
      if (page_.nodes[at].tag == Tag::a) return {};
    if (text.starts_with("[")) return {};
    std::string out;
    for (char const c : text) {
      if (is_digit(c))
        out += raised[static_cast<std::size_t>(c - '0')];
      else
        out += c;
    }
    return out;
  }

  void flush() {
    auto const text = visible(line_, {0, static_cast<std::uint32_t>(line_.size())});
    line_.clear();
    breaks_ = 0;
    last_break_ = 0;
    if (text.empty() || is_boilerplate(text) || (heading_ > 0 && text == title_)) return;
    if (code_ > 0 && list_ == 0 && quote_ == 0 && heading_ == 0) {
      write_headings();
      out_ += "~~~\n" + text + "\n~~~\n\n";
      return;
    }
    bool const above_text = out_.empty() && heading_ == 0 && list_ == 0;
    if (above_text && own_date(text) && !dateline(text)) return;  // "Published March 4, 2025"
    std::string mark;
    for (int i = 0; i < std::min(quote_, 2); ++i) mark += "> ";
    if (heading_ > 0)
      return hold_heading(mark + std::string(static_cast<std::size_t>(std::max(heading_, 2)), '#') + ' ' + escaped(text));
    if (list_ > 0 && item_) mark += std::string(static_cast<std::size_t>(std::min(list_, deepest_list) - 1) * 2, ' ') + "- ";
    write_headings();
    out_ += mark + escaped(text) + std::exchange(comments_, {}) + "\n\n";
  }

  // Kept beside the text that it stands in or before.
  void comment(std::string_view text) {
    comments_ += " <!-- " + visible(text, {0, static_cast<std::uint32_t>(text.size())}) + " -->";
  }

  // A heading that nothing stands under is no part of the article: it waits for its text.
  struct Heading {
    int level;
    std::string line;
  };
  void hold_heading(std::string line) {
    std::erase_if(held_, [&](Heading const& held) { return held.level >= heading_; });
    held_.push_back({heading_, std::move(line)});
  }
  void write_headings() {
    for (auto const& heading : held_) out_ += heading.line + "\n\n";
    held_.clear();
  }

  // Rows of short cells, more than one to a row, no table inside.
  bool is_data_table(std::uint32_t table) const {
    std::size_t cells = 0, rows = 0;
    for (auto i = table + 1; i < page_.nodes[table].end; ++i) {
      auto const& node = page_.nodes[i];
      if (node.removed) continue;
      if (node.tag == Tag::table || is_heading(node.tag)) return false;
      rows += node.tag == Tag::tr;
      if (node.tag != Tag::td && node.tag != Tag::th) continue;
      ++cells;
      if (node.text > widest_cell) return false;
    }
    return rows > 1 && cells >= 2 * rows - 1;
  }

  void write_table(std::uint32_t table) {
    std::size_t row = 0, columns = 0;
    std::string line;
    std::size_t cells = 0;
    auto const end_row = [&] {
      if (cells == 0) return;
      if (row == 0) columns = cells;
      out_ += line + "|\n";
      if (row++ == 0) {
        for (std::size_t i = 0; i < columns; ++i) out_ += "|---";
        out_ += "|\n";
      }
    };
    for (auto i = table + 1; i < page_.nodes[table].end; ++i) {
      auto const& node = page_.nodes[i];
      if (node.removed) continue;
      if (node.tag == Tag::tr) {
        end_row();
        line.clear();
        cells = 0;
      }
      if (node.tag != Tag::td && node.tag != Tag::th) continue;
      line += "| " + cell(i) + ' ';
      ++cells;
      i = node.end - 1;
    }
    end_row();
    out_ += '\n';
  }

  std::string cell(std::uint32_t i) const {
    std::string out;
    for (char const c : escaped(page_.text(i))) {
      if (c == '|') out += '\\';
      out += c;
    }
    return out;
  }

  Page const& page_;
  std::string_view title_;
  std::string out_, line_, comments_;
  std::vector<Heading> held_;
  int heading_ = 0, list_ = 0, quote_ = 0, code_ = 0;
  int breaks_ = 0;
  std::size_t last_break_ = 0;
  bool item_ = false;
};

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  bool const links = text.find("](") != std::string_view::npos || text.find("][") != std::string_view::npos;
  auto const look = [&](std::size_t at) { return at < text.size() ? text[at] : ' '; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    char const c = text[at], next = look(at + 1), before = at == 0 ? ' ' : text[at - 1];
    bool const punctuation = next > ' ' && next < 0x7F && !is_word_byte(next);
    bool escape = c == '`' || (c == '\\' && punctuation) || (c == '[' && (links || next == '^')) ||
                  (c == '*' && !(is_blank(next) && is_blank(before)));
    escape = escape || (c == '_' && !(is_word_byte(before) && is_word_byte(next))) || (c == '~' && next == '~');
    escape =
        escape || (c == '<' && (is_letter(next) || next == '/' || next == '!')) || (c == '&' && entity_at(text, at).bytes > 0);
    if (escape) out += '\\';
    out += c;
  }
  if (out.empty()) return out;
  bool const marks =
      out[0] == '#' || out[0] == '>' || out[0] == '+' || out[0] == '=' || out[0] == '-' || out[0] == '~' || out[0] == '|';
  if (marks) return '\\' + out;
  if (auto const marker = list_marker_size(out); marker > 1) out.insert(marker - 1, 1, '\\');
  return out;
}

std::string to_markdown(Page const& page, std::uint32_t root, std::string_view title) { return Writer(page, title).run(root); }

}  // namespace counterclaim
