// Puts one utterance together: shown pieces by their spoken form, personal ones only for a headset.
#pragma once

#include <string>
#include <string_view>

#include "screens/narration/narrator.h"

namespace huimin::screens {

// Valid for one call of the narrator.
class Phrasing {
 public:
  Phrasing(const Texts& texts, const Pronunciation& pronunciation, const Listened& now)
      : texts_(texts), pronunciation_(pronunciation), now_(now) {}

  bool in_private() const { return now_.hearers == Hearers::Headset; }

  // A text as it stands on the screen. `personal`: all of it; in the hall a fixed phrase is said.
  void shown(std::string_view text, bool personal = false);
  // A text of the catalogue, with its place-holders filled.
  void text(std::string_view id, TextValues values = {});
  // What was typed into this field, as its kind is said: digits one by one, amounts as money.
  void typed(std::string_view field_id, std::string_view value);
  // The name of a key: a letter, a digit, a punctuation mark by its name.
  void key(std::string_view label);
  // A breath between two parts.
  void pause();

  Utterance take(std::string id, UtteranceKind kind);

 private:
  void say(std::string_view text, Reading reading = Reading::Prose, std::string clip = {});
  void mixed(std::string_view text);

  const Texts& texts_;
  const Pronunciation& pronunciation_;
  const Listened& now_;
  Utterance made_;
};

// Fields whose value may be heard by everybody; any other is personal.
bool is_open_field(std::string_view id);

}  // namespace huimin::screens
