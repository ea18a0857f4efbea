#include "printing/font_files.h"

#include <sys/mman.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

namespace huimin::printing {

namespace {

bool is_font(std::string_view line) {
  constexpr std::array<std::string_view, 3> kEnds{".ttc", ".ttf", ".otf"};
  for (const std::string_view end : kEnds) {
    if (line.ends_with(end)) return true;
  }
  return false;
}

// "7f0a1000-7f0b2000 r--p ...": only what nobody can have written to.
void let_go(std::string_view line) {
  std::uintptr_t from = 0, to = 0;
  const auto dash = std::from_chars(line.data(), line.data() + line.size(), from, 16);
  if (dash.ec != std::errc{} || *dash.ptr != '-') return;
  const auto end = std::from_chars(dash.ptr + 1, line.data() + line.size(), to, 16);
  if (end.ec != std::errc{} || to <= from) return;
  if (!std::string_view(end.ptr).starts_with(" r--p ")) return;
  ::madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
}

}  // namespace

void let_font_files_go() {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    if (is_font(line)) let_go(line);
  }
}

}  // namespace huimin::printing
