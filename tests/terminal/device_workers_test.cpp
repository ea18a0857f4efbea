// One thread a device against the simulated devices, on pseudo terminals.

#include "kiosk/terminal/device_workers.h"

#include <doctest/doctest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <fstream>

#include "devices/simulators/host.h"
#include "kiosk/terminal/device_control.h"
#include "tests/terminal/posted.h"

namespace huimin::terminal {
namespace {

namespace simulators = devices::simulators;
using namespace testing;
using journey::resident::PrinterState;

simulators::People people() {
  std::ifstream file(HUIMIN_SOURCE_DIR "/devices/simulators/people.txt");
  auto read = simulators::read_people(file);
  REQUIRE(read.has_value());
  return *read;
}

// All simulated devices of one terminal on a thread of their own.
class Devices {
 public:
  Devices()
      : host_(people(), {folder_.path() / "dev", folder_.path() / "paper"}, std::nullopt),
        thread_([this] { host_.run(stop_); }) {}
  ~Devices() {
    const std::uint64_t one = 1;
    CHECK(::write(stop_, &one, sizeof one) == sizeof one);
    thread_.join();
    ::close(stop_);
  }
  Devices(const Devices&) = delete;
  Devices& operator=(const Devices&) = delete;

  void say(const std::string& line) {
    const auto answer = control_.say(line);
    if (!answer) FAIL(line, ": ", answer.error());
  }
  std::string serial(const std::string& name) const { return "serial:" + path(name); }
  std::string printer() const { return "char:" + path("printer"); }
  std::string path(const std::string& name) const {
    return (folder_.path() / "dev" / name).string();
  }

