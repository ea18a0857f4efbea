#include "kiosk/base/check.h"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

using huimin::base::check;

namespace {

struct Ending {
  int status;
  std::string said;
};

// Runs it in a child, because a failed check ends the process.
template <class Act>
Ending ending_of(Act act) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    std::signal(SIGABRT, SIG_DFL);
    act();
    _exit(0);
  }
  close(ends[1]);
  Ending ending{};
  std::array<char, 512> part{};
  for (ssize_t size = 0; (size = read(ends[0], part.data(), part.size())) > 0;) {
    ending.said.append(part.data(), static_cast<std::size_t>(size));
  }
  close(ends[0]);
  REQUIRE(waitpid(child, &ending.status, 0) == child);
  return ending;
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("what holds is passed in silence") {
    const Ending ending = ending_of([] { check(true, "one is one"); });
    CHECK(WIFEXITED(ending.status));
    CHECK(WEXITSTATUS(ending.status) == 0);
    CHECK(ending.said.empty());
  }

  TEST_CASE("what does not hold aborts, and says what and where") {
    const Ending ending = ending_of([] { check(false, "one is two"); });
    CHECK(WIFSIGNALED(ending.status));
    CHECK(WTERMSIG(ending.status) == SIGABRT);
    CHECK(ending.said.find("one is two") != std::string::npos);
    CHECK(ending.said.find("check_test.cpp") != std::string::npos);
  }
}
