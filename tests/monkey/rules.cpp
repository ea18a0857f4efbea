#include "tests/monkey/rules.h"

#include <string_view>
#include <utility>

namespace huimin::monkey {

using screens::Entry;
using screens::PxRect;
using screens::Registry;
using screens::Role;

namespace {

void stir(std::uint64_t& hash, std::string_view text) {
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  hash = (hash ^ 0xFF) * 0x100000001B3ULL;
}

void stir(std::uint64_t& hash, const PxRect& r) {
  for (const int side : {r.x, r.y, r.w, r.h}) {
    hash = (hash ^ static_cast<std::uint32_t>(side)) * 0x100000001B3ULL;
  }
}

bool can_be_touched(const Entry& entry) {
  return screens::is_interactive(entry.role) && entry.enabled && !entry.visible.empty();
}

bool is_on(const PxRect& r, const screens::Screen& panel) {
  if (r.empty()) return true;
  return r.x >= 0 && r.y >= 0 && r.right() <= panel.width_px && r.bottom() <= panel.height_px;
}

// Shorter values are words that the hall's own texts contain.
constexpr std::size_t kLeastBytes = 7;

// Letters without a blank, longer than a line: the toolkit breaks them anywhere and says so, which
// is wrong for words of ours, and all that can be done for what somebody typed.
bool holds_endless_word(const Entry& entry) {
  constexpr int kEndless = 22;  // the longest number that is asked for has 21
  int letters = 0;
  for (const char c : entry.value) {
    const bool is_latin = c > ' ' && c < 0x7F;
    letters = is_latin ? letters + 1 : 0;
    if (letters > kEndless) return true;
  }
  return false;
}

std::string at(const Terminal& terminal, const Entry& entry) {
  return " " + entry.id + " on " + terminal.shown() + " " + look_of(terminal);
}

}  // namespace

std::string look_of(const Terminal& terminal) {
  const auto& comfort = terminal.resident().comfort;
  const bool english = comfort.language == screens::view::Language::English;
  return std::string("in ") + (english ? "en" : "zh_CN") + " size " +
         std::to_string(static_cast<int>(comfort.size));
}

std::uint64_t print_of(const Registry& registry) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const Entry& entry : registry.entries()) {
    stir(hash, entry.id);
    stir(hash, entry.label);
    stir(hash, entry.value);
    stir(hash, entry.visible);
    hash ^= entry.enabled ? 1 : 0;
  }
  return hash;
}

std::vector<std::string> look_over(const Terminal& terminal) {
  std::vector<std::string> wrong;
  const Registry& registry = terminal.registry();
  for (const std::string& id : registry.duplicates()) {
    wrong.push_back("drawn twice: " + id + " on " + terminal.shown());
  }
  const auto& entries = registry.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const bool cut = entry.clipped && !holds_endless_word(entry);
    if (cut) wrong.push_back("cut off:" + at(terminal, entry));
    if (!is_on(entry.visible, terminal.panel())) wrong.push_back("outside:" + at(terminal, entry));
    if (!can_be_touched(entry)) continue;
    for (std::size_t j = i + 1; j < entries.size(); ++j) {
      if (!can_be_touched(entries[j])) continue;
      if (screens::intersection(entry.visible, entries[j].visible).empty()) continue;
      wrong.push_back("overlap: " + entries[j].id + " and" + at(terminal, entry));
    }
  }
  return wrong;
}

void Privacy::seen_in(const Registry& registry) {
  for (const Entry& entry : registry.entries()) {
    if (entry.role == Role::Field && entry.value.size() >= kLeastBytes) now_.insert(entry.value);
  }
}

void Privacy::session_ended() {
  ended_ = std::exchange(now_, {});
  has_typed_ = false;
}

std::string Privacy::look(const Registry& registry) const {
  if (has_typed_) return {};
  for (const Entry& entry : registry.entries()) {
    for (const std::string& secret : ended_) {
      const bool shows = entry.label.find(secret) != std::string::npos ||
                         entry.value.find(secret) != std::string::npos ||
                         entry.spoken.find(secret) != std::string::npos;
      // The text itself stays out of the report.
      if (shows) return "something of the person before shows: " + entry.id;
    }
  }
  return {};
}

}  // namespace huimin::monkey
