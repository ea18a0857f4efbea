// Any text as a payload or a status: what is accepted survives being written and read again.

#include "kiosk/base/check.h"
#include "kiosk/queue/payload.h"
#include "kiosk/queue/status_json.h"

using namespace huimin;
using namespace huimin::queue;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto payload = parse_payload(text)) {
    const base::Secret written = to_payload(*payload);
    const auto again = parse_payload(written.text());
    base::check(again && to_payload(*again) == written, "a payload survives");
  }
  if (const auto status = parse_status_json(text)) {
    base::check(parse_status_json(to_status_json(*status)).has_value(), "a status survives");
  }
  return 0;
}
