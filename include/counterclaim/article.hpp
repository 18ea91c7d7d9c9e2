// An article as it was read: its bytes, and what of them a reader sees.
//
// `raw` is what was given, byte for byte; every span of every later stage counts in it. `view` has the same length: bytes a
// reader does not see (Markdown marks, tags, link targets, front matter, invalid UTF-8) are blanked, so that an offset in
// one is an offset in the other. A blank is ' ' where the mark separates words and '\0' where it does not ("**K**3",
// the tail of a decoded entity); the lexer passes over '\0' as if it were not there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/calendar.hpp"

namespace counterclaim {

struct Span {
  std::uint32_t begin = 0;  // byte offset in Article::raw
  std::uint32_t end = 0;    // past the last byte
  std::uint32_t size() const { return end - begin; }
  friend bool operator==(Span const&, Span const&) = default;
};
inline bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

enum class Tier : std::uint8_t { reference, trusted, press, self, unknown };
std::optional<Tier> parse_tier(std::string_view name);
std::string_view to_string(Tier tier);

enum class BlockKind : std::uint8_t { title, heading, paragraph, list_item, quote, table_cell, caption, code };

// A stretch of text that a sentence never crosses. Blocks come in order of place and do not overlap.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  std::int32_t heading = -1;  // index of the heading block it stands under, -1 if none
  std::int32_t lead_in = -1;  // list items and tables: index of the paragraph before that introduces them, -1 if none
  std::int32_t table = -1;    // table cells: number of the table in the article, from 0
  std::int32_t row = -1;      // table cells: row from 0 (the head row is 0 when the table has one)
  std::int32_t column = -1;   // table cells: column from 0
  bool head = false;          // table cells: in the head row
};

struct Article {
  std::string id;           // path as given, or the record's id
  std::string title;        // empty if none
  std::optional<Day> date;  // published
  std::optional<Day> updated;
  std::string source, author, url;
  Tier tier = Tier::press;
  std::vector<std::string> corrects;  // ids or urls of articles that this one says it corrects
  std::string raw, view;
  // JSON lines give the title beside the text: it is appended to raw behind the body, and locations at or past this offset
  // are in part "title", counted from here. Otherwise raw.size().
  std::uint32_t body_size = 0;
  std::vector<Block> blocks;
  std::vector<std::string> warnings;  // e.g. "3 invalid UTF-8 sequences, first at byte 120"
};

struct Place {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // Unicode code points from 1
};
Place place_of(std::string_view raw, std::uint32_t offset);
// For many places of one text: a place costs the bytes since the one asked for before it, or since the start where it lies
// behind.
struct PlaceCursor {
  std::string_view raw;
  std::uint32_t reached = 0;
  Place place;
  Place at(std::uint32_t offset);
};

// What a reader sees of a span: '\0' left out, runs of blanks and line breaks made one space.
std::string visible(std::string_view view, Span span);
// The whole text without its title: a block a line, cells of a table row divided by tabs.
std::string visible_text(Article const& article);

}  // namespace counterclaim
