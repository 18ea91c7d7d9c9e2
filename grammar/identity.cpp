// Who holds a role or made a thing. A role's noun, verb or credit ("the director of", "directed by", "music by") is found by
// roles.tsv; the thing and its holders stand around it in one of these ways:
//   the ROLE of THING was HOLDERS       THING's ROLE was HOLDERS         for THING, the ROLE was HOLDERS
//   HOLDERS is the ROLE of THING        HOLDERS is THING's ROLE
//   HOLDER, the ROLE of THING,          the ROLE of THING, HOLDER,       THING's ROLE, HOLDER,     THING ROLE HOLDER
//   THING was DONE by HOLDERS           THING is a film DONE by HOLDERS  the film THING, DONE by HOLDERS
//   HOLDERS DID THING                   the PIECE of THING was DONE by HOLDERS
// What does not fit one of them plainly is not read: an indefinite role ("a producer of"), one among several, a former or a
// deputy one, a list that goes on ("and others"), a question, a denial.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "grammar/erase_quantities.hpp"
#include "grammar/identity_reading.hpp"
#include "grammar/productions.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::identity {

Form form_of(PhraseMatch m) {
  static constexpr std::string_view names[] = {"noun", "both", "past", "participle", "present", "credit", "piece", "other"};
  auto const cell = vocabulary(Category::roles)[std::size_t(m.row)].column[0];
  return Form(std::find(std::begin(names), std::end(names), cell) - std::begin(names));
}
bool takes_by(Form f) { return f == Form::both || f == Form::participle; }
bool takes_object(Form f) { return f == Form::both || f == Form::past || f == Form::present; }
bool is_bare(std::int32_t row) { return row >= 0 && vocabulary(Category::roles)[std::size_t(row)].column[4] == "bare"; }

void Identities::run() {
  for (auto i = c_.first; i < c_.last;) {
    if (c_.token(i).begins(Category::thing_kinds) && !c_.token(i).has(capital))
      if (auto const kind = c_.match(Category::thing_kinds, i)) note_topic(i + kind.tokens);
    if (!c_.token(i).begins(Category::roles)) {
      ++i;
      continue;
    }
    auto const m = c_.match(Category::roles, i);
    if (!m) {
      ++i;
      continue;
    }
    if (m.tokens > 0 && form_of(m) != Form::other && !is_part_of_word(i) && may_read()) role_at(i, m);
    i += std::max(1U, m.tokens);
  }
}

bool Identities::may_read() {
  if (readable_ < 0) {
    int small = 0;
    for (auto i = c_.first; i < c_.last && small < 2; ++i) small += c_.is(i, TokenKind::word) && !c_.token(i).has(capital);
    bool const asked = c_.last > c_.first && c_.is(c_.last - 1, TokenKind::stop) && c_.view[c_.token(c_.last - 1).begin] == '?';
    readable_ = small >= 1 && !asked;
  }
  return readable_ == 1;
}

bool Identities::is_part_of_word(std::uint32_t i) const {
  return i > c_.first && c_.is(i - 1, TokenKind::hyphen) && c_.token(i).has(glued);
}

void Identities::role_at(std::uint32_t i, PhraseMatch m) {
  auto const end = i + m.tokens;
  switch (form_of(m)) {
    case Form::noun:
      noun_at(i, end, m.row);
      break;
    case Form::credit:
      if (auto const h = holders_from(c_, end, Listing::several)) made_by(i, end, m.row, h);
      break;
    case Form::piece:
      piece_at(i, end, m.row);
      break;
    case Form::other:
      break;
    default:
      verb_at(i, end, m);
  }
}

PhraseMatch Identities::role(std::uint32_t i) const {
  return c_.in(i) && c_.token(i).begins(Category::roles) ? c_.match(Category::roles, i) : PhraseMatch{};
}

std::uint32_t Identities::role_before(std::uint32_t end, bool (*fits)(Form)) const {
  for (std::uint32_t n = 1; n <= 3 && end >= c_.first + n; ++n)
    if (auto const m = role(end - n); m && m.tokens == n && fits(form_of(m))) return end - n;
  return end;
}

bool Identities::is_be(std::uint32_t i) const { return one_of(c_.word(i), {"is", "was", "are", "were"}); }

std::uint32_t Identities::past_adverbs(std::uint32_t i) const {
  while (
      one_of(c_.word(i), {"actually", "also", "still", "currently", "originally", "in", "then", "both", "jointly", "again"})) {
    if (c_.word(i) == "in" && c_.word(i + 1) != "fact") break;
    i += c_.word(i) == "in" ? 2 : 1;
  }
  return i;
}

