// The text keyboard: which way is in use, and the change from one to another.
#include <algorithm>
#include <array>

#include "screens/input/keys.h"
#include "screens/input/typing_ways.h"

namespace huimin::screens {
namespace {

constexpr std::array kWays{TypingWay::Pinyin, TypingWay::Handwriting, TypingWay::Parts};

// A file that is there may still be broken: only a start proves that the way works.
bool starts(TextEngines& engines, TypingWay way) {
  switch (way) {
    case TypingWay::Pinyin: return engines.pinyin() != nullptr;
    case TypingWay::Handwriting: return engines.handwriting() != nullptr;
    case TypingWay::Parts: return engines.parts() != nullptr;
  }
  return false;
}

// The way in use, or the first one that works.
std::optional<TypingWay> usable(TextEngines& engines, TypingWay wanted) {
  if (starts(engines, wanted)) return wanted;
  const auto* found = std::find_if(kWays.begin(), kWays.end(),
                                   [&](TypingWay way) { return starts(engines, way); });
  return found == kWays.end() ? std::nullopt : std::optional{*found};
}

void wipe(std::vector<std::string>& texts) {
  for (std::string& text : texts) std::fill(text.begin(), text.end(), '\0');
}

void wipe(Ink& ink) {
  for (auto& stroke : ink.strokes) std::fill(stroke.begin(), stroke.end(), InkPoint{});
}

std::optional<TypingWay> beside_pinyin(TextEngines& engines) {
  for (const TypingWay way : {TypingWay::Handwriting, TypingWay::Parts}) {
    if (engines.offers(way)) return way;
  }
  return std::nullopt;
}

WayResult draw_pinyin(Ui& ui, const Rect& tray, const TextKeyboard& keyboard, TextState& state) {
  PinyinEngine& engine = *keyboard.engines.pinyin();
  engine.set_mode(keyboard.mode);
  const PinyinWay way{engine, keyboard.wording, keyboard.mode != PinyinMode::Words,
                      keyboard.offers_reading, beside_pinyin(keyboard.engines)};
  return draw_pinyin_way(ui, tray, way, state.pinyin);
}

void enter(TextState& state, TypingWay way) {
  state.forget();
  state.way = way;
}

}  // namespace

std::string_view way_key_id(TypingWay way) {
  switch (way) {
    case TypingWay::Pinyin: return "pinyin";
    case TypingWay::Handwriting: return "handwriting";
    case TypingWay::Parts: return "parts";
  }
  return {};
}

Icon way_icon(TypingWay way) {
  switch (way) {
    case TypingWay::Pinyin: return Icon::Keyboard;
    case TypingWay::Handwriting: return Icon::Draw;
    case TypingWay::Parts: return Icon::GridView;
  }
  return Icon::None;
}

std::optional<TypingWay> draw_way_tabs(Ui& ui, const Rect& row, const ShapeWay& shown,
                                       TypingWay in_use) {
  std::vector<Key> keys;
  std::vector<TypingWay> ways;
  for (const TypingWay way : kWays) {
    if (!shown.engines.offers(way)) continue;
    Key key = word_key(shown.wording, way_key_id(way));
    key.icon = way_icon(way);
    key.selected = way == in_use;
    keys.push_back(std::move(key));
    ways.push_back(way);
  }
  const auto touched = draw_keys(ui, row, keys, 1);
  return touched ? std::optional{ways[*touched]} : std::nullopt;
}

void TextState::forget() {
  wipe(handwriting.ink);
  wipe(handwriting.candidates);
  wipe(parts.candidates);
  std::fill(pinyin.letters.begin(), pinyin.letters.end(), '\0');
  *this = {};
}

KeyboardResult draw_text_keyboard(Ui& ui, const Rect& tray, const TextKeyboard& keyboard,
                                  TextState& state) {
  const auto way = usable(keyboard.engines, state.way);
  if (!way) return draw_letter_keyboard(ui, tray, keyboard.wording);
  state.way = *way;
  const ShapeWay shape{keyboard.engines, keyboard.wording};
  WayResult result;
  switch (*way) {
    case TypingWay::Pinyin: result = draw_pinyin(ui, tray, keyboard, state); break;
    case TypingWay::Handwriting:
      result = draw_handwriting_way(ui, tray, shape, state.handwriting);
      break;
    case TypingWay::Parts: result = draw_parts_way(ui, tray, shape, state.parts); break;
  }
  if (result.change) enter(state, *result.change);
  return result.keyboard;
}

}  // namespace huimin::screens
