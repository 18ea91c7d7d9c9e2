#include "src/align/headline.hpp"

#include <algorithm>
#include <span>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/candidates.hpp"
#include "src/align/features.hpp"
#include "src/align/gates.hpp"
#include "src/align/headline_times.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rank_scales.hpp"
#include "src/align/rarity.hpp"
#include "src/align/role_words.hpp"
#include "src/align/score.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {
namespace {

constexpr int least_score = -450;         // of the figure that the headline is held to
constexpr std::uint32_t most_body = 400;  // figures of a body that are looked at

bool is_figure(Claim const& c) { return c.kind == ClaimKind::quantity && !c.vague; }
bool is_count(Claim const& c) { return c.basis == no_unit; }

// "Five die in avalanche": a count of a story, however small.
bool is_toll(Claim const& c) {
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return is_concept(t.word) && t.role <= TermRole::verb && nature_of(t.word) == "total";
  });
}

// Figures that headlines take from their articles: not "Three things to know", "six days out", "the 2019 Corsa".
bool is_told(Claim const& c) {
  if (!c.headline || !is_figure(c) || !can_align(c) || c.quoted || !c.value.is_point()) return false;
  auto const dimension = dimension_of(c.basis);
  if (dimension == "time" || dimension == "age") return false;
  auto const value = abs(*c.value.low);
  if (!is_count(c) || value < Decimal(1)) return true;
  bool const year = value.is_whole() && value >= Decimal(1900) && value < Decimal(2100) && c.span.size() == 4;  // not "2,000"
  return (value > Decimal(12) && !year) || is_toll(c);
}

bool near_in_value(Decimal x, Decimal y, int percent = 5) {
  auto const big = std::max(abs(x), abs(y)), small = std::min(abs(x), abs(y));
  return big * Decimal(100) <= small * Decimal(100 + percent);
}

bool is_people(std::uint32_t word) {  // one of them, or a body of them
  return is_person(word) || is_anybody(word) || ((word & unknown_bit) == 0 && word_info(word).noun_field == lexname::group);
}

class HeadlineMatcher {
 public:
  HeadlineMatcher(Surroundings const& s, std::uint32_t headline, std::span<std::uint32_t const> body)
      : s_(s), set_(s.set()), index_(headline), h_(set_.claims[headline]), body_(body) {}

  // The body's figure that the headline's is held to; the headline's own index where there is none.
  std::uint32_t run() const {
    if (stands_in_text() || has_source() || is_ratio()) return index_;
    std::uint32_t best = index_;
    int best_score = least_score - 1;
    for (auto const i : body_) {
      auto const& b = set_.claims[i];
      if (!can_align(b) || !comparable(h_, b) || agree(h_, b) || !within_reach(b)) continue;
      auto f = features(s_, std::min(i, index_), std::max(i, index_));
      if (f.gate != nullptr && std::string_view(f.gate) == "other things counted" && is_only_work(b)) f.gate = nullptr;
      if (f.gate != nullptr || !is_anchored(b, f)) continue;
      auto const total = score(f, h_, b).total;
      if (total > best_score) best_score = total, best = i;
    }
    return best != index_ ? best : lone();
  }

  bool has_source() const { return is_said() || is_sum() || is_product() || is_step() || is_place(); }

