#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include "screens/locale/values.h"
#include "screens/locale/mo_file.h"
#include "screens/narration/narrator.h"

using namespace huimin::screens;

namespace {

const Pronunciation& voice() {
  static const Pronunciation loaded = Pronunciation::load(HUIMIN_SHARE_DIR).value();
  return loaded;
}

std::string joined(const Utterances& utterances) {
  std::string out;
  for (const Utterance& each : utterances) {
    for (const SpokenPiece& piece : each.pieces) out += piece.text + " ";
    out += "| ";
  }
  return out;
}

// A registry made by hand, in English so that what is said can be read here.
struct Page {
  Page& add(Entry entry) {
    registry.add(std::move(entry));
    return *this;
  }
  std::string entry(const std::string& id, Hearers hearers = Hearers::Hall) {
    return joined(narrator.entry({registry, heard, Language::English, hearers}, id));
  }
  std::string since(const Page& before, Hearers hearers = Hearers::Hall) {
    return joined(
        narrator.changes(before.registry, {registry, heard, Language::English, hearers}));
  }

  Registry registry;
  Heard heard;
  Texts texts = Texts::load(HUIMIN_SHARE_DIR).value();
  Narrator narrator{texts, voice()};
};

Entry widget(std::string id, Role role, std::string label, std::string value = {}) {
  Entry entry;
  entry.id = std::move(id);
  entry.role = role;
  entry.label = std::move(label);
  entry.value = std::move(value);
  return entry;
}

}  // namespace

TEST_SUITE("narration") {
  TEST_CASE("A11Y 26: a widget says its label, what it is, its state and its place") {
    Page page;
    page.add(widget("a", Role::Choice, "Fire", "on")).add(widget("b", Role::Choice, "Flood", "off"));
    Entry button = widget("c", Role::Button, "Print");
    button.enabled = false;
    page.add(button);
    CHECK(page.entry("a") == "Fire, choice, chosen, 1 of 2 | ");
    CHECK(page.entry("b") == "Flood, choice, not chosen, 2 of 2 | ");
    CHECK(page.entry("c") == "Print, button, cannot be used now | ");
    CHECK(page.entry("none").empty());
  }

  TEST_CASE("A11Y 34: a spoken error names the field and the problem") {
    Page before, after;
    before.add(widget("field.phone", Role::Field, "Telephone", "1"));
    after.add(widget("field.phone", Role::Field, "Telephone", "1"));
    after.add(widget("field.phone.problem", Role::Error, "Too short"));
    CHECK(after.since(before) == "Not right, Telephone, Too short | ");
  }

  TEST_CASE("A11Y 29: what stands in a field is said to a headset only") {
    Page page;
    page.add(widget("field.id_number", Role::Field, "ID number", "4305"));
    CHECK(page.entry("field.id_number") == "I D number, field, filled in, not read out here | ");
    CHECK(page.entry("field.id_number", Hearers::Headset) ==
          "I D number, field, four three zero five | ");
    const Listened headset{page.registry, page.heard, Language::English, Hearers::Headset};
    CHECK(page.narrator.entry(headset, "field.id_number").front().personal);
  }

  TEST_CASE("A11Y 29: a personal text and a personal piece of a text are replaced in the hall") {
    Page page;
    Entry mine = widget("a", Role::Text, "Wang Xiuying");
    mine.personal = true;
    page.add(mine).add(widget("b", Role::Text, "still needed: 1600 yuan"));
    page.heard.note({"1600 yuan", "1600 yuan", Privacy::Personal});
    CHECK(page.entry("a") == "your own details, not read out here | ");
    page.add(widget("m", Role::Heading, "W* applies"));
    CHECK(page.entry("m") == "your own details, not read out here | ");
    CHECK(page.entry("a", Hearers::Headset) == "Wang Xiuying | ");
    CHECK(page.entry("b") == "still needed, not read out here | ");
    CHECK(page.entry("b", Hearers::Headset) == "still needed, 1600 yuan | ");
  }

  TEST_CASE("A11Y 26: what is typed is echoed to a headset, and only counted in the hall") {
    Page before, after;
    before.add(widget("field.phone", Role::Field, "Telephone", "13"));
    after.add(widget("field.phone", Role::Field, "Telephone", "139"));
    CHECK(after.since(before, Hearers::Headset) == "nine | ");
    CHECK(after.since(before) == "3 typed | ");
    CHECK(before.since(after, Hearers::Headset) == "now, one three | ");
  }

  TEST_CASE("A11Y 35: a receipt number is said digit by digit, to everybody") {
    Page page;
    const Wording wording{page.texts, Language::English, &page.heard};
    page.add(widget("n", Role::Text,
                    digits_text(wording, "430522-007-000321-37", Privacy::Open)));
    CHECK(page.entry("n") == "four three zero five two two, zero zero seven, zero zero zero three "
                             "two one, three seven | ");
  }

  TEST_CASE("keys say letters, digits and marks by name; candidates their character and place") {
    Page page;
    page.add(widget("k1", Role::Key, "q")).add(widget("k2", Role::Key, "7"));
    page.add(widget("k3", Role::Key, "，"));
    page.add(widget("c1", Role::Candidate, "王", "on")).add(widget("c2", Role::Candidate, "黄"));
    CHECK(page.entry("k1") == "Q | ");
    CHECK(page.entry("k2") == "seven | ");
    CHECK(page.entry("k3") == "comma | ");
    CHECK(page.entry("c1") == "wang2, best match, 1 of 2 | ");
  }

  TEST_CASE("a text of the catalogue carries its id, for a recorded clip") {
    Page page;
    const std::string back{page.texts.get(Language::English, "bar.back")};
    page.add(widget("act.back", Role::Button, back));
    const Listened now{page.registry, page.heard, Language::English, Hearers::Hall};
    CHECK(page.narrator.entry(now, "act.back").front().pieces.front().clip == "bar.back");
  }

  TEST_CASE("A11Y 26: no text of ours with a long number is left to guessing") {
    const auto file = std::filesystem::path{HUIMIN_SHARE_DIR} / "locale/zh_CN.mo";
    const Catalogue all = read_mo_file(file).value();
    for (const auto& [id, text] : all) {
      int run = 0, longest = 0;
      for (const char c : text) {
        run = (c >= '0' && c <= '9') ? run + 1 : 0;
        longest = std::max(longest, run);
      }
      if (longest < 6) continue;
      CAPTURE(id);
      CHECK(all.contains("speech.for." + id));
    }
  }
}
