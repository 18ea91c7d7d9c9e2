#include "src/judge/value.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "counterclaim/judge_part.hpp"

namespace counterclaim::rules {
namespace {

template <typename Enum>
std::vector<std::string> names(int count) {
  std::vector<std::string> all;
  all.reserve(std::size_t(count));
  for (int i = 0; i < count; ++i) all.emplace_back(to_string(static_cast<Enum>(i)));
  return all;
}

std::string_view base_name(std::string_view id) {
  auto const slash = id.find_last_of("/\\");
  return slash == std::string_view::npos || slash + 1 == id.size() ? id : id.substr(slash + 1);
}

}  // namespace

std::string_view type_name(Type type) {
  static constexpr std::string_view names[] = {"anything", "a condition",     "a number",           "text",        "a date",
                                               "a claim",  "an article",      "a relation",         "a certainty", "a bound",
                                               "a change", "a kind of claim", "a kind of equation", "a tier"};
  return names[static_cast<int>(type)];
}

std::vector<std::string> const& words_of(Type type) {
  static std::map<Type, std::vector<std::string>> const words = {
      {Type::relation, names<Relation>(3)},
      {Type::certainty, names<Certainty>(6)},
      {Type::bound, names<Bound>(7)},
      {Type::change, names<Change>(3)},
      {Type::claim_kind, names<ClaimKind>(9)},
      {Type::equation_kind,
       {"percent_change", "multiple", "sum", "shares", "product", "conversion", "span", "list_count", "difference", "share"}},
      {Type::tier, names<Tier>(5)},
  };
  static std::vector<std::string> const none;
  auto const found = words.find(type);
  return found == words.end() ? none : found->second;
}

std::optional<Decimal> point(Interval const& v) {
  if (v.is_point()) return v.low;
  if (v.low && !v.high) return v.low;
  if (v.high && !v.low) return v.high;
  return std::nullopt;
}

bool is_short_for(UnitId name, UnitId full) {
  auto const n = unit(name), f = unit(full);
  return n.symbol == n.name && n.dimension == f.dimension && f.name.size() > n.name.size() + 1 && f.name.ends_with(n.name) &&
         f.name[f.name.size() - n.name.size() - 1] == ' ';
}

bool comparable(Number const& a, Number const& b) {
  return a.unit == any_unit || b.unit == any_unit || a.unit == b.unit || convertible(a.unit, b.unit);
}

Context make_context(ClaimSet const& set, Alignment const& alignment, Tolerances const& tolerance,
                     std::vector<std::string> article_names) {
  Context context{set, alignment, tolerance, {}, std::move(article_names)};
  context.partners.resize(set.claims.size());
  for (auto const& pair : alignment.pairs) {
    if (pair.a >= set.claims.size() || pair.b >= set.claims.size()) continue;
    context.partners[pair.a].push_back(pair.b);
    context.partners[pair.b].push_back(pair.a);
  }
  for (auto& list : context.partners) std::sort(list.begin(), list.end());
  return context;
}

std::string print(Value const& value, Context const& context) {
  struct Printer {
    Context const& context;
    std::string operator()(std::monostate) const { return "unknown"; }
    std::string operator()(bool b) const { return b ? "yes" : "no"; }
    std::string operator()(Number const& n) const { return print(n); }
    std::string operator()(std::string const& s) const { return s; }
    std::string operator()(DayRange d) const { return print(d); }
    std::string operator()(ClaimRef c) const { return figure(context.claim(c), context); }
    std::string operator()(ArticleRef a) const { return context.article_names[a.index]; }
  };
  return std::visit(Printer{context}, value);
}

std::string quote(Claim const& claim, Context const& context) {
  auto const& article = context.article_of(claim);
  std::string_view const view = article.view.empty() ? article.raw : article.view;
  std::string out;
  for (std::size_t i = claim.span.begin; i < std::min<std::size_t>(claim.span.end, view.size()); ++i) {
    char const c = view[i];
    if (c == '\0') continue;
    bool const blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string figure(Claim const& claim, Context const& context) {
  constexpr std::size_t longest = 60;
  auto text = quote(claim, context);
  if (!text.empty() && text.size() <= longest) return text;
  if (claim.kind == ClaimKind::date) return print(claim.days);
  bool const in_words = claim.kind == ClaimKind::comparison || claim.kind == ClaimKind::standing;
  if (in_words || claim.kind == ClaimKind::statement || claim.kind == ClaimKind::name) {
    if (text.size() <= longest) return text;
    auto const cut = text.rfind(' ', longest);
    return text.substr(0, cut == std::string::npos ? longest : cut) + " …";
  }
  return print(Number{to_base(claim.value, claim.unit), claim.unit});
}

}  // namespace counterclaim::rules

namespace counterclaim {

std::vector<std::string> article_names(std::vector<std::string_view> const& ids) {
  std::unordered_map<std::string_view, int> uses;
  for (auto const id : ids) ++uses[rules::base_name(id)];
  std::vector<std::string> names;
  for (auto const id : ids) {
    auto const name = rules::base_name(id);
    names.emplace_back(uses[name] == 1 ? name : id);
  }
  return names;
}

}  // namespace counterclaim
