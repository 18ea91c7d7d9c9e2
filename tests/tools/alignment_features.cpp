// Prints the features of every candidate pair of quantities of an article set: what the weights of score.cpp are fitted to.
// usage: alignment_features PATH...    columns: same value (1/0), agree (1/0), places and texts of both, features in order
#include <iostream>

#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"
#include "src/align/candidates.hpp"
#include "src/align/features.hpp"
#include "src/align/score.hpp"

int main(int argc, char** argv) {
  using namespace counterclaim;
  auto const set = extract_claims(read_paths({argv + 1, argv + argc}).articles, 1);
  Surroundings const surroundings(set);
  auto text = [&](Claim const& c) {
    auto s = set.articles[c.article].raw.substr(c.span.begin, c.span.size());
    for (auto& ch : s)
      if (ch == '\t' || ch == '\n') ch = ' ';
    return s;
  };
  for (auto const& [a, b] : candidates(surroundings)) {
    auto const &x = set.claims[a], &y = set.claims[b];
    if (x.kind != ClaimKind::quantity) continue;
    auto const f = features(surroundings, a, b);
    if (f.gate) continue;
    std::cout << (x.value == y.value && x.value.is_point() && x.unit == y.unit) << '\t' << agree(x, y) << '\t'
              << set.articles[x.article].id << ':' << x.span.begin << '\t' << set.articles[y.article].id << ':' << y.span.begin
              << '\t' << text(x) << '\t' << text(y) << '\t' << (x.value.low ? to_string(*x.value.low) : "");
    for (auto const v : f.at) std::cout << '\t' << v;
    std::cout << '\n';
  }
}
