#include "printing/receipt_printer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "printing/layout.h"
#include "tests/printing/samples.h"
#include "tests/printing/scripted_printer.h"

namespace huimin::printing {
namespace {

using namespace std::chrono_literals;
using Trouble = ScriptedPrinter::Trouble;
using Bytes = ScriptedPrinter::Bytes;
using samples::picture_of;
using samples::short_paper;

constexpr std::uint32_t kFirstJob = 7;

struct Hall {
  ScriptedPrinter machine;
  ReceiptPrinter printer{machine.opener(), kFirstJob, {}, machine.clock()};

  std::size_t printed_papers() const {
    return static_cast<std::size_t>(
        std::count_if(machine.papers.begin(), machine.papers.end(),
                      [](const Bytes& paper) { return !paper.empty(); }));
  }
};

bool is_printed(const PrintOutcome& outcome) {
  return std::holds_alternative<outcome::Printed>(outcome);
}
bool is_unknown(const PrintOutcome& outcome) {
  return std::holds_alternative<outcome::Unknown>(outcome);
}
std::optional<PrinterStatus> stopped_by(const PrintOutcome& outcome) {
  const auto* interrupted = std::get_if<outcome::Interrupted>(&outcome);
  return interrupted == nullptr ? std::nullopt : std::optional{interrupted->status};
}

TEST_SUITE("receipt printer") {
  TEST_CASE("a receipt comes out whole, is cut, and counts as printed") {
    Hall hall;
    CHECK(is_printed(hall.printer.print(samples::receipt())));
    REQUIRE(hall.machine.papers.size() == 1);
    CHECK(hall.machine.papers[0] == picture_of(lay_out(samples::receipt()).value().bitmap));
    CHECK(hall.machine.hanging.empty());
  }

  TEST_CASE("papers that follow each other do not mix, and no blank piece falls between them") {
    Hall hall;
    const Bitmap first = short_paper("first");
    const Bitmap second = short_paper("second");
    CHECK(is_printed(hall.printer.print(first)));
    CHECK(is_printed(hall.printer.print(second)));
    REQUIRE(hall.machine.papers.size() == 2);
    CHECK(hall.machine.papers[0] == picture_of(first));
    CHECK(hall.machine.papers[1] == picture_of(second));
  }

  TEST_CASE("what the printer says is known before anything is printed") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.trouble = Trouble::PaperOut;
    CHECK(hall.printer.status() == PrinterStatus::PaperOut);
    hall.machine.trouble = Trouble::CoverOpen;
    CHECK(hall.printer.status() == PrinterStatus::CoverOpen);
    hall.machine.trouble = Trouble::FeedButton;
    CHECK(hall.printer.status() == PrinterStatus::Offline);
    hall.machine.trouble = Trouble::CutterJam;
    CHECK(hall.printer.status() == PrinterStatus::Error);
    hall.machine.is_plugged = false;
    CHECK(hall.printer.status() == PrinterStatus::Disconnected);
  }

  TEST_CASE("without paper nothing of the receipt is sent") {
    Hall hall;
    hall.machine.trouble = Trouble::PaperOut;
    CHECK(stopped_by(hall.printer.print(short_paper("a"))) == PrinterStatus::PaperOut);
    hall.machine.mend();
    CHECK(hall.machine.papers.empty());
    CHECK(hall.machine.hanging.empty());
  }

  // The printer stops after each of these bytes of the picture, with the rest in its buffer; then
  // somebody puts in paper. Once by a printer that obeys "drop what you have buffered", once by one
  // that does not.
  TEST_CASE(
      "after paper ended in the middle, the next paper is one whole receipt and nothing else") {
    const Bitmap first = short_paper("first");
    const Bitmap next = short_paper("next");
    const std::size_t all = picture_of(first).size();
    for (const std::size_t k : {std::size_t{1}, std::size_t{100}, all / 2, all - 1}) {
      for (const bool obeys : {true, false}) {
        CAPTURE(k);
        CAPTURE(obeys);
        Hall hall;
        hall.machine.drops_buffer_when_told = obeys;
        hall.machine.trouble_after_picture_bytes = k;
        CHECK(stopped_by(hall.printer.print(first)) == PrinterStatus::PaperOut);
        CHECK(hall.printed_papers() == 0);

        hall.machine.hanging.clear();  // Torn off by whoever put in the new roll.
        hall.machine.mend();
        if (obeys) CHECK(hall.machine.hanging.empty());
        CHECK(is_printed(hall.printer.print(next)));
        CHECK(hall.machine.papers.back() == picture_of(next));
        if (obeys) CHECK(hall.printed_papers() == 1);
      }
    }
  }

