// What a text is about that can be meant by a noun: a firm, a product, somebody.
#pragma once
#include <string_view>

#include "src/resolve/context.hpp"

namespace counterclaim {

// The first that a block is about and can be what is wanted (NameKind bits): no person where a thing is meant. Of a text about
// nobody but people, a firm that it names.
std::string_view topic_that_is(Context const& context, std::uint32_t block, std::uint8_t want);
// Puts names that only tell where behind the others that the article is about; a text about nobody, or about people alone, is
// also about the thing that its title or a heading names.
void settle_topics(Context& context);
// "… says Ida Moor. [Another paragraph] She came in 2015": who was named last before that use of a name, index into
// Names::uses; empty if nobody was.
std::string_view person_before(Context const& context, std::uint32_t use);
// Of a text about nobody who could be "the company": what it tells of most often, the first of such names; empty if there is
// none.
std::string_view somebodys_firm(Context const& context);
// Fills Context::owner and Context::numbered.
void find_owners(Context& context);
// "Kestrel's new Harrier 3": Kestrel; empty if the article tells no owner.
std::string_view owner_of(Context const& context, std::string_view name);
// Who is meant by "the company" where a product's name stands: its owner; names with a number are products too. Else the name.
std::string_view maker_of(Context const& context, std::string_view name);
// "Kestrel's database": the product that the article is about, where its name has a number; empty if there is none. `token` is
// one of the owner's name.
std::string_view owned_product(Context const& context, Phrase const& phrase, std::uint32_t token);
// "The card, called Marl 4, has": what the article calls it there, index into Names::uses; -1 if nothing.
std::int32_t called(Context const& context, Phrase const& phrase);
// A product's name: by a number, by "Pro" or "One" at its end, or by what the article calls it; index into Names::names.
bool names_model(Context const& context, std::uint32_t name);
// "Orla launches its Marl 4", "Orla on Monday showed the Marl One": what one that is named before it brings out.
bool is_brought_out(Context const& context, NameUse const& use);
// A name with a number that something can have: not "Phase 3", nor what only stands in "under the Apache 2.0 licence".
bool is_product(Context const& context, NameUse const& use);

}  // namespace counterclaim
