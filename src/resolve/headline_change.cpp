#include "src/resolve/headline_change.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t most_figures = 400;  // of a body that are looked at
constexpr int enough = 2;                  // of what a headline and a sentence share, to speak of one thing

// What was before is 1: "a third less" leaves 0.667, "twice" makes 2. A share is itself.
struct Reading {
  std::array<Decimal, 3> ratios;
  std::uint8_t count = 0;
  bool told = false;   // that it is a change, and which way
  bool share = false;  // "one in four trains"
  void add(Decimal r) { ratios[count++] = r; }
};

enum class Way : std::uint8_t { up, down, none };
Way way(Decimal ratio) { return ratio > Decimal(1) ? Way::up : ratio < Decimal(1) ? Way::down : Way::none; }

class HeadlineChanges {
 public:
  HeadlineChanges(Context const& c, Concepts& concepts, std::vector<Claim>& out) : c_(c), concepts_(concepts), out_(out) {}

  void run() {
    auto const& q = c_.mentions.quantities;
    for (std::size_t i = 0; i < q.size() && out_[i].block == out_[0].block; ++i)
      if (out_[i].headline && !out_[i].quoted && !out_[i].vague) judge(i);
  }
  void run_without_figure(std::uint32_t heading) { judge_direction(heading); }

 private:
  Claim const& claim(std::size_t i) const { return out_[i]; }
  MentionPlace const& at(std::size_t i) const { return c_.mentions.quantities[i].at; }
  std::size_t figures() const { return std::min(c_.mentions.quantities.size(), most_figures); }
  WordId word_id(std::uint32_t token) const {
    return token < c_.tokens.tokens.size() ? c_.tokens.tokens[token].word : unknown_word;
  }

  // "Twice the size", "three times as fast"; not "called three times", "twice a week".
  bool is_multiple(std::size_t i) const {
    static WordSet const behind{"the", "as", "its", "their", "that", "what", "more", "less", "his", "her", "fewer"};
    if (claim(i).change != Change::level) return true;
    auto const next = word_id(at(i).last);
    return behind.has(next) || (next != unknown_word && begins(word_info(next), Category::change_comparatives));
  }
  bool is_change_noun(std::size_t i) const {
    for (auto const& t : claim(i).terms)
      if (t.role == TermRole::head && (t.word & unknown_bit) == 0 && begins(word_info(t.word), Category::change_nouns))
        return true;
    return false;
  }
  // "Lowered the number of deaths within a year by 27 percent"
  bool is_led_by(std::size_t i) const {
    static WordId const by = find_word("by");
    return at(i).first > 0 && by != unknown_word && word_id(at(i).first - 1) == by;
  }

  // "Half as many again": one and a half times
  bool is_again(std::size_t i) const {
    static WordId const as = find_word("as"), again = find_word("again");
    auto const next = at(i).last;
    return claim(i).unit == no_unit && word_id(next) == as && as != unknown_word && word_id(next + 2) == again;
  }

  Reading read(std::size_t i) const {
    Reading r;
    auto const& c = claim(i);
    auto const middle = midpoint(c.value);
    if (!middle || middle->is_negative() || middle->is_zero()) return r;
    auto const one = Decimal(1);
    if (unit(c.unit).symbol == "x") {
      if (*middle == one || *middle > Decimal(20) || !is_multiple(i)) return r;
      r.told = true;
      static WordSet const level{"the", "as", "its", "their", "that", "what", "his", "her"};  // "fell to twice the price"
      bool const inverse = c.change == Change::down && *middle > one && !level.has(word_id(at(i).last));  // not "halves"
      r.add(inverse ? *divide(one, *middle) : *middle);
      return r;
    }
    bool const percent = unit(c.unit).dimension == "percent";
    if (!percent && (c.unit != no_unit || *middle >= one)) return r;
    auto const v = percent ? *middle * Decimal::scaled(1, -2) : *middle;
    if (is_again(i)) {
      r.told = true;
      r.add(one + v);
      return r;
    }
    if (c.change == Change::level) {
      bool const by = is_led_by(i) || is_change_noun(i);
      r.share = !by && unit(c.basis).dimension == "percent";
      if (!by) r.add(v);
      r.add(one + v);
      if (v < one) r.add(one - v);
      return r;
    }
    r.told = true;
    if (c.change == Change::up) r.add(one + v);
    if (c.change == Change::down && v < one) r.add(one - v);
    return r;
  }

