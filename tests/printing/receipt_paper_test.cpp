// The driver against the printer's twin: what counts is the paper that comes out.

#include <doctest/doctest.h>

#include <algorithm>

#include "devices/simulators/escpos_printer.h"
#include "devices/simulators/paper_files.h"
#include "devices/simulators/twin_stream.h"
#include "printing/layout.h"
#include "printing/receipt_printer.h"
#include "tests/printing/samples.h"

namespace huimin::printing {
namespace {

using namespace std::chrono_literals;
using devices::simulators::EscPosPrinter;
using devices::simulators::PaperSupply;
using devices::simulators::Piece;
using devices::simulators::PieceKind;
using devices::simulators::PrinterTraits;
using devices::simulators::TwinSocket;
using samples::picture_of;
using samples::short_paper;

struct Hall {
  explicit Hall(PrinterTraits traits = {}) : twin(traits) {}

  // The papers with something on them that were cut off since the last call.
  std::vector<Piece> receipts() {
    std::vector<Piece> pieces = twin.take_pieces();
    std::erase_if(pieces, [](const Piece& piece) { return piece.kind != PieceKind::Receipt; });
    return pieces;
  }

  EscPosPrinter twin;
  TwinSocket socket{twin};
  ReceiptPrinter printer{devices::simulators::opener_for(socket), 1, {}, socket.clock()};
};

bool is_printed(const PrintOutcome& outcome) {
  return std::holds_alternative<outcome::Printed>(outcome);
}
bool is_unknown(const PrintOutcome& outcome) {
  return std::holds_alternative<outcome::Unknown>(outcome);
}
bool is_stopped_by(const PrintOutcome& outcome, PrinterStatus status) {
  const auto* interrupted = std::get_if<outcome::Interrupted>(&outcome);
  return interrupted != nullptr && interrupted->status == status;
}

TEST_SUITE("receipt on paper") {
  TEST_CASE("the paper shows every dot of the layout, and its code reads as what was meant") {
    Hall hall;
    CHECK(is_printed(hall.printer.print(samples::receipt())));
    const auto papers = hall.receipts();
    REQUIRE(papers.size() == 1);
    CHECK(papers[0].dots == picture_of(lay_out(samples::receipt()).value().bitmap));
    const auto codes = devices::simulators::read_codes(papers[0]);
    REQUIRE(codes.size() == 1);
    CHECK(codes[0] == samples::receipt_qr_text());
  }

  TEST_CASE("no command of a receipt is unknown to the printer") {
    Hall hall;
    CHECK(is_printed(hall.printer.print(samples::receipt())));
    for (const Piece& paper : hall.receipts()) {
      for (const std::string& line : paper.lines) CHECK(line.find("unknown") == std::string::npos);
    }
  }

  // Case C05. `same` prints the receipt again for the same person, otherwise the next person's
  // comes.
  TEST_CASE("paper that ended in the middle never shows up on the next paper") {
    const Bitmap first = short_paper("first");
    const Bitmap next = short_paper("next");
    const std::size_t all = picture_of(first).size();
    for (const std::size_t k : {std::size_t{1}, std::size_t{100}, all / 2, all - 1}) {
      for (const bool same : {true, false}) {
        CAPTURE(k);
        CAPTURE(same);
        Hall hall;
        hall.twin.end_paper_after(k);
        CHECK(is_stopped_by(hall.printer.print(first), PrinterStatus::PaperOut));
        hall.twin.set_paper(PaperSupply::Full, hall.socket.now);
        CHECK(hall.receipts().empty());
        CHECK(hall.printer.status() == PrinterStatus::Ready);
        CHECK(hall.receipts().empty());

        CHECK(is_printed(hall.printer.print(same ? first : next)));
        const auto papers = hall.receipts();
        REQUIRE(papers.size() == 1);
        CHECK(papers[0].dots == picture_of(same ? first : next));
      }
    }
  }

  TEST_CASE(
      "a clone that cannot drop its buffer still gives the next person a paper of their own") {
    PrinterTraits clone;
    clone.clears_on_request = false;
    const Bitmap first = short_paper("first");
    const Bitmap next = short_paper("next");
    const std::size_t all = picture_of(first).size();
    for (const std::size_t k : {std::size_t{1}, std::size_t{100}, all / 2, all - 1}) {
      CAPTURE(k);
      Hall hall(clone);
      hall.twin.end_paper_after(k);
      CHECK(is_stopped_by(hall.printer.print(first), PrinterStatus::PaperOut));
      hall.twin.set_paper(PaperSupply::Full, hall.socket.now);
      CHECK(is_printed(hall.printer.print(next)));
      const auto papers = hall.receipts();
      REQUIRE_FALSE(papers.empty());
      CHECK(papers.back().dots == picture_of(next));
    }
  }

  TEST_CASE("a printer with a small buffer is stopped while bytes are still being sent") {
    const Bitmap first = short_paper("first");
    const Bitmap next = short_paper("next");
    // Its buffer is full in the middle of a band: no question gets through any more, only its own
    // report. The rest of that band never comes.
    constexpr std::size_t kInTheSecondBand = 9216 + 100;
    for (const bool clears : {true, false}) {
      CAPTURE(clears);
      PrinterTraits small;
      small.buffer_bytes = 4096;
      small.clears_on_request = clears;
      Hall hall(small);
      hall.twin.end_paper_after(kInTheSecondBand);
      CHECK(is_stopped_by(hall.printer.print(first), PrinterStatus::PaperOut));
      hall.twin.set_paper(PaperSupply::Full, hall.socket.now);
      CHECK(is_printed(hall.printer.print(next)));
      CHECK(hall.receipts().back().dots == picture_of(next));
    }
  }

  // Case C04.
  TEST_CASE(
      "an answer in time means printed, a late one or none means unknown, and no second paper "
      "comes") {
    const Bitmap paper = short_paper("once");
    for (const auto delay : {std::optional{1000ms}, std::optional{31000ms}, std::optional{600000ms},
                             std::optional<std::chrono::milliseconds>{}}) {
      Hall hall;
      CHECK(hall.printer.status() == PrinterStatus::Ready);
      hall.twin.set_answer_delay(delay);
      const PrintOutcome outcome = hall.printer.print(paper);
      CHECK(is_printed(outcome) == (delay == 1000ms));
      CHECK(is_unknown(outcome) == (delay != 1000ms));
      hall.socket.now += 1h;
      CHECK(can_print(hall.printer.status()));
      const auto papers = hall.receipts();
      REQUIRE(papers.size() == 1);
      CHECK(papers[0].dots == picture_of(paper));
    }
  }

  TEST_CASE("an answer that was due to the last person does not speak for the next") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.twin.set_answer_delay(20s);
    CHECK(is_unknown(hall.printer.print(short_paper("first"))));
    hall.twin.set_answer_delay(std::nullopt);
    CHECK(is_unknown(hall.printer.print(short_paper("second"))));
    hall.twin.set_answer_delay(0ms);
    CHECK(is_printed(hall.printer.print(short_paper("third"))));
  }

