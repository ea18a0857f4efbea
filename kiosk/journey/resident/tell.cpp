// What happened: one of the programme's events, and in own words if one likes.

#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/road.h"

namespace huimin::journey::resident {
namespace {

constexpr int kMostStory = 500;  // policy 5.1

Next go_on(Turn& turn, const Draft& draft) {
  if (draft.application.event.empty()) return state::WhatHappened{draft, /*missing=*/true};
  return after(turn, Question::Happened, draft);
}

}  // namespace

Next on(Turn& turn, const state::WhatHappened& here, Act act) {
  if (act == Act::Next) return go_on(turn, here.draft);
  if (act == Act::WriteStory) return state::Story{here.draft};
  if (act == Act::Back) return before(turn, Question::Happened, here.draft);
  return std::nullopt;
}

Next on(Turn& turn, const state::WhatHappened& here, const intent::Choose& choice) {
  if (!programme_of(turn.world, here.draft.application).event(choice.id)) return std::nullopt;
  state::WhatHappened next{here.draft};
  next.draft.application.event = choice.id;
  return next;
}

Next on(Turn& turn, const state::Story& here, Act act) {
  if (act == Act::Next) return go_on(turn, here.draft);
  if (act != Act::Back) return std::nullopt;
  if (here.draft.from_review) return review(turn, here.draft);
  return state::WhatHappened{here.draft};
}

// What does not fit is cut, and said: the draft never holds more than the county takes.
Next on(Turn&, const state::Story& here, const intent::Edit& edit) {
  if (edit.field != screens::view::Field::Story) return std::nullopt;
  auto typed = domain::typed_story(here.draft.application.story.text(), edit.value, kMostStory);
  state::Story next = here;
  next.problem = typed.refused;
  next.draft.application.story = base::Secret(std::move(typed.text));
  return next;
}

}  // namespace huimin::journey::resident
