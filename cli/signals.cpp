#include "cli/signals.hpp"

namespace counterclaim::cli {
namespace {

volatile std::sig_atomic_t noted_signal = 0;

}  // namespace

SignalsNoted::SignalsNoted() {
  noted_signal = 0;
  struct sigaction noted {};
  noted.sa_handler = [](int) { noted_signal = 1; };
  noted.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &noted, &interrupt_);
  sigaction(SIGTERM, &noted, &terminate_);
}

SignalsNoted::~SignalsNoted() {
  sigaction(SIGINT, &interrupt_, nullptr);
  sigaction(SIGTERM, &terminate_, nullptr);
}

bool is_signalled() { return noted_signal != 0; }

}  // namespace counterclaim::cli
