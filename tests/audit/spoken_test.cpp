// What is said of every screen, with everyday contents and with the longest, on all its pages, to a
// headset and to the hall, in both languages.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "long_views.h"
#include "screens/locale/characters.h"
#include "screens/narration/narrator.h"
#include "stand.h"

using namespace huimin::screens;
using namespace huimin::screens::audit;

namespace {

const Pronunciation& voice() {
  static const Pronunciation loaded = Pronunciation::load(HUIMIN_SHARE_DIR).value();
  return loaded;
}

Registry registry_of(const Shown& shown) {
  Registry registry;
  for (const Entry& entry : shown.entries) {
    registry.set_zone(entry.zone);
    registry.set_region(entry.region);
    registry.add(entry);
  }
  return registry;
}

// One page of a screen, and somebody who listens.
struct Heeded {
  const Registry& registry;
  const Narrator& narrator;
  Listened now;
};

// Goes through all pages of all screens, for each language and each kind of hearer.
template <typename Look>
void for_each_page(Look look) {
  for (const auto spoken : {view::Language::ChineseSimplified, view::Language::English}) {
    const bool english = spoken == view::Language::English;
    Stand stand{kPanels[0].screen};
    const Narrator narrator{stand.texts(), voice()};
    std::vector<samples::Sample> all = samples::sample_views(spoken);
    for (samples::Sample& longest : long_views(spoken)) all.push_back(std::move(longest));
    for (const samples::Sample& sample : all) {
      CAPTURE(sample.name);
      CAPTURE(english);
      const Walked walked = stand.walk(sample);
      for (const Shown& shown : walked.shown) {
        const Registry registry = registry_of(shown);
        for (const Hearers hearers : {Hearers::Hall, Hearers::Headset}) {
          const Language language = english ? Language::English : Language::ChineseSimplified;
          look(Heeded{registry, narrator, {registry, stand.heard(), language, hearers}});
        }
      }
    }
  }
}

// Whether a person needs to hear it: it says or does something, and is more than a picture.
bool is_needed(const Entry& entry) {
  return entry.role != Role::Picture && !(entry.label.empty() && entry.value.empty());
}

bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000; }

bool has_raw_id(const std::string& text) {
  // "speech.role.button": two letters, a full stop and two again without a blank; not "e.g.".
  const auto letters = [&](std::size_t from) {
    return from + 2 <= text.size() && text[from] >= 'a' && text[from] <= 'z' &&
           text[from + 1] >= 'a' && text[from + 1] <= 'z';
  };
  for (std::size_t at = text.find('.'); at != text.npos; at = text.find('.', at + 1)) {
    if (at >= 2 && letters(at - 2) && letters(at + 1)) return true;
  }
  return false;
}

// What the voice of Mandarin takes: syllables with a tone, and where to breathe.
bool is_pinyin(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '.' ||
           c == '?' || c == '!' || c == ';' || c == ':';
  });
}

std::string words_of(const Utterance& said) {
  std::string words;
  for (const SpokenPiece& piece : said.pieces) words += piece.text + " ";
  return words;
}

void check_pieces(const Utterance& each) {
  CHECK_FALSE(each.pieces.empty());
  for (const SpokenPiece& piece : each.pieces) {
    CAPTURE(piece.text);
    CHECK_FALSE(piece.text.empty());
    CHECK_FALSE(has_raw_id(piece.text));
    if (piece.language == Language::ChineseSimplified) CHECK(is_pinyin(piece.text));
  }
}

}  // namespace

