#pragma once
// What all resident screens share: the bars' contents, the chosen comforts, small values that are
// shown as they are.
//
// Views are plain values without behaviour: exactly what may be shown, already masked where it must
// be. Words that are the screen's own stand in screens/locale; words of the law or of a programme
// come in as strings.

#include <cstdint>
#include <string>
#include <vector>

namespace huimin::screens::view {

enum class Language : std::uint8_t { ChineseSimplified, English };
enum class TextSize : std::uint8_t { Small, Medium, Large, ExtraLarge };
enum class Palette : std::uint8_t { Standard, DarkGround, LightGround, Soft };

// Speed of the voice: 50, 75, ... 200 % of the usual one (VVSG 7.1-K, standards line 32).
inline constexpr int kRates = 7, kUsualRate = 2;
constexpr int rate_percent(int rate) { return 50 + 25 * rate; }
// Loudness of the voice; how far apart the levels are is said in devices/speech/sound.h. To a
// headset 20 to 100 dB are reached in steps of at most 10 dB (VVSG 7.1-K, standards line 31).
inline constexpr int kVolumes = 10, kUsualVolume = 5;

// Chosen with the aids of the top bar or on the keypad; back to the defaults when a session ends.
struct Comfort {
  Language language = Language::ChineseSimplified;
  TextSize size = TextSize::Medium;
  Palette palette = Palette::Standard;
  bool reading = false;         // what is shown is also read aloud
  int rate = kUsualRate;        // 0 to kRates - 1
  int volume = kUsualVolume;    // 0 to kVolumes - 1
  bool dark = false;            // nothing is lit: for somebody who only listens
  bool operator==(const Comfort&) const = default;
};

// Which errand the top bar names.
enum class Topic : std::uint8_t { None, Apply, Status, Elsewhere };

struct LocalTime {
  int year = 0, month = 0, day = 0;  // month 1-12, day 1-31
  int weekday = 0;                   // 0 Sunday - 6 Saturday
  int hour = 0, minute = 0;
  bool certain = true;  // false: the clock is not to be trusted, show no date
  bool operator==(const LocalTime&) const = default;
};

// The frame of every screen.
struct Chrome {
  std::string hall;  // "酿溪镇便民服务大厅"
  LocalTime now;
  Topic topic = Topic::None;
  std::string person;  // masked, "王*"; empty before anybody is known
  bool staff_called = false;  // and the hall's signal shows it
  bool can_read = true;       // false: there is no voice, so reading aloud is not offered
  Comfort comfort;
};

// "Step n of m"; n counts from 1. 0 of 0: no bar of steps.
enum class Chapter : std::uint8_t { Who, Happened, Household, Money, Papers, Check, Hand };
struct Progress {
  int step = 0;
  int steps = 0;
  Chapter chapter = Chapter::Who;
};

// One thing to choose. `id` comes back in the intent.
struct Option {
  std::string id;
  std::string label;
  std::string hint;  // may be empty
  std::string icon;  // name of the icon, may be empty
  bool chosen = false;
};

// A square of dark (1) and light (0) modules, row by row, without quiet zone.
struct QrModules {
  int side = 0;
  std::vector<std::uint8_t> dark;
};

// Whom to ask: from the hall's configuration.
struct Contact {
  std::string unit;      // "酿溪镇社会事务办"
  std::string official;  // "李满秀"
  std::string window;    // "3 号窗口"
  std::string phone;     // "0739-0000118"
};

// A last day. `certain` false is shown as "about".
struct Day {
  int year = 0, month = 0, day = 0;
  bool certain = true;
  bool operator==(const Day&) const = default;
};

}  // namespace huimin::screens::view
