#include "devices/scanner/typed_lines.h"

#include <linux/input-event-codes.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;

constexpr char kEndOfLine = '\r';
constexpr char kNoise = '\x01';

// Keys that lie side by side have codes that follow each other. A blank in `with_shift` is a letter
// that no code of ours holds.
struct Keys {
  std::uint16_t first;
  std::string_view plain;
  std::string_view with_shift;
};

constexpr std::array kKeys{Keys{KEY_1, "1234567890-\x01", "\x01\x01\x01$%\x01\x01*\x01\x01\x01+"},
                           Keys{KEY_Q, "QWERTYUIOP\x01\x01", "QWERTYUIOP\x01\x01"},
                           Keys{KEY_A, "ASDFGHJKL\x01\x01\x01", "ASDFGHJKL:\x01\x01"},
                           Keys{KEY_BACKSLASH, "\x01ZXCVBNM\x01./", "\x01ZXCVBNM\x01\x01\x01"},
                           Keys{KEY_KPASTERISK, "*", "*"},
                           Keys{KEY_SPACE, " ", " "},
                           Keys{KEY_KP7, "789-456+1230.", "789-456+1230."},
                           Keys{KEY_102ND, "\x01", "\x01"},
                           Keys{KEY_KPSLASH, "/", "/"}};

std::optional<char> letter_of(std::uint16_t code, bool with_shift) {
  for (const Keys& keys : kKeys) {
    if (code < keys.first || code >= keys.first + keys.plain.size()) continue;
    return (with_shift ? keys.with_shift : keys.plain)[code - keys.first];
  }
  return std::nullopt;
}

bool makes_noise(std::uint16_t code) {
  constexpr std::array kNoisy{KEY_LEFTCTRL, KEY_RIGHTCTRL, KEY_LEFTALT,   KEY_RIGHTALT,
                              KEY_LEFTMETA, KEY_RIGHTMETA, KEY_BACKSPACE, KEY_DELETE};
  return std::find(kNoisy.begin(), kNoisy.end(), code) != kNoisy.end();
}

class TypedLines final : public ByteStream {
 public:
  TypedLines(std::unique_ptr<ByteStream> keys, MonoClock clock)
      : keys_(std::move(keys)), clock_(std::move(clock)) {}

  tl::expected<std::size_t, PortError> read_some(std::span<std::byte> into,
                                                 milliseconds timeout) override {
    const MonoTime until = clock_() + timeout;
    while (typed_.empty()) {
      std::array<std::byte, 1536> chunk{};
      const auto count = keys_->read_some(chunk, std::max(milliseconds{0}, until - clock_()));
      if (!count) return tl::unexpected(count.error());
      for (const InputEvent& event : reader_.take(std::span(chunk).first(*count))) {
        if (const auto letter = letters_.take(event)) typed_.push_back(*letter);
      }
    }
    const std::size_t count = std::min(into.size(), typed_.size());
    const auto letters = std::as_bytes(std::span(typed_)).first(count);
    std::copy(letters.begin(), letters.end(), into.begin());
    typed_.erase(0, count);
    return count;
  }

  tl::expected<void, PortError> write_all(std::span<const std::byte> bytes,
                                          milliseconds timeout) override {
    return keys_->write_all(bytes, timeout);
  }

 private:
  std::unique_ptr<ByteStream> keys_;
  MonoClock clock_;
  InputEventReader reader_;
  KeyLetters letters_;
  std::string typed_;
};

}  // namespace

std::optional<char> KeyLetters::take(const InputEvent& event) {
  if (event.type == EV_SYN && event.code == SYN_DROPPED) return kNoise;
  if (event.type != EV_KEY) return std::nullopt;
  if (event.code == KEY_LEFTSHIFT) is_left_shift_down_ = event.value != 0;
  if (event.code == KEY_RIGHTSHIFT) is_right_shift_down_ = event.value != 0;
  // A held key types nothing more: scanners press every key anew.
  if (event.value != 1) return std::nullopt;
  if (event.code == KEY_ENTER || event.code == KEY_KPENTER || event.code == KEY_TAB) {
    return kEndOfLine;
  }
  if (makes_noise(event.code)) return kNoise;
  return letter_of(event.code, is_left_shift_down_ || is_right_shift_down_);
}

PortOpener typed_lines(PortOpener open, MonoClock clock) {
  return [open = std::move(open), clock = std::move(clock)]() -> PortResult {
    auto keys = open();
    if (!keys) return keys;
    return std::make_unique<TypedLines>(std::move(*keys), clock);
  };
}

}  // namespace huimin::devices
