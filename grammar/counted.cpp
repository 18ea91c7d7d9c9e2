// The counted thing: from behind the number over adjectives and nouns to the head of the phrase.
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {
namespace {

bool is_function(Token const& t) { return t.begins(Category::function_words); }

enum class Role : std::uint8_t { stop, modifier, singular, plural };

// What a word may do inside the phrase. Words the lexicon does not know are names.
Role role_of(Cursor const& c) {
  Token const& t = *c;
  if (t.is(TokenKind::code)) return Role::singular;
  if (!t.is(TokenKind::word) || is_function(t)) return Role::stop;
  if (t.word == unknown_word) return t.end - t.begin > 1 ? Role::singular : Role::stop;
  WordInfo const& w = word_info(t.word);
  bool const named = t.has(capital) && !t.has(sentence_first);
  if ((w.parts & noun) != 0 && (w.noun_lemma != t.word) && w.usual_part != verb) return Role::plural;
  if ((w.parts & noun) != 0 && w.noun_lemma != t.word && (w.parts & ~(noun | verb)) == 0) return Role::plural;
  if (named) return Role::singular;
  if (w.usual_part == noun) return Role::singular;
  if (w.usual_part == adjective) return Role::modifier;
  if (w.usual_part == verb) {
    // Participles qualify ("wounded soldiers"); of other verbs the noun behind them decides ("test flights").
    auto const text = c.text();
    bool const participle = text.ends_with("ed") || text.ends_with("ing") || text.ends_with("en");
    return participle || (w.parts & (noun | adjective)) != 0 ? Role::modifier : Role::stop;
  }
  if (w.usual_part == 0 && w.parts == 0) return w.rank > 2000 ? Role::singular : Role::stop;
  return (w.parts & adjective) != 0 ? Role::modifier : Role::stop;
}

bool joins(Cursor const& c) { return c->is(TokenKind::hyphen) && c->has(glued) && c.peek(1).has(glued); }

constexpr int longest = 9;

}  // namespace

void find_counted(Cursor const& first, Draft& draft) {
  Cursor at = first;
  if (at.ended()) return;
  // "35m of its devices", "two-thirds of the cases", "one of the best speakers"
  if (joints::is(*at, joints::of)) at = at.plus(1);
  for (int i = 0; i < 2 && !at.ended() && is_function(*at) && !at->begins(Category::numerals); ++i) {
    auto const m = at.phrase(Category::function_words);
    auto const kind = m ? vocabulary(Category::function_words)[std::size_t(m.row)].column[0] : std::string_view();
    bool const opens = kind == "determiner" || kind == "possessive";
    if (!opens || (at == first && !joints::is(at.peek(-1), joints::of) && kind != "determiner")) break;
    at = at.plus(1);
  }
  std::uint32_t const begin = at.at;
  std::uint32_t head = begin;
  for (int i = 0; i < longest && !at.ended(); ++i) {
    if (at.at > begin && joins(at)) {
      at = at.plus(1);
      continue;
    }
    Role const role = role_of(at);
    if (role == Role::stop) break;
    Cursor const next = at.plus(1);
    if (role != Role::modifier) head = next.at;
    at = next;
    if (role == Role::plural && (at.ended() || role_of(at) != Role::plural)) break;
    if (role == Role::singular && !at.ended() && !joins(at)) {
      Role const follows = role_of(at);
      if (follows == Role::stop) break;
      if (follows == Role::modifier) {
        // A verb behind the head ends the phrase ("one car crashed"); an adjective may still belong to a name.
        WordInfo const& w = word_info(at->word);
        if (w.usual_part != noun && !at->has(capital)) break;
      }
    }
  }
  if (head == begin) return;
  draft.counted_first = begin;
  draft.counted_last = head;
}

}  // namespace counterclaim
