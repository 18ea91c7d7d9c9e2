// What expressions of a rule come to. Unknown is a value of its own: whatever is asked of it is unknown too.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "counterclaim/align.hpp"
#include "counterclaim/amount.hpp"
#include "counterclaim/claim.hpp"
#include "counterclaim/settings.hpp"

namespace counterclaim::rules {

enum class Type : std::uint8_t {
  any,  // not known at load, because an error was reported for it
  boolean,
  number,
  text,
  days,
  claim,
  article,
  // Types with a closed list of words, written bare in rules: `a.relation == better`.
  relation,
  certainty,
  bound,
  change,
  claim_kind,
  equation_kind,
  tier,
};
std::string_view type_name(Type type);                // "a number", "a date"
std::vector<std::string> const& words_of(Type type);  // empty for types without a closed list

struct Number {
  Interval interval;       // in the base unit of `unit`
  UnitId unit = any_unit;  // the unit to print it in; any_unit: a constant of a rule, comparable with everything
};
struct ClaimRef {
  std::uint32_t index = 0;
};
struct ArticleRef {
  std::uint32_t index = 0;
};
using Value = std::variant<std::monostate, bool, Number, std::string, DayRange, ClaimRef, ArticleRef>;

inline bool is_known(Value const& v) { return v.index() != 0; }
inline bool is_true(Value const& v) { return std::holds_alternative<bool>(v) && std::get<bool>(v); }
inline Value text_or_unknown(std::string_view text) { return text.empty() ? Value() : Value(std::string(text)); }
std::optional<Decimal> point(Interval const& v);    // the only number that it tells, an open end or not
bool is_short_for(UnitId name, UnitId full);        // "francs", "Swiss francs": the name of several currencies
bool comparable(Number const& a, Number const& b);  // units that convert into one another

// The set under judgement, with what several rules ask of it worked out once.
struct Context {
  ClaimSet const& set;
  Alignment const& alignment;
  Tolerances const& tolerance;
  std::vector<std::vector<std::uint32_t>> partners;  // by claim: those aligned with it, sorted
  std::vector<std::string> article_names;            // what messages call them
  Claim const& claim(ClaimRef r) const { return set.claims[r.index]; }
  Article const& article(ArticleRef r) const { return set.articles[r.index]; }
  Article const& article_of(Claim const& c) const { return set.articles[c.article]; }
};
Context make_context(ClaimSet const& set, Alignment const& alignment, Tolerances const& tolerance,
                     std::vector<std::string> article_names);

std::string print(Value const& value, Context const& context);
inline std::string print(Number const& number) { return amount_text(number.interval, number.unit); }
inline std::string print(DayRange days) { return days_text(days); }
// What stands at the claim's place, on one line; the value printed where that is long or empty.
std::string figure(Claim const& claim, Context const& context);
std::string quote(Claim const& claim, Context const& context);  // what stands at the claim's place, on one line

}  // namespace counterclaim::rules
