#include <algorithm>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

char mark_of(Token const& t, std::string_view view) {
  switch (t.kind) {
    case TokenKind::comma:
      return ',';
    case TokenKind::semicolon:
      return ';';
    case TokenKind::colon:
      return ':';
    case TokenKind::open_bracket:
      return '(';
    case TokenKind::close_bracket:
      return ')';
    case TokenKind::hyphen:
    case TokenKind::dash:
      return '-';
    case TokenKind::slash:
      return '/';
    case TokenKind::possessive:
      return '\'';
    case TokenKind::quote:
      return '"';
    case TokenKind::stop:
    case TokenKind::point:
      return '.';
    case TokenKind::sign:
      return t.end - t.begin == 1 ? view[t.begin] : '?';
    default:
      return '?';
  }
}

Figure const* last_figure(Tokens const& tokens, std::uint32_t first, std::uint32_t last) {
  for (auto i = last; i-- > first;)
    if (tokens.tokens[i].is(TokenKind::figure)) return &tokens.figures[tokens.tokens[i].figure];
  return nullptr;
}

// A word of the bound before a figure: "a total of", "as much as", "capped at".
bool leads(Tokens const& tokens, Amount const& a) {
  static WordId const from = find_word("from"), total = find_word("total"), minus = find_word("minus");
  Token const& t = tokens.tokens[a.first];
  if (a.first + 1 >= a.last || !t.is(TokenKind::word) || t.word == minus) return false;
  return !a.spelled || t.word == from || t.word == total || (classes_of(t.word) >> class_hedge & 1) != 0;
}

// Builds the row left to right; one function a kind of mention.
struct Builder {
  Article const& article;
  Tokens const& tokens;
  Mentions const& mentions;
  Row row;
  std::uint32_t sentence = 0;
  std::size_t next_quantity = 0, next_date = 0;

  Item& add(ItemKind kind, std::uint32_t first, std::uint32_t last) {
    Item& item = row.items.emplace_back();
    item.kind = kind, item.first = first, item.last = last, item.sentence = sentence;
    return item;
  }
  void add_token(std::uint32_t i) {
    Token const& t = tokens.tokens[i];
    bool const word = t.is(TokenKind::word) || t.is(TokenKind::code) || t.is(TokenKind::figure);
    Item& item = add(word ? ItemKind::word : ItemKind::mark, i, i + 1);
    if (word)
      item.word = t.word, item.classes = classes_of(t.word), item.sign = word_bit(t.word);
    else
      item.mark = mark_of(t, article.view), item.sign = mark_bit(item.mark);
  }
  // The words of its bound stand before the figure as words of the row, a "plus" behind it. Returns the figure's item.
  std::size_t add_amount(Amount a) {
    static WordId const plus = find_word("plus");
    while (leads(tokens, a)) add_token(a.first++);
    Token const& end = tokens.tokens[a.last - 1];
    bool const trailing = a.last - a.first > 1 && plus != unknown_word && end.word == plus;
    if (trailing) --a.last;
    if (trailing && a.last + 1 < tokens.tokens.size() && starts_figure(a.last + 1))
      a.bound = Bound::exact, a.value.high = a.value.low;
    std::size_t const place = row.items.size();
    add(ItemKind::figure, a.first, a.last).amount = std::int32_t(row.amounts.size());
    row.amounts.push_back(a);
    if (trailing) add_token(a.last);
    return place;
  }
  bool starts_figure(std::uint32_t i) const {
    Token const& t = tokens.tokens[i];
    return t.is(TokenKind::figure) || t.is(TokenKind::currency);
  }

  bool hedges(std::uint32_t first, std::uint32_t last) const {
    static WordSet const words{"about", "around", "roughly", "approximately", "nearly", "almost", "some",
                               "over",  "more",   "under",   "less",          "just",   "close"};
    for (auto i = first; i < last; ++i) {
      if (words.has(tokens.tokens[i].word)) return true;
    }
    return false;
  }

