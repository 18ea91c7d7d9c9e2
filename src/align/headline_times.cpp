#include "src/align/headline_times.hpp"

#include <algorithm>
#include <cstdlib>

#include "counterclaim/word_set.hpp"
#include "src/align/candidates.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"
#include "src/align/score.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/telling.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t top = 300;  // bytes below a headline, where its story is told

bool is_top(Claim const& headline, Claim const& body) { return body.span.begin < headline.sentence.end + top; }
bool is_bounded(DayRange d) { return d.from != no_lower_day && d.to != no_upper_day; }
bool is_day(Claim const& c) {
  return can_align(c) && is_bounded(c.days) && !c.timex.starts_with("PRESENT") && !c.quoted && c.certainty != Certainty::denied;
}
std::string_view before(Claim const& c, Article const& article) {
  return std::string_view(article.view).substr(c.sentence.begin, c.span.begin - c.sentence.begin);
}
// "To sail in May", "sails on 3 May", "begins Friday"; not "the 2026 Corsa", "July heat", "Monday's vote".
bool is_of_event(Claim const& h, Article const& article) {
  auto const lead = before(h, article);
  for (auto const* joint : {" in ", " on ", " from ", " for ", " until "})
    if (lead.ends_with(joint)) return true;
  auto const text = std::string_view(article.view);
  bool const closes = h.span.end >= h.sentence.end || text.find_first_not_of(" \n", h.span.end) >= h.sentence.end;
  return closes && h.days.to - h.days.from < 31 && !lead.empty();
}
// "Runs until 9 June", "since May": no day that something happens on.
bool is_end_or_start(Claim const& c, Article const& article) {
  auto const lead = before(c, article);
  for (auto const* joint : {"until ", "till ", "since ", "before ", "after ", "through ", "by "})
    if (lead.ends_with(joint)) return true;
  return false;
}
bool tells_one_event(Claim const& a, Claim const& b) { return share_verb(a, b) || concept_in_common(a, b); }

}  // namespace

bool stands_elsewhere(Article const& article, Span span, Span sentence) {
  auto const text = std::string_view(article.view);
  auto const word = text.substr(span.begin, span.size());
  auto const is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  for (auto at = text.find(word, sentence.end); at != text.npos; at = text.find(word, at + 1)) {
    auto const behind = at + word.size();
    if (!is_part(text[at - 1]) && (behind >= text.size() || !is_part(text[behind]))) return true;
  }
  return false;
}

bool is_year_of_name(Claim const& c, Article const& article) {
  auto const lead = before(c, article);
  if (c.kind != ClaimKind::date || c.span.size() != 4 || lead.size() < 2 || lead.back() != ' ') return false;
  auto const blank = lead.find_last_of(' ', lead.size() - 2);
  auto const word = lead.substr(blank == lead.npos ? 0 : blank + 1);
  return blank != lead.npos && word[0] >= 'A' && word[0] <= 'Z';
}

bool is_long_past(Claim const& c, Article const& article) {
  constexpr Day recent = 120;
  static WordSet const words{"previous", "last", "earlier", "former", "before", "ago", "old", "once", "previously", "formerly"};
  if (c.period_stated && article.date && c.period.to != no_upper_day && c.period.to + recent < *article.date) return true;
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return (t.word & unknown_bit) == 0 && t.role <= TermRole::clause && t.role != TermRole::verb && words.has(t.word);
  });
}

bool is_plan_and_progress(Claim const& h, Claim const& b, Article const& article) {
  if (h.article != b.article || !h.headline || b.headline || h.kind != ClaimKind::quantity) return false;
  if (h.certainty != Certainty::planned || b.certainty == Certainty::planned) return false;
  if (b.period_stated && article.date && b.period.to > *article.date) return false;  // "by the end of next year"
  return tells_so_far(b) || says(b, "now") || says(b, "already") || says(b, "to date") || (b.period_stated && !h.period_stated);
}

bool is_of_one_story(Claim const& h, Claim const& b) {
  constexpr int alike = 85;
  if (is_top(h, b)) return true;
  for (auto const& t : h.terms)
    if (t.role <= TermRole::sentence)
      for (auto const& u : b.terms)
        if (u.role <= TermRole::sentence && (is_concept(t.word) ? t.word == u.word : likeness(t.word, u.word) >= alike))
          return true;
  return std::any_of(h.names.begin(), h.names.end(), [&](NameRef const& n) {
    return std::any_of(b.names.begin(), b.names.end(),
                       [&](auto const& m) { return m.name == n.name && m.role <= TermRole::clause; });
  });
}

std::uint32_t date_below(Surroundings const& s, std::uint32_t headline, std::span<std::uint32_t const> body) {
  constexpr Day longest = 366, farthest = 800;
  auto const& claims = s.set().claims;
  auto const& h = claims[headline];
  auto const& article = s.set().articles[h.article];
  if (!article.date || !is_day(h) || h.days.to - h.days.from > longest || !is_of_event(h, article)) return headline;
  if (stands_elsewhere(article, h.span, h.sentence)) return headline;
  bool const ahead = lies_ahead(h.days, *article.date);
  auto found = headline, same = headline;  // the one to come; the one of the same event
  bool others = false, others_same = false;
  for (auto const i : body) {
    auto const& b = claims[i];
    if (!is_bounded(b.days) || !disjoint(h.days, b.days)) {
      bool const tells =
          is_bounded(b.days) && (b.days.to - b.days.from < 100 || b.days.to - b.days.from <= h.days.to - h.days.from);
      if (tells) return headline;
      continue;
    }
    if (!is_day(b) || is_end_or_start(b, article) || lies_ahead(b.days, *article.date) != ahead ||
        b.days.to - b.days.from > longest)
      continue;
    auto const differs = [&](std::uint32_t one) { return one != headline && disjoint(claims[one].days, b.days); };
    others |= differs(found);
    if (found == headline) found = i;
    if (!tells_one_event(h, b)) continue;
    others_same |= differs(same);
    if (same == headline) same = i;
  }
  if (same != headline && !others_same)
    found = same, others = !ahead && !is_of_one_story(h, claims[same]);
  else if (!ahead)
    return headline;
  if (found == headline || others || std::abs(std::int64_t(claims[found].days.from) - h.days.from) > farthest) return headline;
  return is_of_one_story(h, claims[found]) ? found : headline;
}

std::uint32_t length_below(Surroundings const& s, std::uint32_t headline, std::span<std::uint32_t const> body) {
  auto const& claims = s.set().claims;
  auto const& h = claims[headline];
  auto const& article = s.set().articles[h.article];
  if (!can_align(h) || h.quoted || h.vague || !comparable(h, h) || stands_elsewhere(article, h.span, h.sentence))
    return headline;
  auto found = headline;
  for (auto const i : body) {
    auto const& b = claims[i];
    if (comparable(h, b) && agree(h, b)) return headline;
    if (!can_align(b) || b.vague || !comparable(h, b) || is_long_past(b, article) || !tells_one_event(h, b)) continue;
    if (found != headline && !agree(claims[found], b)) return headline;
    found = i;
  }
  return found;
}

}  // namespace counterclaim
