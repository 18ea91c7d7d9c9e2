#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/store/blobs.hpp"
#include "src/store/codec.hpp"
#include "src/store/field_count.hpp"

namespace counterclaim::store {
namespace {

constexpr std::uint8_t version = 6;

// A member that is added to one of these structs has to be added to the lists below, and `version` counted up.
static_assert(field_count<Claim> == 54 && field_count<Attribution> == 5 && field_count<Term> == 2 && field_count<NameRef> == 2);

template <typename Archive, typename C>
void claim_fields(Archive& a, C& c) {
  a.one_of(c.kind, ClaimKind::standing);
  span(a, c.span);
  span(a, c.sentence);
  a.whole(c.block);
  interval(a, c.value);
  interval(a, c.compared);
  a.one_of(c.bound, Bound::range);
  a.one_of(c.change, Change::down);
  all_whole(a, c.unit, c.basis, c.per);
  all_flags(a, c.per_adjective, c.vague, c.restated, c.baseline, c.presupposed);
  all_texts(a, c.counted, c.subject, c.entity, c.attribute);
  texts(a, c.about);
  texts(a, c.scope);
  a.list(c.terms, [](auto& archive, auto& term) {
    archive.whole(term.word);
    archive.one_of(term.role, TermRole::heading);
  });
  a.list(c.names, [](auto& archive, auto& name) {
    archive.text(name.name);
    archive.one_of(name.role, TermRole::heading);
  });
  a.text(c.whole);
  days(a, c.period);
  a.flag(c.period_stated);
  all_texts(a, c.attribution.source, c.attribution.origin, c.attribution.cue);
  all_flags(a, c.attribution.self, c.attribution.vague);
  a.one_of(c.certainty, Certainty::denied);
  all_flags(a, c.quoted, c.headline);
  a.text(c.timex);
  days(a, c.days);
  a.flag(c.impossible);
  all_texts(a, c.problem, c.left, c.right, c.left_name, c.right_name);
  a.one_of(c.relation, Relation::equal);
  all_texts(a, c.measure, c.benchmark, c.score);
  interval(a, c.factor);
  all_flags(a, c.superlative, c.performance, c.lasting, c.past);
  a.one_of(c.equation, EquationKind::share);
  interval(a, c.stated);
  interval(a, c.computed);
  a.text(c.arithmetic);
  a.list(c.operands, [](auto& archive, auto& operand) { span(archive, operand); });
}

bool is_sound(Claim const& c, Article const& article) {
  auto const fits = [&](Span s) { return s.begin <= s.end && s.end <= article.raw.size(); };
  auto const known = [](Term const& t) {
    if (is_concept(t.word)) return (t.word & ~concept_term) < vocabulary(Category::concepts).size();
    return (t.word & unknown_bit) != 0 || t.word < word_count();
  };
  return fits(c.span) && fits(c.sentence) && c.block <= article.blocks.size() && is_unit(c.unit) && is_unit(c.basis) &&
         is_unit(c.per) && std::all_of(c.operands.begin(), c.operands.end(), fits) &&
         std::all_of(c.terms.begin(), c.terms.end(), known);
}

}  // namespace

std::string claims_blob(std::vector<Claim> const& claims) {
  Writer out;
  out.list(claims, [](auto& archive, auto const& claim) { claim_fields(archive, claim); });
  return out.finish(version);
}

bool add_claims(std::string_view blob, std::uint32_t index, Article const& article, std::vector<Claim>& claims, Arena& kept) {
  Reader in(kept.keep(blob), version, &kept);
  auto const count = in.number();
  for (std::uint64_t i = 0; i < count; ++i) {
    auto& claim = claims.emplace_back();
    claim_fields(in, claim);
    claim.article = index;
    if (in.is_broken() || !is_sound(claim, article)) return false;
  }
  return in.finished();
}

}  // namespace counterclaim::store
