#pragma once
// A TLS client that does what it is told, badly behaved too. Loopback only.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace huimin::intake::testing {

struct ClientKeys {
  std::filesystem::path certificate, key, ca;  // empty certificate: none is shown
};

// A TCP connection that says nothing.
class SilentClient {
 public:
  explicit SilentClient(std::uint16_t port);
  ~SilentClient();
  SilentClient(const SilentClient&) = delete;
  SilentClient& operator=(const SilentClient&) = delete;
  int descriptor() const { return socket_; }
  // The other side has closed it, or does within `limit`.
  bool is_closed_within(std::chrono::milliseconds limit) const;

 private:
  int socket_ = -1;
};

class TlsClient {
 public:
  TlsClient(std::uint16_t port, const ClientKeys& keys);
  ~TlsClient();

  // The handshake came to its end on this side.
  bool is_connected() const;
  // False: the other side is gone.
  bool send(std::string_view bytes);
  // One HTTP answer, by its content length; empty when the connection ends first.
  std::string receive();
  bool is_closed_within(std::chrono::milliseconds limit) const;

 private:
  struct Line;
  std::unique_ptr<Line> line_;
};

std::string http_post(std::string_view path, std::string_view body);

}  // namespace huimin::intake::testing
