// The claim database under bad weather: the program killed at any moment, files damaged, disks full, two at once, files that
// are not its own. COUNTERCLAIM_KILLS and COUNTERCLAIM_MUTATIONS set how often (tests/kill_test runs them at length).
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "tests/golden.hpp"
#include "tests/program/run.hpp"
#include "tests/program/store_fixture.hpp"

namespace counterclaim::test {
namespace {

namespace fs = std::filesystem;

int times(char const* variable, int usually) {
  char const* const value = std::getenv(variable);
  return value != nullptr ? std::atoi(value) : usually;
}

TEST(StoreProgram, AnArticleIsWholeOrAbsentWheneverItIsKilled) {
  Folder const folder;
  std::mt19937 random(4711);
  make_articles(folder, random, 40);
  auto const database = folder.path() + "/claims.db";
  auto const timed = [](Invocation const& invocation, bool& was_killed) {
    auto const start = std::chrono::steady_clock::now();
    was_killed = run(invocation).status == 128 + SIGKILL;
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  };
  bool is_killed = false;
  long whole = timed({check(folder), {}, {}, {}}, is_killed);  // about what a run takes
  int killed = 0, cut_short = 0;
  int const rounds = times("COUNTERCLAIM_KILLS", 12);
  // At any moment of a run: a run that ended before it was to be killed tells that they take less, one killed late that they
  // may take more.
  for (int i = 0; killed < rounds && i < 20 * rounds; ++i) {
    if (i % 5 == 4) fs::remove(database);
    for (int n = 0; n < 8; ++n) folder.write("set/" + std::to_string(random() % 40) + ".md", made_text(random));
    Invocation invocation{check(folder), {}, {}, {}};
    invocation.kill_after = static_cast<long>(1 + random() % static_cast<unsigned long>(whole));
    auto const took = timed(invocation, is_killed);
    if (!is_killed)
      whole = std::max(2000L, std::min(whole, took) * 9 / 10);
    else if (invocation.kill_after > whole * 8 / 10)
      whole += whole / 8;
    killed += is_killed;
    if (!fs::exists(database) || value(database, "SELECT count(*) FROM sqlite_schema") == "0") {
      ++cut_short;  // before there was anything
      continue;
    }
    ASSERT_EQ(value(database, "PRAGMA integrity_check"), "ok") << "round " << i;
    ASSERT_EQ(value(database, "SELECT count(*) FROM article LEFT JOIN body USING (article) WHERE body.article IS NULL"), "0");
    ASSERT_EQ(value(database, "SELECT count(*) FROM body LEFT JOIN article USING (article) WHERE article.article IS NULL"),
              "0");
    ASSERT_EQ(value(database,
                    "SELECT count(*) FROM article a WHERE claims != (SELECT count(*) FROM claim c WHERE c.article = "
                    "a.article)"),
              "0");
    ASSERT_EQ(value(database, "SELECT count(*) FROM claim LEFT JOIN article USING (article) WHERE id IS NULL"), "0");
    ASSERT_EQ(value(database, "INSERT INTO passage (passage) VALUES ('integrity-check')"), "done");
  }
  std::printf("%d of %d killed, %d before there was a table\n", killed, rounds, cut_short);
  EXPECT_EQ(killed, rounds);
  auto const after = run(check(folder)), plain = run({"check", "--format", "json", folder.path() + "/set"});
  EXPECT_EQ(after.out, plain.out);
  EXPECT_EQ(after.status, plain.status);
}

TEST(StoreProgram, ADamagedFileIsAClearError) {
  Folder const folder;
  std::mt19937 random(1848);
  make_articles(folder, random, 16);
  auto const database = folder.path() + "/claims.db";
  auto const plain = run(check(folder));
  ASSERT_LE(plain.status, 1) << plain.err;
  auto const sound = bytes_of(database);
  ASSERT_GT(sound.size(), 10'000u);
  // The same with an article that has changed.
  auto const one = folder.path() + "/set/3.md", as_it_was = bytes_of(one), changed = made_text(random);
  folder.write("set/3.md", changed);
  auto const plain_changed = run({"check", "--format", "json", folder.path() + "/set"});
  int refused = 0, same = 0;
  for (int i = times("COUNTERCLAIM_MUTATIONS", 200); i > 0; --i) {
    auto bytes = sound;
    for (unsigned n = 1 + random() % 8; n > 0; --n) {
      auto const at = random() % bytes.size();
      auto const page = at / 4096 * 4096;
      switch (random() % 8) {
        case 0:
          bytes.resize(1 + random() % bytes.size());
          break;
        case 1:
          std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page), std::min<std::size_t>(4096, bytes.size() - page),
                      '\0');
          break;
        case 2: {
          auto const from = random() % bytes.size() / 4096 * 4096;
          bytes.replace(page, 4096, sound.substr(from, 4096));
          break;
        }
        default:
          bytes[at] = static_cast<char>(random());
      }
    }
    std::vector<std::vector<std::string>> const ways = {
        check(folder),
        {"report", database, "--format", "json"},
        check(folder),
        {"query", "--db", database, "--subject", "Orrin"},
        {"query", "--db", database, "--article", folder.path() + "/set/1.md"},
        {"query", "--db", database, "--text", "works river"},
        {"query", "--db", database, "--sql", "SELECT * FROM claim JOIN pair ON claim = a"},
        {"history", "--db", database},
    };
    for (auto const* suffix : {"-wal", "-shm"}) fs::remove(database + suffix);
    std::ofstream(database, std::ios::binary) << bytes;
    auto const way = random() % ways.size();
    folder.write("set/3.md", way == 2 ? changed : as_it_was);
    Invocation invocation{ways[way], {}, {}, {}};
    invocation.seconds = 20;
    auto const got = run(invocation);
    ASSERT_LE(got.status, 4) << "mutation " << i << " by " << ways[way].front() << ": " << got.err;
    ASSERT_EQ(got.err.find("internal error"), std::string::npos) << got.err;
    if (got.status >= 2) {
      ++refused;
      ASSERT_FALSE(got.err.empty());
    } else if (way <= 2) {
      ++same;
      ASSERT_EQ(got.out, way == 2 ? plain_changed.out : plain.out) << "mutation " << i << " by " << ways[way].front();
    }
  }
  std::printf("%d refused, %d reports as they were\n", refused, same);
  folder.write("set/3.md", as_it_was);
  auto rebuild = check(folder);
  rebuild.emplace_back("--rebuild");
  EXPECT_EQ(run(rebuild).out, plain.out);
  EXPECT_EQ(value(database, "PRAGMA integrity_check"), "ok");
}

TEST(StoreProgram, AnotherProcessIsWaitedForAndNamed) {
  Folder const folder;
  std::mt19937 random(3);
  make_articles(folder, random, 3);
  auto const database = folder.path() + "/claims.db";
  run(check(folder));
  folder.write("set/new.md", made_text(random));
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(database.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  std::thread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  });
  auto const waited = run(check(folder));
  release.join();
  EXPECT_LE(waited.status, 1) << waited.err;
  folder.write("set/newer.md", made_text(random));
  ASSERT_EQ(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  auto const refused = run(check(folder));
  EXPECT_EQ(run({"history", "--db", database}).status, 0) << "asking goes on";
  sqlite3_close(db);
  EXPECT_EQ(refused.status, 4);
  EXPECT_NE(refused.err.find("is in use by process " + std::to_string(getpid())), std::string::npos) << refused.err;
}

TEST(StoreProgram, AFullDiskLosesNothingThatWasThere) {
  Folder const folder;
  std::mt19937 random(5);
  make_articles(folder, random, 4);
  auto const database = folder.path() + "/claims.db";
  auto const before = run(check(folder));
  make_articles(folder, random, 200);
  Invocation invocation{check(folder), {}, {}, {}};
  invocation.largest_file = fs::file_size(database) + 100'000;
  auto const full = run(invocation);
  EXPECT_EQ(full.status, 4) << full.err;
  EXPECT_NE(full.err.find("cannot be"), std::string::npos) << full.err;
  EXPECT_EQ(value(database, "PRAGMA integrity_check"), "ok");
  auto const report = run({"report", database, "--format", "json"});
  EXPECT_EQ(report.out, before.out);
  EXPECT_EQ(run(check(folder)).out, run({"check", "--format", "json", folder.path() + "/set"}).out);
}

TEST(StoreProgram, AFolderThatCannotBeWrittenCanBeAsked) {
  Folder const folder;
  std::mt19937 random(6);
  make_articles(folder, random, 3);
  auto const database = folder.path() + "/claims.db";
  auto const before = run(check(folder));
  chmod(folder.path().c_str(), 0555);
  Invocation ask{{"query", "--db", database, "--subject", "Orrin", "--format", "csv"}, {}, {}, {}};
  ask.rights = Rights::nobody;
  auto const asked = run(ask);
  Invocation again{check(folder), {}, {}, {}};
  again.rights = Rights::nobody;
  auto const refused = run(again);
  chmod(folder.path().c_str(), 0755);
  EXPECT_EQ(asked.status, 0) << asked.err;
  EXPECT_NE(asked.out.find("Orrin Motors"), std::string::npos);
  EXPECT_EQ(refused.status, 4);
  EXPECT_NE(refused.err.find("cannot be written"), std::string::npos) << refused.err;
}

TEST(StoreProgram, RefusesWhatIsNotItsOwn) {
  Folder const folder;
  std::mt19937 random(8);
  make_articles(folder, random, 2);
  auto const database = folder.path() + "/claims.db";
  auto const refused = [&](char const* what) {
    auto const got = run(check(folder));
    EXPECT_EQ(got.status, 2) << got.err;
    EXPECT_NE(got.err.find(what), std::string::npos) << got.err;
  };
  folder.write("claims.db", "These are minutes of a meeting, and no database, however long one reads.\n");
  refused("is no database");
  EXPECT_EQ(bytes_of(database).substr(0, 9), "These are");
  fs::remove(database);
  value(database, "");
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(database.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "CREATE TABLE bookmarks (url TEXT)", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(db);
  refused("another program");
  fs::remove(database);
  run(check(folder));
  value(database, "PRAGMA user_version = 99");
  refused("newer counterclaim (schema 99");
  value(database, "PRAGMA user_version = 1");
  value(database, "CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM article; END");
  auto const trigger = run(check(folder));
  EXPECT_EQ(trigger.status, 3) << trigger.err;
}

}  // namespace
}  // namespace counterclaim::test
