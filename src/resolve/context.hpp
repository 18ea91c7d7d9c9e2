// What was found in one article, joined: phrases, names and mentions by token, headings and topics by block.
#pragma once
#include <string>
#include <vector>

#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "src/resolve/names.hpp"

namespace counterclaim {

// One article with all that was found in it, indexed by token.
struct Context {
  Article const& article;
  Tokens const& tokens;
  Mentions const& mentions;
  Names names;
  Chunks chunks;
  std::vector<std::int32_t> name_of;                      // token -> index into names.uses, -1
  std::vector<std::uint8_t> covered;                      // token -> 1 in a quantity, 2 in a date
  std::vector<std::uint32_t> first_sentence;              // block -> its first sentence; one more at the end
  std::vector<std::int32_t> row_head, column_head;        // block -> block that heads its table row or column, -1 if none
  std::vector<std::vector<std::string>> topics_of_block;  // names each block is about: its heading's, then the article's
};
Context make_context(Article const& article, Tokens const& tokens, Mentions const& mentions);

std::uint32_t lemma_id(Context const& context, std::uint32_t token);  // as Term::word
std::uint32_t unknown_term(std::string_view lower_case);  // of a word that the lexicon does not have
std::string lemma_text(Context const& context, std::uint32_t token);

}  // namespace counterclaim
