#include <doctest/doctest.h>

#include <random>

#include <sqlite3.h>

#include "kiosk/queue/question.h"
#include "kiosk/queue/verify.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

// Three submissions, one with a photo, one acknowledged, a question with its answer and a known
// status.
void fill(const Hall& hall) {
  Outbox outbox = hall.outbox();
  const TerminalKeys keys = hall.keys();
  const Committed first = submit_one(outbox);
  Submission with_photo = sample_submission();
  with_photo.attachments.push_back({base::Secret(std::string(3'000, 'p')), "image/jpeg"});
  REQUIRE(outbox.submit(with_photo));
  submit_one(outbox);
  Courier courier = hall.courier();
  REQUIRE(courier.record_acknowledgement(acknowledge(hall, first, stored_header(hall, 1))));
  QuestionDesk desk(outbox.store(), keys);
  const auto id = desk.ask(*first.receipt, instant());
  const OutgoingQuestion asked = courier.open_questions()->front();
  SignerBook signers(keys.county.ca);
  REQUIRE(signers.add(keys.terminal.certificate));
  const auto question =
      open_question(asked.header_p7s, asked.body_p7m, signers, hall.intake(), kNow);
  domain::PublicStatus status;
  status.as_of = kNow;
  REQUIRE(courier.record_answer(
      *id, make_answer(*question, {AnswerState::Known, status}, hall.intake().signing)));
  REQUIRE(*desk.read(*id));
}

std::optional<FirstFlaw> flaw_of(const Hall& hall) {
  const auto report = verify_state(hall.state());
  REQUIRE(report);
  return report->first_flaw;
}

struct Cell {
  std::string table;
  std::string column;
  std::int64_t row = 0;
};

// Every blob of more than 60 bytes, as an outsider finds them.
std::vector<Cell> find_blobs(sqlite3* database) {
  std::vector<Cell> cells;
  const auto query = [&](const std::string& sql, auto each) {
    sqlite3_stmt* rows = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, sql.c_str(), -1, &rows, nullptr) == SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) each(rows);
    sqlite3_finalize(rows);
  };
  const auto text = [](sqlite3_stmt* row, int column) {
    return std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column)));
  };
  query("SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'", [&](sqlite3_stmt* found) {
    const std::string table = text(found, 0);
    const std::string column = text(found, 1);
    query("SELECT rowid FROM " + table + " WHERE typeof(" + column + ") = 'blob' AND length(" +
              column + ") > 60",
          [&](sqlite3_stmt* row) {
            cells.push_back({table, column, sqlite3_column_int64(row, 0)});
          });
  });
  return cells;
}

void flip(sqlite3* database, const Cell& cell, std::mt19937& random) {
  sqlite3_blob* blob = nullptr;
  REQUIRE(sqlite3_blob_open(database, "main", cell.table.c_str(), cell.column.c_str(), cell.row, 1,
                            &blob) == SQLITE_OK);
  const auto at = static_cast<int>(random() % static_cast<unsigned>(sqlite3_blob_bytes(blob)));
  unsigned char byte = 0;
  sqlite3_blob_read(blob, &byte, 1, at);
  byte = static_cast<unsigned char>(byte ^ (1U << (random() % 8)));
  REQUIRE(sqlite3_blob_write(blob, &byte, 1, at) == SQLITE_OK);
  sqlite3_blob_close(blob);
}

}  // namespace

