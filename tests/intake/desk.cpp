#include "tests/intake/desk.h"

#include "kiosk/base/log.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <nlohmann/json.hpp>
#include <utility>

namespace huimin::intake::testing {

using nlohmann::json;
namespace hall = queue::testing;

namespace {

// The log belongs to standard error, in tests as in the program.
[[maybe_unused]] const bool log_is_open = [] {
  base::open_log("test");
  return true;
}();

queue::IntakeKeys intake_keys(const hall::Hall& of) { return of.intake(); }

queue::Header first_header(const std::string& terminal) {
  queue::Header header;
  header.terminal = terminal;
  header.sequence = 0;
  header.programme = "P08";
  header.software = "0.1.0";
  header.catalogue_version = "2026-1";
  header.created_wall = kNow;
  return header;
}

}  // namespace

HandTerminal::HandTerminal(queue::TerminalKeys with)
    : keys(std::move(with)), last_(first_header(keys.terminal_id())) {
  last_.epoch = queue::random_epoch();
}

Envelope HandTerminal::write(const std::function<void(queue::Header&)>& edit) {
  Envelope made;
  const base::Secret payload = queue::to_payload({hall::sample_application(), {}});
  made.body_p7m = queue::seal(payload.text(), keys.county.recipient);
  made.header = last_;
  queue::Header& header = made.header;
  header.previous = last_.sequence == 0 ? queue::Hash{} : queue::envelope_hash(last_);
  ++header.sequence;
  if (std::exchange(new_epoch_, false)) header.epoch_start = header.sequence;
  header.created_mono_ms += 1000;
  header.body_sha256 = queue::sha256(made.body_p7m);
  header.body_size = made.body_p7m.size();
  header.receipt = domain::ReceiptNumber{430522, 7, next_receipt_++};
  if (keys.terminal_id() == "430522-008") header.receipt->terminal = 8;
  if (edit) edit(header);
  made.header_p7s = queue::sign(queue::to_json(header), keys.terminal);
  last_ = header;
  return made;
}

Envelope HandTerminal::write_payload(std::string_view payload) {
  Envelope made = write();
  made.body_p7m = queue::seal(payload, keys.county.recipient);
  made.header.body_sha256 = queue::sha256(made.body_p7m);
  made.header.body_size = made.body_p7m.size();
  last_ = made.header;
  return sign_again(made);
}

void HandTerminal::begin_epoch(std::uint32_t next_receipt) {
  last_.epoch = queue::random_epoch();
  next_receipt_ = next_receipt;
  new_epoch_ = true;
}

Envelope HandTerminal::sign_again(const Envelope& envelope) const {
  Envelope made = envelope;
  made.header_p7s = queue::sign(queue::to_json(envelope.header), keys.terminal);
  return made;
}

std::string body_of(queue::ByteView header_p7s, queue::ByteView body_p7m) {
  return json{{"header", queue::base64(header_p7s)}, {"body", queue::base64(body_p7m)}}.dump();
}

Request envelope_request(const Envelope& envelope, const std::string& terminal) {
  return {"POST", "/v1/envelopes", body_of(envelope.header_p7s, envelope.body_p7m), terminal};
}

const catalogue::Catalogue& shared_catalogue() {
  static const auto loaded =
      catalogue::load(std::filesystem::path(HUIMIN_SOURCE_DIR) / "kiosk/catalogue/data");
  REQUIRE(loaded);
  return *loaded;
}

County sample_county() {
  const auto division = [](const char* digits) { return *domain::Division::parse(digits); };
  return {"430522",
          "SX ",
          {{division("430522"), "county office", "Zhou", "0739-0000100", "0739-0000109"},
           {division("430522101"), "township office", "Li", "0739-0000118", "0739-0000119"}}};
}

Desk::Desk() : keys(intake_keys(hall)), signers(keys.ca) {
  REQUIRE(load_signers(hall.pki(), signers));
  restart();
}

Desk::~Desk() = default;

void Desk::restart() {
  service.reset();
  store.reset();
  auto opened = open_sqlite(store_setup());
  if (!opened) FAIL(opened.error());
  store = std::move(*opened);
  service = std::make_unique<Service>(
      ServiceParts{*store, county, shared_catalogue(), keys, signers, clock});
}

queue::Identity Desk::issue(queue::CertificatePlan plan) const {
  const auto key = queue::load_private_key("file:" + (hall.pki() / "ca.key").string());
  REQUIRE(key);
  return queue::issue({keys.ca, *key}, plan);
}

void Desk::tamper(const std::string& sql) {
  service.reset();
  store.reset();
  edit_database(database(), sql);
  restart();
}

void edit_database(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* opened = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &opened) == SQLITE_OK);
  char* message = nullptr;
  const int code = sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, &message);
  INFO(sql, " ", std::string(message == nullptr ? "" : message));
  CHECK(code == SQLITE_OK);
  sqlite3_free(message);
  sqlite3_close(opened);
}

std::string problem_of(const Response& response) {
  if (response.type != "application/problem+json") return {};
  const json document = json_of(response);
  CHECK(document.at("status") == response.status);
  CHECK(!document.at("title").get<std::string>().empty());
  const std::string owner = document.at("owner");
  CHECK((owner == "terminal" || owner == "county"));
  for (const auto& [key, value] : document.items()) {
    INFO(key);
    CHECK((key == "type" || key == "title" || key == "status" || key == "owner" ||
           key == "expected_sequence"));
  }
  CHECK(response.body.find(hall::kName) == std::string::npos);
  CHECK(response.body.find(hall::kIdNumber) == std::string::npos);
  const std::string type = document.at("type");
  const std::string prefix = "urn:huimin:problem:";
  CHECK(type.starts_with(prefix));
  const std::string name = type.substr(prefix.size());
  // What is not described is not said.
  static const std::string described =
      hall::read_text(std::filesystem::path(HUIMIN_SOURCE_DIR) / "kiosk/intake/openapi.yaml");
  INFO(name);
  CHECK(described.find(" " + name) != std::string::npos);
  CHECK(described.find("\"" + std::to_string(response.status) + "\"") != std::string::npos);
  return name;
}

json json_of(const Response& response) { return json::parse(response.body); }

queue::Acknowledgement acknowledgement_of(const Desk& desk, const Response& response) {
  INFO(response.status, " ", response.body);
  REQUIRE((response.status == 200 || response.status == 201));
  const auto bytes =
      queue::parse_base64(json_of(response).at("acknowledgement").get<std::string>());
  REQUIRE(bytes);
  const auto read = queue::verify_acknowledgement(*bytes, desk.keys.signing.certificate);
  REQUIRE(read);
  return *read;
}

}  // namespace huimin::intake::testing
