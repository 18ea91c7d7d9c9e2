#include "src/resolve/frame.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/antecedent.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/frame_counts.hpp"
#include "src/resolve/quality.hpp"
#include "src/resolve/somebody_else.hpp"
#include "src/resolve/subject.hpp"
#include "src/resolve/version_column.hpp"
#include "src/resolve/writer.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

class FrameFinder : FrameCounts {
 public:
  FrameFinder(Context const& c, MentionPlace const& at, std::uint32_t counted_first, std::uint32_t counted_last, Frame& out)
      : FrameCounts(c, at, counted_first, counted_last, out) {}

  void run() {
    f_.terms.clear(), f_.names.clear();
    Frame fresh;
    fresh.terms.swap(f_.terms), fresh.names.swap(f_.names);  // their room is used again
    f_ = std::move(fresh);
    auto const clause = clause_at(c_, at_);
    f_.clause_first = clause.first, f_.clause_last = clause.last, f_.verb = clause.verb;
    item_of_list_ = clause.item;
    subject_phrase_ = set_apart();
    subjects_.clause_first = clause.first, subjects_.resumes = clause.resumes;
    subjects_.of_figure = (c_.covered[at_.first] & 1) != 0;
    owner();
    counted();
    said_to_be();
    if (counted_last_ <= counted_first_) some_of_them();
    beside();
    head();
    subject();
    object();
    answer();
    rest();
    run_in_label();
    surroundings();
    finish();
  }

 private:
  std::int32_t index_of(Phrase const& p) const { return c_.chunks.index_of(p); }
  void take_head(Phrase const& p) {
    f_.head_phrase = index_of(p);
    if (!is_count() && number_of(p)) {
      has_head_ = true;
      return;
    }
    add_phrase(p, TermRole::head);
    add_names(p, TermRole::subject);
    if (p.last > p.first + 1 && c_.name_of[p.first + 1] >= 0 &&
        subjects_.qualifies(p.first + 1))  // "values the Dorne group at"
      if (auto const name = antecedent(c_, at_, &p); !name.empty()) add_name_text(name, TermRole::subject);
    if (led_) add_phrase(*led_, TermRole::modifier);
    if (is_content(p.head)) f_.attribute = lemma_text(c_, p.head);
    narrow(p);
    has_head_ = true;
  }

  // "Distance from shore: 41 km" is a distance.
  void take_label(Phrase const& last) {
    auto const told = f_.attribute;
    take_head(last);
    if (!told.empty()) f_.attribute = told;
  }

