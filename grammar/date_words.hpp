// A sentence folded into the words of the date grammar: names of the calendar, units, numbers and little words.
//
// Figures and number words become one `number` or `ordinal` each ("twenty-one", "nineteen eighty-six"); code tokens whose
// parts are words of dates are taken apart ("Q3", "Sep-23-2020", "FY26"). A word may be of several classes: "past" is a
// shift ("the past week"), a preposition and a part of clock times.
#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "counterclaim/article.hpp"
#include "counterclaim/token.hpp"
#include "grammar/lexicon_layout.hpp"

namespace counterclaim::dates {

enum class Class : std::uint8_t {
  // Little words and references, from date_words.tsv and date_references.tsv; the values in brackets.
  day_offset,  // today (0), tomorrow (1): days from today
  tonight,
  reference,  // formerly (-1), now (0), future (1)
  shift,      // last (-1), this (0), next (1)
  same,       // that, the same: the one spoken of
  every,      // every (1), every other (2)
  whole,      // all day
  per,
  times_a,  // once a
  early,    // early (1), mid (2), late (3), earlier, later
  edge,     // the beginning (1), the middle (2), the end (3), the rest (4)
  half,
  halfth,  // the latter half (2)
  ago,
  earlier,  // a year earlier
  later,    // a year later (1), from now (2)
  before,
  after,
  the,
  a,
  of,
  in,
  on,
  at,
  to,
  from,
  between,
  and_,
  or_,
  by,
  since,
  until,
  during,
  for_,
  within,
  about,
  above,
  below,
  exactly,  // bounds of durations
  vague,    // several, a few
  couple,   // a couple of (2)
  long_,
  old,
  aged,
  fiscal,
  calendar,
  school,          // what kind of year follows
  quarter_letter,  // q, as in Q3
  half_letter,     // h, as in H1
  decade_letter,   // s, as in 1990 s
  era,             // BC (-1), AD (1)
  meridiem,
  meridiem_letter,  // am (0), pm (1)
  oclock,
  noon,  // minutes of the day
  clock_past,
  clock_to,  // half past (30), quarter to (15)
  past_word,
  iso_t,
  often,  // daily: the value is the TIMEX3 text
  zone,   // minutes east of UTC
  tense,  // words that look ahead ("will", 1) or back ("was", -1)
  starting,
  anaphoric,    // following, previous: counted from the date before in the text
  last_little,  // their count: they are bits of one word
  // Names, from the other files
  month = 64,
  weekday,
  weekdays,
  season,
  decade,
  unit,
  day_part,
  holiday,
  number,
  ordinal,
  // Signs
  comma,
  apostrophe,
  hyphen,
  dash,
  slash,
  colon,
  point,
  tilde,
  open,
  close,
  content,  // a noun or an adjective that the date grammar does not know
};

enum class Grain : std::uint8_t {
  none,
  second,
  minute,
  hour,
  night,
  day,
  workday,
  weekend,
  week,
  working_week,
  fortnight,
  month,
  quarter,
  half,
  season,
  year,
  fiscal_year,
  school_year,
  decade,
  century,
  millennium,
  day_part
};

static_assert(static_cast<int>(Class::last_little) <= 64);

struct WordRow {  // a row of date_words.tsv or date_references.tsv
  std::uint64_t classes = 0;
  std::array<Class, 4> of{};
  std::array<std::int16_t, 4> value{};
  std::string_view text;  // for `often`
};

struct Word {
  std::uint64_t little = 0;      // bits of classes below 64
  std::uint64_t named = 0;       // bits of classes from 64 on
  WordRow const* row = nullptr;  // the little word's values
  Decimal amount;                // numbers and ordinals
  std::int32_t whole = 0;        // their whole value, -1 if they have none; else the month, weekday, season or decade
  std::int16_t holiday = -1;     // row of holidays.tsv
  Grain unit = Grain::none;
  std::uint8_t part = 0;   // index into part_letters
  std::int8_t digits = 0;  // of a figure; 0 for number words
  bool glued = false, capital = false, leading_zero = false, grouped = false, decimal = false, plural = false;
  bool ambiguous = false;     // also an everyday word: "may", "fall", "sat"
  bool only_glued = false;    // counts as a unit only right behind a figure: "3h"
  bool spelled_year = false;  // "nineteen eighty-six", "two thousand and ten"
  bool decade_suffix = false;
  bool past = false;        // a verb form that looks back: "opened", "fell"
  bool present = false;     // a verb form of the present that may look ahead: "opens", "starts"
  bool measure = false;     // a unit of measure or a sign of one: "kg", "%"
  bool possessive = false;  // 's
  bool money = false;       // a currency sign
  bool plural_noun = false, plain_verb = false;
  bool things = false;                // "trucks", "people": what a number before it counts
  WordId word = unknown_word;         // of single words
  std::uint32_t begin = 0, end = 0;   // bytes of Article::view
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint8_t to_core = 255;  // words from here to the next one that a date hangs on: a month, a unit, "today"; 0 if it is one
  constexpr bool is(Class c) const {
    auto const i = static_cast<unsigned>(c);
    return (i < 64 ? little >> i & 1 : named >> (i - 64) & 1) != 0;
  }
  constexpr int value(Class c) const {  // of a little word; 0 if the row gives none
    if (row == nullptr || !is(c)) return 0;
    for (std::size_t i = 0; i < row->of.size(); ++i)
      if (row->of[i] == c && (row->classes >> static_cast<int>(c) & 1) != 0) return row->value[i];
    return 0;
  }
};

// Some classes, asked for all at once: Classes{Class::of, Class::in}.
struct Classes {
  std::uint64_t little = 0, named = 0;
  constexpr Classes(std::initializer_list<Class> classes) {
    for (auto const c : classes) {
      auto const i = static_cast<unsigned>(c);
      (i < 64 ? little : named) |= std::uint64_t(1) << (i & 63);
    }
  }
  constexpr bool hold(Word const& w) const { return ((w.little & little) | (w.named & named)) != 0; }
};

inline constexpr std::array<std::string_view, 9> part_letters = {"", "MO", "AF", "EV", "NI", "DT", "MEB", "MEL", "MED"};

constexpr void set(Word& w, Class c) {
  auto const i = static_cast<unsigned>(c);
  (i < 64 ? w.little : w.named) |= std::uint64_t(1) << (i & 63);
}
// Adds what row `row` of a vocabulary file says of the word.
void describe(Word& w, Category category, std::int32_t row);

// A number in words at tokens[at]: fills `w` and returns how many tokens it covers, 0 if none begins there.
std::uint32_t number_words(std::span<Token const> tokens, std::size_t at, std::string_view view, Word& w);

// What the vocabulary says of words that were met before: nearly all are "the", "in" and a few like them.
class KnownWords {
 public:
  // The word in small letters, without its place; null where it may begin a phrase of several words with `next` behind it.
  Word const* find(WordId word, WordId next) {
    auto const& e = entry(word);
    return e.next.has(next) ? nullptr : &e.as;
  }
  // Is it known of the word that no date hangs on it, whatever follows?
  bool is_never_core(WordId word) const { return never_core_[place_of_never(word)] == word; }
  // May the word, alone or with `next`, be one that a date hangs on?
  bool may_be_core(WordId word, WordId next) {
    auto const& e = entry(word);
    if (!e.ever_core) never_core_[place_of_never(word)] = word;
    return e.core || e.core_next.has(next);
  }

