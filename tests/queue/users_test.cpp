// Two users on one queue, and a third who only looks (case C01). As root it really changes users;
// else the parts that need that are covered by file modes.

#include <doctest/doctest.h>

#include <fcntl.h>
#include <functional>
#include <map>
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/queue/export.h"
#include "kiosk/queue/verify.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

namespace fs = std::filesystem;

constexpr uid_t kKiosk = 61'001;
constexpr uid_t kUplink = 61'002;
constexpr uid_t kStranger = 61'003;
constexpr gid_t kHall = 61'000;
constexpr gid_t kNobody = 61'009;

bool is_root() { return ::geteuid() == 0; }

struct Person {
  uid_t user;
  gid_t group;
  mode_t mask;
};

// Runs `work` as another user; true when it says so.
bool as(const Person& person, const std::function<bool()>& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::umask(person.mask);
    const bool changed = ::setgroups(0, nullptr) == 0 && ::setgid(person.group) == 0 &&
                         ::setuid(person.user) == 0;
    ::_exit(changed && work() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void give(const fs::path& path, uid_t user, gid_t group, mode_t mode) {
  REQUIRE(::chown(path.c_str(), user, group) == 0);
  REQUIRE(::chmod(path.c_str(), mode) == 0);
}

// The folders as a package would make them.
void install(const Hall& hall) {
  ::chmod(hall.folder().c_str(), 0755);
  give(hall.state(), kKiosk, kHall, 02770);
  give(hall.state() / "keys", kKiosk, kHall, 0755);
  for (const auto& entry : fs::directory_iterator(hall.state() / "keys")) {
    const bool key = entry.path().extension() == ".key";
    give(entry.path(), kKiosk, kHall, key ? 0600 : 0644);
  }
  give(hall.mark().parent_path(), kKiosk, kHall, 0750);
  give(hall.mark(), kKiosk, kHall, 0640);
}

struct Seen {
  uid_t user;
  gid_t group;
  mode_t mode;
  bool operator==(const Seen&) const = default;
};

std::map<std::string, Seen> look(const fs::path& folder) {
  std::map<std::string, Seen> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    struct stat status {};
    REQUIRE(::stat(entry.path().c_str(), &status) == 0);
    out[entry.path().string()] = {status.st_uid, status.st_gid, status.st_mode};
  }
  return out;
}

bool kiosk_submits(const Hall& hall) {
  const auto keys = load_terminal_keys(hall.state() / "keys");
  if (!keys) return false;
  auto outbox = Outbox::open(hall.setup(), *keys);
  return outbox && outbox->readiness(kNow).empty() && outbox->submit(sample_submission());
}

bool uplink_works(const Hall& hall) {
  const auto county = load_county_certificates(hall.state() / "keys");
  if (!county) return false;
  auto courier = Courier::open(hall.state(), *county);
  if (!courier) return false;
  const auto next = courier->next_to_send({});
  return next && *next && courier->record_attempt((*next)->sequence, kNow, 503);
}

bool verifies(const Hall& hall) {
  const auto report = verify_state(hall.state());
  return report && !report->first_flaw;
}

}  // namespace

