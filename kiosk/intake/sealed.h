#pragma once
// The body of a POST: an envelope or a question as it travels, header and body in base64.

#include <optional>
#include <string_view>

#include "kiosk/queue/bytes.h"

namespace huimin::intake {

struct Sealed {
  queue::Bytes header_p7s, body_p7m;
};

// Nothing when `json` is not one object with exactly "header" and "body". Nested values end the
// reading at once: four megabytes of brackets would otherwise take hundreds of megabytes of memory.
std::optional<Sealed> parse_sealed(std::string_view json);

}  // namespace huimin::intake
