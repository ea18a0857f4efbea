#pragma once
// Two streams joined in memory: what one end writes, the other end reads.

#include <memory>
#include <utility>

#include "devices/port/byte_stream.h"

namespace huimin::devices {

// The ends may be used from two threads. Destroying one end makes the other Gone once it has read
// what was left.
std::pair<std::unique_ptr<ByteStream>, std::unique_ptr<ByteStream>> make_memory_pair();

}  // namespace huimin::devices
