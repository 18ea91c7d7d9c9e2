// Figures whose unit is said once: "30 and 60 mg", "4.1% from 4.3 a month earlier", "$4.7 billion, against 4.2 last year".
#include <algorithm>
#include <initializer_list>

#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {
namespace {

bool is_one_of(Token const& t, std::initializer_list<std::string_view> list) {
  auto const w = word_text(t.word);
  return t.is(TokenKind::word) && std::find(list.begin(), list.end(), w) != list.end();
}

bool is_bare(QuantityMention const& m) {
  return m.unit == no_unit && m.counted_last == m.counted_first && !m.share && !m.one_of && !m.spelled && !m.vague &&
         m.value.is_point();
}
bool counts(QuantityMention const& m) { return m.counted_last > m.counted_first; }

// Does a time begin at token `at`: "in May", "in 2019", "last year", "a month earlier"?
bool tells_when(Scene const& scene, std::uint32_t at) {
  Cursor const c{&scene, at};
  if (c.ended()) return false;
  Token const &next = c.peek(1), &after = c.peek(2);
  auto const is_year = [&](int i) {
    Token const& t = c.peek(i);
    return t.is(TokenKind::figure) && t.end - t.begin == 4;
  };
  if (is_one_of(*c, {"in", "for", "on", "at", "by", "during"}))
    return is_year(1) || next.begins(Category::date_names) ||
           (joints::is(next, joints::the) &&
            (after.begins(Category::date_units) || is_one_of(after, {"first", "second", "third", "fourth"})));
  if (is_one_of(*c, {"last", "this"})) return next.begins(Category::date_units) || next.begins(Category::date_names);
  if (joints::is_article(*c) || joints::is(*c, joints::the))
    return next.begins(Category::date_units) && is_one_of(after, {"ago", "earlier", "before"});
  return is_one_of(*c, {"previously", "before", "earlier", "now", "today", "yesterday"});
}

// Does "and", "but" or a comma stand between them?
bool joined_between(Scene const& scene, std::uint32_t first, std::uint32_t last) {
  return std::any_of(scene.tokens.begin() + first, scene.tokens.begin() + last, [](Token const& t) {
    return t.is(TokenKind::comma) || joints::is(t, joints::and_) || joints::is(t, joints::but);
  });
}

// May a bare figure be meant in the scale of `scaled`, 10^scale?
bool near_in_size(Decimal bare, Decimal scaled, int scale) {
  constexpr int most = 20;  // times larger or smaller
  Decimal const mantissa = scaled * Decimal::scaled(1, -scale);
  return bare <= mantissa * Decimal(most) && mantissa <= bare * Decimal(most);
}

// Do the words between two figures set them side by side, so that what the first is told in holds for the second?
bool stands_beside(Scene const& scene, QuantityMention const& first, QuantityMention const& second) {
  constexpr std::uint32_t reach = 8;
  if (second.at.first - first.at.last > reach || second.at.first == scene.first) return false;
  Cursor const figure{&scene, second.at.first};
  Token const &lead = figure.peek(-1), &before = figure.peek(-2);
  Token const& opens = Cursor{&scene, first.at.first}.peek(-1);
  for (auto i = first.at.last; i < second.at.first; ++i)
    if (scene.tokens[i].is(TokenKind::semicolon) || scene.tokens[i].is(TokenKind::open_bracket) ||
        scene.tokens[i].is(TokenKind::close_bracket) || scene.tokens[i].is(TokenKind::figure))
      if (!(scene.tokens[i].is(TokenKind::figure) && scene.tokens[i].end - scene.tokens[i].begin == 4)) return false;
  bool const level = first.change == Change::level;
  if (joints::is(lead, joints::from)) return level && (joints::is(opens, joints::to) || is_one_of(opens, {"at"}));
  if (joints::is(lead, joints::to)) return level && joints::is(opens, joints::from);
  if (is_one_of(lead, {"against", "versus", "vs"})) return true;
  if (is_one_of(lead, {"with", "to"}) && is_one_of(before, {"compared"})) return true;
  // "instead of 2.2", "instead of the 2.2"
  if (joints::is(lead, joints::of) && is_one_of(before, {"instead"})) return true;
  if (joints::is(lead, joints::the) && joints::is(before, joints::of) && is_one_of(figure.peek(-3), {"instead"})) return true;
  // "at 40 rpm by day and at 25 after dusk"
  constexpr int latest = 12;  // o'clock
  bool const hour = second.value.low->is_whole() && *second.value.low <= Decimal(latest);
  if (is_one_of(lead, {"at"}) && is_one_of(opens, {"at"}) && !hour && near_in_size(*second.value.low, *first.value.low, 0) &&
      joined_between(scene, first.at.last, second.at.first))
    return true;
  // "3.2 tonnes in May and 2.9 in June"
  bool const joined = joints::is(lead, joints::and_) || lead.is(TokenKind::comma) || joints::is(lead, joints::but);
  return joined && second.at.first > first.at.last + 1 && tells_when(scene, std::max(first.at.last, first.counted_last)) &&
         tells_when(scene, second.at.last);
}

// The power of ten of the scale word inside a figure ("4.7 billion": 9), 0 if none.
int scale_in(Scene const& scene, QuantityMention const& m) {
  for (auto i = m.at.first; i < m.at.last; ++i) {
    if (!scene.tokens[i].is(TokenKind::word)) continue;
    Cursor at{&scene, i};
    Scale scale;
    if (parse_scale(at, Cursor{&scene, m.at.last}, scale) && scale.exponent >= 3) return scale.exponent;
  }
  return 0;
}

// "12 halls of 40 seats, 480 in all", "four stacks of 16 GB, so that a card has 64": what they come to is of the same things.
void carry_total(std::vector<QuantityMention>& mentions, std::size_t from, std::size_t i) {
  auto& total = mentions[i];
  auto const& each = mentions[i - 1];
  bool const has_kind = each.unit != no_unit || counts(each);
  if (!has_kind || !is_bare(total) || i < from + 2 || each.share || each.one_of || !each.value.is_point()) return;
  auto const& many = mentions[i - 2];
  if (!counts(many) || many.unit != no_unit || !many.value.is_point() || many.share || many.vague) return;
  if (*many.value.low <= Decimal(1) || *each.value.low <= Decimal(1)) return;
  if (*many.value.low * *each.value.low != *total.value.low || dimension_of(each.unit) == "percent") return;
  total.unit = each.unit;
  total.counted_first = each.counted_first;
  total.counted_last = each.counted_last;
}

void carry_unit(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t i) {
  auto& first = mentions[i - 1];
  auto& second = mentions[i];
  if (!is_bare(second) || (first.unit == no_unit && !counts(first)) || first.one_of || first.share || !first.value.low ||
      (!stands_beside(scene, first, second) && !is_gapped(scene, second.at.first)))
    return;
  if (dimension_of(first.unit) == "ratio" || dimension_of(first.unit) == "age") return;
  Decimal const value = *second.value.low;
  if (int const scale = scale_in(scene, first); scale > 0) {
    if (near_in_size(value, *first.value.low, scale)) {
      second.value = Interval::exactly(value * Decimal::scaled(1, scale));
      second.place += scale;
    }
  }
  second.unit = first.unit;
  // "4,100 seats in May and 3,900 in June"
  if (counts(first)) second.counted_first = first.counted_first, second.counted_last = first.counted_last;
  // "grew 3% in 2019 and 4.5 in 2020"
  Token const& lead = Cursor{&scene, second.at.first}.peek(-1);
  bool const from = joints::is(lead, joints::from), to = joints::is(lead, joints::to);
  if (from && first.baseline < 0) first.baseline = std::int32_t(i);
  if (to && second.baseline < 0) second.baseline = std::int32_t(i) - 1;
  if (second.change == Change::level && !from && !to) second.change = first.change;
}

// "fell from 90 to 54 kilometers", "from 3.4 to 1.2 million euros", "from 35 to 20 beds": unit, scale and counted thing are
// said once, behind the second.
void carry_back(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t i) {
  auto& first = mentions[i - 1];
  auto& second = mentions[i];
  Cursor const to{&scene, first.at.last};
  if (!is_bare(first) || second.at.first != first.at.last + 1 || !joints::is(*to, joints::to) ||
      !joints::is(Cursor{&scene, first.at.first}.peek(-1), joints::from) || !second.value.is_point() || second.one_of ||
      second.share)
    return;
  if (scene.tokens[second.at.first].is(TokenKind::currency)) return;
  if (int const scale = scale_in(scene, second); scale > 0 && near_in_size(*first.value.low, *second.value.low, scale)) {
    first.value = Interval::exactly(*first.value.low * Decimal::scaled(1, scale));
    first.place += scale;
  }
  first.unit = second.unit;
  first.counted_first = second.counted_first;
  first.counted_last = second.counted_last;
  if (second.baseline < 0) second.baseline = std::int32_t(i) - 1;
}

}  // namespace

