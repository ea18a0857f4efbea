#pragma once
// summary.json of a headless run: what was handed in and what became of it, for whoever checks the
// run.

#include <cstdint>
#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/terminal/core.h"

namespace huimin::terminal {

struct Timings {
  std::int64_t first_picture_ms = 0;
  std::int64_t journey_ms = 0;
};

// The county has acknowledged every envelope of the queue, and there is one.
bool is_all_acknowledged(const std::filesystem::path& state_dir);

// Reads the queue's state beside what the run saw. Made-up people only: the file names a case.
tl::expected<void, std::string> write_summary(const std::filesystem::path& file,
                                              const std::filesystem::path& state_dir,
                                              const Outcomes& outcomes, const Timings& timings);

}  // namespace huimin::terminal
