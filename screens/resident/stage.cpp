#include "screens/resident/stage.h"

#include "screens/resident/unfinished.h"

#include <array>
#include <chrono>
#include <utility>
#include <variant>

namespace huimin::screens::resident {

namespace {

std::chrono::seconds since_midnight(const view::LocalTime& time) {
  return std::chrono::hours{time.hour} + std::chrono::minutes{time.minute};
}

std::string month_and_day(const Stage& stage, int month, int day) {
  const std::string name = stage.text("month.short." + std::to_string(month));
  return stage.text("words.day", {{"month", name}, {"day", std::to_string(day)}});
}

std::string_view chapter_id(view::Chapter chapter) {
  switch (chapter) {
    case view::Chapter::Who: return "chapter.who";
    case view::Chapter::Happened: return "chapter.happened";
    case view::Chapter::Household: return "chapter.household";
    case view::Chapter::Money: return "chapter.money";
    case view::Chapter::Papers: return "chapter.papers";
    case view::Chapter::Check: return "chapter.check";
    case view::Chapter::Hand: return "chapter.hand";
  }
  return "chapter.who";
}

std::string joined(const std::string& first, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return first + " · " + second;
}

}  // namespace

std::string Stage::text(std::string_view id) const {
  return std::string{wording.texts.get(wording.language, id)};
}

std::string Stage::text(std::string_view id, TextValues values) const {
  return wording.texts.format(wording.language, id, values);
}

std::string Stage::counted(std::string_view id, int count) const {
  return counted_text(wording, id, count);
}

void Stage::press(view::Act act) {
  unfinished.asked_to_go_on = act == view::Act::Next || act == view::Act::Submit;
  out.emplace_back(std::in_place_type<view::intent::Press>, view::intent::Press{act});
}

void Stage::choose(std::string id) {
  out.emplace_back(std::in_place_type<view::intent::Choose>, view::intent::Choose{std::move(id)});
}

Entry entry_of(const Stage& stage, std::string id, Role role, std::string label,
               const Drawn& drawn) {
  Entry entry;
  entry.id = std::move(id);
  entry.role = role;
  entry.label = std::move(label);
  entry.ink = stage.theme().rgb(drawn.ink);
  entry.ground = stage.theme().rgb(drawn.ground);
  entry.cap_mm = stage.theme().cap_mm(drawn.smallest);
  return entry;
}

std::string id_of(view::Act act) { return std::string{"act."} + view::name_of(act); }

std::string id_of(view::Field field) { return std::string{"field."} + view::name_of(field); }

std::string day_text(const Stage& stage, const view::Day& day) {
  const std::string plain = month_and_day(stage, day.month, day.day);
  return day.certain ? plain : stage.text("words.about_day", {{"day", plain}});
}

std::string clock_text(const Stage& stage, const view::LocalTime& time) {
  return time.certain ? time_text(stage.wording, since_midnight(time)) : std::string{};
}

std::string weekday_text(const Stage& stage, const view::LocalTime& time) {
  if (!time.certain) return {};
  const std::chrono::year_month_day date{std::chrono::year{time.year},
                                         std::chrono::month{static_cast<unsigned>(time.month)},
                                         std::chrono::day{static_cast<unsigned>(time.day)}};
  return date_text(stage.wording, date);
}

std::string date_and_time_text(const Stage& stage, const view::LocalTime& time) {
  return joined(weekday_text(stage, time), clock_text(stage, time));
}

std::string date_only(const Stage& stage, const view::LocalTime& time) {
  return time.certain ? month_and_day(stage, time.month, time.day) : std::string{};
}

std::string moment_text(const Stage& stage, const view::LocalTime& time) {
  if (!time.certain) return {};
  return month_and_day(stage, time.month, time.day) + " " + clock_text(stage, time);
}

std::string staff_text(const Stage& stage) {
  return stage.text(stage.chrome.staff_called ? "words.staff_told" : "words.staff_call");
}

std::string steps_text(const Stage& stage, const view::Progress& progress, std::string name) {
  if (stage.theme().extra_large()) {
    return stage.text("steps.place.short", {{"n", std::to_string(progress.step)},
                                            {"m", std::to_string(progress.steps)}});
  }
  if (name.empty()) name = stage.text(chapter_id(progress.chapter));
  return step_text(stage.wording, {progress.step, progress.steps, name});
}

std::string pager_text(const Stage& stage, std::string_view id) {
  const bool tight = stage.theme().cramped();
  return stage.text(std::string{id} + (tight ? ".short" : ""));
}

std::string days_text(const Stage& stage, int days, bool working_days) {
  return stage.counted(working_days ? "count.working_day" : "count.day", days);
}

std::string contact_line(const Stage& stage, const view::Contact& contact) {
  const std::string phone =
      contact.phone.empty() ? std::string{} : stage.text("words.phone", {{"phone", contact.phone}});
  return joined(contact.window, phone);
}

std::string contact_name(const view::Contact& contact) {
  return joined(contact.unit, contact.official);
}

Icon icon_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Icon>, 16> kIcons{
      {{"local_fire_department", Icon::LocalFireDepartment},
       {"directions_car", Icon::DirectionsCar},
       {"local_hospital", Icon::LocalHospital},
       {"school", Icon::School},
       {"home", Icon::Home},
       {"place", Icon::Place},
       {"person", Icon::Person},
       {"more_horiz", Icon::MoreHoriz},
       {"volunteer_activism", Icon::VolunteerActivism},
       {"handshake", Icon::Handshake},
       {"priority_high", Icon::PriorityHigh},
       {"assignment", Icon::Assignment},
       {"schedule", Icon::Schedule},
       {"inventory_2", Icon::Inventory},
       {"campaign", Icon::Campaign},
       {"help_outline", Icon::HelpOutline}}};
  for (const auto& [known, icon] : kIcons) {
    if (known == name) return icon;
  }
  return Icon::None;
}

}  // namespace huimin::screens::resident
