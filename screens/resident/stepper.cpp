#include "screens/resident/stepper.h"

#include <algorithm>

namespace huimin::screens::resident {

namespace {

constexpr TextStyle kName{.type = Type::T3,
                          .weight = Weight::Bold,
                          .factor = 0.913,
                          .line_height = kTitleLine,
                          .ground = Colour::Card};
constexpr TextStyle kNumber{
    .type = Type::T4, .weight = Weight::Bold, .line_height = 1.1, .ground = Colour::Card};

double number_width(Stage& stage) { return stage.canvas().measure("000", kNumber).width; }

struct Stepper {
  std::string label = {}, more = {}, fewer = {};
  double button = 0, height = 0;
  bool label_above = false;
  bool number_above = false;  // beside the label; the two buttons share the line below
};

Stepper stepper_of(Stage& stage, double width) {
  Stepper s{stage.text("household.all"), stage.text("household.more"),
            stage.text("household.fewer")};
  s.button = std::max({34.0, button_width(stage.ui, {.label = s.fewer, .icon = Icon::Remove}),
                       button_width(stage.ui, {.label = s.more, .icon = Icon::Add})});
  const double beside = width - 16 - 2 * s.button - number_width(stage) - 12;
  s.number_above = beside < -4;
  if (s.number_above) {
    s.button = (width - 16 - kS2) / 2;
    const double line = std::max(stage.canvas().measure("0", kNumber).height,
                                 stage.canvas().measure(s.label, kName).height);
    s.height = line + kS1 + kPrimaryTouch + 10;
    return s;
  }
  s.label_above = stage.canvas().measure(s.label, kName).width > beside;
  s.height = std::max(kPrimaryTouch, stage.canvas().measure("0", kNumber).height) + 12;
  if (s.label_above) s.height += stage.canvas().measure(s.label, kName, width - 16).height + 3;
  return s;
}

// The same under one another, for columns that are too narrow for all of it.
void draw_stacked(Stage& stage, const Rect& rect, const Stepper& look, int size, int least) {
  Rect inside = rect.inset(8, 5);
  Rect buttons = inside.cut_bottom(kPrimaryTouch, kS1);
  stage.canvas().text(inside.cut_right(number_width(stage), 4), std::to_string(size), kNumber,
                      {.align = Align::Right,
                       .vertical = VerticalAlign::Middle,
                       .id = "household.size"});
  stage.canvas().text(inside, look.label, kName, {.vertical = VerticalAlign::Middle});
  Button minus{.label = look.fewer, .icon = Icon::Remove, .enabled = size > least};
  Button plus{.label = look.more, .icon = Icon::Add};
  // Both with their sign, or none.
  if (std::max(button_width(stage.ui, minus), button_width(stage.ui, plus)) > look.button) {
    minus.icon = plus.icon = Icon::None;
  }
  if (button(stage.ui, id_of(view::Act::FewerMembers), buttons.cut_left(look.button, kS2), minus)) {
    stage.press(view::Act::FewerMembers);
  }
  if (button(stage.ui, id_of(view::Act::MoreMembers), buttons, plus)) {
    stage.press(view::Act::MoreMembers);
  }
}

void draw_stepper(Stage& stage, const Rect& rect, int size, int least) {
  Canvas& canvas = stage.canvas();
  const Stepper look = stepper_of(stage, rect.w);
  canvas.box(rect, {.radius_mm = kR3});
  if (look.number_above) return draw_stacked(stage, rect, look, size, least);
  Rect inside = rect.inset(8, 6);
  if (look.label_above) {
    const double label = canvas.measure(look.label, kName, inside.w).height;
    canvas.text(inside.cut_top(label, 3), look.label, kName);
  }
  const Button plus{.label = look.more, .icon = Icon::Add};
  if (button(stage.ui, id_of(view::Act::MoreMembers), inside.cut_right(look.button, 4), plus)) {
    stage.press(view::Act::MoreMembers);
  }
  canvas.text(inside.cut_right(number_width(stage), 4), std::to_string(size), kNumber,
              {.align = Align::Centre, .vertical = VerticalAlign::Middle, .id = "household.size"});
  const Button minus{.label = look.fewer, .icon = Icon::Remove, .enabled = size > least};
  if (button(stage.ui, id_of(view::Act::FewerMembers), inside.cut_right(look.button, 4), minus)) {
    stage.press(view::Act::FewerMembers);
  }
  if (!look.label_above)
    canvas.text(inside, look.label, kName, {.vertical = VerticalAlign::Middle});
}

}  // namespace

void add_stepper(Flow& flow, Stage& stage, int size, int least) {
  const double height = stepper_of(stage, flow.width()).height;
  flow.add(height, [&stage, size, least](const Rect& r) { draw_stepper(stage, r, size, least); });
}

}  // namespace huimin::screens::resident
