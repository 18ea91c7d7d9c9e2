// "Wren 2 models": a name with its number where the article says "the Wren 2 family", and two models where it does not.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "counterclaim/text.hpp"
#include "grammar/erase_quantities.hpp"
#include "grammar/productions.hpp"

namespace counterclaim {
namespace {

// The word before a figure and the figure, where they may be a name.
using Numbered = std::pair<std::string_view, std::string_view>;

bool may_be_named(Tokens const& tokens, std::uint32_t figure) {
  auto const& all = tokens.tokens;
  constexpr std::uint32_t longest = 3;
  if (figure == 0 || !all[figure].is(TokenKind::figure) || all[figure].end - all[figure].begin > longest) return false;
  auto const& word = all[figure - 1];
  return word.sentence == all[figure].sentence && word.is(TokenKind::word) && word.has(capital) &&
         !word.begins(Category::function_words) && !word.begins(Category::date_names);
}

}  // namespace

void drop_repeated_names(Article const& article, Tokens const& tokens, std::vector<QuantityMention>& mentions) {
  std::string_view const view = article.view;
  auto const numbered = [&](std::uint32_t figure) -> Numbered {
    return {text_of(tokens.tokens[figure - 1], view), text_of(tokens.tokens[figure], view)};
  };
  auto const is_bare = [&](QuantityMention const& m) {
    return m.unit == no_unit && m.counted_last > m.counted_first && m.at.first + 1 == m.counted_first &&
           may_be_named(tokens, m.at.first);
  };
  std::set<Numbered> asked;
  for (auto const& m : mentions)
    if (is_bare(m)) asked.insert(numbered(m.at.first));
  if (asked.empty()) return;
  std::set<Numbered> names;
  auto next = mentions.begin();
  for (std::uint32_t i = 1; i < tokens.tokens.size(); ++i) {
    if (!may_be_named(tokens, i)) continue;
    while (next != mentions.end() && next->at.last <= i) ++next;
    bool const counts = next != mentions.end() && next->at.first <= i;
    if (auto const name = numbered(i); !counts && asked.contains(name)) names.insert(name);
  }
  if (names.empty()) return;
  std::vector<bool> gone(mentions.size());
  std::transform(mentions.begin(), mentions.end(), gone.begin(),
                 [&](auto const& m) { return is_bare(m) && names.contains(numbered(m.at.first)); });
  erase_quantities(mentions, gone);
}

}  // namespace counterclaim
