#include "src/align/rank_scales.hpp"

#include <algorithm>
#include <array>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/near_words.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/word_overlap.hpp"

namespace counterclaim {
namespace {

constexpr int akin = 60, alike = 85;

bool is_superlative(Term const& t) {
  return t.role <= TermRole::modifier && (t.word & unknown_bit) == 0 && word_text(t.word).ends_with("est");
}
// Of the superlatives of both: 0..100, -1 where one of them has none.
int likeness_of_scales(Claim const& a, Claim const& b) {
  int best = -1;
  for (auto const& t : a.terms)
    if (is_superlative(t))
      for (auto const& u : b.terms)
        if (is_superlative(u)) best = std::max(best, likeness(t.word, u.word));
  return best;
}

// "Of the country", "of the north": how far a scale reaches, in the words for it.
std::uint32_t reaches(std::string_view scale) {
  constexpr std::string_view words[] = {"world", "globe",    "continent", "country", "nation",   "land",   "Europe",
                                        "state", "province", "region",    "county",  "district", "city",   "Asia",
                                        "town",  "north",    "south",     "east",    "west",     "Africa", "worldwide"};
  constexpr std::uint32_t as[] = {0, 0, 1, 2, 2, 2, 1, 3, 4, 5, 6, 7, 8, 1, 9, 10, 11, 12, 13, 1, 0};
  std::uint32_t out = 0;
  for (std::size_t from = 0; from < scale.size();) {
    auto const to = std::min(scale.find(' ', from), scale.size());
    auto const found = std::find(std::begin(words), std::end(words), scale.substr(from, to - from));
    if (found != std::end(words)) out |= 1u << as[found - std::begin(words)];
    from = to + 1;
  }
  return out;
}

// "The longest rail tunnel in the state", "road tunnel": the last two words of what is ranked.
std::pair<std::string_view, std::string_view> kind_ranked(std::string_view scale) {
  std::string_view before, last;
  for (std::size_t from = 0, n = 0; from < scale.size(); ++n) {
    auto const to = std::min(scale.find(' ', from), scale.size());
    auto const word = scale.substr(from, to - from);
    auto const id = find_word(word);
    if (n > 0 && id != unknown_word && begins(word_info(id), Category::function_words)) break;
    before = n > 1 ? last : std::string_view();
    last = word;
    from = to + 1;
  }
  return {before, last};
}
bool other_kinds_ranked(Claim const& a, Claim const& b) {
  auto const [x, thing] = kind_ranked(a.attribute);
  auto const [y, other] = kind_ranked(b.attribute);
  if (thing.empty() || thing != other || x.empty() || y.empty() || x == y) return false;
  auto const v = find_word(x), w = find_word(y);
  return v != unknown_word && w != unknown_word && likeness(v, w) < 85;
}

// "The largest supplier", "the largest employer": what one is ranked as.
int trade_of(std::string_view noun) {
  static WordSet const trades[] = {
      WordSet{"supplier", "vendor", "maker", "manufacturer", "producer", "seller", "provider", "builder"},
      WordSet{"employer"},
      WordSet{"taxpayer"},
      WordSet{"exporter"},
      WordSet{"importer"},
      WordSet{"consumer", "user", "buyer", "purchaser", "customer"},
      WordSet{"landlord", "landowner"},
      WordSet{"donor", "contributor", "backer", "sponsor"},
      WordSet{"investor", "shareholder"},
      WordSet{"emitter", "polluter"}};
  auto const id = find_word(noun);
  if (id == unknown_word) return -1;
  for (int i = 0; i < int(std::size(trades)); ++i)
    if (trades[i].has(id)) return i;
  return -1;
}
bool are_of_other_trades(Claim const& a, Claim const& b) {
  auto const x = trade_of(kind_ranked(a.attribute).second), y = trade_of(kind_ranked(b.attribute).second);
  return x >= 0 && y >= 0 && x != y;
}

// "Maker of looms", "maker of spindles": of what, in a word that is no name.
std::string_view of_what(std::string_view scale) {
  constexpr std::string_view of = " of ";
  auto const at = scale.find(of);
  if (at == scale.npos) return {};
  auto const rest = scale.substr(at + of.size());
  return rest.substr(0, rest.find(' '));
}
bool are_of_other_things(std::string_view a, std::string_view b) {
  constexpr int unlike = 30;
  auto const x = find_word(of_what(a)), y = find_word(of_what(b));
  if (x == unknown_word || y == unknown_word || a.substr(0, a.find(' ')) != b.substr(0, b.find(' '))) return false;
  auto const is_plural = [](WordId w) { return (word_info(w).forms & plural_noun_form) != 0; };
  return is_plural(x) && is_plural(y) && likeness(word_info(x).noun_lemma, word_info(y).noun_lemma) < unlike;
}
// "In the 200 meters", "in the 400 meters": the same but for a number.
bool differ_by_number(std::string_view a, std::string_view b) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t i = 0, k = 0;
  bool other = false;
  while (i < a.size() && k < b.size()) {
    if (is_digit(a[i]) && is_digit(b[k])) {
      auto const x = i, y = k;
      while (i < a.size() && is_digit(a[i])) ++i;
      while (k < b.size() && is_digit(b[k])) ++k;
      other |= a.substr(x, i - x) != b.substr(y, k - y);
    } else if (a[i++] != b[k++]) {
      return false;
    }
  }
  return other && i == a.size() && k == b.size() && a.find(" years") == a.npos && !a.starts_with("of ");
}

// "In the final", "in her heat": in which part of a contest a place is one; empty where it is one in the whole.
std::string_view stage_of(Claim const& c) {
  static WordSet const stages{"final",      "heat",      "semi-final", "semifinal", "quarter-final", "quarterfinal",
                              "qualifying", "qualifier", "practice",   "prologue",  "repechage",     "preliminary"};
  for (auto const w : c.scope)
    if (stages.has(find_word(w))) return w;
  return {};
}
bool are_of_other_stages(Claim const& a, Claim const& b) {
  auto const x = stage_of(a), y = stage_of(b);
  if (x == y) return false;
  if (x.empty() || y.empty()) return (x.empty() ? y : x) != "final";
  return true;
}

std::uint32_t reach_of(Claim const& c) {
  auto out = reaches(c.attribute);
  for (auto const w : c.scope)
    if (out == 0 && w.starts_with("of ")) out = reaches(w);
  return out;
}
// "By fleet, the fourth-largest", "fifth by revenue": what a rank is counted by, empty if it does not say.
std::string_view ranked_by(Claim const& c) {
  constexpr std::string_view by = "by ";
  for (auto const w : c.scope)
    if (w.starts_with(by)) return w.substr(by.size());
  auto const at = c.attribute.rfind(" by ");
  return at == c.attribute.npos ? std::string_view() : c.attribute.substr(at + by.size() + 1);
}
// "By that measure": told before.
bool is_pointed_at(std::string_view measure) {
  return std::ranges::any_of(std::array<std::string_view, 4>{"that", "this", "the same", "such"},
                             [&](auto const word) { return measure.starts_with(word); });
}

std::string_view row_of(Claim const& c) {
  for (auto const w : c.scope)
    if (w.starts_with("row ")) return w;
  return {};
}

// "Its biggest model to date" is a place among its own; "third among models with open weights", "the fastest chip on the
// market" are places among all. "Its largest hall" and "the club's second-largest hall" are in one order.
bool is_of_own(Claim const& c) { return std::ranges::find(c.scope, "of its own") != c.scope.end(); }
bool is_among_all(Claim const& c) {
  std::string_view const scale = c.attribute;
  if (scale.starts_with("among ") || reach_of(c) != 0) return true;
  static constexpr std::string_view fields[] = {" market", " industry", " class", " sector", " category"};
  return std::ranges::none_of(c.terms, is_superlative) ||
         std::ranges::any_of(fields, [&](auto const f) { return scale.find(f) != scale.npos; });
}

}  // namespace

