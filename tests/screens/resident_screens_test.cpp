#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "resident_terminal.h"
#include "screens/toolkit/png.h"

using namespace huimin::screens;
using samples::Sample;

namespace {

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
    // What a region has scrolled away is not there to be touched.
    CHECK(intersection(entry.visible, whole) == entry.visible);
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
    if (is_interactive(entry.role) && entry.enabled && !entry.visible.empty())
      touched.push_back(&entry);
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

struct Showing {
  view::Language language = view::Language::ChineseSimplified;
  Screen panel = kUpright;
  view::TextSize size = view::TextSize::Medium;
  view::Palette palette = view::Palette::Standard;
};

void check_all(const Showing& showing, const std::string& suffix) {
  std::size_t n = 0;
  for (Sample& sample : samples::sample_views(showing.language)) {
    CAPTURE(sample.name);
    sample.screen.chrome.comfort.size = showing.size;
    sample.screen.chrome.comfort.palette = showing.palette;
    Terminal terminal(showing.panel);
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
    check_all({}, "");
  }

  TEST_CASE("upright, in English: every widget can be touched and every word read") {
    check_all({.language = view::Language::English}, "-en");
  }

  TEST_CASE("lying, in Chinese: every widget can be touched and every word read") {
    check_all({.panel = kLying}, "-lying");
  }

  TEST_CASE("lying, in English: every widget can be touched and every word read") {
    check_all({.language = view::Language::English, .panel = kLying}, "-lying-en");
  }

  TEST_CASE("upright, in large letters: every widget can be touched and every word read") {
    check_all({.size = view::TextSize::Large}, "-large");
  }

  TEST_CASE("upright, in the largest letters: every widget can be touched and every word read") {
    check_all({.size = view::TextSize::ExtraLarge}, "-xl");
  }

  TEST_CASE("upright, small and on black ground: every widget can be touched and every word read") {
    check_all({.size = view::TextSize::Small, .palette = view::Palette::DarkGround}, "-dark");
  }

  TEST_CASE("the same view gives the same picture") {
    for (const Sample& sample : samples::sample_views(view::Language::ChineseSimplified)) {
      CAPTURE(sample.name);
      const auto picture_of = [&] {
        Terminal terminal(kUpright);
        terminal.settle(sample);
        return terminal.pixels.memory();
      };
      CHECK(picture_of() == picture_of());
    }
  }
}
