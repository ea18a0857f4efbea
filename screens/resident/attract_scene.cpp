#include "screens/resident/attract_scene.h"

#include "screens/resident/hills.h"

namespace huimin::screens::resident {

void draw_attract_scene(Stage& stage, const Rect& scene) {
  Canvas& canvas = stage.canvas();
  canvas.fill(scene, Colour::Paper);
  draw_hills(canvas, scene);
  const double margin = stage.theme().margin_mm();
  Rect hall{scene.x + margin, scene.y + 13, scene.w - 2 * margin, 19};
  const Rect seal = hall.cut_left(19, kS2);
  canvas.fill(seal, Colour::Blue, kR2);
  canvas.icon(seal.centre(), Icon::VolunteerActivism, 13, Colour::OnBlue);
  canvas.text(hall, stage.chrome.hall,
              {.type = Type::T2, .weight = Weight::Bold, .factor = 1.11, .line_height = kTitleLine},
              {.vertical = VerticalAlign::Middle});
  const view::LocalTime& now = stage.chrome.now;
  if (!now.certain) return;
  const std::string minutes = (now.minute < 10 ? "0" : "") + std::to_string(now.minute);
  const TextStyle clock{
      .type = Type::T6, .weight = Weight::Bold, .factor = 1.119, .line_height = 1.1};
  Rect below{scene.x + margin - 1.5, scene.y + 38, scene.w - margin, 70};
  canvas.text(below.cut_top(canvas.measure("0", clock).height),
              std::to_string(now.hour) + ":" + minutes, clock);
  below.cut_left(2);
  canvas.text(below, weekday_text(stage, now), {.type = Type::T2, .factor = 1.11});
}

}  // namespace huimin::screens::resident