 private:
  queue::testing::TempFolder folder_;
  int stop_ = ::eventfd(0, EFD_CLOEXEC);
  simulators::Host host_;
  std::thread thread_;
  DeviceControl control_{folder_.path() / "dev" / "control"};
};

PrintJob job(std::uint64_t id, std::function<void(PrintEnd)> ended = {}) {
  printing::Document document;
  document.blocks.push_back(printing::Lines{{"test"}, printing::Weight::Regular});
  return {id, std::move(document), std::move(ended)};
}

}  // namespace

TEST_SUITE("card worker") {
  TEST_CASE("a card is announced, read and seen to go; each presence has its own number") {
    Devices devices;
    Posted posted;
    const CardWorker worker(devices.serial("reader"), posted.post());
    posted.follows<event::ReaderBack>();
    for (std::uint64_t presence = 1; presence <= 2; ++presence) {
      devices.say("card place wang");
      CHECK(posted.follows<event::CardBusy>().presence == presence);
      const auto read = posted.follows<event::CardRead>();
      CHECK(read.presence == presence);
      CHECK(read.name.text() == queue::testing::kName);
      CHECK(read.id_number.text() == queue::testing::kIdNumber);
      devices.say("card lift");
      CHECK(posted.follows<event::CardLifted>().presence == presence);
    }
  }

  // The reader tries again and again while the card lies there; each try is not a new beginning.
  TEST_CASE("a card that cannot be read is said once, and does not look busy for ever") {
    Devices devices;
    Posted posted;
    devices.say("card fault unreadable 6");
    devices.say("card place wang");
    const CardWorker worker(devices.serial("reader"), posted.post());
    posted.follows<event::ReaderBack>();
    CHECK(posted.follows<event::CardBusy>().presence == 1);
    CHECK(posted.follows<event::CardFailed>().fault == event::CardFault::Unreadable);
    // Tries four to six are silent; the seventh reads.
    CHECK(posted.follows<event::CardRead>().presence == 1);
  }

  TEST_CASE("a card taken away too early is told from one that cannot be read") {
    Devices devices;
    Posted posted;
    devices.say("card fault lift-in-read");
    devices.say("card place wang");
    const CardWorker worker(devices.serial("reader"), posted.post());
    CHECK(posted.await<event::CardFailed>().fault == event::CardFault::LiftedEarly);
    devices.say("card place wang");
    CHECK(posted.await<event::CardRead>().presence == 2);
  }

  TEST_CASE("a reader that is unplugged and comes back") {
    Devices devices;
    Posted posted;
    const CardWorker worker(devices.serial("reader"), posted.post());
    posted.follows<event::ReaderBack>();
    devices.say("unplug reader");
    posted.follows<event::ReaderGone>();
    devices.say("plug reader");
    posted.follows<event::ReaderBack>();
  }
}

TEST_SUITE("scanner worker") {
  TEST_CASE("a code is passed on; noise is a code that says nothing") {
    Devices devices;
    Posted posted;
    const ScannerWorker worker(devices.serial("scanner"), posted.post());
    posted.follows<event::ScannerBack>();
    devices.say("scanner scan HTTPS://EXAMPLE.ORG/1");
    CHECK(posted.follows<event::Scanned>().text == "HTTPS://EXAMPLE.ORG/1");
    devices.say("scanner noise");
    CHECK(posted.follows<event::Scanned>().text.empty());
  }

  TEST_CASE("a scanner that is unplugged and comes back") {
    Devices devices;
    Posted posted;
    const ScannerWorker worker(devices.serial("scanner"), posted.post());
    posted.follows<event::ScannerBack>();
    devices.say("unplug scanner");
    posted.follows<event::ScannerGone>();
    devices.say("plug scanner");
    posted.follows<event::ScannerBack>();
  }
}

TEST_SUITE("printer worker") {
  TEST_CASE("a paper that came out is said, with its job, also to the log") {
    Devices devices;
    Posted posted;
    std::atomic<int> ends{0};
    {
      PrinterWorker worker(devices.printer(), posted.post());
      CHECK(posted.follows<event::PrinterChanged>().state == PrinterState::Ready);
      CHECK(
          worker.print(job(41, [&](PrintEnd end) { ends += end == PrintEnd::Printed ? 1 : 100; })));
      CHECK(posted.follows<event::Printed>().job == 41);
    }
    CHECK(ends == 1);
  }

  TEST_CASE("paper that ran out is noticed while nothing prints, and so is the refill") {
    Devices devices;
    Posted posted;
    PrinterWorker worker(devices.printer(), posted.post());
    CHECK(posted.follows<event::PrinterChanged>().state == PrinterState::Ready);
    devices.say("printer paper out");
    CHECK(posted.follows<event::PrinterChanged>().state == PrinterState::PaperOut);
    devices.say("printer paper low");
    CHECK(posted.follows<event::PrinterChanged>().state == PrinterState::PaperLow);
    devices.say("printer cover open");
    CHECK(posted.follows<event::PrinterChanged>().state == PrinterState::CoverOpen);
    devices.say("printer cover closed");
    CHECK(posted.follows<event::PrinterChanged>().state == PrinterState::PaperLow);
  }

  TEST_CASE(
      "paper that ends inside a receipt stops the job with its reason; the next one is whole") {
    Devices devices;
    Posted posted;
    PrinterWorker worker(devices.printer(), posted.post());
    devices.say("printer stop-after-bytes 700");
    CHECK(worker.print(job(1)));
    const auto stopped = posted.await<event::PrintStopped>();
    CHECK(stopped.job == 1);
    CHECK(stopped.because == PrinterState::PaperOut);
    devices.say("printer paper full");
    while (posted.await<event::PrinterChanged>().state != PrinterState::Ready) {
    }
    CHECK(worker.print(job(2)));
    CHECK(posted.await<event::Printed>().job == 2);
    devices.say("wait-paper 1 5000");
  }

  TEST_CASE("without a printer every job is stopped, and said to be") {
    Posted posted;
    PrinterWorker worker("char:/no-such-folder/printer", posted.post());
    CHECK(posted.follows<event::PrinterChanged>().state == PrinterState::Gone);
    CHECK(worker.print(job(7)));
    const auto stopped = posted.await<event::PrintStopped>();
    CHECK(stopped.job == 7);
    CHECK(stopped.because == PrinterState::Gone);
  }
}

TEST_SUITE("device control") {
  TEST_CASE("what the devices do not understand comes back as their own words") {
    const Devices devices;
    DeviceControl control(devices.path("control"));
    CHECK(control.say("card place wang"));
    const auto wrong = control.say("card fly");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().starts_with("error"));
    CHECK(control.say("receipts").value() == "0");
  }

  TEST_CASE("nobody listens: said with the place") {
    DeviceControl nobody("/no-such-folder/control");
    const auto answer = nobody.say("card lift");
    REQUIRE_FALSE(answer);
    CHECK(answer.error() == "nobody listens at /no-such-folder/control");
    DeviceControl too_long(std::string(200, 'x'));
    CHECK_FALSE(too_long.say("card lift"));
  }
}

}  // namespace huimin::terminal
