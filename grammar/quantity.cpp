// Quantities of an article, sentence by sentence: at each token that can begin one the productions are tried in turn, and what
// they find is checked against the guards. A token inside a date is passed over.
#include <algorithm>

#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/lexicon_layout.hpp"
#include "grammar/productions.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {
namespace {

constexpr auto number_words = bits_of(Category::numerals, Category::magnitudes, Category::scales, Category::fractions);

// May a number begin here? Asked before anything is parsed, of the token and the one behind it.
bool begins_number(Cursor const& at) {
  Token const& t = *at;
  Token const& next = at.peek(1);
  switch (t.kind) {
    case TokenKind::figure:
      return !t.has(ordinal_suffix) && !t.has(decade_suffix);
    case TokenKind::currency:
    case TokenKind::hyphen:
    case TokenKind::sign:
      return next.is(TokenKind::figure) || next.is(TokenKind::currency) || next.is(TokenKind::hyphen) ||
             next.is(TokenKind::sign) || (next.categories & (number_words | bits_of(Category::currencies))) != 0;
    case TokenKind::word:
      if (joints::is_article(t) && next.is(TokenKind::currency) && next.has(glued)) return true;  // A$
      if (joints::is_article(t))
        return (next.categories & number_words) != 0 || at.phrase(Category::few_words) ||
               (next.begins(Category::units) && joints::is(at.peek(2), joints::and_) && joints::is_article(at.peek(3)));
      if (t.begins(Category::scales) && at.at > at.scene->first && at.peek(-1).begins(Category::numerals)) return false;
      if ((t.categories & (number_words | bits_of(Category::few_words))) != 0) return true;
      if (t.begins(Category::currencies))
        return next.is(TokenKind::figure) || next.is(TokenKind::hyphen) || next.is(TokenKind::sign) ||
               (next.is(TokenKind::point) && at.peek(2).is(TokenKind::figure)) || next.is(TokenKind::currency) ||
               at.peek(2).is(TokenKind::currency) || at.peek(3).is(TokenKind::currency);
      return (joints::is(t, joints::minus) || joints::is(t, joints::negative)) &&
             (next.is(TokenKind::figure) || next.is(TokenKind::hyphen) || (next.categories & number_words) != 0);
    default:
      return false;
  }
}

bool can_begin(Cursor const& at) {
  Token const& t = *at;
  if (t.is(TokenKind::word)) {
    constexpr auto words = bits_of(Category::bounds, Category::multiples);
    if ((t.categories & words) != 0 || joints::is(t, joints::between) || joints::is(t, joints::from)) return true;
    if (joints::is_article(t) && joints::is(at.peek(1), joints::single)) return true;
  } else if (t.is(TokenKind::sign)) {
    return true;  // "≥", "~", "<"
  }
  return begins_number(at);
}

// Words that can_begin() asks of, apart from a few joints.
constexpr auto beginning_words =
    number_words | bits_of(Category::few_words, Category::currencies, Category::bounds, Category::multiples);
// Most words are put aside by a look at their bits.
bool cannot_begin(Token const& t) {
  switch (t.kind) {
    case TokenKind::word:
      return (t.categories & beginning_words) == 0 && t.word != joints::between && t.word != joints::from &&
             t.word != joints::a && t.word != joints::an && t.word != joints::minus && t.word != joints::negative;
    case TokenKind::figure:
    case TokenKind::currency:
    case TokenKind::hyphen:
    case TokenKind::sign:
      return false;
    default:
      return true;
  }
}

// Of the entries that the word is by itself.
std::uint64_t categories_alone(WordId word) {
  std::uint64_t bits = 0;
  for (auto const& entry : entries_of(word))
    if (entry.words == 1) bits |= std::uint64_t(1) << entry.category;
  return bits;
}

bool may_hold_quantity(Tokens const& all, Sentence const& s) {
  constexpr auto words = number_words | bits_of(Category::few_words, Category::multiples);
  if (s.holds(words) || s.holds(TokenKind::figure)) return true;
  static auto const of_single = categories_alone(joints::single);  // the sentence has them where it has the word
  if ((s.categories & of_single) != of_single) return false;
  for (auto i = s.first; i < s.last; ++i)
    if (joints::is(all.tokens[i], joints::single)) return true;
  return false;
}

bool is_point(DateMention const& d) { return d.shape == DateShape::date || d.shape == DateShape::time; }

// "night", "evening": of no day in particular, and the foot of a rate ("$90 a night").
bool is_any_part_of_day(DateMention const& d) {
  return d.days.from == no_lower_day && d.at.last - d.at.first == 1 &&
         (d.timex.starts_with("XXXX-XX-XXT") || (d.timex.starts_with('T') && d.minute_of_day < 0));
}

// Walks the dates in step with the tokens. A duration covers nothing: it is a quantity of time too.
class Covered {
 public:
  explicit Covered(std::vector<DateMention> const& dates) : dates_(dates) {}
  // The token behind the date that covers `at`, or `at` itself.
  std::uint32_t past(std::uint32_t at) {
    while (next_ < dates_.size() && (dates_[next_].at.last <= at || dates_[next_].shape == DateShape::duration)) ++next_;
    return next_ < dates_.size() && dates_[next_].at.first <= at ? dates_[next_].at.last : at;
  }
  // Does a date or time begin inside (first, last)? A set ("per month") is the foot of a rate.
  bool begins_in(std::uint32_t first, std::uint32_t last) const {
    for (auto i = next_; i < dates_.size() && dates_[i].at.first < last; ++i)
      if (is_point(dates_[i]) && dates_[i].at.last > first && !is_any_part_of_day(dates_[i])) return true;
    return false;
  }

