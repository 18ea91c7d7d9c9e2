// One thing, many spellings. Names of the whole set are joined in three steps, each only where it is safe:
//   spelling  same letters but for case, blanks, hyphens or a number written in words; one letter more, less or other in a long
//             name of several words: these are variants, worth a finding of their own
//   form      "Acme Holdings Ltd." and "Acme": a legal form dropped; "Ada Lorne" and "Lorne": a part that only one longer name
//             has
//   acronym   "AIRL" for "Applied Imaging Research Laboratory"
// A model word or number is never dropped: "K4 Max" is not "K4".
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "counterclaim/learned_names.hpp"
#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "src/resolve/spelling.hpp"

namespace counterclaim {
namespace {

std::string upper(std::string_view text) {
  std::string s(text);
  for (auto& c : s)
    if (c >= 'a' && c <= 'z') c = char(c - 32);
  return s;
}

// "North", "Upper", "New": which of two things of one name, and no maker.
bool qualifies(std::string const& word) {
  auto const id = find_word(word);
  return id != unknown_word && (word_info(id).parts & adjective) != 0;
}

// "District", "Clinic": many have such a name.
bool is_kind(std::string const& word) {
  auto const id = find_word(word);
  return id != unknown_word && begins(word_info(id), Category::nominals);
}

class Aliases {
 public:
  Aliases(std::span<std::vector<SpellingUse> const> articles, std::vector<std::vector<std::string>> const& given)
      : articles_(articles), given_(given) {}

  LearnedNames run() {
    collect();
    join_spellings();
    join_misspellings();
    join_forms();
    join_models();
    join_acronyms();
    join_given();
    return learned();
  }

