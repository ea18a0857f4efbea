#pragma once
// The Unix socket on which commands for the simulators arrive, a line each, and are answered, a
// line each.

#include <poll.h>

#include <filesystem>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <vector>

#include "devices/simulators/control.h"

namespace huimin::devices::simulators {

class ControlSocket {
 public:
  using Obey = std::function<Answer(std::string_view line, MonoTime at)>;

  // Listens at `path`; an old socket there is replaced. Throws std::system_error if that fails.
  ControlSocket(std::filesystem::path path, Obey obey);
  ~ControlSocket();
  ControlSocket(const ControlSocket&) = delete;
  ControlSocket& operator=(const ControlSocket&) = delete;

  void add_wanted(std::vector<pollfd>& wanted) const;
  std::optional<MonoTime> next_due() const;

  // Carries out what has arrived and answers waits that are over. `receipts` are out by now; a
  // command may change it.
  void pump(MonoTime now, const int& receipts);

 private:
  struct Wait {
    int receipts;
    MonoTime until;
  };
  struct Client {
    int fd = -1;
    std::string received;
    std::string to_send;
    std::optional<Wait> wait;
    bool has_ended = false;  // sends nothing more, but may still read
  };

  void accept_all();
  void serve(Client& client, MonoTime now, const int& receipts);
  static void receive(Client& client);
  static void send(Client& client);
  static void drop(Client& client);

  std::filesystem::path path_;
  Obey obey_;
  int listener_ = -1;
  std::list<Client> clients_;
};

}  // namespace huimin::devices::simulators
