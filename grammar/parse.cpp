#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "grammar/productions.hpp"

namespace counterclaim {

// Dates come first: a figure inside one is no quantity. Ranks and comparisons point into the quantities.
Mentions parse(Article const& article, Tokens const& tokens, Chunks const& chunks) {
  Mentions mentions;
  parse_dates(article, tokens, mentions.dates);
  parse_quantities(article, tokens, mentions.dates, mentions.quantities);
  parse_ranks(article, tokens, chunks, mentions);
  parse_comparisons(article, tokens, chunks, mentions);
  parse_attributions(article, tokens, chunks, mentions);
  parse_hedges(article, tokens, chunks, mentions);
  return mentions;
}

Mentions parse(Article const& article, Tokens const& tokens) { return parse(article, tokens, chunk(article, tokens)); }

}  // namespace counterclaim
