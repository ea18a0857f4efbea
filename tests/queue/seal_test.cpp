#include <doctest/doctest.h>

#include "kiosk/queue/seal.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

Bytes openssl_seal(const Hall& hall, const std::string& options) {
  write_text(hall.folder() / "plain", "plain text\n");
  const auto out = hall.folder() / "sealed";
  const Ran ran = run("openssl cms -encrypt -binary -outform DER -in '" +
                      (hall.folder() / "plain").string() + "' -out '" + out.string() +
                      "' -recip '" + (hall.pki() / "intake-recipient.pem").string() + "' " +
                      options);
  REQUIRE_MESSAGE(ran.status == 0, ran.output);
  const std::string content = read_text(out);
  return {content.begin(), content.end()};
}

}  // namespace

TEST_SUITE("seal") {
  TEST_CASE("what is sealed comes back byte for byte") {
    const Hall hall;
    const auto recipients = hall.intake().recipients;
    for (const std::string& plain : {std::string(), std::string("a\nb\r\n"),
                                     std::string("\0\xFF", 2), std::string(300'000, 'x')}) {
      const Bytes p7m = seal(plain, hall.keys().county.recipient);
      const auto opened = unseal(p7m, recipients);
      REQUIRE(opened);
      CHECK(opened->text() == plain);
    }
  }

  TEST_CASE("no flipped bit gives another text") {
    const Hall hall;
    const auto recipients = hall.intake().recipients;
    const std::string plain = "{\"schema\":1}";
    const Bytes good = seal(plain, hall.keys().county.recipient);
    for (std::size_t at = 0; at < good.size(); ++at) {
      Bytes bad = good;
      bad[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
      const auto opened = unseal(bad, recipients);
      // A bit of the structure's version numbers may flip; the text never does.
      CHECK((!opened || opened->text() == plain));
    }
  }

  TEST_CASE("bytes after a sealed body and every cut are refused") {
    const Hall hall;
    const auto recipients = hall.intake().recipients;
    Bytes p7m = seal("x", hall.keys().county.recipient);
    for (std::size_t size = 0; size < p7m.size(); size += 5) {
      CHECK_FALSE(unseal(ByteView(p7m).first(size), recipients));
    }
    p7m.push_back(0);
    CHECK(unseal(p7m, recipients).error() == SealError::TrailingBytes);
  }

  TEST_CASE("who is not the recipient opens nothing, the terminal least of all") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    const Bytes p7m = seal("x", keys.county.recipient);
    CHECK(unseal(p7m, std::vector<Identity>{keys.terminal}).error() == SealError::NotForUs);
    CHECK(unseal(p7m, {}).error() == SealError::NotForUs);
    // The right certificate with a wrong key.
    const std::vector<Identity> wrong = {{keys.county.recipient, PrivateKey::generate()}};
    CHECK(unseal(p7m, wrong).error() == SealError::Refused);
  }

  TEST_CASE("while keys roll over both open, each what was sealed to it") {
    const Hall hall;
    auto recipients = hall.intake().recipients;
    const Identity next = make_reply_identity(kNow);
    recipients.insert(recipients.begin(), next);
    CHECK(unseal(seal("old", hall.keys().county.recipient), recipients)->text() == "old");
    CHECK(unseal(seal("new", next.certificate), recipients)->text() == "new");
  }

  TEST_CASE("openssl's default key derivation by SHA-1 is refused, SHA-256 is taken") {
    const Hall hall;
    const auto recipients = hall.intake().recipients;
    const Bytes good = openssl_seal(hall, "-aes-256-gcm -keyopt ecdh_kdf_md:sha256");
    REQUIRE(unseal(good, recipients));
    CHECK(unseal(good, recipients)->text() == "plain text\n");
    CHECK(unseal(openssl_seal(hall, "-aes-256-gcm"), recipients).error() == SealError::WrongSuite);
  }

  TEST_CASE("another cipher is refused, authenticated or not") {
    const Hall hall;
    const auto recipients = hall.intake().recipients;
    const Bytes weaker = openssl_seal(hall, "-aes-128-gcm -keyopt ecdh_kdf_md:sha256");
    CHECK(unseal(weaker, recipients).error() == SealError::WrongSuite);
    const Bytes open = openssl_seal(hall, "-aes-256-cbc -keyopt ecdh_kdf_md:sha256");
    CHECK(unseal(open, recipients).error() == SealError::Malformed);
  }
}
