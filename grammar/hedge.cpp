// How certain: modals, plans, conditions and denials, each over the words it covers.
#include <algorithm>
#include <optional>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/productions.hpp"
#include "grammar/scope.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

Certainty certainty_of(std::string_view name) {
  if (name == "planned") return Certainty::planned;
  if (name == "hypothetical") return Certainty::hypothetical;
  return name == "denied" ? Certainty::denied : Certainty::hedged;
}

class Hedges {
 public:
  Hedges(Clause const& c, Mentions& mentions, std::size_t from) : c_(c), mentions_(mentions), from_(from) {}

  void run(bool is_title) {
    question();
    if (is_title) announcement();
    constexpr auto cues = bits_of(Category::reporting_verbs, Category::hedges);
    if (!c_.sentences[c_.sentence].holds(cues)) return;
    for (auto i = c_.next(c_.first, cues); i < c_.last; i = c_.next(i + 1, cues)) {
      auto const& t = c_.token(i);
      if (t.begins(Category::reporting_verbs)) denial(i), announced_act(i);
      if (t.begins(Category::hedges)) hedge(i);
    }
  }

 private:
  void add(TokenRange at, Certainty certainty, TokenRange scope) {
    auto& out = mentions_.hedges;
    if (out.size() > from_ && out.back().at.last > at.first) return;
    // What stands aside has its own certainty: the scope goes on behind it as a mention of its own.
    auto const* own = asides().holding(at.first);
    auto first = own ? std::max(own->first, scope.first) : scope.first;
    auto const last = own ? std::min(own->last, scope.last) : scope.last;
    for (std::size_t k = 0; !own && k < asides().count; ++k) {
      auto const& aside = asides().ranges[k];
      if (aside.last <= first || aside.first >= last) continue;
      piece(at, certainty, {first, aside.first});
      first = aside.last;
    }
    piece(at, certainty, {first, last});
  }
  void piece(TokenRange at, Certainty certainty, TokenRange scope) {
    auto const parts = [&](std::uint32_t i) { return c_.is(i, TokenKind::comma) || c_.is(i, TokenKind::close_bracket); };
    while (scope.first < scope.last && parts(scope.first)) ++scope.first;
    while (scope.first < scope.last && parts(scope.last - 1)) --scope.last;
    if (scope.first + 1 == scope.last && c_.is(scope.first, TokenKind::stop)) return;
    if (scope.first < scope.last) mentions_.hedges.push_back({c_.place(at), certainty, scope.first, scope.last});
  }
  Asides const& asides() {
    if (!asides_) asides_ = find_asides(c_);
    return *asides_;
  }

  // "Brill still leads, but for how long?": only the end is asked. The first token of what is, the sentence's if all of it.
  std::uint32_t asked_from(std::uint32_t end) const {
    constexpr std::uint32_t longest = 7;  // of such an end
    auto const asks = [&](std::uint32_t i) {
      auto const k = c_.cls(i);
      return k == WordClass::wh || k == WordClass::auxiliary || k == WordClass::modal;
    };
    for (auto i = c_.first; i < c_.first + 3; ++i)
      if (asks(i) || one_of(c_.word(i), {"if", "suppose", "how"})) return c_.first;
    for (auto i = end; i > c_.first + 3 && i + longest > end; --i) {
      if (!c_.is(i - 1, TokenKind::comma) && !c_.is(i - 1, TokenKind::dash)) continue;
      auto k = i;
      if (c_.cls(k) == WordClass::conjunction) ++k;
      if (c_.cls(k) == WordClass::preposition) ++k;
      if (!asks(k) && !one_of(c_.word(k), {"how", "why", "right", "no"})) return c_.first;
      for (auto v = c_.first; v + 1 < i; ++v)
        if (auto const* p = c_.verb(v); p && !p->has(non_finite)) return i;
      return c_.first;
    }
    return c_.first;
  }

