#include "kiosk/queue/doorbell.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <string>

namespace huimin::queue {

namespace {

// Calls `use` with an address of `name` in `dir`. A socket's path has at most 107 bytes, so the
// folder goes by its descriptor.
template <class Use>
bool with_address(const std::filesystem::path& dir, std::string_view name, Use use) {
  const int folder = open(dir.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return false;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = "/proc/self/fd/" + std::to_string(folder) + "/" + std::string(name);
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  const bool done =
      use(reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(sizeof address));
  close(folder);
  return done;
}

}  // namespace

Doorbell::Doorbell(const std::filesystem::path& state_dir, std::string_view name)
    : dir_(state_dir),
      name_(name),
      socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)),
      self_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  std::error_code ignored;
  std::filesystem::remove(dir_ / name_, ignored);
  with_address(dir_, name, [this](const sockaddr* address, socklen_t size) {
    return bind(socket_, address, size) == 0;
  });
}

Doorbell::~Doorbell() {
  std::error_code ignored;
  std::filesystem::remove(dir_ / name_, ignored);
  close(socket_);
  close(self_);
}

bool Doorbell::wait(std::chrono::milliseconds limit) {
  pollfd ears[2] = {{socket_, POLLIN, 0}, {self_, POLLIN, 0}};
  if (poll(ears, 2, static_cast<int>(limit.count())) <= 0) return false;
  char datagram[8];
  while (recv(socket_, datagram, sizeof datagram, 0) >= 0) {
  }
  std::uint64_t rings = 0;
  [[maybe_unused]] const auto read_rings = read(self_, &rings, sizeof rings);
  return true;
}

void Doorbell::ring_self() {
  const std::uint64_t once = 1;
  [[maybe_unused]] const auto written = write(self_, &once, sizeof once);
}

void ring(const std::filesystem::path& state_dir, std::string_view name) {
  const int sender = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (sender < 0) return;
  with_address(state_dir, name, [sender](const sockaddr* address, socklen_t size) {
    // Full means that a ring is already waiting to be heard.
    return sendto(sender, "!", 1, MSG_DONTWAIT | MSG_NOSIGNAL, address, size) == 1;
  });
  close(sender);
}

}  // namespace huimin::queue