 private:
  bool is_said() const {
    return std::any_of(body_.begin(), body_.end(), [&](auto i) { return supports(set_.claims[i]); });
  }
  // The same figure, of the same thing where it is a round count.
  bool supports(Claim const& b) const {
    if (!comparable(h_, b)) return false;
    auto const x = midpoint(h_.compared), y = midpoint(b.compared);
    if (!x || !y || !(near_in_value(*x, *y) || (agree(h_, b) && b.bound <= Bound::about))) return false;
    bool const telling = abs(Decimal(x->digits)) >= Decimal(100);
    if (!is_count(h_) || telling) return true;
    return h_.value == b.value ? alike(b) || one_verb(b) : alike(b, Nouns::alike);
  }
  // One thing counted, or done with what is counted: "to hire 250", "60 new jobs".
  bool share_near_concept(Claim const& b) const {
    auto const is_told_by = [](Term const& t) { return is_concept(t.word) && t.role <= TermRole::verb; };
    for (auto const& t : h_.terms)
      if (is_told_by(t))
        for (auto const& u : b.terms)
          if (is_told_by(u) && u.word == t.word) return true;
    return false;
  }
  bool one_verb(Claim const& b) const {
    for (auto const& t : h_.terms)
      if (t.role == TermRole::verb)
        for (auto const& u : b.terms)
          if (u.role == TermRole::verb && likeness(t.word, u.word) >= 85) return true;
    return false;
  }
  // Both count things of one meaning, or people of any kind; a bare count of a headline ("draws 2,000") is one of people.
  enum class Nouns : std::uint8_t { alike, of_people };
  bool alike(Claim const& b, Nouns nouns = Nouns::of_people) const {
    auto const counts = [](Term const& t) { return t.role <= TermRole::counted && !is_concept(t.word); };
    bool h_counts = false, h_people = false, b_people = false;
    for (auto const& t : h_.terms)
      if (counts(t)) {
        h_counts = true, h_people |= is_people(t.word);
        for (auto const& u : b.terms)
          if ((counts(u) || u.role == TermRole::whole) && likeness(t.word, u.word) >= 60) return true;
      }
    if (share_near_concept(b)) return true;
    for (auto const& u : b.terms) b_people |= counts(u) && is_people(u.word);
    return b_people && ((h_people && nouns == Nouns::of_people) || !h_counts);
  }
  // "300 jobs", "130 posts to fill"
  static bool counts_places(Claim const& c) {
    static WordSet const places{"job", "post", "position", "workplace"};
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
      return t.role == TermRole::counted && (t.word & unknown_bit) == 0 && places.has(t.word);
    });
  }
  // "A payroll of 240": what the headline's jobs are.
  static bool is_of_work(Claim const& c) {
    static std::uint32_t const staff = concept_of("employee"), hiring = concept_of("hire");
    return counts_places(c) || std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
             return t.role <= TermRole::counted && t.word != 0 && (t.word == staff || t.word == hiring);
           });
  }
  // Jobs of a headline are the drivers and clerks of the one payroll that the body counts.
  bool is_only_work(Claim const& b) const {
    return counts_places(h_) && is_of_work(b) && !is_of_others(b) && std::none_of(body_.begin(), body_.end(), [&](auto i) {
             auto const& c = set_.claims[i];
             return &c != &b && is_count(c) && (is_of_work(c) || c.sentence == b.sentence);
           });
  }
  // The headline's numeral stands in the body, where no figure was read: "40 Velin 240 jets".
  bool stands_in_text() const {
    auto const& article = set_.articles[h_.article];
    auto const text = std::string_view(article.view);
    auto const begin = text.find_first_of("0123456789", h_.span.begin);
    if (begin >= h_.span.end) return false;
    auto const end = std::min<std::size_t>(text.find_first_not_of("0123456789.,", begin), h_.span.end);
    auto numeral = text.substr(begin, end - begin);
    while (!numeral.empty() && (numeral.back() == '.' || numeral.back() == ',')) numeral.remove_suffix(1);
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (auto at = text.find(numeral); at != text.npos; at = text.find(numeral, at + 1)) {
      auto const behind = at + numeral.size();
      bool const whole = (at == 0 || (!is_digit(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != ',')) &&
                         (behind >= text.size() || !is_digit(text[behind]));
      if (!whole || (at >= h_.sentence.begin && at < h_.sentence.end)) continue;
      bool const read = std::any_of(body_.begin(), body_.end(), [&](auto i) {
        auto const& c = set_.claims[i];
        return c.span.begin <= at && at < c.span.end;
      });
      if (!read) return true;
    }
    return false;
  }
  // Calls `use` with the middles of two figures of one sentence that have one unit.
  template <class Use>
  bool any_two(Use use) const {
    for (std::size_t i = 0; i < body_.size(); ++i)
      for (auto k = i + 1; k < body_.size(); ++k) {
        auto const &a = set_.claims[body_[i]], &b = set_.claims[body_[k]];
        if (a.sentence != b.sentence) break;
        auto const m = midpoint(a.compared), n = midpoint(b.compared);
        if (m && n && !m->is_zero() && !n->is_zero() && a.basis == b.basis && use(a, b, *m, *n)) return true;
      }
    return false;
  }
  bool is_sum() const {
    auto const x = midpoint(h_.compared);
    return x && any_two([&](Claim const& a, Claim const& b, Decimal m, Decimal n) {
             bool const of_one = *x > Decimal(12) || (share_near_concept(a) && (share_near_concept(b) || is_of_others(b)));
             return comparable(h_, a) && near_in_value(m + n, *x, 1) && of_one;
           });
  }
  // "And a third in hospital" for a headline's "three die"
  bool is_place() const {
    if (!is_count(h_) || !h_.value.is_point() || *h_.value.low > Decimal(12)) return false;
    auto const text = std::string_view(set_.articles[h_.article].view);
    auto const& ordinals = vocabulary(Category::ordinals);
    return std::any_of(ordinals.begin(), ordinals.end(), [&](auto const& row) {
      return parse_decimal(row.column[0]) == *h_.value.low && text.find(row.phrase, h_.sentence.end) != text.npos;
    });
  }
  // "Raised its rate by a quarter of a point from 4.25 percent" for a headline's 4.5
  bool is_step() const {
    auto const x = midpoint(h_.compared);
    if (!x || dimension_of(h_.basis) != "percent") return false;
    for (std::size_t i = 0; i < body_.size(); ++i)
      for (auto k = i + 1; k < body_.size(); ++k) {
        auto const &a = set_.claims[body_[i]], &b = set_.claims[body_[k]];
        if (a.sentence != b.sentence) break;
        bool const first = comparable(h_, a);
        if (first == comparable(h_, b)) continue;
        auto const level = midpoint(first ? a.value : b.value), step = midpoint(first ? b.value : a.value);
        auto const at = (first ? a : b).span.begin;
        bool const was = std::string_view(set_.articles[a.article].view).substr(0, at).ends_with("from ");
        if (was && level && step && (*level + *step == *midpoint(h_.value) || *level - *step == *midpoint(h_.value)))
          return true;
      }
    return false;
  }
  // What one figure is of another: "from 18 to 36" for a headline's "doubles".
  bool is_ratio() const {
    auto const x = midpoint(h_.compared);
    bool const percent = dimension_of(h_.basis) == "percent", times = unit(h_.basis).symbol == "x";
    if (!x || x->is_zero() || (!percent && !times)) return false;
    return any_two([&](Claim const&, Claim const&, Decimal m, Decimal n) {
      auto const ratios = {divide(n, m), divide(m, n)};
      return std::ranges::any_of(ratios, [&](auto const& ratio) {
        if (!ratio) return false;
        auto const share = *ratio * Decimal(100);
        return times ? near_in_value(*ratio, *x) : near_in_value(share - Decimal(100), *x) || near_in_value(share, *x);
      });
    });
  }
  bool within_reach(Claim const& b) const {
    auto const x = midpoint(h_.compared), y = midpoint(b.compared);
    if (!x || !y || x->is_zero() || y->is_zero()) return false;
    auto const big = std::max(abs(*x), abs(*y)), small = std::min(abs(*x), abs(*y));
    return big <= small * Decimal(3);
  }
  // The one weight, area, speed … of the body: "a harvest of 9 million tons", "7.4 million tons of wheat came in".
  bool is_only_measure(Claim const& b) const {
    static constexpr std::string_view many[] = {"money", "percent", "percentage_point", "ratio", "length", "data"};
    auto const dimension = dimension_of(h_.basis);
    if (is_count(h_) || h_.unit != b.unit) return false;
    if (std::any_of(std::begin(many), std::end(many), [&](auto m) { return dimension.starts_with(m); })) return false;
    return std::none_of(body_.begin(), body_.end(), [&](auto i) {
      auto const& c = set_.claims[i];
      return &c != &b && !c.restated && comparable(h_, c);
    });
  }
  // Where the body has one figure alone that the headline's can come from, that is the one: near the top, or of what both
  // sentences speak of.
  std::uint32_t lone() const {
    auto found = index_;
    bool near = false;  // others of its kind are near enough in value
    for (auto const i : body_) {
      auto const& b = set_.claims[i];
      if (!is_of_kind(b)) continue;
      if (within_reach(b)) near |= found != index_, found = i;
    }
    if (found == index_ || near) return index_;
    auto const& b = set_.claims[found];
    auto const& article = set_.articles[b.article];
    if (h_.unit != b.unit || is_plan_and_progress(h_, b, article) || is_long_past(b, article) || is_of_others(b) ||
        closed_gate(h_, b, Sentences::own) != nullptr)
      return index_;
    if (is_count(h_) && !alike(b, Nouns::alike)) return index_;
    return is_of_one_story(h_, b) ? found : index_;
  }
  bool is_of_kind(Claim const& b) const {
    return can_align(b) && comparable(h_, b) && (!is_count(h_) || alike(b)) &&
           (h_.change == Change::level) == (b.change == Change::level);
  }
  // "Two plants with 200 jobs each" for a headline's 400
  bool is_product() const {
    auto const x = midpoint(h_.compared);
    for (std::size_t i = 0; x && i < body_.size(); ++i)
      for (auto k = i + 1; k < body_.size(); ++k) {
        auto const &a = set_.claims[body_[i]], &b = set_.claims[body_[k]];
        if (a.sentence != b.sentence) break;
        auto const m = midpoint(a.compared), n = midpoint(b.compared);
        if (m && n && (comparable(h_, a) || comparable(h_, b)) && near_in_value(*m * *n, *x, 1)) return true;
      }
    return false;
  }
  // Something that both sentences speak of; of counts, what is counted.
  bool is_anchored(Claim const& b, Features const& f) const {
    if (is_count(h_)) return alike(b) || is_only_work(b);
    if (f[Feature::subject_shared] + f[Feature::name_near] > 0 || f[Feature::concept_shared] > 0) return true;
    if (is_only_measure(b)) return true;
    for (auto const& t : h_.terms)
      if (t.role <= TermRole::sentence)
        for (auto const& u : b.terms)
          if (u.role <= TermRole::sentence && (is_concept(t.word) ? t.word == u.word : likeness(t.word, u.word) >= 85))
            return true;
    return false;
  }

  Surroundings const& s_;
  ClaimSet const& set_;
  std::uint32_t index_;
  Claim const& h_;
  std::span<std::uint32_t const> body_;
};

