#include "src/align/features.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/align/gates.hpp"

namespace counterclaim {
namespace {

// How much a word in each role says what the figure is (by TermRole).
constexpr int role_weight[] = {100, 100, 80, 80, 60, 50, 50, 35, 12, 12};
constexpr std::uint32_t unknown_bit = 0x80000000u;

// From here on a set is a collection of many subjects.
constexpr std::size_t large_set = 20;

int clamp100(int v) { return std::clamp(v, 0, 100); }

class Comparer {
 public:
  Comparer(Surroundings const& s, std::uint32_t a, std::uint32_t b)
      : s_(s), set_(s.set()), rarity_(s.rarity()), ia_(a), ib_(b), a_(set_.claims[a]), b_(set_.claims[b]) {}

  Features run() {
    f_.gate = closed_gate(a_, b_);
    if (!f_.gate && !s_.related(a_.article, b_.article)) f_.gate = "articles about other things";
    if (f_.gate) return std::move(f_);
    names();
    if (f_.gate) return std::move(f_);
    words();
    period();
    kind();
    return std::move(f_);
  }

 private:
  void set(Feature f, int value) { f_.at[static_cast<std::size_t>(f)] = std::int16_t(value); }

  void names() {
    bool a_subject = false, b_subject = false, a_near = false, b_near = false;
    int subject = 0, near = 0, topic = 0, far = 0;
    for (auto const& n : a_.names) a_subject |= n.role == TermRole::subject, a_near |= n.role <= TermRole::clause;
    for (auto const& m : b_.names) b_subject |= m.role == TermRole::subject, b_near |= m.role <= TermRole::clause;
    for (auto const& n : a_.names)
      for (auto const& m : b_.names) {
        if (n.name != m.name) continue;
        bool const n_subject = n.role == TermRole::subject, m_subject = m.role == TermRole::subject;
        int const weight = 50 + rarity_.name(n.name) / 2;
        int& slot = n_subject && m_subject                                                                     ? subject
                    : n.role <= TermRole::clause && m.role <= TermRole::clause                                 ? near
                    : (n_subject && m.role == TermRole::heading) || (m_subject && n.role == TermRole::heading) ? topic
                                                                                                               : far;
        if (slot == 0 || weight > slot) f_.name = n.name;
        slot = std::max(slot, weight);
      }
    if (subject > 0)
      set(Feature::subject_shared, subject);
    else if (near > 0)
      set(Feature::name_near, near);
    else if (topic > 0)
      set(Feature::subject_topic, 100);
    else if (far > 0)
      set(Feature::topic_shared, 100);
    if (subject + near + topic == 0 && a_subject && b_subject)
      set(Feature::subjects_differ, 100);
    else if (subject + near + topic + far == 0 && (a_near || b_near))
      set(Feature::names_differ, 100);
    else if (subject + near + topic + far == 0 && !a_.names.empty() && !b_.names.empty())
      set(Feature::names_differ, 100);
    if (subject + near + topic + far == 0 && set_.articles.size() >= large_set)
      f_.gate = "a large collection, and no name in common";
    named_ = subject + near + topic > 0 || (far > 0 && same_subject_noun()) || (a_.names.empty() && b_.names.empty());
  }

  struct Cover {
    int sum = 0, total = 0, best = 0;
    std::uint32_t x = 0, y = 0;
  };
  Cover cover(Claim const& from, Claim const& to) const {
    Cover c;
    for (auto const& t : from.terms) {
      if (!is_near(t.role)) continue;
      int const w = role_weight[int(t.role)] * rarity_.word(t.word) / 100;
      int best = 0;
      std::uint32_t partner = 0;
      for (auto const& u : to.terms) {
        if (u.role >= TermRole::sentence) continue;
        int const l = likeness(t.word, u.word) * (is_near(u.role) ? 100 : 75) / 100;
        if (l > best) best = l, partner = u.word;
      }
      c.sum += w * best / 100;
      c.total += w;
      if (w * best > c.best) c.best = w * best, c.x = t.word, c.y = partner;
    }
    return c;
  }
  int best_likeness(auto&& in_a, auto&& in_b) const {
    int best = 0;
    for (auto const& t : a_.terms)
      if (in_a(t))
        for (auto const& u : b_.terms)
          if (in_b(u)) best = std::max(best, likeness(t.word, u.word));
    return best;
  }
  int shared(auto&& in) const {
    int sum = 0;
    for (auto const& t : a_.terms)
      if (in(t))
        for (auto const& u : b_.terms)
          if (in(u) && t.word == u.word) sum += rarity_.word(t.word) / 2;
    return clamp100(sum);
  }

