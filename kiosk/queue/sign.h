#pragma once
// CMS SignedData: content inside, one ECDSA P-256 / SHA-256 signer, no certificates (DESIGN 9).

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/queue/certificate.h"

namespace huimin::queue {

enum class SignatureError : std::uint8_t {
  Malformed,
  TrailingBytes,
  NotOneSigner,
  WrongAlgorithm,  // anything but ECDSA P-256 with SHA-256 over id-data
  UnknownSigner,   // the signer is not the certificate given
  Refused,         // the signature does not fit
};
std::string_view name_of(SignatureError error);

// DER. Stops the program when the key does not belong to the certificate: that is a bug.
Bytes sign(std::string_view content, const Identity& signer);

// Whom the blob names as its signer; proves nothing by itself.
tl::expected<CertificateId, SignatureError> signer_of(ByteView p7s);

// What the blob says, unverified: for a carrier that has to know what belongs together.
std::optional<std::string> peek_signed(ByteView p7s);

// The content, only when everything holds. The caller has checked chain, purpose and validity of
// `signer`.
tl::expected<std::string, SignatureError> verify_signed(ByteView p7s, const Certificate& signer);

}  // namespace huimin::queue
