#pragma once
// The county's intake as seen from a terminal: HTTPS with a client certificate, JSON both ways.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace huimin::uplink {

struct CountySetup {
  std::string url;                 // "https://intake.example:8443", without a path
  std::filesystem::path keys_dir;  // ca.pem, tls.pem, tls.key
  // Public key pins in libcurl's form, "sha256//...;sha256//...": the current key and the next.
  // Empty: the county's CA alone decides.
  std::string pins;
  std::chrono::milliseconds connect_within{5'000};  // TLS included
  // Beside what sending the request takes at 1 KiB a second.
  std::chrono::milliseconds answer_within{20'000};
};

// Why there is no answer. The outcome of a request that timed out is unknown: the same bytes are
// sent again.
enum class NoAnswer : std::uint8_t {
  Unreachable,  // name not found, port closed, connection cut
  TimedOut,
  NotTrusted,     // the server has not the county's certificate or pin: nothing was sent
  NotAdmitted,    // the county does not take this terminal's certificate
  ClockWrong,     // certificates seem not valid because this machine's clock is not plausible (case
                  // C14)
  Misconfigured,  // key files or address cannot be used
};
std::string_view name_of(NoAnswer why);

struct Reply {
  int status = 0;    // HTTP
  std::string body;  // at most 4 MiB, else Unreachable
};

// One connection, kept open, made again when it broke. Used by one thread.
class County {
 public:
  explicit County(CountySetup setup);
  ~County();
  County(const County&) = delete;
  County& operator=(const County&) = delete;

  // `path` begins with '/'; `json` is the body. `clock_plausible`: is this machine's wall clock?
  tl::expected<Reply, NoAnswer> post(std::string_view path, const std::string& json,
                                     bool clock_plausible);

 private:
  struct Line;
  std::unique_ptr<Line> line_;
};

}  // namespace huimin::uplink
