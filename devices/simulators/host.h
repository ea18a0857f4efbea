#pragma once
// Runs all twins of one terminal in real time: pseudo terminals, paper folder, network and control
// socket.

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "devices/simulators/control_socket.h"
#include "devices/simulators/network_proxy.h"
#include "devices/simulators/paper_files.h"
#include "devices/simulators/pty.h"

namespace huimin::devices::simulators {

struct HostFolders {
  // reader, printer, scanner, scanner-keys, keypad, signal, control
  std::filesystem::path devices;
  std::filesystem::path paper;
};

// Used by one thread.
class Host {
 public:
  // Makes the folders if need be. Everything is there when the constructor returns.
  // Throws std::system_error or std::filesystem::filesystem_error with the reason.
  Host(People people, HostFolders folders, std::optional<ProxyPorts> proxy);

  // Runs until a command says quit or `stop_fd` (-1: none) becomes readable.
  void run(int stop_fd);

  // Waits at most `longest` for something to do, then does it. False once it was told to quit.
  bool step(int stop_fd, std::chrono::milliseconds longest);

 private:
  // Where one twin is plugged in, or not.
  struct Socket {
    const char* name;
    bool Desk::*is_plugged;
    Twin& twin;
    std::unique_ptr<Pty> pty = nullptr;
  };

  void plug_in_or_out();
  void pump(MonoTime now);
  void carry_out(MonoTime now);
  int poll_timeout_ms(MonoTime now, std::chrono::milliseconds longest) const;

  Desk desk_;
  HostFolders folders_;
  PaperFiles papers_;
  std::vector<Socket> sockets_;
  std::unique_ptr<NetworkProxy> network_;
  std::unique_ptr<ControlSocket> control_;
};

}  // namespace huimin::devices::simulators
