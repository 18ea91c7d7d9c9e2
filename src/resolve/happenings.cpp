#include "src/resolve/happenings.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/another.hpp"
#include "src/resolve/antecedent.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/happening_mood.hpp"
#include "src/resolve/names.hpp"
#include "src/resolve/question.hpp"
#include "src/resolve/subject.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

class Happenings {
 public:
  Happenings(Context const& c, Voices& voices, std::uint32_t article, std::vector<Claim>& out)
      : c_(c), tokens_(c.tokens.tokens), voices_(voices), article_(article), out_(out), from_(out.size()) {}

  void run() {
    for (std::uint32_t s = 0; s < c_.tokens.sentences.size(); ++s)
      if (is_prose(c_.tokens.sentences[s])) of_sentence(s);
    drop_both_ways();
  }

 private:
  void of_sentence(std::uint32_t sentence) {
    constexpr auto hedges = bits_of(Category::hedges);
    auto const& s = c_.tokens.sentences[sentence];
    for (auto const& p : c_.chunks.of_sentence(sentence)) {
      bool const verb = p.kind == PhraseKind::verb;
      if (!verb && p.kind != PhraseKind::noun) continue;
      auto const word = tokens_[p.head].word;
      if (word == unknown_word) continue;
      auto const& info = word_info(word);
      auto const& lemma = word_info(verb ? info.verb_lemma : info.noun_lemma);
      if (!begins(lemma, Category::concepts) && !(verb && (is_telling(lemma) || holds(info.verb_lemma)))) continue;
      if (!verb && (!s.holds(hedges) || p.has(proper) || !hedges_nouns(p.sentence))) continue;
      if (verb && !happens(c_, p)) continue;
      if (asks(c_, p.sentence)) continue;
      auto const mood = verb ? mood_of_verb(c_, p) : mood_of_noun(c_, p);
      if (mood.kind == Mood::hedged || (mood.kind == Mood::flat && !tokens_[p.head].has(in_quotes))) tell(p, mood);
    }
  }
  bool is_prose(Sentence const& s) const {
    auto const& block = c_.article.blocks[s.block];
    return block.kind != BlockKind::title && block.table < 0 && block.kind != BlockKind::heading;
  }
  // "May hold an ocean", "has an ocean": told by one word. They stand in every other sentence, and are no row for figures.
  static bool holds(WordId verb) {
    static WordSet const words{"have", "hold", "contain", "harbour", "harbor", "conceal", "hide", "possess"};
    return words.has(verb);
  }
  static bool is_event(std::int32_t row) {
    auto const kinds = vocabulary(Category::concepts)[std::size_t(row)].column[0];
    return kinds == "event" || kinds == "date" || kinds.ends_with("|date");
  }
  std::int32_t date_in(std::uint32_t first, std::uint32_t last) const {
    auto const& dates = c_.mentions.dates;
    auto const at = std::partition_point(dates.begin(), dates.end(), [&](DateMention const& d) { return d.at.first < first; });
    for (auto d = at; d != dates.end() && d->at.first < last; ++d)
      if (d->shape == DateShape::date && !d->days.is_unbounded()) return std::int32_t(d - dates.begin());
    return -1;
  }

  // What the phrases of a sentence ask of it, each looked for once.
  bool hedges_nouns(std::uint32_t sentence) {
    if (hedges_of_ != sentence) hedges_ = may_hedge_nouns(c_, hedges_of_ = sentence);
    return hedges_;
  }
  struct Times {
    std::uint32_t sentence = UINT32_MAX;
    bool every = false, at_some = false;  // "every", "when"
  };
  Times const& times_of(std::uint32_t sentence) {
    static WordSet const every{"every",      "each",      "usually",  "always",    "often",  "sometimes", "regularly",
                               "normally",   "typically", "whenever", "daily",     "weekly", "mondays",   "tuesdays",
                               "wednesdays", "thursdays", "fridays",  "saturdays", "sundays"};
    static WordSet const some{"when", "while", "once", "until", "before", "after"};
    static std::uint64_t const bits = every.bits() | some.bits();
    if (times_.sentence == sentence) return times_;
    times_ = {sentence};
    auto const& s = c_.tokens.sentences[sentence];
    for (auto i = s.first; i < s.last; ++i) {
      auto const word = tokens_[i].word;
      if ((WordSet::bit(word) & bits) == 0) continue;
      times_.every = times_.every || every.has(word);
      times_.at_some = times_.at_some || (some.has(word) && c_.chunks.classes[i] != preposition);
    }
    return times_;
  }

