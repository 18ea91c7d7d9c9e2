#include "src/align/features.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "counterclaim/align_again.hpp"
#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/align/anchored.hpp"
#include "src/align/bearers.hpp"
#include "src/align/company.hpp"
#include "src/align/copied.hpp"
#include "src/align/events.hpp"
#include "src/align/gates.hpp"
#include "src/align/happening.hpp"
#include "src/align/headline_times.hpp"
#include "src/align/identity.hpp"
#include "src/align/left_over.hpp"
#include "src/align/life.hpp"
#include "src/align/names_apart.hpp"
#include "src/align/near_words.hpp"
#include "src/align/parallel.hpp"
#include "src/align/rank_scales.hpp"
#include "src/align/score.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/slip.hpp"
#include "src/align/telling.hpp"
#include "src/align/told_apart.hpp"
#include "src/align/word_overlap.hpp"

namespace counterclaim {
namespace {

int clamp100(int v) { return std::clamp(v, 0, 100); }

class Comparer {
 public:
  Comparer(Surroundings const& s, std::uint32_t a, std::uint32_t b)
      : s_(s),
        set_(s.set()),
        rarity_(s.rarity()),
        ia_(a),
        ib_(b),
        a_(set_.claims[a]),
        b_(set_.claims[b]),
        slip_(slip_between(a_, b_)) {
    f_.chances = s.figures_like(a) * s.figures_like(b);
  }

  Features run() {
    copied_ = a_.article != b_.article &&
              is_copied(a_, set_.articles[a_.article], b_, set_.articles[b_.article], s_.facts().articles == 2);
    f_.gate = closed_gate(a_, b_, copied_ ? Sentences::copied : Sentences::own);
    if (f_.gate && is_about_words(f_.gate) && told_in_parallel()) f_.gate = closed_gate(a_, b_, Sentences::parallel);
    if (!f_.gate && !(copied_ && set_.articles.size() == 2) && !s_.related(a_.article, b_.article))
      f_.gate = "articles about other things";
    if (!f_.gate && a_.kind == ClaimKind::quantity && slip_ == Slip::none && a_.change == b_.change &&
        (is_compound_of(a_, b_) || is_compound_of(b_, a_)))
      f_.gate = "of a part of it";
    // "$31,000, or about €26,500", beside another thing's $26,500
    if (!f_.gate && slip_ == Slip::unit && a_.article != b_.article && (s_.known(ia_, b_.article) || s_.known(ib_, a_.article)))
      f_.gate = "the article has both";
    if (f_.gate) return std::move(f_);
    names();
    // In a set of many, sentences that every article has ("… of them were French") tell nothing.
    constexpr int own = 80;
    copied_ = copied_ && (set_.articles.size() == 2 || f_[Feature::subject_shared] + f_[Feature::name_near] >= own);
    if (is_shut()) return std::move(f_);
    words();
    concepts();
    if (is_shut()) return std::move(f_);
    referent();
    lengths_and_tenses();
    if (is_shut()) return std::move(f_);
    period();
    kind();
    bool const named = f_[Feature::subject_shared] + f_[Feature::name_near] > 0;
    if (!named && !is_slip() && (is_of_other_row(a_, b_, set_) || is_of_other_row(b_, a_, set_))) f_.gate = "of another row";
    if (!agree(a_, b_))
      if (auto const* gate = told_apart(s_, ia_, ib_, is_slip() ? Told::by_slip : Told::plainly)) f_.gate = gate;
    if (a_.kind == ClaimKind::quantity && !agree(a_, b_) && is_left_over(a_, set_) != is_left_over(b_, set_))
      f_.gate = "what is left of it and all of it";
    if (!agree(a_, b_) &&
        (is_plan_and_progress(a_, b_, set_.articles[a_.article]) || is_plan_and_progress(b_, a_, set_.articles[a_.article])))
      f_.gate = "a plan and how far it has come";
    if (!agree(a_, b_) && (is_total_of(a_, b_, set_) || is_total_of(b_, a_, set_))) f_.gate = "all so far and some of it";
    if (a_.kind == ClaimKind::quantity && a_.article != b_.article && !is_slip() && !agree(a_, b_) &&
        is_worked_out(ia_, ib_, set_) && f_[Feature::parallel] < much_told)
      f_.gate = "one is worked out of the other";
    if (a_.kind == ClaimKind::quantity && a_.article != b_.article && !agree(a_, b_) &&
        (s_.tells_too(ia_, ib_) || s_.tells_too(ib_, ia_)))
      f_.gate = "one sentence tells both";
    if (!copied_ && !is_anchored(s_, ia_, ib_, f_, rows_shared_)) f_.gate = "nothing rare in common";
    if (copied_) set(Feature::copied, 100);
    return std::move(f_);
  }

