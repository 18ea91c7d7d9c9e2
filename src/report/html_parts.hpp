// The parts of the HTML report. Each gives markup; whatever comes from an article has passed through markup_text() in it.
#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "counterclaim/report.hpp"
#include "src/report/markup.hpp"
#include "src/report/places.hpp"

namespace counterclaim::html {

// A name that stands in hundreds of places is shown in these and listed for the others.
inline constexpr std::size_t most_passages = 12;

struct Page {
  Page(Report const& report, std::span<RuleSummary const> rules);
  Report const& report;
  Places places;
  using ByPlace = std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t>;
  ByPlace claims, equations;                       // by article and span; an equation stands where its result does
  std::vector<std::vector<std::size_t>> findings;  // of each claim that has a location: their numbers from 0
  std::map<std::string, std::size_t> rules;        // of the findings, numbered
  std::map<std::string, std::string> titles;       // of rules
  struct Found {
    Span span;
    std::size_t number = 0;
  };
  std::vector<std::vector<Found>> places_found;  // by article

  Claim const* claim_at(Location const& at) const;  // null if none stands just there
  Claim const* equation_at(Location const& at) const;
};

// A link only where it leads to the web: never "javascript:" or a file.
std::string linked(std::string_view text, std::string_view url);
std::string name_of(Article const& article);  // its source, else its id
// The paragraph with its heading. `locations` are places of finding `number` (from 0) in that paragraph, all marked; places of
// other findings in it are links to them.
std::string passage(Page const& page, std::vector<Location const*> const& locations, std::size_t number);
Span block_around(Article const& article, Span span);  // the paragraph

// A number line with the range of each passage, or a timeline; empty where fewer than two can be drawn on one scale.
std::string drawing(Page const& page, Finding const& finding);

std::string one_finding(Page& page, std::size_t number);  // counted from 0
std::string subject_index(Page const& page);              // what each article says of each subject, agreement included
std::string article_table(Page const& page);

std::string_view style();  // of every report; filters add theirs

}  // namespace counterclaim::html
