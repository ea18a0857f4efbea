// All the way: real drivers on pseudo terminals, steered through the control socket.

#include "devices/simulators/host.h"

#include <doctest/doctest.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <string>
#include <thread>

#include "devices/id_card/sdt_reader.h"
#include "devices/keypad/evdev_keypad.h"
#include "devices/poke/poke.h"
#include "devices/port/open_port.h"
#include "devices/scanner/line_scanner.h"
#include "devices/scanner/make_scanner.h"
#include "devices/signal/relay_signal.h"
#include "tests/devices/temporary_folder.h"

using namespace huimin::devices;
using namespace huimin::devices::simulators;
using std::chrono::milliseconds;

namespace {

People people() {
  std::ifstream file(HUIMIN_SOURCE_DIR "/devices/simulators/people.txt");
  auto read = read_people(file);
  REQUIRE(read.has_value());
  return *read;
}

// The host in a thread of its own, and one connection to its control socket.
class RunningHost {
 public:
  RunningHost()
      : host_(people(), {folder_.path() / "dev", folder_.path() / "paper"}, std::nullopt) {
    worker_ = std::thread([this] { host_.run(stop_); });
    socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, device("control").c_str(), sizeof address.sun_path - 1);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  }
  ~RunningHost() {
    const std::uint64_t one = 1;
    CHECK(::write(stop_, &one, sizeof one) == sizeof one);
    worker_.join();
    ::close(socket_);
    ::close(stop_);
  }
  RunningHost(const RunningHost&) = delete;
  RunningHost& operator=(const RunningHost&) = delete;

  std::string say(const std::string& line) {
    const std::string sent = line + "\n";
    CHECK(::send(socket_, sent.data(), sent.size(), MSG_NOSIGNAL) > 0);
    return hear();
  }
  void begin_saying(const std::string& part) {
    CHECK(::send(socket_, part.data(), part.size(), MSG_NOSIGNAL) > 0);
  }
  std::string hear() {
    std::string answer;
    for (char c = 0; ::recv(socket_, &c, 1, 0) == 1 && c != '\n';) answer.push_back(c);
    return answer;
  }
  std::string device(const std::string& name) const { return folder_.path() / "dev" / name; }
  std::string uri(const std::string& name) const { return "pty:" + device(name); }
  std::filesystem::path paper(const std::string& name) const {
    return folder_.path() / "paper" / name;
  }

 private:
  TemporaryFolder folder_;
  int stop_ = ::eventfd(0, EFD_CLOEXEC);
  Host host_;
  std::thread worker_;
  int socket_ = -1;
};

std::string print_with_marker(ByteStream& port) {
  std::string job = "\x1b@\x1dv0";
  job += std::string("\0\x48\0\x0a\0", 5) + std::string(720, '\x3c');
  job += std::string("\x1dV\0", 3) + std::string(
                                         "\x1d(H\6\0"
                                         "000001",
                                         11);
  REQUIRE(port.write_all(std::as_bytes(std::span(job)), milliseconds{5000}));
  std::string answer;
  std::array<std::byte, 16> chunk{};
  while (answer.size() < 7) {
    const auto count = port.read_some(chunk, milliseconds{5000});
    REQUIRE(count.has_value());
    for (std::size_t i = 0; i < *count; ++i) answer.push_back(static_cast<char>(chunk[i]));
  }
  return answer;
}

// The next event, which must come soon.
KeypadEvent next(Keypad& keypad) {
  const MonoTime give_up = mono_now() + milliseconds{10'000};
  while (mono_now() < give_up) {
    if (const auto event = keypad.poll(milliseconds{100})) return *event;
  }
  FAIL("nothing came from the keypad");
  return KeypadGone{};
}

}  // namespace