 private:
  // A copied sentence says itself what its figure is of; what moves with time is another matter.
  bool is_shut() {
    static constexpr std::string_view with_time[] = {"moves from day to day", "a plan and what became of it",
                                                     "one article tells how the day moved"};
    if (!f_.gate) return false;
    if (copied_ && std::find(std::begin(with_time), std::end(with_time), f_.gate) == std::end(with_time)) f_.gate = nullptr;
    return f_.gate != nullptr;
  }
  void set(Feature f, int value) { f_.at[static_cast<std::size_t>(f)] = std::int16_t(value); }

  void names() {
    auto const n = compare_names(s_, a_, b_);
    f_.name = n.name;
    if (n.subject > 0)
      set(Feature::subject_shared, n.subject);
    else if (n.near > 0)
      set(Feature::name_near, n.near);
    else if (n.topic > 0 || n.far > 0)
      set(n.topic > 0 ? Feature::subject_topic : Feature::topic_shared, 100);
    bool const none = !n.shared();
    bool const one_event = a_.kind == ClaimKind::date && !n.two_subjects && is_only_event(s_, ia_, ib_);
    if (n.subjects_differ) set(Feature::subjects_differ, one_event ? 50 : n.known_as_others ? 160 : 100);
    if (!is_slip() && n.subjects_differ && n.both_have_subjects && ((n.far == 0 && s_.facts().articles == 2) || n.two_subjects))
      f_.gate = "said of other things";
    if (!n.subjects_differ && none && n.near_one)
      set(Feature::names_differ, own_name(a_) && own_name(b_) ? 300 : 100);
    else if (!n.subjects_differ && none && !a_.names.empty() && !b_.names.empty())
      set(Feature::names_differ, 20);  // only what they stand under
    bool const of_model = a_.kind == ClaimKind::date && (of_a_model(a_, b_) || of_a_model(b_, a_));
    if (of_model || other_models(a_, b_) || other_variants(s_, a_, b_)) f_.gate = "other versions or models";
    if (is_slip() && n.subject + n.near == 0 && heads_apart(a_, b_)) f_.gate = "said of other things";
    if (a_.kind == ClaimKind::quantity && of_writer(a_) != of_writer(b_) && (!is_slip() || is_rounded()) &&
        swapped_digits(a_, b_) < 3 && !agree(a_, b_))
      f_.gate = "what the writer has and anybody's";
    if (none && s_.facts().articles >= large_set) f_.gate = "a large collection, and no name in common";
    named_ = n.subject + n.near + n.topic > 0 || (n.far > 0 && thing_likeness(a_, b_) == 100) ||
             (a_.names.empty() && b_.names.empty());
  }

