#include "screens/resident/draw.h"

#include <utility>
#include <variant>

#include "screens/narration/view_values.h"
#include "screens/resident/screens.h"
#include "screens/resident/unfinished.h"

namespace huimin::screens {

namespace {

Language language_of(view::Language language) {
  switch (language) {
    case view::Language::ChineseSimplified: return Language::ChineseSimplified;
    case view::Language::English: return Language::English;
  }
  return Language::ChineseSimplified;
}

TextSize size_of(view::TextSize size) {
  switch (size) {
    case view::TextSize::Small: return TextSize::Small;
    case view::TextSize::Medium: return TextSize::Medium;
    case view::TextSize::Large: return TextSize::Large;
    case view::TextSize::ExtraLarge: return TextSize::ExtraLarge;
  }
  return TextSize::Medium;
}

Palette palette_of(view::Palette palette) {
  switch (palette) {
    case view::Palette::Standard: return Palette::Standard;
    case view::Palette::DarkGround: return Palette::DarkGround;
    case view::Palette::LightGround: return Palette::LightGround;
    case view::Palette::Soft: return Palette::Soft;
  }
  return Palette::Standard;
}

}  // namespace

Look look_of(const view::Comfort& comfort) {
  return {size_of(comfort.size), palette_of(comfort.palette)};
}

struct ResidentScreens::Parts {
  const Texts& texts;
  resident::Unfinished unfinished;
  Heard heard = {};
};

ResidentScreens::ResidentScreens(const Texts& texts, std::filesystem::path share_dir)
    : parts_(new Parts{texts, resident::Unfinished{std::move(share_dir)}}) {}

ResidentScreens::~ResidentScreens() = default;

view::Intents ResidentScreens::draw(Ui& ui, const view::Screen& screen) {
  view::Intents out;
  parts_->heard.clear();
  const Wording wording{parts_->texts, language_of(screen.chrome.comfort.language),
                        &parts_->heard};
  note_values(wording, screen);
  resident::Stage stage{ui, wording, screen.chrome, parts_->unfinished, out};
  const bool asked = parts_->unfinished.asked_to_go_on;
  std::visit([&](const auto& body) { resident::draw(stage, body); }, screen.body);
  // Only the frame after the press shows what it led to.
  if (asked && out.empty()) parts_->unfinished.asked_to_go_on = false;
  return out;
}

const Heard& ResidentScreens::heard() const { return parts_->heard; }

void ResidentScreens::forget() {
  parts_->unfinished.forget();
  parts_->heard.clear();
}

}  // namespace huimin::screens