  // A verb that needs no row: it is rare enough to be met again.
  static bool is_telling(WordInfo const& verb) {
    constexpr std::uint32_t common = 700;
    return verb.rank > common && !begins(verb, Category::light_verbs) && !begins(verb, Category::reporting_verbs);
  }
  // The rows that the phrase's head begins, with the words behind it or behind its object: "bring down", "bring it down".
  void rows_at(Phrase const& p) {
    constexpr std::uint32_t most = 4;
    auto const end = c_.tokens.sentences[p.sentence].last;
    auto const match = [&](std::uint32_t from, bool alone) {
      words_.clear();
      add_lemma(p.head);
      if (!words_.front().begins(Category::concepts)) return;
      for (auto i = from; i < end && words_.size() < most; ++i) add_lemma(i);
      for_each_phrase(Category::concepts, words_, 0, words_.size(), c_.article.view, [&](PhraseMatch m) {
        if ((alone || m.tokens > 1) && is_event(m.row)) terms_.push_back({concept_term | std::uint32_t(m.row), TermRole::verb});
      });
    };
    match(p.head + 1, true);
    if (p.kind != PhraseKind::verb || p.last >= end) return;
    add_cause(p, end);
    auto const object = c_.chunks.phrase_of[p.last];
    if (object < 0 || c_.chunks.phrases[std::size_t(object)].kind != PhraseKind::noun) return;
    auto const& q = c_.chunks.phrases[std::size_t(object)];
    match(q.last, false);
    // "Lowers the risk of": the object says with the verb what happens, and it happens to what stands behind "of"
    static WordId const of = find_word("of");
    auto const rows = terms_.size();
    if (q.last < end && tokens_[q.last].word == of) match(q.head, false);
    if (terms_.size() > rows) behind_ = q.last + 1;
  }
  // "Fell because of a gust", "is due to a gust": what follows is the cause.
  void add_cause(Phrase const& verb, std::uint32_t end) {
    constexpr std::uint32_t reach = 10;
    static WordSet const leads{"because", "due", "owing", "result"};
    static std::int32_t const row = cause_row();
    for (auto i = verb.last; i + 1 < end && i < verb.last + reach; ++i) {
      if (!leads.has(tokens_[i].word) || row < 0) continue;
      auto const next = c_.word(i + 1);
      if (next != "of" && next != "to") continue;
      terms_.push_back({concept_term | std::uint32_t(row), TermRole::verb});
      cause_ = i + 2;
      return;
    }
  }
  void add_cause_words(std::uint32_t sentence, std::uint32_t& end) {
    constexpr std::uint32_t longest = 8;
    bool first = true;
    for (auto i = cause_; i < c_.tokens.sentences[sentence].last && i < cause_ + longest; ++i) {
      auto const index = c_.chunks.phrase_of[i];
      if (index < 0 && tokens_[i].is(TokenKind::comma)) return;
      if (index < 0) continue;
      auto const& q = c_.chunks.phrases[std::size_t(index)];
      if (q.kind == PhraseKind::verb && !q.has(non_finite)) return;
      if (q.kind == PhraseKind::noun)
        add_phrase(q, first ? TermRole::head : TermRole::object, first ? TermRole::modifier : TermRole::object, what_),
            first = false, end = q.last;
      i = q.last - 1;
    }
  }
  static std::int32_t cause_row() {
    Token t;
    t.word = find_word("cause");
    t.categories = word_info(t.word).categories;
    std::int32_t row = -1;
    for_each_phrase(Category::concepts, {&t, 1}, 0, 1, word_text(t.word), [&](PhraseMatch m) {
      if (is_event(m.row)) row = m.row;
    });
    return row;
  }
  void add_lemma(std::uint32_t i) {
    auto& t = words_.emplace_back(tokens_[i]);
    if (t.word == unknown_word) return;
    t.word = lemma_id(c_, i);
    t.categories = word_info(t.word).categories;
  }

