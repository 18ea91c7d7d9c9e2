#include "grammar/code_tokens.hpp"

#include <algorithm>
#include <array>

#include "counterclaim/fold.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

class Joiner {
 public:
  Joiner(std::string_view view, Tokens& out, std::size_t first, std::size_t from)
      : view_(view), out_(out), tokens_(out.tokens), first_(first), from_(from) {}

  void run() {
    std::size_t out = from_;
    for (std::size_t at = out; at < tokens_.size(); ++out) {
      auto const count = tokens_[at].is(TokenKind::figure) ? join_from(at, out) : 1;
      if (out != at) tokens_[out] = tokens_[at];
      at += count;
    }
    tokens_.resize(out);
  }

 private:
  std::string_view text(Token const& t) const { return text_of(t, view_); }

  // Merges tokens [at, at + count) into one code token.
  void merge(std::size_t at, std::size_t count) {
    auto& t = tokens_[at];
    t.end = tokens_[at + count - 1].end;
    t.kind = TokenKind::code;
    look_up(t, view_);
  }

  bool name_before(std::size_t at) const {
    if (at == first_) return false;
    auto const& p = tokens_[at - 1];
    if (p.is(TokenKind::code)) return true;
    return p.is(TokenKind::word) && p.has(capital) && !p.begins(Category::function_words) && !p.begins(Category::abbreviations);
  }

  // Case counts: "5d" is five days, "3D" is none.
  bool is_unit_suffix(std::size_t at) const {
    static constexpr Category suffixes[] = {Category::units, Category::scales, Category::currencies};
    return std::ranges::any_of(
        suffixes, [&](auto const category) { return bool(match_phrase(category, tokens_, at, tokens_.size(), view_)); });
  }

  // "a 700W card", "the 400V line", "baked at 350F": a large figure with one capital letter that is a unit and ends no name.
  bool is_large_measure(std::size_t at) const {
    auto const letter = text(tokens_[at + 1]);
    if (letter == "W" || letter == "V") return true;
    if ((letter != "F" && letter != "C") || at == first_ || tokens_[at - 1].has(capital)) return false;
    static WordSet const levels{"at", "above", "below", "near", "around", "about", "reached", "hit"};
    return levels.has(tokens_[at - 1].word);
  }

  // How many tokens from `at` make one name with digits; 0 if none.
  std::size_t code_length(std::size_t at) const {
    auto const& t = tokens_[at];
    auto glued_word = [&](std::size_t i) {
      return i < tokens_.size() && tokens_[i].has(glued) && tokens_[i].is(TokenKind::word);
    };
    if (!t.is(TokenKind::figure) || t.has(ordinal_suffix) || t.has(decade_suffix)) return 0;
    if (glued_word(at + 1)) {
      auto const& suffix = tokens_[at + 1];
      bool const unit = is_unit_suffix(at + 1);
      auto const& figure = out_.figures[t.figure];
      bool const one_capital = suffix.end - suffix.begin == 1 && suffix.has(capital);
      if (!unit && !suffix.begins(Category::clock_suffixes)) return 2;
      // "910C" is no temperature, "45.6C" and "21C" are; a scale letter counts unless a name stands before ("Model 3B").
      bool const measure = one_capital && !suffix.begins(Category::scales);
      bool const large = figure.place == 0 && !figure.grouped && figure.value >= Decimal(200);
      if (measure && large && !is_large_measure(at)) return 2;
      if (measure && name_before(at)) return 2;
      return 0;
    }
    // "2.5-Max" behind a name.
    bool const hyphen = at + 1 < tokens_.size() && tokens_[at + 1].is(TokenKind::hyphen) && tokens_[at + 1].has(glued);
    if (hyphen && glued_word(at + 2) && tokens_[at + 2].has(capital) && name_before(at) &&
        !tokens_[at + 2].begins(Category::units))
      return 3;
    return 0;
  }

