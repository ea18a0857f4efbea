#include <doctest/doctest.h>

#include "kiosk/queue/seal.h"
#include "kiosk/queue/sign.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

// Signs "text" with the openssl program and the terminal's key.
Bytes openssl_sign(const Hall& hall, const std::string& options) {
  const auto keys = hall.state() / "keys";
  write_text(hall.folder() / "text", "{\"a\":1}\n");
  const auto out = hall.folder() / "signed";
  const Ran ran = run("openssl cms -sign -binary -nodetach -outform DER -in '" +
                      (hall.folder() / "text").string() + "' -signer '" +
                      (keys / "terminal.pem").string() + "' -inkey '" +
                      (keys / "terminal.key").string() + "' -out '" + out.string() + "' " +
                      options);
  REQUIRE_MESSAGE(ran.status == 0, ran.output);
  const std::string content = read_text(out);
  return {content.begin(), content.end()};
}

}  // namespace

TEST_SUITE("sign") {
  TEST_CASE("a signed text comes back byte for byte, line ends and zeros too") {
    const TerminalKeys keys = Hall().keys();
    for (const std::string& text : {std::string("a\nb\r\nc"), std::string("\0x\0", 3),
                                    std::string("{}"), std::string(100'000, 'x')}) {
      const Bytes p7s = sign(text, keys.terminal);
      const auto content = verify_signed(p7s, keys.terminal.certificate);
      REQUIRE(content);
      CHECK(*content == text);
      CHECK(peek_signed(p7s) == text);
      CHECK(*signer_of(p7s) == keys.terminal.certificate.id());
    }
  }

  TEST_CASE("no flipped bit gives another text") {
    const TerminalKeys keys = Hall().keys();
    const std::string text = "{\"a\":1}";
    const Bytes good = sign(text, keys.terminal);
    int accepted = 0;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
      Bytes bad = good;
      bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
      const auto content = verify_signed(bad, keys.terminal.certificate);
      CHECK((!content || *content == text));
      accepted += content ? 1 : 0;
    }
    // Version numbers, the case of the issuer's name and a few tags are covered by no signature:
    // whoever keeps a blob keeps a digest of its bytes beside it (row_digest.h).
    CHECK(accepted < 60);
  }

  TEST_CASE("bytes after the signature are refused") {
    const TerminalKeys keys = Hall().keys();
    Bytes p7s = sign("{}", keys.terminal);
    p7s.push_back(0);
    CHECK(verify_signed(p7s, keys.terminal.certificate).error() == SignatureError::TrailingBytes);
  }

  TEST_CASE("every cut of a signature is refused") {
    const TerminalKeys keys = Hall().keys();
    const Bytes good = sign("{}", keys.terminal);
    for (std::size_t size = 0; size < good.size(); size += 7) {
      CHECK_FALSE(verify_signed(ByteView(good).first(size), keys.terminal.certificate));
    }
  }

  TEST_CASE("another terminal's signature is not taken for this one's") {
    const Hall hall;
    const auto other = load_terminal_keys(hall.folder() / "other" / "keys");
    const Bytes p7s = sign("{}", other->terminal);
    CHECK(verify_signed(p7s, hall.keys().terminal.certificate).error() ==
          SignatureError::UnknownSigner);
  }

  TEST_CASE("what openssl signs in our suite is taken, SHA-1 and bare signatures are not") {
    const Hall hall;
    const Certificate certificate = hall.keys().terminal.certificate;
    CHECK(verify_signed(openssl_sign(hall, "-md sha256 -nocerts"), certificate));
    CHECK(verify_signed(openssl_sign(hall, "-md sha256"), certificate));
    CHECK(verify_signed(openssl_sign(hall, "-md sha1"), certificate).error() ==
          SignatureError::WrongAlgorithm);
    CHECK(verify_signed(openssl_sign(hall, "-md sha384"), certificate).error() ==
          SignatureError::WrongAlgorithm);
    CHECK(verify_signed(openssl_sign(hall, "-md sha256 -noattr"), certificate).error() ==
          SignatureError::WrongAlgorithm);
  }

  TEST_CASE("two signers are one too many") {
    const Hall hall;
    const auto other = hall.folder() / "other" / "keys";
    const std::string second = " -signer '" + (other / "terminal.pem").string() + "' -inkey '" +
                               (other / "terminal.key").string() + "'";
    const Bytes p7s = openssl_sign(hall, "-md sha256" + second);
    CHECK(verify_signed(p7s, hall.keys().terminal.certificate).error() ==
          SignatureError::NotOneSigner);
  }

  TEST_CASE("a sealed body is no signature") {
    const TerminalKeys keys = Hall().keys();
    const Bytes p7m = seal("{}", keys.county.recipient);
    CHECK(verify_signed(p7m, keys.terminal.certificate).error() == SignatureError::Malformed);
  }
}
