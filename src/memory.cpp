#include "counterclaim/memory.hpp"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace counterclaim {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int large = 32 << 20;  // bytes: the largest that malloc.h allows for blocks of their own
  mallopt(M_MMAP_THRESHOLD, large);
  mallopt(M_TRIM_THRESHOLD, 8 * large);
#endif
}

}  // namespace counterclaim
