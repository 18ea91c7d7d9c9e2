#include "src/resolve/event_words.hpp"

#include <algorithm>
#include <cmath>

#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/resolve/clause_at.hpp"

namespace counterclaim {
namespace {

class EventWords {
 public:
  EventWords(Context const& c, MentionPlace const& at, Frame& f)
      : c_(c), at_(at), f_(f), tokens_(c.tokens.tokens), sentence_(c.tokens.sentences[at.sentence]) {}

  void run() {
    happens();
    label();
    if (!noun_before()) noun_dated();
    clause_behind();
    if (years_since(c_, at_).years > 0) {
      take(at_.last + 1, end_of_clause(at_.last + 1));
    } else if (cleft() || that_was()) {
    } else if (!time_before() && !when_behind() && !entry()) {
      planned_before();
    }
    sort_by_role(f_.terms);
    sort_by_role(f_.names);
  }

 private:
  std::string_view word(std::uint32_t i) const { return c_.word(i); }
  Phrase const* phrase_at(std::uint32_t i) const {
    auto const p = c_.chunks.phrase_of[i];
    return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  }
  bool is_finite(Phrase const* p) const { return p && p->kind == PhraseKind::verb && !p->has(non_finite); }

  void add(std::uint32_t token, TermRole role) {
    if (auto const term = c_.terms[token]; term != 0) add_term(f_, term, role);
  }
  void add_name(std::int32_t use) {
    if (use < 0) return;
    auto const name = c_.names.names[c_.names.uses[std::size_t(use)].name];
    for (auto& n : f_.names)
      if (n.name.data() == name.data()) {
        n.role = std::min(n.role, TermRole::clause);
        return;
      }
    f_.names.push_back({name, TermRole::clause});
  }

  // A verb that only links figures to things tells what happened where a day stands: "reached the summit on May 4".
  void happens() {
    if (f_.verb < 0) return;
    auto const head = c_.chunks.phrases[std::size_t(f_.verb)].head;
    auto const lemma = word_info(tokens_[head].word).verb_lemma;
    if (lemma == unknown_word || !begins(word_info(lemma), Category::light_verbs)) return;
    Token t;
    t.word = lemma;
    t.categories = word_info(lemma).categories;
    auto const m = match_phrase(Category::light_verbs, {&t, 1}, 0, 1, word_text(lemma));
    if (m && vocabulary(Category::light_verbs)[std::size_t(m.row)].column[1] == "happens") add(head, TermRole::verb);
    // "wrote the opera in 1788": what is written is made, and nobody is quoted
    static WordId const write = find_word("write");
    auto const* object = lemma == write && head + 1 < at_.first ? phrase_at(head + 1) : nullptr;
    if (object && object->kind == PhraseKind::noun) add(head, TermRole::verb);
  }

  // "Opened: 1931": a line of a table without lines.
  void label() {
    if (at_.first < sentence_.first + 2 || !tokens_[at_.first - 1].is(TokenKind::colon)) return;
    auto const& word = tokens_[at_.first - 2];
    if (!word.is(TokenKind::word) || !word.has(capital) || word.word == unknown_word || f_.verb >= 0) return;
    if (word_info(word.word).verb_lemma != unknown_word) add(at_.first - 2, TermRole::verb);
  }

