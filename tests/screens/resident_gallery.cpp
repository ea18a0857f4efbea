// Writes pictures of the resident's screens, to be looked at: every sample on one panel, in one
// letter size, palette and language. A tool for whoever draws screens; it is not a test.
//
//   resident-gallery DIR [panel=1024x768] [size=xl] [palette=dark] [lang=en] [pinyin=zhi] [NAME ...]
//
// Prints what does not fit: one line a sample.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sample_views.h"
#include "screens/resident/draw.h"
#include "screens/toolkit/frame.h"
#include "screens/toolkit/png.h"

namespace {

using namespace huimin::screens;

const std::map<std::string, Screen> kPanels{{"1080x1920", {1080, 1920, 268}},
                                            {"1920x1080", {1920, 1080, 476.4}},
                                            {"1366x768", {1366, 768, 345}},
                                            {"1024x768", {1024, 768, 304.8}}};
const std::map<std::string, view::TextSize> kSizes{{"s", view::TextSize::Small},
                                                   {"m", view::TextSize::Medium},
                                                   {"l", view::TextSize::Large},
                                                   {"xl", view::TextSize::ExtraLarge}};
const std::map<std::string, view::Palette> kPalettes{{"standard", view::Palette::Standard},
                                                     {"dark", view::Palette::DarkGround},
                                                     {"light", view::Palette::LightGround},
                                                     {"soft", view::Palette::Soft}};

struct Wanted {
  std::filesystem::path folder;
  Screen panel{1080, 1920, 268};
  view::Comfort comfort;
  std::string pinyin;
  std::vector<std::string> names;
};

bool read_argument(Wanted& wanted, const std::string& argument) {
  const auto equals = argument.find('=');
  if (equals == std::string::npos) {
    wanted.names.push_back(argument);
    return true;
  }
  const std::string key = argument.substr(0, equals), value = argument.substr(equals + 1);
  const auto take = [&value](const auto& known, auto& into) {
    const auto found = known.find(value);
    if (found == known.end()) return false;
    into = found->second;
    return true;
  };
  if (key == "panel") return take(kPanels, wanted.panel);
  if (key == "size") return take(kSizes, wanted.comfort.size);
  if (key == "palette") return take(kPalettes, wanted.comfort.palette);
  if (key == "pinyin") return (wanted.pinyin = value, true);
  if (key != "lang") return false;
  if (value == "en") wanted.comfort.language = view::Language::English;
  return value == "en" || value == "zh";
}

class Easel {
 public:
  Easel(const Wanted& wanted, const Texts& texts)
      : wanted_(wanted), screens_(texts, HUIMIN_SHARE_DIR),
        pixels_(wanted.panel.width_px, wanted.panel.height_px) {}

  void settle(const samples::Sample& sample) {
    for (int i = 0; i < 60; ++i) {
      Ui& ui = frame_.begin(wanted_.panel, look_of(sample.screen.chrome.comfort));
      screens_.draw(ui, sample.screen);
      frame_.end(pixels_.surface());
      if (!frame_.needs_redraw()) return;
    }
  }

  void draw(const samples::Sample& sample) {
    settle(sample);
    for (const char letter : wanted_.pinyin) {
      if (!frame_.tap(std::string{"key."} + letter)) break;
      for (int i = 0; i < 4; ++i) settle(sample);
    }
    const auto written = write_png(wanted_.folder / (sample.name + ".png"), pixels_.surface());
    if (!written) std::printf("%s\n", written.error().c_str());
    report(sample);
  }

 private:
  void report(const samples::Sample& sample) const {
    std::string line;
    for (const Entry& entry : frame_.registry().entries()) {
      if (entry.clipped) line += " clipped:" + entry.id + "(" + entry.label + ")";
      if (entry.id.ends_with(".body.forward")) line += " scrolls";
    }
    if (!line.empty()) std::printf("%s:%s\n", sample.name.c_str(), line.c_str());
  }

  const Wanted& wanted_;
  ResidentScreens screens_;
  Pixels pixels_;
  Frame frame_;
};

}  // namespace

int main(int count, char** arguments) {
  Wanted wanted;
  for (int i = 2; i < count; ++i) {
    if (!read_argument(wanted, arguments[i])) {
      std::fprintf(stderr, "not understood: %s\n", arguments[i]);
      return 2;
    }
  }
  const auto texts = Texts::load(HUIMIN_SHARE_DIR);
  if (count < 2 || !texts) {
    std::fprintf(stderr, "usage: resident-gallery DIR [KEY=VALUE ...] [NAME ...]\n");
    return 2;
  }
  wanted.folder = arguments[1];
  std::filesystem::create_directories(wanted.folder);
  for (samples::Sample& sample : samples::sample_views(wanted.comfort.language)) {
    const auto& names = wanted.names;
    if (!names.empty() && std::find(names.begin(), names.end(), sample.name) == names.end()) continue;
    sample.screen.chrome.comfort = wanted.comfort;
    Easel{wanted, *texts}.draw(sample);
  }
  for (const std::string& id : texts->missing_ids()) std::printf("no text: %s\n", id.c_str());
  return 0;
}
