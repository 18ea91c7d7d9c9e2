// Of what a verb says something: the subjects of one sentence, each null where none is found.
#pragma once
#include "src/resolve/context.hpp"

namespace counterclaim {

struct Subjects {
  Context const& context;
  Sentence const& sentence;
  std::uint32_t clause_first = 0;  // token that the clause begins with
  std::uint32_t resumes = 0;       // ClauseAt::resumes
  bool of_figure = false;          // asked for a quantity: what a firm expects to do on a day is an event of its own

  // The noun phrase that a verb group says something of: the first of the run of phrases before it.
  Phrase const* of(Phrase const& verb) const { return of(verb, Row::open); }
  // "The kettle holds 2 liters, costs $30 and weighs …": verbs in a row have one subject.
  Phrase const* shared(Phrase const& verb) const;
  // "The library, which opened in 1996": what a relative clause speaks of stands before it.
  Phrase const* before_relative() const;
  // "Orla employs 400 men, of whom 12 are smiths": Orla, index into Names::uses; -1 elsewhere.
  std::int32_t main_of_which() const;
  // Where the object of a verb begins: behind it, or behind the preposition that it takes ("complained of nausea").
  std::uint32_t object_behind(Phrase const& verb) const;
  // "The suit, which Acme brought in May": what a relative clause with a subject of its own and nothing behind its verb up to
  // the mention is of.
  Phrase const* object_before(Phrase const& subject, Phrase const& verb, std::uint32_t mention) const;
  // "Orla ranks the port second": what is given the place at token `rank`, null if nothing is.
  Phrase const* placed(Phrase const& verb, std::uint32_t rank) const;
  // "is a maker that", not "bought a mill that": what the sentence says its subject is.
  bool is_linked(Phrase const& before_relative) const;
  // "It replaces one that came out in 2019": of one that has no name here.
  bool is_another(Phrase const& subject, bool relative) const;
  // "in", "at", "near": what stands behind says where the thing before it is.
  bool is_of_place(std::uint32_t token) const;
  // "Headcount at Orla: 940": what a label that begins the sentence is a label of, by the phrase that ends it.
  Phrase const& labelled(Phrase const& last) const;
  // The name that stands beside a subject without one, before or behind it: index into Names::uses, -1 if there is none.
  // `verb`: index of the phrase, -1 if none.
  std::int32_t named_beside(Phrase const& subject, std::int32_t verb, MentionPlace const& at) const;
  // "Brill's own card, the Marl 4, costs", "the Brill card, the Marl 4, costs": the Marl 4, where the subject belongs to a name
  // and is nobody who speaks for it; -1 elsewhere.
  std::int32_t owned_beside(Phrase const& subject, std::int32_t verb, MentionPlace const& at) const;
  // "The Tallinn-based firm", "a Tallinn bank": the name at the token is a quality of what stands behind it.
  bool qualifies(std::uint32_t name_token) const;

 private:
  // Verbs in a row are gone back over once: from one that the row led to, no other row is begun.
  enum class Row : std::uint8_t { open, followed };
  Phrase const* of(Phrase const& verb, Row row) const;
  bool is_first(std::uint32_t token) const;
  std::int32_t name_in(std::uint32_t token) const;
  bool follows(Phrase const& before, Phrase const& verb) const;
  Phrase const* before_apposition(Phrase const& p, Phrase const& verb) const;
  // "The mill in Dorne, Tolland, which": the mill; the place itself where it is of nothing.
  Phrase const* what_is_at(Phrase const& place) const;
  // "Built in 1902 by Orla, the mill employs", "The mill grew, losing its roof": what the sentence goes on about, or was about;
  // null where neither is found.
  Phrase const* of_participle(Phrase const& verb) const;
  std::uint32_t before_speaker(std::uint32_t verb) const;
  bool is_joined_over_aside(std::uint32_t verb) const;
  bool is_behind_verb(Phrase const& p) const;
  bool is_existential(Phrase const& verb) const;
  Phrase const* phrase_at(std::uint32_t token) const;
  WordClass cls(std::uint32_t i) const;
  bool is_led(Phrase const& p) const;  // by a preposition
};

}  // namespace counterclaim