  TEST_CASE("half a paper that still hangs in the chute is cut off before the next one") {
    const Bitmap first = short_paper("first");
    const Bitmap next = short_paper("next");
    Hall hall;
    hall.machine.coming_trouble = Trouble::CoverOpen;
    hall.machine.trouble_after_picture_bytes = 3000;
    CHECK(stopped_by(hall.printer.print(first)) == PrinterStatus::CoverOpen);
    hall.machine.mend();
    CHECK(is_printed(hall.printer.print(next)));
    REQUIRE(hall.machine.papers.size() == 2);
    CHECK(hall.machine.papers[0].size() == 3000);
    CHECK(hall.machine.papers[1] == picture_of(next));
  }

  TEST_CASE("the last receipt of a roll counts as printed although the paper is then out") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.marker_delay = 600ms;
    hall.machine.trouble_after_marker = true;
    CHECK(is_printed(hall.printer.print(short_paper("last"))));
    CHECK(hall.printer.status() == PrinterStatus::PaperOut);
  }

  TEST_CASE("an answer after one second is in time") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.marker_delay = 1s;
    CHECK(is_printed(hall.printer.print(short_paper("a"))));
    CHECK(hall.printed_papers() == 1);
  }

  TEST_CASE("an answer after 31 seconds leaves the outcome unknown, and nothing is printed twice") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.marker_delay = 31s;
    const auto before = hall.machine.now;
    CHECK(is_unknown(hall.printer.print(short_paper("a"))));
    CHECK(hall.machine.now - before >= 15s);
    CHECK(hall.machine.now - before < 18s);
    CHECK(hall.printed_papers() == 1);
  }

  TEST_CASE("a late answer to one person's paper does not make the next person's printed") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.marker_delay = 20s;
    CHECK(is_unknown(hall.printer.print(short_paper("first"))));
    // The first answer comes while the second paper is awaited, whose own answer is lost.
    hall.machine.loses_markers = true;
    CHECK(is_unknown(hall.printer.print(short_paper("second"))));
  }

  TEST_CASE("a late byte without an id is not taken for the next paper's either") {
    Hall hall;
    hall.machine.knows_marker = false;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.marker_delay = 20s;
    CHECK(is_unknown(hall.printer.print(short_paper("first"))));
    hall.machine.loses_markers = true;
    CHECK(is_unknown(hall.printer.print(short_paper("second"))));
    hall.machine.loses_markers = false;
    hall.machine.marker_delay = 0ms;
    CHECK(is_printed(hall.printer.print(short_paper("third"))));
  }

  TEST_CASE("an answer that came too late is not taken for the answer to another question") {
    Hall hall;
    hall.machine.paper_is_low = true;
    CHECK(hall.printer.status() == PrinterStatus::PaperLow);
    hall.machine.real_time_delay = 60ms;
    CHECK(can_print(hall.printer.status()));
    hall.machine.real_time_delay = 5ms;
    hall.machine.now +=
        60ms;  // The answer about the paper comes now; as one about the printer it says offline.
    CHECK(hall.printer.status() == PrinterStatus::PaperLow);
  }

  TEST_CASE("a printer that never answers leaves the outcome unknown within the limit") {
    Hall hall;
    hall.machine.answers_real_time = false;
    hall.machine.loses_markers = true;
    hall.machine.knows_automatic_status = false;
    CHECK(hall.printer.status() == PrinterStatus::Unknown);
    CHECK(is_unknown(hall.printer.print(short_paper("a"))));
    CHECK(hall.printed_papers() == 1);
  }

  TEST_CASE("a cover opened while the paper finishes is named") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.coming_trouble = Trouble::CoverOpen;
    const Bitmap paper = short_paper("a");
    hall.machine.trouble_after_picture_bytes = picture_of(paper).size();
    CHECK(stopped_by(hall.printer.print(paper)) == PrinterStatus::CoverOpen);
  }

  TEST_CASE("a held feed button is waited for, then named") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.coming_trouble = Trouble::FeedButton;
    hall.machine.trouble_after_picture_bytes = 500;
    CHECK(stopped_by(hall.printer.print(short_paper("a"))) == PrinterStatus::Offline);
    hall.machine.mend();
    CHECK(hall.printed_papers() == 0);
  }

  TEST_CASE(
      "the plug pulled at any moment before the end is an interruption, and the next paper is "
      "whole") {
    const Bitmap first = short_paper("first");
    const Bitmap next = short_paper("next");
    const std::size_t all = picture_of(first).size();
    for (const std::size_t later : {std::size_t{1}, std::size_t{10}, std::size_t{5000}, all}) {
      CAPTURE(later);
      Hall hall;
      CHECK(hall.printer.status() == PrinterStatus::Ready);
      hall.machine.unplugged_after_bytes = hall.machine.received.size() + later;
      CHECK(stopped_by(hall.printer.print(first)) == PrinterStatus::Disconnected);
      CHECK(hall.printer.status() == PrinterStatus::Disconnected);

      hall.machine.plug_in();
      hall.machine.now += 2s;
      CHECK(hall.printer.status() == PrinterStatus::Ready);
      CHECK(is_printed(hall.printer.print(next)));
      CHECK(hall.machine.papers.back() == picture_of(next));
    }
  }

  TEST_CASE("the plug pulled after the last byte leaves the outcome unknown") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.marker_delay = 5s;
    const Bitmap paper = short_paper("a");
    std::size_t all = 0;
    {
      Hall other;
      CHECK(other.printer.status() == PrinterStatus::Ready);
      const std::size_t before = other.machine.received.size();
      CHECK(is_printed(other.printer.print(paper)));
      all = other.machine.received.size() - before;
    }
    hall.machine.unplugged_after_bytes = hall.machine.received.size() + all + 1;
    CHECK(is_unknown(hall.printer.print(paper)));
    CHECK(hall.printed_papers() == 1);
  }

  TEST_CASE("an absent printer is not tried more often than every two seconds") {
    Hall hall;
    hall.machine.is_plugged = false;
    for (int i = 0; i < 10; ++i) CHECK(hall.printer.status() == PrinterStatus::Disconnected);
    CHECK(hall.machine.opened == 1);
    hall.machine.now += 2s;
    CHECK(hall.printer.status() == PrinterStatus::Disconnected);
    CHECK(hall.machine.opened == 2);
    CHECK(stopped_by(hall.printer.print(short_paper("a"))) == PrinterStatus::Disconnected);
  }

  TEST_CASE("a printer that takes no more bytes is an interruption") {
    Hall hall;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    hall.machine.takes_bytes = false;
    CHECK(stopped_by(hall.printer.print(short_paper("a"))).has_value());
  }

  TEST_CASE("abilities are found out, and again when another printer is plugged in") {
    Hall hall;
    CHECK_FALSE(hall.printer.abilities().process_marker);
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    CHECK(hall.printer.abilities().process_marker);
    CHECK(hall.printer.abilities().ordered_status);
    CHECK(hall.printer.abilities().automatic_status);

    hall.machine.is_plugged = false;
    CHECK(hall.printer.status() == PrinterStatus::Disconnected);
    hall.machine.plug_in();
    hall.machine.knows_marker = false;
    hall.machine.knows_automatic_status = false;
    hall.machine.now += 2s;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    CHECK_FALSE(hall.printer.abilities().process_marker);
    CHECK(hall.printer.abilities().ordered_status);
    CHECK_FALSE(hall.printer.abilities().automatic_status);
  }

  TEST_CASE("finding out abilities prints and cuts nothing") {
    for (const bool knows : {true, false}) {
      Hall hall;
      hall.machine.knows_marker = knows;
      hall.machine.knows_ordered_status = knows;
      hall.machine.knows_automatic_status = knows;
      CHECK(hall.printer.status() == PrinterStatus::Ready);
      CHECK(hall.machine.papers.empty());
      CHECK(hall.machine.hanging.empty());
    }
  }

  TEST_CASE("a clone without markers is believed by its ordered status") {
    Hall hall;
    hall.machine.knows_marker = false;
    CHECK(is_printed(hall.printer.print(short_paper("a"))));
    CHECK(hall.printed_papers() == 1);
  }

  TEST_CASE("a printer that cannot tell is never believed to have printed") {
    Hall hall;
    hall.machine.knows_marker = false;
    hall.machine.knows_ordered_status = false;
    CHECK(is_unknown(hall.printer.print(short_paper("a"))));
    CHECK(hall.printed_papers() == 1);
    hall.machine.coming_trouble = Trouble::PaperOut;
    hall.machine.trouble_after_cut = true;
    CHECK(stopped_by(hall.printer.print(short_paper("b"))) == PrinterStatus::PaperOut);
  }

  TEST_CASE("a slow waker whose first answer came late is believed later") {
    Hall hall;
    hall.machine.marker_delay = 1500ms;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    CHECK_FALSE(hall.printer.abilities().process_marker);
    hall.machine.marker_delay = 0ms;
    hall.machine.now += 1s;
    CHECK(hall.printer.status() == PrinterStatus::Ready);
    CHECK(is_printed(hall.printer.print(short_paper("a"))));
    CHECK(hall.printer.abilities().process_marker);
  }

  TEST_CASE("what cannot be set is refused before a byte is sent") {
    Hall hall;
    const Document document{{QrCode{std::string(5000, 'x'), "", {}}}};
    CHECK(std::holds_alternative<outcome::NotPrintable>(hall.printer.print(document)));
    CHECK(std::holds_alternative<outcome::NotPrintable>(
        hall.printer.print(Bitmap(kPaperDots + 1, 8))));
    CHECK(std::holds_alternative<outcome::NotPrintable>(hall.printer.print(Bitmap())));
    CHECK(hall.machine.received.empty());
  }
}

}  // namespace
}  // namespace huimin::printing
