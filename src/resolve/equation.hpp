// What the families of equations share: figures with their tolerance, the article as a row of items, patterns over it.
//
// The row holds the tokens of sentences that tell a figure or a date, these folded into one item each (any other sentence is
// one mark); a restatement in brackets ("(62 miles)") is left out, so that patterns read over it. A pattern is a line of
// elements divided by blanks:
//   from|to        any of these words or marks (, ; : ( ) - / + = '); "||" the end of a sentence inside a block
//   @change        a word class of equation_words.cpp, by lemma; two classes may be joined with '|'
//   {x}            a figure ({p}, {q}: percent or fraction; {n}, {m}: a count without unit of measure; {d}, {e}, {f}: a date;
//                  {g}, {h}: a time of day; {s}: a duration), hedges and articles before it passed over
//   ..5            up to five items, none of them a figure or a sentence's end; as few as fit
//   word?          optional
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/claim.hpp"
#include "counterclaim/mention.hpp"
#include "counterclaim/token.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim::equation {

struct Amount {
  Interval value;  // as written, in `unit`
  Bound bound = Bound::exact;
  UnitId unit = no_unit;
  int place = 0;  // power of ten of the last written digit, scale word included
  int scale = 0;  // of the scale word alone: "1.2 billion" 9
  Span span;
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  std::int32_t mention = -1;  // index into Mentions::quantities
  bool spelled = false, share = false;
  bool counted = false;  // a counted noun stands behind it
};

enum class ItemKind : std::uint8_t { word, figure, date, mark, sentence_end, block_end };
struct Item {
  ItemKind kind = ItemKind::word;
  char mark = 0;                      // , ; : ( ) - / + = ' " . and ? for any other
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  WordId word = unknown_word;
  std::uint64_t classes = 0;            // bit per word class
  std::uint64_t sign = 0;               // word_bit() of a word, mark_bit() of a mark
  std::int32_t amount = -1, date = -1;  // indexes into Row::amounts, Mentions::dates; an item may have both ("three years")
};
// What stands in a sentence, or at a place of a pattern: bits of word classes, words and marks. Where two of them share no bit,
// the sentence does not hold what the pattern asks for; words may share one by chance.
struct Signs {
  std::uint64_t classes = 0, words = 0, marks = 0;
  bool holds(Signs const& all) const { return ((all.classes & ~classes) | (all.words & ~words) | (all.marks & ~marks)) == 0; }
  bool meets(Signs const& other) const {
    return ((classes & other.classes) | (words & other.words) | (marks & other.marks)) != 0;
  }
  // All in one word, where several share a bit: what holds() does so here too.
  std::uint64_t folded() const {
    constexpr int word_bits = 24, word_shift = 28, mark_bits = 12, mark_shift = word_shift + word_bits;
    auto const fold = [](std::uint64_t bits, int width) {
      std::uint64_t out = 0;
      for (; bits != 0; bits >>= width) out |= bits & ((std::uint64_t(1) << width) - 1);
      return out;
    };
    return fold(classes, word_shift) | fold(words, word_bits) << word_shift | fold(marks, mark_bits) << mark_shift;
  }
};
inline std::uint64_t word_bit(WordId word) { return WordSet::bit(word); }
inline std::uint64_t mark_bit(char mark) { return mark >= 32 && mark < 96 ? std::uint64_t(1) << (mark - 32) : 0; }

inline Signs signs_of(Item const& item) {
  return {item.classes, item.kind == ItemKind::word ? item.sign : 0, item.kind == ItemKind::mark ? item.sign : 0};
}

