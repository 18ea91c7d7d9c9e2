// Clauses that leave out their verb: "The K7 reached 31,200 tokens a second, the P4 27,900 and the Tarn 2 9,600". What stands
// behind a name there is no part of it. Looked at only where a bare figure stands behind a name and before a mark or "and".
#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {
namespace {

constexpr int name_length = 5, reach = 24;  // tokens

bool is_joint(Token const& t) { return t.is(TokenKind::comma) || joints::is(t, joints::and_) || joints::is(t, joints::but); }
bool ends_item(Token const& t) { return is_joint(t) || t.is(TokenKind::stop) || t.is(TokenKind::semicolon); }
bool is_name_word(Token const& t) {
  return t.is(TokenKind::code) ||
         (t.is(TokenKind::word) && t.has(capital) && !t.begins(Category::function_words) && !t.begins(Category::date_names));
}
bool is_verb(Token const& t) {
  return t.is(TokenKind::word) && t.word != unknown_word && !t.has(capital) && !t.begins(Category::function_words) &&
         (word_info(t.word).parts & verb) != 0;
}

// Where the name before token `figure` begins, "the" included; `figure` itself if none stands there.
std::uint32_t name_before(Scene const& scene, std::uint32_t figure) {
  auto first = figure;
  for (int i = 0; i < name_length && first > scene.first; ++i) {
    Token const& t = scene.tokens[first - 1];
    bool const part = is_name_word(t) || t.is(TokenKind::hyphen) || t.is(TokenKind::possessive) ||
                      (t.is(TokenKind::figure) && first > scene.first + 1 && is_name_word(scene.tokens[first - 2]));
    if (!part) break;
    --first;
  }
  if (first < figure && first > scene.first && joints::is(scene.tokens[first - 1], joints::the)) --first;
  return first;
}

// An item "the P4 27,900" that ends at token `figure`, behind "and" or a comma; where its joint begins, 0 if it is none.
std::uint32_t item_before(Scene const& scene, std::uint32_t figure) {
  Cursor const c{&scene, figure};
  if (!c->is(TokenKind::figure) || c->has(glued) || (figure + 1 < scene.last && !ends_item(scene.tokens[figure + 1]))) return 0;
  auto const first = name_before(scene, figure);
  if (first == figure || first <= scene.first || !is_joint(scene.tokens[first - 1])) return 0;
  auto joint = first - 1;
  if (joint > scene.first && is_joint(scene.tokens[joint - 1])) --joint;
  return joint;
}

// "The Velo 30 and the Velo 40": two of a name.
bool one_name(Scene const& scene, std::uint32_t a, std::uint32_t b) {
  return text_of(scene.tokens[a - 1], scene.view) == text_of(scene.tokens[b - 1], scene.view);
}

}  // namespace

bool is_gapped(Scene const& scene, std::uint32_t figure) {
  static WordSet const light{"has", "have", "had", "is", "was", "are", "were", "does", "did"};
  auto const joint = item_before(scene, figure);
  if (joint == 0) return false;
  // Nothing but such items stands behind it, and what they come to: ", for a total of", ", which makes".
  static WordSet const sums{"for", "which", "making", "giving", "bringing", "or", "together", "in", "so", "all"};
  for (auto at = figure + 1; at < scene.last;) {
    Token const& t = scene.tokens[at];
    if (t.is(TokenKind::stop) || t.is(TokenKind::semicolon)) break;
    if (t.is(TokenKind::comma) && at + 1 < scene.last && sums.has(scene.tokens[at + 1].word)) break;
    auto next = at;
    while (next < scene.last && next < at + name_length + 3 && !(next > at && item_before(scene, next) != 0)) ++next;
    if (next >= scene.last || item_before(scene, next) == 0) return false;
    if (one_name(scene, next, figure)) return false;
    at = next + 1;
  }
  // The figure that has a verb and a unit or a noun, behind no name.
  auto const counted = [&](std::uint32_t i) {
    return i > scene.first && scene.tokens[i - 1].is(TokenKind::figure);
  };  // "pumps"
  auto at = joint;
  while (at > scene.first && at + reach > figure) {
    Token const& t = scene.tokens[--at];
    if (t.is(TokenKind::semicolon) || (is_verb(t) && word_info(t.word).usual_part == verb && !counted(at))) return false;
    if (!t.is(TokenKind::figure)) continue;
    if (item_before(scene, at) != 0) {
      if (one_name(scene, at, figure)) return false;
      continue;
    }
    // "employs 4,500, Velo 3,200"; "costs $640, the Velo 780"
    Token const& lead = scene.tokens[at - (at > scene.first)];
    bool const bare = at + 1 >= joint && !is_verb(lead) && !lead.is(TokenKind::currency);
    if (bare || is_name_word(lead) || (t.has(glued) && !lead.is(TokenKind::currency))) return false;
    constexpr int most = 12, times = 20;
    auto const told = scene.figures[t.figure].value, own = scene.figures[scene.tokens[figure].figure].value;
    if (told <= Decimal(most) || told > own * Decimal(times) || own > told * Decimal(times)) return false;
    for (auto k = at; k-- > scene.first && k + reach > at;)
      if (is_verb(scene.tokens[k]) || light.has(scene.tokens[k].word)) return true;
    return false;
  }
  return false;
}

}  // namespace counterclaim
