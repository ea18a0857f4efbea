// Commands that make or check a set-up: catalogue, config, device, pki.

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "devices/poke/poke.h"
#include "devices/port/open_port.h"
#include "devices/speech/espeak_voice.h"
#include "devices/speech/sdl_sound.h"
#include "kiosk/base/clock.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/domain/civil_date.h"
#include "kiosk/programs/admin_commands.h"
#include "kiosk/programs/command_line.h"
#include "kiosk/programs/share.h"
#include "kiosk/queue/pki.h"
#include "kiosk/terminal/config.h"
#include "kiosk/terminal/features.h"

namespace huimin::programs {

namespace {

constexpr const char* kName = "kiosk-admin";

int check_catalogue(const std::filesystem::path& folder) {
  const auto mistakes = catalogue::check(folder);
  for (const auto& mistake : mistakes) fmt::print("{}\n", catalogue::line_of(mistake));
  if (mistakes.empty()) fmt::print("catalogue complete\n");
  return mistakes.empty() ? 0 : 1;
}

int show_programme(const std::string& id, const std::filesystem::path& folder, bool english) {
  const auto catalogue = catalogue::load(folder);
  if (!catalogue) return complain(kName, catalogue::line_of(catalogue.error().front()));
  const auto today = domain::to_local(base::SystemClock().now().wall).date;
  const auto* programme = catalogue->find(id, today);
  if (programme == nullptr) return complain(kName, id + ": no such programme is in force today");
  fmt::print("{}",
             catalogue::show(*programme, english ? catalogue::Lang::En : catalogue::Lang::Zh));
  return 0;
}

int check_config(const std::filesystem::path& file) {
  const auto config = terminal::load_config(file);
  if (config) {
    fmt::print("settings complete\n");
    const std::string small = terminal::small_panel(config->screen);
    if (!small.empty()) fmt::print("the screen is small: {}\n", small);
    return 0;
  }
  for (const auto& mistake : config.error()) fmt::print("{}: {}\n", mistake.key, mistake.expected);
  return 1;
}

int poke(const std::string& name, const std::string& address) {
  if (!devices::is_port_uri(address)) {
    return complain(
        kName,
        address + ": an address such as serial:/dev/ttyS0 or tcp:127.0.0.1:9100 is expected");
  }
  if (name == "reader") fmt::print("{}", devices::poke_id_reader(address));
  if (name == "printer") fmt::print("{}", devices::poke_printer(address));
  if (name == "scanner") fmt::print("{}", devices::poke_scanner(address, std::chrono::seconds(10)));
  if (name == "keypad") fmt::print("{}", devices::poke_keypad(address, std::chrono::seconds(10)));
  if (name == "signal") fmt::print("{}", devices::poke_signal(address, std::chrono::seconds(2)));
  return 0;
}

// One line each; 1 when something is missing. A terminal works without it and does not offer it.
int list_features(const std::filesystem::path& share) {
  using terminal::Feature;
  const auto missing = terminal::missing_features({{share}});
  for (const Feature feature : terminal::kInstalled) {
    const auto found = std::ranges::find(missing, feature, &terminal::MissingFeature::feature);
    const bool there = found == missing.end();
    fmt::print("{:14} {}\n", terminal::name_of(feature), there ? "there" : "missing: " + found->why);
  }
  const bool voice = devices::make_espeak_voice().has_value();
  const auto sound = devices::make_sdl_sound({});
  const bool sounds = sound->status() == devices::SoundStatus::Ready;
  fmt::print("{:14} {}\n", "voice", voice ? "there" : "missing: espeak-ng has no such voices");
  fmt::print("{:14} {}\n", "sound", sounds ? "there" : "missing: no sound device");
  for (const std::string& name : devices::sound_device_names())
    fmt::print("{:14} \"{}\"\n", "", name);
  return missing.empty() && voice && sounds ? 0 : 1;
}

int make_pki(const std::filesystem::path& state) {
  queue::PkiPlan plan;
  plan.pki_dir = state / "pki";
  plan.terminals.push_back({"430522-007", state / "terminal", {}});
  plan.now = base::SystemClock().now().wall;
  const auto made = queue::make_demo_pki(plan);
  return made ? 0 : complain(kName, made.error() + ": cannot be written");
}

}  // namespace

void add_catalogue_commands(CLI::App& app, int& code) {
  auto* catalogue =
      app.add_subcommand("catalogue", "programmes of assistance")->require_subcommand(1);
  auto folder = std::make_shared<std::filesystem::path>(share_dir() / "catalogue");
  auto id = std::make_shared<std::string>();
  auto english = std::make_shared<bool>(false);
  auto* check =
      catalogue->add_subcommand("check", "every programme complete, sources named, dates sane");
  check->add_option("DIR", *folder, "folder with catalogue.toml")->check(CLI::ExistingDirectory);
  check->callback([=, &code] { code = check_catalogue(*folder); });
  auto* show = catalogue->add_subcommand("show", "one programme, for people");
  show->add_option("ID", *id, "such as P08")->required();
  show->add_option("--dir", *folder, "folder with catalogue.toml")->check(CLI::ExistingDirectory);
  show->add_flag("--english", *english, "in English");
  show->callback([=, &code] { code = show_programme(*id, *folder, *english); });
}

void add_config_commands(CLI::App& app, int& code) {
  auto* config = app.add_subcommand("config", "settings of a terminal")->require_subcommand(1);
  auto file = std::make_shared<std::filesystem::path>();
  auto* check =
      config->add_subcommand("check", "one line per mistake, with the key and what is expected");
  check->add_option("FILE", *file, "settings (TOML)")->required()->check(CLI::ExistingFile);
  check->callback([=, &code] { code = check_config(*file); });
  auto* reference =
      config->add_subcommand("reference", "every key with type, range, default and meaning");
  reference->callback([&code] {
    fmt::print("{}", terminal::config_reference());
    code = 0;
  });
}

void add_device_commands(CLI::App& app, int& code) {
  auto* device = app.add_subcommand("device", "devices of a terminal")->require_subcommand(1);
  auto name = std::make_shared<std::string>();
  auto address = std::make_shared<std::string>();
  auto* hand = device->add_subcommand("poke", "talks to one device by hand; it must not be in use");
  hand->add_option("NAME", *name, "reader, printer, scanner, keypad or signal")
      ->required()
      ->check(CLI::IsMember({"reader", "printer", "scanner", "keypad", "signal"}));
  hand->add_option("ADDRESS", *address,
                   "such as serial:/dev/ttyS0, char:/dev/usb/lp0 or tcp:127.0.0.1:9100")
      ->required();
  hand->callback([=, &code] { code = poke(*name, *address); });
  auto share = std::make_shared<std::filesystem::path>(share_dir());
  auto* features =
      device->add_subcommand("features", "what a terminal offers only when it is installed");
  features->add_option("--share", *share, "folder with texts and tables");
  features->callback([=, &code] { code = list_features(*share); });
}

void add_pki_commands(CLI::App& app, int& code) {
  auto* pki = app.add_subcommand("pki", "certificates")->require_subcommand(1);
  auto state = std::make_shared<std::filesystem::path>();
  auto* demo =
      pki->add_subcommand("demo", "makes a throw-away county and terminal 430522-007 below STATE");
  demo->add_option("--state", *state, "folder to write pki and terminal into")->required();
  demo->callback([=, &code] { code = make_pki(*state); });
}

}  // namespace huimin::programs
