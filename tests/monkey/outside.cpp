#include "tests/monkey/outside.h"

#include <array>
#include <utility>
#include <variant>

#include "tests/journey/sample_world.h"

namespace huimin::monkey {

namespace event = journey::resident::event;
namespace effect = journey::resident::effect;
namespace sample = journey::resident::sample;
using journey::resident::PrinterState;
using journey::resident::Readiness;

namespace {

template <class... Each>
struct Overload : Each... {
  using Each::operator()...;
};

// Most things go well most of the time, or nobody would ever see the end of the road.
constexpr std::uint64_t kTroubleOneIn = 8;

constexpr std::array kPrinterStates{PrinterState::Ready,     PrinterState::Ready,
                                    PrinterState::Ready,     PrinterState::PaperLow,
                                    PrinterState::PaperOut,  PrinterState::CoverOpen,
                                    PrinterState::Gone};
constexpr std::array kSaveFaults{event::SaveFault::DiskFull, event::SaveFault::Busy,
                                 event::SaveFault::Damaged,  event::SaveFault::NoKey,
                                 event::SaveFault::NumbersUncertain, event::SaveFault::Other};
constexpr std::array kVerdicts{event::Verdict::True,
                               event::Verdict::True,
                               event::Verdict::True,
                               event::Verdict::TrueBeforeWithdrawal,
                               event::Verdict::MadeAfterWithdrawal,
                               event::Verdict::UnknownTerminal,
                               event::Verdict::Altered,
                               event::Verdict::NotAReceipt};

Event print_end(std::uint64_t job, Chance& chance) {
  if (!chance.one_in(kTroubleOneIn / 2)) return event::Printed{job};
  if (chance.one_in(2)) return event::PrintUnknown{job};
  return event::PrintStopped{job, PrinterState::PaperOut};
}

Readiness readiness(Chance& chance) {
  Readiness made;
  if (!chance.one_in(kTroubleOneIn * 2)) return made;
  bool* const parts[] = {&made.disk, &made.key, &made.clock, &made.catalogue, &made.queue};
  *chance.pick(parts) = false;
  return made;
}

// The size of a real receipt's code.
screens::view::QrModules code() {
  constexpr int kSide = 49;
  screens::view::QrModules made{kSide, {}};
  for (int i = 0; i < kSide * kSide; ++i) made.dark.push_back(i % 3 == 0 ? 1 : 0);
  return made;
}

Event status_answer(const effect::AskStatus& asked, Chance& chance) {
  switch (chance.below(6)) {
    case 0: return event::StatusFailed{asked.receipt, event::StatusFault::NoAnswer};
    case 1: return event::StatusFailed{asked.receipt, event::StatusFault::NotKnown};
    case 2: return event::StatusKeptHere{asked.receipt, sample::morning().wall};
    default: return event::StatusArrived{asked.receipt, sample::status(), chance.one_in(2)};
  }
}

}  // namespace

void Outside::ask(const Effect& effect, Chance& chance) {
  std::visit(
      Overload{
          [&](const effect::CheckReadiness&) {
            answers_.push_back(event::ReadinessChecked{readiness(chance)});
          },
          [&](const effect::Submit&) {
            if (chance.one_in(kTroubleOneIn)) {
              answers_.push_back(event::SaveFailed{chance.pick(kSaveFaults)});
              return;
            }
            const domain::ReceiptNumber number{430522, 7, ++submissions_};
            answers_.push_back(event::Committed{number, "HTTPS://EXAMPLE.INVALID/R/123", code(),
                                                sample::morning().wall});
            if (chance.one_in(2)) {
              answers_.push_back(
                  event::Acknowledged{number, "新邵救 2026-000274", sample::morning().wall});
            }
          },
          [&](const effect::PrintReceipt& e) { answers_.push_back(print_end(e.job, chance)); },
          [&](const effect::PrintStatus& e) { answers_.push_back(print_end(e.job, chance)); },
          [&](const effect::PrintDraft& e) { answers_.push_back(print_end(e.job, chance)); },
          [&](const effect::CheckReceipt&) {
            answers_.push_back(event::ReceiptChecked{chance.pick(kVerdicts), sample::receipt()});
          },
          // Now and then the county says nothing at all.
          [&](const effect::AskStatus& e) {
            if (!chance.one_in(kTroubleOneIn)) answers_.push_back(status_answer(e, chance));
          },
          // The others want no answer.
          [](const auto&) {},
      },
      effect);
}

Event Outside::answer() {
  Event first = std::move(answers_.front());
  answers_.pop_front();
  return first;
}

Event Outside::whim(Chance& chance) {
  switch (chance.below(10)) {
    case 0: return event::PrinterChanged{chance.pick(kPrinterStates)};
    case 1: return event::Scanned{"HTTPS://EXAMPLE.INVALID/R/123"};
    case 2: return event::Scanned{"6901028075763"};
    case 3: return chance.one_in(4) ? Event{event::ReaderGone{}} : Event{event::ReaderBack{}};
    case 4: return chance.one_in(4) ? Event{event::ScannerGone{}} : Event{event::ScannerBack{}};
    case 5: return event::CardFailed{++presence_, event::CardFault::LiftedEarly};
    default: break;
  }
  card_lies_ = !card_lies_;
  if (!card_lies_) return event::CardLifted{presence_};
  ++presence_;
  if (chance.one_in(kTroubleOneIn)) {
    return event::CardFailed{presence_, event::CardFault::Unreadable};
  }
  if (chance.one_in(kTroubleOneIn)) return event::CardBusy{presence_};
  return chance.one_in(2) ? sample::card_of_wang(presence_) : sample::card_of_liu(presence_);
}

}  // namespace huimin::monkey
