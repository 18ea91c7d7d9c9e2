#include "src/align/telling.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/unnamed_company.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/beside.hpp"
#include "src/align/gates.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"

namespace counterclaim {

bool lies_ahead(DayRange days, Day today) { return days.from == no_lower_day ? days.to > today : days.from > today; }

int repeats_after(Claim const& a, Claim const& b) {
  constexpr Day month = 31;
  bool const years = a.days.to - month > a.days.from || b.days.to - month > b.days.from;
  return years ? 0 : 60;
}

bool is_ahead(Claim const& c, ClaimSet const& set) {
  if (auto const& day = set.articles[c.article].date;
      c.kind == ClaimKind::date && day && !c.days.is_unbounded() && lies_ahead(c.days, *day))
    return true;
  // "may be up to 16 MB" allows, and expects nothing
  bool const limit = c.bound != Bound::exact && c.bound != Bound::about && c.bound != Bound::range;
  return c.certainty == Certainty::planned || c.certainty == Certainty::hypothetical ||
         (c.certainty == Certainty::hedged && !limit);
}

bool other_length(DayRange a, DayRange b) {
  auto const bounded = [](DayRange r) { return r.from != no_lower_day && r.to != no_upper_day; };
  if (!bounded(a) || !bounded(b)) return false;
  auto const x = std::int64_t(a.to) - a.from + 1, y = std::int64_t(b.to) - b.from + 1;
  // A business year may be any that ends in the year: two years hold it.
  constexpr std::int64_t year = 366, two_years = 730;
  auto const holds = [](DayRange r, DayRange one) { return r.from <= one.from && one.to <= r.to; };
  auto const in_business_year = [&](DayRange two, std::int64_t days, DayRange one, std::int64_t length) {
    return (days == two_years || days == two_years + 1) && length + 1 >= year - 1 && length <= year && holds(two, one);
  };
  if (in_business_year(a, x, b, y) || in_business_year(b, y, a, x)) return false;
  // "Early in 2026" is no stretch that anything is counted over: half a year, and no half of the calendar's.
  auto const is_around = [](DayRange r, std::int64_t days) {
    return days >= 182 && days <= 184 && (to_civil(r.from).day != 1 || to_civil(r.to + 1).day != 1);
  };
  if ((is_around(a, x) && holds(a, b)) || (is_around(b, y) && holds(b, a))) return false;
  return std::min(x, y) >= 20 && 5 * std::max(x, y) >= 9 * std::min(x, y);
}

static bool is_age_today(Claim const& c, ClaimSet const& set) {
  auto const& article = set.articles[c.article];
  if (c.kind != ClaimKind::quantity || dimension_of(c.unit) != "age" || !c.value.is_point() || !article.date) return false;
  auto const before = std::string_view(article.raw).substr(0, c.span.begin),
             behind = std::string_view(article.raw).substr(c.span.end);
  return (before.ends_with(", ") && behind.starts_with(',')) || before.ends_with(" is ") || before.ends_with(" now ");
}
std::optional<bool> ages_differ(Claim const& a, Claim const& b, ClaimSet const& set) {
  if (a.article == b.article || !is_age_today(a, set) || !is_age_today(b, set)) return std::nullopt;
  auto const apart = std::abs(std::int64_t{*set.articles[a.article].date} - *set.articles[b.article].date);
  return abs(*a.value.low - *b.value.low) > Decimal(std::max<std::int64_t>(1, (apart + 364) / 365));
}

bool is_writers_measure(Claim const& c, Surroundings const& surroundings) {
  if (!surroundings.first_person(c.article)) return false;
  auto const& set = surroundings.set();
  bool const verb = std::any_of(c.terms.begin(), c.terms.end(),
                                [](Term const& t) { return t.role == TermRole::verb && !is_concept(t.word); });
  if (verb || c.basis == no_unit || set.articles[c.article].blocks[c.block].table >= 0) return true;
  return counts_first_person(sentence_near(c, set.articles[c.article].raw)) > 0;
}

bool is_of_other_row(Claim const& cell, Claim const& other, ClaimSet const& set) {
  constexpr int akin = 45;
  if (set.articles[cell.article].blocks[cell.block].table < 0) return false;
  // "Dorne | 104": of Dorne, and of nothing told without it
  bool named = false, about = false;  // about: what the other is about, if it need not say so
  for (auto const& n : cell.names) {
    if (n.role != TermRole::subject) continue;
    named = true;
    about = about || n.name == other.entity;
    for (auto const& m : other.names)
      if (m.role <= TermRole::sentence && m.name == n.name) return false;
  }
  if (named && !about && set.articles[other.article].blocks[other.block].table < 0) return !(cell.value == other.value);
  bool heads = false;
  for (auto const& t : cell.terms) {
    if (t.role != TermRole::head) continue;
    if (is_concept(t.word)) return false;
    heads = true;
    for (auto const& u : other.terms)
      if (u.role <= TermRole::sentence && likeness(t.word, u.word) >= akin) return false;
  }
  return heads && !(cell.value == other.value);
}

bool are_both_allowed(Claim const& a, Claim const& b, ClaimSet const& set) {
  auto const says = [&](Claim const& c, std::string_view modal) {
    return sentence_near(c, set.articles[c.article].raw).find(modal) != std::string_view::npos;
  };
  return (says(a, " may ") && says(b, " can ")) || (says(a, " can ") && says(b, " may "));
}

bool is_away_from(Claim const& c, ClaimSet const& set) {
  if (c.kind != ClaimKind::duration && (c.kind != ClaimKind::quantity || c.basis == no_unit)) return false;
  auto const text = std::string_view(set.articles[c.article].raw);
  return text.substr(c.span.end).starts_with(" of ") &&
         (text.substr(0, c.span.begin).ends_with("ithin ") || text.substr(c.span.begin).starts_with("within ") ||
          text.substr(c.span.begin).starts_with("Within "));
}

bool are_parts_apart(Claim const& a, Claim const& b, ClaimSet const& set) {
  auto const is_part = [&](Claim const& c) {
    auto const behind = std::string_view(set.articles[c.article].raw).substr(c.span.end);
    return behind.starts_with(" of them ") || behind.starts_with(" of these ") ||
           (behind.starts_with(" of those ") && !behind.starts_with(" of those who "));
  };
  if (!is_part(a) || !is_part(b)) return false;
  constexpr int akin = 60;
  auto const says_which = [](Term const& t) {
    return !is_concept(t.word) && t.role <= TermRole::clause && t.role != TermRole::verb && t.role != TermRole::subject;
  };
  for (auto const& t : a.terms)
    if (says_which(t))
      for (auto const& u : b.terms)
        if (says_which(u) && likeness(t.word, u.word) >= akin) return false;
  return true;
}

bool says(Claim const& c, std::string_view word) { return std::find(c.scope.begin(), c.scope.end(), word) != c.scope.end(); }

bool are_ordered_and_held(Claim const& a, Claim const& b) {
  static WordSet const orders{"order", "buy", "purchase"}, holds{"operate", "own", "run", "fly", "fleet", "use"},
      more{"new", "further", "additional", "more", "another"};
  auto const has = [](Claim const& c, WordSet const& words, TermRole last = TermRole::modifier) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return t.role <= last && (t.word & unknown_bit) == 0 && words.has(t.word); });
  };
  // "It has 118": of a subject, and hung on no verb or noun of its own
  auto const is_bare = [](Claim const& c) {
    return !c.names.empty() && c.names[0].role == TermRole::subject &&
           std::none_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
             return !is_concept(t.word) && (t.role == TermRole::verb || t.role == TermRole::head || t.role == TermRole::object);
           });
  };
  auto const is_held = [&](Claim const& c) {
    return c.certainty == Certainty::stated && !has(c, orders) && !has(c, more) && (has(c, holds) || is_bare(c));
  };
  if (a.basis != no_unit || a.counted.empty() || b.counted.empty()) return false;
  auto const is_ordered = [&](Claim const& c) { return has(c, orders, TermRole::object); };
  return (is_ordered(a) && is_held(b)) || (is_ordered(b) && is_held(a));
}

