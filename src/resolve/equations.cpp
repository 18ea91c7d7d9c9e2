#include "src/resolve/equations.hpp"

#include "src/resolve/equation.hpp"

namespace counterclaim {

void find_equations(Article const& article, Tokens const& tokens, Mentions const& mentions, std::uint32_t article_index,
                    std::vector<Claim>& out, Arena& kept) {
  equation::Memory memory;
  memory.claims = out.size();
  equation::Context const c{article, tokens, mentions, article_index, equation::make_row(article, tokens, mentions),
                            out,     memory, kept};
  equation::find_changes(c);
  equation::find_multiples(c);
  equation::find_products(c);
  equation::find_each(c);
  equation::find_averages(c);
  equation::find_means(c);
  equation::find_sums(c);
  equation::find_table_sums(c);
  equation::find_shares(c);
  equation::find_conversions(c);
  equation::find_spans(c);
  equation::find_list_counts(c);
  equation::find_parts(c);
  equation::find_impossible(c);
  equation::find_crossed(c);
  equation::find_differences(c);
  equation::find_long_years(c);
}

}  // namespace counterclaim
