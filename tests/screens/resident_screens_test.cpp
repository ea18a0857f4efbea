#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "sample_views.h"
#include "screens/resident/draw.h"
#include "screens/toolkit/frame.h"
#include "screens/toolkit/png.h"

using namespace huimin::screens;
using samples::Sample;

namespace {

constexpr view::Language kLanguages[] = {view::Language::ChineseSimplified, view::Language::English};
// The 21.5 inch panel, upright and lying.
constexpr Screen kUpright{1080, 1920, 268};
constexpr Screen kLying{1920, 1080, 476.4};

// One terminal without a window.
struct Terminal {
  explicit Terminal(const Screen& panel) : screen(panel), pixels(panel.width_px, panel.height_px) {}

  view::Intents show(const Sample& sample) {
    Ui& ui = frame.begin(screen, look_of(sample.screen.chrome.comfort));
    view::Intents intents = screens.draw(ui, sample.screen);
    frame.end(pixels.surface());
    return intents;
  }
  // Draws until everything is on the picture.
  void settle(const Sample& sample) {
    for (int i = 0; i < 60; ++i) {
      show(sample);
      if (!frame.needs_redraw()) return;
    }
    FAIL("does not come to rest: ", sample.name);
  }
  // Touches the middle of this widget; what came of it.
  view::Intents tap(const Sample& sample, const std::string& id) {
    settle(sample);
    view::Intents all;
    REQUIRE(frame.tap(id));
    for (int i = 0; i < 4; ++i) {
      for (auto& intent : show(sample)) all.push_back(std::move(intent));
    }
    return all;
  }

  Screen screen;
  Texts texts = Texts::load(HUIMIN_SHARE_DIR).value();
  ResidentScreens screens{texts, HUIMIN_SHARE_DIR};
  Pixels pixels;
  Frame frame;
};

bool is_primary(const Entry& entry) {
  return entry.role == Role::Tile || entry.id == "act.next" || entry.id == "act.call_staff" ||
         entry.id == "act.back";
}

void check_sizes(const Terminal& terminal) {
  const double scale = terminal.screen.width_px / terminal.screen.width_mm;
  const PxRect whole{0, 0, terminal.screen.width_px, terminal.screen.height_px};
  for (const Entry& entry : terminal.frame.registry().entries()) {
    CAPTURE(entry.id);
    CAPTURE(entry.label);
    CHECK(!entry.clipped);
    if (!is_interactive(entry.role) || !entry.enabled) continue;
    CHECK(intersection(entry.rect, whole) == entry.rect);
    CHECK(entry.rect.w >= 12.7 * scale - 1);
    CHECK(entry.rect.h >= (is_primary(entry) ? 20 : 12.7) * scale - 1);
  }
}

double gap_px(const PxRect& a, const PxRect& b) {
  const int across = std::max(a.x - b.right(), b.x - a.right());
  const int down = std::max(a.y - b.bottom(), b.y - a.bottom());
  return std::max(across, down);
}

void check_gaps(const Terminal& terminal) {
  const double least = 2.54 * terminal.screen.width_px / terminal.screen.width_mm - 1;
  std::vector<const Entry*> touched;
  for (const Entry& entry : terminal.frame.registry().entries()) {
    if (is_interactive(entry.role) && entry.enabled && !entry.visible.empty()) touched.push_back(&entry);
  }
  for (std::size_t i = 0; i < touched.size(); ++i) {
    for (std::size_t k = i + 1; k < touched.size(); ++k) {
      CAPTURE(touched[i]->id);
      CAPTURE(touched[k]->id);
      CHECK(gap_px(touched[i]->visible, touched[k]->visible) >= least);
    }
  }
}

void write_picture(Terminal& terminal, const std::string& name) {
  const char* folder = std::getenv("HUIMIN_PICTURES");
  if (folder == nullptr) return;
  const std::filesystem::path where = std::filesystem::path{folder} / "screens";
  std::filesystem::create_directories(where);
  CHECK(write_png(where / (name + ".png"), terminal.pixels.surface()));
}

std::string number(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

void check_all(view::Language language, const Screen& panel, const std::string& suffix) {
  std::size_t n = 0;
  for (const Sample& sample : samples::sample_views(language)) {
    CAPTURE(sample.name);
    Terminal terminal(panel);
    terminal.settle(sample);
    write_picture(terminal, number(++n) + "-" + sample.name + suffix);
    CHECK(terminal.frame.registry().duplicates().empty());
    CHECK(terminal.frame.glyphs().missing().empty());
    CHECK(terminal.texts.missing_ids() == std::vector<std::string>{});
    check_sizes(terminal);
    check_gaps(terminal);
  }
}

}  // namespace

TEST_SUITE("resident screens") {
  TEST_CASE("upright, in Chinese: every widget can be touched and every word read") {
    check_all(view::Language::ChineseSimplified, kUpright, "");
  }

  TEST_CASE("upright, in English: every widget can be touched and every word read") {
    check_all(view::Language::English, kUpright, "-en");
  }

  TEST_CASE("lying, in Chinese: every widget can be touched and every word read") {
    check_all(view::Language::ChineseSimplified, kLying, "-lying");
  }

  TEST_CASE("lying, in English: every widget can be touched and every word read") {
    check_all(view::Language::English, kLying, "-lying-en");
  }

  TEST_CASE("the same view gives the same picture") {
    for (const Sample& sample : samples::sample_views(view::Language::ChineseSimplified)) {
      CAPTURE(sample.name);
      Terminal first(kUpright), second(kUpright);
      first.settle(sample);
      second.settle(sample);
      CHECK(first.pixels.memory() == second.pixels.memory());
    }
  }
}
