#include "devices/id_card/protocol.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace huimin::devices;
using sdt::Command;
using sdt::ReplyParser;
using Bytes = std::vector<std::byte>;

namespace {

Bytes bytes(std::initializer_list<int> values) {
  Bytes out;
  for (const int value : values) out.push_back(static_cast<std::byte>(value));
  return out;
}

Bytes frame(int status, const Bytes& data = {}) {
  const std::size_t length = 4 + data.size();
  Bytes body{static_cast<std::byte>(length >> 8), static_cast<std::byte>(length & 0xFF),
             std::byte{0}, std::byte{0}, static_cast<std::byte>(status)};
  body.insert(body.end(), data.begin(), data.end());
  std::byte check{0};
  for (const std::byte one : body) check ^= one;
  Bytes out = bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69});
  out.insert(out.end(), body.begin(), body.end());
  out.push_back(check);
  return out;
}

Bytes base_frame(unsigned seed = 7) {
  std::mt19937 random(seed);
  Bytes data = bytes({0x01, 0x00, 0x04, 0x00});
  for (int i = 0; i < 1280; ++i) data.push_back(static_cast<std::byte>(random() & 0xFF));
  // Preambles inside a frame are data.
  const Bytes preamble = bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69});
  std::copy(preamble.begin(), preamble.end(), data.begin() + 100);
  return frame(0x90, data);
}

void append(Bytes& out, const Bytes& more) { out.insert(out.end(), more.begin(), more.end()); }

std::vector<int> statuses(const std::vector<sdt::Reply>& replies) {
  std::vector<int> out;
  for (const auto& reply : replies) out.push_back(reply.status[2]);
  return out;
}

}  // namespace

