#pragma once
// Which key of the hardware means which key of the keypad.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>

#include "devices/keypad/keypad.h"

namespace huimin::devices {

// Some keypads tell of their headphone jack by a key instead of a switch.
enum class JackKey : std::uint8_t { In, Out };

using KeyMeaning = std::variant<KeypadKey, JackKey>;

// Codes as in <linux/input-event-codes.h>.
class KeyMap {
 public:
  // Arrows; ENTER, KPENTER, SELECT, OK; HELP, F1; REDO, AGAIN, F2; SLOW, REWIND, F3; FASTFORWARD,
  // F4; the volume keys.
  KeyMap();

  // The defaults changed by lines such as "help=F5", "select=KP5", "headset-in=F15" or "left=353"
  // (a number of the kernel). What is named here loses its default keys; a name may come several
  // times. Error: the first line that cannot be understood, or whose key stands in another line.
  static tl::expected<KeyMap, std::string> parse(std::span<const std::string> lines);

  std::optional<KeyMeaning> find(std::uint16_t code) const;

 private:
  void forget(const KeyMeaning& meaning);
  std::map<std::uint16_t, KeyMeaning> meanings_;
};

// The code of a key's name in the kernel without "KEY_", for the keys that keypads have: "UP",
// "F13", "KP5", "A"; or of a number of two digits or more. Nothing for anything else.
std::optional<std::uint16_t> key_code(std::string_view name);

}  // namespace huimin::devices
