#include "kiosk/base/bounded_queue.h"

#include <doctest/doctest.h>

#include <memory>

using huimin::base::BoundedQueue;
using namespace std::chrono_literals;

TEST_SUITE("bounded queue") {
  TEST_CASE("values come out in the order they went in") {
    BoundedQueue<int> queue(3);
    for (int i = 1; i <= 3; ++i) CHECK(queue.try_push(i));
    for (int i = 1; i <= 3; ++i) CHECK(queue.try_pop() == i);
    CHECK_FALSE(queue.try_pop().has_value());
  }

  TEST_CASE("who pushes into a full queue is told so, and nothing is lost") {
    BoundedQueue<int> queue(2);
    CHECK(queue.try_push(1));
    CHECK(queue.try_push(2));
    CHECK_FALSE(queue.try_push(3));
    CHECK(queue.try_pop() == 1);
    CHECK(queue.try_push(3));
    CHECK(queue.try_pop() == 2);
    CHECK(queue.try_pop() == 3);
  }

  TEST_CASE("a closed queue takes nothing more but gives what it has") {
    BoundedQueue<int> queue(2);
    CHECK(queue.try_push(1));
    queue.close();
    CHECK(queue.is_closed());
    CHECK_FALSE(queue.try_push(2));
    CHECK(queue.pop() == 1);
    CHECK_FALSE(queue.pop().has_value());
    CHECK_FALSE(queue.pop_within(1h).has_value());
  }

  TEST_CASE("clearing drops what waits and leaves the queue open") {
    BoundedQueue<int> queue(2);
    CHECK(queue.try_push(1));
    queue.clear();
    CHECK_FALSE(queue.try_pop().has_value());
    CHECK(queue.try_push(2));
    CHECK(queue.try_pop() == 2);
  }

  TEST_CASE("values that can only be moved pass through, and a dropped one is destroyed") {
    BoundedQueue<std::shared_ptr<int>> queue(1);
    auto value = std::make_shared<int>(7);
    CHECK(queue.try_push(value));
    CHECK_FALSE(queue.try_push(value));
    CHECK(value.use_count() == 2);
    queue.clear();
    CHECK(value.use_count() == 1);
    BoundedQueue<std::unique_ptr<int>> movable(1);
    CHECK(movable.try_push(std::make_unique<int>(8)));
    CHECK(**movable.try_pop() == 8);
  }

  TEST_CASE("waiting for nothing ends with nothing") {
    BoundedQueue<int> queue(1);
    CHECK_FALSE(queue.pop_within(0ms).has_value());
    CHECK_FALSE(queue.pop_within(2ms).has_value());
  }
}
