#include "src/align/score.hpp"

#include <algorithm>

#include "counterclaim/clock.hpp"
#include "counterclaim/lexicon.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/align/life.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rank_scales.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/slip.hpp"

namespace counterclaim {

bool agree(Claim const& a, Claim const& b) {
  if (is_of_life(a) || is_of_life(b)) return lives_agree(a, b);
  if (a.kind == ClaimKind::date)
    return !disjoint(a.days, b.days) && !clocks_apart(a, b) && !stretches_apart(a, b) && !begins_or_ends_apart(a, b);
  if (a.kind == ClaimKind::statement) return share_holder(a, b);
  // "up 4%" and "down 4%"
  if (a.kind == ClaimKind::quantity && a.change != b.change && a.change != Change::level && b.change != Change::level)
    return false;
  return !disjoint(a.compared, b.compared);
}

char const* to_string(Feature feature) {
  static constexpr char const* names[] = {
      "attribute",       "heads",           "verbs",        "subject_shared",  "name_near",       "subject_topic",
      "topic_shared",    "subjects_differ", "names_differ", "period_shared",   "period_far",      "only_of_unit",
      "only_of_subject", "context",         "headings",     "siblings",        "restricted",      "small_count",
      "counted_missing", "once_event",      "vectors",      "certainty_apart", "concept",         "concepts_differ",
      "referent",        "dimension_tells", "known_there",  "extreme",         "only_of_concept", "source_shared",
      "same_story",      "company",         "parallel",     "copied"};
  static_assert(std::size(names) == feature_count);
  return names[static_cast<std::size_t>(feature)];
}

namespace {

// Per hundred of each feature, in the order of Feature. Fitted to what tests/tools/alignment_features prints.
constexpr int weights[] = {
    260,   // attribute
    40,    // heads
    20,    // verbs
    60,    // subject_shared
    50,    // name_near
    20,    // subject_topic
    10,    // topic_shared
    -260,  // subjects_differ
    -50,   // names_differ
    100,   // period_shared
    -190,  // period_far
    100,   // only_of_unit
    150,   // only_of_subject
    200,   // context
    30,    // headings
    -40,   // siblings
    -165,  // restricted
    -190,  // small_count
    -60,   // counted_missing
    160,   // once_event
    15,    // vectors
    -220,  // certainty_apart
    110,   // concept
    -110,  // concepts_differ
    80,    // referent
    80,    // dimension_tells
    -180,  // known_there
    -260,  // extreme
    90,    // only_of_concept
    110,   // source_shared
    300,   // same_story
    100,   // company
    500,   // parallel
    900,   // copied
};
static_assert(std::size(weights) == feature_count);
constexpr int bias = -320;
constexpr int event_bias = 100;  // dates and durations have passed the gate that what happened is alike
// Values that differ by a slip (digits, unit) or little are likelier the same figure than ones far apart. Not fitted: the
// examples that the weights are fitted to have equal values.
constexpr int same_digits[] = {20, 20, 80, 150,
                               200};  // by the number of digits they share, from none on: a chance is one in nine, ninety …
constexpr int slip_of_one = 60;       // and both are said of one name, or two names stand near both
constexpr int same_number_other_unit[] = {0, 40, 120, 280, 320};  // 300 miles and 300 kilometers
constexpr int rank_bonus = 60;                                    // few things in a text are ranked
constexpr int rank_of_one = 165;                                  // and of one thing by name fewer still
constexpr int rank_of_kind = 40;                                  // by name, among things of one noun
constexpr int misprint_value = 90;                                // 5680 and 5608
constexpr int swapped_two = 40;                                   // 41 and 14 million
constexpr int near_value = 40;                                    // within a factor of 1.6
constexpr int identity_value = 700;                               // a role of a thing that has passed its gate
constexpr int years_apart = -150;  // dates more than twelve years apart are rather of two things with one name
constexpr Day far_days = 12 * 366;
constexpr int unnamed_apart = -30;  // and no name is shared near them
constexpr int apart_value = -20;    // within a factor of three
constexpr int wide_value = -80;     // within a factor of five
constexpr int wider_value = -150;   // within a factor of ten
constexpr int remote_value = -450;  // beyond a thousandfold
constexpr int far_value = -300;     // beyond
constexpr int measured_twice =
    -100;  // two exact figures within four hundredths that are no misprint of one another: two measurements

// "Five minutes late", "three years late": delays of two things.
int length_weight(Claim const& a, Claim const& b) {
  auto const x = midpoint(a.compared), y = midpoint(b.compared);
  if (!x || !y || x->is_zero() || y->is_zero()) return event_bias;
  auto const big = std::max(abs(*x), abs(*y)), small = std::min(abs(*x), abs(*y));
  return event_bias + (big <= small * Decimal(10) ? 0 : big <= small * Decimal(100) ? far_value : remote_value);
}

int date_weight(Claim const& a, Claim const& b) {
  if (a.kind == ClaimKind::duration) return length_weight(a, b);
  if (!disjoint(a.days, b.days)) return event_bias;
  bool const after = a.days.from > b.days.to;
  auto const gap = std::int64_t(after ? a.days.from : b.days.from) - (after ? b.days.to : a.days.to);
  return event_bias + (gap > std::int64_t(3) * far_days ? 2 * years_apart : gap > far_days ? years_apart : 0);
}

// "By noon on Monday 300,000", "by the 18th 2.1 million": what had come together by one day and by a later one.
bool have_grown(Claim const& a, Claim const& b, bool b_is_more) {
  auto const by = [](Claim const& c) {
    return c.period_stated && c.period.from == no_lower_day && c.period.to != no_upper_day;
  };
  return by(a) && by(b) && a.period.to != b.period.to && (a.period.to < b.period.to) == b_is_more;
}

int value_weight(Features const& f, Claim const& a, Claim const& b) {
  if (a.kind == ClaimKind::statement || b.kind == ClaimKind::statement) return identity_value;
  if (a.kind == ClaimKind::rank) {
    auto const shared = scale_shared(a, b, f[Feature::subject_shared] > 0);
    if (f[Feature::subject_shared] == 0) return rank_bonus + shared;
    return rank_bonus + rank_of_one + shared + (f[Feature::attribute] > 0 && f.word_a == f.word_b ? rank_of_kind : 0);
  }
  if (a.kind != ClaimKind::quantity) return date_weight(a, b);
  auto const x = midpoint(a.compared), y = midpoint(b.compared);
  if (!x || !y || x->is_zero() || y->is_zero()) return 0;
  auto const written_x = midpoint(a.value), written_y = midpoint(b.value);
  bool const same_number = written_x && written_y && (*written_x == *written_y || written_x->digits == written_y->digits);
  if (slip_between(a, b) != Slip::none) {
    int const of_one = f[Feature::subject_shared] > 0 || near_names_shared(a, b) > 1 ? slip_of_one : 0;
    if (!same_number) return same_digits[2];  // one of them rounded: two digits are met by chance sooner
    return of_one + rarity_of_slip(std::max(telling_digits(a), 2), f.chances);
  }
  if (same_number) {
    auto const digits = to_string(abs(Decimal(written_x->digits))).size();
    bool const other_unit = a.unit != b.unit && *written_x == *written_y && !agree(a, b);
    if (other_unit && abs(*written_x) == Decimal(1)) return far_value;  // "1 kB", "1 MB": everybody counts from one
    return other_unit ? same_number_other_unit[std::min(digits, std::size(same_number_other_unit) - 1)]
                      : same_digits[std::min(digits, std::size(same_digits) - 1)];
  }
  auto const big = std::max(abs(*x), abs(*y)), small = std::min(abs(*x), abs(*y));
  if (big * Decimal(100) < small * Decimal(104) && !agree(a, b) && !misprint(*written_x, *written_y) &&
      swapped_digits(a, b) == 0)
    return measured_twice;
  if (int const digits = swapped_digits(a, b); digits > 0) {
    int const rarity = rarity_of_slip(digits, f.chances);
    return digits > 2 ? std::max(misprint_value, rarity) : std::max(swapped_two, rarity);
  }
  if (written_x && written_y && abs(*written_x) >= Decimal(100) && misprint(*written_x, *written_y)) return misprint_value;
  if (big * Decimal(10) <= small * Decimal(16)) return near_value;
  bool const named = f[Feature::subject_shared] + f[Feature::name_near] > 0;
  if (big <= small * Decimal(3)) return apart_value + (named ? 0 : unnamed_apart);
  if (have_grown(a, b, *x < *y)) return apart_value;
  if (big <= small * Decimal(5)) return wide_value;
  if (big <= small * Decimal(10)) return wider_value;
  return big <= small * Decimal(1000) ? far_value : remote_value;
}

std::string spell(std::uint32_t word) {
  if (is_concept(word)) return std::string(vocabulary(Category::concepts)[word & ~concept_term].phrase);
  return (word & unknown_bit) != 0 ? std::string("(a word of its own)") : std::string(word_text(word));
}

std::string describe(Feature feature, Features const& f, Claim const& a, Claim const& b) {
  switch (feature) {
    case Feature::attribute:
      return spell(f.word_a) + (f.word_a == f.word_b ? "" : " ~ " + spell(f.word_b));
    case Feature::subject_shared:
    case Feature::name_near:
    case Feature::subject_topic:
    case Feature::topic_shared:
      return std::string(to_string(feature)) + " " + f.name;
    case Feature::subjects_differ:
      return "subjects " + std::string(a.entity) + " and " + std::string(b.entity);
    default:
      return to_string(feature);
  }
}

}  // namespace

Score score(Features const& f, Claim const& a, Claim const& b) {
  Score s;
  s.gated = f.gate != nullptr;
  if (s.gated) return s;
  int total = bias * 100;
  for (std::size_t i = 0; i < feature_count; ++i) total += weights[i] * f.at[i];
  s.total = total / 100 + value_weight(f, a, b);
  bool const plainly = s.total >= aligned_at;  // whatever speaks against it was outweighed
  if (plainly || f[Feature::subjects_differ] == 0) s.keys |= key_subject;
  if (plainly || f[Feature::attribute] >= 20 || f[Feature::heads] >= 60 || f[Feature::only_of_unit] == 100 ||
      f[Feature::once_event] == 100)
    s.keys |= key_attribute;
  if (plainly || f[Feature::period_far] == 0) s.keys |= key_period;
  s.keys |= key_dimension;
  if (a.unit == b.unit) s.keys |= key_unit;
  return s;
}

std::vector<Evidence> explain(Features const& f, Claim const& a, Claim const& b) {
  if (f.gate) return {{std::string("not the same: ") + f.gate, -1000}};
  std::vector<Evidence> out;
  for (std::size_t i = 0; i < feature_count; ++i)
    if (f.at[i] != 0) out.push_back({describe(Feature(i), f, a, b), weights[i] * f.at[i] / 100});
  if (int const v = value_weight(f, a, b); v != 0) out.push_back({"values", v});
  out.push_back({"to begin with", bias});
  return out;
}

}  // namespace counterclaim
