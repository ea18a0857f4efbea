#pragma once
// The second place that knows the highest receipt number given out: a small file outside the state
// folder.
//
// It is written after each commit and before the number is shown. When it knows a higher number
// than the database, an older copy of the state folder was put back, and no number is given until
// staff have looked (case C03).

#include <filesystem>
#include <memory>
#include <optional>

#include <tl/expected.hpp>

#include "kiosk/queue/bytes.h"

namespace huimin::queue {

enum class MarkError : std::uint8_t { Missing, Unreadable, Damaged, NotWritable, Full };
std::string_view name_of(MarkError error);

// Two slots written in turn, so that a torn write leaves the other. One writer.
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
  // Durable when it returns. Never lowers it.
  tl::expected<void, MarkError> raise(std::uint32_t highest);

 private:
  struct State;
  explicit NumberMark(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace huimin::queue
