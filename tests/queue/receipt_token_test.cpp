#include <doctest/doctest.h>

#include <random>

#include "kiosk/queue/cbor.h"
#include "kiosk/queue/receipt_token.h"
#include "kiosk/queue/trust.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

constexpr const char* kHost = "status.huimin.example";

ReceiptClaims sample() {
  ReceiptClaims claims;
  claims.number = {430522, 7, 321};
  claims.at = std::chrono::floor<std::chrono::seconds>(kNow);
  claims.programme = "P08";
  claims.envelope = {1, 2, 3, 4, 5, 6, 7, 8};
  return claims;
}

std::string sample_text(const TerminalKeys& keys) {
  return receipt_text(kHost, make_receipt_token(sample(), keys.terminal));
}

// The token's parts (RFC 9052), for building wrong ones.
struct Parts {
  Bytes key_id, payload, signature;
};
Parts take_apart(const Bytes& token) {
  CborReader in(ByteView(token).subspan(1));
  REQUIRE(in.array(4));
  REQUIRE(in.bytes());
  REQUIRE(in.map(1));
  REQUIRE(in.unsigned_integer() == 4U);
  const auto copy = [](ByteView view) { return Bytes(view.begin(), view.end()); };
  return {copy(*in.bytes()), copy(*in.bytes()), copy(*in.bytes())};
}

Bytes tagged(const CborWriter& out) {
  Bytes token(1, 0xD2);
  for (const std::uint8_t each : out.written()) token.push_back(each);
  return token;
}

}  // namespace

TEST_SUITE("receipt digits") {
  TEST_CASE("bytes of every length come back, and lengths are as the format says") {
    const std::size_t lengths[] = {0, 3, 5, 8, 10, 13, 15, 17};
    Bytes bytes;
    for (std::size_t size = 0; size < 60; ++size) {
      const std::string digits = to_digits(bytes);
      CHECK(digits.size() == size / 7 * 17 + lengths[size % 7]);
      CHECK(from_digits(digits) == bytes);
      bytes.push_back(static_cast<std::uint8_t>(size * 91));
    }
    CHECK(to_digits(Bytes{0, 1}) == "00001");
    CHECK(to_digits(Bytes(7, 0xFF)) == "72057594037927935");
  }

  TEST_CASE("a chunk beyond its bytes, a wrong length and anything but digits are refused") {
    CHECK_FALSE(from_digits("256"));
    CHECK(from_digits("255") == Bytes{255});
    CHECK_FALSE(from_digits("72057594037927936"));
    CHECK_FALSE(from_digits("1"));
    CHECK_FALSE(from_digits("1234"));
    CHECK_FALSE(from_digits("12a"));
    CHECK_FALSE(from_digits("-12"));
  }
}

