#include "src/align/stages.hpp"

#include <algorithm>

#include "counterclaim/units.hpp"
#include "counterclaim/word_set.hpp"

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

}  // namespace

char const* stages_apart(Claim const& a, Claim const& b) {
  if (are_of_other_stages(a, b) || are_of_other_stretches(a, b) || are_of_other_matches(a, b)) return "of other stages";
  if (are_room_and_crowd(a, b)) return "what it holds and who came";
  if (are_all_and_a_prize(a, b)) return "all the money and a prize";
  return nullptr;
}

}  // namespace counterclaim
