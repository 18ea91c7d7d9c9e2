// What messages call claims.
#pragma once
#include "src/judge/value.hpp"

namespace counterclaim::rules {

Value thing(ClaimRef c, Context const& context);    // "Lake Mora's area": what a message calls it
Value said(ClaimRef c, Context const& context);     // "Volta 6 'outperforms' Ampera", of other claims the figure
Value hearsay(ClaimRef c, Context const& context);  // "'experts put'": the words of a source that cannot be asked
Value shown(ClaimRef c, Context const& context);    // "144 beds", "area 120 km²": what stands under its figure
Value dated(ClaimRef c, Context const& context);    // "today (2026-03-03)", "April 2027 or later"
Value told(ClaimRef c, Context const& context);     // "Volta 6 above Ampera in a.md"
Value elsewhere(ClaimRef c, ClaimRef from, Context const& context);  // "in b.md", "in the headline", "in the same article"

}  // namespace counterclaim::rules
