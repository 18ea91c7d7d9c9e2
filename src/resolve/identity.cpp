#include "src/resolve/identity.hpp"

#include <algorithm>
#include <string>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

// A name as find_names() spells it where it is one, so that its aliases are found.
std::string_view name_of(Context const& c, std::uint32_t first, std::uint32_t last) {
  auto const use = c.name_of[first];
  if (use >= 0 && c.names.uses[std::size_t(use)].first == first && c.names.uses[std::size_t(use)].last == last)
    return c.names.names[c.names.uses[std::size_t(use)].name];
  return joined(c.tokens, first, last, c.article.view, c.kept);
}

// "Written by" is said of books, films and songs alike: the kind of thing tells whose word it is.
std::string_view role_name(VocabularyRow const& role, std::string_view kind) {
  if (role.column[1] != "writer") return role.column[1];
  if (kind == "film" || kind == "series" || kind == "episode") return "screenwriter";
  if (kind == "book") return "author";
  return kind == "song" ? std::string_view("songwriter") : role.column[1];
}

bool holds_verb(Context const& c, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i)
    if (auto const p = c.chunks.phrase_of[i]; p >= 0 && c.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb) return true;
  return false;
}

// "from 1990 to 1998" right behind, or "In 1994" at the head of the sentence: when the role was held. Other dates of the
// sentence say when something else happened to the holder.
void say_when(Context const& context, IdentityMention const& k, Claim& c) {
  constexpr std::uint32_t near = 3;
  c.period = {};
  c.period_stated = false;
  auto const& dates = context.mentions.dates;
  auto const sentence = context.tokens.sentences[k.at.sentence].first;
  auto d = std::lower_bound(dates.begin(), dates.end(), sentence, [](auto const& m, auto first) { return m.at.first < first; });
  for (; d != dates.end() && d->at.sentence == k.at.sentence; ++d) {
    if (d->shape != DateShape::date || d->days.is_unbounded() || (d->at.first < k.at.last && k.at.first < d->at.last)) continue;
    bool const behind =
        d->at.first >= k.at.last && d->at.first <= k.at.last + near && !holds_verb(context, k.at.last, d->at.first);
    bool const fronted =
        d->at.first <= sentence + 1 && d->at.last <= k.at.first && !holds_verb(context, d->at.last, k.at.first);
    if (!behind && !fronted) continue;
    if (!c.period_stated)
      c.period = d->days;
    else
      c.period = {std::min(c.period.from, d->days.from), std::max(c.period.to, d->days.to)};
    c.period_stated = true;
  }
}

}  // namespace

std::string_view thing_name(Context const& context, IdentityMention const& k) {
  return name_of(context, k.thing_first, k.thing_last);
}

void say_who(Context const& context, IdentityMention const& k, Claim& c) {
  auto const& role = vocabulary(Category::roles)[std::size_t(k.role)];
  auto const kind = k.kind < 0 ? std::string_view() : vocabulary(Category::thing_kinds)[std::size_t(k.kind)].column[0];
  c.terms = {};
  c.about = c.scope = {};
  c.whole = {};
  c.subject = thing_name(context, k);
  c.attribute = role_name(role, kind);
  c.measure = kind;
  if (k.year != 0) c.value = Interval::exactly(Decimal(k.year));
  c.lasting = role.column[2] == "made" || (role.column[2] == "work" && (k.titled || !kind.empty()));
  c.past = k.past;
  say_when(context, k, c);
  std::vector<NameRef> names{{c.subject, TermRole::subject}};
  auto const& holders = context.mentions.holders;
  std::string all;
  for (auto i = k.holders_first; i < k.holders_last; ++i) {
    names.push_back({name_of(context, holders[i].first, holders[i].last), TermRole::object});
    all.append(all.empty() ? "" : i + 1 == k.holders_last ? " and " : ", ").append(names.back().name);
  }
  c.names = context.kept.keep(names);
  c.right = context.kept.keep(all);
}

