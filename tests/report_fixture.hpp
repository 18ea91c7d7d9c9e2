// A report made by hand, for the tests of every output format.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "counterclaim/lint.hpp"

namespace counterclaim::test {

inline Article article(std::string id, std::string const& text, std::string const& title = {}) {
  Article a;
  a.id = std::move(id);
  a.title = title;
  a.body_size = static_cast<std::uint32_t>(text.size());
  a.raw = a.view = text + title;
  return a;
}

inline Span span_of(Article const& a, std::string_view text) {
  auto const at = a.raw.find(text);
  EXPECT_NE(at, std::string::npos) << text;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
}

inline Claim claim_at(Report const& r, std::uint32_t index, std::string_view text) {
  Claim c;
  c.article = index;
  c.span = span_of(r.set.articles[index], text);
  c.sentence = {0, r.set.articles[index].body_size};
  return c;
}

// Two lakes that disagree, one sum that does not add up, one rumour; wide characters, a terminal escape, a title beside the
// text.
inline Report lakes() {
  Report r;
  auto a = article("lakes/a.md",
                   "# Lakes\n\nEvery summer the ferries are full again. Lake Mora covers 120 square kilometres, making it the "
                   "largest body of fresh water in the province by a wide margin, and the deepest.\n");
  a.source = "Mora Gazette";
  a.date = parse_iso_date("2024-05-01");
  auto b = article("lakes/b\x1b[31m.html", std::string(40, '\n') + "モラ湖 is wide: an area of 210 km2 at high\nwater.\n");
  b.source = "Daily\nMora";
  auto c = article("c", "Of 100 seats, Red won 48,\nBlue 41 and Green 16.", "Red wins 49 seats");
  r.set.articles = {a, b, c};
  r.set.claims = {claim_at(r, 0, "120 square kilometres"), claim_at(r, 1, "210 km2"), claim_at(r, 2, "100 seats"),
                  claim_at(r, 2, "48")};
  r.set.claims.push_back(claim_at(r, 2, "16"));
  r.set.claims.back().kind = ClaimKind::equation;
  r.alignment.pairs.resize(1);
  r.alignment.pairs[0].b = 1;
  r.alignment.undecided = 1;

  auto const at = [&](std::uint32_t index, std::string_view text, std::string label, bool primary) {
    return Location{index, span_of(r.set.articles[index], text), std::move(label), primary};
  };
  auto const found = [](std::string rule, Severity severity, std::string fingerprint, std::string message) {
    Finding f;
    f.rule = std::move(rule);
    f.severity = severity;
    f.fingerprint = std::move(fingerprint);
    f.message = std::move(message);
    return f;
  };
  auto f = found("figure-conflict", Severity::error, "9f3c1e0b5a7d2c44",
                 "Lake Mora covers 120 km² in one article and 210 km² in another");
  f.locations = {at(0, "120 square kilometres", "area 120 km²", true), at(1, "210 km2 at high\nwater", "area 210 km²", false)};
  f.aligned_on = {"Lake Mora", "area (covers ~ an area of)", ""};
  f.explanation = "compared: 119.5..120.5 km² and 209.5..210.5 km² do not meet";
  r.findings.push_back(f);
  f = found("headline-mismatch", Severity::warning, "00000000000000ff", "49 seats in the headline, 48 in the text");
  f.locations = {
      at(2, "49 seats", "headline", true),
      at(2, "48", "a label that is far too long to stand behind the mark of so short a span on so narrow a page", false)};
  f.help = "Correct the headline.";
  r.findings.push_back(f);
  f = found("single-origin", Severity::info, "", "rumour");
  f.explanation = "all of it leads to one source";
  f.locations = {at(0, "deepest", "", true)};
  r.findings.push_back(f);
  return r;
}

}  // namespace counterclaim::test
