// What the program ends with. Where several fit, the highest.
#pragma once

namespace counterclaim::cli {

enum class ExitStatus {
  clean = 0,       // nothing at or above --fail-on
  found = 1,       // something at or above --fail-on; a rule's own example failed
  usage = 2,       // wrong usage, configuration or rule file; an output could not be written
  unreadable = 3,  // an input could not be read; the others were still checked
  internal = 4,    // a fault of the program
};

}  // namespace counterclaim::cli
