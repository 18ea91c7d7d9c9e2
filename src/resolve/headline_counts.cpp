// What a headline counts with few words, held to the article's: places in a row ("sixth title"), scores ("3-1"), small counts
// ("nine bridges closed").
#include <optional>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/headline_body.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t most_tokens = 1500;  // of a body that are looked at

class HeadlineCounts {
 public:
  HeadlineCounts(HeadlineBody& body, std::uint32_t article)
      : body_(body), article_(article), c_(body.context()), tokens_(c_.tokens.tokens) {}

  void run() {
    auto const& h = c_.tokens.sentences[0];
    for (auto i = h.first; i + 1 < h.last; ++i) {
      if (tokens_[i].has(in_quotes)) continue;
      if (auto const place = place_at(i); place != 0)
        judge_place(i, place);
      else if (auto const s = score_at(i))
        judge_score(i, *s);
    }
    auto const n = body_.figures();
    for (std::size_t k = 0; k < n && body_.claim(k).headline; ++k) judge_count(k);
  }

 private:
  struct Score {
    Decimal low, high;  // who won is not asked
    friend bool operator==(Score const&, Score const&) = default;
  };

  std::uint32_t end() const {
    return std::min<std::uint32_t>(std::uint32_t(tokens_.size()), c_.tokens.sentences[0].last + most_tokens);
  }
  WordId noun(std::uint32_t i) const {
    auto const w = i < tokens_.size() && tokens_[i].is(TokenKind::word) ? tokens_[i].word : unknown_word;
    return w == unknown_word ? unknown_word : word_info(w).noun_lemma;
  }
  // "Sixth", "6th" before a noun; 0 if there is none.
  int place_at(std::uint32_t i) const {
    static WordSet const passing{"time", "day",   "year", "month",   "week",   "half", "quarter",
                                 "hour", "place", "set",  "century", "person", "man",  "woman"};
    auto const& t = tokens_[i];
    if (!t.begins(Category::ordinals) && !t.has(ordinal_suffix)) return 0;
    auto const next = noun(i + 1);
    if (next == unknown_word || tokens_[i + 1].begins(Category::function_words) || passing.has(next) || c_.covered[i] != 0)
      return 0;
    if (t.is(TokenKind::figure)) return int(c_.tokens.figures[t.figure].value.digits);
    auto const m = match_phrase(Category::ordinals, tokens_, i, i + 1, c_.article.view);
    auto const value = m ? parse_decimal(vocabulary(Category::ordinals)[std::size_t(m.row)].column[0]) : std::nullopt;
    return value ? int(value->digits) : 0;
  }
  std::optional<Score> score_at(std::uint32_t i) const {
    if (i + 2 >= tokens_.size() || !tokens_[i].is(TokenKind::figure) || !tokens_[i + 2].is(TokenKind::figure)) return {};
    if ((!tokens_[i + 1].is(TokenKind::dash) && !tokens_[i + 1].is(TokenKind::hyphen)) || c_.covered[i] != 0) return {};
    auto const &a = c_.tokens.figures[tokens_[i].figure].value, &b = c_.tokens.figures[tokens_[i + 2].figure].value;
    if (!a.is_whole() || !b.is_whole() || a >= Decimal(200) || b >= Decimal(200)) return {};
    return Score{std::min(a, b), std::max(a, b)};
  }
  // A score on the way to another: "made it 2-1", "3-1 up", "2-1 at half-time".
  bool is_passing(std::uint32_t i) const {
    static WordSet const words{"make", "made",  "half-time", "break", "half", "lead",  "led",     "level", "up",
                               "down", "ahead", "behind",    "go",    "went", "trail", "trailed", "set",   "equalise"};
    auto const& s = c_.tokens.sentences;
    auto const from = i - std::min(i, 5u);
    for (auto k = from; k < i + 8 && k < tokens_.size(); ++k)
      if (words.has(tokens_[k].word)) return true;
    return s.empty();
  }

