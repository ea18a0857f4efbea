#include "devices/port/open_port.h"

#include <charconv>
#include <optional>
#include <variant>

#include "devices/port/char_device.h"
#include "devices/port/evdev_port.h"
#include "devices/port/serial_port.h"
#include "devices/port/tcp_port.h"

namespace huimin::devices {
namespace {

struct Serial {
  std::string path;
  int baud = kDefaultBaud;
};
struct CharDevice {
  std::string path;
};
struct InputDevice {
  std::string path;
};
struct Tcp {
  std::string host;
  std::string service;
};
using Address = std::variant<Serial, CharDevice, InputDevice, Tcp>;

std::optional<int> parse_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Address> parse_serial(std::string_view rest) {
  Serial serial;
  const auto comma = rest.rfind(',');
  if (comma != std::string_view::npos) {
    const auto baud = parse_number(rest.substr(comma + 1));
    if (!baud || !is_known_baud(*baud)) return std::nullopt;
    serial.baud = *baud;
    rest = rest.substr(0, comma);
  }
  if (rest.empty()) return std::nullopt;
  serial.path = rest;
  return serial;
}

std::optional<Address> parse_tcp(std::string_view rest) {
  const auto colon = rest.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  auto host = rest.substr(0, colon);
  const auto port = parse_number(rest.substr(colon + 1));
  if (!port || *port < 1 || *port > 65535) return std::nullopt;
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return std::nullopt;
  }
  if (host.empty()) return std::nullopt;
  return Tcp{std::string(host), std::to_string(*port)};
}

std::optional<Address> parse_address(std::string_view uri) {
  const auto colon = uri.find(':');
  if (colon == std::string_view::npos || uri.find('\0') != std::string_view::npos)
    return std::nullopt;
  const auto scheme = uri.substr(0, colon);
  const auto rest = uri.substr(colon + 1);
  if (rest.empty()) return std::nullopt;
  if (scheme == "serial") return parse_serial(rest);
  if (scheme == "pty") return Serial{std::string(rest)};
  if (scheme == "char") return CharDevice{std::string(rest)};
  if (scheme == "evdev") return InputDevice{std::string(rest)};
  if (scheme == "tcp") return parse_tcp(rest);
  return std::nullopt;
}

}  // namespace

PortResult open_port(std::string_view uri, std::chrono::milliseconds connect_timeout) {
  const auto address = parse_address(uri);
  if (!address) return tl::unexpected(PortError::BadAddress);
  if (const auto* serial = std::get_if<Serial>(&*address)) {
    return open_serial(serial->path, serial->baud);
  }
  if (const auto* device = std::get_if<CharDevice>(&*address))
    return open_char_device(device->path);
  if (const auto* input = std::get_if<InputDevice>(&*address)) return open_evdev(input->path);
  const auto& tcp = std::get<Tcp>(*address);
  return open_tcp(tcp.host, tcp.service, connect_timeout);
}

bool is_port_uri(std::string_view uri) { return parse_address(uri).has_value(); }

PortOpener opener_for(std::string uri) {
  return [uri = std::move(uri)] { return open_port(uri); };
}

}  // namespace huimin::devices
