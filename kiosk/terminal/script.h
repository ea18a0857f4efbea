#pragma once
// A journey script: a text file of steps, one a line, that is test, demonstration and manual in
// one.
//
//   # a comment
//   screen NAME [within SECONDS]    waits until that screen is shown
//   tap ID                          touches the widget of that id when it is there and may be
//   touched keys TEXT                       types letters and digits on the keyboard that is shown
//   pinyin LETTERS TEXT             types the letters, then takes the candidate TEXT
//   sign                            draws a signature on the pad
//   see TEXT | see no TEXT          what the screen says; waits for it (or checks that it does not)
//   value ID TEXT                   the widget's value
//   device LINE                     a line to the simulated devices: card place wang, printer paper
//   out ... scan receipt | scan altered     holds the receipt's code before the scanner, as printed
//   or with a digit changed scan text TEXT                  any other code paper N waits until N
//   papers have come out acknowledged                    waits until the county has answered the
//   submission advance SECONDS                 time passes clock YYYY-MM-DD                the wall
//   clock jumps picture NAME                    a picture of what is shown now

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace huimin::terminal {

struct ScriptStep {
  int line = 0;          // in the file, from 1
  std::string verb;      // "tap"
  std::string argument;  // the rest of the line, may be empty
};

// The error names the line and what is expected there.
tl::expected<std::vector<ScriptStep>, std::string> read_script(const std::filesystem::path& file);

}  // namespace huimin::terminal
