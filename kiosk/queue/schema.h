#pragma once
// The tables of queue.db. For this folder's sources.

namespace huimin::queue {

inline constexpr int kSchemaVersion = 1;
// "hmqu": tells our file from any other SQLite database.
inline constexpr int kApplicationId = 0x686D7175;

// Every table has row ids, and every row that holds a blob has a digest over its columns
// (row_digest.h).
//
// - chain: head of the chain and the highest receipt number given out; one row
// - signer: the certificates that signed envelopes here
// - envelope: one submission, signed header and sealed body; never changed. It has no index, as
//   each would cost every commit a page: receipt numbers rise with the sequence and are found by
//   halving, the ids of recent submissions are kept in memory.
// - attachment: sealed attachments, once each
// - delivery: how sending an envelope goes; no row: not tried yet. Written by the carrier.
// - acknowledgement: the county's signed answers
// - county: the highest receipt number that the county has named; one row
// - print: the print log, each print begun and how it ended
// - question, answer: for the session that runs
// - known_status: the last signed public status of a receipt
inline constexpr const char* kSchema = R"sql(
CREATE TABLE chain (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  epoch BLOB NOT NULL,
  epoch_start INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  head BLOB NOT NULL,
  highest_receipt INTEGER NOT NULL,
  digest BLOB NOT NULL
);
CREATE TABLE signer (
  id INTEGER PRIMARY KEY,
  certificate BLOB NOT NULL,
  digest BLOB NOT NULL UNIQUE
);
CREATE TABLE envelope (
  sequence INTEGER PRIMARY KEY,
  submission TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  waits_for INTEGER,
  receipt INTEGER,
  code TEXT NOT NULL,
  header BLOB NOT NULL,
  body BLOB NOT NULL,
  digest BLOB NOT NULL
);
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  sealed BLOB NOT NULL
);
CREATE TABLE delivery (
  sequence INTEGER PRIMARY KEY,
  state INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  last_attempt_ms INTEGER,
  last_status INTEGER NOT NULL,
  refusal_status INTEGER,
  refusal_type TEXT,
  refusal_detail TEXT,
  refusal_owner TEXT
);
CREATE TABLE acknowledgement (
  sequence INTEGER PRIMARY KEY,
  signed BLOB NOT NULL,
  digest BLOB NOT NULL
);
CREATE TABLE county (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  highest_receipt INTEGER NOT NULL
);
CREATE TABLE print (
  id INTEGER PRIMARY KEY,
  receipt INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  begun_ms INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  UNIQUE (receipt, nth)
);
CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  header BLOB NOT NULL,
  body BLOB NOT NULL,
  digest BLOB NOT NULL
);
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  question TEXT NOT NULL UNIQUE,
  sealed BLOB NOT NULL,
  digest BLOB NOT NULL
);
CREATE TABLE known_status (
  receipt INTEGER PRIMARY KEY,
  signed BLOB NOT NULL,
  digest BLOB NOT NULL
);
)sql";

inline constexpr int kTables = 11;

}  // namespace huimin::queue
