#include "src/resolve/context.hpp"

#include <algorithm>

#include "counterclaim/claim.hpp"
#include "counterclaim/fold.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/employers.hpp"
#include "src/resolve/origin.hpp"
#include "src/resolve/question.hpp"
#include "src/resolve/topics.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

bool is_verbal(WordClass c) { return c == finite_verb || c == base_verb || c == ing_verb || c == participle || c == auxiliary; }

void cover(std::vector<std::uint8_t>& covered, MentionPlace const& at, std::uint8_t bit, std::uint32_t keep_first = 0,
           std::uint32_t keep_last = 0) {
  for (auto i = at.first; i < at.last && i < covered.size(); ++i)
    if (i < keep_first || i >= keep_last) covered[i] |= bit;
}

void index_blocks(Context& c) {
  auto const& blocks = c.article.blocks;
  c.first_sentence.assign(blocks.size() + 1, std::uint32_t(c.tokens.sentences.size()));
  for (std::size_t s = c.tokens.sentences.size(); s-- > 0;) c.first_sentence[c.tokens.sentences[s].block] = std::uint32_t(s);
  for (std::size_t b = blocks.size(); b-- > 0;) c.first_sentence[b] = std::min(c.first_sentence[b], c.first_sentence[b + 1]);
  c.row_head.assign(blocks.size(), -1);
  c.column_head.assign(blocks.size(), -1);
  std::vector<std::int32_t> heads;  // of the current table, by column
  std::int32_t table = -1, row = -1, first = -1;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    auto const& k = blocks[b];
    if (k.table < 0) continue;
    if (k.table != table) heads.clear(), table = k.table, row = -1;
    if (k.row != row) row = k.row, first = k.column == 0 ? std::int32_t(b) : -1;
    if (k.head) {
      if (heads.size() <= std::size_t(k.column)) heads.resize(std::size_t(k.column) + 1, -1);
      heads[std::size_t(k.column)] = std::int32_t(b);
      continue;
    }
    if (k.column > 0) c.row_head[b] = first;
    if (std::size_t(k.column) < heads.size()) c.column_head[b] = heads[std::size_t(k.column)];
  }
}

void find_headings(Context& c) {
  auto const& blocks = c.article.blocks;
  c.name_of_heading.assign(blocks.size(), -1);
  std::vector<std::int32_t> first_name(blocks.size(), -1);
  for (std::size_t u = c.names.uses.size(); u-- > 0;)
    first_name[c.tokens.sentences[c.names.uses[u].sentence].block] = std::int32_t(c.names.uses[u].name);
  for (std::size_t b = 0; b < blocks.size(); ++b)
    if (blocks[b].heading >= 0) c.name_of_heading[b] = first_name[std::size_t(blocks[b].heading)];
  // "**What happens to Orla 4?** Support ends in March": the one model that the question names.
  auto const& uses = c.names.uses;
  for (std::size_t u = 0; u < uses.size(); ++u) {
    auto const block = c.tokens.sentences[uses[u].sentence].block;
    if (uses[u].sentence != c.first_sentence[block] || uses[u].sentence + 1 >= c.first_sentence[block + 1]) continue;
    if (!has_digit(c.names.names[uses[u].name])) continue;
    auto const is_other = [&](std::size_t k) {
      return k < uses.size() && uses[k].sentence == uses[u].sentence && uses[k].name != uses[u].name;
    };
    if (is_other(u + 1) || (u > 0 && is_other(u - 1)) || !asks(c, uses[u].sentence)) continue;
    c.name_of_heading[block] = std::int32_t(uses[u].name);
  }
}

}  // namespace

std::int32_t lead_name(Context const& c, std::uint32_t block) {
  auto const& t = c.tokens.tokens;
  auto const& lead = c.tokens.sentences[c.first_sentence[block]];
  if (lead.first >= lead.last || c.name_of[lead.first] < 0) return -1;
  auto const name = c.name_of[lead.first];
  auto const behind = c.names.uses[std::size_t(name)].last;
  if (behind == lead.last || t[behind].is(TokenKind::dash)) return name;
  bool const ends = behind + 1 == lead.last && (t[behind].is(TokenKind::stop) || t[behind].is(TokenKind::colon));
  return ends ? name : -1;
}

std::uint32_t lemma_id(Context const& c, std::uint32_t i) {
  auto const& t = c.tokens.tokens[i];
  if (t.word != unknown_word) {
    auto const& info = word_info(t.word);
    if (info.verb_lemma == info.noun_lemma) return info.noun_lemma;
    return is_verbal(c.chunks.classes[i]) ? info.verb_lemma : info.noun_lemma;
  }
  Folded f;
  fold(text_of(t, c.article.view), f);
  return unknown_term(f.text());
}

std::uint32_t unknown_term(std::string_view text) {
  if (text.size() > 4 && text.back() == 's' && text[text.size() - 2] != 's') text.remove_suffix(1);
  std::uint32_t h = 2166136261u;
  for (char const ch : text) h = (h ^ static_cast<unsigned char>(ch)) * 16777619u;
  return (h & ~concept_term) | unknown_bit;
}

std::string_view lemma_text(Context const& c, std::uint32_t i) {
  auto const id = lemma_id(c, i);
  return id & unknown_bit ? c.kept.keep(lower(text_of(c.tokens.tokens[i], c.article.view))) : word_text(id);
}

std::int32_t label_before(Context const& c, std::uint32_t s) {
  constexpr std::uint32_t longest = 6;  // tokens
  if (s == 0) return -1;
  auto const& label = c.tokens.sentences[s - 1];
  auto const block = label.block;
  bool const opens = block == c.tokens.sentences[s].block && c.first_sentence[block] == s - 1;
  return opens && label.last - label.first <= longest ? std::int32_t(s - 1) : -1;
}

