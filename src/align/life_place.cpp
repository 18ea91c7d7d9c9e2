#include "src/align/life_place.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "src/align/rarity.hpp"

namespace counterclaim {
namespace {

bool is_part(std::vector<std::string> const& part, std::vector<std::string> const& whole) {
  return std::all_of(part.begin(), part.end(),
                     [&](auto const& w) { return std::find(whole.begin(), whole.end(), w) != whole.end(); });
}
// "Okafor" of "Nadia Okafor"; "Orla 2" is another than "Orla".
bool is_one_name(std::vector<std::string> const& x, std::vector<std::string> const& y) {
  if (x.empty() || y.empty()) return false;
  if (is_part(x, y) && is_part(y, x)) return true;
  auto const numbered = [](auto const& words) {
    return std::any_of(words.begin(), words.end(), [](auto const& w) { return has_digit(w); });
  };
  return !numbered(x) && !numbered(y) && x.back() == y.back() && (is_part(x, y) || is_part(y, x));
}
bool shares_word(std::string_view a, std::string_view b) {
  for (std::size_t from = 0; from < a.size();) {
    auto const to = std::min(a.find(' ', from), a.size());
    auto const word = lower(a.substr(from, to - from));
    for (std::size_t at = 0; word.size() > 2 && at < b.size();) {
      auto const end = std::min(b.find(' ', at), b.size());
      if (lower(b.substr(at, end - at)) == word) return true;
      at = end + 1;
    }
    from = to + 1;
  }
  return false;
}
bool is_modifier(Term const& t) { return t.role == TermRole::modifier; }
bool is_deed(Term const& t) { return t.role == TermRole::verb || t.role == TermRole::clause; }

// "Drug", "medicine": one row by other words, if what they did is the same.
enum class Kind : std::uint8_t { other, akin, same };
Kind kind_of(Claim const& a, Claim const& b) {
  constexpr int synonym = 70;
  if (a.whole == b.whole) return Kind::same;
  auto const x = find_word(a.whole), y = find_word(b.whole);
  if (x == unknown_word || y == unknown_word) return Kind::other;
  return likeness(x, y) >= synonym || is_hypernym(x, y) || is_hypernym(y, x) ? Kind::akin : Kind::other;
}
// What they did, as each says: nothing is unknown of one of them, or the words of it are met.
enum class Deed : std::uint8_t { untold, one, others };
Deed deed_of(Claim const& a, Claim const& b) {
  constexpr int alike = 60;
  auto const told = [](Claim const& c) { return std::any_of(c.terms.begin(), c.terms.end(), is_deed); };
  if (!told(a) || !told(b)) return Deed::untold;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (is_deed(t) && is_deed(u) && likeness(t.word, u.word) >= alike) return Deed::one;
  return Deed::others;
}

}  // namespace

char const* place_gate(Claim const& a, std::vector<std::string> const& of_a, Claim const& b,
                       std::vector<std::string> const& of_b) {
  if (a.kind != b.kind || a.attribute != b.attribute) return "in another row";
  auto const kind = kind_of(a, b);
  if (kind == Kind::other) return "in another row";
  if (a.value == b.value) return "in that place";
  if (!is_one_name(of_a, of_b)) return "another's place";
  auto const deed = deed_of(a, b);
  if (deed == Deed::others || (kind == Kind::akin && deed != Deed::one)) return "in another row";
  auto const has = [](Claim const& c, Term const& t) { return std::find(c.terms.begin(), c.terms.end(), t) != c.terms.end(); };
  auto const all_in = [&](Claim const& c, Claim const& d) {
    return std::all_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return !is_modifier(t) || has(d, t); });
  };
  // "The 17th chief curator", "the 18th curator": a long row is one row.
  bool const both = all_in(a, b) && all_in(b, a), either = all_in(a, b) || all_in(b, a);
  if (!both && !(either && *a.value.low >= Decimal(10) && *b.value.low >= Decimal(10))) return "in another row";
  auto const field = [](Claim const& c) { return c.names.size() > 1; };
  if (!field(a) && !field(b)) return nullptr;
  for (auto const& n : a.names)
    for (auto const& m : b.names)
      if (n.role != TermRole::subject && m.role != TermRole::subject && (shares_word(n.name, m.name))) return nullptr;
  return "in another row";
}

}  // namespace counterclaim