  void words() {
    auto const ab = covered_by(a_, b_, rarity_), ba = covered_by(b_, a_, rarity_);
    if (ab.total > 0 && ba.total > 0) {
      int const x = 100 * ab.sum / ab.total, y = 100 * ba.sum / ba.total;
      // The better direction counts more, for one writer says more words than the other; a few common words say little however
      // well they match.
      int const covered = (2 * std::max(x, y) + std::min(x, y)) / 3;
      set(Feature::attribute, covered * std::min(100, std::max(ab.sum, ba.sum)) / 100);
      auto const& best = ab.best >= ba.best ? ab : ba;
      f_.word_a = best.x;
      f_.word_b = best.y;
    }
    static WordId const them = find_word("them");  // "of whom 40"
    auto is_head = [](Term const& t) { return t.role <= TermRole::whole && t.word != them; };
    auto is_verb = [](Term const& t) { return t.role == TermRole::verb; };
    set(Feature::heads, best_likeness(a_, b_, is_head));
    set(Feature::verbs, best_likeness(a_, b_, is_verb));
    set(Feature::context,
        shared_rarity(a_, b_, rarity_, [](Term const& t) { return t.role >= TermRole::verb && t.role <= TermRole::sentence; }));
    set(Feature::headings, shared_rarity(a_, b_, rarity_, [](Term const& t) { return t.role == TermRole::heading; }));
    set(Feature::vectors, nearness(a_, b_));
    if (a_.kind != ClaimKind::rank && !is_slip() && !in_one_span_of_one_thing(a_, b_))
      set(Feature::restricted, clamp100(restrictions(a_, b_, f_[Feature::subject_shared] > 0) +
                                        restrictions(b_, a_, f_[Feature::subject_shared] > 0)));
  }
  bool are_totals(std::uint32_t term) const {
    return nature_of(term) == "total" && s_.is_total(ia_, term) && s_.is_total(ib_, term);
  }
  // One thing measured, or one event, in whatever words.
  void concepts() {
    auto near = [](Claim const& c) {
      return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) { return is_concept(t.word) && is_near(t.role); });
    };
    int best = 0, only = 0;
    for (auto const& t : a_.terms)
      if (is_concept(t.word) && t.role <= TermRole::clause)
        for (auto const& u : b_.terms)
          if (u.word == t.word && u.role <= TermRole::clause) {
            int const value = is_near(t.role) && is_near(u.role) ? 100 : is_near(t.role) || is_near(u.role) ? 70 : 40;
            best = std::max(best, value);
            rows_shared_ += value == 100 ? 1 : 0;
            auto const most =
                std::max(s_.of_its_concept(ia_, t.word), s_.of_its_concept(ib_, t.word)) - (a_.article == b_.article ? 1 : 0);
            only = std::max(only, most <= 1 || are_totals(t.word) ? 100 : most == 2 ? 50 : most == 3 ? 20 : 0);
            totals_ |= are_totals(t.word);
          }
    set(Feature::concept_shared, best);
    set(Feature::only_of_concept, only);
    // "Orin 3: 17.4 trillion tokens in training", "Tessel fed it 17.4 billion tokens"
    if (best == 100 && is_slip() && telling_digits(a_) > 2 && f_[Feature::subjects_differ] == 100)
      set(Feature::subjects_differ, 50);
    if (a_.kind == ClaimKind::quantity && a_.article != b_.article) {
      auto const of_time = [](Claim const& c) { return c.period_stated || c.per != no_unit; };  // "a year"
      auto const &x = set_.articles[a_.article].date, &y = set_.articles[b_.article].date;
      bool const expected = is_ahead(a_, set_) != is_ahead(b_, set_);
      bool const same_time = expected ? a_.period_stated && b_.period_stated : of_time(a_) && of_time(b_);
      bool const moved = x && y && *x != *y && has_moved(*x < *y ? b_ : a_) && !expected &&
                         (f_[Feature::subject_shared] + f_[Feature::name_near] + f_[Feature::subject_topic] > 0 ||
                          (best == 100 && only >= 50) || f_[Feature::heads] >= 85);
      // "The fair drew 86,000 visitors", "counted 68,000 guests", told within days: one count, and no other day's
      constexpr Day few_days = 10;
      bool const counted_once = x && y && std::abs(*x - *y) <= few_days && a_.basis == no_unit && !expected &&
                                are_close(a_, b_) && a_.per == no_unit && b_.per == no_unit && !tells_so_far(a_) &&
                                !tells_so_far(b_);
      if (!same_time && !moved && !counted_once && (expected || !x || !y || *x != *y) && share_nature(a_, b_, "moves") &&
          !(a_.basis == no_unit && share_lasting(a_, b_)))
        f_.gate = "moves from day to day";
    }
    if (a_.article != b_.article && !(a_.kind == ClaimKind::duration && agree(a_, b_)) &&
        (is_writers_measure(a_, s_) || is_writers_measure(b_, s_)) && share_nature(a_, b_, "measured") && !is_slip())
      f_.gate = "measured anew";
    if (share_nature(a_, b_, "measured") && other_tests(a_, b_)) f_.gate = "measured by other tests";
    if (f_.gate) return;
    if (best == 0 && near(a_) && near(b_))
      set(Feature::concepts_differ, 100);
    else if (best > 0 && a_.kind != ClaimKind::date && (has_more(a_, b_) || has_more(b_, a_)))
      set(Feature::concepts_differ, 50);
  }
  // "By now 31 percent", "has swollen to $10 billion"; prices and rates move up and down every day, and each tells of it.
  bool has_moved(Claim const& later) const {
    if (!tells_change(later)) return false;
    auto const m = midpoint(later.compared);
    bool const large = m && *m >= Decimal(1000000) && is_monetary(later.unit);
    return later.basis == no_unit || large || says(later, "now") || tells_so_far(later);
  }
  // 2.4 million and 240,000; 3.8 milliseconds and 3.8 microseconds: nobody measures the same digits anew.
  bool is_slip() const { return slip_ != Slip::none; }
  bool is_rounded() const { return midpoint(a_.value)->digits != midpoint(b_.value)->digits; }  // of a slip: 11 and 111 million

