#include "src/align/told_apart.hpp"

#include <algorithm>
#include <cstdlib>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/bearers.hpp"
#include "src/align/beside.hpp"
#include "src/align/names_apart.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rank_scales.hpp"
#include "src/align/rarity.hpp"
#include "src/align/stages.hpp"
#include "src/align/telling.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {
namespace {

// How many months the text says that a figure is of; 0 if it does not.
int months_of(Claim const& c) {
  constexpr std::string_view lead = "over ";
  for (auto const word : c.scope)
    if (word.starts_with(lead) && word.ends_with(" months")) return std::atoi(std::string(word.substr(lead.size())).c_str());
  auto const [from, to] = c.period;
  if (!c.period_stated || from == no_lower_day || to == no_upper_day || to - from < 80) return 0;
  return int((to - from + 16) / 30);
}
// "Sales of $2.5 billion in the nine months", "sales: $3.1 billion": what the whole year may come to.
bool may_be_the_years(Claim const& part, Claim const& whole) {
  int const months = months_of(part);
  if (months == 0 || months > 9 || months_of(whole) != 0 || whole.period_stated) return false;
  auto const x = midpoint(part.compared), y = midpoint(whole.compared);
  if (!x || !y || part.change != Change::level || whole.change != Change::level) return false;
  auto const year = abs(*x) * Decimal(12), told = abs(*y) * Decimal(months);
  return told * Decimal(10) >= year * Decimal(8) && told * Decimal(10) <= year * Decimal(12);
}
bool are_of_other_lengths(Claim const& a, Claim const& b) {
  int const x = months_of(a), y = months_of(b);
  return x != 0 && y != 0 && 5 * std::max(x, y) >= 6 * std::min(x, y) && (says(a, "once meant") == says(b, "once meant"));
}

// "Can make", "the capacity is": what there could be, were it wanted.
bool is_possible(Claim const& c) {
  static WordSet const possible{"capacity", "nameplate"};
  return says(c, "can") || std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
           return t.role <= TermRole::modifier && (t.word & unknown_bit) == 0 && possible.has(t.word);
         });
}
// "Lost 40,000 subscribers", "added 900 shops": no "shut a mill with 900 workers", which has an object of its own.
bool come_or_go(Claim const& c) {
  static WordSet const moves{"lose", "add", "gain", "shed", "close", "shut", "quit", "leave", "stop"};
  if (c.basis != no_unit) return false;
  bool moved = false;
  for (auto const& t : c.terms) {
    if (is_concept(t.word)) continue;
    if (t.role == TermRole::object || t.role == TermRole::head) return false;
    moved = moved || (t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && moves.has(t.word));
  }
  return moved;
}
bool are_of_one_crowd(Claim const& a, Claim const& b) {
  static std::uint32_t const crowds[] = {concept_of("customer"), concept_of("member"), concept_of("employee"),
                                         concept_of("participant"), concept_of("store")};
  auto const has = [](Claim const& c, std::uint32_t word) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return t.word == word && t.role <= TermRole::verb; });
  };
  return std::any_of(std::begin(crowds), std::end(crowds), [&](std::uint32_t w) { return has(a, w) && has(b, w); });
}

// "Employs 120 people in Dorne", "has 184 employees": those of a place that the other claim's surroundings do not name, and
// all.
bool is_of_a_place(Claim const& part, Claim const& whole) {
  auto const m = midpoint(part.compared), n = midpoint(whole.compared);
  if (!says(part, "in a place") || says(whole, "in a place") || !m || !n || *m >= *n) return false;
  auto const place =
      std::find_if(part.names.begin(), part.names.end(), [](NameRef const& x) { return x.role == TermRole::object; });
  return place != part.names.end() &&
         std::none_of(whole.names.begin(), whole.names.end(), [&](NameRef const& x) { return x.name == place->name; });
}

