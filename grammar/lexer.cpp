// Raw tokens with the lexicon's word for each, grouped into sentences. Three passes over a block, each linear: scan and look
// up; join what a name with digits was scanned apart ("Ascend 910C", "2.5-Max"); mark sentence ends, quotations and brackets.
#include <algorithm>

#include "counterclaim/fold.hpp"
#include "counterclaim/token.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/code_tokens.hpp"
#include "grammar/lexicon_layout.hpp"
#include "grammar/plain_word.hpp"
#include "grammar/scan.hpp"

namespace counterclaim {
namespace {

class BlockLexer {
 public:
  BlockLexer(std::string_view view, Tokens& out) : view_(view), out_(out), tokens_(out.tokens) {}

  void run(Block const& block, std::uint32_t number) {
    first_ = std::uint32_t(tokens_.size());
    scan(block.span);
    if (first_figure_ != SIZE_MAX) join_codes(view_, out_, first_, first_figure_);
    if (any_pair_) mark_quotes();
    cut_sentences(number);
  }

 private:
  std::string_view text(Token const& t) const { return text_of(t, view_); }

  // Not inlined: beside the other passes its loop would run out of registers.
  [[gnu::noinline]] void scan(Span span) {
    first_figure_ = SIZE_MAX;
    any_pair_ = any_dotted_ = false;
    RawToken raw;
    for (auto at = span.begin;;) {
      if (take_plain_word(at, span.end)) continue;
      if (!scan_token(view_, at, span.end, raw)) return;
      if (raw.kind == TokenKind::code) split_currency(raw);
      if ((raw.flags & decade_suffix) != 0 && is_seconds(raw)) {
        raw.flags &= std::uint8_t(~decade_suffix);
        --raw.end;
      }
      take(raw);
      at = raw.end;
    }
  }

  bool take_plain_word(std::uint32_t& at, std::uint32_t end) {
    auto const* p = view_.data() + at;
    auto const* const past = view_.data() + end;
    if (*p == ' ') ++p;
    while (*p <= ' ' && (*p == ' ' || *p == '\n')) ++p;  // behind the text stands a '\0'
    PlainWord plain;
    if (!read_plain_word(p, past, plain)) return false;
    auto const begin = std::uint32_t(p - view_.data());
    auto flags = plain.flags;
    if (begin == at && at != 0 && tokens_.size() != first_) flags |= glued;
    auto const word = find_hashed(plain.lower, plain.length, layout::bytes_at(plain.lower, 8), plain.hash);
    at = begin + plain.length;
    tokens_.push_back({begin, at, word, 0, TokenKind::word, std::uint8_t(flags), 0, word_info(word).categories});
    return true;
  }

  void take(RawToken const& raw) {
    Token& t = tokens_.emplace_back(Token{raw.begin, raw.end, unknown_word, 0, raw.kind, raw.flags});
    if (tokens_.size() == first_ + 1) t.flags &= std::uint8_t(~glued);
    if (t.kind == TokenKind::figure) {
      first_figure_ = std::min(first_figure_, tokens_.size() - 1);
      t.figure = std::uint32_t(out_.figures.size());
      out_.figures.push_back(raw.figure);
      return;
    }
    any_dotted_ |= is_dotted(t);
    any_pair_ |= t.is(TokenKind::quote) || t.is(TokenKind::open_bracket) || t.is(TokenKind::close_bracket);
    look_up(t, view_);
  }

  // "A timeout of 30s": seconds, unless a word of decades or ages stands before ("the 30s", "in their 60s", "mid-50s", "60s and
  // 70s").
  bool is_seconds(RawToken const& t) const {
    if (t.end - t.begin != 3 || tokens_.size() <= first_) return false;
    static WordSet const decade{"the",  "early", "mid", "late", "his",   "her",   "their",   "my",
                                "your", "our",   "low", "high", "upper", "lower", "roaring", "swinging"};
    auto const& p = tokens_.back();
    if (p.is(TokenKind::hyphen) || p.is(TokenKind::dash) || p.is(TokenKind::quote) || p.is(TokenKind::possessive)) return false;
    if (p.is(TokenKind::word) && decade.has(p.word)) return false;
    return tokens_.size() <= first_ + 1 || !tokens_[tokens_.size() - 2].has(decade_suffix);  // listed
  }

  // "USD10m" and "Rs500" are sums and no names: the code or sign of a currency before digits.
  void split_currency(RawToken& raw) {
    constexpr std::size_t longest = 4;  // bytes: "Kč", "SFr"
    auto const s = view_.substr(raw.begin, raw.end - raw.begin);
    std::size_t letters = 0;
    bool capitals = true;
    while (letters < s.size() && letters <= longest && (s[letters] < '0' || s[letters] > '9'))
      capitals = capitals && s[letters] >= 'A' && s[letters] <= 'Z', ++letters;
    if (letters == 0 || letters > longest || letters == s.size()) return;
    fold(s.substr(0, letters), folded_);
    auto const word = find_word(folded_.text());
    if (word == unknown_word || !begins(word_info(word), Category::currencies)) return;
    // Few capitals before digits name a thing ("RM40", "R2"), unless what stands behind them can only be a sum.
    bool const names = word_info(word).parts != 0 || (capitals && letters < 3);
    if (names && !is_sum(raw.begin + letters)) return;
    raw.kind = TokenKind::word;
    raw.end = raw.begin + std::uint32_t(letters);
    raw.flags &= std::uint8_t(~all_capitals);
    if (s[0] >= 'A' && s[0] <= 'Z') raw.flags |= capital;
    if (capitals) raw.flags |= all_capitals;
  }

