// huimin-simulators: the devices of one terminal, made of bytes, for demonstrations and end-to-end
// tests.

#include <sys/signalfd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "devices/simulators/host.h"

namespace {

using namespace huimin::devices::simulators;

struct Options {
  HostFolders folders;
  std::filesystem::path people;
  std::optional<ProxyPorts> proxy;
};

std::filesystem::path default_people() {
  const auto program = std::filesystem::read_symlink("/proc/self/exe");
  return program.parent_path().parent_path() / "share/huimin/simulators/people.txt";
}

// LISTEN:TARGET, both ports of 127.0.0.1.
std::optional<ProxyPorts> parse_proxy(const std::string& text) {
  unsigned listen = 0;
  unsigned target = 0;
  int used = 0;
  const int found = std::sscanf(text.c_str(), "%5u:%5u%n", &listen, &target, &used);
  const bool is_whole = found == 2 && static_cast<std::size_t>(used) == text.size();
  if (!is_whole || listen > 65535 || target < 1 || target > 65535) return std::nullopt;
  return ProxyPorts{static_cast<std::uint16_t>(listen), static_cast<std::uint16_t>(target)};
}

// Readable when the program is asked to end.
int make_stop_fd() {
  sigset_t stops;
  sigemptyset(&stops);
  sigaddset(&stops, SIGTERM);
  sigaddset(&stops, SIGINT);
  sigaddset(&stops, SIGHUP);
  sigprocmask(SIG_BLOCK, &stops, nullptr);
  return ::signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK);
}

int run(const Options& options) {
  std::ifstream file(options.people);
  if (!file) {
    std::fprintf(stderr, "cannot read the people file %s\n", options.people.c_str());
    return 1;
  }
  auto people = read_people(file);
  if (!people) {
    std::fprintf(stderr, "%s: %s\n", options.people.c_str(), people.error().c_str());
    return 1;
  }
  const int stop_fd = make_stop_fd();
  Host host(std::move(*people), options.folders, options.proxy);
  std::puts("ready");
  std::fflush(stdout);
  host.run(stop_fd);
  ::close(stop_fd);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::string proxy;
  CLI::App app{"Card reader, printer and scanner made of bytes, on pseudo terminals."};
  app.set_version_flag("--version", HUIMIN_VERSION);
  app.add_option("--dir", options.folders.devices, "folder for reader, printer, scanner, control")
      ->required();
  app.add_option("--paper", options.folders.paper, "folder for what the printer prints")
      ->required();
  app.add_option("--people", options.people, "the made-up people whose cards can be placed");
  app.add_option("--uplink-proxy", proxy,
                 "LISTEN:TARGET, ports of 127.0.0.1 for `network` commands");
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& mistake) {
    std::fprintf(stderr, "huimin-simulators: %s; --help lists the flags\n", mistake.what());
    return 2;
  }
  if (!proxy.empty()) {
    options.proxy = parse_proxy(proxy);
    if (!options.proxy) {
      std::fprintf(stderr, "--uplink-proxy: expected LISTEN:TARGET, two port numbers\n");
      return 2;
    }
  }
  try {
    if (options.people.empty()) options.people = default_people();
    return run(options);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
  }
}
