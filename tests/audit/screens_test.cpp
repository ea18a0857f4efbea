// Every screen of the resident on one panel, in four letter sizes, four palettes and two
// languages, with everyday contents and with the longest ones. Numbers are lines of the checklist
// in tests/ACCESSIBILITY.md. There is no list of exceptions.
#include <doctest/doctest.h>

#include "sweep.h"

using namespace huimin::screens::audit;

namespace {

constexpr Panel kPanel = kPanels[HUIMIN_AUDIT_PANEL];

// All of it once, for all test cases.
const Findings& findings() {
  static const Findings all = sweep(kPanel);
  return all;
}

void check_none(Rule rule) {
  const auto found = findings().of(rule);
  CHECK_MESSAGE(found.empty(), kPanel.name, ", ", name_of(rule), ": ", summary_of(found));
}

}  // namespace

TEST_SUITE("audit of the resident's screens") {
  TEST_CASE("every screen is looked at in every size, palette and language") {
    // 16 settings in each of two languages, some hundred samples each.
    CHECK(findings().screens_looked_at() > 32 * 100);
  }

  TEST_CASE("A11Y 2: the smallest text of every screen has a cap height in the band of its size") {
    check_none(Rule::CapBand);
  }

  TEST_CASE("A11Y 5: no text is lower than 3.5 mm") { check_none(Rule::CapLeast); }

  TEST_CASE("A11Y 6: no word is cut off in any size") { check_none(Rule::Clipped); }

  TEST_CASE("A11Y 6: nothing lies outside the screen, and nothing scrolls sideways") {
    check_none(Rule::Outside);
  }

  TEST_CASE("A11Y 6: everything can be reached by paging or scrolling") {
    check_none(Rule::Reach);
  }

  TEST_CASE("A11Y 7: lines of a text are at least 1.3 letters apart") {
    check_none(Rule::LineHeight);
  }

  TEST_CASE("A11Y 8: words stand out from their ground by at least 10 to 1") {
    check_none(Rule::Contrast);
  }

  TEST_CASE("A11Y 9: on black and on white ground words stand out by at least 20 to 1") {
    check_none(Rule::HighContrast);
  }

  TEST_CASE("A11Y 9, 10: the soft palette stays between 4.5 and 8.5 to 1") {
    check_none(Rule::LowContrast);
  }

  TEST_CASE("A11Y 11: what is on, off or wrong says so in words") {
    check_none(Rule::StateInWords);
  }

  TEST_CASE("A11Y 13: every screen comes to rest, so nothing flashes") { check_none(Rule::Rest); }

  TEST_CASE("A11Y 14: everything to touch is at least 12.7 mm both ways") {
    check_none(Rule::TouchSize);
  }

  TEST_CASE("A11Y 15: between two things to touch there are at least 2.54 mm") {
    check_none(Rule::Gap);
  }

  TEST_CASE("A11Y 15: nothing overlaps what can be touched") { check_none(Rule::Overlap); }

  TEST_CASE("A11Y 16: tiles, bars and filled acts are at least 20 mm high") {
    check_none(Rule::PrimarySize);
  }

  TEST_CASE("A11Y 18: whatever scrolls has two buttons that do the same") {
    check_none(Rule::ScrollByButton);
  }

  TEST_CASE("A11Y 37: the keypad reaches every widget and leaves it again, both ways round") {
    check_none(Rule::FocusReach);
  }

  TEST_CASE("A11Y 42: without a card there is another way to say who one is") {
    check_none(Rule::OtherWay);
  }

  TEST_CASE("A11Y 43: language, size, colours and reading aloud are on every screen") {
    check_none(Rule::Aids);
  }

  TEST_CASE("every id stands once on its screen") { check_none(Rule::Duplicate); }

  TEST_CASE("every letter is in a font") { check_none(Rule::Glyph); }

  TEST_CASE("every text is there in both languages, and everything to touch has a word") {
    check_none(Rule::Text);
  }

  TEST_CASE("staff can be called from every screen") { check_none(Rule::Staff); }

  TEST_CASE("every screen has a way out, or says why not") { check_none(Rule::WayOut); }
}
