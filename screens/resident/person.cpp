#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

constexpr TextStyle kLabel{.colour = Colour::Soft, .ground = Colour::Card};
constexpr TextStyle kName{.type = Type::T4,
                          .weight = Weight::Bold,
                          .factor = 1.4,
                          .line_height = 1.3,
                          .ground = Colour::Card};
constexpr TextStyle kNumber{
    .type = Type::T3, .weight = Weight::Bold, .line_height = 1.3, .ground = Colour::Card};

void draw_portrait(Canvas& canvas, const Rect& r) {
  canvas.fill(r, Colour::BlueSoft, kR2);
  canvas.icon({r.centre().x, r.centre().y + r.h * 0.03}, Icon::Person, r.w * 0.95, Colour::Blue);
}

void draw_card(Stage& stage, const Rect& rect, const view::ConfirmPerson& view) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  Rect inside = rect.inset(kS4, 0);
  draw_portrait(canvas, inside.cut_right(58, kS3).centred(58, 74));
  const std::string name = stage.text("person.name"), number = stage.text("person.number");
  const double label = canvas.measure(name, kLabel).height;
  const double large = canvas.measure(view.name, kName, inside.w).height;
  const double words = 2 * label + large + kS3 + canvas.measure("0", kNumber).height;
  inside.cut_top((rect.h - words) / 2);
  canvas.text(inside.cut_top(label), name, kLabel);
  canvas.text(inside.cut_top(large, kS3), view.name, kName);
  canvas.text(inside.cut_top(label), number, kLabel);
  canvas.text(inside, stage.text("person.tail", {{"tail", view.id_tail}}), kNumber);
}

}  // namespace

void draw(Stage& stage, const view::ConfirmPerson& view) {
  const Page page = draw_shell(
      stage, {.name = "person",
              .left = back_place(stage),
              .right = filled_place(view::Act::RightPerson, stage.text("person.yes"), Icon::Check),
              .progress = view.progress});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  flow.title(stage.text("person.title"));
  flow.lead(stage.text("person.lead"));
  flow.gap(kS3);
  flow.split();
  flow.grow(96, 112, [&stage, &view](const Rect& r) { draw_card(stage, r, view); });
  flow.gap(kS2);
  flow.turn();
  add_row(flow, stage,
          {.act = view::Act::WrongPerson,
           .icon = Icon::SwapHoriz,
           .title = stage.text("person.no"),
           .second = stage.text("person.no.second")});
  flow.gap(kS2);
  add_banner(flow, stage,
             {.icon = Icon::Badge,
              .title = stage.text("person.take"),
              .second = stage.text("person.take.second"),
              .kind = BannerKind::Info});
  flow.draw("person.body");
}

}  // namespace huimin::screens::resident
