// A role by its noun: "the director of", "Acme's founder", "its capital".
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "grammar/identity_reading.hpp"
#include "grammar/identity_words.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::identity {

std::uint32_t Identities::phrase_start(std::uint32_t i) const {
  static constexpr auto is_noun = +[](Form f) { return f == Form::noun || f == Form::other; };
  for (int n = 0; n < 4 && i > c_.first + 1; ++n) {
    auto k = i;
    while (k > c_.first && one_of(c_.word(k - 1), {"current", "present", "sole", "actual"})) --k;
    auto before = k;
    if (before > c_.first && (c_.word(before - 1) == "and" || c_.is(before - 1, TokenKind::ampersand))) --before;
    if (before > c_.first && c_.is(before - 1, TokenKind::comma) && before < k) --before;
    if (before == k && k > c_.first && c_.is(k - 1, TokenKind::slash)) --before;
    auto const other = before < k ? role_before(before, is_noun) : before;
    if (other == before) return k;
    i = other;
  }
  return i;
}

std::uint32_t Identities::past_of(std::uint32_t end) const {
  auto i = end;
  if (c_.word(i) == "and" || c_.is(i, TokenKind::ampersand) || c_.is(i, TokenKind::slash)) {
    ++i;
    for (int n = 0; n < 6 && c_.is(i, TokenKind::word) && !c_.token(i).has(capital) && c_.word(i) != "of"; ++n) ++i;
  }
  if (!one_of(c_.word(i), {"of", "for", "behind", "at"})) return 0;
  ++i;
  // "of the soundtrack of the film"
  auto k = i;
  if (c_.word(k) == "the") ++k;
  if (auto const m = role(k); m && form_of(m) == Form::piece && one_of(c_.word(k + m.tokens), {"of", "for", "to"}))
    return k + m.tokens + 1;
  return i;
}

bool Identities::is_definite(std::uint32_t start) const {
  if (start == c_.first) return true;
  auto const b = start - 1;
  if (c_.is(b, TokenKind::hyphen) || is_limited(b)) return false;
  if (c_.cls(b) == WordClass::noun && !c_.token(b).has(capital)) return false;  // "marketing director"
  if (c_.word(b) != "the")
    return c_.cls(b) != WordClass::determiner && c_.cls(b) != WordClass::adjective && c_.cls(b) != WordClass::number;
  if (b > c_.first && c_.word(b - 1) == "of")
    return !(b > c_.first + 1 && (c_.cls(b - 2) == WordClass::number || c_.cls(b - 2) == WordClass::pronoun ||
                                  c_.cls(b - 2) == WordClass::determiner || c_.cls(b - 2) == WordClass::adjective));
  return true;
}

std::uint32_t Identities::past_credit(std::uint32_t i) const {
  if (one_of(c_.word(i), {"credited", "named", "listed", "behind"})) ++i;
  if (c_.word(i) == "with") ++i;
  return one_of(c_.word(i), {"for", "of", "on", "behind"}) ? i + 1 : 0;
}

// "Two writers, Ida Moor and Bo Lund, are named for Nine", "the three producers of Nine were".
bool Identities::counted_at(std::uint32_t i, std::uint32_t end, std::int32_t row) {
  static constexpr std::string_view numbers[] = {"two", "three", "four", "five"};
  auto const number = std::find(std::begin(numbers), std::end(numbers), i > c_.first ? c_.word(i - 1) : std::string_view());
  if (number == std::end(numbers)) return false;
  auto const count = std::size_t(number - std::begin(numbers)) + 2;
  auto const all_of = [&](Holders const& h) { return h && h.count == count && is_over(h.all.last) && !is_open(h); };
  auto const first = i - 1;
  if (c_.is(end, TokenKind::comma) || c_.is(end, TokenKind::colon)) {
    auto const h = holders_from(c_, end + 1, Listing::several);
    if (!all_of(h)) return true;
    for (auto k = h.all.last; k < c_.last && k < h.all.last + longest_aside; ++k) {
      auto at = one_of(c_.word(k), {"for", "of"}) ? k + 1 : 0;
      if (c_.word(at) == "writing") ++at;
      if (c_.word(at) == "the") ++at;
      if (auto const m = at != 0 ? role(at) : PhraseMatch{}; m && form_of(m) == Form::piece) continue;
      auto const thing = at != 0 ? thing_from(c_, k + 1, Reach::wide) : Thing{};
      if (thing && is_evident(c_, thing) && is_over(thing.all.last)) {
        add(i, row, {first, thing.all.last}, thing, h, true);
        return true;
      }
    }
    return true;
  }
  // "Two producers of Nine were" may be two of them.
  auto const before = before_adverbs(first);
  bool const all = before > c_.first && (c_.word(before - 1) == "the" || is_be(before - 1));
  auto const at = all ? past_credit(end) : 0;
  if (at == 0) return true;
  auto const thing = thing_from(c_, at, Reach::wide);
  if (!thing) return true;
  auto k = thing.all.last;
  if (c_.is(k, TokenKind::comma) || c_.is(k, TokenKind::colon) || c_.is(k, TokenKind::dash) || is_be(k)) ++k;
  if (k == thing.all.last && !thing.titled) return true;
  if (auto const h = holders_from(c_, past_adverbs(k), Listing::several); all_of(h))
    add(i, row, {first, h.all.last}, thing, h, true);
  return true;
}

