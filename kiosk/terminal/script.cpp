#include "kiosk/terminal/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace huimin::terminal {

namespace {

struct Verb {
  std::string_view name;
  bool takes_argument;
};

constexpr std::array kVerbs{
    Verb{"screen", true},  Verb{"tap", true},           Verb{"keys", true},    Verb{"pinyin", true},
    Verb{"sign", false},   Verb{"see", true},           Verb{"value", true},   Verb{"device", true},
    Verb{"scan", true},    Verb{"paper", true},         Verb{"advance", true}, Verb{"clock", true},
    Verb{"picture", true}, Verb{"acknowledged", false},
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

}  // namespace

tl::expected<std::vector<ScriptStep>, std::string> read_script(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return tl::unexpected(file.string() + ": cannot be read");
  std::vector<ScriptStep> steps;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    const auto blank = text.find(' ');
    ScriptStep step{number, text.substr(0, blank),
                    blank == std::string::npos ? "" : trimmed(text.substr(blank))};
    const auto verb = std::ranges::find(kVerbs, step.verb, &Verb::name);
    if (verb == kVerbs.end()) {
      return tl::unexpected(
          fmt::format("{}:{}: no such step: {}", file.string(), number, step.verb));
    }
    if (verb->takes_argument == step.argument.empty()) {
      return tl::unexpected(
          fmt::format("{}:{}: {} {}", file.string(), number, step.verb,
                      verb->takes_argument ? "needs more on its line" : "stands alone"));
    }
    steps.push_back(std::move(step));
  }
  if (steps.empty()) return tl::unexpected(file.string() + ": no steps");
  return steps;
}

}  // namespace huimin::terminal
