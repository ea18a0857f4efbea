#include "devices/simulators/network_proxy.h"

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <string>

using namespace huimin::devices;
using simulators::NetworkProxy;
using std::chrono::milliseconds;

namespace {

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

// The county: a listening socket and whoever came in.
struct County {
  int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  std::uint16_t port = 0;
  County() {
    auto address = loopback(0);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(listener, any, size) == 0);
    REQUIRE(::listen(listener, 8) == 0);
    REQUIRE(::getsockname(listener, any, &size) == 0);
    port = ntohs(address.sin_port);
  }
  ~County() { ::close(listener); }
  County(const County&) = delete;
  County& operator=(const County&) = delete;
};

struct Socket {
  int fd = -1;
  Socket() = default;
  ~Socket() {
    if (fd >= 0) ::close(fd);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  bool connect(std::uint16_t port) {
    fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(port);
    return ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  void say(const std::string& text) {
    CHECK(::send(fd, text.data(), text.size(), MSG_NOSIGNAL) > 0);
  }
  // What is there; "<end>" after the peer closed, "<cut>" after a reset.
  std::string hear() {
    std::string text(4096, '\0');
    const auto count = ::recv(fd, text.data(), text.size(), MSG_DONTWAIT);
    if (count == 0) return "<end>";
    if (count < 0) return errno == EAGAIN ? "" : "<cut>";
    return text.substr(0, static_cast<std::size_t>(count));
  }
};

// Lets the proxy work until the condition holds, two seconds at most.
bool until(NetworkProxy& proxy, const std::function<bool()>& condition) {
  const MonoTime end = mono_now() + milliseconds{2000};
  while (mono_now() < end) {
    if (condition()) return true;
    std::vector<pollfd> wanted;
    proxy.add_wanted(wanted);
    ::poll(wanted.data(), wanted.size(), 5);
    proxy.pump(mono_now());
  }
  return condition();
}

struct Hall {
  County county;
  NetworkProxy proxy{{0, county.port}};
  Socket uplink;
  Socket served;

  void connect() {
    REQUIRE(uplink.connect(proxy.port()));
    REQUIRE(until(proxy, [&] {
      served.fd = ::accept4(county.listener, nullptr, nullptr, SOCK_CLOEXEC);
      return served.fd >= 0;
    }));
  }
};

}  // namespace

TEST_SUITE("network proxy") {
  TEST_CASE("carries bytes both ways and passes the end on") {
    Hall hall;
    hall.connect();
    hall.uplink.say("envelope");
    std::string heard;
    CHECK(until(hall.proxy, [&] { return (heard += hall.served.hear()) == "envelope"; }));
    hall.served.say("acknowledged");
    heard.clear();
    CHECK(until(hall.proxy, [&] { return (heard += hall.uplink.hear()) == "acknowledged"; }));
    ::shutdown(hall.uplink.fd, SHUT_WR);
    CHECK(until(hall.proxy, [&] { return hall.served.hear() == "<end>"; }));
    hall.served.say("still");
    heard.clear();
    CHECK(until(hall.proxy, [&] { return (heard += hall.uplink.hear()) == "still"; }));
    ::shutdown(hall.served.fd, SHUT_WR);
    CHECK(until(hall.proxy, [&] { return hall.proxy.connections() == 0; }));
  }

  TEST_CASE("down cuts what stands and refuses what comes; up carries again") {
    Hall hall;
    hall.connect();
    hall.proxy.set_up(false);
    CHECK(until(hall.proxy, [&] { return hall.uplink.hear() == "<cut>"; }));
    CHECK(until(hall.proxy, [&] { return hall.served.hear() == "<cut>"; }));
    Socket refused;
    CHECK_FALSE(refused.connect(hall.proxy.port()));
    hall.proxy.set_up(true);
    Hall* same = &hall;
    Socket again;
    REQUIRE(again.connect(same->proxy.port()));
    Socket served;
    CHECK(until(hall.proxy, [&] {
      served.fd = ::accept4(hall.county.listener, nullptr, nullptr, SOCK_CLOEXEC);
      return served.fd >= 0;
    }));
  }

  TEST_CASE("slow holds each portion back for the time, not for ever") {
    Hall hall;
    hall.connect();
    hall.proxy.set_delay(milliseconds{120});
    const MonoTime start = mono_now();
    hall.uplink.say("slow");
    std::string heard;
    CHECK(until(hall.proxy, [&] { return (heard += hall.served.hear()) == "slow"; }));
    CHECK(mono_now() - start >= milliseconds{120});
  }

  TEST_CASE("a county that is not there cuts the terminal off") {
    std::uint16_t nobody = 0;
    {
      const County county;
      nobody = county.port;
    }
    NetworkProxy proxy({0, nobody});
    Socket uplink;
    REQUIRE(uplink.connect(proxy.port()));
    CHECK(until(proxy, [&] {
      const auto heard = uplink.hear();
      return heard == "<cut>" || heard == "<end>";
    }));
    CHECK(proxy.connections() == 0);
  }

  TEST_CASE("a port that is taken is an error at once") {
    const County county;
    CHECK_THROWS(NetworkProxy({county.port, county.port}));
  }
}