  // "profit after tax of £158m", "growth in revenue of 12%": what the prepositions lead back to; not "from Orla at a price of".
  Phrase const& led_from(Phrase const& last) {
    static WordSet const ends{"of", "at"};
    Phrase const* p = &last;
    while (p->first > f_.clause_first + 1 && cls(p->first - 1) == preposition && !ends.has(tokens_[p->first - 1].word)) {
      auto const* q = phrase_at(p->first - 2);
      if (!q || q->kind != PhraseKind::noun || q->last + 1 != p->first || q->has(pronominal) || c_.covered[q->head] != 0) break;
      p = q;
    }
    if (p != &last) led_ = &last;
    return *p;
  }
  // Of a verb that says no more of the figure than that it is so much.
  void take_subject(Phrase const& verb) {
    auto const* s = subjects_.of(verb);
    if (!s) return;
    subject_phrase_ = s;
    if (!s->has(proper) && !s->has(pronominal) && counted_last_ <= counted_first_) take_head(*s);
  }
  void head() {
    if (item_of_list_ >= 0) return take_head(c_.chunks.phrases[std::size_t(item_of_list_)]);
    if (auto const* number = number_before()) {
      subject_phrase_ = number;
      return take_head(*number);
    }
    // "a tank of 70 liters net"
    if (at_.last < sentence_.last && cls(at_.last) == adjective &&
        (at_.last + 1 == sentence_.last || !tokens_[at_.last + 1].is(TokenKind::word) || cls(at_.last + 1) == conjunction))
      add(at_.last, TermRole::modifier);
    auto const* own = phrase_at(at_.first) ? phrase_at(at_.first) : phrase_at(at_.last - 1);
    // "of" before the mention: the noun before it.
    auto i = at_.first;
    while (i > f_.clause_first && (cls(i - 1) == determiner || cls(i - 1) == adverb || cls(i - 1) == adjective ||
                                   tokens_[i - 1].is(TokenKind::currency)))
      --i;
    static WordId const of = find_word("of");
    if (i > f_.clause_first + 1 && tokens_[i - 1].word == of && !is_attributive(own)) {
      if (auto const* p = phrase_at(i - 2); p && p->kind == PhraseKind::noun) return take_head(led_from(*p));
    }
    // "a contract worth $14 million"; "A cheque for $90 went to Ida", but not "sold the van for $90"
    static WordId const price = find_word("for"), worth = find_word("worth");
    if (i > f_.clause_first + 1 && (tokens_[i - 1].word == worth || (tokens_[i - 1].word == price && is_money()))) {
      auto const* p = phrase_at(i - 2);
      // "The sale of the van to Ida for $90 was approved"
      if (tokens_[i - 1].word == price && f_.verb >= 0 && c_.chunks.phrases[std::size_t(f_.verb)].first >= at_.last)
        while (p && p->first > f_.clause_first + 1 && (cls(p->first - 1) == preposition || cls(p->first - 1) == to))
          p = phrase_at(p->first - 2);
      bool const opens = p && (p->first == f_.clause_first || cls(p->first - 1) == conjunction);
      if (p && p->kind == PhraseKind::noun && !p->has(pronominal) && (tokens_[i - 1].word == worth || opens))
        return take_head(*p);
    }
    // "a bid above $7 billion": the mention itself begins with a bound, right behind the noun.
    if (at_.first > f_.clause_first && cls(at_.first) == preposition) {
      if (auto const* p = phrase_at(at_.first - 1);
          p && p->kind == PhraseKind::noun && p->last == at_.first && !p->has(pronominal))
        return take_head(*p);
    }
    if (auto const v = verb_within(); v >= 0) {
      f_.verb = v;
      take_subject(c_.chunks.phrases[std::size_t(v)]);
      if (has_head_) return;
    }
    // A noun behind it in its own phrase: "a $180 million termination fee", "6.3-inch display".
    if (own && own->kind == PhraseKind::noun && own->last > at_.last && counted_last_ <= counted_first_ &&
        own->head >= at_.last && !tokens_[own->head].begins(Category::date_units)) {
      define(*own);
      return take_head(*own);
    }
    if (auto const* p = behind_bracket()) return take_head(*p);
    if (auto const* p = size_behind()) return take_head(*p);
    if (auto const noun = sized(); noun != 0) {
      f_.head_phrase = index_of(*own), has_head_ = true;
      return add_head(noun);
    }
    // "X in revenue", "of GDP": what comes behind.
    if (at_.last + 1 < f_.clause_last && cls(at_.last) == preposition) {
      auto const* p = phrase_at(at_.last + 1);
      if (!p && at_.last + 2 < f_.clause_last) p = phrase_at(at_.last + 2);
      if (p && p->kind == PhraseKind::noun) {
        if (tokens_[at_.last].word == of && is_distance()) {
          add_phrase(*p, TermRole::modifier);
        } else if (tokens_[at_.last].word == of && !(is_money() && is_kind(*p))) {
          f_.whole_phrase = index_of(*p);
          add_phrase(*p, TermRole::whole);
          f_.whole = is_content(p->head) ? lemma_text(c_, p->head) : std::string_view();
          add_names(*p, TermRole::object);
        } else if (word(at_.last) == "in" && word(p->head) == "number" && p->last == p->first + 1 && !is_count()) {
          counted_before();
        } else if (word(at_.last) == "in" && is_bare_count() && p->has(definite)) {  // "18,000 in the stadium"
          add_phrase(*p, TermRole::modifier);
        } else if ((word(at_.last) == "in" || tokens_[at_.last].word == of) && p->has(proper) == false &&
                   cls(p->first) != possessive && !tokens_[p->head].begins(Category::date_units) && c_.covered[p->head] == 0 &&
                   counted_last_ <= counted_first_) {
          take_head(*p);
        } else {
          add_phrase(*p, TermRole::modifier);
        }
      }
    }
    if (auto const* of = fronted_whole()) f_.whole_phrase = index_of(*of), add_phrase(*of, TermRole::whole);
    if (has_head_) return;
    // The subject of a linking verb.
    if (f_.verb >= 0) {
      auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
      auto const kind = light(v.head);
      if (v.first < at_.first && (kind == "link" || is_put_at(v))) take_subject(v);
    }
    if (has_head_ || counted_last_ > counted_first_) return;
    // An apposition or a bracket: the noun phrase just before.
    auto k = at_.first;
    while (k > sentence_.first && (tokens_[k - 1].is(TokenKind::open_bracket) || tokens_[k - 1].is(TokenKind::comma) ||
                                   tokens_[k - 1].is(TokenKind::colon) || tokens_[k - 1].is(TokenKind::dash) ||
                                   tokens_[k - 1].is(TokenKind::quote) || cls(k - 1) == adverb))
      --k;
    if (k < at_.first && k > sentence_.first) {
      if (auto const* p = phrase_at(k - 1);
          p && p->kind == PhraseKind::noun && (f_.verb < 0 || tokens_[at_.first].has(in_brackets)))
        return tokens_[k].is(TokenKind::colon) ? take_label(subjects_.labelled(*p)) : take_head(measured_of(*p));
    }
    if (auto const* p = put_at()) return take_head(*p);
    // "an offer at $41": the noun before a preposition, nearer than the verb.
    if (i > f_.clause_first + 1 && cls(i - 1) == preposition) {
      if (auto const* p = phrase_at(i - 2); p && p->kind == PhraseKind::noun && !p->has(proper)) {
        bool const verb_links = f_.verb >= 0 && light(c_.chunks.phrases[std::size_t(f_.verb)].head) == "link";
        // "filed its answer to the complaint on May 3": the object comes first
        bool const date = f_.verb >= 0 && !verb_links && c_.covered[at_.first] == 2;
        auto const* own = date ? phrase_at(c_.chunks.phrases[std::size_t(f_.verb)].last) : nullptr;
        if (own && own->kind == PhraseKind::noun && own->last <= p->first) add_phrase(*own, TermRole::object);
        if (!verb_links) add_phrase(*p, TermRole::object);
      }
    }
  }

