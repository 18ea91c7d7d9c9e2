#include "src/store/resolved.hpp"

#include "src/store/schema.hpp"

namespace counterclaim::store {

Resolved ResolvedReader::read(std::vector<std::int64_t> const& rows, std::vector<std::string> const& ids) {
  Resolved out;
  out.rows = rows;
  out.set.articles.reserve(rows.size());
  out.set.kept.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const first = out.set.claims.size();
    out.set.articles.push_back(
        reader_.with_claims(rows[i], ids[i], static_cast<std::uint32_t>(i), out.set.claims, out.set.kept[i]));
    for (auto n = first; n < out.set.claims.size(); ++n) {
      auto const& claim = out.set.claims[n];
      if (claim.kind == ClaimKind::name) {  // as apply_names() will leave them
        auto const known = names_.of.find(claim.subject);
        if (known == names_.of.end() || !known->second.is_variant) continue;
      }
      out.numbers.push_back(rows[i] << claim_bits | static_cast<ClaimNumber>(n - first));
    }
  }
  apply_names(names_, out.set);
  apply_synonyms(out.set, settings_.synonyms);
  return out;
}

}  // namespace counterclaim::store
