#include <doctest/doctest.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>
#include <thread>

#include "devices/port/memory_stream.h"
#include "devices/port/mono_time.h"
#include "devices/port/open_port.h"
#include "tests/devices/temporary_folder.h"

using namespace huimin::devices;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kSoon{2000};

std::span<const std::byte> as_bytes(const std::string& text) {
  return std::as_bytes(std::span(text));
}

// Reads until `count` bytes came or an error; the error as a word.
std::string read(ByteStream& stream, std::size_t count, milliseconds timeout = kSoon) {
  std::string text;
  std::array<std::byte, 64> chunk{};
  while (text.size() < count) {
    const auto more = stream.read_some(
        std::span(chunk).first(std::min(chunk.size(), count - text.size())), timeout);
    if (!more) return text + "<" + to_text(more.error()) + ">";
    for (std::size_t i = 0; i < *more; ++i) text.push_back(static_cast<char>(chunk[i]));
  }
  return text;
}

std::string error_of(const PortResult& result) { return result ? "open" : to_text(result.error()); }

// The other end of a pseudo terminal.
struct Master {
  int fd = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  std::string name;
  Master() {
    std::array<char, 128> path{};
    REQUIRE(::grantpt(fd) == 0);
    REQUIRE(::unlockpt(fd) == 0);
    REQUIRE(::ptsname_r(fd, path.data(), path.size()) == 0);
    name = path.data();
  }
  ~Master() { unplug(); }
  void unplug() {
    if (fd >= 0) ::close(fd);
    fd = -1;
  }
  Master(const Master&) = delete;
  Master& operator=(const Master&) = delete;
};

struct Listener {
  int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::uint16_t port = 0;
  Listener() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(fd, any, size) == 0);
    REQUIRE(::listen(fd, 4) == 0);
    REQUIRE(::getsockname(fd, any, &size) == 0);
    port = ntohs(address.sin_port);
  }
  ~Listener() { ::close(fd); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
};

}  // namespace

