// The folder pages are stored in, and the one place that writes files. Names are made here from letters, digits and hyphens,
// never taken from outside; files are opened relative to the folder's own descriptor, links are not followed, and a file
// appears whole or not at all.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim {

// A descriptor that is closed when its owner goes.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  int get() const { return fd_; }

 private:
  int fd_;
};

// Makes the folder if it is missing. Throws std::system_error naming the path.
Descriptor open_folder(std::string const& path);
Descriptor open_folder_in(Descriptor const& folder, std::string const& name);  // a link is an error

// "example-org-lake-levels-1f3a5c7d9b0e2f4a.md": of the address alone, so the same page always has the same name.
std::string page_name(std::string const& host, std::string const& url);

bool has_file(Descriptor const& folder, std::string const& name);
std::optional<std::string> file_bytes(Descriptor const& folder, std::string const& name, std::size_t most);
void write_file(Descriptor const& folder, std::string const& name, std::string_view bytes);  // throws std::system_error

// Opens a log to append to, made if missing, and locks it for this process. Throws std::system_error.
Descriptor open_log(Descriptor const& folder, std::string const& name);
void append(Descriptor const& log, std::string_view bytes);  // throws std::system_error

}  // namespace counterclaim
