// The counted thing: from behind the number over adjectives and nouns to the head of the phrase.
#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"
#include "grammar/word_class.hpp"
#include "grammar/word_context.hpp"

namespace counterclaim {
namespace {

bool is_function(Token const& t) { return t.begins(Category::function_words); }

enum class Role : std::uint8_t { stop, modifier, singular, plural };

// What a word may do inside the phrase. Words the lexicon does not know are names.
Role role_of(Cursor const& c) {
  if (c.ended()) return Role::stop;
  Token const& t = *c;
  if (t.is(TokenKind::code)) return Role::singular;
  if (!t.is(TokenKind::word) || is_function(t)) return Role::stop;
  if (is_acronym_plural(c.text())) return Role::plural;
  bool const letter = t.end - t.begin == 1;  // "RP-C"
  if (t.word == unknown_word || (letter && t.has(capital) && t.has(glued) && c.peek(-1).is(TokenKind::hyphen)))
    return !letter || t.has(glued) ? Role::singular : Role::stop;
  static WordId const won = find_word("won");
  if (t.word == won) return Role::stop;  // "60 won seats"
  WordInfo const& w = word_info(t.word);
  bool const named = t.has(capital) && !t.has(sentence_first);
  if ((w.parts & noun) != 0 && (w.noun_lemma != t.word) && w.usual_part != verb) return Role::plural;
  if ((w.parts & noun) != 0 && w.noun_lemma != t.word && (w.parts & ~(noun | verb)) == 0) {
    // "a family of four pays $90"
    Token const& next = c.peek(1);
    bool const object = next.is(TokenKind::currency) || next.is(TokenKind::figure) ||
                        (joints::is(next, joints::to) && c.peek(-1).begins(Category::scales));  // "40 million goes to"
    return w.usual_part == verb && object ? Role::stop : Role::plural;
  }
  if (named) return Role::singular;
  if (w.usual_part == noun) return Role::singular;
  if (w.usual_part == adjective) return Role::modifier;
  if (w.usual_part == verb) {
    // Participles qualify ("wounded soldiers"); of other verbs the noun behind them decides ("test flights").
    Token const& next = c.peek(1);  // "those aged 5 to 11 get two doses", "12 kept their seats", "50 fell ill"
    static WordSet const objects{"the", "their", "its", "his", "her", "our", "my", "this", "that"};
    if (next.is(TokenKind::figure) || next.begins(Category::numerals) || joints::is_article(next) || objects.has(next.word) ||
        never_participle(t.word))
      return Role::stop;
    auto const text = c.text();
    bool const participle = text.ends_with("ed") || text.ends_with("ing") || text.ends_with("en");
    return participle || (w.parts & (noun | adjective)) != 0 ? Role::modifier : Role::stop;
  }
  if (w.usual_part == 0 && w.parts == 0) return w.rank > 2000 ? Role::singular : Role::stop;
  return (w.parts & adjective) != 0 ? Role::modifier : Role::stop;
}

// "made 4,000 people homeless", "a start-up with 160 staff takes on", but "40 people smugglers", "12 staff rooms"
bool is_people(Token const& t) {
  static WordSet const many{"people", "staff", "crew", "personnel"};
  return many.has(t.word);
}
bool is_plainly_many(Cursor const& c) {
  return role_of(c) == Role::plural && (c->word == unknown_word || word_info(c->word).usual_part != verb);
}

bool joins(Cursor const& c) { return c->is(TokenKind::hyphen) && c->has(glued) && c.peek(1).has(glued); }

constexpr int longest = 9;

// "forty 2-liter jars": the size of the thing stands before it.
Cursor past_measure(Cursor const& at) {
  if (at.ended() || !at->is(TokenKind::figure)) return at;
  Measure size;
  Cursor behind = at;
  if (joins(at.plus(1)) && at.peek(2).is(TokenKind::word) && at.peek(2).has(glued) && role_of(at.plus(3)) != Role::stop)
    return at.plus(3);  // "two 64-core processors"
  if (!parse_measure(behind, Cursor{at.scene, at.scene->last}, size) || size.unit == no_unit || behind.ended()) return at;
  return role_of(behind) == Role::stop ? at : behind;
}

// "most patient and inventive": degrees and joined adjectives before the head. The token behind them, or `at` itself.
std::uint32_t past_degree(Cursor const& at, bool has_head) {
  // "Lada and Skoda cars": names joined before the head.
  if (has_head && joints::is(*at, joints::and_) && at.peek(-1).has(capital) && at.peek(1).has(capital) &&
      role_of(at.plus(1)) == Role::singular && role_of(at.plus(2)) == Role::plural)
    return at.at + 1;
  if (has_head) return at.at;
  auto const text = at.text();
  bool const degree = text == "most" || text == "more" || text == "very" || text == "least";
  if (degree && role_of(at.plus(1)) == Role::modifier) return at.at + 1;
  bool const joint = joints::is(*at, joints::and_) || at->is(TokenKind::comma);
  auto const qualifies = [](Cursor const& c) { return role_of(c) == Role::modifier && !c->begins(Category::numerals); };
  if (joint && at.at + 1 < at.scene->last && qualifies(Cursor{at.scene, at.at - 1}) && qualifies(at.plus(1))) return at.at + 1;
  return at.at;
}

// An adjective that is a noun too ("the fleet"), not a participle ("forty rising").
bool may_be_head(Token const& t) {
  if (t.word == unknown_word) return false;
  WordInfo const& w = word_info(t.word);
  return (w.parts & noun) != 0 && w.usual_part != verb;
}

// "crates of lemons": a noun without an article behind "of" belongs to the counted thing.
std::uint32_t past_of(Cursor const& at) {
  if (at.ended() || !joints::is(*at, joints::of)) return at.at;
  Cursor next = at.plus(1);
  std::uint32_t head = at.at;
  for (int i = 0; i < 3 && !next.ended(); ++i) {
    Role const role = role_of(next);
    if (role == Role::stop) break;
    next = next.plus(1);
    if (role != Role::modifier) head = next.at;
    if (role == Role::plural) break;
  }
  return head;
}

// "612 received Norvax", "40 got placebo": what the counted ones did, and to what.
bool tells_verb(Cursor const& verb, Cursor const& head, Draft const& d) {
  if (verb.at == head.at || verb->word == unknown_word || d.low.number.value == Decimal(1) || verb->has(capital)) return false;
  WordInfo const& w = word_info(verb->word);
  if (w.usual_part != PartOfSpeech::verb || !verb.text().ends_with("ed")) return false;
  if (head->is(TokenKind::code) || head->has(capital) || head->word == unknown_word) return true;
  WordInfo const& noun = word_info(head->word);
  return noun.noun_lemma == head->word && noun.noun_field != lexname::animal && noun.noun_field != lexname::group &&
         noun.noun_field != lexname::person;
}

// "of whom 300 own shares", "Twelve need help": the figure is the subject.
bool is_subject_of(Cursor const& verb, Draft const& d) {
  if (!(is_verb_of_many(verb->word) || is_verb_of_place(verb->word, verb.peek(1))) || d.low.number.fraction ||
      d.low.number.value < Decimal(2))
    return false;
  auto i = verb.at;
  auto const is_number = [&](Token const& t) {
    return t.is(TokenKind::figure) || t.begins(Category::numerals) || t.begins(Category::scales) || t.is(TokenKind::hyphen);
  };
  while (i > verb.scene->first && is_number(verb.scene->tokens[i - 1])) --i;
  if (i == verb.scene->first) return true;
  static WordSet const whom{"whom", "which", "them", "these", "and"};
  Token const& before = verb.scene->tokens[i - 1];
  return before.is(TokenKind::comma) || before.is(TokenKind::semicolon) || whom.has(before.word);
}

bool may_be_verb(Token const& t) {
  return t.is(TokenKind::word) && t.word != unknown_word && (word_info(t.word).parts & verb) != 0;
}
// "a ninth of the wool goes to mills": behind the head, with what it leads to.
bool is_verb_behind(Cursor const& at) {
  if (!may_be_verb(*at) || word_info(at->word).usual_part != verb || at->has(capital)) return false;
  // "a quarter of the area bears traces"
  if (verb_form(at->word) == VerbForm::third && role_of(at.plus(1)) == Role::plural) return true;
  auto const m = at.plus(1).phrase(Category::function_words);
  if (!m) return false;
  auto const kind = vocabulary(Category::function_words)[std::size_t(m.row)].column[0];
  return kind == "preposition" || kind == "determiner" || kind == "to";
}

// A common noun in the singular, and not of those that are many in it ("40 homing pigeon", "12 staff", "30 aircraft").
bool is_one_thing(Cursor const& noun_at) {
  if (!noun_at->is(TokenKind::word) || noun_at->word == unknown_word || noun_at->has(capital)) return false;
  WordInfo const& w = word_info(noun_at->word);
  auto const text = word_text(noun_at->word);
  return w.usual_part == noun && w.noun_lemma == noun_at->word && w.noun_field != lexname::animal &&
         w.noun_field != lexname::group && w.noun_field != lexname::person && !text.ends_with("s") && !text.ends_with("craft");
}

// "a 6 gear bicycle", "the 12 inning game": more than one of what stays in the singular is no count of it; the noun behind the
// figure is counted, as on a hyphen.
bool qualifies_noun(Cursor const& begin, std::uint32_t head, Draft const& d) {
  if (head < begin.at + 2 || d.low.number.value <= Decimal(1) || d.low.number.vague || d.low.number.fraction || d.one_of)
    return false;
  if (role_of(begin) != Role::singular || !begin->is(TokenKind::word) || begin->word == unknown_word || begin->has(capital))
    return false;
  for (auto i = begin.at; i < head; ++i)
    if (Cursor const c{begin.scene, i}; !c->is(TokenKind::word) || role_of(c) == Role::plural) return false;
  return is_one_thing(Cursor{begin.scene, head - 1});
}

// "12 of the town's 40 bridges", "41 of her 62 games": whose they are.
Cursor past_owner(Cursor const& at) {
  static WordId const her = find_word("her");
  constexpr int longest_name = 3;
  if (joints::is(*at, her)) return at.plus(1);
  for (int i = 0; i < longest_name && at.at + std::uint32_t(i) + 1 < at.scene->last && at.peek(i).is(TokenKind::word); ++i)
    if (at.peek(i + 1).is(TokenKind::possessive)) return at.plus(std::uint32_t(i) + 2);
  return at;
}

// "five of the nine barges", "12 of 16 rods", "2 of its first 5 ferries": how many there are of what is counted.
Cursor past_whole(Cursor const& first, Cursor const& at) {
  if (at == first || at.ended()) return at;
  static WordSet const which{"last", "first", "next", "past", "previous"};
  Cursor const owned = past_owner(at);
  if (owned.ended()) return at;
  Cursor const number = which.has(owned->word) ? owned.plus(1) : owned, noun_at = number.plus(1);
  bool const plain = number->is(TokenKind::figure) && number.figure().place == 0 && !noun_at->has(glued);
  bool const measured =
      noun_at->begins(Category::scales) || noun_at->begins(Category::units) || noun_at->begins(Category::currencies);
  return (plain || number->begins(Category::numerals)) && !measured && role_of(noun_at) != Role::stop ? noun_at : at;
}

}  // namespace

void find_counted(Cursor const& first, Draft& draft) {
  Cursor at = first;
  if (at.ended() || is_subject_of(at, draft)) return;
  // "six-string guitar", "two-lane road": the noun on the hyphen is counted.
  if (joins(at)) {
    Cursor const noun = at.plus(1);
    if (draft.low.unit != no_unit || role_of(noun) == Role::stop || role_of(noun) == Role::modifier) return;
    draft.counted_first = noun.at;
    draft.counted_last = noun.at + 1;
    return;
  }
  if (joints::is_article(*at) && !draft.low.number.fraction) return;  // "10,000 a day"
  static WordSet const relative{"that", "which", "who"};
  if (relative.has(at->word) && !draft.low.number.fraction && !draft.share) return;    // "one of 78 that the storm hit"
  if (draft.low.number.fraction && at->begins(Category::change_comparatives)) return;  // "a third longer"
  // "20m of its lamps", "three-fifths of the lamps", "one of the best clocks"
  if (joints::is(*at, joints::of)) at = at.plus(1);
  for (int i = 0; i < 2 && !at.ended() && is_function(*at) && !at->begins(Category::numerals); ++i) {
    auto const m = at.phrase(Category::function_words);
    auto const kind = m ? vocabulary(Category::function_words)[std::size_t(m.row)].column[0] : std::string_view();
    bool const opens = kind == "determiner" || kind == "possessive";
    if (!opens || (at == first && !joints::is(at.peek(-1), joints::of) && kind != "determiner")) break;
    // "after an hour or two the paint dries": only of a part may "the" follow at once ("half the fleet").
    bool const defines = joints::is(*at, joints::the) || kind == "possessive";
    bool const of = joints::is(at.peek(-1), joints::of);
    if (at == first && defines && !of && !draft.low.number.fraction && !draft.share) break;
    at = at.plus(1);
  }
  at = past_whole(first, at);
  at = past_measure(at);
  std::uint32_t const begin = at.at;
  std::uint32_t head = begin, spare = 0;
  for (int i = 0; i < longest && !at.ended(); ++i) {
    if (auto const more = past_degree(at, head > begin); more != at.at) {
      at = Cursor{at.scene, more};
      continue;
    }
    if (at.at > begin && joins(at)) {
      at = at.plus(1);
      continue;
    }
    Role const role = role_of(at);
    if (role == Role::stop || (head > begin && draft.low.number.fraction && is_verb_behind(at))) break;
    // "the 6 valve model costs $900"
    if (head > begin && may_be_verb(*at) && at.peek(1).is(TokenKind::currency)) break;
    Cursor const next = at.plus(1);
    if (role != Role::modifier) head = next.at;
    at = next;
    if (role == Role::plural || (is_people(at.peek(-1)) && !is_plainly_many(at))) break;
    if (role == Role::modifier && may_be_head(at.peek(-1))) spare = at.at;
    if (role == Role::singular && !at.ended() && !joins(at)) {
      Role const follows = role_of(at);
      if (follows == Role::stop && past_degree(at, true) == at.at) break;
      if (follows == Role::modifier) {
        // A verb behind the head ends the phrase ("one car crashed"); an adjective may still belong to a name.
        WordInfo const& w = word_info(at->word);
        // "2,000 QP-7 new transactions"
        Token const& name = at.peek(-1);
        bool const code = w.usual_part == adjective && (name.is(TokenKind::code) || (name.has(capital) && name.has(glued)));
        if (w.usual_part != noun && !at->has(capital) && !code) break;
      }
    }
  }
  // "Of every 100, 14 relapsed": a word that the lexicon does not know, and nothing behind it
  if (Cursor const only{first.scene, begin}; head == begin + 1 && only->word == unknown_word && only->is(TokenKind::word) &&
                                             !only->has(capital) && only.text().ends_with("ed") &&
                                             !Cursor { first.scene, head } -> is(TokenKind::word))
    return;
  if (head == begin && spare == at.at) head = spare;  // "half of the fleet": a noun that is more often an adjective
  if (head == begin || tells_verb(Cursor{first.scene, begin}, Cursor{first.scene, head - 1}, draft)) return;
  // "One lab rates it", "as soon as one shakes it": a plural behind one is a verb.
  if (draft.low.number.value == Decimal(1) && !draft.one_of && !draft.low.number.fraction && !draft.high &&
      role_of(Cursor{first.scene, head - 1}) == Role::plural && may_be_verb(first.scene->tokens[head - 1])) {
    --head;
    if (head == begin) return;
  }
  // "a magnitude 6.4 quake"
  if (head == begin + 1 && draft.low.number.place < 0 && !draft.low.number.fraction && !draft.share &&
      is_one_thing(Cursor{first.scene, begin}))
    return;
  if (qualifies_noun(Cursor{first.scene, begin}, head, draft)) {
    draft.counted_first = begin;
    draft.counted_last = begin + 1;
    return;
  }
  head = past_of(Cursor{first.scene, head});
  draft.counted_first = begin;
  draft.counted_last = head;
}

}  // namespace counterclaim
