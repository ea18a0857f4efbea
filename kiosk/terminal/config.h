#pragma once
// A terminal's settings: one TOML file, each key with a type, a range and a meaning.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/domain/division.h"

namespace huimin::terminal {

struct Screen {
  int width_px = 1080;
  int height_px = 1920;
  double width_mm = 268.0;  // of the visible picture, measured
};

// Where the voice goes, and so whether it says what is personal.
enum class HeadsetUse : std::uint8_t {
  Always,  // only headsets are connected: there is no loudspeaker
  Jack,    // to the headset while one is plugged in
  Never    // there is no jack
};

struct Config {
  // Where it stands.
  std::string hall;                    // "新邵县酿溪镇便民服务大厅"
  std::string division = "430522100";  // township, nine digits
  int terminal_number = 7;             // 1-999, unique within the county
  // Who is asked.
  std::string unit, official, window, phone, supervision_phone;
  std::string status_host;  // of the receipt's address, such as "status.example.org"
  Screen screen;
  // Devices, as devices/port writes addresses; empty: there is none.
  std::string reader, printer, scanner, keypad, signal;
  std::vector<std::string> keypad_keys;  // as devices/keypad/key_map.h reads them
  int double_strike_ms = 150;
  HeadsetUse headset = HeadsetUse::Jack;
  std::string loudspeaker_device, headset_device;  // of sound, by name; empty: the system's default
  // Patience, seconds.
  int idle_s = 150, warning_s = 45;
  // Free room on the state's disk below which no application is begun, megabytes.
  int least_free_mb = 64;
};

// One mistake: "hall.division: nine digits are expected, such as 430522100".
struct ConfigMistake {
  std::string key;
  std::string expected;
};

// Every mistake of the file at once; an unknown key is one.
tl::expected<Config, std::vector<ConfigMistake>> load_config(const std::filesystem::path& file);

// Every key with type, default, range and meaning, as a page to read.
std::string config_reference();

}  // namespace huimin::terminal
