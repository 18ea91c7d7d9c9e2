// The function words that join the parts of a quantity, by their id.
#pragma once
#include "grammar/cursor.hpp"

namespace counterclaim::joints {

inline WordId const a = find_word("a"), an = find_word("an"), the = find_word("the"), and_ = find_word("and"),
                    or_ = find_word("or"), of = find_word("of"), in = find_word("in"), to = find_word("to"),
                    by = find_word("by"), from = find_word("from"), per = find_word("per"), each = find_word("each"),
                    every = find_word("every"), between = find_word("between"), point = find_word("point"),
                    minus = find_word("minus"), plus = find_word("plus"), negative = find_word("negative"),
                    over = find_word("over"), out = find_word("out"), than = find_word("than"), but = find_word("but"),
                    one = find_word("one"), half = find_word("half"), single = find_word("single"), times = find_word("times"),
                    fold = find_word("fold"), but_not = find_word("not"), until = find_word("until"),
                    through = find_word("through"), x = find_word("x"), more = find_word("more");

inline bool is(Token const& t, WordId w) { return t.word == w && w != unknown_word; }
inline bool is_article(Token const& t) { return is(t, a) || is(t, an); }
// A hyphen between two words, or a dash with blanks that stands for one ("sixty - four").
inline bool is_hyphen(Token const& t) { return t.is(TokenKind::hyphen); }

}  // namespace counterclaim::joints
