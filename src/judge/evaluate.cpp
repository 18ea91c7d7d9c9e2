// Three-valued evaluation. Depth is bounded by the grammar, so recursion is.
#include <algorithm>
#include <cctype>

#include "counterclaim/text.hpp"
#include "src/judge/node.hpp"

namespace counterclaim::rules {
namespace {

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

// `phrase` stands in `text` as whole words; both lower case.
bool has_phrase(std::string_view text, std::string_view phrase) {
  if (phrase.empty()) return false;
  for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    bool const begins = at == 0 || !is_letter(text[at - 1]) || !is_letter(phrase.front());
    auto const end = at + phrase.size();
    if (begins && (end == text.size() || !is_letter(text[end]) || !is_letter(phrase.back()))) return true;
  }
  return false;
}

// Intervals compare as true or false where every value in them does, else unknown.
Value compare_numbers(Comparator how, Number const& a, Number const& b) {
  if (!comparable(a, b)) return {};
  auto const& x = a.interval;
  auto const& y = b.interval;
  auto below = [](Interval const& low, Interval const& high, bool or_equal) {  // all of low < all of high
    if (!low.high || !high.low) return false;
    return *low.high < *high.low || (*low.high == *high.low && (or_equal || low.high_open || high.low_open));
  };
  auto decide = [](bool yes, bool no) { return yes ? Value(true) : no ? Value(false) : Value(); };
  switch (how) {
    case Comparator::equal:
      return decide(x.is_point() && y.is_point() && *x.low == *y.low, disjoint(x, y));
    case Comparator::unequal:
      return decide(disjoint(x, y), x.is_point() && y.is_point() && *x.low == *y.low);
    case Comparator::less:
      return decide(below(x, y, false), below(y, x, true));
    case Comparator::at_most:
      return decide(below(x, y, true), below(y, x, false));
    case Comparator::greater:
      return decide(below(y, x, false), below(x, y, true));
    case Comparator::at_least:
      return decide(below(y, x, true), below(x, y, false));
  }
  return {};
}

Value compare_days(Comparator how, DayRange a, DayRange b) {
  auto number = [](DayRange d) {
    Interval out;
    if (d.from != no_lower_day) out.low = Decimal(d.from);
    if (d.to != no_upper_day) out.high = Decimal(d.to);
    return Number{out, any_unit};
  };
  return compare_numbers(how, number(a), number(b));
}

Value compare(Comparator how, Value const& a, Value const& b) {
  if (!is_known(a) || !is_known(b) || a.index() != b.index()) return {};
  if (auto const* number = std::get_if<Number>(&a)) return compare_numbers(how, *number, std::get<Number>(b));
  if (auto const* days = std::get_if<DayRange>(&a)) return compare_days(how, *days, std::get<DayRange>(b));
  bool same = false;
  if (auto const* text = std::get_if<std::string>(&a))
    same = *text == std::get<std::string>(b);
  else if (auto const* yes = std::get_if<bool>(&a))
    same = *yes == std::get<bool>(b);
  else if (auto const* claim = std::get_if<ClaimRef>(&a))
    same = claim->index == std::get<ClaimRef>(b).index;
  else if (auto const* article = std::get_if<ArticleRef>(&a))
    same = article->index == std::get<ArticleRef>(b).index;
  return how == Comparator::equal ? same : !same;
}

Value arithmetic(char op, Number const& a, Number const& b) {
  bool const free = a.unit == any_unit || b.unit == any_unit;
  UnitId const unit = a.unit == any_unit ? b.unit : a.unit;
  if (op == '+' || op == '-') {
    if (!comparable(a, b)) return {};
    return Number{op == '+' ? a.interval + b.interval : a.interval - b.interval, unit};
  }
  if (op == '*') return free ? Value(Number{a.interval * b.interval, unit}) : Value();
  auto const quotient = divide(a.interval, b.interval);
  if (!quotient || (!free && !comparable(a, b))) return {};
  return Number{*quotient, b.unit == any_unit ? a.unit : any_unit};
}

Value chain(Node const& node, Context const& context, Binding const& binding) {
  Value result = evaluate(node.args.front(), context, binding);
  for (std::size_t i = 1; i < node.args.size() && is_known(result); ++i) {
    Value const next = evaluate(node.args[i], context, binding);
    if (!is_known(next)) return {};
    result = arithmetic(node.operators[i - 1], std::get<Number>(result), std::get<Number>(next));
  }
  return result;
}

// Kleene's "and" and "or": the decisive value wins over unknown.
Value junction(Node const& node, Context const& context, Binding const& binding, bool decisive) {
  bool unknown = false;
  for (auto const& arg : node.args) {
    Value const v = evaluate(arg, context, binding);
    if (!is_known(v))
      unknown = true;
    else if (std::get<bool>(v) == decisive)
      return decisive;
  }
  return unknown ? Value() : Value(!decisive);
}

Value call(Node const& node, Context const& context, Binding const& binding) {
  std::vector<Value> values;
  values.reserve(node.args.size());
  for (auto const& arg : node.args) {
    values.push_back(evaluate(arg, context, binding));
    if (!is_known(values.back()) && node.function->unknowns == Unknowns::spread) return {};
  }
  return node.function->call(values, context);
}

Value over_members(Node const& node, Context const& context, Binding const& binding) {
  std::vector<Value> values;
  for (std::uint32_t const member : *binding.members) {
    Binding one = binding;
    one.claims[0] = member;
    values.push_back(evaluate(node.args.front(), context, one));
  }
  return fold(node.fold->fold, values);
}

Value member_of(Node const& node, Context const& context, Binding const& binding) {
  Value const v = evaluate(node.args.front(), context, binding);
  if (!is_known(v)) return {};
  auto const text = lower(std::get<std::string>(v));
  return std::any_of(node.words.begin(), node.words.end(),
                     [&](auto const& word) { return node.op == Op::in ? text == word : has_phrase(text, word); });
}

}  // namespace

