#include "devices/simulators/scanner_keys_twin.h"

#include <linux/input-event-codes.h>

#include <array>
#include <optional>

#include "devices/port/input_events.h"

namespace huimin::devices::simulators {
namespace {

struct Stroke {
  std::uint16_t code;
  bool has_shift;
};

// The rows of a US keyboard; the codes of neighbours follow each other.
struct Row {
  std::uint16_t first;
  std::string_view plain;
  std::string_view with_shift;
};

constexpr std::array kRows{
    Row{KEY_ESC,
        "\x1b"
        "1234567890-=",
        " !@#$%^&*()_+"},
    Row{KEY_TAB, "\tqwertyuiop[]\r", " QWERTYUIOP{} "}, Row{KEY_A, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
    Row{KEY_BACKSLASH, "\\zxcvbnm,./", "|ZXCVBNM<>?"}, Row{KEY_SPACE, " ", " "}};

std::optional<Stroke> stroke_for(char letter) {
  for (const Row& row : kRows) {
    const auto plain = row.plain.find(letter);
    if (plain != std::string_view::npos) {
      return Stroke{static_cast<std::uint16_t>(row.first + plain), false};
    }
    const auto shifted = row.with_shift.find(letter);
    if (letter != ' ' && shifted != std::string_view::npos) {
      return Stroke{static_cast<std::uint16_t>(row.first + shifted), true};
    }
  }
  return std::nullopt;
}

void append_key(std::vector<std::byte>& bytes, const InputEvent& key) {
  append_input_event(bytes, key);
  append_input_event(bytes, {key.at, EV_SYN, SYN_REPORT, 0});
}

std::vector<std::byte> bytes_of(const Stroke& stroke, MonoTime at) {
  std::vector<std::byte> bytes;
  if (stroke.has_shift) append_key(bytes, {at, EV_KEY, KEY_LEFTSHIFT, 1});
  append_key(bytes, {at, EV_KEY, stroke.code, 1});
  append_key(bytes, {at, EV_KEY, stroke.code, 0});
  if (stroke.has_shift) append_key(bytes, {at, EV_KEY, KEY_LEFTSHIFT, 0});
  return bytes;
}

}  // namespace

bool ScannerKeysTwin::type(std::string_view text, MonoTime at, std::chrono::milliseconds whole) {
  std::vector<Stroke> strokes;
  for (const char letter : text) {
    const auto stroke = stroke_for(letter);
    if (!stroke) return false;
    strokes.push_back(*stroke);
  }
  const auto count = static_cast<std::int64_t>(strokes.size());
  std::int64_t typed = 0;
  for (const Stroke& stroke : strokes) {
    const MonoTime due = at + whole * typed++ / count;
    outgoing_.say(bytes_of(stroke, due), due);
  }
  return true;
}

}  // namespace huimin::devices::simulators
