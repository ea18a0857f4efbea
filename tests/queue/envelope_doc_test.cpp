// ENVELOPE.md says the truth: its commands run, its examples are what the code makes.

#include <doctest/doctest.h>

#include "kiosk/queue/envelope.h"
#include "kiosk/queue/export.h"
#include "kiosk/queue/receipt_token.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

namespace fs = std::filesystem;

// The fenced block with this heading, without its last line end.
std::string block(const std::string& heading) {
  const std::string page = read_text(fs::path(HUIMIN_SOURCE_DIR) / "kiosk/queue/ENVELOPE.md");
  const std::string begin = "```" + heading + "\n";
  const auto from = page.find(begin);
  REQUIRE(from != std::string::npos);
  const auto to = page.find("\n```", from);
  REQUIRE(to != std::string::npos);
  return page.substr(from + begin.size(), to - from - begin.size());
}

void run_block(const std::string& heading, const fs::path& folder) {
  const fs::path script = folder / "script.sh";
  write_text(script, "set -e\n" + block(heading) + "\n");
  const Ran ran = run("cd '" + folder.string() + "' && sh script.sh");
  CHECK_MESSAGE(ran.status == 0, ran.output);
}

void copy_into(const fs::path& folder, const fs::path& from,
               std::initializer_list<const char*> names) {
  fs::create_directories(folder);
  for (const char* name : names) fs::copy_file(from / name, folder / name);
}

Header example_header() {
  const auto header = parse_header(block("json header"));
  REQUIRE(header);
  return *header;
}

}  // namespace

TEST_SUITE("ENVELOPE.md") {
  TEST_CASE("the commands check and open an export") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    const fs::path folder = hall.folder() / "export";
    REQUIRE(export_envelope(hall.state(), 1, folder));
    copy_into(folder, hall.pki(), {"intake-recipient.pem", "intake-recipient.key"});
    run_block("sh check", folder);
    CHECK(parse_payload(read_text(folder / "body.json")));
  }

  TEST_CASE("an envelope made with openssl alone is taken and opened") {
    const Hall hall;
    const fs::path folder = hall.folder() / "made";
    copy_into(folder, hall.state() / "keys",
              {"terminal.pem", "terminal.key", "intake-recipient.pem"});
    const std::string payload = to_payload({sample_application(), {}}).text();
    write_text(folder / "body.json", payload);
    run_block("sh make", folder);
    const std::string header = read_text(folder / "header.p7s");
    const std::string body = read_text(folder / "body.p7m");
    SignerBook signers(hall.keys().county.ca);
    REQUIRE(signers.add(hall.keys().terminal.certificate));
    const auto verified = verify_envelope(view_of(header), view_of(body), signers, kNow);
    REQUIRE(verified);
    CHECK(verified->header.sequence == 1);
    CHECK(unseal(view_of(body), hall.intake().recipients)->text() == payload);
  }

  TEST_CASE("the example header has the hash that stands beside it") {
    CHECK(hex(envelope_hash(example_header())) == block("text hash"));
  }

  TEST_CASE("the example claims are those of the example header") {
    const Header header = example_header();
    ReceiptClaims claims;
    claims.number = *header.receipt;
    claims.at = std::chrono::floor<std::chrono::seconds>(header.created_wall);
    claims.programme = header.programme;
    const Hash hash = envelope_hash(header);
    std::copy_n(hash.begin(), claims.envelope.size(), claims.envelope.begin());
    const std::string token = hex(make_receipt_token(claims, Hall().keys().terminal));
    CHECK(token.starts_with("d28443a10126a10444"));
    // 58 22: a byte string of 34 bytes.
    CHECK(token.find("5822" + block("hex claims") + "5840") != std::string::npos);
  }

  TEST_CASE("the example digits are those of the example bytes") {
    CHECK(to_digits(view_of("huimin 2026")) == block("text digits"));
  }
}
