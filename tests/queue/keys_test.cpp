#include <doctest/doctest.h>

#include <sys/stat.h>

#include "kiosk/queue/envelope.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

namespace fs = std::filesystem;

void replace(const fs::path& target, const fs::path& source) {
  fs::copy_file(source, target, fs::copy_options::overwrite_existing);
  ::chmod(target.c_str(), 0600);
}

}  // namespace

TEST_SUITE("keys") {
  TEST_CASE("keys are readable by their owner only, certificates by all") {
    const Hall hall;
    for (const auto& entry : fs::recursive_directory_iterator(hall.folder())) {
      if (!entry.is_regular_file()) continue;
      struct stat status {};
      REQUIRE(::stat(entry.path().c_str(), &status) == 0);
      INFO(entry.path().string());
      if (entry.path().extension() == ".key") CHECK((status.st_mode & 0777U) == 0600U);
      if (entry.path().extension() == ".pem") CHECK((status.st_mode & 0777U) == 0644U);
    }
  }

  TEST_CASE("a terminal's common name is its number") {
    CHECK(Hall().keys().terminal_id() == kTerminal);
  }

  TEST_CASE("a key that others may read is refused with its path") {
    const Hall hall;
    const auto key = hall.state() / "keys" / "terminal.key";
    ::chmod(key.c_str(), 0640);
    const auto keys = load_terminal_keys(hall.state() / "keys");
    REQUIRE_FALSE(keys);
    CHECK(keys.error().error == KeyError::OpenToOthers);
    CHECK(keys.error().path == key.string());
  }

  TEST_CASE("a missing, an empty and a foreign key are told apart") {
    const Hall hall;
    const auto key = hall.state() / "keys" / "terminal.key";
    replace(key, hall.folder() / "other" / "keys" / "terminal.key");
    CHECK(load_terminal_keys(hall.state() / "keys").error().error == KeyError::Mismatch);
    write_text(key, "");
    CHECK(load_terminal_keys(hall.state() / "keys").error().error == KeyError::Malformed);
    fs::remove(key);
    CHECK(load_terminal_keys(hall.state() / "keys").error().error == KeyError::Missing);
  }

  TEST_CASE("a certificate of one purpose is refused for every other") {
    const Hall hall;
    const auto pki = hall.pki();
    const auto load = [](const fs::path& file) { return *load_certificate(file); };
    const std::vector<std::pair<Purpose, Certificate>> all = {
        {Purpose::Terminal, load(hall.state() / "keys" / "terminal.pem")},
        {Purpose::TerminalTls, load(hall.state() / "keys" / "tls.pem")},
        {Purpose::IntakeTls, load(pki / "intake-tls.pem")},
        {Purpose::Recipient, load(pki / "intake-recipient.pem")},
        {Purpose::IntakeSigning, load(pki / "intake-signing.pem")},
    };
    for (const auto& [wanted, unused] : all) {
      for (const auto& [actual, certificate] : all) {
        CHECK(certificate.is_for(wanted) == (actual == wanted));
      }
      CHECK_FALSE(load(pki / "ca.pem").is_for(wanted));
    }
  }

  TEST_CASE("a TLS certificate in the place of the signing one is refused") {
    const Hall hall;
    const auto keys = hall.state() / "keys";
    replace(keys / "terminal.pem", keys / "tls.pem");
    replace(keys / "terminal.key", keys / "tls.key");
    CHECK(load_terminal_keys(keys).error().error == KeyError::WrongPurpose);
  }

  TEST_CASE("a certificate of another county is refused, also under a CA of the same name") {
    const Hall hall;
    const Identity other = make_ca("huimin county CA", kNow, kNow + std::chrono::hours{1});
    write_text(hall.state() / "keys" / "ca.pem", other.certificate.pem());
    CHECK(load_terminal_keys(hall.state() / "keys").error().error == KeyError::NotIssuedHere);
  }

  TEST_CASE("a CA is no terminal, and a terminal issues nothing") {
    const Hall hall;
    const auto ca = *load_certificate(hall.pki() / "ca.pem");
    CHECK_FALSE(ca.is_issued_by(ca));
    const auto keys = hall.keys();
    const Identity forged = issue(keys.terminal, {"430522-009", Purpose::Terminal, kNow,
                                                  kNow + std::chrono::hours{1}, {}, {}});
    CHECK_FALSE(forged.certificate.is_issued_by(keys.terminal.certificate));
    CHECK_FALSE(forged.certificate.is_issued_by(ca));
  }

  TEST_CASE("dates are read to the second") {
    const Hall hall;
    const Certificate certificate = hall.keys().terminal.certificate;
    CHECK(certificate.not_before() == kNow - std::chrono::hours{24});
    CHECK(certificate.is_valid_at(certificate.not_after()));
    CHECK_FALSE(certificate.is_valid_at(certificate.not_after() + std::chrono::seconds{1}));
  }

  TEST_CASE("an unknown key store is named as not supported") {
    CHECK(load_private_key("tpm2:0x81000001").error().error == KeyError::Unsupported);
    CHECK(load_private_key("pkcs11:token=t").error().error == KeyError::Unsupported);
  }

  TEST_CASE("the intake loads every recipient key that is still there") {
    const Hall hall;
    const Identity ca{*load_certificate(hall.pki() / "ca.pem"),
                      *load_private_key("file:" + (hall.pki() / "ca.key").string())};
    const Identity older = issue(ca, {"intake recipient", Purpose::Recipient, kNow,
                                      kNow + std::chrono::hours{1}, {}, {}});
    write_text(hall.pki() / "intake-recipient-2025.pem", older.certificate.pem());
    write_text(hall.pki() / "intake-recipient-2025.key", older.key.pem());
    ::chmod((hall.pki() / "intake-recipient-2025.key").c_str(), 0600);
    CHECK(hall.intake().recipients.size() == 2);
  }

  TEST_CASE("a certificate with bytes behind it is refused") {
    const Certificate certificate = Hall().keys().terminal.certificate;
    Bytes der = certificate.der();
    CHECK(Certificate::from_der(der));
    der.push_back(0);
    CHECK_FALSE(Certificate::from_der(der));
  }
}
