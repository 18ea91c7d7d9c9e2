#include "grammar/scan.hpp"

#include "grammar/characters.hpp"

namespace counterclaim {
namespace {

using namespace characters;

// Letters from c.p on; sets capital flags. Returns past the last one.
char const* letters(Cursor const& c, char const* p, std::uint8_t& flags) {
  int upper = 0, lower = 0;
  bool const first = is_upper(c.peek(p).value);
  for (;;) {
    auto const b = static_cast<unsigned char>(*p);
    if (b < 0x80) {
      (b < 'a' ? upper : lower) += 1;
      ++p;
    } else {
      auto const code = c.peek(p);
      (is_upper(code.value) ? upper : lower) += 1;
      p += code.bytes;
    }
    auto const q = p < c.end && *p == '\0' ? c.skip_nothing(p) : p;
    if (!c.is_letter(q)) break;
    p = q;
  }
  if (first) flags |= capital;
  if (upper >= 2 && lower == 0) flags |= all_capitals;
  return p;
}

// "GPT-4", "H100", "v6.4.1", "Llama-3.1-405B": from a part that ends at p on, as long as parts with digits or capitals follow.
char const* code_tail(Cursor const& c, char const* p) {
  for (;;) {
    while (c.is_alnum(p)) p = c.next(p);
    if (p + 1 >= c.end || (*p != '-' && *p != '.')) return p;
    char const* q = p + 1;
    bool const upper_part = *p == '-' && c.is_letter(q) && is_upper(c.peek(q).value);
    if (!c.is_digit(q) && !upper_part) return p;
    p = q;
  }
}

void scan_word(Cursor& c, RawToken& out) {
  char const* p = letters(c, c.p, out.flags);
  out.kind = TokenKind::word;
  // U.S., a.m., Ph.D., e.g.: short runs of letters each with its point, two or more.
  if (p < c.end && *p == '.' && p - c.p <= 2 && c.is_letter(p + 1)) {
    char const* q = p;
    int parts = 1;
    while (q < c.end && *q == '.' && c.is_letter(q + 1)) {
      char const* r = q + 1;
      while (c.is_letter(r)) r = c.next(r);
      if (r - q > 3) break;
      if (r >= c.end || *r != '.') break;
      q = r;
      ++parts;
    }
    if (parts >= 2) {
      c.p = q + 1;
      return;
    }
  }
  if (c.is_digit(p)) {
    out.kind = TokenKind::code;
    c.p = code_tail(c, p);
    return;
  }
  // "C++", "F#": one capital and its sign make a name.
  bool const plus = p + 1 < c.end && p[0] == '+' && p[1] == '+';
  if (p - c.p == 1 && (out.flags & capital) != 0 && (plus || (p < c.end && *p == '#'))) {
    char const* q = p + (plus ? 2 : 1);
    if (!c.is_alnum(q) && !(q < c.end && *q == '+')) {
      out.kind = TokenKind::code;
      c.p = q;
      return;
    }
  }
  if (p + 1 < c.end && *p == '-' && c.is_digit(p + 1)) {
    bool any_upper = false;
    for (char const* q = c.p; q < p; q = c.next(q)) any_upper |= is_upper(c.peek(q).value);
    if (any_upper) {
      out.kind = TokenKind::code;
      c.p = code_tail(c, p + 1);
      return;
    }
  }
  // Apostrophes inside: didn't, o'clock, O'Brien; but 's and s' are tokens of their own.
  char const* after = nullptr;
  while (c.apostrophe(p, after) && c.is_letter(after)) {
    char const* q = after;
    while (c.is_letter(q)) q = c.next(q);
    if (q - after == 1 && (*after == 's' || *after == 'S')) break;
    p = q;
  }
  c.p = p;
}

bool ends_with_letters(Cursor const& c, char const* p, char const* a, char const* b) {
  if (c.end - p < 2 || lower_ascii(p[0]) != *a || lower_ascii(p[1]) != *b) return false;
  return !c.is_alnum(p + 2);
}

void scan_figure(Cursor& c, RawToken& out) {
  char const* p = c.p;
  __int128 digits = 0;
  int kept = 0, dropped = 0, fraction = 0;
  auto take = [&](char d) {
    if (kept < 18) {
      digits = digits * 10 + (d - '0');
      kept += digits != 0;
    } else {
      ++dropped;
    }
  };
  out.kind = TokenKind::figure;
  out.figure.leading_zero = *p == '0' && c.is_digit(p + 1);
  char const* const first = p;
  while (c.is_digit(p)) take(*p++);
  if (p - first <= 3 && p > first) {
    while (p < c.end && *p == ',' && c.is_digit(p + 1) && c.is_digit(p + 2) && c.is_digit(p + 3) && !c.is_digit(p + 4)) {
      take(p[1]), take(p[2]), take(p[3]);
      p += 4;
      out.figure.grouped = true;
    }
  }
  int const whole_dropped = dropped;
  if (p < c.end && *p == '.' && c.is_digit(p + 1)) {
    char const* q = p + 1;
    while (c.is_digit(q)) ++q;
    if (q < c.end && *q == '.' && c.is_digit(q + 1)) {  // 6.4.1: a version
      out.kind = TokenKind::code;
      c.p = code_tail(c, q);
      return;
    }
    for (char const* d = p + 1; d < q; ++d) {
      int const before = dropped;
      take(*d);
      if (dropped == before) ++fraction;
    }
    p = q;
  } else if (p + 1 < c.end && *p == '.' && c.is_letter(p + 1) && is_upper(c.peek(p + 1).value)) {  // 9988.HK
    char const* q = p + 1;
    while (c.is_letter(q) && is_upper(c.peek(q).value)) q = c.next(q);
    if (q - p >= 2 && q - p <= 5 && !c.is_alnum(q)) {
      out.kind = TokenKind::code;
      c.p = q;
      return;
    }
  }
  out.figure.value = Decimal::scaled(static_cast<std::int64_t>(digits), whole_dropped - fraction);
  out.figure.place = static_cast<std::int8_t>(fraction > 100 ? -100 : -fraction);
  if (c.is_letter(p)) {
    if (ends_with_letters(c, p, "s", "t") || ends_with_letters(c, p, "n", "d") || ends_with_letters(c, p, "r", "d") ||
        ends_with_letters(c, p, "t", "h")) {
      out.flags |= ordinal_suffix;
      p += 2;
    } else if (*p == 's' && !c.is_alnum(p + 1) && fraction == 0 && (p - first == 2 || p - first == 4) && p[-1] == '0') {
      out.flags |= decade_suffix;
      p += 1;
    } else {
      // Letters with further digits behind them ("3a5f", "2x4B7"): a name.
      char const* q = p;
      while (c.is_letter(q)) q = c.next(q);
      // "24m2", "5km3": a unit squared or cubed.
      bool const length = q[-1] == 'm' ? q - p <= 3
                                       : q - p == 2 && (std::string_view(p, 2) == "ft" || std::string_view(p, 2) == "in" ||
                                                        std::string_view(p, 2) == "yd" || std::string_view(p, 2) == "mi");
      bool const power = length && q < c.end && (*q == '2' || *q == '3') && !c.is_alnum(q + 1);
      bool const signed_exponent = *p == 'e' && q - p == 1 && q + 1 < c.end && (*q == '-' || *q == '+') && c.is_digit(q + 1);
      if (c.is_digit(q) && !power && !(q - p == 1 && (*p == 'e' || *p == 'x'))) {
        out.kind = TokenKind::code;
        p = code_tail(c, q);
      } else if (*p == 'e' && ((c.is_digit(q) && q - p == 1) || signed_exponent)) {  // 1e6, 2e-3
        bool const negative = *q == '-';
        if (signed_exponent) ++q;
        int exponent = 0;
        for (; c.is_digit(q); ++q) exponent = exponent < 1000 ? exponent * 10 + (*q - '0') : exponent;
        exponent = exponent > 60 ? 60 : exponent;
        out.figure.value = out.figure.value * Decimal::scaled(1, negative ? -exponent : exponent);
        p = q;
      }
    }
  }
  c.p = p;
}

bool scan_url(Cursor& c, RawToken& out) {
  auto const rest = std::string_view(c.p, std::size_t(c.end - c.p));
  if (!(rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))) return false;
  while (c.p < c.end && ascii[static_cast<unsigned char>(*c.p)] != blank && *c.p != '>' && *c.p != ')' && *c.p != '"') ++c.p;
  while (c.p[-1] == '.' || c.p[-1] == ',' || c.p[-1] == ';') --c.p;
  out.kind = TokenKind::other;
  return true;
}

bool fraction_sign(std::uint32_t v, Figure& figure) {
  struct Row {
    std::uint32_t sign;
    int digits, place;
  };
  // Unicode number forms with an exact decimal value; thirds and sixths are rounded at 18 digits.
  static constexpr Row exact[] = {{0xBC, 25, -2},    {0xBD, 5, -1},     {0xBE, 75, -2},    {0x215B, 125, -3},
                                  {0x215C, 375, -3}, {0x215D, 625, -3}, {0x215E, 875, -3}, {0x2155, 2, -1},
                                  {0x2156, 4, -1},   {0x2157, 6, -1},   {0x2158, 8, -1}};
  for (auto const& r : exact)
    if (r.sign == v) return figure.value = Decimal::scaled(r.digits, r.place), figure.place = -2, true;
  int const sixths = v == 0x2153 ? 2 : v == 0x2154 ? 4 : v == 0x2159 ? 1 : v == 0x215A ? 5 : 0;
  if (sixths == 0) return false;
  figure.value = *divide(Decimal(sixths), Decimal(6));
  figure.place = -2;
  return true;
}

void scan_sign(Cursor& c, RawToken& out) {
  auto const code = c.peek(c.p);
  char const* const start = c.p;
  c.p += code.bytes;
  auto set = [&](TokenKind k) { out.kind = k; };
  auto blank_at = [&](char const* at) { return at >= c.end || c.kind(at) == blank; };
  switch (code.value) {
    case '.':
      if (c.is_digit(c.p) && (start == c.base || !c.is_alnum(start - 1))) {
        c.p = start;
        return scan_figure(c, out);
      }
      while (c.p < c.end && *c.p == '.') ++c.p;
      return set(TokenKind::stop);
    case '!':
    case '?':
    case 0x2026:
      while (c.p < c.end && (*c.p == '!' || *c.p == '?')) ++c.p;
      return set(TokenKind::stop);
    case ',':
      return set(TokenKind::comma);
    case ';':
      return set(TokenKind::semicolon);
    case ':':
      return set(TokenKind::colon);
    case '/':
    case 0x2044:
      return set(TokenKind::slash);
    case '(':
    case '[':
    case '{':
      return set(TokenKind::open_bracket);
    case ')':
    case ']':
    case '}':
      return set(TokenKind::close_bracket);
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x2018:
      return set(TokenKind::quote);
    case '\'':
    case 0x2019: {
      if (!blank_at(start - (start > c.base ? 1 : 0)) && start > c.base && c.p < c.end && (*c.p == 's' || *c.p == 'S') &&
          !c.is_alnum(c.p + 1)) {
        ++c.p;
        return set(TokenKind::possessive);
      }
      bool const behind_s = start > c.base && (start[-1] == 's' || start[-1] == 'z' || start[-1] == 'x') && !c.is_alnum(c.p);
      return set(behind_s ? TokenKind::possessive : TokenKind::quote);
    }
    case '-':
      if (c.p < c.end && *c.p == '-') {
        while (c.p < c.end && *c.p == '-') ++c.p;
        return set(TokenKind::dash);
      }
      if (start > c.base && blank_at(start - 1) && blank_at(c.p)) return set(TokenKind::dash);
      return set(TokenKind::hyphen);
    case 0x2010:
    case 0x2011:
      return set(TokenKind::hyphen);
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return set(TokenKind::dash);
    case '%':
    case 0x2030:
      return set(TokenKind::percent);
    case '+':
    case '<':
    case '>':
    case '=':
    case '~':
    case 0xB1:
    case 0xD7:
    case 0x2212:
    case 0x2248:
    case 0x2264:
    case 0x2265:
    case 0x2243:
      return set(TokenKind::sign);
    case 0xB0:
    case 0xBA:
    case 0x2103:
    case 0x2109:
      return set(TokenKind::degree);
    case 0xB2:
    case 0xB3:
    case 0xB9:
      return set(TokenKind::superscript);
    case '&':
      return set(TokenKind::ampersand);
    default:
      break;
  }
  if (is_currency(code.value)) return set(TokenKind::currency);
  if (code.value >= 0x2070 && code.value <= 0x209F) return set(TokenKind::superscript);
  if (fraction_sign(code.value, out.figure)) set(TokenKind::figure);
}

}  // namespace

bool scan_token(std::string_view view, std::uint32_t at, std::uint32_t end, RawToken& out) {
  Cursor c{view.data(), view.data() + at, view.data() + end};
  out = {};
  bool blanks = at == 0;
  while (c.p < c.end) {
    auto const k = c.kind(c.p);
    if (k != blank && k != nothing) break;
    blanks |= k == blank;
    c.p = c.next(c.p);
  }
  if (c.p >= c.end) return false;
  if (!blanks) out.flags |= glued;
  out.begin = std::uint32_t(c.p - c.base);
  auto const k = c.kind(c.p);
  if (k == letter) {
    bool const url = (*c.p == 'h' || *c.p == 'w') && scan_url(c, out);
    if (!url) scan_word(c, out);
  } else if (k == digit) {
    scan_figure(c, out);
  } else {
    scan_sign(c, out);
  }
  out.end = std::uint32_t(c.p - c.base);
  return true;
}

}  // namespace counterclaim
