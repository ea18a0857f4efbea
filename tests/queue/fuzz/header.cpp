// Any text as a header: what is accepted is written the same again.

#include "kiosk/base/check.h"
#include "kiosk/queue/header.h"

using namespace huimin;
using namespace huimin::queue;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto header = parse_header(text);
  if (header) base::check(to_json(*header) == text, "a header has one form");
  return 0;
}
