#pragma once
// A byte stream over a file descriptor; what the serial, character and TCP ports have in common.

#include <cstdint>

#include "devices/port/byte_stream.h"

namespace huimin::devices {

// What a read of no bytes means: usblp gives it for an empty transfer, terminals and sockets at the
// end.
enum class ZeroRead : std::uint8_t { MeansGone, MeansNothingYet };

// Owns `fd`, which must be non-blocking.
std::unique_ptr<ByteStream> make_fd_stream(int fd, ZeroRead zero_read);

// The port error that stands for `error` (an errno value).
PortError port_error_from_errno(int error);

}  // namespace huimin::devices
