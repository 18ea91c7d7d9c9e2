// From hits to findings: one finding a disagreement. What fires on the same passages is decided by precedence, what says the
// same twice is merged, and the rest is put into the order of the report.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "counterclaim/judge_part.hpp"
#include "src/judge/match.hpp"
#include "src/judge/meaning.hpp"

namespace counterclaim {
namespace rules {
namespace {

constexpr std::size_t most_locations = 6;
constexpr std::size_t most_prints = 16;
constexpr std::size_t most_representatives = 64;  // disagreements of one group that a hit is compared with

struct Candidate {
  std::size_t rule = 0;
  Hit hit;
  std::string meaning;               // hits of one meaning are one finding
  std::vector<std::string> prints;   // fingerprints of the hit and of what was merged into it
  std::vector<std::uint32_t> shown;  // claims with a location; the hit's own first
};

std::vector<Hit> match(CompiledRule const& rule, Context const& context) {
  switch (rule.form) {
    case Form::claim:
      return match_claims(rule, context);
    case Form::pair:
      return match_pairs(rule, context);
    case Form::set:
      return match_sets(rule, context);
    case Form::cycle:
      return match_cycles(rule, context);
  }
  return {};
}

// Two claims as a pair of places, without regard to their order.
using Passage = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
using Passages = std::pair<Passage, Passage>;
Passages passages_of(Candidate const& c, ClaimSet const& set) {
  auto place = [&](std::uint32_t i) {
    return Passage{set.claims[i].article, set.claims[i].span.begin, set.claims[i].span.end};
  };
  auto const first = place(c.hit.claims.front()), second = place(c.hit.claims.back());
  return {std::min(first, second), std::max(first, second)};
}

// Rules that `rule` takes the place of, directly or through others.
std::vector<std::set<std::string>> closed_precedence(std::vector<CompiledRule> const& all) {
  std::multimap<std::string, std::string> before;
  for (auto const& rule : all) {
    for (auto const& id : rule.before) before.emplace(rule.id, id);
  }
  std::vector<std::set<std::string>> closed(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<std::string> open{all[i].id};
    while (!open.empty()) {
      auto const [first, last] = before.equal_range(open.back());
      open.pop_back();
      for (auto it = first; it != last; ++it) {
        if (it->second != all[i].id && closed[i].insert(it->second).second) open.push_back(it->second);
      }
    }
  }
  return closed;
}

// One finding for two passages: the rule that takes precedence, then the graver, then the earlier one. Hits on one claim, on
// a group or on more than two stand for themselves, unless a rule says `before`.
void keep_the_most_telling(std::vector<Candidate>& candidates, std::vector<CompiledRule> const& all, ClaimSet const& set) {
  auto const beats = closed_precedence(all);
  std::map<Passages, std::vector<std::size_t>> by_place;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].hit.claims.size() <= 2) by_place[passages_of(candidates[i], set)].push_back(i);
  }
  std::vector<bool> dropped(candidates.size(), false);
  for (auto const& [place, here] : by_place) {
    for (std::size_t const i : here) {
      for (std::size_t const j : here) {
        if (i == j || dropped[i] || dropped[j]) continue;
        auto const& better = all[candidates[i].rule];
        auto const& other = all[candidates[j].rule];
        bool const named = beats[candidates[i].rule].contains(other.id);
        bool const named_back = beats[candidates[j].rule].contains(better.id);
        bool const pairs = candidates[i].hit.claims.size() == 2 && better.form != Form::set && other.form != Form::set;
        bool const by_rank =
            pairs && !named_back && (better.severity > other.severity || (better.severity == other.severity && i < j));
        bool const same_rule = candidates[i].rule == candidates[j].rule && i < j;
        if (named || by_rank || same_rule) dropped[j] = true;
      }
    }
  }
  std::size_t next = 0;
  std::erase_if(candidates, [&](auto const&) { return dropped[next++]; });
}

bool say_the_same(std::uint32_t a, std::uint32_t b, Context const& context) {
  return a == b || is_true(values_agree(ClaimRef{a}, ClaimRef{b}, context));
}