std::uint32_t Identities::before_adverbs(std::uint32_t i) const {
  while (i > c_.first &&
         one_of(c_.word(i - 1), {"actually", "also", "originally", "jointly", "currently", "later", "then", "both"}))
    --i;
  return i;
}

bool Identities::opens_clause(std::uint32_t i) const {
  if (i == c_.first || (is_year(c_, i - 1) && i <= c_.first + 4)) return true;
  auto const& t = c_.token(i - 1);
  if (t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || t.is(TokenKind::dash) ||
      t.is(TokenKind::quote) || t.is(TokenKind::open_bracket) || t.is(TokenKind::hyphen))
    return true;
  return one_of(c_.word(i - 1),
                {"and", "but", "that", "while", "because", "as", "when", "where", "since", "although", "though", "so"});
}

bool Identities::is_over(std::uint32_t i) const {
  if (!c_.in(i)) return true;
  if (c_.is(i, TokenKind::possessive) || c_.is(i, TokenKind::hyphen) || c_.is(i, TokenKind::slash) ||
      c_.is(i, TokenKind::figure))
    return false;
  auto const k = c_.cls(i);
  return k != WordClass::noun && k != WordClass::adjective && k != WordClass::name && c_.word(i) != "or";
}

bool Identities::is_open(Holders const& h) const {
  auto i = h.all.last;
  bool const comma = c_.is(i, TokenKind::comma);
  if (comma) ++i;
  if (one_of(c_.word(i), {"or", "among", "et"})) return true;
  if (c_.word(i) != "and") return false;
  auto const k = i + 1;
  if (one_of(c_.word(k), {"others", "other", "several", "many", "possibly"})) return true;
  // Behind a comma another clause may begin: ", and its composer was".
  return !comma && (one_of(c_.word(k), {"his", "her", "their", "its"}) || c_.cls(k) == WordClass::number ||
                    (c_.cls(k) == WordClass::determiner && c_.word(k) != "that"));
}

void Identities::add(std::uint32_t word, std::int32_t role, TokenRange at, Thing const& thing, Holders const& h, bool past) {
  if (!thing || !h || thing.name.last - thing.name.first > 14) return;
  for (std::size_t n = 0; n < h.count; ++n)
    if (h.names[n].first < thing.name.last && thing.name.first < h.names[n].last) return;
  IdentityMention m;
  m.at = c_.place(at);
  m.word = word;
  m.role = role;
  m.kind = thing.kind;
  m.year = thing.year;
  m.titled = thing.titled;
  m.past = past;
  m.thing_first = thing.name.first, m.thing_last = thing.name.last;
  m.holders_first = std::uint32_t(out_.holders.size());
  for (std::size_t n = 0; n < h.count; ++n) out_.holders.push_back({h.names[n].first, h.names[n].last});
  m.holders_last = std::uint32_t(out_.holders.size());
  out_.identities.push_back(m);
  keep_topic(thing);
}

TokenRange Identities::over(TokenRange a, TokenRange b) { return {std::min(a.first, b.first), std::max(a.last, b.last)}; }

bool Identities::is_limited(std::uint32_t i) const {
  return one_of(c_.word(i),
                {"former",   "ex",       "late",     "acting", "interim",  "deputy", "vice",    "assistant", "associate",
                 "incoming", "outgoing", "future",   "then",   "previous", "past",   "onetime", "retired",   "next",
                 "first",    "founding", "honorary", "new",    "junior",   "senior", "second",  "third",     "last"});
}

bool Identities::is_past(std::uint32_t verb) const { return one_of(c_.word(verb), {"was", "were", "served"}); }

bool Identities::starts_limited(Thing const& thing) const {
  return is_limited(thing.name.first) || is_limited(thing.name.last - 1) ||
         (thing.all.first > c_.first && (is_limited(thing.all.first - 1) || c_.is(thing.all.first - 1, TokenKind::hyphen)));
}

void Identities::keep_topic(Thing const& thing) {
  if (topic_.thing && topic_.thing.name.first == thing.name.first) {
    topic_.sentence = c_.sentence;
    if (topic_.thing.kind < 0) topic_.thing.kind = thing.kind;
    return;
  }
  topic_ = {thing, c_.sentence, thing.all.first == c_.first};
}

