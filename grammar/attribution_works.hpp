// Works that figures come from ("a Norra survey of July"), and where a text says so of a figure that it has told.
#pragma once
#include <optional>

#include "grammar/clause.hpp"

namespace counterclaim {

// "A Norra survey of July that the dealers paid for found": the subject of the verb at `verb`, with who made the work. Empty
// where it is no work or nobody made it.
TokenRange named_work_before(Clause const& c, std::uint32_t verb);

// "Researchers wrote on Monday in the journal Cardia": behind the cue at i, where it can be read.
bool names_journal(Clause const& clause, std::uint32_t i);

struct Provenance {
  TokenRange at, source, cue;
  bool of_sentence_before = false;  // "The figure comes from Norra."
};
// Of the noun at i, a row of sources.tsv of kind study or work: "In a survey by Norra, 40 percent said", "Norra's survey
// counted 900".
std::optional<Provenance> told_by_work(Clause const& c, std::uint32_t i);
// "first reported by The Ledger", "is estimated by Halden Bank": a verb of telling at i, whose agent is named.
std::optional<Provenance> told_by(Clause const& c, std::uint32_t i);
// Of kind figure: "the number comes from Norra", ", a figure out of a Norra survey,", "by Norra's count", "Norra's count is".
std::optional<Provenance> told_of_figure(Clause const& c, std::uint32_t i);

}  // namespace counterclaim
