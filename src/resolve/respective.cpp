#include "src/resolve/respective.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"

namespace counterclaim {

std::optional<std::size_t> respective_name(Context const& context, QuantityMention const& figure) {
  static WordId const word = find_word("respectively");
  auto const& tokens = context.tokens.tokens;
  auto const& sentence = context.tokens.sentences[figure.at.sentence];
  auto const says = std::any_of(tokens.begin() + sentence.first, tokens.begin() + sentence.last,
                                [](Token const& t) { return t.word == word && word != unknown_word; });
  if (!says) return {};
  auto const& all = context.mentions.quantities;
  auto const first = std::partition_point(all.begin(), all.end(), [&](auto const& q) { return q.at.first < sentence.first; });
  std::size_t count = 0, place = 0;
  for (auto q = first; q != all.end() && q->at.first < sentence.last; ++q) {
    if (q->unit != figure.unit) continue;
    if (q->at.first < figure.at.first) ++place;
    ++count;
  }
  if (count < 2 || first == all.end()) return {};
  auto const& uses = context.names.uses;
  auto const begin = std::partition_point(uses.begin(), uses.end(), [&](NameUse const& u) { return u.first < sentence.first; });
  auto const end = std::partition_point(begin, uses.end(), [&](NameUse const& u) { return u.first < first->at.first; });
  if (std::size_t(end - begin) != count) return {};
  return std::size_t(begin - uses.begin()) + place;
}

}  // namespace counterclaim
