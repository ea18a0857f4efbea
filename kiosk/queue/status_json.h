#pragma once
// domain::PublicStatus <-> JSON, as the intake signs it in an answer.

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/domain/case.h"
#include "kiosk/queue/payload.h"

namespace huimin::queue {

std::string to_status_json(const domain::PublicStatus& status);
// Strict as parse_payload.
tl::expected<domain::PublicStatus, PayloadError> parse_status_json(std::string_view json);

}  // namespace huimin::queue
