// What is said of a screen: from the registry of what was drawn to utterances for the voice.
//
// Pure: the same screen gives the same words. To whom they are said matters: what is personal is
// replaced by a fixed phrase unless it goes to a headset (EN 301 549, 5.1.3.8).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "screens/locale/heard.h"
#include "screens/locale/pronunciation.h"
#include "screens/locale/texts.h"
#include "screens/narration/utterance.h"
#include "screens/toolkit/registry.h"

namespace huimin::screens {

// Everybody in the hall, or the one who wears the headset.
enum class Hearers : std::uint8_t { Hall, Headset };

// A screen as it was drawn, and who listens. Valid as long as the registry and the recorder.
struct Listened {
  const Registry& registry;
  const Heard& heard;
  Language language = Language::ChineseSimplified;
  Hearers hearers = Hearers::Hall;
};

class Narrator {
 public:
  // Both must outlive it.
  Narrator(const Texts& texts, const Pronunciation& pronunciation)
      : texts_(texts), pronunciation_(pronunciation) {}

  // A whole screen: its title, which step it is, its words, fields with their values, choices with
  // their state, and last what the bars offer.
  Utterances whole_screen(const Listened& now) const;

  // One widget when the focus comes to it: label, what it is, value, whether it can be used, its
  // place among its like. Empty if there is no such entry.
  Utterances entry(const Listened& now, std::string_view id) const;

  // What changed since the last picture of the same screen, most urgent first: an error with the
  // name of its field, what was typed, what was chosen, new words. Empty: nothing to say.
  Utterances changes(const Registry& before, const Listened& now) const;

  // One text of the catalogue, such as "speech.begin".
  Utterance phrase(Language language, std::string_view text_id) const;

 private:
  const Texts& texts_;
  const Pronunciation& pronunciation_;
};

}  // namespace huimin::screens
