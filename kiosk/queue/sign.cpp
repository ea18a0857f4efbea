#include "kiosk/queue/sign.h"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

#include "kiosk/base/check.h"
#include "kiosk/queue/openssl_handles.h"

namespace huimin::queue {
namespace {

constexpr unsigned kSignFlags = CMS_BINARY | CMS_NOCERTS | CMS_NOSMIMECAP;
// Chain, purpose and dates are checked by who keeps the certificate, once instead of at each
// envelope.
constexpr unsigned kVerifyFlags = CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY | CMS_NOINTERN;

int nid_of(const X509_ALGOR* algorithm) {
  const ASN1_OBJECT* object = nullptr;
  X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
  return OBJ_obj2nid(object);
}

struct StackFree {
  void operator()(STACK_OF(X509)* stack) const { sk_X509_free(stack); }
};

// The blob, when it is one SignedData over id-data with exactly one signer.
tl::expected<Owned<CMS_ContentInfo_st>, SignatureError> parse_signed(ByteView p7s) {
  Owned<CMS_ContentInfo_st> cms;
  switch (parse_cms(p7s, cms)) {
    case CmsParse::Malformed: return tl::unexpected(SignatureError::Malformed);
    case CmsParse::TrailingBytes: return tl::unexpected(SignatureError::TrailingBytes);
    case CmsParse::One: break;
  }
  if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) {
    return tl::unexpected(SignatureError::Malformed);
  }
  if (OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_pkcs7_data) {
    return tl::unexpected(SignatureError::WrongAlgorithm);
  }
  if (sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms.get())) != 1) {
    return tl::unexpected(SignatureError::NotOneSigner);
  }
  return cms;
}

CMS_SignerInfo* only_signer(CMS_ContentInfo* cms) {
  return sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
}

// CMS_verify alone takes SHA-1, and signatures without attributes.
bool is_of_our_suite(CMS_SignerInfo* signer) {
  X509_ALGOR* digest = nullptr;
  X509_ALGOR* signature = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &signature);
  return nid_of(digest) == NID_sha256 && nid_of(signature) == NID_ecdsa_with_SHA256 &&
         CMS_signed_get_attr_count(signer) > 0;
}

}  // namespace

std::string_view name_of(SignatureError error) {
  switch (error) {
    case SignatureError::Malformed: return "not CMS SignedData";
    case SignatureError::TrailingBytes: return "bytes after the signature";
    case SignatureError::NotOneSigner: return "not exactly one signer";
    case SignatureError::WrongAlgorithm: return "another algorithm than P-256 with SHA-256";
    case SignatureError::UnknownSigner: return "signed by somebody else";
    case SignatureError::Refused: return "the signature does not fit";
  }
  return "";
}

Bytes sign(std::string_view content, const Identity& signer) {
  const auto in = reading(view_of(content));
  const Owned<CMS_ContentInfo_st> cms(
      CMS_sign(nullptr, nullptr, nullptr, nullptr, kSignFlags | CMS_PARTIAL));
  base::check(cms != nullptr, "memory for a signature");
  const auto* added = CMS_add1_signer(cms.get(), signer.certificate.handle(), signer.key.handle(),
                                      EVP_sha256(), kSignFlags);
  base::check(added != nullptr, "the key belongs to the certificate");
  base::check(CMS_final(cms.get(), in.get(), nullptr, CMS_BINARY) == 1, "the key signs");
  return der_of(cms.get());
}

tl::expected<CertificateId, SignatureError> signer_of(ByteView p7s) {
  auto cms = parse_signed(p7s);
  if (!cms) return tl::unexpected(cms.error());
  X509_NAME* issuer = nullptr;
  ASN1_INTEGER* serial = nullptr;
  CMS_SignerInfo_get0_signer_id(only_signer(cms->get()), nullptr, &issuer, &serial);
  // Named by key id: a form we never write.
  if (issuer == nullptr || serial == nullptr) return tl::unexpected(SignatureError::UnknownSigner);
  return CertificateId{der_of(issuer), magnitude_of(serial)};
}

std::optional<std::string> peek_signed(ByteView p7s) {
  auto cms = parse_signed(p7s);
  if (!cms) return std::nullopt;
  ASN1_OCTET_STRING** content = CMS_get0_content(cms->get());
  if (content == nullptr || *content == nullptr) return std::nullopt;
  const ByteView bytes(ASN1_STRING_get0_data(*content),
                       static_cast<std::size_t>(ASN1_STRING_length(*content)));
  return std::string(text_of(bytes));
}

tl::expected<std::string, SignatureError> verify_signed(ByteView p7s, const Certificate& signer) {
  auto cms = parse_signed(p7s);
  if (!cms) return tl::unexpected(cms.error());
  CMS_SignerInfo* named = only_signer(cms->get());
  if (!is_of_our_suite(named)) return tl::unexpected(SignatureError::WrongAlgorithm);
  if (CMS_SignerInfo_cert_cmp(named, signer.handle()) != 0) {
    return tl::unexpected(SignatureError::UnknownSigner);
  }
  const std::unique_ptr<STACK_OF(X509), StackFree> known(sk_X509_new_null());
  base::check(known && sk_X509_push(known.get(), signer.handle()) > 0, "memory for a signer");
  const auto out = writing();
  // What stands in `out` after a failure has not been verified.
  if (CMS_verify(cms->get(), known.get(), nullptr, nullptr, out.get(), kVerifyFlags) != 1) {
    return tl::unexpected(SignatureError::Refused);
  }
  return std::string(written(out.get()));
}

}  // namespace huimin::queue
