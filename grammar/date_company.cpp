#include "grammar/date_company.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim::dates {

bool is_reference(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  auto const& words = s.words;
  if (end < words.size() && words[end].glued && words[end].is(Class::meridiem_letter)) ++end;  // "2006a"
  bool const bracketed = s.before(begin, {Class::open});
  auto name = begin;
  if (bracketed || s.before(begin, {Class::comma})) --name;
  bool const closed = end >= words.size() || s.any(end, {Class::close, Class::comma}) ||
                      (words[end].little == 0 && words[end].named == 0 && words[end].end - words[end].begin == 1);
  if (name == 0 || !closed) return false;
  if (words[name - 1].is(Class::point))  // "al."
    return name > 1 && words[name - 2].end - words[name - 2].begin == 2 && !words[name - 2].capital && name > 2 &&
           words[name - 3].end - words[name - 3].begin == 2;
  constexpr std::uint32_t reach = 24;
  if (bracketed || name == begin || !words[name - 1].capital || words[name - 1].little != 0) return false;
  for (auto i = name; i > 0 && begin - i < reach; --i) {
    if (words[i - 1].is(Class::close)) return false;
    if (words[i - 1].is(Class::open)) return true;
  }
  return false;
}

bool sums(WordId word) {
  static WordSet const words{"average", "total", "mean", "median", "minimum", "maximum", "score", "rate", "population"};
  return words.has(word);
}

bool chained(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  auto const& words = s.words;
  auto const glued_figure = [&](std::uint32_t at) {
    return at < words.size() && words[at].is(Class::number) && words[at].digits > 0;
  };
  auto const glued_hyphen = [&](std::uint32_t at) {
    return at < words.size() && words[at].glued && words[at].is(Class::hyphen);
  };
  if (!glued_figure(begin) || !glued_figure(end - 1)) return false;
  bool const before = begin >= 2 && words[begin].glued && glued_hyphen(begin - 1) && glued_figure(begin - 2);
  bool const behind = glued_hyphen(end) && glued_figure(end + 1) && words[end + 1].glued;
  bool const further = (begin >= 3 && before && glued_hyphen(begin - 3)) || (behind && glued_hyphen(end + 2));
  if (end - begin > 1 && !words[begin + 1].is(Class::hyphen)) return false;
  return further || (before && behind) || (before && end - begin > 1) ||
         (behind && end - begin > 1 && words[end + 1].digits > 2) ||
         (before && words[begin - 2].digits != 4 && words[begin - 2].digits > 2);
}

bool goes_on(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  auto const& words = s.words;
  if (words[begin].is(Class::number) && words[begin].glued && s.before(begin, {Class::close})) return true;
  if (end >= words.size() || !words[end].glued || words[end - 1].digits == 0) return false;
  return words[end].is(Class::meridiem_letter) && !words[end].is(Class::meridiem) && end - begin > 1;
}

bool names_by_number(Word const& w) {
  if (!w.capital || w.word == unknown_word) return false;
  for (auto const& entry : entries_of(w.word)) {
    if (entry.category != static_cast<std::uint8_t>(Category::numbered_things) || entry.words != 1) continue;
    auto const kind = vocabulary(Category::numbered_things)[std::size_t(entry.row)].column[0];
    if (kind == "product" || kind == "index") return true;
  }
  return false;
}

bool lasts(Sentence const& s, std::uint32_t begin) {
  static WordSet const words{"lasted", "lasts", "lasting", "takes"};
  return begin > 0 && words.has(s.words[begin - 1].word);
}

bool ends_fraction(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  auto const& words = s.words;
  return end - begin == 2 && begin >= 2 && words[begin].is(Class::number) && words[begin].digits == 0 &&
         words[begin + 1].unit == Grain::quarter && words[begin - 1].is(Class::and_) && words[begin - 2].is(Class::number);
}

bool is_rate(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  auto const& words = s.words;
  if (!words[begin].is(Class::a) || end - begin != 2 || begin == 0) return false;
  auto const& before = words[begin - 1];
  return (before.is(Class::number) && begin > 1 && words[begin - 2].money) ||
         (begin > 1 && words[begin - 2].is(Class::number) && before.measure) ||
         ((before.is(Class::unit) || before.plural_noun) &&
          (s.before(begin - 1, {Class::number}) ||
           (begin > 2 && words[begin - 2].is(Class::content) && s.before(begin - 2, {Class::number}))));
}

bool is_new_day(std::vector<Word> const& words, std::uint32_t at) {
  constexpr std::uint32_t reach = 4;
  static WordSet const moved{"moved",  "postponed", "delayed", "deferred", "rescheduled",
                             "pushed", "brought",   "put",     "shifted",  "adjourned"};
  if (at < 2 || !(words[at - 1].is(Class::to) || words[at - 1].is(Class::until))) return false;
  for (auto i = at - 1; i-- > (at > reach ? at - reach : 0);)
    if (moved.has(words[i].word)) return true;
  return false;
}

bool is_allowed_from(std::vector<Word> const& words, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t reach = 8;
  static WordId const can = find_word("can");
  if (begin == 0 || !words[begin - 1].is(Class::from)) return false;
  auto const is_can = [](Word const& w) { return w.word == can; };
  auto const size = static_cast<std::uint32_t>(words.size());
  return std::any_of(words.begin() + (begin > reach ? begin - reach : 0), words.begin() + begin, is_can) ||
         (begin == 1 && std::any_of(words.begin() + end, words.begin() + std::min(size, end + reach), is_can));
}