void share_units(Scene const& scene, std::vector<QuantityMention>& mentions, std::size_t from) {
  for (std::size_t i = from + 1; i < mentions.size(); ++i) {
    carry_unit(scene, mentions, i);
    carry_total(mentions, from, i);
    carry_back(scene, mentions, i);
  }
  bool in_list = false;
  for (std::size_t i = mentions.size(); i-- > from + 1;) {
    bool const listed = in_list;
    in_list = false;
    auto& m = mentions[i - 1];
    auto const& next = mentions[i];
    if (m.unit != no_unit || counts(m) || next.unit == no_unit || m.share || m.one_of) continue;
    auto between = scene.tokens.subspan(m.at.last, next.at.first - m.at.last);
    if (!between.empty() && between[0].is(TokenKind::hyphen) && between[0].has(glued))
      between = between.subspan(1);  // "5-, 10- and"
    bool const list = between.size() == 1 && (joints::is(between[0], joints::and_) || joints::is(between[0], joints::or_) ||
                                              (between[0].is(TokenKind::comma) && !between[0].has(in_brackets)));
    bool const last_of_list = between.size() == 2 && between[0].is(TokenKind::comma) &&
                              (joints::is(between[1], joints::and_) || joints::is(between[1], joints::or_));
    bool const sides = (between.size() == 1 && joints::is(between[0], joints::by)) ||  // "40 by 20 meters"
                       (between.size() == 2 && joints::is(between[0], joints::by) && between[1].is(TokenKind::hyphen));
    bool const of_the =
        between.size() == 2 && joints::is(between[0], joints::of) && between[1].begins(Category::function_words);
    // "1.2 million, or 18%": the same told otherwise.
    auto const dimension = dimension_of(next.unit);
    if (dimension == "percent" && m.value.low && *m.value.low > Decimal(100)) continue;
    bool const sign = scene.tokens[next.at.first].is(TokenKind::currency);
    // "at six, three seconds early": a comma alone makes no list of words.
    if (list && between[0].is(TokenKind::comma) && m.spelled && !listed) continue;
    in_list = list || last_of_list;
    if (((list || last_of_list || sides) && !sign && next.bound == m.bound) || (of_the && dimension == "money"))
      m.unit = next.unit;
  }
}

}  // namespace counterclaim
