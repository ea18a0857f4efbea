#pragma once
// The one thread that touches the queue's database: submissions, receipts, questions, the print
// log.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "kiosk/base/clock.h"
#include "kiosk/journey/resident/effect.h"
#include "kiosk/terminal/post.h"

namespace huimin::terminal {

struct StoreSetup {
  std::filesystem::path state_dir;  // holds queue.db and keys/
  std::string status_host;
  std::string software;
  std::string catalogue_version;
  std::uint64_t least_free_bytes = 0;
};

namespace order {
using journey::resident::effect::AskStatus;
using journey::resident::effect::CheckReadiness;
using journey::resident::effect::CheckReceipt;
using journey::resident::effect::EndSession;
using journey::resident::effect::PrintReceipt;
using journey::resident::effect::Submit;
enum class PrintEnd : std::uint8_t { Printed, Interrupted, Unknown };
struct FinishPrint {
  domain::ReceiptNumber receipt;
  int nth = 1;
  PrintEnd end = PrintEnd::Unknown;
};
}  // namespace order

using StoreOrder =
    std::variant<order::CheckReadiness, order::Submit, order::CheckReceipt, order::AskStatus,
                 order::EndSession, order::PrintReceipt, order::FinishPrint>;

class StoreWorker {
 public:
  // Called on the worker's thread when a print is noted in the log; `nth` counts from 1 over all
  // sessions.
  using PrintBegun = std::function<void(const journey::resident::effect::PrintReceipt&, int nth)>;

  StoreWorker(StoreSetup setup, const base::Clock& clock, Post post, PrintBegun print_begun);
  // Finishes what was ordered, then stops.
  ~StoreWorker();

  // Any thread. Never waits.
  void send(StoreOrder order);

 private:
  class Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace huimin::terminal