  void words() {
    auto const ab = cover(a_, b_), ba = cover(b_, a_);
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
    auto is_head = [](Term const& t) { return t.role <= TermRole::whole; };
    auto is_verb = [](Term const& t) { return t.role == TermRole::verb; };
    set(Feature::heads, best_likeness(is_head, is_head));
    set(Feature::verbs, best_likeness(is_verb, is_verb));
    set(Feature::context, shared([](Term const& t) { return t.role >= TermRole::verb && t.role <= TermRole::sentence; }));
    set(Feature::headings, shared([](Term const& t) { return t.role == TermRole::heading; }));
    set(Feature::vectors, vectors());
    set(Feature::restricted, clamp100(restrictions(a_, b_) + restrictions(b_, a_)));
  }
  // Mean over the near words of the nearest by vector on the other side, both ways.
  int vectors() const {
    auto way = [&](Claim const& from, Claim const& to) {
      int sum = 0, total = 0;
      for (auto const& t : from.terms) {
        if (t.role > TermRole::clause || (t.word & unknown_bit) != 0) continue;
        float best = 0;
        for (auto const& u : to.terms)
          if (u.role <= TermRole::clause && (u.word & unknown_bit) == 0)
            best = std::max(best, t.word == u.word ? 1.0f : cosine(t.word, u.word));
        int const w = role_weight[int(t.role)];
        sum += w * int(best * 100);
        total += w;
      }
      return total == 0 ? 0 : sum / total;
    };
    return std::max(0, (way(a_, b_) + way(b_, a_)) / 2);
  }
  static int restrictions(Claim const& from, Claim const& to) {
    int sum = 0;
    for (auto const& t : from.terms) {
      if (!is_near(t.role) || (t.word & unknown_bit) != 0 || !begins(word_info(t.word), Category::restrictors)) continue;
      bool const known = std::any_of(to.terms.begin(), to.terms.end(), [&](Term const& u) {
        return u.role <= TermRole::sentence && likeness(t.word, u.word) >= 60;
      });
      if (!known) sum += 50;
    }
    return sum;
  }

  void period() {
    if (a_.kind == ClaimKind::date || a_.kind == ClaimKind::duration) return;
    if (a_.period_stated && b_.period_stated) return set(Feature::period_shared, 100);
    auto far = [](Claim const& stated, Article const& other) {
      if (!stated.period_stated || !other.date || stated.period.to == no_upper_day) return false;
      return stated.period.to < *other.date - 400 || stated.period.from > *other.date + 400;
    };
    if (far(a_, set_.articles[b_.article]) || far(b_, set_.articles[a_.article])) set(Feature::period_far, 100);
  }

  void kind() {
    if ((a_.kind == ClaimKind::date || a_.kind == ClaimKind::duration) && named_ && same_once_event())
      set(Feature::once_event, 100);
    if ((a_.certainty == Certainty::planned) != (b_.certainty == Certainty::planned)) set(Feature::certainty_apart, 100);
    if (a_.kind != ClaimKind::quantity) return;
    // A headline's figure and the body's are two in one article by themselves.
    auto const most = std::max(s_.of_its_kind(ia_), s_.of_its_kind(ib_)) - (a_.article == b_.article ? 1 : 0);
    int const only = most <= 1 ? 100 : most == 2 ? 50 : most == 3 ? 25 : 0;
    set(Feature::only_of_unit, only);
    if (f_[Feature::subject_shared] + f_[Feature::name_near] > 0) set(Feature::only_of_subject, only);
    if ((s_.in_its_sentence(ia_) > 1) != (s_.in_its_sentence(ib_) > 1)) set(Feature::siblings, 100);
    bool const count = a_.unit == no_unit;
    auto small = [](Claim const& c) {
      auto const m = midpoint(c.value);
      return m && abs(*m) <= Decimal(12);
    };
    if (count && (small(a_) || small(b_))) set(Feature::small_count, 100);
    if (count && a_.counted.empty() != b_.counted.empty()) set(Feature::counted_missing, 100);
  }

