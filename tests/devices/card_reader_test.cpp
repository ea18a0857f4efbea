// The driver against the twin, fault by fault and moment by moment, with time turned by hand.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "devices/id_card/sdt_reader.h"
#include "devices/simulators/card_reader.h"
#include "devices/simulators/twin_stream.h"

using namespace huimin::devices;
using simulators::CardFault;
using simulators::CardMoment;
using simulators::CardReaderTwin;
using simulators::TwinSocket;
using std::chrono::milliseconds;

namespace {

simulators::CardImage card_of(const std::string& name, const std::string& number) {
  simulators::Person person;
  person.name = name;
  person.id = number;
  person.birth = "19000101";
  return simulators::make_card(person);
}

simulators::CardImage wang() { return card_of("王秀英", "430522190001010004"); }
simulators::CardImage chen() { return card_of("陈国强", "43050319000101003X"); }

// A reader with its twin, looked at in the rhythm of the worker.
struct Bench {
  CardReaderTwin twin;
  TwinSocket socket{twin};
  SdtReader reader{opener_for(socket), socket.clock()};

  ReaderEvent look() {
    socket.now += kCardPollInterval;
    return reader.poll();
  }

  // What the looks gave, a letter each: . no card, = still there, R read, F failed, L lifted, X
  // gone.
  std::string looks(int count) {
    std::string letters;
    for (int i = 0; i < count; ++i) letters += ".=RFLX"[as_index(look())];
    return letters;
  }

  static std::size_t as_index(const ReaderEvent& event) {
    return std::visit(
        [](const auto& one) -> std::size_t {
          using Event = std::decay_t<decltype(one)>;
          if constexpr (std::is_same_v<Event, NoCard>) return 0;
          if constexpr (std::is_same_v<Event, CardStillThere>) return 1;
          if constexpr (std::is_same_v<Event, CardRead>) return 2;
          if constexpr (std::is_same_v<Event, ReadFailed>) return 3;
          if constexpr (std::is_same_v<Event, CardLifted>) return 4;
          return 5;
        },
        event);
  }
};

std::string name_in(const ReaderEvent& event) {
  const auto* read = std::get_if<CardRead>(&event);
  return read == nullptr ? "no record" : std::string(read->record.name.view());
}

long count(const std::string& letters, char letter) {
  return std::count(letters.begin(), letters.end(), letter);
}

}  // namespace

