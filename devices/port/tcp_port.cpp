#include "devices/port/tcp_port.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "devices/port/fd_stream.h"
#include "devices/port/mono_time.h"

namespace huimin::devices {
namespace {

// Finds a silent death of the peer: 5 s idle, then 3 probes 2 s apart.
void keep_alive(int fd) {
  const int on = 1;
  const int idle_s = 5;
  const int between_s = 2;
  const int probes = 3;
  ::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle_s, sizeof idle_s);
  ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &between_s, sizeof between_s);
  ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &probes, sizeof probes);
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

// 0 when connected, else an errno value.
int wait_connected(int fd, MonoTime deadline) {
  pollfd waiting{fd, POLLOUT, 0};
  const auto left = std::clamp<std::int64_t>((deadline - mono_now()).count(), 0, 60'000);
  const int ready = ::poll(&waiting, 1, static_cast<int>(left));
  if (ready == 0) return ETIMEDOUT;
  if (ready < 0) return errno;
  int error = 0;
  socklen_t size = sizeof error;
  ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
  return error;
}

PortResult connect_one(const addrinfo& address, MonoTime deadline) {
  const int fd = ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
                          address.ai_protocol);
  if (fd < 0) return tl::unexpected(port_error_from_errno(errno));
  auto stream = make_fd_stream(fd, ZeroRead::MeansGone);
  int error = ::connect(fd, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
  if (error == EINPROGRESS) error = wait_connected(fd, deadline);
  if (error != 0) return tl::unexpected(port_error_from_errno(error));
  keep_alive(fd);
  return stream;
}

}  // namespace

PortResult open_tcp(const std::string& host, const std::string& service,
                    std::chrono::milliseconds timeout) {
  const MonoTime deadline = mono_now() + timeout;
  addrinfo wanted{};
  wanted.ai_family = AF_UNSPEC;
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), service.c_str(), &wanted, &found) != 0) {
    return tl::unexpected(PortError::BadAddress);
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> all(found, ::freeaddrinfo);
  PortResult result = tl::unexpected(PortError::BadAddress);
  for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next) {
    result = connect_one(*one, deadline);
    if (result) break;
  }
  return result;
}

}  // namespace huimin::devices
