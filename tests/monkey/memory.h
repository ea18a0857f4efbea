#pragma once
// What this process holds from the heap now.

#include <cstdint>

namespace huimin::monkey {

std::int64_t allocated_bytes();

}  // namespace huimin::monkey
