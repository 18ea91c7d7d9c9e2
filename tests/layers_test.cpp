// The map of ARCHITECTURE.md as a test: it reads the #include lines of the sources and holds
// - the order of the stages: a header includes only headers of earlier rows, a room uses nothing of later stages;
// - that a room's own headers are its own;
// - which room sees which library.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/golden.hpp"

namespace counterclaim {
namespace {

namespace fs = std::filesystem;

// Headers of include/counterclaim in the order of the stages. One row a stage; inside a row, left to right.
std::vector<std::vector<std::string_view>> const stages = {
    {"arena", "decimal", "text", "calendar", "interval", "diagnostic", "memory", "parallel", "sha256"},
    {"article", "feed", "read", "settings"},
    {"fold", "lexicon", "word_set", "token", "vocabulary", "units", "amount", "phrase"},
    {"mention"},
    {"unnamed_company", "claim", "clock", "extract", "learned_names"},
    {"align", "align_again"},
    {"finding", "rule_syntax", "rule", "judge_part", "rule_examples"},
    {"lint"},
    {"gate"},
    {"report", "table"},
    {"config"},
    {"fetch"},
    {"store"},
};

// The last stage a folder may use, by a header of it. Longer paths come first: the first that fits counts.
struct Room {
  std::string_view folder, last;
};
Room const rooms[] = {
    {"grammar/rule_", "rule_syntax"},
    {"grammar", "mention"},
    {"src/read", "read"},
    {"src/resolve", "learned_names"},
    {"src/align", "align"},
    {"src/judge", "rule"},
    {"src/report", "report"},
    {"src/config", "config"},
    {"src/gate", "gate"},
    {"src/fetch", "fetch"},
    {"src/store", "store"},
    {"src", "report"},
    {"cli", "store"},
};

struct Library {
  std::string_view header;  // how its headers begin
  std::vector<std::string_view> rooms;
};
Library const libraries[] = {
    {"boost/", {"grammar/"}},    {"curl/", {"src/fetch/"}},       {"zlib", {"src/fetch/"}},     {"libxml/", {"src/read/"}},
    {"CLI/", {"cli/"}},          {"nlohmann/", {"src/", "cli/"}}, {"toml++/", {"src/config/"}}, {"SQLiteCpp/", {"src/store/"}},
    {"sqlite3", {"src/store/"}},
};

struct Include {
  std::string file;    // path in the repository
  std::string header;  // what stands between the quotation marks or angle brackets
  bool in_angles = false;
};

std::vector<Include> includes_of(fs::path const& path, std::string const& file) {
  std::vector<Include> found;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    constexpr std::string_view begin = "#include ";
    if (!line.starts_with(begin) || line.size() < begin.size() + 3) continue;
    char const open = line[begin.size()];
    auto const close = line.find(open == '<' ? '>' : '"', begin.size() + 1);
    if (close != line.npos) found.push_back({file, line.substr(begin.size() + 1, close - begin.size() - 1), open == '<'});
  }
  return found;
}

std::vector<Include> const& all_includes() {
  static auto const found = [] {
    std::vector<Include> all;
    fs::path const root = test::source_path("");
    for (auto const* folder : {"include", "grammar", "src", "cli"})
      for (auto const& entry : fs::recursive_directory_iterator(root / folder))
        if (auto const extension = entry.path().extension(); extension == ".cpp" || extension == ".hpp")
          for (auto& include : includes_of(entry.path(), fs::relative(entry.path(), root).generic_string()))
            all.push_back(include);
    return all;
  }();
  return found;
}

struct Rank {
  int stage = -1, place = 0;
};
Rank rank(std::string_view name) {
  for (std::size_t s = 0; s < stages.size(); ++s)
    if (auto const at = std::find(stages[s].begin(), stages[s].end(), name); at != stages[s].end())
      return {static_cast<int>(s), static_cast<int>(at - stages[s].begin())};
  return {};
}

constexpr std::string_view public_prefix = "counterclaim/";
bool is_public(Include const& i) { return i.header.starts_with(public_prefix); }
std::string_view stage_name(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.find('.'));
}

TEST(Layers, EveryPublicHeaderHasItsStage) {
  for (auto const& i : all_includes()) {
    if (!is_public(i)) continue;
    EXPECT_GE(rank(stage_name(i.header)).stage, 0) << i.header << " in " << i.file << ": add it to a row of `stages`";
  }
}

TEST(Layers, PublicHeadersIncludeOnlyEarlierOnes) {
  for (auto const& i : all_includes()) {
    if (!is_public(i) || !i.file.starts_with("include/")) continue;
    auto const from = rank(stage_name(i.file)), to = rank(stage_name(i.header));
    EXPECT_TRUE(to.stage < from.stage || (to.stage == from.stage && to.place < from.place))
        << i.file << " includes " << i.header;
  }
}

TEST(Layers, RoomsUseNothingOfLaterStages) {
  for (auto const& i : all_includes()) {
    if (!is_public(i) || i.file.starts_with("include/")) continue;
    auto const* const room =
        std::find_if(std::begin(rooms), std::end(rooms), [&](Room const& r) { return i.file.starts_with(r.folder); });
    ASSERT_NE(room, std::end(rooms)) << i.file;
    EXPECT_LE(rank(stage_name(i.header)).stage, rank(room->last).stage) << i.file << " includes " << i.header;
  }
}

TEST(Layers, ARoomsHeadersAreItsOwn) {
  for (auto const& i : all_includes()) {
    if (is_public(i) || i.in_angles || i.header.find('/') == std::string::npos) continue;
    auto const room = i.header.substr(0, i.header.rfind('/'));
    EXPECT_TRUE(i.file.starts_with(room.substr(0, room.find("/vocabulary")))) << i.file << " includes " << i.header;
  }
}

TEST(Layers, LibrariesStayInTheirRooms) {
  for (auto const& i : all_includes()) {
    for (auto const& library : libraries) {
      if (!i.header.starts_with(library.header)) continue;
      EXPECT_TRUE(std::any_of(library.rooms.begin(), library.rooms.end(), [&](auto room) { return i.file.starts_with(room); }))
          << i.file << " includes " << i.header;
    }
  }
}

TEST(Layers, PublicHeadersNeedOnlyTheStandardLibrary) {
  for (auto const& i : all_includes()) {
    if (!i.file.starts_with("include/") || !i.in_angles) continue;
    EXPECT_EQ(i.header.find_first_of("/."), std::string::npos) << i.file << " includes " << i.header;
  }
}

TEST(Layers, NoRegularExpressions) {
  for (auto const& i : all_includes()) EXPECT_NE(i.header, "regex") << i.file;
}

}  // namespace
}  // namespace counterclaim
