// Event devices. A test cannot make one without the kernel's leave, so pipes stand for them; the
// grab itself can only be tried with a real keypad (README of devices/keypad).

#include <doctest/doctest.h>
#include <fcntl.h>
#include <linux/input-event-codes.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <string>

#include "devices/port/evdev_port.h"
#include "devices/port/input_events.h"
#include "devices/port/open_port.h"
#include "tests/devices/temporary_folder.h"

using namespace huimin::devices;
using std::chrono::milliseconds;

namespace {

std::string error_of(const PortResult& result) { return result ? "open" : to_text(result.error()); }

std::vector<std::byte> press_of_enter() {
  std::vector<std::byte> bytes;
  append_input_event(bytes, {MonoTime{milliseconds{5}}, EV_KEY, KEY_ENTER, 1});
  return bytes;
}

}  // namespace

TEST_SUITE("event device") {
  TEST_CASE("the address is understood, and a device that is not there is gone") {
    CHECK(is_port_uri("evdev:/dev/input/by-id/usb-Maker_Keypad-event-kbd"));
    CHECK_FALSE(is_port_uri("evdev:"));
    const TemporaryFolder folder;
    CHECK(error_of(open_port("evdev:" + (folder.path() / "keypad").string())) == "gone");
  }

  TEST_CASE("what is no event device and no pipe is a bad address") {
    const TemporaryFolder folder;
    const std::string file = folder.path() / "file";
    ::close(::open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    CHECK(error_of(open_evdev(file)) == "bad address");
    CHECK(error_of(open_evdev(folder.path())) == "bad address");
    CHECK(error_of(open_evdev("/dev/null")) == "bad address");
  }

  TEST_CASE("a FIFO carries events, and stays when its writer goes") {
    const TemporaryFolder folder;
    const std::string path = folder.path() / "keys";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    auto line = open_port("evdev:" + path);
    REQUIRE(line);
    std::array<std::byte, 64> chunk{};
    CHECK((*line)->read_some(chunk, milliseconds{0}).error() == PortError::Timeout);
    for (int round = 0; round < 2; ++round) {
      const int writer = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
      const auto bytes = press_of_enter();
      REQUIRE(::write(writer, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
      ::close(writer);
      const auto count = (*line)->read_some(chunk, milliseconds{2000});
      REQUIRE(count);
      InputEventReader reader;
      const auto events = reader.take(std::span(chunk).first(*count));
      REQUIRE(events.size() == 1);
      CHECK(events[0].code == KEY_ENTER);
      CHECK((*line)->read_some(chunk, milliseconds{0}).error() == PortError::Timeout);
    }
  }
}