TEST_SUITE("users") {
  TEST_CASE("every order of openers lets the kiosk commit and the uplink carry") {
    if (!is_root()) return;
    for (const mode_t mask : {mode_t{077}, mode_t{022}}) {
      const Hall hall;
      install(hall);
      const Person kiosk{kKiosk, kHall, mask};
      const Person uplink{kUplink, kHall, mask};
      const Person admin{0, 0, mask};
      REQUIRE(as(kiosk, [&] { return kiosk_submits(hall); }));
      for (int round = 0; round < 3; ++round) {
        CHECK(as(uplink, [&] { return uplink_works(hall); }));
        CHECK(as(admin, [&] { return verifies(hall); }));
        CHECK(as(kiosk, [&] { return kiosk_submits(hall); }));
        CHECK(as(admin, [&] { return verifies(hall); }));
        CHECK(as(uplink, [&] { return uplink_works(hall); }));
        // Someone tidied up the side files.
        for (const char* end : {"-wal", "-shm"}) {
          if (round == 1) fs::remove(hall.database().string() + end);
        }
        CHECK(as(admin, [&] { return verifies(hall); }));
      }
    }
  }

  TEST_CASE("verifying and exporting as root leave no file behind and change no owner or mode") {
    const Hall hall;
    if (is_root()) install(hall);
    const auto submit = [&] { return kiosk_submits(hall); };
    REQUIRE((is_root() ? as({kKiosk, kHall, 077}, submit) : submit()));
    for (const bool tidied : {false, true}) {
      if (tidied) {
        for (const char* end : {"-wal", "-shm"}) fs::remove(hall.database().string() + end);
      }
      const auto before = look(hall.state());
      const std::string bytes = read_text(hall.database());
      (void)verify_state(hall.state());
      (void)export_envelope(hall.state(), 1, hall.folder() / "out");
      CHECK(look(hall.state()) == before);
      CHECK(read_text(hall.database()) == bytes);
    }
  }

  TEST_CASE("a third user who may only read verifies, and leaves no trace") {
    if (!is_root()) return;
    const Hall hall;
    install(hall);
    REQUIRE(as({kKiosk, kHall, 022}, [&] { return kiosk_submits(hall); }));
    const Person stranger{kStranger, kNobody, 022};
    CHECK_FALSE(as(stranger, [&] { return verifies(hall); }));
    // Given leave to read, and no more.
    ::chmod(hall.state().c_str(), 0755);
    for (const char* end : {"", "-wal", "-shm"}) {
      ::chmod((hall.database().string() + end).c_str(), 0664);
    }
    const auto before = look(hall.state());
    CHECK(as(stranger, [&] { return verifies(hall); }));
    fs::remove(hall.database().string() + "-shm");
    CHECK(as(stranger, [&] { return verifies(hall); }));
    CHECK(look(hall.state()).size() == before.size() - 1);
  }

  TEST_CASE("files of the queue are for owner and group, whatever the umask") {
    for (const mode_t mask : {mode_t{077}, mode_t{022}, mode_t{0}}) {
      const Hall hall;
      const mode_t before = ::umask(mask);
      {
        Outbox outbox = hall.outbox();
        submit_one(outbox);
      }
      ::umask(before);
      for (const char* end : {"", "-wal", "-shm"}) {
        struct stat status {};
        REQUIRE(::stat((hall.database().string() + end).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0660U);
      }
    }
  }

  TEST_CASE("a wrong owner or mode is found at start and named with its path") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    CHECK(check_files(hall.state()).empty());
    const std::string wal = hall.database().string() + "-wal";
    ::chmod(wal.c_str(), 0600);
    CHECK(check_files(hall.state()) ==
          std::vector<Finding>{{Obstacle::NotWritable, wal}});
    ::chmod(wal.c_str(), 0660);
    ::chmod(hall.database().c_str(), 0666);
    CHECK(check_files(hall.state()).front() ==
          Finding{Obstacle::OpenToOthers, hall.database().string()});
    if (!is_root()) return;
    install(hall);
    give(hall.database(), 0, 0, 0600);
    CHECK(as({kKiosk, kHall, 022}, [&] {
      const auto findings = check_files(hall.state());
      return !findings.empty() &&
             findings.front() == Finding{Obstacle::NotWritable, hall.database().string()};
    }));
    CHECK(as({kKiosk, kHall, 022}, [&] {
      const auto outbox = Outbox::open(hall.setup(), *load_terminal_keys(hall.state() / "keys"));
      return !outbox && outbox.error().error == StoreError::ReadOnly;
    }));
  }

  TEST_CASE("a state folder that is not there is made for owner and group") {
    const Hall hall;
    OutboxSetup setup = hall.setup();
    setup.state_dir = hall.folder() / "new" / "terminal";
    setup.number_mark = hall.mark();
    CHECK(check_files(setup.state_dir).front().obstacle == Obstacle::Missing);
    const auto outbox = Outbox::open(setup, hall.keys());
    REQUIRE(outbox);
    struct stat status {};
    REQUIRE(::stat(setup.state_dir.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 02770U);
  }
}
