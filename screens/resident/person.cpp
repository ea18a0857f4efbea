#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

constexpr TextStyle kLabel{.colour = Colour::Soft, .ground = Colour::Card};
constexpr double kPortrait = 58, kPortraitHeight = 74;

TextStyle name_style(const Theme& theme) {
  return {.type = Type::T4,
          .weight = Weight::Bold,
          .factor = theme.small_panel() ? 1 : 1.4,
          .line_height = 1.3,
          .ground = Colour::Card};
}

constexpr TextStyle kNumber{
    .type = Type::T3, .weight = Weight::Bold, .line_height = 1.3, .ground = Colour::Card};

void draw_portrait(Canvas& canvas, const Rect& r) {
  canvas.fill(r, Colour::BlueSoft, kR2);
  canvas.icon({r.centre().x, r.centre().y + r.h * 0.03}, Icon::Person, r.w * 0.95, Colour::Blue);
}

// Large letters on a small panel leave room for neither the picture nor the word "name", which the
// title says.
struct Said {
  std::string name, number, tail;
  double label_height = 0, name_height = 0, number_height = 0, tail_height = 0;

  double height() const { return label_height + name_height + number_height + tail_height + kS2; }
};

Said said_of(Stage& stage, const view::ConfirmPerson& view, double width) {
  Canvas& canvas = stage.canvas();
  Said said{stage.text("person.name"), stage.text("person.number"),
            stage.text("person.tail", {{"tail", view.id_tail}})};
  if (!stage.theme().cramped()) said.label_height = canvas.measure(said.name, kLabel).height;
  said.name_height = canvas.measure(view.name, name_style(stage.theme()), width).height;
  said.number_height = canvas.measure(said.number, kLabel, width).height;
  said.tail_height = canvas.measure(said.tail, kNumber, width).height;
  return said;
}

void draw_card(Stage& stage, const Rect& rect, const view::ConfirmPerson& view) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  Rect inside = rect.inset(kS4, 0);
  if (!stage.theme().cramped()) {
    const double height = std::min(kPortraitHeight, rect.h - 2 * kS2);
    draw_portrait(canvas, inside.cut_right(kPortrait, kS3).centred(kPortrait, height));
  }
  const Said said = said_of(stage, view, inside.w);
  inside.cut_top((rect.h - said.height()) / 2);
  if (said.label_height > 0) canvas.text(inside.cut_top(said.label_height), said.name, kLabel);
  canvas.text(inside.cut_top(said.name_height, kS2), view.name, name_style(stage.theme()));
  canvas.text(inside.cut_top(said.number_height), said.number, kLabel);
  canvas.text(inside, said.tail, kNumber);
}

double card_height(Stage& stage, const view::ConfirmPerson& view, double width) {
  const double beside = stage.theme().cramped() ? 0 : kPortrait + kS3;
  return said_of(stage, view, width - 2 * kS4 - beside).height() + 6;
}

}  // namespace

void draw(Stage& stage, const view::ConfirmPerson& view) {
  const Page page = draw_shell(
      stage, {.name = "person",
              .left = back_place(stage),
              .right = filled_place(view::Act::RightPerson, stage.text("person.yes"), Icon::Check),
              .progress = view.progress,
              .question = stage.text("person.title")});
  const bool one = stage.theme().cramped();
  Flow flow(stage, page.content(), one ? Flow::Columns::One : Flow::Columns::TwoIfWide);
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("person.title"));
  flow.lead(stage.text("person.lead"));
  flow.gap(kS3);
  flow.split();
  const double card = card_height(stage, view, flow.width());
  const double least = stage.theme().small_panel() ? card : std::max(card, 96.0);
  flow.grow(least, std::max(card, 112.0),
            [&stage, &view](const Rect& r) { draw_card(stage, r, view); });
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
