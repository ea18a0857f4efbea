#pragma once
// The text block of a card, 256 bytes of UTF-16LE at fixed places, as a record.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "devices/id_card/id_card.h"

namespace huimin::devices {

enum class RecordError : std::uint8_t {
  WrongSize,
  NoName,
  NoNumber,  // the number is empty or holds something else than digits and capital letters
  NoBirth,   // the date of birth is not eight digits
};

// Decodes each of the four layouts; which one, the block says itself (letter at offset 248).
// Letters that are no valid UTF-16 become U+FFFD, so that one damaged letter does not turn a person
// away. The check digit of the number is not judged here: cards with wrong ones exist, and staff
// decide.
[[nodiscard]] tl::expected<CardRecord, RecordError> decode_record(std::span<const std::byte> text,
                                                                  std::span<const std::byte> photo);

// UTF-16LE to UTF-8; an odd last byte is ignored.
std::string utf8_from_utf16le(std::span<const std::byte> text);

}  // namespace huimin::devices
