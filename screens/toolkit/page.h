// The frame of every screen: top bar with four aids, bottom bar with three places that never
// move, body between. All words come in; see screens/locale.
#pragma once

#include "screens/toolkit/ui.h"
#include "screens/toolkit/widgets.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace huimin::screens {

// The four aids; ids are "aid.language", "aid.size", "aid.palette", "aid.read".
struct AidTexts {
  std::string_view language = {};  // the language it changes to
  std::string_view size = {};
  std::string_view palette = {};   // the palette that is on, or the next one
  std::string_view read = {};
  bool size_on = false;            // filled: another size than the default is on
  bool palette_on = false;
  bool reading = false;
  // Ids of the widgets, where a screen wants its own.
  std::string_view language_id = "aid.language", size_id = "aid.size";
  std::string_view palette_id = "aid.palette", read_id = "aid.read";
};

// One of the outer places of the bottom bar. Without a label it holds `say`, or nothing.
struct BarPlace {
  std::string_view id = {};        // of the widget; empty: "bar.left" or "bar.right"
  std::string_view label = {};
  Icon icon = Icon::None;
  ButtonKind kind = ButtonKind::Outlined;
  bool enabled = true;
  std::string_view say = {};  // a short sentence
};

struct PageTexts {
  std::string_view screen = {};    // name of the screen, such as "home"; see Ui::enter_screen
  std::string_view title = {};     // top bar, bold: the matter or the hall
  std::string_view subtitle = {};  // top bar, second line
  // Instead of them where they do not fit.
  std::string_view short_title = {}, short_subtitle = {};
  // Stands in the place of both where the page has no height for its title: the id is "title".
  std::string_view question = {};
  AidTexts aids{};
  bool show_aids = true;
  BarPlace left{};                 // id "bar.left": back or end
  std::string_view help = {};      // id "bar.help": call staff
  std::string_view help_id = "bar.help";
  bool help_called = false;
  BarPlace right{};                // id "bar.right": next
};

enum class PageClick : std::uint8_t { None, Left, Help, Right, Language, Size, Palette, Read };

class Page {
 public:
  // Names the screen, draws the ground and both bars.
  Page(Ui& ui, const PageTexts& texts);

  PageClick clicked() const { return clicked_; }
  // Between the bars, whole width.
  const Rect& body() const { return body_; }
  // The body within the page margins and the mock-ups' padding.
  Rect content() const;

 private:
  void draw_top(const PageTexts& texts);
  void draw_bottom(const PageTexts& texts);
  void draw_place(std::string_view at, const Rect& rect, const BarPlace& place);

  Ui* ui_;
  Rect body_;
  PageClick clicked_ = PageClick::None;
};

}  // namespace huimin::screens
