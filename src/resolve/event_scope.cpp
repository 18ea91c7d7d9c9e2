#include "src/resolve/event_scope.hpp"

#include <algorithm>
#include <string>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"

namespace counterclaim {
namespace {

class EventScope {
 public:
  EventScope(Context const& c, Frame const& f, std::vector<std::string_view>& out)
      : c_(c), f_(f), tokens_(c.tokens.tokens), out_(out) {}

  void run() {
    auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
    bool const done_to = f_.object_phrase >= 0 && !v.has(passive_voice) && noun_behind(v);
    if (auto const of = done_to ? f_.object_phrase : f_.subject_phrase; of >= 0) {
      auto const& p = c_.chunks.phrases[std::size_t(of)];
      if (p.kind == PhraseKind::noun && !p.has(pronominal)) part(p), number(p);
      if (!done_to) is_new(p);
    }
    // "Came out in version 2", "broke ground on a second plant"
    auto const* object = done_to ? phrase_at(v.last) : nullptr;
    auto const behind = object ? object->last : v.last;
    static WordSet const leads{"in", "on", "of", "for"};
    auto const* p = behind + 1 < tokens_.size() && leads.has(tokens_[behind].word) ? phrase_at(behind + 1) : nullptr;
    if (p && p->kind == PhraseKind::noun && p->sentence == v.sentence) number(*p), is_further(*p);
    if (std::none_of(out_.begin(), out_.end(), [](auto const& scope) { return scope.starts_with("number "); })) turn();
    whom(v);
    where();
  }

