#include "src/resolve/headline_change.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/headline_body.hpp"

namespace counterclaim {
namespace {

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

class HeadlineChanges : private HeadlineBody {
 public:
  HeadlineChanges(Context const& c, Concepts& concepts, std::vector<Claim>& out) : HeadlineBody(c, concepts, out) {}

  void run() {
    for (std::size_t i = 0; i < figures() && claim(i).block == claim(0).block; ++i)
      if (claim(i).headline && !claim(i).quoted && !claim(i).vague) judge(i);
  }

 private:
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
    if (!middle || middle->is_zero()) return r;
    auto const one = Decimal(1);
    if (middle->is_negative()) {  // "Orders: minus 20 percent"
      auto const left = one + *middle * Decimal::scaled(1, -2);
      if (unit(c.unit).dimension != "percent" || left.is_negative()) return r;
      r.told = true;
      r.add(left);
      return r;
    }
    static WordSet const signs{"minus", "plus"};  // "or minus 20 percent"
    if (unit(c.unit).dimension == "percent" && at(i).first > 0 && signs.has(word_id(at(i).first - 1)) &&
        *middle < Decimal(100)) {
      static WordId const minus = find_word("minus");
      auto const change = *middle * Decimal::scaled(1, -2);
      r.told = true;
      r.add(word_id(at(i).first - 1) == minus ? one - change : one + change);
      return r;
    }
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

  // "Doubles", "halved": no percentage of anything can be what it means.
  bool is_one_word(std::size_t h) const {
    return at(h).last == at(h).first + 1 && claim(h).change != Change::level &&
           context().tokens.tokens[at(h).first].is(TokenKind::word);
  }

  // What the figure itself is of, beside names: "half of the patients" of patients.
  bool of_one_thing(std::size_t h, std::size_t i) const {
    static WordId const of = find_word("of");
    static WordSet const those{"whom", "which", "them", "these", "those"};
    if (word_id(at(i).last) == of && those.has(word_id(at(i).last + 1))) return false;
    auto const& s = context().tokens.sentences[at(h).sentence];
    for (auto const& t : claim(i).terms) {
      if (t.role > TermRole::whole || is_concept(t.word)) continue;
      for (auto k = s.first; k < s.last; ++k)
        if (same(t.word, context().terms[k]) && context().covered[k] != 1) return true;
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
    Best best, best_pair;
    bool open = false;  // the body has a percentage of it that may be what the headline means: alignment will tell
    std::size_t changes = 0;
    std::optional<Best> only;  // the one figure of the body that tells a change that way
    bool by_chance = false;    // two figures that speak of nothing in the headline give its ratio
    auto const heading = at(h).sentence;
    auto const n = figures();
    bool const quick = is_quick(h);
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
      if (!borne && !headline->share && !change && words >= enough && !is_one_word(h) && !is_moved(i)) open = true;
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
        if (bears_out(*headline, bound, *ratio, true)) {
          if (words > 0 || best.shared < enough) return;
          by_chance = true;
        }
        if (words < enough || headline->share || !is_then_and_now(i, k)) continue;
        // "46 percent, against 31 with gauze": what it is set against may stand behind; "twice as fast" takes half the time
        bool const turned = (claim(k).baseline && !claim(i).baseline) != (quick && unit(claim(i).basis).dimension == "time");
        auto const given = turned ? *divide(Decimal(1), *ratio) : *ratio;
        if (way(given) != way(headline->ratios[0])) continue;
        if (words > best_pair.shared) best_pair = turned ? Best{words, k, i, given} : Best{words, i, k, given};
      }
    if (best.shared < enough && by_chance) return;
    if (best.shared < enough && !open && (changes == 0 || best_pair.shared > enough))
      best = best_pair;  // what tells a change itself goes before what one would follow from
    if (best.shared < (headline->share ? 2 * enough : enough)) {
      if (headline->share || changes != 1 || !only) return;
      best = *only;
    }
    tell(h, *headline, best);
  }
  // "From 10 percent to 6 percent": no change by itself.
  bool is_moved(std::size_t i) const {
    auto const beside = [&](std::size_t k) {
      return at(k).sentence == at(i).sentence && claim(k).basis == claim(i).basis && (claim(k).baseline || claim(i).baseline);
    };
    return (i > 0 && beside(i - 1)) || (i + 1 < figures() && beside(i + 1));
  }
  // "Twice as fast", "40% quicker"
  bool is_quick(std::size_t h) const {
    static WordSet const words{"fast", "faster", "quick", "quicker", "quickly", "speed", "speedier"};
    auto const last = context().tokens.sentences[at(h).sentence].last;
    for (auto i = at(h).last; i < last && i < at(h).last + 3; ++i)
      if (words.has(word_id(i))) return true;
    return false;
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
    auto const first = context().tokens.sentences[at(i).sentence].first;
    for (auto t = std::max(first, at(i).first - std::min(at(i).first, 12u)); t < std::min(at(k).last + 6, at(k).last + 6); ++t)
      if (when.has(word_id(t))) return true;
    return false;
  }

  void tell(std::size_t h, Reading const& headline, Best const& best) {
    auto const per_cent = [&](Decimal ratio) { return (headline.share ? ratio : ratio - Decimal(1)) * Decimal(100); };
    auto text = std::string(quote(best.first));
    std::vector<Span> operands{claim(best.first).span};
    if (best.second != best.first) {
      text += " to " + std::string(quote(best.second));
      operands.push_back(claim(best.second).span);
    }
    auto& e = offer(claim(h), Interval::exactly(per_cent(headline.ratios[0])), Interval::exactly(per_cent(best.ratio)), text,
                    operands);
    if (headline.share) e.equation = EquationKind::share;
  }
};

}  // namespace

void find_headline_changes(Context const& context, Concepts& concepts, std::uint32_t article, std::vector<Claim>& claims) {
  auto const& tokens = context.tokens;
  if (tokens.sentences.empty() || context.article.blocks[tokens.sentences[0].block].kind != BlockKind::title) return;
  HeadlineBody body(context, concepts, claims);
  if (!context.mentions.quantities.empty()) {
    if (claims[0].headline) {
      HeadlineChanges(context, concepts, claims).run();
      find_headline_points(body);
    } else {
      find_headline_direction(body, 0);
    }
  }
  find_headline_counts(body, article);
  find_headline_outcome(body, article);
}

}  // namespace counterclaim