  // Nouns, names and what narrows them.
  void add(std::uint32_t i, TermRole role) {
    auto const& t = tokens_[i];
    if (!t.is(TokenKind::word) && !t.is(TokenKind::code)) return;
    if (c_.covered[i] != 0 || t.begins(Category::function_words)) return;
    auto const k = c_.chunks.classes[i];
    if (k != noun && k != name && k != adjective && k != ing_verb) return;
    auto const word = lemma_id(c_, i);
    for (auto& term : terms_)
      if (term.word == word) {
        term.role = std::min(term.role, role);
        return;
      }
    terms_.push_back({word, role});
  }
  void add_name(std::uint32_t i, std::vector<std::string_view>& names) const {
    if (c_.name_of[i] < 0) return;
    auto const text = c_.names.names[c_.names.uses[std::size_t(c_.name_of[i])].name];
    if (names.empty() || names.back().data() != text.data()) names.push_back(text);
  }
  void add_phrase(Phrase const& p, TermRole head, TermRole others, std::vector<std::string_view>& names) {
    auto noun_at = p.head;  // "30,000 tablets next year": the tablets
    while (noun_at > p.first && c_.covered[noun_at] != 0 && c_.name_of[noun_at] < 0) --noun_at;
    if (c_.chunks.classes[noun_at] != noun && c_.name_of[noun_at] < 0) noun_at = p.head;
    for (auto i = p.first; i < p.last; ++i) {
      add(i, i == noun_at ? head : others);
      add_name(i, names);
    }
    // "version 4"
    auto const number = p.head + 1;
    if (number < c_.tokens.sentences[p.sentence].last && tokens_[number].is(TokenKind::figure) && c_.name_of[number] < 0)
      names.push_back(joined(c_.tokens, p.head, number + 1, c_.article.view, c_.kept));
  }