TEST_SUITE("simulators in real time") {
  TEST_CASE("keys are pressed one after the other, faster than a hand, and each arrives once") {
    RunningHost host;
    EvdevKeypad keypad(opener_for("evdev:" + host.device("keypad")));
    CHECK(next(keypad) == KeypadEvent{KeypadBack{}});
    for (int i = 0; i < 20; ++i) REQUIRE(host.say("keypad press right") == "ok");
    REQUIRE(host.say("keypad both left help") == "ok");
    REQUIRE(host.say("keypad hold down 600") == "ok");
    for (int i = 0; i < 20; ++i) CHECK(next(keypad) == KeypadEvent{KeyPressed{KeypadKey::Right}});
    CHECK(next(keypad) == KeypadEvent{KeyPressed{KeypadKey::Left}});
    CHECK(next(keypad) == KeypadEvent{KeyPressed{KeypadKey::Down}});
    REQUIRE(host.say("keypad double select 40") == "ok");
    REQUIRE(host.say("keypad press help") == "ok");
    CHECK(next(keypad) == KeypadEvent{KeyPressed{KeypadKey::Select}});
    CHECK(next(keypad) == KeypadEvent{KeyPressed{KeypadKey::Help}});
  }

  TEST_CASE("a headset that was in before the keypad was opened or plugged in is told") {
    RunningHost host;
    REQUIRE(host.say("keypad headset in") == "ok");
    EvdevKeypad keypad(opener_for("evdev:" + host.device("keypad")));
    CHECK(next(keypad) == KeypadEvent{KeypadBack{}});
    CHECK(next(keypad) == KeypadEvent{HeadsetIn{}});
    REQUIRE(host.say("keypad unplug") == "ok");
    CHECK(next(keypad) == KeypadEvent{KeypadGone{}});
    REQUIRE(host.say("keypad plug") == "ok");
    CHECK(next(keypad) == KeypadEvent{KeypadBack{}});
    CHECK(next(keypad) == KeypadEvent{HeadsetIn{}});
    REQUIRE(host.say("keypad headset out") == "ok");
    CHECK(next(keypad) == KeypadEvent{HeadsetOut{}});
  }

  TEST_CASE("a scanner in keyboard mode is a scanner, fast or slow") {
    RunningHost host;
    const auto scanner = make_scanner("evdev:" + host.device("scanner-keys"));
    CHECK(std::holds_alternative<NothingScanned>(scanner->poll(milliseconds{0})));
    for (const std::string verb : {"scan", "slow-scan"}) {
      const std::string code = "HTTPS://A/R/" + std::to_string(verb.size());
      REQUIRE(host.say("scanner-keys " + verb + " " + code) == "ok");
      const ScanEvent event = scanner->poll(milliseconds{10'000});
      REQUIRE(std::holds_alternative<Scanned>(event));
      CHECK(std::get<Scanned>(event).text == code);
    }
    REQUIRE(host.say("scanner-keys unplug") == "ok");
    CHECK(std::holds_alternative<ScannerGone>(scanner->poll(milliseconds{1000})));
  }

  TEST_CASE("the hall's signal is seen, dark when unplugged, and lit when it is back") {
    RunningHost host;
    RelaySignal signal(opener_for("serial:" + host.device("signal") + ",9600"));
    // What was written is seen once the host has taken it.
    const auto seen = [&](const std::string& wanted) {
      const MonoTime give_up = mono_now() + milliseconds{10'000};
      while (host.say("signal state") != wanted) {
        if (mono_now() > give_up) return false;
        signal.poll(milliseconds{20});
      }
      return true;
    };
    signal.show(SignalState::Calling);
    CHECK(seen("calling"));
    signal.show(SignalState::Urgent);
    CHECK(seen("urgent"));
    REQUIRE(host.say("signal unplug") == "ok");
    CHECK(host.say("signal state") == "off");
    CHECK(signal.poll(milliseconds{100}) == SignalStatus::Disconnected);
    REQUIRE(host.say("signal plug") == "ok");
    CHECK(seen("urgent"));
    signal.show(SignalState::Off);
    CHECK(seen("off"));
  }

  TEST_CASE("a card is read, a code scanned and a receipt printed over pseudo terminals") {
    RunningHost host;
    SdtReader reader(opener_for(host.uri("reader")));
    CHECK(std::holds_alternative<NoCard>(reader.poll()));
    REQUIRE(host.say("card place wang") == "ok");
    const ReaderEvent event = reader.poll();
    REQUIRE(std::holds_alternative<CardRead>(event));
    CHECK(std::get<CardRead>(event).record.name.view() == "王秀英");
    CHECK(std::holds_alternative<CardStillThere>(reader.poll()));

    LineScanner scanner(opener_for(host.uri("scanner")));
    CHECK(std::holds_alternative<NothingScanned>(scanner.poll(milliseconds{0})));
    REQUIRE(host.say("scanner scan 430522-007-000321-37") == "ok");
    const ScanEvent code = scanner.poll(milliseconds{5000});
    REQUIRE(std::holds_alternative<Scanned>(code));
    CHECK(std::get<Scanned>(code).text == "430522-007-000321-37");

    auto printer = open_port(host.uri("printer"));
    REQUIRE(printer.has_value());
    CHECK(print_with_marker(**printer) == std::string("7\"0001\0", 7));
    CHECK(host.say("wait-paper 1 5000") == "ok");
    CHECK(host.say("receipts") == "1");
    CHECK(std::filesystem::exists(host.paper("receipt-1.png")));
    CHECK(host.say("wait-paper 2 10") == "error only 1 receipts");
  }

  TEST_CASE("an unplugged reader has no name, and is found again when it is plugged in") {
    RunningHost host;
    SdtReader reader(opener_for(host.uri("reader")));
    CHECK(std::holds_alternative<NoCard>(reader.poll()));
    REQUIRE(host.say("unplug reader") == "ok");
    CHECK_FALSE(std::filesystem::exists(host.device("reader")));
    CHECK(std::holds_alternative<ReaderGone>(reader.poll()));
    CHECK(std::holds_alternative<ReaderGone>(reader.poll()));
    REQUIRE(host.say("plug reader") == "ok");
    REQUIRE(host.say("card place chen") == "ok");
    CHECK(std::holds_alternative<CardRead>(reader.poll()));
  }

  TEST_CASE("commands may come in pieces and several at once") {
    RunningHost host;
    host.begin_saying("card pl");
    host.begin_saying("ace wang\ncard lift\nreceipts\n");
    CHECK(host.hear() == "ok");
    CHECK(host.hear() == "ok");
    CHECK(host.hear() == "0");
  }

  TEST_CASE("names and socket are removed at the end") {
    TemporaryFolder folder;
    const auto devices = folder.path() / "dev";
    {
      Host host({}, {devices, folder.path() / "paper"}, std::nullopt);
      CHECK(std::filesystem::is_symlink(devices / "reader"));
      CHECK(std::filesystem::is_socket(devices / "control"));
    }
    CHECK(std::filesystem::is_empty(devices));
  }
}

TEST_SUITE("poke") {
  TEST_CASE("the reader is described without name or number") {
    RunningHost host;
    CHECK(poke_id_reader(host.uri("reader")).find("card: none") != std::string::npos);
    REQUIRE(host.say("card place wang") == "ok");
    const std::string text = poke_id_reader(host.uri("reader"));
    CHECK(text.find("self-test: passed") != std::string::npos);
    CHECK(text.find("resident card, name 王**, number of 18 characters") != std::string::npos);
    CHECK(text.find("430522") == std::string::npos);
    CHECK(text.find("秀") == std::string::npos);
  }

  TEST_CASE("the printer tells what it is and how it stands") {
    RunningHost host;
    REQUIRE(host.say("printer paper low") == "ok");
    REQUIRE(host.say("printer trait process-id off") == "ok");
    const std::string text = poke_printer(host.uri("printer"));
    CHECK(text.find("maker: HUIMIN") != std::string::npos);
    CHECK(text.find("state: 12 online") != std::string::npos);
    CHECK(text.find("paper: 1E near its end") != std::string::npos);
    CHECK(text.find("end marker (GS ( H): no") != std::string::npos);
    CHECK(text.find("sensor question (GS r): yes") != std::string::npos);
    CHECK(host.say("receipts") == "0");
  }

  TEST_CASE("the scanner's codes are counted, never shown") {
    RunningHost host;
    std::string text;
    std::thread poking([&] { text = poke_scanner(host.uri("scanner"), std::chrono::seconds{1}); });
    // Codes sent before the port is open are lost, so scan until the poke is over.
    for (int i = 0; i < 11; ++i) {
      host.say("scanner scan 43052200700032137" + std::to_string(i));
      host.say("wait-paper 1 100");
    }
    poking.join();
    CHECK(text.find("bytes, digits") != std::string::npos);
    CHECK(text.find("430522") == std::string::npos);
  }

  TEST_CASE("a device that is not there is said to be so") {
    CHECK(poke_id_reader("pty:/nowhere/reader") == "port: pty:/nowhere/reader: gone\n");
    CHECK(poke_printer("nonsense") == "port: nonsense: bad address\n");
    CHECK(poke_scanner("pty:/nowhere/scanner", std::chrono::seconds{0}) ==
          "port: pty:/nowhere/scanner: gone\n");
  }

  TEST_CASE("the keypad's keys are told by their meaning, and the signal is lit") {
    RunningHost host;
    REQUIRE(host.say("keypad headset in") == "ok");
    const std::string idle = poke_keypad("evdev:" + host.device("keypad"), std::chrono::seconds{1});
    CHECK(idle.find("keypad: there\nheadset: in\npresses: 0\n") != std::string::npos);
    const std::string text = poke_signal(host.uri("signal"), std::chrono::seconds{0});
    CHECK(text.find("shown: urgent\nshown: off\n") != std::string::npos);
    CHECK(poke_keypad("evdev:/nowhere/keypad", std::chrono::seconds{0}) ==
          "port: evdev:/nowhere/keypad: gone\n");
    CHECK(poke_signal("serial:/nowhere/signal", std::chrono::seconds{0}) ==
          "port: serial:/nowhere/signal: gone\n");
  }
}
