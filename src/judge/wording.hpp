// What messages call claims.
#pragma once
#include "src/judge/value.hpp"

namespace counterclaim::rules {

Value thing(ClaimRef c, Context const& context);    // "Lake Mora's area": what a message calls it
Value said(ClaimRef c, Context const& context);     // "Volta 6 'outperforms' Ampera", of other claims the figure
Value hearsay(ClaimRef c, Context const& context);  // "'experts put'": the words of a source that cannot be asked
Value told(ClaimRef c, Context const& context);     // "Volta 6 above Ampera in a.md"
Value elsewhere(ClaimRef c, ClaimRef from, Context const& context);  // "in b.md", "in the headline", "in the same article"

}  // namespace counterclaim::rules
