// Cases in tests/data/read/*.cases: "=== name", the input, "--- blocks", a line for each field that is set and for each block.
// The file's name begins with the reader it is for. UPDATE_EXPECT=1 rewrites what is expected; read the diff.
#include "counterclaim/read.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "counterclaim/diagnostic.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

namespace fs = std::filesystem;

std::string const data = std::string(COUNTERCLAIM_SOURCE_DIR) + "/tests/data/read/";

std::string_view name_of(BlockKind kind) {
  constexpr std::string_view names[] = {"title", "heading", "paragraph", "list_item", "quote", "table_cell", "caption", "code"};
  return names[static_cast<int>(kind)];
}

std::string dump(Block const& block, std::string_view view) {
  std::ostringstream out;
  out << name_of(block.kind);
  if (block.heading >= 0) out << " under=" << block.heading;
  if (block.lead_in >= 0) out << " after=" << block.lead_in;
  if (block.table >= 0)
    out << " cell=" << block.table << '.' << block.row << '.' << block.column << (block.head ? " head" : "");
  out << " | " << visible(view, block.span) << '\n';
  return out.str();
}

std::string dump(Article const& article) {
  std::string out;
  auto const field = [&](char const* name, std::string const& value) {
    if (!value.empty()) out += std::string(name) + ": " + value + '\n';
  };
  field("title", article.title);
  field("date", article.date ? to_iso(*article.date) : "");
  field("updated", article.updated ? to_iso(*article.updated) : "");
  field("source", article.source);
  field("author", article.author);
  field("url", article.url);
  field("tier", article.tier == Tier::press ? "" : std::string(to_string(article.tier)));
  for (auto const& id : article.corrects) field("corrects", id);
  for (auto const& warning : article.warnings) field("warning", warning);
  for (auto const& block : article.blocks) out += dump(block, article.view);
  return out;
}

void expect_sound(Article const& article) {
  ASSERT_EQ(article.view.size(), article.raw.size());
  ASSERT_LE(article.body_size, article.raw.size());
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    auto const& block = article.blocks[i];
    ASSERT_GE(block.span.begin, at);
    ASSERT_LT(block.span.begin, block.span.end);
    at = block.span.end;
    ASSERT_LT(block.heading, static_cast<int>(i));
    ASSERT_LT(block.lead_in, static_cast<int>(i));
    if (block.heading < 0) continue;
    ASSERT_EQ(article.blocks[static_cast<std::size_t>(block.heading)].kind, BlockKind::heading);
  }
  ASSERT_LE(at, article.raw.size());
  for (std::size_t i = 0; i < article.view.size(); i += decode(article.view, i).bytes)
    ASSERT_FALSE(decode(article.view, i).value == 0xFFFD && decode(article.view, i).bytes == 1)
        << "invalid UTF-8 in view at " << i;
}

struct Case {
  std::string name, input, expected;
};

std::vector<Case> cases_of(fs::path const& path) {
  std::vector<Case> cases;
  std::ifstream file(path);
  std::string* part = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}});
      part = &cases.back().input;
    } else if (line == "--- blocks") {
      part = &cases.back().expected;
    } else if (part) {
      *part += line + '\n';
    }
  }
  return cases;
}

Article read_case(fs::path const& path, Case const& c) {
  auto const kind = path.filename().string();
  if (kind.starts_with("markdown")) return read_markdown("a.md", c.input);
  if (kind.starts_with("html")) return read_html("a.html", c.input);
  return read_plain("a.txt", c.input);
}

TEST(Read, CasesGiveTheirBlocks) {
  for (auto const& entry : fs::directory_iterator(data)) {
    if (entry.path().extension() != ".cases") continue;
    std::string rewritten;
    for (auto const& c : cases_of(entry.path())) {
      auto const article = read_case(entry.path(), c);
      expect_sound(article);
      EXPECT_EQ(dump(article), c.expected) << entry.path().filename() << ": " << c.name;
      rewritten += "=== " + c.name + '\n' + c.input + "--- blocks\n" + dump(article);
    }
    if (std::getenv("UPDATE_EXPECT")) std::ofstream(entry.path()) << rewritten;
  }
}

