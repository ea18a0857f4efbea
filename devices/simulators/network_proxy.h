#pragma once
// The line between a terminal and its county, on loopback: can be cut, and can be slow.

#include <poll.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <list>
#include <optional>
#include <vector>

#include "devices/port/mono_time.h"

namespace huimin::devices::simulators {

struct ProxyPorts {
  std::uint16_t listen = 0;  // 0: any free one
  std::uint16_t target = 0;
};

class NetworkProxy {
 public:
  // Listens on 127.0.0.1 and carries every connection to the target port there.
  // Throws std::system_error if the port is taken.
  explicit NetworkProxy(ProxyPorts ports);
  ~NetworkProxy();
  NetworkProxy(const NetworkProxy&) = delete;
  NetworkProxy& operator=(const NetworkProxy&) = delete;

  // Down: new connections are refused, those that stand are reset.
  void set_up(bool up);
  bool is_up() const { return listener_ >= 0; }

  // Each portion of bytes arrives that much later, in both directions.
  void set_delay(std::chrono::milliseconds delay) { delay_ = delay; }

  std::uint16_t port() const { return ports_.listen; }
  std::size_t connections() const { return links_.size(); }

  // Adds what poll() should wait for.
  void add_wanted(std::vector<pollfd>& wanted) const;
  std::optional<MonoTime> next_due() const;

  // Carries on as far as it goes without waiting.
  void pump(MonoTime now);

 private:
  struct Portion {
    MonoTime due;
    std::vector<std::byte> bytes;
  };
  // One direction of a connection.
  struct Lane {
    int from = -1;
    int to = -1;
    std::deque<Portion> on_the_way;
    std::size_t bytes_on_the_way = 0;
    bool is_from_closed = false;
    bool is_finished = false;
  };
  struct Link {
    Lane there;
    Lane back;
    bool is_broken = false;
  };

  void listen();
  void accept_all();
  bool wants_more(const Lane& lane) const;
  void fill(Lane& lane, Link& link, MonoTime now) const;
  static void drain(Lane& lane, Link& link, MonoTime now);
  static void close(Link& link, bool reset);

  ProxyPorts ports_;
  std::chrono::milliseconds delay_{0};
  int listener_ = -1;
  std::list<Link> links_;
};

}  // namespace huimin::devices::simulators
