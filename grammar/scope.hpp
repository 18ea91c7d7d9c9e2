// How far a word reaches inside its sentence: what says that something is planned or who said it covers its own clause, but
// not what stands aside in it.
#pragma once
#include <array>

#include "grammar/clause.hpp"

namespace counterclaim {

// Insertions of a sentence that have a verb and a time of their own: relative clauses (", which opened in 1964,", "that employs
// 900"), participles and brackets with a verb (", built in 1931,"), and what a figure is set against (", up from 3 percent").
struct Asides {
  static constexpr std::size_t most = 8;  // further ones count as part of their clause
  std::array<TokenRange, most> ranges;
  std::size_t count = 0;

  TokenRange const* holding(std::uint32_t token) const;  // null if it stands in none
};
Asides find_asides(Clause const& c);

// The clause around token i: to the next semicolon, dash, "because", ", and" on both sides, past the asides that it does not
// stand in; an aside where it stands in one.
TokenRange clause_around(Clause const& c, Asides const& asides, std::uint32_t i);

// "While it does not sell cards, Orla has 40 shops": of a range around token i what lies on its side of the comma that ends a
// clause before the main one.
TokenRange within_fronted(Clause const& c, TokenRange around, std::uint32_t i);

// Where what is said from token i on ends: before ", but" and the like with a subject and a verb of their own, at the end of
// the aside that holds i, else with the sentence.
std::uint32_t end_of_speech(Clause const& c, Asides const& asides, std::uint32_t i);

// A quotation that is open at the scope's start or end goes on in the sentences around it, in the same block.
TokenRange with_quotation(std::span<Token const> tokens, std::span<Sentence const> sentences, std::uint32_t sentence,
                          TokenRange scope);

}  // namespace counterclaim
