#include "kiosk/queue/pki.h"

#include "kiosk/queue/files.h"
#include "kiosk/queue/number_mark.h"
#include "kiosk/queue/trust.h"

namespace huimin::queue {
namespace {

constexpr mode_t kPublicMode = 0644;
constexpr mode_t kKeyMode = 0600;
constexpr auto kIssuedBefore = std::chrono::hours{24};
constexpr auto kValidFor = std::chrono::hours{24 * 365 * 2};
// Issued certificates must not outlive their CA.
constexpr auto kCaValidFor = kValidFor + std::chrono::hours{24 * 365};

// Writes files and remembers the first that failed, so that the story below reads without a check
// at each line.
class FolderWriter {
 public:
  void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) fail(folder);
  }
  void write(const std::filesystem::path& file, std::string_view content, mode_t mode) {
    if (failed_.empty() && !write_file(file, content, mode)) fail(file);
  }
  void write_identity(const std::filesystem::path& stem, const Identity& identity) {
    write(std::filesystem::path(stem) += ".pem", identity.certificate.pem(), kPublicMode);
    write(std::filesystem::path(stem) += ".key", identity.key.pem(), kKeyMode);
  }
  void fail(const std::filesystem::path& path) {
    if (failed_.empty()) failed_ = path.string();
  }
  const std::string& failed() const { return failed_; }

 private:
  std::string failed_;
};

struct County {
  Identity ca;
  Identity tls;
  Identity recipient;
  Identity signing;
};

struct Terminal {
  const TerminalPlan& plan;
  Identity signing;
  Identity tls;
};

CertificatePlan named(const PkiPlan& plan, std::string common_name, Purpose purpose) {
  return {std::move(common_name), purpose, plan.now - kIssuedBefore, plan.now + kValidFor, {}, {}};
}

County make_county(const PkiPlan& plan) {
  const Identity ca =
      make_ca("huimin county CA", plan.now - kIssuedBefore, plan.now + kCaValidFor);
  CertificatePlan tls = named(plan, "intake", Purpose::IntakeTls);
  tls.dns_names = plan.dns_names;
  tls.ip_addresses = plan.ip_addresses;
  return {ca, issue(ca, tls), issue(ca, named(plan, "intake recipient", Purpose::Recipient)),
          issue(ca, named(plan, "intake signing", Purpose::IntakeSigning))};
}

void write_county(FolderWriter& out, const PkiPlan& plan, const County& county,
                  const std::vector<Terminal>& terminals) {
  out.make_folder(plan.pki_dir / "terminals");
  out.write_identity(plan.pki_dir / "ca", county.ca);
  out.write_identity(plan.pki_dir / "intake-tls", county.tls);
  out.write_identity(plan.pki_dir / "intake-recipient", county.recipient);
  out.write_identity(plan.pki_dir / "intake-signing", county.signing);
  for (const Terminal& terminal : terminals) {
    const auto file = plan.pki_dir / "terminals" / (terminal.plan.terminal_id + ".pem");
    out.write(file, terminal.signing.certificate.pem(), kPublicMode);
  }
}

void write_terminal(FolderWriter& out, const County& county, const Terminal& terminal) {
  const auto keys = terminal.plan.state_dir / "keys";
  out.make_folder(keys);
  out.write_identity(keys / "terminal", terminal.signing);
  out.write_identity(keys / "tls", terminal.tls);
  out.write(keys / "ca.pem", county.ca.certificate.pem(), kPublicMode);
  out.write(keys / "intake-recipient.pem", county.recipient.certificate.pem(), kPublicMode);
  out.write(keys / "intake-signing.pem", county.signing.certificate.pem(), kPublicMode);
  const auto& planned = terminal.plan.number_mark;
  const auto mark = planned.empty()
                        ? default_number_mark(terminal.plan.state_dir, terminal.plan.terminal_id)
                        : planned;
  out.make_folder(mark.parent_path());
  if (out.failed().empty() && !NumberMark::create(mark, 0)) out.fail(mark);
}

}  // namespace

tl::expected<void, std::string> make_demo_pki(const PkiPlan& plan) {
  const County county = make_county(plan);
  std::vector<Terminal> terminals;
  std::vector<TrustedTerminal> trusted;
  for (const TerminalPlan& one : plan.terminals) {
    const Terminal& made = terminals.emplace_back(
        Terminal{one, issue(county.ca, named(plan, one.terminal_id, Purpose::Terminal)),
                 issue(county.ca, named(plan, one.terminal_id, Purpose::TerminalTls))});
    trusted.push_back({made.signing.certificate, {}});
  }
  const Bytes trust = make_trust_list(trusted, plan.now, county.signing);

  FolderWriter out;
  write_county(out, plan, county, terminals);
  out.write(plan.pki_dir / kTrustFile, text_of(trust), kPublicMode);
  for (const Terminal& terminal : terminals) {
    write_terminal(out, county, terminal);
    out.write(terminal.plan.state_dir / "keys" / kTrustFile, text_of(trust), kPublicMode);
  }
  if (!out.failed().empty()) return tl::unexpected(out.failed());
  return {};
}

std::filesystem::path default_number_mark(const std::filesystem::path& state_dir,
                                          const std::string& terminal_id) {
  // "state/terminal/" and "state/terminal" are the same folder.
  const auto folder = std::filesystem::absolute(state_dir / ".").parent_path();
  return folder.lexically_normal().parent_path() / "numbers" / (terminal_id + ".mark");
}

}  // namespace huimin::queue