  // A thing that both speak of: the same noun, rare enough to mean one thing, where the figure hangs.
  void referent() {
    auto is_thing = [](Term const& t) {
      return !is_concept(t.word) && (t.role == TermRole::head || t.role == TermRole::subject || t.role == TermRole::object ||
                                     t.role == TermRole::whole || t.role == TermRole::modifier);
    };
    int best = 0;
    for (auto const& t : a_.terms)
      if (is_thing(t))
        for (auto const& u : b_.terms)
          if (is_thing(u) && likeness(t.word, u.word) >= 85)
            best = std::max(best, std::min(rarity_.word(t.word), rarity_.word(u.word)));
    set(Feature::referent, best);
    static constexpr std::string_view telling[] = {"mass",    "charge", "luminance",   "area",        "speed",
                                                   "voltage", "power",  "temperature", "compute_rate"};
    if (std::ranges::find(telling, dimension_of(a_.unit)) != std::end(telling) &&
        (best >= 40 || f_[Feature::subject_shared] + f_[Feature::subject_topic] > 0))
      set(Feature::dimension_tells, 100);
    // How old one is on the day of the article is no length of anything else.
    if (auto const differ = f_[Feature::subject_shared] > 0 ? ages_differ(a_, b_, set_) : std::nullopt)
      *differ ? set(Feature::dimension_tells, 500) : void(f_.gate = "a birthday between");
  }
  // What took place against what was still to come: plans change. And a length of time is the length of something.
  void lengths_and_tenses() {
    bool const times =
        !is_slip() && (a_.kind == ClaimKind::duration || (a_.kind == ClaimKind::quantity && dimension_of(a_.unit) == "time"));
    // "Once in 180 years", says one and the same: no chance, in whatever words.
    if (times && a_.value == b_.value && a_.value.is_point() && abs(*a_.value.low) > Decimal(12) && share_source(a_, b_))
      return;
    bool const of_one =  // "comes from Orla under a contract of nine years", "Orla is bound for twelve"
        f_[Feature::concept_shared] == 100 && f_[Feature::only_of_concept] == 100 && share_any_name(a_, b_);
    if (times && (in_parallel(Within::sentence) >= much_told || in_parallel(Within::paragraph) == 100)) return;
    if (times && !of_one && f_[Feature::referent] < 40 &&
        f_[Feature::subject_shared] + f_[Feature::name_near] + f_[Feature::subject_topic] == 0)
      f_.gate = "lengths of other things";
    if (times && f_[Feature::concept_shared] == 0 && f_[Feature::verbs] < 75 && !are_one_deed(a_, b_))
      f_.gate = "lengths of other things";
    if (times && !f_.gate) f_.gate = length_gate(set_, a_, b_);
    if (a_.kind == ClaimKind::date) f_.gate = event_gate(s_, ia_, ib_, f_);
  }

