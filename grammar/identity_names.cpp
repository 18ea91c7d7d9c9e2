// Those who hold a role.
#include "grammar/identity_words.hpp"

namespace counterclaim::identity {

std::int32_t year_at(Clause const& c, std::uint32_t i) {
  if (!c.is(i, TokenKind::figure) || c.token(i).end - c.token(i).begin != 4) return 0;
  std::int32_t year = 0;
  for (char const d : text_of(c.token(i), c.view)) {
    if (d < '0' || d > '9') return 0;
    year = year * 10 + (d - '0');
  }
  return year >= 1000 && year <= 2099 ? year : 0;
}

std::uint32_t past_brackets(Clause const& c, std::uint32_t i, std::int32_t& year) {
  if (!c.is(i, TokenKind::open_bracket)) return i;
  for (auto k = i + 1; k < c.last && k < i + longest_aside; ++k) {
    if (!c.is(k, TokenKind::close_bracket)) continue;
    if (auto const y = year_at(c, i + 1)) year = y;
    if (k > i + 2)
      if (auto const y = year_at(c, k - 1)) year = y;
    return k + 1;
  }
  return i;
}

namespace {

std::string_view form_of_name(Clause const& c, std::uint32_t i) {
  if (!c.token(i).begins(Category::name_words)) return {};
  auto const m = match_phrase(Category::name_words, c.tokens, i, i + 1, c.view);
  return m ? vocabulary(Category::name_words)[std::size_t(m.row)].column[0] : std::string_view();
}

// A word that a holder's name may begin with.
bool can_be_named(Clause const& c, std::uint32_t i) {
  if (!is_capital(c, i) || is_date_name(c, i)) return false;
  auto const& t = c.token(i);
  bool const initial = t.end - t.begin == 1 && c.is(i + 1, TokenKind::point);
  if (is_function_word(c, i) && !initial && !t.has(all_capitals)) return false;
  return form_of_name(c, i) != "never" || t.has(all_capitals);
}

// One holder at i; its end, i if there is none.
std::uint32_t name_end(Clause const& c, std::uint32_t i) {
  auto k = i;
  if (c.word(k) == "the" && is_capital(c, k + 1)) ++k;
  if (!can_be_named(c, k)) return i;
  auto const first = k;
  while (c.in(k) && k < first + longest_title) {
    if (can_be_named(c, k) || c.is(k, TokenKind::code)) {
      ++k;
      bool const brief = c.token(k - 1).end - c.token(k - 1).begin <= 4;
      if (c.is(k, TokenKind::point) && c.token(k).has(glued) && brief) ++k;
    } else if (c.is(k, TokenKind::hyphen) && c.token(k).has(glued) && c.in(k + 1) && c.token(k + 1).has(glued)) {
      k += 2;
    } else if (c.is(k, TokenKind::ampersand) && is_capital(c, k + 1)) {
      ++k;
    } else if (is_particle(c, k) && can_be_named(c, k + 1)) {
      ++k;
    } else if (is_particle(c, k) && is_particle(c, k + 1) && can_be_named(c, k + 2)) {
      k += 2;
    } else {
      break;
    }
  }
  return k;
}

// Past what is said of a holder before the name: "the Danish critic", "her husband", "the author,".
std::uint32_t past_epithet(Clause const& c, std::uint32_t i) {
  auto k = i;
  bool noun_last = false;
  for (; c.in(k) && k < i + longest_description; ++k) {
    if (noun_last) {
      auto const n = c.is(k, TokenKind::comma) ? k + 1 : k;
      if (name_end(c, n) > n) return n;
    }
    auto const cls = c.cls(k);
    if (c.is(k, TokenKind::hyphen)) continue;
    if (noun_last && c.word(k) == "of" && one_of(c.word(k - 1), {"city", "town", "village"}) && name_end(c, k + 1) > k + 1)
      return k + 1;
    bool const between = cls == WordClass::determiner || cls == WordClass::possessive || cls == WordClass::adjective ||
                         cls == WordClass::noun || cls == WordClass::participle || is_capital(c, k) || c.word(k) == "and" ||
                         c.is(k, TokenKind::slash);
    if (!between || one_of(c.word(k), {"a", "an", "likely", "probable", "one", "another", "unknown", "not", "former"}))
      return i;
    noun_last = is_small(c, k) && cls == WordClass::noun;
  }
  return i;
}

}  // namespace

Holders holders_from(Clause const& c, std::uint32_t at, Listing listing) {
  Holders out;
  out.all = {at, at};
  auto i = at;
  while (c.in(i) && out.count < Holders::most) {
    auto const named = name_end(c, i);
    // "the Danish physicist Tove Lund": capitals alone do not make a name.
    bool const qualifies = named > i && is_small(c, named) && c.cls(named) == WordClass::noun;
    auto const n = named > i && !qualifies ? i : past_epithet(c, i);
    auto const end = name_end(c, n);
    if (end == n || c.is(end, TokenKind::possessive)) break;
    out.names[out.count++] = {n, end};
    out.all.last = end;
    std::int32_t ignored = 0;
    i = past_brackets(c, end, ignored);
    if (listing == Listing::one) break;
    auto k = i;
    if (c.is(k, TokenKind::comma) && listing == Listing::several) ++k;
    if (one_of(c.word(k), {"and", "with"}) || c.is(k, TokenKind::ampersand)) ++k;
    if (c.word(k) == "as" && c.word(k + 1) == "well") k += 3;
    if (k == i || c.word(k) == "including") break;
    i = k;
  }
  return out;
}

Holders holders_before(Clause const& c, std::uint32_t end, Listing listing) {
  Holders out;
  out.all = {end, end};
  bool listed = false;
  for (auto i = end; i > c.first && out.count < Holders::most;) {
    auto last = i;
    std::int32_t ignored = 0;
    if (c.is(last - 1, TokenKind::close_bracket)) {
      auto k = last - 1;
      while (k > c.first && last - k < longest_aside && !c.is(k, TokenKind::open_bracket)) --k;
      if (past_brackets(c, k, ignored) == last) last = k;
    }
    // The longest name that ends here: from its first word on the way back.
    auto first = last;
    for (auto k = last; k > c.first && last - k < longest_title;) {
      --k;
      if (name_end(c, k) >= last) first = k;
      bool const inside = is_capital(c, k) || is_particle(c, k) || c.is(k, TokenKind::point) || c.is(k, TokenKind::hyphen) ||
                          c.is(k, TokenKind::ampersand);
      if (!inside) break;
    }
    if (first == last) break;
    out.names[out.count++] = {first, last};
    out.all.first = first;
    if (listing == Listing::one || first == c.first) break;
    auto k = first;
    bool const joined = one_of(c.word(k - 1), {"and"}) || c.is(k - 1, TokenKind::ampersand);
    if (joined) --k;
    if (k > c.first && c.is(k - 1, TokenKind::comma) && (joined || listed)) --k;
    if (k == first) break;
    listed = true;
    i = k;
  }
  return out;
}

}  // namespace counterclaim::identity
