// Blocks of Markdown, line by line, after CommonMark and the tables of GitHub: first the containers that a line goes on in
// (quotes, list items), then those it opens, then what is left of the line belongs to one leaf: paragraph, heading, table,
// code. Containers nest at most `deepest` deep; what lies deeper is text of the deepest. Differences, all for the sake of
// prose: HTML blocks are text whose tags are blanked, numbers of more than three digits begin no list, code needs a fence or a
// blank line.
#include "markdown.hpp"

#include "bytes.hpp"
#include "counterclaim/read.hpp"
#include "front_matter.hpp"
#include "markdown_inline.hpp"
#include "markdown_lines.hpp"
#include "outline.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t deepest = 24;
constexpr std::uint32_t code_indent = 4;
constexpr std::size_t longest_bold_heading = 100;  // bytes

struct Container {
  bool quote = false;
  std::uint32_t indent = 0;  // list items: columns that their lines are indented
};

// "**Which ports are open?**": a heading by other means.
bool is_bold_line(std::string_view text) {
  if (text.size() < 6 || text.size() > longest_bold_heading || !text.starts_with("**") || !text.ends_with("**")) return false;
  auto const inside = text.substr(2, text.size() - 4);
  bool const sentence = inside.ends_with(".") || inside.ends_with("!") || inside.ends_with(":");
  return !sentence && inside.find_first_of("*\n") == std::string_view::npos;
}

enum class Leaf : std::uint8_t { none, paragraph, table, fence, indented_code, hidden };

class MarkdownReader {
 public:
  explicit MarkdownReader(Article& article) : article_(article), view_(article.view), outline_(article) {}

  void run() {
    auto const body = read_front_matter(article_, outline_);
    titled_ = !article_.title.empty();
    collect_labels(body);
    for (auto at = body; at < view_.size(); at = line_.end + 1) {
      line_ = line_at(view_, at);
      at_ = at;
      column_ = 0;
      read_line();
    }
    close_leaf();
    outline_.finish();
  }

 private:
  void collect_labels(std::uint32_t at) {
    for (; at < view_.size(); at = line_.end + 1) {
      line_ = line_at(view_, at);
      if (auto label = reference_label(slice(view_, trimmed(view_, line_))); !label.empty()) labels_.insert(std::move(label));
    }
  }

  std::string_view rest() const { return std::string_view(view_).substr(at_, line_.end - at_); }
  std::string_view rest_trimmed() const { return slice(view_, trimmed(view_, {at_, line_.end})); }

  // Columns of blanks from here; a tab goes to the next multiple of four.
  std::uint32_t indent() const {
    auto column = column_;
    for (auto at = at_; at < line_.end && is_blank(view_[at]); ++at) column += view_[at] == '\t' ? 4 - column % 4 : 1;
    return column - column_;
  }
  void skip_blanks(std::uint32_t columns) {
    for (auto const goal = column_ + columns; at_ < line_.end && is_blank(view_[at_]) && column_ < goal; ++at_)
      column_ += view_[at_] == '\t' ? 4 - column_ % 4 : 1;
  }
  void blank_mark(std::uint32_t size) {
    blank(view_, {at_, at_ + size}, ' ');
    at_ += size;
    column_ += size;
  }

  void read_line() {
    bool const empty = is_blank(rest());
    auto const kept = continue_containers(empty);
    if (kept < containers_.size() && !empty && leaf_ == Leaf::paragraph && !opens_block()) return add_to_paragraph();  // lazy
    if (kept < containers_.size()) {
      close_leaf();
      containers_.resize(kept);
    }
    if (leaf_ == Leaf::fence || leaf_ == Leaf::hidden) return continue_opaque();
    while (open_container()) {
    }
    read_leaf();
  }

  std::size_t continue_containers(bool empty) {
    std::size_t kept = 0;
    for (; kept < containers_.size(); ++kept) {
      auto const blanks = indent();
      if (containers_[kept].quote) {
        if (blanks >= code_indent) break;
        auto const mark = std::min<std::size_t>(rest().find_first_not_of(" \t\r"), rest().size());
        if (mark == rest().size() || rest()[mark] != '>') break;
        skip_blanks(blanks);
        blank_mark(1);
        if (at_ < line_.end && view_[at_] == ' ') skip_blanks(1);
      } else if (!empty && !is_blank(rest())) {
        if (blanks < containers_[kept].indent) break;
        skip_blanks(containers_[kept].indent);
      }
    }
    return kept;
  }

