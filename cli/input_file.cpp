#include "cli/input_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace counterclaim::cli {

std::optional<std::string> bytes_of(std::string const& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return {};
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace counterclaim::cli
