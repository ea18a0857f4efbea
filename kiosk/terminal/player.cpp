#include "kiosk/terminal/player.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

#include "kiosk/domain/civil_date.h"
#include "kiosk/terminal/summary.h"
#include "screens/toolkit/png.h"

namespace huimin::terminal {

namespace {

// Longer than any step of a healthy hall needs on a slow machine.
constexpr std::chrono::seconds kStepWithin{40};
constexpr std::chrono::milliseconds kLook{20};
// Nobody takes a paper away and holds it there again faster.
constexpr std::chrono::milliseconds kBetweenScans{1500};
constexpr std::chrono::milliseconds kMoment{400};

std::size_t hash_of(const std::vector<std::uint32_t>& pixels) {
  return std::hash<std::string_view>{}(
      {reinterpret_cast<const char*>(pixels.data()), pixels.size() * sizeof(std::uint32_t)});
}

// First word and the rest.
std::pair<std::string, std::string> split(const std::string& text) {
  const auto blank = text.find(' ');
  if (blank == std::string::npos) return {text, {}};
  return {text.substr(0, blank), text.substr(blank + 1)};
}

// Whether a step does something that the terminal answers with new words.
bool acts(const ScriptStep& step) {
  static const std::set<std::string> looks{"screen", "see",   "value", "heard", "paper",
                                           "code",   "acknowledged", "reader", "picture", "signal"};
  return !looks.contains(step.verb);
}

bool is_keypad(const std::string& verb) {
  return verb == "keypad" || verb == "select" || verb == "focus" || verb == "dial";
}

// The receipt's code with one digit changed.
std::string altered(std::string text) {
  char& digit = text.at(text.size() - 20);
  digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
  return text;
}

}  // namespace

void Waker::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  ready_.notify_one();
}

void Waker::wait(std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  ready_.wait_for(lock, limit, [this] { return woken_; });
  woken_ = false;
}

Player::Player(const PlayerSetup& setup, Core& core, AdjustableClock& clock, Waker& waker)
    : setup_(setup),
      core_(core),
      clock_(clock),
      waker_(waker),
      devices_(setup.control),
      beside_(setup.control.parent_path() / "beside"),
      hand_(core, devices_, setup.share, setup.out / "speech.txt"),
      pixels_(core.screen().width_px, core.screen().height_px) {}

tl::expected<void, std::string> Player::play() {
  const auto script = read_script(setup_.journey / "journey.txt");
  if (!script) return tl::unexpected(script.error());
  // What a person would wait, whatever the script does to the terminal's clock.
  const base::MonoTime start = real_.now().mono;
  settle();
  first_picture_ms_ = (real_.now().mono - start).count();
  for (const ScriptStep& step : *script) {
    const base::MonoTime since = real_.now().mono;
    hand_.begin_step(acts(step));
    Tried tried = attempt(step);
    while (!tried.done) {
      if (!tried.problem.empty()) return fail(step, tried.problem);
      if (real_.now().mono - since > kStepWithin) return fail(step, "did not happen");
      waker_.wait(kLook);
      settle();
      tried = attempt(step);
    }
    settle();
  }
  keep_picture(shown_, pixels_);
  journey_ms_ = (real_.now().mono - start).count();
  return {};
}

bool Player::reader_is(const std::string& state) const {
  const auto [word, number] = split(state);
  if (word == "failed") return fmt::to_string(core_.outcomes().failed_cards) == number;
  return core_.card_lies() == (word == "card");
}

Tried Player::attempt(const ScriptStep& step) {
  const std::string& verb = step.verb;
  const std::string& argument = step.argument;
  // A person takes a moment; what comes right after a change of screen does not count.
  if (is_keypad(verb)) clock_.advance_unseen(kMoment);
  if (verb == "keypad") return hand_.press(argument);
  if (verb == "select") return hand_.press("select");
  if (verb == "focus") return hand_.focus(argument);
  if (verb == "dial") return hand_.dial(argument);
  if (verb == "heard") return hand_.heard(argument);
  if (verb == "headset") return hand_.headset(argument);
  if (verb == "write") return write(argument);
  if (verb == "screen") return {core_.shown() == argument, ""};
  if (verb == "tap") return attempt_tap(argument);
  if (verb == "keys") return type(argument);
  if (verb == "pinyin") return type_pinyin(argument);
  if (verb == "sign") return sign();
  if (verb == "see") return attempt_see(argument);
  if (verb == "value") return attempt_value(argument);
  if (verb == "device") return tell(devices_, argument);
  if (verb == "signal") return attempt_signal(argument);
  if (verb == "beside") return tell(beside_, argument);
  if (verb == "scan") return attempt_scan(argument);
  if (verb == "paper") return attempt_paper(argument);
  if (verb == "code") return attempt_code(argument);
  if (verb == "acknowledged") return {is_all_acknowledged(setup_.state), ""};
  if (verb == "reader") return {reader_is(argument), ""};
  if (verb == "advance") {
    clock_.advance(std::chrono::seconds(std::stol(argument)));
    return {true, ""};
  }
  if (verb == "clock") return set_clock(argument);
  keep_picture(argument, pixels_);
  return {true, ""};
}

