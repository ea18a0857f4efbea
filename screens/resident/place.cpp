#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/place_parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

// The page begins anew when the list is another one.
int& page_of(Stage& stage, const view::PlaceScreen& view) {
  std::string list = view.search.value;
  for (const view::PlaceLevel& level : view.levels) list += level.current ? "|" : "/" + level.label;
  if (stage.unfinished.list != list) {
    stage.unfinished.list = list;
    stage.unfinished.list_page = 0;
  }
  return stage.unfinished.list_page;
}

void draw_rows(Stage& stage, Rect rect, const view::PlaceScreen& view) {
  constexpr double kGap = 3;
  const double least = place_row_height(stage, rect.w, view);
  const auto fitting = [&](double height) {
    return std::max(1, static_cast<int>((height + kGap) / (least + kGap)));
  };
  if (view.rows.empty()) {
    stage.canvas().text(rect, stage.text("place.none"), {.type = Type::T2, .colour = Colour::Soft});
    return;
  }
  const int count = static_cast<int>(view.rows.size());
  int& page = page_of(stage, view);
  int shown = std::min(count, fitting(rect.h));
  if (count > shown) {
    const Rect buttons = rect.cut_bottom(pager_height(stage.theme()), kGap);
    shown = fitting(rect.h);
    const std::string back = pager_text(stage, "pager.up");
    const std::string forward = pager_text(stage, "pager.down");
    page = std::clamp(page, 0, (count - 1) / shown);
    const Pager look{.back = back,
                     .forward = forward,
                     .back_enabled = page > 0,
                     .forward_enabled = (page + 1) * shown < count};
    page += pager(stage.ui, "place.rows", buttons, look);
  } else {
    page = 0;
  }
  const double height = std::min((rect.h + kGap) / shown - kGap, least + 9);
  for (int i = page * shown; i < std::min(count, (page + 1) * shown); ++i) {
    const view::PlaceRow& row = view.rows[static_cast<std::size_t>(i)];
    const bool chosen = view.levels[2].chosen && row.name == view.levels[2].label;
    draw_place_row(stage, rect.cut_top(height, kGap), row, {view.search.value.size(), chosen});
  }
}

// A village is chosen, or there is nothing below what is chosen. After a warning the way stays
// open.
bool may_go_on(const view::PlaceScreen& view) {
  const bool nothing_below = view.rows.empty() && view.search.value.empty();
  return view.levels[2].chosen || view.missing || nothing_below;
}

// Where height is short, the way on without a village is the bar's.
bool unknown_in_bar(const Theme& theme) { return theme.extra_large() || theme.small_panel(); }

Place right_place(const Stage& stage, const view::PlaceScreen& view) {
  if (may_go_on(view)) return next_place(stage);
  if (!unknown_in_bar(stage.theme())) return say_place(stage, "place.say");
  return {.act = view::Act::DontKnow,
          .label = stage.text("place.unknown.short"),
          .icon = Icon::HelpOutline};
}

// Two rows with the two buttons that page them; where they have less, the keys are lower.
constexpr double kLeastForRows = 85;

// Where the panel is wider than high, the rows stand above the keyboard, not above the button.
struct Areas {
  Rect words, rows, tray;
};

Areas areas_of(Stage& stage, const Rect& body) {
  const TypingArea area = typing_area(stage, body, KeyboardKind::Initials);
  if (stage.theme().portrait()) return {area.content, {}, area.tray};
  Rect rows = area.tray;
  const double wanted = keyboard_height(stage.theme(), KeyboardKind::Initials);
  const bool roomy = rows.h - wanted >= kLeastForRows;
  const Rect tray = rows.cut_bottom(
      roomy ? wanted : keyboard_least_height(stage.theme(), KeyboardKind::Initials));
  return {area.content,
          {rows.x, area.content.y, rows.w - stage.theme().margin_mm(),
           rows.bottom() - area.content.y - kS1},
          tray};
}

}  // namespace

void draw(Stage& stage, const view::PlaceScreen& view) {
  const Page page = draw_shell(stage, {.name = "place",
                                       .left = back_place(stage),
                                       .right = right_place(stage, view),
                                       .progress = view.progress,
                                       .question = stage.text("place.title")});
  const Areas area = areas_of(stage, page.body());
  Flow flow(stage, area.words, Flow::Columns::One);
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("place.title"));
  flow.lead(stage.text("place.lead"));
  flow.gap(4);
  add_place_levels(flow, stage, view);
  if (view.missing) {
    flow.gap(2.5);
    flow.error("place.problem", stage.text("place.missing"));
  }
  flow.gap(4);
  flow.add(field_height(stage.theme()),
           [&stage, &view](const Rect& r) { draw_place_search(stage, r, view); });
  flow.gap(4);
  if (stage.theme().portrait()) {
    const int rows = stage.theme().extra_large() ? 1 : 2;
    const double row = place_row_height(stage, flow.width(), view);
    const double least = row * rows + pager_height(stage.theme()) + 4;
    flow.grow(least, 1000, [&stage, &view](const Rect& r) { draw_rows(stage, r, view); });
    flow.gap(4);
  } else {
    draw_rows(stage, area.rows, view);
  }
  if (!unknown_in_bar(stage.theme())) {
    flow.button(view::Act::DontKnow, stage.text("place.unknown"), Icon::HelpOutline);
  }
  flow.draw("place.body");
  draw_keyboard(
      stage, area.tray, view.search,
      {.kind = KeyboardKind::Initials, .useful = view.useful_initials, .max_characters = 12});
}

}  // namespace huimin::screens::resident
