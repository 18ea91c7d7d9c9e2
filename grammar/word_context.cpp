#include "grammar/word_context.hpp"

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

}  // namespace

bool only_participle(std::string_view w) {
  return w.size() > 4 &&
         (w.ends_with("en") || w.ends_with("own") || one_of(w, {"begun", "drawn", "gone", "done", "sworn", "torn"}));
}

bool never_participle(WordId word) {
  static WordSet const pasts{"fell",  "rose",   "grew",     "came",      "went",     "began", "took",  "gave",
                             "broke", "became", "sank",     "drew",      "wrote",    "chose", "drove", "flew",
                             "knew",  "saw",    "spoke",    "threw",     "wore",     "rang",  "sang",  "swam",
                             "drank", "shrank", "ate",      "froze",     "forgot",   "shook", "stole", "tore",
                             "woke",  "ran",    "overtook", "undertook", "withdrew", "rode",  "blew"};
  return pasts.has(word);
}

bool is_verb_of_many(WordId word) {
  static WordSet const verbs{"hold", "own", "lack", "need", "want", "wear", "say", "have"};
  return verbs.has(word);
}
bool is_verb_of_place(WordId word, Token const& behind) {
  static WordSet const verbs{"work", "live", "remain", "stay", "sleep", "study"};
  static WordSet const places{"at", "in", "on", "there", "here", "near", "for", "with", "under", "outside"};
  return verbs.has(word) && places.has(behind.word);
}

bool Lookahead::is_headline() const {
  bool const stopped = last_ > first_ && token(last_ - 1).is(TokenKind::stop) && view_[token(last_ - 1).begin] == '.';
  if (stopped) return false;
  int words = 0, capitals = 0;
  for (auto i = first_; i < last_; ++i) {
    if (!is_word(i) || closed(i)) continue;
    ++words;
    capitals += token(i).has(capital);
  }
  return words >= 3 && capitals * 4 >= words * 3;
}

bool Lookahead::nominal_start(std::uint32_t i, int reach) const {
  if (i >= last_ || reach == 0) return false;
  auto const& t = token(i);
  if (t.is(TokenKind::code) || t.is(TokenKind::figure) || t.is(TokenKind::currency)) return true;
  if (t.is(TokenKind::quote)) return nominal_start(i + 1, reach - 1);
  if (!t.is(TokenKind::word)) return false;
  if (closed(i)) {
    auto const c = closed_class_of(i);
    return c == determiner || c == possessive;
  }
  if (t.has(capital)) return true;
  if (t.word == unknown_word) return !sure_verb(i);
  auto const parts = info(i).parts;
  // "dismissed the": a verb and its object.
  if (verb_form(t.word) == VerbForm::past && closed(i + 1)) {
    auto const c = closed_class_of(i + 1);
    if (c == WordClass::determiner || c == WordClass::possessive) return false;
  }
  if ((parts & (noun_bit | adjective_bit)) == 0) return verb_form(t.word) == VerbForm::ing && nominal_start(i + 1, reach - 1);
  if (info(i).usual_part == verb_bit && (verb_form(t.word) == VerbForm::third || verb_form(t.word) == VerbForm::base))
    return false;
  return true;
}

bool Lookahead::sure_verb(std::uint32_t i) const {
  if (!is_word(i)) return false;
  if (closed(i)) {
    auto const c = closed_class_of(i);
    return c == auxiliary || c == modal;
  }
  auto const form = verb_form(token(i).word);
  if (form == VerbForm::none || form == VerbForm::ing || form == VerbForm::base) return false;
  return (info(i).parts & (noun_bit | adjective_bit)) == 0 && !only_participle(word(i));
}

bool Lookahead::may_be_finite(std::uint32_t i, int reach) const {
  if (!is_word(i) || reach == 0) return false;
  if (closed(i)) {
    auto const c = closed_class_of(i);
    if (c == WordClass::adverb || c == negation) return may_be_finite(i + 1, reach - 1);
    return c == auxiliary || c == modal;
  }
  auto const form = verb_form(token(i).word);
  if (form == VerbForm::none && info(i).parts == adverb_bit) return may_be_finite(i + 1, reach - 1);
  return form != VerbForm::none && form != VerbForm::ing;
}

// "The shares trade at $14", "the counter stands at 610,000"
bool Lookahead::stands_at(std::uint32_t i) const {
  static WordSet const verbs{"stand", "stands", "trade", "trades", "sit",  "sits",  "peak",
                             "peaks", "rank",   "ranks", "run",    "runs", "hover", "hovers"};
  if (i + 2 >= last_ || word(i + 1) != "at" || !verbs.has(token(i).word)) return false;
  auto const& t = token(i + 2);
  return t.is(TokenKind::figure) || t.is(TokenKind::currency) || t.begins(Category::numerals) || t.begins(Category::bounds);
}

