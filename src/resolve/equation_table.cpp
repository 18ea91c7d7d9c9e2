// Tables with a row or a column of totals.
//
// A column is summed when every cell of it holds one figure of one kind (or a dash). One wrong column among right ones, or the
// one column there is, is an error of the table; where several are off, the table is no sum ("of which" rows, averages), and
// where leaving one row out makes the sum right, that row is a subtotal. So with a column of changes in percent behind the old
// and the new figure, and with one of proceeds behind how many and at what price: one wrong row beside right ones is an error.
#include <algorithm>
#include <map>

#include "src/resolve/equation_sum.hpp"

namespace counterclaim::equation {
namespace {

struct Cell {
  std::uint32_t block = 0;
  std::int32_t amount = -1;  // the one figure of the cell, -1 if it has none or more
  int figures = 0;
  std::string text;  // lower case
};
struct Table {
  std::map<std::pair<int, int>, Cell> cells;  // by row, column
  int rows = 0, columns = 0;
  bool has_head = false;
  Cell const* at(int row, int column) const {
    auto const found = cells.find({row, column});
    return found == cells.end() ? nullptr : &found->second;
  }
};

std::map<int, Table> tables_of(Context const& c) {
  std::map<int, Table> tables;
  std::vector<std::pair<std::int32_t, int>> by_block(c.article.blocks.size(), {-1, 0});
  bool any = false;
  for (auto const& b : c.article.blocks) any = any || b.table >= 0;
  if (!any) return tables;
  for (std::size_t i = 0; i < c.row.amounts.size(); ++i) {
    auto& [amount, count] = by_block[c.tokens.sentences[c.row.amounts[i].sentence].block];
    amount = ++count == 1 ? std::int32_t(i) : -1;
  }
  for (std::uint32_t i = 0; i < c.article.blocks.size(); ++i) {
    Block const& b = c.article.blocks[i];
    if (b.table < 0 || b.row < 0 || b.column < 0) continue;
    Table& t = tables[b.table];
    Cell& cell = t.cells[{b.row, b.column}];
    cell.block = i;
    cell.amount = by_block[i].first, cell.figures = by_block[i].second;
    cell.text = visible(c.article.view, b.span);
    for (char& ch : cell.text)
      if (ch >= 'A' && ch <= 'Z') ch = char(ch - 'A' + 'a');
    t.rows = std::max(t.rows, b.row + 1), t.columns = std::max(t.columns, b.column + 1);
    t.has_head = t.has_head || b.head;
  }
  return tables;
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.starts_with(w); });
}
bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.find(w) != text.npos; });
}
bool is_total(std::string_view text) {
  return begins_with_any(text, {"total", "sum", "grand total", "all together", "altogether", "in all", "together"});
}
bool is_nested(std::string_view text) {
  return begins_with_any(
      text, {"of which", "thereof", "including", "incl", "subtotal", "sub-total", "net", "less", "minus", "balance"});
}
bool is_no_sum(std::string_view head) {
  return holds_any(head,
                   {"average", "mean", "median", "rate",  "ratio", "per ", "/",   "change", "growth", "price",     "margin",
                    "rank",    "year", "age",    "index", "score", "max",  "min", "+/-",    "±",      "cumulative"});
}
bool is_blank(Cell const* cell) {
  return !cell || cell->text.empty() || (cell->figures == 0 && (cell->text == "-" || cell->text == "–" || cell->text == "—"));
}

// The figures of a line of cells, or false when one of them is no plain figure.
struct Line {
  std::vector<Amount> parts;
  Amount total;
  bool good = false;
};

enum class Verdict { unknown, right, wrong };
Verdict judge(Line const& line) {
  std::vector<Interval> parts;
  for (auto const& p : line.parts) parts.push_back(tolerant_exact(p));
  Interval const sum = likely_sum(parts);
  Interval const total = tolerant_exact(line.total);
  if (!disjoint(sum, total)) return Verdict::right;
  for (auto const& p : line.parts)
    if (!disjoint(sum - tolerant_exact(p), total)) return Verdict::unknown;
  return Verdict::wrong;
}

