#include "grammar/date_words.hpp"

#include <algorithm>

#include "counterclaim/fold.hpp"
#include "counterclaim/phrase.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::dates {
namespace {

constexpr Category date_categories[] = {Category::holidays,   Category::date_references, Category::date_words,
                                        Category::date_names, Category::date_units,      Category::day_parts};

void sign(Word& w, TokenKind kind, std::string_view text) {
  switch (kind) {
    case TokenKind::percent:
    case TokenKind::degree:
      w.measure = true;
      return;
    case TokenKind::currency:
      w.money = true;
      return;
    case TokenKind::quote:
      if (text == "'" || text == "\u2019" || text == "\u2018") set(w, Class::apostrophe);
      return;
    case TokenKind::possessive:
      w.possessive = true;
      return;
    case TokenKind::comma:
      return set(w, Class::comma);
    case TokenKind::hyphen:
      return set(w, Class::hyphen);
    case TokenKind::dash:
      return set(w, Class::dash);
    case TokenKind::slash:
      return set(w, Class::slash);
    case TokenKind::colon:
      return set(w, Class::colon);
    case TokenKind::point:
    case TokenKind::stop:
      return set(w, Class::point);
    case TokenKind::open_bracket:
      return set(w, Class::open);
    case TokenKind::close_bracket:
      return set(w, Class::close);
    case TokenKind::sign:
      if (text == "~") set(w, Class::tilde);
      return;
    case TokenKind::other:
      if (text == "@") set(w, Class::at);
      return;
    default:
      return;
  }
}

WordSet const persons{"people", "children", "men", "women"};

void tense_and_part(Word& w, Token const& token) {
  if (token.word == unknown_word) {
    if (token.is(TokenKind::word)) set(w, Class::content);
    return;
  }
  auto const& info = word_info(token.word);
  bool const open_class = (info.parts & function_word) == 0;
  w.word = token.word;
  w.measure = token.begins(Category::units) && open_class;
  w.plural_noun = (info.forms & plural_noun_form) != 0 && !token.has(all_capitals);
  w.things = w.plural_noun ? info.usual_part != verb || persons.has(token.word) : persons.has(token.word);
  w.plain_verb = info.usual_part == verb;
  w.past = !w.capital && (info.forms & past_verb_form) != 0;
  w.present = !w.capital && VerbForm(info.verb_form) == VerbForm::third && !token.begins(Category::reporting_verbs);
  if ((info.usual_part == noun || info.usual_part == adjective) && open_class) set(w, Class::content);
}

// -1 if it is none, or of more digits than dates have.
std::int32_t whole_of(Decimal value) {
  constexpr std::int64_t most = 100'000'000;
  auto whole = value.digits;
  for (auto i = value.exponent; i > 0 && whole < most; --i) whole *= 10;
  return value.is_whole() && whole < most ? static_cast<std::int32_t>(whole) : -1;
}

void figure(Word& w, Token const& token, Figure const& f) {
  bool const ordinal = token.has(ordinal_suffix);
  set(w, ordinal ? Class::ordinal : Class::number);
  w.amount = f.value;
  w.whole = f.place == 0 ? whole_of(f.value) : -1;
  w.decimal = f.place != 0;
  w.digits = static_cast<std::int8_t>(std::min<std::uint32_t>(token.end - token.begin -
                                                                  (ordinal                    ? 2
                                                                   : token.has(decade_suffix) ? 1
                                                                                              : 0),
                                                              100));
  w.leading_zero = f.leading_zero;
  w.grouped = f.grouped;
  w.decade_suffix = token.has(decade_suffix);
}

bool is_core(Word const& w) {
  constexpr Classes core{Class::month,    Class::weekday,   Class::weekdays, Class::season,         Class::decade,
                         Class::unit,     Class::day_part,  Class::holiday,  Class::ordinal,        Class::day_offset,
                         Class::tonight,  Class::reference, Class::often,    Class::noon,           Class::clock_past,
                         Class::clock_to, Class::era,       Class::fiscal,   Class::quarter_letter, Class::half_letter,
                         Class::school,   Class::calendar,  Class::half};
  if (core.hold(w)) return true;
  return w.is(Class::number) && (w.spelled_year || w.decade_suffix || (w.digits == 4 && !w.grouped && !w.decimal));
}

// "in her late 50s", "in the high 90s": years of age, degrees.
bool counts_otherwise(std::span<Token const> tokens, std::size_t at) {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    auto const& t = tokens[at - back];
    auto const w = word_text(t.word);
    for (std::string_view const other : {"his", "her", "their", "my", "your", "our", "low", "high", "upper", "lower"})
      if (w == other) return true;
    if (w != "early" && w != "mid" && w != "late" && !t.is(TokenKind::hyphen)) return false;
  }
  return false;
}

