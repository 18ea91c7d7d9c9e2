// How long something went on, by its dates or by a count of years.
#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/life_words.hpp"
#include "src/resolve/lives.hpp"

namespace counterclaim {

using namespace life;

// A length counted in years, months or days: a part of one counts as one, or as none.
Interval Lives::counted(Interval length, std::string_view timex) {
  constexpr std::int64_t day = 86'400;  // seconds
  auto const unit = timex.empty() ? ' ' : timex.back();
  auto const spread = Decimal((unit == 'Y' ? 220 : unit == 'M' ? 18 : unit == 'W' ? 4 : 1) * day);
  if (length.low) length.low = *length.low - spread;
  if (length.high) length.high = *length.high + spread;
  return length;
}

// "Was held for nine years", "ran 4 years": a length with the verb that tells what went on.
void Lives::lengths(std::vector<Claim>& claims) {
  auto const first_date = c_.mentions.quantities.size();
  auto const& dates = c_.mentions.dates;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    auto const& d = dates[i];
    if (d.shape != DateShape::duration || d.at.first == c_.tokens.sentences[d.at.sentence].first ||
        word(d.at.last - 1) == "old")
      continue;
    auto const& from = claims[first_date + i];
    auto const verb = clause_at(c_, d.at).verb;
    if (verb < 0 || from.baseline || (!from.compared.low && !from.compared.high)) continue;
    auto const& v = c_.chunks.phrases[std::size_t(verb)];
    if (is_be(v.head)) continue;
    if (v.last > d.at.first || (word(d.at.first - 1) != "for" && v.last < d.at.first)) continue;
    if (!has_subject(from) || (from.certainty != Certainty::stated && from.certainty != Certainty::attributed)) continue;
    // "For five years before the war", "for two years after": of something else
    if (d.at.last < c_.tokens.tokens.size() &&
        is_one_of(word(d.at.last), {"before", "after", "ago", "later", "earlier", "of", "from", "old"}))
      continue;
    auto& c = state(claims, first_date + i, "span", claims[first_date + i].subject);
    c.terms = with_verb(claims[first_date + i].terms, v.head);
    c.unit = c.basis = find_unit("s");
    c.value = c.compared = counted(claims[first_date + i].compared, d.timex);
    c.right = c_.kept.keep(visible(c_.article.view, c.span));
  }
}

// "Was head of the choir": what went on is no verb.
bool Lives::is_be(std::uint32_t verb) const {
  static WordId const be = find_word("be");
  return lemma_id(c_, verb) == be;
}

// The terms and the verb, light as it may be.
std::span<Term> Lives::with_verb(std::span<Term const> terms, std::uint32_t verb) const {
  std::vector<Term> out{{lemma_id(c_, verb), TermRole::verb}};
  for (auto const& t : terms)
    if (t.word != out.front().word && t.role != TermRole::head) out.push_back(t);
  return c_.kept.keep(out);
}

// "The Harrow Hour was a weekly show of Orl, running from": the name that the sentence begins with and says what it is.
std::string_view Lives::defined(std::uint32_t sentence, std::string_view otherwise) const {
  auto const first = c_.tokens.sentences[sentence].first;
  auto const& uses = c_.names.uses;
  auto const u = std::lower_bound(uses.begin(), uses.end(), first, [](NameUse const& use, auto t) { return use.first < t; });
  if (u == uses.end() || u->first > first + 1 || u->last >= c_.tokens.sentences[sentence].last) return otherwise;
  return is_one_of(word(u->last), {"is", "was", "are", "were"}) ? c_.names.names[u->name] : otherwise;
}