struct Row {
  std::vector<Item> items;
  std::vector<Amount> amounts;
  // Sentences that hold a figure or a date, for nothing is offered elsewhere: items [first, last), from the sentence end
  // before.
  struct Stretch {
    std::uint32_t first = 0, last = 0;
    std::uint32_t first_told = 0;                     // index into `told` of its first figure or date
    int figures = 0;                                  // how many stand there
    std::uint32_t first_figure = 0, last_figure = 0;  // of `figures`
    Signs signs;
    std::uint64_t folded = 0;  // of the signs
  };
  std::vector<Stretch> sentences;
  std::vector<std::int32_t> stretch_of;  // by sentence of the article: index into `sentences`, -1 if it tells nothing
  // The one that an item stands in, null if it tells nothing.
  Stretch const* stretch(std::size_t item) const {
    auto const at = item < items.size() ? stretch_of[items[item].sentence] : -1;
    return at < 0 ? nullptr : &sentences[std::size_t(at)];
  }
  std::vector<std::uint32_t> told;   // items that are a figure or a date
  std::vector<std::size_t> figures;  // items that are a figure
  // Indexes of `sentences` with at least so many figures, the last with so many or more: most patterns ask for two or three.
  std::array<std::vector<std::uint32_t>, 4> telling;
};

// What is looked up while claims are appended.
struct Memory {
  std::set<std::uint32_t> summed;      // where totals stand that were summed already
  std::set<std::uint32_t> multiplied;  // and products that were worked out
  std::size_t claims = 0;              // of the article before its equations
  // The first of those of a kind and place; made where the first problem is told.
  std::optional<std::unordered_map<std::uint64_t, std::size_t>> by_place;
};

struct Context {
  Article const& article;
  Tokens const& tokens;
  Mentions const& mentions;
  std::uint32_t article_index;
  Row row;
  std::vector<Claim>& out;
  Memory& memory;
  Arena& kept;
};
Amount amount_of(Tokens const& tokens, Mentions const& mentions, std::size_t index);
Amount without_bound_words(Tokens const& tokens, Amount a);  // "as much as $5 million" without "as much as"
Row make_row(Article const& article, Tokens const& tokens, Mentions const& mentions);

// Word classes ---------------------------------------------------------------------------------------------------------
enum WordClass : std::uint8_t {
  class_up,
  class_down,
  class_shift,
  class_updown,
  class_more,
  class_less,
  class_begin,
  class_end,
  class_before,
  class_now,
  class_consist,
  class_total,
  class_each,
  class_group,
  class_people,
  class_plan,
  class_hedge,
  class_small,
  class_amount,
  class_multiply,
  class_found,
  class_opinion,
  class_excluding,
  class_event_noun,
  class_modal,
  class_bear,
};
std::uint64_t classes_of(WordId word);
inline bool is(Item const& item, WordClass c) { return item.kind == ItemKind::word && (item.classes >> c & 1) != 0; }

// Patterns -------------------------------------------------------------------------------------------------------------
struct Element {
  enum class Kind : std::uint8_t { words, capture, gap } kind = Kind::words;
  bool optional = false;
  bool sentence_end = false;
  Signs signs;
  std::vector<WordId> words;
  char name = 0;   // captures
  int length = 0;  // gaps
};
// What a pattern must find in a sentence: all of some signs, and of each further element one.
struct Needs {
  Signs all;
  std::vector<Signs> one_of;
  bool met_by(Signs const& s) const {
    if (!s.holds(all)) return false;
    return std::ranges::all_of(one_of, [&](auto const& signs) { return signs.meets(s); });
  }
};
struct Pattern {
  std::vector<Element> elements;
  Needs needs, needs_behind;  // in its sentence, and in the one that it goes on into
  bool goes_on = false;       // into another sentence
  int tag = 0;                // the family's own
  int figures = 0;            // that it takes before it goes on into another sentence
  int figures_behind = 0;     // that it takes there: at least one, for other sentences have no words in the row
};
// Patterns with what puts nearly all of them aside, close together.
struct Patterns {
  struct Gate {
    std::uint64_t all = 0;     // Needs::all, folded
    std::uint64_t one_of = 0;  // the narrowest of Needs::one_of, folded; 0 if there is none
    std::int32_t figures = 0;
    std::uint32_t pattern = 0;
  };
  std::vector<Pattern> patterns;
  std::vector<Gate> gates;              // those of fewer figures first
  std::vector<std::uint32_t> gates_of;  // by number of figures: how many gates ask for so many or fewer
  int fewest_figures() const { return gates.empty() ? 0 : gates.front().figures; }
};
struct Match {
  std::array<std::int32_t, 26> captured;  // item of {a} … {z}; -1 if none
  std::int32_t cue = -1;                  // item that the last word class element matched
  std::uint32_t begin = 0, end = 0;       // items [begin, end)
  std::int32_t at(char name) const { return captured[static_cast<std::size_t>(name - 'a')]; }
};
struct PatternText {
  std::string_view text;
  int tag = 0;
};
Patterns compile(std::span<PatternText const> texts);
// Calls `take` for the first pattern that matches at each item from which one does; what `take` returns says whether the
// match was used (else the next pattern is tried).
void each_match(Context const& c, Patterns const& patterns, std::function<bool(Match const&, int tag)> const& take);

