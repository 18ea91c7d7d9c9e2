// The claim database: what it keeps comes back as it was, and a check that goes on from it finds what one from scratch finds.
#include "counterclaim/store.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "counterclaim/read.hpp"
#include "counterclaim/report.hpp"
#include "src/store/blobs.hpp"
#include "src/store/codec.hpp"
#include "src/store/listing.hpp"
#include "tests/golden.hpp"

namespace counterclaim {
namespace {

namespace fs = std::filesystem;

class Workplace {
 public:
  Workplace() : path_((fs::temp_directory_path() / "counterclaim-store-XXXXXX").string()) {
    if (mkdtemp(path_.data()) == nullptr) std::abort();
    fs::create_directory(path_ + "/set");
  }
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  void write(std::string const& name, std::string const& text) const {
    std::ofstream(set() + "/" + name, std::ios::binary) << text;
  }
  void remove(std::string const& name) const { fs::remove(set() + "/" + name); }
  std::string set() const { return path_ + "/set"; }
  std::string database() const { return path_ + "/claims.db"; }

 private:
  std::string path_;
};

RuleBook const& rules() {
  static RuleBook const book = load_rules(built_in_rules()).book;
  return book;
}

Checked check(Workplace const& place, Parts parts = Parts::shown, Settings settings = {}) {
  CheckRequest request;
  request.database = place.database();
  request.paths = {place.set()};
  request.parts = parts;
  request.threads = 2;
  request.settings = std::move(settings);
  return check_with_store(std::move(request), rules());
}

std::string printed(Report const& report) { return json_report(report) + text_report(report, {}) + junit_report(report); }

Report from_scratch(Workplace const& place, Settings const& settings = {}) {
  auto read = read_paths({place.set()});
  auto report = lint(std::move(read.articles), rules(), 2, settings);
  report.unreadable = std::move(read.unreadable);
  return report;
}

TEST(StoreCodec, ChecksWhatItReads) {
  store::Writer out;
  std::string const text = "three";
  out.number(300);
  out.signed_number(-7);
  out.text(text);
  out.text(text);
  auto const blob = out.finish(4);
  auto const read = [&](std::string_view bytes, std::uint8_t version) {
    store::Reader in(bytes, version);
    std::string first, second;
    bool const same = in.number() == 300 && in.signed_number() == -7;
    in.text(first);
    in.text(second);
    return same && in.finished() && first == "three" && second == "three";
  };
  EXPECT_TRUE(read(blob, 4));
  EXPECT_FALSE(read(blob, 5)) << "another version";
  for (std::size_t size = 0; size < blob.size(); ++size) EXPECT_FALSE(read(std::string_view(blob).substr(0, size), 4)) << size;
  for (std::size_t i = 0; i < blob.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      auto changed = blob;
      changed[i] = static_cast<char>(changed[i] ^ 1 << bit);
      EXPECT_FALSE(read(changed, 4)) << "byte " << i << " bit " << bit;
    }
}

TEST(StoreCodec, ArticlesAndClaimsComeBackAsTheyWere) {
  auto article =
      read_markdown("k.md",
                    "---\ntitle: The weir at Kelsing\nsource: Kelsing Post\ndate: 2024-03-02\n---\n\n# Works\n\n"
                    "The weir cost **$4.5 million** to about $5 million, up 12% from 2019, Ilva Power said on Tuesday.\n\n"
                    "| part | length |\n|---|---|\n| north | 40 m |\n| south | 60 m |\n\n"
                    "It is the third-longest dam on the Ilva and twice as strong as the Tarn weir.\n");
  auto const set = extract_claims({article}, 1);
  ASSERT_GT(set.claims.size(), 5u);
  auto const& one = set.articles.front();
  auto const again = store::article_of(one.id, one.raw, store::article_blob(one));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(json_article(*again), json_article(one));
  EXPECT_EQ(again->view, one.view);
  EXPECT_EQ(again->blocks.size(), one.blocks.size());
  std::vector<Claim> claims;
  Arena kept;
  auto const blob = store::claims_blob(set.claims);
  ASSERT_TRUE(store::add_claims(blob, 0, *again, claims, kept));
  EXPECT_EQ(json_claims(claims, *again), json_claims(set.claims, one));
  EXPECT_EQ(store::claims_blob(claims), blob) << "every member";
}

TEST(StoreListing, TrustsTimesOnlyOfFilesOlderThanTheNote) {
  constexpr std::int64_t second = 1'000'000'000;
  store::KnownFile known{"a.md", {10, 100 * second + 5, 100 * second + 5, 7}, 101 * second, "hash"};
  EXPECT_TRUE(store::is_unchanged(known, known.state));
  auto const differs = [&](auto change) {
    auto now = known.state;
    change(now);
    return !store::is_unchanged(known, now);
  };
  EXPECT_TRUE(differs([](auto& s) { ++s.size; }));
  EXPECT_TRUE(differs([](auto& s) { ++s.mtime; }));
  EXPECT_TRUE(differs([](auto& s) { ++s.ctime; }));
  EXPECT_TRUE(differs([](auto& s) { ++s.inode; }));
  EXPECT_TRUE(differs([](auto& s) { s.size = -1; }));
  known.checked = 100 * second + 15'000'000;
  EXPECT_FALSE(store::is_unchanged(known, known.state)) << "read in the tick in which it was changed";
  known.checked = 101 * second;
  known.state.ctime = known.state.mtime = 100 * second;
  EXPECT_FALSE(store::is_unchanged(known, known.state)) << "a file system of whole seconds";
  known.checked = 105 * second;
  EXPECT_TRUE(store::is_unchanged(known, known.state));
  known.hash.clear();
  EXPECT_FALSE(store::is_unchanged(known, known.state)) << "what was wrong with it is to be said again";
}

// Articles that share names, aliases, figures and misprints, so that what one says changes what is found in others; of many
// names each takes a few that stand side by side, so that none is everywhere.
std::string made_article(std::mt19937& random) {
  auto const pick = [&](auto const& list) { return std::string(list[random() % std::size(list)]); };
  auto const figure = [&] { return std::to_string(100 + 7 * (random() % 9)); };
  static constexpr char const* all[] = {
      "Orrin Motors", "Orrin",         "Belltower Bank", "Lake Mora",    "Calder Systems", "Tarn Valley Rail Authority",
      "TVRA",         "Ilva Power",    "Ilwa Power",     "Port Hessing", "Vantry",         "Mount Brell",
      "Northlight",   "Kelsing Weir",  "Dunmarsh",       "Dunmarsh Ltd", "Ravensey",       "Riis Ferries",
      "Upper Tarn",   "Ostrava Mills", "Tull Harbour",   "Quillan",      "Quillan Group",  "Merrow Isle",
      "Sandrigg",     "Wexcombe",      "Yarrow Glass",   "Zennor Mine",  "Ashlock",        "Brindle Moor",
      "Corran Point", "Drumlin House"};
  auto const window = random() % (std::size(all) - 4);
  std::vector<char const*> const names(all + window, all + window + 4);
  static constexpr char const* sources[] = {"Mora Gazette", "Hessing Courier", "Daily Tarn"};
  std::string out = "---\nsource: " + pick(sources) + "\ndate: 2024-0" + std::to_string(1 + random() % 9) + "-11\n---\n\n";
  for (int n = 0; n < 5; ++n) {
    auto const name = pick(names), other = pick(names);
    switch (random() % 7) {
      case 0:
        out += name + " raised $" + figure() + " million in March 2023, the company said. ";
        break;
      case 1:
        out += name + " employs " + figure() + " people at its plant near " + other + ". ";
        break;
      case 2:
        out += name + " is faster than " + other + " on the Brell benchmark. ";
        break;
      case 3:
        out += "The bridge of " + name + " opened on May " + std::to_string(1 + random() % 3) + ", 2021. ";
        break;
      case 4:
        out += name + " covers an area of " + figure() + " square kilometers. ";
        break;
      case 5:
        out += "Sales at " + name + " rose by " + std::to_string(2 + random() % 4) + "% to $" + figure() + " million in 2023. ";
        break;
      default:
        out += "Nobody in " + name + " could say more about it. ";
    }
    if (n % 2 == 1) out += "\n\n";
  }
  return out + "\n";
}

TEST(StoreCheck, GoesOnToWhatAnyOrderOfChangesGivesFromScratch) {
  Workplace const place;
  std::mt19937 random(20240511);
  std::vector<std::string> names;
  int next = 0;
  auto const add = [&] {
    names.push_back((random() % 4 == 0 ? "sub-" : "") + std::string("a") + std::to_string(next++) + ".md");
    place.write(names.back(), made_article(random));
  };
  for (int i = 0; i < 24; ++i) add();
  int taken_over = 0;
  for (int step = 0; step < 50; ++step) {
    for (std::size_t n = random() % 4; n > 0; --n) {
      auto const what = random() % 5;
      if (what < 2 || names.empty()) {
        add();
      } else if (what == 2) {
        auto const at = random() % names.size();
        place.remove(names[at]);
        names.erase(names.begin() + static_cast<std::ptrdiff_t>(at));
      } else if (what == 3) {
        place.write(names[random() % names.size()], made_article(random));
      } else {
        std::string lines;
        for (int i = 0; i < 3; ++i)
          lines += R"({"id":"r)" + std::to_string(i) + R"(","date":"2024-02-0)" + std::to_string(1 + i) +
                   R"(","text":"Orrin Motors employs )" + std::to_string(100 + 7 * (random() % 9)) +
                   R"( people at its plant."})" + "\n";
        place.write("records.jsonl", lines + (random() % 2 == 0 ? "no record\n" : ""));
      }
    }
    auto const expected = from_scratch(place);
    auto const checked = check(place);
    ASSERT_EQ(printed(checked.report), printed(expected)) << "after step " << step;
    taken_over += checked.figures.judged && !checked.figures.aligned_all;
    if (step % 8 != 0) continue;
    auto const all = check(place, Parts::all).report;
    ASSERT_EQ(printed(all), printed(expected)) << "with all claims, after step " << step;
    ASSERT_TRUE(html_report(all) == html_report(expected)) << "after step " << step;
  }
  EXPECT_GT(taken_over, 0) << "else nothing was tested of it";
}