  // "4,200 villagers had to leave", "88 letters are to be sent", "40 shops began to close": the verb that says it.
  void passed_on(Phrase const& v) {
    static WordSet const has_to{"has", "have", "had", "is", "are", "was", "were"};
    auto const* next = v.first >= at_.last && v.last < f_.clause_last ? phrase_at(v.last) : nullptr;
    if (!next || next->kind != PhraseKind::verb || !next->has(infinitive)) return;
    if (!has_to.has(tokens_[v.head].word) && light(v.head) != "aspect") return;
    add(next->head, TermRole::verb);
    verb_token_ = next->head;
  }
  void subject() {
    if (f_.verb >= 0) {
      auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
      auto const kind = light(v.head);
      // "was written in 1961": here the verb says what happened, and reports nothing
      if (kind.empty() || kind == "aspect" || ((kind == "report" || kind == "link") && v.has(passive_voice))) {
        add(v.head, is_adjunct(v) ? TermRole::clause : TermRole::verb);
        verb_token_ = v.head;
      }
      passed_on(v);
      predicate(v);
      // "60 percent of those who took the test passed": they did
      if (!subject_phrase_) subject_phrase_ = subjects_.placed(v, at_.first);
      if (!subject_phrase_ && v.first < f_.clause_last) subject_phrase_ = subjects_.of(v);
      if (!subject_phrase_ && v.first < at_.first) subject_phrase_ = subjects_.shared(v);
      if (!subject_phrase_) {
        subject_phrase_ = subjects_.before_relative();
        relative_ = of_speaker_ = subject_phrase_ != nullptr;
      }
    }
    // "My model: revenue of $4 billion"
    if (!subject_phrase_ && f_.verb < 0)
      if (auto const* p = phrase_at(sentence_.first); p && p->last <= at_.first && is_writers(c_, *p)) subject_phrase_ = p;
    if (!subject_phrase_) return;
    f_.subject_phrase = index_of(*subject_phrase_);
    if (apposed_) return add_phrase(*subject_phrase_, TermRole::clause);
    if (owned_ && subject_phrase_->last <= at_.first && f_.head_phrase < 0) {
      add_names(*subject_phrase_, TermRole::sentence);
      add_phrase(*subject_phrase_, TermRole::clause);
      if (item_) f_.subject_phrase = index_of(*item_);
      return;
    }
    if (is_writer(c_, *subject_phrase_) || is_writers(c_, *subject_phrase_)) {
      if (!is_reckoned(c_, *subject_phrase_, f_.verb)) f_.names.push_back({"I", TermRole::subject});
      return;
    }
    if (gives_figure(c_, *subject_phrase_, f_.verb)) return;
    bool named = false;
    // "Brill's own card, the Marl 4, costs": the card, and not Brill; "Brill's Marl 4": the Marl
    auto const beside = subjects_.owned_beside(*subject_phrase_, f_.verb, at_);
    add_name(beside, TermRole::subject);
    if (auto const head = c_.name_of[subject_phrase_->head]; head >= 0 && !subjects_.qualifies(subject_phrase_->head))
      add_name(head, TermRole::subject), named = true;
    for (auto i = subject_phrase_->first; i < subject_phrase_->last; ++i)
      if (beside >= 0)
        add_name(c_.name_of[i], TermRole::clause), named = true;
      else if (c_.name_of[i] >= 0 && !subjects_.qualifies(i)) {
        auto const product = owned_product(c_, *subject_phrase_, i);
        product.empty() ? add_name(c_.name_of[i], TermRole::subject) : add_name_text(product, TermRole::subject);
        named = true;
      }
    if (!named)
      if (auto const name = subjects_.named_beside(*subject_phrase_, f_.verb, at_); name >= 0)
        add_name(name, TermRole::subject), named = true;
    add_phrase(*subject_phrase_, TermRole::subject);
    if (!named)
      if (auto const name = of_two(c_, at_, *subject_phrase_); !name.empty()) return add_name_text(name, TermRole::subject);
    if (!named && is_somebody_else(c_, *subject_phrase_)) return;
    bool const definite_nominal = subject_phrase_->has(definite) && tokens_[subject_phrase_->head].begins(Category::nominals);
    // "Pennant, a bakery whose ovens hold 900 loaves"
    if (!named && subject_phrase_->first > sentence_.first && word(subject_phrase_->first - 1) == "whose")
      if (auto const name = owner_of_whose(subject_phrase_->first - 1); name >= 0) return add_name(name, TermRole::subject);
    bool const by_noun = definite_nominal ? cls(subject_phrase_->first) == determiner : subject_phrase_->has(definite);
    if (!named && by_noun && subject_phrase_->last <= subject_phrase_->first + 2)
      if (auto const name = namesake(c_, at_.sentence, subject_phrase_->head); !name.empty())
        add_name_text(name, TermRole::subject), named = true;
    // "Acme is a maker that began in 1931": the sentence's own subject.
    if (!named && subjects_.is_another(*subject_phrase_, relative_)) {
      f_.of_another = true;
      return;
    }
    if (!named && relative_ && subjects_.is_linked(*subject_phrase_))
      for (auto i = sentence_.first; i < std::min(sentence_.first + 4, sentence_.last) && !named; ++i)
        if (c_.name_of[i] >= 0) add_name(c_.name_of[i], TermRole::subject), named = true;
    // "the company's valuation", "its price"
    if (!named)
      for (auto i = subject_phrase_->first; i + 1 < subject_phrase_->last; ++i)
        needs_antecedent_ |=
            cls(i) == possessive && (tokens_[i].is(TokenKind::word) || i == 0 || tokens_[i - 1].begins(Category::nominals));
    needs_antecedent_ |= !named && !is_anybody(c_, *subject_phrase_) && (subject_phrase_->has(pronominal) || definite_nominal);
    if (!named && by_noun && cls(subject_phrase_->first) == determiner &&
        c_.descriptions.has(tokens_[subject_phrase_->head].word))
      needs_antecedent_ = true;
    if (named || needs_antecedent_ || !subjects_.of_figure) return;
    // "Orla employs 400 men, of whom 12 are smiths"
    if (relative_)
      if (auto const name = subjects_.main_of_which(); name >= 0) return add_name(name, TermRole::subject);
    // "The company spent $9 million. The reported figure was $7 million": of whom the block speaks, if not of what it is about
    if (!relative_ && is_quality(c_, *subject_phrase_))
      if (auto const name = antecedent(c_, at_, nullptr); name != c_.first_topic(sentence_.block))
        add_name_text(name, TermRole::subject);
  }