  // "Idle after the flooding of May 4", "before the launch of the probe in 2011": the day is that of the noun.
  bool noun_before() {
    auto i = at_.first;
    if (i < sentence_.first + 3 || (word(i - 1) != "in" && word(i - 1) != "on")) return false;
    for (int steps = 0; steps < 2 && i >= sentence_.first + 2; ++steps) {
      auto const* p = phrase_at(i - 2);
      if (!p || p->kind != PhraseKind::noun || p->last + 1 != i || p->first == sentence_.first) return false;
      auto const led = word(p->first - 1);
      if (led == "after" || led == "before" || led == "until" || led == "since" || led == "following") {
        if (!p->has(definite) || !is_event(p->head)) return false;
        hang_on(*p);
        return true;
      }
      if (c_.chunks.classes[p->first - 1] != WordClass::preposition) return false;
      i = p->first;
    }
    return false;
  }
  // "Will appeal against the ruling of May 4", "ahead of the May 4 vote": a day or a month of that event, whatever the verb
  // says of it. A year alone is a part of its name.
  void noun_dated() {
    auto const* p = phrase_at(at_.first);
    bool const within = p && p->kind == PhraseKind::noun && p->first < at_.first && p->head >= at_.last;
    if (!within) {
      // "its opening on May 4 drew crowds": before the verb
      bool const before = f_.verb >= 0 && c_.chunks.phrases[std::size_t(f_.verb)].first >= at_.last;
      if (at_.first < sentence_.first + 3 || (word(at_.first - 1) != "of" && !(before && word(at_.first - 1) == "on"))) return;
      p = phrase_at(at_.first - 2);
      if (!p || p->kind != PhraseKind::noun || p->last + 1 != at_.first) return;
    }
    auto const last = tokens_[at_.last - 1];
    bool const year = at_.last == at_.first + 1 && last.is(TokenKind::figure) && last.end - last.begin == 4;
    if (year || !p->has(definite) || !is_event(p->head)) return;
    // "At Friday's close of $47": what was measured then
    if (p->last + 1 < sentence_.last && word(p->last) == "of" &&
        ((c_.covered[p->last + 1] & 1) != 0 || tokens_[p->last + 1].is(TokenKind::currency)))
      return;
    if (f_.subject_phrase < 0 || p != &c_.chunks.phrases[std::size_t(f_.subject_phrase)])
      for (auto& n : f_.names)
        if (n.role == TermRole::subject &&
            std::none_of(p->first + c_.name_of.begin(), p->last + c_.name_of.begin(), [&](auto use) {
              return use >= 0 && c_.names.names[c_.names.uses[std::size_t(use)].name].data() == n.name.data();
            }))
          n.role = TermRole::clause;
    hang_on(*p);
    f_.known_event = true;
  }
  // Of an act or event, by its noun.
  bool is_event(std::uint32_t noun) const {
    auto const id = tokens_[noun].word;
    if (id == unknown_word || c_.covered[noun] != 0) return false;
    auto const lemma = word_info(id).noun_lemma;
    auto const field = word_info(lemma).noun_field;
    return field == lexname::act || field == lexname::event ||
           (field == lexname::communication && begins(word_info(lemma), Category::concepts));
  }
  void hang_on(Phrase const& event) {
    for (auto& t : f_.terms)
      if (t.role == TermRole::verb || t.role == TermRole::head) t.role = TermRole::clause;
    add(event.head, TermRole::head);
  }

  // "In 1741 the duke fled, and the fort was burned": of both.
  void clause_behind() {
    constexpr std::uint32_t front = 2;
    auto const i = f_.clause_last;
    if (at_.first > sentence_.first + front || i + 2 >= sentence_.last || f_.verb < 0) return;
    if (word(i) != "and" || i <= at_.last || !tokens_[i - 1].is(TokenKind::comma)) return;
    auto const* p = phrase_at(i + 1);
    auto const last = end_of_clause(i + 1);
    if (p && p->kind == PhraseKind::noun && p->last < last && is_finite(phrase_at(p->last))) take(i + 1, last);
  }

  // The clause of [first, last): its verb, the nouns before the verb and behind it.
  bool take(std::uint32_t first, std::uint32_t last) {
    std::uint32_t verb = last, other = last;  // "since Orla founded it": a past that may be a participle
    for (auto i = first; i < last && verb == last; ++i) {
      auto const* p = phrase_at(i);
      if (is_finite(p)) verb = i;
      if (other == last && p && p->kind == PhraseKind::verb && !p->has(infinitive)) other = i;
    }
    if (verb == last) verb = other;
    if (verb == last) return false;
    auto const head = phrase_at(verb)->head;
    auto const kind = light_kind(tokens_[head].word);
    if (kind != "report") add(head, TermRole::verb);
    for (auto i = first; i < last; ++i) {
      add_name(c_.name_of[i]);
      auto const* p = phrase_at(i);
      if (i == head || !p || p->kind != PhraseKind::noun) {
        if (p && p->kind == PhraseKind::verb && i == p->head) add(i, TermRole::verb);
        continue;
      }
      add(i, i != p->head ? TermRole::modifier : i < verb ? TermRole::subject : TermRole::object);
    }
    return true;
  }
  // Up to the next mark or the end of the sentence.
  std::uint32_t end_of_clause(std::uint32_t i) const {
    while (i < sentence_.last && !is_mark(i)) ++i;
    return i;
  }
  bool is_mark(std::uint32_t i) const {
    auto const& t = tokens_[i];
    return t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || t.is(TokenKind::dash) ||
           t.is(TokenKind::stop) || t.is(TokenKind::open_bracket) || t.is(TokenKind::close_bracket);
  }

