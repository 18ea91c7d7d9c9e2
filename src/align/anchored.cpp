#include "src/align/anchored.hpp"

#include <algorithm>

#include "counterclaim/units.hpp"
#include "src/align/events.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rank_scales.hpp"
#include "src/align/score.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/slip.hpp"
#include "src/align/telling.hpp"

namespace counterclaim {
namespace {

class Anchors {
 public:
  Anchors(Surroundings const& s, std::uint32_t a, std::uint32_t b, Features const& f, int rows_shared)
      : set_(s.set()), a_(set_.claims[a]), b_(set_.claims[b]), f_(f), rows_shared_(rows_shared) {}

  bool run() const {
    constexpr std::size_t short_text = 300;  // bytes; a sentence or two by itself
    constexpr int rare_thing = 55;
    if (a_.article == b_.article || std::min(text_size(a_), text_size(b_)) < short_text) return true;
    if (f_[Feature::subject_shared] + f_[Feature::name_near] + f_[Feature::subject_topic] + f_[Feature::source_shared] > 0)
      return true;
    // "72 oak beams", "64 oak beams"
    if (!a_.counted.empty() && a_.counted == b_.counted && a_.counted.find(' ') != std::string_view::npos) return true;
    if (f_[Feature::only_of_concept] == 100 || f_[Feature::referent] >= rare_thing || f_[Feature::company] > 0) return true;
    if (f_[Feature::parallel] >= 40 || (f_[Feature::parallel] > 0 && swapped_digits(a_, b_) > 0)) return true;
    // Rare words around one thing measured, and figures of a size; or two things that both are ("homes", "without power")
    constexpr int much = 80;
    if (f_[Feature::concept_shared] == 100 && f_[Feature::context] >= much && are_close(a_, b_)) return true;
    if ((rows_shared_ > 1 && f_[Feature::only_of_unit] >= 50) || has_grown() || (is_in_row(a_) && is_in_row(b_))) return true;
    // "31,200 skaters started", "29,800 skaters started": one noun and one verb
    if (a_.kind == ClaimKind::quantity && f_[Feature::verbs] >= 85 && are_close(a_, b_) && share_figures_noun(a_, b_) &&
        !is_count_of_the_hour(a_, set_) && !is_count_of_the_hour(b_, set_))
      return true;
    // Figures of a size and of one noun, or of one thing measured, which each text gives about once
    bool const lone =
        a_.kind == ClaimKind::quantity && f_[Feature::only_of_unit] >= 50 && f_[Feature::known_there] == 0 && are_close(a_, b_);
    if (lone && (f_[Feature::heads] >= 85 || (f_[Feature::concept_shared] == 100 && f_[Feature::only_of_concept] >= 50)))
      return true;
    // Where both say the same, a name in the sentence and the same verb are enough.
    if (f_[Feature::verbs] >= 85 && agree(a_, b_) && share_any_name(a_, b_)) return true;
    if (a_.kind == ClaimKind::quantity && agree(a_, b_) && are_of_one_study(a_, b_)) return true;  // that both have it from
    if (a_.kind == ClaimKind::date && a_.days == b_.days && !a_.days.is_unbounded() && f_[Feature::verbs] >= 85) return true;
    if (a_.kind == ClaimKind::date && are_only_firsts()) return true;
    if (is_slip() && (a_.basis != no_unit || f_[Feature::heads] >= 60 || f_[Feature::concept_shared] > 0)) return true;
    int const swapped = swapped_digits(a_, b_);
    if (swapped > 3 || (swapped == 3 && (a_.basis != no_unit || f_[Feature::heads] >= 60 || f_[Feature::concept_shared] > 0)))
      return true;
    return a_.kind == ClaimKind::quantity && same_digits();
  }

 private:
  // "The first patient was enrolled", "he was the first patient": each article has one such date.
  bool are_only_firsts() const { return f_[Feature::only_of_concept] >= 50 && firsts_of_one_kind(a_, b_); }
  // One thing counted up to a day, and more of it up to a later one; or more of the same that was done with it.
  bool has_grown() const {
    if (a_.kind != ClaimKind::quantity || a_.basis != no_unit || f_[Feature::heads] < 75) return false;
    auto const &x = set_.articles[a_.article].date, &y = set_.articles[b_.article].date;
    auto const m = midpoint(a_.compared), n = midpoint(b_.compared);
    if (!x || !y || !m || !n || *x == *y || (*x < *y) != (*m < *n)) return false;
    auto const& later = *x < *y ? b_ : a_;
    auto const& earlier = *x < *y ? a_ : b_;
    if (!tells_so_far(later)) return false;
    if (tells_so_far(earlier)) return true;
    bool const near = std::max(*m, *n) <= std::min(*m, *n) * Decimal(5);
    return near && f_[Feature::heads] >= 85 && f_[Feature::names_differ] == 0 &&
           (f_[Feature::verbs] >= 85 || f_[Feature::concept_shared] == 100);
  }
  bool is_slip() const { return slip_between(a_, b_) != Slip::none; }
  std::size_t text_size(Claim const& c) const { return set_.articles[c.article].raw.size(); }
  bool same_digits() const {
    auto const x = midpoint(a_.value), y = midpoint(b_.value);
    if (!x || !y || abs(Decimal(x->digits)) < Decimal(100)) return false;
    return x->digits == y->digits ||
           ((f_[Feature::heads] >= 85 || (f_[Feature::concept_shared] == 100 && a_.basis != no_unit)) && misprint(*x, *y));
  }

  ClaimSet const& set_;
  Claim const &a_, &b_;
  Features const& f_;
  int rows_shared_;
};

}  // namespace

bool is_anchored(Surroundings const& surroundings, std::uint32_t a, std::uint32_t b, Features const& features,
                 int rows_shared) {
  return Anchors(surroundings, a, b, features, rows_shared).run();
}

}  // namespace counterclaim
