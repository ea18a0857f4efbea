#pragma once
// A heap that gives back what it no longer needs, for a program that runs for weeks.

#include <malloc.h>

namespace huimin::programs {

// First thing in main. Pictures and papers are large and short-lived: glibc would raise its
// threshold with the first of them and keep all later ones in a heap that never shrinks.
inline void give_memory_back() {
  constexpr int kLarge = 256 * 1024;
  mallopt(M_MMAP_THRESHOLD, kLarge);
  mallopt(M_TRIM_THRESHOLD, kLarge);
  mallopt(M_ARENA_MAX, 2);  // workers allocate little; an arena each would be kept for every one
}

}  // namespace huimin::programs
