// A role by its verb or a credit: "directed by", "wrote", "music by".
#include "counterclaim/vocabulary.hpp"
#include "grammar/identity_reading.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::identity {

std::uint32_t Identities::past_by(std::uint32_t i) const {
  for (int n = 0; n < 4; ++n) {
    if (c_.word(i) == "in" && is_year(c_, i + 1)) i += 2;
    while (one_of(c_.word(i), {"jointly", "entirely", "solely"})) ++i;
    if (c_.word(i) == "by") return i + 1;
    if (c_.is(i, TokenKind::comma)) ++i;
    if (c_.word(i) == "and" || c_.is(i, TokenKind::ampersand)) ++i;
    auto const m = role(i);
    if (!m || !takes_by(form_of(m))) return 0;
    i += m.tokens;
  }
  return 0;
}

std::uint32_t Identities::first_joined(std::uint32_t i, bool (*fits)(Form)) const {
  for (int n = 0; n < 4; ++n) {
    auto k = i;
    if (k > c_.first && (c_.word(k - 1) == "and" || c_.is(k - 1, TokenKind::ampersand))) --k;
    if (k > c_.first && c_.is(k - 1, TokenKind::comma)) --k;
    auto const before = k < i ? role_before(k, fits) : k;
    if (before == k) return i;
    i = before;
  }
  return i;
}

void Identities::verb_at(std::uint32_t i, std::uint32_t end, PhraseMatch m) {
  auto const form = form_of(m);
  if (takes_by(form)) {
    if (auto const by = past_by(end)) {
      // "Directed by Ida Moor, Nine tells": what follows the comma is the thing.
      auto const h = holders_from(c_, by, i == c_.first ? Listing::joined : Listing::several);
      if (h) made_by(first_joined(i, takes_by), i, m.row, h);
      return;
    }
  }
  if (takes_object(form)) did(i, end, m);
}

void Identities::did(std::uint32_t i, std::uint32_t end, PhraseMatch m) {
  auto const verb = before_adverbs(first_joined(i, takes_object));
  auto const h = holders_before(c_, verb, Listing::several);
  if (!h || !opens_clause(h.all.first)) return;
  auto at = end;
  for (int n = 0; n < 3; ++n) {
    auto k = at;
    if (c_.is(k, TokenKind::comma)) ++k;
    if (c_.word(k) == "and" || c_.is(k, TokenKind::ampersand)) ++k;
    auto const next = k > at ? role(k) : PhraseMatch{};
    if (!next || !takes_object(form_of(next))) break;
    at = k + next.tokens;
  }
  // "wrote the screenplay for Nine" is said of the screenplay
  auto k = at;
  if (c_.word(k) == "the") ++k;
  auto row = m.row;
  if (auto const piece = role(k);
      piece && form_of(piece) == Form::piece && one_of(c_.word(k + piece.tokens), {"of", "for", "to"})) {
    row = piece.row;
    at = k + piece.tokens + 1;
  }
  auto const thing = thing_from(c_, at, Reach::narrow);
  bool const bare = is_bare(row);
  if (!thing || !is_over(thing.all.last) || (!bare && !is_evident(c_, thing))) return;
  add(i, row, over(h.all, thing.all), thing, h, form_of(m) != Form::present);
}

void Identities::made_by(std::uint32_t first, std::uint32_t word, std::int32_t row, Holders const& h) {
  if (!is_over(h.all.last) || is_open(h)) return;
  bool past = false;
  auto const thing = thing_of_participle(first, row, past);
  if (!thing) return;
  add(word, row, {word == first ? first : std::min(word, first), h.all.last}, thing, h, past);
  last_thing_ = thing;
  last_end_ = h.all.last;
  last_past_ = past;
}

std::uint32_t Identities::before_release(std::uint32_t i, std::int32_t& year) const {
  auto k = i;
  if (k > c_.first && c_.word(k - 1) == "and") --k;
  if (k > c_.first && c_.is(k - 1, TokenKind::comma)) --k;
  for (int n = 0; n < 6 && k > c_.first; ++n) {
    if (is_year(c_, k - 1)) {
      year = year_at(c_, k - 1);
      --k;
      continue;
    }
    if (c_.is(k - 1, TokenKind::word) &&
        (c_.token(k - 1).begins(Category::date_names) || c_.word(k - 1) == "in" || one_of(c_.word(k - 1), {"first", "on"}))) {
      --k;
      continue;
    }
    if (one_of(c_.word(k - 1), {"released", "published", "issued", "made", "premiered", "shot", "recorded"})) {
      --k;
      if (k > c_.first && c_.is(k - 1, TokenKind::comma)) --k;
      return k;
    }
    break;
  }
  return i;
}

Thing Identities::thing_of_participle(std::uint32_t first, std::int32_t row, bool& past) {
  auto const i = before_adverbs(first);
  if (i == c_.first) return fronted_participle(first);
  // A second one of the same thing: "directed by Ida Moor and written by Peter Quill".
  if (last_thing_) {
    auto k = i;
    if (k > c_.first && one_of(c_.word(k - 1), {"was", "with", "a", "its"})) --k;
    if (k > c_.first && c_.word(k - 1) == "with") --k;
    if (k > c_.first && one_of(c_.word(k - 1), {"and", "with", "while"})) --k;
    if (k > c_.first && c_.is(k - 1, TokenKind::comma)) --k;
    if (k == last_end_) return past = last_past_, last_thing_;
  }
  auto be = i;
  if (be > c_.first && c_.word(be - 1) == "been") --be;
  bool const perfect = be < i && be > c_.first && one_of(c_.word(be - 1), {"has", "had"});
  if (perfect || is_be(i - 1)) {
    be = (perfect ? be : i) - 1;
    past = is_past(be);
    return subject_of(be);
  }
  if (be < i) return {};
  std::int32_t year = 0;
  auto const k = before_release(i, year);
  auto thing = behind_noun(k, row);
  if (thing && thing.year == 0) thing.year = year;
  return thing;
}

