#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"
#include "src/judge/described_sides.hpp"
#include "src/judge/match.hpp"

namespace counterclaim::rules {
namespace {

constexpr std::size_t most_steps = 2'000'000;  // in one component

enum class Strictness : std::uint8_t { equal, better };
struct Edge {
  std::uint32_t from = 0, to = 0, claim = 0;
  Strictness strictness = Strictness::better;
};

struct Graph {
  std::vector<std::vector<Edge>> out;  // by node, in order of claims
  std::vector<std::uint32_t> component;
  std::vector<std::size_t> steps;  // taken, by component
  std::vector<Edge> edges;
};

// Tarjan's algorithm without recursion.
void find_components(Graph& graph) {
  std::size_t const n = graph.out.size();
  constexpr std::uint32_t none = UINT32_MAX;
  graph.component.assign(n, none);
  std::vector<std::uint32_t> order(n, none), low(n, 0), stack;
  std::vector<std::pair<std::uint32_t, std::size_t>> path;  // node and its next edge
  std::uint32_t visited = 0, components = 0;
  for (std::uint32_t start = 0; start < n; ++start) {
    if (order[start] != none) continue;
    path.emplace_back(start, 0);
    while (!path.empty()) {
      auto& [node, next] = path.back();
      if (next == 0 && order[node] == none) {
        order[node] = low[node] = visited++;
        stack.push_back(node);
      }
      if (next < graph.out[node].size()) {
        std::uint32_t const to = graph.out[node][next++].to;
        if (order[to] == none)
          path.emplace_back(to, 0);
        else if (graph.component[to] == none)
          low[node] = std::min(low[node], order[to]);
        continue;
      }
      std::uint32_t const done = node;
      path.pop_back();
      if (!path.empty()) low[path.back().first] = std::min(low[path.back().first], low[done]);
      if (low[done] != order[done]) continue;
      while (true) {
        std::uint32_t const member = stack.back();
        stack.pop_back();
        graph.component[member] = components;
        if (member == done) break;
      }
      ++components;
    }
  }
  graph.steps.assign(components, 0);
}

// The shortest way from `from` to `to` inside their component: claims of its edges, empty if longer than `longest`.
// `fits` is asked of each claim on the way.
template <class Fits>
std::vector<std::uint32_t> way_back(Graph& graph, std::uint32_t from, std::uint32_t to, unsigned longest, Fits fits) {
  auto& steps = graph.steps[graph.component[from]];
  std::unordered_map<std::uint32_t, Edge> reached_by;
  std::vector<std::uint32_t> front{from};
  for (unsigned length = 1; length <= longest && !front.empty(); ++length) {
    std::vector<std::uint32_t> next;
    for (std::uint32_t const node : front) {
      for (auto const& edge : graph.out[node]) {
        if (++steps > most_steps) return {};
        if (graph.component[edge.to] != graph.component[from] || edge.to == from || !fits(edge.claim) ||
            !reached_by.try_emplace(edge.to, edge).second)
          continue;
        if (edge.to == to) {
          std::vector<std::uint32_t> claims;
          for (std::uint32_t at = to; at != from; at = reached_by[at].from) claims.push_back(reached_by[at].claim);
          std::reverse(claims.begin(), claims.end());
          return claims;
        }
        next.push_back(edge.to);
      }
    }
    front = std::move(next);
  }
  return {};
}

// A side as a node of the graph: "the Volta 6.0" is Volta 6, and "Norra Volta 6" too, for makers are left out where a model has
// a number.
std::string node_of(std::string_view name) {
  auto out = lower(name);
  for (std::string_view const article : {"the ", "a ", "an "})
    if (out.starts_with(article)) out.erase(0, article.size());
  if (out.size() > 3 && out.ends_with(".0") && out[out.size() - 3] >= '0' && out[out.size() - 3] <= '9')
    out.resize(out.size() - 2);
  std::size_t before = 0, begin = 0;  // of the word before and of the word
  for (std::size_t at = 0; at < out.size(); at = begin) {
    auto const end = std::min(out.find(' ', at), out.size());
    auto const word = std::string_view(out).substr(at, end - at);
    if (has_digit(word)) {
      bool const bare = word[0] >= '0' && word[0] <= '9';
      return out.substr(bare ? before : at);
    }
    before = at;
    begin = end + 1;
  }
  return out;
}

// "volta" of "volta 6": a model without its number, empty if it has none.
std::string_view family_of(std::string_view node) {
  auto const blank = node.rfind(' ');
  bool const numbered =
      blank != node.npos && blank + 1 < node.size() && node[blank + 1] >= '0' && node[blank + 1] <= '9' && has_digit(node);
  return numbered ? node.substr(0, blank) : std::string_view();
}

// Words of the language, no name among them.
bool is_common(std::string_view node) {
  for (std::size_t at = 0; at < node.size();) {
    auto const end = std::min(node.find_first_of(" -", at), node.size());
    auto const id = find_word(node.substr(at, end - at));
    if (id == unknown_word || word_info(id).parts == 0) return false;
    at = end + 1;
  }
  return true;
}

// The sides of one graph. "Volta" is "Volta 6" where no other Volta has a part in it.
struct Nodes {
  std::map<std::string, std::uint32_t> ids;
  std::map<std::string, std::set<std::string>, std::less<>> models;  // by family

