// X3 terminals over the tokens of one sentence, each a plain test of its class, word or vocabulary row; `such` also writes
// what it read into the value of the rule that it stands in.
#pragma once
#include <boost/spirit/home/x3.hpp>
#include <iterator>

#include "grammar/clause.hpp"

namespace counterclaim::comparison::terminals {

namespace x3 = boost::spirit::x3;

struct Place {
  using iterator_category = std::forward_iterator_tag;
  using value_type = Token;
  using difference_type = std::ptrdiff_t;
  using pointer = Token const*;
  using reference = Token const&;

  Clause const* clause = nullptr;
  std::uint32_t token = 0;

  reference operator*() const { return clause->tokens[token]; }
  pointer operator->() const { return &clause->tokens[token]; }
  Place& operator++() { return ++token, *this; }
  Place operator++(int) { return {clause, token++}; }
  friend bool operator==(Place const& a, Place const& b) { return a.token == b.token; }
  friend bool operator!=(Place const& a, Place const& b) { return a.token != b.token; }
};

template <bool (*Test)(Clause const&, std::uint32_t)>
struct skip : x3::parser<skip<Test>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Context, class Value, class Attribute>
  bool parse(Place& first, Place const& last, Context const&, Value&, Attribute&) const {
    if (first == last || !Test(*first.clause, first.token)) return false;
    ++first;
    return true;
  }
};

template <bool (*Test)(Clause const&, std::uint32_t), auto Put>
struct such : x3::parser<such<Test, Put>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Context, class Value, class Attribute>
  bool parse(Place& first, Place const& last, Context const&, Value& value, Attribute&) const {
    if (first == last || !Test(*first.clause, first.token)) return false;
    Put(*first.clause, first.token, value);
    ++first;
    return true;
  }
};

}  // namespace counterclaim::comparison::terminals
