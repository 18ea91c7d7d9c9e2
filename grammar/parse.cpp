#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "grammar/productions.hpp"

namespace counterclaim {

namespace {

// Dates come first: a figure inside one is no quantity. Ranks and comparisons point into the quantities; titles give up theirs
// before.
Mentions parse_all(Article const& article, Tokens const& tokens, Chunks const& chunks, HedgesOf hedges) {
  Mentions mentions;
  parse_dates(article, tokens, mentions.dates);
  parse_quantities(article, tokens, mentions.dates, mentions.quantities);
  take_cell_units(article, tokens, mentions.quantities);
  take_bare_money(article, tokens, mentions.quantities);
  drop_repeated_names(article, tokens, mentions.quantities);
  parse_identities(article, tokens, chunks, mentions);
  parse_ranks(article, tokens, chunks, mentions);
  parse_comparisons(article, tokens, chunks, mentions);
  parse_attributions(article, tokens, chunks, mentions);
  parse_hedges(article, tokens, chunks, hedges, mentions);
  return mentions;
}

}  // namespace

// For claims; hedges that can cover none are not read.
Mentions parse(Article const& article, Tokens const& tokens, Chunks const& chunks) {
  return parse_all(article, tokens, chunks, HedgesOf::telling_sentences);
}

Mentions parse(Article const& article, Tokens const& tokens) {
  return parse_all(article, tokens, Chunks(article, tokens), HedgesOf::all_sentences);
}

}  // namespace counterclaim
