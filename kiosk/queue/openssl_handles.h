#pragma once
// Owners for OpenSSL's objects and the few conversions this folder needs; included by its sources
// only.

#include <memory>
#include <string_view>

#include "kiosk/queue/bytes.h"

struct asn1_object_st;
struct asn1_string_st;
struct bignum_st;
struct bio_st;
struct CMS_ContentInfo_st;
struct evp_pkey_ctx_st;
struct evp_pkey_st;
struct X509_name_st;
struct x509_st;
struct x509_store_ctx_st;
struct x509_store_st;

namespace huimin::queue {

struct OpenSslFree {
  void operator()(asn1_object_st* object) const;
  void operator()(asn1_string_st* string) const;
  void operator()(bignum_st* number) const;
  void operator()(bio_st* bio) const;
  void operator()(CMS_ContentInfo_st* cms) const;
  void operator()(evp_pkey_ctx_st* context) const;
  void operator()(evp_pkey_st* key) const;
  void operator()(x509_st* certificate) const;
  void operator()(x509_store_ctx_st* context) const;
  void operator()(x509_store_st* store) const;
};
template <class Object>
using Owned = std::unique_ptr<Object, OpenSslFree>;

// Reads `bytes` in place: they must outlive it.
Owned<bio_st> reading(ByteView bytes);
// Grows in memory; wiped when freed.
Owned<bio_st> writing();
std::string_view written(bio_st* bio);

Bytes der_of(const X509_name_st* name);
Bytes magnitude_of(const asn1_string_st* integer);

// A CMS blob, when the bytes are exactly one.
enum class CmsParse : std::uint8_t { One, Malformed, TrailingBytes };
CmsParse parse_cms(ByteView der, Owned<CMS_ContentInfo_st>& out);
Bytes der_of(CMS_ContentInfo_st* cms);

}  // namespace huimin::queue
