#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <variant>

#include "resident_terminal.h"

using namespace huimin::screens;
using samples::Sample;

namespace {

constexpr auto kChinese = view::Language::ChineseSimplified;

Sample sample(const std::string& name) { return samples::sample_view(kChinese, name); }

// What touching this widget of this screen gives.
view::Intents touched(const std::string& name, const std::string& id) {
  Terminal terminal(kUpright);
  return terminal.tap(sample(name), id);
}

template <class Kind>
Kind only(const view::Intents& intents) {
  REQUIRE(intents.size() == 1);
  REQUIRE(std::holds_alternative<Kind>(intents.front()));
  return std::get<Kind>(intents.front());
}

// What the field of this sample holds after these bytes of a hardware keyboard.
std::string typed(const std::string& name, std::string_view bytes) {
  Terminal terminal(kUpright);
  const Sample screen = sample(name);
  terminal.settle(screen);
  terminal.frame.bridge().type(bytes);
  return only<view::intent::Edit>(terminal.show(screen)).value;
}

bool is_key(const std::string& id) {
  return id.starts_with("key.") || id.starts_with("cand.") || id.starts_with("place.rows");
}

}  // namespace

TEST_SUITE("resident intents") {
  TEST_CASE("every button gives the act that its id names, and only that") {
    for (const Sample& each : samples::sample_views(kChinese)) {
      CAPTURE(each.name);
      Terminal terminal(kUpright);
      terminal.settle(each);
      std::vector<std::string> ids;
      for (const Entry& entry : terminal.frame.registry().entries()) {
        if (entry.id.starts_with("act.") && entry.enabled) ids.push_back(entry.id);
      }
      CHECK(!ids.empty());
      for (const std::string& id : ids) {
        CAPTURE(id);
        const view::Intents intents = terminal.tap(each, id);
        CHECK("act." + std::string{view::name_of(only<view::intent::Press>(intents).act)} == id);
      }
    }
  }

  TEST_CASE("every widget of every screen answers when it is touched") {
    const std::set<std::string> silent{"pad", "place.rows.forward", "place.rows.back"};
    for (const Sample& each : samples::sample_views(kChinese)) {
      CAPTURE(each.name);
      Terminal terminal(kUpright);
      terminal.settle(each);
      std::vector<std::string> ids;
      for (const Entry& entry : terminal.frame.registry().entries()) {
        const bool touchable = is_interactive(entry.role) && entry.enabled && !is_key(entry.id);
        if (touchable && !silent.contains(entry.id) && !entry.id.ends_with(".forward"))
          ids.push_back(entry.id);
      }
      for (const std::string& id : ids) {
        CAPTURE(id);
        CHECK(terminal.tap(each, id).size() == 1);
      }
    }
  }

  TEST_CASE("help and the four aids are on every screen") {
    for (const Sample& each : samples::sample_views(kChinese)) {
      CAPTURE(each.name);
      Terminal terminal(kUpright);
      terminal.settle(each);
      for (const char* id : {"act.call_staff", "act.next_language", "act.next_size",
                             "act.next_palette", "act.read_aloud"}) {
        CAPTURE(id);
        CHECK(terminal.frame.registry().find(id) != nullptr);
      }
      // The idle screen has no bar that says where one is.
      CHECK((terminal.frame.registry().find("page.title") != nullptr) == (each.name != "attract"));
    }
  }

  TEST_CASE("the whole idle screen starts") {
    Terminal terminal(kUpright);
    const Sample idle = sample("attract");
    terminal.settle(idle);
    terminal.frame.bridge().press(200, 300);
    terminal.frame.bridge().release(200, 300);
    view::Intents all;
    for (int i = 0; i < 4; ++i) {
      for (auto& intent : terminal.show(idle)) all.push_back(std::move(intent));
    }
    CHECK(only<view::intent::Press>(all).act == view::Act::Start);
  }

  TEST_CASE("the foot of the idle screen helps and does not start") {
    CHECK(only<view::intent::Press>(touched("attract", "act.call_staff")).act ==
          view::Act::CallStaff);
    CHECK(only<view::intent::Press>(touched("attract", "act.next_size")).act ==
          view::Act::NextSize);
    CHECK(only<view::intent::Press>(touched("attract", "act.read_aloud")).act ==
          view::Act::ReadAloud);
  }

  TEST_CASE("a choice comes back by its id") {
    CHECK(only<view::intent::Choose>(touched("happened", "option.fire")).id == "fire");
    CHECK(only<view::intent::Choose>(touched("member", "option.daughter")).id == "daughter");
    CHECK(only<view::intent::Choose>(touched("place", "row.430522100202")).id == "430522100202");
    CHECK(only<view::intent::Choose>(touched("place", "level.county")).id == "level.county");
  }

  TEST_CASE("papers, members and answers come back with their place") {
    const auto later = only<view::intent::SetPaper>(touched("papers", "paper.proof"));
    CHECK(later.id == "proof");
    CHECK(!later.brought);
    CHECK(only<view::intent::SetPaper>(touched("papers", "paper.account")).brought);
    CHECK(only<view::intent::EditMember>(touched("household", "member.1")).index == 1);
    CHECK(only<view::intent::Change>(touched("review", "change.place")).answer ==
          view::Answer::Place);
    CHECK(only<view::intent::Focus>(touched("money", "field.spent")).field == view::Field::Spent);
  }

  TEST_CASE("a paper that is not needed cannot be touched") {
    Terminal terminal(kUpright);
    terminal.settle(sample("papers"));
    CHECK(terminal.frame.registry().find("paper.income") == nullptr);
  }

  TEST_CASE("keys make a new value, and the last key finishes the field") {
    const auto digit = only<view::intent::Edit>(touched("type-number", "key.7"));
    CHECK(digit.field == view::Field::IdNumber);
    CHECK(digit.value == "43052219007");
    CHECK(only<view::intent::Edit>(touched("type-number", "key.delete")).value == "430522190");
    CHECK(only<view::intent::Edit>(touched("money", "key.5")).value == "80005");
    CHECK(only<view::intent::Focus>(touched("money", "key.done")).field == view::Field::Spent);
    CHECK(only<view::intent::Press>(touched("phone", "key.done")).act == view::Act::Next);
  }

  TEST_CASE("pinyin becomes a character by touching its candidate") {
    Terminal terminal(kUpright);
    const Sample name = sample("type-name");
    CHECK(terminal.tap(name, "key.y").empty());
    CHECK(terminal.tap(name, "key.i").empty());
    CHECK(terminal.tap(name, "key.n").empty());
    CHECK(terminal.tap(name, "key.g").empty());
    const auto intents = terminal.tap(name, "cand.0");
    const std::string value = only<view::intent::Edit>(intents).value;
    CHECK(value.starts_with("王秀"));
    CHECK(value.size() == 9);
  }

  TEST_CASE("what can stand in no text is told to the journey, which has the words for it") {
    CHECK(typed("type-name", "\x01\xFF英") == "王秀英\uFFFD");
    // A number keeps a sign for it: the journey says that digits only are taken.
    CHECK(typed("phone", "\xFF\x02").ends_with("?"));
  }

  TEST_CASE("a stroke is handed over when the finger is lifted, in millimetres of the pad") {
    Terminal terminal(kUpright);
    Sample pad = sample("signature-missing");
    terminal.settle(pad);
    const PxRect rect = terminal.frame.registry().find("pad")->rect;
    Bridge& finger = terminal.frame.bridge();
    finger.press(rect.x + 100, rect.y + 100, 1000);
    view::Intents all = terminal.show(pad);
    finger.move(rect.x + 180, rect.y + 140, 1040);
    for (auto& intent : terminal.show(pad)) all.push_back(std::move(intent));
    finger.release(rect.x + 180, rect.y + 140, 1060);
    for (int i = 0; i < 3; ++i) {
      for (auto& intent : terminal.show(pad)) all.push_back(std::move(intent));
    }
    const view::InkStroke stroke = only<view::intent::Inked>(all).stroke;
    REQUIRE(stroke.size() >= 2);
    CHECK(stroke.front().x_mm == doctest::Approx(100 * 268.0 / 1080).epsilon(0.02));
    CHECK(stroke.back().at_ms == 40);
  }

  TEST_CASE("nothing of a person is left after the session") {
    Terminal terminal(kUpright);
    const Sample name = sample("type-name");
    terminal.tap(name, "key.w");
    terminal.screens.forget();
    terminal.settle(name);
    CHECK(terminal.frame.registry().find("cand.0") == nullptr);
  }
}
