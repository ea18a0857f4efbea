#pragma once
// Frames of the SAM_V ("SDT") protocol between a host and an ID card reader. Pure: bytes in, frames
// out.
//
//   host to reader   AA AA AA 96 69 | length | command, parameter | data | check
//
//   reader to host   AA AA AA 96 69 | length | SW1 SW2 SW3 | data | check
//
// Length is 2 bytes, big-endian, and counts what follows it, the check byte included. The check
// byte is the exclusive or of everything from the length on. Source: GA 450 and GA/T 467 as five
// independent public implementations agree on them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "devices/id_card/private_text.h"

namespace huimin::devices::sdt {

enum class Command : std::uint16_t {
  ResetSam = 0x10FF,
  SelfTest = 0x11FF,
  ReadSamId = 0x12FF,
  FindCard = 0x2001,
  SelectCard = 0x2002,
  ReadBase = 0x3001,
  ReadNewAddress = 0x3003,
};

// Third status byte of a reply.
inline constexpr std::uint8_t kOk = 0x90;
inline constexpr std::uint8_t kFound = 0x9F;
inline constexpr std::uint8_t kItemAbsent = 0x91;
inline constexpr std::uint8_t kRequestChecksumError = 0x10;
inline constexpr std::uint8_t kRequestTimedOut = 0x11;
inline constexpr std::uint8_t kBadCommand = 0x21;
inline constexpr std::uint8_t kReadFailed = 0x41;
inline constexpr std::uint8_t kSelfTestFailed = 0x60;
inline constexpr std::uint8_t kFindFailed = 0x80;
inline constexpr std::uint8_t kSelectFailed = 0x81;

inline constexpr std::size_t kTextSize = 256;
inline constexpr std::size_t kPhotoSize = 1024;

// The longest reply: text, photo and fingerprints. A longer length is noise.
inline constexpr std::size_t kMaxLength = 0x090A;
inline constexpr std::size_t kMinReplyLength = 4;

std::vector<std::byte> encode_request(Command command);

struct Reply {
  std::array<std::uint8_t, 3> status{};
  PrivateBytes data;  // between status and check byte
};

// Whether a reply of this form can belong to this request. Replies do not name their request, so
// one that comes late could otherwise be taken for the answer to the next.
bool can_answer(Command command, const Reply& reply);

// The parts of a base reply: sizes as two 2-byte big-endian numbers, then text and photo.
struct BaseParts {
  std::span<const std::byte> text;
  std::span<const std::byte> photo;
};

// Nothing if the sizes do not fit the data. The parts refer to `data`.
std::optional<BaseParts> split_base(std::span<const std::byte> data);

// Finds replies in a stream that may hold stray bytes. One or two of the three AA may be missing or
// torn apart by a stray byte, as seen in the field; length and check byte must be right. Holds at
// most one frame, and overwrites it afterwards.
class ReplyParser {
 public:
  ReplyParser() = default;
  ReplyParser(const ReplyParser&) = delete;
  ReplyParser& operator=(const ReplyParser&) = delete;
  ~ReplyParser();

  // Returns the replies that became whole with these bytes, in order.
  std::vector<Reply> take(std::span<const std::byte> bytes);

  // Forgets a frame that was begun.
  void reset();

 private:
  enum class Front : std::uint8_t { NeedsMore, Noise, Whole };
  Front judge_front() const;
  std::size_t front_size() const;
  void drop(std::size_t count);

  // AA 96 69, length, and what follows.
  static constexpr std::size_t kHeaderSize = 5;
  std::array<std::byte, kHeaderSize + kMaxLength> held_{};
  std::size_t size_ = 0;
};

}  // namespace huimin::devices::sdt
