#include "src/resolve/products.hpp"

#include <algorithm>

#include "counterclaim/units.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

enum class How : std::uint8_t { none, each, together };

class Products {
 public:
  Products(Context const& c, std::vector<Claim>& out) : c_(c), t_(c.tokens.tokens), out_(out) {}

  void run() {
    auto const& all = c_.mentions.quantities;
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i].at.sentence != all[i - 1].at.sentence || !is_number_of(all[i - 1]) || !can_multiply(all[i])) continue;
      if (auto const how = told(all[i - 1], all[i]); how != How::none) add(i, how);
    }
  }

 private:
  static bool is_number_of(QuantityMention const& q) {
    constexpr int most = 100000;
    bool const plain = q.unit == no_unit && !q.share && !q.one_of && !q.vague && q.value.is_point();
    return plain && q.counted_last > q.counted_first && q.counted_first >= q.at.last && *q.value.low > Decimal(1) &&
           *q.value.low <= Decimal(most) && q.value.low->is_whole();
  }
  static bool can_multiply(QuantityMention const& q) {
    if (q.share || q.one_of || q.vague || !q.value.is_point() || *q.value.low <= Decimal(1)) return false;
    if (q.unit == no_unit) return q.value.low->is_whole();
    static constexpr std::string_view adds[] = {"information", "length", "mass", "power", "volume", "area", "energy"};
    return std::find(std::begin(adds), std::end(adds), dimension_of(q.unit)) != std::end(adds);
  }
  WordId word(std::uint32_t i, Sentence const& s) const { return i >= s.first && i < s.last ? t_[i].word : unknown_word; }

  How told(QuantityMention const& many, QuantityMention const& one) const {
    constexpr std::uint32_t reach = 9, behind = 5;  // tokens
    static WordSet const each{"each", "apiece", "every"}, them{"them", "themselves"}, shared{"between", "among"},
        together{"together", "combined", "altogether"}, breaks{"which", "that", "who", "while", "after", "but"};
    static WordId const of = find_word("of");
    auto const& s = c_.tokens.sentences[one.at.sentence];
    auto const from = std::max(many.at.last, many.counted_last);
    if (one.at.first < from || one.at.first > from + reach) return How::none;
    bool by_each = false;
    for (auto i = from; i < one.at.first; ++i) {
      by_each |= each.has(t_[i].word);
      if (breaks.has(t_[i].word) || t_[i].is(TokenKind::semicolon) || t_[i].is(TokenKind::colon)) return How::none;
    }
    bool const part = one.unit != no_unit || one.counted_last > one.counted_first;
    if (one.at.first == from + 1 && t_[from].word == of) return How::each;  // "four rows of seven boats"
    if (by_each) return How::each;
    auto const last = std::min(s.last, std::max(one.at.last, one.counted_last) + behind);
    for (auto i = one.at.last; i < last; ++i) {
      if (t_[i].is(TokenKind::comma) || t_[i].is(TokenKind::semicolon) || t_[i].is(TokenKind::figure)) break;
      if (each.has(t_[i].word) && part) return How::each;
      bool const all = together.has(t_[i].word) || (shared.has(t_[i].word) && them.has(word(i + 1, s)));
      if (all && one.unit != no_unit) return How::together;
    }
    return How::none;
  }

  void mark(Claim& c, std::string_view how) {
    words_.assign(c.scope.begin(), c.scope.end());
    words_.push_back(how);
    c.scope = c_.kept.keep(words_);
  }
  static std::optional<Interval> times(Interval const& one, Decimal many, How how) {
    Interval out = one;
    for (auto* end : {&out.low, &out.high}) {
      if (!*end) continue;
      if (how == How::each) {
        *end = **end * many;
        continue;
      }
      auto const part = divide(**end, many);
      if (!part) return std::nullopt;
      *end = *part;
    }
    return out;
  }

  void add(std::size_t i, How how) {
    auto const many = *c_.mentions.quantities[i - 1].value.low;
    auto const value = times(out_[i].value, many, how), compared = times(out_[i].compared, many, how);
    if (!value || !compared) return;
    Claim c = out_[i];
    c.value = *value, c.compared = *compared;
    c.span = {out_[i - 1].span.begin, c.span.end};
    // Whose and what it is: both figures' company, but for the things that there are so many of.
    std::vector<Term> terms(c.terms.begin(), c.terms.end());
    for (auto const& t : out_[i - 1].terms) {
      bool const has = std::any_of(terms.begin(), terms.end(), [&](Term const& u) { return u.word == t.word; });
      if (!has && t.role >= TermRole::verb) terms.push_back(t);
    }
    std::stable_sort(terms.begin(), terms.end(), [](Term const& a, Term const& b) { return a.role < b.role; });
    c.terms = c_.kept.keep(terms);
    if (!out_[i - 1].subject.empty()) c.subject = out_[i - 1].subject, c.names = out_[i - 1].names;
    mark(out_[i], how == How::each ? "each of several" : "all of several");
    out_.push_back(c);
  }

  Context const& c_;
  std::vector<Token> const& t_;
  std::vector<Claim>& out_;
  std::vector<std::string_view> words_;
};

}  // namespace

void find_products(Context const& context, std::vector<Claim>& claims) { Products(context, claims).run(); }

}  // namespace counterclaim