  // Would the rest of the line begin a block of its own, and so end a paragraph it could else run on in?
  bool opens_block() const {
    auto const line = rest_trimmed();
    if (line.empty() || line[0] == '>' || atx_level(line) > 0 || fence_size(line) > 0 || is_thematic_break(line)) return true;
    auto const marker = list_marker_size(line);
    if (marker == 0 || marker == line.size()) return false;
    bool const in_list = !containers_.empty() && !containers_.back().quote;
    return !is_digit(line[0]) || line.starts_with("1.") || line.starts_with("1)") || in_list;
  }

  bool open_container() {
    auto const blanks = indent();
    if (blanks >= code_indent || containers_.size() >= deepest) return false;
    auto const line = rest_trimmed();
    if (line.empty() || (leaf_ == Leaf::paragraph && !opens_block())) return false;
    if (line[0] == '>') {
      close_leaf();
      skip_blanks(blanks);
      blank_mark(1);
      if (at_ < line_.end && view_[at_] == ' ') skip_blanks(1);
      containers_.push_back({true, 0});
      return true;
    }
    auto const marker = is_thematic_break(line) ? 0 : list_marker_size(line);
    if (marker == 0 || (leaf_ == Leaf::paragraph && setext_level(line) > 0)) return false;
    close_leaf();
    skip_blanks(blanks);
    blank_mark(marker);
    auto const behind = indent();
    bool const code_behind = behind > code_indent || is_blank(rest());
    containers_.push_back({false, blanks + marker + (code_behind ? 1 : behind)});
    skip_blanks(code_behind ? 1 : behind);
    return true;
  }

  void continue_opaque() {
    auto const line = rest_trimmed();
    if (leaf_ == Leaf::hidden) {
      if (line.find(hidden_end_) != std::string_view::npos) leaf_ = Leaf::none;
      return;
    }
    if (fence_size(line) >= fence_ && line[0] == fence_sign_) return close_leaf();
    leaf_span_.end = line_.end;
  }

  void read_leaf() {
    auto const line = rest_trimmed();
    auto const blanks = indent();
    if (line.empty()) {
      if (leaf_ != Leaf::indented_code) close_leaf();
      return;
    }
    if (leaf_ == Leaf::table && line.find('|') != std::string_view::npos) return add_row();
    if (leaf_ == Leaf::paragraph && blanks < code_indent) {
      if (is_table_delimiter(line) && begin_table(line)) return;
      if (auto const level = setext_level(line); level > 0) return heading(leaf_span_, level);
    }
    if (leaf_ != Leaf::paragraph && blanks >= code_indent) {
      if (leaf_ != Leaf::indented_code) open(Leaf::indented_code);
      leaf_span_.end = line_.end;
      return;
    }
    if (leaf_ == Leaf::indented_code || leaf_ == Leaf::table) close_leaf();
    if (is_thematic_break(line)) return close_leaf();
    if (auto const level = atx_level(line); level > 0) {
      close_leaf();
      auto const begin = trimmed(view_, {at_, line_.end}).begin + static_cast<std::uint32_t>(level);
      return heading(without_closing_marks({begin, line_.end}), level);
    }
    if (auto const size = fence_size(line); size > 0) {
      close_leaf();
      fence_ = size;
      fence_sign_ = line[0];
      open(Leaf::fence);
      leaf_span_ = {line_.end, line_.end};
      return;
    }
    if (leaf_ == Leaf::none &&
        (hides(line, "<!--", "-->") || hides(line, "<script", "</script>") || hides(line, "<style", "</style>")))
      return;
    if (leaf_ == Leaf::none && !reference_label(line).empty()) return;
    if (leaf_ == Leaf::none && line.starts_with("[^") && line.find("]:") != std::string_view::npos) blank_footnote_mark();
    add_to_paragraph();
  }