bool are_ranked_otherwise(Claim const& a, Claim const& b) {
  auto const x = ranked_by(a), y = ranked_by(b);
  if (x.empty() || y.empty() || x == y || is_pointed_at(x) || is_pointed_at(y)) return false;
  auto const v = find_word(x), w = find_word(y);
  return v == unknown_word || w == unknown_word || likeness(v, w) < alike;
}

bool is_in_row(Claim const& c) { return !row_of(c).empty(); }
bool are_in_other_rows(Claim const& a, Claim const& b) {
  constexpr int akin = 75;
  auto const x = row_of(a), y = row_of(b);
  if (x.empty() && y.empty()) return false;
  if (x != y) return true;
  auto const v = find_word(kind_ranked(a.attribute).second), w = find_word(kind_ranked(b.attribute).second);
  return v == unknown_word || w == unknown_word || likeness(v, w) < akin;
}

bool other_scales(Claim const& a, Claim const& b) {
  auto const both = likeness_of_scales(a, b);
  return both >= 0 && both < akin;
}

bool are_on_one_scale(Claim const& a, Claim const& b) { return likeness_of_scales(a, b) >= akin; }

// "The largest bank in Sweden", "the largest Swedish bank"
static bool is_one_place(std::string_view a, std::string_view b) {
  if (a == b) return true;
  auto const country = [](std::string_view name) -> std::int32_t {
    static WordSet const states{"states", "usa", "us", "u.s."};
    static auto const america = row_of(Category::name_words, find_word("american"));
    auto const word = find_word(lower(name));
    if (word == unknown_word) return -1;
    if (states.has(word)) return america;
    auto const row = row_of(Category::name_words, word);
    return row >= 0 && vocabulary(Category::name_words)[std::size_t(row)].column[0] == "people" ? row : -1;
  };
  auto const x = country(a);
  return x >= 0 && x == country(b);
}
template <class Names>
static bool share_place(Names const& a, Names const& b) {
  return std::ranges::any_of(
      a, [&](auto const n) { return std::ranges::any_of(b, [&](auto const m) { return is_one_place(n, m); }); });
}

