// One sentence, read for who holds a role: the shared walks, and a family of constructions a file (identity_noun.cpp around a
// role's noun, identity_verb.cpp around its verb). Every walk is bounded.
#pragma once
#include "counterclaim/mention.hpp"
#include "grammar/identity.hpp"

namespace counterclaim::identity {

enum class Form { noun, both, past, participle, present, credit, piece, other };  // roles.tsv says what they are
Form form_of(PhraseMatch role);
bool takes_by(Form form);
bool takes_object(Form form);
bool is_bare(std::int32_t row);

// What "it" and "the film" stand for: the thing that was told of last, and whether its sentence began with it.
struct Topic {
  Thing thing;
  std::uint32_t sentence = 0;
  bool leads = false;
};

class Identities {
 public:
  Identities(Clause const& c, Topic& topic, Mentions& out) : c_(c), topic_(topic), out_(out) {}
  void run();

 private:
  // Asked once a role was found: questions and lines in which every word has a capital are not read.
  bool may_read();
  // "co-director", "ex-director"
  bool is_part_of_word(std::uint32_t i) const;
  void role_at(std::uint32_t i, PhraseMatch m);
  PhraseMatch role(std::uint32_t i) const;
  // The participle or noun of a role that ends before `end`: its first token, `end` if there is none.
  std::uint32_t role_before(std::uint32_t end, bool (*fits)(Form)) const;
  bool is_be(std::uint32_t i) const;
  // Behind "was": the first token that is no adverb; `i` itself where something else than a name may follow ("was never").
  std::uint32_t past_adverbs(std::uint32_t i) const;
  std::uint32_t before_adverbs(std::uint32_t i) const;
  bool opens_clause(std::uint32_t i) const;
  // Is the name over at i? "Acme's" and "Acme engineers" go on.
  bool is_over(std::uint32_t i) const;
  // "and others", "among others", "and two friends", "or Quill": more may be meant than is named.
  bool is_open(Holders const& h) const;
  void add(std::uint32_t word, std::int32_t role, TokenRange at, Thing const& thing, Holders const& h, bool past);
  // Where the mention reaches from `a` to `b`, in whatever order they stand.
  static TokenRange over(TokenRange a, TokenRange b);
  // "director" or "current director", and behind it "and producer": the first token of the phrase without its article.
  std::uint32_t phrase_start(std::uint32_t i) const;
  // Behind "director" the token behind "of"; "founder and first chairman of": the same. 0 if no thing follows.
  std::uint32_t past_of(std::uint32_t end) const;
  bool is_limited(std::uint32_t i) const;
  // "a director of", "one of the mayors of", "former head of"
  bool is_definite(std::uint32_t start) const;
  // Behind "writers" the token behind "credited for"; 0 if no thing follows.
  std::uint32_t past_credit(std::uint32_t i) const;
  // Is the role's noun counted? What names as many as it counts is a list of all.
  bool counted_at(std::uint32_t i, std::uint32_t end, std::int32_t row);
  void noun_at(std::uint32_t i, std::uint32_t end, std::int32_t row);
  // Does what follows a thing lead to the verb of the role? "of THING was", "of THING, released in 1979, was"; 0 if not.
  std::uint32_t be_behind(std::uint32_t i) const;
  void of_thing(std::uint32_t word, std::uint32_t article, std::uint32_t at, std::int32_t row);
  // "Ida Moor, the director of", "Ida Moor (the director of"
  bool behind_holder(std::uint32_t article) const;
  // "serves as", "served as"
  bool serves(std::uint32_t end) const;
  bool is_past(std::uint32_t verb) const;
  // "In Orl, the director of Brill said": a place before the comma is nobody's name.
  bool is_place_led(Holders const& h, std::int32_t row) const;
  // The role's phrase is what the clause is about: "the death of the director of" is not.
  bool is_subject(std::uint32_t article) const;
  void of_possessor(std::uint32_t word, std::uint32_t start, std::uint32_t end, std::int32_t row);
  bool starts_limited(Thing const& thing) const;
  // "For the film Nine, the director was Ida Moor."
  void fronted(std::uint32_t word, std::uint32_t article, std::uint32_t be, std::int32_t row);
  Thing meant_at(std::uint32_t at) const;
  void of_pronoun(std::uint32_t word, std::uint32_t start, std::uint32_t end, std::int32_t row);
  // "Acme chief executive Jane Roe"
  void before_name(std::uint32_t word, std::uint32_t start, std::uint32_t end, std::int32_t row);
  // Behind a participle the token behind "by": "directed by", "written and directed by", "composed in 1926 by". 0 if none.
  std::uint32_t past_by(std::uint32_t i) const;
  // Before a verb the first of those joined to it: "wrote and directed".
  std::uint32_t first_joined(std::uint32_t i, bool (*fits)(Form)) const;
  void verb_at(std::uint32_t i, std::uint32_t end, PhraseMatch m);
  // "Ida Moor wrote and directed the 1987 film Nine"
  void did(std::uint32_t i, std::uint32_t end, PhraseMatch m);
  // HOLDERS stand behind "by"; `first` is the first participle of those joined, `word` the role's own.
  void made_by(std::uint32_t first, std::uint32_t word, std::int32_t row, Holders const& h);
  // Tokens before i that only tell when: "released in 1987,", "first published in 1942 and".
  std::uint32_t before_release(std::uint32_t i, std::int32_t& year) const;
  Thing thing_of_participle(std::uint32_t first, std::int32_t row, bool& past);
  // The thing before "was": its title, or what a relative clause or an aside hangs on.
  Thing subject_of(std::uint32_t be) const;
  // "Nine is a film directed by", "Nine, a film directed by", "the film Nine, directed by", "the film Nine written by"
  Thing behind_noun(std::uint32_t end, std::int32_t row) const;
  // "Directed by Ida Moor, Nine tells": the thing is what the sentence goes on with.
  Thing fronted_participle(std::uint32_t first) const;
  // "The screenplay of Nine was written by", "the screenplay for Nine is by"
  void piece_at(std::uint32_t i, std::uint32_t end, std::int32_t row);
  // "it" or "the film" in [first, last): what it stands for; nothing where that is not plain.
  Thing stands_for(std::uint32_t first, std::uint32_t last) const;
  // "Lanterns is a film", "the film Lanterns": what is told of from here on.
  void note_topic(std::uint32_t end);
  void keep_topic(Thing const& thing);
  // "Lanterns is a 1987 film": the year alone is told, and no role (-1).
  void work(Thing const& thing, std::uint32_t end);

  Clause const& c_;
  Topic& topic_;
  Mentions& out_;
  int readable_ = -1;  // not asked yet
  Thing last_thing_;   // of the participle before, whose holders end at last_end_
  std::uint32_t last_end_ = 0;
  bool last_past_ = false;
};

}  // namespace counterclaim::identity
