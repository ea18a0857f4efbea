#include <doctest/doctest.h>

#include "kiosk/queue/files.h"
#include "kiosk/queue/sign.h"
#include "kiosk/queue/trust.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

ReceiptClaims claims_at(base::WallTime at) {
  ReceiptClaims claims;
  claims.number = {430522, 7, 5};
  claims.at = std::chrono::floor<std::chrono::seconds>(at);
  claims.programme = "P08";
  return claims;
}

std::string receipt_at(const Hall& hall, base::WallTime at) {
  return receipt_text("S.EXAMPLE", make_receipt_token(claims_at(at), hall.keys().terminal));
}

TrustList list_of(const Hall& hall, const std::vector<TrustedTerminal>& terminals) {
  const IntakeKeys intake = hall.intake();
  const Bytes p7s = make_trust_list(terminals, kNow, intake.signing);
  auto list = TrustList::parse(p7s, intake.signing.certificate, intake.ca);
  REQUIRE(list);
  return *list;
}

}  // namespace

TEST_SUITE("trust") {
  TEST_CASE("both the county's folder and a terminal's keys hold the list") {
    const Hall hall;
    for (const auto& dir : {hall.pki(), hall.state() / "keys"}) {
      const auto list = TrustList::load(dir);
      REQUIRE(list);
      CHECK(list->terminals().size() == 2);
      CHECK(list->issued_at() == kNow);
    }
  }

  TEST_CASE("each verdict") {
    const Hall hall;
    const Certificate terminal = hall.keys().terminal.certificate;
    const auto other = load_certificate(hall.folder() / "other" / "keys" / "terminal.pem");
    const TrustList valid = list_of(hall, {{terminal, {}}});
    const TrustList withdrawn = list_of(hall, {{terminal, kNow}});
    const TrustList foreign = list_of(hall, {{*other, {}}});
    const auto hour = std::chrono::hours{1};
    CHECK(valid.check(receipt_at(hall, kNow)).verdict == Verdict::True);
    CHECK(withdrawn.check(receipt_at(hall, kNow - hour)).verdict == Verdict::TrueBeforeWithdrawal);
    CHECK(withdrawn.check(receipt_at(hall, kNow)).verdict == Verdict::MadeAfterWithdrawal);
    CHECK(withdrawn.check(receipt_at(hall, base::WallTime{})).verdict ==
          Verdict::MadeAfterWithdrawal);
    CHECK(valid.check(receipt_at(hall, terminal.not_after() + hour)).verdict ==
          Verdict::MadeAfterWithdrawal);
    CHECK(foreign.check(receipt_at(hall, kNow)).verdict == Verdict::UnknownTerminal);
    CHECK(valid.check(receipt_at(hall, kNow) + "1").verdict == Verdict::Altered);
    CHECK(valid.check("HTTPS://EXAMPLE.COM/").verdict == Verdict::NotAReceipt);
  }

  TEST_CASE("a list that the intake did not sign is refused") {
    const Hall hall;
    const IntakeKeys intake = hall.intake();
    const TerminalKeys keys = hall.keys();
    const Bytes forged = make_trust_list({{keys.terminal.certificate, {}}}, kNow, keys.terminal);
    CHECK(TrustList::parse(forged, intake.signing.certificate, intake.ca).error() ==
          TrustError::Forged);
    // A terminal's certificate in the place of the intake's.
    CHECK(TrustList::parse(forged, keys.terminal.certificate, intake.ca).error() ==
          TrustError::Unreadable);
    const Bytes nonsense = sign("{\"what\":\"trust-list\"}", intake.signing);
    CHECK(TrustList::parse(nonsense, intake.signing.certificate, intake.ca).error() ==
          TrustError::BadContent);
  }

  TEST_CASE("a list with a certificate that is no terminal's is refused as a whole") {
    const Hall hall;
    const IntakeKeys intake = hall.intake();
    const Bytes p7s = make_trust_list({{intake.signing.certificate, {}}}, kNow, intake.signing);
    CHECK(TrustList::parse(p7s, intake.signing.certificate, intake.ca).error() ==
          TrustError::BadContent);
  }

  TEST_CASE("a folder without the list is told apart from one with a broken list") {
    const Hall hall;
    write_text(hall.pki() / kTrustFile, "garbage");
    CHECK(TrustList::load(hall.pki()).error() == TrustError::Forged);
    std::filesystem::remove(hall.pki() / kTrustFile);
    CHECK(TrustList::load(hall.pki()).error() == TrustError::Missing);
  }

  TEST_CASE("openssl alone verifies the list") {
    const Hall hall;
    const Ran ran = run("cd '" + hall.pki().string() +
                        "' && openssl cms -verify -binary -inform DER -in trust.p7s "
                        "-certfile intake-signing.pem -CAfile ca.pem");
    CHECK_MESSAGE(ran.status == 0, ran.output);
    CHECK(ran.output.find("\"what\":\"trust-list\"") != std::string::npos);
  }
}
