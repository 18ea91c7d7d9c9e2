// A claim: a mention with who, what and when. Fixed by its article alone (`entity` apart, which names the set's subject).
//
// A claim owns nothing: its texts and lists lie in the arena that resolve() was given (ClaimSet::kept, one an article), its
// words in the lexicon. It may be copied and moved as bytes; whoever holds claims holds their arena.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "counterclaim/arena.hpp"
#include "counterclaim/article.hpp"
#include "counterclaim/calendar.hpp"
#include "counterclaim/interval.hpp"
#include "counterclaim/mention.hpp"
#include "counterclaim/units.hpp"

namespace counterclaim {

// standing: what two figures of one measure say of their owners ("A scored 71, B 68"), beside what a text says in words.
enum class ClaimKind : std::uint8_t { quantity, date, duration, rank, comparison, statement, equation, name, standing };
std::string_view to_string(ClaimKind kind);
bool is_public(ClaimKind kind);  // `extract` prints it: quantity, date, duration, rank, comparison
std::string_view to_string(Bound bound);
std::string_view to_string(Change change);
std::string_view to_string(Certainty certainty);
std::string_view to_string(Relation relation);

struct Attribution {
  std::string_view source;  // "The Information"; empty if the text names none
  std::string_view origin;  // the last source of a citing chain; source where there is no chain
  std::string_view cue;     // "reported", "according to"
  bool self = false;        // the subject's own word
  bool vague = false;       // "experts say", "reportedly"
};

// A check that a text offers on its own numbers.
enum class EquationKind : std::uint8_t {
  percent_change,  // from X to Y is P percent
  multiple,        // X is N times Y
  sum,             // parts and a total
  shares,          // shares of one whole: may not exceed 100%
  product,         // unit price x count is a total
  conversion,      // "100 km (72 miles)"
  span,            // a duration against its two dates; an age against a birth date
  list_count,      // "four countries: A, B and C"
  difference,      // X minus Y is Z
  share,           // X of Y is P percent
};

// The company of words a claim keeps, from near to far: what alignment compares.
enum class TermRole : std::uint8_t {
  head,      // what the figure is of: "a battery of", "the weight is", "$180 million fee"
  counted,   // the counted thing: "shipping containers"
  whole,     // what a share is of: "of GDP", "of respondents"
  verb,      // the verb it hangs on, light verbs left out
  object,    // the verb's object or complement
  subject,   // the clause's subject where it is no name
  modifier,  // what narrows head, counted or verb: "net", "per card", "in September"
  clause,    // other content words of the clause
  sentence,  // of the sentence
  heading,   // of the heading it stands under, a list's lead-in, a table's row and column heads
};
// What a term's word is besides a WordId: a word the lexicon does not know (the bit and a hash), or a row of concepts.tsv.
inline constexpr std::uint32_t unknown_bit = 0x80000000u, concept_term = 0xC0000000u;
constexpr bool is_concept(std::uint32_t word) { return (word & concept_term) == concept_term; }
struct Term {
  std::uint32_t word = 0;  // WordId of the lemma, unknown_bit | hash, or concept_term | row
  TermRole role = TermRole::sentence;
  friend bool operator==(Term const&, Term const&) = default;
};
struct NameRef {
  std::string_view name;               // as spelled here; after resolve_names the entity
  TermRole role = TermRole::sentence;  // subject, object, clause, sentence or heading (the article's topic)
  friend bool operator==(NameRef const&, NameRef const&) = default;
};

struct Claim {
  std::uint32_t article = 0;  // index into ClaimSet::articles
  ClaimKind kind = ClaimKind::quantity;
  Span span, sentence;      // bytes of the article's raw text
  std::uint32_t block = 0;  // index into Article::blocks

