// The claim database: what it keeps comes back as it was, and a check that goes on from it finds what one from scratch finds.
#include "counterclaim/store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
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
    fs::create_directories(path_ + "/set/sub");
  }
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  void write(std::string const& name, std::string const& text) const {
    std::ofstream(set() + "/" + name, std::ios::binary) << text;
  }
  std::string read(std::string const& name) const {
    std::ifstream file(set() + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
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

Checked check(Workplace const& place, Parts parts = Parts::shown, Settings settings = {}, std::string const& database = {}) {
  CheckRequest request;
  request.database = database.empty() ? place.database() : database;
  request.paths = {place.set()};
  request.parts = parts;
  request.threads = 2;
  request.settings = std::move(settings);
  return check_with_store(std::move(request), rules());
}

std::string printed(Report const& report) { return json_report(report) + text_report(report, {}) + junit_report(report); }

std::string summary_of(Report const& report) {
  auto const s = summarize(report);
  return std::to_string(s.articles) + " " + std::to_string(s.claims) + " " + std::to_string(s.aligned) + " " +
         std::to_string(s.undecided);
}

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

// What the tables say to those who ask, but for the numbers in them.
std::string rows_of(std::string const& database) {
  std::string out;
  for (auto const* query :
       {"SELECT f.rule, f.severity, f.fingerprint, f.message, p.number, a.id, p.start, p.line, p.quote, p.label FROM finding f "
        "JOIN place p USING (finding) JOIN article a USING (article) ORDER BY f.fingerprint, f.message, p.number, a.id, "
        "p.start",
        "SELECT x.id, p.a & 16777215, y.id, p.b & 16777215, p.score, p.keys, p.subject, p.attribute, p.period FROM pair p JOIN "
        "article x ON x.article = p.a >> 24 JOIN article y ON y.article = p.b >> 24 ORDER BY 1, 2, 3, 4",
        "SELECT * FROM alias ORDER BY 1"})
    out += csv_table(ask_sql(database, query).full);
  return out;
}

// A set that is changed at random: articles come, go, are written anew, change places, double one another and bring names that
// others are short for; one is so long that its words are everywhere.
class Changes {
 public:
  explicit Changes(unsigned seed) : random_(seed) {
    for (int i = 0; i < 30; ++i) add(made_article(random_));
  }

  void make_some(int step) {
    for (std::size_t n = random_() % 4; n > 0; --n) make_one();
    if (step % 20 == 9) make_long(260);
    if (step % 20 == 12) make_long(0);
  }
  std::string set() const { return place_.set(); }
  Workplace const& place() const { return place_; }

  // Other settings for a while, now and then.
  static Settings settings_of(int step) {
    Settings settings;
    switch (step / 6 % 5) {
      case 1:
        settings.aliases = {{"Orrin Motors", "Quillan"}, {"Vale of Mora", "Lake Mora"}};
        break;
      case 2:
        settings.tolerance.figures = Decimal::scaled(1, -1);
        settings.synonyms = {{"employ", "cover"}};
        break;
      default:
        break;
    }
    return settings;
  }

 private:
  void add(std::string const& text) {
    // Files of one name in two folders: messages call them by their whole paths.
    auto const name = (random_() % 4 == 0 ? "sub/" : "") + std::string("a") + std::to_string(next_++ % 40) + ".md";
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    place_.write(name, text);
  }
  std::string take() {
    auto const at = names_.begin() + static_cast<std::ptrdiff_t>(random_() % names_.size());
    auto const name = *at;
    names_.erase(at);
    return name;
  }

  // With enough of one sentence its words are keys that are too wide.
  void make_long(int sentences) {
    std::string text = "---\ndate: 2024-04-02\n---\n\n";
    for (int n = 0; n < sentences; ++n) text += "Belltower Bank employs " + std::to_string(100 + n) + " people.\n\n";
    place_.write("long.md", text);
  }

  void make_one() {
    auto const what = random_() % 8;
    if (what < 2 || names_.size() < 2) return add(made_article(random_));
    switch (what) {
      case 2:
        return place_.remove(take());
      case 3:
        return place_.write(names_[random_() % names_.size()], made_article(random_));
      case 4: {
        std::string lines;
        for (int i = 0; i < 3; ++i)
          lines += R"({"id":"r)" + std::to_string(i) + R"(","date":"2024-02-0)" + std::to_string(1 + i) +
                   R"(","text":"Orrin Motors employs )" + std::to_string(100 + 7 * (random_() % 9)) +
                   R"( people at its plant."})" + "\n";
        if (random_() % 3 == 0) lines += lines;  // records twice in one file
        place_.write("records.jsonl", lines + (random_() % 2 == 0 ? "no record\n" : ""));
        return place_.write("more.jsonl", random_() % 2 == 0 ? lines : "");
      }
      case 5: {  // a file takes another name
        auto const text = place_.read(names_[random_() % names_.size()]);
        if (random_() % 2 == 0) place_.remove(take());
        return add(text);
      }
      case 6: {  // a name that others are short for, or spell otherwise
        static constexpr char const* full[] = {"Quillan Group Holdings", "Vantry of Brell",  "Northlyght Energy", "Yarow Glass",
                                               "Upper Tarn Mills",       "Brindle Moor Inc", "Sandrigg Ferries"};
        auto const name = std::string(full[random_() % std::size(full)]);
        auto const brief = name.substr(0, name.find(' '));
        return add("---\ndate: 2024-03-01\n---\n\n" + name + " employs 107 people. " + brief + " raised $" +
                   std::to_string(100 + 7 * (random_() % 3)) + " million in March 2023.\n");
      }
      default: {
        auto const name = names_[random_() % names_.size()];
        return place_.write(name, place_.read(name) + "Nobody knew more of it on Monday.\n");
      }
    }
  }

  Workplace const place_;
  std::mt19937 random_;
  std::vector<std::string> names_;
  int next_ = 0;
};

TEST(StoreCheck, GoesOnToWhatAnyOrderOfChangesGivesFromScratch) {
  char const* const seed = std::getenv("COUNTERCLAIM_SEED");
  Changes changes(seed != nullptr ? static_cast<unsigned>(std::atoi(seed)) : 20240511);
  auto const& place = changes.place();
  int taken_over = 0;
  for (int step = 0; step < 50; ++step) {
    changes.make_some(step);
    auto const settings = Changes::settings_of(step);
    auto const expected = from_scratch(place, settings);
    auto const checked = check(place, Parts::shown, settings);
    ASSERT_EQ(printed(checked.report), printed(expected)) << "after step " << step;
    ASSERT_EQ(summary_of(checked.report), summary_of(expected)) << "after step " << step;
    taken_over += checked.figures.judged && !checked.figures.aligned_all;
    if (step % 8 != 0) continue;
    auto const anew = place.database() + ".anew";
    check(place, Parts::shown, settings, anew);
    ASSERT_EQ(rows_of(place.database()), rows_of(anew)) << "after step " << step;
    fs::remove(anew);
    auto const all = check(place, Parts::all, settings).report;
    ASSERT_EQ(printed(all), printed(expected)) << "with all claims, after step " << step;
    ASSERT_TRUE(html_report(all) == html_report(expected)) << "after step " << step;
  }
  EXPECT_GT(taken_over, 10) << "else nothing was tested of it";
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