// "Turnout in the state", "in the city"; "the county of Dorne has", "Dorne has": how far it reaches.
bool are_of_other_reaches(Claim const& a, Claim const& b) {
  static WordSet const town{"city", "town", "village", "municipality"},
      region{"county", "district", "province", "region", "state", "coast", "valley", "island"},
      country{"country", "nation", "nationwide"}, county{"county", "district", "province"};
  auto const reaches = [](Claim const& c, TermRole last, auto const& words) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return t.role <= last && (t.word & unknown_bit) == 0 && words.has(t.word); });
  };
  auto const all = [&](Claim const& c, TermRole last) {
    return int(reaches(c, last, town)) | int(reaches(c, last, region)) << 1 | int(reaches(c, last, country)) << 2;
  };
  auto const x = all(a, TermRole::clause), y = all(b, TermRole::clause);
  if (x != 0 && y != 0) return (x & y) == 0;
  auto const is_county = [&](Claim const& c, Claim const& other) {
    return c.basis == no_unit && reaches(c, TermRole::modifier, county) && all(other, TermRole::sentence) == 0;
  };
  return !a.entity.empty() && a.entity == b.entity && (is_county(a, b) || is_county(b, a));
}

bool is_common_noun(std::uint32_t word) {
  return (word & unknown_bit) == 0 && (word_info(word).parts & noun) != 0 && word_info(word).usual_part == noun;
}
bool knows(Claim const& c, std::uint32_t word, int akin = 45) {
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
    return !is_concept(t.word) && t.role <= TermRole::sentence && likeness(word, t.word) >= akin;
  });
}

// "Reduced deaths by 31%", "reduced hospital stays by 44%": one verb, done to things that the other sentence does not speak of.
bool are_done_to_others(Claim const& a, Claim const& b) {
  constexpr int alike = 75;
  auto const object = [](Claim const& c) {
    std::uint32_t found = 0;
    for (auto const& t : c.terms) {
      if ((t.word & unknown_bit) != 0) continue;
      if (t.role == TermRole::head || t.role == TermRole::counted) return 0u;
      if (t.role == TermRole::object && found == 0 && (word_info(t.word).parts & noun) != 0) found = t.word;
    }
    return found;
  };
  auto const x = object(a), y = object(b);
  auto const measures = [](Claim const& c, std::uint32_t row) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return t.word == row && t.role == TermRole::object; });
  };
  // "Cut 900 jobs" and "positions": one row of concepts.tsv
  bool const one_row = std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
    return is_concept(t.word) && t.role == TermRole::object && measures(b, t.word);
  });
  return x != 0 && y != 0 && x != y && !one_row && !knows(a, y, alike) && !knows(b, x, alike);
}

// "Food prices", "energy prices": one noun, and each says of what, in words that the other sentence does not know.
bool are_of_other_kinds(Claim const& a, Claim const& b) {
  auto const has_head = [](Claim const& c, std::uint32_t word) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return t.role == TermRole::head && t.word == word; });
  };
  bool const one_head = std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
    return t.role == TermRole::head && !is_concept(t.word) && has_head(b, t.word);
  });
  if (!one_head) return false;
  auto const narrows = [](Term const& t) {
    return t.role == TermRole::modifier && !is_concept(t.word) && is_common_noun(t.word) &&
           !begins(word_info(t.word), Category::restrictors) && !begins(word_info(t.word), Category::nominals);
  };
  auto const all_strange = [&](Claim const& c, Claim const& other) {
    bool any = false;
    for (auto const& t : c.terms)
      if (narrows(t)) {
        if (knows(other, t.word)) return false;
        any = true;
      }
    return any;
  };
  return all_strange(a, b) && all_strange(b, a);
}

// "22% of the words are code", "11% of the words are in other languages": shares of one whole that have nothing else in common.
bool are_shares_of_others(Claim const& a, Claim const& b) {
  if (a.basis == no_unit || dimension_of(a.basis) != "percent") return false;
  auto const of_one = [&](TermRole role, auto&& test) {
    return std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
      return t.role == role && !is_concept(t.word) &&
             std::any_of(b.terms.begin(), b.terms.end(), [&](Term const& u) { return u.role == role && test(t.word, u.word); });
    });
  };
  if (!of_one(TermRole::whole, [](auto x, auto y) { return likeness(x, y) >= 85; })) return false;
  auto const tells = [](Term const& t) {
    return t.role <= TermRole::clause && t.role > TermRole::whole && t.role != TermRole::subject && (t.word & unknown_bit) == 0;
  };
  auto const strange = [&](Claim const& c, Claim const& other) {
    bool any = false;
    for (auto const& t : c.terms) {
      if (is_concept(t.word) && t.role <= TermRole::clause && t.role > TermRole::whole &&
          std::any_of(other.terms.begin(), other.terms.end(), [&](Term const& u) { return u.word == t.word; }))
        return false;
      if (!tells(t)) continue;
      if (knows(other, t.word)) return false;
      any = true;
    }
    return any;
  };
  return strange(a, b) && strange(b, a);
}