  void tell(Phrase const& p, Mood mood) {
    if (mood.kind == Mood::flat && is_habit(p)) return;
    bool const verb = p.kind == PhraseKind::verb;
    terms_.clear(), whose_.clear(), what_.clear(), cause_ = behind_ = 0;
    auto const& sentence = c_.tokens.sentences[p.sentence];
    static WordId const contain = find_word("contain");
    if (verb && holds(word_info(tokens_[p.head].word).verb_lemma)) terms_.push_back({contain, TermRole::verb});
    rows_at(p);
    if (terms_.empty() && !(verb && is_telling(word_info(word_info(tokens_[p.head].word).verb_lemma)))) return;
    terms_.push_back({lemma_id(c_, p.head), TermRole::verb});
    auto const rows = terms_.size();
    MentionPlace const at{{tokens_[p.first].begin, tokens_[p.last - 1].end}, p.first, p.last, p.sentence};
    auto const clause = clause_around(c_, at);
    Phrase const* subject = nullptr;
    if (verb && !(p.has(infinitive) && mood.kind == Mood::hedged)) {  // "is in talks to sell"
      Subjects const subjects{c_, sentence, clause.first};
      subject = subjects.before_relative();
      if (!subject) subject = subjects.of(p);
      if (!subject) subject = subjects.shared(p);
    }
    std::string_view who;
    if (subject) who = of_subject(*subject, p);
    auto end = p.last;
    if (cause_ != 0) add_cause_words(p.sentence, end);
    objects(p, clause, subject, end);
    if (terms_.size() == rows && mood.kind == Mood::flat) return;
    if (mood.kind == Mood::hedged) sentence_before(p.sentence);
    if (terms_.size() == rows) return;

    auto& c = out_.emplace_back();
    c.article = article_;
    c.kind = ClaimKind::statement;
    auto first = p.first;
    constexpr std::uint32_t near = 12;
    if (subject && subject->first < p.first && subject->first >= clause.first && subject->first + near > p.first)
      first = subject->first;
    c.span = {tokens_[first].begin, tokens_[end - 1].end};
    c.sentence = sentence.span;
    c.block = sentence.block;
    c.measure = "happening";
    c.subject = who;
    c.attribute = lemma_text(c_, p.head);
    voices_.apply(c, at);
    if (mood.kind == Mood::flat && (c.certainty == Certainty::attributed || c.certainty == Certainty::denied ||
                                    c.certainty == Certainty::hypothetical || !c.attribution.cue.empty())) {
      out_.pop_back();
      return;
    }
    c.attribution = {};
    c.certainty = mood.kind == Mood::hedged ? Certainty::hedged : Certainty::stated;
    c.past = mood.past;
    if (auto const d = date_in(clause.first, clause.last); d >= 0) {
      c.days = c_.mentions.dates[std::size_t(d)].days;
      c.period_stated = true;
      c.vague = c_.mentions.dates[std::size_t(d)].relative;
    }
    c.terms = c_.kept.keep(terms_);
    c.about = c_.kept.keep(whose_);
    c.scope = c_.kept.keep(what_);
  }

  // The name that it is said of; empty if none.
  std::string_view of_subject(Phrase const& s, Phrase const& verb) {
    if (s.has(pronominal)) {
      auto const w = c_.word(s.head);
      if (w == "i" || w == "we" || w == "you") return {};
      auto const name = antecedent(c_, {{tokens_[s.first].begin, tokens_[s.last - 1].end}, s.first, s.last, s.sentence}, &s);
      if (!name.empty()) whose_.push_back(name);
      return name;
    }
    add_phrase(s, TermRole::subject, TermRole::subject, whose_);
    // "the sale of the mill", "the version that reads maps"
    for (auto i = s.last; i < verb.first && i < s.last + 8; ++i) {
      if (tokens_[i].is(TokenKind::comma)) break;
      auto const q = c_.chunks.phrase_of[i];
      if (q < 0 || c_.chunks.phrases[std::size_t(q)].kind != PhraseKind::noun) continue;
      add(i, TermRole::clause);
      add_name(i, what_);
    }
    return whose_.empty() ? std::string_view() : whose_.front();
  }

  // "Opens its doors every morning", "sails when the tide is high": a habit.
  bool is_habit(Phrase const& p) {
    bool const present = !p.has(past_tense) && !p.has(perfect) && !p.has(progressive) && !p.has(modal_verb);
    auto const& times = times_of(p.sentence);
    return times.every || (present && times.at_some);
  }

  // What stands behind the verb or the noun in its clause; the other words of the clause stand for less.
  void objects(Phrase const& p, ClauseAt const& clause, Phrase const* subject, std::uint32_t& end) {
    constexpr std::uint32_t longest = 14;
    bool direct = cause_ != 0;
    if (p.kind == PhraseKind::noun)
      for (auto i = p.first; i < p.head; ++i) add(i, TermRole::modifier), add_name(i, what_);
    for (auto i = std::max(p.last, behind_); i < clause.last && i < p.last + longest; ++i) {
      if (tokens_[i].is(TokenKind::comma) && direct) break;
      auto const index = c_.chunks.phrase_of[i];
      if (index < 0) continue;
      auto const& q = c_.chunks.phrases[std::size_t(index)];
      if (q.kind == PhraseKind::verb && !q.has(non_finite)) break;
      if (q.kind == PhraseKind::noun) {
        if (!q.has(pronominal))
          add_phrase(q, direct ? TermRole::object : TermRole::head, direct ? TermRole::object : TermRole::modifier, what_);
        direct = true;
        end = std::max(end, q.last);
      }
      i = q.last - 1;
    }
    for (auto i = clause.first; i < p.first; ++i) {
      auto const index = c_.chunks.phrase_of[i];
      if (index < 0 || c_.chunks.phrases[std::size_t(index)].kind != PhraseKind::noun) continue;
      if (subject && i >= subject->first && i < subject->last) continue;
      add(i, TermRole::clause);
      add_name(i, what_);
    }
  }

