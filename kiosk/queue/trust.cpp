#include "kiosk/queue/trust.h"

#include "kiosk/queue/files.h"
#include "kiosk/queue/json_fields.h"
#include "kiosk/queue/sign.h"

namespace huimin::queue {
namespace {

constexpr std::string_view kWhat = "trust-list";
constexpr std::size_t kTerminalsMost = 10'000;
constexpr std::size_t kCertificateMost = 8'000;  // characters of base64

std::string to_json(const std::vector<TrustedTerminal>& terminals, base::WallTime issued_at) {
  JsonWriter out;
  out.begin_object().field("issued_at_ms", wall_ms(issued_at)).key("terminals").begin_list();
  for (const TrustedTerminal& one : terminals) {
    out.begin_object()
        .field("certificate", base64(one.certificate.der()))
        .key("withdrawn_at_ms");
    if (one.withdrawn_at) {
      out.value(wall_ms(*one.withdrawn_at));
    } else {
      out.null();
    }
    out.end_object();
  }
  out.end_list().field("what", kWhat).end_object();
  return out.take();
}

std::optional<TrustedTerminal> read_terminal(JsonReader& in, const Certificate& ca) {
  const auto der = parse_base64(in.text("certificate", kCertificateMost));
  if (!der) return std::nullopt;
  const auto certificate = Certificate::from_der(*der);
  if (!certificate || !certificate->is_for(Purpose::Terminal) || !certificate->is_issued_by(ca)) {
    return std::nullopt;
  }
  TrustedTerminal terminal{*certificate, {}};
  if (!in.is_null("withdrawn_at_ms")) terminal.withdrawn_at = read_wall(in, "withdrawn_at_ms");
  if (!in.is_good()) return std::nullopt;
  return terminal;
}

// A time of 0 says that the terminal's clock was not certain: nothing speaks for "before" then.
Verdict judge(const ReceiptClaims& claims, const TrustedTerminal& signer) {
  const bool certain = claims.at.time_since_epoch().count() != 0;
  if (certain && claims.at > signer.certificate.not_after()) return Verdict::MadeAfterWithdrawal;
  if (!signer.withdrawn_at) return Verdict::True;
  return certain && claims.at < *signer.withdrawn_at ? Verdict::TrueBeforeWithdrawal
                                                     : Verdict::MadeAfterWithdrawal;
}

}  // namespace

std::string_view name_of(TrustError error) {
  switch (error) {
    case TrustError::Missing: return "ca.pem, intake-signing.pem or trust.p7s is missing";
    case TrustError::Unreadable: return "a certificate is unreadable or not for this purpose";
    case TrustError::Forged: return "the list is not signed by the intake";
    case TrustError::BadContent: return "the list is malformed";
  }
  return "";
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::True: return "true";
    case Verdict::TrueBeforeWithdrawal: return "true, made before this terminal was withdrawn";
    case Verdict::MadeAfterWithdrawal: return "made after this terminal was withdrawn";
    case Verdict::UnknownTerminal: return "unknown terminal";
    case Verdict::Altered: return "altered";
    case Verdict::NotAReceipt: return "not a receipt";
  }
  return "";
}

tl::expected<TrustList, TrustError> TrustList::load(const std::filesystem::path& dir) {
  const auto certificate = [&dir](const char* name) -> tl::expected<Certificate, TrustError> {
    auto loaded = load_certificate(dir / name);
    if (loaded) return *loaded;
    return tl::unexpected(loaded.error().error == KeyError::Missing ? TrustError::Missing
                                                                    : TrustError::Unreadable);
  };
  const auto ca = certificate("ca.pem");
  if (!ca) return tl::unexpected(ca.error());
  const auto signing = certificate("intake-signing.pem");
  if (!signing) return tl::unexpected(signing.error());
  const auto list = read_file(dir / kTrustFile);
  if (!list) {
    return tl::unexpected(list.error() == FileError::Missing ? TrustError::Missing
                                                             : TrustError::Unreadable);
  }
  return parse(view_of(list->text()), *signing, *ca);
}

tl::expected<TrustList, TrustError> TrustList::parse(ByteView p7s, const Certificate& signing,
                                                     const Certificate& ca) {
  if (!signing.is_for(Purpose::IntakeSigning) || !signing.is_issued_by(ca)) {
    return tl::unexpected(TrustError::Unreadable);
  }
  const auto text = verify_signed(p7s, signing);
  if (!text) return tl::unexpected(TrustError::Forged);
  auto in = JsonReader::parse(*text);
  if (!in || in->text("what", 40) != kWhat) return tl::unexpected(TrustError::BadContent);
  TrustList list;
  list.issued_at_ = read_wall(*in, "issued_at_ms");
  for (JsonReader& one : in->objects("terminals", kTerminalsMost)) {
    auto terminal = read_terminal(one, ca);
    if (!terminal) return tl::unexpected(TrustError::BadContent);
    list.terminals_.push_back(std::move(*terminal));
  }
  if (!in->is_good()) return tl::unexpected(TrustError::BadContent);
  return list;
}

ReceiptCheck TrustList::check(std::string_view scanned) const {
  const auto token = read_receipt_text(scanned);
  if (!token) {
    return {token.error() == TokenError::NotOurs ? Verdict::NotAReceipt : Verdict::Altered, {}};
  }
  const auto key_id = key_id_of(*token);
  if (!key_id) return {Verdict::Altered, {}};
  Verdict verdict = Verdict::UnknownTerminal;
  for (const TrustedTerminal& one : terminals_) {
    // Four bytes may be shared by two terminals; the signature decides.
    if (one.certificate.key_id() != *key_id) continue;
    const auto claims = verify_receipt_token(*token, one.certificate);
    if (claims) return {judge(*claims, one), *claims};
    verdict = Verdict::Altered;
  }
  return {verdict, {}};
}

Bytes make_trust_list(const std::vector<TrustedTerminal>& terminals, base::WallTime issued_at,
                      const Identity& intake_signing) {
  return sign(to_json(terminals, issued_at), intake_signing);
}

}  // namespace huimin::queue
