#include <doctest/doctest.h>

#include <sys/stat.h>

#include "kiosk/queue/export.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

}  // namespace

TEST_SUITE("export") {
  TEST_CASE("openssl alone verifies an exported header and opens an exported body") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    const auto out = hall.folder() / "out";
    const auto files = export_envelope(hall.state(), 1, out);
    REQUIRE(files);
    CHECK(files->size() == 4);

    const std::string in = "cd " + quoted(out) + " && ";
    const Ran verified = run(in + "openssl cms -verify -binary -inform DER -in header.p7s "
                                  "-certfile terminal.pem -CAfile ca.pem -out header.json");
    CHECK_MESSAGE(verified.status == 0, verified.output);
    const auto header = parse_header(read_text(out / "header.json"));
    REQUIRE(header);
    CHECK(header->sequence == 1);
    CHECK(header->body_sha256 == sha256(read_text(out / "body.p7m")));

    const Ran opened = run(in + "openssl cms -decrypt -binary -inform DER -in body.p7m -recip " +
                           quoted(hall.pki() / "intake-recipient.pem") + " -inkey " +
                           quoted(hall.pki() / "intake-recipient.key") + " -out body.json");
    CHECK_MESSAGE(opened.status == 0, opened.output);
    const auto payload = parse_payload(read_text(out / "body.json"));
    REQUIRE(payload);
    CHECK(payload->application.applicant.name.text() == kName);
  }

  TEST_CASE("attachments are exported as they are sealed and openssl opens them") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
      Submission submission = sample_submission();
      submission.attachments.push_back({base::Secret("\xFF\xD8 photo \n\0 bytes"), "image/jpeg"});
      REQUIRE(outbox.submit(submission));
    }
    const auto out = hall.folder() / "out";
    REQUIRE(export_envelope(hall.state(), 1, out));
    const Ran opened = run("cd " + quoted(out) +
                           " && openssl cms -decrypt -binary -inform DER -in attachment-1.p7m "
                           "-recip " + quoted(hall.pki() / "intake-recipient.pem") + " -inkey " +
                           quoted(hall.pki() / "intake-recipient.key") + " -out photo");
    CHECK_MESSAGE(opened.status == 0, opened.output);
    CHECK(read_text(out / "photo") == "\xFF\xD8 photo \n");
  }

  TEST_CASE("an envelope that is not there is named as such") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
    }
    const auto files = export_envelope(hall.state(), 1, hall.folder() / "out");
    REQUIRE_FALSE(files);
    CHECK(files.error().error == ExportError::NoSuchEnvelope);
  }

  TEST_CASE("a folder that cannot be made is named with its path") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    const auto files = export_envelope(hall.state(), 1, hall.database() / "out");
    REQUIRE_FALSE(files);
    CHECK(files.error().error == ExportError::CannotWrite);
    CHECK(files.error().path == (hall.database() / "out").string());
  }
}
