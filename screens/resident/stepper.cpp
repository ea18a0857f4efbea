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
};

Stepper stepper_of(Stage& stage, double width) {
  Stepper s{stage.text("household.all"), stage.text("household.more"),
            stage.text("household.fewer")};
  s.button = std::max(34.0, button_width(stage.ui, {.label = s.fewer, .icon = Icon::Remove}));
  const double beside = width - 16 - 2 * s.button - number_width(stage) - 12;
  s.label_above = stage.canvas().measure(s.label, kName).width > beside;
  s.height = std::max(kPrimaryTouch, stage.canvas().measure("0", kNumber).height) + 12;
  if (s.label_above) s.height += stage.canvas().measure(s.label, kName, width - 16).height + 3;
  return s;
}

void draw_stepper(Stage& stage, const Rect& rect, int size, int least) {
  Canvas& canvas = stage.canvas();
  const Stepper look = stepper_of(stage, rect.w);
  canvas.box(rect, {.radius_mm = kR3});
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
