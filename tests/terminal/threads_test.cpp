// Workers that start, are spoken to from several threads, and stop; also run under the thread
// sanitizer.

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/base/log.h"
#include "kiosk/queue/entries.h"
#include "kiosk/terminal/device_workers.h"
#include "kiosk/terminal/player.h"
#include "kiosk/terminal/store_worker.h"
#include "tests/terminal/posted.h"

namespace huimin::terminal {
namespace {

using namespace testing;

// Before the first thread, as every program does.
[[maybe_unused]] const bool kLogOpened = (base::open_log("terminal_threads"), true);

constexpr const char* kNothing = "serial:/no-such-folder/device";

}  // namespace

TEST_SUITE("workers and their threads") {
  TEST_CASE("workers without a device start and stop at once, whenever they are stopped") {
    Posted posted;
    for (int i = 0; i < 6; ++i) {
      const CardWorker reader(kNothing, posted.post());
      ScannerWorker scanner(kNothing, posted.post());
      PrinterWorker printer("char:/no-such-folder/device", posted.post());
      scanner.clear();
      if (i % 2 == 0) posted.await<event::ReaderGone>();
    }
  }

  TEST_CASE("jobs from several threads all end, one way or the other") {
    Posted posted;
    std::atomic<int> taken{0}, ended{0};
    {
      PrinterWorker printer("char:/no-such-folder/device", posted.post());
      std::vector<std::jthread> senders;
      for (int sender = 0; sender < 3; ++sender) {
        senders.emplace_back([&] {
          for (int i = 0; i < 10; ++i) {
            if (printer.print({1, {}, [&](PrintEnd) { ++ended; }})) ++taken;
          }
        });
      }
      senders.clear();
      posted.await<event::PrintStopped>();
    }
    CHECK(taken > 0);
    CHECK(ended <= taken);
    CHECK(ended >= 1);
  }

  TEST_CASE(
      "submissions from several threads while the worker is stopped: each is kept or refused, none "
      "lost") {
    const queue::testing::Hall hall;
    const StillClock clock;
    Posted posted;
    {
      StoreWorker worker({hall.state(), "status.huimin.example", "0.1.0", "2026-1", 0}, clock,
                         posted.post(), [](const effect::PrintReceipt&, int) {});
      std::vector<std::jthread> senders;
      for (int sender = 0; sender < 3; ++sender) {
        senders.emplace_back([&worker, sender] {
          for (int i = 0; i < 3; ++i) {
            worker.send(order::Submit{std::to_string(sender) + "-" + std::to_string(i),
                                      queue::testing::sample_application()});
          }
        });
      }
    }
    std::size_t kept = 0;
    while (kept < 9) {
      posted.await<event::Committed>();
      ++kept;
    }
    auto store = queue::Store::open_for_reading(hall.state());
    REQUIRE(store);
    CHECK(queue::list_entries(*store, 1, 100)->size() == 9);
  }

  TEST_CASE("a wake before the wait is not lost") {
    Waker waker;
    std::jthread([&waker] { waker.wake(); }).join();
    const auto before = std::chrono::steady_clock::now();
    waker.wait(std::chrono::milliseconds(60'000));
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::milliseconds(30'000));
  }
}

}  // namespace huimin::terminal
