#include "screens/narration/narrator.h"

#include <array>
#include <optional>
#include <utility>

namespace huimin::screens {

namespace {

bool is_title(const Entry& entry) {
  return entry.role == Role::Title || entry.role == Role::Heading;
}

// Keys and candidates are said one by one, when the ring comes to them.
bool is_in_whole(const Entry& entry) {
  switch (entry.role) {
    case Role::Key:
    case Role::Candidate:
    case Role::Steps:
    case Role::Picture: return false;
    case Role::Title:
    case Role::Heading:
    case Role::Text:
    case Role::Error:
    case Role::Note:
    case Role::Warning:
    case Role::Tag:
    case Role::Progress:
    case Role::Timeline:
    case Role::Button:
    case Role::Aid:
    case Role::Tile:
    case Role::Choice:
    case Role::CheckBox:
    case Role::Row:
    case Role::Field:
    case Role::Pager:
    case Role::Pad: break;
  }
  return true;
}

UtteranceKind kind_of(const Entry& entry) {
  if (entry.role == Role::Error) return UtteranceKind::Error;
  if (is_title(entry)) return UtteranceKind::Title;
  if (entry.role == Role::Field) return UtteranceKind::Field;
  if (entry.zone != Zone::Body) return UtteranceKind::Bar;
  return is_interactive(entry.role) ? UtteranceKind::Widget : UtteranceKind::Words;
}

bool is_personal(const Entry& entry) {
  const bool open = entry.id == "field.receipt_number" || entry.id == "field.place_search";
  return entry.personal || (entry.role == Role::Field && !open);
}

// The spoken forms of what was shown, piece by piece; the rest as it stands.
class Speaking {
 public:
  Speaking(const Pronunciation& pronunciation, const Listened& now)
      : pronunciation_(pronunciation), now_(now) {}

  void add(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
      const HeardPiece* piece = now_.heard.at(text, at);
      if (piece == nullptr) {
        plain += text[at++];
        continue;
      }
      put(std::exchange(plain, {}), Reading::Prose);
      const bool hidden =
          piece->privacy == Privacy::Personal && now_.hearers != Hearers::Headset;
      if (!hidden) put(piece->spoken, piece->reading);
      at += piece->shown.size();
    }
    put(plain, Reading::Prose);
  }

  std::vector<SpokenPiece> take() { return std::move(pieces_); }

 private:
  void put(const std::string& text, Reading reading) {
    for (ReadPiece& each : pronunciation_.read(now_.language, text, reading)) {
      pieces_.push_back({each.language, std::move(each.text), {}});
    }
  }

  const Pronunciation& pronunciation_;
  const Listened& now_;
  std::vector<SpokenPiece> pieces_;
};

Utterance utterance_of(const Pronunciation& pronunciation, const Listened& now,
                       const Entry& entry) {
  Speaking words(pronunciation, now);
  const bool hidden = is_personal(entry) && now.hearers != Hearers::Headset;
  if (entry.spoken.empty() || hidden) {
    if (!entry.personal || !hidden) words.add(entry.label);
    if (!hidden) words.add(entry.value);
  } else {
    words.add(entry.spoken);
  }
  return {entry.id, kind_of(entry), words.take(), false};
}

void append(Utterances& to, Utterance more) {
  if (!more.pieces.empty()) to.push_back(std::move(more));
}

}  // namespace

Utterances Narrator::whole_screen(const Listened& now) const {
  Utterances all;
  const auto add = [&](bool titles, Zone zone) {
    for (const Entry& entry : now.registry.entries()) {
      if (entry.zone != zone || is_title(entry) != titles || !is_in_whole(entry)) continue;
      append(all, utterance_of(pronunciation_, now, entry));
    }
  };
  for (const Zone zone : {Zone::Body, Zone::BottomBar, Zone::TopBar}) {
    add(/*titles=*/true, zone);
    add(/*titles=*/false, zone);
  }
  return all;
}

Utterances Narrator::entry(const Listened& now, std::string_view id) const {
  Utterances all;
  const Entry* found = now.registry.find(id);
  if (found != nullptr) append(all, utterance_of(pronunciation_, now, *found));
  return all;
}

Utterances Narrator::changes(const Registry& before, const Listened& now) const {
  Utterances errors, others;
  for (const Entry& entry : now.registry.entries()) {
    if (!is_in_whole(entry) || entry.zone == Zone::TopBar) continue;
    const Entry* earlier = before.find(entry.id);
    const bool same =
        earlier != nullptr && earlier->label == entry.label && earlier->value == entry.value;
    if (same) continue;
    append(entry.role == Role::Error ? errors : others,
           utterance_of(pronunciation_, now, entry));
  }
  for (Utterance& each : others) errors.push_back(std::move(each));
  return errors;
}

Utterance Narrator::phrase(Language language, std::string_view text_id) const {
  Utterance made;
  for (ReadPiece& each : pronunciation_.read(language, texts_.get(language, text_id))) {
    made.pieces.push_back({each.language, std::move(each.text), std::string(text_id)});
  }
  return made;
}

}  // namespace huimin::screens
