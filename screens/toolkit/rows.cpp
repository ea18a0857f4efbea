#include "screens/toolkit/rows.h"

#include "screens/toolkit/skin.h"
#include "screens/toolkit/widgets.h"

#include <algorithm>
#include <string>

namespace huimin::screens {

namespace {

// From the mock-ups, in mm.
constexpr double kRowPadding = 8.2;
constexpr double kRowAir = 4;
constexpr double kRowIcon = 14.9;
constexpr double kRowGap = 6.5;
constexpr double kRowChevron = 13.4;
constexpr double kRowHeight = 25;
constexpr double kCheckPadding = 7.7;
constexpr double kBox = 18.9;
constexpr double kBoxRadius = 4;
constexpr double kAnswerHeight = 27.8;
constexpr double kChangeWidth = 31.8;
constexpr double kChangeHeight = 18.9;

struct Words {
  TextStyle title;
  TextStyle second;
};

Words row_words(const Skin& skin) {
  return {{.type = Type::T2, .weight = Weight::Bold, .colour = skin.ink, .factor = 1.11,
           .line_height = kTitleLine},
          {.type = Type::T0, .colour = skin.second, .factor = 1.037}};
}

Words check_words() {
  return {{.type = Type::T2, .weight = Weight::Bold, .line_height = 1.35},
          {.type = Type::T0, .colour = Colour::Soft, .factor = 1.037}};
}

double words_height(Ui& ui, double width, const std::string_view (&texts)[2], const Words& words) {
  double height = ui.canvas().measure(texts[0], words.title, width).height;
  if (!texts[1].empty()) height += ui.canvas().measure(texts[1], words.second, width).height;
  return height;
}

// Two texts under one another in the middle of the area. True if they did not fit.
bool draw_words(Ui& ui, const Rect& area, const std::string_view (&texts)[2], const Words& words) {
  Canvas& canvas = ui.canvas();
  const double height = words_height(ui, area.w, texts, words);
  const double top = area.y + (area.h - height) / 2;
  const TextBlock title = canvas.paint_text({area.x, top, area.w, 0}, texts[0], words.title);
  bool clipped = title.clipped || height > area.h + 1;
  if (!texts[1].empty()) {
    const Rect below{area.x, top + title.height, area.w, 0};
    clipped |= canvas.paint_text(below, texts[1], words.second).clipped;
  }
  return clipped;
}

double row_icon(const Theme& theme) { return kRowIcon * std::clamp(theme.growth(), 0.8, 1.25); }

// What is left for the words of a choice row.
double row_text_width(const Theme& theme, double width, const ChoiceRow& look) {
  double text = width - 2 * kRowPadding;
  if (look.icon != Icon::None) text -= row_icon(theme) + kRowGap;
  if (look.chevron || look.chosen) text -= kRowChevron;
  return text;
}

}  // namespace

double choice_row_height(Ui& ui, double width_mm, const ChoiceRow& look) {
  const double width = row_text_width(ui.theme(), width_mm, look);
  const double words = words_height(ui, width, {look.title, look.second}, row_words({}));
  return std::max(kRowHeight, words + 2 * kRowAir);
}

bool choice_row(Ui& ui, std::string_view id, const Rect& rect, const ChoiceRow& look) {
  Entry entry = entry_for(ui, id, Role::Row, look.title);
  entry.value = look.chosen ? "on" : std::string(look.second);
  entry.enabled = look.enabled;
  const auto kind = look.chosen ? TileKind::Primary : TileKind::Plain;
  colours_of(ui, entry, tile_skin(ui.theme(), kind, look.enabled, false));
  const Touch touch = ui.touchable(std::move(entry), rect);
  const Skin skin = tile_skin(ui.theme(), kind, look.enabled, touch.pressed);
  Canvas& canvas = ui.canvas();
  canvas.box(rect, skin.box(kR2));
  const Colour mark = !look.enabled ? Colour::Soft : look.chosen ? skin.ink : Colour::Blue;
  Rect area = rect.inset(kRowPadding, 1);
  area.w = row_text_width(ui.theme(), rect.w, look);
  if (look.icon != Icon::None) {
    const double icon = row_icon(ui.theme());
    canvas.icon({area.x + icon / 2, area.centre().y}, look.icon, icon, mark);
    area.x += icon + kRowGap;
  }
  if (look.chevron || look.chosen) {
    const Icon sign = look.chosen ? Icon::Check : Icon::ChevronRight;
    canvas.icon({rect.right() - kRowPadding + 2 - kRowChevron / 2, area.centre().y}, sign,
                kRowChevron, mark);
  }
  mark_clipped(ui, id, draw_words(ui, area, {look.title, look.second}, row_words(skin)));
  if (touch.focused) ui.focus_ring(rect, kR2);
  return touch.clicked;
}

double check_card_height(Ui& ui, double width_mm, const CheckCard& look) {
  const double width = width_mm - 2 * kCheckPadding - kBox - 6;
  const double words = words_height(ui, width, {look.title, look.second}, check_words());
  return std::max(kBox, words) + 2 * kCheckPadding;
}

bool check_card(Ui& ui, std::string_view id, const Rect& rect, const CheckCard& look) {
  Entry entry = entry_for(ui, id, Role::CheckBox, look.title);
  entry.value = look.checked ? "on" : "off";
  entry.enabled = look.enabled;
  Skin rest = tile_skin(ui.theme(), TileKind::Plain, look.enabled, false);
  colours_of(ui, entry, rest);
  const Touch touch = ui.touchable(std::move(entry), rect);
  const Skin skin = tile_skin(ui.theme(), TileKind::Plain, look.enabled, touch.pressed);
  Canvas& canvas = ui.canvas();
  canvas.box(rect, skin.box(kR3));
  Rect area = rect.inset(kCheckPadding, 1);
  const Rect box = Rect{area.x, area.y, kBox, area.h}.centred(kBox, kBox);
  const Colour edge = look.enabled ? Colour::Blue : Colour::Line;
  canvas.box(box, {look.checked ? edge : skin.fill, edge, kStrong, kBoxRadius});
  if (look.checked) canvas.icon(box.centre(), Icon::Check, kBox * 0.74, Colour::OnBlue);
  area.cut_left(kBox, 6);
  mark_clipped(ui, id, draw_words(ui, area, {look.title, look.second}, check_words()));
  if (touch.focused) ui.focus_ring(rect, kR3);
  return touch.clicked;
}

namespace {

constexpr TextStyle kAnswerLabel{.type = Type::T1, .colour = Colour::Soft, .line_height = 1.3};

struct AnswerLayout {
  bool under = false;         // the answer under its label
  bool button_under = false;  // the button under both
  double label = 0;
  double value = 0;
  double button = 0;
  double button_height = 0;
};

Words answer_words() {
  return {{.type = Type::T2, .weight = Weight::Bold, .factor = 0.945, .line_height = 1.35},
          {.type = Type::T0, .colour = Colour::Ink, .line_height = 1.4}};
}

// A word would have to be cut to stand in this width.
bool breaks_words(Ui& ui, double width, const AnswerRow& look) {
  const Words words = answer_words();
  Canvas& canvas = ui.canvas();
  return canvas.measure(look.label, kAnswerLabel, width).clipped ||
         canvas.measure(look.value, words.title, width).clipped ||
         canvas.measure(look.second, words.second, width).clipped;
}

AnswerLayout answer_layout(Ui& ui, double width, const AnswerRow& look) {
  const double growth = std::clamp(ui.theme().growth(), 1.0, 1.45);
  AnswerLayout layout;
  if (!look.change.empty()) {
    const Button change{.label = look.change, .size = ButtonSize::Medium, .icon = Icon::Edit};
    layout.button = std::max(kChangeWidth * growth, button_width(ui, change));
    layout.button_height = kChangeHeight * std::min(growth, 1.3);
  }
  const double gaps = look.change.empty() ? 4 : 8;
  const double beside = width - layout.button - gaps;
  layout.label = width * 0.226;
  layout.under = ui.theme().growth() > 1.1 ||
                 ui.canvas().measure(look.label, kAnswerLabel, layout.label).clipped;
  layout.value = layout.under ? beside : beside - layout.label;
  layout.button_under = !look.change.empty() && breaks_words(ui, layout.value, look);
  if (layout.button_under) {
    layout.under = true;
    layout.value = width;
  }
  if (layout.under) layout.label = layout.value;
  return layout;
}

// Of the words alone.
double answer_words_height(Ui& ui, const AnswerLayout& layout, const AnswerRow& look) {
  const double label = ui.canvas().measure(look.label, kAnswerLabel, layout.label).height;
  const double words = words_height(ui, layout.value, {look.value, look.second}, answer_words());
  return (layout.under ? label + words : std::max(label, words)) + 4;
}

}  // namespace

double answer_row_height(Ui& ui, double width_mm, const AnswerRow& look) {
  const AnswerLayout layout = answer_layout(ui, width_mm, look);
  const double words = answer_words_height(ui, layout, look);
  if (layout.button_under) return words + layout.button_height + kS1;
  return std::max(words, look.change.empty() ? kAnswerHeight * 0.75 : kAnswerHeight);
}

namespace {

// Label and answer. True if they did not fit.
bool draw_answer(Ui& ui, const Rect& texts, const AnswerLayout& layout, const AnswerRow& look) {
  Canvas& canvas = ui.canvas();
  if (!layout.under) {
    const Rect value{texts.x + layout.label + 4, texts.y + 1, layout.value, texts.h - 2};
    const bool label = canvas
                           .paint_text({texts.x, texts.y, layout.label, texts.h}, look.label,
                                       kAnswerLabel, {.vertical = VerticalAlign::Middle})
                           .clipped;
    return draw_words(ui, value, {look.value, look.second}, answer_words()) || label;
  }
  const double label = canvas.measure(look.label, kAnswerLabel, layout.label).height;
  const double words = words_height(ui, layout.value, {look.value, look.second}, answer_words());
  const double top = texts.y + (texts.h - label - words) / 2;
  const bool cut =
      canvas.paint_text({texts.x, top, layout.label, 0}, look.label, kAnswerLabel).clipped;
  const Rect value{texts.x, top + label, layout.value, words + 1};
  return draw_words(ui, value, {look.value, look.second}, answer_words()) || cut;
}

}  // namespace

bool answer_row(Ui& ui, std::string_view id, const Rect& rect, const AnswerRow& look) {
  if (!look.first) ui.canvas().line({rect.x, rect.y}, {rect.right(), rect.y}, Colour::Line);
  const AnswerLayout layout = answer_layout(ui, rect.w, look);
  Rect texts = rect;
  Rect place = texts;
  if (layout.button_under) {
    place = texts.cut_bottom(layout.button_height + kS1);
  } else {
    place = texts.cut_right(layout.button);
  }
  Entry entry = entry_for(ui, std::string(id) + ".answer", Role::Text, look.label);
  entry.value = look.value;
  entry.ink = ui.theme().rgb(Colour::Ink);
  entry.ground = ui.theme().rgb(Colour::Card);
  const std::string key = entry.id;
  ui.readable(std::move(entry), texts);
  mark_clipped(ui, key, draw_answer(ui, texts, layout, look));
  if (look.change.empty()) return false;
  const double height = std::min(layout.button_height, place.h - 2);
  place = Rect{place.right() - layout.button, place.y, layout.button, place.h};
  return button(ui, id, place.centred(layout.button, height),
                {.label = look.change, .size = ButtonSize::Medium, .icon = Icon::Edit,
                 .ground = Colour::Card});
}

double pager_height(const Theme& theme) {
  if (theme.small_panel()) return theme.extra_large() ? 22 : kPrimaryTouch;
  return theme.extra_large() ? 32.8 : 24;
}

namespace {

// Where there is no room for both, the word stands alone.
bool pager_button(Ui& ui, const std::string& id, const Rect& rect, Button look) {
  look.role = Role::Pager;
  look.type = ui.theme().extra_large() ? Type::T1 : Type::T2;
  if (button_width(ui, look) > rect.w) look.icon = Icon::None;
  return button(ui, id, rect, look);
}

}  // namespace

int pager(Ui& ui, std::string_view id, const Rect& rect, const Pager& look) {
  const std::vector<Rect> halves = rect.columns(2, kS2);
  const std::string key(id);
  const bool back =
      pager_button(ui, key + ".back", halves[0],
                   {.label = look.back,
                    .kind = look.back_urgent ? ButtonKind::Help : ButtonKind::Outlined,
                    .icon = look.back_urgent ? Icon::Error : Icon::ArrowUpward,
                    .enabled = look.back_enabled});
  const bool forward = pager_button(ui, key + ".forward", halves[1],
                                    {.label = look.forward,
                                     .icon = Icon::ArrowDownward,
                                     .enabled = look.forward_enabled});
  return back ? -1 : forward ? 1 : 0;
}

void scroll_pager(Ui& ui, std::string_view region_id, const Rect& rect, const Pager& words) {
  Scroll& scroll = ui.scroll(region_id);
  if (scroll.last_offset() <= 0) return;
  Pager look = words;
  look.back_enabled = scroll.can_go_up();
  look.forward_enabled = scroll.can_go_down();
  const int clicked = pager(ui, region_id, rect, look);
  if (clicked == 0) return;
  scroll.page(clicked);
  ui.keep_moving();
}

}  // namespace huimin::screens