// The body's place on the headline's scale, where the body tells no other: "second-longest in the land", "the third-longest of
// the country". The headline's own index where there is none.
std::uint32_t rank_below(Surroundings const& s, std::uint32_t headline, std::span<std::uint32_t const> ranks) {
  constexpr int least = -100;
  auto const& claims = s.set().claims;
  auto const& h = claims[headline];
  auto found = headline;
  for (auto const i : ranks) {
    auto const& b = claims[i];
    if (!are_on_one_scale(h, b)) continue;
    if (agree(h, b) || found != headline) return headline;
    auto const f = features(s, headline, i);
    if (f.gate == nullptr && score(f, h, b).total >= least) found = i;
  }
  return found;
}

// Some event of the body is on the headline's day, or in the month or year that it names.
bool is_date_told(std::vector<Claim> const& claims, std::uint32_t headline) {
  auto const& h = claims[headline];
  for (auto i = headline + 1; i < claims.size() && claims[i].article == h.article && i - headline < most_body; ++i) {
    auto const& b = claims[i];
    if (b.kind == ClaimKind::date && !b.headline && b.days.from >= h.days.from && b.days.to <= h.days.to) return true;
  }
  return false;
}
bool is_length_told(std::vector<Claim> const& claims, std::uint32_t headline) {
  auto const& h = claims[headline];
  for (auto i = headline + 1; i < claims.size() && claims[i].article == h.article && i - headline < most_body; ++i) {
    auto const& b = claims[i];
    if (b.kind == ClaimKind::duration && !b.headline && comparable(h, b) && agree(h, b)) return true;
  }
  return false;
}

}  // namespace