  std::map<std::string, std::set<std::string>, std::less<>> kinds;  // by common noun: "high-level bridge"

  std::set<std::string> named;

  void meet(std::string const& node) {
    named.insert(node);
    if (auto const blank = node.rfind(' '); blank != node.npos && is_common(node)) kinds[node.substr(blank + 1)].insert(node);
    if (auto const family = family_of(node); !family.empty()) models[std::string(family)].insert(node);
  }
  // "The Torrin Tunnel is longer than the Hesk": the Hesk Tunnel, where that is named.
  std::string meant_by(std::string const& node, std::string const& other) const {
    auto const it = models.find(node);
    if (it != models.end() && it->second.size() == 1) return *it->second.begin();
    // "A bridge" is the high-level bridge that is set against the same, and no other is.
    if (auto const of_kind = kinds.find(node); of_kind != kinds.end() && of_kind->second.size() == 1)
      return *of_kind->second.begin();
    auto const blank = other.rfind(' ');
    auto const whole = blank == other.npos ? node : node + other.substr(blank);
    return named.contains(whole) ? whole : node;
  }
};

// "It" that nobody could be found for: in another text it is something else.
bool is_pronoun(std::string_view node) {
  static WordSet const pronouns{"it",    "he",  "she", "they", "them", "this", "that", "these",
                                "those", "one", "we",  "i",    "you",  "us",   "ones"};
  return pronouns.has(find_word(node));
}

// What comparisons must share to lie on one cycle, a text for each graph that this one is part of: a named test, else each
// class of measure, else the words.
std::vector<std::string> partitions(CompiledRule const& rule, Claim const& c) {
  std::string common;
  if ((rule.keys & key_attribute) != 0) common += lower(c.attribute);
  common += '\x1f';
  if ((rule.keys & key_subject) != 0) common += lower(c.entity);
  common += '\x1f';
  if (rule.same_benchmark && !c.benchmark.empty()) return {common + lower(c.benchmark)};
  common += '\x1f';
  if (!rule.same_measure) return {common};
  std::vector<std::string> out;
  for (auto const& of : c.about) out.push_back(common + std::string(of));
  if (out.empty()) out.push_back(common + lower(c.measure));
  return out;
}

// "Approves loans faster", "answers calls faster": another verb with another object. What names no act may be of any.
constexpr std::string_view act = "act: ";
bool other_acts(Claim const& a, Claim const& b) {
  auto const of = [](Claim const& c) {
    auto const it = std::find_if(c.scope.begin(), c.scope.end(), [](auto const& one) { return one.starts_with(act); });
    return it == c.scope.end() ? std::string_view() : std::string_view(*it).substr(act.size());
  };
  auto const x = of(a), y = of(b);
  if (x.empty() || y.empty()) return false;
  auto const i = x.find(' '), j = y.find(' ');
  return x.substr(0, i) != y.substr(0, j) && x.substr(i) != y.substr(j);
}

// "In the first quarter", "in the second": what names neither may be of any.
constexpr std::string_view when = "when: ";
bool other_times(Claim const& a, Claim const& b) {
  bool apart = false;
  for (auto const x : a.scope)
    for (auto const y : b.scope) {
      if (!x.starts_with(when) || !y.starts_with(when)) continue;
      if (x == y) return false;
      apart = true;
    }
  return apart;
}

// "Its hull is thicker", "its hull is 18 mm thick": where two figures are told, any word beside them says of what they are.
bool tells(Context const& context, Claim const& c, Claim const& other, std::string_view setting) {
  constexpr std::string_view kinds[] = {"of: ", "in: ", "on: "};
  bool const figures = c.kind == ClaimKind::standing || other.kind == ClaimKind::standing;
  auto const leads = [&](auto const kind) { return setting.starts_with(kind); };
  if (!figures || std::none_of(std::begin(kinds), std::end(kinds), leads)) return false;
  auto const word = setting.substr(setting.find(' ') + 1);
  auto const& view = context.set.articles[c.article].view;
  auto const text = lower(std::string_view(view).substr(c.sentence.begin, c.sentence.size()));
  return text.find(" " + std::string(word)) != std::string::npos;
}

// May two comparisons of one graph be set against each other? Not on other measures of one test, nor under other settings.
bool of_one_kind(CompiledRule const& rule, Context const& context, Claim const& a, Claim const& b) {
  if (!rule.same_measure) return true;
  auto const shares = [&](auto const& word) { return std::find(b.about.begin(), b.about.end(), word) != b.about.end(); };
  if (!a.about.empty() && !b.about.empty() && std::none_of(a.about.begin(), a.about.end(), shares)) return false;
  auto const in = [](auto const& list, auto const& word) {
    return word.starts_with(act) || word.starts_with(when) || std::find(list.begin(), list.end(), word) != list.end();
  };
  if (other_acts(a, b) || other_times(a, b)) return false;
  return std::all_of(a.scope.begin(), a.scope.end(),
                     [&](auto const& w) { return in(b.scope, w) || tells(context, b, a, w); }) &&
         std::all_of(b.scope.begin(), b.scope.end(), [&](auto const& w) { return in(a.scope, w) || tells(context, a, b, w); });
}

bool periods_meet(CompiledRule const& rule, Context const& context, std::vector<std::uint32_t> const& claims) {
  if ((rule.keys & key_period) == 0) return true;
  DayRange common;
  for (std::uint32_t const i : claims) {
    Claim const& c = context.set.claims[i];
    if (!c.period_stated) continue;
    if (disjoint(common, c.period)) return false;
    common = {std::max(common.from, c.period.from), std::min(common.to, c.period.to)};
  }
  return true;
}

bool right_articles(CompiledRule const& rule, Context const& context, std::vector<std::uint32_t> const& claims) {
  if (rule.articles == Articles::any) return true;
  auto const first = context.set.claims[claims.front()].article;
  bool const one = std::all_of(claims.begin(), claims.end(), [&](auto i) { return context.set.claims[i].article == first; });
  return one == (rule.articles == Articles::same);
}

// "The fastest card on the market": above all others, or above those that its article names (resolve/superlatives.hpp).
bool is_over_others(Claim const& c) { return c.superlative && !c.whole.empty(); }

bool is_named(Claim const& c, std::string_view node) {
  return std::any_of(c.names.begin(), c.names.end(), [&](NameRef const& n) { return node_of(n.name) == node; });
}

// Sets what is the first (or the last) of all against those that are told to be above (or below) it.
void put_above(Graph& graph, Nodes const& known, std::uint32_t top, Claim const& c, std::uint32_t claim) {
  if (c.relation == Relation::equal) return;
  bool const better = c.relation == Relation::better;
  for (std::size_t i = 0, size = graph.edges.size(); i < size; ++i) {
    auto const edge = graph.edges[i];
    if ((better ? edge.to : edge.from) != top || edge.strictness != Strictness::better || edge.claim == claim) continue;
    auto const other = better ? edge.from : edge.to;
    bool const among = c.whole == "all" || std::any_of(known.ids.begin(), known.ids.end(), [&](auto const& n) {
                         return n.second == other && is_named(c, n.first);
                       });
    if (!among) continue;
    Edge const back{edge.to, edge.from, claim, Strictness::better};
    graph.out[back.from].push_back(back);
    graph.edges.push_back(back);
  }
}

std::map<std::string, Graph> make_graphs(CompiledRule const& rule, Context const& context) {
  std::map<std::string, std::vector<ComparedSides>> sides, above;  // `above` all others
  std::map<std::string, Nodes> nodes;
  for (std::uint32_t i = 0; i < context.set.claims.size(); ++i) {
    Claim const& c = context.set.claims[i];
    auto left = node_of(c.left), right = node_of(c.right);
    bool const of_all = is_over_others(c);
    if (!rule.takes(c.kind) || left.empty() || (right.empty() && !of_all) || left == right) continue;
    if (is_pronoun(left) || is_pronoun(right)) continue;
    std::vector<std::uint32_t> const alone{i};
    CompiledRule const& r = rule;
    bool const holds = std::all_of(r.where.begin(), r.where.end(), [&](auto const& w) {
      return is_true(evaluate(w, context, Binding{{i, i}, &alone}));
    });
    if (!holds) continue;
    for (auto const& key : partitions(rule, c)) {
      if (of_all) nodes[key].meet(left);
      (of_all ? above[key] : sides[key]).push_back({left, right, i});
    }
  }
  std::map<std::string, Graph> graphs;
  for (auto& [key, all] : sides) {
    settle_described(all, context);
    Graph& graph = graphs[key];
    auto& known = nodes[key];
    for (auto const& side : all) {
      known.meet(side.left);
      known.meet(side.right);
    }
    auto node = [&](std::string const& name, std::string const& other) {
      auto const [place, is_new] =
          known.ids.try_emplace(known.meant_by(name, other), static_cast<std::uint32_t>(graph.out.size()));
      if (is_new) graph.out.emplace_back();
      return place->second;
    };
    for (auto const& side : all) {
      std::uint32_t const a = node(side.left, side.right), b = node(side.right, side.left);
      if (a == b) continue;
      auto add = [&](std::uint32_t from, std::uint32_t to, Strictness strictness) {
        Edge const edge{from, to, side.claim, strictness};
        graph.out[from].push_back(edge);
        graph.edges.push_back(edge);
      };
      auto const relation = context.set.claims[side.claim].relation;
      auto const strictness = relation == Relation::equal ? Strictness::equal : Strictness::better;
      if (relation != Relation::worse) add(a, b, strictness);
      if (relation != Relation::better) add(b, a, strictness);
    }
    for (auto const& top : above[key])
      if (auto const it = known.ids.find(known.meant_by(top.left, {})); it != known.ids.end())
        put_above(graph, known, it->second, context.set.claims[top.claim], top.claim);
  }
  return graphs;
}

bool spared(CompiledRule const& rule, Context const& context, std::vector<std::uint32_t> const& claims) {
  Binding const binding{{claims.front(), claims.front()}, &claims};
  return std::any_of(rule.unless.begin(), rule.unless.end(),
                     [&](auto const& u) { return is_true(evaluate(u, context, binding)); });
}

}  // namespace

std::vector<std::string> ends_of(CompiledRule const& rule, Claim const& claim) {
  std::vector<std::string> out;
  // All names that begin alike: whether there is one of them says whom a shorter one means.
  auto const end = [](std::string_view name) {
    auto const node = node_of(name);
    return node.substr(0, node.find(' '));
  };
  for (auto const& key : partitions(rule, claim)) {
    out.push_back(key + end(claim.left));
    if (!is_over_others(claim)) out.push_back(key + end(claim.right));
  }
  return out;
}

std::vector<Hit> match_cycles(CompiledRule const& rule, Context const& context) {
  std::vector<Hit> hits;
  std::set<std::vector<std::uint32_t>> found;
  for (auto& [key, graph] : make_graphs(rule, context)) {
    find_components(graph);
    for (auto const& edge : graph.edges) {
      if (edge.strictness != Strictness::better || graph.component[edge.from] != graph.component[edge.to]) continue;
      auto claims = way_back(graph, edge.to, edge.from, rule.longest - 1, [&](std::uint32_t other) {
        auto const &a = context.set.claims[edge.claim], &b = context.set.claims[other];
        // "Beats it at serving and loses to it at training": one sentence means two things
        bool const one_sentence =
            a.article == b.article && a.sentence == b.sentence && a.sentence.size() > 0 && a.kind == b.kind;
        return !one_sentence && of_one_kind(rule, context, a, b);
      });
      if (claims.empty() || claims.size() + 1 < rule.shortest) continue;
      claims.insert(claims.begin(), edge.claim);
      auto sorted = claims;
      std::sort(sorted.begin(), sorted.end());
      if (!found.insert(sorted).second) continue;
      std::rotate(claims.begin(), std::min_element(claims.begin(), claims.end()), claims.end());
      if (!periods_meet(rule, context, claims) || !right_articles(rule, context, claims) || spared(rule, context, claims))
        continue;
      hits.push_back({std::move(claims), nullptr});
    }
  }
  return hits;
}

}  // namespace counterclaim::rules
