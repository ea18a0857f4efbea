#include "kiosk/terminal/device_control.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace huimin::terminal {

DeviceControl::~DeviceControl() {
  if (socket_ >= 0) close(socket_);
}

bool DeviceControl::connect() {
  if (socket_ >= 0) return true;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path_.native().size() >= sizeof address.sun_path) return false;
  std::memcpy(address.sun_path, path_.c_str(), path_.native().size() + 1);
  socket_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval limit{30, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
    return true;
  close(socket_);
  socket_ = -1;
  return false;
}

tl::expected<std::string, std::string> DeviceControl::say(const std::string& line) {
  if (!connect()) return tl::unexpected("nobody listens at " + path_.string());
  const std::string sent = line + "\n";
  if (send(socket_, sent.data(), sent.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(sent.size())) {
    return tl::unexpected(path_.string() + ": nobody listens any more");
  }
  std::string answer;
  char byte = 0;
  while (recv(socket_, &byte, 1, 0) == 1 && byte != '\n') answer += byte;
  if (answer.starts_with("ok")) return answer.size() > 3 ? answer.substr(3) : std::string();
  const bool is_number =
      !answer.empty() && answer.find_first_not_of("0123456789") == std::string::npos;
  if (is_number) return answer;
  return tl::unexpected(answer.empty() ? path_.string() + ": no answer" : answer);
}

}  // namespace huimin::terminal
