#pragma once
// What every part of a step works with.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/journey/resident/step.h"

namespace huimin::journey::resident {

// The programme that this terminal takes applications for, and its lane (policy 2.4).
inline constexpr std::string_view kProgramme = "P08";
inline constexpr std::string_view kLane = "A";

// One step while it is worked out. A part reads the state it is given, answers with the next one,
// and may change what lies around it: `now.state` is not its to write.
struct Turn {
  const World& world;
  Resident& now;
  base::Instant at;
  std::vector<Effect>& effects;

  void ask_for(Effect effect) { effects.push_back(std::move(effect)); }
  std::uint64_t new_job() { return ++now.last_job; }
};

// Nothing: what happened means nothing here.
using Next = std::optional<State>;

bool can_print(PrinterState printer);

// Today as far as dates of birth and laws are concerned. A clock that has lost its battery must
// not refuse anybody (case C14): then it is the first day this product can have been used.
domain::CivilDate today(base::Instant at);

// The version in force today; nullptr when the catalogue has none.
const catalogue::Programme* programme_today(const World& world, base::Instant at);
// The version under which the application was begun. Precondition: it was begun.
const catalogue::Programme& programme_of(const World& world, const domain::Application& begun);

// --- Beginning and ending; session.cpp.

void begin_session(Turn& turn);
// Forgets everything of this person but the comforts, which the last page still needs.
void end_session(Turn& turn);
// The session ends by a touch: the last page reminds of card and paper.
State leave(Turn& turn);
// The same person goes on with something else: the comforts stay, nothing said does.
State another_matter(Turn& turn);
// Idle again, as the next person finds it.
State rest(Turn& turn);

// Signals staff, once; `Urgent` also raises a call that is already on.
enum class Urgency : std::uint8_t { Usual, Urgent };
void call_staff(Turn& turn, Urgency urgency);
void cancel_call(Turn& turn);

// Neither card nor number: a name will do. Somebody must see who this is: staff, while the person
// goes on.
State without_card(Turn& turn, const Draft& draft);

// --- Texts as typed; typed.cpp.

// As much of `value` as fits into `most` characters; nothing when it is not UTF-8.
std::optional<std::string> taken(std::string_view value, int most);
int count_characters(std::string_view text);
// Without blanks at the ends, full-width ones too.
std::string trimmed(std::string_view text);

}  // namespace huimin::journey::resident
