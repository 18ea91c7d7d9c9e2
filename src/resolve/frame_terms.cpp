#include "src/resolve/frame_terms.hpp"

#include <algorithm>

#include "counterclaim/word_set.hpp"
#include "src/resolve/origin.hpp"

namespace counterclaim {
namespace {

std::uint64_t bit_of(std::uint32_t word) { return std::uint64_t(1) << ((word * 0x9E3779B1u) >> 26); }
bool is_same(std::string_view a, std::string_view b) { return a.data() == b.data(); }  // both of Names::names

}  // namespace

void FrameTerms::add_word(std::uint32_t word, TermRole role) {
  if ((seen_ & bit_of(word)) != 0)  // a word whose bit is not set stands in no term yet
    for (auto const& t : f_.terms)
      if (t.word == word) return;
  append(word, role);
}

void FrameTerms::append(std::uint32_t word, TermRole role) {
  seen_ |= bit_of(word);
  f_.terms.push_back({word, role});
}

void FrameTerms::add_phrase(Phrase const& p, TermRole role) {
  if (is_content(p.head)) add(p.head, role);
  for (auto i = p.first; i < p.last; ++i)
    if (i != p.head) add(i, role == TermRole::subject ? TermRole::subject : TermRole::modifier);
  static WordId const additional = find_word("additional");
  if ((role == TermRole::subject || role == TermRole::head) && is_of_further(p)) append(additional, TermRole::modifier);
}

void FrameTerms::add_use(NameUse const& use, TermRole role) {
  auto const name = c_.names.names[use.name];
  bool const spoken = speakers_.hold(use.first) && !(of_speaker_ && role == TermRole::subject);
  if (spoken || (role < TermRole::sentence && tells_origin(c_, use))) role = TermRole::sentence;
  for (auto const& n : f_.names)
    if (is_same(n.name, name)) return;
  f_.names.push_back({name, role});
}

void FrameTerms::add_block(std::int32_t b, TermRole word_role, TermRole name_role) {
  constexpr std::uint32_t longest = 24;  // tokens of a sentence that are looked at
  if (b < 0) return;
  for (auto s = c_.first_sentence[std::size_t(b)]; s < c_.first_sentence[std::size_t(b) + 1]; ++s) {
    auto const& other = c_.tokens.sentences[s];
    for (auto i = other.first; i < std::min(other.last, other.first + longest); ++i) {
      add_name(c_.name_of[i], name_role);
      add(i, word_role);
    }
  }
}

void FrameTerms::add_name_text(std::string_view name, TermRole role) {
  for (auto& n : f_.names)
    if (is_same(n.name, name)) {
      if (role < n.role) n.role = role;
      return;
    }
  f_.names.push_back({name, role});
}

bool FrameTerms::is_of_further(Phrase const& p) const {
  static WordSet const further{"more", "further"};
  for (auto i = std::max(p.first, 1u); i < p.last; ++i)
    if (further.has(c_.tokens.tokens[i].word) && c_.chunks.classes[i - 1] == WordClass::number) return true;
  return false;
}

bool FrameTerms::is_set_against(std::uint32_t i, MentionPlace const& figure) const {
  static WordSet const against{"unlike", "versus", "vs", "than", "alongside", "besides", "without", "excluding", "except"};
  static WordSet const away{"apart", "aside"};
  static WordSet const in_turn{"before", "after", "like"};
  if (c_.name_of[i] < 0) return false;
  auto k = c_.names.uses[std::size_t(c_.name_of[i])].first;
  if (k > f_.clause_first && c_.chunks.classes[k - 1] == WordClass::determiner) --k;
  if (k == f_.clause_first) return false;
  // "Dorne scored 36 and Orl 34": the next figure's
  auto const last = c_.names.uses[std::size_t(c_.name_of[i])].last;
  bool const joined = c_.chunks.classes[k - 1] == WordClass::conjunction || c_.tokens.tokens[k - 1].is(TokenKind::comma);
  if (joined && figure.last < k && last < f_.clause_last && (c_.covered[last] & 1) != 0) return true;
  bool const aside = k > f_.clause_first + 1 && c_.tokens.tokens[k - 2].is(TokenKind::comma);  // "Orl, after Harrow, has"
  // "Apart from Dorne, 12 towns": which is none of them
  static WordId const from = find_word("from");
  if (c_.tokens.tokens[k - 1].word == from && k > f_.clause_first + 1 && away.has(c_.tokens.tokens[k - 2].word)) return true;
  if (against.has(c_.tokens.tokens[k - 1].word)) return true;
  // "Founded in 1921, a decade before Orl"
  bool const timed = k > f_.clause_first + 1 && c_.tokens.tokens[k - 2].begins(Category::date_units);
  return (aside || timed) && in_turn.has(c_.tokens.tokens[k - 1].word);
}

}  // namespace counterclaim
