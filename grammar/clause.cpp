#include "grammar/clause.hpp"

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {

namespace {

constexpr std::uint32_t reach = 40;  // tokens a walk may look away from where it began

WordSet const attaching{"of", "in", "for", "from", "on", "at", "with", "by", "under", "within", "without", "inside", "per"};
bool attaches(WordId preposition) { return attaching.has(preposition); }

WordSet const many{"are", "were", "have"}, one{"is", "was", "has"}, likened{"like", "as"}, parts{"but", "so", "yet"};
WordId const to = find_word("to"), close = find_word("close"), told = find_word("told");

// A noun phrase begins at i and no verb that it is the subject of follows it.
bool is_bare_noun(Clause const& c, std::uint32_t i) {
  auto const* p = c.noun(i);
  if (!p || p->first != i || p->has(pronominal)) return false;
  auto k = p->last;
  for (int led = 0; led < 3 && c.cls(k) == WordClass::preposition && c.noun(k + 1); ++led) k = c.noun(k + 1)->last;
  while (c.cls(k) == WordClass::adverb) ++k;
  auto const* v = c.verb(k);
  // "and way better", "and ten times cheaper": an amount of what follows.
  bool const amount = c.in(k) && (c.token(k).begins(Category::measures) || one_of(c.word(k), {"as", "more", "less"})) &&
                      (one_of(c.word(p->head), {"way", "times", "lot", "bit"}) || c.cls(p->head) == WordClass::number ||
                       c.cls(p->first) == WordClass::number || c.token(p->first).begins(Category::currencies));
  return !amount && (!v || v->has(non_finite));
}

}  // namespace

bool Clause::is_name(TokenRange r) const {
  for (auto i = r.first; i < r.last; ++i)
    if (cls(i) == WordClass::name) return true;
  return false;
}
MentionPlace Clause::place(TokenRange r) const {
  return {{tokens[r.first].begin, tokens[r.last - 1].end}, r.first, r.last, sentence};
}

Clause clause_of(Article const& article, Tokens const& tokens, Chunks const& chunks, std::uint32_t sentence) {
  auto const& s = tokens.sentences[sentence];
  return {article.view, tokens.tokens, tokens.sentences, &chunks, sentence, s.first, s.last};
}

std::uint32_t begin_of_aside(Clause const& c, std::uint32_t end) {
  static WordSet const leads{"in", "by"};
  static WordSet const nouns{"turn", "fact", "contrast", "comparison", "practice", "theory", "general", "short"};
  if (end < c.first + 3) return end;
  return leads.has(c.token(end - 2).word) && nouns.has(c.token(end - 1).word) ? end - 2 : end;
}

TokenRange noun_chain_from(Clause const& c, std::uint32_t at) {
  while (c.in(at) && (c.cls(at) == WordClass::adverb || c.is(at, TokenKind::quote))) ++at;
  auto const* p = c.noun(at);
  if (!p) return {};
  static WordSet const meant{"it", "him", "her", "them", "us", "me", "you"};
  auto const first = at;
  auto end = p->last;
  bool const pronoun = p->has(pronominal) && meant.has(c.token(p->head).word);
  while (end < c.last && end < first + reach) {
    auto i = end;
    if (c.is(i, TokenKind::quote)) {
      ++i;
      if (i >= c.last) break;
    }
    auto const k = c.cls(i);
    // Behind a name or "it", "in the test" and "on the route" are said of the whole clause.
    bool const adverbial = pronoun || (!one_of(c.word(i), {"of", "from"}) && c.is_name({first, end}));
    if (k == WordClass::preposition && attaches(c.token(i).word) && !adverbial && c.noun(i + 1)) {
      end = c.noun(i + 1)->last;
      continue;
    }
    bool const modifier = k == WordClass::participle || (k == WordClass::ing_verb && !c.is_name({first, end})) ||
                          (k == WordClass::adjective && c.cls(i + 1) == WordClass::preposition);
    if (modifier && c.cls(i + 1) == WordClass::preposition && c.noun(i + 2)) {  // "those made by", "clients available for"
      end = c.noun(i + 2)->last;
      continue;
    }
    if (c.is(i, TokenKind::slash) && c.noun(i + 1)) {
      end = c.noun(i + 1)->last;
      continue;
    }
    auto n = i;
    if (c.is(n, TokenKind::open_bracket) && c.cls(n + 1) == WordClass::conjunction) ++n;  // "Acme (or Brill)"
    if (c.is(n, TokenKind::comma)) ++n;
    if (c.cls(n) == WordClass::conjunction && c.word(n) != "but" && c.word(n) != "so" && c.word(n) != "yet") ++n;
    if (c.word(n) == "including" || c.word(n) == "like") ++n;
    if (c.word(n) == "such" && c.word(n + 1) == "as") n += 2;
    while (n > i && c.cls(n) == WordClass::adverb) ++n;
    if (n > i && is_bare_noun(c, n)) {
      end = c.noun(n)->last;
      continue;
    }
    break;
  }
  return {first, end};
}

TokenRange noun_chain_before(Clause const& c, std::uint32_t end) {
  auto passed_over = [&](std::uint32_t i) {  // "Acme+ is" is said of Acme
    return c.cls(i) == WordClass::adverb || c.is(i, TokenKind::quote) || (c.is(i, TokenKind::sign) && c.token(i).has(glued));
  };
  while (end > c.first && passed_over(end - 1)) --end;
  end = begin_of_aside(c, end);
  if (end <= c.first) return {};
  auto const* p = c.noun(end - 1);
  if (!p) return {};
  auto first = p->first;
  // "Volta beats the pumps of the region, and it is": the clause begins anew.
  static WordSet const anew{"it", "they", "we", "i", "he", "she", "this"};
  if (first + 1 == p->last && first > c.first + 1 && anew.has(c.token(first).word) &&
      c.cls(first - 1) == WordClass::conjunction && c.is(first - 2, TokenKind::comma))
    return {first, p->last};
  // "and C": commas before it divide items, and so does one of "Acme, Brill are".
  auto const behind = c.in(end) ? c.token(end).word : unknown_word;
  bool listed = p->has(proper) && !p->has(plural) && many.has(behind);
  // "A tested B, and C is": one alone is.
  bool const single = p->has(proper) && one.has(behind);
  while (first > c.first && end - first < reach) {
    auto b = first - 1;
    if (c.cls(b) == WordClass::adverb && b > c.first && c.cls(b - 1) == WordClass::conjunction) --b;  // "and even C"
    auto const k = c.cls(b);
    auto const word = c.token(b).word;
    if (b == c.first) break;
    if (c.is(b, TokenKind::slash) && c.noun(b - 1)) {
      first = c.noun(b - 1)->first;
      continue;
    }
    if (k == WordClass::preposition && (attaches(word) || likened.has(word))) {
      auto const* before = c.noun(b - 1);
      if (before && !before->has(pronominal)) {
        first = before->first;
        continue;
      }
      bool const modifier = c.cls(b - 1) == WordClass::participle || c.cls(b - 1) == WordClass::adjective;
      if (modifier && b - 1 > c.first && c.noun(b - 2)) {
        first = c.noun(b - 2)->first;
        continue;
      }
    }
    // "people close to the talks say"; who told a paper is the paper's affair
    if (word == to && behind != told && b > c.first + 1 && c.token(b - 1).word == close && c.noun(b - 2)) {
      first = c.noun(b - 2)->first;
      continue;
    }
    bool const joins = k == WordClass::conjunction && !parts.has(word);
    if (joins || (listed && c.is(b, TokenKind::comma))) {
      bool const comma = c.is(b - 1, TokenKind::comma);
      if (joins && comma && single) break;
      auto const* before = comma && b - 1 > c.first ? c.noun(b - 2) : c.noun(b - 1);
      // "and X" may join two clauses: a list's items are named or counted alike.
      bool const alike =
          before && !before->has(pronominal) && (before->has(proper) == p->has(proper) || before->first == c.first);
      auto const led = before && before->first > c.first ? before->first - 1 : end;
      // "Why would A and B be": the first word of a verb group that its subject divides.
      bool const inverted = led < end && c.cls(led) == WordClass::modal;
      bool const object = led < end && ((c.verb(led) && !inverted) || (!joins && c.cls(led) == WordClass::preposition));
      if (alike && !object) {
        first = before->first;
        listed = joins;
        continue;
      }
    }
    break;
  }
  return {first, end};
}

TokenRange antecedent(Clause const& c, TokenRange pronoun) {
  auto const written = c.word(pronoun.first);
  auto const w = written.substr(0, written.find('\''));  // "they're"
  if (!one_of(w, {"it", "its", "they", "their", "this", "these", "that", "those", "he", "she", "them"})) return pronoun;
  if (w == "he" || w == "she") return pronoun;  // no thing
  auto const* phrases = c.chunks->phrases;
  auto fits = [&](Phrase const& p) {
    bool const time = c.token(p.first).begins(Category::date_names) || c.token(p.head).begins(Category::date_names);
    return p.kind == PhraseKind::noun && p.has(proper) && !time;
  };
  // In this sentence: the last named phrase that a verb follows, else the last named one that no preposition leads.
  auto from = c.chunks->phrase_of[pronoun.first];
  Phrase const* best = nullptr;
  Phrase const* unnamed = nullptr;  // "the company": the first one of the sentence
  for (auto k = from - 1; k >= 0 && phrases[k].sentence == c.sentence && from - k < 24; --k) {
    auto const& p = phrases[k];
    if (!fits(p)) {
      bool const thing = p.kind == PhraseKind::noun && !p.has(pronominal) && c.cls(p.head) == WordClass::noun &&
                         !(p.first > c.first && c.cls(p.first - 1) == WordClass::preposition);
      if (thing && p.has(plural) == (w.starts_with("the") || w == "these" || w == "those")) unnamed = &p;
      continue;
    }
    auto next = p.last;
    while (c.cls(next) == WordClass::adverb) ++next;
    bool const is_subject = c.verb(next) != nullptr || c.is(next, TokenKind::comma) || c.cls(next) == WordClass::wh;
    bool const is_led = p.first > c.first && c.cls(p.first - 1) == WordClass::preposition;
    bool const several = w.starts_with("the");  // "A, B and C say that they"
    if (is_subject && !is_led) return several ? noun_chain_before(c, p.last) : TokenRange{p.first, p.last};
    if (!best || is_led < (best->first > c.first && c.cls(best->first - 1) == WordClass::preposition)) best = &p;
  }
  if (best) return {best->first, best->last};
  if (unnamed) return {unnamed->first, unnamed->last};
  if (from < 0) return pronoun;
  // In the two sentences before it of the same block.
  auto earliest = c.sentence;
  while (earliest > 0 && c.sentence - earliest < 2 && c.sentences[earliest - 1].block == c.sentences[c.sentence].block)
    --earliest;
  if (earliest == c.sentence) return pronoun;
  constexpr int most = 60;
  int passed = from - c.chunks->index_of(c.chunks->of_sentence(c.sentence).front());
  for (auto s = c.sentence; s-- > earliest;) {
    auto const& before = c.sentences[s];
    auto const list = c.chunks->of_sentence(s);
    for (auto p = list.rbegin(); p != list.rend() && ++passed < most; ++p) {
      if (!fits(*p)) continue;
      bool const leads = p->first == before.first || c.chunks->classes[p->first - 1] == WordClass::mark;
      if (leads) return {p->first, p->last};
    }
  }
  return pronoun;
}

namespace {

bool is_finite(Phrase const& v) { return !v.has(non_finite); }

// The subject that ends before token `end`, the verb's first.
TokenRange subject_ending(Clause const& c, std::uint32_t end, int depth);

TokenRange subject_of(Clause const& c, Phrase const& v, int depth) { return subject_ending(c, v.first, depth); }

TokenRange before_parenthesis(Clause const& c, std::uint32_t comma) {
  auto const stop = comma > c.first + reach ? comma - reach : c.first;
  for (auto k = comma; k > stop;) {
    --k;
    if (!c.is(k, TokenKind::comma) && !c.is(k, TokenKind::open_bracket) && !c.is(k, TokenKind::dash)) continue;
    auto const chain = noun_chain_before(c, k);
    if (!chain.empty()) return chain;
  }
  return noun_chain_before(c, comma);
}

// "Acme, which opened on May 3, 1998, is": of what a relative clause between commas is said.
TokenRange before_relative(Clause const& c, std::uint32_t comma) {
  for (auto k = comma; k > c.first + 1 && comma - k < reach;) {
    --k;
    if (c.is(k, TokenKind::semicolon) || c.is(k, TokenKind::colon)) break;
    if (c.cls(k) == WordClass::wh && c.is(k - 1, TokenKind::comma)) return noun_chain_before(c, k - 1);
  }
  return {};
}

// "Acme has grown, sells more, and is": the verb between the commas, or before the first, that has the same subject. "Acme,
// which has grown, is", "Acme, they say, is": none.
Phrase const* verb_of_series(Clause const& c, std::uint32_t comma) {
  if (c.word(comma + 1).ends_with("ing")) return nullptr;  // ", having grown"
  for (auto k = comma; k > c.first && comma - k < reach;) {
    --k;
    if (c.is(k, TokenKind::comma) || c.is(k, TokenKind::semicolon) || c.is(k, TokenKind::dash)) return nullptr;
    auto const* v = c.verb(k);
    if (!v || !is_finite(*v)) continue;
    if (v->first == c.first || c.token(v->head).begins(Category::reporting_verbs)) return nullptr;
    auto const* p = c.noun(v->first - 1);
    // A pronoun or another name between commas is an aside ("Acme, he knows, is").
    bool const opens = p && (p->first == c.first || c.cls(p->first - 1) != WordClass::mark);
    return p && !p->has(pronominal) && (opens || p->first <= c.first + 2) ? v : nullptr;
  }
  return nullptr;
}

TokenRange subject_ending(Clause const& c, std::uint32_t end, int depth) {
  if (depth == 0) return {};
  while (end > c.first &&
         (c.cls(end - 1) == WordClass::adverb || c.is(end - 1, TokenKind::quote) || c.cls(end - 1) == WordClass::negation))
    --end;
  if (end <= c.first) return {};
  end = begin_of_aside(c, end);
  auto const b = end - 1;
  // "and, on a good road, is": what stands between the commas aside.
  if (c.is(b, TokenKind::comma))
    for (auto k = b; k > c.first + 1 && b - k < reach / 4;) {
      --k;
      if (c.verb(k)) break;
      if (!c.is(k, TokenKind::comma)) continue;
      if (c.cls(k - 1) == WordClass::conjunction) return subject_ending(c, k, depth - 1);
      break;
    }
  if (c.is(b, TokenKind::comma)) {
    if (auto const outer = before_relative(c, b); !outer.empty()) return outer;
    if (auto const* v = verb_of_series(c, b)) return subject_of(c, *v, depth - 1);
  }
  if (c.is(b, TokenKind::comma) || c.is(b, TokenKind::close_bracket) || c.is(b, TokenKind::dash))
    return before_parenthesis(c, b);
  if (c.cls(b) == WordClass::wh || (c.cls(b) == WordClass::subordinator && c.word(b) == "that")) {
    auto k = b;
    if (k > c.first && c.is(k - 1, TokenKind::comma)) --k;
    return noun_chain_before(c, k);
  }
  if (c.cls(b) == WordClass::conjunction) {  // "is small and beats": the subject of the verb before
    for (auto k = b; k > c.first && b - k < reach;) {
      --k;
      if (auto const* v = c.verb(k); v) {
        auto const* p = v->first > c.first ? c.noun(v->first - 1) : nullptr;
        bool const standard = p && p->first > c.first && c.word(p->first - 1) == "than";  // "more than Brill does, and has"
        if (is_finite(*v) && !standard) return subject_of(c, *v, depth - 1);
        if (v->first <= c.first) break;
        k = v->first;
      }
    }
    return {};
  }
  auto chain = noun_chain_before(c, end);
  if (chain.empty()) return {};
  // "the engine that beats Acme's is": the object of a relative clause; the subject stands before "that".
  if (auto const* v = chain.first > c.first ? c.verb(chain.first - 1) : nullptr; v && is_finite(*v) && v->first > c.first)
    if (auto const w = v->first - 1; c.cls(w) == WordClass::wh || c.word(w) == "that")
      if (auto const outer = noun_chain_before(c, w); !outer.empty()) return outer;
  // "the pump that runs on gas, with its filter, is": what a preposition leads is no subject.
  if (chain.first > c.first && c.cls(chain.first - 1) == WordClass::preposition && depth > 1) {
    auto k = chain.first - 1;
    while (k > c.first && (c.cls(k - 1) == WordClass::ing_verb || c.cls(k - 1) == WordClass::participle)) --k;
    // "As a rule, rowing for Acme is": the -ing form is the subject.
    bool const gerund = k < chain.first - 1 && c.cls(k) == WordClass::ing_verb;
    if (gerund && (k == c.first || c.is(k - 1, TokenKind::comma) || c.cls(k - 1) == WordClass::subordinator))
      return {k, chain.last};
    auto const led = k > c.first ? c.cls(k - 1) : WordClass::mark;
    if (led == WordClass::conjunction || led == WordClass::wh)
      return subject_ending(c, k, depth - 1);  // "and to most eyes was"
    if (k > c.first && c.is(k - 1, TokenKind::comma)) {
      if (auto const outer = before_parenthesis(c, k - 1); !outer.empty()) return outer;
    } else if (k > c.first) {
      if (auto const outer = noun_chain_before(c, k); !outer.empty()) return outer;
    }
  }
  auto const* p = c.noun(chain.first);
  if (p && p->has(pronominal) && p->last == chain.last) {
    // "Acme to me is": to whom it seems so.
    auto const by = chain.first > c.first + 1 && one_of(c.word(chain.first - 1), {"to", "for"}) ? chain.first - 1 : c.first;
    auto const outer = by > c.first && c.noun(by - 1) ? noun_chain_before(c, by) : TokenRange{};
    return outer.empty() ? antecedent(c, chain) : outer;
  }
  if (chain.first > c.first && c.cls(chain.first - 1) == WordClass::ing_verb) --chain.first;  // "buying a van is"
  return chain;
}

// "they're", "it'll": a pronoun that holds its verb.
bool holds_verb(Clause const& c, std::uint32_t i) {
  return c.cls(i) == WordClass::pronoun && c.word(i).find('\'') != std::string_view::npos;
}

}  // namespace

TokenRange subject_before(Clause const& c, std::uint32_t at) {
  auto const start = at;
  for (auto k = at + 1; k > c.first && start - k + 1 < reach;) {
    --k;
    if (holds_verb(c, k)) return antecedent(c, {k, k + 1});
    auto const* v = c.verb(k);
    if (!v) {
      if (c.is(k, TokenKind::semicolon) || (c.is(k, TokenKind::colon) && k < start)) break;
      continue;
    }
    if (is_finite(*v)) {
      auto const s = subject_of(c, *v, 4);
      if (!s.empty()) return s;
      if (v->first == c.first) break;
      k = v->first;
      continue;
    }
    // A participle or -ing form behind a noun is said of that noun; behind a comma or a preposition, of the main subject.
    if (!v->has(infinitive) && v->first > c.first && c.noun(v->first - 1)) {
      auto const chain = noun_chain_before(c, v->first);
      auto const* p = c.noun(chain.first);
      return p && p->has(pronominal) ? antecedent(c, chain) : chain;
    }
    // "finds Acme to be": the object does it.
    if (v->has(infinitive) && v->first > c.first + 1 && c.noun(v->first - 1)) {
      auto const* p = c.noun(v->first - 1);
      if (p->first > c.first && c.verb(p->first - 1) && !p->has(pronominal)) return {p->first, p->last};
    }
    if (v->first == c.first) break;
    k = v->first;
  }
  return {};
}

}  // namespace counterclaim
