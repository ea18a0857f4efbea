#pragma once
// Steers the simulated devices of a demo hall by lines on their control socket: each line is
// answered by one line: "ok", a number, or what went wrong.

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

namespace huimin::terminal {

// One thread.
class DeviceControl {
 public:
  explicit DeviceControl(std::filesystem::path socket) : path_(std::move(socket)) {}
  ~DeviceControl();
  DeviceControl(const DeviceControl&) = delete;
  DeviceControl& operator=(const DeviceControl&) = delete;

  // Sends a line and waits for its answer, at most 30 s. The error is the answer, or that
  // nobody listens.
  tl::expected<std::string, std::string> say(const std::string& line);

 private:
  bool connect();
  std::filesystem::path path_;
  int socket_ = -1;
};

}  // namespace huimin::terminal
