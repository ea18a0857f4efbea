#pragma once
// The intake's signed word that it has an envelope: JSON in CMS SignedData, by the intake's signing
// certificate.

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/keys.h"
#include "kiosk/queue/sign.h"

namespace huimin::queue {

struct Acknowledgement {
  std::string terminal;  // "430522-007"
  Epoch epoch{};
  std::uint64_t sequence = 0;
  Hash envelope{};       // envelope_hash of what was received
  std::string case_no;   // empty for kinds that make no case
  // The highest receipt number the intake has ever seen from this terminal; nothing when none.
  std::optional<domain::ReceiptNumber> highest_receipt;
  base::WallTime received_at;  // the intake's clock at the first arrival
  bool operator==(const Acknowledgement&) const = default;
};

enum class AckError : std::uint8_t { Malformed, WrongSigner, Forged, BadContent };
std::string_view name_of(AckError error);

Bytes make_acknowledgement(const Acknowledgement& content, const Identity& intake_signing);
// Checks that the signer is the intake's signing certificate `signing`.
tl::expected<Acknowledgement, AckError> verify_acknowledgement(ByteView p7s,
                                                               const Certificate& signing);

// The content alone, already verified or for tests of the reader.
tl::expected<Acknowledgement, AckError> parse_acknowledgement(std::string_view json);

}  // namespace huimin::queue
