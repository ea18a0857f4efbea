#pragma once
// Who may have signed a receipt: the terminals of a county, as a list signed by its intake.

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/queue/keys.h"
#include "kiosk/queue/receipt_token.h"

namespace huimin::queue {

inline constexpr std::string_view kTrustFile = "trust.p7s";

struct TrustedTerminal {
  Certificate certificate;
  std::optional<base::WallTime> withdrawn_at;  // from then on nothing it signs is good
};

enum class TrustError : std::uint8_t { Missing, Unreadable, Forged, BadContent };
std::string_view name_of(TrustError error);

enum class Verdict : std::uint8_t {
  True,
  TrueBeforeWithdrawal,  // true, made before this terminal was withdrawn
  MadeAfterWithdrawal,
  UnknownTerminal,
  Altered,
  NotAReceipt,
};
std::string_view name_of(Verdict verdict);

struct ReceiptCheck {
  Verdict verdict = Verdict::NotAReceipt;
  std::optional<ReceiptClaims> claims;  // for the first three verdicts
};

// Immutable once loaded.
class TrustList {
 public:
  // DIR holds ca.pem, intake-signing.pem and trust.p7s: state/pki and state/terminal/keys both do.
  static tl::expected<TrustList, TrustError> load(const std::filesystem::path& dir);
  // `signing` must be an intake's signing certificate issued by `ca`; so must every terminal's.
  static tl::expected<TrustList, TrustError> parse(ByteView p7s, const Certificate& signing,
                                                   const Certificate& ca);

  base::WallTime issued_at() const { return issued_at_; }
  const std::vector<TrustedTerminal>& terminals() const { return terminals_; }
  // For the text of any scanned code.
  ReceiptCheck check(std::string_view scanned) const;

 private:
  base::WallTime issued_at_;
  std::vector<TrustedTerminal> terminals_;
};

Bytes make_trust_list(const std::vector<TrustedTerminal>& terminals, base::WallTime issued_at,
                      const Identity& intake_signing);

}  // namespace huimin::queue
