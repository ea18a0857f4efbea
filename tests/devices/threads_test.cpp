// What the headers allow to other threads than the device's worker, for the thread sanitizer to
// watch.

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>

#include "devices/id_card/sdt_reader.h"
#include "devices/keypad/evdev_keypad.h"
#include "devices/port/memory_stream.h"
#include "devices/scanner/line_scanner.h"
#include "devices/signal/relay_signal.h"

using namespace huimin::devices;
using std::chrono::milliseconds;

TEST_SUITE("devices and threads") {
  TEST_CASE("a scanner is cleared and asked for its status while its worker reads") {
    auto [near, far] = make_memory_pair();
    std::atomic<bool> is_opened = false;
    LineScanner scanner(
        [&, end = std::make_shared<std::unique_ptr<ByteStream>>(std::move(near))]() -> PortResult {
          if (is_opened.exchange(true)) return tl::unexpected(PortError::Gone);
          return std::move(*end);
        });
    std::atomic<bool> is_end_seen = false;
    std::thread worker([&] {
      for (bool is_there = true; is_there;) {
        const ScanEvent event = scanner.poll(milliseconds{5000});
        const auto* code = std::get_if<Scanned>(&event);
        if (code != nullptr && code->text.starts_with("end")) is_end_seen = true;
        is_there = !std::holds_alternative<ScannerGone>(event);
      }
    });
    // A name of its own: clang 14 cannot capture one of a structured binding.
    ByteStream& line_end = *far;
    const auto send = [&line_end](const std::string& line) {
      REQUIRE(line_end.write_all(std::as_bytes(std::span(line)), milliseconds{0}));
    };
    for (int i = 0; i < 500; ++i) {
      send("code " + std::to_string(i) + "\r");
      if (i % 7 == 0) scanner.clear();
      static_cast<void>(scanner.status());
    }
    // The last call to forget may still take codes with it, but not all that follow.
    const MonoTime give_up = mono_now() + milliseconds{10'000};
    for (int i = 0; !is_end_seen && mono_now() < give_up; ++i) {
      send("end " + std::to_string(i) + "\r");
      std::this_thread::yield();
    }
    far.reset();
    worker.join();
    CHECK(is_end_seen);
    CHECK(scanner.status() == ScannerStatus::Disconnected);
  }

  TEST_CASE("a reader is asked for its status while its worker looks") {
    SdtReader reader([]() -> PortResult { return tl::unexpected(PortError::Gone); });
    std::thread worker([&] {
      for (int i = 0; i < 1000; ++i) static_cast<void>(reader.poll());
    });
    for (int i = 0; i < 1000; ++i) CHECK(reader.status() == ReaderStatus::Disconnected);
    worker.join();
  }

  TEST_CASE("keypad and signal are asked for their status while their workers look") {
    EvdevKeypad keypad([]() -> PortResult { return tl::unexpected(PortError::Gone); });
    RelaySignal signal([]() -> PortResult { return std::move(make_memory_pair().first); });
    std::thread keys([&] {
      for (int i = 0; i < 1000; ++i) static_cast<void>(keypad.poll(milliseconds{0}));
    });
    // The far end of each line is gone at once, so the signal comes and goes.
    std::thread lamp([&] {
      for (int i = 0; i < 300; ++i) static_cast<void>(signal.poll(milliseconds{0}));
    });
    for (int i = 0; i < 1000; ++i) {
      CHECK(keypad.status() == KeypadStatus::Disconnected);
      static_cast<void>(signal.status());
    }
    keys.join();
    lamp.join();
    CHECK(signal.status() == SignalStatus::Disconnected);
  }
}
