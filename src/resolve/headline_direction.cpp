#include "counterclaim/lexicon.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/resolve/headline_body.hpp"

namespace counterclaim {
namespace {

PhraseMatch change_word(Context const& c, Category category, std::uint32_t i, std::uint32_t last) {
  auto const& t = c.tokens.tokens;
  return t[i].begins(category) ? match_phrase(category, t, i, last, c.article.view) : PhraseMatch{};
}

// "Exports slip": which way, where the headline gives no figure. Told by its first verb, of the words before it.
struct Direction {
  Change change = Change::level;
  std::uint32_t first = 0, last = 0;  // tokens of the verb
};
Direction headline_direction(Context const& c, Sentence const& s) {
  for (auto i = s.first + 1; i < s.last; ++i) {
    if (c.tokens.tokens[i].is(TokenKind::comma) || c.tokens.tokens[i].is(TokenKind::colon)) return {};
    auto const m = change_word(c, Category::change_verbs, i, s.last);
    if (!m) continue;
    auto const& row = vocabulary(Category::change_verbs)[std::size_t(m.row)];
    if (!row.column[1].empty()) return {};
    return {row.column[0] == "up" ? Change::up : Change::down, i, i + m.tokens};
  }
  return {};
}
bool has_change(Context const& c, Sentence const& s, Change change) {
  for (auto i = s.first; i < s.last; ++i)
    for (auto const category : {Category::change_verbs, Category::change_nouns, Category::change_comparatives})
      if (auto const m = change_word(c, category, i, s.last);
          m && (vocabulary(category)[std::size_t(m.row)].column[0] == "up") == (change == Change::up))
        return true;
  return false;
}

}  // namespace

// The first sentence of the body that tells of a change of what the headline speaks of, if it goes the other way.
void find_headline_direction(HeadlineBody& body, std::uint32_t heading) {
  auto const& c = body.context();
  auto const& h = c.tokens.sentences[heading];
  auto const told = headline_direction(c, h);
  if (told.change == Change::level) return;
  auto const other = told.change == Change::up ? Change::down : Change::up;
  std::uint32_t checked = heading + 1;
  auto const n = body.figures();
  for (std::size_t i = 0; i < n; ++i) {
    auto const& b = body.claim(i);
    if (b.headline || b.change == Change::level) continue;
    for (; checked <= body.at(i).sentence; ++checked)
      if (has_change(c, c.tokens.sentences[checked], told.change)) return;
    if (b.change != other || b.vague ||
        body.shared(heading, body.at(i).sentence, body.at(i).sentence, told.first) < HeadlineBody::enough)
      continue;
    Claim like;
    like.article = b.article;
    like.span = {c.tokens.tokens[told.first].begin, c.tokens.tokens[told.last - 1].end};
    like.sentence = h.span, like.block = h.block;
    Interval up, down;
    up.low = Decimal(0), up.low_open = true;
    down.high = Decimal(0), down.high_open = true;
    bool const rises = told.change == Change::up;
    body.offer(like, rises ? up : down, rises ? down : up, std::string(body.quote(i)) + (rises ? " down" : " up"), {b.span});
    return;
  }
}

}  // namespace counterclaim