TEST_SUITE("receipt token") {
  TEST_CASE("claims come back, and the code is upper case and digits only") {
    const TerminalKeys keys = Hall().keys();
    const std::string text = sample_text(keys);
    CHECK(text.starts_with("HTTPS://STATUS.HUIMIN.EXAMPLE/R/"));
    CHECK(text.find_first_not_of("0123456789", 32) == std::string::npos);
    // Version 8 at level M holds it, with an address of 28 characters (backend measurements, 6).
    CHECK(text.size() <= 28 + 290);
    const auto token = read_receipt_text(text);
    REQUIRE(token);
    CHECK(*key_id_of(*token) == keys.terminal.certificate.key_id());
    const auto claims = verify_receipt_token(*token, keys.terminal.certificate);
    REQUIRE(claims);
    CHECK(*claims == sample());
  }

  TEST_CASE("a scanner that types lower case and another host change nothing") {
    const TerminalKeys keys = Hall().keys();
    std::string text = sample_text(keys);
    text.replace(0, 29, "https://other.example");
    CHECK(read_receipt_text(text).has_value());
  }

  TEST_CASE("each single altered digit, each cut and each swap of neighbours is refused") {
    const Hall hall;
    const auto trust = TrustList::load(hall.pki());
    REQUIRE(trust);
    const std::string text = sample_text(hall.keys());
    REQUIRE(trust->check(text).verdict == Verdict::True);
    const std::size_t begin = text.rfind('/') + 1;
    const auto is_refused = [&](const std::string& altered) {
      const Verdict verdict = trust->check(altered).verdict;
      return verdict == Verdict::Altered || verdict == Verdict::UnknownTerminal ||
             verdict == Verdict::NotAReceipt;
    };
    for (std::size_t at = begin; at < text.size(); ++at) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string altered = text;
        altered[at] = digit;
        if (altered != text) CHECK(is_refused(altered));
      }
      CHECK(is_refused(text.substr(0, at)));
      CHECK(is_refused(text.substr(0, at) + text.substr(at + 1)));
      std::string swapped = text;
      if (at + 1 < text.size()) std::swap(swapped[at], swapped[at + 1]);
      if (swapped != text) CHECK(is_refused(swapped));
    }
    for (char digit = '0'; digit <= '9'; ++digit) CHECK(is_refused(text + digit));
    CHECK(is_refused(text + "000"));
    CHECK(is_refused(text + "\r"));
  }

  TEST_CASE("other codes are no receipts, ours with something broken are damaged") {
    const std::string text = sample_text(Hall().keys());
    for (const std::string& other :
         {std::string(), std::string("6901234567892"), std::string("WIFI:S:hall;;"),
          std::string("HTTPS://EXAMPLE.COM/"), std::string("HTTPS://EXAMPLE.COM/R/"),
          std::string("HTTPS:///R/123"), std::string("HTTPS://EXAMPLE.COM/R/ABOUT"),
          std::string("HTTP://EXAMPLE.COM/R/12345")}) {
      CHECK(read_receipt_text(other).error() == TokenError::NotOurs);
    }
    CHECK(read_receipt_text(text + "x").error() == TokenError::Damaged);
    CHECK(read_receipt_text("HTTPS://A/R/" + std::string(5'000, '1')).error() ==
          TokenError::Damaged);
  }

  TEST_CASE("a longer integer, a second key, another order or trailing bytes are refused") {
    const TerminalKeys keys = Hall().keys();
    const Bytes good = make_receipt_token(sample(), keys.terminal);
    const Parts parts = take_apart(good);
    const Bytes protected_header = {0xA1, 0x01, 0x26};
    const auto build = [&](const Bytes& header, auto unprotected) {
      CborWriter out;
      out.array(4).bytes(header);
      unprotected(out);
      out.bytes(parts.payload).bytes(parts.signature);
      return tagged(out);
    };
    const auto key_id = [&](CborWriter& out) {
      out.map(1).unsigned_integer(4).bytes(parts.key_id);
    };
    REQUIRE(build(protected_header, key_id) == good);
    CHECK_FALSE(key_id_of(build({0xA1, 0x01, 0x27}, key_id)));
    CHECK_FALSE(key_id_of(build({0xA1, 0x01, 0x38, 0x06}, key_id)));
    CHECK_FALSE(key_id_of(build({}, key_id)));
    CHECK_FALSE(key_id_of(build(protected_header, [](CborWriter& out) { out.map(0); })));
    CHECK_FALSE(key_id_of(build(protected_header, [&](CborWriter& out) {
      out.map(2).unsigned_integer(4).bytes(parts.key_id).unsigned_integer(4).bytes(parts.key_id);
    })));
    // 0x18 0x04 is the label 4 in two bytes.
    Bytes longer = good;
    longer[6 + 1] = 0x18;
    longer.insert(longer.begin() + 8, 0x04);
    CHECK_FALSE(key_id_of(longer));
    Bytes trailing = good;
    trailing.push_back(0);
    CHECK_FALSE(key_id_of(trailing));
    const Bytes untagged(good.begin() + 1, good.end());
    CHECK_FALSE(key_id_of(untagged));
  }

  TEST_CASE("claims in another form are refused although the terminal signed them") {
    // Signed by a program that writes CBOR otherwise: here the key 1 stands twice.
    const TerminalKeys keys = Hall().keys();
    const Parts parts = take_apart(make_receipt_token(sample(), keys.terminal));
    CborReader in(parts.payload);
    CHECK(in.map(5));
    CHECK_FALSE(CborReader(parts.payload).map(6));
    ReceiptClaims other = sample();
    other.number.terminal = 8;
    // The number of another terminal under this terminal's signature.
    const Bytes foreign = make_receipt_token(other, keys.terminal);
    CHECK(verify_receipt_token(foreign, keys.terminal.certificate).error() == TokenError::Forged);
  }

  TEST_CASE("another terminal's certificate does not verify it") {
    const Hall hall;
    const auto other = load_terminal_keys(hall.folder() / "other" / "keys");
    const Bytes token = make_receipt_token(sample(), hall.keys().terminal);
    CHECK(verify_receipt_token(token, other->terminal.certificate).error() == TokenError::Forged);
  }

  TEST_CASE("signatures with leading zeros keep their length") {
    const TerminalKeys keys = Hall().keys();
    for (int i = 0; i < 600; ++i) {
      const Bytes token = make_receipt_token(sample(), keys.terminal);
      CHECK(verify_receipt_token(token, keys.terminal.certificate));
    }
  }
}