  Interval value;     // as written, in `unit` (ranks: 1 = first; durations: seconds)
  Interval compared;  // hedges and rounding applied, in the base unit of the dimension: what rules compare
  Bound bound = Bound::exact;
  Change change = Change::level;
  UnitId unit = no_unit;
  // What `compared` is of, by the base unit of its dimension: the unit itself, but percent where the text says "a third of",
  // and of a rate over a time ("300 cars a day", "annual sales of $2 million") what there are so many of: no_unit for cars,
  // USD.
  UnitId basis = no_unit;
  UnitId per = no_unit;        // that time: "yr"; no_unit for what is no rate
  bool per_adjective = false;  // an adjective says so: "annual sales" may be written without it
  bool vague = false;          // "dozens": a magnitude, not a figure
  bool restated = false;       // in brackets: a conversion of the figure before it
  bool baseline = false;       // what another figure is set against: "down from 60", "compared with 29", "instead of 40"
  bool presupposed = false;    // told as known: "the $30 million valuation"
  std::string_view counted;    // lemmatised counted thing, empty if none

  std::string_view subject;                 // as the article names it, in its fullest form; empty if unknown
  std::string_view entity;                  // the set's name for it after aliases; empty if unknown
  std::string_view attribute;               // lemma: "valuation", "raise", "launch"; empty if unknown
  std::span<std::string_view const> about;  // content words of what the figure is about, as written
  std::span<std::string_view const> scope;  // words that set it apart: "net", "per card", "peak", "injured", a place
  std::span<Term> terms;                    // by role, each word once in its nearest role
  std::span<NameRef> names;                 // by role
  std::string_view whole;                   // shares: of what ("gdp", "respondent"); empty if the text does not say
  DayRange period;                          // when it holds; unbounded if the text does not say
  bool period_stated = false;               // the text says it (else it is the article's date)
  Attribution attribution;
  Certainty certainty = Certainty::stated;
  bool quoted = false;    // inside quotation marks
  bool headline = false;  // in the title

  std::string_view timex;    // dates and durations
  DayRange days;             // dates: the days named
  bool impossible = false;   // dates: "February 30"; weekday that does not fit
  std::string_view problem;  // why it is impossible: "January 10, 2025 was a Friday"; empty otherwise

  // Comparisons and standings. `about` is what they measure in the words of the vocabulary ("price", "speed"), `scope` under
  // which settings ("load: idle"); a standing has its figures in `operands` and `arithmetic` ("71.2 against 68.9").
  std::string_view left, right;            // the two sides after aliases
  std::string_view left_name, right_name;  // as this article writes them: "it", "the newer of its phones"
  Relation relation = Relation::better;
  std::string_view measure, benchmark, score;
  Interval factor;  // unbounded if none
  bool superlative = false, performance = false;

  // Statements say who holds a role: subject is the thing, attribute the role, `right` its holders as written, `names` of role
  // object each of them, `measure` what the thing is said to be ("film"), `value` the year in its name.
  bool lasting = false;  // never changes: who wrote a book; else an office
  bool past = false;     // told of the past: "was the mayor"

  EquationKind equation = EquationKind::sum;
  Interval stated, computed;       // equations: what the text says, what its other figures give, in one unit
  std::string_view arithmetic;     // equations: "$36.00 to $46.50 is a rise of 29.2%"
  std::span<Span const> operands;  // equations: the figures it was computed from
};

// Can `compared` of the one be set against that of the other?
bool comparable(Claim const& a, Claim const& b);
// Statements: is somebody named by both? Surnames, initials and a part of a name stand for the whole.
bool share_holder(Claim const& a, Claim const& b);

struct ClaimSet {
  std::vector<Article> articles;  // sorted by id
  std::vector<Claim> claims;      // by article, then place
  std::vector<Arena> kept;        // what the claims' texts and lists lie in
};

// Articles to claims, one article at a time (safe to call from many threads, each with its own arena).
std::vector<Claim> resolve(Article const& article, std::uint32_t index, Arena& kept);
// The part that sees the whole set: aliases and acronyms learned from all articles fill Claim::entity, left, right.
// `aliases` are names of one thing that the project gives, the one to print first.
void resolve_names(ClaimSet& set, std::vector<std::vector<std::string>> const& aliases = {});

// What a project says of words and a writer of figures. A word of a group becomes the group's first in all terms; a claim whose
// figure is marked "[sic]" goes.
void apply_synonyms(ClaimSet& set, std::vector<std::vector<std::string>> const& groups);
void drop_sic(ClaimSet& set);

}  // namespace counterclaim