bool is_borne_out(Surroundings const& surroundings, std::uint32_t headline) {
  auto const& claims = surroundings.set().claims;
  auto const article = claims[headline].article;
  auto const by_article = [](Claim const& c, std::uint32_t number) { return c.article < number; };
  auto i = std::uint32_t(std::lower_bound(claims.begin(), claims.end(), article, by_article) - claims.begin());
  std::vector<std::uint32_t> body;
  for (; i < claims.size() && claims[i].article == article && body.size() < most_body; ++i)
    if (is_figure(claims[i]) && !claims[i].headline) body.push_back(i);
  if (claims[headline].kind == ClaimKind::date)
    return is_date_told(claims, headline) || is_year_of_name(claims[headline], surroundings.set().articles[article]);
  if (claims[headline].kind == ClaimKind::duration) return is_length_told(claims, headline);
  return claims[headline].kind == ClaimKind::quantity && HeadlineMatcher(surroundings, headline, body).has_source();
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> headline_pairs(Surroundings const& surroundings,
                                                                    std::vector<bool> const& aligned,
                                                                    std::vector<bool> const& fresh) {
  auto const& claims = surroundings.set().claims;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  std::vector<std::uint32_t> headlines, body, ranks, dates, lengths;
  for (std::uint32_t from = 0; from < claims.size();) {
    auto const article = claims[from].article;
    headlines.clear(), body.clear(), ranks.clear(), dates.clear(), lengths.clear();
    auto to = from;
    for (; to < claims.size() && claims[to].article == article; ++to) {
      bool const rank = claims[to].kind == ClaimKind::rank && can_align(claims[to]);
      auto const kind = claims[to].kind;
      bool const time = kind == ClaimKind::date || kind == ClaimKind::duration;
      if (!aligned[to] && (is_told(claims[to]) || ((rank || time) && claims[to].headline && !claims[to].quoted)))
        headlines.push_back(to);
      if (time && !claims[to].headline)
        if (auto& times = kind == ClaimKind::date ? dates : lengths; times.size() < most_body) times.push_back(to);
      if (rank && !claims[to].headline && ranks.size() < most_body) ranks.push_back(to);
      if (is_figure(claims[to]) && !claims[to].headline && body.size() < most_body) body.push_back(to);
    }
    from = to;
    if (!fresh.empty() && !fresh[article]) continue;
    for (auto const h : headlines) {
      auto b = h;
      switch (claims[h].kind) {
        case ClaimKind::rank:
          b = rank_below(surroundings, h, ranks);
          break;
        case ClaimKind::date:
          b = date_below(surroundings, h, dates);
          break;
        case ClaimKind::duration:
          b = length_below(surroundings, h, lengths);
          break;
        default:
          b = HeadlineMatcher(surroundings, h, body).run();
      }
      if (b != h) out.emplace_back(std::min(h, b), std::max(h, b));
    }
  }
  return out;
}

}  // namespace counterclaim
