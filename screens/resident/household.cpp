#include <algorithm>
#include <vector>

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
  int index = -1;  // of a member, who can be changed
};

// How the cards of one list are laid out: the picture goes before a name stands on many lines, and
// the button goes under words that would be broken beside it.
struct CardLook {
  bool avatar = true;
  bool button_under = false;
};

Button change_look(const std::string& word) {
  return {.label = word, .size = ButtonSize::Medium, .icon = Icon::Edit, .ground = Colour::Card};
}

double change_height(const Theme& theme) {
  return std::max(kPrimaryTouch, button_height(theme, ButtonSize::Medium));
}

double change_width(Stage& stage) {
  const std::string change = stage.text("words.change");
  return std::max(40.0, button_width(stage.ui, change_look(change)));
}

double card_pad(const Theme& theme) { return theme.small_panel() ? kS2 : kS3; }

double room_for_words(Stage& stage, double width, const CardLook& look, bool changed) {
  double room = width - 2 * card_pad(stage.theme());
  if (look.avatar) room -= kAvatar + 6;
  if (changed && !look.button_under) room -= change_width(stage) + kS2;
  return room;
}

CardLook look_for(Stage& stage, double width, const std::vector<Person>& people) {
  constexpr int kMostLines = 2;
  const CardLook looks[] = {{}, {.avatar = false}};
  for (const CardLook& look : looks) {
    const double room = room_for_words(stage, width, look, true);
    const int most = look.avatar ? kMostLines - 1 : kMostLines;
    const bool all = std::all_of(people.begin(), people.end(), [&](const Person& person) {
      const TextBlock name = stage.canvas().measure(person.name, kName, room);
      const TextBlock second = stage.canvas().measure(person.second, kSecond, room);
      return !name.clipped && !second.clipped && name.lines <= most && second.lines <= 1;
    });
    if (all) return look;
  }
  return {.avatar = false, .button_under = true};
}

double words_height(Stage& stage, double room, const Person& person) {
  const double name = stage.canvas().measure(person.name, kName, room).height;
  if (person.second.empty()) return name;
  return name + stage.canvas().measure(person.second, kSecond, room).height;
}

void draw_person(Stage& stage, const Rect& rect, const Person& person, const CardLook& look) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  Rect inside = rect.inset(card_pad(stage.theme()), 0);
  if (look.avatar) {
    const Rect avatar = inside.cut_left(kAvatar, 6);
    canvas.disc(avatar.centre(), kAvatar / 2, Colour::BlueSoft);
    canvas.icon(avatar.centre(), person.icon, kAvatar * 0.66, Colour::Blue);
  }
  if (person.index >= 0) {
    const std::string change = stage.text("words.change");
    const double height = change_height(stage.theme()), width = change_width(stage);
    if (look.button_under) inside.cut_bottom(card_pad(stage.theme()));
    const Rect place = look.button_under ? inside.cut_bottom(height, kS1)
                                         : inside.cut_right(width, kS2).centred(width, height);
    const std::string id = "member." + std::to_string(person.index);
    if (button(stage.ui, id, place, change_look(change))) {
      stage.out.push_back(view::intent::EditMember{person.index});
    }
  }
  const double words = words_height(stage, inside.w, person);
  inside.cut_top(std::max(0.0, (inside.h - words) / 2));
  const double first = canvas.measure(person.name, kName, inside.w).height;
  canvas.text(inside.cut_top(first), person.name, kName);
  if (!person.second.empty()) canvas.text(inside, person.second, kSecond);
}

void add_person(Flow& flow, Stage& stage, const Person& person, const CardLook& look) {
  const bool changed = person.index >= 0;
  const double room = room_for_words(stage, flow.width(), look, changed);
  double height = words_height(stage, room, person) + 6;
  if (changed && look.button_under) {
    height += change_height(stage.theme()) + kS1 + card_pad(stage.theme());
  }
  const Theme& theme = stage.theme();
  height = std::max(height, theme.small_panel() ? 26.0 : 32 * std::max(1.0, theme.growth()));
  flow.grow(height, height + 6, [&stage, person, look](const Rect& r) {
    draw_person(stage, r, person, look);
  });
  flow.gap(4);
}

Person person_of(const Stage& stage, const view::MemberRow& member, int index) {
  const bool child = member.age && *member.age < 18;
  const std::string age = member.age
                              ? stage.text("household.age", {{"n", std::to_string(*member.age)}})
                              : stage.text("household.no_age");
  return {child ? Icon::School : Icon::Person, member.relation, age, index};
}

}  // namespace

void draw(Stage& stage, const view::Household& view) {
  const Page page = draw_shell(stage, {.name = "household",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress,
                                       .question = stage.text("household.title")});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("household.title"));
  flow.lead(stage.text("household.lead"));
  flow.gap(kS3);
  flow.split();
  add_stepper(flow, stage, view.size, 1 + static_cast<int>(view.members.size()));
  flow.gap(4);
  std::vector<Person> people;
  for (std::size_t i = 0; i < view.members.size(); ++i) {
    people.push_back(person_of(stage, view.members[i], static_cast<int>(i)));
  }
  const CardLook look = look_for(stage, flow.width(), people);
  const std::string self = stage.text("household.self");
  add_person(flow, stage,
             {Icon::Person, view.applicant.empty() ? self : view.applicant,
              view.applicant.empty() ? std::string{} : self},
             look);
  const auto add_another = [&] {
    flow.button(view::Act::AddMember, stage.text("household.add"), Icon::PersonAdd);
    flow.gap(kS2);
  };
  if (flow.wide()) add_another();
  flow.turn();
  for (const Person& person : people) add_person(flow, stage, person, look);
  if (!flow.wide()) add_another();
  flow.note("household.note", stage.text("household.note"));
  flow.draw("household.body");
}

}  // namespace huimin::screens::resident
