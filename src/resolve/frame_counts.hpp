// What is counted and whose it is: the words at the figure itself, before the clause is looked at.
#pragma once
#include "src/resolve/clause_at.hpp"
#include "src/resolve/frame_terms.hpp"

namespace counterclaim {

class FrameCounts : protected FrameTerms {
 protected:
  FrameCounts(Context const& context, MentionPlace const& at, std::uint32_t counted_first, std::uint32_t counted_last,
              Frame& out)
      : FrameTerms(context, at, out),
        at_(at),
        counted_first_(counted_first),
        counted_last_(counted_last),
        tokens_(context.tokens.tokens),
        sentence_(context.tokens.sentences[at.sentence]) {}

  bool is_bare_count() const;  // a number of something, and no measure, share or money
  bool is_count() const { return counted_last_ > counted_first_; }
  Phrase const* phrase_at(std::uint32_t token) const;  // the phrase around a token, null if there is none
  WordClass cls(std::uint32_t i) const { return c_.chunks.classes[i]; }
  std::string_view word(std::uint32_t i) const { return c_.word(i); }
  std::string_view light(std::uint32_t token) const { return light_kind(tokens_[token].word); }

  bool is_payer(std::uint32_t name) const;
  // "Is the lightest bike of them at 19 kg": what it weighs itself, and the end of no scale.
  bool is_place_among(Phrase const& p, Phrase const& link) const;
  bool add_object(Phrase const& p);    // "40 people use it": with what it stands for; does it hold a name?
  void owner();                        // "32 of Dunlow's 63 goals", "Union 44, Front 37": whose the figure is
  void counted();                      // "four other hospitals", "120 jobs lost"
  void said_to_be();                   // "Some 4,500 shoppers are members of the club", "61 of them are sponges"
  bool number_of(Phrase const& head);  // "The number of injured is put at 204": the injured are counted
  Phrase const& measured_of(Phrase const& apposed) const;  // "The deficit of last season, $4 million": the deficit
  Phrase const* number_before()
      const;            // "The number of workers who drowned when it sank rose to 17": that phrase; null elsewhere
  void some_of_them();  // "1,940 were hurt, of whom 402": some of those that were counted before
  void run_in_label();  // "Savings. We expect to spend $30 million less": what a block begins with, of its next sentence
  // "unveiled the Marl 4, a card with 40 fans": the name that the thing before a token is set behind; -1 if there is none.
  std::int32_t apposed(std::uint32_t token) const;
  // "Brill, whose shares", "Brill, a bank whose shares": index into Names::uses; -1 if it has no name.
  std::int32_t owner_of_whose(std::uint32_t whose) const {
    auto const i = whose > sentence_.first && tokens_[whose - 1].is(TokenKind::comma) ? whose - 1 : whose;
    auto const name = i > sentence_.first ? c_.name_of[i - 1] : -1;
    return name >= 0 ? name : apposed(whose);
  }
  // "X is a 2013 comedy film": what it is says what happened to it that year, as a verb would.
  bool is_attributive(Phrase const* own) const;
  void define(Phrase const& own);
  void run_in();   // "Orin 7. Its tank takes 48 liters", "Brill – A bank. Founded in 1990": the name that a block begins with
  void its_own();  // "Analysts see its margin at 36 percent": of whom "its" is
  // "the price of the chip", "the budget for schools", "spending on roads": what the head is of, for or on narrows it.
  void narrow(Phrase const& head);
  void rest();    // the other words and names of the clause and of the sentence
  void answer();  // "When does the line open? On May 3.": the words that an answer leaves to its question
  // "The hall, 180 metres long, belongs to Norra": between commas behind what it is of, the figure hangs on no verb. The
  // phrase; null elsewhere.
  Phrase const* set_apart();
  Phrase const* put_at() const;              // "The firm put the damage at $26 million": the damage; null elsewhere
  std::uint32_t sized() const;               // "a dam 58 metres high": the token of the dam; 0 elsewhere
  Phrase const* size_behind() const;         // "He built a boat, 9 metres long": the boat; null elsewhere
  Phrase const* behind_bracket() const;      // "a 14-mile (22.5 km) line": the line; null if there is none
  bool is_put_at(Phrase const& verb) const;  // "The cost of the vote is estimated at $23 million": as good as "is"
  Phrase const* fronted_whole() const;       // "Of the 500 who fell ill, 45 died", "Among the dead are 4"
  Phrase const* gapped_whole() const;        // "The T4 has 144 GB of memory, the T4 Lite 96 GB": the memory
  std::int32_t verb_within() const;          // "Sales exceeded $4 billion": the verb that the mention begins with; -1 if none
  void counted_before();                     // "The trains, 24 in number, cost": the trains are counted
  void beside();             // "Another 900,000 doses", "71.2% on CodeBench", "940 watts on average", "61 of 120 votes"
  bool is_area() const;      // "110 acres"
  bool is_distance() const;  // "within two hours of the match", "40 km of the coast"
  void predicate(Phrase const& verb);  // "Nine people are dead": what is said of those that are counted
  // "scored 72 goals in 38 matches": the verb has its object, and what is counted behind a preposition is no part of what it
  // says.
  bool is_adjunct(Phrase const& verb) const;
  bool is_with_another_figure(std::uint32_t name) const;  // "5,480 tokens for Orl and 4,310 for Dorne": Orl has the other
  bool is_kind(Phrase const& p) const;                    // "of damage", "of fresh capital": of no one thing
  bool is_money() const;                                  // "$90", "ninety dollars"

  MentionPlace const& at_;
  std::uint32_t counted_first_, counted_last_;
  std::vector<Token> const& tokens_;
  Sentence const& sentence_;
  bool apposed_ = false;          // a name that the figure's own words are set behind does
  bool owned_ = false;            // a possessive or a list right before the figure says whose it is
  Phrase const* item_ = nullptr;  // that list's, where it is no name

 private:
  void sentence_words(std::uint32_t first, std::uint32_t last);
  bool is_of_a_kind() const;  // "ordered 6,000 of the cards"
  void label();               // "Patients affected: 1,270 nationwide": what the figure is of stands before a colon

  bool opens_item(Phrase const& p) const;  // of a list
  bool is_label(std::uint32_t first, std::uint32_t last) const;
  void overall(std::uint32_t i);
};

}  // namespace counterclaim
