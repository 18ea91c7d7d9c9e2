// The two ends of "the director of Marlow's Garden was Ida Moor": a thing by its name or title, and those who hold a role.
#pragma once
#include <array>

#include "grammar/clause.hpp"

namespace counterclaim::identity {

// A name that may hold function words and numbers ("Two Days in Orl", "The Ten Bells", "Nine"), with what stands around it:
// what it is ("the 1987 film"), quotation marks, a year in brackets.
struct Thing {
  TokenRange name;  // without quotation marks and article; empty if there is none
  TokenRange all;
  std::int32_t kind = -1;  // row of thing_kinds.tsv
  std::int32_t year = 0;
  bool titled = false;
  explicit operator bool() const { return !name.empty(); }
};
// How far a name goes: over small words ("Days in Orl"), where what follows bounds it, or over "of" and "the" alone.
enum class Reach { wide, narrow };
Thing thing_from(Clause const& c, std::uint32_t at, Reach reach);
Thing thing_before(Clause const& c, std::uint32_t end);
// Is it plainly a title or a thing, and no person? Quotation marks, a kind, a year, small words or a possessive inside.
bool is_evident(Clause const& c, Thing const& thing);
std::int32_t year_at(Clause const& c, std::uint32_t at);  // 0 where none is written
inline bool is_year(Clause const& c, std::uint32_t at) { return year_at(c, at) != 0; }

// "Ida Moor, the critic Peter Quill and J. Poe".
struct Holders {
  static constexpr std::size_t most = 12;
  std::array<TokenRange, most> names;
  std::size_t count = 0;
  TokenRange all;
  explicit operator bool() const { return count > 0; }
};
enum class Listing { several, joined, one };  // "A, B and C", "A and B"
Holders holders_from(Clause const& c, std::uint32_t at, Listing listing);
Holders holders_before(Clause const& c, std::uint32_t end, Listing listing);

}  // namespace counterclaim::identity
