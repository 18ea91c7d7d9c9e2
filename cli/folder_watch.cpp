#include "cli/folder_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "counterclaim/read.hpp"

namespace counterclaim::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t changes =
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

[[noreturn]] void fail(std::string const& what) { throw std::system_error(errno, std::generic_category(), what); }

}  // namespace

FolderWatch::FolderWatch(std::vector<std::string> paths) : paths_(std::move(paths)) {
  inotify_ = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (inotify_ < 0) fail("changes cannot be watched");
  watch_all();
}

FolderWatch::~FolderWatch() { close(inotify_); }

// A folder that is watched already is not watched twice, so this is also how new ones are found.
void FolderWatch::watch_all() {
  for (auto const& path : paths_) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      watch_tree(path);
      continue;
    }
    auto const parent = fs::path(path).parent_path().string();
    watch_folder(parent.empty() ? "." : parent, false, fs::path(path).filename().string());
  }
}

void FolderWatch::watch_tree(std::string const& folder) {
  watch_folder(folder, true, {});
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
  for (; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (!entry->is_directory(ignored)) continue;
    if (entry->path().filename().string().starts_with(".") || entry->is_symlink(ignored))
      entry.disable_recursion_pending();
    else
      watch_folder(entry->path().string(), true, {});
  }
}

void FolderWatch::watch_folder(std::string const& folder, bool whole, std::string const& name) {
  int const descriptor = inotify_add_watch(inotify_, folder.c_str(), changes);
  if (descriptor < 0 && errno == ENOSPC)
    fail("more folders than the system lets one program watch (fs.inotify.max_user_watches)");
  if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) return;  // gone in the meantime
  if (descriptor < 0) fail(folder + " cannot be watched");
  auto& watched = folders_[descriptor];
  watched.whole = watched.whole || whole;
  if (!name.empty() && std::find(watched.names.begin(), watched.names.end(), name) == watched.names.end())
    watched.names.push_back(name);
}

bool FolderWatch::drain() {
  bool of_interest = false;
  alignas(inotify_event) char buffer[1 << 14];
  for (;;) {
    ssize_t const size = read(inotify_, buffer, sizeof buffer);
    if (size <= 0) return of_interest;
    for (ssize_t at = 0; at < size;) {
      inotify_event event;
      std::memcpy(&event, buffer + at, sizeof event);
      std::string const name = event.len > 0 ? std::string(buffer + at + sizeof event) : std::string();
      at += static_cast<ssize_t>(sizeof event + event.len);
      if ((event.mask & IN_Q_OVERFLOW) != 0) of_interest = true;
      auto const folder = folders_.find(event.wd);
      if (folder == folders_.end()) continue;
      if ((event.mask & IN_IGNORED) != 0) {
        folders_.erase(folder);
        continue;
      }
      bool const named =
          std::find(folder->second.names.begin(), folder->second.names.end(), name) != folder->second.names.end();
      bool const in_folder = folder->second.whole && !name.starts_with(".") &&
                             ((event.mask & IN_ISDIR) != 0 || name.empty() || is_article_name(name));
      of_interest = of_interest || named || in_folder;
    }
  }
}

bool FolderWatch::wait(std::chrono::milliseconds quiet) {
  pollfd what{inotify_, POLLIN, 0};
  do {
    if (poll(&what, 1, -1) < 0) return false;
  } while (!drain());
  auto const last = std::chrono::steady_clock::now() + 10 * quiet;
  while (std::chrono::steady_clock::now() < last) {
    int const ready = poll(&what, 1, static_cast<int>(quiet.count()));
    if (ready < 0) return false;
    if (ready == 0) break;
    drain();
  }
  watch_all();
  return true;
}

}  // namespace counterclaim::cli
