#include "src/align/identity.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr Day held_days = 60;  // an office is taken to stay with one person between two articles this near

// What makes a holder a company or a body, and no person.
bool is_body(std::string_view name) {
  static constexpr std::array words = {
      "pictures", "films",    "studios",    "studio",      "productions", "entertainment", "records",    "company",
      "group",    "inc",      "ltd",        "corp",        "corporation", "media",         "press",      "books",
      "games",    "house",    "bank",       "trust",       "foundation",  "university",    "institute",  "holdings",
      "partners", "capital",  "animation",  "interactive", "publishing",  "laboratories",  "industries", "motors",
      "council",  "ministry", "government", "brothers",    "bros",        "network",       "television", "tv"};
  auto const text = lower(name);
  for (std::size_t from = 0; from < text.size();) {
    auto const to = std::min(text.find(' ', from), text.size());
    auto word = std::string_view(text).substr(from, to - from);
    while (word.ends_with('.')) word.remove_suffix(1);
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
    from = to + 1;
  }
  // "MGM", "Orlsoft": a person goes by two names.
  return text.find(' ') == std::string::npos && text.find('.') == std::string::npos;
}
bool held_by_bodies(Claim const& c) {
  return std::all_of(c.names.begin(), c.names.end(),
                     [](auto const& n) { return n.role != TermRole::object || is_body(n.name); });
}

bool bodies_may_hold(Claim const& c) {
  for (auto const* role : {"producer", "publisher", "creator", "designer", "developer", "manufacturer", "founder", "owner"})
    if (c.attribute == role) return true;
  return false;
}

bool apart_by(DayRange period, Day day) { return period.to < day - held_days || period.from > day + held_days; }

// An office: is it plain that both speak of one time?
bool other_terms(Claim const& a, Claim const& b, Article const& x, Article const& y) {
  if (a.period_stated && b.period_stated) return disjoint(a.period, b.period);
  if (a.period_stated != b.period_stated) {
    auto const& told = a.period_stated ? a.period : b.period;
    auto const& day = a.period_stated ? y.date : x.date;
    return !day || apart_by(told, *day) || (a.period_stated ? b.past : a.past);
  }
  if (a.past || b.past) return true;
  return x.date && y.date && std::abs(std::int64_t(*x.date) - *y.date) > held_days;
}

}  // namespace

std::string identity_key(Claim const& c) {
  std::string out(c.attribute);
  out += '|';
  auto const thing = lower(c.entity.empty() ? c.subject : c.entity);
  auto const begin = out.size();
  for (char const ch : thing) {
    auto const byte = static_cast<unsigned char>(ch);
    bool const letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (letter)
      out += ch;
    else if (out.size() > begin && out.back() != ' ' && ch != '\'')
      out += ' ';
  }
  while (out.size() > begin && out.back() == ' ') out.pop_back();
  for (auto const* article : {"the ", "a ", "an "})
    if (out.compare(begin, std::string_view(article).size(), article) == 0) {
      out.erase(begin, std::string_view(article).size());
      break;
    }
  return out;
}

char const* identity_gate(Claim const& a, Claim const& b, Article const& article_a, Article const& article_b) {
  if (identity_key(a) != identity_key(b)) return "another thing or role";
  if (a.value.low && b.value.low && *a.value.low != *b.value.low) return "things of other years";
  if (!a.measure.empty() && !b.measure.empty() && a.measure != b.measure) return "another kind of thing";
  auto const unsure = [](Claim const& c) { return c.certainty == Certainty::denied || c.certainty == Certainty::hypothetical; };
  if (unsure(a) || unsure(b)) return "hypothetical or denied";
  if (bodies_may_hold(a) && held_by_bodies(a) != held_by_bodies(b)) return "a person and a company";
  if (!a.lasting && !b.lasting && other_terms(a, b, article_a, article_b)) return "held at other times";
  return nullptr;
}

}  // namespace counterclaim
