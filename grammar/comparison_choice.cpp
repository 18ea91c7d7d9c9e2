// Comparisons by choice: "prefer A to B", "use A instead of B", "A is preferred to B", "A's lead over B".
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

using Leads = std::vector<WordId>;

// The words that lead to what is passed over, as a row of preferences.tsv names them.
Leads const& leads_of(std::int32_t row) {
  static std::vector<Leads> const all = [] {
    std::vector<Leads> of;
    for (auto const& preference : vocabulary(Category::preferences)) {
      auto& leads = of.emplace_back();
      for (auto list = preference.column[0]; !list.empty();) {
        auto const word = list.substr(0, list.find(' '));
        if (auto const id = find_word(word); id != unknown_word) leads.push_back(id);
        list.remove_prefix(std::min(list.size(), word.size() + 1));
      }
    }
    return of;
  }();
  return all[std::size_t(row)];
}

// Behind the words at i that lead to what is passed over: "over", "to", "instead of", "rather than". 0 if there are none.
std::uint32_t past_lead(Clause const& c, std::uint32_t i, Leads const& leads) {
  if (!c.in(i) || std::ranges::find(leads, c.token(i).word) == leads.end()) return 0;
  auto const w = c.word(i);
  if (w == "instead") return c.word(i + 1) == "of" ? i + 2 : 0;
  if (w == "rather") return one_of(c.word(i + 1), {"than", "then"}) ? i + 2 : 0;
  return i + 1;
}

// Asked before any phrase: does one of these words stand behind token i?
bool may_lead(Clause const& c, std::uint32_t i, Leads const& leads) {
  constexpr std::uint32_t reach = 64;
  for (auto const end = std::min(c.last, i + reach); ++i < end;)
    if (past_lead(c, i, leads) != 0) return true;
  return i < c.last;
}

// "A has a clear advantage over B", "gives A an edge over B", "A's lead over B", "the superiority of A over B".
std::optional<Cue> by_noun(Clause const& c, std::uint32_t i) {
  Cue cue;
  auto over = i + 1;
  auto const* p = c.noun(i);
  if (!p) return {};
  if (c.word(i + 1) == "of") {
    cue.left = noun_chain_from(c, i + 2);
    over = cue.left.last;
  } else {
    for (auto k = p->first + 1; k < i; ++k)
      if (c.is(k, TokenKind::possessive)) cue.left = {p->first, k};
    auto const* v = cue.left.empty() && p->first > c.first ? c.verb(p->first - 1) : nullptr;
    if (v && !v->has(negated) &&
        (is_form_of_have(c.token(v->head).word) || is_form_of_be(c.token(v->head).word) ||
         one_of(word_text(verb_of(c.token(v->head).word)), {"hold", "offer", "take", "gain", "enjoy"})))
      cue.left = subject_before(c, v->head);
    // "gives the K7 an edge over"
    auto const* receiver = cue.left.empty() && p->first > c.first ? c.noun(p->first - 1) : nullptr;
    if (receiver && receiver->last == p->first && receiver->first > c.first && c.verb(receiver->first - 1) &&
        word_text(verb_of(c.token(c.verb(receiver->first - 1)->head).word)) == "give")
      cue.left = {receiver->first, receiver->last};
  }
  if (cue.left.empty()) {  // "the advantage that A has over B", "what advantages does A have over B"
    constexpr std::uint32_t far = 12;
    for (auto k = i + 1; k < i + far && c.in(k) && !c.is(k, TokenKind::comma); ++k) {
      if (c.word(k + 1) != "over" || !is_form_of_have(c.token(k).word)) continue;
      cue.left = noun_chain_before(c, k);
      over = k + 1;
      cue.choice = true;  // both sides are told
      break;
    }
    if (!c.is_name(cue.left) || cue.left.first <= i) return {};
  }
  if (cue.left.empty() || c.word(over) != "over") return {};
  cue.right = object_from(c, over + 1);
  if (cue.right.empty()) return {};
  auto const* side = c.noun(cue.left.first);
  if (side && side->has(pronominal)) return {};
  cue.at = {i, over + 1};
  cue.performance = true;
  return cue;
}

// What is chosen by one is no contradiction to what another chooses: who chooses is the measure, else the verb.
TokenRange chooser(Clause const& c, std::uint32_t verb) {
  auto const who = subject_before(c, verb);
  return who.empty() || who.last > verb ? TokenRange{verb, verb + 1} : who;
}

// "A is preferred to B"
std::optional<Cue> by_passive(Clause const& c, Phrase const& v, std::uint32_t i, std::uint32_t after, Leads const& leads) {
  auto const right = past_lead(c, after, leads);
  if (right == 0 || v.has(negated)) return {};
  Cue cue;
  cue.left = subject_before(c, v.head);
  cue.right = object_from(c, right);
  cue.at = {i, right};
  cue.choice = true;
  if (cue.left.empty() || cue.right.empty()) return {};
  return cue;
}

}  // namespace

