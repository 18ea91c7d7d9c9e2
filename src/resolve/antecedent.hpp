// Whom a subject without a name of its own means.
#pragma once
#include <string_view>

#include "src/resolve/topics.hpp"

namespace counterclaim {

// Whom "it" or "the company" means: a name that the sentence had before, the name that an earlier sentence of the block began
// with, else what the block is about; empty if nothing is known. `subject` may be null.
std::string_view antecedent(Context const& context, MentionPlace const& at, Phrase const* subject);
// "The former", "the latter": of the two names of the sentence before, or of this one; empty if they are not two.
std::string_view of_two(Context const& context, MentionPlace const& at, Phrase const& phrase);
// "The Far Roads Tour … The tour began", "the line" of a text about Line 4: the name with that noun, before the sentence in its
// block, or else in the title or of what the article is about; empty if none.
std::string_view namesake(Context const& context, std::uint32_t sentence, std::uint32_t noun);

}  // namespace counterclaim
