// Pages like those of the mock-ups, with made-up people, for the tests and the bench of the
// toolkit.
#pragma once

#include "screens/toolkit/ui.h"

#include <string>

namespace huimin::screens::samples {

struct FormState {
  std::string story = "我老伴上月住院，花了两万多，借的钱还没还。";
  std::string composing = "zhiliaofei";
};

void draw_home(Ui& ui);
void draw_form(Ui& ui, const FormState& state);
void draw_review(Ui& ui);
void draw_status(Ui& ui);
void draw_parts(Ui& ui);

}  // namespace huimin::screens::samples