constexpr auto vocabulary_bits = bits_of(Category::holidays, Category::date_references, Category::date_words,
                                         Category::date_names, Category::date_units, Category::day_parts);
constexpr auto number_bits = bits_of(Category::numerals, Category::ordinals, Category::scales);

// The longest match over the date categories; categories that match as much add their classes. Returns its tokens.
std::uint32_t vocabulary_word(std::span<Token const> tokens, std::size_t at, std::string_view view, Word& w) {
  std::uint32_t longest = 0;
  PhraseMatch matches[std::size(date_categories)];
  for (std::size_t c = 0; c < std::size(date_categories); ++c) {
    if (!tokens[at].begins(date_categories[c])) continue;
    matches[c] = match_phrase(date_categories[c], tokens, at, tokens.size(), view);
    if (matches[c]) longest = std::max(longest, matches[c].tokens);
  }
  if (longest == 0) return 0;
  for (std::size_t c = 0; c < std::size(date_categories); ++c)
    if (matches[c] && matches[c].tokens == longest) describe(w, date_categories[c], matches[c].row);
  return longest;
}

constexpr Word nothing_known{};

class Folder {
 public:
  Folder(std::string_view text, KnownWords& words_known, std::vector<Word>& words)
      : view(text), known(words_known), out(words) {}

  // `offset`: which token of the article the first one is.
  void fold(std::span<Token const> tokens, std::vector<Figure> const& figures, std::uint32_t offset);

 private:
  bool split_code(Token const& token, std::uint32_t index);
  bool is_led(Token const& token) const;
  std::uint32_t describe_at(std::span<Token const> tokens, std::size_t i, std::vector<Figure> const& figures, Word& w) const;

  std::string_view view;
  KnownWords& known;
  std::vector<Word>& out;
};

void Folder::fold(std::span<Token const> tokens, std::vector<Figure> const& figures, std::uint32_t offset) {
  for (std::size_t i = 0; i < tokens.size();) {
    auto const& token = tokens[i];
    auto const index = offset + static_cast<std::uint32_t>(i);
    if (token.is(TokenKind::code) && split_code(token, index)) {
      ++i;
      continue;
    }
    auto const kind_of = token.categories & (vocabulary_bits | number_bits);
    bool const may_be_known = token.is(TokenKind::word) && kind_of != 0 && (kind_of & number_bits) == 0;
    auto const next = i + 1 < tokens.size() ? tokens[i + 1].word : unknown_word;
    auto const* as = may_be_known ? known.find(token.word, next) : nullptr;
    Word& w = out.emplace_back(as ? *as : nothing_known);
    w.begin = token.begin;
    w.glued = token.has(glued);
    w.capital = token.has(capital);
    w.first = index;
    std::uint32_t count = 1;
    if (!as)
      count = describe_at(tokens, i, figures, w);
    else if (w.capital)
      w.past = w.present = false, w.plural_noun = w.plural_noun && !token.has(all_capitals);
    w.end = tokens[i + count - 1].end;
    w.last = index + count;
    i += count;
  }
}

// What the tokens from `i` on are, and how many of them are one word.
std::uint32_t Folder::describe_at(std::span<Token const> tokens, std::size_t i, std::vector<Figure> const& figures,
                                  Word& w) const {
  auto const& token = tokens[i];
  if (token.is(TokenKind::figure)) {
    figure(w, token, figures[token.figure]);
    if (token.has(decade_suffix) && w.digits == 2 && counts_otherwise(tokens, i)) w.named = 0, w.measure = true;
    return 1;
  }
  if ((token.categories & number_bits) != 0) {
    if (auto const spelled = number_words(tokens, i, view, w); spelled > 0) {
      if (spelled == 1 && vocabulary_word(tokens, i, view, w) == 1 && w.is(Class::unit))
        w.plural = false;  // "second" is a unit too
      return spelled;
    }
  }
  if ((token.categories & vocabulary_bits) != 0) {
    if (auto const count = vocabulary_word(tokens, i, view, w); count > 0) {
      if (count == 1) tense_and_part(w, token);
      w.measure = false;
      return count;
    }
  }
  if (token.is(TokenKind::word)) {
    tense_and_part(w, token);
    return 1;
  }
  sign(w, token.kind, text_of(token, view));
  w.measure |= token.is(TokenKind::code);
  return 1;
}

