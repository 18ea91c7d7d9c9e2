// Words of degree: which adjective or noun, and whether more of it is better. "Slower" and "less accurate" are worse, "fewer
// errors" and "lower latency" better; an order of size alone reads as better for more.
#include <boost/spirit/home/x3.hpp>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/comparison_terminals.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

Grade grade_of(std::string_view w) {
  // "better", "superior", "best", "worse"
  if (w.empty() || (w.back() != 'r' && w.back() != 't' && w.back() != 'e')) return Grade::positive;
  if (one_of(w, {"better", "worse", "further", "farther", "superior", "inferior"})) return Grade::comparative;
  if (one_of(w, {"best", "worst", "furthest", "farthest"})) return Grade::superlative;
  if (w.size() > 4 && w.ends_with("est") && !one_of(w, {"honest", "modest"})) return Grade::superlative;
  if (w.size() > 4 && w.ends_with("er") && !one_of(w, {"sober", "clever", "eager", "proper", "bitter", "tender", "super"}))
    return Grade::comparative;
  return Grade::positive;
}

namespace {

bool is_adjective(std::string_view stem) {
  auto const id = find_word(stem);
  return id != unknown_word && (word_info(id).parts & PartOfSpeech::adjective) != 0;
}
// "greener": its stem is an adjective, and the word itself no usual noun ("number", "order", "cover").
bool has_adjective_stem(WordId word, std::string_view ending) {
  auto const& info = word_info(word);
  if ((info.parts & PartOfSpeech::noun) != 0 && (info.parts & PartOfSpeech::adjective) == 0) return false;
  if (info.usual_part == PartOfSpeech::noun || info.usual_part == PartOfSpeech::verb) return false;
  std::string_view const w = word_text(word);
  if (w.size() < ending.size() + 3) return false;
  char stem[40];
  auto n = w.size() - ending.size();
  if (n + 1 >= sizeof stem) return false;
  w.copy(stem, n);
  if (is_adjective({stem, n})) return true;
  stem[n] = 'e';
  if (is_adjective({stem, n + 1})) return true;
  if (stem[n - 1] == 'i') {
    stem[n - 1] = 'y';
    if (is_adjective({stem, n})) return true;
  }
  return n > 2 && stem[n - 1] == stem[n - 2] && is_adjective({stem, n - 1});
}

}  // namespace

Word word_at(Clause const& c, std::uint32_t i) {
  if (!c.is(i, TokenKind::word)) return {};
  auto const& t = c.token(i);
  if (t.word == unknown_word) return {};
  auto const w = word_text(t.word);
  if (auto const m = c.match(Category::measures, i); m && m.tokens == 1) {
    auto const& row = vocabulary(Category::measures)[std::size_t(m.row)];
    return {grade_of(w), row.column[0] == "worse" ? -1 : 1, row.column[1] == "size"};
  }
  if (t.begins(Category::function_words)) return {};
  auto const grade = grade_of(w);
  if (grade == Grade::comparative && has_adjective_stem(t.word, "er")) return {grade, 1, false};
  if (grade == Grade::superlative && has_adjective_stem(t.word, "est")) return {grade, 1, false};
  auto const parts = word_info(t.word).parts;
  if ((parts & (PartOfSpeech::adjective | PartOfSpeech::adverb)) == 0) return {};
  // An adjective that is in no list: no claim of capability is read into it.
  return {Grade::positive, 1, true};
}