  // "the new one draws 63"; the scale in "$2 per million" is none either.
  bool is_pronoun(QuantityMention const& q) const {
    static WordId const per = find_word("per");
    if (q.spelled && q.at.first > 0 && q.at.last - q.at.first == 1 && tokens.tokens[q.at.first - 1].word == per) return true;
    if (!q.spelled || q.value != Interval::exactly(1) || q.unit != no_unit || q.at.first == 0) return false;
    Token const& before = tokens.tokens[q.at.first - 1];
    if (before.word == unknown_word) return false;
    static WordSet const words{"the", "this", "that", "other", "another", "each", "any", "which", "every", "no"};
    return word_info(before.word).usual_part == adjective || words.has(before.word);
  }

  // "from 50 to 55 percent" read as a range tells two figures.
  bool add_range(Amount const& a) {
    if (a.bound != Bound::range || !a.value.low || !a.value.high) return false;
    static WordId const from = find_word("from"), to = find_word("to");
    std::uint32_t first = a.first, split = 0;
    bool told = first > 0 && tokens.tokens[first - 1].word == from;
    if (tokens.tokens[first].word == from) told = true, add_token(first++);
    for (auto i = first; i < a.last; ++i)
      if (tokens.tokens[i].word == to) split = i;
    if (!told || split <= first || split + 1 >= a.last) return false;
    Amount left = a, right = a;
    left.bound = right.bound = Bound::exact;
    left.value = Interval::exactly(*a.value.low), right.value = Interval::exactly(*a.value.high);
    left.first = first, left.last = split, right.first = split + 1;
    left.span = {tokens.tokens[first].begin, tokens.tokens[split - 1].end};
    right.span.begin = tokens.tokens[split + 1].begin;
    if (auto const* f = last_figure(tokens, first, split)) {
      left.place = f->place + a.scale;
      // An interval's ends are in order; "from 90 to 50" is not.
      Decimal const written = f->value, scaled_up = f->value * Decimal::scaled(1, a.scale);
      if ((written == *a.value.high || scaled_up == *a.value.high) && written != *a.value.low)
        std::swap(left.value, right.value);
    }
    if (hedges(first, split)) left.bound = Bound::about;
    if (hedges(split + 1, a.last)) right.bound = Bound::about;
    add_amount(left), add_token(split), add_amount(right);
    return true;
  }