  void object() {
    if (f_.verb < 0) return;
    auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
    // "On Friday the mayor opened the new bridge": the object behind a verb that the mention comes before.
    if (v.first >= at_.last && !v.has(passive_voice))
      if (auto const* p = phrase_at(subjects_.object_behind(v));
          p && p->kind == PhraseKind::noun && v.last < f_.clause_last && !speakers_.hold(p->first))
        add_object(*p);
    if (v.last < at_.first && !v.has(passive_voice)) fronted_object(v);
    if (v.last < at_.first) {
      if (auto const* p = phrase_at(v.last); p && p->kind == PhraseKind::noun && p->last <= at_.first) {
        if (is_place_among(*p, v)) return add(p->head, TermRole::clause);
        f_.object_phrase = index_of(*p);
        bool const named = add_object(*p);
        // "who founded the company in 2021"
        static WordId const it = find_word("it");
        if (!named && tokens_[p->head].word == it && p->head + 1 == p->last)  // "180 million people use it"
          add_name_text(antecedent(c_, at_, nullptr), TermRole::object);
        if (!named && p->has(definite) && tokens_[p->head].begins(Category::nominals))
          if (auto const topic = topic_that_is(c_, sentence_.block, kinds_of_noun(c_.tokens, p->head, c_.article.view));
              !topic.empty())
            add_name_text(topic, TermRole::object);
      }
    }
  }

