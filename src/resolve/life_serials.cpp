#include "src/resolve/life_serials.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/antecedent.hpp"
#include "src/resolve/life_words.hpp"

namespace counterclaim {
namespace {

using life::is_one_of;

class Serials {
 public:
  Serials(Context const& c, std::uint32_t article, std::vector<Claim>& claims)
      : c_(c), tokens_(c.tokens.tokens), article_(article), claims_(claims) {}

  void run() {
    for (std::uint32_t s = 0; s < c_.tokens.sentences.size(); ++s) {
      sentence_ = s;
      auto const& sentence = c_.tokens.sentences[s];
      for (auto i = sentence.first + 2; i + 1 < sentence.last; ++i)
        if (tokens_[i].has(ordinal_suffix) || tokens_[i].begins(Category::ordinals)) at(i);
    }
  }

 private:
  Phrase const* phrase_at(std::uint32_t i) const {
    auto const p = c_.chunks.phrase_of[i];
    return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  }
  Decimal ordinal(std::uint32_t i) const {
    auto const& t = tokens_[i];
    if (t.is(TokenKind::figure)) return c_.tokens.figures[t.figure].value;
    auto const m = match_phrase(Category::ordinals, tokens_, i, i + 1, c_.article.view);
    return m ? parse_decimal(vocabulary(Category::ordinals)[std::size_t(m.row)].column[0]).value_or(0) : Decimal(0);
  }

  // Who: the words that the sentence begins with up to its verb, or what a pronoun there stands for.
  std::string_view subject(Phrase const& verb) const {
    constexpr std::uint32_t longest = 9;
    auto first = c_.tokens.sentences[sentence_].first, last = verb.first;
    auto const* p = phrase_at(first);
    if (p && p->has(pronominal) && p->last == last)
      return antecedent(c_, {{tokens_[first].begin, tokens_[first].end}, first, first + 1, sentence_}, p);
    if (last > first && tokens_[last - 1].is(TokenKind::quote)) --last;
    if (first < last && (tokens_[first].is(TokenKind::quote) || c_.word(first) == "the")) ++first;
    bool named = false;
    for (auto i = first; i < last; ++i) {
      auto const& t = tokens_[i];
      if (t.is(TokenKind::comma) || t.is(TokenKind::colon) || t.is(TokenKind::open_bracket)) return {};
      if (auto const* q = phrase_at(i); q && q->kind == PhraseKind::verb) return {};
      named = named || c_.name_of[i] >= 0;
    }
    return named && last <= first + longest ? joined(c_.tokens, first, last, c_.article.view, c_.kept) : std::string_view();
  }

  void at(std::uint32_t i) {
    static WordSet const passing{"time", "day", "year", "month", "week", "half", "quarter", "place", "hour", "century"};
    auto const* p = phrase_at(i);
    auto const& sentence = c_.tokens.sentences[sentence_];
    if (!p || p->kind != PhraseKind::noun || p->head <= i || p->first == sentence.first) return;
    auto const before = p->first - 1;
    auto const* v = phrase_at(c_.word(before) == "as" && before > sentence.first ? before - 1 : before);
    if (!v || v->kind != PhraseKind::verb || v->has(negated) || v->has(modal_verb)) return;
    if (!is_one_of(c_.word(v->head), {"is", "was", "are", "were", "served", "serves"}) ||
        (c_.word(before) == "as") != is_one_of(c_.word(v->head), {"served", "serves"}))
      return;
    auto const head = tokens_[p->head].word;
    if (head == unknown_word || passing.has(word_info(head).noun_lemma)) return;
    auto const value = ordinal(i);
    if (value.is_zero()) return;
    std::vector<Term> terms;
    for (auto k = i + 1; k < p->head; ++k)
      if (tokens_[k].is(TokenKind::word)) terms.push_back({lemma_id(c_, k), TermRole::modifier});
    auto const who = subject(*v);
    if (who.empty()) return;
    std::vector<NameRef> names{{who, TermRole::subject}};
    constexpr std::uint32_t reach = 12;
    if (p->last < sentence.last && is_one_of(c_.word(p->last), {"of", "at", "in", "for"}))
      for (auto k = p->last; k < sentence.last && k < p->last + reach; ++k) {
        if (auto const* q = phrase_at(k); tokens_[k].is(TokenKind::comma) || (q && q->kind == PhraseKind::verb)) break;
        if (c_.name_of[k] < 0) continue;
        auto const name = c_.names.names[c_.names.uses[std::size_t(c_.name_of[k])].name];
        if (names.back().name.data() != name.data()) names.push_back({name, TermRole::clause});
      }
    auto& c = claims_.emplace_back();
    c.article = article_;
    c.kind = ClaimKind::statement;
    c.span = {tokens_[i].begin, tokens_[p->head].end};
    c.sentence = sentence.span, c.block = sentence.block;
    c.quoted = tokens_[i].has(in_quotes);
    c.measure = "life";
    c.attribute = "place";
    c.whole = word_text(word_info(head).noun_lemma);
    c.subject = who;
    c.value = Interval::exactly(value);
    c.terms = c_.kept.keep(terms);
    c.names = c_.kept.keep(names);
    c.right = c_.kept.keep(std::string("the ").append(visible(c_.article.view, c.span)));
  }

  Context const& c_;
  std::vector<Token> const& tokens_;
  std::uint32_t article_, sentence_ = 0;
  std::vector<Claim>& claims_;
};

}  // namespace

void find_serials(Context const& context, std::uint32_t article, std::vector<Claim>& claims) {
  Serials(context, article, claims).run();
}

}  // namespace counterclaim
