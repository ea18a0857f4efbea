// The terminal dies at any moment: what it reported as committed is there, once, and the chain is
// whole.

#include <doctest/doctest.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <optional>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/queue/verify.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

// What a child reports for each commit; smaller than PIPE_BUF, so written as a whole.
struct Report {
  std::uint64_t sequence;
  std::uint32_t receipt;
  Hash sha256;
};

// When a child is killed: after so many reports, and then a little later, anywhere in its next
// work.
struct Life {
  std::size_t reports = 0;
  long more_us = 0;
};

// Runs `work` in a child process with the writing end of a pipe and returns all its reports.
// Without a life the child ends by itself.
template <class Work>
std::vector<Report> run_and_kill(std::optional<Life> life, Work work) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    work(ends[1]);
    ::_exit(0);
  }
  ::close(ends[1]);
  std::vector<Report> reports;
  Report report{};
  const auto read_one = [&] {
    const bool got = ::read(ends[0], &report, sizeof report) == sizeof report;
    if (got) reports.push_back(report);
    return got;
  };
  while ((!life || reports.size() < life->reports) && read_one()) {
  }
  if (life) {
    const timespec more{0, life->more_us * 1'000};
    ::nanosleep(&more, nullptr);
    ::kill(child, SIGKILL);
    while (read_one()) {
    }
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return reports;
}

Life random_life(std::mt19937& random) {
  return {random() % 6, static_cast<long>(random() % 4'000)};
}

bool tell(int to, const Committed& committed) {
  const Report report{committed.sequence, committed.receipt->sequence, committed.sha256};
  return ::write(to, &report, sizeof report) == sizeof report;
}

void submit_until_killed(const Hall& hall, const TerminalKeys& keys, int to) {
  auto outbox = Outbox::open(hall.setup(), keys);
  while (outbox) {
    const auto committed = outbox->submit(sample_submission());
    if (!committed || !tell(to, *committed)) return;
    if (committed->sequence % 7 == 0) outbox->checkpoint();
  }
}

void check_reports(const Hall& hall, const std::vector<Report>& reports) {
  const auto queue = verify_state(hall.state());
  REQUIRE(queue);
  CHECK_FALSE(queue->first_flaw);
  for (const Report& report : reports) {
    const Header header = stored_header(hall, report.sequence);
    CHECK(envelope_hash(header) == report.sha256);
    CHECK(header.receipt->sequence == report.receipt);
  }
}

}  // namespace

TEST_SUITE("crash") {
  TEST_CASE("killed at random moments, everything reported as committed is there exactly once") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    std::mt19937 random(20261125);
    std::vector<Report> all;
    for (int round = 0; round < 25; ++round) {
      const auto reports = run_and_kill(
          random_life(random), [&](int to) { submit_until_killed(hall, keys, to); });
      all.insert(all.end(), reports.begin(), reports.end());
    }
    CHECK(all.size() > 25);
    check_reports(hall, all);
    std::uint32_t last = 0;
    for (const Report& report : all) {
      CHECK(report.receipt > last);
      last = report.receipt;
    }
    Outbox outbox = hall.outbox();
    CHECK(submit_one(outbox).receipt->sequence > last);
  }

  TEST_CASE("terminal and carrier are killed in turn while both write") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    std::mt19937 random(7);
    std::vector<Report> all;
    for (int round = 0; round < 10; ++round) {
      const pid_t carrier = ::fork();
      REQUIRE(carrier >= 0);
      if (carrier == 0) {
        auto courier = Courier::open(hall.state(), keys.county);
        for (std::uint64_t n = 1; courier; n = n % 50 + 1) {
          (void)courier->record_attempt(1 + n % 3, kNow, 503);
        }
        ::_exit(0);
      }
      const auto reports = run_and_kill(
          random_life(random), [&](int to) { submit_until_killed(hall, keys, to); });
      ::kill(carrier, SIGKILL);
      ::waitpid(carrier, nullptr, 0);
      all.insert(all.end(), reports.begin(), reports.end());
    }
    CHECK_FALSE(all.empty());
    check_reports(hall, all);
  }

  TEST_CASE("a file that may not grow any more is a full disk, and that is said") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    {
      Outbox outbox = hall.outbox();
    }
    const auto reports = run_and_kill(std::nullopt, [&](int to) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{300'000, 300'000};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      auto outbox = Outbox::open(hall.setup(), keys);
      if (!outbox) return;
      for (int i = 0; i < 200; ++i) {
        const auto committed = outbox->submit(sample_submission());
        // A sequence of 0 says that it ended as it should.
        if (!committed && committed.error() == SubmitError::DiskFull) {
          tell(to, {0, domain::ReceiptNumber{430522, 7, 1}, "", {}, {}});
        }
        if (!committed || !tell(to, *committed)) return;
      }
    });
    REQUIRE(reports.size() > 3);
    CHECK(reports.back().sequence == 0);
    check_reports(hall, {reports.begin(), reports.end() - 1});
    Outbox outbox = hall.outbox();
    CHECK(submit_one(outbox).receipt->sequence == reports.size());
  }
}

TEST_SUITE("truncation") {
  TEST_CASE("a database cut at any 512 bytes is refused or whole, and never crashes anybody") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    {
      Outbox outbox = hall.outbox();
      for (int i = 0; i < 3; ++i) submit_one(outbox);
      outbox.checkpoint();
    }
    // All is in the database file now.
    for (const char* end : {"-wal", "-shm"}) {
      std::filesystem::remove(hall.database().string() + end);
    }
    const std::string whole = read_text(hall.database());
    int refused = 0;
    for (std::size_t size = 0; size < whole.size(); size += 512) {
      write_text(hall.database(), whole.substr(0, size));
      const auto report = verify_state(hall.state());
      const bool noticed = !report || report->first_flaw || report->envelopes < 3;
      CHECK(noticed);
      // An empty file is a new queue, whose numbers the mark then stops.
      auto outbox = Outbox::open(hall.setup(), keys);
      if (!outbox) {
        ++refused;
      } else {
        const auto committed = outbox->submit(sample_submission());
        CHECK_FALSE(committed);
      }
      for (const char* end : {"-wal", "-shm"}) {
        std::filesystem::remove(hall.database().string() + end);
      }
    }
    CHECK(refused > 3);
  }

  TEST_CASE("a journal cut anywhere loses what stood behind the cut, and the mark notices") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    {
      Outbox outbox = hall.outbox();
      for (int i = 0; i < 3; ++i) submit_one(outbox);
    }
    const std::string wal = hall.database().string() + "-wal";
    const std::string database = read_text(hall.database());
    const std::string journal = read_text(wal);
    REQUIRE(journal.size() > 10'000);
    for (std::size_t size = 0; size < journal.size(); size += 1'024) {
      write_text(hall.database(), database);
      write_text(wal, journal.substr(0, size));
      std::filesystem::remove(hall.database().string() + "-shm");
      auto outbox = Outbox::open(hall.setup(), keys);
      if (!outbox) continue;
      const auto committed = outbox->submit(sample_submission());
      // Either all three are there, or the number mark stops a fourth.
      if (committed) {
        CHECK(committed->receipt->sequence == 4);
      } else {
        CHECK(committed.error() == SubmitError::NumbersUncertain);
      }
    }
  }
}
