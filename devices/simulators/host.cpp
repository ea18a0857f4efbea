#include "devices/simulators/host.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace huimin::devices::simulators {
namespace {

using std::chrono::milliseconds;

// Only as a net: everything that can happen has a descriptor or a time.
constexpr milliseconds kLongestSleep{60'000};

void sooner(std::optional<MonoTime>& soonest, std::optional<MonoTime> due) {
  if (due) soonest = std::min(soonest.value_or(*due), *due);
}

}  // namespace

Host::Host(People people, HostFolders folders, std::optional<ProxyPorts> proxy)
    : folders_(std::move(folders)), papers_(folders_.paper) {
  desk_.people = std::move(people);
  sockets_.push_back({"reader", &Desk::is_reader_plugged, desk_.reader});
  sockets_.push_back({"printer", &Desk::is_printer_plugged, desk_.printer});
  sockets_.push_back({"scanner", &Desk::is_scanner_plugged, desk_.scanner});
  sockets_.push_back({"scanner-keys", &Desk::is_scanner_keys_plugged, desk_.scanner_keys});
  sockets_.push_back({"keypad", &Desk::is_keypad_plugged, desk_.keypad});
  sockets_.push_back({"signal", &Desk::is_signal_plugged, desk_.signal});
  std::filesystem::create_directories(folders_.devices);
  std::filesystem::create_directories(folders_.paper);
  plug_in_or_out();
  desk_.has_network = proxy.has_value();
  if (proxy) {
    network_ = std::make_unique<NetworkProxy>(*proxy);
    // Whoever let us choose the port finds it here.
    std::ofstream(folders_.devices / "uplink-port") << network_->port() << "\n";
  }
  // Last, so that who finds it finds everything.
  control_ = std::make_unique<ControlSocket>(folders_.devices / "control",
                                             [this](std::string_view line, MonoTime at) {
                                               Answer answer = obey(desk_, line, at);
                                               // "ok" means that it has happened.
                                               carry_out(at);
                                               return answer;
                                             });
}

void Host::run(int stop_fd) {
  while (step(stop_fd, kLongestSleep)) {
  }
}

bool Host::step(int stop_fd, milliseconds longest) {
  std::vector<pollfd> wanted;
  if (stop_fd >= 0) wanted.push_back({stop_fd, POLLIN, 0});
  for (const Socket& socket : sockets_) {
    if (socket.pty && socket.pty->wanted_events() != 0) {
      wanted.push_back({socket.pty->fd(), socket.pty->wanted_events(), 0});
    }
  }
  if (network_) network_->add_wanted(wanted);
  control_->add_wanted(wanted);
  ::poll(wanted.data(), wanted.size(), poll_timeout_ms(mono_now(), longest));
  if (stop_fd >= 0 && wanted.front().revents != 0) return false;
  pump(mono_now());
  return !desk_.is_quitting;
}

void Host::pump(MonoTime now) {
  carry_out(now);
  control_->pump(now, desk_.receipts);
  if (network_) network_->pump(now);
}

void Host::carry_out(MonoTime now) {
  plug_in_or_out();
  for (const Socket& socket : sockets_) {
    if (socket.pty) socket.pty->pump(now);
  }
  for (const auto& piece : desk_.printer.take_pieces()) {
    if (!papers_.write(piece)) throw std::runtime_error("the paper folder cannot be written");
  }
  desk_.receipts = papers_.receipts();
  if (network_) {
    network_->set_up(desk_.network == NetworkState::Up);
    network_->set_delay(desk_.network_delay);
  }
}

void Host::plug_in_or_out() {
  for (Socket& socket : sockets_) {
    const bool plugged = desk_.*socket.is_plugged;
    if (plugged == (socket.pty != nullptr)) continue;
    socket.pty =
        plugged ? std::make_unique<Pty>(socket.twin, folders_.devices / socket.name) : nullptr;
  }
}

int Host::poll_timeout_ms(MonoTime now, milliseconds longest) const {
  std::optional<MonoTime> soonest;
  // Without a line nothing takes what is due; it would be due for ever.
  for (const Socket& socket : sockets_) {
    if (socket.pty) sooner(soonest, socket.twin.next_due());
  }
  sooner(soonest, control_->next_due());
  if (network_) sooner(soonest, network_->next_due());
  const milliseconds wait = soonest ? std::min(longest, *soonest - now) : longest;
  return static_cast<int>(std::max(wait, milliseconds{0}).count());
}

}  // namespace huimin::devices::simulators
