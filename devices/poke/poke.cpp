#include "devices/poke/poke.h"

#include <array>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "devices/id_card/sdt_link.h"
#include "devices/id_card/sdt_reader.h"
#include "devices/port/open_port.h"
#include "devices/scanner/make_scanner.h"

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;
using Bytes = std::vector<std::byte>;

std::string cannot_open(const std::string& uri, PortError error) {
  return "port: " + uri + ": " + to_text(error) + "\n";
}

// The first letter and how many follow.
std::string masked(std::string_view text) {
  if (text.empty()) return "none";
  const auto is_continuation = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
  };
  std::size_t first = 1;
  while (first < text.size() && is_continuation(text[first])) ++first;
  std::size_t letters = 0;
  for (const char c : text) letters += is_continuation(c) ? 0U : 1U;
  return std::string(text.substr(0, first)) + std::string(letters - 1, '*');
}

const char* to_text(CardKind kind) {
  switch (kind) {
    case CardKind::ResidentCard: return "resident card";
    case CardKind::HmtPermit: return "residence permit (Hong Kong, Macao, Taiwan)";
    case CardKind::ForeignerPermitOld: return "foreigner's permit, before 2023";
    case CardKind::ForeignerPermit2023: return "foreigner's permit of 2023";
  }
  return "unknown";
}

const char* to_text(ReadFailure failure) {
  switch (failure) {
    case ReadFailure::Unreadable: return "found but not readable in three tries";
    case ReadFailure::LiftedTooSoon: return "lifted while it was read";
    case ReadFailure::UnknownLayout: return "read, but of an unknown layout";
    case ReadFailure::NoAnswer: return "the reader fell silent and was reset";
  }
  return "unknown";
}

std::string describe(const CardRecord& record) {
  return std::string("card: ") + to_text(record.kind) + ", name " + masked(record.name.view()) +
         ", number of " + std::to_string(record.id_number.view().size()) + " characters, photo " +
         std::to_string(record.photo.size()) + " bytes\n";
}

std::string describe(const ReaderEvent& event) {
  if (const auto* read = std::get_if<CardRead>(&event)) return describe(read->record);
  if (const auto* failed = std::get_if<ReadFailed>(&event)) {
    return std::string("card: ") + to_text(failed->reason) + "\n";
  }
  if (std::holds_alternative<ReaderGone>(event)) return "card: the reader does not answer\n";
  return "card: none (one that was read before must be lifted first)\n";
}

std::string hex(unsigned value) {
  std::array<char, 4> text{};
  std::snprintf(text.data(), text.size(), "%02X", value & 0xFF);
  return text.data();
}

// The first answer within the time; empty if none comes.
Bytes ask_printer(ByteStream& port, std::initializer_list<unsigned> question) {
  Bytes bytes;
  for (const unsigned one : question) bytes.push_back(static_cast<std::byte>(one));
  std::array<std::byte, 64> chunk{};
  while (port.read_some(chunk, milliseconds{0})) {
  }
  if (!port.write_all(bytes, milliseconds{1000})) return {};
  const auto count = port.read_some(chunk, milliseconds{1000});
  if (!count) return {};
  return {chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(*count)};
}

// Answers to DLE EOT look like 0xx1xx10.
std::optional<unsigned> real_time_status(ByteStream& port, unsigned which) {
  const Bytes answer = ask_printer(port, {0x10, 0x04, which});
  if (answer.empty()) return std::nullopt;
  const auto bits = static_cast<unsigned>(answer.front());
  if ((bits & 0x93) != 0x12) return std::nullopt;
  return bits;
}