  TEST_CASE("an open cover, missing paper and a roll near its end are told apart") {
    Hall hall;
    hall.twin.set_cover_open(true, hall.socket.now);
    CHECK(hall.printer.status() == PrinterStatus::CoverOpen);
    CHECK(is_stopped_by(hall.printer.print(short_paper("a")), PrinterStatus::CoverOpen));
    hall.twin.set_cover_open(false, hall.socket.now);
    hall.twin.set_paper(PaperSupply::Out, hall.socket.now);
    CHECK(hall.printer.status() == PrinterStatus::PaperOut);
    CHECK(is_stopped_by(hall.printer.print(short_paper("a")), PrinterStatus::PaperOut));
    hall.twin.set_paper(PaperSupply::Low, hall.socket.now);
    CHECK(hall.printer.status() == PrinterStatus::PaperLow);
    CHECK(is_printed(hall.printer.print(short_paper("a"))));
    CHECK(hall.receipts().size() == 1);
  }

  TEST_CASE("a jammed cutter is an error, and once freed the next paper is whole") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.twin.set_cutter_jammed(true, hall.socket.now);
    CHECK(is_stopped_by(hall.printer.print(short_paper("first")), PrinterStatus::Error));
    hall.twin.set_cutter_jammed(false, hall.socket.now);
    const Bitmap next = short_paper("next");
    CHECK(is_printed(hall.printer.print(next)));
    CHECK(hall.receipts().back().dots == picture_of(next));
  }

  TEST_CASE("a clone without markers and automatic status prints and is believed") {
    PrinterTraits clone;
    clone.answers_process_id = false;
    clone.reports_by_itself = false;
    clone.has_near_end_sensor = false;
    Hall hall(clone);
    CHECK(is_printed(hall.printer.print(short_paper("a"))));
    CHECK_FALSE(hall.printer.abilities().process_marker);
    CHECK_FALSE(hall.printer.abilities().automatic_status);
    CHECK(hall.receipts().size() == 1);
  }

  TEST_CASE(
      "a printer that reports by itself but answers no real-time question is still understood") {
    PrinterTraits odd;
    odd.answers_real_time = false;
    Hall hall(odd);
    CHECK(is_printed(hall.printer.print(short_paper("a"))));
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.twin.set_cover_open(true, hall.socket.now);
    CHECK(hall.printer.status() == PrinterStatus::CoverOpen);
  }

  TEST_CASE("a printer that falls silent is not believed by what it said before") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.twin.set_silent(true);
    CHECK(hall.printer.status() == PrinterStatus::Unknown);
    CHECK(is_unknown(hall.printer.print(short_paper("a"))));
  }
}

}  // namespace
}  // namespace huimin::printing
