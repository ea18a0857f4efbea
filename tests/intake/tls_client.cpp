#include "tests/intake/tls_client.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

namespace huimin::intake::testing {

SilentClient::SilentClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(port);
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int code = ::connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place);
  REQUIRE(code == 0);
  // A test that waits for ever tells nobody why.
  const timeval limit{20, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
}

SilentClient::~SilentClient() { ::close(socket_); }

bool SilentClient::is_closed_within(std::chrono::milliseconds limit) const {
  // Not POLLIN: the tickets that a server sends after the handshake may lie unread.
  pollfd ready{socket_, POLLRDHUP, 0};
  return ::poll(&ready, 1, static_cast<int>(limit.count())) > 0;
}

struct TlsClient::Line {
  explicit Line(std::uint16_t port) : silent(port) {}
  ~Line() {
    SSL_free(tls);
    SSL_CTX_free(context);
  }
  SilentClient silent;
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL* tls = nullptr;
  bool connected = false;
};

TlsClient::TlsClient(std::uint16_t port, const ClientKeys& keys)
    : line_(std::make_unique<Line>(port)) {
  Line& line = *line_;
  REQUIRE(SSL_CTX_load_verify_file(line.context, keys.ca.c_str()) == 1);
  SSL_CTX_set_verify(line.context, SSL_VERIFY_PEER, nullptr);
  if (!keys.certificate.empty()) {
    REQUIRE(SSL_CTX_use_certificate_file(line.context, keys.certificate.c_str(),
                                         SSL_FILETYPE_PEM) == 1);
    REQUIRE(SSL_CTX_use_PrivateKey_file(line.context, keys.key.c_str(), SSL_FILETYPE_PEM) == 1);
  }
  line.tls = SSL_new(line.context);
  SSL_set_fd(line.tls, line.silent.descriptor());
  line.connected = SSL_connect(line.tls) == 1;
}

TlsClient::~TlsClient() = default;

bool TlsClient::is_connected() const { return line_->connected; }

bool TlsClient::send(std::string_view bytes) {
  return SSL_write(line_->tls, bytes.data(), static_cast<int>(bytes.size())) > 0;
}

std::string TlsClient::receive() {
  std::string got;
  constexpr std::string_view kLength = "Content-Length: ";
  while (true) {
    const auto head = got.find("\r\n\r\n");
    const auto length = got.find(kLength);
    if (head != std::string::npos && length != std::string::npos) {
      const auto announced = std::strtoul(got.c_str() + length + kLength.size(), nullptr, 10);
      if (got.size() >= head + 4 + announced) return got;
    }
    char bytes[4096];
    const int count = SSL_read(line_->tls, bytes, sizeof bytes);
    if (count <= 0) return {};
    got.append(bytes, static_cast<std::size_t>(count));
  }
}

bool TlsClient::is_closed_within(std::chrono::milliseconds limit) const {
  return line_->silent.is_closed_within(limit);
}

std::string http_post(std::string_view path, std::string_view body) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: intake\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + std::string(body);
}

}  // namespace huimin::intake::testing
