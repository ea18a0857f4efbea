#pragma once
// A terminal with its county in a folder of its own: keys, state, number mark; gone with the
// object.

#include <filesystem>
#include <string>

#include "kiosk/queue/courier.h"
#include "kiosk/queue/outbox.h"
#include "kiosk/queue/payload.h"
#include "kiosk/queue/pki.h"

namespace huimin::queue::testing {

inline constexpr const char* kTerminal = "430522-007";
inline constexpr const char* kName = "王秀英";
inline constexpr const char* kIdNumber = "430522190001010004";

// 2026-11-04 09:58:03 in China.
inline const base::WallTime kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 4} +
                                 std::chrono::seconds{7083}};

class TempFolder {
 public:
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class Hall {
 public:
  // Its certificates are made once per process and copied.
  Hall();

  std::filesystem::path state() const { return folder_.path() / "terminal"; }
  std::filesystem::path database() const { return state() / kQueueFile; }
  std::filesystem::path pki() const { return folder_.path() / "pki"; }
  std::filesystem::path mark() const;
  const std::filesystem::path& folder() const { return folder_.path(); }

  TerminalKeys keys() const;
  IntakeKeys intake() const;
  Outbox outbox() const;
  Courier courier() const;
  OutboxSetup setup() const;

 private:
  TempFolder folder_;
};

domain::Application sample_application();
// Of the sample application; a new id each.
Submission sample_submission();
base::Instant instant(base::WallTime wall = kNow);

// Submits and stops the test when it does not work.
Committed submit_one(Outbox& outbox);

// The county's word on an envelope of this terminal.
Bytes acknowledge(const Hall& hall, const Committed& what, const Header& header,
                  std::uint32_t highest = 0);
// The header of the envelope of this sequence, as stored.
Header stored_header(const Hall& hall, std::uint64_t sequence);

std::string read_text(const std::filesystem::path& file);
void write_text(const std::filesystem::path& file, const std::string& content);
// Runs a shell command; its exit status and all it wrote.
struct Ran {
  int status = -1;
  std::string output;
};
Ran run(const std::string& command);

// Runs SQL on a closed queue, as somebody with a database tool would.
void tamper(const Hall& hall, const std::string& sql);

}  // namespace huimin::queue::testing