 private:
  void say(std::string lead, std::string_view word) { out_.push_back(c_.kept.keep(lead.append(word))); }
  Phrase const* phrase_at(std::uint32_t i) const {
    auto const p = i < c_.chunks.phrase_of.size() ? c_.chunks.phrase_of[i] : -1;
    return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  }
  bool noun_behind(Phrase const& v) const {
    auto const* p = phrase_at(v.last);
    return p && p->kind == PhraseKind::noun;
  }
  std::uint8_t field(std::uint32_t token) const {
    auto const word = tokens_[token].word;
    return word == unknown_word ? 0 : word_info(word_info(word).noun_lemma).noun_field;
  }
  // "The east wing of Orla Hospital", "Orla's east wing", "its east wing"
  void part(Phrase const& p) {
    static WordSet const ways_in{"door", "gate", "site", "house", "building", "project"};
    static WordId const of = find_word("of");
    auto const f = field(p.head);
    if (c_.name_of[p.head] >= 0 || (f != lexname::artifact && f != lexname::group && f != lexname::location)) return;
    auto const lemma = lemma_id(c_, p.head);
    if ((lemma & unknown_bit) != 0 || ways_in.has(lemma) || tokens_[p.head].begins(Category::nominals)) return;
    bool owned = c_.chunks.classes[p.first] == WordClass::possessive;
    for (auto i = p.first; i < p.head && !owned; ++i) owned = c_.name_of[i] >= 0 && tokens_[i + 1].is(TokenKind::possessive);
    if (auto const* q = phrase_at(p.last + 1); !owned && q && q->kind == PhraseKind::noun && tokens_[p.last].word == of)
      for (auto i = q->first; i < q->last && !owned; ++i) owned = c_.name_of[i] >= 0;
    if (owned) say("part ", word_text(lemma));
  }
  // "A library released in May": of one that nobody named
  void is_new(Phrase const& p) {
    static WordSet const any{"a", "an", "another"};
    if (auto const of = field(p.head); of == lexname::act || of == lexname::event) return;
    auto const lemma = lemma_id(c_, p.head);
    auto const lead = tokens_.begin() + p.first;  // "that a library"
    bool const is_one = std::any_of(lead, tokens_.begin() + p.head, [&](Token const& t) { return any.has(t.word); });
    if (p.kind != PhraseKind::noun || (lemma & unknown_bit) != 0 || c_.name_of[p.head] >= 0 || !is_one) return;
    static WordSet const be{"is", "was", "are", "were"};  // "Orla is a firm that was formed in 1987"
    if (p.first > 0 && be.has(tokens_[p.first - 1].word)) return;
    // "Pell Mills, a maker founded in 1931", "a Pell mill"
    bool const beside = p.first > 1 && tokens_[p.first - 1].is(TokenKind::comma) && c_.name_of[p.first - 2] >= 0;
    bool const named =
        std::any_of(p.first + c_.name_of.begin(), p.last + c_.name_of.begin(), [](std::int32_t use) { return use >= 0; });
    if (beside || named) return;
    say("some ", word_text(lemma));
    is_further(p);
  }
  // "A third man", "another hall"
  void is_further(Phrase const& p) {
    static WordSet const further{"another", "further", "second", "third", "fourth", "fifth"}, one{"a", "another", "further"};
    auto const lemma = lemma_id(c_, p.head);
    auto const in_phrase = [&](WordSet const& words) {
      return std::any_of(tokens_.begin() + p.first, tokens_.begin() + p.head,
                         [&](Token const& t) { return words.has(t.word); });
    };
    if ((lemma & unknown_bit) == 0 && in_phrase(further) && in_phrase(one)) say("further ", word_text(lemma));
  }
  // "Version 3", "the second phase"
  void number(Phrase const& p) {
    for (auto i = p.first; i < p.last; ++i) {
      auto const lemma = lemma_id(c_, i);
      if ((lemma & unknown_bit) != 0 || !begins(word_info(lemma), Category::numbered_things)) continue;
      auto const noun = [&] { return std::string("number ").append(word_text(lemma)).append(1, ' '); };
      if (i + 1 < tokens_.size() && tokens_[i + 1].is(TokenKind::figure) && tokens_[i + 1].begin == tokens_[i].end + 1) {
        say(noun(), text_of(tokens_[i + 1], c_.article.view));
      } else if (i > p.first && tokens_[i - 1].begins(Category::ordinals)) {
        auto const m = match_phrase(Category::ordinals, tokens_, i - 1, i, c_.article.view);
        if (m) say(noun(), vocabulary(Category::ordinals)[std::size_t(m.row)].column[0]);
      }
    }
  }
  // "They met on Saturday in the second round"
  void turn() {
    static WordSet const in{"in", "with", "of"};
    for (auto i = f_.clause_first; i + 1 < f_.clause_last; ++i) {
      if (!in.has(tokens_[i].word)) continue;
      auto const* p = phrase_at(i + 1);
      bool const turn = p && p->kind == PhraseKind::noun && tokens_[p->head].begins(Category::numbered_things);
      if (turn && (c_.covered[p->head] & 2) == 0 && field(p->head) != lexname::time)
        return number(*p);  // "in the second week" is when
    }
  }
  // "Opened to members"
  void whom(Phrase const& v) {
    static WordId const to = find_word("to"), open = find_word("open");
    if (v.last >= tokens_.size() || tokens_[v.last].word != to || tokens_[v.head].word == unknown_word) return;
    if (word_info(tokens_[v.head].word).verb_lemma != open) return;
    auto const* p = phrase_at(v.last + 1);
    if (!p || p->kind != PhraseKind::noun) return;
    auto const f = field(p->head);
    auto const lemma = lemma_id(c_, p->head);
    if ((f == lexname::person || f == lexname::group) && (lemma & unknown_bit) == 0) say("for ", word_text(lemma));
  }

  // "Goes on sale in Norway"
  void where() {
    static WordId const in = find_word("in");
    for (auto i = f_.clause_first; i + 1 < f_.clause_last; ++i) {
      if (tokens_[i].word != in) continue;
      auto const use = c_.name_of[i + 1];
      if (use < 0 || c_.covered[i + 1] != 0) continue;
      return say("in ", c_.names.names[c_.names.uses[std::size_t(use)].name]);
    }
  }

  Context const& c_;
  Frame const& f_;
  std::vector<Token> const& tokens_;
  std::vector<std::string_view>& out_;
};

}  // namespace

void add_event_scope(Context const& c, Frame const& f, std::vector<std::string_view>& out) {
  if (f.verb >= 0) EventScope(c, f, out).run();
}

}  // namespace counterclaim
