#include "src/align/life.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/copied.hpp"
#include "src/align/events_apart.hpp"
#include "src/align/gates.hpp"
#include "src/align/life_place.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {
namespace {

constexpr Day infancy = 3 * 366;      // nobody is told of for what he did in it
constexpr Day generation = 12 * 366;  // what lies farther back is of another of that name

// "Dr. Ida J. Moor Jr." to "ida moor jr": words of two letters and more.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out(1);
  for (char const ch : lower(name)) {
    auto const byte = static_cast<unsigned char>(ch);
    if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
      out.back() += ch;
    else if (ch != '\'')
      out.emplace_back();
  }
  static constexpr std::string_view beside[] = {"jr", "sr", "ii", "iii", "mla", "mp", "dr", "the"};
  std::erase_if(out, [](auto const& w) {
    return w.size() < 2 || std::find(std::begin(beside), std::end(beside), w) != std::end(beside);
  });
  return out;
}
bool is_part(std::vector<std::string> const& part, std::vector<std::string> const& whole) {
  return std::all_of(part.begin(), part.end(),
                     [&](auto const& w) { return std::find(whole.begin(), whole.end(), w) != whole.end(); });
}
std::string_view name_of(Claim const& c) {
  auto const has = [&](std::string_view name) {
    return std::any_of(c.names.begin(), c.names.end(),
                       [&](NameRef const& n) { return n.role == TermRole::subject && n.name == name; });
  };
  if (!c.entity.empty() && has(c.entity)) return c.entity;
  return is_of_life(c) || has(c.subject) ? c.subject : std::string_view();
}
// One word may stand for a name where two texts are known to speak of one thing; else two must be shared.
bool same_one(Claim const& a, Claim const& b, std::size_t least_words) {
  auto const x = words_of(name_of(a)), y = words_of(name_of(b));
  auto const words = std::min({x.size(), y.size(), least_words});
  return !x.empty() && !y.empty() && (is_part(x, y) || is_part(y, x)) && (words >= least_words || x.size() == y.size());
}

// A sentence about a title begins with it.
bool begins_with(Article const& article, Span sentence, std::string_view title) {
  auto text = std::string_view(article.view).substr(sentence.begin, sentence.size());
  for (auto const* lead : {"\"", "\u201c", "The ", "the ", "\""})
    if (text.starts_with(lead)) text.remove_prefix(std::string_view(lead).size());
  if (text.size() <= title.size()) return false;
  auto const small = [](char ch) { return ch >= 'A' && ch <= 'Z' ? char(ch - 'A' + 'a') : ch; };
  for (std::size_t i = 0; i < title.size(); ++i)
    if (small(text[i]) != small(title[i])) return false;
  auto const next = static_cast<unsigned char>(text[title.size()]);
  return next < 0x80 && !(next >= 'a' && next <= 'z') && !(next >= 'A' && next <= 'Z') && next != '-' && next != ':';
}

bool is_bounded(Claim const& c) { return c.days.from != no_lower_day && c.days.to != no_upper_day; }
bool is_said(Claim const& c) { return c.certainty == Certainty::stated || c.certainty == Certainty::attributed; }

// "(1849–1930)": of a life itself.
bool opens_bracket(Claim const& c, Article const& article) {
  auto const before = std::string_view(article.view).substr(0, c.span.begin);
  return before.ends_with('(') || before.ends_with("( ");
}

// What an age is told of happened to something: "was 30 when she won the Hale Medal", "won the Orl Cup in 1988".
bool deeds_apart(Claim const& age, Claim const& other) {
  // Of a death nothing else has to be the same.
  static WordId const die = find_word("die");
  auto const is_death = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) { return t.word == die && t.role == TermRole::verb; });
  };
  if (is_death(age) && is_death(other)) return false;
  auto const own = words_of(name_of(age));
  bool any = false;
  for (auto const& n : age.names) {
    if (n.role == TermRole::subject || n.role > TermRole::clause) continue;
    for (auto const& w : words_of(n.name)) {
      if (std::find(own.begin(), own.end(), w) != own.end()) continue;
      any = true;
      for (auto const& m : other.names)
        if (m.role <= TermRole::clause)
          for (auto const& v : words_of(m.name))
            if (v == w) return false;
    }
  }
  auto const is_thing = [](Term const& t) {
    static WordId const age = find_word("age");
    return !is_concept(t.word) && t.word != age &&
           (t.role == TermRole::object || t.role == TermRole::head || t.role == TermRole::clause);
  };
  for (auto const& t : age.terms) {
    if (!is_thing(t)) continue;
    any = true;
    for (auto const& u : other.terms)
      if (u.role <= TermRole::clause && u.role != TermRole::verb && likeness(t.word, u.word) >= 60) return false;
    // "the Hale prize", "the Hale Prize"
    if ((t.word & unknown_bit) != 0) continue;
    for (auto const& m : other.names)
      if (m.role <= TermRole::clause && m.role != TermRole::subject)
        for (auto const& v : words_of(m.name))
          if (v == word_text(t.word)) return false;
  }
  return any;
}