  // "comes on May 18, when members vote"; not "was laid out in 1854, when the canal came", where a verb of its own
  // stands before.
  bool when_behind() {
    auto i = at_.last;
    if (i < sentence_.last && tokens_[i].is(TokenKind::comma)) ++i;
    if (i + 1 >= sentence_.last || word(i) != "when") return false;
    if (f_.verb < 0 || !light_kind(tokens_[c_.chunks.phrases[std::size_t(f_.verb)].head].word).empty())
      return take(i + 1, end_of_clause(i + 1));
    // "The bill will come up on May 18, when members vote": of what is to come it says what it is.
    auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
    if (word(v.first) != "will" && !tokens_[v.head].begins(Category::reporting_verbs)) return false;
    for (auto const last = end_of_clause(i + 1); ++i < last;) {
      add_name(c_.name_of[i]);
      add(i, TermRole::clause);
    }
    return true;
  }

  // "It was in June 2021 that Orla unveiled its plans, and in March 2022 that work began"
  bool cleft() {
    static WordId const that = find_word("that"), it = find_word("it"), be = find_word("be");
    auto const i = at_.last;
    if (i + 2 >= sentence_.last || tokens_[i].word != that || at_.first < sentence_.first + 2) return false;
    bool set_out = false;  // with "it was"
    for (auto k = sentence_.first; k + 1 < at_.first && !set_out; ++k) {
      auto const verb = tokens_[k + 1].word;
      set_out = tokens_[k].word == it && verb != unknown_word && word_info(verb).verb_lemma == be;
    }
    return set_out && take(i + 1, end_of_clause(i + 1));
  }

  // "Orla bought the mill. That was in 1998", "…; this happened on May 3": what the clause before tells.
  bool that_was() {
    constexpr std::uint32_t reach = 60;  // tokens
    static WordSet const that{"that", "this"}, it{"it"}, happens{"be", "happen", "occur", "come"}, leads{"in", "on", "at"};
    auto first = at_.first;
    while (first > sentence_.first && !is_mark(first - 1)) --first;
    auto const pronoun = tokens_[first].word;
    if (first + 2 > at_.first || at_.first > first + 5 || (!that.has(pronoun) && !it.has(pronoun))) return false;
    auto const verb = tokens_[first + 1].word;
    if (verb == unknown_word || !happens.has(word_info(verb).verb_lemma)) return false;
    for (auto i = first + 2; i < at_.first; ++i)
      if (!leads.has(tokens_[i].word) && c_.chunks.classes[i] != WordClass::adverb) return false;
    if (it.has(pronoun) && (!leads.has(tokens_[at_.first - 1].word) || (word_info(verb).forms & form_of_be) == 0)) return false;
    if (at_.last < sentence_.last && that.has(tokens_[at_.last].word)) return false;
    bool const within = first > sentence_.first;
    if (!within && (at_.sentence == 0 || c_.tokens.sentences[at_.sentence - 1].block != sentence_.block)) return false;
    auto const& told = within ? sentence_ : c_.tokens.sentences[at_.sentence - 1];
    auto begin = told.first;
    if (within)  // "…; her son was born; that was in 2004": the clause before
      for (begin = first - 1; begin > told.first && begin + reach > first && !ends_part(begin - 1);) --begin;
    auto last = begin;
    bool acts = false;
    for (auto const end = within ? first - 1 : told.last; last < end && !(acts && is_mark(last)); ++last)
      acts |= is_finite(phrase_at(last));
    auto const is_word = [](Phrase const* p) { return p && (p->kind == PhraseKind::noun || p->kind == PhraseKind::verb); };
    while (begin < last && !is_word(phrase_at(begin))) ++begin;  // "And then the fire!"
    if (!tell(begin, last)) return false;
    if (!within) f_.question = std::int32_t(at_.sentence) - 1;
    return true;
  }

