// The families of productions, one plain function each; only parse.cpp and the tests call them. Each writes mentions in order
// of place that do not overlap one another, and reads those of the families before it.
#pragma once
#include <vector>

#include "counterclaim/mention.hpp"

namespace counterclaim {

class Chunks;  // phrase.hpp: the phrases of the article, for the families that ask for them

// Dates, times, durations and sets ("every Monday"), in order of place and without overlap, read against the article's date
// or, in narrative texts and undated articles, against the dates that the text gave before.
void parse_dates(Article const& article, Tokens const& tokens, std::vector<DateMention>& out);

// Numbers with their units, bounds and changes. What a date, a clock time or a set covers is none; a duration ("three weeks")
// is a quantity of time as well.
void parse_quantities(Article const& article, Tokens const& tokens, std::vector<DateMention> const& dates,
                      std::vector<QuantityMention>& out);

// Bare figures in table cells take the unit and the scale that the head of their column or row gives.
void take_cell_units(Article const& article, Tokens const& tokens, std::vector<QuantityMention>& mentions);

// In a text whose millions are money of one currency, a bare "58 million" takes that.
void take_bare_money(Article const& article, Tokens const& tokens, std::vector<QuantityMention>& mentions);

// "Wren 2 models" counts none where the article says "the Wren 2 family".
void drop_repeated_names(Article const& article, Tokens const& tokens, std::vector<QuantityMention>& mentions);

// "the director of Marlow's Garden was Ida Moor", "directed by Ida Moor". Number words and figures in a title that is read so
// are no quantities and no dates; comes before what points into the quantities.
void parse_identities(Article const& article, Tokens const& tokens, Chunks const& chunks, Mentions& mentions);

// "second-largest maker", "ranked 14th".
void parse_ranks(Article const& article, Tokens const& tokens, Chunks const& chunks, Mentions& mentions);

// "twice as fast as", "outperforms", "on a par with"; factors and scores are indexes into `mentions.quantities`.
void parse_comparisons(Article const& article, Tokens const& tokens, Chunks const& chunks, Mentions& mentions);

// A flag for each sentence.
using SentenceFlags = std::vector<std::uint8_t>;

// "the company said", "according to Reuters", "reportedly", where that can reach a sentence that is wanted.
void parse_attributions(Article const& article, Tokens const& tokens, Chunks const& chunks, SentenceFlags const& wanted,
                        Mentions& mentions);

// "may", "plans to", "if", "denied", in sentences that are wanted: a hedge stays in its own.
void parse_hedges(Article const& article, Tokens const& tokens, Chunks const& chunks, SentenceFlags const& wanted,
                  Mentions& mentions);

}  // namespace counterclaim
