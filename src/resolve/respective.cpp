#include "src/resolve/respective.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"

namespace counterclaim {

namespace {

bool says_respectively(Context const& context, Sentence const& sentence) {
  static WordId const word = find_word("respectively");
  auto const& tokens = context.tokens.tokens;
  return std::any_of(tokens.begin() + sentence.first, tokens.begin() + sentence.last,
                     [](Token const& t) { return t.word == word && word != unknown_word; });
}

bool is_of_row(QuantityMention const& one, QuantityMention const& other) { return one.unit == other.unit; }
bool is_of_row(DateMention const& one, DateMention const& other) { return one.shape == other.shape; }

// The names before the row of mentions that are like this one, if they are as many; the one in its place.
template <class Mention>
std::optional<std::size_t> name_in_place(Context const& context, std::vector<Mention> const& all, Mention const& mention) {
  auto const& sentence = context.tokens.sentences[mention.at.sentence];
  if (!says_respectively(context, sentence)) return {};
  auto const begins_before = [&](auto const& m) { return m.at.first < sentence.first; };
  std::size_t count = 0, place = 0;
  std::uint32_t row = sentence.last;  // the first token of the row
  for (auto m = std::partition_point(all.begin(), all.end(), begins_before); m != all.end() && m->at.first < sentence.last;
       ++m) {
    if (!is_of_row(*m, mention)) continue;
    row = std::min(row, m->at.first);
    if (m->at.first < mention.at.first) ++place;
    ++count;
  }
  if (count < 2) return {};
  auto const& uses = context.names.uses;
  auto const begin = std::partition_point(uses.begin(), uses.end(), [&](NameUse const& u) { return u.first < sentence.first; });
  auto const end = std::partition_point(begin, uses.end(), [&](NameUse const& u) { return u.first < row; });
  if (std::size_t(end - begin) != count) return {};
  return std::size_t(begin - uses.begin()) + place;
}

}  // namespace

std::optional<std::size_t> respective_name(Context const& context, QuantityMention const& figure) {
  return name_in_place(context, context.mentions.quantities, figure);
}
std::optional<std::size_t> respective_name(Context const& context, DateMention const& date) {
  return name_in_place(context, context.mentions.dates, date);
}

}  // namespace counterclaim