 private:
  std::vector<DateMention> const& dates_;
  std::size_t next_ = 0;
};

// "above 3 and below 5", "at most 90 and at least 30": two ends of one interval.
void join_bounds(Cursor& at, Cursor const& last, Draft& d) {
  auto const opens = [](Bound b) { return b == Bound::above || b == Bound::at_least; };
  auto const closes = [](Bound b) { return b == Bound::below || b == Bound::at_most; };
  if ((!opens(d.bound) && !closes(d.bound)) || d.high || at == last) return;
  Cursor next = at;
  if (next->is(TokenKind::comma)) next = next.plus(1);
  if (!(next == last) && (joints::is(*next, joints::and_) || joints::is(*next, joints::but))) next = next.plus(1);
  if (next == at || next == last) return;
  BoundWords words;
  Measure other;
  if (!parse_bound(next, last, words) || !parse_measure(next, last, other)) return;
  bool const fits = (opens(d.bound) && closes(words.bound)) || (closes(d.bound) && opens(words.bound));
  bool const one_unit = other.unit == d.low.unit || d.low.unit == no_unit || other.unit == no_unit;
  if (!fits || !one_unit) return;
  Measure const& low = opens(d.bound) ? d.low : other;
  Measure const& high = opens(d.bound) ? other : d.low;
  if (low.number.value >= high.number.value) return;
  Bound const low_bound = opens(d.bound) ? d.bound : words.bound, high_bound = opens(d.bound) ? words.bound : d.bound;
  d.interval = Interval{low.number.value, high.number.value, low_bound == Bound::above, high_bound == Bound::below};
  if (d.low.unit == no_unit) d.low.unit = other.unit;
  d.bound = Bound::range;
  at = next;
}

// "one in five", "2 over 3": what stands behind the number says that it may be a ratio.
bool opens_ratio(Cursor const& at, Draft const& d) {
  if (at.ended() || d.low.unit != no_unit || d.high) return false;
  bool const of_every = joints::is(*at, joints::of) && word_text(at.peek(1).word) == "every";
  return of_every || joints::is(*at, joints::in) || joints::is(*at, joints::out) || joints::is(*at, joints::over);
}

bool find(Cursor& at, Cursor const& last, Draft& d) {
  d = {};
  d.begin = at.at;
  if (parse_one_of(at, last, d)) return true;
  if (joints::is(*at, joints::between) || joints::is(*at, joints::from)) return parse_word_range(at, last, d);
  BoundWords words;
  if (at->begins(Category::bounds)) parse_bound(at, last, words);
  // "under the age of five"
  if (at.at > d.begin && !(at == last) && joints::is(*at, joints::the) && at.peek(1).begins(Category::age_words) &&
      joints::is(at.peek(2), joints::of))
    at = at.plus(3);
  if (at == last) return false;
  d.number_first = at.at;
  Cursor const number = at;
  if (at->begins(Category::multiples) && parse_multiple(at, last, d)) {
    d.bound = words.bound;
    return true;
  }
  if (!begins_number(at) || !parse_measured(at, last, d)) return false;
  if (opens_ratio(at, d)) {
    Draft ratio = d;
    if (Cursor end = number; parse_ratio(end, last, ratio)) {
      d = ratio;
      at = end;
    }
  }
  if (d.high || d.interval) return true;
  d.bound = words.bound;
  if (d.bound == Bound::exact || d.bound == Bound::about) {
    if (Cursor behind = at; parse_bound_behind(behind, last, words)) {
      d.bound = words.bound;
      at = behind;
    }
  }
  return true;
}

// "$90 million over five years", "6% interest over 30 years", "fell by a third, over two years": how long, not more than.
// Behind a verb it is a bound.
bool spans_time(Cursor const& begin, Draft const& d) {
  if (d.bound != Bound::above || d.low.unit == no_unit || dimension_of(d.low.unit) != "time" ||
      !joints::is(*begin, joints::over))
    return false;
  if (begin.at == begin.scene->first || begin.at + 1 != d.number_first) return false;
  Token const& before = begin.peek(-1);
  if (before.is(TokenKind::figure) || before.is(TokenKind::percent)) return true;
  if (before.begins(Category::units) || before.begins(Category::scales)) return true;
  if (before.is(TokenKind::comma) || before.is(TokenKind::close_bracket)) return true;
  return before.is(TokenKind::word) && before.word != unknown_word && !before.begins(Category::function_words) &&
         word_info(before.word).usual_part == PartOfSpeech::noun &&
         (word_info(before.word).noun_lemma != before.word || before.begins(Category::currencies) ||
          begin.peek(-2).is(TokenKind::percent) || begin.peek(-2).begins(Category::units));
}

QuantityMention mention_of(Draft const& d, Scene const& scene, std::uint32_t sentence) {
  QuantityMention m;
  m.at.first = d.begin;
  m.at.last = d.end;
  m.at.sentence = sentence;
  m.at.span = {scene.tokens[d.begin].begin, scene.tokens[d.end - 1].end};
  m.bound = d.bound;
  m.change = d.change;
  m.unit = d.low.unit;
  m.value = d.interval ? *d.interval
            : d.high   ? Interval{d.low.number.value, d.high->number.value, false, false}
                       : interval_of(d.bound, d.low.number.value);
  m.place = d.low.number.place;
  if (d.high) m.place = std::min(m.place, d.high->number.place);
  m.counted_first = d.counted_first;
  m.counted_last = d.counted_last;
  m.spelled = d.low.number.spelled;
  m.vague = d.low.number.vague;
  m.one_of = d.one_of;
  m.share = d.share;
  return m;
}

// "3/4 cup": no date, though the fourth of March is written so.
bool is_measured_fraction(Cursor at) {
  if (!at->is(TokenKind::figure) || !at.peek(1).is(TokenKind::slash)) return false;
  Measure m;
  return parse_measure(at, Cursor{at.scene, at.scene->last}, m) && m.number.fraction && m.unit != no_unit;
}

// "21 yuan ($2.96) per million tokens": what stands behind the bracket rates both. The token to go on with.
std::uint32_t share_rate(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t from, std::uint32_t end) {
  auto& inner = mentions.back();
  if (mentions.size() < from + 2 || !is_money(inner.unit)) return end;
  auto& outer = mentions[mentions.size() - 2];
  Cursor behind{&scene, end};
  if (!is_money(outer.unit) || behind.ended() || !behind->is(TokenKind::close_bracket)) return end;
  behind = behind.plus(1);
  Rate rate;
  if (behind.ended() || !parse_rate(behind, Cursor{&scene, scene.last}, Numerator::money, rate)) return end;
  auto const a = per(outer.unit, rate.denominator, rate.power), b = per(inner.unit, rate.denominator, rate.power);
  if (a == no_unit || b == no_unit) return end;
  outer.unit = a;
  inner.unit = b;
  return behind.at;
}

// "Orvel 5.2 is out. Support for 4.8 ends, and in 5.2 sessions last": decimals that a name or "version" had before.
class Versions {
 public:
  void add(Scene const& scene, Draft const& d) {
    constexpr std::size_t most = 16;
    if (may_be_one(scene, d) && known_.size() < most) known_.push_back(d.low.number.value);
  }
  bool has(Scene const& scene, Draft const& d) const {
    if (known_.empty() || !may_be_one(scene, d) || std::find(known_.begin(), known_.end(), d.low.number.value) == known_.end())
      return false;
    static WordSet const leads{"in", "since",  "from",  "to",   "with", "until", "for",
                               "of", "before", "after", "than", "on",   "and"};
    return d.number_first == scene.first || leads.has(scene.tokens[d.number_first - 1].word);
  }

