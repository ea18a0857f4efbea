// The hall's lamp and bell on a relay board.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "devices/signal/relay_frames.h"
#include "devices/signal/relay_signal.h"
#include "devices/simulators/relay_board_twin.h"
#include "devices/simulators/twin_stream.h"

using namespace huimin::devices;
using simulators::RelayBoardTwin;
using simulators::TwinSocket;
using std::chrono::milliseconds;

namespace {

struct Bench {
  RelayBoardTwin board;
  TwinSocket socket{board};
  RelaySignal signal{opener_for(socket), {}, socket.clock()};

  std::string look(int ms = 100) {
    const bool there = signal.poll(milliseconds{ms}) == SignalStatus::Ready;
    return std::string(board.seen()) + (there ? "" : ", gone");
  }
  void unplug() {
    socket.is_plugged = false;
    board.lose_power();
  }
};

// A line that takes `room` bytes and then nothing.
class ChokedLine final : public ByteStream {
 public:
  explicit ChokedLine(std::size_t room) : room_(room) {}
  tl::expected<std::size_t, PortError> read_some(std::span<std::byte>, milliseconds) override {
    return tl::unexpected(PortError::Timeout);
  }
  tl::expected<void, PortError> write_all(std::span<const std::byte> bytes, milliseconds) override {
    if (bytes.size() > room_) return tl::unexpected(PortError::Timeout);
    room_ -= bytes.size();
    return {};
  }

 private:
  std::size_t room_;
};

}  // namespace

TEST_SUITE("relay frames") {
  TEST_CASE("the frames of the public descriptions") {
    const auto bytes = [](unsigned a, unsigned b, unsigned c, unsigned d) {
      return RelayFrame{std::byte(a), std::byte(b), std::byte(c), std::byte(d)};
    };
    CHECK(make_relay_frame(1, true) == bytes(0xA0, 0x01, 0x01, 0xA2));
    CHECK(make_relay_frame(1, false) == bytes(0xA0, 0x01, 0x00, 0xA1));
    CHECK(make_relay_frame(2, true) == bytes(0xA0, 0x02, 0x01, 0xA3));
    CHECK(make_relay_frame(0xFF, true) == bytes(0xA0, 0xFF, 0x01, 0xA0));
  }

  TEST_CASE("the board passes over garbage, wrong sums and frames in pieces") {
    RelayBoardTwin board;
    const auto send = [&](std::vector<unsigned> values) {
      std::vector<std::byte> bytes;
      for (const unsigned value : values) bytes.push_back(static_cast<std::byte>(value));
      board.take(bytes, MonoTime{});
    };
    send({0xA0, 0x01, 0x01, 0xA3, 0x00, 0xFF, 0xA0, 0xA0, 0x07, 0x01, 0xA8});
    CHECK(board.seen() == "off");
    send({0xA0});
    send({0x01, 0x01});
    CHECK(board.seen() == "off");
    send({0xA2, 0xA0, 0x02, 0x01, 0xA3});
    CHECK(board.seen() == "urgent");
    send({0xA0, 0x02, 0x00, 0xA2});
    CHECK(board.seen() == "calling");
  }
}

TEST_SUITE("signal") {
  TEST_CASE("each state is seen in the hall, and one follows another") {
    Bench bench;
    CHECK(bench.look() == "off");
    const std::vector<std::pair<SignalState, std::string>> states{
        {SignalState::Calling, "calling"}, {SignalState::Urgent, "urgent"},
        {SignalState::Calling, "calling"}, {SignalState::Off, "off"},
        {SignalState::Urgent, "urgent"},   {SignalState::Off, "off"}};
    for (const auto& [state, seen] : states) {
      bench.signal.show(state);
      CHECK(bench.look() == seen);
    }
    bench.signal.show(SignalState::Urgent);
    CHECK(bench.board.is_lamp_on());
    CHECK(bench.board.is_bell_on());
  }

  TEST_CASE("a board that comes late, or back, shows the state that is wanted by then") {
    Bench bench;
    bench.unplug();
    CHECK(bench.look() == "off, gone");
    bench.signal.show(SignalState::Calling);
    CHECK(bench.look() == "off, gone");
    CHECK(bench.signal.status() == SignalStatus::Disconnected);
    bench.socket.is_plugged = true;
    CHECK(bench.look() == "calling");
    bench.unplug();
    CHECK(bench.look() == "off, gone");
    bench.signal.show(SignalState::Urgent);
    bench.socket.is_plugged = true;
    CHECK(bench.look() == "urgent");
  }

  TEST_CASE("a board that was unplugged and is back between two looks is lit again") {
    Bench bench;
    bench.signal.show(SignalState::Calling);
    CHECK(bench.look() == "calling");
    bench.unplug();
    CHECK(bench.signal.poll(milliseconds{0}) == SignalStatus::Disconnected);
    bench.socket.is_plugged = true;
    bench.signal.show(SignalState::Calling);
    CHECK(bench.board.seen() == "calling");
  }

  TEST_CASE("after a dip of its power the board is lit again within ten seconds") {
    Bench bench;
    bench.signal.show(SignalState::Calling);
    bench.look();
    bench.board.lose_power();
    std::string seen;
    for (int ms = 0; ms < 10'500; ms += 500) seen = bench.look(500);
    CHECK(seen == "calling");
  }

  TEST_CASE("a line that chokes after any number of bytes is gone, not ready") {
    for (std::size_t room = 0; room < 8; ++room) {
      CAPTURE(room);
      bool is_choked = true;
      RelayBoardTwin board;
      TwinSocket socket{board};
      RelaySignal signal(
          [&]() -> PortResult {
            if (is_choked) return std::make_unique<ChokedLine>(room);
            return opener_for(socket)();
          },
          {}, socket.clock());
      signal.show(SignalState::Urgent);
      CHECK(signal.status() == SignalStatus::Disconnected);
      is_choked = false;
      CHECK(signal.poll(milliseconds{0}) == SignalStatus::Ready);
      CHECK(board.seen() == "urgent");
    }
  }

  TEST_CASE("a hall with the lamp on another relay says so in its settings") {
    RelayBoardTwin board;
    TwinSocket socket{board};
    RelaySignal signal(opener_for(socket), {.lamp = 2, .bell = 1}, socket.clock());
    signal.show(SignalState::Calling);
    CHECK_FALSE(board.is_lamp_on());
    CHECK(board.is_bell_on());
  }
}
