#pragma once
// Keys and switches of one input device: /dev/input/eventN, read as struct input_event.

#include <string>

#include "devices/port/byte_stream.h"

namespace huimin::devices {

// Opens the device and grabs it (EVIOCGRAB): from then on no other program and no window sees its
// keys, so a scanner in keyboard mode cannot press a button (case C10). Name a device by a path
// that stays, such as /dev/input/by-id/usb-MAKER_MODEL-event-kbd; the numbers of eventN change.
//
// Times are those of the monotonic clock. The switches that the device has, a headphone jack for
// one, are told first, as events that have just happened.
//
// A pseudo terminal or a FIFO that carries the same bytes is accepted and cannot be grabbed: what
// stands behind a pseudo terminal is asked for its switches by ask_for_switches(). A FIFO is never
// Gone.
//
// Errors: Gone, Refused (no right to read it), Busy (grabbed by another program), BadAddress
// (neither an event device nor a pipe).
[[nodiscard]] PortResult open_evdev(const std::string& path);

}  // namespace huimin::devices
