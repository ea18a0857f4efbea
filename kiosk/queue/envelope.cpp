#include "kiosk/queue/envelope.h"

namespace huimin::queue {
namespace {

EnvelopeError from_signature(SignatureError error) {
  switch (error) {
    case SignatureError::Malformed:
    case SignatureError::TrailingBytes:
    case SignatureError::NotOneSigner:
    case SignatureError::WrongAlgorithm: return EnvelopeError::Malformed;
    case SignatureError::UnknownSigner: return EnvelopeError::UnknownSigner;
    case SignatureError::Refused: return EnvelopeError::Forged;
  }
  return EnvelopeError::Malformed;
}

EnvelopeError from_header(HeaderError error) {
  switch (error) {
    case HeaderError::Format:
    case HeaderError::Suite: return EnvelopeError::UnsupportedSuite;
    case HeaderError::NotJson:
    case HeaderError::NotCanonical:
    case HeaderError::Field: return EnvelopeError::BadHeader;
  }
  return EnvelopeError::BadHeader;
}

}  // namespace

std::string_view name_of(EnvelopeError error) {
  switch (error) {
    case EnvelopeError::Malformed: return "malformed";
    case EnvelopeError::UnknownSigner: return "unknown signer";
    case EnvelopeError::SignerNotValid: return "signer's certificate not valid now";
    case EnvelopeError::SignerWithdrawn: return "signer withdrawn";
    case EnvelopeError::Forged: return "forged";
    case EnvelopeError::BadHeader: return "bad header";
    case EnvelopeError::UnsupportedSuite: return "unsupported format or suite";
    case EnvelopeError::ForeignTerminal: return "signed by another terminal than it names";
    case EnvelopeError::BodyMismatch: return "body does not fit the header";
  }
  return "";
}

tl::expected<void, KeyError> SignerBook::add(const Certificate& terminal,
                                             std::optional<base::WallTime> withdrawn_at) {
  if (!terminal.is_for(Purpose::Terminal)) return tl::unexpected(KeyError::WrongPurpose);
  if (!terminal.is_issued_by(ca_)) return tl::unexpected(KeyError::NotIssuedHere);
  const std::lock_guard lock(mutex_);
  entries_.insert_or_assign(terminal.id(), Entry{terminal, withdrawn_at});
  return {};
}

std::optional<SignerBook::Entry> SignerBook::find(const CertificateId& id) const {
  const std::lock_guard lock(mutex_);
  const auto at = entries_.find(id);
  if (at == entries_.end()) return std::nullopt;
  return at->second;
}

void SignerBook::clear() {
  const std::lock_guard lock(mutex_);
  entries_.clear();
}

tl::expected<SignedText, EnvelopeError> verify_by_book(ByteView p7s, const SignerBook& signers,
                                                       std::optional<base::WallTime> now) {
  const auto id = signer_of(p7s);
  if (!id) return tl::unexpected(from_signature(id.error()));
  const auto signer = signers.find(*id);
  if (!signer) return tl::unexpected(EnvelopeError::UnknownSigner);
  if (now && !signer->certificate.is_valid_at(*now)) {
    return tl::unexpected(EnvelopeError::SignerNotValid);
  }
  if (now && signer->withdrawn_at && *signer->withdrawn_at <= *now) {
    return tl::unexpected(EnvelopeError::SignerWithdrawn);
  }
  auto content = verify_signed(p7s, signer->certificate);
  if (!content) return tl::unexpected(from_signature(content.error()));
  return SignedText{std::move(*content), signer->certificate};
}

tl::expected<Verified, EnvelopeError> verify_envelope(ByteView header_p7s, ByteView body_p7m,
                                                      const SignerBook& signers,
                                                      std::optional<base::WallTime> now) {
  auto content = verify_by_book(header_p7s, signers, now);
  if (!content) return tl::unexpected(content.error());
  auto header = parse_header(content->text);
  if (!header) return tl::unexpected(from_header(header.error()));
  if (header->terminal != content->signer.common_name()) {
    return tl::unexpected(EnvelopeError::ForeignTerminal);
  }
  if (header->body_size != body_p7m.size() || header->body_sha256 != sha256(body_p7m)) {
    return tl::unexpected(EnvelopeError::BodyMismatch);
  }
  return Verified{std::move(*header), sha256(content->text)};
}

std::optional<Header> peek_header(ByteView header_p7s) {
  const auto text = peek_signed(header_p7s);
  if (!text) return std::nullopt;
  auto header = parse_header(*text);
  if (!header) return std::nullopt;
  return std::move(*header);
}

Place place_in_chain(const Header& header, const std::optional<ChainHead>& head) {
  if (!head) return header.sequence == header.epoch_start ? Place::Next : Place::Later;
  if (header.sequence <= head->sequence) return Place::Earlier;
  if (header.sequence > head->sequence + 1) return Place::Later;
  return header.previous == head->sha256 ? Place::Next : Place::Fork;
}

}  // namespace huimin::queue
