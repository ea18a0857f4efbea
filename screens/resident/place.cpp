#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/place_parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

double row_height(const Theme& theme) { return 24 * std::max(1.0, theme.growth()); }

void draw_rows(Stage& stage, Rect rect, const view::PlaceScreen& view) {
  constexpr double kGap = 3;
  const auto count = static_cast<double>(view.rows.size());
  const double least = row_height(stage.theme());
  const double wanted = count * (least + kGap);
  if (view.rows.empty()) {
    stage.canvas().text(rect, stage.text("place.none"), {.type = Type::T2, .colour = Colour::Soft});
    return;
  }
  const auto paint = [&](Rect inside, double height) {
    for (const view::PlaceRow& row : view.rows) {
      draw_place_row(stage, inside.cut_top(height, kGap), row, view.search.value);
    }
  };
  if (wanted <= rect.h + kGap) {
    const double share = (rect.h + kGap) / std::max(count, 1.0) - kGap;
    return paint(rect, std::clamp(share, least, least + 9));
  }
  const Rect buttons = rect.cut_bottom(pager_height(stage.theme()), 4);
  {
    const ScrollRegion region(stage.ui, "place.rows", rect, wanted - kGap);
    paint(region.content(), least);
  }
  const std::string back = stage.text("pager.up"), forward = stage.text("pager.down");
  scroll_pager(stage.ui, "place.rows", buttons, {.back = back, .forward = forward});
}

}  // namespace

void draw(Stage& stage, const view::PlaceScreen& view) {
  const bool chosen = view.levels[0].chosen && view.levels[1].chosen && view.levels[2].chosen;
  const Page page = draw_shell(
      stage, {.name = "place", .left = back_place(stage),
              .right = chosen || view.missing ? next_place(stage) : say_place(stage, "place.say")});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Initials);
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  flow.title(stage.text("place.title"));
  flow.lead(stage.text("place.lead"));
  flow.gap(4);
  flow.add(place_levels_height(stage.theme()), [&stage, &view](const Rect& r) {
    draw_place_levels(stage, r, view);
  });
  if (view.missing) {
    flow.gap(2.5);
    flow.error("place.problem", stage.text("place.missing"));
  }
  flow.gap(4);
  flow.add(field_height(stage.theme()), [&stage, &view](const Rect& r) {
    draw_place_search(stage, r, view);
  });
  flow.gap(4);
  const double one = row_height(stage.theme());
  flow.grow(one * 2 + pager_height(stage.theme()) + 8, 1000, [&stage, &view](const Rect& r) {
    draw_rows(stage, r, view);
  });
  flow.gap(4);
  flow.button(view::Act::DontKnow, stage.text("place.unknown"), Icon::HelpOutline);
  flow.draw("place.body");
  draw_keyboard(stage, area.tray, view.search,
                {.kind = KeyboardKind::Initials, .useful = view.useful_initials, .max_characters = 12});
}

}  // namespace huimin::screens::resident
