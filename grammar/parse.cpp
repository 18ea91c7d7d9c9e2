#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "grammar/productions.hpp"

namespace counterclaim {

namespace {

SentenceFlags sentences_of(Tokens const& tokens, Mentions const& mentions, Voiced voiced) {
  SentenceFlags out(tokens.sentences.size(), 0);
  auto const mark = [&](auto const& all) {
    for (auto const& m : all) out[m.at.sentence] = 1;
  };
  mark(mentions.quantities), mark(mentions.dates), mark(mentions.ranks), mark(mentions.comparisons);
  if (voiced == Voiced::claims) mark(mentions.identities);
  return out;
}

}  // namespace

// Dates come first: a figure inside one is no quantity. Ranks and comparisons point into the quantities; titles give up theirs
// before.
Mentions parse(Article const& article, Tokens const& tokens, Chunks const& chunks, Voiced voiced) {
  Mentions mentions;
  parse_dates(article, tokens, mentions.dates);
  parse_quantities(article, tokens, mentions.dates, mentions.quantities);
  take_cell_units(article, tokens, mentions.quantities);
  take_bare_money(article, tokens, mentions.quantities);
  drop_repeated_names(article, tokens, mentions.quantities);
  parse_identities(article, tokens, chunks, mentions);
  parse_ranks(article, tokens, chunks, mentions);
  parse_comparisons(article, tokens, chunks, mentions);
  SentenceFlags const all(tokens.sentences.size(), 1);
  auto const telling = voiced == Voiced::all ? all : sentences_of(tokens, mentions, voiced);
  parse_attributions(article, tokens, chunks, voiced == Voiced::figures ? telling : all, mentions);
  parse_hedges(article, tokens, chunks, telling, mentions);
  return mentions;
}

Mentions parse(Article const& article, Tokens const& tokens) {
  return parse(article, tokens, Chunks(article, tokens), Voiced::all);
}

}  // namespace counterclaim
