#pragma once
// Group commit: whoever waits is taken into one transaction, and everybody is answered after it.
//
// An envelope on which the store fails does not take its neighbours with it: they are then
// committed one by one.

#include <future>
#include <span>
#include <thread>
#include <vector>

#include "kiosk/base/bounded_queue.h"
#include "kiosk/intake/store.h"

namespace huimin::intake {

class Writer {
 public:
  // Both outlive it.
  Writer(Store& store, MakeAcknowledgement acknowledge);
  // Commits what waits, then stops.
  ~Writer();

  // Waits for the commit. Any number of threads.
  tl::expected<TakenEnvelope, StoreFault> take(Incoming envelope);

 private:
  struct Waiting {
    Incoming envelope;
    std::promise<tl::expected<TakenEnvelope, StoreFault>> answer;
  };
  void work();
  void commit(std::vector<Waiting> batch);
  void commit_singly(std::vector<Waiting>& batch, std::span<const Incoming> envelopes);

  Store& store_;
  const MakeAcknowledgement acknowledge_;
  base::BoundedQueue<Waiting> waiting_;
  std::thread thread_;
};

}  // namespace huimin::intake