// Figures --------------------------------------------------------------------------------------------------------------
Amount const& figure(Context const& c, Match const& m, char name);
Decimal middle(Amount const& a);           // of the value as written
Interval tolerant(Amount const& a);        // hedges and rounding applied, round figures taken as rounded ("4,000")
Interval tolerant_exact(Amount const& a);  // the same, but whole counts below 1,000 are exact
int last_digit(Amount const& a);
Interval tolerant_to(Amount const& a, int place);  // the same as tolerant(), but rounded at most at a place
bool is_percent(Amount const& a);                  // "12%", "a third"
bool is_points(Amount const& a);
bool is_multiple(Amount const& a);         // "three times"
bool is_bare(Amount const& a);             // no unit, no counted noun
Amount as_percent(Amount const& a);        // "a third" -> 33.3%, its tolerance in `place`
Interval stated_percent(Amount const& a);  // rounded or cut off: 14.5..16 for "15%"
// The two as figures of one kind, the second's unit and scale lent to a bare one ("from 1.2 to 1.5 million"); false if not.
bool same_kind(Amount& a, Amount& b);
Decimal round_to(Decimal value, int place);                     // half away from zero
std::string shown(Decimal value, int place);                    // rounded to a place, grouped
std::string text_of(Context const& c, Amount const& a);         // as written, without the words of its bound
std::string with_unit(std::string const& number, UnitId unit);  // "$40", "40 km"
std::string spoken(Decimal value, UnitId unit, int scale);      // with a scale word: "$1.2 million"

// Claims ---------------------------------------------------------------------------------------------------------------
Claim& emit(Context const& c, EquationKind kind, Amount const& stated_figure, Interval const& stated, Interval const& computed,
            std::string_view arithmetic, std::vector<Span> const& operands);
bool holds(Claim const& equation);
std::uint64_t place_key(ClaimKind kind, Span span);
Claim& emit_problem(Context const& c, ClaimKind kind, MentionPlace const& at, std::string_view problem);

// Whether {x} and {y} of a match are one thing then and now.
bool is_then_and_now(Context const& c, Match const& m);
// Whether they are the only figures of their kind before {z} in the sentence.
bool are_only_pair(Context const& c, Match const& m);
// Whether, moreover, the words between say that the one took the place of the other ("against", "where it had been"), and
// which is the old one.
enum class Against { no, either_way, second_is_old };
Against set_against_of(Context const& c, Match const& m);

// Families -------------------------------------------------------------------------------------------------------------
void find_changes(Context const& c);
void find_multiples(Context const& c);
void find_products(Context const& c);
void find_each(Context const& c);      // behind find_products
void find_averages(Context const& c);  // behind find_each
void find_means(Context const& c);
void find_sums(Context const& c);
void find_table_sums(Context const& c);
void find_shares(Context const& c);
void find_conversions(Context const& c);
void find_spans(Context const& c);
void find_list_counts(Context const& c);
void find_differences(Context const& c);
void find_parts(Context const& c);
void find_impossible(Context const& c);
void find_crossed(Context const& c);
void find_long_years(Context const& c);

}  // namespace counterclaim::equation
