#include "counterclaim/vocabulary.hpp"
#include "grammar/identity.hpp"
#include "grammar/word_class.hpp"

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

namespace {

constexpr std::uint32_t longest_title = 14, longest_aside = 24, longest_description = 9;

bool is_capital(Clause const& c, std::uint32_t i) {
  if (!c.in(i)) return false;
  auto const& t = c.token(i);
  return t.is(TokenKind::code) || (t.is(TokenKind::word) && t.has(capital));
}
bool is_small(Clause const& c, std::uint32_t i) { return c.is(i, TokenKind::word) && !c.token(i).has(capital); }
bool is_small_function_word(Clause const& c, std::uint32_t i) {
  return is_small(c, i) && one_of(c.word(i), {"of",   "the",  "in",    "to", "and", "for", "a",   "an", "with", "on",  "at",
                                              "from", "by",   "into",  "de", "la",  "le",  "les", "du", "del",  "der", "van",
                                              "von",  "over", "under", "di", "da",  "des", "und", "y",  "e"});
}
bool is_narrow_word(Clause const& c, std::uint32_t i) {
  return is_small(c, i) && one_of(c.word(i), {"of", "the", "de", "la", "le", "du", "del", "der", "van", "von"});
}
bool is_particle(Clause const& c, std::uint32_t i) {
  return is_small(c, i) && one_of(c.word(i), {"de",  "van", "von", "der", "den", "di", "da",  "del", "della", "la", "le",
                                              "dos", "du",  "bin", "ibn", "al",  "el", "ter", "of",  "y",     "zu", "af"});
}
bool is_date_name(Clause const& c, std::uint32_t i) { return is_capital(c, i) && c.token(i).begins(Category::date_names); }
bool is_function_word(Clause const& c, std::uint32_t i) { return c.token(i).begins(Category::function_words); }

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

std::int32_t kind_at(Clause const& c, std::uint32_t i, std::uint32_t& last) {
  if (!is_small(c, i) || !c.token(i).begins(Category::thing_kinds)) return -1;
  auto const m = c.match(Category::thing_kinds, i);
  if (!m) return -1;
  last = i + m.tokens;
  return m.row;
}

// Past brackets that open at i: "(1987)", "(also known as Brill)". The year they begin with is the thing's.
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

bool begins_title(Clause const& c, std::uint32_t i) { return is_capital(c, i) && !is_date_name(c, i); }
bool in_title(Clause const& c, std::uint32_t i) {
  if (begins_title(c, i)) return true;
  if (c.is(i, TokenKind::figure)) return true;
  if (c.is(i, TokenKind::hyphen)) return c.token(i).has(glued) && c.in(i + 1) && c.token(i + 1).has(glued);
  if (c.is(i, TokenKind::possessive)) return is_capital(c, i + 1);
  if (c.is(i, TokenKind::point))
    return c.token(i).has(glued) && (is_capital(c, i + 1) || c.token(i - 1).end - c.token(i - 1).begin <= 2);
  return c.is(i, TokenKind::ampersand) && is_capital(c, i + 1);
}

// Small words from i on that a title goes on behind, and how many: "in" in "Days in Orl"; none before a year or a month.
std::uint32_t joins(Clause const& c, std::uint32_t i, Reach reach) {
  for (std::uint32_t n = 0; n < 3 && c.in(i + n); ++n) {
    if (n > 0 && begins_title(c, i + n)) return n;
    bool const small = reach == Reach::wide ? is_small_function_word(c, i + n) : is_narrow_word(c, i + n);
    if (!small) return n > 0 && reach == Reach::wide && c.is(i + n, TokenKind::code) ? n : 0;
  }
  return 0;
}

std::uint32_t title_end(Clause const& c, std::uint32_t i, Reach reach) {
  auto const first = i;
  while (c.in(i) && i < first + longest_title) {
    if (in_title(c, i) || (c.is(i, TokenKind::word) && i > first && c.token(i).has(glued) && c.is(i - 1, TokenKind::hyphen)))
      ++i;
    else if (c.is(i, TokenKind::colon) && is_capital(c, i + 1))
      ++i;
    else if (auto const n = joins(c, i, reach))
      i += n;
    else
      break;
  }
  return i;
}

// Quotation marks that open at i: the tokens between them.
TokenRange quoted(Clause const& c, std::uint32_t i) {
  if (!c.is(i, TokenKind::quote)) return {};
  for (auto k = i + 1; k < c.last && k < i + longest_title + 2; ++k)
    if (c.is(k, TokenKind::quote)) return {i + 1, k};
  return {};
}

TokenRange without_marks(Clause const& c, TokenRange r) {
  while (!r.empty() && (c.is(r.last - 1, TokenKind::comma) || c.is(r.last - 1, TokenKind::stop))) --r.last;
  return r;
}

// "the 1987 Danish film" at i: where its title begins; i if nothing of the kind stands there.
std::uint32_t described_from(Clause const& c, std::uint32_t i, Thing& thing) {
  std::int32_t year = 0;
  auto const begin = i;
  for (; c.in(i) && i < begin + longest_description; ++i) {
    std::uint32_t last = 0;
    if (auto const row = kind_at(c, i, last); row >= 0) {
      auto k = last;
      if (one_of(c.word(k), {"adaptation", "version"}) && c.word(k + 1) == "of") k += 2;
      if (c.word(k) == "of" && begins_title(c, k + 1)) ++k;  // "the city of Orl"
      if (c.is(k, TokenKind::comma) && c.is(k + 1, TokenKind::quote)) ++k;
      if (one_of(c.word(k), {"called", "titled", "entitled", "named"})) ++k;
      if (c.is(k, TokenKind::quote) || begins_title(c, k) || c.is(k, TokenKind::figure)) {
        thing.kind = row;
        thing.year = year;
        return k;
      }
      continue;
    }
    if (auto const y = year_at(c, i)) {
      year = y;
      continue;
    }
    if (is_capital(c, i) || c.is(i, TokenKind::hyphen)) continue;
    auto const k = c.cls(i);
    if (!is_small(c, i) ||
        (k != WordClass::noun && k != WordClass::adjective && k != WordClass::name && k != WordClass::participle))
      break;
  }
  return begin;
}

// What stands before a title that begins at i: "the 1987 Danish film".
std::uint32_t described_before(Clause const& c, std::uint32_t i, Thing& thing) {
  auto k = i;
  if (k > c.first && one_of(c.word(k - 1), {"called", "titled", "entitled", "named"})) --k;
  std::uint32_t last = 0;
  if (k == c.first || kind_at(c, k - 1, last) < 0) return i;
  thing.kind = kind_at(c, k - 1, last);
  for (--k; k > c.first && i - k < longest_description + 2; --k) {
    if (auto const y = year_at(c, k - 1)) {
      thing.year = y;
      continue;
    }
    if (one_of(c.word(k - 1), {"the", "a", "an", "his", "her", "their", "its"})) return k - 1;
    if (c.is(k - 1, TokenKind::hyphen) || is_capital(c, k - 1)) continue;
    auto const cls = c.cls(k - 1);
    if (cls != WordClass::noun && cls != WordClass::adjective && cls != WordClass::participle) break;
  }
  return k;
}

// "The Ten Bells" is filed under T, and so is it behind "the".
void drop_article(Clause const& c, Thing& thing) {
  if (thing.name.last - thing.name.first > 1 && one_of(c.word(thing.name.first), {"the"})) ++thing.name.first;
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

bool holds_small_word(Clause const& c, TokenRange r) {
  for (auto i = r.first; i < r.last; ++i) {
    auto const& t = c.token(i);
    if (t.is(TokenKind::possessive) || t.is(TokenKind::figure) || t.is(TokenKind::colon) || t.is(TokenKind::ampersand))
      return true;
    bool const small =
        t.is(TokenKind::word) && (is_function_word(c, i) || t.begins(Category::numerals) || t.begins(Category::ordinals));
    if (small && !is_particle(c, i) && !(t.end - t.begin == 1)) return true;
  }
  return false;
}

}  // namespace

bool is_evident(Clause const& c, Thing const& thing) {
  return thing.titled || thing.kind >= 0 || thing.year != 0 || holds_small_word(c, thing.name);
}

namespace {

// "Nine, a symphony": what is said of a title right behind it; -1 if nothing.
std::int32_t kind_behind(Clause const& c, std::uint32_t i) {
  if (c.is(i, TokenKind::comma)) ++i;
  if (!one_of(c.word(i), {"a", "an", "the"})) return -1;
  for (auto k = i + 1; k < i + 5; ++k) {
    std::uint32_t last = 0;
    if (auto const row = kind_at(c, k, last); row >= 0) return row;
    if (!is_small(c, k) && !is_capital(c, k) && !c.is(k, TokenKind::hyphen) && !c.is(k, TokenKind::figure)) return -1;
  }
  return -1;
}

// "It was written", "in 1966, directed by": a pronoun, or a figure that nothing says to be a title.
bool is_no_title(Clause const& c, std::uint32_t i) {
  if (c.is(i, TokenKind::figure)) return i > c.first && !c.token(i - 1).begins(Category::thing_kinds);
  return one_of(c.word(i), {"it", "he", "she", "they", "this", "that", "these", "we", "i", "you", "the", "its", "their", "his",
                            "her", "there"});
}

}  // namespace

Thing thing_from(Clause const& c, std::uint32_t at, Reach reach) {
  Thing out;
  out.all.first = at;
  auto i = at;
  if (one_of(c.word(i), {"the", "his", "her", "their"}) && is_small(c, i))
    i = described_from(c, i + 1, out);
  else
    i = described_from(c, i, out);
  if (c.is(i, TokenKind::comma)) ++i;
  if (auto const title = quoted(c, i); !title.empty()) {
    out.name = without_marks(c, title);
    out.titled = true;
    i = title.last + 1;
  } else {
    auto const bare_figure = c.is(i, TokenKind::figure) && reach == Reach::wide;
    if (!begins_title(c, i) && !bare_figure) return {};
    auto const end = title_end(c, i, reach);
    out.name = {i, end};
    i = end;
  }
  out.all.last = past_brackets(c, i, out.year);
  if (out.kind < 0) out.kind = kind_behind(c, out.all.last);
  drop_article(c, out);
  return out.name.empty() ? Thing{} : out;
}

Thing thing_before(Clause const& c, std::uint32_t end) {
  Thing out;
  out.all.last = end;
  auto i = end;
  if (i > c.first && c.is(i - 1, TokenKind::close_bracket)) {
    auto k = i - 1;
    while (k > c.first && i - k < longest_aside && !c.is(k, TokenKind::open_bracket)) --k;
    if (!c.is(k, TokenKind::open_bracket)) return {};
    past_brackets(c, k, out.year);
    i = k;
  }
  if (i == c.first) return {};
  if (c.is(i - 1, TokenKind::quote)) {
    auto k = i - 1;
    while (k > c.first && i - k < longest_title + 3 && !c.is(k - 1, TokenKind::quote)) --k;
    if (k == c.first || k == i - 1) return {};
    out.name = without_marks(c, {k, i - 1});
    out.titled = true;
    i = k - 1;
  } else {
    auto const last = i;
    while (i > c.first && last - i < longest_title) {
      auto const t = i - 1;
      bool const colon =
          c.is(t, TokenKind::colon) && i < last && t > c.first && (is_capital(c, t - 1) || c.is(t - 1, TokenKind::figure));
      if (in_title(c, t) || colon) {
        i = t;
        continue;
      }
      // Small words between two words with capitals.
      auto k = i;
      while (k > c.first && i - k < 3 && is_small_function_word(c, k - 1)) --k;
      bool const between = k < i && i < last && k > c.first && in_title(c, k - 1) && joins(c, k, Reach::wide) == i - k;
      if (!between) break;
      i = k;
    }
    while (i < last && !begins_title(c, i) && !c.is(i, TokenKind::figure)) ++i;
    // A sentence's first word has a capital anyhow.
    if (i == c.first && last - i > 1 &&
        one_of(c.word(i), {"but", "and", "when", "while", "although", "as", "because", "since"}))
      ++i;
    if (i == last || (last - i == 1 && is_no_title(c, i))) return {};
    out.name = {i, last};
  }
  out.all.first = described_before(c, i, out);
  if (out.all.first > c.first && c.word(out.all.first - 1) == "the") --out.all.first;
  drop_article(c, out);
  return out;
}

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