bool ages_apart(Claim const& a, Claim const& b) {
  auto const ages = [](Claim const& c) {
    auto const found = std::find_if(c.scope.begin(), c.scope.end(), [](auto const word) { return word.starts_with("aged "); });
    return found == c.scope.end() ? std::string_view() : *found;
  };
  auto const x = ages(a), y = ages(b);
  if (x.empty() || y.empty()) return x.empty() != y.empty();
  auto const figures = [](std::string_view words) {
    std::string out;
    for (char const c : words)
      if (c >= '0' && c <= '9') out += c;
    return out;
  };
  auto const of_x = figures(x), of_y = figures(y);
  return !of_x.empty() && !of_y.empty() && of_x != of_y;
}

bool tells_change(Claim const& c) {
  if (tells_so_far(c) || says(c, "now")) return true;
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && begins(word_info(t.word), Category::change_verbs);
  });
}

bool tells_so_far(Claim const& c) {
  if (c.period_stated && c.period.from == no_lower_day && c.period.to != no_upper_day) return true;
  return says(c, "so far") || says(c, "up to then");
}

bool has_gone_on(Claim const& before, Claim const& after) {
  auto const [from, to] = before.period;
  if (before.kind != ClaimKind::quantity || before.basis != no_unit || after.basis != no_unit) return false;
  if (from != no_lower_day || to == no_upper_day || after.period.from == no_lower_day || after.period.from <= to) return false;
  auto const m = midpoint(before.compared), n = midpoint(after.compared);
  if (!m || !n || *n < *m) return false;
  return std::any_of(before.terms.begin(), before.terms.end(), [&](Term const& t) {
    return t.role <= TermRole::modifier && nature_of(t.word) == "total" &&
           std::any_of(after.terms.begin(), after.terms.end(),
                       [&](Term const& u) { return u.role <= TermRole::modifier && u.word == t.word; });
  });
}

