#pragma once
// An envelope made, and an envelope checked: signature, signer, header and body together.

#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/queue/header.h"
#include "kiosk/queue/keys.h"
#include "kiosk/queue/seal.h"
#include "kiosk/queue/sign.h"

namespace huimin::queue {

// The certificates of terminals, found by issuer and serial. Chain and purpose are checked once,
// when added; validity and withdrawal at every use. Thread-safe.
class SignerBook {
 public:
  explicit SignerBook(Certificate ca) : ca_(std::move(ca)) {}

  // Refuses a certificate of another purpose or another CA. Adding one again replaces its
  // withdrawal.
  tl::expected<void, KeyError> add(const Certificate& terminal,
                                   std::optional<base::WallTime> withdrawn_at = {});
  struct Entry {
    Certificate certificate;
    std::optional<base::WallTime> withdrawn_at;
  };
  std::optional<Entry> find(const CertificateId& id) const;
  void clear();

 private:
  Certificate ca_;
  mutable std::mutex mutex_;
  std::map<CertificateId, Entry> entries_;
};

enum class EnvelopeError : std::uint8_t {
  Malformed,         // not one strict CMS blob of the suite
  UnknownSigner,
  SignerNotValid,    // before or after the certificate's dates
  SignerWithdrawn,
  Forged,            // the signature does not fit
  BadHeader,
  UnsupportedSuite,  // format or suite of a newer terminal: keep it, do not drop it
  ForeignTerminal,   // the header names another terminal than the certificate
  BodyMismatch,      // size or SHA-256 of the body
};
std::string_view name_of(EnvelopeError error);

// A signed text and who signed it: what every signed thing of a terminal goes through.
struct SignedText {
  std::string text;
  Certificate signer;
};
tl::expected<SignedText, EnvelopeError> verify_by_book(ByteView p7s, const SignerBook& signers,
                                                       std::optional<base::WallTime> now);

struct Verified {
  Header header;
  Hash sha256{};
};

// Whole check of what a terminal sent. `now` is the checker's clock; nothing: dates are not looked
// at.
tl::expected<Verified, EnvelopeError> verify_envelope(ByteView header_p7s, ByteView body_p7m,
                                                      const SignerBook& signers,
                                                      std::optional<base::WallTime> now);

// The header without any verification: for a carrier, and for lists.
std::optional<Header> peek_header(ByteView header_p7s);

// Where a verified envelope belongs in its terminal's chain, from the head of the same epoch
// (nothing: epoch unknown).
struct ChainHead {
  std::uint64_t sequence = 0;
  Hash sha256{};
};
enum class Place : std::uint8_t {
  Next,      // follows the head, or is the first of its epoch
  Later,     // ahead of the head: something before it has not come yet
  Earlier,   // at or before the head: a repeat when the stored one has the same hash, else a fork
  Fork,      // follows the head by number but not by hash
};
Place place_in_chain(const Header& header, const std::optional<ChainHead>& head);

}  // namespace huimin::queue
