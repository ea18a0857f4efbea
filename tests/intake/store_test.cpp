// The county's file: what somebody with a database tool, a full disk or another program may do to
// it.

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>

#include <fstream>
#include <vector>

#include "tests/intake/desk.h"

using namespace huimin;
using namespace huimin::intake;
using namespace huimin::intake::testing;
namespace fs = std::filesystem;

namespace {

// What the audit names; empty: all holds.
std::string audit(const Desk& desk) {
  const auto store = open_sqlite_for_reading(desk.store_setup());
  if (!store) FAIL(store.error());
  const auto broken = (*store)->first_broken_case();
  REQUIRE(broken);
  return broken->value_or("");
}

struct Alteration {
  const char* sql;
  const char* found;
};
constexpr Alteration kAlterations[] = {
    {"UPDATE matter_event SET stage = 71 WHERE case_no = 'SX 2026-000002' AND n = 2",
     "SX 2026-000002 event 2"},
    {"UPDATE matter_event SET stage = 7 WHERE case_no = 'SX 2026-000002' AND n = 2",
     "SX 2026-000002"},
    {"UPDATE matter_event SET at_ms = at_ms + 1 WHERE case_no = 'SX 2026-000002' AND n = 1",
     "SX 2026-000002 event 1"},
    {"UPDATE matter_event SET unit = 'x' WHERE case_no = 'SX 2026-000003' AND n = 2",
     "SX 2026-000003 event 2"},
    {"UPDATE matter_event SET official = '' WHERE case_no = 'SX 2026-000003' AND n = 2",
     "SX 2026-000003 event 2"},
    {"UPDATE matter_event SET role = 'county' WHERE case_no = 'SX 2026-000003' AND n = 1",
     "SX 2026-000003 event 1"},
    {"UPDATE matter_event SET n = 3 WHERE case_no = 'SX 2026-000003' AND n = 2",
     "SX 2026-000003 event 2"},
    {"UPDATE matter_event SET sha256 = zeroblob(32) WHERE case_no = 'SX 2026-000001' AND n = 1",
     "SX 2026-000001 event 1"},
    {"UPDATE matter_event SET county = '430523' WHERE case_no = 'SX 2026-000001'",
     "SX 2026-000001"},
    {"DELETE FROM matter_event WHERE case_no = 'SX 2026-000001' AND n = 1",
     "SX 2026-000001 event 1"},
    {"DELETE FROM matter_event WHERE case_no = 'SX 2026-000001' AND n = 2", "SX 2026-000001"},
    {"DELETE FROM matter_event WHERE case_no = 'SX 2026-000001'", "SX 2026-000001"},
    {"INSERT INTO matter_event SELECT county, case_no, 3, 71, at_ms, unit, official, role, sha256 "
     "FROM matter_event WHERE case_no = 'SX 2026-000001' AND n = 2",
     "SX 2026-000001 event 3"},
    {"UPDATE matter SET stage = 80 WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET latest = '2026-12-31' WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET latest = 'soon' WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET latest_certain = 1 - latest_certain WHERE case_no = 'SX 2026-000002'",
     "SX 2026-000002"},
    {"UPDATE matter SET lane = 'B' WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET programme = 'P01' WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET division = '430522' WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET received_ms = 0 WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET receipt = receipt + 1 WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET digest = zeroblob(32) WHERE case_no = 'SX 2026-000002'", "SX 2026-000002"},
    {"UPDATE matter SET case_no = 'SX 2026-000009' WHERE case_no = 'SX 2026-000002'",
     "SX 2026-000009"},
    {"DELETE FROM matter WHERE case_no = 'SX 2026-000002'", "of envelope 430522-007 2"},
    {"DELETE FROM matter WHERE case_no = 'SX 2026-000002'; "
     "DELETE FROM matter_event WHERE case_no = 'SX 2026-000002'; "
     "DELETE FROM envelope WHERE sequence = 2",
     "of envelope 430522-007 3"},
    {"DELETE FROM matter WHERE case_no = 'SX 2026-000003'; "
     "DELETE FROM matter_event WHERE case_no = 'SX 2026-000003'; "
     "DELETE FROM envelope WHERE sequence = 3",
     "of envelope 430522-007 3"},
    {"DELETE FROM matter WHERE case_no = 'SX 2026-000003'; "
     "DELETE FROM matter_event WHERE case_no = 'SX 2026-000003'; "
     "DELETE FROM envelope WHERE sequence = 3; UPDATE chain SET sequence = 2, sha256 = (SELECT "
     "sha256 FROM envelope WHERE sequence = 2)",
     "numbers: 3 were given out, 2 cases are here"},
    {"INSERT INTO matter SELECT county, receipt + 1000, case_no || 'x', programme, lane, division, "
     "stage, received_ms, latest, latest_certain, digest FROM matter LIMIT 1",
     "SX 2026-000001x"},
    {"UPDATE case_counter SET last = 7", "numbers: 7 were given out, 3 cases are here"},
    {"UPDATE chain SET sha256 = zeroblob(32)", "of envelope 430522-007 3"},
    {"UPDATE envelope SET header_p7s = x'00' WHERE sequence = 1", "of envelope 430522-007 1"},
    {"UPDATE envelope SET body_p7m = x'00' WHERE sequence = 2", "of envelope 430522-007 2"},
    {"UPDATE envelope SET sha256 = zeroblob(32) WHERE sequence = 2", "of envelope 430522-007 2"},
    {"UPDATE envelope SET kind = 'feedback' WHERE sequence = 2", "of envelope 430522-007 2"},
    {"UPDATE envelope SET received_ms = 1 WHERE sequence = 2", "of envelope 430522-007 2"},
    {"UPDATE envelope SET standing = 2 WHERE sequence = 2", "of envelope 430522-007 2"},
    {"UPDATE envelope SET acknowledgement = x'00' WHERE sequence = 2", "of envelope 430522-007 2"},
    {"UPDATE envelope SET acknowledgement = (SELECT acknowledgement FROM envelope WHERE "
     "sequence = 1) WHERE sequence = 2",
     "of envelope 430522-007 2"},
};

std::vector<std::string> files_beside(const fs::path& file) {
  std::vector<std::string> names;
  for (const auto& each : fs::directory_iterator(file.parent_path()))
    names.push_back(each.path().filename());
  return names;
}

}  // namespace