void Identities::note_topic(std::uint32_t end) {
  if (auto const thing = behind_noun(end, -1)) {
    keep_topic(thing);
    work(thing, end);
  } else if (auto const named = thing_before(c_, end); named && named.kind >= 0) {
    keep_topic(named);
  } else if (auto k = end; c_.is(end, TokenKind::quote) || (c_.is(end, TokenKind::word) && c_.token(end).has(capital))) {
    constexpr std::uint32_t longest = 6;
    while (k > c_.first && k + longest > end && !is_year(c_, k)) --k;
    if (auto const behind = is_year(c_, k) ? thing_from(c_, k, Reach::narrow) : Thing{}; behind.kind >= 0) work(behind, end);
  }
}

void Identities::work(Thing const& thing, std::uint32_t end) {
  if (thing.year == 0 || thing.kind < 0 || vocabulary(Category::thing_kinds)[std::size_t(thing.kind)].column[0].empty()) return;
  if (!out_.identities.empty() && out_.identities.back().role < 0 && out_.identities.back().thing_first == thing.name.first)
    return;
  constexpr std::uint32_t longest = 12;
  auto first = end;
  auto const least = thing.all.first < end ? std::max(c_.first, thing.all.first) : c_.first;
  while (first > least && first + longest > end && !is_year(c_, first - 1)) --first;
  if (first == least || first + longest <= end || !may_read()) return;
  IdentityMention m;
  m.at = c_.place({first - 1, first});
  m.word = end - 1;
  m.kind = thing.kind;
  m.year = thing.year;
  m.titled = thing.titled;
  m.thing_first = thing.name.first, m.thing_last = thing.name.last;
  m.holders_first = m.holders_last = std::uint32_t(out_.holders.size());
  out_.identities.push_back(m);
}

Thing Identities::stands_for(std::uint32_t first, std::uint32_t last) const {
  if (!topic_.thing || first >= last) return {};
  auto const& told = c_.sentences[topic_.sentence];
  constexpr std::uint32_t near = 3;  // sentences
  auto const ago = c_.sentence - topic_.sentence;
  if (ago > near || told.block != c_.sentences[c_.sentence].block) return {};
  if (last - first == 1 && one_of(c_.word(first), {"it", "its"})) return topic_.leads && ago <= 1 ? topic_.thing : Thing{};
  if (c_.word(first) != "the" && c_.word(first) != "this") return {};
  auto const m = c_.in(first + 1) && c_.token(first + 1).begins(Category::thing_kinds)
                     ? c_.match(Category::thing_kinds, first + 1)
                     : PhraseMatch{};
  if (!m || first + 1 + m.tokens != last) return {};
  auto const kinds = vocabulary(Category::thing_kinds);
  auto out = topic_.thing;
  if (out.kind < 0) return {};
  auto const told_kind = kinds[std::size_t(out.kind)].column[0];
  if (told_kind.empty() ? out.kind != m.row : told_kind != kinds[std::size_t(m.row)].column[0]) return {};
  return out;
}

}  // namespace counterclaim::identity

namespace counterclaim {
namespace {

// A number inside a title that was read counts nothing.
void give_up_numbers(Mentions& m) {
  std::vector<TokenRange> titles;  // in order, apart from one another
  for (auto const& k : m.identities) titles.push_back({k.thing_first, k.thing_last});
  std::sort(titles.begin(), titles.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  std::vector<TokenRange> joined;
  for (auto const& t : titles)
    if (joined.empty() || t.first >= joined.back().last)
      joined.push_back(t);
    else
      joined.back().last = std::max(joined.back().last, t.last);
  auto const inside = [&](MentionPlace const& at) {
    auto const past =
        std::upper_bound(joined.begin(), joined.end(), at.first, [](auto i, auto const& t) { return i < t.first; });
    return past != joined.begin() && at.last <= std::prev(past)->last;
  };
  std::erase_if(m.dates, [&](DateMention const& d) { return inside(d.at); });
  std::vector<bool> gone(m.quantities.size());
  std::transform(m.quantities.begin(), m.quantities.end(), gone.begin(),
                 [&](QuantityMention const& q) { return inside(q.at); });
  erase_quantities(m.quantities, gone);
}

}  // namespace

void parse_identities(Article const& article, Tokens const& tokens, Chunks const& chunks, Mentions& mentions) {
  identity::Topic topic;
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    if (tokens.sentences[s].holds(bits_of(Category::roles, Category::thing_kinds)))
      identity::Identities(clause_of(article, tokens, chunks, s), topic, mentions).run();
  }
  if (!mentions.identities.empty()) give_up_numbers(mentions);
}

}  // namespace counterclaim
