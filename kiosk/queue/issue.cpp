// Makes single certificates; pki.cpp makes the folders of a hall out of them.

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "kiosk/base/check.h"
#include "kiosk/queue/openssl_handles.h"
#include "kiosk/queue/pki.h"
#include "kiosk/queue/purposes.h"

namespace huimin::queue {
namespace {

struct Validity {
  base::WallTime from;
  base::WallTime until;
};

void set_name(X509_NAME* name, const std::string& common_name) {
  const auto text = view_of(common_name);
  const int done = X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8, text.data(),
                                              static_cast<int>(text.size()), -1, 0);
  base::check(done == 1, "a common name of at most 64 characters");
}

void set_time(ASN1_TIME* field, base::WallTime at) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
  base::check(ASN1_TIME_set(field, seconds) != nullptr, "a date fits a certificate");
}

// 126 random bits, positive: nobody has to keep a counter.
void set_serial(X509* certificate) {
  Epoch random = random_epoch();
  random[0] = static_cast<std::uint8_t>((random[0] & 0x3FU) | 0x40U);
  const Owned<bignum_st> number(BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr));
  base::check(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)),
              "memory for a serial number");
}

void add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  base::check(extension != nullptr, "an extension is well formed");
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

Owned<x509_st> unsigned_certificate(const std::string& common_name, const PrivateKey& key,
                                    const Validity& validity) {
  Owned<x509_st> certificate(X509_new());
  base::check(certificate != nullptr, "memory for a certificate");
  X509_set_version(certificate.get(), X509_VERSION_3);
  set_serial(certificate.get());
  set_name(X509_get_subject_name(certificate.get()), common_name);
  set_time(X509_getm_notBefore(certificate.get()), validity.from);
  set_time(X509_getm_notAfter(certificate.get()), validity.until);
  X509_set_pubkey(certificate.get(), key.handle());
  return certificate;
}

// The wide-spread usage that openssl's own commands ask for, beside our purpose.
std::string extended_usage(Purpose purpose) {
  const std::string ours = oid_of(purpose);
  switch (purpose) {
    case Purpose::Terminal:
    case Purpose::IntakeSigning: return "emailProtection," + ours;
    case Purpose::TerminalTls: return "clientAuth," + ours;
    case Purpose::IntakeTls: return "serverAuth," + ours;
    case Purpose::Recipient: return ours;
  }
  return ours;
}

std::string alternative_names(const CertificatePlan& plan) {
  std::string names;
  const auto add = [&names](const char* kind, const std::string& name) {
    base::check(name.find_first_of(",:") == std::string::npos || kind[0] == 'I',
                "a host name has no comma and no colon");
    names += (names.empty() ? "" : ",") + std::string(kind) + ":" + name;
  };
  for (const auto& name : plan.dns_names) add("DNS", name);
  for (const auto& address : plan.ip_addresses) add("IP", address);
  return names;
}

}  // namespace

Identity make_ca(const std::string& common_name, base::WallTime not_before,
                 base::WallTime not_after) {
  const PrivateKey key = PrivateKey::generate();
  auto ca = unsigned_certificate(common_name, key, {not_before, not_after});
  X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get()));
  add_extension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  add_extension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
  add_extension(ca.get(), ca.get(), NID_subject_key_identifier, "hash");
  base::check(X509_sign(ca.get(), key.handle(), EVP_sha256()) > 0, "the CA signs itself");
  return {Certificate(ca.release()), key};
}

Identity issue(const Identity& ca, const CertificatePlan& plan) {
  const PrivateKey key = PrivateKey::generate();
  auto made = unsigned_certificate(plan.common_name, key, {plan.not_before, plan.not_after});
  X509* issuer = ca.certificate.handle();
  X509_set_issuer_name(made.get(), X509_get_subject_name(issuer));
  add_extension(made.get(), issuer, NID_basic_constraints, "critical,CA:FALSE");
  add_extension(made.get(), issuer, NID_key_usage,
                plan.purpose == Purpose::Recipient ? "critical,keyAgreement"
                                                   : "critical,digitalSignature");
  add_extension(made.get(), issuer, NID_ext_key_usage, extended_usage(plan.purpose));
  add_extension(made.get(), issuer, NID_subject_key_identifier, "hash");
  add_extension(made.get(), issuer, NID_authority_key_identifier, "keyid");
  const std::string names = alternative_names(plan);
  if (!names.empty()) add_extension(made.get(), issuer, NID_subject_alt_name, names);
  base::check(X509_sign(made.get(), ca.key.handle(), EVP_sha256()) > 0, "the CA signs");
  return {Certificate(made.release()), key};
}

Identity make_reply_identity(base::WallTime now) {
  const PrivateKey key = PrivateKey::generate();
  const Validity validity{now, now + std::chrono::hours{24}};
  auto made = unsigned_certificate("reply", key, validity);
  X509_set_issuer_name(made.get(), X509_get_subject_name(made.get()));
  add_extension(made.get(), made.get(), NID_key_usage, "critical,keyAgreement");
  add_extension(made.get(), made.get(), NID_ext_key_usage, extended_usage(Purpose::Recipient));
  base::check(X509_sign(made.get(), key.handle(), EVP_sha256()) > 0, "a key signs for itself");
  return {Certificate(made.release()), key};
}

}  // namespace huimin::queue