  // "The suit, which Acme brought in May": the verb is of what stands before the clause.
  void fronted_object(Phrase const& v) {
    auto const* of = subject_phrase_ && !relative_ ? subjects_.object_before(*subject_phrase_, v, at_.first) : nullptr;
    if (!of) return;
    f_.object_phrase = index_of(*of);
    add_phrase(*of, TermRole::object);
    add_names(*of, TermRole::object);
  }

  // The heading or lead-in the block stands under, a table's heads, and what the block is about.
  void surroundings() {
    auto const& blocks = c_.article.blocks;
    auto const& block = blocks[sentence_.block];
    // A cell is the value of what heads its row, narrowed by what heads its column.
    add_block(c_.row_head[sentence_.block], TermRole::head, TermRole::subject);
    add_block(c_.column_head[sentence_.block], TermRole::modifier, TermRole::subject);
    if (auto const name = version_of_column(c_, c_.column_head[sentence_.block]); !name.empty())
      add_name_text(name, TermRole::subject);
    if (is_writers_block(c_, c_.column_head[sentence_.block])) add_name_text("I", TermRole::subject);
    if (needs_antecedent_) {
      if (auto const name = antecedent(c_, at_, subject_phrase_); !name.empty()) add_name_text(name, TermRole::subject);
    }
    if (!needs_antecedent_) its_own();
    run_in();
    if (c_.clauses_only) return;
    add_block(block.heading, TermRole::heading, TermRole::heading);
    if (block.kind == BlockKind::list_item) add_block(block.lead_in, TermRole::heading, TermRole::heading);
    c_.each_topic(sentence_.block, [&](std::string_view topic) { add_name_text(topic, TermRole::heading); });
  }

  void finish() {
    for (auto const& n : f_.names)
      if (n.role == TermRole::subject && f_.subject.empty()) f_.subject = n.name;
    for (auto const& n : f_.names)
      if (f_.subject.empty() && (n.role == TermRole::clause || n.role == TermRole::object)) f_.subject = n.name;
    if (f_.subject.empty())
      if (auto const name = c_.name_of[sentence_.first]; name >= 0 && !speakers_.hold(sentence_.first))
        f_.subject = c_.names.names[c_.names.uses[std::size_t(name)].name];
    if (f_.subject.empty()) f_.subject = c_.first_topic(sentence_.block);
    if (f_.attribute.empty() && verb_token_ != UINT32_MAX) f_.attribute = lemma_text(c_, verb_token_);
    if (f_.attribute.empty() && subject_phrase_ && is_content(subject_phrase_->head))
      f_.attribute = lemma_text(c_, subject_phrase_->head);
    sort_by_role(f_.terms);
    sort_by_role(f_.names);
  }

  Subjects subjects_{c_, sentence_};
  Phrase const* subject_phrase_ = nullptr;
  std::uint32_t verb_token_ = UINT32_MAX;
  Phrase const* led_ = nullptr;  // "tax" of "profit after tax"
  bool has_head_ = false, needs_antecedent_ = false;
  std::int32_t item_of_list_ = -1;
  bool relative_ = false;  // the clause hangs on "which", "that" or "who"
};

}  // namespace

void frame_of(Context const& context, MentionPlace const& at, std::uint32_t counted_first, std::uint32_t counted_last,
              Frame& out) {
  FrameFinder(context, at, counted_first, counted_last, out).run();
}

}  // namespace counterclaim
