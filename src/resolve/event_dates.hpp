// What a date in a sentence says of an event: the day that something ends, a stretch that it lies in, or nothing, where it only
// says how things are, when somebody spoke, or stands in a list of days.
#pragma once
#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

class EventDates {
 public:
  explicit EventDates(Context const& context) : c_(context) {}
  // Corrects the days, bound and certainty of a date claim; `vague` where it names no day of one event. `verb` is the phrase
  // that it hangs on, -1 if none; `state` where what holds since then began with an event (states.hpp).
  void read(Claim& claim, DateMention const& mention, std::int32_t verb, bool state = false) const;
  // "Founded in Orl in 1934, Acme employs 600 people": the date belongs to the verb right before it.
  bool of_another_verb(DateMention const& mention, std::int32_t verb) const;
  // "It opened 40 shops and by 2027 it wants more": the date opens the clause behind a conjunction.
  bool opens_clause(DateMention const& mention) const;
  // "When work began in 2022 nobody thought that it would end": its own verb is past, whatever the main clause expects.
  bool happened(Claim const& claim, std::int32_t verb) const;
  // "The profit was $41 million (2023: $30 million)": of the figure in the brackets.
  bool of_a_bracket(DateMention const& mention, MentionPlace const& figure) const;

 private:
  bool of_reporting(DateMention const& d) const;
  bool is_made_known(Phrase const& verb, DateMention const& d) const;
  bool of_a_told_day(DateMention const& d, std::int32_t verb) const;
  bool of_a_part(DateMention const& d) const;
  bool of_a_calendar(std::int32_t verb) const;
  bool is_whose(DateMention const& d) const;
  std::int32_t own_verb(DateMention const& d) const;
  bool of_a_state(DateMention const& d, std::int32_t verb) const;
  bool in_a_list(DateMention const& d) const;
  bool of_unknown_year(DateMention const& d) const;
  void looks_back(Claim& c, DateMention const& d, std::int32_t verb) const;
  bool is_afterthought(Claim const& claim, DateMention const& date) const;
  void between(Claim& c, DateMention const& d) const;
  bool of_unknown_century(DateMention const& d) const;
  void begins(Claim& c, DateMention const& d, std::int32_t verb, bool state) const;
  void years_before(Claim& c, DateMention const& d) const;
  void decade_beside(Claim& c, DateMention const& d) const;
  void ends(Claim& c, DateMention const& d) const;
  void of_week(Claim& c, DateMention const& d) const;
  bool is_fiscal(DateMention const& d) const;
  bool is_of_any_week(DateMention const& d) const;
  bool is_moved(DateMention const& d, std::int32_t verb) const;
  void not_before(Claim& c, DateMention const& d) const;
  bool is_same_as_elsewhere(DateMention const& date) const;
  bool is_of_some(DateMention const& date) const;
  bool is_any(DateMention const& d) const;
  bool in_dateline(DateMention const& d) const;
  bool verbless(std::uint32_t first, std::uint32_t last) const;

  Context const& c_;
};

}  // namespace counterclaim