  // "the dam opened", "the dam, which opened": one noun is the subject of both.
  bool same_subject_noun() const {
    for (auto const& t : a_.terms)
      if (t.role == TermRole::subject || t.role == TermRole::head)
        for (auto const& u : b_.terms)
          if ((u.role == TermRole::subject || u.role == TermRole::head) && u.word == t.word) return true;
    return false;
  }
  static std::int32_t once_row(std::uint32_t word) {
    if ((word & unknown_bit) != 0 || !begins(word_info(word), Category::once_events)) return -1;
    Token t;
    t.word = word;
    t.categories = word_info(word).categories;
    return match_phrase(Category::once_events, {&t, 1}, 0, 1, word_text(word)).row;
  }
  bool same_once_event() const {
    auto is_event = [](Term const& t) { return t.role == TermRole::verb || t.role == TermRole::head; };
    for (auto const& t : a_.terms)
      if (is_event(t))
        if (auto const row = once_row(t.word); row >= 0)
          for (auto const& u : b_.terms)
            if (is_event(u) && once_row(u.word) == row) return true;
    return false;
  }

  bool named_ = false;
  Surroundings const& s_;
  ClaimSet const& set_;
  Rarity const& rarity_;
  std::uint32_t ia_, ib_;
  Claim const &a_, &b_;
  Features f_;
};

}  // namespace

char const* to_string(Feature feature) {
  static constexpr char const* names[] = {
      "attribute",       "heads",           "verbs",        "subject_shared", "name_near",  "subject_topic",
      "topic_shared",    "subjects_differ", "names_differ", "period_shared",  "period_far", "only_of_unit",
      "only_of_subject", "context",         "headings",     "siblings",       "restricted", "small_count",
      "counted_missing", "once_event",      "vectors",      "certainty_apart"};
  static_assert(std::size(names) == feature_count);
  return names[static_cast<std::size_t>(feature)];
}

Surroundings::Surroundings(ClaimSet const& set)
    : set_(set), rarity_(set), of_its_kind_(set.claims.size()), in_its_sentence_(set.claims.size()) {
  using Kind = std::tuple<std::uint32_t, UnitId, Change, std::string_view>;
  std::map<Kind, std::uint32_t> kinds;
  std::map<std::tuple<std::uint32_t, std::uint32_t, UnitId, Change>, std::uint32_t> sentences;
  auto kind_of = [](Claim const& c) {
    // Currencies and unit families by their base; counts by the last word of what is counted.
    auto const base = unit(c.unit).base == no_unit ? c.unit : unit(c.unit).base;
    auto const last = c.counted.rfind(' ');
    return Kind{c.article, base, c.change,
                c.unit == no_unit ? (last == std::string::npos ? c.counted : c.counted.substr(last + 1)) : std::string_view()};
  };
  auto countable = [](Claim const& c) { return c.kind == ClaimKind::quantity && !c.restated; };
  auto sentence_of = [](Claim const& c) { return std::tuple(c.article, c.sentence.begin, c.unit, c.change); };
  for (auto const& c : set.claims)
    if (countable(c)) ++kinds[kind_of(c)], ++sentences[sentence_of(c)];
  std::map<std::string_view, std::uint32_t> numbers;
  names_of_article_.resize(set.articles.size());
  for (auto const& c : set.claims)
    for (auto const& n : c.names)
      names_of_article_[c.article].push_back(numbers.emplace(n.name, std::uint32_t(numbers.size())).first->second);
  std::vector<std::size_t> articles_of(numbers.size());
  for (auto& names : names_of_article_) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (auto const n : names) ++articles_of[n];
  }
  // In a large collection a name that one article of 25 has ("United States") relates none of them.
  if (set.articles.size() >= large_set)
    for (auto& names : names_of_article_)
      std::erase_if(names, [&](auto n) { return articles_of[n] > std::max<std::size_t>(5, set.articles.size() / 25); });
  for (std::size_t i = 0; i < set.claims.size(); ++i) {
    auto const& c = set.claims[i];
    if (countable(c)) of_its_kind_[i] = kinds[kind_of(c)], in_its_sentence_[i] = sentences[sentence_of(c)];
  }
}

bool Surroundings::related(std::uint32_t article_a, std::uint32_t article_b) const {
  if (article_a == article_b) return true;
  auto const key = std::minmax(article_a, article_b);
  auto const [it, fresh] = related_.emplace(key, true);
  if (!fresh) return it->second;
  auto const &x = names_of_article_[article_a], &y = names_of_article_[article_b];
  std::vector<std::uint32_t> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  auto const fewest = std::min(x.size(), y.size());
  bool const nameless = fewest == 0 && set_.articles.size() <= 2;
  return it->second = nameless || (!both.empty() && both.size() * 5 >= fewest);
}

Features features(Surroundings const& surroundings, std::uint32_t a, std::uint32_t b) {
  return Comparer(surroundings, a, b).run();
}

}  // namespace counterclaim
