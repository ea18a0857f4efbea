#pragma once
// A two-way stream of bytes to one device: a serial line, a USB printer file, a TCP connection, a
// pair in memory.
//
// A stream belongs to one worker thread at a time. A stream that has said Gone stays gone (the
// device was unplugged or the peer closed); open a new one with the same PortOpener when the device
// returns.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <tl/expected.hpp>

namespace huimin::devices {

enum class PortError : std::uint8_t {
  Timeout,     // nothing came, or not everything could be written, within the time
  Gone,        // unplugged, closed by the peer, or not there at all
  Refused,     // no permission, or the peer does not accept connections
  Busy,        // another program holds the device
  BadAddress,  // the URI cannot be understood, or the name in it not be resolved
};

// A word for logs and pokes; never shown to residents.
const char* to_text(PortError error);

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  // Waits at most `timeout` for the first byte, then returns what is there: at least 1 byte, at
  // most `into.size()`. `into` must not be empty. A timeout of 0 only looks.
  [[nodiscard]] virtual tl::expected<std::size_t, PortError> read_some(
      std::span<std::byte> into, std::chrono::milliseconds timeout) = 0;

  // Returns when the operating system has taken every byte; the device may still be working on
  // them. After an error an unknown part from the front has been taken.
  [[nodiscard]] virtual tl::expected<void, PortError> write_all(
      std::span<const std::byte> bytes, std::chrono::milliseconds timeout) = 0;

 protected:
  ByteStream() = default;
};

using PortResult = tl::expected<std::unique_ptr<ByteStream>, PortError>;

// Opens the device, again and again if need be. Called from the worker that will use the stream.
using PortOpener = std::function<PortResult()>;

}  // namespace huimin::devices