// "Velo's sales in Europe", "in Asia": each names something beside its subject that the other does not, and one of the texts
// speaks of both.
bool are_named_apart(Surroundings const& s, Claim const& a, Claim const& b) {
  auto const named = [](Claim const& c, std::string_view name) {
    return std::any_of(c.names.begin(), c.names.end(), [&](NameRef const& n) { return n.name == name; });
  };
  auto const beside = [&](Claim const& c, Claim const& other) {
    std::string_view found;
    for (auto const& n : c.names) {
      if (n.role > TermRole::clause) break;
      if (n.role != TermRole::object && n.role != TermRole::clause) continue;
      if (named(other, n.name)) return std::string_view();
      if (!s.is_topic(a.article, n.name) || !s.is_topic(b.article, n.name)) found = n.name;
    }
    return found;
  };
  auto const x = beside(a, b), y = beside(b, a);
  if (x.empty() || y.empty()) return false;
  return s.names_it(a.article, y) || s.names_it(b.article, x);
}

// "1,150 teraflops at 8 bits", "575 at 16 bits"; and the 8 and 16 bits themselves.
bool are_of_other_settings(Claim const& a, Claim const& b) {
  auto const setting = [](Claim const& c) {
    constexpr std::string_view lead = "set at ";
    for (auto const word : c.scope)
      if (word.starts_with(lead)) return word;
    return std::string_view();
  };
  auto const x = setting(a), y = setting(b);
  return (!x.empty() && !y.empty() && x != y) || (says(a, "a setting") && says(b, "a setting"));
}

// "Youth unemployment", "unemployment": a share of some of them, in a word that the other sentence does not know.
bool is_of_a_section(Claim const& c, Claim const& other) {
  constexpr int akin = 60;
  if (c.basis == no_unit || dimension_of(c.basis) != "percent") return false;
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
    if (t.role > TermRole::modifier || t.role == TermRole::verb || is_concept(t.word)) return false;
    auto const row = row_of(Category::restrictors, t.word);
    return row >= 0 && vocabulary(Category::restrictors)[std::size_t(row)].column[0] == "section" &&
           !knows(other, t.word, akin);
  });
}

// "24 million apiece", "48 million in all"
bool are_each_and_all(Claim const& a, Claim const& b) {
  static WordSet const all{"total", "together", "combined", "joint", "altogether"};
  if (is_each(a) == is_each(b)) return false;
  auto const& sum = is_each(a) ? b : a;
  return std::any_of(sum.terms.begin(), sum.terms.end(), [](Term const& t) {
    return t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && all.has(t.word);
  });
}

// "€11,500 a card", "the extra thousand come to €11.5 million": a number of them that the sentence of the larger one tells.
bool is_of_so_many(std::uint32_t one, std::uint32_t many, ClaimSet const& set) {
  static WordSet const rounds{"hundred", "thousand", "million"};
  auto const &a = set.claims[one], &b = set.claims[many];
  auto const m = midpoint(a.value), n = midpoint(b.value);
  if (!m || !n || a.unit == no_unit || *m <= Decimal(0) || *n <= *m) return false;
  auto const is_round = [&](Term const& t) {
    return t.role <= TermRole::modifier && (t.word & unknown_bit) == 0 && rounds.has(t.word);
  };
  if (std::any_of(b.terms.begin(), b.terms.end(), is_round) && std::none_of(a.terms.begin(), a.terms.end(), is_round))
    return true;
  return any_beside(many, set, [&](Claim const& c) {
    auto const count = midpoint(c.value);
    return c.kind == ClaimKind::quantity && c.unit == no_unit && count && *count > Decimal(1) && *m * *count == *n;
  });
}