// One birth with a slip in it: other days of one month, one day of other years, years that are next to each other.
bool one_birth(DayRange a, DayRange b) {
  auto const x = to_civil(a.from), y = to_civil(b.from);
  auto const years = std::abs(x.year - y.year);
  if (std::int64_t(a.to) - a.from > 31 || std::int64_t(b.to) - b.from > 31) return years <= 3;
  return years <= 1 || (years <= 15 && x.month == y.month && x.day == y.day);
}

// Two who died on one day are one.
bool one_death(Claim const& a, Claim const& b) { return a.period == b.period && a.period.from == a.period.to; }

// "Born on the 24th of May": days of some year.
bool other_day_of_year(Claim const& a, Claim const& b) {
  auto const of_day = [](Claim const& c) {
    if (!is_bounded(c)) return c.timex.size() == 10 ? std::string(c.timex.substr(5)) : std::string();
    return c.days.from == c.days.to ? to_iso(c.days.from).substr(5) : std::string();
  };
  auto const x = of_day(a), y = of_day(b);
  return !x.empty() && !y.empty() && x != y;
}

// An age at an event of a known day, and a birth.
char const* birth_gate(Claim const& birth, Claim const& age, Article const& of_age) {
  if (age.timex == "PRESENT_REF" && is_bounded(birth)) {
    if (!of_age.date)
      return age.value.high && birth.computed.low && *age.value.high < *birth.computed.low ? nullptr : "as old as that";
    auto told = age;
    told.timex = {};
    told.days = {*of_age.date, *of_age.date};
    return birth_gate(birth, told, of_age);
  }
  if (!is_bounded(birth) || !is_bounded(age) || age.days.from <= birth.days.to) return "no age";
  auto const low = to_civil(age.days.from).year - to_civil(birth.days.to).year - 1,
             high = to_civil(age.days.to).year - to_civil(birth.days.from).year;
  constexpr int most = 130;  // years; beyond, another of that name is spoken of
  if (high > most) return "another's life";
  return disjoint(age.value, {Decimal(low), Decimal(high), false, false}) ? nullptr : "as old as that";
}

bool verbs_apart(Claim const& a, Claim const& b) {
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (t.role == TermRole::verb && u.role == TermRole::verb && likeness(t.word, u.word) >= 60) return false;
  return true;
}

// "The training run took 48 days", "fine-tuning began on March 2 and ended on March 20": of one name, and other work on it.
bool courses_apart(Claim const& a, Claim const& b) {
  constexpr int akin = 60;
  auto const is_thing = [](Term const& t) {
    return t.role == TermRole::subject && !is_concept(t.word) && (t.word & unknown_bit) == 0 && word_text(t.word).size() > 2 &&
           !begins(word_info(t.word), Category::nominals);
  };
  auto const tells = [](Claim const& c) {  // "fine-tuning of it": in the clause at least
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [](Term const& t) { return t.role == TermRole::clause || t.role == TermRole::subject; });
  };
  auto const of_nothing_in = [&](Claim const& c, Claim const& other) {
    bool any = false;
    for (auto const& t : c.terms) {
      if (!is_thing(t)) continue;
      any = true;
      for (auto const& u : other.terms)
        if (u.role != TermRole::verb && likeness(t.word, u.word) >= akin) return false;
    }
    return any && tells(other);
  };
  return (!is_bounded(a) && of_nothing_in(a, b)) || (!is_bounded(b) && of_nothing_in(b, a));
}