// "The backlog stood at $4 billion on January 31", "at $5 billion at the end of March"; "by Monday 38,000 had signed", "51,000
// on Thursday": what there is on two days, or what has come together by them.
bool are_of_two_days(Claim const& before, Claim const& after) {
  if (before.kind != ClaimKind::quantity || after.kind != ClaimKind::quantity || before.article == after.article) return false;
  auto const &p = before.period, &q = after.period;
  if (p.to == no_upper_day || q.to == no_upper_day || q.to <= p.to || (q.from != no_lower_day && q.from <= p.to)) return false;
  constexpr Day month = 31;
  auto const at_most = [](DayRange r, Day length) { return r.from == no_lower_day || r.to - r.from < length; };
  auto const shared = [&](auto const fits) {
    return std::any_of(before.terms.begin(), before.terms.end(), [&](Term const& t) {
      return fits(t) &&
             std::any_of(after.terms.begin(), after.terms.end(), [&](Term const& u) { return u.word == t.word && fits(u); });
    });
  };
  auto const stock = [](Term const& t) { return t.role <= TermRole::clause && nature_of(t.word) == "stock"; };
  if (shared(stock)) return at_most(p, month) && at_most(q, month);
  auto const m = midpoint(before.compared), n = midpoint(after.compared);
  if (p.from != no_lower_day || before.basis != no_unit || after.basis != no_unit || !m || !n || *n < *m) return false;
  return at_most(q, month) && shared([](Term const& t) { return t.role <= TermRole::verb; });
}

bool is_count_of_the_hour(Claim const& c, ClaimSet const& set) {
  return tells_so_far(c) || std::string_view(set.articles[c.article].raw).substr(c.sentence.begin).starts_with("By ");
}

bool is_total_of(Claim const& total, Claim const& part, ClaimSet const& set) {
  static WordId const so_far = find_word("cumulative");
  auto const sums = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) { return t.word == so_far && is_near(t.role); });
  };
  auto const& day = set.articles[total.article].date;
  bool const dated = part.period_stated && day && part.period.to < *day;
  auto const of_months = [](std::string_view word) { return word.ends_with(" months"); };
  return sums(total) && !sums(part) && (dated || std::any_of(part.scope.begin(), part.scope.end(), of_months));
}