  // "40,000", "2.5 billion", "3m": digits in groups, or with the name of a power of ten.
  bool is_sum(std::size_t at) {
    auto const digit = [&](std::size_t i) { return i < view_.size() && view_[i] >= '0' && view_[i] <= '9'; };
    while (digit(at)) ++at;
    if (at < view_.size() && view_[at] == ',') return digit(at + 1) && digit(at + 2) && digit(at + 3);
    if (at + 1 < view_.size() && view_[at] == '.' && digit(at + 1))
      for (++at; digit(at); ++at) {
      }
    if (at < view_.size() && view_[at] == ' ') ++at;
    auto end = at;
    while (end < view_.size() && view_[end] >= 'a' && view_[end] <= 'z') ++end;
    fold(view_.substr(at, end - at), folded_);
    auto const word = find_word(folded_.text());
    return end > at && word != unknown_word && begins(word_info(word), Category::scales);
  }

  void mark_quotes() {
    bool quoted = false;
    int brackets = 0;
    for (auto i = first_; i < tokens_.size(); ++i) {
      auto& t = tokens_[i];
      if (auto const s = text(t); t.is(TokenKind::quote) && s.size() != 1) {  // typographic ones say which side they are
        quoted = s == "\xE2\x80\x9C" || s == "\xE2\x80\x9E" || s == "\xC2\xAB";
        if (s == "\xE2\x80\x98" || s == "\xE2\x80\x99") quoted = false;
      } else if (t.is(TokenKind::quote) && view_[t.begin] == '"') {
        quoted = !quoted;
      } else if (t.is(TokenKind::open_bracket)) {
        ++brackets;
      } else if (t.is(TokenKind::close_bracket) && brackets > 0) {
        --brackets;
      }
      if (quoted) t.flags |= in_quotes;
      if (brackets > 0) t.flags |= in_brackets;
    }
  }

  bool seems_to_begin(std::size_t at) const {
    if (at >= tokens_.size()) return true;
    auto const& t = tokens_[at];
    if (t.is(TokenKind::quote) || t.is(TokenKind::open_bracket)) return at + 1 >= tokens_.size() || seems_to_begin(at + 1);
    return t.is(TokenKind::word) && t.has(capital) && t.begins(Category::function_words);
  }

  bool before_figure(std::size_t at) const {
    auto const m = match_phrase(Category::abbreviations, tokens_, at, at + 1, view_);
    return m && vocabulary(Category::abbreviations)[std::size_t(m.row)].column[0] == "figure";
  }

  // Is the point at `at` the end of a sentence?
  bool ends_sentence(std::size_t at) const {
    auto const& t = tokens_[at];
    if (at + 1 >= tokens_.size()) return true;
    auto const& next = tokens_[at + 1];
    bool const closer = next.has(glued) && (next.is(TokenKind::quote) || next.is(TokenKind::close_bracket));
    if (next.has(glued) && !closer) return false;  // "example.com"
    std::size_t const follow = at + (closer ? 2 : 1);
    if (follow < tokens_.size()) {
      auto const& f = tokens_[follow];
      if (f.is(TokenKind::word) && !f.has(capital) && view_[t.begin] != '.') return false;  // "Yahoo! said"
      if (f.is(TokenKind::word) && !f.has(capital) && !closer && t.end - t.begin == 1) return false;
      if (f.is(TokenKind::comma) || f.is(TokenKind::semicolon)) return false;
    }
    if (view_[t.begin] != '.' || at == first_) return true;
    auto const& before = tokens_[at - 1];
    // "oct . 25" in text that was cut into words
    if (!t.has(glued)) return !(next.is(TokenKind::figure) && before.begins(Category::abbreviations) && before_figure(at - 1));
    bool const joined = at >= first_ + 2 && tokens_[at - 2].is(TokenKind::hyphen) && tokens_[at - 2].has(glued);  // "Orin-V."
    bool const one_capital = before.is(TokenKind::word) && before.end - before.begin == 1 && before.has(capital);
    if (one_capital && !joined)  // an initial
      return (before.word != unknown_word && view_[before.begin] == 'I') || seems_to_begin(at + 1);
    auto const m = match_phrase(Category::abbreviations, tokens_, at - 1, at, view_);
    if (!m) return true;
    auto const kind = vocabulary(Category::abbreviations)[std::size_t(m.row)].column[0];
    if (kind == "never") return !before.has(capital) && before.end - before.begin > 3;
    if (kind == "figure") return !next.is(TokenKind::figure) && (before.has(capital) ? seems_to_begin(at + 1) : true);
    return before.has(capital) ? seems_to_begin(at + 1) : next.has(capital);
  }

