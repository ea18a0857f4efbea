#pragma once
// The keys of a terminal and of an intake, loaded from their folder and checked for purpose, chain
// and file mode.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/queue/certificate.h"

namespace huimin::queue {

// What the carrier may have: enough to verify an acknowledgement, nothing that signs or opens.
struct CountyCertificates {
  Certificate ca;
  Certificate recipient;  // newest; seal to it
  Certificate signing;    // acknowledgements, answers, trust list
};

// terminal.pem, terminal.key, ca.pem, intake-recipient.pem and intake-signing.pem of
// state/terminal/keys.
struct TerminalKeys {
  Identity terminal;
  CountyCertificates county;
  std::string terminal_id() const { return terminal.certificate.common_name(); }  // "430522-007"
};

// ca.pem, intake-signing.pem/.key and intake-recipient*.pem/.key of state/pki: old recipient keys
// stay until every terminal has confirmed the new one (case C02).
struct IntakeKeys {
  Certificate ca;
  Identity signing;
  std::vector<Identity> recipients;
};

tl::expected<CountyCertificates, KeyProblem> load_county_certificates(
    const std::filesystem::path& keys_dir);
tl::expected<TerminalKeys, KeyProblem> load_terminal_keys(const std::filesystem::path& keys_dir);
tl::expected<IntakeKeys, KeyProblem> load_intake_keys(const std::filesystem::path& pki_dir);

// "file:PATH"; every other scheme answers Unsupported.
// A key file that group or others may read is refused.
tl::expected<PrivateKey, KeyProblem> load_private_key(std::string_view uri);
tl::expected<Certificate, KeyProblem> load_certificate(const std::filesystem::path& file);

}  // namespace huimin::queue