namespace {

// "Of which 12 billion", "4,000 of them"
bool is_share_of(Claim const& c, Claim const& all) { return is_partitive(c) && all.span.begin < c.span.begin; }

// Is `big` the small figure and this one, or so many times the small one?
bool bridges(Claim const& c, Claim const& of, Decimal big, Decimal small) {
  if (c.kind != ClaimKind::quantity) return false;
  auto const m = midpoint(c.compared);
  if (!m || *m <= Decimal(1) || *m == big) return false;
  constexpr int few = 12, many = 1000;
  auto const met = [&](Decimal result) { return abs(result - big) * Decimal(200) <= big; };
  // "15,000 of them" is in the smaller one already.
  bool const within = is_share_of(c, of) && *midpoint(of.compared) == small;
  if (c.basis == of.basis && abs(*m) > Decimal(few) && !within && met(small + *m)) return true;
  auto const written = midpoint(c.value);
  auto const own = midpoint(of.value), of_own = midpoint(of.compared);
  // "310 tonnes here and 120 there": in the unit of the figure before
  if (c.basis == no_unit && c.counted.empty() && of.basis != no_unit && written && own && *own > Decimal(few) &&
      *written > Decimal(few)) {
    auto const other = *of_own == big ? small : big;
    auto const equal = [&](Decimal parts) { return abs(*of_own * parts - other * *own) * Decimal(200) <= other * *own; };
    if (equal(*own + *written) || (*own > *written && equal(*own - *written))) return true;
  }
  bool const whole = c.basis == no_unit && written && written->exponent >= 0 && *written <= Decimal(many);
  // "8 GB of memory and 2 cores": what stands behind it is no number of them.
  bool const listed = of.span.begin < c.span.begin && of.sentence == c.sentence && *written <= Decimal(few) && !is_each(of);
  return whole && !listed && (of.basis != no_unit || small >= Decimal(100)) && met(small * *written);
}

}  // namespace

bool is_long_from(Claim const& stated, Article const& other) {
  auto const& [from, to] = stated.period;
  if (!stated.period_stated || !other.date || from == no_lower_day || to == no_upper_day) return false;
  if (to - from < 20) return false;  // a day is that of an event nearby, seldom of a figure
  return to < *other.date - 75 || from > *other.date + 400;
}

bool are_close(Claim const& a, Claim const& b) {
  auto const x = midpoint(a.compared), y = midpoint(b.compared);
  return x && y && abs(*x) * Decimal(10) <= abs(*y) * Decimal(13) && abs(*y) * Decimal(10) <= abs(*x) * Decimal(13);
}

bool are_scaled(std::uint32_t a, std::uint32_t b, ClaimSet const& set) {
  auto const &x = set.claims[a], &y = set.claims[b];
  auto const number = [](Claim const& c) {  // "up to 64" is 64 here
    auto const middle = midpoint(c.compared);
    return middle ? middle : c.compared.high ? c.compared.high : c.compared.low;
  };
  auto const m = number(x), n = number(y);
  if (!m || !n || *m <= Decimal(1) || *n <= Decimal(1)) return false;
  auto const counts = [](Claim const& c) {
    return c.kind == ClaimKind::quantity && !c.vague && (c.basis != no_unit || !c.counted.empty());
  };
  struct Beside {
    Claim const* claim;
    Decimal value, product;
  };
  auto const all_beside = [&](std::uint32_t claim, Decimal times) {
    std::vector<Beside> out;
    any_beside(claim, set, [&](Claim const& c) {
      if (auto const v = counts(c) ? number(c) : std::nullopt) out.push_back({&c, *v, times * *v});
      return false;
    });
    return out;
  };
  auto const of_a = all_beside(a, *n);
  if (of_a.empty()) return false;
  auto const of_b = all_beside(b, *m);
  bool const close = are_close(x, y);
  for (auto const& p : of_a)
    for (auto const& q : of_b) {
      if (p.value <= Decimal(1) || (p.claim->basis == x.basis && p.claim->counted == x.counted)) break;
      if (p.claim->basis != q.claim->basis || p.claim->counted != q.claim->counted || p.value == q.value) continue;
      // Two figures that nearly agree stand nearly as any other two do.
      if (close ? q.product == p.product : abs(q.product - p.product) * Decimal(200) <= q.product) return true;
    }
  return false;
}