TEST_CASE("the audit of an untouched file finds nothing") {
  Desk desk;
  CHECK(audit(desk).empty());
  HandTerminal terminal = desk.terminal();
  for (int i = 0; i < 5; ++i) desk.give(terminal.write());
  CHECK(audit(desk).empty());
  desk.restart();
  CHECK(audit(desk).empty());
}

TEST_CASE("the audit names the first thing that was altered") {
  for (const Alteration& each : kAlterations) {
    Desk desk;
    HandTerminal terminal = desk.terminal();
    for (int i = 0; i < 3; ++i) REQUIRE(desk.give(terminal.write()).status == 201);
    desk.tamper(each.sql);
    INFO(each.sql);
    CHECK(audit(desk) == each.found);
  }
}

TEST_CASE("reading a file that nobody has open leaves nothing beside it") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  desk.give(terminal.write());
  desk.service.reset();
  desk.store.reset();
  const auto before = files_beside(desk.database());
  CHECK(before == std::vector<std::string>{"intake.db"});
  CHECK(audit(desk).empty());
  CHECK(files_beside(desk.database()) == before);
}

TEST_CASE("the audit reads beside an intake that works, and sees what it has committed") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  for (int i = 0; i < 3; ++i) {
    desk.give(terminal.write());
    CHECK(audit(desk).empty());
  }
  const auto reading = open_sqlite_for_reading(desk.store_setup());
  REQUIRE(reading);
  CHECK((*reading)->find_case({430522, 7, 3})->has_value());
  CHECK((*reading)->take({}, {}).error() == StoreFault::Unreachable);
}

TEST_CASE("a file that is not a county's is refused in one line with its path") {
  const queue::testing::TempFolder folder;
  const SqliteSetup setup{folder.path() / "intake.db", "430522", "SX "};
  const auto refused = [&](const auto& opened) {
    REQUIRE(!opened);
    CHECK(opened.error().starts_with(setup.file.string() + ": "));
    CHECK(opened.error().find('\n') == std::string::npos);
  };
  SUBCASE("missing") { refused(open_sqlite_for_reading(setup)); }
  SUBCASE("empty") {
    std::ofstream(setup.file).flush();
    refused(open_sqlite_for_reading(setup));
  }
  SUBCASE("text") {
    std::ofstream(setup.file) << "this is no database, but longer than the header of one, which "
                                 "takes a hundred bytes to read";
    refused(open_sqlite_for_reading(setup));
    refused(open_sqlite(setup));
  }
  SUBCASE("a folder") {
    fs::create_directory(setup.file);
    refused(open_sqlite(setup));
  }
}

TEST_CASE("nobody but the intake and its group may read the file and what stands beside it") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  desk.give(terminal.write());
  for (const auto& each : fs::directory_iterator(desk.database().parent_path())) {
    INFO(each.path().filename());
    CHECK((each.status().permissions() & fs::perms::others_all) == fs::perms::none);
    CHECK((each.status().permissions() & fs::perms::group_write) == fs::perms::none);
  }
}

// The limit on a file's size does to the log of writes what a full disk does.
TEST_CASE("a disk without room keeps nothing by half, and the intake goes on when there is room") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  for (int i = 0; i < 3; ++i) CHECK(desk.give(terminal.write()).status == 201);
  std::vector<Envelope> waiting;
  for (int i = 0; i < 5; ++i) waiting.push_back(terminal.write());

  ::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  rlimit full = before;
  full.rlim_cur = fs::file_size(desk.database().string() + "-wal") + 4096;
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &full) == 0);
  const Response refused = desk.give(waiting[0]);
  const Response asked = desk.handle({"GET", "/v1/health", "", kTerminal});
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  CHECK(refused.status == 503);
  CHECK(problem_of(refused) == "busy");
  CHECK(asked.status == 200);
  CHECK(audit(desk).empty());
  for (const Envelope& each : waiting) CHECK(desk.give(each).status == 201);
  CHECK(audit(desk).empty());
}

TEST_CASE("a file of a newer version is left as it is") {
  Desk desk;
  desk.service.reset();
  desk.store.reset();
  edit_database(desk.database(), "PRAGMA user_version = 2");
  for (int i = 0; i < 2; ++i) {
    const auto opened = open_sqlite(desk.store_setup());
    REQUIRE(!opened);
    CHECK(opened.error().find("newer version") != std::string::npos);
    CHECK(!open_sqlite_for_reading(desk.store_setup()));
  }
}

TEST_CASE("a store whose tables are gone answers busy, and the intake goes on") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope first = terminal.write();
  CHECK(desk.give(first).status == 201);
  desk.tamper("ALTER TABLE envelope RENAME TO elsewhere");
  const Envelope second = terminal.write();
  // The schema is made again on opening, without the rows: the file is not what the chain says.
  CHECK(desk.give(first).status != 201);
  CHECK(desk.handle({"GET", "/v1/health", "", kTerminal}).status == 200);
  CHECK(!audit(desk).empty());
}
