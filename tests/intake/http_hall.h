#pragma once
// A server on loopback with certificates that are good today: TLS itself looks at the machine's
// clock.

#include <memory>
#include <string>
#include <thread>

#include "kiosk/intake/http.h"
#include "kiosk/queue/pki.h"
#include "tests/intake/tls_client.h"
#include "tests/queue/hall.h"

namespace huimin::intake::testing {

// The keys of a county and its terminal 430522-007, made now.
class TodaysKeys {
 public:
  TodaysKeys();
  std::filesystem::path pki() const { return folder_.path() / "pki"; }
  std::filesystem::path state() const { return folder_.path() / "terminal"; }
  std::filesystem::path keys() const { return state() / "keys"; }
  const std::filesystem::path& folder() const { return folder_.path(); }
  ClientKeys client() const { return {keys() / "tls.pem", keys() / "tls.key", keys() / "ca.pem"}; }
  HttpSetup setup() const;

 private:
  queue::testing::TempFolder folder_;
};

class HttpHall {
 public:
  HttpHall(const HttpSetup& setup, Handler handler);
  ~HttpHall() { stop(); }

  std::uint16_t port() const { return server_->port(); }
  // Returns when the server has drained.
  void stop();
  HttpServer& server() { return *server_; }

 private:
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
};

}  // namespace huimin::intake::testing
