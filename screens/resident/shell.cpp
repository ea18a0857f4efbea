#include "screens/resident/shell.h"

#include <utility>

namespace huimin::screens::resident {

namespace {

struct Heading {
  std::string title, subtitle, short_title, short_subtitle;
};

std::string topic_id(view::Topic topic) {
  switch (topic) {
    case view::Topic::None: return {};
    case view::Topic::Apply: return "topic.apply";
    case view::Topic::Status: return "topic.status";
    case view::Topic::Elsewhere: return "topic.elsewhere";
  }
  return {};
}

std::string with_person(const std::string& topic, const std::string& person) {
  return person.empty() ? topic : topic + " · " + person;
}

Heading heading(const Stage& stage, const Shell& shell) {
  const view::Chrome& chrome = stage.chrome;
  const std::string clock = clock_text(stage, chrome.now);
  const std::string topic = topic_id(chrome.topic);
  Heading heading;
  if (topic.empty()) {
    heading = {chrome.hall, date_and_time_text(stage, chrome.now), date_only(stage, chrome.now),
               clock};
    // The hall's name has no short form: the day stands for it.
    if (heading.short_title.empty()) heading.short_title = chrome.hall;
  } else {
    heading = {stage.text(topic), chrome.hall, stage.text(topic + ".short"), clock};
  }
  if (!topic.empty() && !chrome.person.empty()) {
    heading.subtitle = stage.text("topic.in_person", {{"name", chrome.person}});
    heading.short_subtitle = chrome.person;
  }
  if (stage.theme().small_panel() && shell.progress.steps > 0) {
    heading.title = with_person(heading.title, chrome.person);
    heading.subtitle = steps_text(stage, shell.progress, shell.chapter);
    heading.short_subtitle = stage.text(
        "steps.place.shortest",
        {{"n", std::to_string(shell.progress.step)}, {"m", std::to_string(shell.progress.steps)}});
  }
  if (shell.covered) {
    heading.subtitle = stage.text("topic.covered");
    heading.short_subtitle = stage.text("topic.covered.short");
  }
  return heading;
}

std::string_view size_id(view::TextSize size) {
  switch (size) {
    case view::TextSize::Small: return "aids.size.small";
    case view::TextSize::Medium: return "aids.size";
    case view::TextSize::Large: return "aids.size.large";
    case view::TextSize::ExtraLarge: return "aids.size.extra_large";
  }
  return "aids.size";
}

std::string_view palette_id(view::Palette palette) {
  switch (palette) {
    case view::Palette::Standard: return "aids.palette.dark";
    case view::Palette::DarkGround: return "aids.palette.dark";
    case view::Palette::LightGround: return "aids.palette.light";
    case view::Palette::Soft: return "aids.palette.soft";
  }
  return "aids.palette.dark";
}

// A sentence that does not fit its place is left out; buttons never are.
std::string sentence(Stage& stage, const std::string& words, double width) {
  if (words.empty()) return words;
  const TextStyle style{.type = Type::T0,
                        .line_height = stage.theme().extra_large() ? 1.3 : 1.4};
  const TextBlock block = stage.canvas().measure(words, style, width);
  return block.height <= stage.theme().bar_button_mm() ? words : std::string{};
}

BarPlace bar_place(const Place& place, const std::string& id) {
  return {.id = id,
          .label = place.label,
          .icon = place.icon,
          .kind = place.kind,
          .enabled = place.enabled,
          .say = place.say};
}

std::optional<view::Act> act_of(PageClick click, const Shell& shell) {
  switch (click) {
    case PageClick::None: return std::nullopt;
    case PageClick::Left: return shell.left.act;
    case PageClick::Help: return view::Act::CallStaff;
    case PageClick::Right: return shell.right.act;
    case PageClick::Language: return view::Act::NextLanguage;
    case PageClick::Size: return view::Act::NextSize;
    case PageClick::Palette: return view::Act::NextPalette;
    case PageClick::Read: return view::Act::ReadAloud;
  }
  return std::nullopt;
}

}  // namespace

bool asks_in_bar(const Theme& theme) {
  if (theme.portrait()) return false;
  return theme.small_panel() ? theme.cramped() : theme.extra_large();
}

std::array<Aid, kAids> aids_of(const Stage& stage) {
  const view::Comfort& comfort = stage.chrome.comfort;
  const std::string read =
      stage.text(comfort.reading ? "aids.read_aloud.stop" : "aids.read_aloud");
  return {{
      {view::Act::NextLanguage, Icon::Translate,
       stage.text(stage.theme().extra_large() ? "aids.language.short" : "aids.language")},
      {view::Act::NextSize, Icon::FormatSize, stage.text(size_id(comfort.size)),
       comfort.size != view::TextSize::Medium},
      {view::Act::NextPalette, Icon::Contrast, stage.text(palette_id(comfort.palette)),
       comfort.palette != view::Palette::Standard},
      {view::Act::ReadAloud, Icon::VolumeUp, stage.chrome.can_read ? read : std::string{},
       comfort.reading},
  }};
}

Page draw_shell(Stage& stage, const Shell& wanted) {
  // Within the places of the bottom bar, in mm.
  constexpr double kLeft = 59, kRight = 86;
  Shell shell = wanted;
  shell.left.say = sentence(stage, wanted.left.say, kLeft);
  shell.right.say = sentence(stage, wanted.right.say, kRight);
  const Heading top = heading(stage, shell);
  const auto aids = aids_of(stage);
  const bool called = stage.chrome.staff_called;
  const std::string called_words =
      shell.called.empty() ? stage.text("bar.staff_called") : shell.called;
  const std::string help = called ? called_words : stage.text("bar.call_staff");
  const std::string left = shell.left.act ? id_of(*shell.left.act) : std::string{"bar.left"};
  const std::string right = shell.right.act ? id_of(*shell.right.act) : std::string{"bar.right"};
  std::array<std::string, kAids> ids;
  for (std::size_t i = 0; i < kAids; ++i) ids[i] = id_of(aids[i].act);
  const std::string help_id = id_of(view::Act::CallStaff);
  Page page(stage.ui, {.screen = shell.name,
                       .title = top.title,
                       .subtitle = top.subtitle,
                       .short_title = top.short_title,
                       .short_subtitle = top.short_subtitle,
                       .question =
                           asks_in_bar(stage.theme()) ? shell.question : std::string_view{},
                       .aids = {.language = aids[0].label,
                                .size = aids[1].label,
                                .palette = aids[2].label,
                                .read = aids[3].label,
                                .size_on = aids[1].on,
                                .palette_on = aids[2].on,
                                .reading = aids[3].on,
                                .language_id = ids[0],
                                .size_id = ids[1],
                                .palette_id = ids[2],
                                .read_id = ids[3]},
                       .left = bar_place(shell.left, left),
                       .help = help,
                       .help_id = help_id,
                       .help_called = called,
                       .right = bar_place(shell.right, right)});
  if (const auto act = act_of(page.clicked(), shell)) stage.press(*act);
  return page;
}

void add_title(Flow& flow, Stage& stage, std::string question) {
  if (!asks_in_bar(stage.theme())) flow.title(std::move(question));
}

Place back_place(const Stage& stage) {
  return {.act = view::Act::Back, .label = stage.text("bar.previous"), .icon = Icon::ArrowBack};
}

Place home_place(const Stage& stage) {
  return {.act = view::Act::Back, .label = stage.text("bar.back"), .icon = Icon::ArrowBack};
}

Place end_place(const Stage& stage) {
  return {.act = view::Act::End, .label = stage.text("bar.end"), .icon = Icon::Logout};
}

Place next_place(const Stage& stage) {
  return filled_place(view::Act::Next, stage.text("bar.next"), Icon::ArrowForward);
}

Place say_place(const Stage& stage, std::string_view id) { return {.say = stage.text(id)}; }

Place filled_place(view::Act act, std::string label, Icon icon) {
  return {.act = act, .label = std::move(label), .icon = icon, .kind = ButtonKind::Filled};
}

}  // namespace huimin::screens::resident
