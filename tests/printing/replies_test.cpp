#include "printing/replies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace huimin::printing {
namespace {

std::string words(const std::vector<Reply>& replies) {
  struct Word {
    std::string operator()(const RealTimeReply& r) const { return "now:" + std::to_string(r.bits); }
    std::string operator()(const OrderedReply& r) const {
      return "order:" + std::to_string(r.bits);
    }
    std::string operator()(const MarkerReply& r) const {
      return "marker:" + std::string(r.id.begin(), r.id.end());
    }
    std::string operator()(const AutomaticStatus& s) const {
      return "auto:" + std::to_string(s[0]) + "," + std::to_string(s[2]);
    }
  };
  std::string all;
  for (const Reply& reply : replies) all += std::visit(Word{}, reply) + " ";
  return all;
}

std::string heard(const std::string& bytes) {
  return words(ReplyReader().feed(std::as_bytes(std::span(bytes))));
}

std::string in_pieces(const std::string& bytes, std::size_t size) {
  ReplyReader reader;
  std::string all;
  for (std::size_t i = 0; i < bytes.size(); i += size) {
    const std::string piece = bytes.substr(i, size);
    all += words(reader.feed(std::as_bytes(std::span(piece))));
  }
  return all;
}

const std::string kMarker{"\x37\x22@ABO\0", 7};
const std::string kAutomatic{"\x18\0\x0C\0", 4};

TEST_SUITE("replies") {
  TEST_CASE("the four kinds of reply are told apart") {
    CHECK(heard("\x16") == "now:22 ");
    CHECK(heard(kMarker) == "marker:@ABO ");
    CHECK(heard(kAutomatic) == "auto:24,12 ");
    CHECK(heard("\x03") == "order:3 ");
    CHECK(heard(kMarker + "\x16" + kAutomatic + "\x0C" + kMarker) ==
          "marker:@ABO now:22 auto:24,12 order:12 marker:@ABO ");
  }

  TEST_CASE("the pieces in which bytes arrive do not matter") {
    const std::string all = kAutomatic + kMarker + "\x12\x0C" + kMarker + kAutomatic;
    for (std::size_t size = 1; size <= all.size(); ++size)
      CHECK(in_pieces(all, size) == heard(all));
  }

  TEST_CASE("a real-time reply in the middle of a marker or a report spoils neither") {
    for (std::size_t at = 1; at < kMarker.size(); ++at) {
      std::string bytes = kMarker;
      bytes.insert(at, "\x12");
      CHECK(heard(bytes) == "now:18 marker:@ABO ");
    }
    for (std::size_t at = 1; at < kAutomatic.size(); ++at) {
      std::string bytes = kAutomatic;
      bytes.insert(at, "\x12");
      CHECK(heard(bytes) == "now:18 auto:24,12 ");
    }
  }

  TEST_CASE("flow control and answers to other programs are skipped") {
    CHECK(heard("\x11\x13\x16") == "now:22 ");
    CHECK(heard(std::string("\x5F"
                            "EPSON\0",
                            7) +
                kMarker) == "marker:@ABO ");
    CHECK(heard(std::string("\x37\x25\0", 3) + kMarker) == "marker:@ABO ");
  }

  TEST_CASE("after a reply that was cut short the next marker is still heard") {
    for (std::size_t length = 1; length < kMarker.size(); ++length) {
      CAPTURE(length);
      const std::string all = heard(kMarker.substr(0, length) + kMarker + kMarker);
      CHECK(all.find("marker:@ABO ") != std::string::npos);
    }
    CHECK(heard("\x5F" + std::string(90, 'A') + kMarker).find("marker:@ABO ") != std::string::npos);
  }

  TEST_CASE("no byte sequence makes a marker that was not sent") {
    std::uint32_t noise = 1;
    std::string bytes;
    for (int i = 0; i < 20000; ++i) {
      noise = noise * 1664525U + 1013904223U;
      bytes += static_cast<char>(noise >> 24);
    }
    const std::string all = heard(bytes);
    CHECK(std::count(all.begin(), all.end(), ' ') > 1000);
    CHECK(all.find("marker:@ABO") == std::string::npos);
  }
}

}  // namespace
}  // namespace huimin::printing
