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
#include <system_error>

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

}  // namespace

void prepare_streams() {
  std::signal(SIGPIPE, SIG_IGN);
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
      throw std::system_error(errno, std::generic_category(), "standard output cannot be written");
  }
  return !is_closed;
}

void complain(std::string_view message) {
  auto const line = "counterclaim: " + printable(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void complain(Diagnostic const& diagnostic) {
  auto const text = to_string(diagnostic);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

TextStyle text_style(ColorChoice color) { return {std::clamp(terminal_width(), 40, 500), wants_color(color)}; }

}  // namespace counterclaim::cli
