#include "src/store/listing.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

#include "counterclaim/sha256.hpp"

namespace counterclaim::store {
namespace {

std::int64_t nanoseconds(timespec t) { return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec; }

}  // namespace

FileState state_of(std::string const& path) {
  struct stat s {};
  if (stat(path.c_str(), &s) != 0 || !S_ISREG(s.st_mode)) return {};
  return {s.st_size, nanoseconds(s.st_mtim), nanoseconds(s.st_ctim), static_cast<std::int64_t>(s.st_ino)};
}

std::int64_t tick_of(FileState const& state) {
  constexpr std::int64_t second = 1'000'000'000, kernel_tick = 10'000'000;
  return state.ctime % second == 0 ? 2 * second : kernel_tick;
}

bool is_unchanged(KnownFile const& known, FileState const& now) {
  return !known.hash.empty() && now.size >= 0 && known.state == now &&
         std::max(now.mtime, now.ctime) + 2 * tick_of(now) < known.checked;
}

std::int64_t clock_now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string hash_of(std::string_view bytes) {
  auto const value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  auto const digits = sha256(bytes);
  std::string hash;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    hash += static_cast<char>(value(digits[i]) << 4 | value(digits[i + 1]));
  return hash;
}

std::string hash_of_file(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  std::string const bytes(std::istreambuf_iterator<char>(file), {});
  return file.bad() ? std::string() : hash_of(bytes);
}

}  // namespace counterclaim::store
