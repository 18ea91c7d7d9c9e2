#include "src/align/names_apart.hpp"

#include <algorithm>

namespace counterclaim {

bool extends(std::string_view longer, std::string_view shorter) {
  if (longer.size() <= shorter.size() + 1 || !longer.starts_with(shorter) || longer[shorter.size()] != ' ') return false;
  auto const rest = longer.substr(shorter.size() + 1);
  return rest.starts_with("of ") || rest.starts_with("in ");
}

bool own_name(Claim const& c) {
  return std::any_of(c.names.begin(), c.names.end(),
                     [](NameRef const& n) { return n.role == TermRole::subject || n.role == TermRole::object; });
}

bool other_models(Claim const& a, Claim const& b) {
  auto numbers = [](Claim const& c, auto&& use) {
    for (auto const& n : c.names) {
      if (n.role != TermRole::subject) continue;
      for (std::size_t from = 0; from < n.name.size();) {
        auto const to = std::min(n.name.find(' ', from), n.name.size());
        auto const word = n.name.substr(from, to - from);
        if (std::any_of(word.begin(), word.end(), [](char ch) { return ch >= '0' && ch <= '9'; })) use(word);
        from = to + 1;
      }
    }
  };
  bool a_has = false, b_has = false, shared = false;
  numbers(a, [&](std::string_view x) {
    a_has = true;
    numbers(b, [&](std::string_view y) { shared |= x == y; });
  });
  numbers(b, [&](std::string_view) { b_has = true; });
  return a_has && b_has && !shared;
}

bool of_a_model(Claim const& c, Claim const& other) {
  auto numbered = [](NameRef const& n) {
    return n.role <= TermRole::clause &&
           std::any_of(n.name.begin(), n.name.end(), [](char ch) { return ch >= '0' && ch <= '9'; });
  };
  bool const any = std::any_of(c.names.begin(), c.names.end(), numbered);
  return any && std::none_of(c.names.begin(), c.names.end(), [&](NameRef const& n) {
           return numbered(n) &&
                  std::any_of(other.names.begin(), other.names.end(), [&](NameRef const& m) { return m.name == n.name; });
         });
}

bool other_tests(Claim const& a, Claim const& b) {
  bool both = false;
  for (auto const& n : a.names)
    for (auto const& m : b.names) {
      if (n.role != TermRole::object || m.role != TermRole::object) continue;
      if (n.name == m.name) return false;
      both = true;
    }
  return both;
}

}  // namespace counterclaim
