// The year of a film, a book, a record: "Nine is a 1987 Danish film", "the 1987 film Nine". A statement that measures "life",
// attribute "work", the kind in `whole`, the year in `days`.
#include "src/resolve/life_works.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "src/resolve/identity.hpp"

namespace counterclaim {

void say_work(Context const& context, IdentityMention const& k, Claim& c) {
  auto const kind = vocabulary(Category::thing_kinds)[std::size_t(k.kind)].column[0];
  c.measure = "life";
  c.attribute = "work";
  c.whole = kind;
  c.subject = thing_name(context, k);
  c.terms = {};
  c.about = c.scope = {};
  c.days = year_range(k.year);
  c.period = {};
  c.period_stated = false;
  std::vector<NameRef> names{{c.subject, TermRole::subject}};
  for (auto const& n : c.names)
    if (n.name != c.subject && c.subject.find(n.name) == std::string_view::npos)
      names.push_back({n.name, std::max(n.role, TermRole::object)});
  c.names = context.kept.keep(names);
  c.right = joined(context.tokens, k.at.first, k.word + 1, context.article.view, context.kept);
}

void mark_works(Context const& context, std::vector<Claim>& claims) {
  auto const& told = context.mentions.identities;
  if (std::none_of(told.begin(), told.end(), [](IdentityMention const& k) { return k.role < 0; })) return;
  auto const is_work = [](Claim const& c) {
    return c.kind == ClaimKind::statement && c.measure == "life" && c.attribute == "work";
  };
  for (auto const& work : claims)
    if (is_work(work))
      for (auto& c : claims)
        if (c.kind == ClaimKind::date && c.subject == work.subject) c.measure = work.whole;
}

}  // namespace counterclaim
