#include "kiosk/terminal/config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <functional>
#include <map>
#include <set>
#include <string_view>

#include "devices/keypad/key_map.h"
#include "devices/port/open_port.h"

namespace huimin::terminal {

namespace {

// One key: how it is read, and what a person is told about it.
struct Key {
  std::string_view name;
  std::string_view type;
  std::string_view range;
  std::string_view fallback;  // "required" or the default
  std::string_view meaning;
  // False when the value has the wrong type or is out of range.
  std::function<bool(const toml::node&, Config&)> read;
};

auto text(std::string Config::*field, std::size_t least, std::size_t most) {
  return [=](const toml::node& node, Config& config) {
    const auto value = node.value_exact<std::string>();
    if (!value || value->size() < least || value->size() > most) return false;
    config.*field = *value;
    return true;
  };
}

auto number(int Config::*field, int least, int most) {
  return [=](const toml::node& node, Config& config) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < least || *value > most) return false;
    config.*field = static_cast<int>(*value);
    return true;
  };
}

auto pixels(int Screen::*field) {
  return [=](const toml::node& node, Config& config) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < 600 || *value > 8000) return false;
    config.screen.*field = static_cast<int>(*value);
    return true;
  };
}

bool read_division(const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  const auto division = value ? domain::Division::parse(*value) : std::nullopt;
  if (!division || division->level() != domain::DivisionLevel::Township) return false;
  config.division = division->digits();
  return true;
}

bool read_width_mm(const toml::node& node, Config& config) {
  const auto value = node.value<double>();
  if (!value || *value < 100 || *value > 2000) return false;
  config.screen.width_mm = *value;
  return true;
}

bool read_headset(const toml::node& node, Config& config) {
  static const std::map<std::string, HeadsetUse> uses{
      {"always", HeadsetUse::Always}, {"jack", HeadsetUse::Jack}, {"never", HeadsetUse::Never}};
  const auto value = node.value_exact<std::string>();
  const auto use = value ? uses.find(*value) : uses.end();
  if (use == uses.end()) return false;
  config.headset = use->second;
  return true;
}

bool read_keys(const toml::node& node, Config& config) {
  const toml::array* lines = node.as_array();
  if (lines == nullptr) return false;
  for (const toml::node& line : *lines) {
    const auto text = line.value_exact<std::string>();
    if (!text) return false;
    config.keypad_keys.push_back(*text);
  }
  return devices::KeyMap::parse(config.keypad_keys).has_value();
}

auto port(std::string Config::*field) {
  return [=](const toml::node& node, Config& config) {
    const auto value = node.value_exact<std::string>();
    if (!value || (!value->empty() && !devices::is_port_uri(*value))) return false;
    config.*field = *value;
    return true;
  };
}

