// Lives and spans: when somebody was born and died, how old somebody was at an event, how long something went on.
//
//   "Edda Storr (9 April 1612 – 2 February 1681) was a poet."   the days of her birth and her death
//   "She was 44 when she founded the school."                     an age, with the words of the event
//   "The rally was held from 1949 until 1953."                    a span, with the words of what went on
//
// Births, ages and spans become statements that `measure` calls "life" (attribute birth, age, span); an age is in `value`
// (years), a span in `compared` (seconds), a birth in `days`, its words in `right`. Dates of somebody whose birth the article
// tells get the age then in `computed`, and a birth the day of the
// death in `period`.
#pragma once
#include <optional>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/concepts.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

class Lives {
 public:
  explicit Lives(Context const& context);

  struct Bracket {
    std::string_view name, full;  // whose: the last name before it, all that stands there
    bool birth = false;           // else death
    std::uint32_t dash = 0;       // token between the two, where they were read as one date; else 0
  };
  // Is the date one of a bracket right behind the name that its sentence begins with?
  std::optional<Bracket> bracket_of(std::size_t date) const;  // index into Mentions::dates
  // The claim says when that one was born or died.
  void tell(Bracket const& bracket, Claim& claim) const;

  // Appends what follows from claims of all quantities, then all dates, each in order of mentions.
  void find(std::vector<Claim>& claims, Concepts& concepts, std::uint32_t article);

 private:
  std::size_t read_bracket(std::size_t date, std::size_t end);
  DayRange died_on(std::size_t birth) const;
  void deaths(std::vector<Claim>& claims);
  void births(std::vector<Claim>& claims);
  void ages(std::vector<Claim>& claims, Concepts& concepts);
  void birthdays(std::vector<Claim>& claims, Concepts& concepts, std::uint32_t article);
  void words_of_event(std::uint32_t verb, MentionPlace const& at, Concepts& concepts, Frame& frame) const;
  void spans(std::vector<Claim>& claims);
  enum class SpanOf { clause, course };  // course: from beginning to end
  void span(std::vector<Claim>& claims, std::size_t at, DayRange x, DayRange y, std::uint32_t end,
            SpanOf of = SpanOf::clause) const;
  void lengths(std::vector<Claim>& claims);
  static Interval counted(Interval length, std::string_view timex);
  bool is_be(std::uint32_t verb) const;
  std::string_view defined(std::uint32_t sentence, std::string_view otherwise) const;
  std::span<Term> with_verb(std::span<Term const> terms, std::uint32_t verb) const;
  std::string_view who(QuantityMention const& q, Claim const& figure) const;
  Claim& state(std::vector<Claim>& claims, std::size_t like, std::string_view attribute, std::string_view subject) const;
  bool is_age(QuantityMention const& q) const;
  std::int32_t event_of(QuantityMention const& q) const;
  bool is_of_name(Token const& token) const;
  std::string_view word(std::uint32_t token) const;
  bool breaks(std::uint32_t token) const;  // between two clauses

  Context const& c_;
  std::vector<std::optional<Bracket>> brackets_;  // by date; empty where the article has none
};

}  // namespace counterclaim
