#pragma once
// Where texts and catalogue lie: beside the program that runs, in ../share/huimin.

#include <filesystem>
#include <system_error>

namespace huimin::programs {

inline std::filesystem::path share_dir() {
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  return program.parent_path().parent_path() / "share" / "huimin";
}

}  // namespace huimin::programs