// Draws until the picture stands still. A screen that is left is kept as it stood at rest, not with
// the button pressed that led on.
void Player::settle() {
  int frames = 0;
  for (; frames < 200; ++frames) {
    core_.turn();
    if (!core_.must_paint()) break;
    if (!rested_) last_.take(pixels_);
    core_.paint(pixels_.surface());
    if (core_.shown() == shown_) continue;
    if (!shown_.empty()) keep_last(shown_);
    shown_ = core_.shown();
    rested_ = false;
  }
  if (frames > 0) last_.take(pixels_);
  rested_ = true;
}

bool Player::tap(const std::string& id) {
  // A person takes a moment; a touch right after a change of screen counts as the rest of a double
  // tap.
  clock_.advance_unseen(kMoment);
  if (!core_.frame().tap(id)) return false;
  core_.repaint_soon();
  settle();
  return true;
}

Tried Player::attempt_tap(const std::string& id) {
  const auto* entry = core_.frame().registry().find(id);
  if (entry == nullptr) turn_page();
  if (entry == nullptr || !entry->enabled) return {};
  return {tap(id), ""};
}

Tried Player::type(const std::string& keys) {
  for (const char key : keys) {
    const std::string id = key == '<'   ? "key.delete"
                           : key == 'X' ? "key.x"
                                        : std::string("key.") + key;
    if (core_.frame().registry().find(id) == nullptr) return {};
    if (!tap(id)) return {false, "the key " + id + " cannot be touched"};
  }
  return {true, ""};
}

Tried Player::type_pinyin(const std::string& argument) {
  const auto [letters, text] = split(argument);
  if (const Tried typed = type(letters); !typed.done) return typed;
  for (int page = 0; page < 20; ++page) {
    for (const auto& entry : core_.frame().registry().entries()) {
      if (entry.role == screens::Role::Candidate && entry.label == text)
        return {tap(std::string(entry.id)), ""};
    }
    if (!tap("key.more")) break;
  }
  return {false, "no candidate reads " + text};
}

// Three strokes across the middle of the pad.
Tried Player::sign() {
  clock_.advance_unseen(kMoment);
  constexpr int kPoints = 24;
  for (int stroke = 0; stroke < 3; ++stroke) {
    std::vector<screens::Point> points;
    for (int i = 0; i <= kPoints; ++i) {
      const double part = static_cast<double>(i) / kPoints;
      points.push_back({0.2 + 0.22 * stroke + 0.16 * part, 0.5 + 0.2 * std::sin(6.28 * part)});
    }
    if (!draw("pad", points)) return {};
  }
  return {true, ""};
}

// "10,50-90,50 50,10-50,90": strokes of straight parts, in hundredths of the pad.
Tried Player::write(const std::string& strokes) {
  clock_.advance_unseen(kMoment);
  std::istringstream words(strokes);
  for (std::string word; words >> word;) {
    std::vector<screens::Point> corners, points;
    std::istringstream parts(word);
    for (std::string part; std::getline(parts, part, '-');) {
      double x = 0, y = 0;
      if (std::sscanf(part.c_str(), "%lf,%lf", &x, &y) != 2)
        return {false, "strokes such as 10,50-90,50 are expected"};
      corners.push_back({x / 100, y / 100});
    }
    for (std::size_t i = 1; i < corners.size(); ++i) {
      for (int n = 0; n <= 10; ++n) {
        const double along = n / 10.0;
        points.push_back({corners[i - 1].x + along * (corners[i].x - corners[i - 1].x),
                          corners[i - 1].y + along * (corners[i].y - corners[i - 1].y)});
      }
    }
    if (!draw("handwriting.pad", points)) return {};
  }
  return {true, ""};
}

// Points from 0 to 1 across and down the pad. False while there is no such pad.
bool Player::draw(const std::string& id, const std::vector<screens::Point>& stroke) {
  const auto* pad = core_.frame().registry().find(id);
  if (pad == nullptr || stroke.empty()) return false;
  const screens::PxRect box = pad->rect;
  auto& bridge = core_.frame().bridge();
  std::uint32_t at_ms = 0;
  double x = 0, y = 0;
  for (const screens::Point& point : stroke) {
    x = box.x + point.x * box.w;
    y = box.y + point.y * box.h;
    if (at_ms == 0) {
      bridge.press(x, y, at_ms);
    } else {
      bridge.move(x, y, at_ms);
    }
    at_ms += 16;
  }
  bridge.release(x, y, at_ms);
  core_.repaint_soon();
  settle();
  return true;
}

