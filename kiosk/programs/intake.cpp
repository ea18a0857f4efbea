// kiosk-intake: a county's backend. Verifies, stores, runs the cases, answers.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>

#include "kiosk/base/clock.h"
#include "kiosk/base/log.h"
#include "kiosk/intake/service.h"
#include "kiosk/intake/store_sqlite.h"
#include "kiosk/programs/command_line.h"
#include "kiosk/programs/no_core.h"
#include "kiosk/programs/share.h"
#include "kiosk/programs/stop_signal.h"

namespace {

using namespace huimin;

struct Flags {
  std::filesystem::path state, pki, county, share = programs::share_dir();
  std::string listen = "127.0.0.1:8443";
};

std::optional<int> read_flags(int argc, char** argv, Flags& flags) {
  CLI::App app("Takes what the terminals of a county hand in", "kiosk-intake");
  app.add_option("--state", flags.state, "folder of the database; made when missing")->required();
  app.add_option("--pki", flags.pki, "folder with the county's certificates and keys")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--county", flags.county, "the county's settings (TOML)")
      ->required()
      ->check(CLI::ExistingFile);
  app.add_option("--share", flags.share, "folder with the catalogue");
  app.add_option("--listen", flags.listen,
                 "ADDRESS:PORT; port 0 takes a free one and writes it to STATE/port");
  return programs::parse(app, argc, argv);
}

int complain(const std::string& what) { return programs::complain("kiosk-intake", what); }

std::optional<intake::HttpSetup> http_setup(const Flags& flags) {
  intake::HttpSetup setup;
  const auto colon = flags.listen.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  setup.host = flags.listen.substr(0, colon);
  const std::string port = flags.listen.substr(colon + 1);
  if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  if (std::stoi(port) > 65535) return std::nullopt;
  setup.port = static_cast<std::uint16_t>(std::stoi(port));
  setup.certificate = flags.pki / "intake-tls.pem";
  setup.key = flags.pki / "intake-tls.key";
  setup.ca = flags.pki / "ca.pem";
  return setup;
}

int serve(const Flags& flags, const intake::County& county, const catalogue::Catalogue& catalogue) {
  const auto keys = queue::load_intake_keys(flags.pki);
  if (!keys)
    return complain(keys.error().path + ": " + std::string(queue::name_of(keys.error().error)));
  queue::SignerBook signers(keys->ca);
  if (const auto loaded = intake::load_signers(flags.pki, signers); !loaded)
    return complain(loaded.error());
  auto store = intake::open_sqlite({flags.state / "intake.db", county.code, county.case_prefix});
  if (!store) return complain(store.error());
  const auto setup = http_setup(flags);
  if (!setup) return complain("--listen: ADDRESS:PORT is expected, such as 127.0.0.1:8443");

  const base::SystemClock clock;
  intake::Service service({**store, county, catalogue, *keys, signers, clock});
  auto server = intake::HttpServer::listen(
      *setup, [&service](const intake::Request& asked) { return service.handle(asked); });
  if (!server) return complain(server.error());
  const programs::StopSignal signal([&server] { (*server)->stop(); });
  std::ofstream(flags.state / "port.new") << (*server)->port() << "\n";
  std::filesystem::rename(flags.state / "port.new", flags.state / "port");
  base::log(base::LogEvent::Started, {{"port", (*server)->port()}});
  (*server)->run();
  base::log(base::LogEvent::Stopped);
  std::filesystem::remove(flags.state / "port");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  programs::forbid_core_dumps();
  programs::block_stop_signals();
  Flags flags;
  if (const auto code = read_flags(argc, argv, flags)) return *code;
  base::open_log("kiosk-intake");
  const auto county = intake::load_county(flags.county);
  if (!county) return complain(flags.county.string() + ": " + county.error().front());
  const auto catalogue = catalogue::load(flags.share / "catalogue");
  if (!catalogue) return complain("catalogue: " + catalogue::line_of(catalogue.error().front()));
  return serve(flags, *county, *catalogue);
}
