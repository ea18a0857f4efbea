#pragma once
// ESC/POS commands as bytes: only what a terminal needs and clones understand.
//
// Byte values: Epson's command references and the open-source drivers python-escpos, escpos-php,
// receiptio.

#include <array>
#include <cstdint>

#include "printing/bitmap.h"

namespace huimin::printing::escpos {

// Rows of one raster command. Short enough that missing paper is noticed after 16 mm, and that
// little is left in the printer when it stops.
inline constexpr int kBandRows = 128;

// Four characters that the printer sends back when it has worked through everything before them.
// Only "@" to "O" are used: no byte of a status report looks like them, so reports that come in
// between cannot spoil a marker.
using MarkerId = std::array<std::uint8_t, 4>;
MarkerId marker_id(std::uint32_t job);  // repeats after 65536 jobs
constexpr bool is_in_markers(std::uint8_t byte) { return byte >= '@' && byte <= 'O'; }

// ESC @: settings back to their defaults, line buffer emptied.
WipedBytes initialise();

// For a printer that may have stopped in the middle of a paper: DLE ENQ 2 (recover and drop what is
// buffered), as many NULs as a half-sent band can still swallow, ESC @.
WipedBytes clear();

// DLE ENQ 2 alone: acts at once, even when the printer is offline.
WipedBytes drop_buffered();

// GS v 0 for `count` rows from `first`. A dot is added where the picture would contain a real-time
// command: printers obey those even inside pictures (manuals of Custom P80C, HPRT TP80K, Citizen
// iDP-3221).
WipedBytes raster_band(const Bitmap& bitmap, int first, int count);

// GS V 66: feed the last row past the cutter, cut.
WipedBytes feed_and_cut();

// GS ( H, answered with 37 22 id 00.
WipedBytes ask_marker(const MarkerId& id);

// GS r 1, answered in its turn with one byte that bears no id.
WipedBytes ask_ordered_status();

// DLE EOT n, n = 1..4, answered at once.
WipedBytes ask_real_time_status(std::uint8_t n);

// GS a 255: report every change from now on; the first report comes at once.
WipedBytes report_changes();

}  // namespace huimin::printing::escpos
