#include "kiosk/queue/answer.h"

#include "kiosk/queue/json_fields.h"
#include "kiosk/queue/status_fields.h"

namespace huimin::queue {
namespace {

constexpr std::string_view kWhat = "answer";

}  // namespace

Bytes sign_answer(const SignedAnswer& content, const Identity& intake_signing) {
  JsonWriter out;
  out.begin_object().field("question", content.question).key("receipt");
  write_receipt(out, content.receipt);
  out.field("state", static_cast<std::int64_t>(content.answer.state)).key("status");
  if (content.answer.status) {
    write_status(out, *content.answer.status);
  } else {
    out.null();
  }
  out.field("what", kWhat).end_object();
  return sign(out.take(), intake_signing);
}

tl::expected<SignedAnswer, QuestionError> verify_answer(ByteView p7s, const Certificate& signing) {
  const auto text = verify_signed(p7s, signing);
  if (!text) return tl::unexpected(QuestionError::Forged);
  auto in = JsonReader::parse(*text);
  if (!in || in->text("what", 40) != kWhat) return tl::unexpected(QuestionError::BadContent);
  SignedAnswer content;
  content.question = in->text("question", 32);
  const auto receipt = read_receipt(*in, "receipt");
  content.answer.state = static_cast<AnswerState>(
      in->integer("state", 1, static_cast<std::int64_t>(AnswerState::NoSuchReceipt)));
  if (!in->is_null("status")) content.answer.status = read_status(in->object("status"));
  const bool fits =
      content.answer.status.has_value() == (content.answer.state == AnswerState::Known);
  if (!in->is_good() || !receipt || !fits) return tl::unexpected(QuestionError::BadContent);
  content.receipt = *receipt;
  return content;
}

}  // namespace huimin::queue