// Random damage to good inputs: nothing crashes, and spans stay inside the text and in order.
TEST(Read, AnyBytesGiveSoundBlocks) {
  std::mt19937 random(20250304);
  for (auto const& entry : fs::directory_iterator(data)) {
    if (entry.path().extension() != ".cases") continue;
    auto const cases = cases_of(entry.path());
    for (int round = 0; round < 1000; ++round) {
      auto c = cases[random() % cases.size()];
      constexpr std::string_view signs = "\n\n`*_[]()<>|-#\\&;!~\"' \t>1.\xC3\xE2\x80\x00\xFF=:";
      for (int edit = 0; edit < 6 && !c.input.empty(); ++edit) {
        auto const at = random() % c.input.size();
        switch (random() % 3) {
          case 0:
            c.input[at] = signs[random() % signs.size()];
            break;
          case 1:
            c.input.insert(at, 1, signs[random() % signs.size()]);
            break;
          default:
            c.input.erase(at, random() % 5);
        }
      }
      expect_sound(read_case(entry.path(), c));
      if (HasFatalFailure()) FAIL() << entry.path().filename() << ": " << c.name << '\n' << c.input;
    }
  }
}

TEST(Read, BytesThatAreNoTextAreBlanked) {
  struct {
    std::string bytes, view;
    std::size_t warnings;
  } const rows[] = {
      {"\xEF\xBB\xBF"
       "One two",
       "   One two", 0},
      {"a\r\nb", "a \nb", 0},
      {"a\rb", "a\nb", 0},
      {std::string("a\0b", 3), std::string("a\0b", 3), 1},
      {"caf\xE9 9", "caf  9", 1},
      {"\xC0\xAF\xED\xA0\x80", "     ", 1},
      {"so\xC2\xADlar", std::string("so\0\0lar", 7), 0},
      {"a\x07"
       "b\x1B[31m",
       "a b [31m", 0},
      {"", "", 0},
  };
  for (auto const& row : rows) {
    auto const article = read_plain("a.txt", row.bytes);
    expect_sound(article);
    EXPECT_EQ(article.warnings.size(), row.warnings) << row.bytes;
    EXPECT_EQ(article.view, row.view);
  }
}

