// Words as names and titles are made of them, and bounds of the walks over them.
#pragma once
#include "counterclaim/vocabulary.hpp"
#include "grammar/identity.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::identity {

inline constexpr std::uint32_t longest_title = 14, longest_aside = 24, longest_description = 9;  // tokens

inline bool is_capital(Clause const& c, std::uint32_t i) {
  if (!c.in(i)) return false;
  auto const& t = c.token(i);
  return t.is(TokenKind::code) || (t.is(TokenKind::word) && t.has(capital));
}
inline bool is_small(Clause const& c, std::uint32_t i) { return c.is(i, TokenKind::word) && !c.token(i).has(capital); }
inline bool is_particle(Clause const& c, std::uint32_t i) {
  return is_small(c, i) && one_of(c.word(i), {"de",  "van", "von", "der", "den", "di", "da",  "del", "della", "la", "le",
                                              "dos", "du",  "bin", "ibn", "al",  "el", "ter", "of",  "y",     "zu", "af"});
}
inline bool is_date_name(Clause const& c, std::uint32_t i) {
  return is_capital(c, i) && c.token(i).begins(Category::date_names);
}
inline bool is_function_word(Clause const& c, std::uint32_t i) { return c.token(i).begins(Category::function_words); }
// Past brackets that open at i: "(1987)", "(also known as Brill)". The year they begin with is the thing's.
std::uint32_t past_brackets(Clause const& c, std::uint32_t i, std::int32_t& year);

}  // namespace counterclaim::identity