void Lives::spans(std::vector<Claim>& claims) {
  auto const& dates = c_.mentions.dates;
  auto const first_date = c_.mentions.quantities.size();
  auto const is_short = [](DayRange d) { return d.from != no_lower_day && d.to != no_upper_day && d.to - d.from <= 366; };
  auto const is_till = [&](std::uint32_t t) {
    auto const& token = c_.tokens.tokens[t];
    return token.is(TokenKind::dash) || token.is(TokenKind::hyphen) ||
           is_one_of(word(t), {"until", "till", "through", "to", "and"});
  };
  static WordSet const begins{"begin", "start", "open", "launch", "commence", "kick"},
      ends{"end", "close", "finish", "conclude"};
  auto const has_verb = [](Claim const& c, WordSet const& words) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
      return t.role == TermRole::verb && !is_concept(t.word) && (t.word & unknown_bit) == 0 && words.has(t.word);
    });
  };
  for (std::size_t i = 0; i < dates.size(); ++i) {
    auto const& a = dates[i];
    auto const opener = is_one_of(word(a.at.first), {"from", "between"}) || a.at.first == 0 ? a.at.first : a.at.first - 1;
    bool const opened = is_one_of(word(opener), {"from", "between"});
    auto const life = bracket_of(i);
    // "1949 until 1953" read as one date
    if (is_day_or_year(a) && !is_short(a.days) && (opened || (life && life->dash != 0)))
      for (auto t = a.at.first + 1; t + 1 < a.at.last; ++t)
        if (is_till(t)) {
          auto const first = word(a.at.first) == word(opener) ? a.at.first + 1 : a.at.first;
          span(claims, first_date + i, of_tokens(t - first, a.days.from), of_tokens(a.at.last - t - 1, a.days.to),
               a.at.span.end);
          break;
        }
    if (i + 1 == dates.size()) break;
    auto const& b = dates[i + 1];
    auto const own = [&](std::size_t k) {  // "until 1962" ends then; what stands "between" two years is all in the first claim
      auto const days = claims[first_date + k].days;
      return is_short(days) ? days : dates[k].days;
    };
    auto const x = own(i), y = own(i + 1);
    // "The strike started in May 1926 and ended in June 1927"
    if (a.at.sentence == b.at.sentence && is_short(x) && is_short(y) && x.to < y.from && b.at.first > a.at.last + 2 &&
        has_verb(claims[first_date + i], begins) &&
        (is_one_of(word(b.at.first - 1), {"until", "till", "through"}) ||
         is_one_of(word(b.at.first), {"until", "till", "through"}) || has_verb(claims[first_date + i + 1], ends)))
      span(claims, first_date + i, x, y, b.at.span.end, SpanOf::course);
    if (a.at.sentence != b.at.sentence || !is_short(x) || !is_short(y) || x.to >= y.from || b.at.first > a.at.last + 2)
      continue;
    bool joined = b.at.first > a.at.last;
    for (auto t = a.at.last; t < b.at.first; ++t) joined = joined && (is_till(t) || c_.tokens.tokens[t].is(TokenKind::comma));
    joined = joined || (b.at.first == a.at.last && is_till(b.at.first));
    bool const bracketed = life && life->birth && bracket_of(i + 1);
    if (bracketed || (joined && opened)) span(claims, first_date + i, x, y, b.at.span.end);
  }
}

void Lives::span(std::vector<Claim>& claims, std::size_t at, DayRange x, DayRange y, std::uint32_t end, SpanOf of) const {
  constexpr std::int64_t day = 86'400;  // seconds
  static WordId const verbs[] = {find_word("last"), find_word("exist"), find_word("run")};
  auto const& d = c_.mentions.dates[at - c_.mentions.quantities.size()];
  auto const& from = claims[at];
  if (from.certainty != Certainty::stated && from.certainty != Certainty::attributed) return;
  // The verb right before: "held from", "running from"; a participle may stand by itself behind its noun.
  constexpr std::uint32_t near = 12;
  auto const begin = c_.tokens.sentences[d.at.sentence].first;
  std::uint32_t verb = 0;  // token; 0 if none, for a sentence begins with no verb that has a subject
  bool alone = false;
  for (auto k = d.at.first; verb == 0 && k > begin + 1 && k + near > d.at.first; --k) {
    auto const p = c_.chunks.phrase_of[k - 1];
    bool const is_verb = p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb;
    auto const cls = c_.chunks.classes[k - 1];
    if (!is_verb && cls != WordClass::participle && cls != WordClass::ing_verb) continue;
    verb = is_verb ? c_.chunks.phrases[std::size_t(p)].head : k - 1;
    alone = !is_verb || c_.chunks.phrases[std::size_t(p)].has(non_finite);
  }
  bool const of_life = from.attribute == "bear" || of == SpanOf::course;
  if (!of_life && (verb == 0 || is_be(verb))) return;
  // "Was a rally of Orl held from": of what the sentence says what it is.
  for (auto k = verb; !alone && k > begin && k + near > verb; --k) alone = c_.chunks.classes[k - 1] == WordClass::wh;
  auto const subject = alone               ? defined(d.at.sentence, has_subject(from) ? from.subject : std::string_view())
                                     : has_subject(from) ? from.subject
                                           : std::string_view();
  if (subject.empty()) return;
  std::vector<Term> lasted{{verbs[0], TermRole::verb}, {verbs[1], TermRole::verb}, {verbs[2], TermRole::verb}};
  if (of == SpanOf::course)  // and of what
    std::copy_if(from.terms.begin(), from.terms.end(), std::back_inserter(lasted), [](Term const& t) {
      return !is_concept(t.word) && (t.role == TermRole::subject || t.role == TermRole::clause);
    });
  auto const terms = of_life ? c_.kept.keep(lasted) : with_verb(from.terms, verb);
  auto& c = state(claims, at, "span", subject);
  c.terms = terms;
  c.unit = c.basis = find_unit("s");
  c.compared =
      c.value = {Decimal((std::int64_t(y.from) - x.to) * day), Decimal((std::int64_t(y.to) - x.from + 1) * day), false, false};
  c.days = {x.from, y.to};
  c.period = {x.to, y.from};
  c.lasting = from.attribute == "bear";
  c.span.end = std::max(c.span.end, end);
  c.right = c_.kept.keep(visible(c_.article.view, c.span));
}

}  // namespace counterclaim
