// Numbers in words as dates write them: "twenty-one", "twenty-seventh", "nineteen eighty-six", "two thousand and ten".
#include "counterclaim/vocabulary.hpp"
#include "grammar/date_words.hpp"

namespace counterclaim::dates {
namespace {

struct Reader {
  std::span<Token const> tokens;
  std::string_view view;

  int value(Category category, std::size_t at) const {
    if (at >= tokens.size() || !tokens[at].begins(category)) return -1;
    auto const match = match_phrase(category, tokens, at, at + 1, view);
    if (!match) return -1;
    auto const number = parse_decimal(vocabulary(category)[static_cast<std::size_t>(match.row)].column[0]);
    if (!number || !number->is_whole() || *number > Decimal(1000000000)) return -1;
    return static_cast<int>(to_double(*number) + 0.5);
  }
  // 100 for "hundred", 1000 for "thousand"; -1 for what is neither.
  int scale(std::size_t at) const {
    auto const exponent = at < tokens.size() && tokens[at].is(TokenKind::word) ? value(Category::scales, at) : -1;
    return exponent == 2 ? 100 : exponent == 3 ? 1000 : -1;
  }
  bool hyphen(std::size_t at) const { return at < tokens.size() && tokens[at].is(TokenKind::hyphen); }
  bool and_word(std::size_t at) const { return at < tokens.size() && text_of(tokens[at], view) == "and"; }

  // "seven", "seventeen", "seventy", "seventy-seven", "seventy-seventh". Moves `at` behind it.
  int below_hundred(std::size_t& at, bool& ordinal) const {
    int const whole_ordinal = value(Category::ordinals, at);
    if (whole_ordinal > 0) return ++at, ordinal = true, whole_ordinal;
    int const first = value(Category::numerals, at);
    if (first < 0 || first > 99) return -1;
    ++at;
    if (first < 20 || first % 10 != 0) return first;
    auto const next = hyphen(at) ? at + 1 : at;
    int const unit = value(Category::numerals, next);
    if (unit >= 1 && unit <= 9) return at = next + 1, first + unit;
    int const last = value(Category::ordinals, next);
    if (last >= 1 && last <= 9) return at = next + 1, ordinal = true, first + last;
    return first;
  }
};

}  // namespace

std::uint32_t number_words(std::span<Token const> tokens, std::size_t start, std::string_view view, Word& w) {
  if (!tokens[start].begins(Category::numerals) && !tokens[start].begins(Category::ordinals) &&
      !(tokens[start].begins(Category::scales) && tokens[start].is(TokenKind::word)))
    return 0;
  Reader const read{tokens, view};
  auto at = start;
  bool ordinal = false, year = false, hundreds = false;
  int total = read.below_hundred(at, ordinal);
  if (total < 0) {
    if (read.scale(at) < 0) return 0;
    total = 1;
  }
  if (!ordinal && total >= 13 && total <= 21) {  // "nineteen eighty-six", "twenty ten"
    auto next = at;
    bool last = false;
    int const rest = read.below_hundred(next, last);
    if (rest >= 10 && !last && read.scale(next) < 0) {
      at = next;
      total = total * 100 + rest;
      year = true;
    }
  }
  while (!ordinal && !year) {
    int const scale = read.scale(at);
    if (scale < 0) break;
    ++at;
    total *= scale;
    auto next = read.and_word(at) ? at + 1 : at;
    bool last = false;
    int const rest = read.below_hundred(next, last);
    int const further = rest > 0 ? read.scale(next) : -1;
    if (rest > 0 && rest < scale && (further < 0 || further > scale)) {
      at = next;
      total += rest;
      ordinal = last;
    } else if (further > 0) {  // "two thousand five hundred" is no year
      hundreds = true;
    }
    year = scale == 1000 || total >= 1300;
    if (read.scale(at) > scale || total > 1000000) break;
  }
  w.named |= std::uint64_t(1) << (static_cast<unsigned>(ordinal ? Class::ordinal : Class::number) - 64);
  w.amount = Decimal(total);
  w.whole = total;
  // "eighteen fifty-sevenths"
  auto const tail = read.hyphen(at) ? at + 1 : at;
  bool const part =
      tail < tokens.size() && (tokens[tail].begins(Category::ordinals) || tokens[tail].begins(Category::fractions));
  bool const inside = start > 0 && tokens[start - 1].begins(Category::scales) && tokens[start - 1].is(TokenKind::word);
  // "Almost fifteen hundred people"
  bool const counts = total % 100 == 0 && total < 2000 && at < tokens.size() && tokens[at].word != unknown_word &&
                      word_info(tokens[at].word).noun_lemma != unknown_word && (word_info(tokens[at].word).parts & noun) != 0 &&
                      (word_info(tokens[at].word).noun_lemma != tokens[at].word || word_text(tokens[at].word) == "people");
  w.spelled_year =
      !counts && !ordinal && !hundreds && !inside && !part && year && at - start >= 2 && total >= 1100 && total <= 2199;
  return static_cast<std::uint32_t>(at - start);
}

}  // namespace counterclaim::dates