TEST_SUITE("id card reader") {
  TEST_CASE("a card is read once, lies, and is lifted") {
    Bench bench;
    CHECK(bench.looks(2) == "..");
    CHECK(bench.reader.status() == ReaderStatus::Ready);
    bench.twin.place(wang());
    CHECK(name_in(bench.look()) == "王秀英");
    CHECK(bench.reader.status() == ReaderStatus::CardLying);
    CHECK(bench.looks(3) == "===");
    bench.twin.lift();
    CHECK(bench.looks(3) == "=L.");
    CHECK(bench.reader.status() == ReaderStatus::Ready);
  }

  TEST_CASE("a card left lying for ten minutes is one read") {
    Bench bench;
    bench.twin.place(wang());
    const std::string seen = bench.looks(10 * 60 * 1000 / 320);
    CHECK(count(seen, 'R') == 1);
    CHECK(count(seen, '=') == static_cast<long>(seen.size()) - 1);
    CHECK(bench.twin.reads() == 1);
  }

  TEST_CASE("the same card laid down again is a new presence") {
    Bench bench;
    bench.twin.place(wang());
    CHECK(bench.looks(2) == "R=");
    bench.twin.lift();
    CHECK(bench.looks(3) == "=L.");
    bench.twin.place(wang());
    CHECK(bench.looks(2) == "R=");
  }

  TEST_CASE("a card swapped for another between two looks is lifted, then the other is read") {
    Bench bench;
    bench.twin.place(wang());
    CHECK(bench.looks(2) == "R=");
    bench.twin.place(chen());
    CHECK(bench.looks(1) == "L");
    CHECK(name_in(bench.look()) == "陈国强");
    CHECK(bench.looks(2) == "==");
  }

  TEST_CASE("a lying card is not read again after the module was reset or the plug pulled") {
    Bench bench;
    bench.twin.place(wang());
    CHECK(bench.looks(2) == "R=");
    bench.socket.is_plugged = false;
    CHECK(bench.looks(2) == "XX");
    CHECK(bench.reader.status() == ReaderStatus::Disconnected);
    bench.twin.place(
        wang());  // power is back: the module has forgotten the card, which never moved
    bench.socket.is_plugged = true;
    CHECK(bench.looks(3) == "===");
    bench.twin.lift();
    CHECK(bench.looks(3) == "=L.");
  }

  TEST_CASE("a card that another person laid down while the plug was out is a new presence") {
    Bench bench;
    bench.twin.place(wang());
    CHECK(bench.looks(2) == "R=");
    bench.socket.is_plugged = false;
    CHECK(bench.looks(1) == "X");
    bench.twin.place(chen());
    bench.socket.is_plugged = true;
    CHECK(bench.looks(1) == "L");
    CHECK(name_in(bench.look()) == "陈国强");
  }

  TEST_CASE("noise on a single search does not lift a lying card") {
    Bench bench;
    bench.twin.place(wang());
    CHECK(bench.looks(2) == "R=");
    auto card = wang();
    bench.twin.lift();
    CHECK(bench.looks(1) == "=");
    bench.twin.place(card);
    CHECK(bench.looks(3) == "===");
  }

  // Each fault of the line at each moment, once: the person notices at most a short wait.
  TEST_CASE("one fault on the line at any moment costs no read and makes no second one") {
    for (const auto fault : {CardFault::Cut, CardFault::Checksum, CardFault::Stray,
                             CardFault::Silent, CardFault::Late, CardFault::Refuse}) {
      for (const auto moment : {CardMoment::SelfTest, CardMoment::Find, CardMoment::Select,
                                CardMoment::Read, CardMoment::NewAddress}) {
        Bench bench;
        bench.twin.fail(fault, 1, moment);
        bench.twin.place(wang());
        const std::string seen = bench.looks(20);
        CAPTURE(static_cast<int>(fault));
        CAPTURE(static_cast<int>(moment));
        CAPTURE(seen);
        CHECK(count(seen, 'R') == 1);
        CHECK(count(seen, 'L') == 0);
        CHECK(seen.substr(16) == "====");
      }
    }
  }

  TEST_CASE("ten faults in a row at any moment end in a reading, at most one failure, never two") {
    for (const auto fault :
         {CardFault::Cut, CardFault::Checksum, CardFault::Silent, CardFault::Refuse}) {
      for (const auto moment : {CardMoment::Any, CardMoment::Find, CardMoment::Select,
                                CardMoment::Read, CardMoment::NewAddress}) {
        Bench bench;
        bench.twin.place(wang());
        bench.twin.fail(fault, 10, moment);
        const std::string seen = bench.looks(30);
        CAPTURE(static_cast<int>(fault));
        CAPTURE(static_cast<int>(moment));
        CAPTURE(seen);
        CHECK(count(seen, 'R') == 1);
        CHECK(count(seen, 'F') <= 1);
        CHECK(count(seen, 'L') == 0);
      }
    }
  }

  TEST_CASE(
      "a select that fails fifty times is one failure; the module is reset, then the card read") {
    Bench bench;
    bench.twin.place(wang());
    bench.twin.fail(CardFault::Select, 50);
    const std::string seen = bench.looks(60);
    CHECK(seen.substr(0, 2) == "F=");
    CHECK(count(seen, 'F') == 1);
    CHECK(count(seen, 'R') == 1);
    CHECK(count(seen, 'L') == 0);
    CHECK(bench.twin.resets() >= 15);
  }

  TEST_CASE("an unreadable card is one failure until it is taken away; the next card is read") {
    Bench bench;
    bench.twin.place(wang());
    bench.twin.fail(CardFault::Unreadable, 1000);
    const ReaderEvent first = bench.look();
    REQUIRE(std::holds_alternative<ReadFailed>(first));
    CHECK(std::get<ReadFailed>(first).reason == ReadFailure::Unreadable);
    CHECK(count(bench.looks(20), '=') == 20);
    bench.twin.lift();
    CHECK(bench.looks(3) == "=L.");
    bench.twin.fail(CardFault::Unreadable, 0);
    bench.twin.place(chen());
    CHECK(bench.looks(1) == "R");
  }

  TEST_CASE("a card lifted while it is read says so, and nothing of it comes later") {
    Bench bench;
    bench.twin.place(wang());
    bench.twin.fail(CardFault::LiftInRead, 1);
    const ReaderEvent event = bench.look();
    REQUIRE(std::holds_alternative<ReadFailed>(event));
    CHECK(std::get<ReadFailed>(event).reason == ReadFailure::LiftedTooSoon);
    CHECK(bench.looks(3) == "...");
    bench.twin.place(chen());
    CHECK(name_in(bench.look()) == "陈国强");
  }

  TEST_CASE("a card of an unknown layout is one failure, and lies") {
    Bench bench;
    auto card = wang();
    std::fill(card.text.begin(), card.text.end(), std::byte{0});
    bench.twin.place(card);
    const ReaderEvent event = bench.look();
    REQUIRE(std::holds_alternative<ReadFailed>(event));
    CHECK(std::get<ReadFailed>(event).reason == ReadFailure::UnknownLayout);
    CHECK(bench.looks(5) == "=====");
    bench.twin.lift();
    CHECK(bench.looks(2) == "=L");
  }

  TEST_CASE("an unplugged reader is gone, and works again when it returns") {
    Bench bench;
    bench.socket.is_plugged = false;
    CHECK(bench.looks(2) == "XX");
    bench.socket.is_plugged = true;
    bench.twin.place(wang());
    CHECK(bench.looks(2) == "R=");
    CHECK(bench.socket.opened == 1);
  }

  TEST_CASE("a reader that never answers is gone within the promised time") {
    Bench bench;
    bench.twin.fail(CardFault::Silent, 1'000'000);
    const MonoTime before = bench.socket.now;
    CHECK(bench.looks(1) == "X");
    CHECK(bench.socket.now - before < milliseconds{12'000});
    bench.twin.fail(CardFault::Silent, 0);
    CHECK(bench.looks(1) == ".");
  }

  TEST_CASE("falling silent in the middle of each step stays within the promised time") {
    for (const auto moment : {CardMoment::Find, CardMoment::Select, CardMoment::Read,
                              CardMoment::NewAddress, CardMoment::Any}) {
      Bench bench;
      bench.twin.place(wang());
      if (moment == CardMoment::NewAddress || moment == CardMoment::Any)
        bench.look();
      else
        bench.looks(0);
      bench.twin.fail(CardFault::Silent, 1'000'000, moment);
      const MonoTime before = bench.socket.now;
      bench.look();
      CAPTURE(static_cast<int>(moment));
      CHECK(bench.socket.now - before < milliseconds{12'500});
    }
  }

  TEST_CASE("a module that fails its own test is failing, not absent") {
    Bench bench;
    bench.twin.set_broken(true);
    CHECK(bench.looks(2) == "XX");
    CHECK(bench.reader.status() == ReaderStatus::Failing);
    bench.twin.set_broken(false);
    CHECK(bench.looks(1) == ".");
    CHECK(bench.reader.status() == ReaderStatus::Ready);
  }

  TEST_CASE("unplugged at any moment of a reading, it comes back and reads the card once") {
    // Bytes go out in steps; the plug is pulled after the k-th question of the driver.
    struct Unplugging final : simulators::Twin {
      CardReaderTwin card;
      TwinSocket* socket = nullptr;
      int questions_left = 0;
      std::size_t take(std::span<const std::byte> bytes, MonoTime at) override {
        if (questions_left-- == 0) socket->is_plugged = false;
        return card.take(bytes, at);
      }
      std::vector<std::byte> give(MonoTime at) override { return card.give(at); }
      std::optional<MonoTime> next_due() const override { return card.next_due(); }
    };
    for (int k = 0; k < 6; ++k) {
      Unplugging twin;
      TwinSocket socket{twin};
      twin.socket = &socket;
      twin.questions_left = k;
      twin.card.place(wang());
      SdtReader reader(opener_for(socket), socket.clock());
      int reads = 0;
      int gone = 0;
      for (int i = 0; i < 12; ++i) {
        socket.now += kCardPollInterval;
        const ReaderEvent event = reader.poll();
        reads += std::holds_alternative<CardRead>(event) ? 1 : 0;
        if (std::holds_alternative<ReaderGone>(event)) {
          ++gone;
          socket.is_plugged = true;
          twin.card.place(wang());
        }
      }
      CAPTURE(k);
      CHECK(reads == 1);
      CHECK(gone == 1);
    }
  }
}