void Identities::noun_at(std::uint32_t i, std::uint32_t end, std::int32_t row) {
  if (counted_at(i, end, row)) return;
  auto const start = phrase_start(i);
  if (!is_definite(start)) return;
  auto const article = start > c_.first && c_.word(start - 1) == "the" ? start - 1 : start;
  if (start > c_.first && c_.is(start - 1, TokenKind::possessive)) return of_possessor(i, start, end, row);
  if (auto const at = past_of(end)) return of_thing(i, article, at, row);
  bool const behind_mark =
      article > c_.first + 1 && (c_.is(article - 1, TokenKind::comma) || c_.is(article - 1, TokenKind::quote));
  if (is_be(end) && behind_mark) return fronted(i, article, end, row);
  if (start == article && start > c_.first && c_.word(start - 1) == "its") return of_pronoun(i, start, end, row);
  if (start == article && start > c_.first) before_name(i, start, end, row);
}

std::uint32_t Identities::be_behind(std::uint32_t i) const {
  if (is_be(i)) return i;
  if (!c_.is(i, TokenKind::comma) && !(i > c_.first && c_.is(i - 1, TokenKind::quote))) return 0;
  for (auto k = i + 1; k < c_.last && k < i + 24; ++k)
    if (c_.is(k, TokenKind::comma) && is_be(k + 1)) return k + 1;
  return 0;
}

void Identities::of_thing(std::uint32_t word, std::uint32_t article, std::uint32_t at, std::int32_t row) {
  auto wide = thing_from(c_, at, Reach::wide);
  if (!wide) wide = meant_at(at);
  if (auto const be = wide ? be_behind(wide.all.last) : 0; be != 0 && !behind_holder(article)) {
    auto const h = holders_from(c_, past_adverbs(be + 1), Listing::several);
    if (h && is_over(h.all.last) && !is_open(h) && is_subject(article))
      add(word, row, {article, h.all.last}, wide, h, is_past(be));
    return;
  }
  auto thing = thing_from(c_, at, Reach::narrow);
  if (!thing) thing = meant_at(at);
  if (!thing || !is_over(thing.all.last)) return;
  // HOLDERS is the ROLE of THING
  if (auto const be = before_adverbs(article); be > c_.first && (is_be(be - 1) || serves(be))) {
    auto const verb = is_be(be - 1) ? be - 1 : be - 2;
    auto const h = holders_before(c_, before_adverbs(verb), Listing::several);
    if (h && opens_clause(h.all.first)) add(word, row, over(h.all, thing.all), thing, h, is_past(verb));
    return;
  }
  auto const after = c_.is(thing.all.last, TokenKind::comma) ? thing.all.last + 1 : 0;
  Holders next, before;
  if (after != 0) next = holders_from(c_, after, Listing::one);
  if (next && !(c_.is(next.all.last, TokenKind::comma) || next.all.last >= c_.last || c_.is(next.all.last, TokenKind::stop)))
    next = {};
  bool const closed = after != 0 || thing.all.last >= c_.last || c_.is(thing.all.last, TokenKind::stop) ||
                      c_.is(thing.all.last, TokenKind::close_bracket) || c_.is(thing.all.last, TokenKind::semicolon) ||
                      c_.is(thing.all.last, TokenKind::dash) || c_.word(thing.all.last) == "and";
  if (closed && behind_holder(article)) before = holders_before(c_, article - 1, Listing::one);
  if (before && next) return;  // a list of people with their offices
  if (before && is_place_led(before, row)) return;
  if (before) add(word, row, over(before.all, thing.all), thing, before, false);
  if (next && article != word) add(word, row, {article, next.all.last}, thing, next, false);
}

bool Identities::behind_holder(std::uint32_t article) const {
  return article > c_.first + 1 && (c_.is(article - 1, TokenKind::comma) || c_.is(article - 1, TokenKind::open_bracket)) &&
         static_cast<bool>(holders_before(c_, article - 1, Listing::one));
}

bool Identities::serves(std::uint32_t end) const {
  return end > c_.first + 1 && c_.word(end - 1) == "as" && one_of(c_.word(end - 2), {"serves", "served"});
}