  // A question asserts nothing.
  void question() {
    auto end = c_.last;
    while (end > c_.first && (c_.is(end - 1, TokenKind::quote) || c_.is(end - 1, TokenKind::close_bracket))) --end;
    if (end <= c_.first + 1 || !c_.is(end - 1, TokenKind::stop) || c_.view[c_.token(end - 1).begin] != '?') return;
    mentions_.hedges.push_back({c_.place({end - 1, end}), Certainty::hypothetical, asked_from(end - 1), c_.last});
    from_ = mentions_.hedges.size();
  }

  // "Dorne plant to employ 900": in a headline an infinitive for a verb is what is to come.
  void announcement() {
    for (auto i = c_.first; i < c_.last; ++i) {
      auto const* v = c_.verb(i);
      if (!v) continue;
      if (v->first == i && i > c_.first && c_.cls(i) == WordClass::to && c_.noun(i - 1)) {
        auto around = clause_around(c_, asides(), i);
        around.last = before_next_verb(around, i);
        add({i, v->last}, Certainty::planned, around);
      }
      return;
    }
  }

  void denial(std::uint32_t i) {
    auto const m = c_.match(Category::reporting_verbs, i);
    if (!m || vocabulary(Category::reporting_verbs)[std::size_t(m.row)].column[0] != "denial") return;
    auto const* v = c_.verb(i);
    if (!v || v->has(negated)) return;
    auto around = clause_around(c_, asides(), i);
    // "The bill was rejected on May 3", "dismissed its coach on May 3": that this was done then is no denial.
    static WordSet const acts{"reject", "dismiss"};
    bool const is_act = acts.has(word_info(c_.token(i).word).verb_lemma);
    // "Acme denied that": what follows; "the claim was denied": what stands before.
    if (v->has(passive_voice) && !v->has(non_finite)) {
      for (auto k = i + m.tokens; is_act && k < around.last; ++k)
        if (c_.word(k) == "on") around.last = k;
      add({i, i + m.tokens}, Certainty::denied, around);
      return;
    }
    auto const object = is_act && c_.noun(v->last) ? noun_chain_from(c_, v->last) : TokenRange{};
    bool const dated = !object.empty() && c_.word(object.last) == "on" && c_.noun(object.last + 1);
    add({i, i + m.tokens}, Certainty::denied, {i, dated ? object.last : c_.last});
  }

  // "Announced the elimination of 2,400 posts": what somebody is going to do.
  void announced_act(std::uint32_t i) {
    static WordSet const acts{"elimination", "closure",   "closing",  "construction", "hiring",   "recruitment",
                              "creation",    "expansion", "purchase", "acquisition",  "sale",     "shutdown",
                              "demolition",  "rollout",   "loss",     "cut",          "addition", "removal"};
    static WordId const of = find_word("of"), announce = find_word("announce");
    auto const* v = c_.verb(i);
    if (!v || v->head != i || v->has(negated) || v->has(passive_voice) || verb_of(c_.token(i).word) != announce) return;
    auto const* act = c_.noun(i + 1);
    if (!act || !act->has(definite) || act->has(plural) || !acts.has(c_.token(act->head).word)) return;
    if (c_.token(act->last).word != of) return;
    add({i, i + 1}, Certainty::planned, {act->first, clause_around(c_, asides(), i).last});
  }

  // A comparison reads its own "not" and turns round.
  bool read_by_comparison(TokenRange scope, std::uint32_t i) const {
    auto const& all = mentions_.comparisons;
    auto const it = std::partition_point(all.begin(), all.end(), [&](auto const& k) { return k.at.last <= i; });
    return it != all.end() && it->at.first < scope.last;
  }

  // "May 3: work begins", "| 14 May 2025 |"
  bool is_month(std::uint32_t i) const {
    auto const day = [&](std::uint32_t k) { return k >= c_.first && k < c_.last && c_.is(k, TokenKind::figure); };
    return c_.token(i).has(capital) && (day(i + 1) || (i > c_.first && day(i - 1)));
  }

