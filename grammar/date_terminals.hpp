// X3 terminals over the words of the date grammar. Each tests one word and puts what it read straight into the phrase of
// the whole run, so sequences and options need no attributes; `attempt` restores that value
// when its subject fails half-way.
#pragma once
#include <boost/spirit/home/x3.hpp>
#include <type_traits>

#include "grammar/date_phrase.hpp"

namespace counterclaim::dates {

namespace x3 = boost::spirit::x3;

inline constexpr auto put_nothing = [](Phrase&, Word const&) {};

template <class Test, class Put>
struct Terminal : x3::parser<Terminal<Test, Put>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr Terminal(Test t, Put p) : test(t), put(p) {}
  template <class Context, class Value, class Attribute>
  bool parse(Place& first, Place const& last, Context const&, Value& value, Attribute&) const {
    if (first == last || !test(*first)) return false;
    put(value, *first);
    ++first;
    return true;
  }
  Test test;
  Put put;
};

// A word of a class, mark<Class::month>(), or with what it says: word<Class::month>([](Phrase& p, Word const& w) { ... }).
template <Class C>
struct IsClass {
  constexpr bool operator()(Word const& w) const { return w.is(C); }
};
template <Class C, class Put>
constexpr auto word(Put put) {
  return Terminal<IsClass<C>, Put>(IsClass<C>{}, put);
}
template <Class C>
constexpr auto mark() {
  return word<C>(put_nothing);
}
// A word that passes a test; of one of the classes and such as the test wants: such<Class::unit>(is_plural, put).
template <class Test, Class... C>
struct IsSuch {
  static constexpr Classes classes{C...};
  constexpr bool operator()(Word const& w) const { return classes.hold(w) && test(w); }
  Test test;
};
template <class Test, class Put>
constexpr auto such(Test test, Put put) {
  return Terminal<Test, Put>(test, put);
}
template <Class First, Class... More, class Test, class Put>
constexpr auto such(Test test, Put put) {
  return Terminal<IsSuch<Test, First, More...>, Put>({test}, put);
}

// Changes the phrase without a word.
template <class Put>
struct Say : x3::parser<Say<Put>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr explicit Say(Put p) : put(p) {}
  template <class Context, class Value, class Attribute>
  bool parse(Place&, Place const&, Context const&, Value& value, Attribute&) const {
    put(value);
    return true;
  }
  Put put;
};
// Holds of the phrase read so far, or fails.
template <class Test>
struct Holds : x3::parser<Holds<Test>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr explicit Holds(Test t) : test(t) {}
  template <class Context, class Value, class Attribute>
  bool parse(Place&, Place const&, Context const&, Value& value, Attribute&) const {
    return test(value);
  }
  Test test;
};

// Of which classes a word has to be.
struct Wanted {
  Classes classes{};
  bool any = false;  // or of whatever class
  constexpr Wanted operator|(Wanted const& b) const {
    Wanted both = *this;
    both.classes.little |= b.classes.little, both.classes.named |= b.classes.named, both.any |= b.any;
    return both;
  }
  constexpr bool hold(Word const& w) const { return any || classes.hold(w); }
};
inline constexpr Wanted anything{{}, true}, no_word{};

// May a parser match words from this one on? Asked before anything is saved or tried: by the classes that it may begin with,
// all in one test, then by the tests of other words (`others`), and by the classes of the word behind. What is not known here
// may.
template <class Parser>
struct Begins {
  static constexpr bool empty = true, one = true;               // may match no word at all, a single word
  static constexpr Wanted first = anything, second = anything;  // of its first word, and of the next where it has several
  static constexpr std::uint64_t little = 0, named = 0;
  static constexpr bool others = true;
  static constexpr bool other(Parser const&, Word const&) { return true; }
};
struct BeginsWithWord {
  static constexpr bool empty = false, one = true;
  static constexpr Wanted second = no_word;
};
template <class Test, class Put>
struct Begins<Terminal<Test, Put>> : BeginsWithWord {
  static constexpr Wanted first = anything;
  static constexpr std::uint64_t little = 0, named = 0;
  static constexpr bool others = true;
  static constexpr bool other(Terminal<Test, Put> const& p, Word const& w) { return p.test(w); }
};
template <class Test, Class... C, class Put>
struct Begins<Terminal<IsSuch<Test, C...>, Put>> : BeginsWithWord {
  static constexpr Wanted first{{C...}};
  static constexpr std::uint64_t little = 0, named = 0;
  static constexpr bool others = true;
  static constexpr bool other(Terminal<IsSuch<Test, C...>, Put> const& p, Word const& w) { return p.test(w); }
};
template <Class C, class Put>
struct Begins<Terminal<IsClass<C>, Put>> : BeginsWithWord {
  static constexpr Wanted first{{C}};
  static constexpr auto little = first.classes.little, named = first.classes.named;
  static constexpr bool others = false;
  static constexpr bool other(Terminal<IsClass<C>, Put> const&, Word const&) { return false; }
};
struct BeginsNowhere {
  static constexpr bool empty = true, one = false;
  static constexpr Wanted first = no_word, second = no_word;
  static constexpr std::uint64_t little = 0, named = 0;
  static constexpr bool others = false;
  template <class Parser>
  static constexpr bool other(Parser const&, Word const&) {
    return false;
  }
};
template <class Put>
struct Begins<Say<Put>> : BeginsNowhere {};
template <class Test>
struct Begins<Holds<Test>> : BeginsNowhere {};
template <class Subject>
struct Begins<x3::not_predicate<Subject>> : BeginsNowhere {};
template <>
struct Begins<x3::eps_parser> : BeginsNowhere {};
template <class Left, class Right>
struct Begins<x3::sequence<Left, Right>> {
  using L = Begins<Left>;
  using R = Begins<Right>;
  static constexpr bool empty = L::empty && R::empty, one = (L::one && R::empty) || (L::empty && R::one);
  static constexpr Wanted first = L::first | (L::empty ? R::first : no_word),
                          second = L::second | (L::one ? R::first : no_word) | (L::empty ? R::second : no_word);
  static constexpr std::uint64_t little = L::little | (L::empty ? R::little : 0), named = L::named | (L::empty ? R::named : 0);
  static constexpr bool others = L::others || (L::empty && R::others);
  static constexpr bool other(x3::sequence<Left, Right> const& p, Word const& w) {
    return (L::others && L::other(p.left, w)) || (L::empty && R::others && R::other(p.right, w));
  }
};
template <class Left, class Right>
struct Begins<x3::alternative<Left, Right>> {
  using L = Begins<Left>;
  using R = Begins<Right>;
  static constexpr bool empty = L::empty || R::empty, one = L::one || R::one;
  static constexpr Wanted first = L::first | R::first, second = L::second | R::second;
  static constexpr std::uint64_t little = L::little | R::little, named = L::named | R::named;
  static constexpr bool others = L::others || R::others;
  static constexpr bool other(x3::alternative<Left, Right> const& p, Word const& w) {
    return (L::others && L::other(p.left, w)) || (R::others && R::other(p.right, w));
  }
};
template <class Subject>
struct Begins<x3::optional<Subject>> : Begins<Subject> {
  static constexpr bool empty = true;
  static constexpr bool other(x3::optional<Subject> const& p, Word const& w) { return Begins<Subject>::other(p.subject, w); }
};
template <class Parser>
constexpr bool may_match(Parser const& p, Place first, Place last) {
  using B = Begins<Parser>;
  if (B::empty) return true;
  if (first == last) return false;
  bool const begins = ((first->little & B::little) | (first->named & B::named)) != 0 || (B::others && B::other(p, *first));
  if (!begins || B::one) return begins;
  return last - first > 1 && B::second.hold(first[1]);
}

