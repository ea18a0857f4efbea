// The three ways to get a character into a text; each fills the tray of the text keyboard. Only the
// files of the text keyboard include this.
#pragma once

#include <string_view>

#include "screens/input/keyboards.h"

namespace huimin::screens {

// What one touch did.
struct WayResult {
  KeyboardResult keyboard;
  std::optional<TypingWay> change;  // another way is wanted
};

struct PinyinWay {
  PinyinEngine& engine;
  Wording wording;
  bool name = false;
  bool offers_reading = false;
  std::optional<TypingWay> other = {};  // its key stands beside the third row
};
WayResult draw_pinyin_way(Ui& ui, const Rect& tray, const PinyinWay& way, PinyinState& state);

// What both of the others are drawn with.
struct ShapeWay {
  TextEngines& engines;
  Wording wording;
};
WayResult draw_handwriting_way(Ui& ui, const Rect& tray, const ShapeWay& way,
                               HandwritingState& state);
WayResult draw_parts_way(Ui& ui, const Rect& tray, const ShapeWay& way, PartsState& state);

// One tab for each way that is there, the one in use filled.
std::optional<TypingWay> draw_way_tabs(Ui& ui, const Rect& row, const ShapeWay& way,
                                       TypingWay in_use);
// Heights of the tabs and of the keys at the bottom of the other two ways, in this tray.
double way_row_height(const Theme& theme, const Rect& inside);
// The key of a way: its word and icon.
std::string_view way_key_id(TypingWay way);
Icon way_icon(TypingWay way);

}  // namespace huimin::screens