  // "The third defeat had come on Friday": one that went before.
  bool is_of_before(std::uint32_t i) const {
    static WordSet const words{"had", "last", "previous", "earlier", "before", "after", "ago"};
    constexpr std::uint32_t near = 8;
    for (auto k = i - std::min(i, near); k < i + near && k < tokens_.size(); ++k)
      if (words.has(tokens_[k].word)) return true;
    return false;
  }
  void judge_place(std::uint32_t at, int told) {
    auto const of = noun(at + 1);
    std::uint32_t found = 0;
    int given = 0;
    for (auto i = c_.tokens.sentences[0].last; i + 1 < end(); ++i) {
      if (place_at(i) == 0 || noun(i + 1) != of) continue;
      auto const place = place_at(i);
      if (place == told || (found != 0 && place != given)) return;
      if (is_of_before(i)) return;
      if (found == 0) found = i, given = place;
    }
    if (found != 0) tell(at, at + 1, Decimal(told), found, found + 1, Decimal(given));
  }
  void judge_score(std::uint32_t at, Score const& told) {
    std::uint32_t found = 0;
    std::optional<Score> given;
    for (auto i = c_.tokens.sentences[0].last; i + 2 < end(); ++i) {
      auto const s = score_at(i);
      if (!s) continue;
      if (*s == told || is_passing(i) || (given && !(*s == *given))) return;
      if (!given) found = i, given = s;
      i += 2;
    }
    if (given) tell(at, at + 3, number(told), found, found + 3, number(*given));
  }
  static Decimal number(Score const& s) { return s.low * Decimal(1000) + s.high; }

  // "Nine bridges closed", where "all seven bridges" are shut and no nine of anything stands below.
  void judge_count(std::size_t h) {
    constexpr int least = 3, most = 12, same_thing_done = 2 * HeadlineBody::enough;
    auto const& c = body_.claim(h);
    if (c.unit != no_unit || c.counted.empty() || c.bound != Bound::exact || c.quoted || c.vague || !c.value.is_point()) return;
    auto const told = *c.value.low;
    if (!told.is_whole() || told < Decimal(least) || told > Decimal(most)) return;
    auto const n = body_.figures();
    std::optional<std::size_t> found;
    Decimal sum(0);
    for (std::size_t i = h + 1; i < n; ++i) {
      auto const& b = body_.claim(i);
      auto const m = midpoint(b.value);
      if (b.headline || !m) continue;
      bool const of_them = b.unit == no_unit && (b.counted.empty() || b.counted == c.counted);
      if (of_them && (*m == told || *m == told - Decimal(1))) return;
      if (b.counted != c.counted || b.unit != no_unit || !b.value.is_point() || b.bound != Bound::exact) continue;
      sum = sum + *m;
      if (found && *midpoint(body_.claim(*found).value) != *m) return;
      if (!found) found = i;
    }
    if (!found || sum == told || *midpoint(body_.claim(*found).value) < Decimal(2)) return;
    auto const& at = body_.at(*found);
    if (body_.shared(0, at.sentence, at.sentence) < same_thing_done || tells(told)) return;
    tell(body_.at(h).first, body_.at(h).last, told, at.first, at.last, *midpoint(body_.claim(*found).value));
  }
  // Does an ordinal below say that there are so many? "And a ninth"
  bool tells(Decimal count) const {
    for (auto i = c_.tokens.sentences[0].last; i < end(); ++i) {
      if (!tokens_[i].begins(Category::ordinals)) continue;
      auto const m = match_phrase(Category::ordinals, tokens_, i, i + 1, c_.article.view);
      if (m && parse_decimal(vocabulary(Category::ordinals)[std::size_t(m.row)].column[0]) == count) return true;
    }
    return false;
  }

  void tell(std::uint32_t first, std::uint32_t last, Decimal told, std::uint32_t found, std::uint32_t found_last,
            Decimal given) {
    Claim like;
    like.article = article_;
    like.span = {tokens_[first].begin, tokens_[last - 1].end};
    like.sentence = c_.tokens.sentences[0].span, like.block = c_.tokens.sentences[0].block;
    Span const there{tokens_[found].begin, tokens_[found_last - 1].end};
    body_.offer(like, Interval::exactly(told), Interval::exactly(given), visible(c_.article.view, there), {there});
  }

  HeadlineBody& body_;
  std::uint32_t article_;
  Context const& c_;
  std::vector<Token> const& tokens_;
};

}  // namespace

void find_headline_counts(HeadlineBody& body, std::uint32_t article) { HeadlineCounts(body, article).run(); }

}  // namespace counterclaim