bool Identities::is_place_led(Holders const& h, std::int32_t row) const {
  if (vocabulary(Category::roles)[std::size_t(row)].column[3] == "place") return false;
  return h.all.first > c_.first && one_of(c_.word(h.all.first - 1), {"in", "at", "near", "on", "from", "outside", "inside",
                                                                     "across", "over", "to", "via", "around"});
}

bool Identities::is_subject(std::uint32_t article) const { return opens_clause(article) || is_be(article - 1); }

void Identities::of_possessor(std::uint32_t word, std::uint32_t start, std::uint32_t end, std::int32_t row) {
  auto thing = thing_before(c_, start - 1);
  for (std::uint32_t n = 2; !thing && n <= 3 && start > c_.first + n; ++n) {
    thing = stands_for(start - 1 - n, start - 1);
    thing.all = {start - 1 - n, start - 1};
  }
  if (!thing || starts_limited(thing)) return;
  auto be = is_be(end) ? end : 0;
  if (be != 0) {
    auto const h = holders_from(c_, past_adverbs(be + 1), Listing::several);
    if (h && is_over(h.all.last) && !is_open(h) && opens_clause(thing.all.first))
      add(word, row, {thing.all.first, h.all.last}, thing, h, is_past(be));
    return;
  }
  if (thing.all.first > c_.first && (is_be(thing.all.first - 1) || serves(thing.all.first))) {
    be = is_be(thing.all.first - 1) ? thing.all.first - 1 : thing.all.first - 2;
    auto const h = holders_before(c_, before_adverbs(be), Listing::several);
    if (h && is_over(end) && opens_clause(h.all.first)) add(word, row, {h.all.first, end}, thing, h, is_past(be));
    return;
  }
  auto const comma = c_.is(end, TokenKind::comma);
  auto const h = holders_from(c_, comma ? end + 1 : end, Listing::one);
  bool const closed =
      h && (!comma || c_.is(h.all.last, TokenKind::comma) || h.all.last >= c_.last || c_.is(h.all.last, TokenKind::stop));
  if (closed && h.names[0].first == (comma ? end + 1 : end) && !c_.is(h.all.last, TokenKind::possessive))
    return add(word, row, {thing.all.first, h.all.last}, thing, h, false);
  if (comma && h) return;
  // "Ida Moor, Acme's founder"
  bool const last = comma || end >= c_.last || c_.is(end, TokenKind::stop) || c_.is(end, TokenKind::close_bracket);
  if (!last || !behind_holder(thing.all.first)) return;
  auto const before = holders_before(c_, thing.all.first - 1, Listing::one);
  if (!is_place_led(before, row)) add(word, row, {before.all.first, end}, thing, before, false);
}

void Identities::fronted(std::uint32_t word, std::uint32_t article, std::uint32_t be, std::int32_t row) {
  if (!one_of(c_.word(c_.first), {"for", "in", "of", "on"})) return;
  auto const thing = thing_from(c_, c_.first + 1, Reach::wide);
  bool const adjoins = thing.all.last + 1 == article || (thing.titled && thing.all.last == article);
  if (!thing || !adjoins || !is_evident(c_, thing)) return;
  auto const h = holders_from(c_, past_adverbs(be + 1), Listing::several);
  if (h && is_over(h.all.last) && !is_open(h)) add(word, row, {article, h.all.last}, thing, h, is_past(be));
}

void Identities::before_name(std::uint32_t word, std::uint32_t start, std::uint32_t end, std::int32_t row) {
  if (vocabulary(Category::roles)[std::size_t(row)].column[2] != "office") return;
  auto const h = holders_from(c_, end, Listing::one);
  if (!h || h.names[0].first != end || c_.is(h.all.last, TokenKind::possessive)) return;
  auto const thing = thing_before(c_, start);
  if (!thing || thing.titled || starts_limited(thing)) return;
  // A run of capitals before the role that begins the sentence may hold more than the name.
  add(word, row, {thing.all.first, h.all.last}, thing, h, false);
}

// "of the film": what it stands for, the words that say so in `all`.
Thing Identities::meant_at(std::uint32_t at) const {
  for (std::uint32_t n = 2; n <= 3; ++n)
    if (auto thing = stands_for(at, at + n)) {
      thing.all = {at, at + n};
      return thing;
    }
  return {};
}

// "Its capital is Orl."
void Identities::of_pronoun(std::uint32_t word, std::uint32_t start, std::uint32_t end, std::int32_t row) {
  auto const thing = stands_for(start - 1, start);
  if (!thing || !is_be(end) || !opens_clause(start - 1)) return;
  auto const h = holders_from(c_, past_adverbs(end + 1), Listing::several);
  if (h && is_over(h.all.last) && !is_open(h)) add(word, row, {start - 1, h.all.last}, thing, h, is_past(end));
}

}  // namespace counterclaim::identity