  bool ends_part(std::uint32_t i) const {
    auto const& t = tokens_[i];
    return t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || t.is(TokenKind::dash) || t.is(TokenKind::stop);
  }

  // "May 3, 2021: work begins": an entry of a list of days, or a row of a table of them.
  bool entry() {
    auto const i = at_.last;
    if (f_.verb >= 0 || at_.first != sentence_.first) return false;
    if (i >= sentence_.last) return row();
    if (i + 1 >= sentence_.last || (!tokens_[i].is(TokenKind::colon) && !tokens_[i].is(TokenKind::dash))) return false;
    auto const last = end_of_clause(i + 1);
    if (!tell(i + 1, last)) return false;
    f_.clause_last = last;
    return true;
  }
  bool tell(std::uint32_t first, std::uint32_t last) {
    if (take(first, last)) return true;
    auto const* p = phrase_at(first);
    if (!p || p->kind != PhraseKind::noun) return false;
    for (auto k = p->first; k < last; ++k) {
      add_name(c_.name_of[k]);
      add(k, k == p->head ? TermRole::head : k < p->last ? TermRole::modifier : TermRole::clause);
    }
    return true;
  }
  // "| 04:55 | the dyke gives way |": the cell beside the day or the time that the row begins with.
  bool row() {
    auto const& blocks = c_.article.blocks;
    auto const own = sentence_.block, next = own + 1;
    if (blocks[own].table < 0 || blocks[own].column != 0 || blocks[own].head || next >= blocks.size()) return false;
    if (blocks[next].table != blocks[own].table || blocks[next].row != blocks[own].row) return false;
    auto const s = c_.first_sentence[next];
    if (s >= c_.first_sentence[next + 1]) return false;
    auto const& cell = c_.tokens.sentences[s];
    constexpr std::uint32_t least = 2;  // words
    if (cell.last < cell.first + least || c_.covered[cell.first] != 0 || !tell(cell.first, cell.last)) return false;
    f_.question = std::int32_t(s);
    return true;
  }

  // "The first time (that) Orla won a race was in 2021"
  bool time_before() {
    static WordId const time = find_word("time");
    for (auto i = sentence_.first; i + 3 < at_.first; ++i) {
      if (tokens_[i + 1].word != time) continue;
      auto const which = word(i);
      if (which != "first" && which != "last") continue;
      auto first = i + 2;
      if (word(first) == "that" || word(first) == "when") ++first;
      auto last = at_.first;
      bool linked = false;  // by "was"
      for (auto k = at_.first; k > first && !linked; --k)
        if (auto const w = word(k - 1); w == "was" || w == "is") last = k - 1, linked = true;
      if (!linked || !take(first, last)) return false;
      add(i, TermRole::modifier);
      std::erase_if(f_.terms, [&](Term const& t) { return t.word == c_.terms[i + 1] && t.role <= TermRole::modifier; });
      return true;
    }
    return false;
  }

  // "When the deal goes through, which both sides expect for spring": what is planned stands before the relative.
  void planned_before() {
    static WordId const which = find_word("which");
    auto const wh = f_.clause_first;
    auto relative = wh;
    for (auto i = wh > sentence_.first ? wh - 1 : wh; i < std::min(wh + 2, at_.first); ++i)
      if (tokens_[i].word == which) relative = i;
    if (tokens_[relative].word != which || relative <= sentence_.first + 1 || !tokens_[relative - 1].is(TokenKind::comma))
      return;
    if (f_.verb < 0 || at_.first == 0) return;
    auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
    auto const lead = word(at_.first) == "for" ? word(at_.first) : word(at_.first - 1);
    auto const subject = phrase_at(relative + 1);
    if (lead != "for" || v.first <= relative || !subject || subject->kind != PhraseKind::noun) return;
    auto first = relative - 1;
    while (first > sentence_.first && !is_mark(first - 1)) --first;
    if (take(first, relative - 1))
      std::erase_if(f_.terms, [&](Term const& t) { return t.role == TermRole::verb && t.word == c_.terms[v.head]; });
  }