// Whether both hits show the same two values against each other.
bool same_disagreement(Hit const& a, Hit const& b, Context const& context) {
  if (a.claims.size() != 2 || b.claims.size() != 2) return false;
  auto agree = [&](int i, int j) { return say_the_same(a.claims[i], b.claims[j], context); };
  return (agree(0, 0) && agree(1, 1)) || (agree(0, 1) && agree(1, 0));
}

void absorb(Candidate& into, Candidate const& from) {
  into.prints.insert(into.prints.end(), from.prints.begin(), from.prints.end());
  for (std::uint32_t const c : from.hit.claims) {
    if (std::find(into.shown.begin(), into.shown.end(), c) == into.shown.end()) into.shown.push_back(c);
  }
}

std::vector<std::uint32_t> shown_once(std::vector<std::uint32_t> const& claims) {
  std::vector<std::uint32_t> once;
  for (auto const c : claims)
    if (std::find(once.begin(), once.end(), c) == once.end()) once.push_back(c);
  return once;
}

// Hits of one meaning, and aligned pairs of one group that set the same two values against each other, become one.
std::vector<Candidate> merged(std::vector<Candidate> candidates, std::vector<CompiledRule> const& all, Context const& context) {
  std::vector<std::uint32_t> group(context.set.claims.size(), UINT32_MAX);
  for (std::uint32_t g = 0; g < context.alignment.groups.size(); ++g) {
    for (auto const i : context.alignment.groups[g]) {
      if (i < group.size()) group[i] = g;
    }
  }
  std::vector<Candidate> result;
  std::map<std::string, std::size_t> by_meaning;
  std::map<std::pair<std::size_t, std::uint32_t>, std::vector<std::size_t>> by_group;
  for (auto& candidate : candidates) {
    auto const [place, is_new] = by_meaning.try_emplace(candidate.meaning, result.size());
    if (!is_new) {
      absorb(result[place->second], candidate);
      continue;
    }
    std::uint32_t const g = candidate.hit.pair != nullptr ? group[candidate.hit.claims.front()] : UINT32_MAX;
    if (g != UINT32_MAX) {
      auto& here = by_group[{candidate.rule, g}];
      auto const same = std::find_if(here.begin(), here.end(), [&](auto i) {
        return all[candidate.rule].once || same_disagreement(result[i].hit, candidate.hit, context);
      });
      if (same != here.end()) {
        absorb(result[*same], candidate);
        place->second = *same;
        continue;
      }
      if (here.size() < most_representatives) here.push_back(result.size());
    }
    candidate.shown = shown_once(candidate.hit.claims);
    result.push_back(std::move(candidate));
  }
  return result;
}

// The claims that get a location: the hit's own first, then one of each further article, then the others.
std::vector<std::uint32_t> chosen(Candidate const& candidate, ClaimSet const& set) {
  std::vector<std::uint32_t> first, rest;
  std::set<std::uint32_t> articles;
  std::size_t const own = candidate.hit.claims.size() <= 2 ? candidate.hit.claims.size() : 1;
  for (std::size_t i = 0; i < candidate.shown.size(); ++i) {
    bool const new_article = articles.insert(set.claims[candidate.shown[i]].article).second;
    (i < own || new_article ? first : rest).push_back(candidate.shown[i]);
  }
  first.insert(first.end(), rest.begin(), rest.end());
  if (first.size() > most_locations) first.resize(most_locations);
  return first;
}

Label const* label_for(CompiledRule const& rule, int variable, bool primary) {
  Label const* found = nullptr;
  for (auto const& label : rule.labels) {
    if (label.variable != variable) continue;
    if (found == nullptr || label.primary == primary) found = &label;
  }
  return found;
}

std::vector<Location> locations(CompiledRule const& rule, Candidate const& candidate, Context const& context) {
  int primary_variable = 0;
  for (auto const& label : rule.labels) {
    if (label.primary) primary_variable = label.variable;
  }
  std::vector<Location> result;
  for (std::uint32_t const index : chosen(candidate, context.set)) {
    Claim const& claim = context.set.claims[index];
    auto const& own = candidate.hit.claims;
    int variable = 0;
    Binding binding{{index, index}, nullptr};
    if (rule.form == Form::pair) {
      // A claim merged in later speaks for the side that it agrees with.
      bool const second = index == own[1] || (index != own[0] && !say_the_same(index, own[0], context));
      variable = second ? 1 : 0;
      binding = {{second ? own[0] : index, second ? index : own[1]}, nullptr};
    } else if (rule.form != Form::claim) {
      binding.members = &own;
    }
    bool const primary = rule.form == Form::pair ? index == own[static_cast<std::size_t>(primary_variable)] : result.empty();
    Label const* label = label_for(rule, variable, primary);
    result.push_back(
        {claim.article, claim.span, label == nullptr ? std::string() : render(label->text, context, binding), primary});
    if (claim.kind != ClaimKind::equation && claim.kind != ClaimKind::standing) continue;
    for (Span const operand : claim.operands) {
      if (result.size() < most_locations && !(operand == claim.span)) result.push_back({claim.article, operand, {}, false});
    }
  }
  std::stable_partition(result.begin(), result.end(), [](auto const& l) { return l.primary; });
  return result;
}