  bool is_dotted(Token const& t) const { return t.is(TokenKind::word) && view_[t.end - 1] == '.'; }  // "U.S.", "a.m."

  // No writer's sentence: work over a sentence for each of its figures would grow with the square of its length.
  static constexpr std::uint32_t long_sentence = 600, longest_sentence = 1000;  // tokens
  bool is_overlong(std::uint32_t from, std::uint32_t i) const {
    return i - from >= longest_sentence ||
           (i - from >= long_sentence && (tokens_[i].is(TokenKind::comma) || tokens_[i].is(TokenKind::semicolon)));
  }

  std::uint32_t next_stop(std::uint32_t i, std::uint32_t end) const {
    auto const* const t = tokens_.data();
    while (i < end && !t[i].is(TokenKind::stop)) ++i;
    return i;
  }

  void cut_sentences(std::uint32_t block) {
    std::uint32_t from = first_;
    auto const last = std::uint32_t(tokens_.size());
    for (std::uint32_t i = first_; i < last; ++i) {
      if (!any_dotted_) i = next_stop(i, std::min(last, from + long_sentence));
      if (i == last) break;
      auto& t = tokens_[i];
      bool const stop = t.is(TokenKind::stop), dotted = any_dotted_ && is_dotted(t);
      if (!stop && !dotted && i - from < long_sentence) continue;  // nearly all
      bool const end = stop ? ends_sentence(i) : dotted && i + 1 < last && seems_to_begin(i + 1);
      if (stop && !end && view_[t.begin] == '.') t.kind = TokenKind::point;
      if (!end && !is_overlong(from, i)) continue;
      std::uint32_t past = i + 1;
      while (past < last && tokens_[past].has(glued) &&
             (tokens_[past].is(TokenKind::quote) || tokens_[past].is(TokenKind::close_bracket)))
        ++past;
      add_sentence(from, past, block);
      from = past;
      i = past - 1;
    }
    if (from < last) add_sentence(from, last, block);
  }

  // "Hall A takes", "Group A, which": a letter that tells one of several, and no article.
  static bool is_letter_of_name(Token const* t, Token const* first, Token const* end) {
    if (t == first || t->has(glued) || !t->is(TokenKind::word)) return false;
    auto const& before = t[-1];
    if (!before.is(TokenKind::word) || !before.has(capital) || before.begins(Category::function_words)) return false;
    if (t + 1 == end) return true;
    return t[1].is(TokenKind::word) ? !t[1].has(capital)
                                    : t[1].is(TokenKind::comma) || t[1].is(TokenKind::stop) || t[1].is(TokenKind::possessive) ||
                                          t[1].is(TokenKind::semicolon) || t[1].is(TokenKind::close_bracket);
  }

  void add_sentence(std::uint32_t from, std::uint32_t to, std::uint32_t block) {
    Sentence s{from, to, block, {tokens_[from].begin, tokens_[to - 1].end}};
    auto const number = std::uint16_t(out_.sentences.size());
    auto* const end = tokens_.data() + to;
    for (auto* t = tokens_.data() + from; t != end; ++t) {
      t->sentence = number;
      if ((word_info(t->word).forms & opens_phrases) != 0)
        t->categories &= opened(t->word, t + 1 != end ? t[1].word : unknown_word);
      if (t->has(capital) && t->end == t->begin + 1 && view_[t->begin] == 'A' &&
          is_letter_of_name(t, tokens_.data() + from, end))
        t->word = unknown_word, t->categories = 0;
      s.categories |= t->categories, s.flags |= t->flags, s.kinds |= std::uint32_t(1) << static_cast<int>(t->kind);
    }
    auto const first = std::find_if(tokens_.begin() + from, tokens_.begin() + to,
                                    [](auto const& t) { return t.is(TokenKind::word) || t.is(TokenKind::code); });
    if (first != tokens_.begin() + to) first->flags |= sentence_first, s.flags |= sentence_first;
    out_.sentences.push_back(s);
  }

  std::string_view view_;
  Tokens& out_;
  std::vector<Token>& tokens_;
  std::uint32_t first_ = 0;
  std::size_t first_figure_ = 0;                // of the block
  bool any_pair_ = false, any_dotted_ = false;  // in the block: quotation marks or brackets; words with their own point
  Folded folded_{};
};

}  // namespace

Tokens lex(Article const& article) {
  Tokens out;
  out.tokens.reserve(article.view.size() / 4 + 8);  // English has a token in 4.6 bytes, figures a little more
  BlockLexer lexer(article.view, out);
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) lexer.run(article.blocks[i], i);
  return out;
}

}  // namespace counterclaim