template <class At>  // at(i): the i-th cell, the last one is the total
Line read_line(Context const& c, int first, int last, At at) {
  Line line;
  for (int i = first; i <= last; ++i) {
    Cell const* cell = at(i);
    if (i < last && is_blank(cell)) continue;
    if (!cell || cell->amount < 0) return line;
    Amount const& a = c.row.amounts[std::size_t(cell->amount)];
    if (a.bound != Bound::exact || !a.value.is_point()) return line;
    (i == last ? line.total : line.parts.emplace_back()) = a;
  }
  for (auto& p : line.parts) {
    Amount total = line.total;
    if (is_percent(p) != is_percent(total) || p.unit != total.unit) return line;
  }
  if (is_percent(line.total) && middle(line.total) != Decimal(100)) return line;
  line.good = line.parts.size() >= 2;
  return line;
}

void emit_lines(Context const& c, std::vector<Line> const& lines, std::size_t least_right) {
  std::size_t right = 0, wrong = 0;
  for (auto const& l : lines) right += judge(l) == Verdict::right, wrong += judge(l) == Verdict::wrong;
  for (auto const& l : lines) {
    auto const verdict = judge(l);
    if (verdict == Verdict::right) check_sum(c, l.total, l.parts, Firmness::firm);
    if (verdict == Verdict::wrong && wrong == 1 && right >= least_right && right + 1 == lines.size())
      check_sum(c, l.total, l.parts, Firmness::firm);
  }
}

void total_rows(Context const& c, Table const& t) {
  int const head = t.has_head ? 1 : 0;
  for (int row = head + 2; row < t.rows; ++row) {
    Cell const* label = t.at(row, 0);
    if (!label || !is_total(label->text)) continue;
    bool nested = false;
    for (int r = head; r < row; ++r) {
      Cell const* other = t.at(r, 0);
      nested = nested || (other && (is_nested(other->text) || is_total(other->text)));
    }
    if (nested) continue;
    std::vector<Line> lines;
    for (int column = 1; column < t.columns; ++column) {
      Cell const* title = head ? t.at(0, column) : nullptr;
      if (title && is_no_sum(title->text)) continue;
      Line line = read_line(c, head, row, [&](int r) { return t.at(r, column); });
      if (line.good) lines.push_back(std::move(line));
    }
    emit_lines(c, lines, 0);
  }
}

void total_columns(Context const& c, Table const& t) {
  if (!t.has_head || t.columns < 4) return;
  int const last = t.columns - 1;
  Cell const* title = t.at(0, last);
  if (!title || !is_total(title->text)) return;
  for (int column = 1; column < last; ++column) {
    Cell const* other = t.at(0, column);
    if (!other || is_no_sum(other->text) || is_nested(other->text) || is_total(other->text)) return;
  }
  std::vector<Line> lines;
  for (int row = 1; row < t.rows; ++row) {
    Line line = read_line(c, 1, last, [&](int column) { return t.at(row, column); });
    if (line.good) lines.push_back(std::move(line));
  }
  emit_lines(c, lines, 2);
}

// The figure of a cell that holds one plain figure, else nothing.
Amount const* figure_of(Context const& c, Cell const* cell) {
  if (!cell || cell->amount < 0) return nullptr;
  Amount const& a = c.row.amounts[std::size_t(cell->amount)];
  return a.value.is_point() && a.bound == Bound::exact ? &a : nullptr;
}

// One row of a column that follows from others: what it tells and what they make.
struct Derived {
  Amount told;
  std::vector<Span> operands;
  Interval stated, computed;
  std::string text;
  bool wrong() const { return disjoint(stated, computed); }
};
void emit_derived(Context const& c, EquationKind kind, std::vector<Derived> const& rows) {
  auto const wrong = std::count_if(rows.begin(), rows.end(), [](Derived const& d) { return d.wrong(); });
  if (wrong > 1 || rows.size() < 2) return;
  for (auto const& d : rows)
    emit(c, kind, d.told, d.stated, d.computed, d.wrong() ? d.text + ", not " + text_of(c, d.told) : d.text, d.operands);
}

