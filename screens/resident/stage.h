// What every draw function of this folder works with: the toolkit, the words of the chosen
// language, the bars' contents, and where intents go. Valid for one frame.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "screens/locale/formats.h"
#include "screens/toolkit/ui.h"
#include "screens/view/resident.h"

namespace huimin::screens::resident {

class Unfinished;

struct Stage {
  Ui& ui;
  Wording wording;
  const view::Chrome& chrome;
  Unfinished& unfinished;
  view::Intents& out;

  Canvas& canvas() { return ui.canvas(); }
  const Theme& theme() const { return ui.theme(); }

  std::string text(std::string_view id) const;
  std::string text(std::string_view id, TextValues values) const;
  // "1 day", "2 days": the texts <id>.one and <id>.other.
  std::string counted(std::string_view id, int count) const;

  void press(view::Act act);
  void choose(std::string id);
};

// An entry of the registry for a widget that this folder draws itself; the audit reads its colours.
struct Drawn {
  Colour ink = Colour::Ink;
  Colour ground = Colour::Card;
  Type smallest = Type::T0;
};
Entry entry_of(const Stage& stage, std::string id, Role role, std::string label,
               const Drawn& drawn = {});

// "act.next", "field.name".
std::string id_of(view::Act act);
std::string id_of(view::Field field);

// "11月4日", "4 Nov"; an uncertain day begins with "about".
std::string day_text(const Stage& stage, const view::Day& day);
// "11月4日 星期三 · 上午 9:42"; empty when the clock is not to be trusted.
std::string date_and_time_text(const Stage& stage, const view::LocalTime& time);
// "11月4日 星期三"; empty when the clock is not to be trusted.
std::string weekday_text(const Stage& stage, const view::LocalTime& time);
// "11月4日"; empty when the clock is not to be trusted.
std::string date_only(const Stage& stage, const view::LocalTime& time);
// "上午 9:42"; empty when the clock is not to be trusted.
std::string clock_text(const Stage& stage, const view::LocalTime& time);
// "11月4日 上午 9:42"
std::string moment_text(const Stage& stage, const view::LocalTime& time);
// That staff have been called, or how to call them: never a promise that is not kept.
std::string staff_text(const Stage& stage);
// "30 个工作日" or "3 天".
std::string days_text(const Stage& stage, int days, bool working_days);
// "3 号窗口 · 电话 0739-0000118": what is known of it.
std::string contact_line(const Stage& stage, const view::Contact& contact);
// "酿溪镇社会事务办 · 李满秀"
std::string contact_name(const view::Contact& contact);

// "第 4 步，共 7 步 · 要用的钱"; in extra-large letters without the chapter, which `name` replaces.
std::string steps_text(const Stage& stage, const view::Progress& progress, std::string name = {});

// Words of a pager's buttons: shorter ones for extra-large letters on a small panel.
std::string pager_text(const Stage& stage, std::string_view id);

// The icon of this name in the icon font; None if we have none of that name.
Icon icon_of(std::string_view name);

}  // namespace huimin::screens::resident
