#pragma once
// What the terminal's papers say: documents made from effects, texts and the hall's settings.

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/journey/resident/effect.h"
#include "kiosk/terminal/config.h"
#include "printing/document.h"
#include "screens/locale/texts.h"

namespace huimin::terminal {

// References outlive the calls; thread-safe.
struct PaperMaker {
  const Config& config;
  const catalogue::Catalogue& catalogue;
  const screens::Texts& texts;

  // 收件回执 (policy 3.3): what was handed in, by when who decides, and that it is not yet an
  // acceptance. `nth` above 1 marks the paper as printed again.
  printing::Document receipt(const journey::resident::effect::PrintReceipt& asked, int nth) const;
  // Where a case stands, as of when.
  printing::Document status(const journey::resident::effect::PrintStatus& asked) const;
  // What could not be saved, for the window: no number, no code, marked as not handed in.
  printing::Document draft(const journey::resident::effect::PrintDraft& asked) const;
};

}  // namespace huimin::terminal