AlignedOn aligned_on(CompiledRule const& rule, Hit const& hit, Context const& context) {
  Claim const& first = context.set.claims[hit.claims.front()];
  AlignedOn on;
  bool const alone = rule.form == Form::claim;
  bool const has_pair = hit.pair != nullptr;
  auto const subject = first.entity.empty() ? first.subject : first.entity;
  if (alone || (rule.keys & key_subject) != 0)
    on.subject = has_pair && !hit.pair->subject.empty() ? hit.pair->subject : subject;
  if (alone || (rule.keys & key_attribute) != 0) {
    on.attribute = has_pair && !hit.pair->attribute.empty() ? hit.pair->attribute
                   : first.attribute.empty()                ? first.measure
                                                            : first.attribute;
  }
  if (has_pair)
    on.period = hit.pair->period;
  else if (first.period_stated)
    on.period = print(first.period);
  return on;
}

Finding make_finding(CompiledRule const& rule, Candidate const& candidate, Context const& context) {
  auto const& claims = candidate.hit.claims;
  Binding const binding{{claims.front(), claims[rule.form == Form::pair ? 1 : 0]}, &claims};
  Finding finding;
  finding.rule = rule.id;
  finding.severity = rule.severity;
  // The least ones: whichever articles come or go, most of them stay.
  auto prints = candidate.prints;
  std::sort(prints.begin(), prints.end());
  prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
  if (prints.size() > most_prints) prints.resize(most_prints);
  finding.fingerprint = prints.front();
  finding.also.assign(prints.begin() + 1, prints.end());
  finding.message = render(rule.message, context, binding);
  finding.locations = locations(rule, candidate, context);
  finding.aligned_on = aligned_on(rule, candidate.hit, context);
  finding.explanation = render(rule.explanation, context, binding);
  finding.help = rule.help;
  return finding;
}

struct Found {
  std::vector<Candidate> candidates;
  std::vector<std::size_t> hits;  // by rule
};
Found find_all(std::vector<CompiledRule> const& all, Context const& context, RuleWatch const& watch, std::size_t most) {
  Found found;
  for (std::size_t r = 0; r < all.size(); ++r) {
    auto hits = match(all[r], context);
    if (watch) watch(all[r].id, hits.size());
    found.hits.push_back(hits.size());
    if (hits.size() > most) hits.resize(most);
    for (auto& hit : hits) {
      auto meaning = rules::meaning(all[r].id, hit, context);
      auto prints = fingerprints(all[r], hit, context);
      found.candidates.push_back({r, std::move(hit), std::move(meaning), std::move(prints), {}});
    }
  }
  return found;
}