namespace {

bool is_content(Context const& c, std::uint32_t i) {
  auto const& t = c.tokens.tokens[i];
  if (!t.is(TokenKind::word) || t.begins(Category::function_words) || c.covered[i] != 0 || c.name_of[i] >= 0) return false;
  switch (c.chunks.classes[i]) {
    case noun:
    case name:
    case adjective:
    case finite_verb:
    case base_verb:
    case ing_verb:
    case participle:
      return true;
    case adverb:
      return t.word == unknown_word || word_info(t.word).rank > 1500;
    default:
      return false;
  }
}

// Of sentences that tell something or ask for it, and of those that head or lead in what stands under them: no other's terms
// are asked for.
void find_terms(Context& c) {
  c.terms.assign(c.tokens.tokens.size(), 0);
  std::vector<std::uint8_t> asked(c.tokens.sentences.size());
  auto const mark = [&](auto const& all) {
    for (auto const& m : all) asked[m.at.sentence] = 1;
  };
  mark(c.mentions.quantities), mark(c.mentions.dates), mark(c.mentions.ranks), mark(c.mentions.comparisons);
  std::vector<std::uint8_t> leads(c.article.blocks.size());
  auto const mark_block = [&](std::int32_t block) {
    if (block >= 0) leads[std::size_t(block)] = 1;
  };
  for (std::size_t b = 0; b < leads.size(); ++b) {
    mark_block(c.article.blocks[b].heading), mark_block(c.article.blocks[b].lead_in);
    mark_block(c.row_head[b]), mark_block(c.column_head[b]);
  }
  for (std::uint32_t s = 0; s < asked.size(); ++s) {
    asked[s] |= leads[c.tokens.sentences[s].block];
    if ((asked[s] & 1) == 0) continue;
    // the row that a day or a time begins
    if (s + 1 < asked.size() && c.article.blocks[c.tokens.sentences[s].block].column == 0) asked[s + 1] |= 2;
    if (auto const label = label_before(c, s); label >= 0) asked[std::size_t(label)] = 1;
    if (auto const question = question_before(c, s); question >= 0) asked[std::size_t(question)] = 1;
    // "Orla bought the mill. That was in 1998."
    static WordSet const what{"that", "this", "it"};
    if (s > 0 && what.has(c.tokens.tokens[c.tokens.sentences[s].first].word)) asked[s - 1] |= 1;
  }
  for (std::size_t s = 0; s < asked.size(); ++s) {
    if (asked[s] == 0) continue;
    auto const& sentence = c.tokens.sentences[s];
    for (auto i = sentence.first; i < sentence.last; ++i)
      if (is_content(c, i)) c.terms[i] = lemma_id(c, i);
  }
}

}  // namespace

// What the article is about may be the person that a block speaks of, or whose firm it is.
static void find_focus(Context& c) {
  c.focus.assign(c.article.blocks.size(), -1);
  auto const& topics = c.names.topics;
  auto const is_topic = [&](std::int32_t name) {
    return name >= 0 && std::find(topics.begin(), topics.end(), std::uint32_t(name)) != topics.end();
  };
  for (auto const& use : c.names.uses) {
    auto const block = c.tokens.sentences[use.sentence].block;
    if (c.focus[block] >= 0 || tells_origin(c, use) || is_place_name(c, use)) continue;
    auto const firm = c.employer.empty() ? -1 : c.employer[use.name];
    if (is_topic(firm))
      c.focus[block] = firm;
    else if (use.first < c.tokens.sentences[use.sentence].first + 2 && is_topic(std::int32_t(use.name)))
      c.focus[block] = std::int32_t(use.name);
  }
}

// "Source: Kelm Tools company blog"
static void find_publisher(Context& c) {
  if (c.article.tier != Tier::self && !is_of_its_source(c)) return;
  auto const source = std::string_view(c.article.source);
  auto const is_word_behind = [&](std::size_t at) {
    return at < source.size() && source[at] != ' ' && source[at] != ',' && source[at] != '\'';
  };
  for (auto const name : c.names.names)
    if (name.size() > c.publisher.size() && source.starts_with(name) && !is_word_behind(name.size())) c.publisher = name;
}

Context make_context(Article const& article, Tokens const& tokens, Mentions const& mentions, Chunks const& chunks,
                     Arena& kept) {
  Context c{article, tokens, mentions, kept, find_names(article, tokens, mentions, kept), chunks};
  c.descriptions = find_descriptions(tokens, c.names, c.chunks, article.view);
  c.name_of.assign(tokens.tokens.size(), -1);
  for (std::size_t u = 0; u < c.names.uses.size(); ++u)
    for (auto i = c.names.uses[u].first; i < c.names.uses[u].last; ++i) c.name_of[i] = std::int32_t(u);
  c.covered.assign(tokens.tokens.size(), 0);
  for (auto const& q : mentions.quantities) cover(c.covered, q.at, 1, q.counted_first, q.counted_last);
  for (auto const& d : mentions.dates) cover(c.covered, d.at, 2);
  index_blocks(c);
  settle_topics(c);
  find_owners(c);
  find_employers(c);
  find_focus(c);
  c.interview = is_interview(c) || is_of_its_source(c);
  find_publisher(c);
  find_terms(c);
  find_headings(c);
  return c;
}

bool is_bare(Context const& c, Claim const& claim) {
  auto const view = std::string_view(c.article.view);
  auto const [begin, end] = claim.span;
  bool const parted = end < view.size() && view[end] == ',' && begin > 1 && view[begin - 2] == ',';
  return parted && claim.unit == no_unit && claim.counted.empty();
}

}  // namespace counterclaim
