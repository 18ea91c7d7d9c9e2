#include "src/resolve/concepts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {
namespace {

bool lists(std::string_view kinds, std::string_view kind) {
  for (std::size_t from = 0; from <= kinds.size();) {
    auto const to = std::min(kinds.find('|', from), kinds.size());
    if (kinds.substr(from, to - from) == kind) return true;
    from = to + 1;
  }
  return false;
}

}  // namespace

std::string_view measured_by(UnitId unit_id) {
  auto const measure = measure_of(unit_id);
  return measure.empty() ? "count" : measure;
}

std::span<Concepts::Found const> Concepts::of_sentence(std::uint32_t sentence) {
  auto& range = ranges_[sentence];
  if (range.first == not_yet) {
    range.first = std::uint32_t(found_.size());
    find(sentence);
    range.last = std::uint32_t(found_.size());
  }
  return std::span(found_).subspan(range.first, range.last - range.first);
}

void Concepts::find(std::uint32_t sentence) {
  auto const& s = c_.tokens.sentences[sentence];
  if (lemmas_.size() < s.last - s.first) lemmas_.resize(s.last - s.first), at_.resize(s.last - s.first);
  std::uint32_t count = 0;
  for (auto i = s.first; i < s.last; ++i) {
    auto const& t = c_.tokens.tokens[i];
    if (t.is(TokenKind::figure) || t.is(TokenKind::currency)) continue;  // "cut 900 jobs", "cost $9 million to build"
    if ((c_.covered[i] & 1) != 0 && leads_figure(i)) continue;           // "took at least 80 lives", "lost forty-one jobs"
    if (i > s.first && c_.tokens.tokens[i - 1].is(TokenKind::figure) && t.begins(Category::scales)) continue;
    lemmas_[count] = base_form(i);
    at_[count++] = i;
  }
  count_ = count;
  for (std::uint32_t i = 0; i < count; ++i) {
    find_as_written(i);
    if (!lemmas_[i].begins(Category::concepts)) continue;
    match(i);
    if (is_verb(at_[i])) find_around_object(i);
  }
}

// "The commission met": a body of people, where a plant's commission is an event.
bool Concepts::is_body(std::uint32_t token, PhraseMatch m) const {
  if (m.tokens > 1 || c_.chunks.classes[token] != WordClass::noun) return false;
  auto const& w = word_info(c_.tokens.tokens[token].word);
  bool const of_people = w.noun_field == lexname::group || w.noun_field == lexname::person;
  return of_people && (w.parts & verb) != 0 && lists(vocabulary(Category::concepts)[std::size_t(m.row)].column[0], "date");
}

// "The last half hour", "the complete results", "an open source": nothing that lasts, is completed or opens.
bool Concepts::is_adjective_of(std::uint32_t token, PhraseMatch m) const {
  auto const& t = c_.tokens.tokens[token];
  if (m.tokens > 1 || c_.chunks.classes[token] != WordClass::adjective || t.word == unknown_word) return false;
  auto const& w = word_info(t.word);
  auto const p = c_.chunks.phrase_of[token];
  auto const kinds = vocabulary(Category::concepts)[std::size_t(m.row)].column[0];
  bool const before_noun = p >= 0 && c_.chunks.phrases[std::size_t(p)].head > token;
  return (w.parts & verb) != 0 && w.verb_lemma == t.word && before_noun && (lists(kinds, "date") || lists(kinds, "duration"));
}

// "Orla Air" broadcasts nothing: one word of a longer name.
bool Concepts::is_of_name(std::uint32_t token, PhraseMatch m) const {
  auto const use = c_.name_of[token];
  if (use < 0 || m.tokens > 1 || c_.names.uses[std::size_t(use)].last <= c_.names.uses[std::size_t(use)].first + 1)
    return false;
  return vocabulary(Category::concepts)[std::size_t(m.row)].column[0] == "date";
}

