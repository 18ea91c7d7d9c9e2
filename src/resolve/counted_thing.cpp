#include "src/resolve/counted_thing.hpp"

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

// "two thirds of the harbor" counts no harbors.
bool is_one_thing(Token const& noun) {
  if (noun.word == unknown_word) return false;
  auto const& w = word_info(noun.word);
  return w.noun_lemma == noun.word && w.noun_field != lexname::group && w.noun_field != lexname::person;
}
// "best" is "good", "largest" "large"; empty for what has no degrees.
std::string_view plain_degree(Context const& c, std::uint32_t i) {
  auto const& tokens = c.tokens.tokens;
  if (!tokens[i].begins(Category::measures)) return {};
  auto const m = match_phrase(Category::measures, tokens, i, i + 1, c.article.view);
  return m ? vocabulary(Category::measures)[std::size_t(m.row)].phrase : std::string_view();
}

}  // namespace

std::uint32_t counted_end(Context const& c, QuantityMention const& q) {
  static WordId const of = find_word("of");
  auto const& tokens = c.tokens.tokens;
  for (auto i = q.counted_first + 1; i + 1 < q.counted_last; ++i) {
    if (tokens[i].word != of) continue;
    auto const head = tokens[i - 1].word;
    bool const somebody =
        head != unknown_word && word_info(head).noun_lemma != head && word_info(head).noun_field == lexname::person;
    return somebody || c.name_of[q.counted_last - 1] >= 0 ? i : q.counted_last;
  }
  return q.counted_last;
}

std::string_view counted_thing(Context const& c, QuantityMention const& q) {
  std::string out;
  auto const end = counted_end(c, q);
  if (q.share && !q.one_of && end > q.counted_first && is_one_thing(c.tokens.tokens[end - 1])) return {};
  for (auto i = q.counted_first; i < end; ++i) {
    auto const& t = c.tokens.tokens[i];
    bool const last = i + 1 == end;
    if (!last && i > q.counted_first && t.begins(Category::function_words) && !t.has(glued)) continue;
    if (!out.empty() && !t.has(glued)) out += ' ';
    if (last) {
      out += lemma_text(c, i);
      continue;
    }
    bool const heads = t.word != unknown_word && c.word(i + 1) == "of";
    if (heads)
      out += word_text(word_info(t.word).noun_lemma);
    else if (auto const base = plain_degree(c, i); !base.empty())
      out += base;
    else
      out += lower(text_of(t, c.article.view));
  }
  return c.kept.keep(out);
}

std::string_view counted_by_row(Context const& c, std::uint32_t block) {
  auto const head = c.article.blocks[block].table < 0 ? -1 : c.row_head[block];
  if (head < 0 || c.first_sentence[std::size_t(head)] == c.first_sentence[std::size_t(head) + 1]) return {};
  auto const& sentence = c.tokens.sentences[c.first_sentence[std::size_t(head)]];
  auto const p = c.chunks.phrase_of[sentence.first];
  if (p < 0) return {};
  auto const& phrase = c.chunks.phrases[std::size_t(p)];
  if (phrase.kind != PhraseKind::noun || !phrase.has(plural) || phrase.has(proper)) return {};
  QuantityMention things;
  things.counted_first = phrase.first, things.counted_last = phrase.head + 1;
  return counted_thing(c, things);
}

}  // namespace counterclaim
