// The two bars of every screen, filled from the chrome: where am I, four aids; back or end, call
// staff, next.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "screens/resident/flow.h"
#include "screens/toolkit/page.h"

namespace huimin::screens::resident {

// One of the outer places of the bottom bar. Without an act it holds the sentence, or nothing.
struct Place {
  std::optional<view::Act> act = std::nullopt;
  std::string label = {};
  Icon icon = Icon::None;
  ButtonKind kind = ButtonKind::Outlined;
  bool enabled = true;
  std::string say = {};
};

struct Shell {
  std::string_view name;  // of the screen; another one ends a touch that began before
  Place left = {};
  Place right = {};
  view::Progress progress = {};  // a small panel says it in the top bar
  std::string chapter = {};      // instead of the name of the progress's chapter
  bool covered = false;     // the second line says that the contents are covered
  std::string question = {};  // the page's title, where the page has no height for it
  std::string called = {};  // on the middle button once staff are called; empty: the usual words
};

// Whether pages with a keyboard or a long list ask their question in the top bar: large letters on
// a low panel leave no height for it, least of all when something is wrong.
bool asks_in_bar(const Theme& theme);

// Language, size, colours, reading aloud. Without a label it is not offered.
struct Aid {
  view::Act act = view::Act::NextLanguage;
  Icon icon = Icon::None;
  std::string label = {};
  bool on = false;  // other than usual
};
inline constexpr std::size_t kAids = 4;
std::array<Aid, kAids> aids_of(const Stage& stage);

// Draws both bars, turns what was touched into intents, and returns the page between them.
Page draw_shell(Stage& stage, const Shell& shell);

// The title of a page whose shell was given it as a question: nothing, if the bar asks it.
void add_title(Flow& flow, Stage& stage, std::string question);

// The usual places.
Place back_place(const Stage& stage);  // the step before
Place home_place(const Stage& stage);  // back, where home is what lies behind
Place end_place(const Stage& stage);
Place next_place(const Stage& stage);
Place say_place(const Stage& stage, std::string_view id);  // a short sentence
Place filled_place(view::Act act, std::string label, Icon icon);

}  // namespace huimin::screens::resident