// "Won the Hale Prize", "was awarded the Hale Prize".
bool are_one_award(Claim const& a, Claim const& b) {
  static WordSet const got{"win", "receive", "earn", "get"}, given{"award", "give", "bestow", "grant"};
  auto const has = [](Claim const& c, WordSet const& words) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
      return t.role == TermRole::verb && (t.word & unknown_bit) == 0 && words.has(t.word);
    });
  };
  return (has(a, got) && has(b, given)) || (has(a, given) && has(b, got));
}

bool are_alike(Claim const& age, Claim const& other) {
  return (!events_apart(age, other) || are_one_award(age, other)) && !deeds_apart(age, other);
}

// Remakes bear the name of what they remake: near years of one title are one work's, others' only where somebody else is named
// with both.
bool one_work(Claim const& a, Claim const& b) {
  constexpr Day near = 3 * 366;
  auto const gap = std::max(a.days.from - b.days.from, b.days.from - a.days.from);
  if (gap <= near) return true;
  return std::any_of(a.names.begin(), a.names.end(), [&](NameRef const& n) {
    return n.role != TermRole::subject && n.role <= TermRole::clause &&
           std::any_of(b.names.begin(), b.names.end(), [&](NameRef const& m) {
             return m.role != TermRole::subject && m.role <= TermRole::clause && m.name == n.name;
           });
  });
}

// "Came out in 1991", of "a 1987 film": first shown a year before or after, and shown again, or in another form, at any time.
char const* work_gate(Claim const& work, Claim const& other) {
  static WordSet const made{"make", "film", "shoot", "release", "publish", "premiere", "write"}, fillers{"come", "out"};
  constexpr Day year = 366;
  if (is_of_life(other)) {
    if (other.attribute != "work" || work.whole != other.whole) return "another kind of thing";
    if (work.days == other.days) return "of one year";
    return one_work(work, other) ? nullptr : "two of one name";
  }
  if (other.kind != ClaimKind::date || other.vague || other.impossible || other.days.is_unbounded()) return "no act";
  if (!other.measure.empty()) return "two of one name";
  auto const concepts = vocabulary(Category::concepts);
  bool again = false, out = false;
  for (auto const& t : other.terms) {
    bool const event = is_concept(t.word) ? concepts[t.word & ~concept_term].phrase == "release"
                                          : (t.word & unknown_bit) == 0 && made.has(t.word);
    if (event && (t.role == TermRole::verb || (t.role == TermRole::clause && !is_concept(t.word)))) out = true;
    bool const filler = is_concept(t.word) || t.role == TermRole::verb || ((t.word & unknown_bit) == 0 && fillers.has(t.word));
    if (!event && !filler && t.role <= TermRole::clause) again = true;
  }
  if (!out) return "no act";
  for (auto const& n : other.names)
    again = again ||
            (n.role <= TermRole::clause && n.role != TermRole::subject && !is_part(words_of(n.name), words_of(work.subject)));
  if (!disjoint({work.days.from - year, work.days.to + year}, other.days)) return "of one year";
  return again ? "out again" : nullptr;
}

}  // namespace

std::vector<std::uint64_t> life_keys(Claim const& c) {
  constexpr std::size_t most = 4, least_letters = 3;
  std::vector<std::uint64_t> out;
  for (auto const& word : words_of(name_of(c))) {
    if (word.size() < least_letters) continue;
    std::uint64_t h = 14695981039346656037ull;
    for (char const ch : word) h = (h ^ static_cast<unsigned char>(ch)) * 1099511628211ull;
    out.push_back(h);
    if (out.size() == most) break;
  }
  return out;
}

