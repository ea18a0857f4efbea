#pragma once
// Certificates and private keys as values. A certificate is good for one purpose only, and every
// use checks it.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/queue/bytes.h"

struct x509_st;
struct evp_pkey_st;

namespace huimin::queue {

// What a certificate may be used for; each is an OID of its own in the extended key usage
// (ENVELOPE.md lists them).
enum class Purpose : std::uint8_t {
  Terminal,       // signs envelopes, questions and receipts
  TerminalTls,    // client of the intake
  IntakeTls,      // server
  Recipient,      // what terminals seal to
  IntakeSigning,  // acknowledgements, answers, trust list
};

enum class KeyError : std::uint8_t {
  Missing,
  Unreadable,    // exists, but this user may not read it
  OpenToOthers,  // a private key that its group or others may read
  Malformed,
  WrongPurpose,
  NotIssuedHere,  // no chain to the county's CA
  Mismatch,       // key and certificate do not belong together
  Unsupported,    // URI scheme or key type
};
std::string_view name_of(KeyError error);

struct KeyProblem {
  KeyError error;
  std::string path;  // never holds key material
};

// How CMS names a signer: issuer as DER and serial number as bytes.
struct CertificateId {
  Bytes issuer;
  Bytes serial;
  auto operator<=>(const CertificateId&) const = default;
};

// Immutable, cheap to copy, shareable between threads.
class Certificate {
 public:
  static tl::expected<Certificate, KeyError> from_pem(std::string_view pem);
  // Refuses trailing bytes.
  static tl::expected<Certificate, KeyError> from_der(ByteView der);
  // Takes ownership; for this folder.
  explicit Certificate(x509_st* owned);

  Bytes der() const;
  std::string pem() const;
  std::string common_name() const;
  CertificateId id() const;
  Hash fingerprint() const;
  // First 4 bytes of the fingerprint: label 4 of a receipt token.
  std::array<std::uint8_t, 4> key_id() const;
  base::WallTime not_before() const;
  base::WallTime not_after() const;
  bool is_valid_at(base::WallTime at) const;
  bool is_for(Purpose purpose) const;
  // Signed by `ca`, which is a CA; dates are not looked at (a terminal's clock may be wrong, case
  // C14).
  bool is_issued_by(const Certificate& ca) const;

  x509_st* handle() const { return handle_.get(); }

 private:
  std::shared_ptr<x509_st> handle_;
};

// P-256 only. Cheap to copy, shareable between threads; the key material is OpenSSL's to wipe.
class PrivateKey {
 public:
  static PrivateKey generate();
  static tl::expected<PrivateKey, KeyError> from_pem(std::string_view pem);
  explicit PrivateKey(evp_pkey_st* owned);

  std::string pem() const;
  bool belongs_to(const Certificate& certificate) const;

  evp_pkey_st* handle() const { return handle_.get(); }

 private:
  std::shared_ptr<evp_pkey_st> handle_;
};

// A certificate with its key: signs, or opens what is sealed to it.
struct Identity {
  Certificate certificate;
  PrivateKey key;
};

}  // namespace huimin::queue