bool Lookahead::verb_fits(std::uint32_t i) const {
  bool const usual = info(i).usual_part == verb_bit;
  auto const n = i + 1;
  if (n >= last_) return usual;
  auto const& t = token(n);
  if (t.is(TokenKind::figure) || t.is(TokenKind::currency) || t.is(TokenKind::code)) return true;
  if (t.is(TokenKind::possessive) || t.is(TokenKind::hyphen)) return false;
  if (!t.is(TokenKind::word)) return usual;
  if (closed(n)) {
    switch (closed_class_of(n)) {
      case determiner:
      case possessive:
      case pronoun:
      case to:
        return true;
      case auxiliary:
      case modal:
        return false;
      case preposition:
        // "Brill edges out Norra"
        return usual || stands_at(i) || word(n) == "than" || (word(n) == "out" && n + 1 < last_ && token(n + 1).has(capital));
      case WordClass::adverb:
        return true;
      default:
        return usual;
    }
  }
  if (sure_verb(n)) return false;
  if (t.has(capital) && !headline_) return true;
  if (info(n).usual_part == adverb_bit) return true;
  return usual || (info(n).usual_part == adjective_bit && !token(i).has(capital));
}

bool Lookahead::dated(std::uint32_t i) const {
  static WordSet const leads{"on", "in", "from", "until", "at", "by", "before", "after"}, nearly{"early", "late", "mid", "the"};
  if (headline_ || i + 2 >= last_ || !leads.has(token(i + 1).word) || !token(last_ - 1).is(TokenKind::stop)) return false;
  auto const names_time = [&](std::uint32_t k) {
    static WordId const may = find_word("may");  // a modal to the vocabulary
    return k < last_ && token(k).has(capital) && (token(k).begins(Category::date_names) || token(k).word == may);
  };
  auto const& day = token(i + 2);
  bool const figure = day.is(TokenKind::figure);
  bool const date = names_time(i + 2) || (figure && (day.end - day.begin == 4 || names_time(i + 3))) ||
                    (nearly.has(day.word) && names_time(i + 3));
  return date && !finite_verb_follows(i);
}

bool Lookahead::finite_verb_follows(std::uint32_t i) const {
  for (auto k = i + 1; k < last_ && k < i + 9; ++k) {
    if (token(k).is(TokenKind::comma) || token(k).is(TokenKind::semicolon) || token(k).is(TokenKind::stop)) return false;
    if (closed(k)) {
      auto const c = closed_class_of(k);
      bool const month =  // "began in May", "on 3 May", "May 3"
          token(k).has(capital) &&
          ((closed(k - 1) && closed_class_of(k - 1) == preposition) || token(k - 1).is(TokenKind::figure) ||
           (k + 1 < last_ && token(k + 1).is(TokenKind::figure)));
      if (c == auxiliary || (c == modal && !month)) return true;
      if (c == conjunction || c == subordinator || c == wh || c == pronoun || c == to || word(k) == "that") return false;
    } else if (sure_verb(k)) {
      return true;
    }
  }
  return false;
}

bool Lookahead::verb_ends_phrase(std::uint32_t i) const {
  if (i < last_ && closed(i) && closed_class_of(i) == determiner) ++i;
  for (auto const end = std::min(last_, i + 4); ++i < end;) {
    if (i < last_ && token(i).is(TokenKind::figure)) continue;  // "support for version 4 ends"
    if (!is_word(i) || closed(i)) return false;
    auto const form = verb_form(token(i).word);
    if (form == VerbForm::third || form == VerbForm::past) return true;
  }
  return false;
}

bool Lookahead::only_verb_left(std::uint32_t i) const {
  if (!nominal_start(i + 1)) return false;
  for (auto k = i + 1; k < last_ && k < i + 9; ++k) {
    auto const kind = token(k).kind;
    if (kind == TokenKind::comma || kind == TokenKind::semicolon || kind == TokenKind::stop) break;
    if (sure_verb(k)) return false;
    if (is_word(k) && !closed(k) && info(k).usual_part == verb_bit && verb_form(token(k).word) != VerbForm::ing) return false;
  }
  return true;
}

bool Lookahead::determined(std::uint32_t i) const {
  if (i >= last_ || !closed(i)) return i < last_ && token(i).is(TokenKind::currency);
  auto const c = closed_class_of(i);
  return c == determiner || c == possessive || c == pronoun || c == preposition;
}

}  // namespace counterclaim
