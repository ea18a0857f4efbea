#pragma once
// Looked at before the first question, so that nobody types for nothing: room, keys, files and
// their modes.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace huimin::queue {

enum class Obstacle : std::uint8_t {
  NoRoom,            // less than kRoomLeast on the disk of the state folder
  NotWritable,       // wrong owner or mode: this user cannot write it
  OpenToOthers,      // users outside owner and group may read or write it
  Missing,
  KeyUnusable,
  SchemaDamaged,
  NumbersUncertain,  // see NumberMark
  JournalGrows,      // a reader has stopped and keeps the journal from being reused (case C12)
};
std::string_view name_of(Obstacle obstacle);
// JournalGrows is to be mended soon; all others stop the next submit.
bool stops_submitting(Obstacle obstacle);

// One thing to mend; the path is for staff and never personal.
struct Finding {
  Obstacle obstacle = Obstacle::Missing;
  std::string path;
  bool operator==(const Finding&) const = default;
};

// Bytes. One submission with photos takes about 25 MB at most; this leaves time to tell staff.
inline constexpr std::uint64_t kRoomLeast = 64ULL << 20;
// Bytes. In normal work the journal stays under 5 MB.
inline constexpr std::uint64_t kJournalMost = 64ULL << 20;

// Looks at files only, opens no database: works when opening failed, and names the file with the
// wrong owner (C01).
std::vector<Finding> check_files(const std::filesystem::path& state_dir);

}  // namespace huimin::queue
