#include "screens/resident/attract_foot.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "screens/resident/parts.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

// Above and below the row, in mm.
constexpr double kAbove = 6, kBelow = 9, kBelowOnSmallPanel = 6;
constexpr double kCallStaff = 78.4;
// Large letters and wide panels give it this share of the row.
constexpr double kCallShare = 0.325, kCallShareWide = 0.25;

double below(const Theme& theme) { return theme.small_panel() ? kBelowOnSmallPanel : kBelow; }

// How the icon stands to its word, on all four alike; in units of the letter size.
enum class AidIcon : std::uint8_t { Above, Beside, None };
constexpr double kIconAbove = 1.4, kIconBeside = 0.95;
constexpr double kGapAbove = 1, kGapBeside = 1.5, kPadding = 2;

TextStyle aid_style(Colour ink, Colour ground) {
  return {.type = Type::T0, .colour = ink, .line_height = 1.1, .ground = ground};
}

AidIcon aid_icon(Stage& stage, const std::array<Aid, kAids>& aids, const Rect& place) {
  const double letter = stage.theme().letter_mm(Type::T0);
  double width = 0, height = 0;
  for (const Aid& aid : aids) {
    const TextBlock word = stage.canvas().measure(aid.label, aid_style(Colour::Ink, Colour::Card));
    width = std::max(width, word.width);
    height = std::max(height, word.height);
  }
  if (letter * kIconAbove + kGapAbove + height <= place.h - 3) return AidIcon::Above;
  const double beside = letter * kIconBeside + kGapBeside + width;
  return beside <= place.w - 2 * kPadding ? AidIcon::Beside : AidIcon::None;
}

struct AidLook {
  Colour ink, ground;
  AidIcon icon = AidIcon::None;
};

struct Foot {
  const AttractLook& look;
  AidIcon icon = AidIcon::None;
};

// False: cut.
bool draw_aid_words(Stage& stage, Rect inside, const Aid& aid, const AidLook& look) {
  Canvas& canvas = stage.canvas();
  const TextStyle style = aid_style(look.ink, look.ground);
  const TextBlock word = canvas.measure(aid.label, style);
  const double letter = stage.theme().letter_mm(style.type);
  if (look.icon == AidIcon::Above) {
    const double size = letter * kIconAbove;
    inside = inside.centred(inside.w, size + kGapAbove + word.height);
    canvas.icon(inside.cut_top(size, kGapAbove).centre(), aid.icon, size, style.colour);
  } else if (look.icon == AidIcon::Beside) {
    const double size = letter * kIconBeside;
    inside = inside.centred(size + kGapBeside + word.width + 0.2, inside.h);
    canvas.icon(inside.cut_left(size, kGapBeside).centre(), aid.icon, size, style.colour);
  }
  const TextPlace place{.align = Align::Centre, .vertical = VerticalAlign::Middle};
  return !canvas.paint_text(inside, aid.label, style, place).clipped;
}

void draw_aid(Stage& stage, const Rect& rect, const Aid& aid, const Foot& foot) {
  if (aid.label.empty()) return;
  const AttractLook& look = foot.look;
  const AidLook words{aid.on ? look.on_fill : look.ink, aid.on ? look.fill : look.ground,
                      foot.icon};
  Entry entry =
      entry_of(stage, id_of(aid.act), Role::Aid, aid.label, {words.ink, words.ground});
  entry.value = aid.on ? "on" : "off";
  const Touch touch = stage.ui.touchable(std::move(entry), rect);
  if (aid.on) stage.canvas().fill(rect, look.fill, kR1);
  stage.canvas().edge(rect, look.ink, touch.pressed ? kStrong : stage.theme().edge_mm(), kR1);
  if (touch.focused) stage.ui.focus_ring(rect, kR1, look.ground);
  if (!draw_aid_words(stage, rect.inset(kPadding, 0.5), aid, words)) {
    stage.ui.registry().mark_clipped(id_of(aid.act));
  }
  if (touch.clicked) stage.press(aid.act);
}

void draw_call_staff(Stage& stage, const Rect& rect, const AttractLook& look) {
  const bool called = stage.chrome.staff_called;
  const std::string words = stage.text(called ? "bar.staff_called" : "bar.call_staff");
  const bool large = stage.theme().growth() > 1.15;
  Button wanted{.label = words,
                .kind = called ? ButtonKind::HelpOn : ButtonKind::Help,
                .icon = Icon::SupportAgent,
                .icon_above = large && !stage.theme().small_panel(),
                .type = large ? Type::T1 : Type::T2,
                .ground = look.ground};
  if (!wanted.icon_above && button_width(stage.ui, wanted) > rect.w) wanted.icon = Icon::None;
  if (button(stage.ui, id_of(view::Act::CallStaff), rect, wanted)) {
    stage.press(view::Act::CallStaff);
  }
}

}  // namespace

double attract_foot_height(const Theme& theme) {
  return kAbove + theme.bar_button_mm() + below(theme);
}

void draw_attract_foot(Stage& stage, const Rect& rect, const AttractLook& look) {
  const Theme& theme = stage.theme();
  stage.canvas().fill(rect, look.ground);
  Rect row{rect.x + theme.margin_mm(), rect.y + kAbove, rect.w - 2 * theme.margin_mm(),
           theme.bar_button_mm()};
  const bool large = is_tight(theme);
  const double call = std::max(kCallStaff, row.w * (large ? kCallShare : kCallShareWide));
  const double aid = (row.w - call - 2 * kS2 - 2 * kS1) / 4;
  const auto aids = aids_of(stage);
  const Foot foot{look, aid_icon(stage, aids, {row.x, row.y, aid, row.h})};
  Registry& registry = stage.ui.registry();
  registry.set_zone(Zone::TopBar);
  draw_aid(stage, row.cut_left(aid, kS1), aids[0], foot);
  draw_aid(stage, row.cut_left(aid, kS2), aids[1], foot);
  const Rect middle = row.cut_left(call, kS2);
  draw_aid(stage, row.cut_left(aid, kS1), aids[2], foot);
  draw_aid(stage, row.cut_left(aid), aids[3], foot);
  registry.set_zone(Zone::BottomBar);
  draw_call_staff(stage, middle, look);
  registry.set_zone(Zone::Body);
}

}  // namespace huimin::screens::resident
