// Which thing of an owner's an article means by "Norra's model".
#pragma once
#include <cstdint>
#include <string_view>

#include "src/resolve/context.hpp"

namespace counterclaim {

// "Norra's": the name stands there as an owner.
bool owns(Context const& context, NameUse const& use);
// Is the name one of an owner in this sentence, or anywhere in the article?
bool is_owner_in(Context const& context, std::string_view name, std::uint32_t sentence);
bool is_owner(Context const& context, std::string_view name);

// "Norra's model", where an article about Norra has "the new model, Volta 6," or "the Volta 6 model": the name, if there is
// only one. `head` is the token of the noun, `owner` an index into names; never `other`.
std::string_view named_with(Context const& context, std::uint32_t head, std::uint32_t owner, std::string_view other);
// The one thing that the article names beside its owner and not in this sentence; empty if there is none.
std::string_view owned_by(Context const& context, std::uint32_t owner, std::uint32_t sentence, std::string_view other);

// "The Ardent part" of a text that names the Ardent R90: the only model that bears the maker's name, empty if there is none.
std::string_view model_of(Context const& context, std::string_view maker, std::string_view other);

}  // namespace counterclaim
