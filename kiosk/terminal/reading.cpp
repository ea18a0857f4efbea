#include "kiosk/terminal/reading.h"

#include <iterator>
#include <utility>

#include "kiosk/base/secret.h"

namespace huimin::terminal {

using screens::Hearers;
using screens::Listened;
using screens::Utterances;

namespace {

Listened listened(const Listening& now) {
  const bool english = now.comfort.language == screens::view::Language::English;
  return {now.registry, now.heard,
          english ? screens::Language::English : screens::Language::ChineseSimplified,
          now.outlet == devices::Outlet::Headset ? Hearers::Headset : Hearers::Hall};
}

SpeechManner manner_of(const Listening& now) {
  return {screens::view::rate_percent(now.comfort.rate), now.comfort.volume, now.outlet};
}

bool is_urgent(const Utterances& news) {
  return !news.empty() && news.front().kind == screens::UtteranceKind::Error;
}

void append(Utterances& to, Utterances more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void wipe(Utterances& utterances) {
  for (screens::Utterance& each : utterances) {
    for (screens::SpokenPiece& piece : each.pieces) base::wipe(piece.text);
  }
  utterances.clear();
}

}  // namespace

struct Reading::Words {
  Words(const screens::Texts& texts, screens::Pronunciation tables)
      : pronunciation(std::move(tables)), narrator(texts, pronunciation) {}
  const screens::Pronunciation pronunciation;
  const screens::Narrator narrator;
};

Reading::Reading(const screens::Texts& texts, std::filesystem::path share_dir, SpeechWorker& voice)
    : texts_(texts), share_dir_(std::move(share_dir)), voice_(voice) {}

Reading::~Reading() { wipe(last_); }

const screens::Narrator* Reading::narrator() {
  if (!words_ && !tried_) {
    tried_ = true;
    auto tables = screens::Pronunciation::load(share_dir_);
    if (tables) words_ = std::make_unique<Words>(texts_, std::move(*tables));
  }
  return words_ ? &words_->narrator : nullptr;
}

void Reading::look(const Listening& now) {
  waits_ = false;
  const bool on = now.comfort.reading || now.always;
  if (!on) {
    if (on_) end();
    return;
  }
  if (narrator() == nullptr) return;
  const bool is_new = !on_ || screen_ != now.screen || comfort_.language != now.comfort.language;
  if (outlet_ != now.outlet) {
    // What was said to a headset is not for the hall.
    voice_.stop();
    drop_last();
  }
  if (is_new) {
    say_screen(now);
  } else {
    say_news(now);
  }
}

void Reading::say_screen(const Listening& now) {
  say(now, narrator()->whole_screen(listened(now)));
  last_is_screen_ = true;
  remember(now);
}

void Reading::say_news(const Listening& now) {
  Utterances news = narrator()->changes(before_, listened(now));
  if (now.focus != focus_ && !now.focus.empty()) {
    append(news, narrator()->entry(listened(now), now.focus));
  }
  const bool sounds_new = comfort_.rate != now.comfort.rate || comfort_.volume != now.comfort.volume;
  if (news.empty() && sounds_new) news = last_;
  // What changes by itself does not cut what is being said; it is said afterwards.
  if (!news.empty() && !acted_ && !is_urgent(news) && voice_.is_speaking()) {
    waits_ = true;
    return;
  }
  if (!news.empty()) say(now, std::move(news));
  remember(now);
}

void Reading::say(const Listening& now, Utterances utterances) {
  if (utterances.empty()) return;
  if (record_) record_(utterances, now.registry);
  drop_last();
  last_ = utterances;
  acted_ = false;
  voice_.say(std::move(utterances), manner_of(now));
}

void Reading::remember(const Listening& now) {
  on_ = true;
  screen_ = now.screen;
  focus_ = now.focus;
  comfort_ = now.comfort;
  outlet_ = now.outlet;
  before_ = now.registry;
}

void Reading::interrupt() {
  acted_ = true;
  voice_.stop();
}

void Reading::again(const Listening& now) {
  if (on_ && !last_.empty()) say(now, Utterances(last_));
}

void Reading::repeat(const Listening& now) {
  if (!on_ || narrator() == nullptr) return;
  if (last_.empty() || last_is_screen_) {
    say_screen(now);
    return;
  }
  say(now, Utterances(last_));
  last_is_screen_ = true;  // once more is the whole screen
}

void Reading::read_fields(const Listening& now) {
  if (narrator() == nullptr) return;
  Utterances fields;
  for (const screens::Entry& entry : now.registry.entries()) {
    if (entry.role != screens::Role::Field) continue;
    append(fields, narrator()->entry(listened(now), entry.id));
  }
  say(now, std::move(fields));
  remember(now);
}

void Reading::drop_last() {
  wipe(last_);
  last_is_screen_ = false;
}

void Reading::end() {
  voice_.stop();
  drop_last();
  before_.clear();
  on_ = acted_ = waits_ = false;
  screen_.clear();
  focus_.clear();
}

}  // namespace huimin::terminal
