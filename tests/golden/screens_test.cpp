// What each screen of the resident says, in Chinese: roles, ids, words and values, a line each.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "tests/golden/kept.h"
#include "tests/screens/resident_terminal.h"

namespace huimin::golden {
namespace {

using screens::Entry;
using screens::Role;

const char* name_of(Role role) {
  switch (role) {
    case Role::Title: return "title";
    case Role::Heading: return "heading";
    case Role::Text: return "text";
    case Role::Error: return "error";
    case Role::Note: return "note";
    case Role::Warning: return "warning";
    case Role::Tag: return "tag";
    case Role::Progress: return "progress";
    case Role::Steps: return "steps";
    case Role::Timeline: return "timeline";
    case Role::Picture: return "picture";
    case Role::Button: return "button";
    case Role::Aid: return "aid";
    case Role::Tile: return "tile";
    case Role::Choice: return "choice";
    case Role::CheckBox: return "check";
    case Role::Row: return "row";
    case Role::Field: return "field";
    case Role::Key: return "key";
    case Role::Candidate: return "candidate";
    case Role::Pager: return "pager";
    case Role::Pad: return "pad";
  }
  return "";
}

// Keys are the same wherever a keyboard stands; tests/screens looks at each of them.
bool is_worth_a_line(const Entry& entry) {
  return entry.role != Role::Key && !(entry.label.empty() && entry.value.empty());
}

std::string line_of(const Entry& entry) {
  std::string line = name_of(entry.role);
  // Texts without a name of their own are numbered as they come; a number says nothing.
  if (!entry.id.starts_with("text.")) line += " " + entry.id;
  line += ": " + entry.label;
  if (!entry.value.empty()) line += " = " + entry.value;
  if (!entry.enabled) line += " (off)";
  for (char& c : line) {
    if (c == '\n') c = '/';
  }
  return line + "\n";
}

}  // namespace

TEST_CASE("every screen says what is kept in tests/golden/screens") {
  screens::Terminal terminal(screens::kUpright);
  std::set<std::string> names;
  for (const auto& sample :
       screens::samples::sample_views(screens::view::Language::ChineseSimplified)) {
    terminal.settle(sample);
    std::string text;
    for (const Entry& entry : terminal.frame.registry().entries()) {
      if (is_worth_a_line(entry)) text += line_of(entry);
    }
    const auto wrong = compare_text("screens/" + sample.name + ".txt", text);
    CHECK_MESSAGE(wrong.empty(), wrong);
    names.insert(sample.name + ".txt");
  }
  for (const auto& file : std::filesystem::directory_iterator(
           std::filesystem::path(HUIMIN_SOURCE_DIR) / "tests/golden/screens")) {
    CHECK_MESSAGE(names.contains(file.path().filename().string()),
                  file.path().filename().string(), " belongs to no screen");
  }
}

}  // namespace huimin::golden
