#include "src/resolve/about.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

class WordsAbout {
 public:
  WordsAbout(Context const& c, MentionPlace const& at, Frame const& f, std::uint32_t counted_first, std::uint32_t counted_last,
             std::vector<std::string_view>& scratch)
      : c_(c),
        at_(at),
        f_(f),
        counted_first_(counted_first),
        counted_last_(counted_last),
        tokens_(c.tokens.tokens),
        sentence_(c.tokens.sentences[at.sentence]),
        out_(scratch) {
    out_.clear();
  }

  std::span<std::string_view const> run() {
    find();
    return c_.kept.keep(out_);
  }

 private:
  void find() {
    if (stands_behind_its_name()) return;
    add_chain(f_.head_phrase);
    add_chain(f_.whole_phrase);
    if (f_.whole_phrase < 0) whole_behind_bracket();
    if (is_subject()) return;
    subject();
    add(f_.object_phrase);
    if (out_.empty()) behind();
    if (out_.empty() && (f_.verb < 0 || !has_own_subject())) before();
    if (!out_.empty() && f_.verb >= 0) add_token(phrase(f_.verb).head);
  }

  static constexpr std::uint32_t reach = 60;  // tokens looked back, so that a sentence of many figures stays linear

  Phrase const& phrase(std::int32_t p) const { return c_.chunks.phrases[std::size_t(p)]; }
  std::int32_t phrase_of(std::uint32_t token) const { return c_.chunks.phrase_of[token]; }
  bool is_noun(std::int32_t p) const { return p >= 0 && phrase(p).kind == PhraseKind::noun; }
  bool is_finite(std::int32_t p) const { return p >= 0 && phrase(p).kind == PhraseKind::verb && !phrase(p).has(non_finite); }
  bool is_own(std::uint32_t i) const { return (i >= at_.first && i < at_.last) || (i >= counted_first_ && i < counted_last_); }
  std::uint32_t back_to() const { return std::max(sentence_.first, at_.first - std::min(at_.first, reach)); }

  bool says(std::uint32_t i) const {
    auto const& t = tokens_[i];
    if (is_own(i) || c_.covered[i] != 0 || t.is(TokenKind::possessive)) return false;
    if (c_.name_of[i] >= 0) return true;
    auto const k = c_.chunks.classes[i];
    if (k == WordClass::pronoun || k == WordClass::determiner || k == WordClass::mark) return false;
    return (t.is(TokenKind::word) || t.is(TokenKind::code)) && !t.begins(Category::function_words);
  }
  // The word as it is written, with what is glued to it: "S&P", "year-end".
  void add_token(std::uint32_t i) {
    if (!says(i)) return;
    auto last = i + 1;
    while (last < sentence_.last && tokens_[last].has(glued) && phrase_of(last) == phrase_of(i) && !is_own(last) &&
           !tokens_[last].is(TokenKind::possessive))
      ++last;
    auto const word = joined(c_.tokens, i, last, c_.article.view, c_.kept);
    if (std::find(out_.begin(), out_.end(), word) == out_.end()) out_.push_back(word);
  }
  void add(std::int32_t p) {
    if (p < 0) return;
    for (auto i = phrase(p).first; i < phrase(p).last; ++i)
      if (i == phrase(p).first || !tokens_[i].has(glued) || !says(i - 1)) add_token(i);
  }
  // The phrase with those that prepositions hang on it: "fuel burn of the H6".
  void add_chain(std::int32_t p) {
    for (int links = 0; p >= 0 && links < 3; ++links) {
      add(p);
      auto const next = phrase(p).last;
      if (next + 1 >= sentence_.last || c_.chunks.classes[next] != WordClass::preposition) return;
      if (next + 1 >= at_.first && next < at_.last) return;
      auto const q = phrase_of(next + 1);
      if (!is_noun(q) || (phrase(q).first < at_.last && phrase(q).last > at_.first)) return;
      if (c_.covered[phrase(q).head] != 0) return;
      p = q;
    }
  }

  // "Orla 1.2% Brill -0.4%": a row of figures, each behind its name.
  bool stands_behind_its_name() {
    if (f_.head_phrase < 0 || !phrase(f_.head_phrase).has(proper) || phrase(f_.head_phrase).head < at_.last) return false;
    auto i = at_.first;
    while (i > back_to() && c_.covered[i - 1] == 0 && (c_.name_of[i - 1] >= 0 || c_.chunks.classes[i - 1] == WordClass::name))
      --i;
    for (auto k = i; k < at_.first; ++k) add_token(k);
    return !out_.empty();
  }
  // "said that between 20 and 30 were sold": the figure itself is what the verb behind it says something of.
  bool is_subject() const {
    auto const last = std::max(at_.last, counted_last_);
    if (last >= sentence_.last || !is_finite(phrase_of(last))) return false;
    if (at_.first == sentence_.first) return true;
    auto const k = c_.chunks.classes[at_.first - 1];
    return k == WordClass::subordinator || k == WordClass::conjunction || k == WordClass::wh;
  }

