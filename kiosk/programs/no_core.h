#pragma once
// A crash must not write what people typed, or a key, to the disk.

#include <sys/resource.h>

namespace huimin::programs {

// First thing in main of every program that sees payloads or keys.
inline void forbid_core_dumps() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

}  // namespace huimin::programs
