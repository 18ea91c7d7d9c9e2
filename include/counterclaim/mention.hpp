// What the grammar finds in one article's tokens: mentions, still without who and when.
//
// Spans are bytes of the raw article; `first` and `last` are token indexes [first, last). Mentions of one kind come in order
// of place and do not overlap one another; kinds may ("5 percent more than in 2019" holds a quantity, a date, a comparison).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/calendar.hpp"
#include "counterclaim/interval.hpp"
#include "counterclaim/token.hpp"
#include "counterclaim/units.hpp"

namespace counterclaim {

struct MentionPlace {
  Span span;
  std::uint32_t first = 0, last = 0;
  std::uint32_t sentence = 0;  // index into Tokens::sentences
};

enum class Bound : std::uint8_t { exact, about, above, at_least, below, at_most, range };
enum class Change : std::uint8_t { level, up, down };

struct QuantityMention {
  MentionPlace at;
  Interval value;  // in `unit`, as written: "about 40%" is 40..40 with bound about; "more than 5" is (5, none)
  Bound bound = Bound::exact;
  Change change = Change::level;  // "rose 5%" is up, "rose to 5%" is level
  UnitId unit = no_unit;
  int place = 0;  // power of ten of the last written digit, scale word included ("1.2 billion" -> 8)
  std::uint32_t counted_first = 0, counted_last = 0;  // tokens of the counted thing ("shipping containers"); empty if none
  bool spelled = false;                               // written in words ("two-thirds", "a dozen")
  bool vague = false;                                 // "dozens", "a few million", "several"
  bool one_of = false;                                // "one of the", "a single"
  bool share = false;                                 // "two-thirds of", "one in five", "40% of": a share of a whole
  std::int32_t bracket_of = -1;  // index of the quantity it restates in brackets ("100 km (62 miles)"), -1 if none
  std::int32_t baseline = -1;    // "up 6% from $83.40": index of the quantity it starts from, -1 if none
};

enum class DateShape : std::uint8_t { date, time, duration, set };  // TIMEX3 types
struct DateMention {
  MentionPlace at;
  DateShape shape = DateShape::date;
  std::string timex;                // TIMEX3 value; relative to the article's date where that is known ("2025-01-10", "P3D")
  DayRange days;                    // unbounded when nothing is known; for a duration its own days are unknown
  Interval length;                  // durations: in seconds, calendar months as 30.436875 days; years as 365.2425
  Bound bound = Bound::exact;       // "by 2027" at_most, "since 2009" at_least, "early May" about
  bool relative = false;            // read against the article's date or another date in the text
  bool weekday_mismatch = false;    // "Monday, January 10, 2025" (a Friday)
  bool impossible = false;          // "February 30"
  std::int32_t minute_of_day = -1;  // clock times: 0..1439, -1 if none
  std::int16_t utc_offset = INT16_MIN;  // minutes east of UTC when a zone is written, else INT16_MIN
};

struct RankMention {
  MentionPlace at;
  Interval value;                                 // 1 = first or largest
  std::uint32_t scale_first = 0, scale_last = 0;  // tokens of what is ranked by and among: "largest maker of accelerators"
};

enum class Relation : std::uint8_t { better, worse, equal };
struct ComparisonMention {
  MentionPlace at;
  Relation relation = Relation::better;         // of left against right; lower-is-better measures are read ("slower" is worse)
  std::uint32_t left_first = 0, left_last = 0;  // tokens of the two sides; empty where the text does not say
  std::uint32_t right_first = 0, right_last = 0;
  std::uint32_t measure_first = 0, measure_last = 0;      // "inference performance", the adjective in "faster"
  std::int32_t factor = -1;                               // index of the quantity ("five times", "60% of"), -1 if none
  std::uint32_t benchmark_first = 0, benchmark_last = 0;  // "AIME", "MLPerf 4.0"
  std::int32_t score = -1;                                // index of a quantity that is the score, -1 if none
  bool superlative = false;                               // "the fastest of", "any other", "all rivals"
  bool performance = false;  // about capability (outperforms, faster, on par), not a mere size ("larger than")
  bool by_likeness = false;  // the sides are the nearest things of one kind, whatever the syntax says
};

enum class Certainty : std::uint8_t { stated, attributed, hedged, planned, hypothetical, denied };

struct AttributionMention {
  MentionPlace at;                                  // the cue and its source: "the company said", "according to Reuters"
  std::uint32_t source_first = 0, source_last = 0;  // tokens of the source; empty for "reportedly"
  std::uint32_t cue_first = 0, cue_last = 0;
  std::uint32_t scope_first = 0, scope_last = 0;  // tokens that it covers
  bool vague = false;                             // "experts say", "studies show", "reportedly"
  bool citing = false;                            // the source of a source: "Reuters reported, citing two people"
};

struct HedgeMention {
  MentionPlace at;
  Certainty certainty = Certainty::hedged;
  std::uint32_t scope_first = 0, scope_last = 0;  // tokens that it covers
};

// Who holds a role or made a thing: "the director of Marlow's Garden was Ida Moor". These may overlap one another ("written and
// directed by Ida Moor").
struct IdentityMention {
  MentionPlace at;         // of the role and its holders; the thing too where it stands between or behind them
  std::uint32_t word = 0;  // token of the role
  std::int32_t role = -1;  // row of roles.tsv
  std::int32_t kind = -1;  // row of thing_kinds.tsv: what the thing is said to be, -1 if nothing
  std::uint32_t thing_first = 0, thing_last = 0;      // its name or title, without quotation marks
  std::uint32_t holders_first = 0, holders_last = 0;  // indexes into Mentions::holders
  std::int32_t year = 0;                              // "the 1987 film", "(1987)"; 0 if none
  bool titled = false;                                // the thing stands in quotation marks
  bool past = false;                                  // "was"
};
struct HolderName {
  std::uint32_t first = 0, last = 0;  // tokens
};

struct Mentions {
  std::vector<QuantityMention> quantities;
  std::vector<DateMention> dates;
  std::vector<RankMention> ranks;
  std::vector<ComparisonMention> comparisons;
  std::vector<AttributionMention> attributions;
  std::vector<HedgeMention> hedges;
  std::vector<IdentityMention> identities;
  std::vector<HolderName> holders;  // of identities
};

// The whole grammar over one article. Linear in its length; the productions are tried only where a token can begin one.
class Chunks;  // phrase.hpp
// Where attributions and hedges are read: where they can reach a figure, a date, a rank or a comparison; where they can reach
// anything that is claimed, as what happens, too (hedges of what has a mention alone); everywhere.
enum class Voiced { figures, claims, all };
Mentions parse(Article const& article, Tokens const& tokens, Chunks const& chunks, Voiced voiced);
Mentions parse(Article const& article, Tokens const& tokens);  // all

}  // namespace counterclaim
