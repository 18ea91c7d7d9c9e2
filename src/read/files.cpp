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

std::string contents(std::istream& in) {
  std::string bytes;
  for (char part[1 << 16]; in.read(part, sizeof part), in.gcount() > 0;) bytes.append(part, std::size_t(in.gcount()));
  return bytes;
}

std::string complaint(std::error_code error) { return "cannot be read: " + error.message(); }

void add_unreadable(std::vector<Diagnostic>& unreadable, std::string path, std::string message) {
  unreadable.push_back({std::move(path), 0, 0, std::move(message), {}, {}});
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
void list_tree(fs::path const& folder, fs::path const& root, FileList& list) {
  std::vector<fs::path> folders{folder};
  while (!folders.empty()) {
    auto const here = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator entries(here, error);
    if (error) add_unreadable(list.unreadable, here.string(), complaint(error));
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      auto const& path = entries->path();
      std::error_code ignored;
      if (path.filename().string().starts_with(".")) continue;
      bool const link = entries->is_symlink(ignored);
      if (link && !lies_in(path, root)) continue;
      if (entries->is_directory(ignored)) {
        if (!link) folders.push_back(path);
      } else if (is_article_name(path.string())) {
        list.files.push_back(path.string());
      }
    }
  }
}

void list_folder(std::string const& path, FileList& list) {
  std::error_code error;
  auto const root = fs::canonical(path, error);
  if (error) return add_unreadable(list.unreadable, path, complaint(error));
  auto const first = static_cast<std::ptrdiff_t>(list.files.size());
  list_tree(path, root, list);
  std::sort(list.files.begin() + first, list.files.end());
}

}  // namespace

bool is_article_name(std::string_view path) {
  return std::find(extensions.begin(), extensions.end(), extension_of(path)) != extensions.end();
}

bool is_folder(std::string const& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

FileList list_files(std::vector<std::string> const& paths) {
  FileList list;
  for (auto const& path : paths) {
    if (path != "-" && is_folder(path))
      list_folder(path, list);
    else
      list.files.push_back(path);
  }
  return list;
}

ReadResult read_file(std::string const& path) {
  ReadResult result;
  if (path == "-") {
    result.articles.push_back(read_text("<stdin>", contents(std::cin)));
    return result;
  }
  if (extension_of(path) == ".jsonl") return read_jsonl(path);
  auto const unreadable = [&](std::string message) {
    add_unreadable(result.unreadable, path, std::move(message));
    return result;
  };
  std::error_code error;
  auto const size = fs::file_size(path, error);
  if (!error && size > largest) return unreadable("larger than 4 GB");
  std::ifstream file(path, std::ios::binary);
  if (!file) return unreadable(complaint(std::make_error_code(static_cast<std::errc>(errno))));
  std::string bytes = contents(file);
  if (bytes.size() > largest) return unreadable("larger than 4 GB");
  result.articles.push_back(read_text(path, std::move(bytes)));
  return result;
}

ReadResult read_paths(std::vector<std::string> const& paths) {
  auto list = list_files(paths);
  ReadResult result{{}, std::move(list.unreadable)};
  for (auto const& path : list.files) {
    auto file = read_file(path);
    std::move(file.articles.begin(), file.articles.end(), std::back_inserter(result.articles));
    std::move(file.unreadable.begin(), file.unreadable.end(), std::back_inserter(result.unreadable));
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