const std::vector<Key>& keys() {
  static const std::vector<Key> all = {
      {"hall.name", "text", "1-90 bytes", "required", "name of the hall, as on its door",
       text(&Config::hall, 1, 90)},
      {"hall.division", "text", "nine digits", "required", "township where the terminal stands",
       read_division},
      {"hall.terminal", "number", "1-999", "required", "number of this terminal in its county",
       number(&Config::terminal_number, 1, 999)},
      {"hall.unit", "text", "1-90 bytes", "required", "office that handles what is handed in",
       text(&Config::unit, 1, 90)},
      {"hall.official", "text", "0-60 bytes", "empty", "who is responsible there",
       text(&Config::official, 0, 60)},
      {"hall.window", "text", "0-60 bytes", "empty", "window to go to",
       text(&Config::window, 0, 60)},
      {"hall.phone", "text", "3-30 bytes", "required", "telephone of the office",
       text(&Config::phone, 3, 30)},
      {"hall.supervision_phone", "text", "3-30 bytes", "required", "telephone for late matters",
       text(&Config::supervision_phone, 3, 30)},
      {"hall.status_host", "text", "3-60 bytes", "required", "host in the receipt's address",
       text(&Config::status_host, 3, 60)},
      {"screen.width_px", "number", "600-8000", "1080", "pixels across", pixels(&Screen::width_px)},
      {"screen.height_px", "number", "600-8000", "1920", "pixels down", pixels(&Screen::height_px)},
      {"screen.width_mm", "number", "100-2000", "268", "millimetres across, measured",
       read_width_mm},
      {"devices.reader", "text", "address of a port", "empty: none", "ID card reader",
       port(&Config::reader)},
      {"devices.printer", "text", "address of a port", "empty: none", "receipt printer",
       port(&Config::printer)},
      {"devices.scanner", "text", "address of a port", "empty: none", "code scanner",
       port(&Config::scanner)},
      {"devices.keypad", "text", "address of a port", "empty: none", "tactile keypad",
       port(&Config::keypad)},
      {"devices.keypad_keys", "list", "lines such as help=F5", "empty: usual", "what its keys mean",
       read_keys},
      {"devices.double_strike_ms", "number", "0-1000", "150",
       "the same key again within this time is one press",
       number(&Config::double_strike_ms, 0, 1000)},
      {"devices.signal", "text", "address of a port", "empty: none", "lamp that calls the staff",
       port(&Config::signal)},
      {"speech.headset", "word", "always, jack, never", "jack",
       "when the voice goes to a headset, which alone hears names and numbers", read_headset},
      {"speech.headset_device", "text", "0-120 bytes", "empty: default",
       "sound device of the headset's jack, by its name in kiosk-admin device features",
       text(&Config::headset_device, 0, 120)},
      {"speech.loudspeaker_device", "text", "0-120 bytes", "empty: default",
       "sound device of the loudspeaker; its own, or the jack switches it off",
       text(&Config::loudspeaker_device, 0, 120)},
      {"patience.idle_s", "number", "120-300", "150", "seconds without a touch before the warning",
       number(&Config::idle_s, 120, 300)},
      {"patience.warning_s", "number", "20-45", "45", "seconds the warning stands",
       number(&Config::warning_s, 20, 45)},
      {"state.least_free_mb", "number", "8-100000", "64", "megabytes that must be free to begin",
       number(&Config::least_free_mb, 8, 100000)},
  };
  return all;
}

std::string expected_of(const Key& key) {
  return fmt::format("a {} is expected: {}", key.type, key.range);
}

void find_unknown(const toml::table& table, const std::string& prefix,
                  std::vector<ConfigMistake>& mistakes) {
  static const std::set<std::string_view> known = [] {
    std::set<std::string_view> names;
    for (const Key& key : keys()) names.insert(key.name);
    return names;
  }();
  for (const auto& [name, node] : table) {
    const std::string path =
        prefix.empty() ? std::string(name.str()) : prefix + "." + std::string(name.str());
    if (const toml::table* inner = node.as_table()) {
      find_unknown(*inner, path, mistakes);
    } else if (!known.contains(path)) {
      mistakes.push_back({path, "no such key; kiosk-admin config reference lists them"});
    }
  }
}

}  // namespace

tl::expected<Config, std::vector<ConfigMistake>> load_config(const std::filesystem::path& file) {
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    const std::string where = line > 0 ? fmt::format("line {}", line) : file.filename().string();
    return tl::unexpected(std::vector<ConfigMistake>{{where, std::string(error.description())}});
  }
  Config config;
  std::vector<ConfigMistake> mistakes;
  for (const Key& key : keys()) {
    const auto node = table.at_path(key.name);
    if (!node) {
      if (key.fallback == "required") mistakes.push_back({std::string(key.name), expected_of(key)});
    } else if (!key.read(*node.node(), config)) {
      mistakes.push_back({std::string(key.name), expected_of(key)});
    }
  }
  find_unknown(table, "", mistakes);
  if (!mistakes.empty()) return tl::unexpected(std::move(mistakes));
  return config;
}

std::string config_reference() {
  std::string page;
  for (const Key& key : keys()) {
    page += fmt::format("{:26} {:7} {:20} default {:12} {}\n", key.name, key.type, key.range,
                        key.fallback, key.meaning);
  }
  return page;
}

}  // namespace huimin::terminal
