#pragma once
// Fields that several of our JSON forms share, and the ranges of their numbers. For this folder's
// sources.

#include <optional>
#include <string_view>

#include "kiosk/base/clock.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/bytes.h"
#include "kiosk/queue/json_reader.h"
#include "kiosk/queue/json_writer.h"

namespace huimin::queue {

// 2^53 - 1: every JSON reader can hold it.
inline constexpr std::int64_t kNumberMost = 9'007'199'254'740'991;
inline constexpr std::int64_t kSizeMost = std::int64_t{1} << 30;
// 1900-01-01 and 2200-01-01 in milliseconds: a clock may be wrong, a date must still be printable.
inline constexpr std::int64_t kWallLeast = -2'208'988'800'000;
inline constexpr std::int64_t kWallMost = 7'258'118'400'000;

std::int64_t wall_ms(base::WallTime at);
std::int64_t signed_of(std::uint64_t number);
// A receipt number as its 17 digits, or null.
void write_receipt(JsonWriter& out, const std::optional<domain::ReceiptNumber>& receipt);

Hash read_hash(JsonReader& in, std::string_view key);
Epoch read_epoch(JsonReader& in, std::string_view key);
base::WallTime read_wall(JsonReader& in, std::string_view key);
std::uint64_t read_count(JsonReader& in, std::string_view key, std::int64_t least,
                         std::int64_t most = kNumberMost);
std::optional<domain::ReceiptNumber> read_receipt(JsonReader& in, std::string_view key);

}  // namespace huimin::queue