TEST(StoreCheck, ReadsNothingThatIsAsItWas) {
  Workplace const place;
  std::mt19937 random(7);
  for (auto const* name : {"a.md", "b.md", "c.md"}) place.write(name, made_article(random));
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  auto const first = check(place);
  EXPECT_EQ(first.figures.read, 3u);
  EXPECT_EQ(first.figures.added, 3u);
  EXPECT_TRUE(first.figures.judged);
  auto const second = check(place);
  EXPECT_EQ(second.figures.read, 0u);
  EXPECT_FALSE(second.figures.judged);
  EXPECT_EQ(printed(second.report), printed(first.report));
  place.write("b.md", made_article(random));
  auto const third = check(place);
  EXPECT_EQ(third.figures.read, 1u);
  EXPECT_EQ(third.figures.changed, 1u);
  fs::last_write_time(place.set() + "/a.md", fs::file_time_type::clock::now());
  EXPECT_FALSE(check(place).figures.judged) << "touched, not changed";
}

TEST(StoreCheck, SettingsAndRulesCount) {
  Workplace const place;
  place.write("a.md", "---\ndate: 2024-05-01\n---\n\nLake Mora covers 120 square kilometers.\n");
  place.write("b.md", "---\ndate: 2024-05-01\n---\n\nLake Mora covers an area of 123 square kilometers.\n");
  for (int round = 0; round < 2; ++round) {
    Settings settings;
    EXPECT_EQ(printed(check(place).report), printed(from_scratch(place)));
    settings.tolerance.figures = Decimal::scaled(1, -1);
    EXPECT_EQ(printed(check(place, Parts::shown, settings).report), printed(from_scratch(place, settings)));
    settings.tiers = {{"Mora Gazette", Tier::self}};
    EXPECT_EQ(printed(check(place, Parts::shown, settings).report), printed(from_scratch(place, settings)));
  }
}

TEST(StoreCheck, TheLastReportIsThereAgain) {
  Workplace const place;
  std::mt19937 random(11);
  for (auto const* name : {"a.md", "b.md", "c.md", "d.md"}) place.write(name, made_article(random));
  auto const report = check(place).report;
  EXPECT_EQ(printed(stored_report(place.database(), Parts::shown, {})), printed(report));
  EXPECT_TRUE(html_report(stored_report(place.database(), Parts::all, {})) == html_report(check(place, Parts::all).report));
}

}  // namespace
}  // namespace counterclaim