  // What the headline says: one ratio, or two where a fraction alone stands ("loses a third of its value").
  std::optional<Reading> told_by_headline(std::size_t i) const {
    static WordSet const of_what{"the", "of", "its", "their", "as", "his", "her"};
    auto r = read(i);
    if (r.count == 0) return std::nullopt;
    if (r.told) return r;
    bool const fraction = claim(i).unit == no_unit;
    if (!fraction) return std::nullopt;  // a level in percent is aligned like any other figure
    if (r.share && !claim(i).counted.empty()) {
      r.count = 1;
      return r;
    }
    auto const v = *midpoint(claim(i).value);
    bool const by = is_led_by(i);
    if (!by && !of_what.has(word_id(at(i).last))) return std::nullopt;
    r = {};
    if (!by) r.add(v);
    r.add(Decimal(1) - v);
    return r;
  }

  static bool near(Decimal told, Decimal given, bool share, Bound bound) {
    auto const size = share ? told : abs(told - Decimal(1));
    auto const gap = abs(told - given);
    int const percent = bound == Bound::about ? 25 : share ? 10 : 12;
    if (gap <= size * Decimal::scaled(percent, -2) + Decimal::scaled(5, -3)) return true;
    auto const beyond = share ? given - told : told > Decimal(1) ? given - told : told - given;
    if (bound == Bound::above || bound == Bound::at_least) return !beyond.is_negative() && beyond <= size;
    if (bound == Bound::below || bound == Bound::at_most) return beyond.is_negative() && gap <= size;
    return false;
  }
  bool bears_out(Reading const& h, Bound bound, Decimal ratio, bool turned) const {
    for (std::uint8_t k = 0; k < h.count; ++k) {
      if (near(h.ratios[k], ratio, h.share, bound)) return true;
      if (turned && near(h.ratios[k], *divide(Decimal(1), ratio), h.share, bound)) return true;
    }
    return false;
  }

  // Words, concepts and names that the headline and sentences [first, last] share: two for a word or concept, one for a name.
  int shared(std::uint32_t headline, std::uint32_t first, std::uint32_t last, std::uint32_t before = UINT32_MAX) {
    auto const &h = c_.tokens.sentences[headline], &from = c_.tokens.sentences[first], &to = c_.tokens.sentences[last];
    int sum = 0;
    auto const end = std::min(h.last, before);
    for (auto i = h.first; i < end; ++i) {
      auto const term = c_.terms[i];
      bool const name = c_.name_of[i] >= 0;
      if ((term == 0 && !name) || c_.covered[i] == 1) continue;
      for (auto k = from.first; k < to.last; ++k)
        if (c_.covered[k] != 1 && (name ? c_.name_of[k] >= 0 && text(i) == text(k) : same(term, c_.terms[k]))) {
          sum += name ? 1 : 2;
          break;
        }
    }
    bool one_row = false;
    concepts_.each_row(headline, h.first, end, [&](std::int32_t row, std::uint32_t, std::uint32_t) {
      for (auto s = first; s <= last && !one_row; ++s)
        concepts_.each_row(s, c_.tokens.sentences[s].first, c_.tokens.sentences[s].last,
                           [&](std::int32_t other, std::uint32_t, std::uint32_t) { one_row |= row == other; });
    });
    return sum + (one_row ? 2 : 0);
  }
  std::string_view text(std::uint32_t token) const { return text_of(c_.tokens.tokens[token], c_.article.view); }
  static bool same(std::uint32_t a, std::uint32_t b) {
    if (a == b) return true;
    if (a == 0 || b == 0 || (a & unknown_bit) != 0 || (b & unknown_bit) != 0) return false;
    return word_info(a).family == word_info(b).family;
  }
  // What the figure itself is of, beside names: "half of the patients" of patients.
  bool of_one_thing(std::size_t h, std::size_t i) const {
    static WordId const of = find_word("of");
    static WordSet const those{"whom", "which", "them", "these", "those"};
    if (word_id(at(i).last) == of && those.has(word_id(at(i).last + 1))) return false;
    auto const& s = c_.tokens.sentences[at(h).sentence];
    for (auto const& t : claim(i).terms) {
      if (t.role > TermRole::whole || is_concept(t.word)) continue;
      for (auto k = s.first; k < s.last; ++k)
        if (same(t.word, c_.terms[k]) && c_.covered[k] != 1) return true;
    }
    return false;
  }

  struct Best {
    int shared = 0;
    std::size_t first = 0, second = 0;  // the same for a figure that tells a change itself
    Decimal ratio;
  };

