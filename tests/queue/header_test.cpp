#include <doctest/doctest.h>

#include <random>

#include "kiosk/queue/header.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

Header sample() {
  Header header;
  header.terminal = kTerminal;
  header.epoch = {1, 2, 3};
  header.sequence = 17;
  header.previous = sha256("previous");
  header.created_wall = kNow;
  header.created_mono_ms = 99;
  header.body_sha256 = sha256("body");
  header.body_size = 4'096;
  header.attachments = {{sha256("photo"), 70'000, "image/jpeg"}};
  header.receipt = domain::ReceiptNumber{430522, 7, 321};
  header.programme = "P08";
  header.software = "0.1.0";
  header.catalogue_version = "2026-1";
  return header;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_SUITE("header") {
  TEST_CASE("a header is one line of sorted keys without blanks") {
    const std::string json = to_json(sample());
    CHECK(json.starts_with("{\"attachments\":[{\"sha256\":\""));
    CHECK(json.find(' ') == std::string::npos);
    CHECK(json.find("\"receipt\":43052200700032137") != std::string::npos);
    CHECK(json.ends_with("\"suite\":\"p256-sha256-aes256gcm\",\"terminal\":\"430522-007\"}"));
  }

  TEST_CASE("any header comes back as it was") {
    std::mt19937 random(20261125);
    const auto pick = [&](std::uint32_t below) {
      return static_cast<std::uint32_t>(random()) % below;
    };
    for (int i = 0; i < 300; ++i) {
      Header header = sample();
      header.kind = static_cast<Kind>(pick(7));
      header.sequence = 1 + (std::uint64_t{random()} << 16U);
      header.epoch_start = 1 + pick(100);
      header.sequence += header.epoch_start;
      const std::int64_t seconds = pick(4'000'000'000);
      header.created_wall = base::WallTime{base::milliseconds{seconds * 1'000}};
      header.clock_certain = pick(2) == 0;
      header.attachments.resize(pick(4), {sha256("x"), 1 + pick(1'000), "text/plain"});
      header.programme = pick(2) == 0 ? "" : "P17";
      header.receipt = std::nullopt;
      if (gets_receipt(header.kind)) header.receipt = {100'000 + pick(899'999), 1, 1 + pick(9)};
      const auto again = parse_header(to_json(header));
      REQUIRE(again);
      CHECK(*again == header);
    }
  }

  TEST_CASE("another order, a blank or an escape is not the same header") {
    const std::string json = to_json(sample());
    CHECK(parse_header(replaced(json, "\"kind\":", "\"kind\": ")).error() ==
          HeaderError::NotCanonical);
    CHECK(parse_header(replaced(json, "P08", "P\\u00308")).error() == HeaderError::NotCanonical);
    CHECK(parse_header(json + "\n").error() == HeaderError::NotCanonical);
  }

  TEST_CASE("another format or suite is told apart from a mistake") {
    const std::string json = to_json(sample());
    CHECK(parse_header(replaced(json, "\"format\":1", "\"format\":2")).error() ==
          HeaderError::Format);
    CHECK(parse_header(replaced(json, "p256-sha256-aes256gcm", "sm2-sm3-sm4gcm")).error() ==
          HeaderError::Suite);
  }

  TEST_CASE("every field out of its range is refused") {
    const std::string json = to_json(sample());
    const auto refused = [&](const std::string& from, const std::string& to) {
      const auto header = parse_header(replaced(json, from, to));
      return !header && header.error() == HeaderError::Field;
    };
    CHECK(refused("\"sequence\":17", "\"sequence\":0"));
    CHECK(refused("\"sequence\":17", "\"sequence\":-1"));
    CHECK(refused("\"epoch_start\":1", "\"epoch_start\":18"));
    CHECK(refused("\"kind\":\"application\"", "\"kind\":\"question\""));
    CHECK(refused("43052200700032137", "43052200700032138"));
    CHECK(refused("43052200700032137", "null"));
    CHECK(refused("\"clock_certain\":true", "\"clock_certain\":1"));
    CHECK(refused("\"body_size\":4096", "\"body_size\":0"));
    CHECK(refused("\"programme\":\"P08\"", "\"programme\":\"P08P08P08\""));
    CHECK(refused("\"software\":\"0.1.0\",", ""));
    CHECK(refused("\"software\":", "\"added\":1,\"software\":"));
  }

  TEST_CASE("what gets a receipt is decided by kind and nothing else") {
    Header header = sample();
    header.kind = Kind::Feedback;
    CHECK(parse_header(to_json(header)).error() == HeaderError::Field);
    header.receipt.reset();
    CHECK(parse_header(to_json(header)));
  }

  TEST_CASE("every kind has a name that leads back to it") {
    for (int i = 0; i < 7; ++i) {
      const auto kind = static_cast<Kind>(i);
      CHECK(kind_from_name(name_of(kind)) == kind);
    }
    CHECK_FALSE(kind_from_name("question"));
  }
}
