#include "kiosk/terminal/keypad_hand.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <deque>
#include <set>
#include <utility>

namespace huimin::terminal {

using screens::Focus;
using screens::FocusKey;

namespace {

// Nobody looks longer for a widget.
constexpr int kMostPresses = 200;

struct KeyName {
  FocusKey key;
  const char* name;
};
constexpr std::array kMoves{KeyName{FocusKey::Next, "right"}, KeyName{FocusKey::Previous, "left"},
                            KeyName{FocusKey::NextGroup, "down"},
                            KeyName{FocusKey::PreviousGroup, "up"}};

// The first key of the shortest way to `id`; nothing when there is none.
std::optional<std::string> way_to(const std::string& id, const Focus& from,
                                  const screens::Registry& registry) {
  struct Place {
    Focus focus;
    const char* first;
  };
  std::set<std::string> seen{from.shown() ? from.id() : std::string()};
  std::deque<Place> places{{from, nullptr}};
  while (!places.empty()) {
    const Place here = places.front();
    places.pop_front();
    for (const KeyName& move : kMoves) {
      Place next = here;
      next.focus.move(move.key, registry);
      if (next.first == nullptr) next.first = move.name;
      if (next.focus.id() == id) return next.first;
      if (seen.insert(next.focus.id()).second) places.push_back(next);
    }
  }
  return std::nullopt;
}

// What can be compared: letters alone, without tones; tones change with their neighbours.
void add_letters(std::string& to, screens::Language language, std::string_view text) {
  const bool mandarin = language == screens::Language::ChineseSimplified;
  for (const char each : text) {
    const auto byte = static_cast<unsigned char>(each);
    const bool counts = mandarin ? std::isalpha(byte) != 0 : std::isalnum(byte) != 0;
    if (counts) to += static_cast<char>(std::tolower(byte));
  }
}

bool is_ascii(std::string_view text) {
  for (const char each : text) {
    if (static_cast<unsigned char>(each) > 0x7F) return false;
  }
  return true;
}

}  // namespace

KeypadHand::KeypadHand(Core& core, DeviceControl& devices, const std::filesystem::path& share_dir,
                       std::filesystem::path record)
    : core_(core), devices_(devices), record_path_(std::move(record)) {
  if (auto tables = screens::Pronunciation::load(share_dir)) pronunciation_ = std::move(*tables);
  core_.record_speech([this](const screens::Utterances& said, const screens::Registry& registry) {
    listen(said, registry);
  });
}

KeypadHand::~KeypadHand() { core_.record_speech({}); }

void KeypadHand::listen(const screens::Utterances& said, const screens::Registry& registry) {
  if (!record_.is_open()) record_.open(record_path_);
  if (std::exchange(screen_, core_.shown()) != core_.shown()) {
    record_ << "\n[" << core_.shown() << "]\n";
  }
  for (const screens::Utterance& each : said) {
    std::string words, letters;
    for (const screens::SpokenPiece& piece : each.pieces) {
      words += (words.empty() ? "" : " ") + piece.text;
      add_letters(letters, piece.language, piece.text);
    }
    said_.push_back(std::move(letters));
    const screens::Entry* entry = registry.find(each.id);
    std::string shown = entry == nullptr || entry->label.empty() ? each.id : entry->label;
    std::ranges::replace(shown, '\n', ' ');
    record_ << shown << " = " << words << "\n";
  }
  record_.flush();
}

void KeypadHand::begin_step(bool acts) {
  if (acts) listens_from_ = said_.size();
  left_.reset();
  dialled_ = 0;
  presses_ = 0;
}

bool KeypadHand::is_quiet() const {
  return (!awaited_ || core_.keys_taken() >= *awaited_) && !core_.is_speaking();
}

Tried KeypadHand::send(const std::string& key) {
  if (++presses_ > kMostPresses) return {false, "too many presses"};
  awaited_ = core_.keys_taken() + 1;
  const auto answer = devices_.say("keypad press " + key);
  return {false, answer ? "" : answer.error()};
}

Tried KeypadHand::press(const std::string& argument) {
  if (!is_quiet()) return {};
  const auto blank = argument.find(' ');
  if (!left_) left_ = blank == std::string::npos ? 1 : std::atoi(argument.c_str() + blank);
  if (*left_ <= 0) return {true, ""};
  --*left_;
  return send(argument.substr(0, blank));
}

Tried KeypadHand::step_towards(const std::string& id) {
  const screens::Registry& registry = core_.frame().registry();
  if (registry.find(id) == nullptr) return {};
  const auto key = way_to(id, core_.frame().focus(), registry);
  return key ? send(*key) : Tried{};
}

Tried KeypadHand::focus(const std::string& id) {
  if (!is_quiet()) return {};
  if (core_.frame().focus().is_on(id)) return {true, ""};
  return step_towards(id);
}

Tried KeypadHand::dial(const std::string& keys) {
  if (!is_quiet()) return {};
  if (dialled_ == keys.size()) return {true, ""};
  const std::string id = std::string("key.") + keys[dialled_];
  if (!core_.frame().focus().is_on(id)) return step_towards(id);
  ++dialled_;
  presses_ = 0;
  return send("select");
}

Tried KeypadHand::heard(const std::string& text) const {
  std::string wanted;
  if (is_ascii(text)) {
    add_letters(wanted, screens::Language::English, text);
  } else if (!pronunciation_) {
    return {false, "the tables of pronunciation are not there"};
  } else {
    for (const auto& piece :
         pronunciation_->read(screens::Language::ChineseSimplified, text)) {
      add_letters(wanted, piece.language, piece.text);
    }
  }
  std::string all;
  for (std::size_t i = listens_from_; i < said_.size(); ++i) all += said_[i];
  return {all.find(wanted) != std::string::npos, ""};
}

Tried KeypadHand::headset(const std::string& where) {
  if (where != "in" && where != "out") return {false, "headset in or headset out is expected"};
  if (core_.headset_in() == (where == "in")) return {true, ""};
  if (left_) return {};
  left_ = 0;
  const auto answer = devices_.say("keypad headset " + where);
  return {false, answer ? "" : answer.error()};
}

}  // namespace huimin::terminal
