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
  static WordSet const joins{"and", "or"};
  auto const& t = c.tokens.tokens[i];
  return t.is(TokenKind::ampersand) || joins.has(t.word);
}

// The items of a list in tokens [first, last); nothing where it is no plain list.
std::optional<Listed> count_items(Context const& c, std::uint32_t first, std::uint32_t last) {
  static WordSet const open_ended{"others", "other", "etc", "including", "more", "which", "who", "that", "is", "are", "was",
                                  "were", "has", "have", "will", "not", "but", "to", "he", "she", "it", "they", "we", "you",
                                  "i", "plus",
                                  // parts of a name behind a comma
                                  "jr", "sr", "ii", "iii", "inc", "ltd", "llc", "phd", "md", "esq"};
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
    if (!name_part || open_ended.has(t.word)) return std::nullopt;
    if (t.begins(Category::numerals)) return std::nullopt;  // "the bar and the two brackets"
    if (length == 0) capitals += t.has(capital);
    if (++length > longest_item) return std::nullopt;
    after_comma = false;
  }
  if (length == 0 || commas + inner_ands == 0 || items + inner_ands > int(longest_list)) return std::nullopt;
  int const pieces = items + inner_ands;
  if (capitals != 0 && capitals != pieces) return std::nullopt;  // "Anna Riis, chief executive, and …"
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

bool is_word(Context const& c, std::uint32_t i, std::initializer_list<std::string_view> words) {
  WordId const w = c.tokens.tokens[i].word;
  return w != unknown_word && std::find(words.begin(), words.end(), word_text(w)) != words.end();
}

// The token behind the counted noun ("four", "more wards" in a clause of few words); 0 where no plural stands there.
std::uint32_t behind_noun(Context const& c, Item const& item, Amount const& n, Sentence const& s) {
  auto at = item.last;
  if (n.mention >= 0) at = std::max(at, c.mentions.quantities[std::size_t(n.mention)].counted_last);
  bool plural = at > item.first && is_plural(c, at - 1);
  for (int words = 0; at < s.last && words < 3 && c.tokens.tokens[at].is(TokenKind::word); ++words, ++at) {
    WordId const w = c.tokens.tokens[at].word;
    if (plural && w != unknown_word && word_info(w).usual_part == verb) break;
    if (plural && is_word(c, at, {"are", "were", "have", "has", "had", "will", "can", "was", "is"})) break;
    plural = is_plural(c, at);
  }
  return plural && at + 2 < s.last ? at : 0;
}

// "Four wards have been emptied: …": the subject is counted, and the clause names nothing else in the plural.
std::uint32_t colon_behind_clause(Context const& c, Item const& item, std::uint32_t at, Sentence const& s) {
  if (item.first > s.first + 1) return 0;
  for (auto i = at; i + 2 < s.last && i < at + 10; ++i) {
    if (c.tokens.tokens[i].is(TokenKind::colon)) return i;
    if (!c.tokens.tokens[i].is(TokenKind::word) || is_plural(c, i)) return 0;
  }
  return 0;
}

enum class Entries { any, names };
struct Opening {
  std::uint32_t mark = 0;  // the token before the list
  Entries entries = Entries::any;
};

std::optional<Opening> opening_of(Context const& c, Item const& item, Amount const& n, Sentence const& s) {
  auto const at = behind_noun(c, item, n, s);
  if (at == 0) return std::nullopt;
  Token const& mark = c.tokens.tokens[at];
  if (mark.is(TokenKind::colon) || mark.is(TokenKind::dash) || mark.is(TokenKind::open_bracket))
    return Opening{at, Entries::any};
  // "Its five members are Peru, …": names only, "the four boys are tired, …" lists something else.
  bool const owned = item.first > s.first && (c.tokens.tokens[item.first - 1].is(TokenKind::possessive) ||
                                              is_word(c, item.first - 1, {"the", "its", "their", "these"}));
  if (owned && is_word(c, at, {"are", "were"}) && c.tokens.tokens[at + 1].has(capital)) return Opening{at, Entries::names};
  if (auto const colon = colon_behind_clause(c, item, at, s)) return Opening{colon, Entries::names};
  return std::nullopt;
}

bool is_small_count(Amount const& n) {
  return n.unit == no_unit && n.bound == Bound::exact && n.value.is_point() && middle(n).is_whole() &&
         middle(n) >= Decimal(2) && middle(n) <= Decimal(12);
}

void emit_count(Context const& c, Amount const& n, Listed listed, Span list) {
  Interval const computed{Decimal(listed.least), Decimal(listed.most), false, false};
  std::string text = "the list names " + std::to_string(listed.most);
  if (disjoint(n.value, computed)) text += ", not " + text_of(c, n);
  emit(c, EquationKind::list_count, n, n.value, computed, text, {list});
}

void find_inline(Context const& c, Item const& item, Amount const& n) {
  Sentence const& s = c.tokens.sentences[n.sentence];
  auto const opening = opening_of(c, item, n, s);
  if (!opening) return;
  auto const& tokens = c.tokens.tokens;
  auto const first = opening->mark + 1;
  if (opening->entries == Entries::names && !tokens[first].has(capital)) return;
  auto end = first;
  while (end < s.last && !tokens[end].is(TokenKind::stop) && !tokens[end].is(TokenKind::close_bracket) &&
         !tokens[end].is(TokenKind::dash) && !tokens[end].is(TokenKind::semicolon))
    ++end;
  bool const closed = end == s.last || tokens[end].is(TokenKind::stop) ||
                      (tokens[opening->mark].is(TokenKind::open_bracket) && tokens[end].is(TokenKind::close_bracket)) ||
                      (tokens[opening->mark].is(TokenKind::dash) && tokens[end].is(TokenKind::dash));
  if (!closed) return;
  if (auto const listed = count_items(c, first, end)) emit_count(c, n, *listed, {tokens[first].begin, tokens[end - 1].end});
}