// "2,100 at its busiest", "has 1,300": the most there were, and those there are.
bool is_of_the_peak(Claim const& peak, Claim const& c) {
  return says(peak, "at its peak") && !says(c, "at its peak") && !is_extreme(c) && c.bound != Bound::at_most;
}

// "Will have 510 by 2028", "has 340": at a time to come and today.
bool is_of_later(Claim const& plan, Claim const& c, ClaimSet const& set) {
  constexpr Day soon = 20;
  auto const& day = set.articles[plan.article].date;
  if (!day || !is_ahead(plan, set) || is_ahead(c, set) || !plan.period_stated || c.period_stated) return false;
  return plan.period.from == no_lower_day ? plan.period.to != no_upper_day && plan.period.to > *day + soon
                                          : plan.period.from > *day + soon;
}

// "3 hours and 45 minutes since September 1", and what a text of May says that it is.
bool began_later(Claim const& c, Claim const& before, ClaimSet const& set) {
  auto const& day = set.articles[before.article].date;
  bool const since = c.period_stated && c.period.from != no_lower_day && c.period.to == no_upper_day;
  return since && day && !before.period_stated && c.period.from > *day && !is_ahead(before, set);
}

// "Has drawn $120 million of its loan", "a loan of $300 million"
bool is_part_of_it(Claim const& part, Claim const& all) {
  if (part.whole.empty() || !all.whole.empty() || !is_monetary(part.basis)) return false;
  auto const whole = find_word(part.whole);
  return whole != unknown_word && std::any_of(all.terms.begin(), all.terms.end(), [&](Term const& t) {
           return t.word == whole && (t.role == TermRole::head || t.role == TermRole::subject);
         });
}

// "The fifth-biggest bank until Monday", "two years ago the fourth-safest city"
bool is_over(Claim const& c, ClaimSet const& set) {
  constexpr Day recent = 30;  // "it rose to third place on Friday"
  auto const& today = set.articles[c.article].date;
  if (!c.period_stated || c.period.to == no_upper_day || !today) return false;
  return c.period.from == no_lower_day ? c.period.to <= *today : c.period.to < *today - recent;
}

// "The fourth storm of the season", told a month after the third: a row goes on.
bool has_grown(Claim const& a, Claim const& b, ClaimSet const& set) {
  constexpr Day same_event = 10;
  auto const &x = set.articles[a.article].date, &y = set.articles[b.article].date;
  return is_in_row(a) && is_in_row(b) && (!x || !y || *x - *y > same_event || *y - *x > same_event);
}

}  // namespace