  // Text cut into words before it came here ("rose 6 . 2 %", "10 , 000 seats"): the blank before the mark tells.
  bool is_plain_figure(std::size_t at) const {
    auto const& t = tokens_[at];
    if (!t.is(TokenKind::figure) || t.has(glued) || t.has(ordinal_suffix) || t.has(decade_suffix)) return false;
    auto const& f = out_.figures[t.figure];
    return f.place == 0 && !f.grouped;
  }
  bool is_spaced_decimal(std::size_t at) const {
    if (at + 2 >= tokens_.size() || !is_plain_figure(at) || !is_plain_figure(at + 2)) return false;
    auto const &point = tokens_[at + 1], &whole = tokens_[at];
    if (!point.is(TokenKind::stop) || point.has(glued) || view_[point.begin] != '.' || point.end - point.begin != 1)
      return false;
    if (whole.end - whole.begin > 3 || out_.figures[whole.figure].leading_zero) return false;
    if (out_.figures[whole.figure].value.is_zero()) return true;
    if (at > first_ && tokens_[at - 1].is(TokenKind::currency)) return true;
    if (at + 3 >= tokens_.size()) return false;
    auto const& behind = tokens_[at + 3];
    bool const counted = behind.is(TokenKind::word) && behind.begins(Category::currencies);
    return behind.is(TokenKind::percent) || behind.is(TokenKind::comma) || counted || is_unit_suffix(at + 3);
  }
  bool is_spaced_thousand(std::size_t at) const {
    if (at + 2 >= tokens_.size() || !is_plain_figure(at) || !is_plain_figure(at + 2)) return false;
    auto const &comma = tokens_[at + 1], &group = tokens_[at + 2], &lead = tokens_[at];
    if (!comma.is(TokenKind::comma) || comma.has(glued) || group.end - group.begin != 3) return false;
    if (lead.end - lead.begin > 3 || out_.figures[lead.figure].leading_zero || out_.figures[lead.figure].value.is_zero())
      return false;
    // A list of figures is none: "in 4 , 250 and 300 copies".
    auto const lists = [&](std::size_t i) {
      return i < tokens_.size() && (tokens_[i].is(TokenKind::comma) || text(tokens_[i]) == "and");
    };
    return !(at > first_ && lists(at - 1)) &&
           !(lists(at + 3) && at + 4 < tokens_.size() && tokens_[at + 4].is(TokenKind::figure));
  }
  // Tokens [at, at + 3) as one figure.
  void join_figure(std::size_t at) {
    auto& t = tokens_[at];
    auto const &tail = tokens_[at + 2], &mark = tokens_[at + 1];
    auto const digits = int(tail.end - tail.begin);
    auto& f = out_.figures[t.figure];
    auto const& part = out_.figures[tail.figure].value;
    if (mark.is(TokenKind::comma)) {
      f.value = f.value * Decimal(1000) + part;
      f.grouped = true;
    } else {
      f.value = f.value + part * Decimal::scaled(1, -digits);
      f.place = std::int8_t(-digits);
    }
    t.end = tail.end;
  }

  // Makes one token of those that the figure at `at` begins; says how many there were.
  std::size_t join_from(std::size_t at, std::size_t out) {
    if (at > first_ && out > first_) tokens_[at - 1] = tokens_[out - 1];  // what stands before it has moved there
    if (auto const count = code_length(at); count > 1) {
      merge(at, count);
      return count;
    }
    if (!is_spaced_decimal(at) && !is_spaced_thousand(at)) return 1;
    join_figure(at);
    return 3;
  }

  std::string_view view_;
  Tokens& out_;
  std::vector<Token>& tokens_;
  std::size_t first_, from_;
};

}  // namespace

void look_up(Token& t, std::string_view view) {
  static auto const signs = [] {  // the words of one byte
    std::array<WordId, 128> ids{};
    for (char c = 1; c < 'A'; ++c) ids[std::size_t(c)] = find_word({&c, 1});
    return ids;
  }();
  auto const s = text_of(t, view);
  if (s.size() == 1 && s[0] > 0 && s[0] < 'A') {
    t.word = signs[std::size_t(s[0])];
  } else {
    Folded folded;
    fold(s, folded);
    t.word = find_word(folded.text());
  }
  t.categories = word_info(t.word).categories;
}

void join_codes(std::string_view view, Tokens& tokens, std::size_t first, std::size_t from) {
  Joiner(view, tokens, first, from).run();
}

}  // namespace counterclaim
