#include <algorithm>
#include <set>

#include "rules.h"
#include "screens/toolkit/focus.h"

namespace huimin::screens::audit {

namespace {

// Acts that leave the screen for where one was, for home, or for good.
constexpr std::string_view kWaysOut[] = {
    "act.back",       "act.next",        "act.end",         "act.start",       "act.resume",
    "act.still_here", "act.done",        "act.submit",      "act.agree",       "act.right_person",
    "act.apply",      "act.cancel_call", "act.print_later", "act.wrong_person",
    "act.paper_came", "act.print_again"};
constexpr std::string_view kAids[] = {"act.next_language", "act.next_size", "act.next_palette",
                                      "act.read_aloud"};

bool is_usable(const Entry& entry) { return entry.enabled && is_interactive(entry.role); }

const Entry* find(const Shown& shown, std::string_view id) {
  const auto found = std::find_if(shown.entries.begin(), shown.entries.end(),
                                  [id](const Entry& entry) { return entry.id == id; });
  return found == shown.entries.end() ? nullptr : &*found;
}

bool has_usable(const Shown& shown, std::string_view id) {
  const Entry* entry = find(shown, id);
  return entry != nullptr && is_usable(*entry);
}

// A screen that cannot be left says so: in the place of the button, or in a note.
bool says_why_not(const Shown& shown) {
  return std::any_of(shown.entries.begin(), shown.entries.end(), [](const Entry& entry) {
    const bool in_bar = entry.zone == Zone::BottomBar && !is_interactive(entry.role);
    return !entry.label.empty() &&
           (in_bar || entry.role == Role::Note || entry.role == Role::Warning);
  });
}

bool has_way_out(const Shown& shown) {
  return std::any_of(std::begin(kWaysOut), std::end(kWaysOut),
                     [&](std::string_view id) { return has_usable(shown, id); });
}

void check_bars(const Shown& shown, Findings& findings) {
  const bool staff =
      has_usable(shown, "act.call_staff") || has_usable(shown, "act.cancel_call");
  if (!staff) findings.add(Rule::Staff, "act.call_staff", "not there");
  for (const std::string_view id : kAids) {
    if (!has_usable(shown, id)) findings.add(Rule::Aids, std::string{id}, "not there");
  }
}

// Goes round with one key and writes down where it has been.
std::set<std::string> round_trip(const Registry& registry, FocusKey key, std::size_t steps) {
  Focus focus;
  std::set<std::string> been;
  for (std::size_t i = 0; i < steps; ++i) {
    focus.move(key, registry);
    been.insert(focus.id());
  }
  return been;
}

void check_focus(const Shown& shown, Findings& findings) {
  Registry registry;
  std::set<std::string> wanted;
  for (const Entry& entry : shown.entries) {
    registry.set_zone(entry.zone);
    registry.set_region(entry.region);
    registry.add(entry);
    if (is_usable(entry)) wanted.insert(entry.id);
  }
  // One round and the first step, which only shows the ring.
  for (const FocusKey key : {FocusKey::Next, FocusKey::Previous}) {
    const std::set<std::string> been = round_trip(registry, key, wanted.size() + 1);
    for (const std::string& id : wanted) {
      if (!been.contains(id)) findings.add(Rule::FocusReach, id, "not reached");
    }
  }
}

// What is chosen, ticked or on says so in its value, not by its fill alone.
void check_states(const Case& c, const Shown& shown, Findings& findings) {
  const auto palette = static_cast<Palette>(c.setting.comfort.palette);
  const Rgb filled = rgb(palette, Colour::Blue);
  const bool error = std::any_of(shown.entries.begin(), shown.entries.end(),
                                 [](const Entry& entry) { return entry.role == Role::Error; });
  for (const Entry& entry : shown.entries) {
    const bool can_be_on = entry.role == Role::Choice || entry.role == Role::CheckBox ||
                           entry.role == Role::Aid || entry.role == Role::Candidate;
    if (can_be_on && entry.enabled && entry.ground == filled && entry.value.empty()) {
      findings.add(Rule::StateInWords, entry.id, "filled, and no value says why");
    }
    if (entry.wrong && !error) {
      findings.add(Rule::StateInWords, entry.id, "wrong, and no words below it");
    }
    if (!entry.enabled && entry.label.empty()) {
      findings.add(Rule::StateInWords, entry.id, "off without a word");
    }
  }
}

}  // namespace

void check_ways(const Case& c, Findings& findings) {
  for (const Shown& shown : c.walked.shown) {
    check_bars(shown, findings);
    check_focus(shown, findings);
    check_states(c, shown, findings);
  }
  // On one of its pages at least.
  const bool out = std::any_of(c.walked.shown.begin(), c.walked.shown.end(), has_way_out);
  const bool why = std::any_of(c.walked.shown.begin(), c.walked.shown.end(), says_why_not);
  if (!out && !why) findings.add(Rule::WayOut, "", "no way out, and no word why");
  const std::string name = c.sample.name.substr(0, c.sample.name.find('+'));
  // No card, no reader, no face: staff or the number typed are always another way.
  if (name == "identify" && !has_usable(c.walked.shown.front(), "act.no_card")) {
    findings.add(Rule::OtherWay, "act.no_card", "not there");
  }
}

}  // namespace huimin::screens::audit
