// Things by their name or title.
#include "grammar/identity_words.hpp"

namespace counterclaim::identity {

namespace {

bool is_small_function_word(Clause const& c, std::uint32_t i) {
  return is_small(c, i) && one_of(c.word(i), {"of",   "the",  "in",    "to", "and", "for", "a",   "an", "with", "on",  "at",
                                              "from", "by",   "into",  "de", "la",  "le",  "les", "du", "del",  "der", "van",
                                              "von",  "over", "under", "di", "da",  "des", "und", "y",  "e"});
}
bool is_narrow_word(Clause const& c, std::uint32_t i) {
  return is_small(c, i) && one_of(c.word(i), {"of", "the", "de", "la", "le", "du", "del", "der", "van", "von"});
}

std::int32_t kind_at(Clause const& c, std::uint32_t i, std::uint32_t& last) {
  if (!is_small(c, i) || !c.token(i).begins(Category::thing_kinds)) return -1;
  auto const m = c.match(Category::thing_kinds, i);
  if (!m) return -1;
  last = i + m.tokens;
  return m.row;
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

}  // namespace counterclaim::identity
