#pragma once
// One thread per device; each posts what its device says as plain events.

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "kiosk/base/bounded_queue.h"
#include "kiosk/terminal/post.h"
#include "printing/document.h"

namespace huimin::devices {
class Scanner;
}

namespace huimin::terminal {

// The ID card reader. `address` as in devices/port/open_port.h.
class CardWorker {
 public:
  CardWorker(std::string address, Post post);
  // Somebody is there, or nobody: then it looks less often.
  void expect_cards(bool soon) { somebody_is_there_ = soon; }
  ~CardWorker();

 private:
  void work(const std::string& address);
  Post post_;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> somebody_is_there_{true};
  std::thread thread_;
};

class ScannerWorker {
 public:
  // `evdev:...` is a scanner in keyboard mode.
  ScannerWorker(const std::string& address, Post post);
  ~ScannerWorker();
  // Forgets what was received so far: at the change of a screen or session (case C11). Any thread.
  void clear();

 private:
  void work();
  Post post_;
  std::unique_ptr<devices::Scanner> scanner_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

// What the printer ended a job with, for the print log.
enum class PrintEnd : std::uint8_t { Printed, Stopped, Unknown };

struct PrintJob {
  std::uint64_t id = 0;
  printing::Document document;
  // Called on the printer's thread when the job has ended; may be empty.
  std::function<void(PrintEnd)> ended;
};

class PrinterWorker {
 public:
  PrinterWorker(std::string address, Post post);
  // Finishes the paper that is being printed; what waits behind it is dropped.
  ~PrinterWorker();
  // Any thread. False when too many jobs wait: the printer is gone, not busy.
  // Somebody is there, or nobody: then its state is asked for less often.
  void expect_jobs(bool soon) { somebody_is_there_ = soon; }
  bool print(PrintJob job);

 private:
  void work(const std::string& address);
  Post post_;
  base::BoundedQueue<PrintJob> jobs_;
  std::atomic<bool> somebody_is_there_{true};
  std::thread thread_;
};

}  // namespace huimin::terminal
