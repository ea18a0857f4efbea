// Several questions on one page with a keyboard: all of them where they fit, answered ones folded
// to a row where they do not, and one a page in extra-large letters.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/resident/flow.h"
#include "screens/resident/typing.h"
#include "screens/toolkit/page.h"

namespace huimin::screens::resident {

struct Question {
  std::string label = {};              // its title where it stands alone
  bool named = true;                   // the label stands above it where it does not
  const view::Typed* typed = nullptr;  // null: it is chosen, without the keyboard
  bool wrong = false;                  // must be mended
  std::string answer = {};             // in words, for the folded row; empty: it does not fold
  std::function<void(Flow&)> build = {};
};

struct Asking {
  std::string_view id = {};
  view::Progress progress = {};
  std::string title = {}, lead = {};
  KeyboardKind keyboard = KeyboardKind::Digits;
  std::vector<Question> questions = {};
};

// What the keyboard fills, and where it stands; no height: there is none on this page.
struct Asked {
  const view::Typed* typed = nullptr;
  Rect tray{};
};
// What the shell's question is: that of this page, where each has one of its own.
std::string question_of(Stage& stage, const Asking& asking);
Asked draw_questions(Stage& stage, const Page& page, const Asking& asking);

}  // namespace huimin::screens::resident
