#include "kiosk/queue/openssl_handles.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include "kiosk/base/check.h"

namespace huimin::queue {

void OpenSslFree::operator()(asn1_object_st* object) const { ASN1_OBJECT_free(object); }
void OpenSslFree::operator()(asn1_string_st* string) const { ASN1_STRING_free(string); }
void OpenSslFree::operator()(bignum_st* number) const { BN_clear_free(number); }
void OpenSslFree::operator()(bio_st* bio) const { BIO_free_all(bio); }
void OpenSslFree::operator()(CMS_ContentInfo_st* cms) const { CMS_ContentInfo_free(cms); }
void OpenSslFree::operator()(evp_pkey_ctx_st* context) const { EVP_PKEY_CTX_free(context); }
void OpenSslFree::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }
void OpenSslFree::operator()(x509_st* certificate) const { X509_free(certificate); }
void OpenSslFree::operator()(x509_store_ctx_st* context) const { X509_STORE_CTX_free(context); }
void OpenSslFree::operator()(x509_store_st* store) const { X509_STORE_free(store); }

Owned<bio_st> reading(ByteView bytes) {
  ERR_clear_error();
  // A null pointer with length 0 is refused by OpenSSL.
  const void* data = bytes.empty() ? "" : static_cast<const void*>(bytes.data());
  Owned<bio_st> bio(BIO_new_mem_buf(data, static_cast<int>(bytes.size())));
  base::check(bio != nullptr, "memory for a BIO");
  return bio;
}

Owned<bio_st> writing() {
  Owned<bio_st> bio(BIO_new(BIO_s_mem()));
  base::check(bio != nullptr, "memory for a BIO");
  return bio;
}

std::string_view written(bio_st* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

Bytes der_of(const X509_name_st* name) {
  unsigned char* data = nullptr;
  const int size = i2d_X509_NAME(name, &data);
  base::check(size > 0, "a name has an encoding");
  const Bytes out(data, data + size);
  OPENSSL_free(data);
  return out;
}

Bytes magnitude_of(const asn1_string_st* integer) {
  const Owned<bignum_st> number(ASN1_INTEGER_to_BN(integer, nullptr));
  if (!number) return {};
  Bytes out(static_cast<std::size_t>(BN_num_bytes(number.get())));
  BN_bn2bin(number.get(), out.data());
  return out;
}

CmsParse parse_cms(ByteView der, Owned<CMS_ContentInfo_st>& out) {
  ERR_clear_error();
  const unsigned char* at = der.data();
  out.reset(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
  if (!out) return CmsParse::Malformed;
  // OpenSSL is content with one structure at the beginning; whatever follows was never signed.
  return at == der.data() + der.size() ? CmsParse::One : CmsParse::TrailingBytes;
}

Bytes der_of(CMS_ContentInfo_st* cms) {
  unsigned char* data = nullptr;
  const int size = i2d_CMS_ContentInfo(cms, &data);
  base::check(size > 0, "a CMS blob has an encoding");
  const Bytes out(data, data + size);
  OPENSSL_free(data);
  return out;
}

}  // namespace huimin::queue
