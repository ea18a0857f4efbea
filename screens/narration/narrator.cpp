#include "screens/narration/narrator.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "screens/locale/characters.h"
#include "screens/narration/phrasing.h"

namespace huimin::screens {
namespace {

bool is_title(const Entry& entry) { return entry.role == Role::Title; }

// Keys and candidates are said one by one, when the ring comes to them; a picture has words beside.
bool is_in_whole(const Entry& entry) {
  return entry.role != Role::Key && entry.role != Role::Candidate && entry.role != Role::Picture;
}

UtteranceKind kind_of(const Entry& entry) {
  if (entry.role == Role::Error) return UtteranceKind::Error;
  if (is_title(entry)) return UtteranceKind::Title;
  if (entry.role == Role::Field) return UtteranceKind::Field;
  if (entry.role == Role::Steps) return UtteranceKind::Place;
  if (entry.zone != Zone::Body) return UtteranceKind::Bar;
  return is_interactive(entry.role) ? UtteranceKind::Widget : UtteranceKind::Words;
}

// What it is, for who does not see it. Null for what is only read.
const char* role_id(Role role) {
  switch (role) {
    case Role::Button:
    case Role::Aid:
    case Role::Tile:
    case Role::Row:
    case Role::Pager: return "speech.role.button";
    case Role::Choice: return "speech.role.choice";
    case Role::CheckBox: return "speech.role.check_box";
    case Role::Field: return "speech.role.field";
    case Role::Pad: return "speech.role.pad";
    case Role::Key:
    case Role::Candidate:
    case Role::Title:
    case Role::Heading:
    case Role::Text:
    case Role::Error:
    case Role::Note:
    case Role::Warning:
    case Role::Tag:
    case Role::Progress:
    case Role::Steps:
    case Role::Timeline:
    case Role::Picture: return nullptr;
  }
  return nullptr;
}

bool is_listed(Role role) {
  return role == Role::Tile || role == Role::Choice || role == Role::CheckBox ||
         role == Role::Row || role == Role::Candidate;
}

// The field an error stands under: the one drawn before it.
const Entry* field_before(const Registry& registry, const Entry& error) {
  const Entry* field = nullptr;
  for (const Entry& entry : registry.entries()) {
    if (entry.role == Role::Field) field = &entry;
    if (entry.id == error.id) return field;
  }
  return nullptr;
}

void add_state(Phrasing& words, const Entry& entry) {
  const bool chooses = entry.role == Role::Choice || entry.role == Role::CheckBox;
  if (entry.value == "on") {
    words.pause();
    words.text(entry.role == Role::Candidate ? "speech.state.best" : "speech.state.on");
  } else if (entry.value == "off" && chooses) {
    words.pause();
    words.text("speech.state.off");
  }
  if (entry.enabled) return;
  words.pause();
  words.text("speech.state.disabled");
}

void add_field_value(Phrasing& words, const Entry& entry) {
  words.pause();
  if (entry.value.empty()) {
    words.text("speech.empty");
  } else if (!is_open_field(entry.id) && !words.in_private()) {
    words.text("speech.hidden");
  } else {
    words.typed(entry.id, entry.value);
  }
}

// "43%" is said so; "3/7" is three of seven.
void add_share(Phrasing& words, const Entry& entry) {
  const std::size_t slash = entry.value.find('/');
  if (slash == std::string::npos) return words.shown(entry.value, entry.personal);
  words.text("speech.share", {{"n", entry.value.substr(0, slash)},
                              {"m", entry.value.substr(slash + 1)}});
}

void add_value(Phrasing& words, const Entry& entry) {
  if (entry.role == Role::Field) return add_field_value(words, entry);
  if (entry.role == Role::Pad) return;
  if (entry.value.empty() || entry.value == "on" || entry.value == "off") return;
  words.pause();
  if (entry.role == Role::Steps || entry.role == Role::Progress) return add_share(words, entry);
  // In the hall the label has been replaced by the phrase already.
  if (entry.personal && !words.in_private()) return;
  words.shown(entry.value, entry.personal);
}

void add_label(Phrasing& words, const Entry& entry) {
  const bool is_key = entry.role == Role::Key || entry.role == Role::Candidate;
  if (!entry.spoken.empty()) return words.shown(entry.spoken, entry.personal);
  if (is_key) return words.key(entry.label);
  // The name of a field is never personal, only what stands in it.
  words.shown(entry.label, entry.personal && entry.role != Role::Field);
}

// What and which it is, with its value and state, without its role and place.
void add_content(Phrasing& words, const Listened& now, const Entry& entry) {
  if (entry.role == Role::Error) {
    const Entry* field = field_before(now.registry, entry);
    words.text("speech.error");
    if (field != nullptr && !field->label.empty()) {
      words.pause();
      words.shown(field->label);
    }
    words.pause();
  }
  add_label(words, entry);
  if (entry.spoken.empty()) add_value(words, entry);
  add_state(words, entry);
}

void add_place(Phrasing& words, const Listened& now, const Entry& entry) {
  if (!is_listed(entry.role)) return;
  int number = 0, all = 0;
  for (const Entry& other : now.registry.entries()) {
    if (other.role != entry.role || other.zone != entry.zone) continue;
    ++all;
    if (other.id == entry.id) number = all;
  }
  if (all < 2) return;
  words.pause();
  words.text("speech.place", {{"n", std::to_string(number)}, {"m", std::to_string(all)}});
}

void append(Utterances& to, Utterance more) {
  if (!more.pieces.empty()) to.push_back(std::move(more));
}

// What was typed since: the new characters, or that some went.
void add_echo(Phrasing& words, const Entry& earlier, const Entry& entry) {
  const bool longer = entry.value.size() > earlier.value.size() &&
                      entry.value.compare(0, earlier.value.size(), earlier.value) == 0;
  if (entry.value.empty()) return words.text("speech.empty");
  if (!is_open_field(entry.id) && !words.in_private()) {
    return words.text("speech.typed", {{"n", std::to_string(character_count(entry.value))}});
  }
  if (!longer) {
    words.text("speech.now");
    words.pause();
    return words.typed(entry.id, entry.value);
  }
  const bool amount = entry.id == "field.needed" || entry.id == "field.spent";
  const std::string more = entry.value.substr(earlier.value.size());
  // One digit of an amount is a digit, not money.
  words.typed(amount ? "field.phone" : entry.id == "field.name" ? "field.story" : entry.id, more);
}

bool is_same(const Entry* earlier, const Entry& entry) {
  return earlier != nullptr && earlier->label == entry.label && earlier->value == entry.value &&
         earlier->spoken == entry.spoken;
}

}  // namespace

Utterances Narrator::whole_screen(const Listened& now) const {
  Utterances all;
  Phrasing words(texts_, pronunciation_, now);
  const auto add = [&](auto wanted) {
    for (const Entry& entry : now.registry.entries()) {
      if (!is_in_whole(entry) || !wanted(entry)) continue;
      add_content(words, now, entry);
      append(all, words.take(entry.id, kind_of(entry)));
    }
  };
  const auto in_body = [](const Entry& entry) { return entry.zone == Zone::Body; };
  const auto is_place = [](const Entry& entry) { return entry.role == Role::Steps; };
  add([&](const Entry& entry) { return is_title(entry); });
  add([&](const Entry& entry) { return is_place(entry); });
  add([&](const Entry& entry) { return in_body(entry) && !is_title(entry) && !is_place(entry); });
  words.text("speech.bars");
  const std::size_t before = all.size();
  append(all, words.take("bars", UtteranceKind::Place));
  add([&](const Entry& entry) { return entry.zone == Zone::BottomBar && !is_place(entry); });
  add([&](const Entry& entry) {
    return entry.zone == Zone::TopBar && !is_title(entry) && !is_place(entry);
  });
  if (all.size() == before + 1) all.pop_back();
  return all;
}

Utterances Narrator::entry(const Listened& now, std::string_view id) const {
  const Entry* found = now.registry.find(id);
  if (found == nullptr) return {};
  Phrasing words(texts_, pronunciation_, now);
  add_label(words, *found);
  if (const char* role = role_id(found->role)) {
    words.pause();
    words.text(role);
  }
  if (found->spoken.empty()) add_value(words, *found);
  add_state(words, *found);
  add_place(words, now, *found);
  Utterances all;
  append(all, words.take(found->id, kind_of(*found)));
  return all;
}

Utterances Narrator::changes(const Registry& before, const Listened& now) const {
  Utterances errors, others;
  Phrasing words(texts_, pronunciation_, now);
  for (const Entry& entry : now.registry.entries()) {
    if (!is_in_whole(entry) || entry.zone == Zone::TopBar) continue;
    const Entry* earlier = before.find(entry.id);
    if (is_same(earlier, entry)) continue;
    const bool typed = earlier != nullptr && entry.role == Role::Field;
    if (typed) {
      add_echo(words, *earlier, entry);
    } else {
      add_content(words, now, entry);
    }
    append(entry.role == Role::Error ? errors : others,
           words.take(entry.id, typed ? UtteranceKind::Echo : kind_of(entry)));
  }
  errors.insert(errors.end(), std::make_move_iterator(others.begin()),
                std::make_move_iterator(others.end()));
  return errors;
}

Utterance Narrator::phrase(Language language, std::string_view text_id) const {
  const Registry registry;
  const Heard heard;
  const Listened nobody{registry, heard, language, Hearers::Hall};
  Phrasing words(texts_, pronunciation_, nobody);
  words.text(text_id);
  return words.take(std::string{text_id}, UtteranceKind::Words);
}

}  // namespace huimin::screens
