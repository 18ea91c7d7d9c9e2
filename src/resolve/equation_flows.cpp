// What a whole is and what brings it together, in the words of both sentences: revenue that shops bring in, a budget that roads
// take.
#include "src/resolve/equation_sum.hpp"

namespace counterclaim::equation {
namespace {

struct Flow {
  WordSet whole, part;
  bool paid = false;  // who pays for a thing: such lists leave nobody out
};
bool has_any(Context const& c, WordSet const& words, std::size_t first, std::size_t last) {
  for (auto i = first; i < last; ++i) {
    Item const& item = c.row.items[i];
    if (words.has(item.word)) return true;
    if (item.kind != ItemKind::word || item.word == unknown_word) continue;
    WordInfo const& info = word_info(item.word);
    if (words.has(info.verb_lemma) || words.has(info.noun_lemma)) return true;
  }
  return false;
}

}  // namespace

Flows flows(Context const& c, std::size_t total_first, std::size_t total_last, std::size_t part_first, std::size_t part_last) {
  static Flow const all[] = {
      {WordSet{"revenue", "turnover", "sale", "receipt", "taking", "proceeds", "income", "raise", "collect"},
       WordSet{"bring", "contribute", "generate", "earn", "yield", "give", "account", "come", "provide", "donate"}},
      {WordSet{"budget", "spend", "spending", "expenditure", "outlay", "cost", "expense", "bill", "swallow", "devour"},
       WordSet{"cost", "take", "go", "account", "absorb", "swallow", "consume", "claim"}},
      {WordSet{"cost", "budget", "price", "sum", "fund", "grant", "investment", "raise", "round", "prize", "bill"},
       WordSet{"put", "pay", "chip", "contribute", "invest", "give", "donate", "cover", "bear", "fund", "provide", "finance"},
       true},
      {WordSet{"visitor", "passenger", "total", "vehicle", "guest", "unit", "copy", "ton", "tonne", "hour", "patient",
               "subscriber"},
       WordSet{"account", "contribute"}},
  };
  auto found = Flows::no;
  for (auto const& f : all)
    if (has_any(c, f.whole, total_first, total_last) && has_any(c, f.part, part_first, part_last))
      found = f.paid ? Flows::paid : found == Flows::no ? Flows::yes : found;
  return found;
}

}  // namespace counterclaim::equation