namespace {

bool is_more(Clause const& c, std::uint32_t i) {
  static WordId const more = find_word("more");
  return c.in(i) && c.token(i).word == more;
}
bool is_less(Clause const& c, std::uint32_t i) {
  static WordSet const less{"less", "fewer"};
  return c.in(i) && less.has(c.token(i).word);
}
bool is_comparative(Clause const& c, std::uint32_t i) {
  // In a headline "Better Than" has capitals.
  return word_at(c, i).grade == Grade::comparative && (c.cls(i) != WordClass::name || c.word(i + 1) == "than");
}
bool is_positive(Clause const& c, std::uint32_t i) {
  auto const k = c.cls(i);
  return (k == WordClass::adjective || k == WordClass::adverb || k == WordClass::participle || k == WordClass::ing_verb ||
          c.token(i).begins(Category::measures)) &&
         word_at(c, i).grade == Grade::positive;
}
bool is_adverb(Clause const& c, std::uint32_t i) { return c.cls(i) == WordClass::adverb; }
bool is_joint(Clause const& c, std::uint32_t i) { return c.is(i, TokenKind::comma) || c.cls(i) == WordClass::conjunction; }

void put_comparative(Clause const& c, std::uint32_t i, Degree& d) {
  auto const w = word_at(c, i);
  d.measure = {i, i + 1};
  d.direction = w.better;
  d.performance = !w.size;
}
void put_more(Clause const&, std::uint32_t, Degree& d) { d.direction = 1, d.bare = true; }
void put_less(Clause const&, std::uint32_t, Degree& d) { d.direction = -1, d.bare = true; }
void put_graded(Clause const& c, std::uint32_t i, Degree& d) {
  auto const w = word_at(c, i);
  d.measure = {i, i + 1};
  d.direction = (d.direction < 0 ? -1 : 1) * w.better;
  d.performance = !w.size;
  d.bare = false;
}

namespace x3 = boost::spirit::x3;
using terminals::skip;
using terminals::such;

constexpr such<is_comparative, put_comparative> comparative{};
constexpr such<is_more, put_more> more{};
constexpr such<is_less, put_less> less{};
constexpr such<is_positive, put_graded> graded{};
constexpr skip<is_adverb> adverb{};
constexpr skip<is_joint> joint{};

auto const step = comparative | ((more | less) >> -(graded | (adverb >> graded)));
auto const degree = x3::rule<struct degree_rule, Degree>{"degree"} = step >> *(joint >> -joint >> step);

// `i` is the head, the last word of an entry.
int noun_polarity(Clause const& c, std::uint32_t i, bool& known) {
  static WordSet const amounts{"rate", "rates", "level", "levels", "number", "count", "figure", "figures", "total"};
  auto m = c.match(Category::measure_nouns, i);
  if (!m && i > c.first)
    if (auto const whole = c.match(Category::measure_nouns, i - 1);
        whole && (whole.tokens == 2 || amounts.has(c.token(i).word)))  // "a lower error rate"
      m = whole;
  known = bool(m);
  return m && vocabulary(Category::measure_nouns)[std::size_t(m.row)].column[0] == "lower" ? -1 : 1;
}

bool is_unit_noun(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::measure_nouns, i);
  return m && vocabulary(Category::measure_nouns)[std::size_t(m.row)].column[1] == "unit";
}

// "lower latency", "better fuel economy", "fewer errors": the noun is what is measured.
void add_noun(Clause const& c, Degree& d) {
  auto const* p = c.noun(d.last);
  if (!p || p->first > d.last || p->has(pronominal) || c.cls(d.last) == WordClass::determiner) {
    if (!p || p->first != d.last || d.last == d.first) return;
    if (c.cls(d.last) == WordClass::determiner || c.cls(d.last) == WordClass::possessive) return;
  }
  auto const stop = p->head + 1;
  if (stop <= d.last || c.cls(p->head) == WordClass::name || c.cls(p->head) == WordClass::number) return;
  bool known = false;
  auto const polarity = noun_polarity(c, p->head, known);
  bool const ordering = d.bare || (!d.measure.empty() && word_at(c, d.measure.first).size);
  if (ordering) {
    d.direction *= polarity;
    d.performance = known && !is_unit_noun(c, p->head);
  }
  if (known || ordering) d.measure = {d.last, stop};
  d.bare = false;
  d.last = stop;
}

}  // namespace

Degree degree_from(Clause const& c, std::uint32_t i) {
  Degree d;
  terminals::Place at{&c, i};
  terminals::Place const end{&c, c.last};
  if (!x3::parse(at, end, degree, d)) return {};
  d.first = i;
  d.last = at.token;
  if (c.word(d.last) == "off" && one_of(c.word(d.last - 1), {"better", "worse"})) ++d.last;
  add_noun(c, d);
  return d;
}

Degree degree_before(Clause const& c, std::uint32_t i, std::uint32_t distance) {
  static WordId const than = find_word("than");
  static WordSet const amounts{"more", "less", "fewer"};
  constexpr std::uint32_t bracket = 24;  // its longest that is passed over
  for (auto k = i; k > c.first && i - k < distance;) {
    --k;
    if (c.is(k, TokenKind::close_bracket)) {  // "better in Lyon (see below) than"
      auto const from = k;
      while (k > c.first && from - k < bracket && !c.is(k, TokenKind::open_bracket)) --k;
      distance += from - k;
      continue;
    }
    auto const& t = c.token(k);
    if (t.is(TokenKind::semicolon) || t.is(TokenKind::stop) || t.word == than) break;
    if (!t.is(TokenKind::word)) continue;
    if (!amounts.has(t.word) && (grade_of(word_text(t.word)) != Grade::comparative || !is_comparative(c, k))) continue;
    auto const d = degree_from(c, k);
    if (d.direction != 0 && d.last <= i) return d;
  }
  return {};
}

}  // namespace counterclaim::comparison
