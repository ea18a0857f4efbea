// Papers as text and as bytes. UPDATE_GOLDEN=1 in the environment rewrites those that differ.

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "printing/receipt_printer.h"
#include "tests/printing/samples.h"
#include "tests/printing/scripted_printer.h"

namespace huimin::printing {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

void check_golden(const std::string& name, const std::string& text) {
  const auto file = std::filesystem::path(HUIMIN_SOURCE_DIR) / "tests/printing/golden" / name;
  const bool differs = content_of(file) != text;
  if (differs && std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << text;
    return;
  }
  CHECK_MESSAGE(!differs, name << " differs; the paper now says:\n" << text);
}

// 72 bytes a line as a row of dots has; lines that repeat are counted.
std::string as_hex(const std::vector<std::uint8_t>& bytes) {
  constexpr std::size_t kRow = 72;
  std::string text;
  std::string last;
  int times = 0;
  const auto flush = [&] {
    if (times > 0) text += std::to_string(times) + " x " + last + "\n";
  };
  for (std::size_t i = 0; i < bytes.size(); i += kRow) {
    std::string line;
    for (std::size_t k = i; k < std::min(bytes.size(), i + kRow); ++k) {
      std::array<char, 3> two{};
      std::snprintf(two.data(), two.size(), "%02x", bytes[k]);
      line += two.data();
    }
    if (line != last) {
      flush();
      last = line;
      times = 0;
    }
    ++times;
  }
  flush();
  return text;
}

TEST_SUITE("golden papers") {
  TEST_CASE("a receipt says this, in this order") {
    check_golden("receipt.txt", plain_text(samples::receipt()));
  }

  TEST_CASE("an English receipt says this") {
    check_golden("receipt-english.txt", plain_text(samples::receipt_in_english()));
  }

  TEST_CASE("the bytes of one small paper, sent to a printer that was just found, are these") {
    ScriptedPrinter machine;
    ReceiptPrinter printer{machine.opener(), 0x1234, {}, machine.clock()};
    CHECK(printer.status() == PrinterStatus::Ready);
    check_golden("probe.hex", as_hex(machine.received));
    machine.received.clear();
    CHECK(std::holds_alternative<outcome::Printed>(printer.print(samples::tiny())));
    check_golden("tiny.hex", as_hex(machine.received));
  }
}

}  // namespace
}  // namespace huimin::printing
