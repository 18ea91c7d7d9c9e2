#include "folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "counterclaim/sha256.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest_slug = 80;

[[noreturn]] void fail(std::string const& what, int error = errno) {
  throw std::system_error(error, std::generic_category(), what);
}

void write_all(int fd, std::string_view bytes, std::string const& name) {
  while (!bytes.empty()) {
    auto const written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail(name);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void add_slug(std::string& slug, std::string_view text) {
  for (char c : text) {
    if (slug.size() >= longest_slug) return;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    bool const is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain)
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this == &other) return *this;
  if (fd_ >= 0) close(fd_);
  fd_ = other.fd_;
  other.fd_ = -1;
  return *this;
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

Descriptor open_folder(std::string const& path) {
  if (mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) fail(path);
  Descriptor folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() < 0) fail(path);
  return folder;
}

Descriptor open_folder_in(Descriptor const& parent, std::string const& name) {
  if (mkdirat(parent.get(), name.c_str(), 0777) != 0 && errno != EEXIST) fail(name);
  Descriptor folder(openat(parent.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (folder.get() < 0) fail(name);
  return folder;
}

std::string page_name(std::string const& host, std::string const& url) {
  std::string slug;
  add_slug(slug, host);
  auto path = std::string_view(url).substr(0, url.find_first_of("?#"));
  while (path.ends_with('/')) path.remove_suffix(1);
  auto const last = path.substr(path.rfind('/') + 1);
  if (last != host) {
    add_slug(slug, "-");
    add_slug(slug, last.substr(0, last.rfind('.')));
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug + (slug.empty() ? "" : "-") + sha256(url).substr(0, 16) + ".md";
}

bool has_file(Descriptor const& folder, std::string const& name) {
  struct stat status {};
  return fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode);
}

std::optional<std::string> file_bytes(Descriptor const& folder, std::string const& name, std::size_t most) {
  Descriptor const file(openat(folder.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (file.get() < 0 || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  std::string bytes;
  char buffer[16384];
  while (true) {
    auto const got = read(file.get(), buffer, sizeof buffer);
    if (got == 0) return bytes;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 || bytes.size() + static_cast<std::size_t>(got) > most) return std::nullopt;
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

void write_file(Descriptor const& folder, std::string const& name, std::string_view bytes) {
  auto const unfinished = "." + name + ".part";
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  unlinkat(folder.get(), unfinished.c_str(), 0);  // left by a run that was killed
  Descriptor const file(openat(folder.get(), unfinished.c_str(), flags, 0666));
  if (file.get() < 0) fail(name);
  try {
    write_all(file.get(), bytes, name);
    if (renameat(folder.get(), unfinished.c_str(), folder.get(), name.c_str()) != 0) fail(name);
  } catch (...) {
    unlinkat(folder.get(), unfinished.c_str(), 0);
    throw;
  }
}

Descriptor open_log(Descriptor const& folder, std::string const& name) {
  constexpr int flags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  Descriptor log(openat(folder.get(), name.c_str(), flags, 0666));
  if (log.get() < 0) fail(name);
  struct stat status {};
  if (fstat(log.get(), &status) != 0 || !S_ISREG(status.st_mode)) fail(name, EINVAL);
  if (flock(log.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) fail("another run is storing pages in this folder");
    fail(name);
  }
  return log;
}

void append(Descriptor const& log, std::string_view bytes) { write_all(log.get(), bytes, "the log of fetched pages"); }

}  // namespace counterclaim
