#include "tests/program/run.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/golden.hpp"

namespace counterclaim::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

void redirect(std::string const& path, int flags, int to) {
  int const fd = open(path.c_str(), flags, 0600);
  dup2(fd, to);
  close(fd);
}

}  // namespace

Outcome run(Invocation const& invocation) {
  Folder const files;
  auto const in = files.write("in", invocation.input), out = files.write("out", ""), err = files.write("err", "");
  auto arguments = invocation.arguments;
  arguments.insert(arguments.begin(), COUNTERCLAIM_PROGRAM);
  auto environment = invocation.environment;
  auto const argv = pointers(arguments), envp = pointers(environment);
  auto const folder = invocation.folder.empty() ? source_path("") : invocation.folder;

  pid_t const child = fork();
  if (child == 0) {
    redirect(in, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY, STDOUT_FILENO);
    redirect(err, O_WRONLY, STDERR_FILENO);
    if (chdir(folder.c_str()) != 0) _exit(127);
    execve(COUNTERCLAIM_PROGRAM, argv.data(), envp.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), bytes_of(out), bytes_of(err)};
}

Outcome run(std::vector<std::string> arguments) { return run(Invocation{std::move(arguments), {}, {}, {}}); }

Folder::Folder() : path_((std::filesystem::temp_directory_path() / "counterclaim-XXXXXX").string()) {
  if (!mkdtemp(path_.data())) std::abort();
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(std::string const& name, std::string const& bytes) const {
  auto const path = path_ + "/" + name;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace counterclaim::test
