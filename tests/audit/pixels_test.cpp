// Colours as they are painted, read back from the picture: every screen at medium size on the
// upright panel, in four palettes.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "pixels.h"

using namespace huimin::screens;
using namespace huimin::screens::audit;

namespace {

constexpr view::Palette kPalettes[] = {view::Palette::Standard, view::Palette::DarkGround,
                                       view::Palette::LightGround, view::Palette::Soft};

// What was found, by what it is about, so that one cause is one line.
class Breaches {
 public:
  void add(const std::string& screen, const std::string& id, const std::string& what) {
    auto& [where, times] = found_[id + ": " + what];
    if (where.empty()) where = screen;
    ++times;
  }
  void check() const {
    std::string lines;
    for (const auto& [what, seen] : found_) {
      lines += "  " + what + " on " + seen.first + " x" + std::to_string(seen.second) + '\n';
    }
    CHECK_MESSAGE(found_.empty(), lines);
  }

 private:
  std::map<std::string, std::pair<std::string, int>> found_;
};

std::string tenths(double value) {
  const int whole = static_cast<int>(value * 10);
  return std::to_string(whole / 10) + "." + std::to_string(whole % 10);
}

// Draws and paints every sample in this palette.
template <typename Look>
void for_each_painting(view::Palette palette, Look look) {
  Stand stand{kPanels[0].screen};
  stand.paint(true);
  for (samples::Sample& sample : samples::sample_views(view::Language::ChineseSimplified)) {
    sample.screen.chrome.comfort.palette = palette;
    REQUIRE(stand.settle(sample));
    look(sample, stand);
  }
}

bool is_whole(const Entry& entry) {
  return !entry.visible.empty() && entry.visible == entry.rect;
}

// A key is known by its letter: it lies on a quiet tray and has no edge.
bool is_key(const Entry& entry) {
  return entry.role == Role::Key || entry.role == Role::Candidate;
}

// An empty field and a picture have a name, but no letter of it is painted.
bool has_words(const Entry& entry) {
  return entry.role != Role::Picture && !(entry.role == Role::Field && entry.value.empty());
}

void check_words(view::Palette palette) {
  Breaches breaches;
  for_each_painting(palette, [&](const samples::Sample& sample, Stand& stand) {
    const Painting painting{stand};
    for (const Entry& entry : stand.registry().entries()) {
      if (!is_whole(entry) || entry.cap_mm <= 0 || entry.label.empty()) continue;
      const Rgb ground = painting.most_frequent(entry.rect);
      const double ratio = painting.strongest_contrast(entry.rect, ground);
      if (ratio < least_contrast(palette)) breaches.add(sample.name, entry.id, tenths(ratio));
      if (has_words(entry) && !painting.shows(entry.rect, entry.ink)) {
        breaches.add(sample.name, entry.id, "its ink is not on the picture");
      }
    }
  });
  breaches.check();
}

void check_edges(view::Palette palette) {
  Breaches breaches;
  for_each_painting(palette, [&](const samples::Sample& sample, Stand& stand) {
    const Painting painting{stand};
    for (const Entry& entry : stand.registry().entries()) {
      if (!is_interactive(entry.role) || !entry.enabled || !is_whole(entry) || is_key(entry)) {
        continue;
      }
      const double ratio = painting.edge_contrast(entry.rect);
      if (ratio < least_contrast(palette)) breaches.add(sample.name, entry.id, tenths(ratio));
    }
  });
  breaches.check();
}

void check_rings(view::Palette palette) {
  Breaches breaches;
  for_each_painting(palette, [&](const samples::Sample& sample, Stand& stand) {
    // Any key wakes the idle screen, so no ring is ever on it.
    if (sample.name == "attract") return;
    const std::vector<Entry> entries = stand.registry().entries();
    for (const Entry& entry : entries) {
      if (!is_interactive(entry.role) || !entry.enabled || !is_whole(entry)) continue;
      stand.toolkit().focus().set(entry.id);
      stand.frame(sample);
      const double ratio = Painting{stand}.ring_contrast(entry.rect);
      if (ratio < least_contrast(palette)) breaches.add(sample.name, entry.id, tenths(ratio));
    }
  });
  breaches.check();
}

}  // namespace

TEST_SUITE("audit of the painted colours") {
  TEST_CASE("A11Y 8: painted words stand out by 10 to 1 at least, in the colours that are told") {
    check_words(view::Palette::Standard);
  }

  TEST_CASE("A11Y 9: painted words stand out by 20 to 1 on black and on white ground") {
    check_words(view::Palette::DarkGround);
    check_words(view::Palette::LightGround);
  }

  TEST_CASE("A11Y 9, 10: painted words stand out by 4.5 to 1 in the soft palette") {
    check_words(view::Palette::Soft);
  }

  TEST_CASE("A11Y 8: the edge or fill of what can be touched stands out by 10 to 1 at least") {
    check_edges(view::Palette::Standard);
  }

  TEST_CASE("A11Y 9, 10: edges stand out by 20 to 1 on black and on white ground, 4.5 in soft") {
    for (const view::Palette palette :
         {view::Palette::DarkGround, view::Palette::LightGround, view::Palette::Soft}) {
      CAPTURE(name_of(palette));
      check_edges(palette);
    }
  }

  TEST_CASE("A11Y 8: the ring of the keypad stands out from its ground, in every palette") {
    for (const view::Palette palette : kPalettes) {
      CAPTURE(name_of(palette));
      check_rings(palette);
    }
  }
}
