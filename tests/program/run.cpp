#include "tests/program/run.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

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

// A filter of system calls, which the program inherits: every way to a socket ends it, and so does every system call of
// another instruction set, whose numbers mean something else. False if the kernel does not take it.
bool forbid_sockets() {
  constexpr auto nr = offsetof(seccomp_data, nr), arch = offsetof(seccomp_data, arch);
#if defined(__x86_64__)
  constexpr std::uint32_t native = AUDIT_ARCH_X86_64;
#else
  constexpr std::uint32_t native = AUDIT_ARCH_AARCH64;
#endif
  constexpr std::uint32_t first_x32 = 0x40000000;
  sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, native, 0, 6),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, nr),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, first_x32, 4, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socketpair, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
  };
  sock_fprog const program{std::size(code), code};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
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
    if (invocation.largest_file != 0) {
      rlimit const limit{invocation.largest_file, invocation.largest_file};
      setrlimit(RLIMIT_FSIZE, &limit);
    }
    if (invocation.rights == Rights::nobody && geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(127);
    if (invocation.sockets == Sockets::deadly && !forbid_sockets()) _exit(127);
    execve(COUNTERCLAIM_PROGRAM, argv.data(), envp.data());
    _exit(127);
  }
  if (invocation.kill_after != 0) {
    usleep(static_cast<useconds_t>(invocation.kill_after));
    kill(child, SIGKILL);
  }
  int status = 0;
  for (int tenths = invocation.seconds * 10; waitpid(child, &status, tenths > 0 ? WNOHANG : 0) == 0;) {
    usleep(tenths > invocation.seconds * 10 - 5 ? 2'000 : 100'000);
    if (--tenths == 0) kill(child, SIGKILL);
  }
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