TEST_SUITE("sdt protocol") {
  TEST_CASE("requests are the bytes that public implementations send") {
    CHECK(sdt::encode_request(Command::FindCard) ==
          bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3, 0x20, 0x01, 0x22}));
    CHECK(sdt::encode_request(Command::SelectCard) ==
          bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3, 0x20, 0x02, 0x21}));
    CHECK(sdt::encode_request(Command::ReadBase) ==
          bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3, 0x30, 0x01, 0x32}));
    CHECK(sdt::encode_request(Command::ReadNewAddress) ==
          bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3, 0x30, 0x03, 0x30}));
    CHECK(sdt::encode_request(Command::ResetSam) ==
          bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3, 0x10, 0xFF, 0xEC}));
    CHECK(sdt::encode_request(Command::SelfTest) ==
          bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3, 0x11, 0xFF, 0xED}));
    CHECK(sdt::encode_request(Command::ReadSamId) ==
          bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3, 0x12, 0xFF, 0xEE}));
  }

  TEST_CASE("replies as published are read") {
    ReplyParser parser;
    Bytes stream = bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 8, 0, 0, 0x9F, 0, 0, 0, 0, 0x97});
    append(stream, bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 4, 0, 0, 0x80, 0x84}));
    const auto replies = parser.take(stream);
    REQUIRE(statuses(replies) == std::vector<int>{0x9F, 0x80});
    CHECK(replies[0].data.size() == 4);
    CHECK(replies[1].data.size() == 0);
  }

  TEST_CASE("any split of the stream gives the same replies") {
    Bytes stream = frame(0x9F, Bytes(4));
    append(stream, base_frame());
    append(stream, frame(0x91));
    for (std::size_t portion = 1; portion <= stream.size(); portion = portion * 2 + 1) {
      ReplyParser parser;
      std::vector<int> seen;
      for (std::size_t at = 0; at < stream.size(); at += portion) {
        const auto part = std::span(stream).subspan(at, std::min(portion, stream.size() - at));
        for (const int one : statuses(parser.take(part))) seen.push_back(one);
      }
      CAPTURE(portion);
      CHECK(seen == std::vector<int>{0x9F, 0x90, 0x91});
    }
  }

  // Every cut of a reply: nothing comes of it, and after a reset the next reply is whole.
  TEST_CASE("a reply cut short at any byte is no reply, and does not harm the next after a reset") {
    const Bytes whole = base_frame();
    for (std::size_t size = 0; size < whole.size(); ++size) {
      ReplyParser parser;
      REQUIRE(parser.take(std::span(whole).first(size)).empty());
      parser.reset();
      REQUIRE(statuses(parser.take(frame(0x9F, Bytes(4)))) == std::vector<int>{0x9F});
    }
  }

  TEST_CASE(
      "a reply hidden behind one cut short is found without a reset, once enough bytes came") {
    const Bytes whole = base_frame();
    for (std::size_t size = 0; size < whole.size(); size += 13) {
      ReplyParser parser;
      Bytes stream(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
      append(stream, frame(0x9F, Bytes(4)));
      append(stream, Bytes(whole.size() + 8));
      const auto seen = statuses(parser.take(stream));
      CAPTURE(size);
      CHECK(std::count(seen.begin(), seen.end(), 0x9F) == 1);
    }
  }

  TEST_CASE("stray bytes before a reply are passed over") {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
      Bytes stream;
      // Without the marker's last byte no noise can begin a frame of its own.
      for (auto count = random() % 40; count > 0; --count) {
        stream.push_back(static_cast<std::byte>(random() % 0x69));
      }
      append(stream, frame(0x90, Bytes(8)));
      ReplyParser parser;
      CHECK(statuses(parser.take(stream)) == std::vector<int>{0x90});
    }
  }

  TEST_CASE("a stray byte after the first byte of a reply does not lose it") {
    Bytes stream = frame(0x9F, Bytes(4));
    stream.insert(stream.begin() + 1, std::byte{0});
    ReplyParser parser;
    CHECK(statuses(parser.take(stream)) == std::vector<int>{0x9F});
  }

  TEST_CASE("one wrong bit anywhere behind the preamble makes it no reply") {
    const Bytes whole = frame(0x90, Bytes(8));
    for (std::size_t at = 7; at < whole.size(); ++at) {
      for (int bit = 0; bit < 8; ++bit) {
        Bytes wrong = whole;
        wrong[at] ^= static_cast<std::byte>(1 << bit);
        ReplyParser parser;
        CHECK(parser.take(wrong).empty());
      }
    }
  }

  TEST_CASE("a length that no reply has is noise, and what follows is read") {
    for (const int length : {0, 1, 2, 3, 0x090B, 0xFFFF}) {
      Bytes stream = bytes({0xAA, 0xAA, 0xAA, 0x96, 0x69, length >> 8, length & 0xFF});
      append(stream, frame(0x9F, Bytes(4)));
      ReplyParser parser;
      CAPTURE(length);
      CHECK(statuses(parser.take(stream)) == std::vector<int>{0x9F});
    }
  }

  TEST_CASE("the longest reply fits, again and again") {
    ReplyParser parser;
    for (int i = 0; i < 3; ++i) {
      CHECK(statuses(parser.take(frame(0x90, Bytes(sdt::kMaxLength - 4)))) ==
            std::vector<int>{0x90});
    }
  }

  TEST_CASE("a reply of another question is told apart by its form") {
    ReplyParser parser;
    const auto base = parser.take(base_frame());
    const auto found = parser.take(frame(0x9F, Bytes(4)));
    const auto done = parser.take(frame(0x90));
    const auto not_found = parser.take(frame(0x80));
    REQUIRE((base.size() == 1 && found.size() == 1 && done.size() == 1 && not_found.size() == 1));
    CHECK(sdt::can_answer(Command::ReadBase, base[0]));
    CHECK_FALSE(sdt::can_answer(Command::FindCard, base[0]));
    CHECK_FALSE(sdt::can_answer(Command::SelectCard, base[0]));
    CHECK_FALSE(sdt::can_answer(Command::ReadNewAddress, base[0]));
    CHECK_FALSE(sdt::can_answer(Command::ReadBase, found[0]));
    CHECK(sdt::can_answer(Command::ResetSam, done[0]));
    CHECK_FALSE(sdt::can_answer(Command::SelectCard, done[0]));
    CHECK(sdt::can_answer(Command::FindCard, not_found[0]));
    CHECK_FALSE(sdt::can_answer(Command::ReadBase, not_found[0]));
  }

  TEST_CASE("a base reply whose sizes do not fit its data is not split") {
    Bytes data = bytes({0x01, 0x00, 0x04, 0x00});
    CHECK_FALSE(sdt::split_base({}).has_value());
    CHECK_FALSE(sdt::split_base(data).has_value());
    data.resize(4 + 256 + 1024);
    const auto parts = sdt::split_base(data);
    REQUIRE(parts.has_value());
    CHECK(parts->text.size() == 256);
    CHECK(parts->photo.size() == 1024);
    data.resize(data.size() + 1);
    CHECK_FALSE(sdt::split_base(data).has_value());
  }
}
