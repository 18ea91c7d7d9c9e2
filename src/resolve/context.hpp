// What was found in one article, joined: phrases, names and mentions by token, headings and topics by block.
#pragma once
#include <string_view>
#include <vector>

#include "counterclaim/arena.hpp"
#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "src/resolve/descriptions.hpp"
#include "src/resolve/names.hpp"

namespace counterclaim {

// One article with all that was found in it, indexed by token.
struct Context {
  Article const& article;
  Tokens const& tokens;
  Mentions const& mentions;
  Arena& kept;  // where what claims hold is kept
  Names names;
  Chunks const& chunks;
  Descriptions descriptions = {};                             // what the article calls its names
  std::vector<std::int32_t> name_of = {};                     // token -> index into names.uses, -1
  std::vector<std::uint32_t> terms = {};                      // token -> Term::word, 0 where it has no content
  std::vector<std::uint8_t> covered = {};                     // token -> 1 in a quantity, 2 in a date
  std::vector<std::uint32_t> first_sentence = {};             // block -> its first sentence; one more at the end
  std::vector<std::int32_t> row_head = {}, column_head = {};  // block -> block that heads its table row or column, -1 if none
  std::vector<std::int32_t> name_of_heading = {};             // block -> the name its heading begins with, -1 if none
  std::vector<std::int32_t> owner = {};      // by name with a number in it: whose product it is, a name; -1 if not told
  std::vector<std::uint32_t> numbered = {};  // the first few of these names
  std::vector<std::int32_t> focus = {};      // block -> of what the article is about, what the block names first; -1 if nothing
  std::vector<std::int32_t> employer = {};  // by name of a person: whose firm that is, a name; -1 if not told. Empty: of nobody
  std::string_view publisher = {};          // the name that the source of a release begins with: "we"
  bool interview = false;                   // questions to "you": who answers says "we"
  bool clauses_only = false;                // only other articles ask for the words around a claim's clause

  // The token's word in small letters; empty for marks, figures and what the lexicon does not know. Words are compared by this
  // or by id, never by what is written in the text.
  std::string_view word(std::uint32_t token) const { return word_text(tokens.tokens[token].word); }

  // What a block is about: the name of its heading, then those of the article.
  template <class Use>
  void each_topic(std::uint32_t block, Use use) const {
    auto const own = name_of_heading[block], near = focus[block];
    if (own >= 0) use(names.names[std::size_t(own)]);
    if (near >= 0 && near != own) use(names.names[std::size_t(near)]);
    for (auto const t : names.topics)
      if (std::int32_t(t) != own && std::int32_t(t) != near) use(names.names[t]);
  }
  std::string_view first_topic(std::uint32_t block) const {  // empty if none
    auto const own = name_of_heading[block];
    if (own >= 0) return names.names[std::size_t(own)];
    if (focus[block] >= 0) return names.names[std::size_t(focus[block])];
    return names.topics.empty() ? std::string_view() : names.names[names.topics[0]];
  }
};
Context make_context(Article const& article, Tokens const& tokens, Mentions const& mentions, Chunks const& chunks, Arena& kept);

// "Orin 7. Its tank …", "Brill: a bank …", "Brill – The bank …": the name that heads a block's text, apart from it; index into
// Names::uses, -1 if there is none.
std::int32_t lead_name(Context const& context, std::uint32_t block);

std::uint32_t lemma_id(Context const& context, std::uint32_t token);  // as Term::word
std::uint32_t unknown_term(std::string_view lower_case);              // of a word that the lexicon does not have
std::string_view lemma_text(Context const& context, std::uint32_t token);
// "Savings. We spend $30 million less": the sentence of a few words before sentence `s` that a block begins with, -1 if there
// is none.
std::int32_t label_before(Context const& context, std::uint32_t s);

// "Joss Perrin, 44, set up": a number alone between commas is an age.
bool is_bare(Context const& context, struct Claim const& claim);

}  // namespace counterclaim
