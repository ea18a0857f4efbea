#include "kiosk/queue/acknowledgement.h"

#include "kiosk/queue/json_fields.h"

namespace huimin::queue {
namespace {

// Says what kind of signed text this is: an acknowledgement can never be taken for anything else.
constexpr std::string_view kWhat = "acknowledgement";

std::string to_json(const Acknowledgement& content) {
  JsonWriter out;
  out.begin_object()
      .field("case_no", content.case_no)
      .field("envelope", hex(content.envelope))
      .field("epoch", hex(content.epoch))
      .key("highest_receipt");
  write_receipt(out, content.highest_receipt);
  out.field("received_at_ms", wall_ms(content.received_at))
      .field("sequence", signed_of(content.sequence))
      .field("terminal", content.terminal)
      .field("what", kWhat)
      .end_object();
  return out.take();
}

}  // namespace

std::string_view name_of(AckError error) {
  switch (error) {
    case AckError::Malformed: return "malformed";
    case AckError::WrongSigner: return "not signed by the intake";
    case AckError::Forged: return "the signature does not fit";
    case AckError::BadContent: return "not an acknowledgement";
  }
  return "";
}

Bytes make_acknowledgement(const Acknowledgement& content, const Identity& intake_signing) {
  return sign(to_json(content), intake_signing);
}

tl::expected<Acknowledgement, AckError> parse_acknowledgement(std::string_view json) {
  auto in = JsonReader::parse(json);
  if (!in || in->text("what", 40) != kWhat) return tl::unexpected(AckError::BadContent);
  Acknowledgement content;
  content.case_no = in->text("case_no", 100);
  content.envelope = read_hash(*in, "envelope");
  content.epoch = read_epoch(*in, "epoch");
  content.highest_receipt = read_receipt(*in, "highest_receipt");
  content.received_at = read_wall(*in, "received_at_ms");
  content.sequence = read_count(*in, "sequence", 1);
  content.terminal = in->text("terminal", 10);
  if (!in->is_good() || to_json(content) != json) return tl::unexpected(AckError::BadContent);
  return content;
}

tl::expected<Acknowledgement, AckError> verify_acknowledgement(ByteView p7s,
                                                               const Certificate& signing) {
  const auto text = verify_signed(p7s, signing);
  if (text) return parse_acknowledgement(*text);
  switch (text.error()) {
    case SignatureError::UnknownSigner: return tl::unexpected(AckError::WrongSigner);
    case SignatureError::Refused: return tl::unexpected(AckError::Forged);
    case SignatureError::Malformed:
    case SignatureError::TrailingBytes:
    case SignatureError::NotOneSigner:
    case SignatureError::WrongAlgorithm: return tl::unexpected(AckError::Malformed);
  }
  return tl::unexpected(AckError::Malformed);
}

}  // namespace huimin::queue