  void blank_footnote_mark() {
    auto const begin = trimmed(view_, {at_, line_.end}).begin;
    blank(view_, {begin, static_cast<std::uint32_t>(view_.find("]:", begin)) + 2}, ' ');
  }

  // A comment, script or style that begins the line and does not end on it.
  bool hides(std::string_view line, std::string_view opening, std::string_view closing) {
    if (!line.starts_with(opening) || line.find(closing) != std::string_view::npos) return false;
    hidden_end_ = closing;
    open(Leaf::hidden);
    return true;
  }

  void open(Leaf leaf) {
    leaf_ = leaf;
    leaf_span_ = {at_, line_.end};
  }

  void add_to_paragraph() {
    if (leaf_ != Leaf::paragraph) open(Leaf::paragraph);
    last_line_ = at_;
    leaf_span_.end = line_.end;
  }

  Span without_closing_marks(Span span) const {
    auto shown = trimmed(view_, span);
    auto end = shown.end;
    while (end > shown.begin && view_[end - 1] == '#') --end;
    if (end == shown.begin || is_blank(view_[end - 1])) shown.end = end;
    return shown;
  }

  void heading(Span span, int level) {
    leaf_ = Leaf::none;
    blank_inline_marks(view_, span, labels_);
    bool const title = level == 1 && !titled_;
    if (!outline_.add(title ? BlockKind::title : BlockKind::heading, span) || !title) return;
    titled_ = true;
    article_.title = visible(view_, article_.blocks.back().span);
  }

  bool begin_table(std::string_view delimiter) {
    Span const head{last_line_, trimmed(view_, leaf_span_).end};
    if (slice(view_, head).find('|') == std::string_view::npos) return false;
    if (table_cells(slice(view_, head)).size() != table_cells(delimiter).size()) return false;
    leaf_span_.end = last_line_;
    close_leaf();
    outline_.begin_table();
    leaf_ = Leaf::table;
    row_ = 0;
    cells(head, true);
    return true;
  }

  void add_row() {
    ++row_;
    cells({at_, line_.end}, false);
  }

  void cells(Span line, bool head) {
    int column = 0;
    for (auto cell : table_cells(slice(view_, line))) {
      Span const span{cell.begin + line.begin, cell.end + line.begin};
      blank_inline_marks(view_, span, labels_);
      outline_.cell(span, row_, column++, head);
    }
  }

  BlockKind prose_kind() const {
    auto kind = BlockKind::paragraph;
    for (auto const& container : containers_)
      if (!container.quote)
        kind = BlockKind::list_item;
      else if (kind == BlockKind::paragraph)
        kind = BlockKind::quote;
    return kind;
  }

  void close_leaf() {
    if (leaf_ == Leaf::paragraph) {
      bool const bold = is_bold_line(slice(view_, trimmed(view_, leaf_span_))) && containers_.empty();
      blank_inline_marks(view_, leaf_span_, labels_);
      outline_.add(bold ? BlockKind::heading : prose_kind(), leaf_span_);
    }
    if (leaf_ == Leaf::fence || leaf_ == Leaf::indented_code) outline_.add(BlockKind::code, leaf_span_);
    leaf_ = Leaf::none;
  }

  Article& article_;
  std::string& view_;
  Outline outline_;
  Labels labels_;
  std::vector<Container> containers_;
  Span line_;                 // the line being read
  std::uint32_t at_ = 0;      // how far it has been read
  std::uint32_t column_ = 0;  // and at which column that is
  Leaf leaf_ = Leaf::none;
  Span leaf_span_;
  std::uint32_t last_line_ = 0;  // paragraphs: where their last line begins
  std::uint32_t fence_ = 0;      // signs of the open fence
  char fence_sign_ = '`';
  std::string_view hidden_end_;
  int row_ = 0;
  bool titled_ = false;
};

}  // namespace

void read_markdown_blocks(Article& article) {
  MarkdownReader(article).run();
  date_from_text(article);
}

Article read_markdown(std::string id, std::string bytes) {
  auto article = start_article(std::move(id), std::move(bytes));
  read_markdown_blocks(article);
  return article;
}

}  // namespace counterclaim
