#pragma once
// A pseudo terminal that a twin stands behind, under a name that hosts can open.

#include <filesystem>
#include <memory>
#include <vector>

#include "devices/simulators/twin.h"

namespace huimin::devices::simulators {

class Pty {
 public:
  // Makes the terminal and points the symbolic link `link` to it; an old link is replaced.
  // Throws std::system_error if the system has no pseudo terminals.
  Pty(Twin& twin, std::filesystem::path link);
  ~Pty();
  Pty(const Pty&) = delete;
  Pty& operator=(const Pty&) = delete;

  int fd() const { return master_; }
  // The poll() events that would let it go on.
  short wanted_events() const;

  // Carries bytes both ways as far as they go without waiting.
  void pump(MonoTime now);

 private:
  void receive(MonoTime now);
  void send(MonoTime now);

  Twin& twin_;
  std::filesystem::path link_;
  int master_ = -1;
  // Held open so that the terminal keeps its settings and the master no error while no host has it
  // open.
  int slave_ = -1;
  std::vector<std::byte> to_twin_;
  std::vector<std::byte> to_host_;
};

}  // namespace huimin::devices::simulators
