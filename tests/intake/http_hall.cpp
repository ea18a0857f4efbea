#include "tests/intake/http_hall.h"

#include <doctest/doctest.h>

#include <utility>

namespace huimin::intake::testing {

TodaysKeys::TodaysKeys() {
  queue::PkiPlan plan;
  plan.pki_dir = pki();
  plan.terminals = {{queue::testing::kTerminal, state(), {}}};
  plan.now = base::SystemClock().now().wall;
  REQUIRE(queue::make_demo_pki(plan));
}

HttpSetup TodaysKeys::setup() const {
  HttpSetup setup;
  setup.certificate = pki() / "intake-tls.pem";
  setup.key = pki() / "intake-tls.key";
  setup.ca = pki() / "ca.pem";
  setup.work_threads = 4;
  return setup;
}

HttpHall::HttpHall(const HttpSetup& setup, Handler handler) {
  auto listening = HttpServer::listen(setup, std::move(handler));
  if (!listening) FAIL(listening.error());
  server_ = std::move(*listening);
  thread_ = std::thread([this] { server_->run(); });
}

void HttpHall::stop() {
  server_->stop();
  if (thread_.joinable()) thread_.join();
}

}  // namespace huimin::intake::testing
