// "four countries: A, B and C": the count against the list behind it. Counted are lists of short names or nouns that the text
// closes with "and" or a full stop; "and" inside a name leaves a list of two possible lengths.
#include <algorithm>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

constexpr std::size_t longest_item = 5, longest_list = 14;

struct Listed {
  int least = 0, most = 0;
};

bool is_and(Context const& c, std::uint32_t i) {
  static WordId const ids[] = {find_word("and"), find_word("or")};
  auto const& t = c.tokens.tokens[i];
  return t.is(TokenKind::ampersand) || (t.word != unknown_word && (t.word == ids[0] || t.word == ids[1]));
}

// The items of a list in tokens [first, last); nothing where it is no plain list.
std::optional<Listed> count_items(Context const& c, std::uint32_t first, std::uint32_t last) {
  static WordId const open_ended[] = {find_word("others"), find_word("other"), find_word("etc"), find_word("including"),
                                      find_word("more"), find_word("which"), find_word("who"), find_word("that"),
                                      find_word("is"), find_word("are"), find_word("was"), find_word("were"), find_word("has"),
                                      find_word("have"), find_word("will"), find_word("not"), find_word("but"), find_word("to"),
                                      find_word("he"), find_word("she"), find_word("it"), find_word("they"), find_word("we"),
                                      find_word("you"), find_word("i"), find_word("plus"),
                                      // parts of a name behind a comma
                                      find_word("jr"), find_word("sr"), find_word("ii"), find_word("iii"), find_word("inc"),
                                      find_word("ltd"), find_word("llc"), find_word("phd"), find_word("md"), find_word("esq")};
  int commas = 0, inner_ands = 0, items = 1, capitals = 0;
  std::size_t length = 0;
  bool closed = false;
  bool after_comma = true;
  for (auto i = first; i < last; ++i) {
    auto const& t = c.tokens.tokens[i];
    if (t.is(TokenKind::comma)) {
      if (length == 0 || closed) return std::nullopt;
      ++commas, ++items, length = 0, after_comma = true;
      continue;
    }
    if (is_and(c, i)) {
      if (after_comma && length == 0 && commas > 0) {
        if (closed) return std::nullopt;
        closed = true;
        continue;
      }
      if (length == 0) return std::nullopt;
      ++inner_ands, length = 0, after_comma = false;
      continue;
    }
    bool const name_part = t.is(TokenKind::word) || t.is(TokenKind::code) || t.is(TokenKind::hyphen) ||
                           t.is(TokenKind::possessive) || t.is(TokenKind::point) || t.is(TokenKind::quote);
    if (!name_part ||
        (t.word != unknown_word && std::find(std::begin(open_ended), std::end(open_ended), t.word) != std::end(open_ended)))
      return std::nullopt;
    if (length == 0) capitals += t.has(capital);
    if (++length > longest_item) return std::nullopt;
    after_comma = false;
  }
  if (length == 0 || commas + inner_ands == 0 || items + inner_ands > int(longest_list)) return std::nullopt;
  int const pieces = items + inner_ands;
  if (capitals != 0 && capitals != pieces) return std::nullopt;  // "Anna Holm, chief executive, and …"
  // A list that ends "A, B and C" has its last "and" as a divider; an earlier one may be part of a name.
  if (closed) return Listed{items, pieces};
  if (inner_ands == 0) return std::nullopt;  // no end in sight
  return inner_ands == 1 ? Listed{pieces, pieces} : Listed{items + 1, pieces};
}

bool is_plural(Context const& c, std::uint32_t i) {
  WordId const w = c.tokens.tokens[i].word;
  if (w == unknown_word) return false;
  WordInfo const& info = word_info(w);
  return info.noun_lemma != w && (info.parts & noun) != 0;
}

}  // namespace

void find_list_counts(Context const& c) {
  for (auto const& item : c.row.items) {
    if (item.amount < 0) continue;
    Amount const& n = c.row.amounts[std::size_t(item.amount)];
    if (n.unit != no_unit || n.bound != Bound::exact || !n.value.is_point() || !middle(n).is_whole()) continue;
    if (middle(n) < Decimal(2) || middle(n) > Decimal(12)) continue;
    Sentence const& s = c.tokens.sentences[n.sentence];
    // The counted noun, then the mark that opens the list.
    auto open = item.last;
    if (n.mention >= 0) {
      auto const& q = c.mentions.quantities[std::size_t(n.mention)];
      if (q.counted_last > open) open = q.counted_last;
    }
    bool plural = open > item.first && is_plural(c, open - 1);
    for (int words = 0; open < s.last && words < 3 && c.tokens.tokens[open].is(TokenKind::word); ++words, ++open) {
      if (plural && (c.tokens.tokens[open].word == find_word("are") || c.tokens.tokens[open].word == find_word("were"))) break;
      plural = is_plural(c, open);
    }
    if (!plural || open + 2 >= s.last) continue;
    Token const& mark = c.tokens.tokens[open];
    bool const bracket = mark.is(TokenKind::open_bracket);
    static WordId const are = find_word("are"), were = find_word("were"), the = find_word("the"), its = find_word("its"),
                        their = find_word("their"), these = find_word("these");
    // "Its five members are Peru, …": names only, "the four boys are tired, …" lists something else.
    auto const lead = item.first > s.first ? c.tokens.tokens[item.first - 1].word : unknown_word;
    bool const owned = item.first > s.first && c.tokens.tokens[item.first - 1].is(TokenKind::possessive);
    bool const equated = mark.word != unknown_word && (mark.word == are || mark.word == were) &&
                         (owned || (lead != unknown_word && (lead == the || lead == its || lead == their || lead == these))) &&
                         c.tokens.tokens[open + 1].has(capital);
    if (!mark.is(TokenKind::colon) && !mark.is(TokenKind::dash) && !bracket && !equated) continue;
    auto end = open + 1;
    while (end < s.last && !c.tokens.tokens[end].is(TokenKind::stop) && !c.tokens.tokens[end].is(TokenKind::close_bracket) &&
           !c.tokens.tokens[end].is(TokenKind::dash) && !c.tokens.tokens[end].is(TokenKind::semicolon))
      ++end;
    bool const closed = end == s.last || c.tokens.tokens[end].is(TokenKind::stop) ||
                        (bracket && c.tokens.tokens[end].is(TokenKind::close_bracket)) ||
                        (mark.is(TokenKind::dash) && c.tokens.tokens[end].is(TokenKind::dash));
    if (!closed) continue;
    auto const listed = count_items(c, open + 1, end);
    if (!listed) continue;
    Interval const computed{Decimal(listed->least), Decimal(listed->most), false, false};
    std::string text = "the list names " + std::to_string(listed->most);
    if (disjoint(n.value, computed)) text += ", not " + text_of(c, n);
    emit(c, EquationKind::list_count, n, n.value, computed, text,
         {{c.tokens.tokens[open + 1].begin, c.tokens.tokens[end - 1].end}});
  }
}

}  // namespace counterclaim::equation
