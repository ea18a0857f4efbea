// Many at once. Made for the thread sanitizer too.

#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "tests/intake/desk.h"

using namespace huimin;
using namespace huimin::intake;
using namespace huimin::intake::testing;

namespace {

// A store whose take can be told to fail.
class ScriptedStore final : public Store {
 public:
  tl::expected<std::vector<TakenEnvelope>, StoreFault> take(
      std::span<const Incoming> batch, const MakeAcknowledgement& acknowledge) override {
    ++takes;
    if (hold) hold->get_future().wait();
    hold = nullptr;
    for (const Incoming& each : batch) {
      if (each.header.programme == "bad") return tl::unexpected(fault);
    }
    largest = std::max(largest, batch.size());
    std::vector<TakenEnvelope> taken;
    for (const Incoming& each : batch)
      taken.push_back({Taken::Stored, acknowledge(each, each.header.programme, {}), 0});
    return taken;
  }
  tl::expected<std::optional<CaseRecord>, StoreFault> find_case(
      const domain::ReceiptNumber&) override {
    return tl::unexpected(fault);
  }
  tl::expected<Attention, StoreFault> attention() override { return tl::unexpected(fault); }
  tl::expected<std::optional<std::string>, StoreFault> first_broken_case() override {
    return tl::unexpected(fault);
  }

  StoreFault fault = StoreFault::Damaged;
  std::promise<void>* hold = nullptr;  // the first take waits for it
  int takes = 0;
  std::size_t largest = 0;
};

Incoming incoming(const std::string& name) {
  Incoming made;
  made.header.programme = name;
  return made;
}

queue::Bytes name_as_answer(const Incoming&, const std::string& case_no,
                            std::optional<domain::ReceiptNumber>) {
  return {case_no.begin(), case_no.end()};
}

// Gives each name from a thread of its own while the first take is held; the answers by position.
std::vector<tl::expected<TakenEnvelope, StoreFault>> give_together(
    ScriptedStore& store, const std::vector<std::string>& names) {
  std::promise<void> go;
  store.hold = &go;
  std::vector<tl::expected<TakenEnvelope, StoreFault>> answers(names.size());
  Writer writer(store, name_as_answer);
  std::atomic<std::size_t> started = 0;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < names.size(); ++i) {
    threads.emplace_back([&, i] {
      ++started;
      answers[i] = writer.take(incoming(names[i]));
    });
  }
  while (started < names.size()) std::this_thread::yield();
  go.set_value();
  for (std::thread& each : threads) each.join();
  return answers;
}

}  // namespace

TEST_CASE("everybody is answered with what is theirs") {
  ScriptedStore store;
  const std::vector<std::string> names{"a", "b", "c", "d", "e", "f", "g", "h"};
  const auto answers = give_together(store, names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    REQUIRE(answers[i]);
    CHECK(answers[i]->acknowledgement == queue::Bytes(names[i].begin(), names[i].end()));
  }
  CHECK(store.takes <= 8);
}

TEST_CASE("an envelope on which the store fails does not harm its neighbours") {
  ScriptedStore store;
  const std::vector<std::string> names{"a", "bad", "c", "d", "bad", "f"};
  const auto answers = give_together(store, names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == "bad") {
      REQUIRE(!answers[i]);
      CHECK(answers[i].error() == StoreFault::Damaged);
    } else {
      REQUIRE(answers[i]);
      CHECK(answers[i]->acknowledgement == queue::Bytes(names[i].begin(), names[i].end()));
    }
  }
}

TEST_CASE("what waits when a writer goes is committed first") {
  ScriptedStore store;
  std::thread submitter;
  std::promise<void> go;
  store.hold = &go;
  tl::expected<TakenEnvelope, StoreFault> answer = tl::unexpected(StoreFault::Busy);
  std::atomic<bool> begun = false;
  {
    Writer writer(store, name_as_answer);
    submitter = std::thread([&] {
      begun = true;
      answer = writer.take(incoming("a"));
    });
    while (!begun) std::this_thread::yield();
    go.set_value();
    submitter.join();
  }
  CHECK(answer);
}

TEST_CASE("a store that does not answer is said to be busy, and nothing is lost") {
  Desk desk;
  ScriptedStore broken;
  for (const StoreFault fault :
       {StoreFault::Full, StoreFault::Busy, StoreFault::Damaged, StoreFault::Unreachable}) {
    broken.fault = fault;
    Service service({broken, desk.county, shared_catalogue(), desk.keys, desk.signers, desk.clock});
    HandTerminal terminal = desk.terminal();
    const Envelope envelope =
        terminal.write([](queue::Header& header) { header.programme = "bad"; });
    const Response response = service.handle(envelope_request(envelope));
    CHECK(response.status == 503);
    CHECK(problem_of(response) == "busy");
    CHECK(service.handle({"GET", "/v1/health", "", kTerminal}).status == 503);
  }
}

TEST_CASE("many terminals hand in at once while others ask") {
  Desk desk;
  constexpr int kTerminals = 6, kEach = 15;
  std::vector<std::vector<Envelope>> chains;
  for (int i = 0; i < kTerminals; ++i) {
    HandTerminal terminal = desk.terminal();
    terminal.begin_epoch(static_cast<std::uint32_t>(i * 100 + 1));
    auto& chain = chains.emplace_back();
    for (int k = 0; k < kEach; ++k) chain.push_back(terminal.write());
  }
  std::vector<std::set<std::string>> numbers(kTerminals);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kTerminals; ++i) {
    threads.emplace_back([&, mine = static_cast<std::size_t>(i)] {
      for (const Envelope& envelope : chains[mine]) {
        const Response response = desk.give(envelope);
        const auto found = desk.store->find_case(*envelope.header.receipt);
        if (response.status != 201 || !found || !*found) ++wrong;
        if (found && *found) numbers[mine].insert((*found)->case_no);
        if (desk.give(envelope).status != 200) ++wrong;
      }
    });
  }
  for (std::thread& each : threads) each.join();
  CHECK(wrong == 0);
  std::set<std::string> all;
  for (const auto& each : numbers) all.insert(each.begin(), each.end());
  CHECK(all.size() == kTerminals * kEach);
  CHECK(desk.store->first_broken_case()->has_value() == false);
  CHECK(desk.store->attention()->set_aside == 0);
}