// "2022 | 2023 | Change"
void change_columns(Context const& c, Table const& t) {
  for (int column = 3; t.has_head && column < t.columns; ++column) {
    Cell const* title = t.at(0, column);
    if (!title || !holds_any(title->text, {"change", "growth", "increase"})) continue;
    std::vector<Derived> rows;
    bool plain = true;
    for (int row = 1; row < t.rows; ++row) {
      auto const *p = figure_of(c, t.at(row, column)), *b = figure_of(c, t.at(row, column - 1)),
                 *a = figure_of(c, t.at(row, column - 2));
      if (!p && !a && !b) continue;
      plain = plain && a && b && p && is_percent(*p) && !is_percent(*a) && a->unit == b->unit && !middle(*a).is_zero();
      if (!plain) break;
      auto const ratio = divide(tolerant_exact(*b), tolerant_exact(*a));
      auto const exact = divide(middle(*b), middle(*a));
      plain = ratio && exact;
      if (!plain) break;
      auto const size = [](Interval const& v) {  // whichever way it goes
        Interval const turned = scaled(v, -1);
        return v.high && v.high->is_negative() ? turned : v;
      };
      rows.push_back({*p,
                      {a->span, b->span},
                      size(stated_percent(*p)),
                      size(scaled(shifted(*ratio, -1), 100)),
                      text_of(c, *a) + " to " + text_of(c, *b) + " is a change of " +
                          shown((*exact - Decimal(1)) * Decimal(100), std::min(p->place, 0) - 1) + "%"});
    }
    if (plain) emit_derived(c, EquationKind::percent_change, rows);
  }
}

// "Units | Price | Revenue"
void product_columns(Context const& c, Table const& t) {
  for (int column = 3; t.has_head && column < t.columns; ++column) {
    Cell const *title = t.at(0, column), *price = t.at(0, column - 1), *count = t.at(0, column - 2);
    if (!title || !price || !count ||
        !holds_any(title->text, {"revenue", "total", "amount", "proceeds", "cost", "sum", "turnover"}))
      continue;
    auto const is_price = [](Cell const& cell) { return holds_any(cell.text, {"price", "each", "per ", "rate", "unit cost"}); };
    if (is_price(*count)) std::swap(price, count);
    if (!is_price(*price) ||
        !holds_any(count->text, {"unit", "number", "quantity", "qty", "sold", "count", "pieces", "hours", "days"}))
      continue;
    std::vector<Derived> rows;
    bool plain = true;
    for (int row = 1; row < t.rows; ++row) {
      Cell const* label = t.at(row, 0);
      if (label && is_total(label->text)) continue;
      auto const *p = figure_of(c, t.at(row, column)), *b = figure_of(c, t.at(row, column - 1)),
                 *a = figure_of(c, t.at(row, column - 2));
      if (!p && !a && !b) continue;
      plain = plain && a && b && p && !is_percent(*p) && !is_percent(*a) && !is_percent(*b);
      if (!plain) break;
      Decimal const made = middle(*a) * middle(*b);
      rows.push_back({*p,
                      {a->span, b->span},
                      tolerant(*p),
                      tolerant_exact(*a) * tolerant_exact(*b),
                      text_of(c, *a) + " × " + text_of(c, *b) + " is " + spoken(made, p->unit, p->scale)});
    }
    if (plain) emit_derived(c, EquationKind::product, rows);
  }
}

}  // namespace

void find_table_sums(Context const& c) {
  for (auto const& [number, table] : tables_of(c)) {
    total_rows(c, table);
    total_columns(c, table);
    change_columns(c, table);
    product_columns(c, table);
  }
}

}  // namespace counterclaim::equation
