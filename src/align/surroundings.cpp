#include "src/align/surroundings.hpp"

#include <algorithm>
#include <string>

#include "counterclaim/units.hpp"

namespace counterclaim {
namespace {

// "Halden (river)": an encyclopedia tells namesakes apart by a word in brackets behind the title.
std::pair<std::string_view, std::string_view> heading_of(Article const& article) {
  constexpr std::size_t longest = 80;
  auto const head = std::string_view(article.view).substr(0, longest);
  auto const line = head.substr(0, head.find('\n'));
  auto const open = line.find(" ("), close = line.find(')', open == line.npos ? 0 : open);
  if (open == line.npos || close == line.npos || open == 0) return {};
  // the title alone, or the text goes on with its name
  auto const name = line.substr(0, open), rest = line.substr(close + 1);
  auto const word = name.substr(0, name.find(' '));
  if (!rest.empty() && rest.find(word) == rest.npos) return {};
  return {name, line.substr(open + 2, close - open - 2)};
}

// Money for "$0.60" and for "$0.60 per million tokens", nothing for what is counted: a table says the rest in its heads.
UnitId plain_unit(UnitId id) {
  if (is_counted_noun(id)) return no_unit;
  auto const symbol = unit(id).symbol;
  auto const slash = symbol.find('/');
  if (slash == symbol.npos) return id;
  return find_unit(symbol.substr(0, slash));  // a counted noun has no symbol: no_unit
}
// "1 million tokens", "up to 1 million tokens": round, and yet of no other thing that is counted.
bool is_large_count(Claim const& c) {
  auto const& end = c.value.high ? c.value.high : c.value.low;
  auto const dimension = dimension_of(c.unit);
  bool const noun = is_counted_noun(c.unit) || (!dimension.empty() && dimension == unit(c.unit).name);
  return noun && end && abs(*end) >= Decimal(1000);
}
UnitId telling_unit(Claim const& c) { return is_large_count(c) ? c.unit : plain_unit(c.unit); }
Decimal telling_value(Claim const& c) { return c.value.high ? *c.value.high : *c.value.low; }
// A figure that is no chance when it is met again.
bool is_telling(Claim const& c) {
  if (is_large_count(c)) return true;
  if (!c.value.is_point()) return false;
  return abs(Decimal(c.value.low->digits)) >= (plain_unit(c.unit) == no_unit ? Decimal(11) : Decimal(2));
}

// "from 320 votes to 290"
bool is_move(Claim const& was, Claim const& c) {
  return was.baseline && was.kind == ClaimKind::quantity && c.kind == ClaimKind::quantity && was.article == c.article &&
         was.sentence == c.sentence && was.basis == c.basis && !c.baseline;
}

}  // namespace

Surroundings::Surroundings(ClaimSet const& set, SetFacts facts)
    : set_(set),
      facts_(std::move(facts)),
      rarity_(facts_),
      of_its_kind_(set.claims.size()),
      in_its_sentence_(set.claims.size()),
      related_(set.articles.size()) {
  headings_.reserve(set.articles.size());
  for (auto const& article : set.articles) {
    auto const [name, qualifier] = heading_of(article);
    headings_.push_back({name, qualifier});
  }
  using Kind = std::tuple<std::uint32_t, UnitId, Change, std::string_view>;
  std::map<Kind, std::uint32_t> kinds;
  std::map<std::tuple<std::uint32_t, std::uint32_t, UnitId, Change>, std::uint32_t> sentences;
  auto kind_of = [](Claim const& c) {
    // Currencies and unit families by their base; counts by the last word of what is counted.
    auto const base = unit(c.basis).base == no_unit ? c.basis : unit(c.basis).base;
    auto const last = c.counted.rfind(' ');
    return Kind{c.article, base, c.change,
                c.basis == no_unit ? (last == std::string::npos ? c.counted : c.counted.substr(last + 1)) : std::string_view()};
  };
  auto countable = [](Claim const& c) { return c.kind == ClaimKind::quantity && !c.restated; };
  auto sentence_of = [](Claim const& c) { return std::tuple(c.article, c.sentence.begin, c.unit, c.change); };
  for (auto const& c : set.claims)
    if (countable(c)) ++kinds[kind_of(c)], ++sentences[sentence_of(c)];
  std::map<std::string_view, std::uint32_t> numbers;
  std::vector<std::vector<std::uint32_t>> names_of_article(set.articles.size());
  for (auto const& c : set.claims)
    for (auto const& n : c.names) {
      article_names_.emplace(c.article, n.name);
      if (n.role == TermRole::heading) topics_.emplace(c.article, n.name);
      if (!std::binary_search(facts_.everywhere.begin(), facts_.everywhere.end(), n.name))
        names_of_article[c.article].push_back(numbers.emplace(n.name, std::uint32_t(numbers.size())).first->second);
    }
  for (auto& names : names_of_article) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
  relations_.emplace(std::move(names_of_article));
  two_related_ = facts_.articles == 2 && two_are_related();
  find_first_persons();
  for (std::size_t i = 0; i < set.claims.size(); ++i) {
    auto const& c = set.claims[i];
    if (auto const m = midpoint(c.value); countable(c) && m && values_.emplace(c.article, measure_of(c.basis), *m).second)
      figures_like_[{c.article, measure_of(c.basis)}].push_back(std::uint32_t(i));
    if (i > 0 && is_move(set.claims[i - 1], c)) {
      auto const was = midpoint(set.claims[i - 1].compared), is = midpoint(c.compared);
      if (was && is) moves_.emplace(c.article, c.basis, *was, *is);
    }
    if (countable(c) && is_telling(c)) figures_.emplace(c.article, telling_unit(c), telling_value(c));
    for (auto const& t : c.terms)
      if (is_concept(t.word) && t.role <= TermRole::clause && !c.restated && !c.vague && !is_of_column(c, t) &&
          !is_beside(c, t) && !is_dated_beside(i, t))
        ++of_concept_[{c.article, t.word, c.kind, dimension_of(c.basis)}];
    totals_.add(c, set.articles[c.article]);
    if (countable(c)) of_its_kind_[i] = kinds[kind_of(c)], in_its_sentence_[i] = sentences[sentence_of(c)];
  }
}

int counts_first_person(std::string_view text) {
  int uses = 0;
  bool quoted = false;
  std::string_view word;
  auto const end_word = [&] {
    if (!quoted)
      uses += word == "I" || word == "my" || word == "My" || word == "We" || word == "we" || word == "our" || word == "Our";
    word = {};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const c = static_cast<unsigned char>(text[i]);
    if (c == '"') quoted = !quoted;
    if (c == 0xE2 && i + 2 < text.size() && text[i + 1] == '\x80')
      quoted = text[i + 2] == '\x9C' || (quoted && text[i + 2] != '\x9D');
    if (c == '\n') quoted = false;
    bool const letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (letter)
      word = word.empty() ? text.substr(i, 1) : std::string_view(word.data(), word.size() + 1);
    else
      end_word();
  }
  end_word();
  return uses;
}

// A reviewer or columnist.
void Surroundings::find_first_persons() {
  constexpr int often = 3;
  first_person_.resize(set_.articles.size());
  for (std::size_t a = 0; a < set_.articles.size(); ++a) first_person_[a] = counts_first_person(set_.articles[a].view) >= often;
}

// What a column's head says, its cells say of as many rows: they are not what a text says of the matter.
bool Surroundings::is_of_column(Claim const& c, Term const& t) const {
  return t.role == TermRole::modifier && set_.articles[c.article].blocks[c.block].table >= 0;
}

// "The deficit remains below the limit of 3%": the limit's figure.
bool Surroundings::is_beside(Claim const& c, Term const& row) {
  if (c.kind != ClaimKind::quantity || row.role != TermRole::subject) return false;
  auto const heads = [](Term const& t) { return t.role == TermRole::head; };
  return std::any_of(c.terms.begin(), c.terms.end(), heads) &&
         std::none_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return heads(t) && is_concept(t.word); });
}