  void period() {
    if (a_.kind == ClaimKind::date) return;
    if (a_.kind != ClaimKind::duration && a_.period_stated && b_.period_stated) return set(Feature::period_shared, 100);
    if (a_.article == b_.article) return;
    if ((a_.per != no_unit) != (b_.per != no_unit)) return;  // "last year", "a year"
    if (is_long_from(a_, set_.articles[b_.article]) || is_long_from(b_, set_.articles[a_.article]))
      set(Feature::period_far, 100);
  }

  void kind() {
    set(Feature::once_event, told_once(f_, a_, b_, named_));
    if (a_.kind == ClaimKind::rank) return;
    if (a_.article == b_.article && a_.change != Change::level && a_.change == b_.change &&
        (f_[Feature::concept_shared] > 0 || share_noun(a_, b_)))
      set(Feature::same_story, 100);
    if (a_.article != b_.article && share_source(a_, b_))
      set(Feature::source_shared, a_.value == b_.value && a_.value.is_point() ? 300 : 100);
    if (is_extreme(a_) != is_extreme(b_) && !is_slip() && !(is_limit(a_) && is_limit(b_))) set(Feature::extreme, 100);
    bool const known_when = set_.articles[a_.article].date && set_.articles[b_.article].date;
    bool const agrees = agree(a_, b_);
    if (!agrees && slip_ != Slip::unit && is_ahead(a_, set_) != is_ahead(b_, set_) &&
        (a_.kind != ClaimKind::date || known_when) && !are_both_allowed(a_, b_, set_))
      set(Feature::certainty_apart, f_[Feature::period_shared] > 0 || a_.article == b_.article ? 30 : 100);
    if (!agrees && !totals_ && a_.article != b_.article && (s_.known(ia_, b_.article) || s_.known(ib_, a_.article))) {
      // Counts of two digits are of anything.
      auto const few = [](Claim const& c) {
        auto const m = midpoint(c.value);
        return m && abs(*m) < Decimal(100);
      };
      bool const small = a_.basis == no_unit && few(a_) && few(b_) && f_[Feature::heads] >= 85;
      set(Feature::known_there, small ? 50 : f_[Feature::subject_shared] > 0 ? 100 : 300);
    }
    if (a_.kind != ClaimKind::quantity) return;
    if (!agrees && a_.article != b_.article && (slip_ == Slip::unit || f_[Feature::heads] >= 85))
      set(Feature::company, company_shared(ia_, ib_, set_));
    // "A capacity of 140 and 96 in the tanks", "84 of the 96 were pumped out": something more must be alike.
    bool const akin = f_[Feature::attribute] >= 15 || f_[Feature::heads] >= 60 || f_[Feature::verbs] >= 60 ||
                      f_[Feature::concept_shared] > 0 || f_[Feature::subject_shared] + f_[Feature::name_near] > 0 ||
                      swapped_digits(a_, b_) > 0;
    if (!agrees && a_.article != b_.article && !is_slip() && akin) {
      int const told = in_parallel(Within::sentence);
      set(Feature::parallel, told > 0 ? told : in_parallel(Within::paragraph) * 2 / 5);
    }
    // A headline's figure and the body's are two in one article by themselves.
    auto const most = std::max(s_.of_its_kind(ia_), s_.of_its_kind(ib_)) - (a_.article == b_.article ? 1 : 0);
    int only = most <= 1 ? 100 : most == 2 ? 50 : most == 3 ? 25 : 0;
    if (only < 100 && !agrees && !is_slip() && a_.article != b_.article && are_close(a_, b_)) {
      auto const rivals = s_.rivals(ia_, ib_) + s_.rivals(ib_, ia_);
      only = std::max(only, rivals == 0 ? 100 : rivals == 1 ? 50 : 0);
    }
    set(Feature::only_of_unit, only);
    if (f_[Feature::subject_shared] + f_[Feature::name_near] > 0) set(Feature::only_of_subject, only);
    // The others of the row are of another measure where each text has one figure of this.
    bool const alone = f_[Feature::only_of_concept] == 100 && are_close(a_, b_);
    if ((s_.in_its_sentence(ia_) > 1) != (s_.in_its_sentence(ib_) > 1) && !is_slip() && !alone) set(Feature::siblings, 100);
    bool const named = f_[Feature::subject_shared] + f_[Feature::name_near] + f_[Feature::subject_topic] > 0;
    bool const about_one = f_[Feature::topic_shared] > 0 && f_[Feature::only_of_unit] == 100;
    bool const one_noun = f_[Feature::heads] >= 85 && (about_one || f_[Feature::referent] >= 75);  // "cooling towers"
    bool const said_of_one = f_[Feature::referent] >= 60 && (named || one_noun);
    bool const count = a_.basis == no_unit, rated = named && is_rating(a_) && is_rating(b_);
    if (count && (is_small_count(a_) || is_small_count(b_)) && a_.article != b_.article && !totals_ && !rated)
      set(Feature::small_count, said_of_one ? 100 : 200);
    if (count && a_.counted.empty() != b_.counted.empty() && f_[Feature::concept_shared] < 70)
      set(Feature::counted_missing, 100);
  }

