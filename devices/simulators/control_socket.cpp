#include "devices/simulators/control_socket.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace huimin::devices::simulators {
namespace {

// A code of a scanner is the longest thing to say.
constexpr std::size_t kLongestLine = 16 * 1024;

[[noreturn]] void fail(int error) {
  throw std::system_error(error, std::generic_category(), "control socket");
}

}  // namespace

ControlSocket::ControlSocket(std::filesystem::path path, Obey obey)
    : path_(std::move(path)), obey_(std::move(obey)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = path_.string();
  if (name.size() >= sizeof address.sun_path) fail(ENAMETOOLONG);
  std::memcpy(address.sun_path, name.c_str(), name.size());
  std::filesystem::remove(path_);
  listener_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(listener_, 8) != 0) {
    const int error = errno;
    ::close(listener_);
    fail(error);
  }
}

ControlSocket::~ControlSocket() {
  for (auto& client : clients_) drop(client);
  ::close(listener_);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void ControlSocket::add_wanted(std::vector<pollfd>& wanted) const {
  wanted.push_back({listener_, POLLIN, 0});
  for (const auto& client : clients_) {
    // One that has ended is left out: its hang-up would wake us again and again.
    if (client.has_ended) continue;
    const int events = POLLIN | (client.to_send.empty() ? 0 : POLLOUT);
    wanted.push_back({client.fd, static_cast<short>(events), 0});
  }
}

std::optional<MonoTime> ControlSocket::next_due() const {
  std::optional<MonoTime> soonest;
  for (const auto& client : clients_) {
    if (client.wait) soonest = std::min(soonest.value_or(client.wait->until), client.wait->until);
  }
  return soonest;
}

void ControlSocket::pump(MonoTime now, const int& receipts) {
  accept_all();
  for (auto& client : clients_) {
    receive(client);
    serve(client, now, receipts);
    send(client);
    if (client.has_ended && !client.wait) drop(client);
  }
  std::erase_if(clients_, [](const Client& client) { return client.fd < 0; });
}

void ControlSocket::accept_all() {
  for (;;) {
    const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) return;
    clients_.emplace_back().fd = fd;
  }
}

// Lines behind a wait stand in the queue until it is over.
void ControlSocket::serve(Client& client, MonoTime now, const int& receipts) {
  for (;;) {
    if (client.wait) {
      const bool is_there = receipts >= client.wait->receipts;
      if (!is_there && now < client.wait->until) return;
      client.to_send +=
          is_there ? "ok\n" : "error only " + std::to_string(receipts) + " receipts\n";
      client.wait.reset();
    }
    const auto end = client.received.find('\n');
    if (end == std::string::npos) break;
    const std::string line = client.received.substr(0, end);
    client.received.erase(0, end + 1);
    const Answer answer = obey_(line, now);
    if (const auto* wait = std::get_if<WaitForPaper>(&answer)) {
      client.wait = Wait{wait->receipts, now + wait->limit};
    } else {
      client.to_send += std::get<std::string>(answer) + "\n";
    }
  }
  if (client.received.size() > kLongestLine) drop(client);
}

void ControlSocket::receive(Client& client) {
  std::array<char, 4096> chunk{};
  while (client.fd >= 0 && !client.has_ended) {
    const auto count = ::recv(client.fd, chunk.data(), chunk.size(), 0);
    if (count > 0) {
      client.received.append(chunk.data(), static_cast<std::size_t>(count));
      continue;
    }
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count < 0) return drop(client);
    client.has_ended = true;
    return;
  }
}

void ControlSocket::send(Client& client) {
  while (client.fd >= 0 && !client.to_send.empty()) {
    const auto count =
        ::send(client.fd, client.to_send.data(), client.to_send.size(), MSG_NOSIGNAL);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count < 0) return drop(client);
    client.to_send.erase(0, static_cast<std::size_t>(count));
  }
}

void ControlSocket::drop(Client& client) {
  if (client.fd >= 0) ::close(client.fd);
  client.fd = -1;
  client.wait.reset();
}

}  // namespace huimin::devices::simulators