Thing Identities::subject_of(std::uint32_t be) const {
  auto e = be;
  if (e > c_.first && one_of(c_.word(e - 1), {"which", "that"})) {
    --e;
    if (e > c_.first && c_.is(e - 1, TokenKind::comma)) --e;
    auto const thing = thing_before(c_, e);
    return thing && is_evident(c_, thing) ? thing : Thing{};
  }
  if (auto thing = thing_before(c_, e); thing && opens_clause(thing.all.first) && !starts_limited(thing)) {
    // "the film Lanterns, the Long Night"
    if (auto const comma = thing.all.first; comma > c_.first + 1 && c_.is(comma - 1, TokenKind::comma) && !thing.titled)
      if (auto const begun = thing_before(c_, comma - 1); begun.kind >= 0 && !begun.titled && opens_clause(begun.all.first)) {
        thing.name.first = begun.name.first;
        thing.all.first = begun.all.first;
        thing.kind = begun.kind;
        thing.year = begun.year;
      }
    return thing;
  }
  // "It was directed by", "The film was written by"
  for (std::uint32_t n = 1; n <= 3 && e >= c_.first + n; ++n)
    if (auto const meant = stands_for(e - n, e); meant && opens_clause(e - n)) return meant;
  if (e > c_.first && c_.is(e - 1, TokenKind::comma)) {
    for (auto k = e - 1; k > c_.first && e - k < 24; --k) {
      if (!c_.is(k - 1, TokenKind::comma) && !(c_.is(k - 1, TokenKind::quote) && c_.is(k - 2, TokenKind::comma))) continue;
      auto const thing = thing_before(c_, c_.is(k - 1, TokenKind::comma) ? k - 1 : k);
      if (thing && opens_clause(thing.all.first)) return thing;
    }
  }
  return {};
}

Thing Identities::behind_noun(std::uint32_t end, std::int32_t row) const {
  bool const bare = is_bare(row);
  if (end == c_.first) return {};
  auto e = end;
  if (c_.is(e - 1, TokenKind::comma)) --e;
  if (auto const thing = thing_before(c_, e); thing && (is_evident(c_, thing) || (bare && e < end))) return thing;
  // The noun's phrase, back to its article.
  auto k = e;
  std::int32_t year = 0;
  while (k > c_.first && e - k < 14) {
    auto const& t = c_.token(k - 1);
    auto const cls = c_.cls(k - 1);
    if (one_of(c_.word(k - 1), {"a", "an", "the"})) break;
    bool const inside = t.is(TokenKind::hyphen) || t.is(TokenKind::figure) || t.is(TokenKind::slash) ||
                        (t.is(TokenKind::comma) && k < e) || cls == WordClass::noun || cls == WordClass::adjective ||
                        cls == WordClass::name || cls == WordClass::participle || cls == WordClass::number ||
                        cls == WordClass::possessive || c_.word(k - 1) == "and";
    if (!inside) return {};
    --k;
  }
  if (k == c_.first || !one_of(c_.word(k - 1), {"a", "an", "the"})) return {};
  auto kind = -1;
  for (auto n = k; n < e; ++n) {
    if (auto const m = c_.token(n).begins(Category::thing_kinds) ? c_.match(Category::thing_kinds, n) : PhraseMatch{}; m) {
      kind = m.row;
      n += m.tokens - 1;
    }
    if (is_year(c_, n)) year = year_at(c_, n);
  }
  if (kind < 0) return {};
  auto const article = k - 1;
  if (article == c_.first) return {};
  auto thing = is_be(article - 1)                     ? subject_of(article - 1)
               : c_.is(article - 1, TokenKind::comma) ? thing_before(c_, article - 1)
                                                      : Thing{};
  if (!thing) return {};
  if (thing.kind < 0) thing.kind = kind;
  if (thing.year == 0) thing.year = year;
  return thing;
}

Thing Identities::fronted_participle(std::uint32_t first) const {
  auto const by = past_by(first + std::max(1U, role(first).tokens));
  auto const h = holders_from(c_, by != 0 ? by : first, Listing::joined);
  if (by == 0 || !h || !c_.is(h.all.last, TokenKind::comma)) return {};
  auto const thing = thing_from(c_, h.all.last + 1, Reach::narrow);
  return thing && is_evident(c_, thing) && c_.verb(thing.all.last) ? thing : Thing{};
}

void Identities::piece_at(std::uint32_t i, std::uint32_t end, std::int32_t row) {
  if (!one_of(c_.word(end), {"of", "for", "to"}) || !is_definite(i)) return;
  auto const thing = thing_from(c_, end + 1, Reach::wide);
  if (!thing || !is_be(thing.all.last)) return;
  auto k = past_adverbs(thing.all.last + 1);
  if (auto const m = role(k); m && takes_by(form_of(m))) {
    k = past_by(k + m.tokens);
  } else if (c_.word(k) == "by") {
    ++k;
  } else {
    return;
  }
  if (k == 0) return;
  auto const h = holders_from(c_, k, Listing::several);
  if (h && is_over(h.all.last) && !is_open(h)) add(i, row, {i, h.all.last}, thing, h, is_past(thing.all.last));
}

}  // namespace counterclaim::identity
