#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kiosk/uplink/patience.h"

using namespace huimin;
using namespace huimin::uplink;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr base::MonoTime kStart{seconds{1'000}};
constexpr milliseconds kIdle{30'000};

}  // namespace

TEST_CASE("the wait doubles from a second to a quarter of an hour and stays there") {
  CHECK(wait_after(1) == seconds{1});
  CHECK(wait_after(2) == seconds{2});
  CHECK(wait_after(3) == seconds{4});
  CHECK(wait_after(10) == seconds{512});
  CHECK(wait_after(11) == minutes{15});
  CHECK(wait_after(1'000'000) == minutes{15});
  for (int n = 1; n < 40; ++n) CHECK(wait_after(n) <= wait_after(n + 1));
}

TEST_CASE("a lost line rests for half to whole of its wait, however often it is lost") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Patience patience(seed);
    base::MonoTime now = kStart;
    for (int n = 1; n <= 30; ++n) {
      patience.line_failed(now);
      const milliseconds wait = wait_after(n);
      CHECK(!patience.line_is_due(now + wait / 2 - milliseconds{1}));
      CHECK(patience.line_is_due(now + wait));
      now += wait;
    }
  }
}

TEST_CASE("terminals that lost the line together do not come back together") {
  std::set<milliseconds> waits;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Patience patience(seed);
    for (int n = 0; n < 11; ++n) patience.line_failed(kStart);
    waits.insert(patience.next_within(kStart, minutes{60}));
  }
  CHECK(waits.size() >= 15);
}

TEST_CASE("one answer makes the line young again") {
  Patience patience(7);
  for (int n = 0; n < 11; ++n) patience.line_failed(kStart);
  CHECK(!patience.line_is_due(kStart + minutes{7}));
  patience.line_works();
  CHECK(patience.line_is_due(kStart));
  patience.line_failed(kStart);
  CHECK(patience.line_is_due(kStart + seconds{1}));
}

TEST_CASE("each envelope waits for itself, and is never given up") {
  Patience patience(7);
  for (int n = 0; n < 200; ++n) patience.envelope_failed(5, kStart);
  patience.envelope_failed(3, kStart);
  CHECK(patience.not_yet(kStart) == std::vector<std::uint64_t>{3, 5});
  CHECK(patience.not_yet(kStart + seconds{1}) == std::vector<std::uint64_t>{5});
  CHECK(patience.not_yet(kStart + minutes{15}).empty());
  patience.envelope_failed(5, kStart + minutes{15});
  CHECK(patience.not_yet(kStart + minutes{22}) == std::vector<std::uint64_t>{5});
  patience.envelope_settled(5);
  CHECK(patience.not_yet(kStart + minutes{22}).empty());
}

TEST_CASE("a question waits for itself until nobody asks it any more") {
  Patience patience(7);
  CHECK(patience.question_is_due("a", kStart));
  patience.question_failed("a", kStart);
  CHECK(!patience.question_is_due("a", kStart));
  CHECK(patience.question_is_due("b", kStart));
  CHECK(patience.question_is_due("a", kStart + seconds{1}));
  patience.keep_questions({"a"});
  CHECK(!patience.question_is_due("a", kStart));
  patience.keep_questions({"b"});
  CHECK(patience.question_is_due("a", kStart));
}

TEST_CASE("the next look is when the first thing is due, and no later than when idle") {
  Patience patience(7);
  CHECK(patience.next_within(kStart, kIdle) == kIdle);
  patience.envelope_failed(1, kStart);
  const milliseconds next = patience.next_within(kStart, kIdle);
  CHECK(next >= milliseconds{500});
  CHECK(next <= seconds{1});
  for (int n = 0; n < 9; ++n) patience.line_failed(kStart);
  CHECK(patience.next_within(kStart, kIdle) == next);
  patience.envelope_settled(1);
  CHECK(patience.next_within(kStart, kIdle) == kIdle);
  patience.question_failed("a", kStart);
  CHECK(patience.next_within(kStart, kIdle) <= seconds{1});
  // What is due already is no reason to turn without pause.
  CHECK(patience.next_within(kStart + seconds{2}, kIdle) == kIdle);
}
