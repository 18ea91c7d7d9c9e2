// Ending in good order.
#pragma once
#include <csignal>

namespace counterclaim::cli {

// While it lives, SIGINT and SIGTERM are noted; a second one ends the program as ever.
class SignalsNoted {
 public:
  SignalsNoted();
  ~SignalsNoted();
  SignalsNoted(SignalsNoted const&) = delete;
  SignalsNoted& operator=(SignalsNoted const&) = delete;

 private:
  struct sigaction interrupt_ {
  }, terminate_{};
};
bool is_signalled();  // since the last of these was made

}  // namespace counterclaim::cli