 private:
  struct Entry {
    WordId word = unknown_word;
    bool core = false, ever_core = false;  // alone; alone or with some next word
    SecondWords next, core_next;
    Word as;
  };
  Entry const& entry(WordId word) {
    auto at = (word * 0x9E3779B1u) >> 22;
    for (; place_[at] != 0; at = (at + 1) % place_.size())
      if (entries_[place_[at] - 1u].word == word) return entries_[place_[at] - 1u];
    if (entries_.size() == most) entries_.clear(), place_.fill(0), at = (word * 0x9E3779B1u) >> 22;
    look_up(word, entries_.emplace_back());
    place_[at] = static_cast<std::uint16_t>(entries_.size());
    return entries_.back();
  }
  static void look_up(WordId word, Entry& e);
  static std::uint32_t place_of_never(WordId word) { return (word * 0x9E3779B1u) >> 24; }
  static constexpr std::size_t most = 512;   // more words of dates than an article has
  std::array<std::uint16_t, 1024> place_{};  // by hash: one more than the index of an entry, 0 if empty
  std::vector<Entry> entries_;
  std::array<WordId, 256> never_core_{};  // by hash: "the", "in"
};

// Can the sentence hold a date? It needs a word that a date hangs on, or a number that is a year, a day or a time of day.
bool may_hold_date(Tokens const& tokens, Sentence const& sentence, KnownWords& known);

// Appends the words of tokens[first, last) to `out`, which the caller empties and reuses.
void fold_sentence(Tokens const& tokens, std::uint32_t first, std::uint32_t last, std::string_view view, KnownWords& known,
                   std::vector<Word>& out);

}  // namespace counterclaim::dates