  // "340 Nm (251 lb-ft) of pull": both figures, before the bracket and in it, are of what stands behind.
  void whole_behind_bracket() {
    auto i = at_.last;
    auto const end = std::min(sentence_.last, at_.last + 12);
    if (i < end && tokens_[i].is(TokenKind::open_bracket))
      ++i;
    else if (!tokens_[at_.first].has(in_brackets))
      return;
    while (i < end && !tokens_[i].is(TokenKind::close_bracket)) ++i;
    if (i + 2 >= end || c_.word(i + 1) != "of") return;
    if (is_noun(phrase_of(i + 2))) add_chain(phrase_of(i + 2));
  }
  // "60 percent off a coat", "48% from the line": what the preposition behind the figure leads to.
  void behind() {
    auto const i = at_.last;
    if (i + 1 >= sentence_.last || counted_last_ > counted_first_) return;
    auto const w = text_of(tokens_[i], c_.article.view);  // in small letters: "$10 Off Sale" is a title
    if ((w == "off" || w == "from" || w == "on" || w == "for") && is_noun(phrase_of(i + 1)) && !is_pronoun(phrase_of(i + 1)))
      add_chain(phrase_of(i + 1));
  }

  bool is_pronoun(std::int32_t p) const { return phrase(p).has(pronominal); }
  bool has_own_subject() const {
    return f_.subject_phrase >= 0 && (is_pronoun(f_.subject_phrase) || is_own(phrase(f_.subject_phrase).head));
  }
  void subject() {
    if (f_.subject_phrase < 0) return;
    if (!is_pronoun(f_.subject_phrase)) return add_chain(f_.subject_phrase);
    if (auto const named = subject_before(phrase(f_.subject_phrase).first); named >= 0) add_chain(named);
  }

  // The subject of the nearest finite verb group before a token of the sentence, that is no pronoun; -1 if there is none.
  std::int32_t subject_before(std::uint32_t token) const {
    auto i = token;
    while (i > back_to()) {
      --i;
      if (!is_finite(phrase_of(i))) continue;
      auto const found = subject_of(phrase_of(i));
      if (found >= 0 && !is_pronoun(found)) return found;
      i = phrase(phrase_of(i)).first;
    }
    return -1;
  }
  // The first noun phrase of the run of phrases and prepositions before a verb group.
  std::int32_t subject_of(std::int32_t verb) const {
    std::int32_t found = -1;
    for (auto i = phrase(verb).first; i > back_to(); --i) {
      auto const p = phrase_of(i - 1);
      if (p >= 0 && phrase(p).kind == PhraseKind::verb && !phrase(p).has(non_finite)) break;
      if (tokens_[i - 1].is(TokenKind::semicolon) || tokens_[i - 1].is(TokenKind::colon)) break;
      if (!is_noun(p)) continue;
      if (c_.covered[phrase(p).head] == 0) found = p;
      i = phrase(p).first + 1;
      bool const hangs = phrase(p).first > sentence_.first && c_.chunks.classes[phrase(p).first - 1] == WordClass::preposition;
      if (found == p && !hangs) break;
    }
    return found;
  }

  // A figure without a verb: the phrase it stands behind in its own part of the sentence, else the subject of the part before.
  void before() {
    for (auto i = at_.first; i > back_to(); --i) {
      auto const& t = tokens_[i - 1];
      if (t.is(TokenKind::semicolon)) break;
      auto const p = phrase_of(i - 1);
      if (is_finite(p)) break;
      if (!is_noun(p)) continue;
      i = phrase(p).first + 1;
      if (holds_figure(phrase(p)) || is_pronoun(p)) continue;
      add(p);
      if (!out_.empty()) return;
    }
    if (auto const s = subject_before(at_.first); s >= 0) return add(s);
    for (auto i = back_to(); i < at_.first && out_.empty(); ++i)
      if (is_noun(phrase_of(i)) && !is_pronoun(phrase_of(i)) && !holds_figure(phrase(phrase_of(i)))) add(phrase_of(i));
  }
  bool holds_figure(Phrase const& p) const {
    if (p.first > sentence_.first && (c_.covered[p.first - 1] & 1) != 0 && !is_own(p.first - 1)) return true;
    for (auto i = p.first; i < p.last; ++i)
      if (c_.covered[i] != 0 && !is_own(i)) return true;
    return false;
  }

  Context const& c_;
  MentionPlace const& at_;
  Frame const& f_;
  std::uint32_t counted_first_, counted_last_;
  std::vector<Token> const& tokens_;
  Sentence const& sentence_;
  std::vector<std::string_view>& out_;
};

}  // namespace

std::span<std::string_view const> words_about(Context const& context, MentionPlace const& at, Frame const& frame,
                                              std::uint32_t counted_first, std::uint32_t counted_last,
                                              std::vector<std::string_view>& scratch) {
  return WordsAbout(context, at, frame, counted_first, counted_last, scratch).run();
}

}  // namespace counterclaim
