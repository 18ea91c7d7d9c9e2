#include "src/resolve/life_serials.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/antecedent.hpp"
#include "src/resolve/editions.hpp"
#include "src/resolve/life_words.hpp"

namespace counterclaim {
namespace {

using life::is_one_of;

class Serials {
 public:
  Serials(Context const& c, std::uint32_t article, std::vector<Claim>& claims)
      : c_(c), tokens_(c.tokens.tokens), article_(article), claims_(claims) {}

  void run() {
    constexpr auto ordinals = bits_of(Category::ordinals), nominals = bits_of(Category::nominals);
    for (auto const& s : c_.tokens.sentences) {
      bool const numbers = s.holds(ordinals) || s.holds(ordinal_suffix);
      bool const scores = s.holds(TokenKind::figure) && (s.holds(TokenKind::dash) || s.holds(TokenKind::hyphen));
      if (!numbers && !scores && !s.holds(nominals)) continue;
      sentence_ = std::uint32_t(&s - c_.tokens.sentences.data());
      bool const figures = scores || s.holds(ordinal_suffix);
      for (auto i = s.first + 2; i + 1 < s.last; ++i)
        if (auto const& t = tokens_[i]; (t.categories & (ordinals | nominals)) != 0 || (figures && t.is(TokenKind::figure)))
          read(t, i);
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

  void read(Token const& t, std::uint32_t i) {
    if (t.begins(Category::ordinals) || t.has(ordinal_suffix)) {
      if (is_of_rank(i)) return;
      if (auto const e = edition_at(c_, i, sentence_); e.last != 0 && !ordinal(i).is_zero()) {
        auto& c = state({tokens_[e.first].begin, tokens_[e.last - 1].end}, "place", "edition", e.event, ordinal(i));
        c.quoted = tokens_[i].has(in_quotes);
        return;
      }
      auto const before = claims_.size();
      at(i);
      if (claims_.size() == before && c_.covered[i] == 0 && first_use()) word(i, i + 1, "ordinal", ordinal(i));
    } else if (t.is(TokenKind::figure)) {
      score(i);
    } else {
      group(i);
    }
  }
  // "the third-largest port": a rank has a rule of its own
  bool is_of_rank(std::uint32_t i) const {
    auto const& ranks = c_.mentions.ranks;
    auto const r = std::lower_bound(ranks.begin(), ranks.end(), i, [](RankMention const& m, auto k) { return m.at.last <= k; });
    if (r == ranks.end() || r->at.first > i) return false;
    auto const next = tokens_[i + 1].is(TokenKind::hyphen) ? i + 2 : i + 1;
    return next < r->at.last && (c_.word(next).ends_with("est") || c_.word(next) == "most");
  }
  void group(std::uint32_t i) {
    static WordSet const words{"duo", "trio", "quartet", "quintet", "sextet"};  // by how many they are
    if (!words.has(tokens_[i].word)) return;
    word(i, i + 1, "group", Decimal(std::find(words.begin(), words.end(), tokens_[i].word) - words.begin() + 2));
  }
  // "4–3", a score that is no range.
  void score(std::uint32_t i) {
    if (!tokens_[i + 1].is(TokenKind::dash) && !tokens_[i + 1].is(TokenKind::hyphen)) return;
    if (i + 2 >= c_.tokens.sentences[sentence_].last || !tokens_[i + 2].is(TokenKind::figure) || c_.covered[i] != 0) return;
    auto const& a = c_.tokens.figures[tokens_[i].figure].value;
    auto const& b = c_.tokens.figures[tokens_[i + 2].figure].value;
    if (a < Decimal(200) && b < Decimal(200) && a.is_whole() && b.is_whole()) word(i, i + 3, "score", a * Decimal(1000) + b);
  }
  // The first name of the sentence, null if it has none.
  NameUse const* first_use() const {
    auto const& uses = c_.names.uses;
    auto const u = std::lower_bound(uses.begin(), uses.end(), c_.tokens.sentences[sentence_].first,
                                    [](NameUse const& use, std::uint32_t t) { return use.first < t; });
    return u == uses.end() || u->sentence != sentence_ ? nullptr : &*u;
  }
  void word(std::uint32_t first, std::uint32_t last, std::string_view row, Decimal value) {
    if (c_.covered[first] != 0 || value.is_zero()) return;
    if (auto const* use = first_use())
      state({tokens_[first].begin, tokens_[last - 1].end}, "word", row, c_.names.names[use->name], value);
  }
  Claim& state(Span span, std::string_view attribute, std::string_view row, std::string_view subject, Decimal value) {
    auto const& sentence = c_.tokens.sentences[sentence_];
    auto& c = claims_.emplace_back();
    c.article = article_;
    c.kind = ClaimKind::statement;
    c.span = span;
    c.sentence = sentence.span, c.block = sentence.block;
    c.measure = "life";
    c.attribute = attribute;
    c.whole = row;
    c.subject = subject;
    c.value = Interval::exactly(value);
    NameRef const name{subject, TermRole::subject};
    c.names = c_.kept.keep(std::vector<NameRef>{name});
    c.right = c_.kept.keep(visible(c_.article.view, c.span));
    return c;
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

  // "To visit a comet", "that has succeeded in a trial": what the row is of.
  void add_deed(std::uint32_t from, std::vector<Term>& terms) const {
    constexpr std::uint32_t reach = 16;
    for (auto k = from; k < c_.tokens.sentences[sentence_].last && k < from + reach; ++k) {
      auto const& t = tokens_[k];
      if (t.is(TokenKind::comma) || t.is(TokenKind::semicolon)) return;
      auto const cls = c_.chunks.classes[k];
      auto const* p = phrase_at(k);
      bool const verb = p && p->kind == PhraseKind::verb && p->head == k;
      if (!t.is(TokenKind::word) || t.begins(Category::function_words) || c_.name_of[k] >= 0 || c_.covered[k] != 0) continue;
      if (verb || cls == WordClass::noun || cls == WordClass::adjective)
        terms.push_back({lemma_id(c_, k), verb ? TermRole::verb : TermRole::clause});
    }
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
    add_deed(p->head + 1, terms);
    auto& c = state({tokens_[i].begin, tokens_[p->head].end}, "place", word_text(word_info(head).noun_lemma), who, value);
    c.quoted = tokens_[i].has(in_quotes);
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
