// kiosk: the terminal. Draws, reads devices, prints, seals and queues; opens no network socket.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "kiosk/base/clock.h"
#include "kiosk/base/log.h"
#include "kiosk/programs/command_line.h"
#include "kiosk/programs/heap.h"
#include "kiosk/programs/no_core.h"
#include "kiosk/programs/share.h"
#include "kiosk/programs/voice.h"
#include "kiosk/terminal/loop.h"
#include "kiosk/terminal/player.h"
#include "kiosk/terminal/summary.h"

namespace {

using namespace huimin;

struct Flags {
  std::filesystem::path config = "/etc/huimin/terminal.toml", state = "/var/lib/huimin",
                        share = programs::share_dir();
  std::filesystem::path journey, control, out;
  std::string language = "zh_CN", size, reader, printer, scanner, keypad, signal;
  bool headless = false;
};

int complain(const std::string& what) { return programs::complain("kiosk", what); }

std::optional<int> read_flags(int argc, char** argv, Flags& flags) {
  CLI::App app("The terminal of a township service hall", "kiosk");
  app.add_option("--config", flags.config,
                 "settings (TOML); kiosk-admin config reference lists the keys");
  app.add_option("--state", flags.state, "state folder with the queue and the keys");
  app.add_option("--share", flags.share, "folder with texts and catalogue");
  app.add_option("--lang", flags.language, "language of the first screen")
      ->check(CLI::IsMember({"zh_CN", "en"}));
  app.add_option("--size", flags.size, "WIDTHxHEIGHT in pixels, in place of the settings'");
  app.add_option("--reader", flags.reader, "port of the ID card reader, in place of the settings'");
  app.add_option("--printer", flags.printer, "port of the receipt printer");
  app.add_option("--scanner", flags.scanner, "port of the code scanner");
  app.add_option("--keypad", flags.keypad, "port of the tactile keypad");
  app.add_option("--signal", flags.signal, "port of the lamp that calls the staff");
  app.add_flag("--headless", flags.headless, "no window: plays a journey script, then ends");
  app.add_option("--journey", flags.journey, "folder with journey.txt");
  app.add_option("--control", flags.control, "control socket of the simulated devices");
  app.add_option("--out", flags.out, "where pictures and summary.json go");
  return programs::parse(app, argc, argv);
}

void take_ports(const Flags& flags, terminal::Config& config) {
  const auto take = [](const std::string& flag, std::string& setting) {
    if (!flag.empty()) setting = flag;
  };
  take(flags.reader, config.reader);
  take(flags.printer, config.printer);
  take(flags.scanner, config.scanner);
  take(flags.keypad, config.keypad);
  take(flags.signal, config.signal);
}

// A wider panel keeps the density of the settings' one.
bool take_size(const std::string& size, terminal::Screen& screen) {
  if (size.empty()) return true;
  int width = 0, height = 0;
  if (std::sscanf(size.c_str(), "%dx%d", &width, &height) != 2 || width < 600 || height < 600)
    return false;
  screen.width_mm = screen.width_mm * width / screen.width_px;
  screen.width_px = width;
  screen.height_px = height;
  return true;
}

// What was read aloud of a made-up person's journey, to listen to. A run that said nothing leaves
// nothing.
class SpeechRecord {
 public:
  explicit SpeechRecord(const std::filesystem::path& out)
      : wav_(out / "speech.wav"), text_(out / "speech.txt") {
    std::filesystem::remove(text_);
  }
  ~SpeechRecord() {
    std::error_code failed;
    if (!std::filesystem::exists(text_, failed)) std::filesystem::remove(wav_, failed);
  }
  SpeechRecord(const SpeechRecord&) = delete;
  SpeechRecord& operator=(const SpeechRecord&) = delete;
  const std::filesystem::path& wav() const { return wav_; }

 private:
  const std::filesystem::path wav_, text_;
};

int play(const Flags& flags, terminal::CoreSetup setup) {
  terminal::AdjustableClock clock;
  terminal::Waker waker;
  const SpeechRecord record(flags.out);
  const std::filesystem::path state = setup.state_dir;
  setup.speech = programs::make_voice(flags.share, record.wav(), setup.config);
  auto core = terminal::Core::start(std::move(setup), clock, [&waker] { waker.wake(); });
  if (!core) return complain(core.error());
  terminal::Player player({flags.journey, flags.control, state, flags.out, flags.share}, **core,
                          clock, waker);
  const auto played = player.play();
  if (!played) {
    std::fprintf(stderr, "kiosk: %s\n", played.error().c_str());
    return 1;
  }
  const auto written =
      terminal::write_summary(flags.out / "summary.json", state, (*core)->outcomes(),
                              {player.first_picture_ms(), player.journey_ms()});
  return written ? 0 : complain(written.error());
}

}  // namespace

int main(int argc, char** argv) {
  programs::forbid_core_dumps();
  programs::give_memory_back();
  Flags flags;
  if (const auto code = read_flags(argc, argv, flags)) return *code;
  auto config = terminal::load_config(flags.config);
  if (!config) {
    const auto& first = config.error().front();
    return complain(flags.config.string() + ": " + first.key + ": " + first.expected);
  }
  if (!take_size(flags.size, config->screen))
    return complain("--size: WIDTHxHEIGHT is expected, such as 1080x1920");
  take_ports(flags, *config);
  if (!std::filesystem::is_directory(flags.state)) {
    return complain("--state " + flags.state.string() +
                    ": no such folder; kiosk-admin enrol makes it");
  }
  if (flags.headless && (flags.journey.empty() || flags.out.empty()))
    return complain("--headless needs --journey and --out");
  base::open_log("kiosk");
  base::log(base::LogEvent::Started);
  terminal::CoreSetup setup{*config, flags.state, flags.share,
                            flags.language == "en" ? screens::view::Language::English
                                                   : screens::view::Language::ChineseSimplified};
  if (flags.headless) return play(flags, std::move(setup));
  setup.speech = programs::make_voice(flags.share, {}, setup.config);
  const auto ran = terminal::run_window(std::move(setup), base::SystemClock());
  return ran ? 0 : complain(ran.error());
}