char const* told_apart(Surroundings const& s, std::uint32_t ia, std::uint32_t ib, Told told) {
  auto const& set = s.set();
  auto const &a = set.claims[ia], &b = set.claims[ib];
  if (is_away_from(a, set) != is_away_from(b, set)) return "how long and how far from";
  if (a.kind == ClaimKind::rank && are_ranked_otherwise(a, b)) return "ranked by other measures";
  if (a.kind == ClaimKind::rank && (are_in_other_rows(a, b) || has_grown(a, b, set))) return "places in other rows";
  if (a.kind == ClaimKind::rank && !(a.period_stated && b.period_stated) && is_over(a, set) != is_over(b, set))
    return "what was once and what is";
  if (a.kind == ClaimKind::date) return nullptr;
  bool const other_article = a.article != b.article;
  if (other_article && (began_later(a, b, set) || began_later(b, a, set))) return "since a day and before it";
  if (a.kind != ClaimKind::quantity) return nullptr;
  // "Plans to spend $2 billion next year", "next year's budget comes to $3 billion": both are of a time to come
  auto const to_come = [&](Claim const& c) {
    auto const& day = set.articles[c.article].date;
    return is_ahead(c, set) || (day && c.period_stated && c.period.from != no_lower_day && c.period.from > *day);
  };
  bool const aims = (is_aim(a) && !to_come(b)) || (is_aim(b) && !to_come(a));
  if (are_parts_apart(a, b, set)) return "other parts of them";
  if (other_small_names(a, b)) return "of other things";
  if (is_of_others(a) != is_of_others(b) && told == Told::plainly) return "some more of them and all";
  bool const once = says(a, "formerly") != says(b, "formerly");
  if (!other_article) return once ? "what was once and what is" : nullptr;
  if (s.has_moved(ia, ib)) return "it moved from the one to the other";
  if (says(a, "each way") != says(b, "each way")) return "one way and all of it";
  if (says(a, "together") != says(b, "together") && told == Told::plainly) return "of several and of one";
  for (auto const how : {"each of several", "all of several"})
    if (says(a, how) != says(b, how)) return "each of several and all";
  if (told == Told::by_slip)
    return is_of_so_many(ia, ib, set) || is_of_so_many(ib, ia, set) ? "one and so many of them" : nullptr;
  if (are_ordered_and_held(a, b)) return "some that are ordered and those there are";
  if (aims && is_aim(a) != is_aim(b)) return "what is aimed at and what there is";
  auto const came_of_it = [&](Claim const& plan, Claim const& c) {
    return says(plan, "once meant") && !says(c, "once meant") && !is_ahead(c, set);
  };
  if (came_of_it(a, b) || came_of_it(b, a)) return "what was meant and what came of it";
  if ((a.per == no_unit) != (b.per == no_unit) && is_possible(a) != is_possible(b)) return "what can be and what was";
  if (is_of_later(a, b, set) || is_of_later(b, a, set)) return "at a time to come and today";
  if (says(a, "before new money") != says(b, "before new money")) return "with and without new money";
  if (says(a, "by volume") != says(b, "by volume")) return "a price for many and for one";
  for (auto const* end : {"start of a range", "end of a range"})
    if (says(a, end) != says(b, end)) return "an end of a range";
  auto const is_rate = [](Claim const& c) { return c.per != no_unit || rate_parts(c.unit).denominator != no_unit; };
  if (says(a, "per one") != says(b, "per one") && !is_rate(a) && !is_rate(b)) return "of each and of all";
  if (is_of_the_peak(a, b) || is_of_the_peak(b, a)) return "at its peak and at other times";
  if (once) return "what was once and what is";
  if (come_or_go(a) != come_or_go(b) && are_of_one_crowd(a, b)) return "some who came or went and those there are";
  static auto const staff = concept_of("employee");
  auto const works = [](Claim const& c) { return std::ranges::any_of(c.terms, [](Term const& t) { return t.word == staff; }); };
  if (is_of_builders(a) != is_of_builders(b) && works(a) && works(b)) return "builders and staff";
  if (are_of_other_settings(a, b)) return "under other settings";
  if (is_of_a_section(a, b) || is_of_a_section(b, a)) return "of a section and of all";
  if (are_each_and_all(a, b)) return "each and all of them";
  if (may_be_the_years(a, b) || may_be_the_years(b, a)) return "some months and the year";
  if (are_of_other_lengths(a, b)) return "over other lengths of time";
  if (is_of_what_holds_it(a, b) || is_of_what_holds_it(b, a)) return "of a thing and of what holds it";
  if (is_of_what_is_done_to_it(a, b) || is_of_what_is_done_to_it(b, a)) return "of a thing and of what is done to it";
  if (is_of_a_place(a, b) || is_of_a_place(b, a)) return "of a place and of all";
  if (are_of_other_reaches(a, b)) return "of a town and of a region";
  if (are_done_to_others(a, b)) return "done to other things";
  if (are_shares_of_others(a, b)) return "shares of other things";
  if (are_named_apart(s, a, b)) return "of others by name";
  if (are_of_other_kinds(a, b)) return "of other kinds of one thing";
  if (is_part_of_it(a, b) || is_part_of_it(b, a)) return "a part of it and all";
  if (ages_apart(a, b)) return "people of other ages";
  return are_scaled(ia, ib, set) ? "one kind at two sizes" : stages_apart(set, a, b);
}

}  // namespace counterclaim
