// What the families of comparison hand to comparison.cpp, and what they share. A cue is tried at tokens of the categories
// comparison_phrases, comparison_verbs, preferences, measures and measure_nouns only.
#pragma once
#include <optional>
#include <vector>

#include "grammar/clause.hpp"

namespace counterclaim::comparison {

struct Cue {
  TokenRange at;  // the words of comparison: "twice as fast as", "outperforms"
  Relation relation = Relation::better;
  TokenRange left, right, measure;
  bool superlative = false;
  bool performance = false;
  bool choice = false;       // "prefers A to B", "A instead of B"
  bool by_likeness = false;  // see ComparisonMention
  bool alone = false;        // "A is faster": nothing says that two are compared
  bool contrast = false;     // read from two clauses that are set against each other: no word says "than"
};

// How a thing is measured, read from the words of degree.
struct Degree {
  std::uint32_t first = 0, last = 0;  // "much more powerful", "lower latency"
  TokenRange measure;                 // "powerful", "latency"
  int direction = 0;                  // +1 the better, -1 the worse; 0 if nothing was read
  bool performance = false;
  bool bare = false;  // "more", "less" alone
};

enum class Grade : std::uint8_t { none, positive, comparative, superlative };
// The degree of an adjective or adverb by its row in measures.tsv, else by its ending and stem.
struct Word {
  Grade grade = Grade::none;
  int better = 1;  // -1 if more of it is worse
  bool size = false;
};
Grade grade_of(std::string_view word);  // by its ending alone, never `none`: no word_at() has another of these degrees
Word word_at(Clause const& c, std::uint32_t i);

// "faster", "more powerful", "lower latency", "far fewer errors", from token i on; direction 0 if there is none.
Degree degree_from(Clause const& c, std::uint32_t i);
// The nearest words of degree before token i, at most `distance` tokens away.
Degree degree_before(Clause const& c, std::uint32_t i, std::uint32_t distance);

// "Oak is harder than pine", "works harder than": a property of stuff or a way to act, and no trouble.
bool is_hardness(Clause const& c, Degree const& d, TokenRange left, TokenRange right);
// "uses less power", "easier to hack", "resolves more issues": is the worse better there?
bool is_turned(Clause const& c, Degree const& d);

// "More reliable", at the adjective: its first word.
std::uint32_t degree_begin(Clause const& c, std::uint32_t i);
bool is_degree(Clause const& c, std::uint32_t i, Word const& w);  // a comparative, "more", "less"
// A comparative that no "than" follows, nor a denial before it; direction 0 if there is none. `w`: the word at `i`, or behind
// "more" there.
Degree degree_alone(Clause const& c, std::uint32_t i, Word const& w);
bool than_follows(Clause const& c, std::uint32_t i);  // near token i
bool is_supposed(Clause const& c, TokenRange left);   // "if the K7 is faster"

inline Relation relation_of(int direction) { return direction >= 0 ? Relation::better : Relation::worse; }

enum class Denial : std::uint8_t { none, denied, clause };  // "is not faster", "nobody says that it is faster"
Denial denial_before(Clause const& c, std::uint32_t i);
// "Is A faster than B?": nothing is said of what is asked; what stands behind "whether" is left to hedges. `i` is the first
// word of degree.
bool is_asked(Clause const& c, std::uint32_t i);

// The families: each reads a cue that begins at or is anchored on token i.
std::optional<Cue> than(Clause const& c, std::uint32_t i);  // "faster than", at "than"
// "Faster compared to", "faster relative to", at the adjective; here, in superlative() and in contrasted() `w` is word_at() of
// it.
std::optional<Cue> compared_to(Clause const& c, std::uint32_t i, Word const& w);
std::optional<Cue> as_as(Clause const& c, std::uint32_t i);                       // "twice as fast as", at the first "as"
std::optional<Cue> superlative(Clause const& c, std::uint32_t i, Word const& w);  // "the fastest"
std::optional<Cue> contrasted(Clause const& c, std::uint32_t i, Word const& w);   // "A is fine, but B is faster"
std::optional<Cue> of_two(Clause const& c, std::uint32_t i, Word const& w);  // "A has the larger fleet", without a right side
std::optional<Cue> alone(Clause const& c, std::uint32_t i,
                         Word const& w);                             // "A is faster", "A acts more slowly": neither has one
std::optional<Cue> alone_at_noun(Clause const& c, std::uint32_t i);  // "A uses less power", "A costs less"
// "A is cheaper than B and, in town, quieter": at the adjective, behind a comparison of those sides.
std::optional<Cue> continued(Clause const& c, std::uint32_t i, TokenRange left, TokenRange right);
std::optional<Cue> share_of(Clause const& c, std::uint32_t i);    // "60% of the speed of", at the noun
std::optional<Cue> level_of(Clause const& c, std::uint32_t i);    // "X90-level speed", at "level"
std::optional<Cue> by_verb(Clause const& c, std::uint32_t i);     // "outperforms", "is beaten by"
std::optional<Cue> by_phrase(Clause const& c, std::uint32_t i);   // "superior to", "ahead of"
std::optional<Cue> preference(Clause const& c, std::uint32_t i);  // "prefer A to B", "A's lead over B"

std::optional<Cue> or_better(Clause const& c, std::uint32_t i);    // "A or, even better, B", at the comparative
std::optional<Cue> chosen_over(Clause const& c, std::uint32_t i);  // "A instead of B", "in A rather than B"
std::optional<Cue> of_none(Clause const& c, std::uint32_t i);      // "no other engine comes close", at "no": has neither side
// "Last longer than those of any rival": how good they are, and not how long one of them lasted.
bool lasts(Clause const& c, Degree const& d, TokenRange right);
std::optional<Cue> alone(Clause const& c, std::uint32_t i);  // "is second to none": has no right side

// The left-hand side of words of degree; `right` helps to tell the subject from the object.
TokenRange left_of(Clause const& c, std::uint32_t degree_first, TokenRange right);
// The right-hand side from token i: a noun chain, also behind a preposition, "what" or a verb's shadow ("than does Acme").
TokenRange right_from(Clause const& c, std::uint32_t i);
// A noun chain, or an -ing form with what hangs on it ("dealing with Acme").
TokenRange thing_from(Clause const& c, std::uint32_t i);
// How alike two sides are, by their words: things of one kind are compared with one another. About -0.2 to 1.1.
float likeness(Clause const& c, TokenRange a, TokenRange b);
// The left-hand side where the subject does not tell it: the thing before token `end` that is of the right side's kind ("A, of
// all tools, is one I like, and it is faster than B"). `chosen` itself where it is a name or nothing fits better.
TokenRange peer_of(Clause const& c, TokenRange chosen, std::uint32_t degree_first, std::uint32_t end, TokenRange right);
// Where the sides were read as parts of things or stand for them ("those that run on Acme"), or were not read: adds what `said`
// says of the things of one kind nearest to it on both sides. `read` is what was read there, if anything. Says nothing of
// capability.
void of_one_kind(Clause const& c, Cue const& said, std::optional<Cue> const& read, std::vector<Cue>& all);
// The first token of the figure before words of degree at token i ("five times faster", "30 percent faster"): part of the cue,
// read by comparison.cpp.
std::uint32_t with_factor(Clause const& c, std::uint32_t i);
// "costs more than": the verb is what is measured.
void measure_by_verb(Clause const& c, std::uint32_t i, Cue& cue);
bool may_be_than(Clause const& c, std::uint32_t that);  // cheap to ask at every "that"
// Is the word at i "than", or "then" or "that" written for it ("far faster then Velo")? `d`: the words of degree before it.
bool is_than(Clause const& c, std::uint32_t i, Degree const& d);
bool is_both(Clause const& c, TokenRange right);  // "both", "either of them"
// "Quicker than both": of what was `read` there, one comparison for each of the two names before its left side. False if its
// right side is no such word.
bool each_of_both(Clause const& c, Cue const& read, std::vector<Cue>& all);
// What words of degree before "than" at token i say, without their sides; nothing if they are asked, or said of nobody.
std::optional<Cue> degree_said(Clause const& c, std::uint32_t i);
std::optional<Cue> phrase_said(Clause const& c, std::uint32_t i);  // the same of a phrase ("superior to")
// "Its brakes", set against a name: the thing that has them, where the sentence tells it.
TokenRange owner_of(Clause const& c, TokenRange left, TokenRange right);
// "Lowers fever further than Y": whose doing goes further. Empty where no verb brings its object up or down.
TokenRange doer_of(Clause const& c, Degree const& d);
// "Answers such questions better than any lawyer": who does so, and not the questions.
TokenRange able_before(Clause const& c, Degree const& d, TokenRange right);
// The object of a verb from token i: a thing that can be compared. Empty if there is none.
TokenRange object_from(Clause const& c, std::uint32_t i);
bool is_of_rivals(Clause const& c, TokenRange side);  // "the competition", "its rivals", "conventional pumps"
bool is_verbal(WordClass k);
// Is the chain a thing that can be compared, not a time, an amount or "expected"?
bool is_comparable(Clause const& c, TokenRange r);

}  // namespace counterclaim::comparison
