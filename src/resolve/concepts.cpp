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
  lemmas_.clear();
  auto const& s = c_.tokens.sentences[sentence];
  at_.clear();
  for (auto i = s.first; i < s.last; ++i) {
    auto const& t = c_.tokens.tokens[i];
    if (t.is(TokenKind::figure)) continue;  // "cut 900 jobs"
    lemmas_.push_back(t);
    at_.push_back(i);
    if (t.word == unknown_word) continue;
    auto& lemma = lemmas_.back();
    lemma.word = lemma_id(c_, i);
    lemma.categories = word_info(lemma.word).categories;
  }
  for (std::uint32_t i = 0; i < lemmas_.size(); ++i) {
    if (!lemmas_[i].begins(Category::concepts)) continue;
    for_each_phrase(Category::concepts, lemmas_, i, lemmas_.size(), c_.article.view, [&](PhraseMatch m) {
      found_.push_back({m.row, at_[i], at_[i + m.tokens - 1] + 1});
    });
  }
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
