// The queue between real threads; also run under the thread sanitizer.

#include "kiosk/base/bounded_queue.h"

#include <doctest/doctest.h>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

using huimin::base::BoundedQueue;
using namespace std::chrono_literals;

namespace {

// Pushes until it is taken, or until the queue is closed.
void push_all(BoundedQueue<int>& queue, int first, int count) {
  for (int i = first; i < first + count; ++i) {
    while (!queue.try_push(i)) {
      if (queue.is_closed()) return;
      std::this_thread::yield();
    }
  }
}

}  // namespace

TEST_SUITE("bounded queue between threads") {
  TEST_CASE("three producers and three consumers: everything arrives exactly once") {
    constexpr int kEach = 2000;
    BoundedQueue<int> queue(16);
    std::vector<std::atomic<int>> seen(3 * kEach);
    std::vector<std::jthread> consumers;
    for (int c = 0; c < 3; ++c) {
      consumers.emplace_back([&] {
        while (const auto value = queue.pop()) seen[static_cast<std::size_t>(*value)]++;
      });
    }
    {
      std::vector<std::jthread> producers;
      for (int p = 0; p < 3; ++p) {
        producers.emplace_back([&queue, p] { push_all(queue, p * kEach, kEach); });
      }
    }
    queue.close();
    consumers.clear();
    for (const auto& count : seen) CHECK(count == 1);
  }

  TEST_CASE("one producer's values keep their order") {
    BoundedQueue<int> queue(4);
    std::jthread producer([&] {
      push_all(queue, 0, 5000);
      queue.close();
    });
    int expected = 0;
    while (const auto value = queue.pop()) {
      REQUIRE(*value == expected);
      ++expected;
    }
    CHECK(expected == 5000);
  }

  TEST_CASE("who waits without a limit is woken by a value") {
    BoundedQueue<int> queue(1);
    std::optional<int> got;
    {
      std::jthread waiting([&] { got = queue.pop(); });
      CHECK(queue.try_push(5));
    }
    CHECK(got == 5);
  }

  TEST_CASE("closing wakes everybody who waits") {
    BoundedQueue<int> queue(1);
    std::atomic<int> woken = 0;
    {
      std::vector<std::jthread> waiting;
      for (int i = 0; i < 4; ++i) {
        waiting.emplace_back([&] {
          if (!queue.pop_within(1h)) ++woken;
        });
      }
      queue.close();
    }
    CHECK(woken == 4);
  }

  TEST_CASE("clearing while others push and pop keeps the order of what is left") {
    BoundedQueue<int> queue(8);
    std::atomic<int> out_of_order = 0;
    {
      std::jthread consumer([&] {
        int last = -1;
        while (const auto value = queue.pop()) {
          if (*value <= last) ++out_of_order;
          last = *value;
        }
      });
      std::jthread clearer([&] {
        for (int i = 0; i < 200; ++i) queue.clear();
      });
      push_all(queue, 0, 3000);
      queue.close();
    }
    CHECK(out_of_order == 0);
    CHECK_FALSE(queue.try_pop().has_value());
  }
}
