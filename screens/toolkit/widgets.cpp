#include "screens/toolkit/widgets.h"

#include "screens/toolkit/skin.h"

#include <algorithm>
#include <string>

namespace huimin::screens {

namespace {

// From the mock-ups, in mm at medium text.
constexpr double kButtonHeight = 27.8;
constexpr double kMediumButtonHeight = 20.8;
constexpr double kButtonPadding = 4.5;
constexpr double kMediumButtonPadding = 3.5;
constexpr double kKeyPadding = 1.0;
constexpr double kIconGap = 3.5;
constexpr double kMediumRadius = 4;
constexpr double kKeyRadius = 3.5;
// Icons beside a word are a little larger than its letters; above it more so.
constexpr double kIconBeside = 1.27;
constexpr double kIconAbove = 1.55;
constexpr double kIconInAid = 1.4;
constexpr double kIconInLowAid = 0.8;
constexpr double kIconInKey = 0.95;

bool is_key(ButtonKind kind) {
  return kind == ButtonKind::Quiet || kind == ButtonKind::QuietWide;
}

struct ButtonMetrics {
  TextStyle style;
  double padding = kButtonPadding;
  double radius = kR2;
  double icon = 0;
  double gap = kIconGap;
};

ButtonMetrics metrics(const Theme& theme, const Button& look, const Skin& skin) {
  const bool medium = look.size == ButtonSize::Medium;
  const Type type = medium && look.type == Type::T2 ? Type::T1 : look.type;
  const bool aid = look.kind == ButtonKind::Aid;
  const bool regular = aid || (is_key(look.kind) && !look.selected);
  ButtonMetrics m;
  m.style = {.type = type,
             .weight = regular ? Weight::Regular : Weight::Bold,
             .colour = skin.ink,
             .factor = look.factor,
             .line_height = aid ? 1.1 : 1.2};
  if (aid) {
    m.padding = 1;
    m.radius = kR1;
  }
  if (medium) {
    m.padding = kMediumButtonPadding;
    m.radius = kMediumRadius;
    m.gap = 2.5;
  }
  if (is_key(look.kind)) {
    m.padding = kKeyPadding;
    m.radius = kKeyRadius;
    m.gap = 2;
  }
  const double beside = is_key(look.kind) ? kIconInKey : kIconBeside;
  const bool low = theme.small_panel() && theme.extra_large();
  const double above = aid ? (low ? kIconInLowAid : kIconInAid) : look.icon_above ? kIconAbove : beside;
  m.icon = look.icon == Icon::None ? 0 : theme.letter_mm(type, look.factor) * above;
  return m;
}

// Icon and word beside each other in the middle.
bool draw_beside(Ui& ui, const Rect& area, const Button& look, const ButtonMetrics& m) {
  Canvas& canvas = ui.canvas();
  const bool with_icon = m.icon > 0;
  const double beside = with_icon ? m.icon + m.gap : 0;
  const double natural = canvas.measure(look.label, m.style).width;
  const double width = std::min(natural + 0.2, area.w - beside);
  const double left = area.x + (area.w - beside - width) / 2;
  const double icon_left = look.icon_after ? left + width + m.gap : left;
  const double text_left = look.icon_after ? left : left + beside;
  if (with_icon) {
    const Point centre{icon_left + m.icon / 2, area.centre().y};
    canvas.icon(centre, look.icon, m.icon, m.style.colour);
  }
  return canvas
      .paint_text({text_left, area.y, width, area.h}, look.label, m.style,
                  {.align = Align::Centre, .vertical = VerticalAlign::Middle})
      .clipped;
}

bool draw_stacked(Ui& ui, const Rect& area, const Button& look, const ButtonMetrics& m) {
  Canvas& canvas = ui.canvas();
  const TextBlock words = canvas.measure(look.label, m.style, area.w);
  const double gap = look.role == Role::Aid ? 1 : 1.5;
  const double top = area.y + (area.h - m.icon - gap - words.height) / 2;
  canvas.icon({area.centre().x, top + m.icon / 2}, look.icon, m.icon, m.style.colour);
  return canvas
      .paint_text({area.x, top + m.icon + gap, area.w, words.height}, look.label, m.style,
                  {.align = Align::Centre})
      .clipped;
}

// An icon never costs a word its letters: where only one of the two has room, the word stands alone.
void give_room_to_words(Ui& ui, const Rect& area, Button& look, ButtonMetrics& m) {
  if (m.icon <= 0) return;
  const auto fits = [&](double width, double height) {
    const TextBlock words = ui.canvas().measure(look.label, m.style, width);
    return !words.clipped && words.height <= height + 0.5;
  };
  const bool beside = fits(area.w - m.icon - m.gap, area.h);
  const bool above = fits(area.w, area.h - m.icon - 1);
  if (look.icon_above ? above : beside || above) return;
  look.icon = Icon::None;
  look.icon_above = false;
  m.icon = 0;
}

// Words that do not fit beside their icon go under it, if there is height for both.
bool wants_stack(Ui& ui, const Rect& area, const Button& look, const ButtonMetrics& m) {
  if (m.icon <= 0) return false;
  if (look.icon_above) return true;
  const TextBlock line = ui.canvas().measure(look.label, m.style);
  const bool beside = m.icon + m.gap + line.width <= area.w;
  return !beside && m.icon + 1.5 + line.height <= area.h &&
         (line.width <= area.w ||
          ui.canvas().measure(look.label, m.style, area.w - m.icon - m.gap).clipped);
}

}  // namespace

bool button(Ui& ui, std::string_view id, const Rect& rect, const Button& wanted) {
  Button look = wanted;
  const ButtonKind kind = look.selected ? ButtonKind::Filled : look.kind;
  const Theme& theme = ui.theme();
  Entry entry = entry_for(ui, id, look.role, look.label);
  entry.spoken = look.spoken;
  entry.group = look.group;
  entry.enabled = look.enabled;
  if (look.selected) entry.value = "on";
  colours_of(ui, entry, button_skin(theme, kind, look.enabled, false));
  entry.cap_mm = theme.cap_mm(metrics(theme, look, {}).style.type, look.factor);
  const Touch touch = ui.touchable(std::move(entry), rect);

  const Skin skin = button_skin(theme, kind, look.enabled, touch.pressed);
  ButtonMetrics m = metrics(theme, look, skin);
  ui.canvas().box(rect, skin.box(m.radius));
  const Rect area = rect.inset(std::min(m.padding, rect.w / 8), 0.5);
  give_room_to_words(ui, area, look, m);
  const bool clipped = wants_stack(ui, area, look, m) ? draw_stacked(ui, area, look, m)
                                                      : draw_beside(ui, area, look, m);
  mark_clipped(ui, id, clipped);
  if (touch.focused) ui.focus_ring(rect, m.radius, look.ground);
  return touch.clicked;
}

double button_width(Ui& ui, const Button& look) {
  const ButtonMetrics m = metrics(ui.theme(), look, {});
  const double words = ui.canvas().measure(look.label, m.style).width;
  const double icon = m.icon > 0 ? m.icon + (look.label.empty() ? 0 : m.gap) : 0;
  return words + icon + 2 * m.padding + 0.5;
}

double button_height(const Theme& theme, ButtonSize size) {
  const double growth = std::max(1.0, theme.growth());
  return (size == ButtonSize::Large ? kButtonHeight : kMediumButtonHeight) *
         (theme.small_panel() ? 0.8 : 1.0) * growth;
}

std::optional<std::size_t> segmented(Ui& ui, std::string_view id, const Rect& rect,
                                     const Segments& look) {
  std::optional<std::size_t> clicked;
  const std::vector<Rect> places = rect.columns(static_cast<int>(look.options.size()), kS1);
  for (std::size_t i = 0; i < look.options.size(); ++i) {
    const Option& option = look.options[i];
    const bool chosen = look.chosen == i;
    const std::string key = std::string(id) + "." + std::string(option.id);
    Entry entry = entry_for(ui, key, Role::Choice, option.label);
    entry.enabled = option.enabled;
    entry.value = chosen ? "on" : "off";
    const auto kind = chosen ? ButtonKind::Filled : ButtonKind::Outlined;
    colours_of(ui, entry, button_skin(ui.theme(), kind, option.enabled, false));
    const Touch touch = ui.touchable(std::move(entry), places[i]);
    Skin skin = button_skin(ui.theme(), kind, option.enabled, touch.pressed);
    // What is not chosen is a field to mark, not an act: ink instead of blue.
    if (!chosen && option.enabled && !touch.pressed) skin.edge = skin.ink = Colour::Ink;
    ui.canvas().box(places[i], skin.box(kR2));
    const Button words{.label = option.label, .icon = chosen ? Icon::Check : option.icon};
    ButtonMetrics m = metrics(ui.theme(), words, skin);
    m.style.weight = chosen ? Weight::Bold : Weight::Regular;
    m.style.factor = 0.945;
    m.gap = 2.5;
    const Rect area = places[i].inset(2.5, 0.5);
    const bool stack = wants_stack(ui, area, words, m);
    const bool clipped = stack ? draw_stacked(ui, area, words, m) : draw_beside(ui, area, words, m);
    mark_clipped(ui, key, clipped);
    if (touch.focused) ui.focus_ring(places[i], kR2);
    if (touch.clicked) clicked = i;
  }
  return clicked;
}

}  // namespace huimin::screens
