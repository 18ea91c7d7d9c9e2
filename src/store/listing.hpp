// Which files a check is about, and which of them are known to be as they were.
//
// As in git's index, a file whose size, times and inode are those that were noted is taken to be unchanged without a look at
// its bytes, but only if it was older than the note itself: a file that was changed in the same tick of the clock in which it
// was read has the same times ("racily clean"), so its bytes are read and hashed again. The change time, which no program sets,
// guards against times that were put back.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace counterclaim::store {

struct FileState {
  std::int64_t size = -1, mtime = 0, ctime = 0, inode = 0;  // times in nanoseconds since 1970; size -1: there is none to ask
  friend bool operator==(FileState const&, FileState const&) = default;
};
FileState state_of(std::string const& path);

struct KnownFile {
  std::string path;
  FileState state;
  std::int64_t checked = 0;  // when its bytes were read: the clock just before that, nanoseconds since 1970
  std::string hash;          // of its bytes; empty: not to be relied on
  std::size_t articles = 0;  // that were read from it
};
// How long before the note a file must have been changed for its times to tell: two ticks of its file system's clock. Whole
// seconds are taken for those of one that keeps no finer times (two seconds at most), others for the kernel's ticks.
std::int64_t tick_of(FileState const& state);
bool is_unchanged(KnownFile const& known, FileState const& now);

std::int64_t clock_now();                           // nanoseconds since 1970
std::string hash_of(std::string_view bytes);        // 32 bytes
std::string hash_of_file(std::string const& path);  // empty if it cannot be read

}  // namespace counterclaim::store
