#include "src/resolve/concepts.hpp"

#include <algorithm>
#include <string_view>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

bool lists(std::string_view kinds, std::string_view kind) {
  for (std::size_t from = 0; from <= kinds.size();) {
    auto const to = std::min(kinds.find('|', from), kinds.size());
    if (kinds.substr(from, to - from) == kind) return true;
    from = to + 1;
  }
  return false;
}

}  // namespace

std::string_view measured_by(UnitId unit_id) {
  auto const dimension = unit(unit_id).dimension;
  if (dimension.empty()) return "count";
  return dimension.starts_with("money") ? std::string_view("money") : dimension;
}

std::span<Concepts::Found const> Concepts::of_sentence(std::uint32_t sentence) {
  auto& range = ranges_[sentence];
  if (range.first == not_yet) {
    range.first = std::uint32_t(found_.size());
    find(sentence);
    range.last = std::uint32_t(found_.size());
  }
  return std::span(found_).subspan(range.first, range.last - range.first);
}

void Concepts::find(std::uint32_t sentence) {
  auto const& s = c_.tokens.sentences[sentence];
  lemmas_.resize(s.last - s.first);
  at_.resize(s.last - s.first);
  std::uint32_t count = 0;
  for (auto i = s.first; i < s.last; ++i) {
    auto const& t = c_.tokens.tokens[i];
    if (t.is(TokenKind::figure)) continue;  // "cut 900 jobs"
    auto& lemma = lemmas_[count] = t;
    at_[count++] = i;
    if (t.word == unknown_word) continue;
    lemma.word = lemma_id(c_, i);
    lemma.categories = word_info(lemma.word).categories;
  }
  lemmas_.resize(count);
  at_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!lemmas_[i].begins(Category::concepts)) continue;
    for_each_phrase(Category::concepts, lemmas_, i, count, c_.article.view, [&](PhraseMatch m) {
      found_.push_back({m.row, at_[i], at_[i + m.tokens - 1] + 1});
    });
    if (is_verb(at_[i])) find_around_object(i);
  }
}

bool Concepts::is_verb(std::uint32_t token) const {
  auto const p = c_.chunks.phrase_of[token];
  if (p < 0) return false;
  auto const& phrase = c_.chunks.phrases[std::size_t(p)];
  return phrase.kind == PhraseKind::verb && phrase.head == token;
}

// "Took the maker to court", "put it into service": what a verb says with words behind its object.
void Concepts::find_around_object(std::uint32_t verb) {
  constexpr std::uint32_t most_behind = 3;
  auto const& phrases = c_.chunks.phrases;
  auto const v = c_.chunks.phrase_of[at_[verb]];
  auto const object = c_.chunks.phrase_of[std::min(std::size_t(phrases[std::size_t(v)].last), c_.chunks.phrase_of.size() - 1)];
  if (object < 0 || phrases[std::size_t(object)].kind != PhraseKind::noun) return;
  auto behind = verb + 1;
  while (behind < at_.size() && at_[behind] < phrases[std::size_t(object)].last) ++behind;
  if (behind == verb + 1 || behind == at_.size()) return;
  around_.assign(1, lemmas_[verb]);
  for (auto i = behind; i < std::min<std::size_t>(behind + most_behind, lemmas_.size()); ++i) around_.push_back(lemmas_[i]);
  for_each_phrase(Category::concepts, around_, 0, around_.size(), c_.article.view, [&](PhraseMatch m) {
    bool const event = lists(vocabulary(Category::concepts)[std::size_t(m.row)].column[0], "date");
    if (event && m.tokens > 1) found_.push_back({m.row, at_[verb], at_[behind + m.tokens - 2] + 1});
  });
}

void Concepts::add(Frame& frame, std::uint32_t sentence, std::string_view measured) {
  if (measured.empty()) return;
  auto& terms = frame.terms;
  for (auto const& f : of_sentence(sentence)) {
    auto const kinds = vocabulary(Category::concepts)[std::size_t(f.row)].column[0];
    // "300 cars a day" are cars that are made as well
    bool const fits = lists(kinds, measured) || (measured == "count per time" && lists(kinds, "count"));
    if (!fits) continue;
    auto role = f.first >= frame.clause_first && f.last <= frame.clause_last ? TermRole::clause : TermRole::sentence;
    for (auto i = f.first; i < f.last; ++i) {
      auto const lemma = lemma_id(c_, i);
      for (auto const& t : terms)
        if (t.word == lemma) role = std::min(role, t.role);
    }
    auto const word = concept_term | std::uint32_t(f.row);
    auto const same = std::find_if(terms.begin(), terms.end(), [&](Term const& t) { return t.word == word; });
    if (same == terms.end())
      terms.push_back({word, role});
    else
      same->role = std::min(same->role, role);
  }
  sort_by_role(terms);
}

void Concepts::add_heads(Frame& frame, std::uint32_t block, std::string_view measured) {
  for (auto const head : {c_.row_head[block], c_.column_head[block]}) {
    if (head < 0) continue;
    for (auto s = c_.first_sentence[std::size_t(head)]; s < c_.first_sentence[std::size_t(head) + 1]; ++s)
      add(frame, s, measured);
  }
}

}  // namespace counterclaim
