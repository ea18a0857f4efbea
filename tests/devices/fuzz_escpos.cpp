// Any bytes to the printer's twin, with the paper ending somewhere: all are taken, and the paper
// stays bounded.

#include <cstdint>
#include <cstdlib>
#include <span>

#include "devices/simulators/escpos_printer.h"

using namespace huimin::devices;
using namespace huimin::devices::simulators;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto all = std::as_bytes(std::span(data, size));
  EscPosPrinter printer;
  if (size > 0) printer.end_paper_after(static_cast<std::size_t>(data[0]) * 16);
  if (size < printer.traits().buffer_bytes && printer.take(all, {}) != size) std::abort();
  printer.set_paper(PaperSupply::Full, {});
  if (printer.waiting_bytes() != 0) std::abort();
  static_cast<void>(printer.give({}));
  for (const auto& piece : printer.take_pieces()) {
    if (piece.dots.size() % kPaperRow_bytes != 0) std::abort();
    if (piece.height_dots() > Paper::kMaxHeight_dots) std::abort();
  }
  return 0;
}