bool qualifies_noun(std::vector<Word> const& words, std::uint32_t at) {
  if (at >= words.size() || words[at].glued || words[at].word == unknown_word || words[at].little != 0) return false;
  return words[at].is(Class::content) || (word_info(words[at].word).parts & noun) != 0;
}

bool is_some_weekday(std::vector<Word> const& words, std::uint32_t begin, std::uint32_t end, Phrase const& p) {
  if (p.form != Form::pointer || p.weekday == 0 || p.step != 0 || p.grain != Grain::none || p.anaphoric || begin == 0)
    return false;
  static WordId const one = find_word("one");
  constexpr Classes apart{Class::before, Class::after};
  bool const at_end = end >= words.size();
  auto const& lead = words[begin - 1];
  // "In a Monday vote": the day of the vote
  if (begin > 1 && words[begin - 2].is(Class::comma)) return false;  // "on June 6, a Thursday"
  if (begin > 1 && words[begin - 2].is(Class::a) && lead.is(Class::content)) return !qualifies_noun(words, end);  // "a rainy"
  if (lead.is(Class::a) || lead.word == one) return !qualifies_noun(words, end);
  bool const the = lead.is(Class::the) || words[begin].is(Class::the);
  static WordId const following = find_word("following");
  return the && !at_end && (apart.hold(words[end]) || words[end].word == following);
}

bool is_in_relative(std::vector<Word> const& words, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t reach = 16;
  static WordSet const relatives{"which", "who", "whose", "where"};
  if (end >= words.size() || !words[end].is(Class::comma)) return false;
  for (auto i = begin; i > 1 && i + reach > begin; --i)
    if (relatives.has(words[i - 1].word)) return words[i - 2].is(Class::comma);
  return false;
}

// "Planned for May", "the vote is set for May"; "voted for May" means somebody.
static bool is_set_for(Sentence const& s, std::uint32_t begin) {
  static WordSet const fixed{"planned",   "set",        "scheduled", "slated",  "promised", "expected", "booked",  "earmarked",
                             "announced", "fixed",      "due",       "called",  "in",       "targeted", "pledged", "foreseen",
                             "arranged",  "scheduling", "start",     "opening", "launch",   "release"};
  return begin > 1 && s.before(begin, {Class::for_}) && fixed.has(s.words[begin - 2].word);
}

bool month_stands(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  auto const& w = s.words[end - 1];
  bool const first_of_two = s.any(end, {Class::hyphen, Class::dash, Class::to, Class::and_}) && s.any(end + 1, {Class::month});
  bool const of_noun = s.before(begin, {Class::a, Class::the}) && s.any(end, {Class::content});
  bool const led =
      s.timely(begin) || s.before(begin, {Class::shift, Class::same, Class::hyphen, Class::dash}) || first_of_two || of_noun;
  if (w.ambiguous && w.capital && is_set_for(s, begin)) return true;
  if (w.ambiguous) return led && (w.capital || s.before(begin, {Class::in, Class::since, Class::until, Class::during}));
  return true;
}

// A season or an ordinal day alone.
bool alone_stands(Sentence const& s, std::uint32_t begin, std::uint32_t end, Phrase const& p) {
  bool const led = s.timely(begin) || s.words[begin].is(Class::the) || s.sign_of_range(begin);
  if (p.season > 0) {
    if (s.any(end, {Class::of}) || (end < s.words.size() && s.words[end].is(Class::to))) return false;
    if (s.words[end - 1].ambiguous && s.before(begin, {Class::to})) return false;
    if (s.words[end - 1].ambiguous && !s.words[end - 1].capital && !s.timely(begin) && !s.sign_of_range(begin)) return false;
    bool const noun_before = begin > 0 && s.words[begin - 1].is(Class::content);
    return led || (s.words[end - 1].capital && begin > 0) || (!s.words[end - 1].ambiguous && !noun_before);
  }
  if (end < s.words.size()) {
    auto const& next = s.words[end];
    // "The 12th launch of the year"; "on the 12th voters", "on the 12th went"
    bool const counts = next.word != unknown_word && !next.capital && (word_info(next.word).parts & function_word) == 0 &&
                        ((word_info(next.word).parts & noun) != 0 || !s.timely(begin));
    if (counts || next.is(Class::content) || next.measure || next.is(Class::of) || next.is(Class::unit) ||
        next.is(Class::hyphen) || next.is(Class::ordinal) || next.is(Class::number) || next.is(Class::half))
      return false;
  }
  return s.before(begin, {Class::on, Class::by, Class::since, Class::until, Class::from, Class::between, Class::before,
                          Class::after}) ||
         (s.words[begin].is(Class::the) && (s.timely(begin) || begin + 1 < end));
}

bool names_model(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t longest = 3;  // words of the name before it
  if (!s.words[begin].is(Class::quarter_letter) && !s.words[begin].is(Class::half_letter)) return false;
  bool const noun_behind = end < s.words.size() && s.words[end].is(Class::content) && !s.words[end].present;
  auto const is_of_name = [](Word const& w) { return w.capital && (w.is(Class::content) || (w.little == 0 && w.named == 0)); };
  auto first = begin;
  while (first > 0 && first + longest > begin && is_of_name(s.words[first - 1])) --first;
  if (first == begin) return s.before(begin, {Class::the}) && !noun_behind && end < s.words.size();
  return s.before(first, {Class::the, Class::a}) || (first > 0 && s.words[first - 1].possessive);
}

}  // namespace counterclaim::dates
