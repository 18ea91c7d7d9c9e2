// The claim database in use: beside a configuration, brought up to date, asked with SQL, its history, watching a folder.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "tests/golden.hpp"
#include "tests/program/run.hpp"
#include "tests/program/store_fixture.hpp"

namespace counterclaim::test {
namespace {

namespace fs = std::filesystem;

TEST(StoreProgram, AProjectHasItsDatabaseBesideItsConfiguration) {
  Folder const folder;
  folder.write("counterclaim.toml", "");
  folder.write("set/a.md", lake(120));
  folder.write("set/b.md", lake(210));
  auto const set = folder.path() + "/set", own = folder.path() + "/.counterclaim", database = own + "/claims.db";
  auto const plain = run({"check", "--no-db", set});
  EXPECT_FALSE(fs::exists(own)) << "--no-db";
  EXPECT_EQ(run({"check", set + "/a.md", set + "/b.md"}).out, plain.out);
  EXPECT_FALSE(fs::exists(own)) << "files by themselves";
  EXPECT_EQ(run({"check", "--no-config", set}).out, plain.out);
  EXPECT_FALSE(fs::exists(own)) << "no configuration";
  auto const checked = run({"check", set});
  EXPECT_EQ(checked.out, plain.out);
  EXPECT_EQ(checked.status, plain.status);
  EXPECT_EQ(value(database, "SELECT count(*) FROM article"), "2");
  EXPECT_EQ(bytes_of(own + "/.gitignore"), "claims.db*\n");
  Invocation history{{"history", "--format", "csv"}, {}, {}, folder.path()};
  EXPECT_NE(run(history).out.find("figure-conflict"), std::string::npos);
  EXPECT_EQ(run({"check", "--rebuild", set}).out, plain.out);
  EXPECT_EQ(value(database, "SELECT count(*) FROM run"), "1");
  EXPECT_EQ(run({"check", "--rebuild", set + "/a.md"}).status, 2) << "there is none to build again";
  EXPECT_EQ(run({"check", "--no-db", "--rebuild", set}).status, 2);
  folder.write(".counterclaim/claims.db", "No database, but the minutes of a meeting.\n");
  auto const damaged = run({"check", set});
  EXPECT_EQ(damaged.out, plain.out);
  EXPECT_NE(damaged.err.find("note: checked without a database: "), std::string::npos) << damaged.err;
  fs::remove_all(own);
  chmod(folder.path().c_str(), 0555);
  Invocation closed{{"check", set}, {}, {}, {}};
  closed.rights = Rights::nobody;
  auto const refused = run(closed);
  chmod(folder.path().c_str(), 0755);
  EXPECT_EQ(refused.out, plain.out);
  EXPECT_EQ(refused.status, plain.status);
  EXPECT_NE(refused.err.find("note: checked without a database: "), std::string::npos) << refused.err;
}

TEST(StoreProgram, ACommentThatAllowsNothingIsToldOf) {
  Folder const folder;
  folder.write("set/a.md", lake(120) + "\n<!-- counterclaim allow figure-conflict: seen to -->\nNobody knew more of it.\n");
  folder.write("set/b.md", lake(120));
  for (int round = 0; round < 2; ++round) {
    auto const got = run(check(folder));
    EXPECT_NE(got.err.find("nothing is found here that this comment allows"), std::string::npos) << round << got.err;
    if (round == 0) std::this_thread::sleep_for(std::chrono::milliseconds(60));
  }
}

TEST(StoreProgram, BringsAnOlderFileUpToDateAndKeepsACopy) {
  Folder const folder;
  std::mt19937 random(9);
  make_articles(folder, random, 2);
  auto const database = folder.path() + "/claims.db";
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(database.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, bytes_of(source_path("tests/data/store/v0.sql")).c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(db);
  auto const asked = run({"history", "--db", database});
  EXPECT_EQ(asked.status, 2) << "asking changes nothing";
  auto const checked = run(check(folder));
  EXPECT_LE(checked.status, 1) << checked.err;
  EXPECT_EQ(value(database, "PRAGMA user_version"), "1");
  EXPECT_EQ(value(database, "SELECT count(*) FROM history WHERE appeared = 1"), "2");
  EXPECT_EQ(value(database, "SELECT vanished FROM history WHERE fingerprint = '00000000000000aa'"), "2");
  EXPECT_EQ(value(database, "PRAGMA integrity_check"), "ok");
  EXPECT_EQ(value(database + ".v0", "SELECT count(*) FROM seen"), "2");
  EXPECT_EQ(value(database + ".v0", "PRAGMA user_version"), "0");
}

TEST(StoreProgram, SqlOnlyReads) {
  Folder const folder;
  std::mt19937 random(10);
  make_articles(folder, random, 2);
  auto const database = folder.path() + "/claims.db";
  run(check(folder));
  auto const before = bytes_of(database);
  for (auto const* sql :
       {"DELETE FROM claim", "UPDATE article SET id = 'x'", "DROP TABLE claim", "CREATE TABLE t (x)",
        "ATTACH 'other.db' AS other", "PRAGMA journal_mode = DELETE", "PRAGMA user_version = 7", "VACUUM INTO 'x'",
        "SELECT load_extension('x')", "SELECT 1; DELETE FROM claim", "BEGIN", "SELECT * FROM nothing",
        "INSERT INTO passage (passage) VALUES ('rebuild')", "SELECT", " ", "REINDEX", "ANALYZE"}) {
    auto const got = run({"query", "--db", database, "--sql", sql});
    EXPECT_EQ(got.status, 2) << sql << got.out;
    EXPECT_FALSE(got.err.empty()) << sql;
  }
  EXPECT_EQ(bytes_of(database), before);
  auto const counted =
      run({"query", "--db", database, "--sql", "SELECT count(*) AS n, '=1+1' AS t FROM article", "--format", "csv"});
  EXPECT_EQ(counted.out, "\"n\",\"t\"\r\n\"2\",\"'=1+1\"\r\n");
}

TEST(StoreProgram, HistoryTellsWhatCameAndWent) {
  Folder const folder;
  folder.write("set/a.md", lake(120));
  folder.write("set/b.md", lake(210));
  EXPECT_EQ(run(check(folder)).status, 1);
  folder.write("set/b.md", lake(120));
  EXPECT_EQ(run(check(folder)).status, 0);
  auto const history = run({"history", "--db", folder.path() + "/claims.db", "--format", "csv"});
  EXPECT_NE(history.out.find("\"2\""), std::string::npos);
  EXPECT_NE(history.out.find("\"vanished\",\"error\",\"figure-conflict\""), std::string::npos) << history.out;
  EXPECT_NE(history.out.find("\"appeared\",\"error\",\"figure-conflict\""), std::string::npos) << history.out;
}

TEST(StoreProgram, WatchSaysWhatAppearedAndWhatWasResolved) {
  Folder const folder;
  folder.write("set/a.md", lake(120));
  folder.write("set/b.md", lake(120));
  std::thread editor([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    folder.write("set/b.md", lake(210));
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    folder.write("set/.b.md.swp", lake(120));  // as editors do: a file beside it that takes its name
    fs::rename(folder.path() + "/set/.b.md.swp", folder.path() + "/set/b.md");
  });
  Invocation invocation{{"watch", "--rounds", "2", folder.path() + "/set"}, {}, {}, {}};
  invocation.seconds = 30;
  auto const got = run(invocation);
  editor.join();
  EXPECT_EQ(got.status, 0) << got.err;
  auto const appeared = got.out.find("appeared  "), resolved = got.out.find("resolved  ");
  EXPECT_NE(appeared, std::string::npos) << got.out;
  EXPECT_NE(resolved, std::string::npos) << got.out;
  EXPECT_LT(appeared, resolved);
}

}  // namespace
}  // namespace counterclaim::test