// Claims that are of one case.
class Connected {
 public:
  explicit Connected(std::size_t claims) : parent_(claims) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t root(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void join(std::uint32_t a, std::uint32_t b) { parent_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }
  void join(std::vector<std::uint32_t> const& claims) {
    for (auto const c : claims) join(claims.front(), c);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

Connected connect(std::vector<Candidate> const& candidates, Context const& context) {
  auto const& claims = context.set.claims;
  Connected connected(claims.size());
  for (auto const& group : context.alignment.groups) connected.join(group);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> by_place;
  for (std::uint32_t i = 0; i < claims.size(); ++i)
    connected.join(by_place.try_emplace({claims[i].article, claims[i].span.begin}, i).first->second, i);
  std::map<std::string_view, std::uint32_t> by_meaning;
  for (auto const& candidate : candidates) {
    connected.join(candidate.hit.claims);
    auto const first = candidate.hit.claims.front();
    connected.join(by_meaning.try_emplace(candidate.meaning, first).first->second, first);
  }
  return connected;
}

}  // namespace
}  // namespace rules

bool comes_before(Finding const& a, Finding const& b) {
  auto const& x = a.locations.front();
  auto const& y = b.locations.front();
  return std::tie(b.severity, x.article, x.span.begin, a.rule, a.fingerprint) <
         std::tie(a.severity, y.article, y.span.begin, b.rule, b.fingerprint);
}

void tell_apart(std::vector<Finding>& findings) {
  std::unordered_map<std::string, int> seen;
  for (auto& finding : findings) {
    if (int const n = ++seen[finding.fingerprint]; n > 1)
      finding.fingerprint = rules::fingerprint_of(finding.fingerprint + "#" + std::to_string(n));
  }
}

std::vector<Finding> judge(RuleBook const& book, ClaimSet const& set, Alignment const& alignment, Tolerances const& tolerance,
                           RuleWatch const& watch) {
  using namespace rules;
  std::vector<std::string_view> ids;
  for (auto const& article : set.articles) ids.push_back(article.id);
  auto const context = make_context(set, alignment, tolerance, article_names(ids));
  auto const& all = book.impl->compiled;
  auto candidates = find_all(all, context, watch, most_hits).candidates;
  keep_the_most_telling(candidates, all, set);
  std::vector<Finding> findings;
  for (auto const& candidate : merged(std::move(candidates), all, context)) {
    findings.push_back(make_finding(all[candidate.rule], candidate, context));
  }
  std::stable_sort(findings.begin(), findings.end(), comes_before);
  tell_apart(findings);
  return findings;
}

std::vector<Case> judge_cases(RuleBook const& book, ClaimSet const& part, Alignment const& alignment,
                              Tolerances const& tolerance, std::vector<std::string> const& names) {
  using namespace rules;
  auto const context = make_context(part, alignment, tolerance, names);
  auto const& all = book.impl->compiled;
  auto candidates = find_all(all, context, {}, SIZE_MAX).candidates;
  auto connected = connect(candidates, context);
  std::map<std::uint32_t, Case> cases;  // by root
  std::map<std::uint32_t, std::map<std::uint32_t, std::uint64_t>> hits;
  for (auto const& candidate : candidates) {
    auto const root = connected.root(candidate.hit.claims.front());
    cases[root].meanings.push_back(hash_of(candidate.meaning));
    ++hits[root][static_cast<std::uint32_t>(candidate.rule)];
  }
  for (std::uint32_t i = 0; i < part.claims.size(); ++i)
    if (auto const found = cases.find(connected.root(i)); found != cases.end()) found->second.claims.push_back(i);
  keep_the_most_telling(candidates, all, part);
  for (auto const& candidate : merged(std::move(candidates), all, context))
    cases[connected.root(candidate.hit.claims.front())].findings.push_back(
        make_finding(all[candidate.rule], candidate, context));
  std::vector<Case> out;
  for (auto& [root, one] : cases) {
    std::sort(one.meanings.begin(), one.meanings.end());
    one.meanings.erase(std::unique(one.meanings.begin(), one.meanings.end()), one.meanings.end());
    one.hits.assign(hits[root].begin(), hits[root].end());
    std::stable_sort(one.findings.begin(), one.findings.end(), comes_before);
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<std::vector<std::uint64_t>> links(RuleBook const& book, ClaimSet const& part) {
  using namespace rules;
  Alignment const none;
  Tolerances const tolerance;
  auto const context = make_context(part, none, tolerance, {});
  auto const& all = book.impl->compiled;
  std::vector<std::vector<std::uint64_t>> out(part.claims.size());
  for (std::size_t r = 0; r < all.size(); ++r) {
    if (all[r].crossings.empty() && all[r].form != Form::cycle) continue;
    for (std::uint32_t i = 0; i < part.claims.size(); ++i) {
      if (!all[r].takes(part.claims[i].kind)) continue;
      for (auto const& key : all[r].form == Form::cycle ? ends_of(all[r], part.claims[i]) : crossings_of(all[r], context, i))
        if (!key.empty()) out[i].push_back(hash_of(std::to_string(r) + " " + key));
    }
  }
  return out;
}

}  // namespace counterclaim
