#include "src/resolve/respective.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"

namespace counterclaim {

namespace {

bool says_respectively(Context const& context, Sentence const& sentence) {
  static WordId const word = find_word("respectively");
  auto const& tokens = context.tokens.tokens;
  return std::any_of(tokens.begin() + sentence.first, tokens.begin() + sentence.last,
                     [](Token const& t) { return t.word == word && word != unknown_word; });
}

bool is_of_row(QuantityMention const& one, QuantityMention const& other) { return one.unit == other.unit; }
bool is_of_row(DateMention const& one, DateMention const& other) { return one.shape == other.shape; }

// Only commas, "and" and articles stand between: one row.
bool joined(Context const& context, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return false;
  for (auto i = first; i < last; ++i) {
    auto const c = context.chunks.classes[i];
    if (!context.tokens.tokens[i].is(TokenKind::comma) && c != WordClass::conjunction && c != WordClass::determiner)
      return false;
  }
  return true;
}
bool are_joined(Context const& context, std::vector<NameUse>::const_iterator begin, std::vector<NameUse>::const_iterator end) {
  for (auto u = begin; u + 1 < end; ++u)
    if (!joined(context, u->last, (u + 1)->first)) return false;
  return true;
}

// Does another mention of the list stand in its sentence? One alone makes no row.
template <class Mention>
bool has_company(std::vector<Mention> const& all, Mention const& mention) {
  auto const at = std::size_t(&mention - all.data());
  return (at > 0 && all[at - 1].at.sentence == mention.at.sentence) ||
         (at + 1 < all.size() && all[at + 1].at.sentence == mention.at.sentence);
}

// The names before the row of mentions that are like this one, if they are as many; the one in its place. Where no
// "respectively" says so, both must stand in rows of their own: "the Union and the Front won 44 and 37 seats".
template <class Mention>
std::optional<std::size_t> name_in_place(Context const& context, std::vector<Mention> const& all, Mention const& mention) {
  if (!has_company(all, mention)) return {};
  auto const& sentence = context.tokens.sentences[mention.at.sentence];
  bool const said = says_respectively(context, sentence);
  auto const begins_before = [&](auto const& m) { return m.at.first < sentence.first; };
  std::vector<MentionPlace const*> row;
  for (auto m = std::partition_point(all.begin(), all.end(), begins_before); m != all.end() && m->at.first < sentence.last;
       ++m) {
    if (!is_of_row(*m, mention)) continue;
    bool const goes_on = said || row.empty() || joined(context, row.back()->last, m->at.first);
    if (!goes_on && m->at.first > mention.at.first) break;
    if (!goes_on) row.clear();
    row.push_back(&m->at);
  }
  if (row.size() < 2) return {};
  auto const& uses = context.names.uses;
  auto const begin = std::partition_point(uses.begin(), uses.end(), [&](NameUse const& u) { return u.first < sentence.first; });
  auto const end = std::partition_point(begin, uses.end(), [&](NameUse const& u) { return u.first < row.front()->first; });
  if (std::size_t(end - begin) != row.size() || (!said && !are_joined(context, begin, end))) return {};
  auto const place = std::find(row.begin(), row.end(), &mention.at) - row.begin();
  return std::size_t(begin - uses.begin() + place);
}

}  // namespace

std::optional<std::size_t> respective_name(Context const& context, QuantityMention const& figure) {
  return name_in_place(context, context.mentions.quantities, figure);
}
std::optional<std::size_t> respective_name(Context const& context, DateMention const& date) {
  return name_in_place(context, context.mentions.dates, date);
}

std::optional<std::size_t> respective_date(Context const& context, QuantityMention const& figure) {
  auto const& sentence = context.tokens.sentences[figure.at.sentence];
  auto const& all = context.mentions.quantities;
  if (!has_company(all, figure) || !says_respectively(context, sentence)) return {};
  std::size_t figures = 0, place = 0, days = 0;
  auto q = std::partition_point(all.begin(), all.end(), [&](auto const& m) { return m.at.first < sentence.first; });
  for (; q != all.end() && q->at.first < sentence.last; ++q) {
    if (!is_of_row(*q, figure)) continue;
    ++figures;
    place += q->at.first < figure.at.first;
  }
  auto const& dates = context.mentions.dates;
  auto const begin =
      std::partition_point(dates.begin(), dates.end(), [&](auto const& d) { return d.at.first < sentence.first; });
  for (auto d = begin; d != dates.end() && d->at.first < sentence.last; ++d)
    if (d->shape == DateShape::date) ++days;
  // Dates of other shapes among them would shift the row.
  auto const end = std::partition_point(begin, dates.end(), [&](auto const& d) { return d.at.first < sentence.last; });
  if (figures < 2 || days != figures || std::size_t(end - begin) != days) return {};
  return std::size_t(begin - dates.begin()) + place;
}

}  // namespace counterclaim