char const* life_gate(Claim const& a, Article const& of_a, Claim const& b, Article const& of_b, bool two_texts) {
  Claim const& life = is_of_life(a) ? a : b;
  Claim const& other = is_of_life(a) ? b : a;
  if (!is_said(life) || !is_said(other)) return "hypothetical or denied";
  auto const has_own_names = [](Claim const& c) {
    return is_of_life(c) && (c.attribute == "work" || c.attribute == "place" || c.attribute == "word");
  };
  bool const of_work = has_own_names(a) || has_own_names(b);
  if (!of_work && !same_one(a, b, two_texts && !(is_of_life(other) && other.attribute == "birth") ? 1 : 2))
    return "another's life";
  if (life.attribute == "word" || (is_of_life(other) && other.attribute == "word")) {
    if (!is_of_life(other) || life.attribute != other.attribute || life.whole != other.whole) return "another kind of word";
    if (life.value == other.value) return "the same word";
    return is_copied(a, of_a, b, of_b, two_texts) ? nullptr : "no copy";
  }
  if (life.attribute == "place" || (is_of_life(other) && other.attribute == "place"))
    return place_gate(a, words_of(a.subject), b, words_of(b.subject));
  if (life.attribute == "work" || (is_of_life(other) && other.attribute == "work")) {
    auto const& work = life.attribute == "work" ? life : other;
    auto const& second = life.attribute == "work" ? other : life;
    auto const& of_second = &second == &a ? of_a : of_b;
    bool const titled = is_of_life(second) ? is_part(words_of(work.subject), words_of(second.subject)) &&
                                                 is_part(words_of(second.subject), words_of(work.subject))
                                           : begins_with(of_second, second.sentence, work.subject);
    return titled ? work_gate(work, second) : "another title";
  }
  if (life.attribute == "birth" && is_of_life(other)) {
    if (other.attribute == "birth" && (!is_bounded(life) || !is_bounded(other)))
      return other_day_of_year(life, other) ? nullptr : "born as told";
    if (other.attribute == "birth")
      return disjoint(life.days, other.days) && (one_birth(life.days, other.days) || one_death(life, other)) ? nullptr
                                                                                                             : "born as told";
    return other.attribute == "age" ? birth_gate(life, other, &other == &b ? of_b : of_a) : "no act";
  }
  if (life.attribute == "age" && is_of_life(other) && other.attribute == "birth")
    return birth_gate(other, life, &life == &a ? of_a : of_b);
  if (life.attribute == "birth") {
    if (!is_bounded(life)) return "told by their dates";
    if (other.kind != ClaimKind::date || !is_bounded(other) || other.vague || other.attribute == "bear")
      return "told by their dates";
    // "The Ida Moor Cup was first held": a thing with the name
    static auto const found = concept_of("found");
    bool const acted = std::any_of(other.terms.begin(), other.terms.end(),
                                   [](Term const& t) { return t.role == TermRole::verb && t.word != found; });
    if (!acted || opens_bracket(other, is_of_life(a) ? of_b : of_a)) return "no act";
    if (other.days.to > life.days.from + infancy) return "in the course of a life";
    // A surname by itself is of this one only where the days are near.
    auto const reach = std::min(words_of(name_of(a)).size(), words_of(name_of(b)).size()) > 1 ? generation : infancy;
    return other.days.to < life.days.from - reach ? "of another of that name" : nullptr;
  }
  if (life.attribute == "age") {
    if (is_of_life(other) ? other.attribute != "age"
                          : other.kind != ClaimKind::date || (!other.computed.low && !other.computed.high))
      return "no age";
    return are_alike(life, other) ? nullptr : "other events";
  }
  // Two lengths of time are set against each other as such: here one of them follows from dates.
  if (!is_of_life(other) || other.attribute != "span" || (!is_bounded(a) && !is_bounded(b))) return "no length of time";
  if (verbs_apart(a, b) || courses_apart(a, b)) return "other events";
  // Two spans of dates are of one thing where they meet; of lives the dates of birth and death are compared.
  if (is_bounded(a) && is_bounded(b) && (a.lasting || b.lasting || disjoint(a.days, b.days))) return "two of one name";
  return is_bounded(a) && is_bounded(b) && lives_agree(a, b) ? "one span" : nullptr;
}

bool lives_agree(Claim const& a, Claim const& b) {
  Claim const& life = is_of_life(a) ? a : b;
  Claim const& other = is_of_life(a) ? b : a;
  for (auto const* gated : {"birth", "work", "place", "word"})  // what agrees was gated
    if (life.attribute == gated || (is_of_life(other) && other.attribute == gated)) return false;
  if (life.attribute == "age") return !disjoint(life.value, is_of_life(other) ? other.value : other.computed);
  // Two spans of dates: neither their starts nor their ends can be the same.
  if (is_bounded(life) && is_bounded(other))
    return !disjoint(DayRange{life.days.from, life.period.from}, {other.days.from, other.period.from}) ||
           !disjoint(DayRange{life.period.to, life.days.to}, {other.period.to, other.days.to});
  return !disjoint(life.compared, other.compared);
}

}  // namespace counterclaim
