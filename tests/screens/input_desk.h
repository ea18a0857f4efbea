// A panel with nothing but one keyboard, and a field that it fills.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "screens/input/keyboards.h"
#include "screens/toolkit/frame.h"

namespace huimin::screens {

inline const Texts& texts() {
  static const Texts loaded = Texts::load(HUIMIN_SHARE_DIR).value();
  return loaded;
}

inline const Wording kChinese{texts(), Language::ChineseSimplified};
inline const Wording kEnglish{texts(), Language::English};

inline constexpr Screen kPortrait{1080, 1920, 268};
inline constexpr Screen kSmallPanel{1024, 768, 304.8};

using Draw = std::function<KeyboardResult(Ui&, const Rect& tray)>;

struct Desk {
  Draw draw;
  KeyboardKind kind = KeyboardKind::Pinyin;
  Screen screen = kPortrait;
  Look look{};
  double tray_width = 0;  // 0: the whole panel
  double tray_height = 0;  // 0: as in the mock-ups
  const TextState* text = nullptr;  // of a text keyboard: which way is in use
  Frame frame{};
  Edit edit{};
  std::string spoken{};  // which of the other fields came, in words

  void show() {
    Ui& ui = frame.begin(screen, look);
    Rect tray = ui.theme().whole();
    if (tray_width > 0) tray = tray.cut_right(tray_width);
    const double wanted =
        text ? keyboard_height(ui.theme(), text->way) : keyboard_height(ui.theme(), kind);
    tray = tray.cut_bottom(tray_height > 0 ? tray_height : wanted);
    const KeyboardResult result = draw(ui, tray);
    frame.end_unpainted();
    apply(edit, result);
    if (result.hide) spoken += "hide ";
    if (result.done) spoken += "done ";
    if (result.read_typed) spoken += "read ";
  }

  void tap(const std::string& id) {
    show();
    CAPTURE(id);
    REQUIRE(frame.tap(id));
    for (int n = 0; n < 4; ++n) show();
  }

  void type(std::string_view letters) {
    for (const char letter : letters) tap("key." + std::string(1, letter));
  }

  // Turns pages until this label shows, and touches it; false if the pages end first.
  bool find_and_tap(std::string_view wanted, std::string_view next_page) {
    while (true) {
      show();
      const auto& entries = frame.registry().entries();
      const auto found = std::find_if(entries.begin(), entries.end(),
                                      [&](const Entry& entry) { return entry.label == wanted; });
      if (found != entries.end()) {
        tap(std::string{found->id});
        return true;
      }
      const Entry* next = frame.registry().find(next_page);
      if (!next || !next->enabled) return false;
      tap(std::string{next_page});
    }
  }

  bool shows(std::string_view id) {
    show();
    return frame.registry().find(id) != nullptr;
  }

  std::string label(std::string_view id) {
    show();
    const Entry* entry = frame.registry().find(id);
    return entry ? entry->label : "";
  }
};

// The text keyboard with all its engines.
struct Typist {
  TextEngines engines{{HUIMIN_SHARE_DIR}};
  TextState state{};
  PinyinEngine& engine = *engines.pinyin();
};

inline Draw text(Typist& typist, const Wording& wording = kChinese) {
  return [&typist, wording](Ui& ui, const Rect& tray) {
    TextKeyboard keyboard{typist.engines, wording};
    keyboard.offers_reading = true;
    return draw_text_keyboard(ui, tray, keyboard, typist.state);
  };
}

inline bool overlap(const PxRect& a, const PxRect& b) { return !intersection(a, b).empty(); }

// Pixels between two rectangles side by side or one above the other; 0 if they are at an angle.
inline int gap_between(const PxRect& a, const PxRect& b) {
  const int across = std::max(a.x, b.x) - std::min(a.right(), b.right());
  const int down = std::max(a.y, b.y) - std::min(a.bottom(), b.bottom());
  if (across >= 0 && down >= 0) return 1000;
  return std::max(across, down);
}

// Least height of capitals, in mm (US VVSG 2.0, 7.1-G).
inline double least_cap(TextSize size) {
  switch (size) {
    case TextSize::Small: return 3.5;
    case TextSize::Medium: return 4.8;
    case TextSize::Large: return 6.4;
    case TextSize::ExtraLarge: return 8.5;
  }
  return 0;
}

// Sizes, gaps and words of everything that can be touched.
inline void check_keys(const Desk& desk) {
  const Theme theme{desk.screen, desk.look};
  const auto& entries = desk.frame.registry().entries();
  CHECK(desk.frame.registry().duplicates().empty());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!is_interactive(entries[i].role)) continue;
    CAPTURE(entries[i].id);
    const PxRect& rect = entries[i].rect;
    CHECK(rect.w >= theme.px(kTouch));
    CHECK(rect.h >= theme.px(kTouch));
    CHECK(rect.x >= 0);
    CHECK(rect.right() <= desk.screen.width_px);
    CHECK(rect.bottom() <= desk.screen.height_px);
    CHECK(!entries[i].label.empty());
    CHECK(!entries[i].clipped);
    if (entries[i].cap_mm > 0) CHECK(entries[i].cap_mm >= least_cap(desk.look.text_size) - 0.05);
    for (std::size_t j = 0; j < i; ++j) {
      if (!is_interactive(entries[j].role)) continue;
      CAPTURE(entries[j].id);
      CHECK(!overlap(rect, entries[j].rect));
      CHECK(gap_between(rect, entries[j].rect) >= theme.px(kTouchGap));
    }
  }
}

}  // namespace huimin::screens