TEST_SUITE("queue verify") {
  TEST_CASE("a whole queue has no flaw, and its parts are counted") {
    const Hall hall;
    fill(hall);
    const auto report = verify_state(hall.state());
    REQUIRE(report);
    CHECK_FALSE(report->first_flaw);
    CHECK(report->envelopes == 3);
    CHECK(report->receipts == 3);
    CHECK(report->acknowledged == 1);
  }

  TEST_CASE("an empty queue is whole") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
    }
    CHECK_FALSE(flaw_of(hall));
    CHECK(verify_state(hall.state())->envelopes == 0);
  }

  TEST_CASE("a flipped bit in any blob is noticed") {
    const Hall hall;
    fill(hall);
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(hall.database().c_str(), &database) == SQLITE_OK);
    const auto cells = find_blobs(database);
    CHECK(cells.size() >= 12);
    std::mt19937 random(20261125);
    for (int i = 0; i < 120; ++i) {
      const Cell& cell = cells[static_cast<std::size_t>(i) % cells.size()];
      const std::string copy = "CREATE TEMP TABLE saved AS SELECT " + cell.column + " AS v FROM " +
                               cell.table + " WHERE rowid = " + std::to_string(cell.row);
      REQUIRE(sqlite3_exec(database, copy.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
      flip(database, cell, random);
      INFO(std::string(cell.table + "." + cell.column));
      CHECK(flaw_of(hall));
      const std::string back = "UPDATE " + cell.table + " SET " + cell.column +
                               " = (SELECT v FROM saved) WHERE rowid = " +
                               std::to_string(cell.row) + "; DROP TABLE saved";
      REQUIRE(sqlite3_exec(database, back.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    sqlite3_close(database);
    CHECK_FALSE(flaw_of(hall));
  }

  TEST_CASE("rows removed, swapped, renumbered or put in again are noticed and named") {
    struct Tampering {
      const char* sql;
      const char* table;
      std::int64_t row;
    };
    const Tampering kTamperings[] = {
        {"DELETE FROM envelope WHERE sequence = 2", "envelope", 3},
        {"DELETE FROM envelope WHERE sequence = 3", "envelope", 2},
        {"DELETE FROM envelope WHERE sequence = 1", "envelope", 2},
        {"DELETE FROM attachment", "attachment", 0},
        {"DELETE FROM acknowledgement", "delivery", 1},
        {"DELETE FROM signer", "envelope", 1},
        {"DELETE FROM chain", "chain", 1},
        {"UPDATE envelope SET sequence = -sequence WHERE sequence IN (1, 2);"
         "UPDATE envelope SET sequence = 3 + sequence WHERE sequence < 0", "envelope", 1},
        {"INSERT INTO envelope SELECT 4, submission, sha256, waits_for, receipt, code, header, "
         "body, digest FROM envelope WHERE sequence = 3", "envelope", 4},
        {"UPDATE envelope SET receipt = receipt + 100 WHERE sequence = 1", "envelope", 1},
        {"UPDATE envelope SET code = replace(code, '1', '2') WHERE sequence = 2", "envelope", 2},
        {"UPDATE envelope SET waits_for = 1 WHERE sequence = 2", "envelope", 2},
        {"UPDATE chain SET highest_receipt = 1", "chain", 1},
        {"UPDATE acknowledgement SET sequence = 2", "acknowledgement", 2},
        {"INSERT OR REPLACE INTO delivery (sequence, state, attempts, last_status) "
         "VALUES (3, 2, 1, 200)", "delivery", 3},
        {"INSERT INTO delivery (sequence, state, attempts, last_status) VALUES (9, 1, 1, 0)",
         "delivery", 9},
        {"UPDATE known_status SET receipt = receipt + 1", "known_status", 0},
        {"INSERT INTO attachment (sha256, sealed) VALUES (x'00', x'00')", "attachment", 2},
    };
    const Hall whole;
    fill(whole);
    for (const Tampering& one : kTamperings) {
      const Hall hall;
      for (const char* end : {"", "-wal", "-shm"}) {
        std::filesystem::remove(hall.database().string() + end);
        std::filesystem::copy(whole.database().string() + end, hall.database().string() + end);
      }
      REQUIRE_FALSE(flaw_of(hall));
      tamper(hall, one.sql);
      INFO(std::string(one.sql));
      const auto flaw = flaw_of(hall);
      REQUIRE(flaw);
      CHECK(flaw->table == one.table);
      if (one.row != 0) CHECK(flaw->row == one.row);
    }
  }

  TEST_CASE("whoever also mends the digests still cannot sign: a forged row is noticed") {
    const Hall hall;
    fill(hall);
    // The first envelope's signed header with the second's body, digests all right.
    tamper(hall, "UPDATE envelope SET body = (SELECT body FROM envelope WHERE sequence = 2) "
                 "WHERE sequence = 1");
    CHECK(flaw_of(hall)->flaw == Flaw::RowAltered);
  }

  TEST_CASE("an outbox does not open on a chain that was tampered with at its head") {
    const Hall hall;
    fill(hall);
    tamper(hall, "DELETE FROM envelope WHERE sequence = 3");
    const auto outbox = Outbox::open(hall.setup(), hall.keys());
    REQUIRE_FALSE(outbox);
    CHECK(outbox.error().error == StoreError::Damaged);
    CHECK(outbox.error().path == hall.database().string());
  }

  TEST_CASE("a state folder without keys or database says which file is missing") {
    const Hall hall;
    CHECK(verify_state(hall.state()).error().path == hall.database().string());
    std::filesystem::remove(hall.state() / "keys" / "ca.pem");
    CHECK(verify_state(hall.state()).error().path == (hall.state() / "keys" / "ca.pem").string());
  }

  TEST_CASE("verifying a queue that is in use sees the latest commit and disturbs nobody") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    for (std::uint64_t n = 1; n <= 5; ++n) {
      submit_one(outbox);
      const auto report = verify_state(hall.state());
      REQUIRE(report);
      CHECK_FALSE(report->first_flaw);
      CHECK(report->envelopes == n);
    }
  }
}
