#pragma once
// An answer as the intake signs it, before it is sealed to who asked. For this folder's sources.

#include <string>

#include "kiosk/queue/question.h"

namespace huimin::queue {

struct SignedAnswer {
  std::string question;
  domain::ReceiptNumber receipt;
  Answer answer;
};

Bytes sign_answer(const SignedAnswer& content, const Identity& intake_signing);
tl::expected<SignedAnswer, QuestionError> verify_answer(ByteView p7s, const Certificate& signing);

}  // namespace huimin::queue
