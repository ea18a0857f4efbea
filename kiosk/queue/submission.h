#pragma once
// One thing that a person handed in, on its way into the outbox.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/clock.h"
#include "kiosk/base/secret.h"
#include "kiosk/queue/header.h"

namespace huimin::queue {

struct Attachment {
  base::Secret content;
  std::string type;  // media type
};

struct Submission {
  // random_id(), made once per press of "submit": a retry after an unclear failure never doubles,
  // also after a restart (among the last 1,000 submissions).
  std::string id;
  Kind kind = Kind::Application;
  std::string programme;  // "P08"
  base::Secret payload;   // of to_payload()
  std::vector<Attachment> attachments;
  base::Instant at;
  std::string software;
  std::string catalogue_version;
  // The envelope it refers to: it is held until that one is acknowledged (case C19).
  std::optional<std::uint64_t> waits_for;
};

inline constexpr std::size_t kPayloadMost = 1U << 20;
inline constexpr std::size_t kAttachmentMost = 16U << 20;

}  // namespace huimin::queue
