#include "src/align/gates.hpp"

#include <algorithm>
#include <cstdlib>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/bearers.hpp"
#include "src/align/events.hpp"
#include "src/align/events_apart.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rank_scales.hpp"
#include "src/align/rarity.hpp"
#include "src/align/role_words.hpp"
#include "src/align/score.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/slip.hpp"
#include "src/align/telling.hpp"
#include "src/align/word_overlap.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {

// "The depot could open in autumn 2027", "The last crates arrive in autumn 2027": what one hopes for and the other takes for
// granted, both until the very same day, of one name or thing. Of a whole year much is told: there both have to be shared.
bool in_one_future(Claim const& a, Claim const& b) {
  constexpr Day shortest = 20, season = 120, year = 366;
  auto const uncertain = [](Claim const& c) {
    return c.certainty == Certainty::hedged || c.certainty == Certainty::hypothetical;
  };
  if (a.kind != ClaimKind::date || a.article == b.article) return false;
  if (!(uncertain(a) && b.certainty == Certainty::stated) && !(uncertain(b) && a.certainty == Certainty::stated)) return false;
  if (a.days.to != b.days.to || disjoint(a.days, b.days)) return false;
  if (a.days.to == no_upper_day && a.days != b.days) return false;
  auto const length = [](DayRange r) { return r.from == no_lower_day || r.to == no_upper_day ? year : r.to - r.from; };
  auto const longer = std::max(length(a.days), length(b.days)), shorter = std::min(length(a.days), length(b.days));
  if (shorter < shortest || longer > year) return false;
  bool const noun = share_noun(a, b), verb = share_verb(a, b);
  for (auto const& n : a.names)
    for (auto const& m : b.names)
      if (n.name == m.name && n.role <= TermRole::clause && m.role <= TermRole::clause)
        return shorter <= season || noun || verb;
  return noun && (verb || longer <= season);
}

// "The Orin 3 could follow in autumn 2027", "The Orin 3 arrives in autumn 2027": the very same weeks, of one name.
bool in_one_span_of_one_thing(Claim const& a, Claim const& b) {
  if (in_one_future(a, b)) return true;
  constexpr Day shortest = 20, longest = 120;  // on one day many things happen
  if (a.kind != ClaimKind::date || a.days != b.days || a.days.to == no_upper_day) return false;
  bool const open = a.days.from == no_lower_day;
  auto const length = open ? longest : a.days.to - a.days.from;
  if (length < shortest || length > longest) return false;
  for (auto const& n : a.names)
    for (auto const& m : b.names)
      if (n.name == m.name && n.role <= TermRole::clause && m.role <= TermRole::clause &&
          (n.role == TermRole::subject || m.role == TermRole::subject))
        return !open || share_noun(a, b);
  return false;
}