bool is_worked_out(std::uint32_t a, std::uint32_t b, ClaimSet const& set) {
  constexpr std::uint32_t reach = 12;    // claims, either way
  constexpr std::size_t distance = 400;  // bytes
  auto const &x = set.claims[a], &y = set.claims[b];
  auto const m = midpoint(x.compared), n = midpoint(y.compared);
  if (!m || !n || *m <= Decimal(0) || *n <= Decimal(0) || x.basis != y.basis) return false;
  auto const big = std::max(*m, *n), small = std::min(*m, *n);
  for (auto const i : {a, b}) {
    auto const& own = set.claims[i];
    auto const near = [&](std::uint32_t k) {
      auto const& c = set.claims[k];
      auto const apart = std::max(c.span.begin, own.span.begin) - std::min(c.span.begin, own.span.begin);
      bool const part = own.span.begin <= c.span.begin && c.span.end <= own.span.end;  // of "three halls with 1,536 each"
      return c.article == own.article && c.block == own.block && apart < distance && !part;
    };
    for (auto k = i; k > 0 && i - k < reach && near(k - 1); --k)
      if (bridges(set.claims[k - 1], own, big, small)) return true;
    for (auto k = i + 1; k < set.claims.size() && k - i <= reach && near(k); ++k)
      if (bridges(set.claims[k], own, big, small)) return true;
  }
  return false;
}

namespace {

bool is_of_study(std::string_view source) {
  static WordSet const works{"study", "survey", "poll", "trial", "report", "census", "analysis"};
  for (std::size_t from = 0; from < source.size();) {
    auto const to = std::min(source.find(' ', from), source.size());
    if (auto const w = find_word(source.substr(from, to - from)); w != unknown_word && works.has(w)) return true;
    from = to + 1;
  }
  return false;
}

}  // namespace

bool are_of_one_study(Claim const& a, Claim const& b) {
  auto const x = a.attribution.origin, y = b.attribution.origin;
  if (x.empty() || y.empty()) return false;
  bool const one = x.starts_with(y) || y.starts_with(x) || x == unnamed_company || y == unnamed_company;
  return one && is_of_study(a.attribution.source) && is_of_study(b.attribution.source);
}

// "Memory with a bandwidth of 8 TB/s": the bandwidth of a thing is that of its memory, as a row of concepts.tsv has it. The
// depth of a park is not that of its pond.
bool is_its_measure(std::uint32_t part, std::uint32_t measure) {
  if (((part | measure) & unknown_bit) != 0 || !begins(word_info(part), Category::concepts)) return false;
  Token words[2];
  words[0].word = part, words[1].word = measure;
  for (auto& w : words) w.categories = word_info(w.word).categories, w.kind = TokenKind::word;
  bool found = false;
  for_each_phrase(Category::concepts, words, 0, 2, {}, [&](PhraseMatch m) { found |= m.tokens == 2; });
  return found;
}

bool is_compound_of(Claim const& a, Claim const& b) {
  constexpr int akin = 60;
  auto const has = [](Claim const& c, std::uint32_t word, TermRole last) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return t.word == word && t.role <= last; });
  };
  // "Orders on hand", "the order book"; "91 percent effective", "the vaccine's efficacy": a row of concepts.tsv names both
  auto const named = measure_of(a.basis) == "percent" ? TermRole::clause : TermRole::head;
  for (auto const& y : b.terms)
    if (y.role == TermRole::head && is_concept(y.word) && has(a, y.word, named)) return false;
  for (auto const& x : a.terms) {
    if (x.role != TermRole::head || is_concept(x.word)) continue;
    bool narrows = false;
    for (auto const& y : b.terms) narrows |= y.role == TermRole::modifier && y.word == x.word;
    if (!narrows) continue;
    for (auto const& y : b.terms)
      if (y.role == TermRole::head && !is_concept(y.word) && likeness(x.word, y.word) < akin &&
          !has(a, y.word, TermRole::clause) && !is_its_measure(y.word, x.word))
        return true;
  }
  return false;
}

bool is_small_count(Claim const& c) {
  auto const m = midpoint(c.value);
  return m && abs(*m) <= Decimal(12);
}
bool is_rating(Claim const& c) { return c.counted.empty() && c.value.low && !c.value.low->is_whole(); }

}  // namespace counterclaim
