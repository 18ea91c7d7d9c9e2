// Sets of claims made by hand, for tests of the engine.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "counterclaim/rule.hpp"
#include "tests/kept.hpp"

namespace counterclaim {

inline RuleBook const& built_in() {
  static auto const loaded = load_rules(built_in_rules());
  return loaded.book;
}

// Claims are appended to their article's text, so that a span quotes what was given.
struct Set {
  ClaimSet set;
  Alignment alignment;

  std::uint32_t article(std::string id, std::string date = {}, std::string source = {}) {
    Article a;
    a.id = std::move(id);
    if (!date.empty()) a.date = parse_iso_date(date);
    a.source = std::move(source);
    set.articles.push_back(std::move(a));
    return static_cast<std::uint32_t>(set.articles.size() - 1);
  }
  Claim& claim(std::uint32_t article, ClaimKind kind, std::string const& quote) {
    auto& a = set.articles[article];
    Claim c;
    c.article = article;
    c.kind = kind;
    c.span.begin = static_cast<std::uint32_t>(a.raw.size());
    a.raw += quote;
    c.span.end = static_cast<std::uint32_t>(a.raw.size());
    a.raw += " . ";
    a.view = a.raw;
    a.body_size = static_cast<std::uint32_t>(a.raw.size());
    set.claims.push_back(std::move(c));
    return set.claims.back();
  }
  Claim& figure(std::uint32_t article, std::string const& quote, std::string const& value, std::string const& unit = {}) {
    auto& c = claim(article, ClaimKind::quantity, quote);
    c.value = Interval::exactly(*parse_decimal(value));
    c.unit = c.basis = unit.empty() ? no_unit : find_unit(unit);
    EXPECT_TRUE(unit.empty() || c.unit != no_unit) << unit;
    c.compared = to_base(c.value, c.unit);
    c.subject = c.entity = "Lake Orvel";
    c.attribute = "area";
    return c;
  }
  Claim& comparison(std::uint32_t article, std::string const& left, Relation relation, std::string const& right) {
    auto& c = claim(article, ClaimKind::comparison, left + " against " + right);
    c.left = test::kept().keep(left);
    c.relation = relation;
    c.right = test::kept().keep(right);
    c.measure = "speed";
    return c;
  }
  void align(std::uint32_t a, std::uint32_t b, std::uint8_t keys = key_subject | key_attribute | key_dimension | key_period) {
    AlignedPair pair;
    pair.a = a;
    pair.b = b;
    pair.keys = keys;
    pair.subject = set.claims[a].entity;
    pair.attribute = set.claims[a].attribute;
    alignment.pairs.push_back(pair);
  }
  void align_all(std::uint8_t keys = key_subject | key_attribute | key_dimension | key_period) {
    std::vector<std::uint32_t> group;
    for (std::uint32_t i = 0; i < set.claims.size(); ++i) {
      group.push_back(i);
      for (std::uint32_t j = i + 1; j < set.claims.size(); ++j) align(i, j, keys);
    }
    alignment.groups.push_back(group);
  }
  std::vector<Finding> judged(RuleBook const& book = built_in()) const { return judge(book, set, alignment); }
  std::string rules() const {
    std::string out;
    for (auto const& f : judged()) out += (out.empty() ? "" : " ") + f.rule;
    return out;
  }
};

}  // namespace counterclaim
