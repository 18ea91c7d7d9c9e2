// --quiet, --stats, terminals, and what the program says of its own command line.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "tests/program/run.hpp"

namespace counterclaim::test {
namespace {

bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

struct Comfort : testing::Test {
  Folder folder;
  Comfort() {
    folder.write("a.md", "Lake Orrin covers 120 square kilometres. <!-- counterclaim allow date-conflict: none -->\n");
    folder.write("b.md", "Lake Orrin covers an area of 310 square kilometres.\n");
  }
  Outcome in(std::vector<std::string> arguments) const { return run(Invocation{std::move(arguments), {}, {}, folder.path()}); }
};

TEST_F(Comfort, QuietLeavesTheExitStatusAndTheFiles) {
  auto const got = in({"check", "-q", "--output", "json:r.json", "a.md", "b.md"});
  EXPECT_EQ(got.status, 1);
  EXPECT_EQ(got.out + got.err, "");
  EXPECT_TRUE(holds(in({"check", "--quiet", "a.md", "none.md"}).err, "none.md")) << "what cannot be read is no warning";
}

TEST_F(Comfort, StatsAreOnStandardErrorAlone) {
  auto const got = in({"check", "--stats", "--format", "json", "a.md", "b.md"});
  EXPECT_EQ(got.out, in({"check", "--format", "json", "a.md", "b.md"}).out);
  for (auto const* part : {"articles ", "claims ", "pairs compared ", "claims undecided ", "extracting claims ", "aligning ",
                           "judging ", "rule figure-conflict ", "1 hit"})
    EXPECT_TRUE(holds(got.err, part)) << part << got.err;
}

TEST_F(Comfort, WithoutATerminalThereAreNoLinksAndNoProgress) {
  auto const got = in({"check", "--color", "always", "a.md", "b.md"});
  EXPECT_FALSE(holds(got.out, "\x1b]8;")) << got.out;
  EXPECT_FALSE(holds(got.err, "\r"));
}

// The program on a pseudo-terminal, its standard error too.
std::string on_terminal(std::vector<std::string> arguments, std::string const& folder) {
  int const master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) return "no terminal";
  std::string const name = ptsname(master);
  arguments.insert(arguments.begin(), COUNTERCLAIM_PROGRAM);
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  char term[] = "TERM=xterm";
  char* envp[] = {term, nullptr};
  pid_t const child = fork();
  if (child == 0) {
    int const slave = open(name.c_str(), O_RDWR | O_NOCTTY);
    for (int const fd : {0, 1, 2}) dup2(slave, fd);
    if (chdir(folder.c_str()) != 0) _exit(127);
    execve(COUNTERCLAIM_PROGRAM, argv.data(), envp);
    _exit(127);
  }
  std::string out;
  char buffer[4096];
  int const keep = open(name.c_str(), O_RDWR | O_NOCTTY);  // or the first read could come before the child has opened it
  int status = 0;
  fcntl(master, F_SETFL, O_NONBLOCK);
  for (bool over = false; !over;) {
    over = waitpid(child, &status, WNOHANG) == child;
    for (ssize_t n = 0; (n = read(master, buffer, sizeof buffer)) > 0;) out.append(buffer, static_cast<std::size_t>(n));
    if (!over) usleep(2000);
  }
  close(keep);
  close(master);
  return out;
}

TEST_F(Comfort, OnATerminalNamesAreLinks) {
  auto const out = on_terminal({"check", "a.md", "b.md"}, folder.path());
  EXPECT_TRUE(holds(out, "\x1b]8;;file://")) << out;
  EXPECT_TRUE(holds(out, folder.path() + "/a.md\x1b\\a.md:1:19\x1b]8;;\x1b\\")) << out;
  EXPECT_FALSE(holds(out, "extracting")) << "work of less than a second shows no progress: " << out;
  EXPECT_FALSE(holds(on_terminal({"check", "--color", "never", "a.md", "b.md"}, folder.path()), "\x1b"));
}

TEST_F(Comfort, ProgressShowsAfterASecondAndGoes) {
  std::string many;
  for (int i = 0; i < 60000; ++i)
    many += "The Brell dam " + std::to_string(i) + " holds " + std::to_string(1000 + i) + " million cubic metres of water.\n\n";
  folder.write("many/a.md", many);
  folder.write("many/b.md", many);
  auto const out = on_terminal({"check", "--fail-on", "never", "-j", "1", "many"}, folder.path());
  EXPECT_TRUE(holds(out, "\r\x1b[K")) << out.substr(0, 2000);
  EXPECT_TRUE(holds(out, "ing")) << out.substr(0, 2000);
  auto const quiet = on_terminal({"check", "-q", "-j", "1", "many"}, folder.path());
  EXPECT_FALSE(holds(quiet, "\r\x1b[K"));
}

std::string generated(char const* what) {
  auto const got = run({"generate", what});
  EXPECT_EQ(got.status, 0) << got.err;
  return got.out;
}

TEST(Generate, EveryCommandAndOptionIsThere) {
  std::string const texts[] = {generated("man"), generated("bash"), generated("zsh"), generated("fish")};
  auto const help = run({"check", "--help"}).out;
  std::vector<std::string> options;
  for (auto at = help.find(" --"); at != help.npos; at = help.find(" --", at + 1)) {
    auto const end = help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + 3);
    options.push_back(help.substr(at + 3, end - at - 3));
  }
  EXPECT_GE(options.size(), 15u);
  for (auto const& text : texts) {
    for (auto const* command :
         {"check", "extract", "read", "compare", "explain", "rules", "fetch", "config", "init", "accept", "generate"})
      EXPECT_TRUE(holds(text, command)) << command;
    for (auto option : options) {
      std::string in_manual;
      for (char const c : option) in_manual += c == '-' ? std::string("\\-") : std::string(1, c);
      EXPECT_TRUE(holds(text, option) || holds(text, in_manual)) << option;
    }
  }
}

// What a shell offers for a line, one a line.
std::string offered(std::string const& line) {
  Folder const folder;
  auto const script =
      folder.write("t.bash", generated("bash") + "\ncompopt() { :; }\ncd " + folder.path() +
                                 "\nmkdir -p house\ntouch draft.md\nCOMP_WORDS=(" + line +
                                 ")\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n_counterclaim\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
  auto const out = folder.path() + "/out";
  EXPECT_EQ(std::system(("bash --norc " + script + " > " + out + " 2>&1").c_str()), 0);
  std::string text(4096, '\0');
  int const fd = open(out.c_str(), O_RDONLY);
  auto const n = read(fd, text.data(), text.size());
  close(fd);
  text.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
  return text;
}

TEST(Generate, BashOffersWhatFits) {
  struct Row {
    std::string line, offers;
  };
  Row const rows[] = {
      {"counterclaim ch", "check\n"},
      {"counterclaim check --fo", "--format\n"},
      {"counterclaim check --format sa", "sarif\n"},
      {"counterclaim check --format json --fail-on ne", "never\n"},
      {"counterclaim config s", "show\nschema\n"},
      {"counterclaim config show --se", "--set\n"},
      {"counterclaim check dr", "draft.md\n"},
      {"counterclaim check --rules h", "house\n"},
      {"counterclaim check --output sar", "sarif:\n"},
  };
  for (auto const& row : rows) EXPECT_EQ(offered(row.line), row.offers) << row.line;
}

}  // namespace
}  // namespace counterclaim::test
