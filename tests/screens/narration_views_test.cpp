#include <doctest/doctest.h>

#include <string>

#include "resident_terminal.h"
#include "screens/narration/narrator.h"

using namespace huimin::screens;

namespace {

const Pronunciation& voice() {
  static const Pronunciation loaded = Pronunciation::load(HUIMIN_SHARE_DIR).value();
  return loaded;
}

Language language_of(view::Language language) {
  return language == view::Language::English ? Language::English : Language::ChineseSimplified;
}

// Says what a screen shows.
struct Teller {
  explicit Teller(view::Language spoken) : language(language_of(spoken)) {}

  Listened listened(Hearers hearers = Hearers::Hall) {
    return {terminal.frame.registry(), terminal.screens.heard(), language, hearers};
  }

  Language language;
  Terminal terminal{kUpright};
  Narrator narrator{terminal.texts, voice()};
};

}  // namespace

TEST_SUITE("narration of every screen") {
  TEST_CASE("A11Y 26: everything that can be touched on any screen says something, in both languages") {
    for (const auto spoken : {view::Language::ChineseSimplified, view::Language::English}) {
      Teller teller(spoken);
      for (const auto& sample : samples::sample_views(spoken)) {
        CAPTURE(sample.name);
        teller.terminal.settle(sample);
        for (const Entry& entry : teller.terminal.frame.registry().entries()) {
          if (!is_interactive(entry.role)) continue;
          CAPTURE(entry.id);
          CAPTURE(entry.label);
          CHECK_FALSE(teller.narrator.entry(teller.listened(), entry.id).empty());
        }
        const Utterances whole = teller.narrator.whole_screen(teller.listened());
        CHECK(whole.size() > 1);
      }
      CHECK(teller.terminal.texts.missing_ids().empty());
    }
  }

  TEST_CASE("A11Y 29: no asterisk is spoken, and nothing marked personal reaches the hall") {
    Teller teller(view::Language::ChineseSimplified);
    for (const auto& sample : samples::sample_views(view::Language::ChineseSimplified)) {
      CAPTURE(sample.name);
      teller.terminal.settle(sample);
      for (const Utterance& each : teller.narrator.whole_screen(teller.listened())) {
        CAPTURE(each.id);
        CHECK_FALSE(each.personal);
        for (const SpokenPiece& piece : each.pieces) CHECK_FALSE((piece.text.find('*') != std::string::npos));
      }
    }
  }

  TEST_CASE("a screen begins with its title and ends with its buttons") {
    Teller teller(view::Language::English);
    const auto sample = samples::sample_view(view::Language::English, "home");
    teller.terminal.settle(sample);
    const Utterances whole = teller.narrator.whole_screen(teller.listened());
    REQUIRE(whole.size() > 3);
    CHECK(whole.front().kind == UtteranceKind::Title);
    CHECK(whole.back().kind == UtteranceKind::Bar);
  }
}
