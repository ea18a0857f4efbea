// The resident's screens: a view in, intents out.
#pragma once

#include <filesystem>
#include <memory>

#include "screens/locale/heard.h"
#include "screens/locale/texts.h"
#include "screens/toolkit/ui.h"
#include "screens/view/resident.h"

namespace huimin::screens {

// Size and palette as the toolkit names them, for Frame::begin.
Look look_of(const view::Comfort& comfort);

// Owns what lives between frames and is not the journey's: the composition of the keyboards,
// carets, the stroke under the finger. Not thread-safe; used by the UI thread only.
class ResidentScreens {
 public:
  // `texts` must outlive it. `share_dir` holds the tables of the keyboards; they are read when
  // first needed.
  ResidentScreens(const Texts& texts, std::filesystem::path share_dir);
  ~ResidentScreens();
  ResidentScreens(const ResidentScreens&) = delete;
  ResidentScreens& operator=(const ResidentScreens&) = delete;

  // Between Frame::begin and Frame::end. What was touched, in order; usually nothing, or one
  // intent.
  view::Intents draw(Ui& ui, const view::Screen& screen);

  // How the values of the last picture are read aloud; valid until the next draw or forget.
  const Heard& heard() const;

  // The session has ended: overwrites and drops everything of this person.
  void forget();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace huimin::screens
