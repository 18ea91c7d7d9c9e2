#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

constexpr int usual_width = 100;

std::string_view environment(char const* name) {
  char const* const value = std::getenv(name);
  return value ? value : "";
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  auto const columns = environment("COLUMNS");
  int width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return width > 0 ? width : usual_width;
}

bool wants_color(ColorChoice choice) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  return isatty(STDOUT_FILENO) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

constexpr std::string_view erase_line = "\r\x1b[K";
std::mutex status_mutex;
bool has_status = false;

void say(std::string const& text) {
  clear_status();
  std::fwrite(text.data(), 1, text.size(), stderr);
}

// What a terminal's line has room for; the lines are ours, and ASCII.
std::string fitted(std::string line) {
  winsize size{};
  std::size_t const width = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  if (line.size() >= width) line.resize(width - 1);
  return line;
}

// Terminals that do not know links pass over them; a file or a pipe never gets any.
std::string link_base(ColorChoice choice) {
  if (!isatty(STDOUT_FILENO) || choice == ColorChoice::never || !wants_color(choice)) return {};
  char host[256] = "";
  if (gethostname(host, sizeof host - 1) != 0) return {};
  std::error_code error;
  auto const folder = std::filesystem::current_path(error).string();
  if (error) return {};
  return "file://" + std::string(host) + uri_path(folder) + (folder.ends_with('/') ? "" : "/");
}

}  // namespace

void prepare_streams() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  for (int const fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) == -1 && errno == EBADF) (void)!open("/dev/null", fd == STDIN_FILENO ? O_RDONLY : O_WRONLY);
}

bool print(std::string_view text) {
  static bool is_closed = false;
  while (!text.empty() && !is_closed) {
    ssize_t const written = write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0)
      text.remove_prefix(static_cast<std::size_t>(written));
    else if (errno == EPIPE)
      is_closed = true;
    else if (errno != EINTR)
      throw OutputError("standard output cannot be written: " + std::generic_category().message(errno));
  }
  return !is_closed;
}

void complain(std::string_view message) { say("counterclaim: " + printable(message) + "\n"); }

void complain(Diagnostic const& diagnostic) { say(to_string(diagnostic)); }

void warn(Diagnostic const& diagnostic) { say(to_string(diagnostic, "warning")); }

void note(std::string_view text) { say(std::string(text)); }

void show_status(std::string_view line) {
  std::lock_guard const lock(status_mutex);
  auto const text = std::string(erase_line) + fitted(printable(line));
  std::fwrite(text.data(), 1, text.size(), stderr);
  has_status = true;
}

void clear_status() {
  std::lock_guard const lock(status_mutex);
  if (std::exchange(has_status, false)) std::fwrite(erase_line.data(), 1, erase_line.size(), stderr);
}

TextStyle text_style(ColorChoice color) {
  return {std::clamp(terminal_width(), 40, 500), wants_color(color), link_base(color)};
}

}  // namespace counterclaim::cli