bool other_fields(Claim const& a, Claim const& b) {
  auto const far = reach_of(a), near = reach_of(b);
  if ((far != 0 && near != 0 && far != near) || other_kinds_ranked(a, b) || are_of_other_trades(a, b) ||
      are_of_other_things(a.attribute, b.attribute) || are_of_other_stages(a, b) || differ_by_number(a.attribute, b.attribute))
    return true;
  if (is_of_own(a) != is_of_own(b) && is_among_all(is_of_own(a) ? b : a)) return true;
  auto const names = capitalized(a.attribute), others = capitalized(b.attribute);
  return !names.empty() && !others.empty() && !share_place(names, others);
}

int scale_shared(Claim const& a, Claim const& b, bool one_subject) {
  constexpr int of_kind = 60, of_reach = 60, of_measure = 50, in_the_same_words = 160, of_one_by_reach = 130, of_one_row = 200;
  constexpr std::size_t telling = 12;  // characters
  auto const names = capitalized(a.attribute);
  auto const far = reach_of(a);
  bool const reach = far != 0 && far == reach_of(b);
  if (a.attribute == b.attribute && a.attribute.size() >= telling && (reach || !names.empty())) return in_the_same_words;
  bool const place = share_place(names, capitalized(b.attribute));
  auto const x = ranked_by(a), y = ranked_by(b);
  bool const measure = !x.empty() && !y.empty() && !are_ranked_otherwise(a, b);
  if (is_in_row(a) && is_in_row(b)) return of_one_row;  // are_in_other_rows() knows their rows
  auto const scale = likeness_of_scales(a, b);
  if (scale < 0)
    return one_subject ? (reach || place ? of_one_by_reach : 20) : (reach || place) && measure ? of_reach + of_measure : 0;
  if (scale < akin) return 0;
  auto const is_thing = [](Term const& t) {
    return t.role <= TermRole::modifier && t.role != TermRole::verb && !is_concept(t.word) && !is_superlative(t);
  };
  bool kind = false;
  for (auto const& t : a.terms)
    if (is_thing(t))
      for (auto const& u : b.terms) kind |= is_thing(u) && likeness(t.word, u.word) >= alike && reaches(word_text(t.word)) == 0;
  if (!kind) return 0;
  return of_kind + (reach || place ? of_reach : 0) + (measure ? of_measure : 0);
}

}  // namespace counterclaim