// "The shares closed at $6.85", "the index ended the day up 3 percent", "at 18,200": a price of the day, and nothing that ends.
bool Concepts::is_price_told(std::uint32_t token) const {
  static WordSet const ends{"close", "open", "end", "finish"}, leads{"at", "up", "down"},
      spans{"day", "week", "session", "month"}, of_market{"percent", "points", "cents", "dollars", "euros", "pence"};
  static WordId const the = find_word("the"), at = find_word("at");
  auto const& all = c_.tokens.tokens;
  auto const last = c_.tokens.sentences[c_.chunks.phrases[std::size_t(c_.chunks.phrase_of[token])].sentence].last;
  if (!ends.has(word_info(all[token].word).verb_lemma)) return false;
  auto i = token + 1;
  if (i + 2 < last && all[i].word == the && spans.has(all[i + 1].word)) i += 2;
  if (i + 1 >= last || !leads.has(all[i].word)) return false;
  auto const& figure = all[i + 1];
  if (figure.is(TokenKind::currency) || (i + 2 < last && all[i + 2].is(TokenKind::currency))) return true;  // "C$6.85"
  if (!figure.is(TokenKind::figure)) return false;
  bool const of_unit = i + 2 < last && (all[i + 2].is(TokenKind::currency) || all[i + 2].is(TokenKind::percent) ||
                                        of_market.has(all[i + 2].word));
  bool const is_index = all[i].word == at && c_.tokens.figures[figure.figure].grouped;
  return of_unit || is_index;
}

bool Concepts::is_said_with(Found const& f, std::uint32_t term) const {
  for (auto i = f.first + 1; i + 1 < f.last; ++i)
    if (lemma_id(c_, i) == term) return true;
  return false;
}

void Concepts::match(std::uint32_t i) {
  static auto const closing_price = std::int32_t(concept_of("closing price") & ~concept_term);
  if (is_verb(at_[i]) && is_price_told(at_[i])) {
    found_.push_back({closing_price, at_[i], at_[i] + 1});
    return;
  }
  for_each_phrase(Category::concepts, lemmas_, i, count_, c_.article.view, [&](PhraseMatch m) {
    if (is_body(at_[i], m) || is_of_name(at_[i], m) || is_adjective_of(at_[i], m)) return;
    found_.push_back({m.row, at_[i], at_[i + m.tokens - 1] + 1});
  });
}

// "Rated power", "was rated at": an entry may begin with a participle; "has found its way" founds nothing.
void Concepts::find_as_written(std::uint32_t i) {
  auto const& written = c_.tokens.tokens[at_[i]];
  if (!written.begins(Category::concepts) || written.word == lemmas_[i].word ||
      c_.chunks.classes[at_[i]] != WordClass::participle || !word_text(written.word).ends_with("ed"))
    return;
  auto const lemma = std::exchange(lemmas_[i], written);
  match(i);
  lemmas_[i] = lemma;
}

bool Concepts::is_verb(std::uint32_t token) const {
  auto const p = c_.chunks.phrase_of[token];
  if (p < 0) return false;
  auto const& phrase = c_.chunks.phrases[std::size_t(p)];
  return phrase.kind == PhraseKind::verb && phrase.head == token;
}

// "Took the maker to court", "put it into service", "values the firm at", "rises 94 metres above": what a verb says with words
// behind its object.
void Concepts::find_around_object(std::uint32_t verb) {
  constexpr std::uint32_t most_behind = 3;
  auto const& phrases = c_.chunks.phrases;
  auto const v = c_.chunks.phrase_of[at_[verb]];
  auto const object = c_.chunks.phrase_of[std::min(std::size_t(phrases[std::size_t(v)].last), c_.chunks.phrase_of.size() - 1)];
  if (object < 0 || phrases[std::size_t(object)].kind != PhraseKind::noun) return;
  // "Put the wing of the clinic into service": behind what the object is of
  static WordId const of = find_word("of");
  auto end = phrases[std::size_t(object)].last;
  if (end + 1 < c_.tokens.tokens.size() && c_.tokens.tokens[end].word == of) {
    auto const whole = c_.chunks.phrase_of[end + 1];
    // "Led the table of the league since May": a state of the table, and no office
    static WordId const since = find_word("since");
    if (whole >= 0 && phrases[std::size_t(whole)].kind == PhraseKind::noun &&
        c_.tokens.tokens[std::min<std::size_t>(phrases[std::size_t(whole)].last, c_.tokens.tokens.size() - 1)].word != since)
      end = phrases[std::size_t(whole)].last;
  }
  auto behind = verb + 1;
  while (behind < count_ && at_[behind] < end) ++behind;
  if (behind == verb + 1 || behind == count_) return;
  auto const head = phrases[std::size_t(object)].head;
  bool const of_a_firm = c_.name_of[head] >= 0 || c_.tokens.tokens[head].begins(Category::nominals) ||
                         c_.chunks.classes[head] == WordClass::pronoun;
  bool const of_figure = (c_.covered[head] & 1) != 0;
  around_.assign(1, lemmas_[verb]);
  for (auto i = behind; i < std::min(behind + most_behind, count_); ++i) around_.push_back(lemmas_[i]);
  for_each_phrase(Category::concepts, around_, 0, around_.size(), c_.article.view, [&](PhraseMatch m) {
    auto const kinds = vocabulary(Category::concepts)[std::size_t(m.row)].column[0];
    bool const fits = (of_figure && !lists(kinds, "money")) || lists(kinds, "date") || lists(kinds, "duration") ||
                      (of_a_firm && lists(kinds, "money"));
    if (fits && m.tokens > 1) found_.push_back({m.row, at_[verb], at_[behind + m.tokens - 2] + 1});
  });
}

