#include "src/resolve/employers.hpp"

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

std::int32_t name_at(Context const& c, std::uint32_t token) {
  auto const use = token < c.name_of.size() ? c.name_of[token] : -1;
  return use < 0 ? -1 : std::int32_t(c.names.uses[std::size_t(use)].name);
}

void set(Context& c, std::int32_t person, std::int32_t firm) {
  if (person < 0 || firm < 0 || person == firm) return;
  if ((c.descriptions.kinds[std::size_t(firm)] & a_person) != 0) return;
  if (c.employer.empty()) c.employer.assign(c.names.names.size(), -1);
  if (c.employer[std::size_t(person)] < 0) c.employer[std::size_t(person)] = firm;
}

// "Orla's chief executive, Ida Moor", "Ida Moor, the founder of Orla"
void from_roles(Context& c) {
  for (auto const& m : c.mentions.identities) {
    if (m.role < 0 || m.titled) continue;
    auto const& role = vocabulary(Category::roles)[std::size_t(m.role)];
    if (role.column[2] != "office" && role.column[1] != "founder") continue;
    for (auto h = m.holders_first; h < m.holders_last; ++h) {
      auto const holder = name_at(c, c.mentions.holders[h].first);
      if (holder >= 0 && role.column[3] == "person") c.descriptions.kinds[std::size_t(holder)] = a_person;
      set(c, holder, name_at(c, m.thing_first));
    }
  }
}

// "Her firm Orla", "his company, Orla": of whoever was named before in the text.
void from_possession(Context& c) {
  static WordSet const owners{"her", "his"};
  for (std::size_t u = 1; u < c.names.uses.size(); ++u) {
    auto const& use = c.names.uses[u];
    auto at = use.first;
    auto const& s = c.tokens.sentences[use.sentence];
    if (at > s.first && c.tokens.tokens[at - 1].is(TokenKind::comma)) --at;
    if (at < s.first + 2 || !owners.has(c.tokens.tokens[at - 2].word)) continue;
    if (kinds_of_noun(c.tokens, at - 1, c.article.view) != an_organization) continue;
    constexpr std::size_t reach = 40;  // names
    for (auto before = u; before-- > (u > reach ? u - reach : 0);)
      if ((c.descriptions.kinds[c.names.uses[before].name] & a_person) != 0) {
        set(c, std::int32_t(c.names.uses[before].name), std::int32_t(use.name));
        break;
      }
  }
}

}  // namespace

void find_employers(Context& c) {
  from_roles(c);
  from_possession(c);
  if (c.employer.empty()) return;
  // "Moor" has what "Ida Moor" has.
  for (std::size_t n = 0; n < c.names.names.size(); ++n) {
    if (c.employer[n] < 0) continue;
    auto const full = c.names.names[n];
    auto const blank = full.rfind(' ');
    if (blank == full.npos) continue;
    if (auto const place = c.descriptions.place(full.substr(blank + 1))) set(c, std::int32_t(*place), c.employer[n]);
  }
}

std::string_view employer_of(Context const& c, std::uint32_t person) {
  auto const firm = c.employer.empty() ? -1 : c.employer[person];
  return firm < 0 ? std::string_view() : c.names.names[std::size_t(firm)];
}

}  // namespace counterclaim
