#include "src/align/stages.hpp"

#include <algorithm>

#include "counterclaim/units.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/beside.hpp"

namespace counterclaim {
namespace {

bool speaks_of(Claim const& c, WordSet const& words, TermRole farthest) {
  return std::any_of(c.terms.begin(), c.terms.end(),
                     [&](Term const& t) { return t.role <= farthest && (t.word & unknown_bit) == 0 && words.has(t.word); });
}
// One of them tells what the other's sentence does not know.
bool only_one_of(Claim const& a, Claim const& b, WordSet const& words, TermRole farthest) {
  return (speaks_of(a, words, farthest) && !speaks_of(b, words, TermRole::sentence)) ||
         (speaks_of(b, words, farthest) && !speaks_of(a, words, TermRole::sentence));
}

// "54 goals in qualifying", "eleven goals"
bool are_of_other_stages(Claim const& a, Claim const& b) {
  static WordSet const scores{"goal",   "point", "win", "match", "game", "run",  "try",     "medal",
                              "assist", "save",  "ace", "title", "loss", "draw", "penalty", "wicket"},
      stages{"qualify", "qualifier", "qualification", "qualifying", "preseason", "playoff", "semifinal", "quarterfinal"};
  return speaks_of(a, scores, TermRole::counted) && speaks_of(b, scores, TermRole::counted) &&
         only_one_of(a, b, stages, TermRole::clause);
}

// "Stopped 41% of all shots over the tournament", "saved 17 of 44 shots, or 39%"
bool are_of_other_stretches(Claim const& a, Claim const& b) {
  static WordSet const tries{"shot", "serve", "pass", "penalty", "throw", "kick", "match", "game"},
      stretches{"tournament", "season", "career", "campaign", "championship"};
  auto const is_share = [](Claim const& c) { return c.basis != no_unit && dimension_of(c.basis) == "percent"; };
  return is_share(a) && is_share(b) && speaks_of(a, tries, TermRole::clause) && speaks_of(b, tries, TermRole::clause) &&
         only_one_of(a, b, stretches, TermRole::clause);
}

// "The final drew 8,400 spectators", "the second match drew 5,900"
bool are_of_other_matches(Claim const& a, Claim const& b) {
  static WordSet const people{"spectator", "people", "person", "fan", "visitor", "viewer", "supporter", "crowd"},
      matches{"final", "semifinal", "quarterfinal", "opener", "derby"};
  auto const counts = [&](Claim const& c) { return speaks_of(c, people, TermRole::counted); };
  return counts(a) && counts(b) && only_one_of(a, b, matches, TermRole::subject);
}

// "The hall holds 8,400 spectators", "the match drew 5,900"
bool are_room_and_crowd(Claim const& a, Claim const& b) {
  static WordSet const people{"spectator", "people", "person", "fan", "visitor", "guest", "viewer", "supporter"},
      holds{"hold", "seat", "accommodate", "capacity", "fit"},
      comes{"draw", "attract", "watch", "attend", "attendance", "see", "come", "pull"};
  if (!speaks_of(a, people, TermRole::counted) || !speaks_of(b, people, TermRole::counted)) return false;
  auto const is_room = [&](Claim const& c) { return speaks_of(c, holds, TermRole::clause); };
  auto const is_crowd = [&](Claim const& c) { return speaks_of(c, comes, TermRole::clause); };
  return is_room(a) != is_room(b) && is_crowd(a) != is_crowd(b) && is_room(a) != is_crowd(a);
}

// "Prize money totals $900,000", "the money for the winners is $350,000"
bool are_all_and_a_prize(Claim const& a, Claim const& b) {
  static WordSet const places{"winner", "champion", "runner-up", "finalist", "loser"};
  return is_monetary(a.unit) && only_one_of(a, b, places, TermRole::modifier);
}

// "The study enrolled 612 patients", "408 patients received the drug": all of them, and those of one arm.
bool are_all_and_treated(Claim const& all, Claim const& arm) {
  static WordSet const people{"patient", "volunteer", "participant", "adult",      "child",   "woman",  "man",    "person",
                              "people",  "subject",   "infant",      "individual", "recruit", "smoker", "student"},
      treats{"receive", "get", "take", "give", "treat", "dose", "assign", "randomize", "allocate", "swallow", "inject"},
      enrolls{"enroll", "enrol", "recruit", "include", "involve", "comprise", "have", "cover", "join", "number"};
  if (!speaks_of(all, people, TermRole::object) || !speaks_of(arm, people, TermRole::object)) return false;
  // "408 patients on zevratide"
  auto const is_on = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
      return t.role == TermRole::modifier && !is_concept(t.word) && (t.word & unknown_bit) != 0;
    });
  };
  static WordSet const part{"part"};  // "took part"
  auto const x = midpoint(arm.value), y = midpoint(all.value);
  if (!x || !y || *y <= *x) return false;
  if (is_on(arm)) return !is_on(all);
  return speaks_of(arm, treats, TermRole::clause) && !speaks_of(arm, part, TermRole::clause) &&
         speaks_of(all, enrolls, TermRole::clause) && !speaks_of(all, treats, TermRole::clause);
}

// "In 14 countries", "for the most part in five": the greater part of them, and all.
bool are_all_and_most(ClaimSet const& set, Claim const& all, Claim const& most) {
  static constexpr std::string_view words[] = {"mostly ",    "mainly ",        "chiefly ",           "largely ",
                                               "primarily ", "predominantly ", "for the most part ", "for the greater part "};
  auto const says = [&](Claim const& c) {
    auto const text = sentence_before(c, set.articles[c.article].raw);
    return std::any_of(std::begin(words), std::end(words), [&](auto word) {
      auto const at = text.rfind(word);
      return at != text.npos && text.substr(at).find_first_of(",;:") == text.npos;
    });
  };
  if (most.basis != no_unit || all.basis != no_unit || most.counted.empty() || all.counted.empty()) return false;
  auto const x = midpoint(most.value), y = midpoint(all.value);
  return x && y && *x < *y && says(most) && !says(all);
}

}  // namespace

char const* stages_apart(ClaimSet const& set, Claim const& a, Claim const& b) {
  if (are_of_other_stages(a, b) || are_of_other_stretches(a, b) || are_of_other_matches(a, b)) return "of other stages";
  if (are_room_and_crowd(a, b)) return "what it holds and who came";
  if (are_all_and_a_prize(a, b)) return "all the money and a prize";
  if (are_all_and_treated(a, b) || are_all_and_treated(b, a)) return "all of them and those of one arm";
  if (are_all_and_most(set, a, b) || are_all_and_most(set, b, a)) return "all of them and the greater part";
  return nullptr;
}

}  // namespace counterclaim
