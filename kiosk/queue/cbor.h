#pragma once
// The few CBOR items of a receipt token (RFC 8949), with nothing allocated from what the input
// claims. For this folder's sources.

#include <optional>
#include <string_view>

#include "kiosk/queue/bytes.h"

namespace huimin::queue {

// Appends items in their shortest form.
class CborWriter {
 public:
  CborWriter& unsigned_integer(std::uint64_t value);
  CborWriter& bytes(ByteView value);
  CborWriter& text(std::string_view value);
  CborWriter& array(std::size_t items);
  CborWriter& map(std::size_t pairs);
  const Bytes& written() const { return out_; }

 private:
  Bytes out_;
};

// Reads one item after the other; an answer is nothing when another item stands there, or none. It
// takes longer forms of integers too: who needs the shortest writes the value again and compares.
class CborReader {
 public:
  explicit CborReader(ByteView input) : rest_(input) {}
  std::optional<std::uint64_t> unsigned_integer();
  std::optional<ByteView> bytes();
  std::optional<std::string_view> text();
  bool array(std::size_t items);
  bool map(std::size_t pairs);
  bool at_end() const { return rest_.empty(); }

 private:
  ByteView rest_;
};

}  // namespace huimin::queue
