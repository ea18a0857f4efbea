#include "kiosk/terminal/effects.h"

#include <utility>
#include <variant>

#include "kiosk/base/log.h"

namespace huimin::terminal {

namespace effect = journey::resident::effect;
namespace event = journey::resident::event;
using journey::resident::PrinterState;

namespace {

order::PrintEnd log_end(PrintEnd end) {
  switch (end) {
    case PrintEnd::Printed: return order::PrintEnd::Printed;
    case PrintEnd::Stopped: return order::PrintEnd::Interrupted;
    case PrintEnd::Unknown: return order::PrintEnd::Unknown;
  }
  return order::PrintEnd::Unknown;
}

template <class... Each>
struct Overload : Each... {
  using Each::operator()...;
};

}  // namespace

Effects::Effects(const Config& config, StoreSetup store, PaperMaker papers,
                 const base::Clock& clock, Post post, std::function<void()> forget)
    : papers_(papers), post_(std::move(post)), forget_(std::move(forget)) {
  if (config.printer.empty()) {
    post_(event::PrinterChanged{PrinterState::Gone});
  } else {
    printer_.emplace(config.printer, post_);
  }
  // The print is noted in the log first, on the store's thread; then the paper is made.
  store_.emplace(std::move(store), clock, post_,
                 [this](const effect::PrintReceipt& asked, int nth) {
                   print(asked.job, papers_.receipt(asked, nth),
                         [this, number = asked.receipt, nth](PrintEnd end) {
                           store_->send(order::FinishPrint{number, nth, log_end(end)});
                         });
                 });
  if (config.scanner.empty()) {
    post_(event::ScannerGone{});
  } else {
    scanner_.emplace(config.scanner, post_);
  }
  if (config.reader.empty()) {
    post_(event::ReaderGone{});
  } else {
    reader_.emplace(config.reader, post_);
  }
  if (!config.signal.empty()) {
    signal_.emplace(config.signal, devices::RelayOptions{}, [this](bool there) {
      signal_there_ = there;
      if (calls_) tell_signal(there);
    });
  }
  expect_somebody(false);
}

Effects::~Effects() {
  signal_.reset();
  reader_.reset();
  scanner_.reset();
  // The printer's last words go into the store's log, so it stops before the store.
  printer_.reset();
  store_.reset();
}

void Effects::run(const journey::resident::Effect& effect) {
  std::visit(
      Overload{
          [this](const effect::CheckReadiness& asked) { store_->send(asked); },
          [this](const effect::Submit& asked) { store_->send(asked); },
          [this](const effect::PrintReceipt& asked) { store_->send(asked); },
          [this](const effect::PrintStatus& asked) { print(asked.job, papers_.status(asked)); },
          [this](const effect::PrintDraft& asked) { print(asked.job, papers_.draft(asked)); },
          [this](const effect::CallStaff& asked) { call(asked.urgent); },
          [this](const effect::ClearCall&) { clear_call(); },
          [](const effect::ReadTyped&) {},  // of the picture, so Core does it
          [this](const effect::CheckReceipt& asked) { store_->send(asked); },
          [this](const effect::AskStatus& asked) { store_->send(asked); },
          [this](const effect::EndSession& asked) {
            expect_somebody(false);
            forget_();
            screen_changed();
            store_->send(asked);
            base::log(base::LogEvent::SessionEnded);
          },
          [this](const effect::BeginSession&) {
            expect_somebody(true);
            screen_changed();
            base::log(base::LogEvent::SessionStarted);
          },
      },
      effect);
}

void Effects::expect_somebody(bool soon) {
  if (reader_) reader_->expect_cards(soon);
  if (printer_) printer_->expect_jobs(soon);
}

void Effects::screen_changed() {
  if (scanner_) scanner_->clear();
}

void Effects::call(bool urgent) {
  base::log(base::LogEvent::StaffCalled, {{"urgent", urgent ? 1 : 0}});
  calls_ = true;
  if (signal_)
    signal_->want(urgent ? devices::SignalState::Urgent : devices::SignalState::Calling);
  tell_signal(signal_there_);
}

void Effects::clear_call() {
  base::log(base::LogEvent::StaffCallCleared);
  calls_ = false;
  if (signal_) signal_->want(devices::SignalState::Off);
}

void Effects::tell_signal(bool there) {
  if (there) {
    post_(event::SignalRaised{});
  } else {
    post_(event::SignalFailed{});
  }
}

void Effects::print(std::uint64_t job, printing::Document document,
                    std::function<void(PrintEnd)> ended) {
  if (printer_ && printer_->print({job, std::move(document), ended})) return;
  post_(event::PrintStopped{job, PrinterState::Gone});
  if (ended) ended(PrintEnd::Stopped);
}

}  // namespace huimin::terminal
