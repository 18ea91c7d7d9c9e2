// What a mention hangs on: the words and names around it, each in the nearest role it plays.
//
// Read off the phrases of its clause, without a parse tree:
//   "a battery of 3,300 mAh"            head battery
//   "The weight is 480 grams"           head weight (the subject of a verb that only links)
//   "Acme employs 5,200 people"         subject Acme, verb employ, counted people
//   "a $180 million termination fee"    head fee, modifier termination
//   "2.9% of GDP"                       whole gdp
#pragma once
#include <algorithm>
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"
#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

struct Frame {
  std::vector<Term> terms;
  std::vector<NameRef> names;
  std::string_view subject;    // spelled as in the article; empty if unknown
  std::string_view attribute;  // lemmas of head or counted or verb
  std::string_view whole;
  std::uint32_t clause_first = 0, clause_last = 0;  // tokens of the clause
  std::int32_t verb = -1;                           // phrase index of the verb group, -1 if none; an answer has its question's
  std::int32_t question = -1;                       // sentence that the mention answers, -1 if none
  std::uint32_t counted = 0;                        // token of what is counted where it does not stand behind the figure
  bool known_event = false;                         // a date of an event told as known: "the ruling of May 4"
  bool in_place = false;    // a named place stands right behind the figure: "employs 120 people in Dorne"
  bool of_another = false;  // of something without a name: "replaces one that came out in 2019"
  std::int32_t head_phrase = -1, whole_phrase = -1, subject_phrase = -1, object_phrase = -1;  // the same of noun phrases
};
// Written to `out`, whose lists are used again from mention to mention. `counted` are the mention's own tokens of what is
// counted; empty if none.
void frame_of(Context const& context, MentionPlace const& at, std::uint32_t counted_first, std::uint32_t counted_last,
              Frame& out);

// A term in the nearest role that it plays.
inline void add_term(Frame& frame, std::uint32_t word, TermRole role) {
  for (auto& t : frame.terms)
    if (t.word == word) {
      t.role = std::min(t.role, role);
      return;
    }
  frame.terms.push_back({word, role});
}

// Stable, and quick on a few items that are nearly in order.
template <class List>
void sort_by_role(List& list) {
  for (std::size_t i = 1; i < list.size(); ++i) {
    auto const item = list[i];
    auto k = i;
    for (; k > 0 && item.role < list[k - 1].role; --k) list[k] = list[k - 1];
    list[k] = item;
  }
}

}  // namespace counterclaim
