#include "kiosk/terminal/config.h"

#include <doctest/doctest.h>

#include <sstream>
#include <utility>

#include "tests/queue/hall.h"

namespace huimin::terminal {
namespace {

using queue::testing::read_text;
using queue::testing::TempFolder;
using queue::testing::write_text;
namespace fs = std::filesystem;

const fs::path kDemo = HUIMIN_SOURCE_DIR "/kiosk/terminal/demo.toml";

// "key: expected", one line a mistake; empty when there is none.
std::string mistakes_in(const std::string& text) {
  const TempFolder folder;
  const fs::path file = folder.path() / "terminal.toml";
  write_text(file, text);
  const auto config = load_config(file);
  if (config) return {};
  std::string lines;
  for (const ConfigMistake& each : config.error()) lines += each.key + ": " + each.expected + "\n";
  return lines;
}

// The demo hall's settings with a line put in place of the one that begins alike.
std::string demo_with(const std::string& key, const std::string& line) {
  std::istringstream in(read_text(kDemo));
  std::string text;
  for (std::string each; std::getline(in, each);) {
    text += (each.starts_with(key + " =") ? line : each) + "\n";
  }
  return text;
}

std::vector<std::string> keys_of_reference() {
  std::istringstream page(config_reference());
  std::vector<std::string> keys;
  for (std::string line; std::getline(page, line);) keys.push_back(line.substr(0, line.find(' ')));
  return keys;
}

}  // namespace

TEST_SUITE("config") {
  TEST_CASE("the demo hall's settings are complete") {
    const auto config = load_config(kDemo);
    REQUIRE(config);
    CHECK(config->hall == "酿溪镇便民服务大厅");
    CHECK(config->division == "430522100");
    CHECK(config->terminal_number == 7);
    CHECK(config->screen.width_px == 1080);
    CHECK(config->reader.empty());
    CHECK(config->least_free_mb == 64);
  }

  TEST_CASE("each wrong value is named with what is expected, in one line") {
    const std::pair<const char*, const char*> cases[] = {
        {"name", "name = \"\""},
        {"name", "name = 7"},
        {"division", "division = \"430522\""},
        {"division", "division = \"43052210x\""},
        {"division", "division = 430522100"},
        {"terminal", "terminal = 0"},
        {"terminal", "terminal = 1000"},
        {"terminal", "terminal = \"7\""},
        {"phone", "phone = \"1\""},
        {"width_px", "width_px = 599"},
        {"height_px", "height_px = 8001"},
        {"width_mm", "width_mm = 99"},
        {"width_mm", "width_mm = \"wide\""},
        {"idle_s", "idle_s = 119"},
        {"idle_s", "idle_s = 301"},
        {"warning_s", "warning_s = 19"},
        {"warning_s", "warning_s = 46"},
        {"headset", "headset = \"sometimes\""},
        {"headset", "headset = true"},
        {"keypad", "keypad = \"/dev/input/event3\""},
        {"signal", "signal = \"lamp\""},
        {"scanner", "scanner = 3"},
        {"keypad_keys", "keypad_keys = \"help=F5\""},
        {"keypad_keys", "keypad_keys = [\"assistance=F5\"]"},
        {"double_strike_ms", "double_strike_ms = 1001"},
    };
    for (const auto& [key, line] : cases) {
      CAPTURE(line);
      const std::string said = mistakes_in(demo_with(key, line));
      CHECK(said.find(std::string(".") + key + ": a ") != std::string::npos);
      CHECK(said.find(" is expected: ") != std::string::npos);
      CHECK(said.find('\n') == said.size() - 1);
    }
  }

  TEST_CASE("values at the edges of their ranges are taken") {
    for (const auto& [key, line] : {std::pair{"terminal", "terminal = 999"},
                                    {"width_px", "width_px = 600"},
                                    {"width_mm", "width_mm = 100"},
                                    {"idle_s", "idle_s = 300"},
                                    {"warning_s", "warning_s = 20"},
                                    {"headset", "headset = \"never\""},
                                    {"headset_device", "headset_device = \"USB Headset\""},
                                    {"loudspeaker_device", "loudspeaker_device = \"HDMI 0\""},
                                    {"keypad", "keypad = \"evdev:/dev/input/by-id/pad\""},
                                    {"signal", "signal = \"serial:/dev/ttyUSB0,9600\""},
                                    {"scanner", "scanner = \"evdev:/dev/input/by-id/scan\""},
                                    {"keypad_keys", "keypad_keys = [\"help=F5\", \"left=353\"]"},
                                    {"double_strike_ms", "double_strike_ms = 500"}}) {
      CAPTURE(line);
      CHECK(mistakes_in(demo_with(key, line)).empty());
    }
  }

  TEST_CASE("what is required and missing is named, each key once") {
    const std::string said = mistakes_in("");
    for (const char* key : {"hall.name", "hall.division", "hall.terminal", "hall.unit",
                            "hall.phone", "hall.supervision_phone", "hall.status_host"}) {
      CAPTURE(key);
      const auto first = said.find(std::string(key) + ": ");
      CHECK(first != std::string::npos);
      CHECK(said.find(std::string(key) + ": ", first + 1) == std::string::npos);
    }
    CHECK(said.find("hall.official") == std::string::npos);
  }

  TEST_CASE("a key that nobody knows is a mistake, wherever it stands") {
    CHECK(mistakes_in(read_text(kDemo) + "idle_seconds = 150\n")
              .find("patience.idle_seconds: no such key") == 0);
    CHECK(mistakes_in("volume = 3\n" + read_text(kDemo)).find("volume: no such key") == 0);
    CHECK(mistakes_in(read_text(kDemo) + "[sound.left]\nvolume = 3\n")
              .find("sound.left.volume: no such key") == 0);
  }

  TEST_CASE("all mistakes are named at once") {
    std::string text = demo_with("division", "division = \"1\"");
    text += "lights = true\n";
    const std::string said = mistakes_in(text);
    CHECK(said.find("hall.division") != std::string::npos);
    CHECK(said.find("patience.lights") != std::string::npos);
  }

  TEST_CASE("text that is no TOML is named by its line; a file that is not there by its name") {
    CHECK(mistakes_in("[hall]\nname = \n").starts_with("line 2: "));
    const auto missing = load_config(HUIMIN_SOURCE_DIR "/no-such-folder/terminal.toml");
    REQUIRE_FALSE(missing);
    REQUIRE(missing.error().size() == 1);
    CHECK_FALSE(missing.error().front().expected.empty());
  }

  TEST_CASE("the reference lists every key that is read, and no other") {
    const auto keys = keys_of_reference();
    CHECK(keys.size() == 25);
    for (const std::string& key : keys) {
      CAPTURE(key);
      // An empty table fits no key: one that is known is told what it should be.
      const auto dot = key.find('.');
      REQUIRE(dot != std::string::npos);
      const std::string said =
          mistakes_in("[" + key.substr(0, dot) + "]\n" + key.substr(dot + 1) + " = {}\n");
      CHECK(said.find(key + ": a ") != std::string::npos);
      CHECK(said.find(key + ": no such key") == std::string::npos);
    }
    for (const auto& line : {"idle_s", "division", "status_host", "width_mm", "least_free_mb"})
      CHECK(config_reference().find(line) != std::string::npos);
  }
}

}  // namespace huimin::terminal
