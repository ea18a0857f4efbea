#include "kiosk/queue/certificate.h"

#include <algorithm>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "kiosk/base/check.h"
#include "kiosk/queue/openssl_handles.h"
#include "kiosk/queue/purposes.h"

namespace huimin::queue {
namespace {

bool is_p256(const EVP_PKEY* key) {
  char group[32] = {};
  std::size_t size = 0;
  return key != nullptr && EVP_PKEY_is_a(key, "EC") == 1 &&
         EVP_PKEY_get_group_name(key, group, sizeof group, &size) == 1 &&
         std::string_view(group, size) == "prime256v1";
}

base::WallTime wall_time(const ASN1_TIME* time) {
  std::tm parts{};
  base::check(ASN1_TIME_to_tm(time, &parts) == 1, "a certificate's date is readable");
  const std::chrono::year_month_day day{
      std::chrono::year{parts.tm_year + 1900},
      std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
      std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
  return std::chrono::sys_days{day} + std::chrono::hours{parts.tm_hour} +
         std::chrono::minutes{parts.tm_min} + std::chrono::seconds{parts.tm_sec};
}

// Our purposes among the extended key usages.
std::vector<Purpose> purposes_of(const X509* certificate) {
  std::vector<Purpose> found;
  auto* usages = static_cast<EXTENDED_KEY_USAGE*>(
      X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr));
  for (int i = 0; i < sk_ASN1_OBJECT_num(usages); ++i) {
    char oid[80] = {};
    OBJ_obj2txt(oid, sizeof oid, sk_ASN1_OBJECT_value(usages, i), /*no_name=*/1);
    for (const Purpose purpose : kPurposes) {
      if (std::string_view(oid) == oid_of(purpose)) found.push_back(purpose);
    }
  }
  sk_ASN1_OBJECT_pop_free(usages, ASN1_OBJECT_free);
  return found;
}

bool has_readable_dates(const X509* certificate) {
  std::tm parts{};
  return ASN1_TIME_to_tm(X509_get0_notBefore(certificate), &parts) == 1 &&
         ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) == 1;
}

tl::expected<Certificate, KeyError> checked(X509* owned) {
  Owned<x509_st> certificate(owned);
  if (!certificate || !has_readable_dates(owned)) return tl::unexpected(KeyError::Malformed);
  if (!is_p256(X509_get0_pubkey(owned))) return tl::unexpected(KeyError::Unsupported);
  return Certificate(certificate.release());
}

}  // namespace

std::string_view name_of(KeyError error) {
  switch (error) {
    case KeyError::Missing: return "missing";
    case KeyError::Unreadable: return "not readable by this user";
    case KeyError::OpenToOthers: return "readable by others, mode 0600 is expected";
    case KeyError::Malformed: return "malformed";
    case KeyError::WrongPurpose: return "a certificate for another purpose";
    case KeyError::NotIssuedHere: return "not issued by this county's CA";
    case KeyError::Mismatch: return "key and certificate do not belong together";
    case KeyError::Unsupported: return "not supported";
  }
  return "";
}

Certificate::Certificate(x509_st* owned) : handle_(owned, OpenSslFree{}) {
  base::check(owned != nullptr, "a certificate is there");
}

tl::expected<Certificate, KeyError> Certificate::from_pem(std::string_view pem) {
  const auto bio = reading(view_of(pem));
  return checked(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

tl::expected<Certificate, KeyError> Certificate::from_der(ByteView der) {
  ERR_clear_error();
  const unsigned char* at = der.data();
  Owned<x509_st> certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  if (certificate && at != der.data() + der.size()) return tl::unexpected(KeyError::Malformed);
  return checked(certificate.release());
}

Bytes Certificate::der() const {
  unsigned char* data = nullptr;
  const int size = i2d_X509(handle(), &data);
  base::check(size > 0, "a certificate has an encoding");
  Bytes out(data, data + size);
  OPENSSL_free(data);
  return out;
}

std::string Certificate::pem() const {
  const auto bio = writing();
  base::check(PEM_write_bio_X509(bio.get(), handle()) == 1, "a certificate has a PEM form");
  return std::string(written(bio.get()));
}

std::string Certificate::common_name() const {
  X509_NAME* subject = X509_get_subject_name(handle());
  const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (at < 0) return {};
  const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
  const ByteView text(ASN1_STRING_get0_data(value),
                      static_cast<std::size_t>(ASN1_STRING_length(value)));
  return std::string(text_of(text));
}

CertificateId Certificate::id() const {
  return {der_of(X509_get_issuer_name(handle())), magnitude_of(X509_get0_serialNumber(handle()))};
}

Hash Certificate::fingerprint() const { return sha256(der()); }

std::array<std::uint8_t, 4> Certificate::key_id() const {
  const Hash hash = fingerprint();
  return {hash[0], hash[1], hash[2], hash[3]};
}

base::WallTime Certificate::not_before() const { return wall_time(X509_get0_notBefore(handle())); }
base::WallTime Certificate::not_after() const { return wall_time(X509_get0_notAfter(handle())); }

bool Certificate::is_valid_at(base::WallTime at) const {
  return not_before() <= at && at <= not_after();
}

bool Certificate::is_for(Purpose purpose) const {
  const std::uint32_t needed = purpose == Purpose::Recipient ? std::uint32_t{KU_KEY_AGREEMENT}
                                                             : std::uint32_t{KU_DIGITAL_SIGNATURE};
  const std::uint32_t usage = X509_get_key_usage(handle());
  // UINT32_MAX: there is no key usage extension, which we never issue.
  if (usage == UINT32_MAX || (usage & needed) == 0) return false;
  return purposes_of(handle()) == std::vector{purpose};
}

bool Certificate::is_issued_by(const Certificate& ca) const {
  ERR_clear_error();
  const Owned<x509_store_st> store(X509_STORE_new());
  const Owned<x509_store_ctx_st> context(X509_STORE_CTX_new());
  base::check(store && context, "memory for a certificate check");
  X509_STORE_add_cert(store.get(), ca.handle());
  X509_STORE_set_flags(store.get(), X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_X509_STRICT);
  X509_STORE_CTX_init(context.get(), store.get(), handle(), nullptr);
  // A CA's own certificate would pass as well; nothing but a CA is issued by itself.
  return X509_verify_cert(context.get()) == 1 && X509_cmp(handle(), ca.handle()) != 0;
}

PrivateKey::PrivateKey(evp_pkey_st* owned) : handle_(owned, OpenSslFree{}) {
  base::check(owned != nullptr, "a key is there");
}

PrivateKey PrivateKey::generate() { return PrivateKey(EVP_EC_gen("P-256")); }

tl::expected<PrivateKey, KeyError> PrivateKey::from_pem(std::string_view pem) {
  const auto bio = reading(view_of(pem));
  // An empty password instead of OpenSSL's question on the terminal.
  char no_password[] = "";
  Owned<evp_pkey_st> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, no_password));
  if (!key) return tl::unexpected(KeyError::Malformed);
  if (!is_p256(key.get())) return tl::unexpected(KeyError::Unsupported);
  return PrivateKey(key.release());
}

std::string PrivateKey::pem() const {
  const auto bio = writing();
  base::check(PEM_write_bio_PKCS8PrivateKey(bio.get(), handle(), nullptr, nullptr, 0, nullptr,
                                            nullptr) == 1, "a key has a PEM form");
  return std::string(written(bio.get()));
}

bool PrivateKey::belongs_to(const Certificate& certificate) const {
  return EVP_PKEY_eq(handle(), X509_get0_pubkey(certificate.handle())) == 1;
}

}  // namespace huimin::queue
