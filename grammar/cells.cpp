// Bare figures in table cells take the unit that the head of their column, or else of their row, gives: "Price (USD)", "Sales,
// €m", "Weight in kg", "Share (%)", "Output ($ million)". A head that is a unit alone ("kg") counts as well.
#include <algorithm>
#include <vector>

#include "grammar/erase_quantities.hpp"
#include "grammar/joints.hpp"
#include "grammar/productions.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {
namespace {

struct HeadUnit {
  UnitId unit = no_unit;
  int scale = 0;        // power of ten
  bool people = false;  // "Passengers": 9.4m are millions
};

// "m" is a meter or a million: only a length is told in meters.
bool is_ambiguous(Cursor const& at) { return at.text() == "m" || at.text() == "M" || at.text() == "b" || at.text() == "B"; }
bool measures_length(Scene const& scene) {
  for (auto i = scene.first; i < scene.last; ++i) {
    auto const lemma = word_text(word_info(scene.tokens[i].word).noun_lemma);
    for (std::string_view const length :
         {"length", "height", "distance", "depth", "width", "altitude", "elevation", "diameter"})
      if (lemma == length) return true;
  }
  return false;
}

bool counts_people(Scene const& scene) {
  return std::any_of(scene.tokens.begin() + scene.first, scene.tokens.begin() + scene.last, [](Token const& t) {
    if (t.word == unknown_word) return false;
    auto const& w = word_info(t.word);
    return w.noun_lemma != t.word && w.noun_field == lexname::person;
  });
}

int scale_at(Cursor& at, Cursor const& last) {
  Scale scale;
  if (parse_scale(at, last, scale)) return scale.exponent;
  if (at == last || !at->begins(Category::magnitudes)) return 0;
  auto const m = at.phrase(Category::magnitudes);
  if (!m) return 0;
  auto const value = parse_decimal(vocabulary(Category::magnitudes)[std::size_t(m.row)].column[0]).value_or(1);
  if (value.digits != 1) return 0;
  at = at.plus(m.tokens);
  return value.exponent;
}

// "USD", "€m", "$ million", "million euros", "km/h", "thousands": up to the end of the bracket or of the head.
bool unit_phrase(Cursor at, Cursor const& last, HeadUnit& out) {
  if (at == last) return false;
  Number many;
  many.value = 2;
  HeadUnit found;
  if (!is_ambiguous(at)) {
    auto const currency = currency_at(at);
    if (currency.id == no_unit) found.scale = scale_at(at, last);
  }
  if (!(at == last)) {
    if (auto const currency = currency_at(at); currency.id != no_unit) {
      found.unit = currency.id;
      at = at.plus(currency.tokens);
      if (found.scale == 0) found.scale = scale_at(at, last);
    } else if (!is_ambiguous(at) || measures_length(*at.scene)) {
      Measure measure;
      if (Cursor behind = at; parse_unit(behind, last, many, measure) && !measure.hyphened) {
        found.unit = measure.unit;
        at = behind;
      }
    }
  }
  if (found.unit == no_unit && found.scale < 3) return false;
  if (!(at == last) && !at->is(TokenKind::close_bracket)) return false;
  out = found;
  return true;
}

// "Tokens seen in training", "Training tokens": what is counted is its own unit.
bool counted_unit(Scene const& scene, HeadUnit& out) {
  Cursor const last{&scene, scene.last};
  Number many;
  many.value = 2;
  for (auto const i : {scene.first, scene.last - 1}) {
    Measure measure;
    Cursor behind{&scene, i};
    if (!parse_unit(behind, last, many, measure) || measure.hyphened || dimension_of(measure.unit) != unit(measure.unit).name)
      continue;
    bool const whole = i == scene.first || behind == last;
    bool const divided = !(behind == last) && (behind->is(TokenKind::slash) || behind.text() == "per");
    if (whole && !divided) return out.unit = measure.unit, true;
  }
  return false;
}

bool head_unit(Scene const& scene, HeadUnit& out) {
  out.people = counts_people(scene);
  Cursor const last{&scene, scene.last};
  for (auto i = scene.first; i < scene.last; ++i) {
    Token const& t = scene.tokens[i];
    bool const opens =
        t.is(TokenKind::open_bracket) || t.is(TokenKind::comma) || t.is(TokenKind::slash) || joints::is(t, joints::in);
    if (opens && unit_phrase(Cursor{&scene, i + 1}, last, out)) return true;
  }
  if (scene.first == scene.last) return false;
  return unit_phrase(Cursor{&scene, scene.first}, last, out) || counted_unit(scene, out);
}

bool is_scale_alone(QuantityMention const& m) {
  return m.spelled && m.value.low && m.value.low->digits == 1 && m.value.low->exponent >= 3;
}

// "($ million)", "(thousands)" in a head: the scale of other figures and none itself. Marks it to be dropped.
bool says_scale(std::vector<QuantityMention>& mentions, std::size_t next, std::uint32_t sentence) {
  bool any = false;
  for (auto i = next; i < mentions.size() && mentions[i].at.sentence == sentence; ++i)
    if (mentions[i].vague || is_scale_alone(mentions[i])) mentions[i].at.last = mentions[i].at.first, any = true;
  return any;
}

// "9.4m" of passengers: no meters.
void take_millions(std::vector<QuantityMention>& mentions, std::size_t next, std::uint32_t sentence) {
  static UnitId const meter = find_unit("m");
  constexpr int million = 6;
  for (auto i = next; i < mentions.size() && mentions[i].at.sentence == sentence; ++i) {
    auto& m = mentions[i];
    if (m.unit != meter || !m.value.low || !m.value.high) continue;
    m.value = {*m.value.low * Decimal::scaled(1, million), *m.value.high * Decimal::scaled(1, million)};
    m.place += million;
    m.unit = no_unit;
  }
}

bool is_dropped(QuantityMention const& m) { return m.at.last == m.at.first; }

void drop_marked(std::vector<QuantityMention>& mentions) {
  std::vector<bool> gone(mentions.size());
  std::transform(mentions.begin(), mentions.end(), gone.begin(), is_dropped);
  erase_quantities(mentions, gone);
}

}  // namespace