  // "two" to "twelve"; else 0
  static int small_number(WordId word) {
    static WordSet const words{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    return words.has(word) ? int(std::find(words.begin(), words.end(), word) - words.begin()) + 2 : 0;
  }
  // "Norway sent 42 engineers, Poland 31 and Latvia 17": behind a name, where the list has told what is counted. The grammar
  // takes "Latvia 17" for the name of a thing.
  bool is_told_of_name(std::uint32_t i, Sentence const& s) const {
    static WordId const and_word = find_word("and");
    auto const& t = tokens.tokens;
    if (i < s.first + 3 || i + 1 >= s.last || !t[i - 1].is(TokenKind::word) || !t[i - 1].has(capital) || row.items.empty())
      return false;
    if (!t[i].is(TokenKind::figure) && small_number(t[i].word) == 0) return false;
    Token const& next = t[i + 1];
    bool const closed = next.is(TokenKind::comma) || next.is(TokenKind::stop) || next.is(TokenKind::semicolon) ||
                        (next.word == and_word && and_word != unknown_word);
    if (!closed) return false;
    auto name = i - 1;
    while (name > s.first && i - name < 4 && t[name - 1].is(TokenKind::word) && t[name - 1].has(capital)) --name;
    static WordId const the = find_word("the");
    if (name > s.first && t[name - 1].word == the && the != unknown_word) --name;
    if (name == s.first) return false;
    Token const& before = t[name - 1];
    if (!before.is(TokenKind::comma) && !before.is(TokenKind::colon) && before.word != and_word) return false;
    Figure const f = t[i].is(TokenKind::figure) ? tokens.figures[t[i].figure] : Figure{};
    if (f.leading_zero || (!f.grouped && f.value >= Decimal(1900) && f.value <= Decimal(2100))) return false;
    for (auto k = row.items.size(); k-- > 0 && row.items[k].sentence == sentence;)
      if (row.items[k].amount >= 0) {
        Amount const& a = row.amounts[std::size_t(row.items[k].amount)];
        if (a.counted || a.mention < 0) return true;
      }
    return false;
  }
  std::uint32_t add_told_of_name(std::uint32_t i) {
    Token const& t = tokens.tokens[i];
    Amount a;
    if (t.is(TokenKind::figure)) {
      Figure const& f = tokens.figures[t.figure];
      a.value = Interval::exactly(f.value), a.place = int(f.place);
    } else {
      a.value = Interval::exactly(small_number(t.word)), a.spelled = true;
    }
    a.span = {tokens.tokens[i].begin, tokens.tokens[i].end}, a.first = i, a.last = i + 1, a.sentence = sentence;
    add(ItemKind::figure, i, i + 1).amount = std::int32_t(row.amounts.size());
    row.amounts.push_back(a);
    return i + 1;
  }

  // The next of either kind from token `i` on; null behind the last.
  QuantityMention const* next_quantity_from(std::uint32_t i) {
    auto const& all = mentions.quantities;
    while (next_quantity < all.size() && (all[next_quantity].at.first < i || !is_figure(all[next_quantity]))) ++next_quantity;
    return next_quantity == all.size() ? nullptr : &all[next_quantity];
  }
  DateMention const* next_date_from(std::uint32_t i) {
    auto const& all = mentions.dates;
    while (next_date < all.size() && all[next_date].at.first < i) ++next_date;
    return next_date == all.size() ? nullptr : &all[next_date];
  }

  // Each returns the token behind what it added.
  std::uint32_t add_quantity(QuantityMention const& q, std::uint32_t end) {
    auto const index = std::uint32_t(&q - mentions.quantities.data());
    Amount const a = amount_of(tokens, mentions, index);
    bool const restated = q.bracket_of >= 0 && !row.items.empty() && row.items.back().mark == '(' && a.last < end &&
                          tokens.tokens[a.last].is(TokenKind::close_bracket);
    // "at $45,000 apiece ($270,000)" is a total.
    bool const total = restated && row.items.size() > 1 && is(row.items[row.items.size() - 2], class_each);
    if (restated && !total) {
      row.items.pop_back();
      return a.last + 1;
    }
    if (is_pronoun(q)) {
      add_token(a.first);
      return a.first + 1;
    }
    if (add_range(a)) return a.last;
    auto const item = add_amount(a);
    for (auto d = next_date; d < mentions.dates.size() && mentions.dates[d].at.first < a.last; ++d)
      if (mentions.dates[d].shape == DateShape::duration && mentions.dates[d].at.first >= a.first)
        row.items[item].date = std::int32_t(d);
    return a.last;
  }
  // Does the sentence hold a figure or a date? Nothing is offered elsewhere, nor of a program and its output.
  bool tells() {
    if (article.blocks[tokens.sentences[sentence].block].kind == BlockKind::code) return false;
    auto const& quantities = mentions.quantities;
    auto const& dates = mentions.dates;
    while (next_quantity < quantities.size() && quantities[next_quantity].at.sentence < sentence) ++next_quantity;
    while (next_date < dates.size() && dates[next_date].at.sentence < sentence) ++next_date;
    return (next_quantity < quantities.size() && quantities[next_quantity].at.sentence == sentence) ||
           (next_date < dates.size() && dates[next_date].at.sentence == sentence);
  }
  void add_sentence(Sentence const& s) {
    for (auto i = s.first; i < s.last;) {
      auto const* d = next_date_from(i);
      auto const* q = next_quantity_from(i);
      auto const told = std::min({q ? q->at.first : s.last, d ? d->at.first : s.last, s.last});
      while (i < told)
        if (is_told_of_name(i, s))
          i = add_told_of_name(i);
        else
          add_token(i++);
      if (i == s.last) break;
      if (q && q->at.first == i && q->at.last > i) {
        i = add_quantity(*q, s.last);
      } else if (d && d->at.first == i && d->at.last > i) {
        add(ItemKind::date, i, d->at.last).date = std::int32_t(d - mentions.dates.data());
        i = d->at.last;
      } else {
        add_token(i++);
      }
    }
  }

  // "under 6.2" with nothing counted is a version or a grade as often as a figure: no operand of anything.
  static bool is_figure(QuantityMention const& q) {
    bool const below = !q.value.low && q.unit == no_unit && q.counted_first == q.counted_last && q.place < 0;
    return !q.vague && !q.one_of && !below && (q.value.low || q.value.high);
  }
};

// The sentence whose items begin at `first`, if it tells anything.
void add_stretch(Row& row, std::uint32_t first, std::uint32_t sentence) {
  Row::Stretch next{first, std::uint32_t(row.items.size()), std::uint32_t(row.told.size()), 0, {}, {}, {}, 0};
  next.first_figure = std::uint32_t(row.figures.size());
  for (auto i = next.first; i < next.last; ++i) {
    auto const& item = row.items[i];
    if (item.amount >= 0) row.figures.push_back(i);
    if (item.amount >= 0 || item.date >= 0) row.told.push_back(i), ++next.figures;
    auto const signs = signs_of(item);
    next.signs.classes |= signs.classes, next.signs.words |= signs.words, next.signs.marks |= signs.marks;
  }
  if (next.figures == 0) return;
  next.last_figure = std::uint32_t(row.figures.size());
  next.folded = next.signs.folded();
  for (int n = 0; n <= next.figures && n < int(row.telling.size()); ++n)
    row.telling[std::size_t(n)].push_back(std::uint32_t(row.sentences.size()));
  row.stretch_of[sentence] = std::int32_t(row.sentences.size());
  row.sentences.push_back(next);
}

}  // namespace

