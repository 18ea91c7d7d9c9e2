#include "src/resolve/founding.hpp"

#include <algorithm>
#include <cmath>

#include "counterclaim/calendar.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/concept_row.hpp"
#include "src/resolve/concepts.hpp"

namespace counterclaim {
namespace {

int ordinal_at(Context const& c, std::uint32_t i) {
  auto const& t = c.tokens.tokens[i];
  if (t.is(TokenKind::figure)) {
    auto const& value = c.tokens.figures[t.figure].value;
    return t.has(ordinal_suffix) && value < Decimal(1000) ? int(std::lround(to_double(value))) : 0;
  }
  if (!t.begins(Category::ordinals)) return 0;
  auto const m = match_phrase(Category::ordinals, c.tokens.tokens, i, i + 1, c.article.view);
  if (!m) return 0;
  return int(std::lround(to_double(parse_decimal(vocabulary(Category::ordinals)[std::size_t(m.row)].column[0]).value_or(0))));
}

// "The mill", "which", "Orla Mills", "Orla" where the text calls it a bank: no person.
bool is_thing(Context const& c, Frame const& f, Phrase const& verb) {
  static WordSet const things{"which", "it", "that"};
  auto const& t = c.tokens.tokens;
  if (verb.first > 0 && things.has(t[verb.first - 1].word)) return true;
  if (f.subject_phrase < 0) return false;
  auto const& subject = c.chunks.phrases[std::size_t(f.subject_phrase)];
  if (subject.has(pronominal)) return things.has(t[subject.head].word);
  auto const use = c.name_of[subject.head];
  auto const kinds = use < 0 ? 0 : c.descriptions.kinds[c.names.uses[std::size_t(use)].name];
  if (kinds != 0) return (kinds & a_person) == 0;
  auto const word = t[subject.head].word;
  if (word == unknown_word || word_info(word).noun_lemma == unknown_word || (word_info(word).parts & noun) == 0) return false;
  if (use >= 0 && subject.first == subject.head) return false;  // a name of one word may be anybody's
  auto const of = kinds_of_noun(c.tokens, subject.head, c.article.view);
  bool const of_many = use >= 0 && word_info(word).noun_lemma != word;  // "Orla Mills"
  return (use < 0 || of != 0 || of_many) && (of & a_person) == 0;
}

// "Its 20th anniversary", "its 20th birthday", but not that of something else, or of somebody.
int anniversary(Context const& c, Frame const& f, Phrase const& verb) {
  static WordSet const feasts{"anniversary", "jubilee", "birthday"};
  static WordId const of = find_word("of"), birthday = find_word("birthday"), its = find_word("its");
  auto const& t = c.tokens.tokens;
  for (auto i = f.clause_first + 1; i < f.clause_last; ++i) {
    if (!feasts.has(t[i].word)) continue;
    if (i + 1 < f.clause_last && t[i + 1].word == of) return 0;
    bool const own = i > f.clause_first + 1 && t[i - 2].word == its;
    return t[i].word != birthday || own || is_thing(c, f, verb) ? ordinal_at(c, i - 1) : 0;
  }
  return 0;
}

// "Turned eight", "will be 90 years old"
int age_of_thing(Context const& c, Frame const& f, Phrase const& verb) {
  static WordId const turn = find_word("turn"), be = find_word("be"), old = find_word("old");
  auto const& t = c.tokens.tokens;
  auto const word = t[verb.head].word;
  auto const lemma = word == unknown_word ? word : word_info(word).verb_lemma;
  if (lemma != turn && lemma != be) return 0;
  auto const& q = c.mentions.quantities;
  auto const age =
      std::lower_bound(q.begin(), q.end(), verb.last, [](QuantityMention const& m, std::uint32_t i) { return m.at.first < i; });
  if (age == q.end() || age->at.first != verb.last || !age->value.is_point() || !age->value.low->is_whole()) return 0;
  if (lemma == be && t[age->at.last - 1].word != old) return 0;
  auto const years = to_double(*age->value.low);
  return years < 1000 && is_thing(c, f, verb) ? int(std::lround(years)) : 0;
}

}  // namespace

// "Three students started Orla in 2019", "launched the firm in May": a firm is founded so, a product is not.
static bool starts_firm(Context const& c, Phrase const& verb) {
  static WordSet const starts{"start", "launch"}, firms{"company", "firm", "startup", "lab", "business", "agency", "studio"};
  auto const& t = c.tokens.tokens;
  if (t[verb.head].word == unknown_word || !starts.has(word_info(t[verb.head].word).verb_lemma)) return false;
  if (verb.has(passive_voice) || verb.has(negated) || verb.last >= c.chunks.phrase_of.size()) return false;
  auto const p = c.chunks.phrase_of[verb.last];
  if (p < 0 || c.chunks.phrases[std::size_t(p)].kind != PhraseKind::noun) return false;
  auto const& object = c.chunks.phrases[std::size_t(p)];
  auto const use = c.name_of[object.head];
  if (use < 0) return firms.has(t[object.head].word) && object.first == verb.last;
  return (c.descriptions.kinds[c.names.uses[std::size_t(use)].name] & an_organization) != 0;
}

bool add_origin(Context const& c, DateMention const& d, Frame& frame) {
  static std::uint32_t const founding = concept_of("found");
  static WordSet const reaches{"go", "date", "reach", "stretch", "trace", "run", "look"};
  static WordId const back = find_word("back"), to = find_word("to");
  auto const& t = c.tokens.tokens;
  constexpr std::size_t year = 4;
  if (frame.verb < 0 || d.at.first < 2 || d.timex.size() > year) return false;
  auto const& verb = c.chunks.phrases[std::size_t(frame.verb)];
  auto const i = d.at.first - 2;
  if (starts_firm(c, verb) && verb.last <= d.at.first) {
    add_term(frame, founding, TermRole::verb);
    sort_by_role(frame.terms);
    return true;
  }
  if (t[i].word != back || t[i + 1].word != to || verb.head >= i || t[verb.head].word == unknown_word) return false;
  if (!reaches.has(word_info(t[verb.head].word).verb_lemma)) return false;
  add_term(frame, founding, TermRole::verb);
  sort_by_role(frame.terms);
  return true;
}

void leave_founders(Context const& c, Frame& frame) {
  static std::uint32_t const founding = concept_of("found");
  auto const founds = [](Term const& t) { return t.word == founding && t.role == TermRole::verb; };
  if (frame.verb < 0 || std::none_of(frame.terms.begin(), frame.terms.end(), founds)) return;
  auto const& verb = c.chunks.phrases[std::size_t(frame.verb)];
  if (verb.has(passive_voice) || verb.last >= c.chunks.phrase_of.size()) return;
  auto const p = c.chunks.phrase_of[verb.last];
  if (p < 0) return;
  auto const& object = c.chunks.phrases[std::size_t(p)];
  auto const& head = c.tokens.tokens[object.head];
  if (object.kind != PhraseKind::noun || !head.begins(Category::nominals)) return;
  if (!object.has(definite) && !object.has(pronominal)) return;
  if (std::any_of(object.first + c.name_of.begin(), object.last + c.name_of.begin(), [](auto use) { return use >= 0; })) return;
  for (auto& n : frame.names)
    if (n.role < TermRole::clause) n.role = TermRole::clause;
  frame.subject = {};
  c.each_topic(c.tokens.sentences[verb.sentence].block, [&](std::string_view topic) {
    for (auto& n : frame.names)
      if (frame.subject.empty() && n.name == topic && n.role == TermRole::heading)
        frame.subject = topic, n.role = TermRole::subject;
  });
  sort_by_role(frame.names);
}

std::optional<DayRange> add_founding(Context const& c, DateMention const& d, Frame& frame) {
  static std::uint32_t const founding = concept_of("found");
  if (frame.verb < 0 || d.days.from == no_lower_day || d.days.to == no_upper_day || d.bound > Bound::about) return {};
  auto const& verb = c.chunks.phrases[std::size_t(frame.verb)];
  auto years = age_of_thing(c, frame, verb);
  if (years == 0) years = anniversary(c, frame, verb);
  if (years <= 0) return {};
  std::erase_if(frame.terms, [](Term const& t) { return t.role == TermRole::verb || t.role == TermRole::object; });
  add_term(frame, founding, TermRole::verb);
  sort_by_role(frame.terms);
  auto const earlier = [&](Day day) {
    auto civil = to_civil(day);
    civil.year -= years;
    civil.day = std::min(civil.day, days_in_month(civil.year, civil.month));
    return to_day(civil);
  };
  return DayRange{earlier(d.days.from), earlier(d.days.to)};
}

}  // namespace counterclaim