// Names, or codes behind "the": "Ohio, Texas and Maine", "the R1 and the R2".
bool are_names(Context const& c, std::uint32_t first, std::uint32_t last) {
  bool begins = true;
  for (auto i = first; i < last; ++i) {
    auto const& t = c.tokens.tokens[i];
    if (t.begins(Category::reporting_verbs)) return false;
    if (t.is(TokenKind::comma) || is_and(c, i)) {
      begins = true;
      continue;
    }
    if (begins && !is_word(c, i, {"the"}) && !t.has(capital) && !t.is(TokenKind::code)) return false;
    begins = begins && is_word(c, i, {"the"});
  }
  return true;
}

// "Two drugs, Alvira, Benda and Corvex, were compared", "It comes in three versions, the R1, the R2, the R3 and the R4."
void find_apposed(Context const& c, Item const& item, Amount const& n) {
  Sentence const& s = c.tokens.sentences[n.sentence];
  auto const at = behind_noun(c, item, n, s);
  auto const& tokens = c.tokens.tokens;
  if (at == 0 || !tokens[at].is(TokenKind::comma)) return;
  bool const subject =
      item.first == s.first || (item.first == s.first + 1 && is_word(c, s.first, {"the", "its", "their", "all", "his", "her"}));
  auto end = at + 1;
  if (subject) {
    bool joined = false;
    for (; end < s.last && !tokens[end].is(TokenKind::stop) && !(joined && tokens[end].is(TokenKind::comma)); ++end)
      joined = joined || is_and(c, end);
    if (end + 1 >= s.last || !tokens[end].is(TokenKind::comma)) return;
    WordId const next = tokens[end + 1].word;
    if (next == unknown_word || (word_info(next).parts & verb) == 0 || tokens[end + 1].has(capital) ||
        tokens[end + 1].begins(Category::reporting_verbs))
      return;
  } else {
    WordId const first = tokens[s.first].word;
    if (first == unknown_word ||
        is_word(c, s.first, {"in", "on", "at",    "after", "before", "with",  "for",     "of",        "from", "by", "when",
                             "if", "as", "since", "while", "during", "among", "despite", "following", "over", "to"}))
      return;
    while (end < s.last && !tokens[end].is(TokenKind::stop)) ++end;
    if (end + 1 < s.last) return;
  }
  if (!are_names(c, at + 1, end)) return;
  if (auto const listed = count_items(c, at + 1, end)) emit_count(c, n, *listed, {tokens[at + 1].begin, tokens[end - 1].end});
}

// "The release brings four changes:" before a list of items. Only too short a list is told: a longer one may be nested, and one
// that goes on behind a paragraph has no certain end.
void find_bullets(Context const& c) {
  auto const& blocks = c.article.blocks;
  std::vector<std::int32_t> last_figure(blocks.size(), -1);
  std::vector<std::int32_t> figures(blocks.size(), 0);
  for (auto const i : c.row.figures) {
    auto const block = c.tokens.sentences[c.row.amounts[std::size_t(c.row.items[i].amount)].sentence].block;
    last_figure[block] = std::int32_t(i), ++figures[block];
  }
  for (std::size_t lead = 0; lead + 2 < blocks.size(); ++lead) {
    if (figures[lead] == 0 || blocks[lead].kind != BlockKind::paragraph) continue;
    std::size_t end = lead + 1;
    while (end < blocks.size() && blocks[end].kind == BlockKind::list_item && blocks[end].lead_in == std::int32_t(lead)) ++end;
    int const count = int(end - lead - 1);
    if (count < 2 || (end + 1 < blocks.size() && blocks[end + 1].kind == BlockKind::list_item)) continue;
    Item const& item = c.row.items[std::size_t(last_figure[lead])];
    Amount const& n = c.row.amounts[std::size_t(item.amount)];
    Sentence const& s = c.tokens.sentences[n.sentence];
    if (!is_small_count(n) || s.span.end < blocks[lead].span.end || s.last <= s.first) continue;
    auto const noun_end = std::max(item.last, c.mentions.quantities[std::size_t(n.mention)].counted_last);
    auto const colon = s.last - 1;
    if (!c.tokens.tokens[colon].is(TokenKind::colon) || colon > noun_end + 2 || !is_plural(c, noun_end - 1)) continue;
    if (Decimal(count) > middle(n)) continue;
    emit_count(c, n, {count, count}, {blocks[lead + 1].span.begin, blocks[end - 1].span.end});
  }
}

}  // namespace

void find_list_counts(Context const& c) {
  for (auto const i : c.row.figures) {
    auto const& item = c.row.items[i];
    auto const& n = c.row.amounts[std::size_t(item.amount)];
    if (!is_small_count(n)) continue;
    find_inline(c, item, n);
    find_apposed(c, item, n);
  }
  find_bullets(c);
}

}  // namespace counterclaim::equation