  Context const& c_;
  MentionPlace const& at_;
  Frame& f_;
  std::vector<Token> const& tokens_;
  Sentence const& sentence_;
};

}  // namespace

std::optional<MentionPlace> clause_of_when(Context const& c, MentionPlace const& at, Frame const& frame) {
  static WordId const when = find_word("when");
  auto const& t = c.tokens.tokens;
  auto const& s = c.tokens.sentences[at.sentence];
  auto i = at.last;
  if (i < s.last && t[i].is(TokenKind::comma)) ++i;
  if (i + 2 >= s.last || t[i].word != when || frame.verb < 0) return {};
  auto const& main = c.chunks.phrases[std::size_t(frame.verb)];
  if (!light_kind(t[main.head].word).empty() || c.word(main.first) == "will" || t[main.head].begins(Category::reporting_verbs))
    return {};  // the clause is taken in with the verb: EventWords
  auto const is_mark = [&](std::uint32_t k) {
    return t[k].is(TokenKind::comma) || t[k].is(TokenKind::semicolon) || t[k].is(TokenKind::colon) ||
           t[k].is(TokenKind::dash) || t[k].is(TokenKind::stop);
  };
  auto last = i + 1;
  static WordId const have = find_word("have");
  bool verb = false, happens = false;  // a verb that says more than how things were
  for (; last < s.last && !is_mark(last); ++last) {
    if (verb && c.chunks.classes[last] == WordClass::conjunction) break;  // "and the hall filled"
    auto const p = c.chunks.phrase_of[last];
    if (p < 0) continue;
    auto const& v = c.chunks.phrases[std::size_t(p)];
    if (v.kind != PhraseKind::verb || v.has(non_finite) || last != v.head) continue;
    auto const kind = light_kind(t[v.head].word);
    verb = true;
    happens |=
        kind != "link" && kind != "report" && word_info(t[v.head].word).verb_lemma != have && !c.word(v.head).ends_with("ing");
  }
  if (!happens || last >= s.last) return {};
  MentionPlace out = at;
  out.first = out.last = last;
  return out;
}

bool is_of_anything(Context const& c, Frame const& frame) {
  if (frame.subject_phrase < 0) return false;
  auto const& p = c.chunks.phrases[std::size_t(frame.subject_phrase)];
  return c.tokens.tokens[p.head].begins(Category::nominals) &&
         std::all_of(p.first + c.name_of.begin(), p.last + c.name_of.begin(), [](auto use) { return use < 0; });
}

void add_event_words(Context const& context, MentionPlace const& at, Frame& frame) { EventWords(context, at, frame).run(); }

YearsSince years_since(Context const& c, MentionPlace const& at) {
  auto const& s = c.tokens.sentences[at.sentence];
  if (at.last >= s.last || c.word(at.last) != "since") return {};
  auto const& q = c.mentions.quantities;
  auto const before =
      std::lower_bound(q.begin(), q.end(), at.first, [](QuantityMention const& m, std::uint32_t t) { return m.at.first < t; });
  if (before == q.begin()) return {};
  auto const& length = *(before - 1);
  bool const joined = length.at.sentence == at.sentence && length.at.last <= at.first && at.first <= length.at.last + 1;
  if (!joined || unit(length.unit).symbol != "yr" || !length.value.is_point() || !length.value.low->is_whole()) return {};
  auto const years = std::lround(to_double(*length.value.low));
  return years > 0 && years < 1000 ? YearsSince{static_cast<int>(years), length.at.span.begin} : YearsSince{};
}

}  // namespace counterclaim