// "Construction began in May 2021, and the first car left the hall in June": the start, which comes once, has a date of its
// own.
bool Surroundings::is_dated_beside(std::size_t claim, Term const& row) const {
  constexpr std::size_t reach = 4;
  auto const& c = set_.claims[claim];
  if (c.kind != ClaimKind::date || row.role != TermRole::clause || !nature_of(row.word).empty()) return false;
  if (!set_.articles[c.article].date) return false;  // a history tells of many
  auto const first = claim - std::min(claim, reach), last = std::min(claim + reach + 1, set_.claims.size());
  return std::any_of(
      set_.claims.begin() + std::ptrdiff_t(first), set_.claims.begin() + std::ptrdiff_t(last), [&](Claim const& k) {
        return k.kind == ClaimKind::date && k.article == c.article && k.sentence.begin == c.sentence.begin && !k.vague &&
               std::any_of(k.terms.begin(), k.terms.end(),
                           [&](Term const& t) { return t.word == row.word && t.role == TermRole::verb; });
      });
}

std::uint32_t Surroundings::of_its_concept(std::uint32_t claim, std::uint32_t term) const {
  auto const& c = set_.claims[claim];
  constexpr std::uint32_t many = 4;
  if (std::any_of(c.terms.begin(), c.terms.end(),
                  [&](Term const& t) { return t.word == term && (is_of_column(c, t) || is_dated_beside(claim, t)); }))
    return many;
  auto const found = of_concept_.find({c.article, term, c.kind, dimension_of(c.basis)});
  return found == of_concept_.end() ? 0 : found->second;
}

std::uint32_t Surroundings::figures_like(std::uint32_t claim) const {
  auto const& c = set_.claims[claim];
  auto const found = figures_like_.find({c.article, measure_of(c.basis)});
  return found == figures_like_.end() ? 1 : std::uint32_t(found->second.size());
}