TEST_SUITE("port addresses") {
  TEST_CASE("the written forms are understood and nothing else") {
    for (const char* good :
         {"serial:/dev/ttyS0", "serial:/dev/ttyUSB0,9600", "pty:/run/x", "char:/dev/usb/lp0",
          "tcp:127.0.0.1:9100", "tcp:[::1]:9100", "tcp:printer.hall:1"}) {
      CAPTURE(good);
      CHECK(is_port_uri(good));
    }
    for (const char* bad :
         {"", "serial", "serial:", "serial:/dev/ttyS0,1234", "serial:/dev/ttyS0,", "serial:,9600",
          "tcp:", "tcp:host", "tcp:host:", "tcp::9100", "tcp:host:0", "tcp:host:65536",
          "tcp:host:9100x", "tcp:::1:9100", "usb:/dev/x", "/dev/ttyS0", "pty:"}) {
      CAPTURE(bad);
      CHECK_FALSE(is_port_uri(bad));
      CHECK(error_of(open_port(bad)) == "bad address");
    }
  }

  TEST_CASE("a device that is not there is gone, and a thing that is no device is a bad address") {
    const TemporaryFolder folder;
    const std::string file = folder.path() / "file";
    ::close(::open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    CHECK(error_of(open_port("serial:" + file + ".not")) == "gone");
    CHECK(error_of(open_port("char:" + file + ".not")) == "gone");
    CHECK(error_of(open_port("serial:" + file)) == "bad address");
    CHECK(error_of(open_port("char:" + file)) == "bad address");
  }
}

TEST_SUITE("memory pair") {
  TEST_CASE("what one end writes the other reads, in portions as asked") {
    auto [near, far] = make_memory_pair();
    REQUIRE(near->write_all(as_bytes("hello"), kSoon));
    CHECK(read(*far, 2) == "he");
    CHECK(read(*far, 3) == "llo");
    CHECK(read(*far, 1, milliseconds{0}) == "<timeout>");
    REQUIRE(far->write_all(as_bytes("back"), kSoon));
    CHECK(read(*near, 4) == "back");
  }

  TEST_CASE("an end that is gone still gives what it had said") {
    auto [near, far] = make_memory_pair();
    REQUIRE(near->write_all(as_bytes("last"), kSoon));
    near.reset();
    CHECK(read(*far, 9) == "last<gone>");
    CHECK(far->write_all(as_bytes("x"), kSoon).error() == PortError::Gone);
  }

  TEST_CASE("a reader that waits is woken by bytes and by the end") {
    auto [near, far] = make_memory_pair();
    std::thread writer([end = std::move(far)] { CHECK(end->write_all(as_bytes("x"), kSoon)); });
    CHECK(read(*near, 2, milliseconds{30'000}) == "x<gone>");
    writer.join();
  }
}

TEST_SUITE("pseudo terminal") {
  TEST_CASE("every byte goes through unchanged in both directions") {
    Master master;
    auto port = open_port("pty:" + master.name);
    REQUIRE(port.has_value());
    std::string all;
    for (int i = 0; i < 256; ++i) all.push_back(static_cast<char>(i));
    REQUIRE((*port)->write_all(as_bytes(all), kSoon));
    std::string seen(256, '\0');
    REQUIRE(::read(master.fd, seen.data(), seen.size()) == 256);
    CHECK(seen == all);
    REQUIRE(::write(master.fd, all.data(), all.size()) == 256);
    CHECK(read(**port, 256) == all);
    CHECK(read(**port, 1, milliseconds{20}) == "<timeout>");
  }

  TEST_CASE("an unplugged line is gone and stays gone; a new one opens") {
    Master first;
    auto port = open_port("pty:" + first.name);
    REQUIRE(port.has_value());
    first.unplug();
    CHECK(read(**port, 1) == "<gone>");
    CHECK((*port)->write_all(as_bytes("x"), kSoon).error() == PortError::Gone);
    port->reset();
    Master second;
    CHECK(error_of(open_port("serial:" + second.name)) == "open");
  }

  TEST_CASE("a line that is held by one is busy for another, and free afterwards") {
    Master master;
    auto port = open_port("pty:" + master.name);
    REQUIRE(port.has_value());
    CHECK(error_of(open_port("pty:" + master.name)) == "busy");
    port->reset();
    CHECK(error_of(open_port("pty:" + master.name)) == "open");
  }

  TEST_CASE("a peer that takes nothing makes writing time out") {
    Master master;
    auto port = open_port("pty:" + master.name);
    REQUIRE(port.has_value());
    const auto written =
        (*port)->write_all(as_bytes(std::string(1'000'000, 'x')), milliseconds{50});
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error() == PortError::Timeout);
  }
}

TEST_SUITE("tcp port") {
  TEST_CASE("connects, carries bytes, and is gone when the peer closes") {
    const Listener listener;
    auto port = open_port("tcp:127.0.0.1:" + std::to_string(listener.port));
    REQUIRE(port.has_value());
    const int peer = ::accept(listener.fd, nullptr, nullptr);
    REQUIRE((*port)->write_all(as_bytes("hello"), kSoon));
    std::string seen(5, '\0');
    REQUIRE(::recv(peer, seen.data(), seen.size(), MSG_WAITALL) == 5);
    CHECK(seen == "hello");
    REQUIRE(::send(peer, "ok", 2, 0) == 2);
    CHECK(read(**port, 2) == "ok");
    ::close(peer);
    CHECK(read(**port, 1) == "<gone>");
    // The first write may still be taken by the system; a later one knows.
    bool is_gone = false;
    for (int i = 0; i < 100 && !is_gone; ++i) is_gone = !(*port)->write_all(as_bytes("x"), kSoon);
    CHECK(is_gone);
  }

  TEST_CASE("a port where nobody listens refuses") {
    std::uint16_t free_port = 0;
    {
      const Listener listener;
      free_port = listener.port;
    }
    CHECK(error_of(open_port("tcp:127.0.0.1:" + std::to_string(free_port))) == "refused");
  }
}
