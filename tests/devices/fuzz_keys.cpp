// Any bytes from an input device: events do not depend on the cut, a keypad gives only presses that
// are known, and a scanner only codes of the letters that ours are made of.

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "devices/keypad/key_filter.h"
#include "devices/port/input_events.h"
#include "devices/scanner/line_assembler.h"
#include "devices/scanner/typed_lines.h"

using namespace huimin::devices;

namespace {

void check_presses(const std::vector<InputEvent>& events) {
  KeyFilter filter;
  bool is_headset_in = false;
  for (const InputEvent& event : events) {
    const auto said = filter.take(event);
    if (!said) continue;
    if (std::holds_alternative<KeyPressed>(*said)) {
      if (event.value != 1) std::abort();
      if (std::string(to_text(std::get<KeyPressed>(*said).key)) == "unknown") std::abort();
    } else {
      const bool in = std::holds_alternative<HeadsetIn>(*said);
      if (in == is_headset_in) std::abort();
      is_headset_in = in;
    }
  }
}

void check_codes(const std::vector<InputEvent>& events) {
  KeyLetters letters;
  std::string typed;
  for (const InputEvent& event : events) {
    if (const auto letter = letters.take(event)) typed.push_back(*letter);
  }
  LineAssembler assembler;
  for (const auto& line : assembler.take(std::as_bytes(std::span(typed)))) {
    const auto* code = std::get_if<Scanned>(&line);
    constexpr const char* kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    if (code != nullptr && code->text.find_first_not_of(kLetters) != std::string::npos) {
      std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto all = std::as_bytes(std::span(data, size));
  InputEventReader at_once;
  const auto events = at_once.take(all);
  InputEventReader bytewise;
  std::vector<InputEvent> again;
  for (const std::byte one : all) {
    const auto more = bytewise.take(std::span(&one, 1));
    again.insert(again.end(), more.begin(), more.end());
  }
  if (again != events) std::abort();
  check_presses(events);
  check_codes(events);
  return 0;
}
