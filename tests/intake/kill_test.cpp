// A process that stores without pause is killed: what it has acknowledged is there.

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "tests/intake/desk.h"

using namespace huimin;
using namespace huimin::intake;
using namespace huimin::intake::testing;

namespace {

// In the child: gives every envelope and tells each answer through `pipe`.
[[noreturn]] void store_and_tell(Desk& desk, const std::vector<Envelope>& envelopes, int pipe) {
  desk.restart();
  for (const Envelope& envelope : envelopes) {
    const std::string line = desk.give(envelope).body + "\n";
    if (::write(pipe, line.data(), line.size()) != static_cast<ssize_t>(line.size())) break;
  }
  // Nothing more to do: waits for its end.
  while (true) ::pause();
}

// Every line of the pipe until its end; kills `child` once there are `enough`.
std::vector<std::string> read_until_killed(int pipe, pid_t child, std::size_t enough) {
  std::vector<std::string> lines;
  std::string line;
  char byte = 0;
  while (::read(pipe, &byte, 1) == 1) {
    if (byte != '\n') {
      line += byte;
      continue;
    }
    lines.push_back(std::exchange(line, {}));
    if (lines.size() == enough) ::kill(child, SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return lines;
}

}  // namespace

TEST_CASE("what was acknowledged before a kill is there, with the same answer") {
  for (const std::size_t enough : {1U, 2U, 7U, 30U}) {
    Desk desk;
    HandTerminal terminal = desk.terminal();
    std::vector<Envelope> envelopes;
    for (int i = 0; i < 80; ++i) envelopes.push_back(terminal.write());
    // No thread of ours may run in a process that forks.
    desk.service.reset();
    desk.store.reset();
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) store_and_tell(desk, envelopes, ends[1]);
    ::close(ends[1]);
    const auto told = read_until_killed(ends[0], child, enough);
    ::close(ends[0]);
    REQUIRE(told.size() >= enough);

    desk.restart();
    CHECK(desk.store->first_broken_case()->has_value() == false);
    for (std::size_t i = 0; i < told.size(); ++i) {
      const Response again = desk.give(envelopes[i]);
      CHECK(again.status == 200);
      CHECK(again.body == told[i]);
    }
    // And it goes on where it was.
    for (std::size_t i = told.size(); i < envelopes.size(); ++i)
      CHECK(desk.give(envelopes[i]).status / 100 == 2);
    CHECK(desk.store->first_broken_case()->has_value() == false);
  }
}
