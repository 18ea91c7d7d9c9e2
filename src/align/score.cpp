#include "src/align/score.hpp"

#include <algorithm>
#include <array>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"

namespace counterclaim {
namespace {

// ---- the weights ------------------------------------------------------------------------------------------------------------
constexpr int role_weight[] = {100, 100, 80, 80, 60, 50, 50, 35, 12, 12};  // by TermRole: how much a word in it says what the figure is
constexpr int attribute_full = 130;     // the near words are all alike
constexpr int subject_same = 60;        // one name is the subject of both
constexpr int name_near = 40;           // one name is near in both
constexpr int name_far = 20;            // the name is only in the surroundings
constexpr int names_differ = -70;       // each has a subject of its own
constexpr int topic_has = 30;           // the subject of one is what the other's article is about
constexpr int names_none = -30;         // names on both sides, none in common
constexpr int period_same = 15;
constexpr int period_far = -45;         // one says when, the other's article is of another time
constexpr int rare_unit = 30;           // hardly anything else in the set is measured in it
constexpr int same_figure = 25;         // the same number, or the same digits, or the same number in another unit
constexpr int far_apart = -25;          // more than ten times as much
constexpr int shared_context = 30;      // at most, for rare words of the sentence that both have
constexpr int certainty_apart = -15;    // one planned, one plain

bool is_near(TermRole r) { return r <= TermRole::modifier; }

class Scorer {
 public:
  Scorer(ClaimSet const& set, Rarity const& rarity, Claim const& a, Claim const& b, Explain explain)
      : set_(set), rarity_(rarity), a_(a), b_(b), explain_(explain) {}

  Score run() {
    if (gates()) {
      s_.gated = true;
      s_.total = 0;
      return std::move(s_);
    }
    names();
    attribute();
    periods();
    values();
    context();
    return std::move(s_);
  }

 private:
  void add(int weight, auto what) {
    s_.total += weight;
    if (explain_ == Explain::yes && weight != 0) s_.evidence.push_back({what(), weight});
  }
  bool gate(bool closed, char const* why) {
    if (closed && explain_ == Explain::yes) s_.evidence.push_back({std::string("not the same: ") + why, -1000});
    return closed;
  }

  bool gates() {
    if (gate(a_.kind != b_.kind, "another kind of claim")) return true;
    if (gate(a_.vague || b_.vague, "a vague magnitude")) return true;
    if (gate(a_.certainty == Certainty::hypothetical || b_.certainty == Certainty::hypothetical || a_.certainty == Certainty::denied ||
                 b_.certainty == Certainty::denied,
             "hypothetical or denied"))
      return true;
    if (a_.kind == ClaimKind::quantity && quantity_gates()) return true;
    if (a_.kind == ClaimKind::quantity || a_.kind == ClaimKind::rank) {
      if (gate(a_.period_stated && b_.period_stated && disjoint(a_.period, b_.period), "other periods")) return true;
    }
    return gate(words_exclude(), "words that exclude each other");
  }

  bool quantity_gates() {
    if (gate(a_.change != b_.change, "a level and a change")) return true;
    if (gate(!comparable_units(), "other dimensions")) return true;
    if (gate(!a_.whole.empty() && !b_.whole.empty() && wholes_apart(), "shares of other wholes")) return true;
    return gate(counted_apart(), "other things counted");
  }
  bool comparable_units() const {
    if (a_.unit == b_.unit || convertible(a_.unit, b_.unit)) return true;
    // The same number of another currency, or of miles for kilometres: a slip worth seeing.
    auto const x = unit(a_.unit), y = unit(b_.unit);
    return x.dimension == y.dimension && !x.dimension.empty() && a_.value == b_.value;
  }
  static std::uint32_t first_of(Claim const& c, TermRole role) {
    for (auto const& t : c.terms)
      if (t.role == role) return t.word;
    return 0;
  }
  bool wholes_apart() const {
    auto const x = first_of(a_, TermRole::whole), y = first_of(b_, TermRole::whole);
    return x != 0 && y != 0 && likeness(x, y) < 45;
  }
  bool counted_apart() const {
    auto const x = first_of(a_, TermRole::counted), y = first_of(b_, TermRole::counted);
    return x != 0 && y != 0 && likeness(x, y) < 45;
  }

