#pragma once
// The resident's screens up to knowing who applies, and what is typed on any of them.
// Names in brackets are those of the pictures of a headless run.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "screens/view/common.h"
#include "screens/view/intent.h"

namespace huimin::screens::view {

// What is wrong with a typed value. The words are the screen's; none of them blames.
enum class Problem : std::uint8_t {
  Missing,
  IdLength,
  IdCharacter,
  IdLegacy,
  IdDate,
  IdCheckDigit,
  NameCharacter,
  NameLong,
  AmountDigits,
  AmountLarge,
  AmountDecimals,
  AccountDigits,
  AccountLength,
  AccountCheckDigit,
  PhoneDigits,
  PhoneLength,
  PhoneBeginning,
  AgeDigits,
  AgeRange,
  ReceiptForm,
  ReceiptCheckDigits,
  TextLong,
  TextCharacter
};

// A field as it is typed. `from`, `to`: the characters of `value` that the problem is about; equal
// when none.
struct Typed {
  Field field = Field::Name;
  std::string value;
  bool active = false;
  std::optional<Problem> problem;
  int from = 0, to = 0;
  int length = 0;  // characters now, for "17 of 18"
};

struct Attract {};  // [attract]
struct Home {
  bool can_apply = true;
  bool can_print = true;
};  // [home]
struct ElsewhereScreen {
  Contact contact;
};  // [elsewhere] other matters, at the window

// Before the first question: this machine cannot take an application now. [not-ready]
enum class Shortage : std::uint8_t { Disk, Key, Clock, Catalogue, Queue, Printer };
struct NotReady {
  std::vector<Shortage> shortages;
  Contact contact;
};
// The printer has no paper, said before the start. [trouble-paper]
enum class PrinterTrouble : std::uint8_t { PaperOut, CoverOpen, Gone };
struct TroublePaper {
  PrinterTrouble trouble = PrinterTrouble::PaperOut;
  bool waiting = false;
};

struct Privacy {
  std::vector<std::string> paragraphs;
  Contact contact;
};  // [privacy]

// [identify], [identify-reading], [identify-again]
enum class Reading : std::uint8_t {
  Waiting,
  Busy,
  LiftedEarly,
  Unreadable,
  TakeCardFirst,
  ReaderGone
};
struct Identify {
  Progress progress;
  Reading reading = Reading::Waiting;
  int failures = 0;
};
struct ConfirmPerson {
  Progress progress;
  std::string name, id_tail;
};  // [person] masked
struct TypeNumber {
  Progress progress;
  Typed number;
  bool may_go_on = false;
};  // [type-number]
struct TypeName {
  Progress progress;
  Typed name;
  bool without_card = false;
};  // [type-name]

}  // namespace huimin::screens::view
