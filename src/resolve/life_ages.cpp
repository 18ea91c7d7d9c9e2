// How old somebody was when something happened.
#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/frame.hpp"
#include "src/resolve/life_words.hpp"
#include "src/resolve/lives.hpp"

namespace counterclaim {

using namespace life;

bool Lives::is_age(QuantityMention const& q) const {
  auto const& sentence = c_.tokens.sentences[q.at.sentence];
  if (q.vague || (q.unit != no_unit && dimension_of(q.unit) != "time" && dimension_of(q.unit) != "age")) return false;
  auto const text = lower(std::string_view(c_.article.view).substr(q.at.span.begin, q.at.span.size()));
  if (text.ends_with("old") || text.starts_with("older ") || text.starts_with("younger ")) return true;
  auto const before = [&](std::uint32_t n) {
    return q.at.first >= sentence.first + n ? word(q.at.first - n) : std::string_view();
  };
  if (is_one_of(before(1), {"aged", "age"}) || (before(1) == "of" && before(2) == "age")) return true;
  if (q.unit == no_unit && q.counted_first == q.counted_last) {
    bool const led =
        is_one_of(before(1), {"was", "is", "were"}) || (is_one_of(before(1), {"only", "just", "still"}) && before(2) == "was");
    if (led && q.at.last < sentence.last && word(q.at.last) == "when") return true;
  }
  return before(1) == "be" && before(2) == "to" && before(3) == "lived";
}

// The verb group of what happened at that age; -1 if none is told. "Was 30 when he won", "won when he was 30", "died at the age
// of 30".
std::int32_t Lives::event_of(QuantityMention const& q) const {
  auto const& sentence = c_.tokens.sentences[q.at.sentence];
  auto const& phrases = c_.chunks.phrases;
  auto const verb_at = [&](std::uint32_t i) {
    auto const p = c_.chunks.phrase_of[i];
    return p >= 0 && phrases[std::size_t(p)].kind == PhraseKind::verb ? p : -1;
  };
  constexpr std::uint32_t reach = 40;  // tokens
  auto const is_when = [&](std::uint32_t i) { return is_one_of(word(i), {"when", "while", "as"}); };
  auto const is_he = [&](std::uint32_t i) { return is_one_of(word(i), {"he", "she", "they", "her", "his"}); };
  auto const last = std::max(q.at.last, q.counted_last);
  if (last + 1 < sentence.last && is_when(last)) {
    for (auto i = last + 1; i < sentence.last && i < last + reach && !breaks(i); ++i)
      if (auto const p = verb_at(i); p >= 0) return p;
    return -1;
  }
  for (auto i = q.at.first; i > sentence.first && i + reach > q.at.first; --i) {
    if (breaks(i - 1)) return -1;
    if (!is_when(i - 1)) continue;
    if (!is_he(i)) return -1;
    for (auto k = i - 1; k > sentence.first && k + reach > i; --k)
      if (auto const p = verb_at(k - 1); p >= 0) return p;
    return -1;
  }
  return clause_at(c_, q.at).verb;
}

// Whose age it is: of the name that the sentence begins with, or of what the figure is said of.
std::string_view Lives::who(QuantityMention const& q, Claim const& figure) const {
  constexpr std::uint32_t near = 3;
  auto const first = c_.tokens.sentences[q.at.sentence].first;
  auto const begin = q.at.first <= first + 1 ? q.at.last : first;
  auto const& uses = c_.names.uses;
  auto const u = std::lower_bound(uses.begin(), uses.end(), begin, [](NameUse const& use, auto t) { return use.first < t; });
  if (u != uses.end() && u->sentence == q.at.sentence && u->first <= begin + near) {
    // "Ole Sand's brother was 30 when": another's age
    bool const owner = u->last < c_.tokens.tokens.size() && c_.tokens.tokens[u->last].is(TokenKind::possessive);
    return owner ? std::string_view() : c_.names.names[u->name];
  }
  return has_subject(figure) ? figure.subject : std::string_view();
}

// The words around a verb group (index into phrases) of a sentence.
void Lives::words_of_event(std::uint32_t event, MentionPlace const& place, Concepts& concepts, Frame& frame) const {
  auto const& v = c_.chunks.phrases[event];
  auto const& sentence = c_.tokens.sentences[place.sentence];
  auto const at = v.last < sentence.last ? v.last : v.head;
  auto const& token = c_.tokens.tokens[at];
  frame_of(c_, {{token.begin, token.end}, at, at + 1, place.sentence}, 0, 0, frame);
  concepts.add(frame, place.sentence, "date");
  auto const verb = lemma_id(c_, v.head);
  if (std::none_of(frame.terms.begin(), frame.terms.end(),
                   [&](Term const& x) { return x.word == verb && x.role == TermRole::verb; }))
    frame.terms.push_back({verb, TermRole::verb});
  sort_by_role(frame.terms);
}

// "Left Orl after her 19th birthday": an age with a bound.
void Lives::birthdays(std::vector<Claim>& claims, Concepts& concepts, std::uint32_t article) {
  static WordId const birthday = find_word("birthday");
  auto const& tokens = c_.tokens.tokens;
  Frame frame;
  for (std::uint32_t s = 0; s < c_.tokens.sentences.size(); ++s) {
    auto const& sentence = c_.tokens.sentences[s];
    if (!sentence.holds(bits_of(Category::ordinals)) && !sentence.holds(ordinal_suffix)) continue;
    for (auto i = sentence.first + 4; i < sentence.last; ++i) {
      if (tokens[i].word != birthday) continue;
      auto const& nth = tokens[i - 1];
      Decimal years;
      if (nth.is(TokenKind::figure) && nth.has(ordinal_suffix))
        years = c_.tokens.figures[nth.figure].value;
      else if (auto const m = nth.begins(Category::ordinals)
                                  ? match_phrase(Category::ordinals, tokens, i - 1, i, c_.article.view)
                                  : PhraseMatch{})
        years = parse_decimal(vocabulary(Category::ordinals)[std::size_t(m.row)].column[0]).value_or(0);
      else
        continue;
      auto const led = word(i - 3);
      if (!is_one_of(word(i - 2), {"his", "her", "their"}) || !is_one_of(led, {"before", "after"})) continue;
      MentionPlace const at{{tokens[i - 3].begin, tokens[i].end}, i - 3, i + 1, s};
      auto const event = clause_at(c_, at).verb;
      if (event < 0 || c_.chunks.phrases[std::size_t(event)].last > i - 3) continue;
      auto const& v = c_.chunks.phrases[std::size_t(event)];
      if (v.has(negated) || v.has(modal_verb) || v.has(non_finite)) continue;
      words_of_event(std::uint32_t(event), at, concepts, frame);
      auto const& uses = c_.names.uses;
      auto const u = std::lower_bound(uses.begin(), uses.end(), sentence.first,
                                      [](NameUse const& use, std::uint32_t t) { return use.first < t; });
      if (u == uses.end() || u->first > sentence.first + 1 || u->last > v.first) continue;
      auto const subject = c_.names.names[u->name];
      std::vector<NameRef> all{{subject, TermRole::subject}};
      for (auto const& n : frame.names)
        if (n.name != subject) all.push_back({n.name, std::max(n.role, TermRole::object)});
      auto& c = claims.emplace_back();
      c.article = article;
      c.kind = ClaimKind::statement;
      c.span = at.span, c.sentence = sentence.span, c.block = sentence.block;
      c.measure = "life";
      c.attribute = "age";
      c.subject = subject;
      c.terms = c_.kept.keep(frame.terms);
      c.names = c_.kept.keep(all);
      if (led == "before")
        c.value = {std::nullopt, years, false, true};
      else
        c.value = {years, std::nullopt, false, false};
      c.right = c_.kept.keep(visible(c_.article.view, c.span));
    }
  }
}

void Lives::ages(std::vector<Claim>& claims, Concepts& concepts) {
  static WordId const die = find_word("die");
  Frame frame;
  auto const& quantities = c_.mentions.quantities;
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    auto const& q = quantities[i];
    if (!is_age(q)) continue;
    auto const certainty = claims[i].certainty;
    if (certainty != Certainty::stated && certainty != Certainty::attributed) continue;
    auto const subject = who(q, claims[i]);
    if (subject.empty()) continue;
    auto const event = event_of(q);
    if (event < 0) continue;
    std::span<Term> terms = claims[i].terms;
    std::span<NameRef> names = claims[i].names;
    auto const first = q.at.first;
    if (first >= 3 && word(first - 1) == "be" && word(first - 2) == "to" && word(first - 3) == "lived") {
      terms = c_.kept.keep(std::vector<Term>{{die, TermRole::verb}});
      names = {};
    } else {
      words_of_event(std::uint32_t(event), q.at, concepts, frame);
      terms = c_.kept.keep(frame.terms);
      names = c_.kept.keep(frame.names);
    }
    auto& c = state(claims, i, "age", subject);
    c.terms = terms;
    c.value = q.value;
    // "Was 44 when she left in 1911": with the day of the event a birth follows.
    auto const& dates = c_.mentions.dates;
    auto d = std::lower_bound(dates.begin(), dates.end(), q.at.sentence,
                              [](auto const& m, auto sentence) { return m.at.sentence < sentence; });
    DateMention const* when = nullptr;
    int told = 0;
    for (; d != dates.end() && d->at.sentence == q.at.sentence && told < 2; ++d)
      if (d->shape == DateShape::date) when = &*d, ++told;
    if (told == 1 && is_one_year(*when) && when->bound == Bound::exact) c.days = when->days;
    if (told == 0 && first > c_.tokens.sentences[q.at.sentence].first && is_one_of(word(first - 1), {"is", "now"}))
      c.timex = "PRESENT_REF";  // of the day that it is told on
    if (q.bound == Bound::about && c.value.low && c.value.high)
      c.value = {*c.value.low - Decimal(2), *c.value.high + Decimal(2)};
    std::vector<NameRef> all{{subject, TermRole::subject}};
    for (auto const& n : names)
      if (n.name != subject) all.push_back({n.name, std::max(n.role, TermRole::object)});
    c.names = c_.kept.keep(all);
    c.right = c_.kept.keep(std::string("an age of ").append(visible(c_.article.view, c.span)));
  }
}

}  // namespace counterclaim
