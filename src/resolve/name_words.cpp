#include "src/resolve/name_words.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {

NameWord name_word(Tokens const& tokens, std::size_t at, std::string_view view) {
  if (!tokens.tokens[at].begins(Category::name_words)) return NameWord::plain;
  auto const m = match_phrase(Category::name_words, tokens.tokens, at, at + 1, view);
  if (!m) return NameWord::plain;
  auto const kind = vocabulary(Category::name_words)[std::size_t(m.row)].column[0];
  if (kind == "prefix") {  // "Pre-training took 61 days"
    if (at + 2 >= tokens.tokens.size()) return NameWord::plain;
    auto const &hyphen = tokens.tokens[at + 1], &rest = tokens.tokens[at + 2];
    bool const joined = hyphen.is(TokenKind::hyphen) && hyphen.has(glued) && rest.has(glued) && rest.is(TokenKind::word);
    return joined && !rest.has(capital) ? NameWord::never : NameWord::plain;
  }
  return kind == "company"                                              ? NameWord::company
         : kind == "title"                                              ? NameWord::title
         : kind == "model"                                              ? NameWord::model
         : kind == "nickname" || kind == "business" || kind == "people" ? NameWord::plain
                                                                        : NameWord::never;
}

bool is_origin(Token const& t) {
  if (!t.is(TokenKind::word) || t.word == unknown_word || t.has(all_capitals)) return false;
  auto const& w =
      word_info(word_info(t.word).noun_lemma != unknown_word ? word_info(t.word).noun_lemma : t.word);  // "Norwegians"
  static constexpr std::string_view endings[] = {"an", "ese", "ish", "ch", "i", "ic", "ss", "ek"};      // "Noble" is no origin
  auto text = word_text(t.word);
  if (text.ends_with("ns")) text.remove_suffix(1);
  if (std::none_of(std::begin(endings), std::end(endings), [&](auto const end) { return text.ends_with(end); })) return false;
  return (w.parts & adjective) != 0 && (w.parts & noun) != 0 &&
         (w.noun_field == lexname::communication || w.noun_field == lexname::person);
}

bool is_thing(WordId id) {
  auto const& word = word_info(id);
  bool const thing = word.noun_field == lexname::animal || word.noun_field == lexname::food ||
                     word.noun_field == lexname::object || word.noun_field == lexname::person ||
                     word.noun_field == lexname::plant || word.noun_field == lexname::substance;
  return thing && (word.parts & (adverb | adjective)) == 0 && word.noun_lemma == id;
}

bool has_unit(Mentions const& mentions, std::uint32_t figure) {
  auto const& all = mentions.quantities;
  auto const q = std::lower_bound(all.begin(), all.end(), figure, [](auto const& m, auto at) { return m.at.first < at; });
  if (q == all.end() || q->at.first != figure || q->at.last != figure + 1) return false;
  return q->unit != no_unit || (q->counted_last > q->counted_first && q->counted_last <= figure);
}

bool counts_nothing(Mentions const& mentions, std::uint32_t figure) {
  auto const none = [&](auto const& all) {
    auto const m = std::lower_bound(all.begin(), all.end(), figure, [](auto const& x, auto at) { return x.at.last <= at; });
    return m == all.end() || m->at.first > figure;
  };
  return none(mentions.quantities) && none(mentions.dates) && none(mentions.ranks);
}

bool in_title_case(Tokens const& tokens, Sentence const& sentence) {
  std::uint32_t content = 0, small = 0;
  auto const most = (sentence.last - sentence.first) / 8;  // small ones, were all words content
  for (auto i = sentence.first; i < sentence.last && small <= most; ++i) {
    auto const& t = tokens.tokens[i];
    if (!t.is(TokenKind::word) || t.begins(Category::function_words)) continue;
    ++content;
    small += !t.has(capital);
  }
  return content >= 4 && small * 8 <= content;
}

WordsWritten written_small(Tokens const& tokens) {
  WordsWritten out;
  for (auto const& t : tokens.tokens)
    if (t.is(TokenKind::word) && !t.has(capital) && t.word != unknown_word) out.insert(t.word);
  return out;
}

bool leads_stranger(Tokens const& tokens, std::uint32_t noun, std::string_view view) {
  auto const& t = tokens.tokens[noun];
  if (!t.begins(Category::nominals) || noun + 1 >= tokens.tokens.size() || tokens.tokens[noun + 1].word != unknown_word)
    return false;
  auto const m = match_phrase(Category::nominals, tokens.tokens, noun, noun + 1, view);
  if (!m) return false;
  auto const& row = vocabulary(Category::nominals)[std::size_t(m.row)];
  auto const word = lower(text_of(t, view));
  return row.column[0] == "rival" || (row.column[1] == "business" && (word.ends_with("er") || word.ends_with("or")));
}

}  // namespace counterclaim
