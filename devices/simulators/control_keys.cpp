// Commands for the keypad, for the scanner in keyboard mode, and for the hall's signal.

#include "devices/simulators/control_words.h"

namespace huimin::devices::simulators {
namespace {

using std::chrono::milliseconds;

constexpr std::string_view kKeypadWords =
    "keypad press KEY | hold KEY MS | double KEY MS | both KEY KEY | headset in|out | overflow | "
    "unplug | plug";

// Half a millisecond a key, as fast as scanners come; and as slow.
constexpr milliseconds kFastPairOfKeys{1};
constexpr milliseconds kSlowKey{30};

std::string hold_or_double(Desk& desk, const Words& words, MonoTime at) {
  const auto code = keypad_code(word(words, 2));
  const auto time = number(word(words, 3), 1, kLongest_ms);
  if (!code || !time || words.size() != 4) return error(kKeypadWords);
  if (words[1] == "hold") {
    desk.keypad.hold(*code, milliseconds{*time}, at);
  } else {
    desk.keypad.strike_twice(*code, milliseconds{*time}, at);
  }
  return kOk;
}

std::string press(Desk& desk, const Words& words, MonoTime at) {
  const auto first = keypad_code(word(words, 2));
  const auto second = keypad_code(word(words, 3));
  if (words[1] == "press" && first && words.size() == 3) {
    desk.keypad.press(*first, at);
  } else if (words[1] == "both" && first && second && words.size() == 4) {
    desk.keypad.press_both(*first, *second, at);
  } else {
    return error(kKeypadWords);
  }
  return kOk;
}

}  // namespace

std::string obey_keypad(Desk& desk, const Words& words, MonoTime at) {
  const auto verb = word(words, 1);
  const auto value = word(words, 2);
  if (!desk.is_keypad_plugged && verb != "plug" && verb != "headset") {
    return error("the keypad is unplugged");
  }
  if (verb == "press" || verb == "both") return press(desk, words, at);
  if (verb == "hold" || verb == "double") return hold_or_double(desk, words, at);
  if (verb == "headset" && words.size() == 3 && (value == "in" || value == "out")) {
    desk.keypad.set_headset(value == "in", at);
  } else if (verb == "overflow" && words.size() == 2) {
    desk.keypad.overflow(at);
  } else if ((verb == "plug" || verb == "unplug") && words.size() == 2) {
    set_plugged(desk, "keypad", verb == "plug");
  } else {
    return error(kKeypadWords);
  }
  return kOk;
}

std::string obey_signal(Desk& desk, const Words& words) {
  const auto verb = word(words, 1);
  if (words.size() == 2 && verb == "state") return std::string(desk.signal.seen());
  if (words.size() == 2 && verb == "dip") {
    desk.signal.lose_power();
  } else if (words.size() == 2 && (verb == "plug" || verb == "unplug")) {
    set_plugged(desk, "signal", verb == "plug");
  } else {
    return error("signal state | dip | unplug | plug");
  }
  return kOk;
}

std::string obey_scanner_keys(Desk& desk, std::string_view line, const Words& words, MonoTime at) {
  const auto verb = word(words, 1);
  if (words.size() == 2 && (verb == "plug" || verb == "unplug")) {
    set_plugged(desk, "scanner-keys", verb == "plug");
    return kOk;
  }
  const bool is_scan = verb == "scan" || verb == "slow-scan";
  if (!is_scan || words.size() < 3) {
    return error("scanner-keys scan TEXT | slow-scan TEXT | unplug | plug");
  }
  const std::string code = std::string(rest_of(line, words, 2)) + "\r";
  const auto keys = static_cast<std::int64_t>(code.size());
  const milliseconds whole = verb == "scan" ? kFastPairOfKeys * keys / 2 : kSlowKey * keys;
  if (!desk.scanner_keys.type(code, at, whole)) return error("a letter that is on no key");
  return kOk;
}

}  // namespace huimin::devices::simulators
