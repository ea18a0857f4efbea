#include "kiosk/queue/json_fields.h"

namespace huimin::queue {
namespace {

constexpr std::int64_t kSeventeenDigits = 99'999'999'999'999'999;

}  // namespace

std::int64_t wall_ms(base::WallTime at) { return std::int64_t{at.time_since_epoch().count()}; }

std::int64_t signed_of(std::uint64_t number) { return static_cast<std::int64_t>(number); }

void write_receipt(JsonWriter& out, const std::optional<domain::ReceiptNumber>& receipt) {
  if (receipt) {
    out.value(signed_of(domain::as_integer(*receipt)));
  } else {
    out.null();
  }
}

Hash read_hash(JsonReader& in, std::string_view key) {
  const auto hash = parse_hash(in.text(key, 64));
  if (!hash) in.reject();
  return hash.value_or(Hash{});
}

Epoch read_epoch(JsonReader& in, std::string_view key) {
  const auto epoch = parse_epoch(in.text(key, 32));
  if (!epoch) in.reject();
  return epoch.value_or(Epoch{});
}

base::WallTime read_wall(JsonReader& in, std::string_view key) {
  return base::WallTime{base::milliseconds{in.integer(key, kWallLeast, kWallMost)}};
}

std::uint64_t read_count(JsonReader& in, std::string_view key, std::int64_t least,
                         std::int64_t most) {
  return static_cast<std::uint64_t>(in.integer(key, least, most));
}

std::optional<domain::ReceiptNumber> read_receipt(JsonReader& in, std::string_view key) {
  if (in.is_null(key)) return std::nullopt;
  const auto digits = read_count(in, key, 0, kSeventeenDigits);
  const auto receipt = domain::receipt_from_integer(digits);
  if (!receipt) in.reject();
  return receipt;
}

}  // namespace huimin::queue
