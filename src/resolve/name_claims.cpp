#include "src/resolve/name_claims.hpp"

namespace counterclaim {

void add_names(Context const& context, std::uint32_t article, std::vector<Claim>& claims) {
  auto const& tokens = context.tokens;
  auto in_title = [&](NameUse const& u) {
    return context.article.blocks[tokens.sentences[u.sentence].block].kind == BlockKind::title;
  };
  // The first use in the body, for there a name is introduced; the title's where the body has none.
  std::vector<NameUse const*> first(context.names.names.size());
  for (auto const& u : context.names.uses)
    if (auto& f = first[u.name]; !f || (in_title(*f) && !in_title(u))) f = &u;
  for (auto const* use : first) {
    auto const& u = *use;
    Claim& c = claims.emplace_back();
    c.article = article;
    c.kind = ClaimKind::name;
    c.span = {tokens.tokens[u.first].begin, tokens.tokens[u.last - 1].end};
    c.sentence = tokens.sentences[u.sentence].span;
    c.block = tokens.sentences[u.sentence].block;
    c.subject = context.names.names[u.name];
    c.value = Interval::exactly(Decimal(context.names.uses_of[u.name]));
  }
}

}  // namespace counterclaim