// What a parser does to the phrase: whether it can change it where it matches, and leave it changed where it fails. What is not
// known here may do both.
template <class Parser>
struct Changes {
  static constexpr bool matching = true, failing = true;
};
template <class Test, class Put>
struct Changes<Terminal<Test, Put>> {
  static constexpr bool matching = !std::is_same_v<Put, std::remove_const_t<decltype(put_nothing)>>, failing = false;
};
template <class Put>
struct Changes<Say<Put>> {
  static constexpr bool matching = true, failing = false;
};
struct ChangesNothing {
  static constexpr bool matching = false, failing = false;
};
template <class Test>
struct Changes<Holds<Test>> : ChangesNothing {};
template <class Left, class Right>
struct Changes<x3::sequence<Left, Right>> {
  using L = Changes<Left>;
  using R = Changes<Right>;
  static constexpr bool matching = L::matching || R::matching, failing = L::failing || L::matching || R::failing;
};
template <class Left, class Right>
struct Changes<x3::alternative<Left, Right>> {
  using L = Changes<Left>;
  using R = Changes<Right>;
  static constexpr bool matching = L::matching || L::failing || R::matching, failing = L::failing || R::failing;
};
template <class Subject>
struct Changes<x3::optional<Subject>> {
  static constexpr bool matching = Changes<Subject>::matching || Changes<Subject>::failing, failing = false;
};

template <class Subject>
struct Attempt : x3::unary_parser<Subject, Attempt<Subject>> {
  using base_type = x3::unary_parser<Subject, Attempt<Subject>>;
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  constexpr explicit Attempt(Subject const& s) : base_type(s) {}
  template <class Context, class Value, class Attribute>
  bool parse(Place& first, Place const& last, Context const& context, Value& value, Attribute& attribute) const {
    if (!may_match(this->subject, first, last)) return false;
    auto const start = first;
    if constexpr (Changes<Subject>::failing) {
      auto const saved = value;
      if (this->subject.parse(first, last, context, value, attribute)) return true;
      value = saved;
    } else if (this->subject.parse(first, last, context, value, attribute)) {
      return true;
    }
    first = start;
    return false;
  }
};
template <class Subject>
struct Changes<Attempt<Subject>> {
  static constexpr bool matching = Changes<Subject>::matching, failing = false;
};
template <class Subject>
struct Begins<Attempt<Subject>> : Begins<Subject> {
  static constexpr bool other(Attempt<Subject> const& p, Word const& w) { return Begins<Subject>::other(p.subject, w); }
};
template <class Subject>
constexpr auto attempt(Subject const& s) {
  return Attempt<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(s));
}
template <class Subject>
constexpr auto maybe(Subject const& s) {
  return -attempt(s);
}

// Runs a family's grammar; what it leaves in the phrase counts only when it matches.
inline constexpr Phrase empty_phrase{};
template <class Grammar>
bool run(Grammar const& grammar, Place& first, Place last, Phrase& out) {
  if (!may_match(grammar, first, last)) return false;
  out = empty_phrase;
  auto at = first;
  if (!grammar.parse(at, last, x3::unused, out, x3::unused)) return false;
  first = at;
  return true;
}

inline constexpr auto the = -mark<Class::the>();
inline constexpr auto of = mark<Class::of>();
inline constexpr auto comma = -mark<Class::comma>();
inline constexpr auto joiner =
    such([](Word const& w) { return w.is(Class::hyphen) || w.is(Class::slash) || w.is(Class::point); }, put_nothing);

}  // namespace counterclaim::dates
