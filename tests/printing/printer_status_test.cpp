#include "printing/printer_status.h"

#include <doctest/doctest.h>

namespace huimin::printing {
namespace {

constexpr std::uint8_t kFine = 0x12;

RealTimeAnswers answers(std::uint8_t printer, std::uint8_t cause, std::uint8_t error,
                        std::uint8_t paper) {
  return {{printer, cause, error, paper}};
}

TEST_SUITE("printer status") {
  TEST_CASE("each bit of the real-time answers has its word") {
    CHECK(status_from(answers(kFine, kFine, kFine, kFine)) == PrinterStatus::Ready);
    CHECK(status_from(answers(0x1A, kFine, kFine, kFine)) == PrinterStatus::Offline);
    CHECK(status_from(answers(0x1A, 0x16, kFine, kFine)) == PrinterStatus::CoverOpen);
    CHECK(status_from(answers(0x1A, 0x1A, kFine, kFine)) == PrinterStatus::Offline);
    CHECK(status_from(answers(0x1A, 0x32, kFine, kFine)) == PrinterStatus::PaperOut);
    CHECK(status_from(answers(0x1A, 0x52, kFine, kFine)) == PrinterStatus::Error);
    CHECK(status_from(answers(0x1A, kFine, 0x1A, kFine)) == PrinterStatus::Error);
    CHECK(status_from(answers(0x1A, kFine, 0x32, kFine)) == PrinterStatus::Error);
    CHECK(status_from(answers(0x1A, kFine, 0x52, kFine)) == PrinterStatus::Error);
    CHECK(status_from(answers(kFine, kFine, kFine, 0x1E)) == PrinterStatus::PaperLow);
    CHECK(status_from(answers(0x1A, kFine, kFine, 0x7E)) == PrinterStatus::PaperOut);
  }

  TEST_CASE("the drawer's pin and the feed button alone are no trouble") {
    CHECK(status_from(answers(0x16, kFine, kFine, kFine)) == PrinterStatus::Ready);
    CHECK(status_from(answers(0x52, kFine, kFine, kFine)) == PrinterStatus::Ready);
  }

  TEST_CASE(
      "while the roll is changed the open cover is named, also if the printer calls it an error") {
    CHECK(status_from(answers(0x1A, 0x36, kFine, 0x7E)) == PrinterStatus::CoverOpen);
    CHECK(status_from(answers(0x1A, 0x76, kFine, 0x7E)) == PrinterStatus::CoverOpen);
    CHECK(status_from(answers(0x1A, 0x72, kFine, 0x7E)) == PrinterStatus::PaperOut);
  }

  TEST_CASE("missing answers do not count as good news when none came") {
    CHECK(status_from(RealTimeAnswers{}) == PrinterStatus::Unknown);
    RealTimeAnswers only_paper;
    only_paper.bytes[3] = 0x72;
    CHECK(status_from(only_paper) == PrinterStatus::PaperOut);
  }

  TEST_CASE("each bit of the automatic status has its word") {
    CHECK(status_from(AutomaticStatus{0x10, 0, 0, 0}) == PrinterStatus::Ready);
    CHECK(status_from(AutomaticStatus{0x18, 0, 0, 0}) == PrinterStatus::Offline);
    CHECK(status_from(AutomaticStatus{0x38, 0, 0, 0}) == PrinterStatus::CoverOpen);
    CHECK(status_from(AutomaticStatus{0x18, 0x08, 0, 0}) == PrinterStatus::Error);
    CHECK(status_from(AutomaticStatus{0x18, 0x20, 0, 0}) == PrinterStatus::Error);
    CHECK(status_from(AutomaticStatus{0x18, 0x04, 0, 0}) == PrinterStatus::Error);
    CHECK(status_from(AutomaticStatus{0x18, 0x40, 0, 0}) == PrinterStatus::Error);
    CHECK(status_from(AutomaticStatus{0x10, 0, 0x03, 0}) == PrinterStatus::PaperLow);
    CHECK(status_from(AutomaticStatus{0x18, 0, 0x0C, 0}) == PrinterStatus::PaperOut);
  }

  TEST_CASE("only a stop that is known stops a paper, and only a printer that says so can print") {
    CHECK(can_print(PrinterStatus::Ready));
    CHECK(can_print(PrinterStatus::PaperLow));
    for (const auto status : {PrinterStatus::PaperOut, PrinterStatus::CoverOpen,
                              PrinterStatus::Offline, PrinterStatus::Error}) {
      CHECK_FALSE(can_print(status));
      CHECK(is_stopped(status));
    }
    for (const auto status : {PrinterStatus::Disconnected, PrinterStatus::Unknown}) {
      CHECK_FALSE(can_print(status));
      CHECK_FALSE(is_stopped(status));
    }
  }
}

}  // namespace
}  // namespace huimin::printing
