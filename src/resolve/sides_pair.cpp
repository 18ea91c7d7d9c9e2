// The other of two: whom "the K7 was faster", "has the larger fleet", "the faster of the two" set their subject against.
#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/owned_thing.hpp"
#include "src/resolve/sides.hpp"
#include "src/resolve/spelling.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t sentences_back = 2;  // whom what is alone is set against
constexpr std::uint32_t pair_back = 3;

// What a sentence names besides `one`, at most two of them.
class Others {
 public:
  Others(Context const& c, std::string_view one) : c_(c), one_(one) {}

  void read(std::uint32_t first, std::uint32_t last) {
    auto const& uses = c_.names.uses;
    auto u = std::lower_bound(uses.begin(), uses.end(), first, [](NameUse const& n, std::uint32_t t) { return n.first < t; });
    for (; u != uses.end() && u->first < last; ++u)
      if (fits(*u)) add(c_.names.names[u->name]);
    for (auto i = first; i < last; ++i)
      if (is_coined(i)) add(text_of(c_.tokens.tokens[i], c_.article.view));
  }
  bool is_one() const { return !first_.empty() && !more_; }
  bool is_none() const { return first_.empty(); }
  std::string_view name() const { return first_; }

 private:
  bool fits(NameUse const& u) const {
    auto const name = c_.names.names[u.name];
    return !u.person && c_.descriptions.kinds[u.name] != a_person && !owns(c_, u) && !is_setting(c_, u) && !is_test(c_, u) &&
           (c_.covered[u.first] & 2) == 0 && has_digit(name) == has_digit(one_);
  }
  // "Rolazine" within a sentence, a word of no language.
  bool is_coined(std::uint32_t i) const {
    constexpr std::uint32_t shortest = 6;
    auto const& t = c_.tokens.tokens[i];
    return t.is(TokenKind::word) && t.word == unknown_word && !t.has(capital) && t.end - t.begin >= shortest &&
           c_.name_of[i] < 0 && c_.chunks.classes[i] == WordClass::noun;
  }
  void add(std::string_view name) {
    if (is_short_for(name, one_) || lower(name) == lower(one_) || is_short_for(name, first_)) {
      if (first_.empty() || !is_short_for(name, first_) || name.size() <= first_.size()) return;
      first_ = name;
      return;
    }
    more_ = more_ || !first_.empty();
    if (first_.empty()) first_ = name;
  }

  Context const& c_;
  std::string_view one_, first_;
  bool more_ = false;
};

}  // namespace

bool is_alone(Context const& c, ComparisonMention const& k) {
  static WordId const the = find_word("the");
  return k.right_first >= k.right_last && !k.superlative && k.left_last <= k.at.first && k.at.first > 0 &&
         c.tokens.tokens[k.at.first - 1].word != the;
}

std::string_view only_other(Context const& c, ComparisonMention const& k, std::string_view one) {
  auto const& sentences = c.tokens.sentences;
  auto const s = k.at.sentence;
  Others others(c, one);
  others.read(sentences[s].first, is_alone(c, k) ? sentences[s].last : k.at.first);
  // "A is fine, and B runs better": it is not said than what.
  if (is_alone(c, k) && !others.is_none()) return {};
  for (auto back = 1U; others.is_none() && back <= sentences_back && back <= s; ++back) {
    if (sentences[s - back].block != sentences[s].block) break;
    others.read(sentences[s - back].first, sentences[s - back].last);
  }
  return others.is_one() ? others.name() : std::string_view();
}

std::string_view other_of_pair(Context const& c, ComparisonMention const& k, std::string_view one) {
  auto const& uses = c.names.uses;
  auto const& sentences = c.tokens.sentences;
  bool const article = k.left_first < k.left_last && c.chunks.classes[k.left_first] == WordClass::determiner;
  auto const s = k.at.sentence;
  bool const people = !country_of(joined(c.tokens, k.left_first, k.left_last, c.article.view, c.kept)).empty();
  auto u =
      std::lower_bound(uses.begin(), uses.end(), k.at.first, [](NameUse const& n, std::uint32_t t) { return n.first < t; });
  while (u != uses.begin()) {
    --u;
    if (sentences[u->sentence].block != sentences[s].block || u->sentence + pair_back < s) break;
    bool const alike = u->first > 0 && ((c.chunks.classes[u->first - 1] == WordClass::determiner) == article || people);
    if (alike &&
        (!people || (is_country(c.names.names[u->name]) && country_of(c.names.names[u->name]).empty() && !is_setting(c, *u))) &&
        !is_short_for(c.names.names[u->name], one) && (!has_digit(one) || has_digit(c.names.names[u->name])) &&
        !is_test(c, *u) && (c.covered[u->first] & 2) == 0)
      return c.names.names[u->name];
  }
  auto const other = meant_by(c, k.at.first, s, one, one);
  if (!is_short_for(other, one)) return other;
  std::string_view topic;
  c.each_topic(sentences[s].block, [&](std::string_view name) {
    if (topic.empty() && !is_short_for(name, one) && has_digit(name) == has_digit(one)) topic = name;
  });
  return topic;
}

void name_one(Context const& c, Side& brief, Side const& full) {
  auto const blank = full.name.rfind(' ');
  bool const one = brief.name.ends_with(" one") && brief.name.find(' ') + 4 < brief.name.size();
  if (!one || blank == full.name.npos || full.name.ends_with(" one")) return;
  auto const noun = full.name.substr(blank + 1);
  auto const id = find_word(noun);
  if (id == unknown_word || (word_info(id).parts & PartOfSpeech::noun) == 0) return;
  brief.name = c.kept.keep(std::string(brief.name.substr(0, brief.name.size() - 3)) + std::string(noun));
}

}  // namespace counterclaim