// "On 7.1.13", "(7.1.13)": a year of two digits is none in "Section 7.1.13" and "zlib 1.2.11".
bool Folder::is_led(Token const& token) const {
  static WordSet const leads{"on", "of",     "dated", "from", "until", "till", "since",
                             "by", "before", "after", "to",   "and",   "for"};
  auto at = token.begin;
  while (at > 0 && view[at - 1] == ' ') --at;
  if (at == 0 || view[at - 1] == '\n' || view[at - 1] == '(' || view[at - 1] == ',') return true;
  auto const end = at;
  while (at > 0 && ((view[at - 1] | 32) >= 'a' && (view[at - 1] | 32) <= 'z')) --at;
  return leads.has(find_word(lower(view.substr(at, end - at))));
}

// "Q3", "Sep-23-2020", "FY26": folds the letters and digits of a code apart; false (and nothing added) if it holds no word of
// dates.
bool Folder::split_code(Token const& token, std::uint32_t index) {
  if (token.end - token.begin > 24) return false;
  Token parts[16];
  std::vector<Figure> figures;
  std::size_t count = 0;
  bool named = false, known = true;
  for (std::uint32_t at = token.begin; at < token.end && count < std::size(parts);) {
    auto& part = parts[count];
    part = token;
    part.begin = at;
    part.flags = static_cast<std::uint8_t>(count == 0 ? token.flags : (token.flags | glued) & ~capital);
    char const c = view[at];
    auto const digit = [&](std::uint32_t i) { return view[i] >= '0' && view[i] <= '9'; };
    auto const letter = [&](std::uint32_t i) { return (view[i] | 32) >= 'a' && (view[i] | 32) <= 'z'; };
    if (digit(at)) {
      Figure f;
      std::int64_t value = 0;
      f.leading_zero = c == '0';
      for (; at < token.end && digit(at); ++at) value = value < 1'000'000'000'000 ? value * 10 + (view[at] - '0') : value;
      f.value = Decimal(value);
      part.kind = TokenKind::figure;
      part.figure = static_cast<std::uint32_t>(figures.size());
      part.word = unknown_word;
      part.categories = 0;
      part.flags &= static_cast<std::uint8_t>(~(ordinal_suffix | decade_suffix));
      figures.push_back(f);
    } else if (letter(at)) {
      while (at < token.end && letter(at)) ++at;
      Folded folded;
      counterclaim::fold(view.substr(part.begin, at - part.begin), folded);
      part.kind = TokenKind::word;
      part.word = find_word(folded.text());
      part.categories = part.word == unknown_word ? 0 : word_info(part.word).categories;
      if (c >= 'A' && c <= 'Z') part.flags |= capital;
      bool const ours =
          part.begins(Category::date_names) || part.begins(Category::date_words) || part.begins(Category::date_units);
      named |= ours;
      known &= ours;
    } else {
      ++at;
      part.kind = c == '-' ? TokenKind::hyphen : c == '.' ? TokenKind::point : c == '/' ? TokenKind::slash : TokenKind::other;
      part.word = unknown_word;
      part.categories = 0;
    }
    part.end = at;
    ++count;
  }
  bool const dotted_date = figures.size() == 3 && count == 5 &&
                           (named || figures[0].value >= Decimal(1000) || figures[2].value >= Decimal(1000) || is_led(token));
  // "Two B200s": several things of that name, not 200 seconds
  if (count == 3 && parts[0].is(TokenKind::word) && view.substr(parts[2].begin, parts[2].end - parts[2].begin) == "s")
    return false;
  if (!known || (!named && !dotted_date) || parts[count - 1].end != token.end) return false;
  auto const before = out.size();
  fold({parts, count}, figures, 0);
  for (auto i = before; i < out.size(); ++i) out[i].first = index, out[i].last = index + 1;
  return true;
}

}  // namespace