std::uint32_t Surroundings::rivals(std::uint32_t claim, std::uint32_t other) const {
  constexpr std::uint32_t most = 2, many = 64;  // so many of a kind: some of them are
  auto const &a = set_.claims[claim], &b = set_.claims[other];
  auto const x = midpoint(a.compared), y = midpoint(b.compared);
  auto const found = figures_like_.find({a.article, measure_of(a.basis)});
  if (!x || !y || found == figures_like_.end() || found->second.size() > many) return most;
  auto const of_a_size = [](Decimal m, Decimal n) {
    constexpr int times = 6;
    return abs(m) <= abs(n) * Decimal(times) && abs(n) <= abs(m) * Decimal(times);
  };
  auto const last_word = [](std::string_view counted) {
    auto const blank = counted.rfind(' ');
    return blank == counted.npos ? counted : counted.substr(blank + 1);
  };
  std::uint32_t count = 0;
  for (auto const i : found->second) {
    auto const& c = set_.claims[i];
    auto const m = midpoint(c.compared);
    if (i == claim || c.vague || c.baseline || c.change != a.change || !m || *m == *x ||
        !(of_a_size(*m, *x) || of_a_size(*m, *y)))
      continue;
    if (a.basis == no_unit && !a.counted.empty() && !c.counted.empty() && last_word(a.counted) != last_word(c.counted))
      continue;
    if (values_.contains({b.article, measure_of(b.basis), *midpoint(c.value)})) continue;
    if (++count == most) break;
  }
  return count;
}

bool Surroundings::has_moved(std::uint32_t claim, std::uint32_t other) const {
  auto const &a = set_.claims[claim], &b = set_.claims[other];
  auto const m = midpoint(a.compared), n = midpoint(b.compared);
  if (moves_.empty() || !m || !n) return false;
  // Of the two articles alone: what a third one tells may not be there where a part of the set is aligned again.
  auto const told_in = [&](std::uint32_t article) {
    return moves_.contains({article, a.basis, *m, *n}) || moves_.contains({article, a.basis, *n, *m});
  };
  return told_in(a.article) || told_in(b.article);
}

bool Surroundings::names_it(std::uint32_t article, std::string_view name) const {
  if (article_names_.contains({article, name})) return true;
  // where no figure stands near it
  auto const [known, fresh] = in_text_.try_emplace({article, name});
  if (fresh) known->second = set_.articles[article].view.find(name) != std::string::npos;
  return known->second;
}

bool Surroundings::known(std::uint32_t claim, std::uint32_t article) const {
  auto const& c = set_.claims[claim];
  if (!is_telling(c)) return false;
  // "72.6 percent in Orl, 69.4 in Dorne": the second may stand without its unit.
  auto const value = telling_value(c);
  bool const rare = abs(Decimal(value.digits)) >= Decimal(100);
  return figures_.contains({article, telling_unit(c), value}) || (rare && figures_.contains({article, no_unit, value}));
}

bool Surroundings::tells_too(std::uint32_t one, std::uint32_t other) const {
  auto const &c = set_.claims[one], &o = set_.claims[other];
  if (!c.value.is_point() || abs(*c.value.low) <= Decimal(12)) return false;
  // "4,400 mAh in the small one, 5,100 in the large one": the second may stand without its unit
  bool const rare = abs(Decimal(c.value.low->digits)) >= Decimal(100);
  auto const is_one = [&](std::uint32_t k) {
    auto const& d = set_.claims[k];
    return d.kind == ClaimKind::quantity && d.value == c.value &&
           (d.unit == c.unit || (rare && d.unit == no_unit && d.counted.empty()));
  };
  auto const beside = [&](std::uint32_t k) {
    return set_.claims[k].article == o.article && set_.claims[k].sentence == o.sentence;
  };
  constexpr std::uint32_t reach = 64;  // claims, either way
  for (auto k = other; k > 0 && other - k < reach && beside(k - 1); --k)
    if (is_one(k - 1)) return true;
  for (auto k = other + 1; k < set_.claims.size() && k - other <= reach && beside(k); ++k)
    if (is_one(k)) return true;
  return false;
}

bool Surroundings::are_namesakes(std::uint32_t article_a, std::uint32_t article_b) const {
  auto const &x = headings_[article_a], &y = headings_[article_b];
  return !x.name.empty() && x.name == y.name && x.qualifier != y.qualifier;
}

// Two texts by themselves are often of namesakes: one name in common is the name. A sentence or two are taken as they come.
bool Surroundings::two_are_related() const {
  constexpr std::size_t short_text = 300;
  auto const fewest = std::min(relations_->names(0).size(), relations_->names(1).size());
  return fewest == 0 || std::min(set_.articles[0].raw.size(), set_.articles[1].raw.size()) < short_text ||
         !relations_->of(0).empty();
}

bool Surroundings::related(std::uint32_t article_a, std::uint32_t article_b) const {
  if (article_a == article_b) return true;
  if (are_namesakes(article_a, article_b)) return false;
  if (facts_.articles == 2) return two_related_;
  // A few articles that somebody put together are about one thing.
  if (facts_.articles < large_set) return true;
  auto& others = related_[article_a];
  if (!others) others = relations_->of(article_a);
  return std::binary_search(others->begin(), others->end(), article_b);
}

}  // namespace counterclaim
