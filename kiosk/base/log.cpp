#include "kiosk/base/log.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <string>

namespace huimin::base {

void open_log(std::string_view program) {
  auto logger = spdlog::stderr_logger_mt(std::string(program));
  logger->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%e","program":"%n",%v})",
                      spdlog::pattern_time_type::utc);
  spdlog::set_default_logger(std::move(logger));
}

void log(LogEvent event, std::initializer_list<LogValue> values) {
  std::string line = fmt::format(R"("event":"{}")", name_of(event));
  for (const LogValue& each : values) line += fmt::format(R"(,"{}":{})", each.name, each.value);
  spdlog::info("{}", line);
}

std::string_view name_of(LogEvent event) {
  switch (event) {
    case LogEvent::Started: return "started";
    case LogEvent::Stopped: return "stopped";
    case LogEvent::SessionStarted: return "session_started";
    case LogEvent::SessionEnded: return "session_ended";
    case LogEvent::Submitted: return "submitted";
    case LogEvent::SubmitFailed: return "submit_failed";
    case LogEvent::Printed: return "printed";
    case LogEvent::PrintInterrupted: return "print_interrupted";
    case LogEvent::PrintUnknown: return "print_unknown";
    case LogEvent::DeviceLost: return "device_lost";
    case LogEvent::DeviceFound: return "device_found";
    case LogEvent::EnvelopeSent: return "envelope_sent";
    case LogEvent::EnvelopeAcknowledged: return "envelope_acknowledged";
    case LogEvent::EnvelopeRefused: return "envelope_refused";
    case LogEvent::CountyReached: return "county_reached";
    case LogEvent::CountyLost: return "county_lost";
    case LogEvent::ClockImplausible: return "clock_implausible";
    case LogEvent::StateDamaged: return "state_damaged";
    case LogEvent::RequestServed: return "request_served";
    case LogEvent::RequestRefused: return "request_refused";
    case LogEvent::StaffCalled: return "staff_called";
    case LogEvent::StaffCallCleared: return "staff_call_cleared";
    case LogEvent::FeatureMissing: return "feature_missing";
  }
  return "unknown";
}

}  // namespace huimin::base