void KnownWords::look_up(WordId word, Entry& e) {
  e.word = word;
  for (auto const& entry : entries_of(word)) {
    if ((vocabulary_bits >> entry.category & 1) == 0) continue;
    Word w;
    describe(w, Category(entry.category), entry.row);
    e.next.any |= entry.text != 0;
    if (entry.words > 1) e.next.add(second_word(entry));
    if (!is_core(w)) continue;
    e.ever_core = true;
    if (entry.words > 1)
      e.core_next.add(second_word(entry));
    else
      e.core = true;
  }
  Token t;
  t.kind = TokenKind::word;
  t.word = word;
  t.categories = word_info(word).categories;
  bool const known = !e.next.any && vocabulary_word({&t, 1}, 0, {}, e.as) > 0;
  tense_and_part(e.as, t);
  if (known) e.as.measure = false;
}

namespace {

// The number at tokens[at]: a year or a day ("2019", "20190503", "21st", "'98"), or does it go on as a time of day or a date in
// figures?
bool may_be_of_date(std::span<Token const> tokens, std::size_t at, KnownWords& known) {
  constexpr Classes clock{Class::meridiem, Class::oclock, Class::past_word}, range{Class::to, Class::until};
  auto const& t = tokens[at];
  bool const figure = t.is(TokenKind::figure);
  if (figure && (t.end - t.begin == 4 || t.end - t.begin == 8 || t.has(ordinal_suffix) || t.has(decade_suffix))) return true;
  if (figure && t.has(glued) && at > 0 && tokens[at - 1].is(TokenKind::quote)) return true;
  if (at + 1 == tokens.size()) return false;
  auto const& next = tokens[at + 1];
  switch (next.kind) {
    case TokenKind::hyphen:
    case TokenKind::dash:
    case TokenKind::slash:
    case TokenKind::colon:
    case TokenKind::sign:
    case TokenKind::other:
      return true;
    case TokenKind::stop:
    case TokenKind::point:
      return at + 2 < tokens.size();
    case TokenKind::word: {
      if ((next.categories & number_bits) != 0) return !figure;  // "nineteen ten", "seven thirty"
      if ((next.categories & vocabulary_bits) == 0) return false;
      auto const* as = known.find(next.word, at + 2 < tokens.size() ? tokens[at + 2].word : unknown_word);
      return !as || clock.hold(*as) || (next.has(glued) && as->is(Class::meridiem_letter)) || (!figure && range.hold(*as));
    }
    default:
      return false;
  }
}

}  // namespace

bool may_hold_date(Tokens const& tokens, Sentence const& sentence, KnownWords& known) {
  constexpr auto sure = bits_of(Category::date_names, Category::date_units, Category::day_parts, Category::holidays);
  if (sentence.holds(sure) || sentence.holds(TokenKind::code)) return true;
  if (!sentence.holds(vocabulary_bits | number_bits) && !sentence.holds(TokenKind::figure)) return false;
  auto const all = std::span(tokens.tokens).subspan(sentence.first, sentence.last - sentence.first);
  auto const* const end = all.data() + all.size();
  for (auto const* t = all.data(); t != end; ++t) {
    auto const of_dates = t->categories & (vocabulary_bits | number_bits);
    if (of_dates == 0 && !t->is(TokenKind::figure)) continue;
    bool const number = t->is(TokenKind::figure) || (of_dates & number_bits) != 0;
    if (number && may_be_of_date(all, static_cast<std::size_t>(t - all.data()), known)) return true;
    if ((of_dates & vocabulary_bits) == 0 || known.is_never_core(t->word)) continue;
    if (known.may_be_core(t->word, t + 1 != end ? t[1].word : unknown_word)) return true;
  }
  return false;
}

void fold_sentence(Tokens const& tokens, std::uint32_t first, std::uint32_t last, std::string_view view, KnownWords& known,
                   std::vector<Word>& out) {
  Folder(view, known, out).fold(std::span(tokens.tokens).subspan(first, last - first), tokens.figures, first);
  auto* before = out.data();  // the first word whose distance is not known
  for (auto& w : out) {
    if (!is_core(w)) continue;
    for (; before <= &w; ++before) before->to_core = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(&w - before, 255));
  }
}

}  // namespace counterclaim::dates
