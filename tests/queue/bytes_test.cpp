#include <doctest/doctest.h>

#include "kiosk/queue/bytes.h"

using namespace huimin::queue;

TEST_SUITE("bytes") {
  TEST_CASE("SHA-256 of the standard's example is the standard's answer") {
    // FIPS 180-4, "abc".
    CHECK(hex(sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  TEST_CASE("a hash in text is exactly 64 lower-case digits") {
    const std::string text = hex(sha256("abc"));
    CHECK(parse_hash(text) == sha256("abc"));
    CHECK_FALSE(parse_hash(text.substr(1)));
    CHECK_FALSE(parse_hash(text + "0"));
    CHECK_FALSE(parse_hash("B" + text.substr(1)));
    CHECK_FALSE(parse_hash("g" + text.substr(1)));
  }

  TEST_CASE("base64 goes both ways for every length and refuses other forms") {
    Bytes bytes;
    for (int size = 0; size < 40; ++size) {
      CHECK(parse_base64(base64(bytes)) == bytes);
      bytes.push_back(static_cast<std::uint8_t>(size * 37));
    }
    CHECK(base64(view_of("ab")) == "YWI=");
    CHECK_FALSE(parse_base64("YWI"));
    CHECK_FALSE(parse_base64(" YWI="));
    CHECK_FALSE(parse_base64("YWJ="));  // bits beyond the byte
    CHECK_FALSE(parse_base64("Y===") );
  }

  TEST_CASE("two random ids are never the same") { CHECK(random_id() != random_id()); }
}
