#include "screens/narration/phrasing.h"

#include <array>
#include <utility>

#include "screens/locale/characters.h"
#include "screens/locale/spoken.h"
#include "screens/locale/values.h"

namespace huimin::screens {
namespace {

bool is_one_of(std::string_view id, std::initializer_list<std::string_view> ids) {
  for (const std::string_view each : ids) {
    if (each == id) return true;
  }
  return false;
}

bool is_number_field(std::string_view id) {
  return is_one_of(id, {"field.id_number", "field.account_number", "field.phone",
                        "field.receipt_number"});
}

// "speech.mark.ff0c": the name of a punctuation mark.
std::string mark_id(char32_t code) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string digits;
  for (; code != 0; code >>= 4) digits.insert(digits.begin(), kHex[code & 0xF]);
  return "speech.mark." + digits;
}

}  // namespace

bool is_open_field(std::string_view id) {
  return is_one_of(id, {"field.receipt_number", "field.place_search"});
}

void Phrasing::say(std::string_view text, Reading reading, std::string clip) {
  std::vector<ReadPiece> read = pronunciation_.read(now_.language, text, reading);
  // A clip is of one text in one language.
  if (read.size() != 1) clip.clear();
  for (ReadPiece& piece : read) {
    made_.pieces.push_back({piece.language, std::move(piece.text), clip});
  }
}

void Phrasing::mixed(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const HeardPiece* piece = now_.heard.at(text, at);
    if (piece == nullptr) {
      plain += text[at++];
      continue;
    }
    say(std::exchange(plain, {}));
    const bool personal = piece->privacy == Privacy::Personal;
    if (personal && !in_private()) {
      this->text("speech.hidden.piece");
    } else {
      made_.personal = made_.personal || personal;
      say(piece->spoken, piece->reading);
    }
    at += piece->shown.size();
  }
  say(plain);
}

void Phrasing::shown(std::string_view text, bool personal) {
  if (text.empty()) return;
  // What is masked for the eyes of others is not for their ears either.
  personal = personal || text.find('*') != std::string_view::npos;
  if (personal && !in_private()) return this->text("speech.hidden.words");
  made_.personal = made_.personal || personal;
  const std::string_view id = texts_.id_of(now_.language, text);
  if (id.empty()) return mixed(text);
  const std::string other = "speech.for." + std::string{id};
  const bool has_other = texts_.has(now_.language, other);
  say(has_other ? texts_.get(now_.language, other) : text, Reading::Prose, std::string{id});
}

void Phrasing::text(std::string_view id, TextValues values) {
  const bool whole = values.size() == 0;
  say(whole ? std::string{texts_.get(now_.language, id)}
            : texts_.format(now_.language, id, values),
      Reading::Prose, whole ? std::string{id} : std::string{});
}

void Phrasing::typed(std::string_view field_id, std::string_view value) {
  Heard own;
  const Wording wording{texts_, now_.language, &own};
  made_.personal = made_.personal || !is_open_field(field_id);
  if (is_number_field(field_id)) {
    digits_text(wording, value, Privacy::Personal);
  } else if (is_one_of(field_id, {"field.needed", "field.spent"})) {
    amount_text(wording, value);
  } else if (field_id == "field.name") {
    name_text(wording, value);
  }
  const HeardPiece* piece = own.at(value, 0);
  say(piece == nullptr ? value : std::string_view{piece->spoken},
      piece == nullptr ? Reading::Prose : piece->reading);
  own.clear();
}

void Phrasing::key(std::string_view label) {
  const std::string mark = mark_id(code_point(label));
  if (texts_.has(now_.language, mark)) return text(mark);
  if (label.size() != 1) return shown(label);
  const char c = label.front();
  const bool capital = c >= 'a' && c <= 'z';
  const bool digit = c >= '0' && c <= '9';
  if (digit) return text(std::string{"spoken.digit."} + c);
  // One letter is its name in either language.
  const std::string letter(1, capital ? static_cast<char>(c - 'a' + 'A') : c);
  for (ReadPiece& piece : pronunciation_.read(Language::English, letter)) {
    made_.pieces.push_back({piece.language, std::move(piece.text), {}});
  }
}

void Phrasing::pause() {
  if (made_.pieces.empty()) return;
  std::string& last = made_.pieces.back().text;
  if (last.back() != ',' && last.back() != '.') last += ',';
}

Utterance Phrasing::take(std::string id, UtteranceKind kind) {
  made_.id = std::move(id);
  made_.kind = kind;
  return std::exchange(made_, {});
}

}  // namespace huimin::screens
