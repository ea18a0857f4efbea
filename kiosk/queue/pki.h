#pragma once
// Makes certificates: the whole public-key infrastructure of a demo hall or a test, fresh each
// time.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/queue/certificate.h"

namespace huimin::queue {

// What a certificate shall say.
struct CertificatePlan {
  std::string common_name;
  Purpose purpose = Purpose::Terminal;
  base::WallTime not_before;
  base::WallTime not_after;
  std::vector<std::string> dns_names;     // IntakeTls only
  std::vector<std::string> ip_addresses;  // IntakeTls only
};

Identity make_ca(const std::string& common_name, base::WallTime not_before,
                 base::WallTime not_after);
Identity issue(const Identity& ca, const CertificatePlan& plan);
// A certificate signed by its own key, for the answer to one question.
Identity make_reply_identity(base::WallTime now);

struct TerminalPlan {
  std::string terminal_id;               // "430522-007"
  std::filesystem::path state_dir;       // its keys go to state_dir/keys
  std::filesystem::path number_mark;     // empty: default_number_mark()
};

struct PkiPlan {
  std::filesystem::path pki_dir;         // the intake's side: state/pki
  std::vector<TerminalPlan> terminals;
  base::WallTime now;                    // certificates are valid from a day before, for two years
  std::vector<std::string> dns_names = {"localhost"};
  std::vector<std::string> ip_addresses = {"127.0.0.1"};
};

// Writes pki_dir/{ca,intake-tls,intake-recipient,intake-signing}.pem and .key, trust.p7s,
// terminals/ID.pem, and for each terminal keys/{terminal,tls}.pem and .key, ca.pem, intake-*.pem,
// trust.p7s and its number mark at 0. Keys get mode 0600. What is there already is replaced. An
// error names the path that could not be written.
tl::expected<void, std::string> make_demo_pki(const PkiPlan& plan);

// state/terminal -> state/numbers/430522-007.mark: beside the state folder, so that a copy of the
// folder lacks it.
std::filesystem::path default_number_mark(const std::filesystem::path& state_dir,
                                          const std::string& terminal_id);

}  // namespace huimin::queue