  // "You are charged $4 if you plug in your own", "If you look at the table, A is ahead": a rule, or a word to the reader, and
  // what is told holds. Not so "If you sold it, you would get $4".
  bool speaks_to_reader(std::uint32_t behind) const {
    static WordSet const readers{"you", "one", "you'd"}, unreal{"would", "could", "might", "were", "had", "you'd"},
        likes{"rather", "prefer", "like", "sooner"};  // "if you would rather not, it costs $4"
    if (behind >= c_.last || !readers.has(c_.token(behind).word)) return false;
    for (auto i = c_.first; i < c_.last; ++i)
      if (unreal.has(c_.token(i).word) && !(c_.in(i + 1) && likes.has(c_.token(i + 1).word))) return false;
    return true;
  }
  // "Patients should return the pens by May 3": what somebody is told to do, and no guess. "Travellers should see 30 of them."
  bool advises(std::uint32_t i) const {
    static WordId const should = find_word("should");
    static WordSet const anyone{"you", "anyone", "everyone", "anybody", "everybody", "those"},
        befall{"be",   "see",     "get",  "have",  "reach",  "win",    "receive", "feel", "benefit", "know", "earn",
               "gain", "recover", "find", "enjoy", "become", "expect", "notice",  "save", "end",     "lose"};
    if (c_.token(i).word != should || i == c_.first) return false;
    auto const* p = c_.noun(i - 1);
    auto const* v = c_.verb(i);
    if (!p || !v || p->last != i || v->has(perfect) || v->has(passive_voice) || befall.has(verb_of(c_.token(v->head).word)))
      return false;
    auto const& head = c_.token(p->head);
    if (head.word == unknown_word || anyone.has(head.word)) return head.word != unknown_word;
    bool const named = head.has(capital) && !head.has(sentence_first);
    return !named && p->has(plural) && word_info(word_info(head.word).noun_lemma).noun_field == lexname::person;
  }
  std::uint32_t end_of_condition(std::uint32_t i, bool leads) const {
    for (auto k = i; k < c_.last && leads; ++k)
      if (c_.is(k, TokenKind::comma)) return k;
    return c_.last;
  }

  void hedge(std::uint32_t i) {
    auto const m = c_.match(Category::hedges, i);
    if (!m) return;
    auto const& row = vocabulary(Category::hedges)[std::size_t(m.row)];
    auto const shape = row.column[1];
    auto const certainty = certainty_of(row.column[0]);
    auto const at = TokenRange{i, i + m.tokens};
    auto const around = within_fronted(c_, of_its_verb(clause_around(c_, asides(), i), i), i);
    auto const k = c_.cls(i);
    if (shape == "modal") {
      if (k == WordClass::modal && !is_month(i) && !advises(i))
        add(at, c_.word(i) == "would" && told_before(i) ? Certainty::planned : certainty, around);
    } else if (shape == "clause") {
      if (k != WordClass::noun) add(at, certainty, around);
    } else if (shape == "sentence") {
      // "It is kept for 14 days, so nothing is lost if you wait": of the clause before it, when it comes behind.
      bool const leads = i <= c_.first + 1 || c_.is(i - 1, TokenKind::quote);
      // "A is faster, if only by three seconds", "if not by much": no condition
      if (!leads && one_of(c_.word(at.last), {"only", "not", "anything"})) return;
      if (speaks_to_reader(at.last)) return add(at, certainty, {i, end_of_condition(i, leads)});
      // "If you sail, mind the mast: A is lighter": behind the colon the writer speaks plainly
      auto end = c_.last;
      for (auto k = at.last; k < end && leads; ++k)
        if (c_.is(k, TokenKind::colon)) end = k;
      add(at, certainty, {leads ? c_.first : clause_around(c_, asides(), i - 1).first, end});
    } else if (shape == "before") {
      auto const next = at.last;
      bool const infinitive = c_.word(next - 1) != "to" || c_.cls(next) == WordClass::base_verb ||
                              c_.cls(next) == WordClass::auxiliary || c_.cls(next) == WordClass::adverb;
      // A plan covers its own subject too ("300 jobs are set to go").
      if (infinitive) add(at, certainty, c_.word(i) == "whether" ? TokenRange{i, around.last} : around);
    } else if (shape == "behind") {
      // "As long as the wing is closed, the clinic treats 40": what follows the comma is so.
      auto end = around.last;
      if (i <= c_.first + 2 && c_.word(i) != "unless" && c_.word(i) != "Unless")
        for (auto k = at.last; k < end; ++k)
          if (c_.is(k, TokenKind::comma) && !asides().holding(k)) end = k;
      add(at, certainty, {i, end});
    } else if (shape == "verb") {
      bool const verb = k == WordClass::finite_verb || k == WordClass::ing_verb || k == WordClass::participle;
      if (verb) add(at, certainty, {i, end_of_description(around, i)});
    } else if (shape == "open" && row.column[2] == "figures") {
      if (k != WordClass::noun) add(at, certainty, {i, end_of_description(around, i)});
    } else if (shape == "negation") {
      negation(at, {i, end_of_opening(around, i)});
    }
  }

