// What stands in a text and is no statement of its writer's.
#include <algorithm>
#include <string_view>

#include "counterclaim/lint.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::string_view marks_of_copyright[] = {"copyright", "©", "(c)"};

// "Copyright © 1991-2025 Norra", "(c) 2003"
bool is_of_copyright(Article const& article, Claim const& claim) {
  constexpr std::size_t reach = 24;  // bytes before the year
  if (claim.kind != ClaimKind::date) return false;
  auto const from = claim.span.begin > reach ? claim.span.begin - reach : 0;
  auto const before = lower(std::string_view(article.view).substr(from, claim.span.begin - from));
  auto const line = before.rfind('\n');
  auto const lead = std::string_view(before).substr(line == before.npos ? 0 : line + 1);
  return std::any_of(std::begin(marks_of_copyright), std::end(marks_of_copyright),
                     [&](auto mark) { return lead.find(mark) != lead.npos; });
}

}  // namespace

void drop_unstated(ClaimSet& set) {
  drop_sic(set);
  std::erase_if(set.claims, [&](Claim const& claim) {
    auto const& article = set.articles[claim.article];
    return article.blocks[claim.block].kind == BlockKind::code || is_of_copyright(article, claim);
  });
}

}  // namespace counterclaim
