#pragma once
// CMS AuthEnvelopedData: AES-256-GCM, ECDH on P-256 with a SHA-256 KDF (DESIGN 5, 9).

#include <span>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/base/secret.h"
#include "kiosk/queue/certificate.h"

namespace huimin::queue {

enum class SealError : std::uint8_t {
  Malformed,
  TrailingBytes,
  WrongSuite,  // not AES-256-GCM, or a KDF other than SHA-256
  NotForUs,    // none of the recipients given is meant
  Refused,     // altered, or the wrong key
};
std::string_view name_of(SealError error);

// DER. Whoever seals cannot open again.
Bytes seal(std::string_view plain, const Certificate& recipient);

// Tries the recipients whose certificate the blob names; several while keys roll over.
tl::expected<base::Secret, SealError> unseal(ByteView p7m, std::span<const Identity> recipients);

}  // namespace huimin::queue