  // "The board looks into the foundry. In the end it may be sold."
  void sentence_before(std::uint32_t sentence) {
    if (sentence == 0) return;
    auto const& s = c_.tokens.sentences[sentence - 1];
    if (s.block != c_.tokens.sentences[sentence].block) return;
    for (auto i = s.first; i < s.last; ++i)
      if (auto const q = c_.chunks.phrase_of[i]; q >= 0 && c_.chunks.phrases[std::size_t(q)].kind == PhraseKind::noun)
        add(i, TermRole::sentence);
  }

  static bool share(Claim const& a, Claim const& b) {
    if (is_of_another(a) != is_of_another(b)) return false;
    bool row = false;
    int words = 0;
    for (auto const& t : a.terms)
      for (auto const& u : b.terms) {
        if (t.word != u.word) continue;
        if (t.role == TermRole::verb && u.role == TermRole::verb)
          row = true;
        else if (t.role != TermRole::verb && u.role != TermRole::verb)
          words += (t.word & unknown_bit) == 0 && word_info(t.word).rank > 1500 ? 2 : 1;  // an unknown one is a name
      }
    return row && words >= 2;
  }
  // A bit for each verb and row that it tells: what shares none is of something else.
  static std::uint64_t told(Claim const& c) {
    std::uint64_t bits = 0;
    for (auto const& t : c.terms)
      if (t.role == TermRole::verb) bits |= std::uint64_t(1) << (t.word * 0x9E3779B1u >> 26);
    return bits;
  }
  void drop_both_ways() {
    constexpr int most = 64;  // hedged ones of an article; more are let go
    std::vector<std::uint8_t> gone(out_.size() - from_);
    std::vector<std::uint64_t> bits;
    for (auto i = from_; i < out_.size(); ++i) bits.push_back(told(out_[i]));
    int hedged = 0;
    for (auto a = from_; a < out_.size(); ++a) {
      if (out_[a].certainty != Certainty::hedged) continue;
      if (++hedged > most) gone[a - from_] = 1;
      for (auto b = from_; b < out_.size() && hedged <= most; ++b)
        if ((bits[a - from_] & bits[b - from_]) != 0 && out_[b].certainty != Certainty::hedged && share(out_[a], out_[b]))
          gone[a - from_] = gone[b - from_] = 1;
    }
    auto to = from_ + std::size_t(std::ranges::find(gone, 1) - gone.begin());
    for (auto i = to; i < out_.size(); ++i)
      if (gone[i - from_] == 0) out_[to++] = out_[i];
    out_.resize(to);
  }

  Context const& c_;
  std::vector<Token> const& tokens_;
  Voices& voices_;
  std::uint32_t article_;
  std::vector<Claim>& out_;
  std::size_t from_;
  std::vector<Term> terms_;
  std::vector<Token> words_;
  std::vector<std::string_view> whose_, what_;
  Times times_;
  std::uint32_t hedges_of_ = UINT32_MAX;  // the sentence that hedges_ is of
  bool hedges_ = false;
  std::uint32_t behind_ = 0;  // token behind "lower the risk of", 0 if there is none
  std::uint32_t cause_ = 0;   // token behind "because of", 0 if there is none
};

}  // namespace

void find_happenings(Context const& context, Voices& voices, std::uint32_t article, std::vector<Claim>& claims) {
  Happenings(context, voices, article, claims).run();
}

}  // namespace counterclaim