 private:
  void collect() {
    for (std::uint32_t article = 0; article < articles_.size(); ++article)
      for (auto const& use : articles_[article]) {
        auto const [it, fresh] = index_.emplace(use.spelling, std::uint32_t(all_.size()));
        if (fresh) {
          Spelling s;
          s.text = use.spelling;
          s.words = words_of(use.spelling);
          s.core_size = s.words.size();
          while (s.core_size > 1 && kind_of(s.words[s.core_size - 1]) == "company") --s.core_size;
          for (auto const& w : s.words) s.compact += in_figures(w);
          s.parent = it->second;
          all_.push_back(std::move(s));
        }
        auto& s = all_[it->second];
        s.uses += use.uses;
        s.articles.push_back(article);
        s.first_use.push_back(use.first);
      }
    // Most used first, so that the plainest spelling leads its group.
    order_.resize(all_.size());
    for (std::uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::sort(order_.begin(), order_.end(), [&](auto x, auto y) {
      auto const &a = all_[x], &b = all_[y];
      return a.uses != b.uses ? a.uses > b.uses : a.text < b.text;
    });
  }

  std::uint32_t root(std::uint32_t x) {
    while (all_[x].parent != x) x = all_[x].parent = all_[all_[x].parent].parent;
    return x;
  }
  void join(std::uint32_t to, std::uint32_t from) { all_[root(from)].parent = root(to); }

  void join_spellings() {
    std::map<std::string, std::uint32_t> by_compact;
    for (auto const i : order_) {
      if (all_[i].compact.size() < 3) continue;
      auto const [it, fresh] = by_compact.emplace(all_[i].compact, i);
      if (fresh) continue;
      // A plain word in capitals ("US", "IT") is not its small twin.
      bool const same_words = all_[i].words == all_[it->second].words;
      if (same_words && all_[i].words.size() == 1 && all_[i].compact.size() < 5) continue;
      join(it->second, i);
    }
  }

  void join_misspellings() {
    // Candidates share all words but one: bucketed by each word left out and by the first letters of single words.
    std::map<std::string, std::vector<std::uint32_t>> buckets;
    for (auto const i : order_) {
      auto const& w = all_[i].words;
      if (w.size() > 6) continue;
      for (std::size_t skip = 0; skip < w.size(); ++skip) {
        std::string key = std::to_string(w.size());
        for (std::size_t k = 0; k < w.size(); ++k)
          key += "|" + (k == skip ? (w.size() == 1 ? w[k].substr(0, 3) : std::string("*")) : w[k]);
        auto& bucket = buckets[key];
        for (std::size_t b = 0; b < bucket.size() && b < 50; ++b)
          if (misspelt(all_[bucket[b]], all_[i])) join(bucket[b], i);
        bucket.push_back(i);
      }
    }
  }

  void join_forms() {
    std::map<std::vector<std::string>, std::uint32_t> by_core;
    for (auto const i : order_) {
      auto const words = all_[i].core();
      auto const [it, fresh] = by_core.emplace(std::vector<std::string>(words.begin(), words.end()), i);
      if (!fresh) join(it->second, i);
    }
    // Longer names by their first and by their last word.
    std::map<std::string, std::vector<std::uint32_t>> by_last;
    for (auto const i : order_) {
      auto const words = all_[i].core();
      if (words.size() < 2 || words.size() > 5) continue;
      by_first_[words.front()].push_back(i);
      by_last[words.back()].push_back(i);
    }
    for (auto const i : order_) {
      auto const words = all_[i].core();
      if (words.size() != 1 || words[0].size() < 3 || has_digit(words[0])) continue;
      std::vector<std::uint32_t> longer;
      if (auto const f = by_first_.find(words[0]); f != by_first_.end())
        for (auto const n : f->second)
          if (!only_adds_model(all_[n].core().subspan(1))) longer.push_back(n);
      if (auto const l = by_last.find(words[0]); l != by_last.end())
        longer.insert(longer.end(), l->second.begin(), l->second.end());
      // Only when all longer names are one thing, and the short one stands in an article with it.
      std::vector<std::uint32_t> roots;
      for (auto const n : longer)
        if (introduces(all_[n], all_[i])) roots.push_back(root(n));
      std::sort(roots.begin(), roots.end());
      roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
      if (roots.size() == 1) join(roots[0], i);
      if (roots.empty()) join_business(i);
    }
  }
  // "Orvel Foods" in one article, and only "Orvel" in another.
  void join_business(std::uint32_t brief) {
    std::uint32_t found = UINT32_MAX;
    for (auto const n : by_first_[all_[brief].core()[0]]) {
      auto const rest = all_[n].core().subspan(1);
      if (!std::ranges::all_of(rest, [](auto const& word) { return kind_of(word) == "business"; })) return;
      if (found != UINT32_MAX && root(found) != root(n)) return;
      found = n;
    }
    if (found != UINT32_MAX) join(root(found), brief);
  }

  // "Orvel Lantern 7" and "Lantern 7", "Orvel Pathfinder" and "Pathfinder": a model, with its maker's name and without it,
  // where the maker is named by itself or some article goes on from the one to the other.
  void join_models() {
    std::map<std::vector<std::string>, std::vector<std::uint32_t>> longer;
    std::set<std::string> alone;
    for (auto const i : order_) {
      auto const& words = all_[i].words;
      if (words.size() == 1) alone.insert(words[0]);
      bool const model =
          words.size() > 1 && words.size() < 6 && !has_digit(words[0]) &&
          (has_digit(words.back()) || (words.size() == 2 && words[1].size() > 4 && !qualifies(words[0]) && !is_kind(words[1])));
      if (model) longer[{words.begin() + 1, words.end()}].push_back(i);
    }
    for (auto const i : order_) {
      auto const found = longer.find(all_[i].words);
      if (found == longer.end()) continue;
      std::vector<std::uint32_t> roots;
      bool known = false;
      for (auto const n : found->second) {
        roots.push_back(root(n));
        known |= alone.contains(all_[n].words[0]) || introduces(all_[n], all_[i]);
      }
      std::sort(roots.begin(), roots.end());
      roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
      if (roots.size() == 1 && known) join(roots[0], i);
    }
  }

  void join_acronyms() {
    std::map<std::string, std::vector<std::uint32_t>> by_initials;
    for (auto const i : order_) {
      auto const& words = all_[i].words;
      if (words.size() < 3 || words.size() > 8) continue;
      std::string all, content;
      for (auto const& w : words) {
        all += w[0];
        if (w != "of" && w != "the" && w != "for" && w != "and" && w != "de") content += w[0];
      }
      by_initials[all].push_back(i);
      if (content != all) by_initials[content].push_back(i);
    }
    for (auto const i : order_) {
      auto const& s = all_[i];
      if (s.words.size() != 1 || s.text.size() < 3 || lower(s.text) == s.text || s.text != upper(s.text)) continue;
      auto const found = by_initials.find(s.words[0]);
      if (found != by_initials.end() && found->second.size() == 1 && introduces(all_[found->second[0]], s))
        join(found->second[0], i);
    }
  }

  // What the project says: the first name of the group is the one to print, whether or not an article has it.
  void join_given() {
    if (given_.empty()) return;
    std::map<std::vector<std::string>, std::vector<std::uint32_t>> by_words;
    for (auto const i : order_) by_words[all_[i].words].push_back(i);
    for (auto const& group : given_) {
      std::vector<std::uint32_t> members;
      for (auto const& name : group)
        if (auto const found = by_words.find(words_of(name)); found != by_words.end())
          members.insert(members.end(), found->second.begin(), found->second.end());
      for (auto const i : members) join(members.front(), i), given_name_[i] = &group.front();
    }
  }

  // The fullest spelling that is used often enough to be the right one.
  std::vector<std::string_view> canonical_names() {
    std::vector<std::uint32_t> best(all_.size(), UINT32_MAX);
    for (auto const i : order_) {
      auto& b = best[root(i)];
      if (b == UINT32_MAX) {
        b = i;
        continue;
      }
      auto const &now = all_[b], &other = all_[i];
      bool const fuller = other.core_size > now.core_size && other.core_size <= 4;
      if (fuller) b = i;
    }
    std::vector<std::string const*> given(all_.size());
    for (auto const& [i, name] : given_name_) given[root(i)] = name;
    std::vector<std::string_view> out;
    for (std::uint32_t i = 0; i < all_.size(); ++i)
      out.push_back(given[root(i)] != nullptr ? std::string_view(*given[root(i)]) : all_[best[root(i)]].text);
    return out;
  }

  // A variant is another spelling of the same words, not a shorter form of the name.
  bool is_variant(Spelling const& a, std::string_view canonical) const {
    auto const i = index_.find(canonical);
    if (i == index_.end() || a.text == canonical || given_name_.contains(index_.at(a.text))) return false;
    auto const& c = all_[i->second];
    // "PORT ELLERY" in a dateline
    auto const is_shouted = [](Spelling const& s) {
      return s.words.size() > 1 && std::ranges::none_of(s.text, [](char ch) { return ch >= 'a' && ch <= 'z'; });
    };
    if (is_shouted(a) != is_shouted(c)) return false;
    // "US" and "U.S." are one spelling.
    if (a.compact == c.compact)
      return without_zero(a.text) != without_zero(c.text) && !(a.words == c.words && a.compact.size() <= 4);
    if (a.words.size() == 1 && c.words.size() > 1) {  // "Moar", where Ida Moor is "Moor" elsewhere
      auto const surname = index_.find(c.text.substr(c.text.rfind(' ') + 1));
      return surname != index_.end() && misspelt(all_[surname->second], a);
    }
    return a.words.size() == c.words.size() && (misspelt(c, a) || misspelt(a, c));
  }

  LearnedNames learned() {
    auto const canonical = canonical_names();
    std::unordered_set<std::string_view> varied;  // entities that are spelled in more than one way
    for (auto const& [spelling, i] : index_)
      if (is_variant(all_[i], canonical[i])) varied.insert(canonical[i]);
    LearnedNames out;
    out.of.reserve(all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i) {
      bool const is_one = varied.contains(canonical[i]) && (all_[i].text == canonical[i] || is_variant(all_[i], canonical[i]));
      auto const entity = out.kept.keep(canonical[i]);
      out.of.emplace(all_[i].text == entity ? entity : out.kept.keep(all_[i].text), LearnedNames::Known{entity, is_one});
    }
    return out;
  }

  std::span<std::vector<SpellingUse> const> articles_;
  std::vector<std::vector<std::string>> const& given_;
  std::map<std::uint32_t, std::string const*> given_name_;  // spellings of the given groups
  std::vector<Spelling> all_;
  std::vector<std::uint32_t> order_;
  std::map<std::string, std::vector<std::uint32_t>> by_first_;  // longer names, by their first word
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

}  // namespace

std::vector<SpellingUse> names_used(std::span<Claim const> claims) {
  std::vector<SpellingUse> out;
  std::unordered_map<std::string_view, std::size_t> place;
  for (auto const& c : claims) {
    if (c.kind != ClaimKind::name) continue;
    auto const [it, fresh] = place.emplace(c.subject, out.size());
    if (fresh) out.push_back({c.subject, 0, c.span.begin});
    out[it->second].uses += c.value.low ? std::uint32_t(to_double(*c.value.low)) : 1;
  }
  return out;
}

LearnedNames learn_names(std::span<std::vector<SpellingUse> const> articles,
                         std::vector<std::vector<std::string>> const& aliases) {
  return Aliases(articles, aliases).run();
}

void apply_names(LearnedNames const& names, ClaimSet& set) {
  auto replace = [&](std::string_view& name) {
    if (auto const known = names.of.find(name); known != names.of.end()) name = known->second.entity;
  };
  for (auto& c : set.claims) {
    c.entity = c.subject;
    replace(c.entity);
    if (c.kind == ClaimKind::name) continue;
    replace(c.left);
    replace(c.right);
    replace(c.attribution.origin);
    for (auto& n : c.names) replace(n.name);
  }
  std::erase_if(set.claims, [&](Claim const& c) {
    if (c.kind != ClaimKind::name) return false;
    auto const known = names.of.find(c.subject);
    return known == names.of.end() || !known->second.is_variant;
  });
}

void resolve_names(ClaimSet& set, std::vector<std::vector<std::string>> const& aliases) {
  std::vector<std::vector<SpellingUse>> uses;
  for (std::size_t from = 0; from < set.claims.size();) {
    auto to = from;
    while (to < set.claims.size() && set.claims[to].article == set.claims[from].article) ++to;
    uses.push_back(names_used(std::span(set.claims).subspan(from, to - from)));
    from = to;
  }
  auto learned = learn_names(uses, aliases);
  apply_names(learned, set);
  set.kept.push_back(std::move(learned.kept));
}

}  // namespace counterclaim