void take_cell_units(Article const& article, Tokens const& tokens, std::vector<QuantityMention>& mentions) {
  auto const& blocks = article.blocks;
  std::vector<HeadUnit> columns;
  HeadUnit row_unit;
  std::int32_t table = -1, row = -1;
  bool words = false;
  std::size_t next = 0;  // mentions come in order of place, and so do sentences
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    auto const& sentence = tokens.sentences[s];
    auto const& block = blocks[sentence.block];
    while (next < mentions.size() && mentions[next].at.sentence < s) ++next;
    if (block.kind != BlockKind::table_cell || block.column < 0) continue;
    if (block.table != table) columns.clear(), table = block.table, row = -1;
    if (block.row != row) row = block.row, row_unit = {};
    Scene const scene{tokens.tokens, tokens.figures, article.view, sentence.first, sentence.last};
    auto const column = std::size_t(block.column);
    if (block.head) {
      if (columns.size() <= column) columns.resize(column + 1);
      if (columns[column].unit == no_unit && columns[column].scale == 0) head_unit(scene, columns[column]);
      words |= says_scale(mentions, next, s);
      continue;
    }
    if (column == 0) {
      head_unit(scene, row_unit);
      words |= says_scale(mentions, next, s);
      continue;
    }
    bool const people = row_unit.people || (column < columns.size() && columns[column].people);
    if (people) take_millions(mentions, next, s);
    HeadUnit const& told =
        column < columns.size() && (columns[column].unit != no_unit || columns[column].scale != 0) ? columns[column] : row_unit;
    if (told.unit == no_unit && told.scale == 0) continue;
    for (auto i = next; i < mentions.size() && mentions[i].at.sentence == s; ++i) {
      auto& m = mentions[i];
      // The figure is all that the cell says, but for its sign.
      constexpr std::uint32_t sides = 2;
      bool const alone = m.at.first - sentence.first <= sides && sentence.last - m.at.last <= sides;
      if (!alone || m.unit != no_unit || m.counted_last > m.counted_first || !m.value.low || !m.value.high) continue;
      auto const scaled = [&](Decimal v) { return v * Decimal::scaled(1, told.scale); };
      m.value.low = scaled(*m.value.low);
      m.value.high = scaled(*m.value.high);
      m.place += told.scale;
      m.unit = told.unit;
    }
  }
  if (words) drop_marked(mentions);
}

}  // namespace counterclaim
