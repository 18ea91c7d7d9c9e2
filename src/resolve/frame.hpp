// What a mention hangs on: the words and names around it, each in the nearest role it plays.
//
// Read off the phrases of its clause, without a parse tree:
//   "a battery of 4,850 mAh"            head battery
//   "The weight is 221 grams"           head weight (the subject of a verb that only links)
//   "Acme employs 5,200 people"         subject Acme, verb employ, counted people
//   "a $180 million termination fee"    head fee, modifier termination
//   "2.9% of GDP"                       whole gdp
#pragma once
#include <string>
#include <vector>

#include "counterclaim/claim.hpp"
#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "src/resolve/names.hpp"

namespace counterclaim {

// One article with all that was found in it, indexed by token.
struct Context {
  Article const& article;
  Tokens const& tokens;
  Mentions const& mentions;
  Names names;
  Chunks chunks;
  std::vector<std::int32_t> name_of;                      // token -> index into names.uses, -1
  std::vector<std::uint8_t> covered;                      // token -> 1 in a quantity, 2 in a date
  std::vector<std::uint32_t> first_sentence;              // block -> its first sentence; one more at the end
  std::vector<std::int32_t> row_head, column_head;        // block -> block that heads its table row or column, -1 if none
  std::vector<std::vector<std::string>> topics_of_block;  // names each block is about: its heading's, then the article's
};
Context make_context(Article const& article, Tokens const& tokens, Mentions const& mentions);

struct Frame {
  std::vector<Term> terms;
  std::vector<NameRef> names;
  std::string subject;    // spelled as in the article; empty if unknown
  std::string attribute;  // lemmas of head or counted or verb
  std::string whole;
  std::uint32_t clause_first = 0, clause_last = 0;  // tokens of the clause
  std::int32_t verb = -1;                           // phrase index of the verb group, -1 if none
  std::int32_t head_phrase = -1, whole_phrase = -1, subject_phrase = -1, object_phrase = -1;  // the same of noun phrases
};
// `counted` are the mention's own tokens of what is counted; empty if none.
Frame frame_of(Context const& context, MentionPlace const& at, std::uint32_t counted_first, std::uint32_t counted_last);

std::uint32_t lemma_id(Context const& context, std::uint32_t token);  // as Term::word
std::string lemma_text(Context const& context, std::uint32_t token);

}  // namespace counterclaim