std::optional<Cue> preference(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::preferences, i);
  if (!m) return {};
  auto const& row = vocabulary(Category::preferences)[std::size_t(m.row)];
  auto const& leads = leads_of(m.row);
  if (!may_lead(c, i, leads)) return {};
  if (c.cls(i) == WordClass::noun) return row.column[1] == "noun" ? by_noun(c, i) : std::nullopt;
  auto const* v = c.verb(i);
  if (!v || !is_verbal(c.cls(i)) || v->has(negated) || row.column[1] == "noun") return {};
  if (v->has(passive_voice)) return by_passive(c, *v, i, i + m.tokens, leads);
  Cue cue;
  cue.left = noun_chain_from(c, i + m.tokens);
  if (cue.left.empty()) return {};
  // The chain may reach past the words that lead on.
  auto over = i + m.tokens + 1;
  constexpr std::uint32_t adjunct = 5;  // "prefer A any day to B"
  for (auto const end = cue.left.last + adjunct; over < end && c.in(over) && past_lead(c, over, leads) == 0; ++over)
    if (c.is(over, TokenKind::semicolon) || (c.verb(over) && over >= cue.left.last)) return {};
  auto const right = past_lead(c, over, leads);
  if (right == 0) return {};
  if (over < cue.left.last) cue.left.last = over;
  cue.right = object_from(c, right);
  if (cue.right.empty()) return {};
  auto const* side = c.noun(cue.left.first);
  if (side && side->has(pronominal)) return {};
  // "Instead of" and "over" stand behind anything; what is chosen is of the kind of what is passed over.
  constexpr float kin = 0.25F;
  bool const named = c.is_name(cue.left) && c.is_name(cue.right);
  if (row.column[1] == "use" && !named && likeness(c, cue.left, cue.right) < kin) return {};
  if (denial_before(c, i) != Denial::none) return {};
  cue.at = {i, right};
  cue.choice = true;
  cue.measure = chooser(c, v->head);
  return cue;
}

std::optional<Cue> or_better(Clause const& c, std::uint32_t i) {
  static WordSet const words{"better", "worse"};
  if (!words.has(c.token(i).word)) return {};
  auto k = i;
  while (k > c.first && c.cls(k - 1) == WordClass::adverb) --k;
  bool aside = k < i;
  bool const comma = k > c.first && c.is(k - 1, TokenKind::comma);
  if (comma) --k;
  if (k <= c.first + 1 || c.word(k - 1) != "or") return {};
  --k;
  while (k > c.first && (c.is(k - 1, TokenKind::comma) || c.is(k - 1, TokenKind::open_bracket))) --k;
  auto next = i + 1;
  aside = aside || one_of(c.word(next), {"yet", "still"}) || (comma && c.is(next, TokenKind::comma));
  if (!aside) return {};
  while (c.cls(next) == WordClass::adverb || c.is(next, TokenKind::comma) || c.word(next) == "yet") ++next;
  if (c.cls(next) == WordClass::noun && (word_info(c.token(next).word).parts & PartOfSpeech::verb) != 0) return {};
  Cue cue;
  cue.left = noun_chain_from(c, next);  // what is the better is told behind
  if (cue.left.empty() || !is_comparable(c, cue.left) || c.noun(cue.left.first)->has(pronominal)) return {};
  cue.right = peer_of(c, noun_chain_before(c, k), k, k, cue.left);
  if (cue.right.empty() || !is_comparable(c, cue.right)) return {};
  constexpr float kin = 0.25F;
  bool const named = c.is_name(cue.left) && c.is_name(cue.right);
  if (!named && likeness(c, cue.left, cue.right) < kin) return {};
  cue.at = {i, next};
  cue.relation = c.word(i) == "better" ? Relation::better : Relation::worse;
  cue.choice = true;
  cue.measure = {i, i + 1};
  return cue;
}

std::optional<Cue> chosen_over(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::comparison_phrases, i);
  if (!m || vocabulary(Category::comparison_phrases)[std::size_t(m.row)].column[2] != "choice") return {};
  // "easier to mend A rather than B": read at "than"
  if (c.word(i) == "rather" && degree_before(c, i, 14).direction != 0) return {};
  auto const end = i > c.first && c.is(i - 1, TokenKind::comma) ? i - 1 : i;
  Cue cue;
  cue.left = noun_chain_before(c, end);
  cue.right = object_from(c, i + m.tokens);
  if (cue.left.empty() || cue.right.empty() || !c.is_name(cue.left) || !c.is_name(cue.right)) return {};
  // "in Lyon on Monday rather than in Paris": the item that is of the right side's kind.
  auto const* own = c.noun(end - 1);
  if (own && c.is_name({own->first, own->last})) cue.left.first = own->first;
  if (denial_before(c, cue.left.first) != Denial::none || is_asked(c, cue.left.first)) return {};
  cue.at = {i, i + m.tokens};
  cue.choice = true;
  auto const* v = cue.left.first > c.first ? c.verb(cue.left.first - 1) : nullptr;
  cue.measure = v ? chooser(c, v->head) : cue.at;
  return cue;
}

}  // namespace counterclaim::comparison
