// Tells when files in folders change (inotify).
#pragma once
#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace counterclaim::cli {

// Folders are watched with all their subfolders, files through the folder they lie in: editors write a new file and give it the
// old one's name. Hidden files and those that hold no articles are passed over.
class FolderWatch {
 public:
  explicit FolderWatch(std::vector<std::string> paths);  // throws std::system_error
  ~FolderWatch();
  FolderWatch(FolderWatch const&) = delete;
  FolderWatch& operator=(FolderWatch const&) = delete;

  // Returns when something has changed and then nothing has for `quiet`, or after ten times that. False: interrupted.
  bool wait(std::chrono::milliseconds quiet);

 private:
  void watch_all();
  void watch_tree(std::string const& folder);
  void watch_folder(std::string const& folder, bool whole, std::string const& name);
  bool drain();  // true if an event was of interest

  struct Folder {
    bool whole = false;
    std::vector<std::string> names;  // those of interest, unless it is watched as a whole
  };
  std::vector<std::string> paths_;
  int inotify_ = -1;
  std::map<int, Folder> folders_;  // by watch descriptor
};

}  // namespace counterclaim::cli
