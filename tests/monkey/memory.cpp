#include "tests/monkey/memory.h"

#if defined(__SANITIZE_ADDRESS__)
#include <cstddef>

// Of the sanitizer's run-time library; Debian's g++ comes without the header that declares it.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#else
#include <malloc.h>
#endif

namespace huimin::monkey {

std::int64_t allocated_bytes() {
#if defined(__SANITIZE_ADDRESS__)
  return static_cast<std::int64_t>(__sanitizer_get_current_allocated_bytes());
#else
  const struct mallinfo2 now = mallinfo2();
  return static_cast<std::int64_t>(now.uordblks + now.hblkhd);
#endif
}

}  // namespace huimin::monkey
