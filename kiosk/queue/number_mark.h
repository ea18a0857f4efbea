#pragma once
// The second place that knows the highest receipt number given out: a small file outside the state
// folder.
//
// It is written after each commit and before the number is shown: a process that dies or a folder
// that is put back cannot undo it. A thread of its own brings it to the disk within kMarkSync,
// before any paper is out, so that a resident does not wait for two disks. When it knows a higher
// number than the database, an older copy of the state folder was put back, and no number is given
// until staff have looked (case C03).

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include <tl/expected.hpp>

#include "kiosk/queue/bytes.h"

namespace huimin::queue {

enum class MarkError : std::uint8_t { Missing, Unreadable, Damaged, NotWritable, Full };
std::string_view name_of(MarkError error);

inline constexpr std::chrono::milliseconds kMarkSync{200};

// Two slots written in turn, so that a torn write leaves the other. One writer.
// Closing brings what is written to the disk.
class NumberMark {
 public:
  // Made by enrolment only: a missing mark is never taken for "no number yet".
  static tl::expected<void, MarkError> create(const std::filesystem::path& file,
                                              std::uint32_t highest);
  static tl::expected<NumberMark, MarkError> open(const std::filesystem::path& file);
  NumberMark(NumberMark&&) noexcept;
  NumberMark& operator=(NumberMark&&) noexcept;
  ~NumberMark();

  std::uint32_t highest() const;  // sequence part of a receipt number; 0: none yet
  // Never lowers it. When it returns the file has the number. A number that then did not reach the
  // disk is an error of the next call, which tries again, also with the same number.
  tl::expected<void, MarkError> raise(std::uint32_t highest);

 private:
  struct State;
  explicit NumberMark(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace huimin::queue
