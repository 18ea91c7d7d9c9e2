// Runs the built program as a user would.
#pragma once
#include <string>
#include <vector>

namespace counterclaim::test {

struct Outcome {
  int status = -1;  // exit status; 128 + signal if it was ended by one
  std::string out, err;
};

enum class Sockets { allowed, deadly };  // deadly: the kernel ends the program (status 159) when it asks for one

enum class Rights { same, nobody };  // nobody: a superuser gives up its rights first

struct Invocation {
  std::vector<std::string> arguments;
  std::string input;                     // standard input
  std::vector<std::string> environment;  // "NAME=value", beside an otherwise empty environment
  std::string folder;                    // working directory; empty: the repository
  Sockets sockets = Sockets::allowed;
  Rights rights = Rights::same;
  unsigned long largest_file = 0;  // bytes that a file may have; 0: any
  int seconds = 0;                 // after which it is ended (status 128 + SIGKILL); 0: none
  long kill_after = 0;             // microseconds; 0: it is not
};
Outcome run(Invocation const& invocation);
Outcome run(std::vector<std::string> arguments);

// A folder that is removed with its files when the test ends.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  std::string write(std::string const& name, std::string const& bytes) const;  // its path
  std::string const& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace counterclaim::test