// A word of a bound, or of a number that is spelled.
bool Concepts::leads_figure(std::uint32_t i) const {
  constexpr std::uint32_t longest = 4;
  auto const& tokens = c_.tokens.tokens;
  if (tokens[i].begins(Category::numerals)) return true;
  for (auto k = i + 1; k < tokens.size() && k <= i + longest && (c_.covered[k] & 1) != 0; ++k)
    if (tokens[k].is(TokenKind::figure) || tokens[k].begins(Category::numerals)) return true;
  return false;
}

Token Concepts::base_form(std::uint32_t i) const {
  auto t = c_.tokens.tokens[i];
  if (t.word == unknown_word) return t;
  auto const lemma = lemma_id(c_, i);
  // "Fourteen are missing": what is a row's word as it stands is none in its base form.
  if (t.begins(Category::concepts) && !begins(word_info(lemma), Category::concepts)) return t;
  t.word = lemma;
  t.categories = word_info(lemma).categories;
  return t;
}

void Concepts::add(Frame& frame, std::uint32_t sentence, std::string_view measured) {
  if (measured.empty()) return;
  // "300 cars a day" are cars that are made as well, and "90 tonnes a year" are tonnes
  constexpr std::string_view over_time = " per time";
  if (measured.ends_with(over_time)) measured.remove_suffix(over_time.size());
  auto& terms = frame.terms;
  bool const is_length = measured == "duration" || measured == "time";
  for (auto const& f : of_sentence(sentence)) {
    auto const kinds = vocabulary(Category::concepts)[std::size_t(f.row)].column[0];
    bool const fits = lists(kinds, measured);
    if (!fits) continue;
    auto role = f.first >= frame.clause_first && f.last <= frame.clause_last ? TermRole::clause : TermRole::sentence;
    for (auto i = f.first; i < f.last; ++i) {
      auto const lemma = lemma_id(c_, i);
      for (auto const& t : terms)
        if (t.word == lemma) role = std::min(role, t.role);
    }
    // "Took over in May", "went on sale", "lost power", "took in $48 million": what the verb says, however little it says
    // alone.
    if (frame.verb >= 0 && (measured == "date" || (f.last > f.first + 1 && !is_length))) {
      auto const head = c_.chunks.phrases[std::size_t(frame.verb)].head;
      // "Was back in service", "has been on sale"
      static WordId const be = find_word("be");
      bool const said_to_be = measured == "date" && f.first == c_.chunks.phrases[std::size_t(frame.verb)].last &&
                              c_.tokens.tokens[head].word != unknown_word &&
                              word_info(c_.tokens.tokens[head].word).verb_lemma == be;
      if ((f.first <= head && head < f.last && c_.name_of[head] < 0) || said_to_be) {
        role = std::min(role, TermRole::verb);
        // "Put its name to the order": nothing happened to a name.
        if (measured == "date" && f.first == head)
          for (auto& t : terms)
            if (t.role == TermRole::object && !is_concept(t.word) && is_said_with(f, t.word)) t.role = TermRole::clause;
      }
    }
    add_term(frame, concept_term | std::uint32_t(f.row), role);
  }
  add_apart(frame, measured);
  sort_by_role(terms);
  // "The round values the firm at $3 billion": what the verb measures, and not what bears it.
  auto const of = [&](TermRole role) {
    return std::any_of(terms.begin(), terms.end(), [&](Term const& t) { return t.role == role && is_concept(t.word); });
  };
  if (measured == "money" && of(TermRole::verb) && of(TermRole::subject)) {
    for (auto& t : terms)
      if (t.role == TermRole::subject && is_concept(t.word)) t.role = TermRole::clause;
    sort_by_role(terms);
  }
}

