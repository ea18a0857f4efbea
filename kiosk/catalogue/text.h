#pragma once
// Text of the catalogue in both languages of the terminal. Both are always present: the loader
// refuses a gap.

#include <cstdint>
#include <string>

namespace huimin::catalogue {

enum class Lang : std::uint8_t { Zh, En };

struct Text {
  std::string zh;
  std::string en;

  const std::string& in(Lang lang) const { return lang == Lang::Zh ? zh : en; }
  bool operator==(const Text&) const = default;
};

}  // namespace huimin::catalogue