TEST(Read, OneEndlessLineTakesTimeInProportion) {
  for (auto const* piece : {"](a ", "[", "*a ", "`a``b", "<a ", "<!-- ", "&amp", "![", "> ", "- ", "~~a", "|", "1. "}) {
    std::string text;
    while (text.size() < 400'000) text += piece;
    expect_sound(read_markdown("a.md", text));
    expect_sound(read_plain("a.txt", text));
  }
}

TEST(Read, PagesNestedWithoutEndTakeTimeInProportion) {
  for (auto const* piece : {"<div>", "<b>", "<div></b></i></p>", "<table><tr><td>", "<a href=x>", "<!-- ", "<p>Five words <i>",
                            "<blockquote>Six"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    expect_sound(read_html("a.html", text));
  }
}

TEST(Read, JsonLines) {
  auto const path = fs::temp_directory_path() / ("counterclaim_read_test_" + std::to_string(std::random_device{}()) + ".jsonl");
  std::ofstream(path) << R"j({"id":"x","text":"The lake froze.","title":"Ice","date":"2024-01-05T08:00:00Z","tier":"trusted"})j"
                         "\n"
                         "\n{broken\n[1]\n{\"id\":\"y\"}\n"
                         R"j({"id":7,"text":"Eighty boats.","source":"Harbour Trust (press release)","corrects":["x"]})j"
                         "\n";
  auto const result = read_jsonl(path.string());
  fs::remove(path);
  ASSERT_EQ(result.articles.size(), 2u);
  auto const& first = result.articles[0];
  expect_sound(first);
  EXPECT_EQ(first.raw, "The lake froze.Ice");
  EXPECT_EQ(first.body_size, 15u);
  EXPECT_EQ(dump(first), "title: Ice\ndate: 2024-01-05\ntier: trusted\nparagraph | The lake froze.\ntitle | Ice\n");
  EXPECT_EQ(dump(result.articles[1]),
            "source: Harbour Trust (press release)\ntier: self\ncorrects: x\nparagraph | Eighty boats.\n");
  EXPECT_EQ(result.articles[1].id, "7");
  ASSERT_EQ(result.unreadable.size(), 3u);
  EXPECT_EQ(result.unreadable[0].line, 3u);
  EXPECT_EQ(result.unreadable[1].line, 4u);
  EXPECT_EQ(result.unreadable[2].line, 5u);
}

TEST(Read, FoldersInOrderWithoutHiddenFilesAndForeignLinks) {
  auto const root = fs::temp_directory_path() / ("counterclaim_read_test_" + std::to_string(std::random_device{}()));
  fs::create_directories(root / "in/sub");
  for (auto const* name : {"in/b.txt", "in/a.md", "in/.hidden.md", "in/c.png", "in/sub/d.htm", "out.md"})
    std::ofstream(root / name) << "Text.\n";
  fs::create_symlink(root / "out.md", root / "in/link.md");
  fs::create_directory_symlink(root / "in", root / "in/sub/loop");
  auto const result = read_paths({(root / "in").string(), (root / "absent.md").string()});
  fs::remove_all(root);
  std::vector<std::string> names;
  for (auto const& article : result.articles) names.push_back(article.id.substr(root.string().size()));
  EXPECT_EQ(names, (std::vector<std::string>{"/in/a.md", "/in/b.txt", "/in/sub/d.htm"}));
  EXPECT_EQ(result.unreadable.size(), 1u);
}

TEST(Text, LowerKeepsTheNumberOfBytes) { EXPECT_EQ(lower("ÀÉ ÑŁŽ ΣΩ ЖЁ İ \xFF"), "àé ñłž σω жё İ \xFF"); }

TEST(Text, PrintableTakesControlOfTheTerminalAway) {
  EXPECT_EQ(printable("a\x1B[2J\tb\u202Ec\x80\n"), "a\uFFFD[2J b\uFFFDc\uFFFD\n");
}

TEST(Text, WidthOnATerminal) {
  EXPECT_EQ(display_width("e\u0301 漢字 ﬁ"), 8);
  EXPECT_EQ(display_width(""), 0);
}

TEST(Text, NearestWord) {
  std::vector<std::string> const words{"value", "subject", "severity"};
  EXPECT_EQ(nearest("valeu", words), "value");
  EXPECT_EQ(nearest("sevrity", words), "severity");
  EXPECT_EQ(nearest("zebra", words), "");
  EXPECT_EQ(nearest("ab", words), "");
}

TEST(Diagnostic, ShowsTheLineAndACaret) {
  EXPECT_EQ(to_string({"x.rule", 3, 9, "unknown field 'valeu'", "where disjoint(valeu)", "did you mean 'value'?"}),
            "x.rule:3:9: error: unknown field 'valeu'\n  3 | where disjoint(valeu)\n    |         ^\n  = help: did you mean "
            "'value'?\n");
  EXPECT_EQ(to_string({"gone.md", 0, 0, "cannot be read", "", ""}), "gone.md: error: cannot be read\n");
  auto const cut = to_string({"", 1, 200, "too long", std::string(300, 'x'), ""});
  EXPECT_NE(cut.find("…"), std::string::npos);
  EXPECT_LT(cut.size(), 300u);
}

TEST(Places, LinesAndColumnsCountCodePoints) {
  std::string_view const raw = "né\nx漢字y\n";
  EXPECT_EQ(place_of(raw, 0).line, 1u);
  EXPECT_EQ(place_of(raw, 3).column, 3u);
  EXPECT_EQ(place_of(raw, 11).line, 2u);
  EXPECT_EQ(place_of(raw, 11).column, 4u);
  PlaceCursor cursor{raw, 0, {}};
  EXPECT_EQ(cursor.at(11).column, 4u);
  EXPECT_EQ(cursor.at(1).column, 2u);
}

}  // namespace
}  // namespace counterclaim
