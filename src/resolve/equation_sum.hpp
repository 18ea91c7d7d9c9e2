// What sums in prose and sums in tables share.
#pragma once
#include <span>
#include <vector>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {

// What parts within these add up to.
Interval likely_sum(std::span<Interval const> parts);

// How sure it is that the parts are all there is.
enum class Firmness { firm, only_over, only_if_it_holds };
// Emits an equation and returns true; false when the figures are not of one kind or the firmness forbids it.
bool check_sum(Context const& c, Amount total, std::vector<Amount> parts, Firmness firmness);

inline bool ends(Item const& i) { return i.kind == ItemKind::sentence_end || i.kind == ItemKind::block_end; }

// The items that have one of the signs, in sentences that tell so many figures at least; words by chance others too.
std::vector<std::size_t> places_of(Context const& c, Signs const& signs, int figures);
// Items of the sentence around `at`: [first, last); empty for one that is too long.
std::pair<std::size_t, std::size_t> sentence_of(Context const& c, std::size_t at);
std::span<std::size_t const> figures_in(Context const& c, std::size_t first, std::size_t last);
Amount const& amount_at(Context const& c, std::size_t item);
std::vector<Amount> amounts_at(Context const& c, std::span<std::size_t const> items);
// Every two neighbours are divided by a comma, a semicolon or "and", the last two by "and", and no word speaks against a sum.
enum class Closing { with_and, any };
bool is_list(Context const& c, std::span<std::size_t const> figures, std::size_t last, Closing closing = Closing::with_and);
// Where a total is told as one: three parts alike and beside each other are a list without an "and", too.
Closing closing_of(Context const& c, std::span<std::size_t const> parts, std::size_t total);
// Men (and gold medals) 1, women (and silver) 2, by the noun within three words behind the figure; else 0.
int gender_at(Context const& c, std::size_t item);
// Whether the verb of the parts goes with the noun of the whole; who pays for a thing leaves nobody out.
enum class Flows { no, yes, paid };
Flows flows(Context const& c, std::size_t total_first, std::size_t total_last, std::size_t part_first, std::size_t part_last);
void find_breakdowns(Context const& c);  // called by find_sums
void find_wholes(Context const& c);      // called by find_sums
void find_all_told(Context const& c);    // called by find_sums

WordId counted_head(Context const& c, Amount const& a);  // lemma of the last word of the counted thing; unknown_word if none

}  // namespace counterclaim::equation
