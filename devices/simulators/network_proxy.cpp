#include "devices/simulators/network_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace huimin::devices::simulators {
namespace {

// What a slow line holds before it stops taking more.
constexpr std::size_t kMostOnTheWay = 256 * 1024;

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

int make_socket() { return ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0); }

// The target is on this machine: connecting either starts at once or is refused at once.
int connect_to(std::uint16_t port) {
  const int fd = make_socket();
  const auto address = loopback(port);
  const auto* any = reinterpret_cast<const sockaddr*>(&address);
  if (::connect(fd, any, sizeof address) != 0 && errno != EINPROGRESS) {
    ::close(fd);
    return -1;
  }
  return fd;
}

bool is_not_now(int error) { return error == EAGAIN || error == EINTR || error == ENOTCONN; }

}  // namespace

NetworkProxy::NetworkProxy(ProxyPorts ports) : ports_(ports) { listen(); }

NetworkProxy::~NetworkProxy() { set_up(false); }

void NetworkProxy::set_up(bool up) {
  if (up == is_up()) return;
  if (up) return listen();
  ::close(listener_);
  listener_ = -1;
  for (auto& link : links_) close(link, /*reset=*/true);
  links_.clear();
}

void NetworkProxy::listen() {
  const int fd = make_socket();
  const int on = 1;
  ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  auto address = loopback(ports_.listen);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(fd, any, size) != 0 || ::listen(fd, 64) != 0 || ::getsockname(fd, any, &size) != 0) {
    const int error = errno;
    ::close(fd);
    throw std::system_error(error, std::generic_category(), "proxy port");
  }
  ports_.listen = ntohs(address.sin_port);
  listener_ = fd;
}

void NetworkProxy::pump(MonoTime now) {
  if (is_up()) accept_all();
  for (auto& link : links_) {
    for (Lane* lane : {&link.there, &link.back}) {
      if (wants_more(*lane)) fill(*lane, link, now);
      drain(*lane, link, now);
    }
    const bool is_over = link.there.is_finished && link.back.is_finished;
    if (link.is_broken || is_over) close(link, /*reset=*/link.is_broken);
  }
  std::erase_if(links_, [](const Link& link) { return link.there.from < 0; });
}

void NetworkProxy::accept_all() {
  for (;;) {
    const int near = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (near < 0) return;
    const int far = connect_to(ports_.target);
    if (far < 0) {
      ::close(near);
      continue;
    }
    Link& link = links_.emplace_back();
    link.there.from = link.back.to = near;
    link.there.to = link.back.from = far;
  }
}

bool NetworkProxy::wants_more(const Lane& lane) const {
  return !lane.is_from_closed && lane.bytes_on_the_way < kMostOnTheWay;
}

void NetworkProxy::fill(Lane& lane, Link& link, MonoTime now) const {
  std::array<std::byte, 16 * 1024> chunk{};
  while (wants_more(lane)) {
    const auto count = ::recv(lane.from, chunk.data(), chunk.size(), 0);
    if (count < 0) {
      link.is_broken = link.is_broken || !is_not_now(errno);
      return;
    }
    if (count == 0) {
      lane.is_from_closed = true;
      return;
    }
    lane.on_the_way.push_back({now + delay_, {chunk.begin(), chunk.begin() + count}});
    lane.bytes_on_the_way += static_cast<std::size_t>(count);
  }
}

void NetworkProxy::drain(Lane& lane, Link& link, MonoTime now) {
  while (!lane.on_the_way.empty() && lane.on_the_way.front().due <= now) {
    auto& bytes = lane.on_the_way.front().bytes;
    const auto count = ::send(lane.to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0) {
      link.is_broken = link.is_broken || !is_not_now(errno);
      return;
    }
    bytes.erase(bytes.begin(), bytes.begin() + count);
    lane.bytes_on_the_way -= static_cast<std::size_t>(count);
    if (bytes.empty()) lane.on_the_way.pop_front();
  }
  if (lane.is_from_closed && lane.on_the_way.empty() && !lane.is_finished) {
    lane.is_finished = true;
    ::shutdown(lane.to, SHUT_WR);
  }
}

void NetworkProxy::close(Link& link, bool reset) {
  for (const int fd : {link.there.from, link.there.to}) {
    const linger at_once{1, 0};
    if (reset) ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(fd);
  }
  link.there.from = link.there.to = link.back.from = link.back.to = -1;
}

// Descriptors with nothing wanted are left out: poll() would report their hang-up again and again.
void NetworkProxy::add_wanted(std::vector<pollfd>& wanted) const {
  if (is_up()) wanted.push_back({listener_, POLLIN, 0});
  const auto now = mono_now();
  for (const auto& link : links_) {
    for (const Lane* lane : {&link.there, &link.back}) {
      if (wants_more(*lane)) wanted.push_back({lane->from, POLLIN, 0});
      const bool is_due = !lane->on_the_way.empty() && lane->on_the_way.front().due <= now;
      if (is_due) wanted.push_back({lane->to, POLLOUT, 0});
    }
  }
}

std::optional<MonoTime> NetworkProxy::next_due() const {
  std::optional<MonoTime> soonest;
  const auto now = mono_now();
  for (const auto& link : links_) {
    for (const Lane* lane : {&link.there, &link.back}) {
      if (lane->on_the_way.empty()) continue;
      const MonoTime due = lane->on_the_way.front().due;
      // What is due already waits for the descriptor, not for the clock.
      if (due > now) soonest = std::min(soonest.value_or(due), due);
    }
  }
  return soonest;
}

}  // namespace huimin::devices::simulators
