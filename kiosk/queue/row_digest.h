#pragma once
// A digest over a row's columns, kept beside them: a flipped bit anywhere is noticed, also where no
// signature reaches.

#include <string_view>

#include "kiosk/queue/bytes.h"

namespace huimin::queue {

// Each column goes in with its type and length, so that no two rows read alike.
class RowDigest {
 public:
  explicit RowDigest(std::string_view table) { add(table); }

  RowDigest& add(std::int64_t value);
  RowDigest& add(std::string_view text);
  RowDigest& add(ByteView blob);
  RowDigest& add_null();
  Hash finish() const { return sha256(bytes_); }

 private:
  void add_head(char type, std::uint64_t number);
  Bytes bytes_;
};

}  // namespace huimin::queue