TEST_SUITE("audit of what is said") {
  TEST_CASE("A11Y 26: everything on every screen that a person needs is said, in both languages") {
    for_each_page([](const Heeded& page) {
      for (const Entry& entry : page.registry.entries()) {
        if (!is_needed(entry)) continue;
        CAPTURE(entry.id);
        CAPTURE(entry.label);
        const Utterances said = page.narrator.entry(page.now, entry.id);
        REQUIRE(said.size() == 1);
        check_pieces(said.front());
      }
    });
  }

  TEST_CASE("A11Y 26: a whole screen is said from its title to its bars, and nothing is left out") {
    for_each_page([](const Heeded& page) {
      const Utterances whole = page.narrator.whole_screen(page.now);
      for (const Utterance& each : whole) {
        CAPTURE(each.id);
        check_pieces(each);
      }
      for (const Entry& entry : page.registry.entries()) {
        const bool by_ring = entry.role == Role::Key || entry.role == Role::Candidate;
        if (!is_needed(entry) || by_ring) continue;
        CAPTURE(entry.id);
        CHECK(std::ranges::any_of(whole, [&](const Utterance& u) { return u.id == entry.id; }));
      }
    });
  }

  TEST_CASE("A11Y 34: every error on every screen is said as one, with the name of its field") {
    int errors = 0;
    for_each_page([&](const Heeded& page) {
      const Entry* field = nullptr;
      for (const Entry& entry : page.registry.entries()) {
        if (entry.role == Role::Field) field = &entry;
        if (entry.role != Role::Error) continue;
        ++errors;
        CAPTURE(entry.id);
        const Utterances whole = page.narrator.whole_screen(page.now);
        const auto said = std::ranges::find(whole, entry.id, &Utterance::id);
        REQUIRE(said != whole.end());
        CHECK(said->kind == UtteranceKind::Error);
        const std::string words = words_of(*said);
        const Utterance wrong = page.narrator.phrase(page.now.language, "speech.error");
        CHECK(words.find(wrong.pieces.front().text) == 0);
        if (field == nullptr || page.now.language != Language::English) continue;
        // "I D number, field, empty": as far as what it is.
        const std::string about = words_of(page.narrator.entry(page.now, field->id).front());
        const std::size_t end = about.find(" field,");
        REQUIRE(end != std::string::npos);
        const std::string name = about.substr(0, end - 1);  // without the pause
        CAPTURE(name);
        CHECK(words.find(name) != std::string::npos);
      }
    });
    CHECK(errors > 10);
  }

  TEST_CASE("A11Y 26: every key, part and candidate of every way of typing says what it is") {
    for (const auto spoken : {view::Language::ChineseSimplified, view::Language::English}) {
      Stand stand{kPanels[0].screen};
      const Narrator narrator{stand.texts(), voice()};
      const Language language = spoken == view::Language::English ? Language::English
                                                                  : Language::ChineseSimplified;
      const samples::Sample sample = samples::sample_view(spoken, "type-name");
      stand.settle(sample);
      std::size_t keys = 0;
      const auto hear_keys = [&] {
        const Listened now{stand.registry(), stand.heard(), language, Hearers::Headset};
        for (const Entry& entry : stand.registry().entries()) {
          if (entry.role != Role::Key && entry.role != Role::Candidate) continue;
          ++keys;
          CAPTURE(entry.id);
          CAPTURE(entry.label);
          const Utterances said = narrator.entry(now, entry.id);
          REQUIRE(said.size() == 1);
          check_pieces(said.front());
        }
      };
      for (const char* id : {"key.w", "key.a", "key.n", "key.g"}) stand.tap(sample, id);
      hear_keys();
      stand.tap(sample, "key.handwriting");
      stand.write(sample, "handwriting.pad");
      hear_keys();
      stand.tap(sample, "key.parts");
      hear_keys();
      CHECK(keys > 60);
      stand.forget();
    }
  }

  TEST_CASE("A11Y 33: all that is said of a screen stands on it in words, too") {
    for_each_page([](const Heeded& page) {
      for (const Utterance& each : page.narrator.whole_screen(page.now)) {
        if (each.id == "bars") continue;  // "at the edge of the screen:", a heading for the ear
        CAPTURE(each.id);
        const Entry* entry = page.registry.find(each.id);
        REQUIRE(entry != nullptr);
        CHECK(is_needed(*entry));
        // Words for the ear stand in for words that are seen.
        if (!entry->spoken.empty()) CHECK_FALSE(entry->label.empty());
      }
    });
  }

  TEST_CASE("A11Y 26: every Han character of every screen has a reading") {
    for_each_page([](const Heeded& page) {
      for (const Entry& entry : page.registry.entries()) {
        CAPTURE(entry.id);
        for (const std::string* text : {&entry.label, &entry.value, &entry.spoken}) {
          for (std::string_view rest = *text; !rest.empty();) {
            const auto size = std::max<std::size_t>(first_character_size(rest), 1);
            const std::string character{rest.substr(0, size)};
            rest.remove_prefix(size);
            if (!is_han(code_point(character))) continue;
            CHECK_MESSAGE(voice().knows(character), character);
          }
        }
      }
    });
  }

  TEST_CASE("A11Y 29: to the hall nothing is said that is marked personal, nor an asterisk") {
    for_each_page([](const Heeded& page) {
      if (page.now.hearers == Hearers::Headset) return;
      for (const Utterance& each : page.narrator.whole_screen(page.now)) {
        CAPTURE(each.id);
        CHECK_FALSE(each.personal);
        for (const SpokenPiece& piece : each.pieces) CHECK(piece.text.find('*') == std::string::npos);
      }
    });
  }
}
