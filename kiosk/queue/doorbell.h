#pragma once
// A bell between the two programs of a terminal: "look into the queue now". Unix datagrams in the
// state folder.
//
// A ring that is lost does no harm: both sides also look from time to time.

#include <chrono>
#include <filesystem>
#include <string_view>

namespace huimin::queue {

inline constexpr std::string_view kUplinkBell = "uplink.bell";      // rung by the terminal
inline constexpr std::string_view kTerminalBell = "terminal.bell";  // rung by the uplink

// Hears rings. Used by one thread; `ring` may be called by any.
class Doorbell {
 public:
  // Makes the socket `name` in `state_dir`, in place of one that a killed program left behind. A
  // folder that cannot hold it gives a bell that is never rung.
  Doorbell(const std::filesystem::path& state_dir, std::string_view name);
  ~Doorbell();
  Doorbell(const Doorbell&) = delete;
  Doorbell& operator=(const Doorbell&) = delete;

  // True when it was rung within `limit`; several rings count as one.
  bool wait(std::chrono::milliseconds limit);
  // Wakes the thread in `wait`.
  void ring_self();

 private:
  std::filesystem::path dir_;
  std::filesystem::path name_;
  int socket_ = -1;
  int self_ = -1;  // eventfd: works even where the socket could not be made
};

// Never waits; nobody listening is fine.
void ring(const std::filesystem::path& state_dir, std::string_view name);

}  // namespace huimin::queue