Value evaluate(Node const& node, Context const& context, Binding const& binding) {
  switch (node.op) {
    case Op::constant:
      return node.constant;
    case Op::variable:
      return ClaimRef{binding.claims[node.variable]};
    case Op::claim_field: {
      Value const owner = evaluate(node.args.front(), context, binding);
      return is_known(owner) ? node.field->of(std::get<ClaimRef>(owner).index, context) : Value();
    }
    case Op::article_field: {
      Value const owner = evaluate(node.args.front(), context, binding);
      return is_known(owner) ? node.field->of(std::get<ArticleRef>(owner).index, context) : Value();
    }
    case Op::call:
      return call(node, context, binding);
    case Op::fold:
      return over_members(node, context, binding);
    case Op::negation: {
      Value const v = evaluate(node.args.front(), context, binding);
      return is_known(v) ? Value(!std::get<bool>(v)) : v;
    }
    case Op::minus: {
      Value const v = evaluate(node.args.front(), context, binding);
      if (!is_known(v)) return v;
      auto const& n = std::get<Number>(v);
      return Number{scaled(n.interval, Decimal(-1)), n.unit};
    }
    case Op::all:
      return junction(node, context, binding, false);
    case Op::any:
      return junction(node, context, binding, true);
    case Op::compare:
      return compare(node.comparator, evaluate(node.args[0], context, binding), evaluate(node.args[1], context, binding));
    case Op::in:
    case Op::like:
      return member_of(node, context, binding);
    case Op::sum:
    case Op::product:
      return chain(node, context, binding);
    case Op::otherwise:
      for (auto const& arg : node.args) {
        if (Value v = evaluate(arg, context, binding); is_known(v)) return v;
      }
      return {};
  }
  return {};
}

std::string render(Template const& text, Context const& context, Binding const& binding) {
  std::string out;
  for (auto const& part : text.parts) {
    out += part.text;
    if (!part.field.empty()) out += print(evaluate(part.field.front(), context, binding), context);
  }
  return out;
}

}  // namespace counterclaim::rules
