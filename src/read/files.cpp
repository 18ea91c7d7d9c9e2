#include "files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "bytes.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest = UINT32_MAX - 1;  // spans count in 32 bits
constexpr std::array<std::string_view, 6> extensions{".txt", ".md", ".markdown", ".html", ".htm", ".jsonl"};

std::string extension_of(std::string_view path) {
  auto const slash = path.find_last_of('/');
  auto const name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  auto const dot = name.find_last_of('.');
  return dot == std::string_view::npos ? std::string() : lower(name.substr(dot));
}

std::string complaint(std::error_code error) { return "cannot be read: " + error.message(); }

void add_unreadable(ReadResult& result, std::string path, std::string message) {
  result.unreadable.push_back({std::move(path), 0, 0, std::move(message), {}, {}});
}

void read_file(std::string const& path, ReadResult& result) {
  if (extension_of(path) == ".jsonl") {
    auto records = read_jsonl(path);
    std::move(records.articles.begin(), records.articles.end(), std::back_inserter(result.articles));
    std::move(records.unreadable.begin(), records.unreadable.end(), std::back_inserter(result.unreadable));
    return;
  }
  std::error_code error;
  auto const size = fs::file_size(path, error);
  if (!error && size > largest) return add_unreadable(result, path, "larger than 4 GB");
  std::ifstream file(path, std::ios::binary);
  if (!file) return add_unreadable(result, path, complaint(std::make_error_code(static_cast<std::errc>(errno))));
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (bytes.size() > largest) return add_unreadable(result, path, "larger than 4 GB");
  result.articles.push_back(read_text(path, std::move(bytes)));
}

bool lies_in(fs::path const& path, fs::path const& root) {
  std::error_code error;
  auto const real = fs::canonical(path, error);
  if (error) return false;
  auto const [end, ignored] = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
  return end == root.end();
}

// Hidden entries and links that lead out of the tree are passed over; links to folders are never followed, so no walk is
// endless.
void list_folder(fs::path const& folder, fs::path const& root, std::vector<std::string>& files, ReadResult& result) {
  std::vector<fs::path> folders{folder};
  while (!folders.empty()) {
    auto const here = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator entries(here, error);
    if (error) add_unreadable(result, here.string(), complaint(error));
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      auto const& path = entries->path();
      std::error_code ignored;
      if (path.filename().string().starts_with(".")) continue;
      bool const link = entries->is_symlink(ignored);
      if (link && !lies_in(path, root)) continue;
      if (entries->is_directory(ignored)) {
        if (!link) folders.push_back(path);
      } else if (std::find(extensions.begin(), extensions.end(), extension_of(path.string())) != extensions.end()) {
        files.push_back(path.string());
      }
    }
  }
}

void read_folder(std::string const& path, ReadResult& result) {
  std::error_code error;
  auto const root = fs::canonical(path, error);
  if (error) return add_unreadable(result, path, complaint(error));
  std::vector<std::string> files;
  list_folder(path, root, files, result);
  std::sort(files.begin(), files.end());
  for (auto const& file : files) read_file(file, result);
}

}  // namespace

bool is_folder(std::string const& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

ReadResult read_paths(std::vector<std::string> const& paths) {
  ReadResult result;
  for (auto const& path : paths) {
    if (path == "-")
      result.articles.push_back(read_text("<stdin>", std::string(std::istreambuf_iterator<char>(std::cin), {})));
    else if (is_folder(path))
      read_folder(path, result);
    else
      read_file(path, result);
  }
  return result;
}

Article read_text(std::string id, std::string bytes) {
  auto const extension = extension_of(id);
  if (extension == ".md" || extension == ".markdown") return read_markdown(std::move(id), std::move(bytes));
  if (extension == ".html" || extension == ".htm") return read_html(std::move(id), std::move(bytes));
  return read_plain(std::move(id), std::move(bytes));
}

}  // namespace counterclaim
