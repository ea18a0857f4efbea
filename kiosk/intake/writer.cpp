#include "kiosk/intake/writer.h"

#include <utility>

namespace huimin::intake {

namespace {

// One commit of 256 envelopes takes about 15 ms; more would only make the first ones wait.
constexpr std::size_t kMostPerCommit = 256;
constexpr std::size_t kMostWaiting = 4096;

}  // namespace

Writer::Writer(Store& store, MakeAcknowledgement acknowledge)
    : store_(store),
      acknowledge_(std::move(acknowledge)),
      waiting_(kMostWaiting),
      thread_([this] { work(); }) {}

Writer::~Writer() {
  waiting_.close();
  thread_.join();
}

tl::expected<TakenEnvelope, StoreFault> Writer::take(Incoming envelope) {
  Waiting mine{std::move(envelope), {}};
  auto answer = mine.answer.get_future();
  if (!waiting_.try_push(std::move(mine))) return tl::unexpected(StoreFault::Busy);
  return answer.get();
}

void Writer::work() {
  while (auto first = waiting_.pop()) {
    std::vector<Waiting> batch;
    batch.push_back(std::move(*first));
    while (batch.size() < kMostPerCommit) {
      auto more = waiting_.try_pop();
      if (!more) break;
      batch.push_back(std::move(*more));
    }
    commit(std::move(batch));
  }
}

void Writer::commit(std::vector<Waiting> batch) {
  std::vector<Incoming> envelopes;
  for (Waiting& each : batch) envelopes.push_back(std::move(each.envelope));
  auto taken = store_.take(envelopes, acknowledge_);
  // Nobody could be taken while the file is locked: trying each would wait for each.
  if (!taken && taken.error() != StoreFault::Busy && batch.size() > 1) {
    commit_singly(batch, envelopes);
    return;
  }
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (taken) {
      batch[i].answer.set_value(std::move((*taken)[i]));
    } else {
      batch[i].answer.set_value(tl::unexpected(taken.error()));
    }
  }
}

void Writer::commit_singly(std::vector<Waiting>& batch, std::span<const Incoming> envelopes) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    auto taken = store_.take(envelopes.subspan(i, 1), acknowledge_);
    if (taken) {
      batch[i].answer.set_value(std::move(taken->front()));
    } else {
      batch[i].answer.set_value(tl::unexpected(taken.error()));
    }
  }
}

}  // namespace huimin::intake
