// Things to read: cards, notes, tags, steps, progress, timeline. Nothing here can be touched.
#pragma once

#include "screens/toolkit/ui.h"

#include <cstdint>
#include <string_view>

namespace huimin::screens {

enum class CardKind : std::uint8_t { Read, Tray, Urgent };
// Draws the card and returns the rectangle inside its padding.
Rect card(Ui& ui, const Rect& rect, CardKind kind = CardKind::Read);
Rect card_content(const Rect& rect);
// Padding above plus below, to find a card's height from its content's.
double card_padding_height();

enum class NoteKind : std::uint8_t { Information, Warning, Good };
struct Note {
  std::string_view text = {};
  NoteKind kind = NoteKind::Information;
  Icon icon = Icon::None;  // None: the kind's own
  std::string_view title = {};  // bold, above
};
// Blue-soft ground for what to know, orange-soft with an edge for what needs a hand now. Returns
// the height.
double note(Ui& ui, std::string_view id, const Rect& rect, const Note& look);
double note_height(Ui& ui, double width_mm, const Note& look);

enum class TagKind : std::uint8_t { Soft, Good, Urgent, Neutral, Strong };
struct Tag {
  std::string_view label = {};
  Icon icon = Icon::None;
  TagKind kind = TagKind::Soft;
};
// Returns the size it took, from `top_left`.
Rect tag(Ui& ui, std::string_view id, Point top_left, const Tag& look);
Rect tag_size(Ui& ui, const Tag& look);

struct StepBar {
  int step = 1;  // from 1
  int steps = 1;
  std::string_view text = {};  // above the bars; empty: bars only
};
// Returns the height taken.
double step_bar(Ui& ui, const Rect& rect, const StepBar& look);

// Share from 0 to 1, as a bar.
struct Progress {
  double share = 0;
  std::string_view label = {};  // for the registry
};
void progress_bar(Ui& ui, std::string_view id, const Rect& rect, const Progress& look);
// Days of a period as ticks, the used ones filled.
struct DayTicks {
  int used = 0;
  int all = 0;
  std::string_view label = {};
};
void day_ticks(Ui& ui, std::string_view id, const Rect& rect, const DayTicks& look);
// A ring that empties, with a number and a word in it.
struct Ring {
  double share = 1;  // what is left
  std::string_view number = {};
  std::string_view word = {};
};
void ring(Ui& ui, std::string_view id, const Rect& rect, const Ring& look);

enum class DotKind : std::uint8_t { Done, Now, ToCome };
struct TimelineRow {
  DotKind kind = DotKind::ToCome;
  Icon icon = Icon::None;        // in the dot; None: a check mark when done, else `number`
  std::string_view number = {};
  std::string_view when = {};
  std::string_view title = {};
  std::string_view second = {};
  bool leads_on = true;          // a line goes down to the next row
};
// Distance of two rows where there is room for it, in mm.
inline constexpr double kTimelineRow = 35.2;
double timeline_row_height(Ui& ui, double width_mm, const TimelineRow& row);
void timeline_row(Ui& ui, std::string_view id, const Rect& rect, const TimelineRow& row);

}  // namespace huimin::screens
