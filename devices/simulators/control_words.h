#pragma once
// Words of a command line, and what every part of the control language does with them.

#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "devices/simulators/control.h"

namespace huimin::devices::simulators {

using Words = std::vector<std::string_view>;

inline constexpr int kLongest_ms = 24 * 60 * 60 * 1000;

inline const std::string kOk = "ok";

inline std::string error(std::string_view what) { return "error " + std::string(what); }

inline std::string_view word(const Words& words, std::size_t i) {
  return i < words.size() ? words[i] : std::string_view{};
}

inline std::optional<int> number(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (value < least || value > most) return std::nullopt;
  return value;
}

// What stands behind the first `skip` words, spaces inside included.
inline std::string_view rest_of(std::string_view line, const Words& words, std::size_t skip) {
  std::string_view rest = line.substr(static_cast<std::size_t>(words[skip].data() - line.data()));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest;
}

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

template <class Value, std::size_t Count>
std::optional<Value> find(const std::array<Named<Value>, Count>& all, std::string_view name) {
  for (const auto& one : all) {
    if (one.name == name) return one.value;
  }
  return std::nullopt;
}

// A device loses its line, or gets a new one. False if no device has this name.
bool set_plugged(Desk& desk, std::string_view device, bool plugged);

// The topics that have a file of their own, control_keys.cpp.
std::string obey_keypad(Desk& desk, const Words& words, MonoTime at);
std::string obey_signal(Desk& desk, const Words& words);
std::string obey_scanner_keys(Desk& desk, std::string_view line, const Words& words, MonoTime at);

}  // namespace huimin::devices::simulators
