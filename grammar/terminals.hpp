// X3 terminals over tokens. A grammar sees tokens through a cursor that knows the scene it stands in, so that a terminal can
// ask the vocabulary; a production of another file comes in through its plain function (`via`), and no template crosses a file.
#pragma once
#include <boost/spirit/home/x3.hpp>
#include <cstddef>
#include <iterator>

#include "counterclaim/token.hpp"
#include "counterclaim/vocabulary.hpp"
#include "grammar/cursor.hpp"

namespace counterclaim::terminals {

namespace x3 = boost::spirit::x3;

// A parser from a plain function bool(Cursor&, Cursor const& last, T&) that leaves the cursor alone when it fails.
template <class T, bool (*Parse)(Cursor&, Cursor const&, T&)>
struct via : x3::parser<via<T, Parse>> {
  using attribute_type = T;
  static bool const has_attribute = true;
  template <class Context, class RContext, class Attribute>
  bool parse(Cursor& first, Cursor const& last, Context const&, RContext&, Attribute& attribute) const {
    T value{};
    Cursor at = first;
    if (!Parse(at, last, value)) return false;
    first = at;
    x3::traits::move_to(value, attribute);
    return true;
  }
};

// One token for which a plain test holds; no attribute.
template <bool (*Test)(Cursor const&)>
struct token_that : x3::parser<token_that<Test>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Context, class RContext, class Attribute>
  bool parse(Cursor& first, Cursor const& last, Context const&, RContext&, Attribute&) const {
    if (first == last || !Test(first)) return false;
    ++first;
    return true;
  }
};

template <TokenKind K>
bool is_kind(Cursor const& c) {
  return c->is(K);
}
template <TokenKind K>
inline constexpr token_that<is_kind<K>> kind{};

}  // namespace counterclaim::terminals