namespace {

// "Dr. Ida J. Moor Jr." to "ida j moor".
std::vector<std::string> words_of(std::string_view name) {
  static constexpr std::string_view beside[] = {"dr",   "mr",        "mrs", "ms", "sir", "lord", "lady", "dame",
                                                "prof", "professor", "jr",  "sr", "ii",  "iii",  "iv",   "the"};
  std::vector<std::string> out(1);
  for (char const ch : lower(name)) {
    if (ch == ' ' || ch == '-' || ch == '.')
      out.emplace_back();
    else if (ch != '\'' && ch != ',')
      out.back() += ch;
  }
  std::erase_if(
      out, [](auto const& w) { return w.empty() || std::find(std::begin(beside), std::end(beside), w) != std::end(beside); });
  return out;
}

bool is_part(std::vector<std::string> const& part, std::vector<std::string> const& whole) {
  return std::all_of(part.begin(), part.end(),
                     [&](auto const& w) { return std::find(whole.begin(), whole.end(), w) != whole.end(); });
}

// One letter more, less or other.
bool is_slip(std::string const& a, std::string const& b) {
  if (std::min(a.size(), b.size()) < 5) return false;
  std::size_t i = 0, k = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
  while (k + i < std::min(a.size(), b.size()) && a[a.size() - 1 - k] == b[b.size() - 1 - k]) ++k;
  return std::max(a.size(), b.size()) - i - k <= 1;
}

bool is_acronym(std::vector<std::string> const& brief, std::vector<std::string> const& full) {
  if (brief.size() != 1 || full.size() < 2) return false;
  std::string initials;
  for (auto const& w : full)
    if (w != "of" && w != "and") initials += w.front();
  return initials == brief.front();
}

// The row of short forms of a given name ("Bill", "William"); -1 if it has none.
std::int32_t short_forms(std::string const& name) {
  auto const id = find_word(name);
  if (id == unknown_word || !begins(word_info(id), Category::name_words)) return -1;
  Token t;
  t.word = id;
  t.categories = word_info(id).categories;
  auto const m = match_phrase(Category::name_words, {&t, 1}, 0, 1, name);
  return m && vocabulary(Category::name_words)[std::size_t(m.row)].column[0] == "nickname" ? m.row : -1;
}
// "I.", "Ida", "Idalia"; "Bill", "William". Other names before one surname are those of another of the family.
bool same_given(std::string const& a, std::string const& b) {
  if (a == b || a.starts_with(b) || b.starts_with(a)) return true;
  auto const shared = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  if (shared >= 3) return true;
  auto const forms = short_forms(a);
  return forms >= 0 && forms == short_forms(b);
}
bool one_family(std::vector<std::string> const& x, std::vector<std::string> const& y) {
  if (x.back() != y.back()) return false;
  if (x.size() < 2 || y.size() < 2) return true;
  for (std::size_t i = 0; i + 1 < x.size(); ++i)
    for (std::size_t k = 0; k + 1 < y.size(); ++k)
      if (same_given(x[i], y[k])) return true;
  return false;
}

bool same_holder(std::string_view a, std::string_view b) {
  if (a == b) return true;
  auto const x = words_of(a), y = words_of(b);
  if (x.empty() || y.empty()) return true;
  return one_family(x, y) || (x.back() != y.back() && is_slip(x.back(), y.back())) || is_part(x, y) || is_part(y, x) ||
         is_acronym(x, y) || is_acronym(y, x);
}

}  // namespace

bool share_holder(Claim const& a, Claim const& b) {
  if (a.measure == "happening" && b.measure == "happening") return true;  // only what may be the same is ever asked of
  for (auto const& n : a.names)
    for (auto const& m : b.names)
      if (n.role == TermRole::object && m.role == TermRole::object && same_holder(n.name, m.name)) return true;
  return false;
}

}  // namespace counterclaim