 private:
  static bool may_be_one(Scene const& scene, Draft const& d) {
    Token const& t = scene.tokens[d.number_first];
    return d.low.unit == no_unit && d.bound == Bound::exact && !d.high && t.is(TokenKind::figure) &&
           scene.figures[t.figure].place == -1 && !d.low.number.scaled;
  }
  std::vector<Decimal> known_;
};

}  // namespace

void parse_quantities(Article const& article, Tokens const& tokens, std::vector<DateMention> const& dates,
                      std::vector<QuantityMention>& out) {
  Covered covered(dates);
  Versions versions;
  Draft d;
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    auto const& sentence = tokens.sentences[s];
    if (!may_hold_quantity(tokens, sentence)) continue;
    Scene const scene{tokens.tokens, tokens.figures, article.view, sentence.first, sentence.last};
    std::size_t const before = out.size();
    std::uint32_t named_until = 0;  // the token behind the last figure that was a name: "lines 4" in "lines 4 and 7"
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      if (cannot_begin(tokens.tokens[i]) || !can_begin(Cursor{&scene, i})) {
        ++i;
        continue;
      }
      bool const measured = is_measured_fraction(Cursor{&scene, i});
      if (auto const past = covered.past(i); past != i && !measured) {
        i = past;
        continue;
      }
      Cursor at{&scene, i};
      Cursor const last{&scene, sentence.last};
      if (!find(at, last, d) || (!measured && covered.begins_in(i, at.at))) {
        ++i;
        continue;
      }
      join_bounds(at, last, d);
      d.end = at.at;
      complete(at, last, d);
      if (d.counted_last > d.counted_first && covered.begins_in(d.counted_first, d.counted_last))
        d.counted_first = d.counted_last = 0;
      take_age(scene, d);
      if (spans_time(Cursor{&scene, d.begin}, d)) d.bound = Bound::exact;
      bool const next_of_list =
          d.begin == named_until + 1 || (d.begin == named_until + 2 && scene.tokens[named_until].is(TokenKind::comma));
      bool const listed = next_of_list && named_until > scene.first && continues_names(scene, d);
      if ((listed || is_no_quantity(scene, d) || versions.has(scene, d)) && !is_gapped(scene, d.number_first)) {
        if (listed || is_name(scene, d)) named_until = at.at, versions.add(scene, d);
        i = std::max(d.number_first + 1, d.high ? at.at : d.number_first + 1);
        continue;
      }
      if (d.low.number.scaled) read_size(scene, d);
      out.push_back(mention_of(d, scene, s));
      i = share_rate(scene, out, before, d.end);
    }
    if (out.size() > before) {
      mark_changes(scene, out, before);
      share_units(scene, out, before);
      mark_brackets(scene, out, before);
    }
  }
}

}  // namespace counterclaim
