// Work on many things at once. The caller stores results by index, so they do not depend on the number of threads.
#pragma once
#include <cstddef>
#include <functional>

namespace counterclaim {

// Calls work(i) once for each i below `count`, on up to `threads` threads (0: as many as the machine has); with one thread, or
// one thing, on the caller's own. An exception of `work` ends the rest early and is thrown again here.
void parallel_for(std::size_t count, unsigned threads, std::function<void(std::size_t)> const& work);

}  // namespace counterclaim
