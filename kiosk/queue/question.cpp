#include "kiosk/queue/question.h"

#include <algorithm>

#include "kiosk/queue/answer.h"
#include "kiosk/queue/json_fields.h"
#include "kiosk/queue/pki.h"

namespace huimin::queue {
namespace {

constexpr std::string_view kKind = "question";
constexpr std::int64_t kFormat = 1;
constexpr std::size_t kIdSize = 32;
constexpr std::size_t kCertificateMost = 8'000;  // characters of base64

struct QuestionHeader {
  std::string id;
  std::string terminal;
  Hash body_sha256{};
  std::uint64_t body_size = 0;
};

std::string header_json(const QuestionHeader& header) {
  return JsonWriter()
      .begin_object()
      .field("body_sha256", hex(header.body_sha256))
      .field("body_size", signed_of(header.body_size))
      .field("format", kFormat)
      .field("id", header.id)
      .field("kind", kKind)
      .field("suite", kSuite)
      .field("terminal", header.terminal)
      .end_object()
      .take();
}

tl::expected<QuestionHeader, QuestionError> parse_question_header(std::string_view json) {
  auto in = JsonReader::parse(json);
  if (!in || in->text("kind", 40) != kKind) return tl::unexpected(QuestionError::BadContent);
  if (in->integer("format", INT64_MIN, INT64_MAX) != kFormat || in->text("suite", 100) != kSuite) {
    return tl::unexpected(QuestionError::UnsupportedSuite);
  }
  QuestionHeader header;
  header.body_sha256 = read_hash(*in, "body_sha256");
  header.body_size = read_count(*in, "body_size", 1, kSizeMost);
  header.id = in->text("id", kIdSize);
  header.terminal = in->text("terminal", 10);
  if (!in->is_good() || header_json(header) != json) {
    return tl::unexpected(QuestionError::BadContent);
  }
  return header;
}

std::string body_json(const std::string& id, const domain::ReceiptNumber& receipt,
                      const Certificate& reply_to, base::WallTime asked_at) {
  JsonWriter out;
  out.begin_object()
      .field("asked_wall_ms", wall_ms(asked_at))
      .field("id", id)
      .key("receipt");
  write_receipt(out, receipt);
  return out.field("reply_to", base64(reply_to.der()))
      .field("schema", kFormat)
      .field("what", std::string_view("status"))
      .end_object()
      .take();
}

tl::expected<Question, QuestionError> parse_body(std::string_view json,
                                                 const QuestionHeader& header) {
  const auto bad = tl::unexpected(QuestionError::BadContent);
  auto in = JsonReader::parse(json);
  if (!in) return bad;
  (void)read_wall(*in, "asked_wall_ms");
  const std::string id = in->text("id", kIdSize);
  const auto receipt = read_receipt(*in, "receipt");
  const auto der = parse_base64(in->text("reply_to", kCertificateMost));
  const bool known = in->integer("schema", 1, 1) == 1 && in->text("what", 40) == "status";
  if (!in->is_good() || !known || !receipt || !der || id != header.id) return bad;
  const auto reply_to = Certificate::from_der(*der);
  if (!reply_to || !reply_to->is_for(Purpose::Recipient)) return bad;
  return Question{id, header.terminal, *receipt, *reply_to};
}

QuestionError question_error(EnvelopeError error) {
  switch (error) {
    case EnvelopeError::Malformed: return QuestionError::Malformed;
    case EnvelopeError::UnknownSigner: return QuestionError::UnknownSigner;
    case EnvelopeError::SignerNotValid: return QuestionError::SignerNotValid;
    case EnvelopeError::SignerWithdrawn: return QuestionError::SignerWithdrawn;
    case EnvelopeError::Forged: return QuestionError::Forged;
    case EnvelopeError::BadHeader: return QuestionError::BadContent;
    case EnvelopeError::UnsupportedSuite: return QuestionError::UnsupportedSuite;
    case EnvelopeError::ForeignTerminal: return QuestionError::ForeignTerminal;
    case EnvelopeError::BodyMismatch: return QuestionError::BodyMismatch;
  }
  return QuestionError::Malformed;
}

}  // namespace

std::string_view name_of(QuestionError error) {
  switch (error) {
    case QuestionError::Malformed: return "malformed";
    case QuestionError::UnknownSigner: return "unknown signer";
    case QuestionError::SignerNotValid: return "signer's certificate not valid now";
    case QuestionError::SignerWithdrawn: return "signer withdrawn";
    case QuestionError::Forged: return "forged";
    case QuestionError::BodyMismatch: return "body does not fit the header";
    case QuestionError::ForeignTerminal: return "signed by another terminal than it names";
    case QuestionError::CannotOpen: return "cannot be opened";
    case QuestionError::BadContent: return "bad content";
    case QuestionError::UnsupportedSuite: return "unsupported format or suite";
  }
  return "";
}

MadeQuestion make_question(const TerminalKeys& keys, const domain::ReceiptNumber& receipt,
                           base::Instant at) {
  // A terminal's clock may be far off; a certificate still needs a date.
  const base::WallTime asked_at{
      base::milliseconds{std::clamp(wall_ms(at.wall), kWallLeast, kWallMost)}};
  MadeQuestion made{random_id(), {}, {}, make_reply_identity(asked_at)};
  const std::string body = body_json(made.id, receipt, made.reply.certificate, asked_at);
  made.body_p7m = seal(body, keys.county.recipient);
  const QuestionHeader header{made.id, keys.terminal_id(), sha256(made.body_p7m),
                              made.body_p7m.size()};
  made.header_p7s = sign(header_json(header), keys.terminal);
  return made;
}

tl::expected<Question, QuestionError> open_question(ByteView header_p7s, ByteView body_p7m,
                                                    const SignerBook& signers,
                                                    const IntakeKeys& keys, base::WallTime now) {
  const auto content = verify_by_book(header_p7s, signers, now);
  if (!content) return tl::unexpected(question_error(content.error()));
  const auto header = parse_question_header(content->text);
  if (!header) return tl::unexpected(header.error());
  if (header->terminal != content->signer.common_name()) {
    return tl::unexpected(QuestionError::ForeignTerminal);
  }
  if (header->body_size != body_p7m.size() || header->body_sha256 != sha256(body_p7m)) {
    return tl::unexpected(QuestionError::BodyMismatch);
  }
  const auto body = unseal(body_p7m, keys.recipients);
  if (!body) return tl::unexpected(QuestionError::CannotOpen);
  return parse_body(body->text(), *header);
}

Bytes make_answer(const Question& question, const Answer& answer, const Identity& intake_signing) {
  const Bytes signed_answer = sign_answer({question.id, question.receipt, answer}, intake_signing);
  return seal(text_of(signed_answer), question.reply_to);
}

}  // namespace huimin::queue
