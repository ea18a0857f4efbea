#pragma once
// `queue export`: one envelope as files that openssl alone can check.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/queue/store.h"

namespace huimin::queue {

enum class ExportError : std::uint8_t { CannotOpen, NoSuchEnvelope, CannotWrite };
std::string_view name_of(ExportError error);

struct ExportProblem {
  ExportError error;
  std::string path;
};

// Writes header.p7s, body.p7m, attachment-1.p7m ..., terminal.pem and ca.pem into `out_dir` (made
// when missing). Answers the files written. Reads the state folder only.
tl::expected<std::vector<std::filesystem::path>, ExportProblem> export_envelope(
    const std::filesystem::path& state_dir, std::uint64_t sequence,
    const std::filesystem::path& out_dir);

}  // namespace huimin::queue