namespace {

// "By the end of 2031" says nothing of 1971, though any earlier day would keep to it.
bool long_before(DayRange open, DayRange other) {
  constexpr Day reach = 366;
  return open.from == no_lower_day && open.to != no_upper_day && other.to != no_upper_day && other.to < open.to - reach;
}

// "Will have 70 percent by late 2027" and what was held a quarter before: what is to come and what was.
bool to_come(Claim const& a, Claim const& b) {
  constexpr Day soon = 60;
  bool const planned = a.certainty == Certainty::planned || a.certainty == Certainty::hedged;
  bool const told = b.certainty == Certainty::stated || b.certainty == Certainty::attributed;
  return planned && told && a.period.from == no_lower_day && a.period.to != no_upper_day && b.period.to != no_upper_day &&
         b.period.to < a.period.to - soon;
}

// What is denied is no claim; a hypothesis can only contradict another or a plan. What one says and the other supposes, both
// may mean the same: that is for the rules to tell.
bool cannot_be_set_against(Claim const& a, Claim const& b) {
  auto plain = [](Claim const& c) { return c.certainty == Certainty::stated || c.certainty == Certainty::attributed; };
  if (a.certainty == Certainty::denied || b.certainty == Certainty::denied) return true;
  if (agree(a, b)) return false;
  return (a.certainty == Certainty::hypothetical && plain(b)) || (b.certainty == Certainty::hypothetical && plain(a));
}

bool comparable_units(Claim const& a, Claim const& b) {
  if (comparable(a, b)) return true;
  // "41 million a year", "a gain of 41 million": the same but for a word
  if (a.value == b.value && (a.basis == b.basis || convertible(a.basis, b.basis))) return true;
  // The same number of another currency: a slip worth seeing.
  auto const x = unit(a.basis), y = unit(b.basis);
  auto const m = midpoint(a.value), n = midpoint(b.value);
  if (!m || !n || *m != *n) return false;
  // 118 tokens a second, 118 words a second
  auto const p = rate_parts(a.unit), q = rate_parts(b.unit);
  bool const rates = p.denominator != no_unit && p.denominator == q.denominator && abs(Decimal(m->digits)) >= Decimal(100);
  auto const noun_of = [](UnitId id) { return is_counted_noun(id) ? find_word(unit(id).name) : unknown_word; };
  auto const n_a = noun_of(p.numerator), n_b = noun_of(q.numerator);
  bool const one_noun = n_a != unknown_word && n_b != unknown_word &&
                        (likeness(n_a, n_b) >= 45 || (is_person(n_a) && (is_person(n_b) || is_anybody(n_b))) ||
                         (is_anybody(n_a) && is_person(n_b)));
  // $0.11 per gigabyte, €0.11 per gigabyte
  return (rates && !one_noun) || (x.dimension == y.dimension && x.dimension.starts_with("money"));
}

// "two field hospitals", "four other hospitals": both say which kind of them, and it is not the same.
bool other_kinds(Claim const& a, Claim const& b) {
  auto const parted = [](std::string_view counted) {
    auto const blank = counted.rfind(' ');
    return blank == std::string_view::npos ? std::pair(std::string_view(), counted)
                                           : std::pair(counted.substr(0, blank), counted.substr(blank + 1));
  };
  auto const [kind_a, head_a] = parted(a.counted);
  auto const [kind_b, head_b] = parted(b.counted);
  if (kind_a.empty() || kind_b.empty() || head_a != head_b) return false;
  auto const in = [](std::string_view words, auto&& test) {
    for (std::size_t from = 0; from < words.size();) {
      auto const to = std::min(words.find(' ', from), words.size());
      if (test(find_word(words.substr(from, to - from)))) return true;
      from = to + 1;
    }
    return false;
  };
  constexpr int akin = 45;
  return !in(kind_a, [&, others = kind_b](WordId x) {
    return in(others, [&](WordId y) { return x == unknown_word || y == unknown_word || likeness(x, y) >= akin; });
  });
}

// "Growth of 2%" and "grew by 2%"
Change told_change(Claim const& c) {
  if (c.change != Change::level || dimension_of(c.basis) != "percent") return c.change;
  for (auto const& t : c.terms)
    if (t.role == TermRole::head)
      if (auto const row = row_of(Category::change_nouns, t.word); row >= 0)
        return vocabulary(Category::change_nouns)[std::size_t(row)].column[0] == "up" ? Change::up : Change::down;
  return c.change;
}

// "Could lower costs by as much as 40%", "brings costs down by 40%": the same share, and the verb of what is told as no change
// says which way.
bool moves_alike(Claim const& a, Claim const& b) {
  auto const& level = a.change == Change::level ? a : b;
  auto const& moved = &level == &a ? b : a;
  if (level.change != Change::level || moved.change == Change::level || !a.value.high || a.value.high != b.value.high)
    return false;
  if (dimension_of(a.basis) != "percent") return false;
  return std::any_of(level.terms.begin(), level.terms.end(), [&](Term const& t) {
    if (t.role != TermRole::verb || is_concept(t.word) || (t.word & unknown_bit) != 0) return false;
    static WordSet const saves{"save", "spare"};
    if (saves.has(t.word)) return moved.change == Change::down;
    auto const row = row_of(Category::change_verbs, t.word);
    return row >= 0 && (vocabulary(Category::change_verbs)[std::size_t(row)].column[0] == "up") == (moved.change == Change::up);
  });
}

// "Has ordered 6,000 of the new cards": of a kind, and as many as there are.
bool is_acquired(Claim const& c) {
  static WordSet const acquires{"order", "buy", "purchase", "book", "acquire", "lease", "rent", "commission", "need", "want"};
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return t.role == TermRole::verb && (t.word & unknown_bit) == 0 && acquires.has(t.word);
  });
}