std::string describe_state(ByteStream& port) {
  std::string text;
  constexpr std::array kNames{"state", "why offline", "error", "paper"};
  for (unsigned n = 1; n <= kNames.size(); ++n) {
    const auto bits = real_time_status(port, n);
    text += std::string(kNames[n - 1]) + ": " + (bits ? hex(*bits) : "no answer");
    if (bits && n == 1) text += (*bits & 0x08) != 0 ? " offline" : " online";
    if (bits && n == 2 && (*bits & 0x04) != 0) text += " cover open";
    if (bits && n == 2 && (*bits & 0x20) != 0) text += " stopped by paper end";
    if (bits && n == 3 && (*bits & 0x08) != 0) text += " cutter";
    if (bits && n == 4) {
      text += (*bits & 0x60) != 0 ? " out" : (*bits & 0x0C) != 0 ? " near its end" : " there";
    }
    text += "\n";
  }
  return text;
}

std::string name_in(const Bytes& answer) {
  if (answer.size() < 2 || answer.front() != std::byte{0x5F}) return "no answer";
  std::string name;
  for (std::size_t i = 1; i < answer.size() && answer[i] != std::byte{0}; ++i) {
    const char c = static_cast<char>(answer[i]);
    name.push_back(c >= 0x20 && c < 0x7F ? c : '?');
  }
  return name;
}

std::string kind_of_code(const std::string& text) {
  if (text.find_first_not_of("0123456789") == std::string::npos) return "digits";
  if (text.starts_with("HTTPS://") || text.starts_with("https://")) return "a web address";
  return "text";
}

std::string describe(const ScanEvent& event) {
  if (const auto* code = std::get_if<Scanned>(&event)) {
    return "code: " + std::to_string(code->text.size()) + " bytes, " + kind_of_code(code->text) +
           "\n";
  }
  if (const auto* refused = std::get_if<ScanRefused>(&event)) {
    return refused->reason == ScanRefusal::TooLong ? "refused: too long\n" : "refused: noise\n";
  }
  return {};
}

}  // namespace

std::string poke_id_reader(const std::string& uri) {
  {
    auto port = open_port(uri);
    if (!port) return cannot_open(uri, port.error());
    SdtLink link(std::move(*port), mono_now);
    const auto tested = link.ask(sdt::Command::SelfTest);
    if (!tested) return "port: " + uri + ": open\nself-test: no answer\n";
    if (tested->status[2] != sdt::kOk) return "self-test: failed, " + hex(tested->status[2]) + "\n";
  }
  SdtReader reader(opener_for(uri));
  return "port: " + uri + ": open\nself-test: passed\n" + describe(reader.poll());
}

std::string poke_printer(const std::string& uri) {
  auto port = open_port(uri);
  if (!port) return cannot_open(uri, port.error());
  ByteStream& stream = **port;
  std::string text = "port: " + uri + ": open\n";
  text += "maker: " + name_in(ask_printer(stream, {0x1D, 0x49, 0x42})) + "\n";
  text += "model: " + name_in(ask_printer(stream, {0x1D, 0x49, 0x43})) + "\n";
  text += describe_state(stream);
  const Bytes marker =
      ask_printer(stream, {0x1D, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, 'p', 'o', 'k', 'e'});
  const bool has_marker = marker.size() == 7 && marker[0] == std::byte{0x37};
  text += std::string("end marker (GS ( H): ") + (has_marker ? "yes" : "no") + "\n";
  const bool has_sensor = !ask_printer(stream, {0x1D, 0x72, 0x01}).empty();
  text += std::string("sensor question (GS r): ") + (has_sensor ? "yes" : "no") + "\n";
  return text;
}

std::string poke_scanner(const std::string& uri, std::chrono::seconds listen_for) {
  if (auto port = open_port(uri); !port) return cannot_open(uri, port.error());
  const auto scanner = make_scanner(uri);
  std::string text = "port: " + uri + ": open\n";
  const MonoTime end = mono_now() + listen_for;
  int codes = 0;
  for (MonoTime now = mono_now(); now < end; now = mono_now()) {
    const ScanEvent event = scanner->poll(end - now);
    if (std::holds_alternative<ScannerGone>(event)) return text + "scanner: gone\n";
    codes += std::holds_alternative<Scanned>(event) ? 1 : 0;
    text += describe(event);
  }
  return text + "codes: " + std::to_string(codes) + "\n";
}

}  // namespace huimin::devices
