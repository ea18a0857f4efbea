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

std::string said(const Utterances& utterances) {
  std::string out;
  for (const Utterance& each : utterances) {
    for (const SpokenPiece& piece : each.pieces) out += piece.text + " ";
  }
  return out;
}

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

  TEST_CASE("A11Y 29: the review says name, amounts and numbers to a headset, not to the hall") {
    Teller teller(view::Language::ChineseSimplified);
    view::Review review;
    review.applicant = "单*";
    review.event = "火灾";
    review.needed = "3600.00";
    review.phone = "138****0000";
    samples::Sample sample =
        samples::sample_view(view::Language::ChineseSimplified, "review");
    sample.screen.body = review;
    teller.terminal.settle(sample);
    const std::string hall = said(teller.narrator.whole_screen(teller.listened()));
    const std::string ear =
        said(teller.narrator.whole_screen(teller.listened(Hearers::Headset)));
    for (const char* mine : {"shan4 mou3", "san1 qian1 liu4 bai3 yuan2", "huo3 zai1"}) {
      CAPTURE(mine);
      CHECK(hall.find(mine) == std::string::npos);
      CHECK(ear.find(mine) != std::string::npos);
    }
    CHECK(ear.find("yao1 san1 ba1") != std::string::npos);
  }

  TEST_CASE("A11Y 35: the receipt's number, its office and its last day are said to everybody") {
    Teller teller(view::Language::English);
    const auto sample = samples::sample_view(view::Language::English, "submitted");
    teller.terminal.settle(sample);
    const std::string hall = said(teller.narrator.whole_screen(teller.listened()));
    CHECK(hall.find("four three zero five two two, zero zero seven, zero zero zero three two "
                    "one, three seven") != std::string::npos);
    CHECK(hall.find("zero seven three nine, zero zero zero zero one one eight") !=
          std::string::npos);
  }
}
