#include "kiosk/queue/seal.h"

#include <openssl/asn1.h>
#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>

#include "kiosk/base/check.h"
#include "kiosk/queue/openssl_handles.h"

namespace huimin::queue {
namespace {

// Walks DER one element at a time; no indefinite lengths, which we never write.
class DerCursor {
 public:
  explicit DerCursor(ByteView der) : rest_(der) {}

  bool enter(int tag, int tag_class = V_ASN1_UNIVERSAL) {
    const auto content = take(tag, tag_class);
    if (content) rest_ = *content;
    return content.has_value();
  }
  bool skip(int tag) { return take(tag, V_ASN1_UNIVERSAL).has_value(); }
  ByteView rest() const { return rest_; }

 private:
  std::optional<ByteView> take(int tag, int tag_class) {
    const unsigned char* at = rest_.data();
    long length = 0;
    int found_tag = 0;
    int found_class = 0;
    const int flags = ASN1_get_object(&at, &length, &found_tag, &found_class,
                                      static_cast<long>(rest_.size()));
    // 0x80: a broken head; bit 0 with it: indefinite length.
    if ((flags & 0x80) != 0 || (flags & 1) != 0) return std::nullopt;
    if (found_tag != tag || found_class != tag_class) return std::nullopt;
    const ByteView content(at, static_cast<std::size_t>(length));
    rest_ = rest_.subspan(static_cast<std::size_t>(at - rest_.data()) + content.size());
    return content;
  }
  ByteView rest_;
};

// OpenSSL has no getter for the content cipher of AuthEnvelopedData (RFC 5083 2.1): the OID is read
// from the DER.
int content_cipher_of(ByteView p7m) {
  DerCursor at(p7m);
  const bool there = at.enter(V_ASN1_SEQUENCE) && at.skip(V_ASN1_OBJECT) &&
                     at.enter(0, V_ASN1_CONTEXT_SPECIFIC) && at.enter(V_ASN1_SEQUENCE) &&
                     at.skip(V_ASN1_INTEGER) && at.skip(V_ASN1_SET) &&
                     at.enter(V_ASN1_SEQUENCE) && at.skip(V_ASN1_OBJECT) &&
                     at.enter(V_ASN1_SEQUENCE);
  if (!there) return NID_undef;
  const unsigned char* data = at.rest().data();
  const Owned<asn1_object_st> oid(
      d2i_ASN1_OBJECT(nullptr, &data, static_cast<long>(at.rest().size())));
  return oid ? OBJ_obj2nid(oid.get()) : NID_undef;
}

bool has_our_key_agreement(CMS_RecipientInfo* info) {
  X509_ALGOR* algorithm = nullptr;
  if (CMS_RecipientInfo_kari_get0_alg(info, &algorithm, nullptr) != 1) return false;
  const ASN1_OBJECT* scheme = nullptr;
  X509_ALGOR_get0(&scheme, nullptr, nullptr, algorithm);
  return OBJ_obj2nid(scheme) == NID_dhSinglePass_stdDH_sha256kdf_scheme;
}

bool names(CMS_RecipientInfo* info, const Certificate& certificate) {
  auto* keys = CMS_RecipientInfo_kari_get0_reks(info);
  for (int i = 0; i < sk_CMS_RecipientEncryptedKey_num(keys); ++i) {
    auto* key = sk_CMS_RecipientEncryptedKey_value(keys, i);
    if (CMS_RecipientEncryptedKey_cert_cmp(key, certificate.handle()) == 0) return true;
  }
  return false;
}

const Identity* find_recipient(CMS_RecipientInfo* info, std::span<const Identity> recipients) {
  for (const Identity& one : recipients) {
    if (names(info, one.certificate)) return &one;
  }
  return nullptr;
}

}  // namespace

std::string_view name_of(SealError error) {
  switch (error) {
    case SealError::Malformed: return "not CMS AuthEnvelopedData";
    case SealError::TrailingBytes: return "bytes after the sealed body";
    case SealError::WrongSuite: return "another algorithm than AES-256-GCM and ECDH with SHA-256";
    case SealError::NotForUs: return "sealed to another recipient";
    case SealError::Refused: return "altered, or the wrong key";
  }
  return "";
}

Bytes seal(std::string_view plain, const Certificate& recipient) {
  const auto in = reading(view_of(plain));
  const Owned<CMS_ContentInfo_st> cms(
      CMS_encrypt(nullptr, in.get(), EVP_aes_256_gcm(), CMS_BINARY | CMS_PARTIAL));
  base::check(cms != nullptr, "memory for a sealed body");
  auto* info = CMS_add1_recipient_cert(cms.get(), recipient.handle(), 0);
  base::check(info != nullptr, "the recipient's certificate agrees on keys");
  // OpenSSL's default here is the SHA-1 KDF.
  base::check(EVP_PKEY_CTX_set_ecdh_kdf_md(CMS_RecipientInfo_get0_pkey_ctx(info),
                                           EVP_sha256()) == 1, "the KDF can be set");
  base::check(CMS_final(cms.get(), in.get(), nullptr, CMS_BINARY) == 1, "the body is sealed");
  return der_of(cms.get());
}

tl::expected<base::Secret, SealError> unseal(ByteView p7m, std::span<const Identity> recipients) {
  Owned<CMS_ContentInfo_st> cms;
  switch (parse_cms(p7m, cms)) {
    case CmsParse::Malformed: return tl::unexpected(SealError::Malformed);
    case CmsParse::TrailingBytes: return tl::unexpected(SealError::TrailingBytes);
    case CmsParse::One: break;
  }
  if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_id_smime_ct_authEnvelopedData) {
    return tl::unexpected(SealError::Malformed);
  }
  if (content_cipher_of(p7m) != NID_aes_256_gcm) return tl::unexpected(SealError::WrongSuite);
  auto* infos = CMS_get0_RecipientInfos(cms.get());
  if (sk_CMS_RecipientInfo_num(infos) != 1) return tl::unexpected(SealError::Malformed);
  auto* info = sk_CMS_RecipientInfo_value(infos, 0);
  if (CMS_RecipientInfo_type(info) != CMS_RECIPINFO_AGREE || !has_our_key_agreement(info)) {
    return tl::unexpected(SealError::WrongSuite);
  }
  const Identity* ours = find_recipient(info, recipients);
  if (ours == nullptr) return tl::unexpected(SealError::NotForUs);
  const auto out = writing();
  if (CMS_decrypt(cms.get(), ours->key.handle(), ours->certificate.handle(), nullptr, out.get(),
                  CMS_BINARY) != 1) {
    return tl::unexpected(SealError::Refused);
  }
  return base::Secret(std::string(written(out.get())));
}

}  // namespace huimin::queue
