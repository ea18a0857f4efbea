#pragma once
// The HTTPS server: client certificates, limits and deadlines here; what a request means,
// elsewhere.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include <tl/expected.hpp>

namespace huimin::intake {

struct Request {
  std::string method;  // "POST"
  std::string path;    // "/v1/envelopes", without a query
  std::string body;
  // Name in the client's TLS certificate, "430522-007". The county's CA issued it for a terminal's
  // TLS, else the connection was not made.
  std::string terminal;
};

struct Response {
  int status = 200;
  std::string type = "application/json";
  std::string body;
};

// Called on a working thread, several at once; may wait for the store. An exception is answered
// with 500.
using Handler = std::function<Response(const Request&)>;

struct HttpSetup {
  std::string host = "127.0.0.1";              // address to listen on
  std::uint16_t port = 0;                      // 0: any free one
  std::filesystem::path certificate, key, ca;  // PEM
  std::size_t body_most = 4U << 20;            // bytes; more is answered with 413
  // For the handshake, and for a request's head from its first byte: a client that sends a byte a
  // second is cut off (the slow-loris defence).
  std::chrono::milliseconds deadline{10'000};
  // Bytes a second. A body, and an answer, may take the deadline and what its announced size needs
  // at this rate: halls on a bad line are served.
  std::size_t slowest_line = 1024;
  std::chrono::milliseconds idle{120'000};  // between two requests of one connection
  int io_threads = 2;
  int work_threads = 16;
};

class HttpServer {
 public:
  // The error is one line for a person: what cannot be used and how to mend it.
  static tl::expected<std::unique_ptr<HttpServer>, std::string> listen(const HttpSetup& setup,
                                                                       Handler handler);
  ~HttpServer();

  std::uint16_t port() const;
  // Serves until `stop`; then answers the requests that have been read whole and returns.
  void run();
  // Any thread.
  void stop();

 private:
  struct Engine;
  explicit HttpServer(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace huimin::intake
