#include "devices/simulators/control.h"

#include <algorithm>
#include <array>
#include <vector>

#include "devices/simulators/control_words.h"

namespace huimin::devices::simulators {
namespace {

using std::chrono::milliseconds;
Words split(std::string_view line) {
  Words words;
  while (true) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return words;
    line.remove_prefix(first);
    const auto end = std::min(line.find_first_of(" \t\r"), line.size());
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

constexpr std::array kFaults{Named<CardFault>{"cut", CardFault::Cut},
                             Named<CardFault>{"checksum", CardFault::Checksum},
                             Named<CardFault>{"stray", CardFault::Stray},
                             Named<CardFault>{"silent", CardFault::Silent},
                             Named<CardFault>{"late", CardFault::Late},
                             Named<CardFault>{"select", CardFault::Select},
                             Named<CardFault>{"unreadable", CardFault::Unreadable},
                             Named<CardFault>{"lift-in-read", CardFault::LiftInRead},
                             Named<CardFault>{"refuse", CardFault::Refuse}};

constexpr std::array kMoments{Named<CardMoment>{"any", CardMoment::Any},
                              Named<CardMoment>{"find", CardMoment::Find},
                              Named<CardMoment>{"select", CardMoment::Select},
                              Named<CardMoment>{"read", CardMoment::Read},
                              Named<CardMoment>{"address", CardMoment::NewAddress},
                              Named<CardMoment>{"reset", CardMoment::Reset},
                              Named<CardMoment>{"self-test", CardMoment::SelfTest}};

constexpr std::array kSupplies{Named<PaperSupply>{"full", PaperSupply::Full},
                               Named<PaperSupply>{"low", PaperSupply::Low},
                               Named<PaperSupply>{"out", PaperSupply::Out}};

std::string card_fault(Desk& desk, const Words& words) {
  if (word(words, 2) == "none") {
    desk.reader.fail(CardFault::Cut, 0);
    return kOk;
  }
  const auto fault = find(kFaults, word(words, 2));
  const auto times = words.size() > 3 ? number(words[3], 0, 1'000'000) : 1;
  const auto moment = words.size() > 4 ? find(kMoments, words[4]) : CardMoment::Any;
  if (!fault || !times || !moment) return error("card fault NAME [TIMES [MOMENT]]");
  desk.reader.fail(*fault, *times, *moment);
  return kOk;
}

std::string obey_card(Desk& desk, const Words& words) {
  const auto verb = word(words, 1);
  if (verb == "lift" && words.size() == 2) {
    desk.reader.lift();
    return kOk;
  }
  if (verb == "place" && words.size() == 3) {
    const auto person = desk.people.find(std::string(words[2]));
    if (person == desk.people.end()) return error("nobody of that name in the people file");
    desk.reader.place(make_card(person->second));
    return kOk;
  }
  if (verb == "fault") return card_fault(desk, words);
  return error("card place NAME | lift | fault NAME [TIMES [MOMENT]]");
}

std::string printer_delay(Desk& desk, std::string_view delay) {
  if (delay == "never") {
    desk.printer.set_answer_delay(std::nullopt);
    return kOk;
  }
  const auto late = number(delay, 0, kLongest_ms);
  if (!late) return error("printer answer-delay MS|never");
  desk.printer.set_answer_delay(milliseconds{*late});
  return kOk;
}

std::string printer_trait(Desk& desk, std::string_view name, std::string_view value) {
  constexpr std::array kTraits{
      Named<bool PrinterTraits::*>{"process-id", &PrinterTraits::answers_process_id},
      Named<bool PrinterTraits::*>{"real-time", &PrinterTraits::answers_real_time},
      Named<bool PrinterTraits::*>{"automatic", &PrinterTraits::reports_by_itself},
      Named<bool PrinterTraits::*>{"near-end", &PrinterTraits::has_near_end_sensor},
      Named<bool PrinterTraits::*>{"clear", &PrinterTraits::clears_on_request}};
  PrinterTraits traits = desk.printer.traits();
  const auto bytes = number(value, 1, 16 * 1024 * 1024);
  const auto trait = find(kTraits, name);
  if (name == "buffer" && bytes) {
    traits.buffer_bytes = static_cast<std::size_t>(*bytes);
  } else if (trait && (value == "on" || value == "off")) {
    traits.*(*trait) = value == "on";
  } else {
    return error(
        "printer trait process-id|real-time|automatic|near-end|clear on|off, or buffer BYTES");
  }
  desk.printer.set_traits(traits);
  return kOk;
}

std::string obey_printer(Desk& desk, const Words& words, MonoTime at) {
  EscPosPrinter& printer = desk.printer;
  const auto verb = word(words, 1);
  const auto value = word(words, 2);
  const auto is = [&](std::string_view wanted, std::string_view with) {
    return verb == wanted && value == with;
  };
  if (const auto supply = find(kSupplies, value); verb == "paper" && supply) {
    printer.set_paper(*supply, at);
  } else if (const auto bytes = number(value, 1, 1'000'000'000);
             verb == "stop-after-bytes" && bytes) {
    printer.end_paper_after(static_cast<std::size_t>(*bytes));
  } else if (is("cover", "open") || is("cover", "closed")) {
    printer.set_cover_open(value == "open", at);
  } else if (is("cutter", "jammed") || is("cutter", "free")) {
    printer.set_cutter_jammed(value == "jammed", at);
  } else if (is("online", "") || is("offline", "")) {
    printer.set_online(verb == "online", at);
  } else if (is("silent", "on") || is("silent", "off")) {
    printer.set_silent(value == "on");
  } else if (verb == "answer-delay") {
    return printer_delay(desk, value);
  } else if (verb == "trait") {
    return printer_trait(desk, value, word(words, 3));
  } else {
    return error("printer: unknown command or value");
  }
  return kOk;
}

// The code is the rest of the line, spaces included.
std::string obey_scanner(Desk& desk, std::string_view line, const Words& words, MonoTime at) {
  if (word(words, 1) == "noise" && words.size() == 2) {
    desk.scanner.make_noise(at);
    return kOk;
  }
  if (word(words, 1) != "scan" || words.size() < 3) return error("scanner scan TEXT | noise");
  desk.scanner.scan(rest_of(line, words, 2), at);
  return kOk;
}

std::string obey_network(Desk& desk, const Words& words) {
  if (!desk.has_network) return error("started without --uplink-proxy");
  const auto verb = word(words, 1);
  if (verb == "slow") {
    const auto delay = number(word(words, 2), 0, kLongest_ms);
    if (!delay) return error("network slow MS");
    desk.network = NetworkState::Up;
    desk.network_delay = milliseconds{*delay};
    return kOk;
  }
  if (words.size() != 2 || (verb != "up" && verb != "down"))
    return error("network up | down | slow MS");
  desk.network = verb == "up" ? NetworkState::Up : NetworkState::Down;
  desk.network_delay = milliseconds{0};
  return kOk;
}

Answer wait_for_paper(const Words& words) {
  const auto receipts = number(word(words, 1), 0, 1'000'000);
  const auto limit = number(word(words, 2), 0, kLongest_ms);
  if (!receipts || !limit) return error("wait-paper N MS");
  return WaitForPaper{*receipts, milliseconds{*limit}};
}

std::string plug(Desk& desk, const Words& words) {
  if (words.size() == 2 && set_plugged(desk, words[1], words[0] == "plug")) return kOk;
  return error("plug|unplug reader|printer|scanner|scanner-keys|keypad|signal");
}

}  // namespace

bool set_plugged(Desk& desk, std::string_view device, bool plugged) {
  constexpr std::array kPlugs{Named<bool Desk::*>{"reader", &Desk::is_reader_plugged},
                              Named<bool Desk::*>{"printer", &Desk::is_printer_plugged},
                              Named<bool Desk::*>{"scanner", &Desk::is_scanner_plugged},
                              Named<bool Desk::*>{"scanner-keys", &Desk::is_scanner_keys_plugged},
                              Named<bool Desk::*>{"keypad", &Desk::is_keypad_plugged},
                              Named<bool Desk::*>{"signal", &Desk::is_signal_plugged}};
  const auto which = find(kPlugs, device);
  if (!which) return false;
  desk.*(*which) = plugged;
  if (!desk.is_scanner_keys_plugged) desk.scanner_keys.unplug();
  if (!desk.is_keypad_plugged) desk.keypad.unplug();
  if (!desk.is_signal_plugged) desk.signal.lose_power();
  return true;
}

Answer obey(Desk& desk, std::string_view line, MonoTime at) {
  const Words words = split(line);
  const auto topic = word(words, 0);
  if (topic == "card") return obey_card(desk, words);
  if (topic == "printer") return obey_printer(desk, words, at);
  if (topic == "scanner") return obey_scanner(desk, line, words, at);
  if (topic == "scanner-keys") return obey_scanner_keys(desk, line, words, at);
  if (topic == "keypad") return obey_keypad(desk, words, at);
  if (topic == "signal") return obey_signal(desk, words);
  if (topic == "network") return obey_network(desk, words);
  if (topic == "plug" || topic == "unplug") return plug(desk, words);
  if (topic == "wait-paper") return wait_for_paper(words);
  if (topic == "receipts" && words.size() == 1) return std::to_string(desk.receipts);
  if (topic == "quit" && words.size() == 1) {
    desk.is_quitting = true;
    return kOk;
  }
  return error("unknown command; see README.md of the simulators");
}

}  // namespace huimin::devices::simulators