// "Calls back 400 of the pens", "recalled 900 pens": as many as it was done to, of those there are.
bool is_one_deed(Claim const& a, Claim const& b) {
  constexpr int same = 85;
  auto const is_verb = [](Term const& t) { return t.role == TermRole::verb; };
  auto const is_of_counted = [](Claim const& c) {  // and no "in Dorn alone"
    return std::all_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
      return t.role != TermRole::whole || is_concept(t.word) || (t.word & unknown_bit) != 0 ||
             c.counted.ends_with(word_text(t.word));
    });
  };
  if (!is_of_counted(a) || !is_of_counted(b)) return false;
  return std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
    return is_verb(t) && std::any_of(b.terms.begin(), b.terms.end(),
                                     [&](Term const& u) { return is_verb(u) && likeness(t.word, u.word) >= same; });
  });
}

// "1,100 jobs", "1,100 desks": a number that is no chance.
bool same_telling_number(Claim const& a, Claim const& b) {
  return a.value == b.value && a.value.is_point() && abs(*a.value.low) >= Decimal(1000) &&
         abs(Decimal(a.value.low->digits)) >= Decimal(11);
}

// "A third" of something against a number of somethings.
bool part_against_count(Claim const& a, Claim const& b) {
  if (a.basis != no_unit || b.basis != no_unit) return false;
  auto below_one = [](Claim const& c) {
    auto const m = midpoint(c.value);
    return m && abs(*m) < Decimal(1);
  };
  return below_one(a) != below_one(b);
}

bool has(Claim const& c, std::uint32_t word) {
  return std::any_of(c.terms.begin(), c.terms.end(),
                     [&](Term const& t) { return t.role <= TermRole::clause && t.word == word; });
}
bool words_exclude(Claim const& a, Claim const& b) {
  for (auto const& t : a.terms) {
    if (!is_near(t.role)) continue;
    for (auto const& u : b.terms)
      if (is_near(u.role) && exclude_each_other(t.word, u.word) && !has(b, t.word) && !has(a, u.word)) return true;
  }
  return false;
}

// Two of one name: born, or dead, a generation apart, and no digit of the year gone wrong.
bool lives_apart(Claim const& a, Claim const& b) {
  constexpr Day generation = 20 * 366;
  if (a.attribute != b.attribute || (a.attribute != "bear" && a.attribute != "die") || !disjoint(a.days, b.days)) return false;
  if (a.days.from == no_lower_day || b.days.from == no_lower_day) return false;
  auto const x = to_iso(a.days.from).substr(0, 4), y = to_iso(b.days.from).substr(0, 4);
  int other_digits = 0;
  for (std::size_t i = 0; i < x.size() && i < y.size(); ++i) other_digits += x[i] != y[i];
  auto const gap = std::max(std::int64_t(a.days.from) - b.days.to, std::int64_t(b.days.from) - a.days.to);
  return other_digits > 1 && gap > generation;
}

// The same number of two articles, hedged in one and told as a fact in the other.
bool is_number_hoped_for(Claim const& a, Claim const& b) {
  auto const hoped = [](Claim const& c) { return c.certainty == Certainty::hedged; };
  auto const told = [](Claim const& c) { return c.certainty == Certainty::stated; };
  return a.kind == ClaimKind::quantity && a.article != b.article && ((hoped(a) && told(b)) || (hoped(b) && told(a))) &&
         agree(a, b);
}
// "At its Dorne plant", "at its Kell plant": beside the subject each names what the other does not.
bool places_apart(Claim const& a, Claim const& b) {
  auto const lacks = [](Claim const& x, Claim const& y) {
    return std::any_of(x.names.begin(), x.names.end(), [&](NameRef const& n) {
      return n.role > TermRole::verb && n.role <= TermRole::clause && n.role != TermRole::subject &&
             std::none_of(y.names.begin(), y.names.end(), [&](NameRef const& m) { return m.name == n.name; });
    });
  };
  return lacks(a, b) && lacks(b, a);
}

constexpr char const *other_wholes = "shares of other wholes", *other_things = "of other things",
                     *some_and_all = "some of them and all", *other_counted = "other things counted";
}  // namespace

bool is_about_words(char const* gate) {
  return gate == other_wholes || gate == other_things || gate == some_and_all || gate == other_counted;
}

