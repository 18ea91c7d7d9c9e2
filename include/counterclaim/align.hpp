// Which claims of a set speak of the same thing, and why.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// What a pair was found to share. A rule's `same subject, attribute, …` asks for bits.
enum AlignedKey : std::uint8_t { key_subject = 1, key_attribute = 2, key_dimension = 4, key_period = 8, key_unit = 16 };

struct Evidence {
  std::string what;  // "subject Lake Mora", "verb covers ~ an area of", "period 2024 both"
  int weight = 0;    // hundredths; negative speaks against
};

struct AlignedPair {
  std::uint32_t a = 0, b = 0;              // indexes into ClaimSet::claims, a < b
  int score = 0;                           // sum of the evidence; at or above the threshold of align.cpp for every pair here
  std::uint8_t keys = 0;                   // AlignedKey bits
  std::string subject, attribute, period;  // what to print as aligned_on
};

struct Alignment {
  std::vector<AlignedPair> pairs;                  // by a, then b
  std::vector<std::vector<std::uint32_t>> groups;  // claims connected by pairs, each sorted; two or more members
  std::uint64_t compared = 0;                      // pairs of claims that were looked at
  std::uint32_t undecided = 0;                     // claims without a subject or an attribute: never judged
};

Alignment align(ClaimSet const& set);

// Why claims are or are not aligned: every gate and piece of evidence of each pair that align() looks at, by a, then b. Claims
// that share no name, and no word near the figure, are no pair.
struct Reasons {
  std::uint32_t a = 0, b = 0;  // indexes into ClaimSet::claims, a < b
  std::vector<Evidence> evidence;
};
std::vector<Reasons> why(ClaimSet const& set);

}  // namespace counterclaim