// "Construction of the mill began", "took over her new post", "the suit, which Acme brought", "visitors to the hall pay $9",
// "is used by 900 people": an entry of the verb and the noun that it is said of, whatever stands between them.
void Concepts::add_apart(Frame& frame, std::string_view measured) {
  if (frame.verb < 0) return;
  auto const& verb = c_.chunks.phrases[std::size_t(frame.verb)];
  if (c_.name_of[verb.head] >= 0) return;
  auto const pair = [&](Token const& first, Token const& second) {
    if (!first.begins(Category::concepts)) return;
    around_.assign(1, first);
    around_.push_back(second);
    for_each_phrase(Category::concepts, around_, 0, 2, c_.article.view, [&](PhraseMatch m) {
      if (m.tokens == 2 && lists(vocabulary(Category::concepts)[std::size_t(m.row)].column[0], measured))
        add_term(frame, concept_term | std::uint32_t(m.row), TermRole::verb);
    });
  };
  auto const act = base_form(verb.head);
  auto const pair_at = [&](std::int32_t phrase, bool verb_first) {
    if (phrase < 0) return;
    auto const noun = c_.chunks.phrases[std::size_t(phrase)].head;
    auto const first = verb_first ? verb.head : noun, second = verb_first ? noun : verb.head;
    if (second == first || second == first + 1) return;
    verb_first ? pair(act, base_form(noun)) : pair(base_form(noun), act);
  };
  pair_at(frame.subject_phrase, false);
  if (verb.has(passive_voice)) pair_at(frame.subject_phrase, true);  // "the suit was filed"
  pair_at(frame.object_phrase, true);
  if (measured == "date") return;
  // What is counted, and what a share is of, right beside the verb: "900 people who use it", "used by 900 people"
  auto const is_beside = [](Term const& t) { return t.role == TermRole::counted || t.role == TermRole::whole; };
  if (std::none_of(frame.terms.begin(), frame.terms.end(), is_beside)) return;
  auto const beside = [&](std::uint32_t token) {
    if (token >= c_.chunks.phrase_of.size() || c_.chunks.phrase_of[token] < 0) return;
    auto const& p = c_.chunks.phrases[std::size_t(c_.chunks.phrase_of[token])];
    if (p.kind != PhraseKind::noun || c_.name_of[p.head] >= 0) return;
    auto const word = lemma_id(c_, p.head);
    for (auto const& t : frame.terms) {
      if (t.word != word || !is_beside(t)) continue;
      auto const noun = base_form(p.head);
      pair(act, noun);
      return pair(noun, act);
    }
  };
  static WordSet const between{"who", "that", "which", "have", "has", "had", "also", "still"};
  auto before = verb.first;
  while (before > frame.clause_first && between.has(c_.tokens.tokens[before - 1].word)) --before;
  if (before > frame.clause_first) beside(before - 1);
  beside(verb.last);
  if (verb.last + 1 < c_.chunks.classes.size() && c_.chunks.classes[verb.last] == WordClass::preposition) beside(verb.last + 1);
  static WordId const of = find_word("of");
  auto const object = verb.last < c_.chunks.phrase_of.size() ? c_.chunks.phrase_of[verb.last] : -1;
  if (object < 0) return;
  auto const end = c_.chunks.phrases[std::size_t(object)].last;
  if (end + 1 < c_.tokens.tokens.size() && c_.tokens.tokens[end].word == of) beside(end + 1);
}

void Concepts::add_heads(Frame& frame, std::uint32_t block, std::string_view measured) {
  for (auto const head : {c_.row_head[block], c_.column_head[block]}) {
    if (head < 0) continue;
    for (auto s = c_.first_sentence[std::size_t(head)]; s < c_.first_sentence[std::size_t(head) + 1]; ++s)
      add(frame, s, measured);
  }
}

}  // namespace counterclaim
