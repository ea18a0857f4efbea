#include "kiosk/terminal/player.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <utility>

#include "kiosk/domain/civil_date.h"
#include "screens/toolkit/png.h"

namespace huimin::terminal {

namespace {

// Longer than any step of a healthy hall needs on a slow machine.
constexpr std::chrono::seconds kStepWithin{40};
constexpr std::chrono::milliseconds kLook{20};
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
      pixels_(core.screen().width_px, core.screen().height_px),
      before_(pixels_),
      rest_(pixels_) {}

tl::expected<void, std::string> Player::play() {
  const auto script = read_script(setup_.journey / "journey.txt");
  if (!script) return tl::unexpected(script.error());
  // What a person would wait, whatever the script does to the terminal's clock.
  const base::SystemClock real;
  const base::MonoTime start = real.now().mono;
  settle();
  first_picture_ms_ = (real.now().mono - start).count();
  for (const ScriptStep& step : *script) {
    const base::MonoTime since = real.now().mono;
    Tried tried = attempt(step);
    while (!tried.done) {
      if (!tried.problem.empty()) return tl::unexpected(failure(step, tried.problem));
      if (real.now().mono - since > kStepWithin)
        return tl::unexpected(failure(step, "did not happen"));
      waker_.wait(kLook);
      settle();
      tried = attempt(step);
    }
    settle();
  }
  keep_picture(shown_, pixels_);
  journey_ms_ = (real.now().mono - start).count();
  return {};
}

Player::Tried Player::attempt(const ScriptStep& step) {
  const std::string& verb = step.verb;
  const std::string& argument = step.argument;
  if (verb == "screen") return {core_.shown() == argument, ""};
  if (verb == "tap") return attempt_tap(argument);
  if (verb == "keys") return type(argument);
  if (verb == "pinyin") return type_pinyin(argument);
  if (verb == "sign") return sign();
  if (verb == "see") return attempt_see(argument);
  if (verb == "value") return attempt_value(argument);
  if (verb == "device") return tell_devices(argument);
  if (verb == "scan") return attempt_scan(argument);
  if (verb == "paper") return tell_devices("wait-paper " + argument + " 20000");
  if (verb == "acknowledged") return {core_.outcomes().acknowledged.has_value(), ""};
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
  for (int frames = 0; frames < 200; ++frames) {
    core_.turn();
    if (!core_.must_paint()) break;
    before_ = pixels_;
    core_.paint(pixels_.surface());
    if (core_.shown() == shown_) continue;
    if (!shown_.empty()) keep_picture(shown_, rested_ ? rest_ : before_);
    shown_ = core_.shown();
    rested_ = false;
  }
  rest_ = pixels_;
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

Player::Tried Player::attempt_tap(const std::string& id) {
  const auto* entry = core_.frame().registry().find(id);
  if (entry == nullptr || !entry->enabled) return {};
  return {tap(id), ""};
}

Player::Tried Player::type(const std::string& keys) {
  for (const char key : keys) {
    const std::string id = key == '<' ? "key.delete" : std::string("key.") + key;
    if (core_.frame().registry().find(id) == nullptr) return {};
    if (!tap(id)) return {false, "the key " + id + " cannot be touched"};
  }
  return {true, ""};
}

Player::Tried Player::type_pinyin(const std::string& argument) {
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
Player::Tried Player::sign() {
  clock_.advance_unseen(kMoment);
  const auto* pad = core_.frame().registry().find("pad");
  if (pad == nullptr) return {};
  const screens::PxRect box = pad->rect;
  auto& bridge = core_.frame().bridge();
  std::uint32_t at_ms = 0;
  for (int stroke = 0; stroke < 3; ++stroke) {
    constexpr int kPoints = 24;
    const double left = 0.2 + 0.22 * stroke;
    double x = 0, y = 0;
    for (int i = 0; i <= kPoints; ++i, at_ms += 16) {
      const double part = static_cast<double>(i) / kPoints;
      x = box.x + (left + 0.16 * part) * box.w;
      y = box.y + (0.5 + 0.2 * std::sin(6.28 * part)) * box.h;
      if (i == 0) {
        bridge.press(x, y, at_ms);
      } else {
        bridge.move(x, y, at_ms);
      }
    }
    bridge.release(x, y, at_ms);
    core_.repaint_soon();
    settle();
  }
  return {true, ""};
}

bool Player::says(const std::string& text) const {
  return core_.frame().registry().spoken().find(text) != std::string::npos;
}

Player::Tried Player::attempt_see(const std::string& text) {
  const auto [first, rest] = split(text);
  if (first == "no" && !rest.empty()) return {!says(rest), says(rest) ? "it says: " + rest : ""};
  return {says(text), ""};
}

Player::Tried Player::attempt_value(const std::string& argument) {
  const auto [id, text] = split(argument);
  const auto* entry = core_.frame().registry().find(id);
  return {entry != nullptr && entry->value == text, ""};
}

Player::Tried Player::tell_devices(const std::string& line) {
  const auto answer = devices_.say(line);
  if (!answer) return {false, answer.error()};
  return {true, ""};
}

Player::Tried Player::attempt_scan(const std::string& what) {
  const auto [first, rest] = split(what);
  if (first == "text") return tell_devices("scanner scan " + rest);
  if (!core_.outcomes().committed) return {false, "there is no receipt to scan"};
  const std::string& code = core_.outcomes().committed->receipt_qr;
  if (first == "receipt") return tell_devices("scanner scan " + code);
  if (first == "altered") return tell_devices("scanner scan " + altered(code));
  return {false, "scan receipt, scan altered or scan text TEXT is expected"};
}

Player::Tried Player::set_clock(const std::string& argument) {
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

std::string Player::failure(const ScriptStep& step, const std::string& problem) const {
  return fmt::format("{}:{}: {} {}: {}; the screen is {}",
                     (setup_.journey / "journey.txt").string(), step.line, step.verb, step.argument,
                     problem, core_.shown());
}

}  // namespace huimin::terminal
