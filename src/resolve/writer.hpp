// The writer of an article, where it speaks of itself: "I paid", "our own estimate", "we calculate".
#pragma once
#include "src/resolve/context.hpp"

namespace counterclaim {

// "I paid $39": of nobody but the writer. What stands in quotation marks, somebody else says.
bool is_writer(Context const& context, Phrase const& subject);
// "my model", "our own estimate": of the writer's own. "Our" of a firm's release is the firm's.
bool is_writers(Context const& context, Phrase const& phrase);
// "Our price check" over a column; -1 is no block.
bool is_writers_block(Context const& context, std::int32_t block);
// "We calculate the subsidy at": a writer who reckons speaks of others. `verb` is a phrase, -1 if none.
bool is_reckoned(Context const& context, Phrase const& writer, std::int32_t verb);

}  // namespace counterclaim
