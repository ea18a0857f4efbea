#pragma once
// What is sealed: an application and the session's events as JSON with a schema version.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/secret.h"
#include "kiosk/domain/application.h"

namespace huimin::queue {

inline constexpr int kPayloadSchema = 1;
inline constexpr std::size_t kSessionEventsMost = 500;  // later ones are left out

// One event of the session's own log: a name of the closed list and milliseconds since the session
// began.
struct SessionEvent {
  std::string name;
  std::int64_t after_ms = 0;
  bool operator==(const SessionEvent&) const = default;
};

struct ApplicationPayload {
  domain::Application application;
  std::vector<SessionEvent> events;
};

enum class PayloadError : std::uint8_t { NotJson, Schema, Field };
std::string_view name_of(PayloadError error);

// UTF-8 JSON. A malformed character in a text is replaced (U+FFFD), so that nothing a person typed
// can stop this.
base::Secret to_payload(const ApplicationPayload& payload);

// Strict: every field present and in its range, no other field, no duplicate key.
tl::expected<ApplicationPayload, PayloadError> parse_payload(std::string_view json);

}  // namespace huimin::queue
