#include "tests/queue/hall.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include "kiosk/queue/envelope.h"

namespace huimin::queue::testing {
namespace {

namespace fs = std::filesystem;

// Generating keys takes most of a test's time: one set serves all.
const fs::path& shared_pki() {
  static const TempFolder folder;
  static const bool made = [] {
    PkiPlan plan;
    plan.pki_dir = folder.path() / "pki";
    plan.terminals = {{kTerminal, folder.path() / "terminal", {}},
                      {"430522-008", folder.path() / "other", {}}};
    plan.now = kNow;
    return make_demo_pki(plan).has_value();
  }();
  REQUIRE(made);
  return folder.path();
}

}  // namespace

TempFolder::TempFolder() {
  std::string pattern = (fs::temp_directory_path() / "huimin-test-XXXXXX").string();
  REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

TempFolder::~TempFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

Hall::Hall() {
  fs::copy(shared_pki(), folder_.path(), fs::copy_options::recursive);
}

fs::path Hall::mark() const { return default_number_mark(state(), kTerminal); }

TerminalKeys Hall::keys() const {
  auto keys = load_terminal_keys(state() / "keys");
  REQUIRE(keys);
  return *keys;
}

IntakeKeys Hall::intake() const {
  auto keys = load_intake_keys(pki());
  REQUIRE(keys);
  return *keys;
}

OutboxSetup Hall::setup() const { return {state(), {}, "status.huimin.example"}; }

Outbox Hall::outbox() const {
  auto outbox = Outbox::open(setup(), keys());
  if (!outbox) FAIL("outbox: ", name_of(outbox.error().error), " ", outbox.error().path);
  return std::move(*outbox);
}

Courier Hall::courier() const {
  auto courier = Courier::open(state(), keys().county);
  if (!courier) FAIL("courier: ", name_of(courier.error().error));
  return std::move(*courier);
}

base::Instant instant(base::WallTime wall) {
  return {wall, base::MonoTime{base::milliseconds{123'456}}};
}

domain::Application sample_application() {
  domain::Application made;
  made.programme = "P08";
  made.programme_version = "2026-1";
  made.lane = "A";
  made.language = "zh_CN";
  made.applicant.name = base::Secret(kName);
  made.applicant.id_number = base::Secret(kIdNumber);
  made.applicant.phone = base::Secret("13800000000");
  made.event = "illness";
  made.story = base::Secret("住院三周，\"家里\"没有收入\n");
  made.place.division = domain::Division::parse("430522101");
  made.household_size = 3;
  made.members = {{"spouse", 52}, {"son", std::nullopt}};
  made.needed.fen = 160'050;
  made.papers = {{"id-card", domain::PaperState::Brought}};
  made.signature.strokes = {{{1.5F, 2.25F, 0}, {3.125F, 4.0F, 16}}, {}};
  made.signed_at = instant();
  return made;
}

Submission sample_submission() {
  Submission submission;
  submission.id = random_id();
  submission.programme = "P08";
  submission.payload = to_payload({sample_application(), {{"SessionStarted", 0}}});
  submission.at = instant();
  submission.software = "0.1.0";
  submission.catalogue_version = "2026-1";
  return submission;
}

Committed submit_one(Outbox& outbox) {
  auto committed = outbox.submit(sample_submission());
  if (!committed) FAIL("submit: ", name_of(committed.error()));
  return *committed;
}

Header stored_header(const Hall& hall, std::uint64_t sequence) {
  auto store = Store::open_for_reading(hall.state());
  REQUIRE(store);
  auto row = store->prepare("SELECT header FROM envelope WHERE sequence = ?");
  const auto found = row.bind(1, static_cast<std::int64_t>(sequence)).step();
  REQUIRE((found && *found));
  auto header = peek_header(row.blob(0));
  REQUIRE(header);
  return *header;
}

Bytes acknowledge(const Hall& hall, const Committed& what, const Header& header,
                  std::uint32_t highest) {
  Acknowledgement content;
  content.terminal = header.terminal;
  content.epoch = header.epoch;
  content.sequence = what.sequence;
  content.envelope = what.sha256;
  content.case_no = "430522-2026-000123";
  content.highest_receipt = what.receipt;
  if (highest != 0) content.highest_receipt->sequence = highest;
  content.received_at = kNow + std::chrono::minutes{5};
  return make_acknowledgement(content, hall.intake().signing);
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_text(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

Ran run(const std::string& command) {
  Ran ran;
  std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> chunk{};
  while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), pipe)) {
    ran.output.append(chunk.data(), got);
  }
  const int status = ::pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

void tamper(const Hall& hall, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(hall.database().c_str(), &database) == SQLITE_OK);
  char* message = nullptr;
  const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
  INFO(std::string(message == nullptr ? "" : message));
  CHECK(code == SQLITE_OK);
  sqlite3_free(message);
  sqlite3_close(database);
}

}  // namespace huimin::queue::testing
