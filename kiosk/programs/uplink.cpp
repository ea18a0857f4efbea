// kiosk-uplink: carries a terminal's queue to its county. Can read no payload and sign nothing.

#include <CLI/CLI.hpp>
#include "kiosk/base/clock.h"
#include "kiosk/base/log.h"
#include "kiosk/programs/command_line.h"
#include "kiosk/programs/no_core.h"
#include "kiosk/programs/stop_signal.h"
#include "kiosk/uplink/delivery.h"

int main(int argc, char** argv) {
  huimin::programs::forbid_core_dumps();
  using namespace huimin;
  programs::block_stop_signals();
  uplink::UplinkSetup setup;
  CLI::App app("Carries a terminal's sealed queue to the county's intake", "kiosk-uplink");
  app.add_option("--state", setup.state_dir, "state folder of the terminal")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--county", setup.county.url, "address of the intake, https://HOST:PORT")
      ->required();
  app.add_option("--pins", setup.county.pins, "sha256//KEY;sha256//NEXT: keys the intake may have");
  if (const auto code = programs::parse(app, argc, argv)) return *code;
  if (!setup.county.url.starts_with("https://")) {
    return programs::complain("kiosk-uplink",
                              "--county: an address that begins with https:// is expected");
  }
  setup.county.keys_dir = setup.state_dir / "keys";

  base::open_log("kiosk-uplink");
  queue::Doorbell bell(setup.state_dir, queue::kUplinkBell);
  const programs::StopSignal signal([&bell] { bell.ring_self(); });
  base::log(base::LogEvent::Started);
  const auto ran = uplink::run_uplink(setup, base::SystemClock(), bell, signal.stopping());
  base::log(base::LogEvent::Stopped);
  if (!ran)
    return programs::complain("kiosk-uplink",
                              ran.error() + "; kiosk-admin enrol makes the keys anew");
  return 0;
}
