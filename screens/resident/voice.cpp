#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

constexpr double kBelowHeading = 3;

void add_rate(Flow& flow, Stage& stage, int rate) {
  const std::string percent = std::to_string(view::rate_percent(rate));
  flow.heading(stage.text("voice.rate", {{"percent", percent}}));
  flow.gap(kBelowHeading);
  add_two_buttons(flow, stage,
                  {.act = view::Act::VoiceSlower,
                   .icon = Icon::Remove,
                   .title = stage.text("voice.slower"),
                   .enabled = rate > 0},
                  {.act = view::Act::VoiceFaster,
                   .icon = Icon::Add,
                   .title = stage.text("voice.faster"),
                   .enabled = rate < view::kRates - 1});
}

void add_volume(Flow& flow, Stage& stage, int volume) {
  flow.heading(stage.text("voice.volume", {{"step", std::to_string(volume + 1)},
                                           {"steps", std::to_string(view::kVolumes)}}));
  flow.gap(kBelowHeading);
  add_two_buttons(flow, stage,
                  {.act = view::Act::VoiceSofter,
                   .icon = Icon::Remove,
                   .title = stage.text("voice.softer"),
                   .enabled = volume > 0},
                  {.act = view::Act::VoiceLouder,
                   .icon = Icon::Add,
                   .title = stage.text("voice.louder"),
                   .enabled = volume < view::kVolumes - 1});
}

}  // namespace

void draw(Stage& stage, const view::Voice&) {
  const view::Comfort& comfort = stage.chrome.comfort;
  const Place stop{.act = view::Act::StopReading,
                   .label = stage.text("aids.read_aloud.stop"),
                   .icon = Icon::Close};
  const Page page = draw_shell(
      stage,
      {.name = "voice",
       .left = stop,
       .right = filled_place(view::Act::Resume, stage.text("help.resume"), Icon::ArrowForward),
       .covered = true});
  Flow flow(stage, page.content());
  flow.title_with(Icon::VolumeUp, stage.text("voice.title"));
  flow.lead(stage.text("voice.lead"));
  flow.gap(kS3);
  flow.split();
  add_rate(flow, stage, comfort.rate);
  flow.gap(kS3);
  add_volume(flow, stage, comfort.volume);
  flow.gap(kS3);
  flow.turn();
  if (is_tight(stage.theme())) {
    flow.words(stage.text("voice.dark.what"), {.line_height = 1.3});
  } else {
    flow.heading(stage.text("voice.dark.what"));
  }
  flow.gap(kBelowHeading);
  flow.button(view::Act::DarkScreen, stage.text("voice.dark"), Icon::Monitor);
  flow.draw("voice.body");
}

}  // namespace huimin::screens::resident