Amount amount_of(Tokens const& tokens, Mentions const& mentions, std::size_t index) {
  QuantityMention const& q = mentions.quantities[index];
  Amount a;
  a.value = q.value, a.bound = q.bound, a.unit = q.unit, a.place = q.place;
  a.span = q.at.span, a.first = q.at.first, a.last = q.at.last, a.sentence = q.at.sentence;
  a.mention = std::int32_t(index), a.spelled = q.spelled, a.share = q.share, a.counted = q.counted_first < q.counted_last;
  // "31 million tonnes of wheat and 9 million of barley": the unit is the other figure's.
  static WordId const of = find_word("of");
  if (q.counted_first > a.last && a.last < tokens.tokens.size() && tokens.tokens[a.last].word == of && !q.share)
    a.counted = false;
  // "fell to 1,000, or 20%": behind a comma the percent sign is the other figure's alone.
  bool const lent = a.last - a.first == 1 && a.last < tokens.tokens.size() && tokens.tokens[a.last].is(TokenKind::comma);
  bool const told = tokens.tokens[a.first].begins(Category::multiples);  // "doubled, from 40 to 60"
  if (lent && !told && (is_percent(a) || is_multiple(a)) && (q.spelled || tokens.tokens[a.first].is(TokenKind::figure)))
    a.unit = no_unit;
  if (auto const* f = last_figure(tokens, a.first, a.last); f && !q.spelled) a.scale = std::max(0, q.place - f->place);
  return a;
}

Amount without_bound_words(Tokens const& tokens, Amount a) {
  while (leads(tokens, a)) ++a.first;
  return a;
}

Row make_row(Article const& article, Tokens const& tokens, Mentions const& mentions) {
  Builder b{article, tokens, mentions, {}};
  b.row.items.reserve(tokens.tokens.size() + tokens.sentences.size());
  b.row.stretch_of.assign(tokens.sentences.size(), -1);
  for (; b.sentence < tokens.sentences.size(); ++b.sentence) {
    Sentence const& s = tokens.sentences[b.sentence];
    auto const first = std::uint32_t(b.row.items.size());
    bool const same_block = b.sentence > 0 && tokens.sentences[b.sentence - 1].block == s.block;
    if (b.sentence > 0) b.add(same_block ? ItemKind::sentence_end : ItemKind::block_end, s.first, s.first);
    if (b.tells())
      b.add_sentence(s), add_stretch(b.row, first, b.sentence);
    else
      b.add(ItemKind::mark, s.first, s.last);
  }
  return std::move(b.row);
}

}  // namespace counterclaim::equation
