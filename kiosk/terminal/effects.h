#pragma once
// Carries out what a journey asks for: each effect goes to the worker whose it is.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "kiosk/journey/resident/effect.h"
#include "kiosk/terminal/device_workers.h"
#include "kiosk/terminal/papers.h"
#include "kiosk/terminal/post.h"
#include "kiosk/terminal/signal_worker.h"
#include "kiosk/terminal/store_worker.h"

namespace huimin::terminal {

// The user's thread. Workers stop when it goes.
class Effects {
 public:
  // `forget` wipes what the screens hold of a person.
  Effects(const Config& config, StoreSetup store, PaperMaker papers, const base::Clock& clock,
          Post post, std::function<void()> forget);
  ~Effects();

  void run(const journey::resident::Effect& effect);
  // The screen changed: what the scanner read before must not act on the new one (case C11).
  void screen_changed();

 private:
  // While nobody is there devices are looked at less often.
  void expect_somebody(bool soon);
  void call(bool urgent);
  void clear_call();
  // Called on the signal's thread too.
  void tell_signal(bool there);
  void print(std::uint64_t job, printing::Document document,
             std::function<void(PrintEnd)> ended = {});

  const PaperMaker papers_;
  const Post post_;
  const std::function<void()> forget_;
  std::optional<PrinterWorker> printer_;
  std::optional<StoreWorker> store_;
  std::optional<ScannerWorker> scanner_;
  std::optional<CardWorker> reader_;
  std::atomic<bool> calls_{false};        // the signal is wanted
  std::atomic<bool> signal_there_{false};
  std::optional<SignalWorker> signal_;
};

}  // namespace huimin::terminal
