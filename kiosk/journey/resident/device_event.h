#pragma once
// What the devices report to a resident's journey. Each comes from that device's one worker, in
// the order in which it happened.

#include <cstdint>
#include <string>

#include "kiosk/base/secret.h"

namespace huimin::journey::resident {

enum class PrinterState : std::uint8_t { Ready, PaperLow, PaperOut, CoverOpen, Gone };

namespace event {

// The ID card reader. A card that lies is reported once; `presence` counts presences since start.
struct CardBusy {
  std::uint64_t presence = 0;
};
struct CardRead {
  std::uint64_t presence = 0;
  base::Secret name, id_number, address;
};
enum class CardFault : std::uint8_t { LiftedEarly, Unreadable };
struct CardFailed {
  std::uint64_t presence = 0;
  CardFault fault = CardFault::Unreadable;
};
struct CardLifted {
  std::uint64_t presence = 0;
};
struct ReaderGone {};
struct ReaderBack {};

struct PrinterChanged {
  PrinterState state = PrinterState::Ready;
};
// `job` is the effect's.
struct Printed {
  std::uint64_t job = 0;
};
// Says nothing about the printer afterwards: a PrinterChanged does, before or after this one.
struct PrintStopped {
  std::uint64_t job = 0;
  PrinterState because = PrinterState::PaperOut;
};
struct PrintUnknown {
  std::uint64_t job = 0;
};

// A line from the code scanner, as it came.
struct Scanned {
  std::string text;
};
struct ScannerGone {};
struct ScannerBack {};

// A key of the keypad was pressed, whichever it is. What it does on the screen comes as Did.
struct KeypadUsed {};

// Whether there is a voice that could read aloud.
struct VoiceGone {};
struct VoiceBack {};

// What became of CallStaff: the hall's signal shows it, or nobody sees it. Comes again when it
// changes while the call stands.
struct SignalRaised {};
struct SignalFailed {};

}  // namespace event

}  // namespace huimin::journey::resident
