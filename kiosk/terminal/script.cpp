#include "kiosk/terminal/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>

namespace huimin::terminal {

namespace {

constexpr std::string_view kPart = "part";

struct Verb {
  std::string_view name;
  bool takes_argument;
};

constexpr std::array kVerbs{
    Verb{"screen", true},  Verb{"tap", true},           Verb{"keys", true},    Verb{"pinyin", true},
    Verb{"sign", false},   Verb{"see", true},           Verb{"value", true},   Verb{"device", true},
    Verb{"scan", true},    Verb{"paper", true},         Verb{"advance", true}, Verb{"clock", true},
    Verb{"picture", true}, Verb{"acknowledged", false}, Verb{"code", true},    Verb{"beside", true},
    Verb{"reader", true},  Verb{"keypad", true},        Verb{"focus", true},   Verb{"select", false},
    Verb{"dial", true},    Verb{"heard", true},         Verb{"headset", true}, Verb{"write", true},
    Verb{"signal", true},
    Verb{kPart, true},
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

using Steps = std::vector<ScriptStep>;

tl::expected<ScriptStep, std::string> read_step(const std::filesystem::path& file, int number,
                                                const std::string& text) {
  const auto blank = text.find(' ');
  ScriptStep step{file, number, text.substr(0, blank),
                  blank == std::string::npos ? "" : trimmed(text.substr(blank))};
  const auto wrong = [&](std::string_view what) {
    return tl::unexpected(fmt::format("{}:{}: {}", file.string(), number, what));
  };
  const auto verb = std::ranges::find(kVerbs, step.verb, &Verb::name);
  if (verb == kVerbs.end()) return wrong("no such step: " + step.verb);
  if (verb->takes_argument && step.argument.empty())
    return wrong(step.verb + " needs more on its line");
  if (!verb->takes_argument && !step.argument.empty()) return wrong(step.verb + " stands alone");
  return step;
}

enum class Parts : std::uint8_t { Allowed, Refused };

tl::expected<void, std::string> append(const std::filesystem::path& file, Parts parts,
                                       Steps& steps) {
  std::ifstream in(file);
  if (!in) return tl::unexpected(file.string() + ": cannot be read");
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    auto step = read_step(file, number, text);
    if (!step) return tl::unexpected(step.error());
    if (step->verb != kPart) {
      steps.push_back(std::move(*step));
    } else if (parts == Parts::Refused) {
      return tl::unexpected(
          fmt::format("{}:{}: a part has no parts of its own", file.string(), number));
    } else if (auto part = append(file.parent_path() / step->argument, Parts::Refused, steps);
               !part) {
      return part;
    }
  }
  return {};
}

}  // namespace

tl::expected<Steps, std::string> read_script(const std::filesystem::path& file) {
  Steps steps;
  if (auto read = append(file, Parts::Allowed, steps); !read) return tl::unexpected(read.error());
  if (steps.empty()) return tl::unexpected(file.string() + ": no steps");
  return steps;
}

}  // namespace huimin::terminal