  void judge(std::size_t h) {
    auto const headline = told_by_headline(h);
    if (!headline) return;
    auto const bound = claim(h).bound;
    Best best;
    std::size_t changes = 0;
    std::optional<Best> only;  // the one figure of the body that tells a change that way
    auto const heading = at(h).sentence;
    auto const n = figures();
    for (std::size_t i = 0; i < n; ++i) {
      auto const& b = claim(i);
      if (b.headline || b.vague) continue;
      auto const r = read(i);
      if (r.count == 0) continue;
      bool const change = r.told || is_led_by(i) || is_change_noun(i);
      auto const words = shared(heading, at(i).sentence, at(i).sentence);
      bool borne = false;
      for (std::uint8_t k = 0; k < r.count; ++k)
        if (!headline->share || r.ratios[k] < Decimal(1)) borne |= bears_out(*headline, bound, r.ratios[k], r.told);
      if (borne && (headline->share ? words >= enough : change || of_one_thing(h, i))) return;
      if (borne || (headline->share ? change || !r.share : !change)) continue;
      auto const against = against_headline(*headline, r);
      if (!against) continue;
      if (words > best.shared) best = {words, i, i, *against};
      if (!change) continue;
      ++changes;
      if (is_near_miss(headline->ratios[0], *against)) only = Best{enough, i, i, *against};
    }
    for (std::size_t i = 0; i < n; ++i)
      for (auto k = i + 1; k < n && at(k).sentence <= at(i).sentence + 1; ++k) {
        auto const ratio = ratio_of(i, k);
        if (!ratio) continue;
        auto const words = shared(heading, at(i).sentence, at(k).sentence);
        if (words < enough && !is_then_and_now(i, k)) continue;
        if (bears_out(*headline, bound, *ratio, true)) return;
        if (words < enough || headline->share || !is_then_and_now(i, k) || way(*ratio) != way(headline->ratios[0])) continue;
        if (words > best.shared) best = {words, i, k, *ratio};
      }
    if (best.shared < (headline->share ? 2 * enough : enough)) {
      if (headline->share || changes != 1 || !only) return;
      best = *only;
    }
    tell(h, *headline, best);
  }
  // Of one change, told wrong: by no more than its double.
  static bool is_near_miss(Decimal told, Decimal given) {
    auto const x = abs(told - Decimal(1)), y = abs(given - Decimal(1));
    return x <= y * Decimal(2) && y <= x * Decimal(2);
  }
  // The ratio of a figure that the headline's is set against: of one that may be either way, the headline's.
  static std::optional<Decimal> against_headline(Reading const& h, Reading const& b) {
    if (h.share) return b.ratios[0];
    for (std::uint8_t k = 0; k < b.count; ++k)
      if (way(b.ratios[k]) == way(h.ratios[0])) return b.ratios[k];
    return std::nullopt;
  }

  // Two levels of one kind, the second by the first.
  std::optional<Decimal> ratio_of(std::size_t i, std::size_t k) const {
    auto const &a = claim(i), &b = claim(k);
    if (a.headline || a.vague || b.vague || a.block != b.block || a.basis != b.basis) return std::nullopt;
    if (a.change != Change::level || b.change != Change::level || unit(a.unit).symbol == "x") return std::nullopt;
    if (unit(a.unit).dimension == "age" || is_led_by(i) || is_led_by(k)) return std::nullopt;
    bool const one_count =
        (!a.counted.empty() && a.counted == b.counted) || ((a.counted.empty() || b.counted.empty()) && is_then_and_now(i, k));
    if (a.basis == no_unit && !one_count) return std::nullopt;
    auto const x = midpoint(a.compared), y = midpoint(b.compared);
    auto const fraction = [&](Claim const& c, Decimal v) { return c.unit == no_unit && abs(v) < Decimal(1); };
    if (x && y && (fraction(a, *x) || fraction(b, *y))) return std::nullopt;
    if (!x || !y || x->is_zero() || y->is_zero() || x->is_negative() != y->is_negative() || *x == *y) return std::nullopt;
    return divide(*y, *x);
  }
  // "The fare used to be $12. Now it is $9."
  bool is_then_and_now(std::size_t i, std::size_t k) const {
    static WordSet const when{"now",  "used",   "before", "previously", "earlier",  "formerly", "instead",
                              "from", "former", "once",   "originally", "designed", "today",    "previous"};
    if (claim(i).baseline || claim(k).baseline) return true;
    auto const first = c_.tokens.sentences[at(i).sentence].first;
    for (auto t = std::max(first, at(i).first - std::min(at(i).first, 12u)); t < std::min(at(k).last + 6, at(k).last + 6); ++t)
      if (when.has(word_id(t))) return true;
    return false;
  }

