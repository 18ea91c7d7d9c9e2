// The grammar of rule files, over characters. Every construction is told by its first word, so nothing is read twice; only
// brackets recurse, and their depth is checked before Spirit sees the text. Expectation points give the errors.
#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "counterclaim/rule_syntax.hpp"
#include "grammar/rule_text.hpp"

// What an expectation names when it fails: the first thing that a compound parser wanted.
namespace boost::spirit::x3 {
template <typename Subject, typename Action>
struct get_info<action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(action<Subject, Action> const& p) const { return what(p.subject); }
};
template <typename Left, typename Right>
struct get_info<sequence<Left, Right>> {
  using result_type = std::string;
  std::string operator()(sequence<Left, Right> const& p) const { return what(p.left); }
};
template <typename Left, typename Right>
struct get_info<list<Left, Right>> {
  using result_type = std::string;
  std::string operator()(list<Left, Right> const& p) const { return what(p.left); }
};
}  // namespace boost::spirit::x3

namespace counterclaim::syntax {
namespace {

namespace x3 = boost::spirit::x3;
using x3::_attr;
using x3::_val;
using x3::char_;
using x3::digit;
using x3::eps;
using x3::lexeme;
using x3::lit;
using x3::raw;

constexpr std::size_t largest_file = 1 << 20;
constexpr std::size_t most_errors = 50;
constexpr int longest_chain = 64;

using Iterator = char const*;
struct file_start;  // context tag: where offsets count from

template <typename Context>
std::uint32_t offset(Iterator at, Context const& context) {
  return static_cast<std::uint32_t>(at - x3::get<file_start>(context).get());
}

auto const skipper = x3::space | '#' >> *(char_ - x3::eol);
auto const name_char = char_("A-Za-z0-9_");

// Actions over members of the rule's attribute.
constexpr auto store = [](auto member) {
  return [member](auto& context) { _val(context).*member = std::move(_attr(context)); };
};
constexpr auto append = [](auto member) {
  return [member](auto& context) { (_val(context).*member).push_back(std::move(_attr(context))); };
};
auto const as_word = [](auto& context) {
  auto range = _attr(context);
  _val(context) = {offset(range.begin(), context), std::string(range.begin(), range.end())};
};
#define COUNTERCLAIM_WORD(tag, what, parser) \
  auto const tag = x3::rule<struct tag##_rule, Word>{what} = raw[lexeme[parser]][as_word]

auto keyword(char const* text) { return lexeme[lit(text) >> !(name_char | '-')]; }
auto const reserved = lexeme[(lit("and") | "or" | "not" | "in" | "like" | "else") >> !name_char];

COUNTERCLAIM_WORD(name, "a name", (char_("A-Za-z_") >> *(name_char | (char_('-') >> &name_char))));
COUNTERCLAIM_WORD(identifier, "a name", (char_("A-Za-z_") >> *name_char));
COUNTERCLAIM_WORD(number, "a number", (+digit >> -('.' >> +digit)));
COUNTERCLAIM_WORD(whole_number, "a whole number", +digit);
COUNTERCLAIM_WORD(date, "a date (2024-05-01)",
                  (x3::repeat(4)[digit] >> '-' >> x3::repeat(2)[digit] >> '-' >> x3::repeat(2)[digit]));

auto const closing_quote = x3::rule<struct closing_quote_rule>{"a closing quotation mark on the same line"} = lit('"');
auto const closing_single = x3::rule<struct closing_single_rule>{"a closing quotation mark on the same line"} = lit('\'');
auto const as_piece = [](auto& context) {
  auto range = _attr(context);
  _val(context) = {offset(range.begin(), context), std::string(range.begin(), range.end())};
};
auto const escape = '\\' >> (char_ - x3::eol);
auto const piece = x3::rule<struct piece_rule, Text::Piece>{"text in quotation marks"} =
    lexeme[('"' >> raw[*(escape | (char_ - '"' - '\\' - x3::eol))][as_piece] > closing_quote) |
           ('\'' >> raw[*(escape | (char_ - '\'' - '\\' - x3::eol))][as_piece] > closing_single)];
auto const text = x3::rule<struct text_rule, Text>{"text in quotation marks"} = +piece[append(&Text::pieces)];

using Words = std::vector<Word>;
auto const names = x3::rule<struct names_rule, Words>{"a name"} %= name % ',';

// --- expressions ---

auto const as_leaf = [](ExprKind kind) {
  return [kind](auto& context) {
    auto& word = _attr(context);
    _val(context).kind = kind;
    _val(context).at = word.at;
    _val(context).text = std::move(word.text);
  };
};
auto const at_word = [](auto& context) { _val(context).at = offset(_attr(context).begin(), context); };
constexpr auto become = [](ExprKind kind) { return [kind](auto& context) { _val(context).kind = kind; }; };
// A chain of one operand is that operand.
constexpr auto operand = [](ExprKind kind) {
  return [kind](auto& context) {
    Expr& all = _val(context);
    if (all.args.empty()) {
      all.at = _attr(context).at;
      all.kind = kind;
    }
    all.args.push_back(std::move(_attr(context)));
  };
};
auto const operation = [](auto& context) {
  auto range = _attr(context);
  _val(context).text.append(range.begin(), range.end());
};
auto const unwrap = [](auto& context) {
  Expr& all = _val(context);
  if (all.args.size() != 1) return;
  Expr only = std::move(all.args.front());
  all = std::move(only);
};

x3::rule<struct expression_rule, Expr> const expression{"an expression"};

auto const call_or_path = x3::rule<struct path_rule, Expr>{"an expression"} = (identifier - reserved)[([](auto& context) {
                                                                                Expr& expr = _val(context);
                                                                                expr.kind = ExprKind::path;
                                                                                expr.at = _attr(context).at;
                                                                                expr.path = {std::move(_attr(context))};
                                                                              })] >>
                                                                              ((lit('(')[([](auto& context) {
                                                                                  Expr& expr = _val(context);
                                                                                  expr.kind = ExprKind::call;
                                                                                  expr.text = std::move(expr.path.front().text);
                                                                                  expr.path.clear();
                                                                                })] > -(expression[append(&Expr::args)] % ',') >
                                                                                ')') |
                                                                               *('.' > identifier[append(&Expr::path)]));

auto const string_expr = x3::rule<struct string_expr_rule, Expr>{"text"} = piece[([](auto& context) {
  _val(context).kind = ExprKind::text;
  _val(context).at = _attr(context).at;
  _val(context).text = unescaped(_attr(context).raw);
})];
auto const number_expr = x3::rule<struct number_expr_rule, Expr>{"a number"} = number[as_leaf(ExprKind::number)];
// (x) is x; (x, y) is a list.
auto const bracketed = x3::rule<struct bracketed_rule, Expr>{
    "an expression"} = lit('(') > (expression[operand(ExprKind::list)] % ',') > lit(')') > eps[unwrap];

auto const primary = x3::rule<struct primary_rule, Expr>{"an expression"} %=
    number_expr | string_expr | bracketed | call_or_path;
auto const signed_primary = x3::rule<struct signed_rule, Expr>{"an expression"} =
    (raw[lit('-')][at_word] >> eps[become(ExprKind::minus)] > primary[append(&Expr::args)]) |
    primary[([](auto& context) { _val(context) = std::move(_attr(context)); })];
auto const product = x3::rule<struct product_rule, Expr>{"an expression"} =
    signed_primary[operand(ExprKind::product)] >>
    x3::repeat(0, longest_chain)[raw[char_("*/")][operation] > signed_primary[operand(ExprKind::product)]] >> eps[unwrap];
auto const sum = x3::rule<struct sum_rule, Expr>{"an expression"} =
    product[operand(ExprKind::sum)] >>
    x3::repeat(0, longest_chain)[raw[char_("+-")][operation] > product[operand(ExprKind::sum)]] >> eps[unwrap];
auto const comparison_sign = lit("==") | "!=" | "<=" | ">=" | "<" | ">";
auto const comparison = x3::rule<struct comparison_rule, Expr>{"an expression"} =
    sum[operand(ExprKind::compare)] >> -((raw[comparison_sign][operation] > sum[operand(ExprKind::compare)]) |
                                         (keyword("in") > sum[operand(ExprKind::compare)] > eps[become(ExprKind::in)]) |
                                         (keyword("like") > sum[operand(ExprKind::compare)] > eps[become(ExprKind::like)])) >>
    eps[unwrap];
auto const toggle = [](auto& context) {
  Expr& expr = _val(context);
  if (expr.text.empty()) expr.at = offset(_attr(context).begin(), context);
  expr.text = expr.text == "odd" ? "even" : "odd";
};
auto const negated = x3::rule<struct negated_rule, Expr>{"an expression"} =
    *raw[keyword("not")][toggle] >> comparison[([](auto& context) {
      Expr& expr = _val(context);
      bool const odd = expr.text == "odd";
      expr.text.clear();
      if (!odd) {
        expr = std::move(_attr(context));
        return;
      }
      expr.kind = ExprKind::negation;
      expr.args.push_back(std::move(_attr(context)));
    })];
auto const conjunction = x3::rule<struct conjunction_rule, Expr>{"an expression"} =
    negated[operand(ExprKind::all)] >>
    x3::repeat(0, longest_chain)[keyword("and") > negated[operand(ExprKind::all)]] >> eps[unwrap];
auto const disjunction = x3::rule<struct disjunction_rule, Expr>{"an expression"} =
    conjunction[operand(ExprKind::any)] >>
    x3::repeat(0, longest_chain)[keyword("or") > conjunction[operand(ExprKind::any)]] >> eps[unwrap];
auto const expression_def =
    disjunction[operand(ExprKind::otherwise)] >>
    x3::repeat(0, longest_chain)[keyword("else") > disjunction[operand(ExprKind::otherwise)]] >> eps[unwrap];
BOOST_SPIRIT_DEFINE(expression)

// --- rules ---

auto const article_word = x3::rule<struct article_word_rule>{"'article'"} = keyword("article");
auto const is_word = x3::rule<struct is_rule>{"'='"} = lit('=');
auto const open_brace = x3::rule<struct open_brace_rule>{"'{'"} = lit('{');
auto const dots = x3::rule<struct dots_rule>{"'..'"} = lit("..");
auto const of_word = x3::rule<struct of_rule>{"'of'"} = keyword("of");
auto const form = x3::rule<struct form_rule, Word>{"one of: claim, pair, set, cycle"} =
    raw[keyword("claim") | keyword("pair") | keyword("set") | keyword("cycle")][as_word];
auto const other_articles = x3::rule<struct other_rule, Word>{"'different' or 'any'"} =
    raw[keyword("different") | keyword("any")][as_word];

auto const crossing = x3::rule<struct crossing_rule, Crossing>{"two fields (a.left = b.right)"} =
    call_or_path[store(&Crossing::left)] > is_word > call_or_path[store(&Crossing::right)];
constexpr auto extend = [](auto member) {
  return [member](auto& context) {
    for (auto& word : _attr(context)) (_val(context).*member).push_back(std::move(word));
  };
};
auto const identifiers = x3::rule<struct identifiers_rule, Words>{"a name"} %= identifier % ',';
auto const once = x3::rule<struct once_rule, Word>{"'once'"} = raw[keyword("once")][as_word];
auto const match = x3::rule<struct match_rule, Match>{"one of: claim, pair, set, cycle"} =
    form[store(&Match::form)] > identifiers[extend(&Match::variables)] > of_word > identifiers[extend(&Match::kinds)] >
    *((keyword("same") > identifiers[extend(&Match::same)]) | (other_articles[append(&Match::articles)] > article_word) |
      once[append(&Match::once)] | (keyword("cross") > crossing[append(&Match::crossings)] % ',') |
      (keyword("length") > whole_number[append(&Match::lengths)] > dots > whole_number[append(&Match::lengths)]));

auto const test_article = x3::rule<struct test_article_rule, TestArticle>{"an article"} =
    keyword("article") > name[store(&TestArticle::id)] >
    *(date[append(&TestArticle::date)] | (keyword("source") > piece[([](auto& c) { _val(c).source.pieces = {_attr(c)}; })]) |
      (keyword("tier") > name[append(&TestArticle::tier)]) |
      (keyword("title") > piece[([](auto& c) { _val(c).title.pieces = {_attr(c)}; })])) > text[store(&TestArticle::text)];
auto const end_of_test = x3::rule<struct end_of_test_rule>{"'article' or '}'"} = lit('}');
auto const outcome = x3::rule<struct outcome_rule, bool>{"'conflict' or 'ok'"} =
    keyword("conflict")[([](auto& c) { _val(c) = true; })] | keyword("ok")[([](auto& c) { _val(c) = false; })];
auto const test = x3::rule<struct test_rule, Test>{"a test"} =
    -keyword("todo")[([](auto& c) { _val(c).todo = true; })] > outcome[store(&Test::conflict)] > -text[store(&Test::name)] >
    open_brace > *test_article[append(&Test::articles)] > end_of_test;

template <typename... Rest>
auto any_of(char const* first, Rest... rest) {
  return (keyword(first) | ... | keyword(rest));
}
template <typename Parser>
auto heads(Parser parser) {
  return raw[parser][([](auto& context) {
    auto range = _attr(context);
    _val(context).keyword = {offset(range.begin(), context), std::string(range.begin(), range.end())};
  })];
}
auto const clause = x3::rule<struct clause_rule, Clause>{"a clause"} =
    (heads(any_of("title", "message", "explain", "help", "fixhint")) > text[store(&Clause::text)]) |
    (heads(any_of("severity", "tags", "before")) > names[store(&Clause::words)]) |
    (heads(any_of("report", "note")) > identifier[store(&Clause::variable)] > text[store(&Clause::text)]) |
    (heads(any_of("where", "unless")) > expression[store(&Clause::expr)]) |
    (heads(keyword("match")) > match[store(&Clause::match)]) | (heads(keyword("test")) > test[store(&Clause::test)]);

auto const end_of_rule = x3::rule<struct end_of_rule_rule, Word>{clause_expected} = raw[lit('}')][as_word];
auto const rule_body = x3::rule<struct body_rule, Rule>{"a rule"} =
    raw[keyword("rule")][([](auto& c) { _val(c).begin = offset(_attr(c).begin(), c); })] > name[store(&Rule::id)] >
    -name[append(&Rule::shape)] > open_brace > *clause[append(&Rule::clauses)] >
    end_of_rule[([](auto& c) { _val(c).end = _attr(c).at + 1; })];
auto const list = x3::rule<struct list_rule, List>{"a list"} = keyword("list") > identifier[store(&List::name)] > is_word >
                                                               (text[append(&List::entries)] % ',');
auto const open_round = x3::rule<struct open_round_rule>{"'('"} = lit('(');
auto const close_round = x3::rule<struct close_round_rule>{"')'"} = lit(')');
auto const definition = x3::rule<struct definition_rule, Definition>{"a definition"} =
    keyword("define") > identifier[store(&Definition::name)] > open_round > identifiers[extend(&Definition::parameters)] >
    close_round > is_word > expression[store(&Definition::body)];
auto const pack = x3::rule<struct pack_rule, Word>{"a pack"} = keyword("pack") >
                                                               name[([](auto& c) { _val(c) = std::move(_attr(c)); })] >
                                                               -(keyword("version") > lexeme[+digit >> -('.' >> +digit)]);

auto const item = x3::rule<struct item_rule, File>{item_expected} = pack[append(&File::packs)] | list[append(&File::lists)] |
                                                                    definition[append(&File::definitions)] |
                                                                    rule_body[append(&File::rules)];

struct Failure {
  std::size_t at;
  std::string expected;
};
// What `parser` matches from `first` on, blanks behind included; throws Failure.
template <typename Parser, typename Attribute>
bool parse_from(std::string_view file, Iterator& first, Iterator last, Parser const& parser, Attribute& attribute) {
  Iterator const start = file.data();
  try {
    return x3::phrase_parse(first, last, x3::with<file_start>(std::cref(start))[parser], skipper, attribute);
  } catch (x3::expectation_failure<Iterator> const& failure) {
    throw Failure{static_cast<std::size_t>(failure.where() - start), failure.which()};
  }
}

}  // namespace

ParsedExpr parse_template_expr(std::string_view file, std::uint32_t at, std::uint32_t size) {
  ParsedExpr result;
  auto const part = file.substr(at, size);
  if (auto const deep = too_deep(part); deep != std::string_view::npos) {
    result.errors.push_back(complaint(file, at + static_cast<std::uint32_t>(deep), "brackets nest too deeply"));
    return result;
  }
  Iterator first = part.data();
  Iterator const last = first + part.size();
  try {
    bool const ok = parse_from(file, first, last, expression, result.expr);
    auto const stop = past_blanks(file, static_cast<std::size_t>(first - file.data()));
    if (!ok || first != last) throw Failure{stop, ok ? "'}'" : "an expression"};
  } catch (Failure const& failure) {
    result.errors.push_back(unexpected(file, failure.at, failure.expected));
  }
  return result;
}

File parse_rules(std::string_view file) {
  File result;
  if (file.size() > largest_file) {
    result.errors.push_back({{}, 0, 0, "the file is larger than 1 MB", {}, {}});
    return result;
  }
  if (file.substr(0, 3) == "\xEF\xBB\xBF") {
    File marked = parse_rules(std::string(file.substr(3)));  // byte order mark: offsets count behind it
    return marked;
  }
  if (auto const nul = file.find('\0'); nul != std::string_view::npos) {
    result.errors.push_back(complaint(file, static_cast<std::uint32_t>(nul), "the file holds a NUL byte"));
    return result;
  }
  if (auto const deep = too_deep(file); deep != std::string_view::npos) {
    result.errors.push_back(complaint(file, static_cast<std::uint32_t>(deep), "brackets nest too deeply"));
    return result;
  }
  Iterator const start = file.data();
  Iterator const last = start + file.size();
  for (std::size_t at = past_blanks(file, 0); at < file.size(); at = past_blanks(file, at)) {
    Iterator first = start + at;
    try {
      if (!parse_from(file, first, last, item, result)) throw Failure{at, item_expected};
      at = static_cast<std::size_t>(first - start);
    } catch (Failure const& failure) {
      bool const in_text = failure.expected.starts_with("a closing quotation");
      auto const stop = in_text ? failure.at : past_blanks(file, failure.at);
      result.errors.push_back(unexpected(file, stop, failure.expected));
      if (result.errors.size() >= most_errors) {
        result.errors.push_back({{}, 0, 0, "too many errors, the rest of the file was not read", {}, {}});
        break;
      }
      at = next_item(file, stop, at);
    }
  }
  return result;
}

}  // namespace counterclaim::syntax
