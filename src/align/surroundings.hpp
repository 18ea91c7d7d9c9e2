// What a set of articles says beside two claims: which figures, names and kinds stand where. Set up once, asked for every pair.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "counterclaim/align_again.hpp"
#include "counterclaim/claim.hpp"
#include "src/align/rarity.hpp"
#include "src/align/totals.hpp"

namespace counterclaim {

// How often a text says "I", "we", "my" or "our" outside quotation marks.
int counts_first_person(std::string_view text);

// What must be known to compare claims of a set, or of a part of one: the facts are those of the whole set.
class Surroundings {
 public:
  Surroundings(ClaimSet const& part, SetFacts facts);
  explicit Surroundings(ClaimSet const& set) : Surroundings(set, facts_of(set)) {}
  Surroundings(Surroundings const&) = delete;
  SetFacts const& facts() const { return facts_; }
  Rarity const& rarity() const { return rarity_; }
  ClaimSet const& set() const { return set_; }
  // How many claims of the article are of the claim's unit and change, it included; counts: of a thing like it.
  std::uint32_t of_its_kind(std::uint32_t claim) const { return of_its_kind_[claim]; }
  // Do two articles speak of the same things at all? A few articles that somebody put together do; two by themselves, or two of
  // very many, where they share two names and a third of the poorer one's.
  bool related(std::uint32_t article_a, std::uint32_t article_b) const;
  // How many claims of its article are of this row of concepts.tsv and of the claim's kind and dimension, it included.
  std::uint32_t of_its_concept(std::uint32_t claim, std::uint32_t term) const;
  bool is_total(std::uint32_t claim, std::uint32_t term) const {  // of a story, in this row of concepts.tsv
    auto const& c = set_.claims[claim];
    return totals_.is_total(c, set_.articles[c.article], term);
  }
  bool names_it(std::uint32_t article, std::string_view name) const;  // does the article speak of this entity anywhere
  bool is_topic(std::uint32_t article, std::string_view name) const { return topics_.contains({article, name}); }
  // Does one of their articles tell that it went from the one to the other: "the lead shrank from 320 votes to 290"?
  bool has_moved(std::uint32_t claim, std::uint32_t other) const;
  bool first_person(std::uint32_t article) const { return first_person_[article]; }
  // Has the article the claim's very figure, of two digits or more?
  bool known(std::uint32_t claim, std::uint32_t article) const;
  std::uint32_t in_its_sentence(std::uint32_t claim) const { return in_its_sentence_[claim]; }
  // Has the sentence of `other` the figure of `one`, of two digits or more, too? "Shipped 310 of the 400 planned" is nothing
  // against "a plan of 400".
  bool tells_too(std::uint32_t one, std::uint32_t other) const;
  // How many different figures of the claim's dimension its article gives, it included.
  std::uint32_t figures_like(std::uint32_t claim) const;
  // Figures beside the claim in its article that could as well be meant by the other, up to two: of its kind, of the size of
  // one of them, and not given by the other's article too.
  std::uint32_t rivals(std::uint32_t claim, std::uint32_t other) const;

 private:
  void find_first_persons();
  bool is_of_column(Claim const& claim, Term const& term) const;
  static bool is_beside(Claim const& c, Term const& row);
  bool is_dated_beside(std::size_t claim, Term const& row) const;
  bool two_are_related() const;
  bool are_namesakes(std::uint32_t article_a, std::uint32_t article_b) const;

  ClaimSet const& set_;
  SetFacts facts_;
  Rarity rarity_;
  std::vector<std::uint32_t> of_its_kind_, in_its_sentence_;
  std::vector<bool> first_person_;
  struct Heading {
    std::string_view name, qualifier;  // "Halden (river)"; empty for other titles
  };
  std::vector<Heading> headings_;  // by article
  std::set<std::tuple<std::uint32_t, UnitId, Decimal>> figures_;
  std::map<std::pair<std::uint32_t, std::string_view>, std::vector<std::uint32_t>> figures_like_;  // by article and dimension
  std::set<std::tuple<std::uint32_t, std::string_view, Decimal>> values_;                          // of them
  std::set<std::tuple<std::uint32_t, UnitId, Decimal, Decimal>> moves_;  // by article and base unit: what it was and became
  std::set<std::pair<std::uint32_t, std::string_view>> article_names_, topics_;
  mutable std::map<std::pair<std::uint32_t, std::string_view>, bool> in_text_;  // names looked up in an article's text
  std::map<std::tuple<std::uint32_t, std::uint32_t, ClaimKind, std::string_view>, std::uint32_t> of_concept_;
  Totals totals_;
  std::optional<Relations> relations_;
  bool two_related_ = false;                                                // of a set of two articles
  mutable std::vector<std::optional<std::vector<std::uint32_t>>> related_;  // by article, once it was asked for
};

}  // namespace counterclaim
