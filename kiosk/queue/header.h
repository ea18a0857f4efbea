#pragma once
// The header of an envelope: canonical JSON (sorted keys, no blanks, integers only), see
// ENVELOPE.md.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/bytes.h"

namespace huimin::queue {

inline constexpr int kHeaderFormat = 1;
// Names every algorithm of an envelope, so that another suite can be added (policy 10).
inline constexpr std::string_view kSuite = "p256-sha256-aes256gcm";

// Sent and stored by name. Add at the end.
enum class Kind : std::uint8_t {
  Application, Supplement, Authorisation, Withdrawal, Feedback, StaffAction, Readiness,
};
std::string_view name_of(Kind kind);
std::optional<Kind> kind_from_name(std::string_view name);
// The first four kinds are acts of a resident and get a receipt number.
bool gets_receipt(Kind kind);

struct AttachmentEntry {
  Hash sha256{};           // of the sealed bytes
  std::uint64_t size = 0;  // of the sealed bytes
  std::string type;        // media type, "image/jpeg"
  bool operator==(const AttachmentEntry&) const = default;
};

struct Header {
  Kind kind = Kind::Application;
  std::string terminal;           // "430522-007"
  Epoch epoch{};                  // random per queue database; new when an older copy was put back
  std::uint64_t epoch_start = 1;  // sequence of the first envelope of this epoch
  std::uint64_t sequence = 1;     // 1 and up, without gaps, over all epochs of one database
  Hash previous{};                // envelope before this one; zero for the very first
  base::WallTime created_wall;
  std::int64_t created_mono_ms = 0;
  bool clock_certain = true;      // false: the wall clock was not plausible
  Hash body_sha256{};
  std::uint64_t body_size = 0;
  std::vector<AttachmentEntry> attachments;
  std::optional<domain::ReceiptNumber> receipt;
  std::string programme;          // "P08"; empty for kinds without one
  std::string software;           // "0.1.0"
  std::string catalogue_version;
  bool operator==(const Header&) const = default;
};

enum class HeaderError : std::uint8_t {
  NotJson, NotCanonical, Format, Suite, Field,
};
std::string_view name_of(HeaderError error);

std::string to_json(const Header& header);
// Strict: every field, no other, each in its range, and the same bytes again when written.
tl::expected<Header, HeaderError> parse_header(std::string_view json);

// An envelope's name everywhere: SHA-256 of its header's JSON, which holds the body's hash. The CMS
// blob around it is malleable and therefore not what is hashed.
Hash envelope_hash(const Header& header);

}  // namespace huimin::queue
