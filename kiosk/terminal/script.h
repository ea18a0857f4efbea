#pragma once
// A journey script: a text file of steps, one a line, that is test, demonstration and manual in
// one.
//
//   # a comment
//   part FILE              the steps of another file, named from this one's folder; a part has no
//                          parts of its own
//   screen NAME            waits until that screen is shown
//   tap ID                 touches the widget of that id, once it is there and may be touched;
//                          turns pages for it
//   keys TEXT              letters and digits on the keyboard that is shown; < deletes
//   pinyin LETTERS TEXT    types the letters, then takes the candidate TEXT
//   sign                   draws a signature on the pad
//   see TEXT               waits until the screen says it
//   see no TEXT            the screen does not say it
//   value ID TEXT          waits until the widget has that value
//   device LINE            to the simulated devices: card place wang, printer paper out
//   reader card            waits until the reader has noticed a card
//   reader empty           waits until the reader has noticed that none lies there
//   reader failed N        waits until N cards in all could not be read
//   signal STATE           waits until the hall's lamp is off, calling or urgent
//   scan receipt           holds the receipt's code before the scanner, as printed
//   scan altered           the same with one digit changed
//   scan text TEXT         any other code
//   paper N                waits until N papers have come out
//   code N                 the N-th paper bears the code of the receipt, whole
//   acknowledged           waits until the county's answers to all that was handed in are here
//   beside LINE            to the program `beside` in the journey's folder, for what happens to a
//                          hall from outside
//   keypad KEY [TIMES]     presses left, right, up, down, select, help, repeat, rate-up, ...
//   focus ID               moves with the keypad until it is on that widget
//   select                 presses the keypad's select
//   dial TEXT              letters and digits on the keyboard that is shown, with the keypad
//   headset in, out        plugs the headset in, pulls it out
//   heard TEXT             waits until that was said since the last step that did something
//   write STROKES          on the pad for handwriting: 10,50-90,50 50,10-50,90 in hundredths of it
//   advance SECONDS        time passes
//   clock YYYY-MM-DD       the wall clock jumps
//   picture NAME           a picture of what is shown now
//
// Waiting has a limit that a healthy hall never needs.

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace huimin::terminal {

struct ScriptStep {
  std::filesystem::path file;
  int line = 0;          // in the file, from 1
  std::string verb;      // "tap"
  std::string argument;  // the rest of the line, may be empty
};

// All steps in order, those of parts among them. The error names the line and what is expected
// there.
tl::expected<std::vector<ScriptStep>, std::string> read_script(const std::filesystem::path& file);

}  // namespace huimin::terminal