  static constexpr int much_told = 60;
  // Worked out when first asked for: it looks at all that stands around both.
  int in_parallel(Within within) {
    auto& known = parallel_[static_cast<std::size_t>(within)];
    if (!known) known = parallel(ia_, ib_, set_, within);
    return *known;
  }
  // The sentences tell the same figures; or the paragraphs do, and one of the two figures looks like the other misprinted.
  bool told_in_parallel() {
    return in_parallel(Within::sentence) >= much_told || (swapped_digits(a_, b_) > 0 && in_parallel(Within::paragraph) > 0);
  }
  std::array<std::optional<int>, 2> parallel_;  // by Within
  bool named_ = false, totals_ = false;         // running totals of one row, each its article's
  bool copied_ = false;
  int rows_shared_ = 0;  // of concepts.tsv, near both
  Surroundings const& s_;
  ClaimSet const& set_;
  Rarity const& rarity_;
  std::uint32_t ia_, ib_;
  Claim const &a_, &b_;
  Slip slip_;
  Features f_;
};

}  // namespace

Features features(Surroundings const& surroundings, std::uint32_t a, std::uint32_t b) {
  auto const& set = surroundings.set();
  auto const &x = set.claims[a], &y = set.claims[b];
  if (is_happening(x) || is_happening(y)) {
    Features f;
    int strength = 0;
    f.gate = happening_gate(x, set.articles[x.article], y, set.articles[y.article], surroundings.rarity(), strength);
    if (!f.gate && !surroundings.related(x.article, y.article)) f.gate = "articles about other things";
    f.at[std::size_t(Feature::context)] = std::int16_t(std::min(strength / 4, 100));
    return f;
  }
  if (is_of_life(x) || is_of_life(y)) {
    Features f;
    f.gate = life_gate(x, set.articles[x.article], y, set.articles[y.article], surroundings.facts().articles == 2);
    if (!f.gate && !surroundings.related(x.article, y.article)) f.gate = "articles about other things";
    return f;
  }
  if (x.kind != ClaimKind::statement || y.kind != ClaimKind::statement) return Comparer(surroundings, a, b).run();
  Features f;
  f.gate = identity_gate(x, y, set.articles[x.article], set.articles[y.article]);
  return f;
}

}  // namespace counterclaim
