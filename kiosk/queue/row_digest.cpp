#include "kiosk/queue/row_digest.h"

namespace huimin::queue {
namespace {

// Hashing a long blob first keeps the row's own text short.
constexpr std::size_t kLong = 64;

}  // namespace

void RowDigest::add_head(char type, std::uint64_t number) {
  bytes_.push_back(static_cast<std::uint8_t>(type));
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes_.push_back(static_cast<std::uint8_t>((number >> shift) & 0xFFU));
  }
}

RowDigest& RowDigest::add(std::int64_t value) {
  add_head('i', static_cast<std::uint64_t>(value));
  return *this;
}

RowDigest& RowDigest::add(std::string_view text) {
  add_head('t', text.size());
  const ByteView view = view_of(text);
  bytes_.insert(bytes_.end(), view.begin(), view.end());
  return *this;
}

RowDigest& RowDigest::add(ByteView blob) {
  add_head('b', blob.size());
  if (blob.size() <= kLong) {
    bytes_.insert(bytes_.end(), blob.begin(), blob.end());
  } else {
    const Hash hash = sha256(blob);
    bytes_.insert(bytes_.end(), hash.begin(), hash.end());
  }
  return *this;
}

RowDigest& RowDigest::add_null() {
  add_head('n', 0);
  return *this;
}

}  // namespace huimin::queue
