// Empty texts and unbounded intervals are unknown.
#include "src/judge/fields.hpp"

#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim::rules {
namespace {

std::string joined(std::span<std::string_view const> words) {
  std::string out;
  for (auto const word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

Value number(Interval const& interval, UnitId unit_id) {
  if (!interval.low && !interval.high) return {};
  return Number{interval, unit_id};
}

// Durations are in seconds, whatever unit they were written in.
UnitId unit_of(Claim const& c) {
  static UnitId const second = find_unit("s");
  return c.kind == ClaimKind::duration && c.unit == no_unit ? second : c.unit;
}
UnitId basis_of(Claim const& c) { return c.kind == ClaimKind::duration ? unit_of(c) : c.basis; }

Value days(DayRange range) { return range.is_unbounded() ? Value() : Value(range); }

template <typename Enum>
Value word(Enum e) {
  return std::string(to_string(e));
}

// All the words that say what a figure is about: for `like`.
std::string words_about(Claim const& c) {
  std::string out(c.attribute);
  for (auto const more : {c.counted, c.measure}) out.append(" ").append(more);
  for (auto const& t : c.terms) {
    if (t.role >= TermRole::sentence) break;
    if (is_concept(t.word)) out.append(" ").append(vocabulary(Category::concepts)[t.word & ~concept_term].phrase);
    if ((t.word & unknown_bit) == 0) out.append(" ").append(word_text(t.word));
  }
  return out + " " + joined(c.about) + " " + joined(c.scope);
}

// What is measured or counted and the verb, and in whatever words of the clause: for `like`.
std::string words_near(Claim const& c) {
  std::string out(c.attribute);
  out.append(" ").append(c.counted);
  for (auto const& t : c.terms) {
    if (t.role > TermRole::clause) break;
    if (t.role > TermRole::object && !is_concept(t.word)) continue;
    if (is_concept(t.word))
      out.append(" ").append(vocabulary(Category::concepts)[t.word & ~concept_term].phrase);
    else if ((t.word & unknown_bit) == 0)
      out.append(" ").append(word_text(t.word));
  }
  return out + " " + joined(c.about);
}

// A captureless generic lambda cannot be a template argument of a table row without its type: rows spell out the lambda.
#define CLAIM_FIELD(name, type, expression)                                \
  Field {                                                                  \
    name, type, [](std::uint32_t index, Context const& context) -> Value { \
      [[maybe_unused]] auto const& x = context;                            \
      [[maybe_unused]] Claim const& c = context.set.claims[index];         \
      return expression;                                                   \
    }                                                                      \
  }
#define ARTICLE_FIELD(name, type, expression)                              \
  Field {                                                                  \
    name, type, [](std::uint32_t index, Context const& context) -> Value { \
      [[maybe_unused]] auto const& x = context;                            \
      [[maybe_unused]] Article const& a = context.set.articles[index];     \
      return expression;                                                   \
    }                                                                      \
  }

constexpr Field claims[] = {
    CLAIM_FIELD("article", Type::article, ArticleRef{c.article}),
    CLAIM_FIELD("kind", Type::claim_kind, word(c.kind)),
    // what it is about
    CLAIM_FIELD("subject", Type::text, text_or_unknown(c.entity.empty() ? c.subject : c.entity)),
    CLAIM_FIELD("spelling", Type::text, text_or_unknown(c.subject)),
    CLAIM_FIELD("attribute", Type::text, text_or_unknown(c.attribute)),
    CLAIM_FIELD("counted", Type::text, text_or_unknown(c.counted)),
    CLAIM_FIELD("about", Type::text, text_or_unknown(joined(c.about))),
    CLAIM_FIELD("scope", Type::text, text_or_unknown(joined(c.scope))),
    CLAIM_FIELD("words", Type::text, text_or_unknown(words_about(c))),
    CLAIM_FIELD("hangs_on", Type::text, text_or_unknown(words_near(c))),
    CLAIM_FIELD("period", Type::days, days(c.period)),
    CLAIM_FIELD("period_stated", Type::boolean, c.period_stated),
    // the figure
    CLAIM_FIELD("value", Type::number, number(to_base(c.value, unit_of(c)), unit_of(c))),
    CLAIM_FIELD("compared", Type::number, number(c.compared, basis_of(c))),
    CLAIM_FIELD("unit", Type::text, c.unit == no_unit ? Value() : text_or_unknown(std::string(unit(c.unit).symbol))),
    CLAIM_FIELD("dimension", Type::text,
                c.unit == no_unit ? Value(std::string("count")) : text_or_unknown(std::string(dimension_of(c.unit)))),
    CLAIM_FIELD("bound", Type::bound, word(c.bound)),
    CLAIM_FIELD("change", Type::change, word(c.change)),
    CLAIM_FIELD("presupposed", Type::boolean, c.presupposed),
    CLAIM_FIELD("vague", Type::boolean, c.vague),
    CLAIM_FIELD("figure", Type::text, text_or_unknown(figure(c, x))),
    CLAIM_FIELD("quote", Type::text, text_or_unknown(quote(c, x))),
    CLAIM_FIELD("headline", Type::boolean, c.headline),
    CLAIM_FIELD("quoted", Type::boolean, c.quoted),
    // who says so, and how surely
    CLAIM_FIELD("certainty", Type::certainty, word(c.certainty)),
    CLAIM_FIELD("source", Type::text, text_or_unknown(c.attribution.source)),
    CLAIM_FIELD("origin", Type::text,
                text_or_unknown(c.attribution.origin.empty() ? c.attribution.source : c.attribution.origin)),
    CLAIM_FIELD("cue", Type::text, text_or_unknown(c.attribution.cue)),
    CLAIM_FIELD("self", Type::boolean, c.attribution.self),
    CLAIM_FIELD("vague_source", Type::boolean, c.attribution.vague),
    // dates
    CLAIM_FIELD("days", Type::days, days(c.days)),
    CLAIM_FIELD("timex", Type::text, text_or_unknown(c.timex)),
    CLAIM_FIELD("impossible", Type::boolean, c.impossible),
    CLAIM_FIELD("problem", Type::text, text_or_unknown(c.problem)),
    // comparisons
    CLAIM_FIELD("left", Type::text, text_or_unknown(c.left)),
    CLAIM_FIELD("right", Type::text, text_or_unknown(c.right)),
    CLAIM_FIELD("relation", Type::relation, word(c.relation)),
    CLAIM_FIELD("measure", Type::text, text_or_unknown(c.measure)),
    CLAIM_FIELD("benchmark", Type::text, text_or_unknown(c.benchmark)),
    CLAIM_FIELD("score", Type::text, text_or_unknown(c.score)),
    CLAIM_FIELD("factor", Type::number, number(c.factor, any_unit)),
    CLAIM_FIELD("superlative", Type::boolean, c.superlative),
    CLAIM_FIELD("performance", Type::boolean, c.performance),
    // equations
    CLAIM_FIELD("equation", Type::equation_kind, words_of(Type::equation_kind)[static_cast<std::size_t>(c.equation)]),
    CLAIM_FIELD("stated", Type::number, number(c.stated, any_unit)),
    CLAIM_FIELD("computed", Type::number, number(c.computed, any_unit)),
    CLAIM_FIELD("arithmetic", Type::text, text_or_unknown(c.arithmetic)),
};

constexpr Field articles[] = {
    ARTICLE_FIELD("id", Type::text, a.id),
    ARTICLE_FIELD("name", Type::text, x.article_names[index]),
    ARTICLE_FIELD("title", Type::text, text_or_unknown(a.title)),
    ARTICLE_FIELD("date", Type::days, a.date ? Value(DayRange{*a.date, *a.date}) : Value()),
    ARTICLE_FIELD("updated", Type::days, a.updated ? Value(DayRange{*a.updated, *a.updated}) : Value()),
    ARTICLE_FIELD("source", Type::text, text_or_unknown(a.source)),
    ARTICLE_FIELD("author", Type::text, text_or_unknown(a.author)),
    ARTICLE_FIELD("url", Type::text, text_or_unknown(a.url)),
    ARTICLE_FIELD("tier", Type::tier, word(a.tier)),
};

}  // namespace

std::span<Field const> claim_fields() { return claims; }
std::span<Field const> article_fields() { return articles; }

Field const* find_field(std::span<Field const> fields, std::string_view name) {
  for (auto const& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

}  // namespace counterclaim::rules
