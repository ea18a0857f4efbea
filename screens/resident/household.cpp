#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/stepper.h"

namespace huimin::screens::resident {

namespace {

constexpr double kAvatar = 22;
constexpr TextStyle kName{.type = Type::T3,
                          .weight = Weight::Bold,
                          .factor = 0.913,
                          .line_height = kTitleLine,
                          .ground = Colour::Card};
constexpr TextStyle kSecond{.type = Type::T1, .colour = Colour::Soft, .ground = Colour::Card};

struct Person {
  Icon icon;
  std::string name, second;
};

void draw_person(Stage& stage, const Rect& rect, const Person& person, int index) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  Rect inside = rect.inset(kS3, 0);
  const Rect avatar = inside.cut_left(kAvatar, 6);
  canvas.disc(avatar.centre(), kAvatar / 2, Colour::BlueSoft);
  canvas.icon(avatar.centre(), person.icon, kAvatar * 0.66, Colour::Blue);
  if (index >= 0) {
    const std::string change = stage.text("words.change");
    const Button look{
        .label = change, .size = ButtonSize::Medium, .icon = Icon::Edit, .ground = Colour::Card};
    const Rect place = inside.cut_right(std::max(40.0, button_width(stage.ui, look)), kS2);
    const double height = std::max(kPrimaryTouch, button_height(stage.theme(), ButtonSize::Medium));
    if (button(stage.ui, "member." + std::to_string(index), place.centred(place.w, height), look)) {
      stage.out.push_back(view::intent::EditMember{index});
    }
  }
  const double first = canvas.measure(person.name, kName, inside.w).height;
  const double second =
      person.second.empty() ? 0 : canvas.measure(person.second, kSecond, inside.w).height;
  inside.cut_top((rect.h - first - second) / 2);
  canvas.text(inside.cut_top(first), person.name, kName);
  if (second > 0) canvas.text(inside, person.second, kSecond);
}

void add_person(Flow& flow, Stage& stage, Person person, int index) {
  const double height = 32 * std::max(1.0, stage.theme().growth());
  flow.grow(height, height + 6, [&stage, person = std::move(person), index](const Rect& r) {
    draw_person(stage, r, person, index);
  });
  flow.gap(4);
}

Person person_of(const Stage& stage, const view::MemberRow& member) {
  const bool child = member.age && *member.age < 18;
  const std::string age = member.age
                              ? stage.text("household.age", {{"n", std::to_string(*member.age)}})
                              : stage.text("household.no_age");
  return {child ? Icon::School : Icon::Person, member.relation, age};
}

}  // namespace

void draw(Stage& stage, const view::Household& view) {
  const Page page = draw_shell(stage, {.name = "household",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  flow.title(stage.text("household.title"));
  flow.lead(stage.text("household.lead"));
  flow.gap(kS3);
  flow.split();
  add_stepper(flow, stage, view.size, 1 + static_cast<int>(view.members.size()));
  flow.gap(4);
  const std::string self = stage.text("household.self");
  add_person(flow, stage,
             {Icon::Person, view.applicant.empty() ? self : view.applicant,
              view.applicant.empty() ? std::string{} : self},
             -1);
  const auto add_another = [&] {
    flow.button(view::Act::AddMember, stage.text("household.add"), Icon::PersonAdd);
    flow.gap(kS2);
  };
  if (flow.wide()) add_another();
  flow.turn();
  for (std::size_t i = 0; i < view.members.size(); ++i) {
    add_person(flow, stage, person_of(stage, view.members[i]), static_cast<int>(i));
  }
  if (!flow.wide()) add_another();
  flow.note("household.note", stage.text("household.note"));
  flow.draw("household.body");
}

}  // namespace huimin::screens::resident
