// Which dates say only when somebody spoke, and when saying it is what happened.
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/event_dates.hpp"

namespace counterclaim {

// "said on Tuesday": when somebody spoke, which is no event to compare.
bool EventDates::of_reporting(DateMention const& d) const {
  auto own = own_verb(d);
  // "The bank on Monday reported a loss"
  if (own < 0 && d.at.first > c_.tokens.sentences[d.at.sentence].first && d.at.last < c_.tokens.sentences[d.at.sentence].last)
    if (auto const behind = c_.chunks.phrase_of[d.at.last]; behind >= 0 && c_.word(d.at.first - 1) == "on") {
      auto const& p = c_.chunks.phrases[std::size_t(behind)];
      if (p.kind == PhraseKind::verb && p.first == d.at.last && !p.has(non_finite)) own = behind;
    }
  if (own < 0) return false;
  auto const& v = c_.chunks.phrases[std::size_t(own)];
  if (c_.word(d.at.first - 1) == "for") return false;  // "is expected for May"
  // "We expect completion in May", "lets you write from May on"
  static WordSet const foresees{"expect", "forecast", "predict", "project", "anticipate"};
  if (foresees.has(word_info(c_.tokens.tokens[v.head].word).verb_lemma)) return false;
  auto const form = c_.chunks.classes[v.head];
  if (form == WordClass::base_verb && !v.has(modal_verb)) return false;
  // "wrote the opera in 1788"
  static WordId const write = find_word("write");
  auto const word = c_.tokens.tokens[v.head].word;
  bool const made = word != unknown_word && word_info(word).verb_lemma == write && v.last + 1 < d.at.first &&
                    c_.chunks.phrase_of[v.last] >= 0 &&
                    c_.chunks.phrases[std::size_t(c_.chunks.phrase_of[v.last])].kind == PhraseKind::noun;
  // "ruled for Acme", "will report its results", "recalled 4,000 cars", "hears the appeal": what is done by saying it
  static WordId const rule = find_word("rule");
  static WordSet const deeds{"recall", "hear", "order"};
  auto const next = v.last < c_.chunks.phrase_of.size() ? c_.chunks.phrase_of[v.last] : -1;
  bool const deed = word != unknown_word && deeds.has(word_info(word).verb_lemma);
  bool const act = (v.has(modal_verb) || deed) && next >= 0 && v.last < d.at.first &&
                   c_.chunks.phrases[std::size_t(next)].kind == PhraseKind::noun;
  // "the council said yes"
  static WordSet const answers{"yes", "no"};
  bool const answer = v.last < d.at.first && answers.has(c_.tokens.tokens[v.last].word);
  if (act || answer || (word != unknown_word && word_info(word).verb_lemma == rule) || is_made_known(v, d)) return false;
  if (made || v.has(passive_voice) || !c_.tokens.tokens[v.head].begins(Category::reporting_verbs)) return false;
  // "put the loss at $3 million", but not "put it into service"
  auto const said = match_phrase(Category::reporting_verbs, c_.tokens.tokens, v.head, c_.tokens.tokens.size(), c_.article.view);
  return said && vocabulary(Category::reporting_verbs)[std::size_t(said.row)].column[0] != "figure";
}

// "was first announced on May 3", "declared an emergency", "announced the deal": that it was made known is what happened.
bool EventDates::is_made_known(Phrase const& v, DateMention const& d) const {
  static WordSet const makes_known{"announce", "declare"}, be{"was", "were", "been", "is", "are"};
  auto const word = c_.tokens.tokens[v.head].word;
  if (word == unknown_word || !makes_known.has(word_info(word).verb_lemma)) return false;
  if (v.first > 1 && be.has(c_.tokens.tokens[v.first - 2].word)) return true;
  auto const p = v.last < d.at.first ? c_.chunks.phrase_of[v.last] : -1;
  auto const* object = p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  return object && object->kind == PhraseKind::noun && !object->has(pronominal);
}

}  // namespace counterclaim
