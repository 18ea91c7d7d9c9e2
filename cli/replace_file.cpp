#include "cli/replace_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "cli/output.hpp"

namespace counterclaim::cli {
namespace {

namespace fs = std::filesystem;

std::string last_error() { return "cannot be written: " + std::generic_category().message(errno); }

// The file that a chain of links leads to; the path itself where it leads nowhere yet.
fs::path target(std::string const& path) {
  std::error_code error;
  auto const real = fs::canonical(path, error);
  return error ? fs::path(path) : real;
}

bool is_special(fs::path const& file) {
  std::error_code error;
  auto const type = fs::status(file, error).type();
  return type == fs::file_type::character || type == fs::file_type::fifo || type == fs::file_type::socket ||
         type == fs::file_type::block;
}

fs::path folder_of(fs::path const& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The mode of the file that is replaced, else what a new file gets.
mode_t mode_for(fs::path const& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) == 0) return status.st_mode & 0777;
  mode_t const mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

std::string write_special(fs::path const& file, std::string_view bytes) {
  int const fd = open(file.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return last_error();
  auto problem = write_all(fd, bytes) ? std::string() : last_error();
  close(fd);
  return problem;
}

}  // namespace

std::string write_problem(std::string const& path) {
  auto const file = target(path);
  std::error_code error;
  if (fs::is_directory(file, error)) return "is a folder; name a file in it";
  if (is_special(file)) return {};
  auto const folder = folder_of(file);
  if (!fs::is_directory(folder, error))
    return "cannot be written: there is no folder '" + folder.string() + "'; create it first";
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    return "cannot be written: the folder '" + folder.string() + "' is not writable";
  return {};
}

std::string create_file(std::string const& path, std::string_view bytes) {
  int const fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) return errno == EEXIST ? "is there already, and stays as it is" : last_error();
  auto problem = write_all(fd, bytes) ? std::string() : last_error();
  if (close(fd) != 0 && problem.empty()) problem = last_error();
  if (!problem.empty()) unlink(path.c_str());
  return problem;
}

std::string replace_file(std::string const& path, std::string_view bytes) {
  auto const file = target(path);
  if (is_special(file)) return write_special(file, bytes);

  auto temporary = (folder_of(file) / ".counterclaim-XXXXXX").string();
  int const fd = mkostemp(temporary.data(), O_CLOEXEC);
  if (fd < 0) return last_error();
  bool is_written = write_all(fd, bytes) && fchmod(fd, mode_for(file)) == 0 && fsync(fd) == 0;
  int failure = is_written ? 0 : errno;
  if (close(fd) != 0 && is_written) {
    is_written = false;
    failure = errno;
  }
  if (is_written && rename(temporary.c_str(), file.c_str()) == 0) return {};
  if (is_written) failure = errno;
  unlink(temporary.c_str());
  errno = failure;
  return last_error();
}

ExitStatus told(std::string const& path, std::string const& problem) {
  if (problem.empty()) {
    print(path + "\n");
    return ExitStatus::clean;
  }
  complain(path + ": " + problem);
  return ExitStatus::usage;
}

}  // namespace counterclaim::cli