  void tell(std::size_t h, Reading const& headline, Best const& best) {
    auto const per_cent = [&](Decimal ratio) { return (headline.share ? ratio : ratio - Decimal(1)) * Decimal(100); };
    std::string text = quote(best.first);
    std::vector<Span> operands{claim(best.first).span};
    if (best.second != best.first) {
      text += " to " + quote(best.second);
      operands.push_back(claim(best.second).span);
    }
    auto& e = offer(claim(h), Interval::exactly(per_cent(headline.ratios[0])), Interval::exactly(per_cent(best.ratio)), text,
                    operands);
    if (headline.share) e.equation = EquationKind::share;
  }
  Claim& offer(Claim like, Interval const& stated, Interval const& computed, std::string const& text,
               std::vector<Span> const& operands) {
    auto& e = out_.emplace_back();
    e.kind = ClaimKind::equation;
    e.equation = EquationKind::percent_change;
    e.article = like.article, e.span = like.span, e.sentence = like.sentence, e.block = like.block;
    e.headline = true;
    e.value = like.value, e.bound = like.bound, e.unit = like.unit;
    e.subject = like.subject, e.attribute = like.attribute;
    e.stated = stated, e.computed = computed;
    e.measure = c_.kept.keep(std::string_view("headline"));
    e.arithmetic = c_.kept.keep(text);
    e.operands = c_.kept.keep(operands);
    return e;
  }

  // "Exports slip": which way, where the headline gives no figure. Told by its first verb, of the words before it.
  struct Direction {
    Change change = Change::level;
    std::uint32_t first = 0, last = 0;  // tokens of the verb
  };
  Direction headline_direction(Sentence const& s) const {
    for (auto i = s.first + 1; i < s.last; ++i) {
      if (c_.tokens.tokens[i].is(TokenKind::comma) || c_.tokens.tokens[i].is(TokenKind::colon)) return {};
      auto const m = change_word(Category::change_verbs, i, s.last);
      if (!m) continue;
      auto const& row = vocabulary(Category::change_verbs)[std::size_t(m.row)];
      if (!row.column[1].empty()) return {};
      return {row.column[0] == "up" ? Change::up : Change::down, i, i + m.tokens};
    }
    return {};
  }
  PhraseMatch change_word(Category category, std::uint32_t i, std::uint32_t last) const {
    auto const& t = c_.tokens.tokens;
    return t[i].begins(category) ? match_phrase(category, t, i, last, c_.article.view) : PhraseMatch{};
  }
  bool has_change(Sentence const& s, Change change) const {
    for (auto i = s.first; i < s.last; ++i)
      for (auto const category : {Category::change_verbs, Category::change_nouns, Category::change_comparatives})
        if (auto const m = change_word(category, i, s.last);
            m && (vocabulary(category)[std::size_t(m.row)].column[0] == "up") == (change == Change::up))
          return true;
    return false;
  }

  // The first sentence of the body that tells of a change of what the headline speaks of, if it goes the other way.
  void judge_direction(std::uint32_t heading) {
    auto const& h = c_.tokens.sentences[heading];
    auto const told = headline_direction(h);
    if (told.change == Change::level) return;
    auto const other = told.change == Change::up ? Change::down : Change::up;
    std::uint32_t checked = heading + 1;
    auto const n = figures();
    for (std::size_t i = 0; i < n; ++i) {
      auto const& b = claim(i);
      if (b.headline || b.change == Change::level) continue;
      for (; checked <= at(i).sentence; ++checked)
        if (has_change(c_.tokens.sentences[checked], told.change)) return;
      if (b.change != other || b.vague || shared(heading, at(i).sentence, at(i).sentence, told.first) < enough) continue;
      Claim like;
      like.article = b.article;
      like.span = {c_.tokens.tokens[told.first].begin, c_.tokens.tokens[told.last - 1].end};
      like.sentence = h.span, like.block = h.block;
      Interval up, down;
      up.low = Decimal(0), up.low_open = true;
      down.high = Decimal(0), down.high_open = true;
      bool const rises = told.change == Change::up;
      offer(like, rises ? up : down, rises ? down : up, quote(i) + (rises ? " down" : " up"), {b.span});
      return;
    }
  }
  std::string quote(std::size_t i) const {
    auto const s = claim(i).span;
    return std::string(std::string_view(c_.article.view).substr(s.begin, s.size()));
  }

  Context const& c_;
  Concepts& concepts_;
  std::vector<Claim>& out_;
};

}  // namespace

void find_headline_changes(Context const& context, Concepts& concepts, std::vector<Claim>& claims) {
  auto const& tokens = context.tokens;
  if (context.mentions.quantities.empty() || tokens.sentences.empty()) return;
  HeadlineChanges changes(context, concepts, claims);
  if (claims[0].headline) return changes.run();
  auto const& first = tokens.sentences[0];
  if (context.article.blocks[first.block].kind == BlockKind::title) changes.run_without_figure(0);
}

}  // namespace counterclaim
