#pragma once
// The log: a closed list of events with a few plain numbers. Free text cannot be logged, so
// personal data cannot.

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace huimin::base {

// Add at the end; the names stand in old logs.
enum class LogEvent : std::uint8_t {
  Started,
  Stopped,
  SessionStarted,
  SessionEnded,
  Submitted,
  SubmitFailed,
  Printed,
  PrintInterrupted,
  PrintUnknown,
  DeviceLost,
  DeviceFound,
  EnvelopeSent,
  EnvelopeAcknowledged,
  EnvelopeRefused,
  CountyReached,
  CountyLost,
  ClockImplausible,
  StateDamaged,
  RequestServed,
  RequestRefused,
  StaffCalled,
  StaffCallCleared,
  FeatureMissing,
};

// A number beside an event: a count, a sequence, milliseconds, a status code. `name` is a literal.
struct LogValue {
  std::string_view name;
  std::int64_t value;
};

// Names the program in every line; once, before the first event.
void open_log(std::string_view program);

// One line of JSON to standard error. Thread-safe.
void log(LogEvent event, std::initializer_list<LogValue> values = {});

std::string_view name_of(LogEvent event);

}  // namespace huimin::base
