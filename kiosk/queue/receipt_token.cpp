#include "kiosk/queue/receipt_token.h"

#include <algorithm>

#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "kiosk/base/check.h"
#include "kiosk/queue/cbor.h"
#include "kiosk/queue/openssl_handles.h"

namespace huimin::queue {
namespace {

// RFC 9052: tag 18, ES256 (-7) as the only protected header, label 4 for the key id.
constexpr std::uint8_t kTag = 0xD2;
constexpr std::uint8_t kProtected[] = {0xA1, 0x01, 0x26};
constexpr std::uint64_t kKeyIdLabel = 4;
constexpr std::size_t kHalf = 32;  // bytes of r and of s
constexpr std::size_t kTokenMost = 200;
constexpr std::size_t kProgrammeMost = 8;

// Keys of the claims' map.
enum class Claim : std::uint8_t { Number = 1, At = 2, Programme = 3, Envelope = 4, State = 5 };
constexpr std::uint64_t key_of(Claim claim) { return static_cast<std::uint64_t>(claim); }

using RawSignature = std::array<std::uint8_t, 2 * kHalf>;

struct ContextFree {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
template <class Object>
using Freed = std::unique_ptr<Object, ContextFree>;

struct Parts {
  KeyId key_id{};
  Bytes payload;
  RawSignature signature{};
};

Bytes signed_bytes(ByteView payload) {
  CborWriter out;
  out.array(4).text("Signature1").bytes(kProtected).bytes({}).bytes(payload);
  return out.written();
}

Bytes encode(const Parts& parts) {
  CborWriter out;
  out.array(4).bytes(kProtected);
  out.map(1).unsigned_integer(kKeyIdLabel).bytes(parts.key_id);
  out.bytes(parts.payload).bytes(parts.signature);
  const Bytes& untagged = out.written();
  Bytes token(untagged.size() + 1, kTag);
  std::ranges::copy(untagged, token.begin() + 1);
  return token;
}

std::optional<Parts> read_parts(ByteView token) {
  if (token.empty() || token.size() > kTokenMost || token.front() != kTag) return std::nullopt;
  CborReader in(token.subspan(1));
  if (!in.array(4)) return std::nullopt;
  const auto header = in.bytes();
  if (!header || !std::ranges::equal(*header, kProtected)) return std::nullopt;
  if (!in.map(1) || in.unsigned_integer() != kKeyIdLabel) return std::nullopt;
  const auto key_id = in.bytes();
  const auto payload = in.bytes();
  const auto signature = in.bytes();
  if (!key_id || !payload || !signature || !in.at_end()) return std::nullopt;
  Parts parts;
  if (key_id->size() != parts.key_id.size()) return std::nullopt;
  if (signature->size() != parts.signature.size()) return std::nullopt;
  std::ranges::copy(*key_id, parts.key_id.begin());
  std::ranges::copy(*signature, parts.signature.begin());
  parts.payload.assign(payload->begin(), payload->end());
  // Longer forms of lengths and integers would be another text for the same receipt.
  if (!std::ranges::equal(encode(parts), token)) return std::nullopt;
  return parts;
}

Bytes encode_claims(const ReceiptClaims& claims) {
  CborWriter out;
  out.map(5)
      .unsigned_integer(key_of(Claim::Number)).unsigned_integer(domain::as_integer(claims.number))
      .unsigned_integer(key_of(Claim::At))
      .unsigned_integer(static_cast<std::uint64_t>(claims.at.time_since_epoch().count()))
      .unsigned_integer(key_of(Claim::Programme)).text(claims.programme)
      .unsigned_integer(key_of(Claim::Envelope)).bytes(claims.envelope)
      .unsigned_integer(key_of(Claim::State))
      .unsigned_integer(static_cast<std::uint64_t>(claims.state));
  return out.written();
}

bool is_programme(std::string_view text) {
  return !text.empty() && text.size() <= kProgrammeMost &&
         std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

std::optional<ReceiptClaims> read_claims(ByteView payload) {
  CborReader in(payload);
  const auto at_key = [&in](Claim claim) { return in.unsigned_integer() == key_of(claim); };
  ReceiptClaims claims;
  if (!in.map(5) || !at_key(Claim::Number)) return std::nullopt;
  const auto number = domain::receipt_from_integer(in.unsigned_integer().value_or(0));
  if (!number || !at_key(Claim::At)) return std::nullopt;
  const auto seconds = in.unsigned_integer();
  if (!seconds || *seconds > UINT32_MAX || !at_key(Claim::Programme)) return std::nullopt;
  const auto programme = in.text();
  if (!programme || !is_programme(*programme) || !at_key(Claim::Envelope)) return std::nullopt;
  const auto envelope = in.bytes();
  if (!envelope || envelope->size() != claims.envelope.size()) return std::nullopt;
  if (!at_key(Claim::State)) return std::nullopt;
  const auto state = in.unsigned_integer();
  if (state != static_cast<std::uint64_t>(ReceiptState::HandedIn)) return std::nullopt;
  claims.number = *number;
  claims.at = std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(*seconds)}};
  claims.programme = *programme;
  std::ranges::copy(*envelope, claims.envelope.begin());
  if (!in.at_end() || !std::ranges::equal(encode_claims(claims), payload)) return std::nullopt;
  return claims;
}

// OpenSSL's DER signature as r and s of 32 bytes each.
RawSignature raw_of(ByteView der) {
  const unsigned char* at = der.data();
  const Freed<ECDSA_SIG> parsed(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
  base::check(parsed != nullptr, "our own signature is readable");
  RawSignature raw{};
  BN_bn2binpad(ECDSA_SIG_get0_r(parsed.get()), raw.data(), kHalf);
  BN_bn2binpad(ECDSA_SIG_get0_s(parsed.get()), raw.data() + kHalf, kHalf);
  return raw;
}

Bytes der_of(const RawSignature& raw) {
  const Freed<ECDSA_SIG> parsed(ECDSA_SIG_new());
  BIGNUM* r = BN_bin2bn(raw.data(), kHalf, nullptr);
  BIGNUM* s = BN_bin2bn(raw.data() + kHalf, kHalf, nullptr);
  base::check(parsed && r && s && ECDSA_SIG_set0(parsed.get(), r, s) == 1, "memory for a number");
  unsigned char* data = nullptr;
  const int size = i2d_ECDSA_SIG(parsed.get(), &data);
  base::check(size > 0, "a signature has an encoding");
  Bytes out(data, data + size);
  OPENSSL_free(data);
  return out;
}

RawSignature sign_raw(ByteView message, const PrivateKey& key) {
  const Freed<EVP_MD_CTX> context(EVP_MD_CTX_new());
  std::array<std::uint8_t, 80> der{};  // at most 72 for P-256
  std::size_t size = der.size();
  const bool done =
      context &&
      EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.handle()) == 1 &&
      EVP_DigestSign(context.get(), der.data(), &size, message.data(), message.size()) == 1;
  base::check(done, "the key signs");
  return raw_of(ByteView(der).first(size));
}

bool is_signed(ByteView message, const RawSignature& raw, const Certificate& by) {
  ERR_clear_error();
  const Freed<EVP_MD_CTX> context(EVP_MD_CTX_new());
  const Bytes der = der_of(raw);
  EVP_PKEY* key = X509_get0_pubkey(by.handle());
  return context &&
         EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
         EVP_DigestVerify(context.get(), der.data(), der.size(), message.data(),
                          message.size()) == 1;
}

// "430522-007" of a number and of its terminal's certificate.
std::string terminal_of(const domain::ReceiptNumber& number) {
  return domain::print(number).substr(0, 10);
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string_view name_of(TokenError error) {
  switch (error) {
    case TokenError::NotOurs: return "not a receipt";
    case TokenError::Damaged: return "damaged";
    case TokenError::Forged: return "forged";
  }
  return "";
}

Bytes make_receipt_token(const ReceiptClaims& claims, const Identity& terminal) {
  base::check(is_programme(claims.programme), "a programme of 1 to 8 characters");
  Parts parts;
  parts.key_id = terminal.certificate.key_id();
  parts.payload = encode_claims(claims);
  parts.signature = sign_raw(signed_bytes(parts.payload), terminal.key);
  return encode(parts);
}

std::string receipt_text(std::string_view host, ByteView token) {
  std::string out = "HTTPS://";
  std::ranges::transform(host, std::back_inserter(out), upper);
  return out + "/R/" + to_digits(token);
}

tl::expected<Bytes, TokenError> read_receipt_text(std::string_view scanned) {
  constexpr std::string_view kScheme = "HTTPS://";
  constexpr std::string_view kPath = "/R/";
  const auto starts = [](std::string_view text, std::string_view with) {
    return text.size() >= with.size() &&
           std::ranges::equal(text.substr(0, with.size()), with, {}, upper);
  };
  // A keyboard-type scanner may have lost the upper case.
  if (!starts(scanned, kScheme)) return tl::unexpected(TokenError::NotOurs);
  scanned.remove_prefix(kScheme.size());
  const auto slash = scanned.find('/');
  if (slash == 0 || slash == std::string_view::npos || !starts(scanned.substr(slash), kPath)) {
    return tl::unexpected(TokenError::NotOurs);
  }
  const std::string_view digits = scanned.substr(slash + kPath.size());
  if (digits.empty() || !is_digit(digits.front())) return tl::unexpected(TokenError::NotOurs);
  if (digits.size() > 3 * kTokenMost) return tl::unexpected(TokenError::Damaged);
  auto token = from_digits(digits);
  if (!token) return tl::unexpected(TokenError::Damaged);
  return std::move(*token);
}

tl::expected<KeyId, TokenError> key_id_of(ByteView token) {
  const auto parts = read_parts(token);
  if (!parts) return tl::unexpected(TokenError::Damaged);
  return parts->key_id;
}

tl::expected<ReceiptClaims, TokenError> verify_receipt_token(ByteView token,
                                                             const Certificate& terminal) {
  const auto parts = read_parts(token);
  if (!parts) return tl::unexpected(TokenError::Damaged);
  if (!is_signed(signed_bytes(parts->payload), parts->signature, terminal)) {
    return tl::unexpected(TokenError::Forged);
  }
  const auto claims = read_claims(parts->payload);
  if (!claims || terminal_of(claims->number) != terminal.common_name()) {
    return tl::unexpected(TokenError::Forged);
  }
  return *claims;
}

}  // namespace huimin::queue
