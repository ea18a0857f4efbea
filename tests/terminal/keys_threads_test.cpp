// The threads of keypad and signal over the twins; also run under the thread sanitizer.

#include <doctest/doctest.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "devices/simulators/host.h"
#include "kiosk/base/log.h"
#include "kiosk/terminal/keypad_worker.h"
#include "kiosk/terminal/signal_worker.h"
#include "tests/devices/temporary_folder.h"

namespace huimin::terminal {
namespace {

using devices::KeypadEvent;
using devices::KeypadKey;
using devices::SignalState;

// What came from a worker's thread, in order. Thread-safe.
template <class Value>
class Heard {
 public:
  void add(Value value) {
    {
      const std::lock_guard lock(mutex_);
      all_.push_back(std::move(value));
    }
    came_.notify_all();
  }
  Value next() {
    std::unique_lock lock(mutex_);
    REQUIRE(came_.wait_for(lock, std::chrono::seconds(30), [this] { return !all_.empty(); }));
    Value first = std::move(all_.front());
    all_.pop_front();
    return first;
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Value> all_;
};

// Keypad and relay board on pseudo terminals.
struct Lines {
  TemporaryFolder folder;
  devices::simulators::KeypadTwin keypad;
  devices::simulators::RelayBoardTwin board;
  std::unique_ptr<devices::simulators::Pty> keypad_line = plug(keypad, "keypad");
  std::unique_ptr<devices::simulators::Pty> board_line = plug(board, "signal");

  std::unique_ptr<devices::simulators::Pty> plug(devices::simulators::Twin& twin,
                                                 const char* name) {
    return std::make_unique<devices::simulators::Pty>(twin, folder.path() / name);
  }
  std::string keypad_address() const { return "evdev:" + (folder.path() / "keypad").string(); }
  std::string board_address() const { return "pty:" + (folder.path() / "signal").string(); }

  // Carries bytes until the board shows this.
  bool shows(std::string_view wanted) {
    const auto give_up = devices::mono_now() + std::chrono::seconds(30);
    while (board.seen() != wanted && devices::mono_now() < give_up) {
      board_line->pump(devices::mono_now());
      std::this_thread::yield();
    }
    return board.seen() == wanted;
  }
};

}  // namespace

TEST_SUITE("threads of keypad and signal") {
  TEST_CASE("without devices both start, say so once, and stop at once") {
    for (int i = 0; i < 4; ++i) {
      Heard<KeypadEvent> keys;
      Heard<bool> lamp;
      KeypadWorker keypad("evdev:/no-such-folder/keypad", {},
                          [&](const KeypadEvent& said) { keys.add(said); });
      SignalWorker signal("serial:/no-such-folder/signal", {},
                          [&](bool there) { lamp.add(there); });
      signal.want(SignalState::Urgent);
      if (i % 2 == 0) {
        CHECK(keys.next() == KeypadEvent{devices::KeypadGone{}});
        CHECK_FALSE(lamp.next());
      }
    }
  }

  TEST_CASE("keys arrive in order, and a pulled plug and its return are told") {
    Lines lines;
    Heard<KeypadEvent> keys;
    KeypadWorker worker(lines.keypad_address(), {},
                        [&](const KeypadEvent& said) { keys.add(said); });
    CHECK(keys.next() == KeypadEvent{devices::KeypadBack{}});
    for (int i = 0; i < 10; ++i) {
      lines.keypad.press(*devices::simulators::keypad_code(i % 2 == 0 ? "left" : "help"),
                         devices::mono_now());
      lines.keypad_line->pump(devices::mono_now());
      CHECK(keys.next() ==
            KeypadEvent{devices::KeyPressed{i % 2 == 0 ? KeypadKey::Left : KeypadKey::Help}});
    }
    lines.keypad_line.reset();
    CHECK(keys.next() == KeypadEvent{devices::KeypadGone{}});
    lines.keypad_line = lines.plug(lines.keypad, "keypad");
    CHECK(keys.next() == KeypadEvent{devices::KeypadBack{}});
  }

  TEST_CASE("of many wishes from several threads the last one is shown, and the end puts it out") {
    Lines lines;
    Heard<bool> there;
    {
      SignalWorker worker(lines.board_address(), {}, [&](bool now) { there.add(now); });
      CHECK(there.next());
      std::vector<std::jthread> callers;
      for (int caller = 0; caller < 3; ++caller) {
        callers.emplace_back([&worker] {
          for (int i = 0; i < 50; ++i) {
            worker.want(i % 2 == 0 ? SignalState::Urgent : SignalState::Off);
          }
        });
      }
      callers.clear();
      worker.want(SignalState::Calling);
      CHECK(lines.shows("calling"));
      lines.board_line.reset();
      lines.board.lose_power();
      CHECK_FALSE(there.next());
      lines.board_line = lines.plug(lines.board, "signal");
      CHECK(there.next());
      CHECK(lines.shows("calling"));
    }
    CHECK(lines.shows("off"));
  }
}

}  // namespace huimin::terminal