char const* closed_gate(Claim const& a, Claim const& b, Sentences sentences) {
  bool const parallel = sentences == Sentences::parallel;
  if (a.kind != b.kind) return "another kind of claim";
  if (a.vague || b.vague) return "a vague magnitude";
  if (cannot_be_set_against(a, b)) return "hypothetical or denied";
  bool const has_period = a.kind == ClaimKind::quantity || a.kind == ClaimKind::rank || a.kind == ClaimKind::duration;
  if (has_period && a.period_stated && b.period_stated && !has_gone_on(a, b) && !has_gone_on(b, a) && !are_of_two_days(a, b) &&
      !are_of_two_days(b, a)) {
    // A headline names the day of a change, or the year that it is for, not both.
    bool const headline = a.article == b.article && a.headline != b.headline;
    if (disjoint(a.period, b.period) || (!headline && other_length(a.period, b.period)) || to_come(a, b) || to_come(b, a))
      return "other periods";
  }
  if (a.kind == ClaimKind::quantity && !comparable_units(a, b)) return "other dimensions";
  if (sentences == Sentences::copied) return nullptr;
  if (a.kind == ClaimKind::quantity) {
    // "a further 21 cm", "21 inches higher"
    // The same figure up and down is one change told two ways.
    bool const turned = a.change != Change::level && b.change != Change::level && a.value == b.value;
    // "lowers costs by $40 million", "saves $40 million"
    bool const itself = (a.change == Change::level || b.change == Change::level) && share_nature(a, b, "change");
    if (a.change != b.change && told_change(a) != told_change(b) && !turned && !itself && !moves_alike(a, b) &&
        slip_between(a, b) != Slip::unit)
      return "a level and a change";
    if (part_against_count(a, b)) return "a part and a count";
    // "5,400 square metres of galleries", "of exhibition space": what a measure is of, one row of concepts.tsv may name
    bool const of_one_kind = a.basis != no_unit && dimension_of(a.basis) != "percent" && concept_in_common(a, b, true);
    if (!parallel && !of_one_kind && apart(a, b, TermRole::whole, 45)) return other_wholes;
    if (a.change != Change::level && b.change != Change::level && objects_apart(a, b)) return "done to other things";
    if (ports_apart(a, b)) return "of other things";
    if (of_a_rival(a) != of_a_rival(b)) return "of a rival's";
    if (!parallel && a.article != b.article && slip_between(a, b) == Slip::none && bearers_apart(a, b) &&
        !(agree(a, b) && are_of_one_study(a, b)))
      return other_things;
    // "To shut 60 branches", and below it "closes 45 of its branches"
    bool const told_below = a.article == b.article && a.headline != b.headline && share_verb(a, b);
    if (!parallel && is_partitive(a) != is_partitive(b) && a.basis == no_unit && b.basis == no_unit && !is_acquired(a) &&
        !is_acquired(b) && !told_below && !is_one_deed(a, b))
      return some_and_all;
    if (!agree(a, b) && other_kinds(a, b)) return "other kinds of them";
    if (!parallel && !same_telling_number(a, b) && !concept_in_common(a, b, true) && apart(a, b, TermRole::counted, 75))
      return other_counted;
  }
  if ((a.kind == ClaimKind::date || a.kind == ClaimKind::duration) && events_apart(a, b)) return "other events";
  if (are_hope_and_fact(a, b) && name_other_objects(a, b)) return "said of other things";
  if (is_number_hoped_for(a, b) && places_apart(a, b)) return "said of other things";
  if (a.kind == ClaimKind::date && (long_before(a.days, b.days) || long_before(b.days, a.days))) return "other times";
  if (a.kind == ClaimKind::date && lives_apart(a, b)) return "two of one name";
  if (a.kind == ClaimKind::rank && other_fields(a, b)) return "ranks among others";
  if (a.kind == ClaimKind::rank && other_scales(a, b)) return "ranks on other scales";
  // A rank's own words are its value ("second-largest", "third-largest").
  return a.kind != ClaimKind::rank && words_exclude(a, b) && !(a.kind == ClaimKind::date && tell_stretch_and_end(a, b))
             ? "words that exclude each other"
             : nullptr;
}

}  // namespace counterclaim