  // "It has 180 employees and plans to hire 60": what another verb says before it stays as it is.
  TokenRange of_its_verb(TokenRange around, std::uint32_t i) {
    around.last = before_speaker(before_next_verb(around, i), i);
    auto from = i;
    while (from > around.first && c_.cls(from - 1) != WordClass::conjunction && !c_.is(from - 1, TokenKind::comma) &&
           c_.cls(from - 1) != WordClass::wh)
      --from;
    for (auto k = around.first; k + 1 < from; ++k)
      if (auto const* v = c_.verb(k); v && !v->has(non_finite) && !asides().holding(k)) return {from, around.last};
    return around;
  }

  // "It plans to hire 60 and has 180 employees": what the next verb says behind it stays as it is too. Where another clause
  // stands between ("It hopes that the shop opens and has 60"), the verb may be joined to that.
  std::uint32_t before_next_verb(TokenRange around, std::uint32_t i) const {
    auto const* own = c_.verb(i);
    for (auto k = own ? own->last : i + 1; k + 1 < around.last; ++k) {
      if (auto const* v = c_.verb(k); v && !v->has(non_finite)) break;
      if (c_.cls(k) != WordClass::conjunction) continue;
      auto n = k + 1;
      while (n + 1 < around.last && c_.cls(n) == WordClass::adverb) ++n;
      auto const* v = c_.verb(n);
      if (v && v->first == n && !v->has(non_finite) && verb_form(c_.token(n).word) == VerbForm::third) return k;
    }
    return around.last;
  }

  // "It would cost 6 million, he told reporters at the site, a yard of 86 hectares": who speaks, and where, is no part of it.
  std::uint32_t before_speaker(std::uint32_t last, std::uint32_t i) const {
    constexpr std::uint32_t longest = 8;  // tokens from the comma to the verb
    if (!c_.sentences[c_.sentence].holds(bits_of(Category::reporting_verbs))) return last;
    for (auto k = i + 1; k + 1 < last; ++k) {
      if (!c_.is(k, TokenKind::comma)) continue;
      for (auto n = k + 1; n < last && n < k + longest && !c_.is(n, TokenKind::comma); ++n) {
        auto const* v = c_.verb(n);
        if (v && n > k + 1 && c_.token(v->head).begins(Category::reporting_verbs)) return k;
      }
    }
    return last;
  }