  bool words_exclude() const {
    for (auto const& t : a_.terms) {
      if (t.role > TermRole::clause) break;
      for (auto const& u : b_.terms) {
        if (u.role > TermRole::clause) break;
        if (is_near(t.role) && is_near(u.role) && exclude_each_other(t.word, u.word) && !has_near(b_, t.word) && !has_near(a_, u.word)) return true;
      }
    }
    return false;
  }
  static bool has_near(Claim const& c, std::uint32_t word) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return t.role <= TermRole::clause && t.word == word; });
  }

  void names() {
    std::string best;
    int weight = 0;
    bool a_subject = false, b_subject = false, a_any = false, b_any = false;
    for (auto const& n : a_.names) {
      a_subject |= n.role == TermRole::subject;
      a_any |= n.role <= TermRole::clause;
      for (auto const& m : b_.names) {
        if (n.name != m.name) continue;
        bool const both_subjects = n.role == TermRole::subject && m.role == TermRole::subject;
        bool const near = n.role <= TermRole::clause && m.role <= TermRole::clause;
        bool const topic = (n.role == TermRole::subject && m.role == TermRole::heading) || (m.role == TermRole::subject && n.role == TermRole::heading);
        int const w = (both_subjects ? subject_same : near ? name_near : topic ? topic_has : name_far) * (both_subjects || near ? 50 + rarity_.name(n.name) / 2 : 100) / 100;
        if (w > weight) weight = w, best = n.name;
      }
    }
    for (auto const& m : b_.names) b_subject |= m.role == TermRole::subject, b_any |= m.role <= TermRole::clause;
    if (weight > 0) add(weight, [&] { return "name " + best; });
    bool const shared_near = weight >= topic_has;
    if (!shared_near && a_subject && b_subject)
      add(names_differ, [&] { return "subjects " + a_.entity + " and " + b_.entity; });
    else if (weight == 0 && (a_any || b_any))
      add(names_none, [] { return std::string("no name in common"); });
    if (shared_near || !(a_subject && b_subject)) s_.keys |= key_subject;
  }

  struct Match {
    int sum = 0, total = 0, best = 0;
    Term x, y;
  };
  // How much of what `from` says, weighted by role and rarity, `to` says as well.
  Match cover(Claim const& from, Claim const& to) const {
    Match m;
    for (auto const& t : from.terms) {
      if (!is_near(t.role)) break;
      int const w = role_weight[int(t.role)] * rarity_.word(t.word) / 100;
      int best = 0;
      Term partner;
      for (auto const& u : to.terms) {
        if (u.role >= TermRole::sentence) break;
        int const l = likeness(t.word, u.word) * (is_near(u.role) ? 100 : 75) / 100;
        if (l > best) best = l, partner = u;
      }
      m.sum += w * best / 100;
      m.total += w;
      if (w * best > m.best) m.best = w * best, m.x = t, m.y = partner;
    }
    return m;
  }

  static std::string spell(Term const& t) { return (t.word & 0x80000000u) != 0 ? std::string("…") : std::string(word_text(t.word)); }

  void attribute() {
    auto const ab = cover(a_, b_), ba = cover(b_, a_);
    if (ab.total == 0 || ba.total == 0) return;
    // The better of the two directions counts more: one writer says more words than the other.
    int const x = 100 * ab.sum / ab.total, y = 100 * ba.sum / ba.total;
    int const covered = (2 * std::max(x, y) + std::min(x, y)) / 3;
    auto const& m = ab.best >= ba.best ? ab : ba;
    // A few common words alone say little, however well they match.
    int const mass = std::min(100, std::max(ab.sum, ba.sum));
    int const weight = attribute_full * covered / 100 * mass / 100;
    if (covered >= 40) s_.keys |= key_attribute;
    add(weight, [&] { return spell(m.x) + (m.x.word == m.y.word ? std::string() : " ~ " + spell(m.y)); });
  }

  void periods() {
    if (a_.kind == ClaimKind::date || a_.kind == ClaimKind::duration) return;
    auto const& x = set_.articles[a_.article];
    auto const& y = set_.articles[b_.article];
    if (a_.period_stated && b_.period_stated) {
      s_.keys |= key_period;
      add(period_same, [] { return std::string("the same period"); });
      return;
    }
    auto far = [](Claim const& stated, Article const& other) {
      if (!stated.period_stated || !other.date) return false;
      return stated.period.to != no_upper_day && (stated.period.to < *other.date - 400 || stated.period.from > *other.date + 400);
    };
    if (far(a_, y) || far(b_, x))
      add(period_far, [] { return std::string("one is of another time"); });
    else
      s_.keys |= key_period;
  }

  void values() {
    if (a_.kind != ClaimKind::quantity) return;
    s_.keys |= key_dimension;
    if (a_.unit == b_.unit) s_.keys |= key_unit;
    auto const x = midpoint(a_.compared), y = midpoint(b_.compared);
    if (!x || !y) return;
    if (a_.value == b_.value || (!x->is_zero() && x->digits == y->digits)) return add(same_figure, [] { return std::string("the same digits"); });
    auto const big = std::max(abs(*x), abs(*y)), small = std::min(abs(*x), abs(*y));
    if (big > small * Decimal(10)) add(far_apart, [] { return std::string("more than ten times as much"); });
  }

  // Rare words of the clause and the sentence that both have.
  void context() {
    int sum = 0;
    std::string words;
    for (auto const& t : a_.terms) {
      if (is_near(t.role) || t.role == TermRole::heading) continue;
      for (auto const& u : b_.terms) {
        if (t.word != u.word || u.role == TermRole::heading) continue;
        sum += rarity_.word(t.word) / 8;
        if (explain_ == Explain::yes) words += (words.empty() ? "" : ", ") + spell(t);
      }
    }
    if (sum > 0) add(std::min(sum, shared_context), [&] { return "in the same company: " + words; });
    if ((a_.certainty == Certainty::planned) != (b_.certainty == Certainty::planned)) add(certainty_apart, [] { return std::string("one is planned"); });
  }

  ClaimSet const& set_;
  Rarity const& rarity_;
  Claim const &a_, &b_;
  Explain explain_;
  Score s_;
};

}  // namespace

bool agree(Claim const& a, Claim const& b) {
  if (a.kind == ClaimKind::date) return !disjoint(a.days, b.days);
  return !disjoint(a.compared, b.compared);
}

Score score(ClaimSet const& set, Rarity const& rarity, Claim const& a, Claim const& b, Explain explain) {
  return Scorer(set, rarity, a, b, explain).run();
}

}  // namespace counterclaim