bool Player::says(const std::string& text) const {
  return core_.frame().registry().spoken().find(text) != std::string::npos;
}

Tried Player::attempt_see(const std::string& text) {
  const auto [first, rest] = split(text);
  if (first == "no" && !rest.empty()) return {!says(rest), says(rest) ? "it says: " + rest : ""};
  return {says(text), ""};
}

Tried Player::attempt_value(const std::string& argument) {
  const auto [id, text] = split(argument);
  const auto* entry = core_.frame().registry().find(id);
  return {entry != nullptr && entry->value == text, ""};
}

Tried Player::tell(DeviceControl& who, const std::string& line) {
  const auto answer = who.say(line);
  if (!answer) return {false, answer.error()};
  return {true, ""};
}

// Asked again and again: the terminal must go on meanwhile, or nothing is ever printed.
Tried Player::attempt_paper(const std::string& count) {
  const auto out = devices_.say("receipts");
  if (!out) return {false, out.error()};
  if (std::atoi(out->c_str()) < std::atoi(count.c_str())) return {};
  return tell(devices_, "wait-paper " + count + " 5000");  // until its files are written
}

// What is not on this page may be on the next one.
void Player::turn_page() {
  for (const auto& entry : core_.frame().registry().entries()) {
    if (entry.role != screens::Role::Pager || !entry.enabled) continue;
    if (!std::string_view(entry.id).ends_with(".forward")) continue;
    tap(std::string(entry.id));
    return;
  }
}

// The simulated devices answer with the state as a word.
Tried Player::attempt_signal(const std::string& state) {
  const auto answer = devices_.say("signal state");
  return {(answer ? *answer : answer.error()) == state, ""};
}

Tried Player::attempt_scan(const std::string& what) {
  const auto [first, rest] = split(what);
  // Sooner, a scanner takes the same code for the same read.
  const base::MonoTime now = real_.now().mono;
  if (now - scanned_at_ < kBetweenScans) return {};
  scanned_at_ = now;
  if (first == "text") return tell(devices_, "scanner scan " + rest);
  if (!core_.outcomes().committed) return {false, "there is no receipt to scan"};
  const std::string& code = core_.outcomes().committed->receipt_qr;
  if (first == "receipt") return tell(devices_, "scanner scan " + code);
  if (first == "altered") return tell(devices_, "scanner scan " + altered(code));
  return {false, "scan receipt, scan altered or scan text TEXT is expected"};
}

// A reader found the code on the paper, so the image around it came out whole.
Tried Player::attempt_code(const std::string& paper) {
  if (!core_.outcomes().committed) return {false, "there is no receipt whose code it could be"};
  const auto file = setup_.out / "paper" / ("receipt-" + paper + ".txt");
  std::ifstream in(file);
  if (!in) return {false, file.string() + " is not there"};
  const std::string expected = "qr " + core_.outcomes().committed->receipt_qr;
  for (std::string line; std::getline(in, line);) {
    if (line == expected) return {true, ""};
  }
  return {false, "the receipt's code is not on that paper"};
}

Tried Player::set_clock(const std::string& argument) {
  const auto date = domain::parse_iso_date(argument);
  if (!date.ok()) return {false, "a date such as 1970-01-01 is expected"};
  clock_.set_wall(domain::to_wall(date));
  return {true, ""};
}

void Player::keep_picture(const std::string& name, screens::Pixels& picture) {
  if (!kept_.insert(hash_of(picture.memory())).second) return;
  const auto file = setup_.out / "screens" / fmt::format("{:02}-{}.png", ++pictures_, name);
  std::filesystem::create_directories(file.parent_path());
  [[maybe_unused]] const auto written = screens::write_png(file, picture.surface());
}

void Player::keep_last(const std::string& name) {
  screens::Pixels picture(core_.screen().width_px, core_.screen().height_px);
  last_.show(picture);
  keep_picture(name, picture);
}

// Leaves the last picture and what it says beside the others.
tl::unexpected<std::string> Player::fail(const ScriptStep& step, const std::string& problem) {
  keep_picture(shown_ + "-failed", pixels_);
  std::ofstream(setup_.out / "screens" / "failed.txt") << core_.frame().registry().spoken();
  return tl::unexpected(fmt::format("{}:{}: {} {}: {}; the screen is {}", step.file.string(),
                                    step.line, step.verb, step.argument, problem, core_.shown()));
}

}  // namespace huimin::terminal