  // "The number of people waiting for a bed fell to 40": what only describes a noun ends before the clause's own verb.
  std::uint32_t end_of_description(TokenRange around, std::uint32_t i) const {
    auto const* own = c_.verb(i);
    if (!own || !own->has(non_finite)) return around.last;
    for (auto k = own->last; k < around.last; ++k)
      if (auto const* v = c_.verb(k); v && !v->has(non_finite)) return k;
    return around.last;
  }

  // "said that it would close": the future, told in the past.
  bool told_before(std::uint32_t i) const {
    constexpr std::uint32_t reach = 16;
    for (auto k = i; k > c_.first && i - k < reach; --k)
      if (c_.token(k - 1).begins(Category::reporting_verbs) && c_.verb(k - 1) && c_.verb(k - 1)->has(past_tense)) return true;
    return false;
  }

  // "If you do not pay, it opens on May 3": what is denied in a clause that opens the sentence ends with it.
  std::uint32_t end_of_opening(TokenRange around, std::uint32_t i) const {
    bool const opens = c_.cls(c_.first) == WordClass::subordinator && around.first <= c_.first + 1;
    if (!opens || c_.word(c_.first) == "that") return around.last;
    for (auto k = i + 1; k < around.last; ++k)
      if (c_.is(k, TokenKind::comma) && !(asides_ && asides_->holding(k))) return k;
    return around.last;
  }

  void negation(TokenRange at, TokenRange scope) {
    auto const next = c_.word(at.last);
    if (one_of(next, {"only", "just", "more", "less", "fewer", "yet", "least", "merely", "even", "to", "necessarily", "until"}))
      return;
    auto const* v = c_.verb(at.first);
    bool const verbal = v || c_.verb(at.last);
    if (!verbal || read_by_comparison(scope, at.first)) return;
    // "did not say how many of its 400 shops": what is not told of stands.
    auto const* group = v ? v : c_.verb(at.last);
    if (one_of(word_text(verb_of(c_.token(group->head).word)),
               {"say", "disclose", "reveal", "know", "specify", "mention", "explain", "comment", "tell", "elaborate"}))
      return;
    add(at, Certainty::denied, {scope.first, before_stretch(at.last, scope.last)});
  }

  // "Will not run for three weeks": so long it is denied, which is no denial of the weeks. "It does not last for three weeks."
  std::uint32_t before_stretch(std::uint32_t from, std::uint32_t last) const {
    static WordSet const lengths{"for", "until"}, lasting{"last", "stay", "remain", "keep", "work", "live", "need", "wait"};
    for (auto k = from; k < last; ++k) {
      if (auto const* v = c_.verb(k); v && lasting.has(verb_of(c_.token(v->head).word))) return last;
      if (lengths.has(c_.token(k).word) && is_stretch(k + 1, last)) return k;
    }
    return last;
  }
  bool is_stretch(std::uint32_t i, std::uint32_t last) const {
    constexpr std::uint32_t longest = 5;
    for (auto k = i; k < last && k < i + longest; ++k) {
      auto const& t = c_.token(k);
      if (t.begins(Category::date_units) && k > i) return true;
      if (c_.cls(k) == WordClass::preposition && !t.begins(Category::bounds)) return false;
    }
    return false;
  }

  Clause const& c_;
  Mentions& mentions_;
  std::size_t from_;
  std::optional<Asides> asides_;  // looked for once, where there is a hedge
};

}  // namespace

void parse_hedges(Article const& article, Tokens const& tokens, Chunks const& chunks, SentenceFlags const& wanted,
                  Mentions& mentions) {
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    if (wanted[s] == 0) continue;
    auto const c = clause_of(article, tokens, chunks, s);
    auto const from = mentions.hedges.size();
    Hedges(c, mentions, from).run(article.blocks[tokens.sentences[s].block].kind == BlockKind::title);
    std::sort(mentions.hedges.begin() + std::ptrdiff_t(from), mentions.hedges.end(),
              [](auto const& a, auto const& b) { return a.at.first < b.at.first; });
  }
}

}  // namespace counterclaim
