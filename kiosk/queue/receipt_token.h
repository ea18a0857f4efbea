#pragma once
// The code on a receipt: COSE_Sign1 (RFC 9052, ES256) as decimal digits in an upper-case address
// (DESIGN 5, 9).

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/certificate.h"

namespace huimin::queue {

// What the paper says about the act. Printed; add at the end, never renumber.
enum class ReceiptState : std::uint8_t {
  HandedIn = 1,  // kept by the terminal and on its way; not yet an acceptance
};

// Names nobody.
struct ReceiptClaims {
  domain::ReceiptNumber number;
  std::chrono::sys_seconds at;  // the terminal's wall clock; 0 when it was not plausible
  std::string programme;        // "P08", 1-8 ASCII characters
  std::array<std::uint8_t, 8> envelope{};  // beginning of the envelope's hash
  ReceiptState state = ReceiptState::HandedIn;
  bool operator==(const ReceiptClaims&) const = default;
};

using KeyId = std::array<std::uint8_t, 4>;

enum class TokenError : std::uint8_t {
  NotOurs,   // no address of our form: some other code
  Damaged,   // our form, but the digits or the COSE structure are not exactly right
  Forged,    // the signature does not fit, or the claims are not as we write them
};
std::string_view name_of(TokenError error);

// Bytes <-> digits: 7 bytes as 17 digits, a last chunk of 1-6 bytes as 3, 5, 8, 10, 13 or 15.
std::string to_digits(ByteView bytes);
std::optional<Bytes> from_digits(std::string_view digits);

Bytes make_receipt_token(const ReceiptClaims& claims, const Identity& terminal);
// "HTTPS://STATUS.EXAMPLE/R/0123..." ; `host` is made upper case.
std::string receipt_text(std::string_view host, ByteView token);

// The token in the text of a scanned code, whatever the host. Says nothing about its truth.
tl::expected<Bytes, TokenError> read_receipt_text(std::string_view scanned);
tl::expected<KeyId, TokenError> key_id_of(ByteView token);
// The claims when `terminal` signed exactly these bytes and the number is one of its own.
tl::expected<ReceiptClaims, TokenError> verify_receipt_token(ByteView token,
                                                             const Certificate& terminal);

}  // namespace huimin::queue
