#include "devices/keypad/key_map.h"

#include <linux/input-event-codes.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

namespace huimin::devices {
namespace {

struct NamedCode {
  std::string_view name;
  std::uint16_t code;
};

constexpr std::array kCodes{NamedCode{"UP", KEY_UP},
                            NamedCode{"DOWN", KEY_DOWN},
                            NamedCode{"LEFT", KEY_LEFT},
                            NamedCode{"RIGHT", KEY_RIGHT},
                            NamedCode{"ENTER", KEY_ENTER},
                            NamedCode{"KPENTER", KEY_KPENTER},
                            NamedCode{"SELECT", KEY_SELECT},
                            NamedCode{"OK", KEY_OK},
                            NamedCode{"SPACE", KEY_SPACE},
                            NamedCode{"HELP", KEY_HELP},
                            NamedCode{"REDO", KEY_REDO},
                            NamedCode{"AGAIN", KEY_AGAIN},
                            NamedCode{"SLOW", KEY_SLOW},
                            NamedCode{"REWIND", KEY_REWIND},
                            NamedCode{"FASTFORWARD", KEY_FASTFORWARD},
                            NamedCode{"PLAYPAUSE", KEY_PLAYPAUSE},
                            NamedCode{"NEXTSONG", KEY_NEXTSONG},
                            NamedCode{"PREVIOUSSONG", KEY_PREVIOUSSONG},
                            NamedCode{"VOLUMEUP", KEY_VOLUMEUP},
                            NamedCode{"VOLUMEDOWN", KEY_VOLUMEDOWN},
                            NamedCode{"MUTE", KEY_MUTE},
                            NamedCode{"PAGEUP", KEY_PAGEUP},
                            NamedCode{"PAGEDOWN", KEY_PAGEDOWN},
                            NamedCode{"HOME", KEY_HOME},
                            NamedCode{"END", KEY_END},
                            NamedCode{"INSERT", KEY_INSERT},
                            NamedCode{"DELETE", KEY_DELETE},
                            NamedCode{"BACK", KEY_BACK},
                            NamedCode{"BACKSPACE", KEY_BACKSPACE},
                            NamedCode{"ESC", KEY_ESC},
                            NamedCode{"TAB", KEY_TAB},
                            NamedCode{"MENU", KEY_MENU},
                            NamedCode{"KPPLUS", KEY_KPPLUS},
                            NamedCode{"KPMINUS", KEY_KPMINUS},
                            NamedCode{"KPDOT", KEY_KPDOT},
                            NamedCode{"KPSLASH", KEY_KPSLASH},
                            NamedCode{"KPASTERISK", KEY_KPASTERISK},
                            NamedCode{"MINUS", KEY_MINUS},
                            NamedCode{"EQUAL", KEY_EQUAL},
                            NamedCode{"KP0", KEY_KP0},
                            NamedCode{"KP1", KEY_KP1},
                            NamedCode{"KP2", KEY_KP2},
                            NamedCode{"KP3", KEY_KP3},
                            NamedCode{"KP4", KEY_KP4},
                            NamedCode{"KP5", KEY_KP5},
                            NamedCode{"KP6", KEY_KP6},
                            NamedCode{"KP7", KEY_KP7},
                            NamedCode{"KP8", KEY_KP8},
                            NamedCode{"KP9", KEY_KP9},
                            NamedCode{"F1", KEY_F1},
                            NamedCode{"F2", KEY_F2},
                            NamedCode{"F3", KEY_F3},
                            NamedCode{"F4", KEY_F4},
                            NamedCode{"F5", KEY_F5},
                            NamedCode{"F6", KEY_F6},
                            NamedCode{"F7", KEY_F7},
                            NamedCode{"F8", KEY_F8},
                            NamedCode{"F9", KEY_F9},
                            NamedCode{"F10", KEY_F10},
                            NamedCode{"F11", KEY_F11},
                            NamedCode{"F12", KEY_F12},
                            NamedCode{"F13", KEY_F13},
                            NamedCode{"F14", KEY_F14},
                            NamedCode{"F15", KEY_F15},
                            NamedCode{"F16", KEY_F16},
                            NamedCode{"F17", KEY_F17},
                            NamedCode{"F18", KEY_F18},
                            NamedCode{"F19", KEY_F19},
                            NamedCode{"F20", KEY_F20},
                            NamedCode{"F21", KEY_F21},
                            NamedCode{"F22", KEY_F22},
                            NamedCode{"F23", KEY_F23},
                            NamedCode{"F24", KEY_F24}};

// In the order of a keyboard, where the kernel's codes run on.
constexpr std::array<std::pair<std::string_view, std::uint16_t>, 4> kRows{
    {{"1234567890", KEY_1}, {"QWERTYUIOP", KEY_Q}, {"ASDFGHJKL", KEY_A}, {"ZXCVBNM", KEY_Z}}};

struct NamedMeaning {
  std::string_view name;
  KeyMeaning meaning;
};

constexpr std::array kMeanings{NamedMeaning{"left", KeypadKey::Left},
                               NamedMeaning{"right", KeypadKey::Right},
                               NamedMeaning{"up", KeypadKey::Up},
                               NamedMeaning{"down", KeypadKey::Down},
                               NamedMeaning{"select", KeypadKey::Select},
                               NamedMeaning{"help", KeypadKey::Help},
                               NamedMeaning{"repeat", KeypadKey::Repeat},
                               NamedMeaning{"rate-up", KeypadKey::RateUp},
                               NamedMeaning{"rate-down", KeypadKey::RateDown},
                               NamedMeaning{"volume-up", KeypadKey::VolumeUp},
                               NamedMeaning{"volume-down", KeypadKey::VolumeDown},
                               NamedMeaning{"headset-in", JackKey::In},
                               NamedMeaning{"headset-out", JackKey::Out}};

std::optional<KeyMeaning> meaning_of(std::string_view name) {
  for (const auto& each : kMeanings) {
    if (each.name == name) return each.meaning;
  }
  return std::nullopt;
}

struct Line {
  KeyMeaning meaning;
  std::uint16_t code;
};

std::optional<Line> parse_line(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const auto meaning = meaning_of(line.substr(0, equals));
  const auto code = key_code(line.substr(equals + 1));
  if (!meaning || !code) return std::nullopt;
  return Line{*meaning, *code};
}

}  // namespace

const char* to_text(KeypadKey key) {
  for (const auto& each : kMeanings) {
    if (each.meaning == KeyMeaning{key}) return each.name.data();
  }
  return "unknown";
}

KeyMap::KeyMap()
    : meanings_{{KEY_LEFT, KeypadKey::Left},
                {KEY_RIGHT, KeypadKey::Right},
                {KEY_UP, KeypadKey::Up},
                {KEY_DOWN, KeypadKey::Down},
                {KEY_ENTER, KeypadKey::Select},
                {KEY_KPENTER, KeypadKey::Select},
                {KEY_SELECT, KeypadKey::Select},
                {KEY_OK, KeypadKey::Select},
                {KEY_HELP, KeypadKey::Help},
                {KEY_F1, KeypadKey::Help},
                {KEY_REDO, KeypadKey::Repeat},
                {KEY_AGAIN, KeypadKey::Repeat},
                {KEY_F2, KeypadKey::Repeat},
                {KEY_SLOW, KeypadKey::RateDown},
                {KEY_REWIND, KeypadKey::RateDown},
                {KEY_F3, KeypadKey::RateDown},
                {KEY_F4, KeypadKey::RateUp},
                {KEY_FASTFORWARD, KeypadKey::RateUp},
                {KEY_VOLUMEUP, KeypadKey::VolumeUp},
                {KEY_VOLUMEDOWN, KeypadKey::VolumeDown}} {}

tl::expected<KeyMap, std::string> KeyMap::parse(std::span<const std::string> lines) {
  KeyMap map;
  std::set<std::uint16_t> named;
  std::vector<Line> understood;
  for (const std::string& text : lines) {
    const auto line = parse_line(text);
    if (!line || !named.insert(line->code).second) return tl::unexpected(text);
    map.forget(line->meaning);
    understood.push_back(*line);
  }
  for (const Line& line : understood) map.meanings_.insert_or_assign(line.code, line.meaning);
  return map;
}

std::optional<KeyMeaning> KeyMap::find(std::uint16_t code) const {
  const auto found = meanings_.find(code);
  if (found == meanings_.end()) return std::nullopt;
  return found->second;
}

void KeyMap::forget(const KeyMeaning& meaning) {
  std::erase_if(meanings_, [&](const auto& each) { return each.second == meaning; });
}

std::optional<std::uint16_t> key_code(std::string_view name) {
  for (const auto& each : kCodes) {
    if (each.name == name) return each.code;
  }
  // A number of two digits or more; one digit is the key with that digit on it.
  std::uint16_t number = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data(), end, number);
  if (name.size() > 1 && error == std::errc{} && stop == end && number <= KEY_MAX) return number;
  if (name.size() != 1) return std::nullopt;
  for (const auto& [row, first] : kRows) {
    const auto at = row.find(name.front());
    if (at != std::string_view::npos) return static_cast<std::uint16_t>(first + at);
  }
  return std::nullopt;
}

}  // namespace huimin::devices
